/* fact_rules.c: see fact_rules.h. Tables of thresholds; a row by itself suffices. */
#include "fact_rules.h"

#include "whosaid/base/array.h"

/* share is the product of the shares of both weights. */
struct rule {
    enum speaker_relation worst;
    uint32_t shared, rare, plain, figures, matches; /* at least */
    double share;                                   /* at least */
};

/* clang-format off */
static const struct rule SENTENCES[] = {
    /* speakers     shared rare plain figures matches share */
    {SPEAKER_SAME,  3,     2,   0,    0,      0,      0.12},
    {SPEAKER_OPEN,  3,     2,   2,    0,      0,      0.20},
    {SPEAKER_OPEN,  4,     2,   0,    0,      0,      0.16},
    {SPEAKER_OPEN,  5,     1,   0,    0,      0,      0.18},
    {SPEAKER_OPEN,  5,     3,   0,    0,      0,      0.12},
    {SPEAKER_OPEN,  7,     3,   0,    0,      0,      0.10},
    {SPEAKER_OPEN,  6,     1,   3,    0,      0,      0.13},
    {SPEAKER_OPEN,  7,     0,   6,    0,      0,      0.115},
    {SPEAKER_OTHER, 3,     2,   1,    0,      1,      0.10}, /* the same day */
    {SPEAKER_OTHER, 5,     2,   1,    0,      1,      0.06},
    {SPEAKER_OTHER, 7,     0,   5,    0,      1,      0.14}, /* what the story is about has no rare words */
    {SPEAKER_OTHER, 3,     2,   1,    1,      1,      0.05}, /* the same rare number */
    {SPEAKER_OTHER, 2,     2,   0,    1,      1,      0.07},
    {SPEAKER_OPEN,  2,     1,   0,    1,      0,      0.07}, /* figures of the same thing */
    {SPEAKER_OTHER, 5,     3,   0,    0,      0,      0.12}, /* the fact is one, those who tell it are not */
};

/* These suffice as well where both sentences are the outlets' own: a report shares a day or a number with much that
 * is told beside it. */
static const struct rule TOLD[] = {
    /* speakers     shared rare plain figures matches share */
    {SPEAKER_OTHER, 4,     1,   1,    0,      1,      0.10},
    {SPEAKER_OTHER, 4,     2,   1,    0,      1,      0.07},
    {SPEAKER_OTHER, 3,     2,   1,    1,      1,      0.03},
    {SPEAKER_OPEN,  2,     1,   0,    1,      0,      0.06},
    {SPEAKER_OPEN,  2,     1,   0,    2,      0,      0.01}, /* "47-page indictment" */
};

/* For clauses, which have less in them. */
static const struct rule CLAUSES[] = {
    /* speakers     shared rare plain figures matches share */
    {SPEAKER_OTHER, 3,     2,   1,    0,      1,      0.10},
    {SPEAKER_OTHER, 4,     1,   1,    0,      1,      0.12},
    {SPEAKER_OTHER, 2,     2,   1,    1,      1,      0.18},
    {SPEAKER_OTHER, 3,     2,   1,    1,      1,      0.035},
    {SPEAKER_OTHER, 2,     2,   1,    0,      1,      0.16},
    {SPEAKER_OTHER, 5,     3,   1,    0,      1,      0.06},
    {SPEAKER_OPEN,  3,     3,   2,    0,      0,      0.20},
    {SPEAKER_OPEN,  3,     3,   1,    0,      0,      0.22},
    {SPEAKER_OPEN,  4,     2,   1,    0,      0,      0.30},
    {SPEAKER_OPEN,  2,     1,   1,    2,      0,      0.03},
};

/* And for clauses that tell two days of one thing. */
static const struct rule RIVALS[] = {
    /* speakers     shared rare plain figures matches share */
    {SPEAKER_OPEN,  4,     1,   4,    1,      0,      0.06},
};
/* clang-format on */

static bool some_fits(const struct rule *rules, size_t count, const struct evidence *e,
                      enum speaker_relation speakers)
{
    for (const struct rule *rule = rules; rule < rules + count; rule++)
        if (speakers <= rule->worst && e->shared >= rule->shared && e->rare >= rule->rare &&
            e->plain >= rule->plain && e->figures >= rule->figures && e->matches >= rule->matches &&
            e->shorter * e->longer >= rule->share)
            return true;
    return false;
}

bool evidence_suffices(const struct evidence *e, enum speaker_relation speakers, bool clause)
{
    if (clause)
        return some_fits(CLAUSES, LENGTH(CLAUSES), e, speakers) ||
               (e->rival && some_fits(RIVALS, LENGTH(RIVALS), e, speakers));
    return some_fits(SENTENCES, LENGTH(SENTENCES), e, speakers) ||
           (!e->reported && some_fits(TOLD, LENGTH(TOLD), e, speakers));
}
