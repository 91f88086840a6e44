/* demonyms.c: see whosaid/annotate/demonyms.h. */
#include "whosaid/annotate/demonyms.h"

#include "whosaid/base/array.h"

#include <string.h>

static const char *const irregular[][2] = {
    {"america", "american"},  {"britain", "british"},
    {"denmark", "danish"},    {"england", "english"},
    {"finland", "finnish"},   {"france", "french"},
    {"greece", "greek"},      {"ireland", "irish"},
    {"netherlands", "dutch"}, {"philippines", "philippine"},
    {"poland", "polish"},     {"scotland", "scottish"},
    {"spain", "spanish"},     {"sweden", "swedish"},
    {"switzerland", "swiss"}, {"thailand", "thai"},
    {"u.k.", "british"},      {"u.s.", "american"},
    {"uk", "british"},        {"us", "american"},
};

static const char *const endings[] = {"n", "an", "ian", "nian", "ese", "i", "ish", "ic", ""};

enum { LEAST_STEM = 3, MOST_DROPPED = 2 /* the "ey" of Turkey */ };

/* "ukrain" + "e" against "ukrain" + "ian". */
static bool is_regular(struct str country, struct str demonym)
{
    size_t stem = str_common_prefix(country, demonym);
    if (stem < LEAST_STEM || country.size - stem > MOST_DROPPED)
        return false;
    for (size_t i = stem; i < country.size; i++)
        if (!strchr("aeiouy", country.data[i]))
            return false;
    for (size_t e = 0; e < LENGTH(endings); e++)
        if (str_equal(str_slice(demonym, stem, demonym.size), str_from(endings[e])))
            return true;
    return false;
}

bool demonym_matches(struct str a, struct str b)
{
    if (str_equal(a, b))
        return true;
    return STR_ARE_PAIR(a, b, irregular) || STR_ARE_PAIR(b, a, irregular) || is_regular(a, b) ||
           is_regular(b, a);
}
