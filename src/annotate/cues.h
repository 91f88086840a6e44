/* cues.h: the words that attribute: which verbs do where they stand, how far the cue reaches around its verb,
 * and whose it is. By lexicon and shape alone; all look at a bounded number of tokens. */
#ifndef WHOSAID_ANNOTATE_CUES_H
#define WHOSAID_ANNOTATE_CUES_H

#include "reading.h"

/* Whether a verb at the token could attribute: a cue verb in lower case that is not a noun here. */
bool cue_is_verb(const struct reading *reading, uint32_t token, uint32_t limit);

/* Whether no noun has the form of the cue's last word: "said", "contend", but not "claims". */
bool cue_is_only_verb(const struct reading *reading, struct stretch cue);

/* Whether a verb that is no cue by itself becomes one by its particle: "put it", "shot back". */
bool cue_is_phrasal(const struct reading *reading, uint32_t token);

/* The whole cue around its verb: "has also said", "pointed out", "said in a statement". */
struct stretch cue_extend(const struct reading *reading, uint32_t verb, uint32_t limit, uint32_t end);

/* Whether "is expected to" or the like stands before the verb, not before limit. */
bool cue_is_planned(const struct reading *reading, uint32_t verb, uint32_t limit);

/* Whether the cue is in the passive: "was called". */
bool cue_is_passive(const struct reading *reading, struct stretch cue, uint32_t verb);

/* The verb of a cue that is passive, wherever in it: "is widely seen as". NO_INDEX when none is. */
uint32_t cue_passive_verb(const struct reading *reading, struct stretch cue);

/* Whose cue it is: the phrase before it, within limit; for a participle behind a comma and for a second verb
 * (*shared), the subject of the sentence that begins at sentence. Empty if unclear. */
struct stretch cue_subject(const struct reading *reading, uint32_t limit, uint32_t sentence,
                           struct stretch cue, uint32_t verb, bool *shared);

/* Whether the verb ends "was quoted (by the Herald) as saying" or "is reported to have said"; *cue then
 * becomes all of it. */
bool cue_is_quoted_as(const struct reading *reading, struct stretch *cue, uint32_t verb, uint32_t limit);

/* Whether a whole cue is of that kind. */
bool cue_is_hearsay(const struct reading *reading, struct stretch cue);

/* Whether "according to" stands at the token. */
bool cue_is_according(const struct reading *reading, uint32_t token);

/* Where what is told begins: behind the addressee that begins at the token, "told [Sky News] the talks ...",
 * "told [them] that". The token itself when nobody is addressed, or it is unclear where that ends. */
uint32_t cue_addressee_end(const struct reading *reading, uint32_t token, uint32_t limit);

/* Whom "according to" at the token names. An apposition that no second comma ends is none: "according to
 * Lind, the plan failed". Empty if there is nobody. */
struct stretch phrase_after_according(const struct reading *reading, uint32_t cue, uint32_t limit);

/* Whether what looks like a quotation only says that somebody said nothing, or wants no name: "declined to
 * comment", "did not respond to a request", "could neither confirm nor deny the report", "asked not to be
 * named". */
bool cue_refuses(const struct reading *reading, struct stretch cue, struct stretch content);

/* Whether the words between first and the speaker that begins at token speaker make a condition of what the
 * speaker says: "if he says", "unless the court rules". */
bool cue_is_conditional(const struct reading *reading, uint32_t first, uint32_t speaker);

/* Whether they make the speaker's clause subordinate in any way: "if he says", "when Lind told the panel". */
bool cue_is_subordinate(const struct reading *reading, uint32_t first, uint32_t speaker);

#endif
