/* sentence.h: the words of a sentence by their place in it, for whoever reads what the sentence tells: dates,
 * numbers, places, rankings. It knows no grammar.
 *
 * A view: the words and their text are somebody else's, and places count from 0. */
#ifndef WHOSAID_CLAIMS_SENTENCE_H
#define WHOSAID_CLAIMS_SENTENCE_H

#include "words.h"

struct sentence {
    const struct vocabulary *vocabulary;
    struct str text;          /* the article's, which the words' spans are of */
    const struct word *words; /* ascending in the text */
    uint32_t count;
};

/* The form of a word, and its concept; at is below count. The form is borrowed, until the next word is
 * scanned or interned. */
const struct form *sentence_form(const struct sentence *s, uint32_t at);
uint32_t sentence_concept(const struct sentence *s, uint32_t at);

/* A word in lower case, as its form has it; empty behind the last. Borrowed. */
struct str sentence_word(const struct sentence *s, uint32_t at);

/* Whether a word is this one, in lower case. */
bool sentence_has_word(const struct sentence *s, uint32_t at, const char *word);

/* Whether a word carries content, begins with a capital, and both, as a name does. No word behind the last
 * does. */
bool sentence_has_content(const struct sentence *s, uint32_t at);
bool sentence_has_capital(const struct sentence *s, uint32_t at);
bool sentence_has_name(const struct sentence *s, uint32_t at);

/* Whether a capital is a name's, and not only its sentence's first; at is below count. */
bool sentence_has_proper_noun(const struct sentence *s, uint32_t at);

/* Whether a word carries content and none of its stem stands before it; at is below count. Linear. */
bool sentence_has_new_stem(const struct sentence *s, uint32_t at);

/* Whether a negation stands anywhere in it. Linear. */
bool sentence_has_negation(const struct sentence *s);

/* Whether a word ends in 's, straight or curved, which its form leaves out; at is below count. */
bool sentence_has_possessive(const struct sentence *s, uint32_t at);

/* Whether the next word follows with nothing but a space or a hyphen between; none follows the last. */
bool sentence_touches(const struct sentence *s, uint32_t at);

/* What stands between a word and the next, which must be there. Borrowed. */
struct str sentence_gap(const struct sentence *s, uint32_t at);

/* The stretch of the text from one word to another, both included. */
struct span sentence_span(const struct sentence *s, uint32_t first, uint32_t last);

#endif
