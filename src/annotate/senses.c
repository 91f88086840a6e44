/* senses.c: see senses.h. */
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
struct sense senses_find(uint32_t hash, enum sense_kind kind)
{
    const char *table = senses_bytes().data;
    uint8_t check;
    uint32_t slot = senses_slot(hash, kind, &check);
    for (uint32_t probe = 0; probe < SENSES_MOST_PROBES; probe++) {
        struct sense_slot entry;
        memcpy(&entry, table + sizeof entry * ((slot + probe) % SENSES_SLOTS), sizeof entry);
        if (entry.check == check || sense_is_empty(entry.sense))
            return entry.sense;
    }
    return (struct sense){0};
}
#else
struct sense senses_find(uint32_t hash, enum sense_kind kind)
{
    (void)hash, (void)kind;
    return (struct sense){0};
}
#endif
