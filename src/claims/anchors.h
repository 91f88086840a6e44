/* anchors.h: the verb that a date, an amount or a place in a sentence belongs to, and who does it, so that
 * two sentences tell of one event only where both are the same. */
#ifndef WHOSAID_CLAIMS_ANCHORS_H
#define WHOSAID_CLAIMS_ANCHORS_H

#include "sentence.h"

struct anchor {
    uint32_t of;   /* concept of the content word before; times of the day between are passed over */
    uint32_t verb; /* concept of the nearest verb before the words that is past or planned, else of a past one
                      after them */
    uint32_t who;  /* concept of the nearest name before that verb */
    bool led;      /* the verb stands before the words, or next to them: "on Friday filed"; and is not one of
                      speech */
    bool beside;   /* it stands right before or behind them */
};

/* What the words at a place belong to; CONCEPT_NONE for what is not found. "Said" is no event: when something
 * was said tells nothing of what was said. Linear. */
struct anchor anchor_find(const struct sentence *s, uint32_t at);

/* Whether the word is a past form of a verb, "said" among them. */
bool anchor_is_past(const struct sentence *s, uint32_t at);

/* Whether both belong to the same word, or to the same verb of the same name; the name may be missing where
 * one stands right behind the verb. */
bool anchors_agree(const struct anchor *a, const struct anchor *b);

#endif
