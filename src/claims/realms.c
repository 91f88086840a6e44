/* realms.c: see realms.h. */
#include "realms.h"

#include "whosaid/base/array.h"

#include <assert.h>

static const char *const REALMS[] = {
#define REALM(names) names,
#include "realms.def"
#undef REALM
};

static_assert(LENGTH(REALMS) < UINT8_MAX, "realms are numbered in a byte");

uint8_t realm_named(struct str lower)
{
    for (size_t r = 0; r < LENGTH(REALMS); r++)
        if (str_is_listed(lower, REALMS[r]))
            return (uint8_t)(r + 1);
    return 0;
}

/* "United" names nobody by itself. */
static const struct {
    const char *first, *second, *realm;
} PAIRS[] = {{"united", "states", "us"}, {"united", "kingdom", "uk"}};

uint8_t realm_at(const struct sentence *s, uint32_t at, uint32_t *length)
{
    struct str text = sentence_word(s, at), next = sentence_word(s, at + 1);
    *length = 1;
    if (!sentence_has_capital(s, at))
        return 0;
    for (size_t i = 0; i < LENGTH(PAIRS); i++)
        if (str_equal(text, str_from(PAIRS[i].first)) && str_equal(next, str_from(PAIRS[i].second))) {
            *length = 2;
            return realm_named(str_from(PAIRS[i].realm));
        }
    return realm_named(text);
}
