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

static struct sentence sentence_of(const struct comparison *c, const struct statement *s)
{
    return statement_sentence(c->statements, s);
}

static bool has_negation(const struct comparison *c, const struct statement *s)
{
    struct sentence words = sentence_of(c, s);
    return sentence_has_negation(&words);
}

static bool denies(const struct comparison *c, const struct statement *s)
{
    struct sentence words = sentence_of(c, s);
    for (uint32_t i = 0; i < words.count; i++)
        if (str_is_listed(sentence_word(&words, i), DENYING))
            return true;
    return sentence_has_negation(&words);
}

/* The only negation of a statement, when it denies the content word right behind it, left in *denied; else
 * the number of its words. */
static uint32_t find_negation(const struct comparison *c, const struct statement *s, uint32_t *denied)
{
    struct sentence words = sentence_of(c, s);
    uint32_t found = words.count;
    for (uint32_t i = 0; i < words.count; i++) {
        const struct form *form = sentence_form(&words, i);
        if (form->kind != FORM_NEGATION && !str_is_listed(form->text, DENYING))
            continue;
        if (found < words.count || form->kind != FORM_NEGATION)
            return words.count;
        found = i;
    }
    if (found + 1 >= words.count || str_is_listed(sentence_word(&words, found + 1), LIMITS))
        return words.count;
    for (uint32_t i = found + 1; i < words.count && i <= found + REACH; i++)
        if (sentence_form(&words, i)->kind == FORM_CONTENT) {
            *denied = i;
            return found;
        }
    return words.count;
}

/* Whether so much of the shorter version stands in the other that they tell one thing. */
static bool tell_one_thing(const struct comparison *c, size_t version)
{
    const struct statement *own = &c->members[version], *full = &c->members[c->reference];
    uint32_t shared = c->alignments[version].content;
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
    struct sentence words = statement_sentence(r->c->statements, readings_member(r, version));
    struct span span = sentence_span(&words, from, to);
    readings_tell(r, version, key, span_str(words.text, span), span);
}

/* Both words in marks are the business of sites.h. */
static bool are_quoted(const struct comparison *c, const struct statement *a, uint32_t x,
                       const struct statement *b, uint32_t y)
{
    return statement_words(c->statements, a)[x].flags & statement_words(c->statements, b)[y].flags &
           WORD_QUOTED;
}

enum { AFFIRMED, DENIED };

/* Adds the difference when one of the version and the reference denies what the other says. */
static bool compare(struct readings *r, size_t version)
{
    const struct comparison *c = r->c;
    const struct statement *own = &c->members[version], *full = &c->members[c->reference];
    bool own_denies = has_negation(c, own);
    uint32_t denied = 0;
    if (own_denies == has_negation(c, full) || !tell_one_thing(c, version) ||
        denies(c, own_denies ? full : own))
        return false;
    const struct statement *negative = own_denies ? own : full;
    uint32_t negation = find_negation(c, negative, &denied);
    if (negation == negative->count)
        return false;
    uint32_t affirmed = partner(&c->alignments[version], denied, !own_denies);
    if (affirmed == NO_INDEX || are_quoted(c, negative, denied, own_denies ? full : own, affirmed))
        return false;
    size_t reference = c->reference;
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
static bool is_question(const struct comparison *c, const struct statement *s)
{
    static const char *const ASKING[] = {"who",   "whom", "whose", "what",    "which", "when",
                                         "where", "why",  "how",   "whether", "if"};
    struct sentence words = sentence_of(c, s);
    return STR_IS_ONE_OF(sentence_word(&words, 0), ASKING);
}

/* Of what one speaker is reported to have said, and not to have said.
 * The first cue of a stance is its value. */
static void find_stances(struct readings *r)
{
    const struct comparison *c = r->c;
    readings_begin(r);
    for (size_t i = 0; i < c->count; i++) {
        const struct statement *s = readings_member(r, i);
        const struct quote *quote = statement_quote(c->statements, s);
        if (!quote || quote->stance == STANCE_CONDITIONAL || s->is_part || is_question(c, s) ||
            !tell_one_thing(c, i) || !has_speaker(c, i, c->reference))
            continue;
        struct str value = span_str(statement_text(c->statements, s), quote->cue);
        if (!value.size)
            value = quote->stance == STANCE_SAID ? STR("said") : STR("not said");
        readings_tell(r, i, quote->stance, value, quote->cue);
    }
    readings_push(r, DIFFERENCE_POLARITY, false);
}

void denials_find(struct readings *readings)
{
    find_stances(readings);
    for (size_t i = 0; i < readings->c->count; i++)
        if (i != readings->c->reference && compare(readings, i))
            return;
}
