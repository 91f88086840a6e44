/* names.c: the words of the JSON contract for this layer's enums. */
#include "whosaid/claims/claims.h"

#include "whosaid/base/array.h"

#include <assert.h>

static const char *const KINDS[] = {
    [DIFFERENCE_WORDING] = "wording",
    [DIFFERENCE_OMISSION] = "omission",
    [DIFFERENCE_TENSE] = "tense",
    [DIFFERENCE_MODALITY] = "modality",
    [DIFFERENCE_POLARITY] = "polarity",
    [DIFFERENCE_SPEAKER] = "speaker",
    [DIFFERENCE_REPORTING] = "reporting",
    [DIFFERENCE_DATE] = "date",
    [DIFFERENCE_NUMBER] = "number",
    [DIFFERENCE_PLACE] = "place",
    [DIFFERENCE_NAME] = "name",
    [DIFFERENCE_TRUNCATION] = "truncation",
    [DIFFERENCE_SPELLING] = "spelling",
    [DIFFERENCE_TYPOGRAPHY] = "typography",
    [DIFFERENCE_CONTRACTION] = "contraction",
    [DIFFERENCE_NUMBER_FORM] = "number-form",
};
static_assert(LENGTH(KINDS) == DIFFERENCE_KINDS, "a name for each kind of difference");

static const char *const RELATIONS[] = {"single", "same", "reworded", "differs"};
static_assert(LENGTH(RELATIONS) == RELATION_DIFFERS + 1, "a name for each relation");

static const char *const VERSIONS[] = {"direct", "mixed", "indirect", "assertion"};
static_assert(LENGTH(VERSIONS) == VERSION_ASSERTION + 1, "a name for each kind of version");

const char *difference_kind_name(uint32_t kind)
{
    return kind < DIFFERENCE_KINDS ? KINDS[kind] : "";
}

const char *relation_name(uint32_t relation)
{
    return relation <= RELATION_DIFFERS ? RELATIONS[relation] : "";
}

const char *version_kind_name(uint32_t kind)
{
    return kind <= VERSION_ASSERTION ? VERSIONS[kind] : "";
}
