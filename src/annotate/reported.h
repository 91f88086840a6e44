/* reported.h: what a verb can report without marks, where that begins, and who can be reported to say it. By
 * lexicon and shape alone; all look at one sentence at most. */
#ifndef WHOSAID_ANNOTATE_REPORTED_H
#define WHOSAID_ANNOTATE_REPORTED_H

#include "reading.h"

/* Where the content of a cue begins: behind an addressee. Equal to cue.end when no clause can follow. */
uint32_t reported_start(const struct reading *reading, struct stretch cue, uint32_t verb, uint32_t limit);

/* Whether a reported clause can begin at the token. */
bool reported_can_begin(const struct reading *reading, uint32_t verb, uint32_t start, uint32_t limit);

/* Whether a phrase can be whom something is attributed to: not "I" and "you", who speak inside somebody's
 * speech. */
bool reported_can_speak(const struct reading *reading, struct stretch speaker);

/* Whether a verb with this subject and what follows reports at all. */
bool reported_is_plain(const struct reading *reading, struct stretch speaker, uint32_t verb, uint32_t start,
                       uint32_t cue_first);

/* Whether words before a comma only lead into the sentence: "In her speech,", "If it rains,". */
bool reported_only_opens(const struct reading *reading, struct stretch content);

/* Whether the words before what may be a verb or a plural noun ("states", "reports") are somebody: "the board
 * states", not "smaller states". */
bool reported_by_somebody(const struct reading *reading, struct stretch speaker, uint32_t verb);

/* Whether what looks like a phrase has a verb and its object: "participants outlined a plan". */
bool reported_holds_clause(const struct reading *reading, struct stretch s);

/* Whether an opening mark stands in the stretch. */
bool reported_has_mark(const struct reading *reading, struct stretch s);

/* The stretch from limit to the border where "X said" or "according to X" begins, which reports it; empty
 * when something else stands there. */
struct stretch reported_before(const struct reading *reading, uint32_t limit, uint32_t border);

/* The clause that goes on behind the comma that ends its attribution: "The tunnel, said Lind, is safe". Empty
 * when what stands there is no part of content. */
struct stretch reported_rest(const struct reading *reading, struct stretch content, uint32_t comma,
                             uint32_t limit);

/* The first comma from token i on, or limit when there is none near by. */
uint32_t reported_comma(const struct reading *reading, uint32_t i, uint32_t limit);

#endif
