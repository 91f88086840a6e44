/* verdict.c: see verdict.h. Precision first: the less there is to go by, the more of it must agree.
 *
 * What is measured: coverage, the share of the shorter statement's content words that are aligned; density,
 * the share of content words aligned in the stretch of the longer one that the alignment spans; the longest
 * run of equal words; whether the speakers can be one. The table holds the thresholds; the first row that
 * fits decides. */
#include "verdict.h"

struct evidence {
    uint32_t content; /* content words of the shorter statement */
    uint32_t words;   /* all its words */
    uint32_t run;     /* longest run of equal words */
    uint32_t equal;   /* words equal */
    uint32_t region;  /* words of the larger of the stretches aligned */
    double coverage, density;
    bool quoted; /* both are in quotation marks, wholly or partly */
};

struct rule {
    enum speaker_relation worst; /* the least agreement of speakers that the row accepts */
    bool quoted;                 /* needs both in quotation marks */
    uint32_t content;            /* at least */
    bool whole;                  /* needs all words of the shorter in one run, but for a leading one */
    uint32_t run;                /* at least */
    double coverage, density;    /* at least */
};

/* clang-format off */
static const struct rule RULES[] = {
    /* speakers     quoted content whole run coverage density */
    {SPEAKER_SAME,  true,  1, true,  2, 1.00, 1.00}, /* a short fragment, word for word, by one speaker */
    {SPEAKER_SAME,  true,  3, false, 0, 0.99, 0.75}, /* the same frame with synonyms, by one speaker */
    {SPEAKER_SAME,  true,  4, false, 2, 0.70, 0.60},
    {SPEAKER_SAME,  true,  6, false, 5, 0.50, 0.60}, /* half changed around a long run */
    {SPEAKER_SAME,  false, 4, false, 2, 0.75, 0.60}, /* with an indirect report */
    {SPEAKER_OPEN,  true,  2, true,  3, 1.00, 1.00},
    {SPEAKER_OPEN,  true,  4, false, 3, 0.75, 0.70},
    {SPEAKER_OPEN,  true,  7, false, 6, 0.55, 0.60},
    {SPEAKER_OPEN,  false, 5, false, 3, 0.80, 0.70},
    {SPEAKER_OTHER, true,  3, true,  7, 1.00, 1.00},
    {SPEAKER_OTHER, true,  5, false, 6, 0.95, 0.95}, /* the words are one, the attributions are not */
};
/* clang-format on */

static bool fits(const struct rule *rule, const struct evidence *e, enum speaker_relation speakers)
{
    return speakers <= rule->worst && (e->quoted || !rule->quoted) && e->content >= rule->content &&
           (!rule->whole || e->run + 1 >= e->words) &&
           e->run >= (rule->run < e->words ? rule->run : e->words) && e->coverage >= rule->coverage &&
           e->density >= rule->density;
}

/* What counts in a statement: the words inside quotation marks, or all of them. */
struct scope {
    const struct word *words;
    uint32_t count, content;
    uint32_t in_scope; /* words that count, with and without content */
    uint32_t flag;     /* a word counts when it has this flag; 0 all */
};

static struct scope scope_of(const struct statements *statements, const struct statement *s, bool quoted)
{
    struct scope scope = {statement_words(statements, s), s->count, quoted ? s->quoted : s->content, 0,
                          quoted ? WORD_QUOTED : 0};
    for (uint32_t i = 0; i < s->count; i++)
        scope.in_scope += (scope.words[i].flags & scope.flag) == scope.flag;
    return scope;
}

static bool counts(const struct vocabulary *vocabulary, const struct scope *scope, uint32_t word)
{
    const struct word *w = &scope->words[word];
    return (w->flags & scope->flag) == scope->flag && word_has_content(vocabulary, w);
}

/* Content words that count in [first, last]. */
static uint32_t count_region(const struct vocabulary *vocabulary, const struct scope *scope, uint32_t first,
                             uint32_t last)
{
    uint32_t content = 0;
    for (uint32_t i = first; i <= last; i++)
        content += counts(vocabulary, scope, i);
    return content;
}

static struct evidence weigh(const struct vocabulary *vocabulary, struct scope a, struct scope b,
                             const struct alignment *alignment, bool quoted)
{
    const struct scope *shorter =
        a.content < b.content || (a.content == b.content && a.in_scope < b.in_scope) ? &a : &b;
    struct evidence e = {.quoted = quoted, .content = shorter->content, .words = shorter->in_scope};
    const struct word_pair *first = NULL, *last = NULL;
    uint32_t matched = 0, run = 0;
    for (size_t i = 0; i < alignment->pairs.size; i++) {
        const struct word_pair *pair = &alignment->pairs.data[i];
        bool in_scope =
            (a.words[pair->a].flags & a.flag) == a.flag && (b.words[pair->b].flags & b.flag) == b.flag;
        if (!in_scope)
            continue;
        matched += counts(vocabulary, &a, pair->a) && counts(vocabulary, &b, pair->b);
        bool follows = last && last->a + 1 == pair->a && last->b + 1 == pair->b;
        run = pair->likeness < LIKENESS_NUMBER ? 0 : follows ? run + 1 : 1;
        e.equal += pair->likeness >= LIKENESS_NUMBER;
        e.run = run > e.run ? run : e.run;
        first = first ? first : pair;
        last = pair;
    }
    if (!matched || !e.content)
        return e;
    e.region = 1 + (last->a - first->a > last->b - first->b ? last->a - first->a : last->b - first->b);
    uint32_t region_a = count_region(vocabulary, &a, first->a, last->a);
    uint32_t region_b = count_region(vocabulary, &b, first->b, last->b);
    e.coverage = (double)matched / e.content;
    e.density = (double)matched / (region_a > region_b ? region_a : region_b);
    return e;
}

/* A sentence of everyday words, one or two of them changed: content words are too few to tell. */
static bool is_nearly_verbatim(const struct evidence *e, enum speaker_relation speakers)
{
    uint32_t enough = speakers == SPEAKER_SAME ? 6 : 9;
    return speakers != SPEAKER_OTHER && e->quoted && e->content > 0 && e->words >= enough &&
           e->equal * 10 >= e->words * 9 && e->equal * 10 >= e->region * 8;
}

static bool some_rule_fits(const struct evidence *e, enum speaker_relation speakers)
{
    if (is_nearly_verbatim(e, speakers))
        return true;
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        if (fits(&RULES[i], e, speakers))
            return true;
    return false;
}

static struct judgement judged(bool same, enum speaker_relation speakers, const struct evidence *e)
{
    bool exact =
        e->coverage >= 0.95 && e->density >= 0.95 && e->content >= 4 && e->run >= (e->content > 4 ? 6u : 7u);
    return (struct judgement){same, speakers, exact, e->coverage * e->density};
}

struct judgement verdict_judge(const struct vocabulary *vocabulary, const struct statements *statements,
                               const struct statement *a, const struct statement *b,
                               const struct alignment *alignment)
{
    struct evidence all = weigh(vocabulary, scope_of(statements, a, false), scope_of(statements, b, false),
                                alignment, a->kind == VERSION_DIRECT && b->kind == VERSION_DIRECT);
    enum speaker_relation speakers = speaker_compare(vocabulary, &statements->speakers.data[a->speaker],
                                                     &statements->speakers.data[b->speaker]);
    if (a->document == b->document) {
        bool repeats = a->quote != b->quote && all.coverage >= 1 && all.density >= 1 && all.content >= 4;
        return judged(repeats, speakers, &all);
    }
    if (some_rule_fits(&all, speakers))
        return judged(true, speakers, &all);
    if (a->quoted && b->quoted) {
        struct evidence inner =
            weigh(vocabulary, scope_of(statements, a, true), scope_of(statements, b, true), alignment, true);
        if (some_rule_fits(&inner, speakers))
            return judged(true, speakers, &inner);
    }
    return judged(false, speakers, &all);
}
