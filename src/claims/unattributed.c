/* unattributed.c: see unattributed.h. The words are held against each other whatever their order, each once.
 * Names alone say little: of one person, outlets tell many things. */
#include "unattributed.h"

enum {
    LEAST_COMMON = 3, /* words shared that are in no name */
    LEAST_SHARE = 4,  /* the product of the shares of both is at least one in so many */
};

/* Distinct words of content. */
struct overlap {
    uint32_t own, other; /* of both */
    uint32_t shared;
    uint32_t common; /* of these, in no name */
};

static uint32_t count_stems(const struct sentence *s)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->count; i++)
        count += sentence_has_new_stem(s, i);
    return count;
}

/* The first word that is like one of another sentence, or count. */
static uint32_t find_like(const struct sentence *s, const struct word *wanted)
{
    uint32_t at = 0;
    while (at < s->count && words_compare(s->vocabulary, wanted, &s->words[at]) < LIKENESS_SYNONYM)
        at++;
    return at;
}

static struct overlap find_overlap(const struct comparison *c, const struct statement *own,
                                   const struct statement *other)
{
    struct sentence a = statement_sentence(c->statements, own), b = statement_sentence(c->statements, other);
    struct overlap o = {.other = count_stems(&b)};
    for (uint32_t i = 0; i < a.count; i++) {
        if (!sentence_has_new_stem(&a, i))
            continue;
        uint32_t like = find_like(&b, &a.words[i]);
        o.own++;
        o.shared += like < b.count;
        o.common += like < b.count && !sentence_has_proper_noun(&a, i) && !sentence_has_proper_noun(&b, like);
    }
    return o;
}

static bool is_most(const struct overlap *o)
{
    return o->shared && LEAST_SHARE * o->shared * o->shared >= o->own * o->other;
}

bool unattributed_shares_half(const struct comparison *comparison, size_t a, size_t b)
{
    struct overlap o = find_overlap(comparison, &comparison->members[a], &comparison->members[b]);
    return o.shared * 2 >= (o.own < o.other ? o.own : o.other);
}

/* Whether a report tells that something is so: a verb stands in it, and not behind "who" or "which" only.
 * What somebody wants "to do" is no fact. */
static bool is_clause(const struct comparison *c, const struct statement *s)
{
    static const char *const APART[] = {"to", "who", "which", "whose", "whom", "where"};
    struct sentence report = statement_sentence(c->statements, s);
    for (uint32_t i = 0; i < report.count; i++) {
        const struct form *form = sentence_form(&report, i);
        if (STR_IS_ONE_OF(form->text, APART))
            return false;
        if (form->kind == FORM_AUXILIARY || form->kind == FORM_MODAL || form->past)
            return true;
    }
    return false;
}

/* Whether it was said, and not only supposed or denied. */
static bool is_said(const struct comparison *c, const struct statement *s)
{
    const struct quote *quote = statement_quote(c->statements, s);
    return s->kind == VERSION_INDIRECT && quote && quote->stance == STANCE_SAID;
}

/* Whether a sentence names the one whom the report is from: it may well say so in its own way. */
static bool names_speaker(const struct comparison *c, const struct statement *s,
                          const struct speaker *speaker)
{
    struct sentence own = statement_sentence(c->statements, s);
    for (size_t i = 0; i < speaker->name_count; i++)
        if ((speaker->name_words[i].flags & WORD_CAPITAL) &&
            find_like(&own, &speaker->name_words[i]) < own.count)
            return true;
    return false;
}

bool unattributed_tells(const struct comparison *comparison, size_t own, size_t report)
{
    const struct statement *a = &comparison->members[own], *b = &comparison->members[report];
    if (a->kind != VERSION_ASSERTION || a->reports || a->is_term || a->is_part || statement_is_quoted(a) ||
        a->document == b->document || !is_said(comparison, b) || !is_clause(comparison, b) ||
        names_speaker(comparison, a, &comparison->statements->speakers.data[b->speaker]))
        return false;
    struct overlap o = find_overlap(comparison, a, b);
    return o.common >= LEAST_COMMON && is_most(&o);
}
