/* denials.c: see denials.h. A negation counts only where the other version has none of its own, by whatever
 * word: two sentences may deny one thing in two ways ("did not agree", "refused to agree"). */
#include "denials.h"

enum {
    REACH = 4,        /* words from a negation to the word that it denies */
    LEAST_SHARED = 3, /* content words that the versions share */
};

/* Words that deny or leave open without a negation. */
static const char DENYING[] = " deny denies denied denying refuse refuses refused refusing reject rejects "
                              "rejected rejecting fail fails failed "
                              "failing without lack lacks lacked lacking decline declines declined declining "
                              "oppose opposes opposed opposing "
                              "avoid avoids avoided stop stops stopped halt halted prevent prevents "
                              "prevented bar bars barred block blocks "
                              "blocked ban bans banned against unable hardly barely rarely unless instead "
                              "unlikely whether if dispute disputes "
                              "disputed dismiss dismisses dismissed false falsely untrue wrong ";

/* Behind a negation these take it back: "not only", "not just". */
static const char LIMITS[] = " only just merely simply necessarily least yet ";

struct denial {
    const struct vocabulary *vocabulary;
    const struct comparison *c;
};

static const struct form *form_at(const struct denial *d, const struct word *words, uint32_t at)
{
    return vocabulary_form(d->vocabulary, words[at].form);
}

static bool has_negation(const struct denial *d, const struct statement *s)
{
    const struct word *words = statement_words(d->c->statements, s);
    for (uint32_t i = 0; i < s->count; i++)
        if (form_at(d, words, i)->kind == FORM_NEGATION)
            return true;
    return false;
}

static bool denies(const struct denial *d, const struct statement *s)
{
    const struct word *words = statement_words(d->c->statements, s);
    for (uint32_t i = 0; i < s->count; i++)
        if (str_is_listed(form_at(d, words, i)->text, DENYING))
            return true;
    return has_negation(d, s);
}

/* The only negation of a statement, when it denies the content word right behind it, left in *denied; else
 * the number of its words. */
static uint32_t find_negation(const struct denial *d, const struct statement *s, uint32_t *denied)
{
    const struct word *words = statement_words(d->c->statements, s);
    uint32_t found = s->count;
    for (uint32_t i = 0; i < s->count; i++) {
        const struct form *form = form_at(d, words, i);
        if (form->kind != FORM_NEGATION && !str_is_listed(form->text, DENYING))
            continue;
        if (found < s->count || form->kind != FORM_NEGATION)
            return s->count;
        found = i;
    }
    if (found + 1 >= s->count || str_is_listed(form_at(d, words, found + 1)->text, LIMITS))
        return s->count;
    for (uint32_t i = found + 1; i < s->count && i <= found + REACH; i++)
        if (form_at(d, words, i)->kind == FORM_CONTENT) {
            *denied = i;
            return found;
        }
    return s->count;
}

/* Whether so much of the shorter version stands in the other that they tell one thing. */
static bool tell_one_thing(const struct denial *d, size_t version)
{
    const struct statement *own = &d->c->members[version], *full = &d->c->members[d->c->reference];
    uint32_t shared = d->c->alignments[version].content;
    uint32_t shorter = own->content < full->content ? own->content : full->content;
    return shared >= LEAST_SHARED && shared * 4 >= shorter * 3;
}

/* The word of one version that is the same verb or noun as a word of the other; NO_INDEX without one. */
static uint32_t partner(const struct alignment *alignment, uint32_t word, bool of_reference)
{
    vector_each (&alignment->pairs, pair)
        if ((of_reference ? pair->b : pair->a) == word && pair->likeness >= LIKENESS_STEM)
            return of_reference ? pair->a : pair->b;
    return NO_INDEX;
}

static void tell(struct readings *r, size_t version, uint64_t key, uint32_t from, uint32_t to)
{
    const struct statement *s = readings_member(r, version);
    const struct word *words = statement_words(r->c->statements, s);
    struct span span = {words[from].span.start, words[to].span.end};
    readings_tell(r, version, key, span_str(statement_text(r->c->statements, s), span), span);
}

/* Both words in marks are the business of sites.h. */
static bool are_quoted(const struct denial *d, const struct statement *a, uint32_t x,
                       const struct statement *b, uint32_t y)
{
    return statement_words(d->c->statements, a)[x].flags & statement_words(d->c->statements, b)[y].flags &
           WORD_QUOTED;
}

enum { AFFIRMED, DENIED };

/* Adds the difference when one of the version and the reference denies what the other says. */
static bool compare(struct readings *r, const struct denial *d, size_t version)
{
    const struct statement *own = &d->c->members[version], *full = &d->c->members[d->c->reference];
    bool own_denies = has_negation(d, own);
    uint32_t denied = 0;
    if (own_denies == has_negation(d, full) || !tell_one_thing(d, version) ||
        denies(d, own_denies ? full : own))
        return false;
    const struct statement *negative = own_denies ? own : full;
    uint32_t negation = find_negation(d, negative, &denied);
    if (negation == negative->count)
        return false;
    uint32_t affirmed = partner(&d->c->alignments[version], denied, !own_denies);
    if (affirmed == NO_INDEX || are_quoted(d, negative, denied, own_denies ? full : own, affirmed))
        return false;
    size_t reference = d->c->reference;
    readings_begin(r);
    for (size_t i = 0; i < r->c->count; i++) {
        if (i == (own_denies ? version : reference))
            tell(r, i, DENIED, negation, denied);
        else if (i == (own_denies ? reference : version))
            tell(r, i, AFFIRMED, affirmed, affirmed);
    }
    readings_push(r, DIFFERENCE_POLARITY, false);
    return true;
}

/* ---- whether it was said at all */

static bool has_speaker(const struct comparison *c, size_t a, size_t b)
{
    const struct speaker *speakers = c->statements->speakers.data;
    return speaker_compare(c->vocabulary, &speakers[c->members[a].speaker],
                           &speakers[c->members[b].speaker]) == SPEAKER_SAME;
}

/* "Did not say who would come" leaves a question open and denies nothing. */
static bool is_question(const struct denial *d, const struct statement *s)
{
    static const char *const ASKING[] = {"who",   "whom", "whose", "what",    "which", "when",
                                         "where", "why",  "how",   "whether", "if"};
    const struct word *words = statement_words(d->c->statements, s);
    return s->count && STR_IS_ONE_OF(form_at(d, words, 0)->text, ASKING);
}

/* Of what one speaker is reported to have said, and not to have said.
 * The first cue of a stance is its value. */
static void find_stances(struct readings *r, const struct denial *d)
{
    readings_begin(r);
    for (size_t i = 0; i < r->c->count; i++) {
        const struct statement *s = readings_member(r, i);
        const struct quote *quote = statement_quote(r->c->statements, s);
        if (!quote || quote->stance == STANCE_CONDITIONAL || s->is_part || is_question(d, s) ||
            !tell_one_thing(d, i) || !has_speaker(r->c, i, r->c->reference))
            continue;
        struct str value = span_str(statement_text(r->c->statements, s), quote->cue);
        if (!value.size)
            value = quote->stance == STANCE_SAID ? STR("said") : STR("not said");
        readings_tell(r, i, quote->stance, value, quote->cue);
    }
    readings_push(r, DIFFERENCE_POLARITY, false);
}

void denials_find(struct readings *readings)
{
    struct denial d = {readings->c->vocabulary, readings->c};
    find_stances(readings, &d);
    for (size_t i = 0; i < readings->c->count; i++)
        if (i != readings->c->reference && compare(readings, &d, i))
            return;
}
