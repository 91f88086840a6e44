/* retold.c: see retold.h.
 *
 * Each content word of one statement is paired with the likest of the other's. A word weighs by its rarity in
 * the story, the further words of a name little, as a name is one thing of however many words. Two remarks
 * are one when the words they share are a good part of what both say, some of them are rare, and not all of
 * them names: people say many things about the same few people. */
#include "retold.h"

#include "whosaid/base/array.h"

#include <math.h>

/* A word inside a name weighs one in so many, a synonym three in four. */
static const double INNER = 1.0 / 3, SYNONYM = 0.75;

/* Of a statement that is no clause this much must be shared. */
static const double TOPIC_SHARE = 0.25;

/* A statement's words, and how rare they are. */
struct view {
    struct sentence s;
    const struct rarity *rarity;
};

/* What two statements share. */
struct overlap {
    uint32_t words;  /* content words, a name counted once */
    uint32_t rare;   /* of these, rare in the story */
    uint32_t common; /* of these, no names */
    double share;    /* the product of the shares of both weights */
    double shorter;  /* the larger of both shares */
};

static uint32_t stem_of(const struct view *view, uint32_t word)
{
    return sentence_form(&view->s, word)->stem;
}

/* Right behind another word of the same name. */
static bool is_inner(const struct view *view, uint32_t word)
{
    return word > 0 && sentence_has_proper_noun(&view->s, word) && sentence_has_capital(&view->s, word - 1) &&
           sentence_gap(&view->s, word - 1).size == 1;
}

static double weight_of(const struct view *view, uint32_t word)
{
    uint32_t with = view->rarity->statements_with[stem_of(view, word)];
    return log2(1.0 + view->rarity->statements / (with ? with : 1)) * (is_inner(view, word) ? INNER : 1);
}

static double weigh_all(const struct view *view)
{
    double sum = 0;
    for (uint32_t i = 0; i < view->s.count; i++)
        if (sentence_has_new_stem(&view->s, i))
            sum += weight_of(view, i);
    return sum;
}

/* The word of a view that is most like one of another; *likeness says how far. */
static uint32_t find_likest(const struct view *view, const struct word *wanted, enum word_likeness *likeness)
{
    uint32_t best = 0;
    *likeness = LIKENESS_NONE;
    for (uint32_t i = 0; i < view->s.count && *likeness < LIKENESS_EXACT; i++) {
        enum word_likeness one = words_compare(view->s.vocabulary, wanted, &view->s.words[i]);
        if (one <= *likeness || !sentence_has_content(&view->s, i))
            continue;
        *likeness = one;
        best = i;
    }
    return best;
}

static struct overlap find_overlap(const struct view *a, const struct view *b)
{
    struct overlap o = {0};
    double weight = 0, all_a = weigh_all(a), all_b = weigh_all(b);
    for (uint32_t i = 0; i < a->s.count; i++) {
        enum word_likeness likeness;
        if (!sentence_has_new_stem(&a->s, i))
            continue;
        uint32_t k = find_likest(b, &a->s.words[i], &likeness);
        if (likeness == LIKENESS_NONE)
            continue;
        bool inner = is_inner(a, i) || is_inner(b, k);
        bool rare = a->rarity->statements_with[stem_of(a, i)] <= a->rarity->most &&
                    b->rarity->statements_with[stem_of(b, k)] <= a->rarity->most;
        weight += fmin(weight_of(a, i), weight_of(b, k)) * (likeness == LIKENESS_SYNONYM ? SYNONYM : 1);
        o.words += !inner;
        o.rare += !inner && rare;
        o.common += !sentence_has_proper_noun(&a->s, i) && !sentence_has_proper_noun(&b->s, k);
    }
    o.shorter = weight / fmin(all_a, all_b);
    o.share = weight > 0 ? weight * weight / (all_a * all_b) : 0;
    return o;
}

/* Whether it tells something and does not only name what the talk is about: "the controversy", "same-sex
 * marriage". */
static bool is_clause(const struct sentence *s)
{
    if (sentence_has_word(s, 0, "to") || sentence_has_word(s, 0, "that"))
        return true;
    for (uint32_t i = 0; i < s->count; i++) {
        const struct form *form = sentence_form(s, i);
        if (form->kind == FORM_AUXILIARY || form->kind == FORM_MODAL || form->past)
            return true;
    }
    return false;
}

/* The first row that fits decides; at least each. */
static const struct {
    enum speaker_relation worst; /* at most */
    uint32_t words, rare, common;
    double shorter, share;
} RULES[] = {
    /* clang-format off */
    /* speakers    words rare common shorter share */
    {SPEAKER_SAME, 2,    2,   1,     0.60,   0.15},
    {SPEAKER_SAME, 3,    1,   1,     0.55,   0.15},
    {SPEAKER_SAME, 3,    2,   1,     0.42,   0.15},
    {SPEAKER_SAME, 4,    2,   2,     0.42,   0.13},
    {SPEAKER_SAME, 7,    2,   3,     0.28,   0.07},
    {SPEAKER_KIN,  3,    2,   1,     0.55,   0.14},
    {SPEAKER_OPEN, 2,    2,   2,     0.80,   0.40},
    {SPEAKER_OPEN, 3,    2,   1,     0.55,   0.20},
    {SPEAKER_OPEN, 4,    3,   2,     0.50,   0.18},
    /* clang-format on */
};

double retold_judge(const struct statements *statements, const struct rarity *rarity,
                    enum speaker_relation speakers, const struct statement *a, const struct statement *b)
{
    struct view x = {statement_sentence(statements, a), rarity};
    struct view y = {statement_sentence(statements, b), rarity};
    struct overlap o = find_overlap(&x, &y);
    bool clauses = is_clause(&x.s) && is_clause(&y.s);
    bool agree = sentence_has_negation(&x.s) == sentence_has_negation(&y.s);
    for (size_t i = 0; i < LENGTH(RULES); i++)
        if (speakers <= RULES[i].worst && o.words >= RULES[i].words && o.rare >= RULES[i].rare &&
            o.common >= RULES[i].common && o.shorter >= RULES[i].shorter && o.share >= RULES[i].share)
            return (clauses || o.share >= TOPIC_SHARE) &&
                           (agree || (speakers == SPEAKER_SAME && o.words >= 4))
                       ? o.share
                       : 0;
    return 0;
}
