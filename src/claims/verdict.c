/* verdict.c: see verdict.h. Precision first: the less there is to go by, the more of it must agree.
 *
 * What is measured: coverage, the share of the shorter statement's content words that are aligned; density, the share
 * of content words aligned in the stretch of the longer one that the alignment spans; the longest run of equal words;
 * whether the speakers can be one. The table holds the thresholds; the first row that fits decides. */
#include "verdict.h"

struct evidence {
    uint32_t content; /* content words of the shorter statement */
    uint32_t run;     /* longest run of equal words */
    double coverage, density;
    bool quoted;      /* both are in quotation marks, wholly or partly */
};

struct rule {
    enum speaker_relation worst; /* the least agreement of speakers that the row accepts */
    bool quoted;                 /* needs both in quotation marks */
    uint32_t content, run;       /* at least */
    double coverage, density;    /* at least */
};

static const struct rule RULES[] = {
    /* speakers     quoted content run coverage density */
    {SPEAKER_SAME,  true,  1, 2, 1.00, 1.00}, /* a short fragment, word for word, by one speaker */
    {SPEAKER_SAME,  true,  3, 0, 0.99, 0.75}, /* the same frame with synonyms, by one speaker */
    {SPEAKER_SAME,  true,  4, 2, 0.70, 0.60},
    {SPEAKER_SAME,  true,  6, 5, 0.50, 0.60}, /* half changed around a long run */
    {SPEAKER_SAME,  false, 4, 2, 0.75, 0.60}, /* with an indirect report */
    {SPEAKER_OPEN,  true,  2, 3, 1.00, 1.00},
    {SPEAKER_OPEN,  true,  4, 3, 0.75, 0.70},
    {SPEAKER_OPEN,  true,  7, 6, 0.55, 0.60},
    {SPEAKER_OPEN,  false, 5, 3, 0.80, 0.70},
    {SPEAKER_OTHER, true,  4, 6, 0.99, 0.95}, /* the words are one, the attributions are not */
    {SPEAKER_OTHER, true,  6, 4, 0.75, 0.70},
    {SPEAKER_OTHER, false, 6, 6, 0.90, 0.85},
};

static bool fits(const struct rule *rule, const struct evidence *e, enum speaker_relation speakers)
{
    return speakers <= rule->worst && (e->quoted || !rule->quoted) && e->content >= rule->content &&
           e->run >= rule->run && e->coverage >= rule->coverage && e->density >= rule->density;
}

enum verdict verdict_judge(const struct vocabulary *vocabulary, const struct statements *statements,
                           const struct statement *shorter, const struct statement *longer,
                           const struct alignment *alignment, double *strength)
{
    if (!shorter->content || !alignment->pairs.size)
        return VERDICT_APART;
    struct evidence e = {
        .content = shorter->content,
        .run = alignment->longest_run,
        .coverage = (double)alignment->content / shorter->content,
        .density = alignment->region_content ? (double)alignment->content / alignment->region_content : 0,
        .quoted = statement_is_quoted(shorter) && statement_is_quoted(longer),
    };
    enum speaker_relation speakers = speaker_compare(vocabulary, &statements->speakers.data[shorter->speaker],
                                                     &statements->speakers.data[longer->speaker]);
    *strength = e.coverage * 0.6 + e.density * 0.4;
    if (shorter->document == longer->document)
        return e.coverage >= 1 && e.density >= 1 && e.run == shorter->count && e.content >= 4 ? VERDICT_SAME
                                                                                              : VERDICT_APART;
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        if (fits(&RULES[i], &e, speakers))
            return VERDICT_SAME;
    return e.content >= 4 && alignment->content >= 3 && e.coverage >= 0.4 ? VERDICT_SIMILAR : VERDICT_APART;
}
