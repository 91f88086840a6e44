/* senses.c: see senses.h. The table has 16 bits a slot, in the byte order of the machine: a check of the word
 * above, its sense below; 0 is empty. */
#include "senses.h"

#include "model.h"
#include "observation.h"

#include <string.h>

uint32_t senses_slot(uint32_t hash, enum sense_kind kind, uint8_t *check)
{
    uint32_t mixed = observation_mix(hash, kind);
    *check = (uint8_t)mixed;
    return mixed >> (32 - SENSES_BITS);
}

#ifdef WHOSAID_MODEL
uint8_t senses_find(uint32_t hash, enum sense_kind kind)
{
    const char *table = senses_bytes().data;
    uint8_t check;
    uint32_t slot = senses_slot(hash, kind, &check);
    for (uint32_t probe = 0; probe < SENSES_MOST_PROBES; probe++) {
        uint16_t entry;
        memcpy(&entry, table + sizeof entry * ((slot + probe) % SENSES_SLOTS), sizeof entry);
        if (entry == 0)
            break;
        if (entry >> 8 == check)
            return (uint8_t)entry;
    }
    return 0;
}
#else
uint8_t senses_find(uint32_t hash, enum sense_kind kind)
{
    (void)hash, (void)kind;
    return 0;
}
#endif
