/* verdict.c: see verdict.h. Precision first: the less there is to go by, the more of it must agree.
 *
 * What is measured: coverage, the share of the shorter statement's content words that are aligned; density,
 * the share of content words aligned in the stretch of the longer one that the alignment spans; the longest
 * run of equal words; whether each stretch in quotation marks is there word for word; words that are rare in
 * the story; whether the speakers can be one. The table holds the thresholds; the first row that fits
 * decides.
 */
#include "verdict.h"

#include "whosaid/base/array.h"

struct evidence {
    uint32_t content; /* content words of the shorter statement */
    uint32_t words;   /* all its words */
    uint32_t run;     /* longest run of equal words */
    uint32_t equal;   /* words equal */
    uint32_t kept;    /* words of the shorter that follow in the longer what they follow in the shorter */
    uint32_t rare;    /* content words matched that few statements of the story have */
    uint32_t region;  /* words of the larger of the stretches aligned */
    double coverage, density;
    bool quoted; /* both are in quotation marks, wholly or partly */
    bool term;   /* one is words in marks that nobody is credited with */
};

struct rule {
    enum speaker_relation worst; /* the least agreement of speakers that the row accepts */
    bool quoted;                 /* needs both in quotation marks */
    bool term;                   /* needs one to be words in marks that nobody is credited with */
    uint32_t content, rare;      /* at least */
    bool whole;                  /* needs each stretch of the shorter word for word, but for a leading word */
    uint32_t run;                /* at least */
    double coverage, density;    /* at least */
};

/* clang-format off */
static const struct rule RULES[] = {
    /* speakers     quoted term content rare whole run coverage density */
    {SPEAKER_SAME,  true,  false, 1, 0, true,  2, 1.00, 1.00}, /* a short fragment, word for word, by one speaker */
    {SPEAKER_SAME,  true,  false, 1, 1, true,  1, 1.00, 1.00}, /* one telling word in marks */
    {SPEAKER_SAME,  true,  false, 2, 1, true,  2, 1.00, 0.40}, /* several fragments of one sentence */
    {SPEAKER_SAME,  true,  false, 3, 0, false, 0, 0.99, 0.75}, /* the same frame with synonyms, by one speaker */
    {SPEAKER_SAME,  true,  false, 4, 0, false, 2, 0.70, 0.60},
    {SPEAKER_SAME,  true,  false, 6, 0, false, 5, 0.50, 0.60}, /* half changed around a long run */
    {SPEAKER_SAME,  false, false, 4, 0, false, 2, 0.75, 0.60}, /* with an indirect report */
    {SPEAKER_KIN,   true,  false, 2, 2, true,  2, 1.00, 1.00}, /* two telling words, of a suit and of who sues */
    {SPEAKER_OPEN,  true,  false, 2, 0, true,  3, 1.00, 1.00},
    {SPEAKER_OPEN,  true,  false, 1, 1, true,  3, 1.00, 1.00},
    {SPEAKER_OPEN,  true,  true,  1, 1, true,  2, 1.00, 1.00},
    {SPEAKER_OPEN,  true,  false, 4, 0, false, 3, 0.75, 0.70},
    {SPEAKER_OPEN,  true,  false, 7, 0, false, 6, 0.55, 0.60},
    {SPEAKER_OPEN,  false, false, 5, 0, false, 3, 0.80, 0.70},
    {SPEAKER_OTHER, true,  false, 3, 0, true,  7, 1.00, 1.00},
    {SPEAKER_OTHER, true,  false, 5, 0, false, 6, 0.95, 0.95}, /* the words are one, the attributions are not */
};
/* clang-format on */

static bool fits(const struct rule *rule, const struct evidence *e, enum speaker_relation speakers)
{
    return speakers <= rule->worst && (e->quoted || !rule->quoted) && (e->term || !rule->term) &&
           e->content >= rule->content && e->rare >= rule->rare &&
           (!rule->whole || e->kept + 1 >= e->words) && e->run >= rule->run &&
           e->coverage >= rule->coverage && e->density >= rule->density;
}

/* What is judged. */
struct judge {
    const struct vocabulary *vocabulary;
    const struct rarity *rarity;
    const struct alignment *alignment;
};

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

/* Names tell nothing here: they are said of one thing by many. */
static bool is_rare(const struct judge *judge, const struct word *word)
{
    if ((word->flags & (WORD_CAPITAL | WORD_INITIAL)) == WORD_CAPITAL)
        return false;
    uint32_t stem = vocabulary_form(judge->vocabulary, word->form)->stem;
    return judge->rarity->statements_with[stem] <= judge->rarity->most;
}

/* Whether the word of a scope before this one does not count either way:
 * nothing there or outside the marks. */
static bool begins_stretch(const struct scope *scope, uint32_t word)
{
    return word == 0 || (scope->words[word - 1].flags & scope->flag) != scope->flag;
}

static struct evidence weigh(const struct judge *judge, struct scope a, struct scope b, bool quoted)
{
    bool a_is_shorter = a.content < b.content || (a.content == b.content && a.in_scope < b.in_scope);
    const struct scope *shorter = a_is_shorter ? &a : &b;
    struct evidence e = {.quoted = quoted, .content = shorter->content, .words = shorter->in_scope};
    const struct word_pair *first = NULL, *last = NULL;
    uint32_t matched = 0, run = 0;
    for (size_t i = 0; i < judge->alignment->pairs.size; i++) {
        const struct word_pair *pair = &judge->alignment->pairs.data[i];
        bool in_scope =
            (a.words[pair->a].flags & a.flag) == a.flag && (b.words[pair->b].flags & b.flag) == b.flag;
        if (!in_scope)
            continue;
        bool content = counts(judge->vocabulary, &a, pair->a) && counts(judge->vocabulary, &b, pair->b);
        matched += content;
        e.rare += content && is_rare(judge, &a.words[pair->a]) && is_rare(judge, &b.words[pair->b]);
        bool equal = pair->likeness >= LIKENESS_NUMBER;
        bool follows = last && last->a + 1 == pair->a && last->b + 1 == pair->b;
        run = !equal ? 0 : follows ? run + 1 : 1;
        e.equal += equal;
        e.kept += equal && (run > 1 || begins_stretch(shorter, a_is_shorter ? pair->a : pair->b));
        e.run = run > e.run ? run : e.run;
        first = first ? first : pair;
        last = pair;
    }
    if (!matched || !e.content)
        return e;
    e.region = 1 + (last->a - first->a > last->b - first->b ? last->a - first->a : last->b - first->b);
    uint32_t region_a = count_region(judge->vocabulary, &a, first->a, last->a);
    uint32_t region_b = count_region(judge->vocabulary, &b, first->b, last->b);
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
    for (size_t i = 0; i < LENGTH(RULES); i++)
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

struct judgement verdict_judge(const struct statements *statements, const struct rarity *rarity,
                               const struct statement *a, const struct statement *b,
                               const struct alignment *alignment)
{
    struct judge judge = {statements->vocabulary, rarity, alignment};
    struct evidence all = weigh(&judge, scope_of(statements, a, false), scope_of(statements, b, false),
                                a->kind == VERSION_DIRECT && b->kind == VERSION_DIRECT);
    enum speaker_relation speakers =
        speaker_compare(statements->vocabulary, &statements->speakers.data[a->speaker],
                        &statements->speakers.data[b->speaker]);
    if (a->document == b->document) {
        /* What an article names twice is said twice only where it is quoted. */
        bool names = !all.rare && (a->kind == VERSION_INDIRECT || b->kind == VERSION_INDIRECT);
        bool repeats = a->quote != b->quote && !span_overlaps(a->span, b->span) && !names &&
                       all.coverage >= 1 && all.density >= 1 && all.content >= 4;
        return judged(repeats, speakers, &all);
    }
    if (some_rule_fits(&all, speakers))
        return judged(true, speakers, &all);
    if (a->quoted && b->quoted) {
        struct evidence inner =
            weigh(&judge, scope_of(statements, a, true), scope_of(statements, b, true), true);
        inner.term = a->is_term || b->is_term;
        if (some_rule_fits(&inner, speakers))
            return judged(true, speakers, &inner);
    }
    return judged(false, speakers, &all);
}
