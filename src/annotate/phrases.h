/* phrases.h: noun phrases around a place, by lexicon and shape alone. All look at a bounded number
 * of tokens. */
#ifndef WHOSAID_ANNOTATE_PHRASES_H
#define WHOSAID_ANNOTATE_PHRASES_H

#include "reading.h"

enum { PHRASE_MOST_TOKENS = 48 }; /* how far a phrase or a clause is followed */

/* The noun phrase that ends before token end, not before limit, with its apposition: "Carl Thayer, an expert
 * at X," without the last comma. Empty if there is none. */
struct stretch phrase_before(const struct reading *reading, uint32_t limit, uint32_t end);

/* The noun phrase that begins at token first, not beyond limit, with its apposition. Empty if there is none.
 */
struct stretch phrase_after(const struct reading *reading, uint32_t first, uint32_t limit);

/* The subject of the sentence that begins at first: the noun phrase before its first verb. Empty if unclear.
 */
struct stretch phrase_subject(const struct reading *reading, uint32_t first, uint32_t limit);

/* Whether a finite verb stands at the token, as far as can be told without a parse. */
bool phrase_is_finite(const struct reading *reading, uint32_t token);

/* Whether a past form that the lexicon does not know stands at the token: "surprised", but not in "a
 * surprised" or "was surprised". */
bool phrase_is_unknown_past(const struct reading *reading, uint32_t token);

/* Whether the token lets a base form behind it be a verb: a plural, a pronoun, an auxiliary. */
bool phrase_takes_base_form(const struct reading *reading, uint32_t token);

/* Whether a determiner can be a subject alone: "many say", "some think". */
bool phrase_stands_alone(const struct reading *reading, uint32_t token);

/* Whether "last week" or the like stands at the token: before a subject it is none of it. */
bool phrase_is_span_of_time(const struct reading *reading, uint32_t token);

#endif
