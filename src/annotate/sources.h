/* sources.h: where a pair of quotation marks finds its cue and its speaker: behind it ("...," X said), before
 * it (X said, "..."), or in a colon. Each looks at most PHRASE_MOST_TOKENS to its side; what is then a
 * quotation, and how far, is for quoted.c. */
#ifndef WHOSAID_ANNOTATE_SOURCES_H
#define WHOSAID_ANNOTATE_SOURCES_H

#include "reading.h"

enum { LONG_SPEECH = 7 }; /* words that make unattributed marks speech and not a term */

/* A cue and its speaker. */
struct source {
    struct stretch speaker, cue;
    uint32_t verb, rule;
    uint32_t last; /* token behind which what it reports cannot go on; NO_INDEX when it can */
    bool found;    /* else the rest says nothing */
};

/* A cue behind the pair, not beyond token limit, if its last characters and what follows allow one. */
struct source source_after(const struct reading *reading, const struct pair *pair, uint32_t limit);

/* The cue between limit and token open that governs what is quoted there: the nearest one, or one before it
 * whose clause holds that one too ("noted that the visits are meant to show that ..."). Whose a participle or
 * a second verb is may be known from before limit ("...," she said, adding); else known is empty. */
struct source source_before(const struct reading *reading, uint32_t limit, uint32_t open,
                            struct stretch known);

/* Whether a name behind a dash, or behind "from", stands before the colon that opens the pair: "POLLS AGREE -
 * Ida Brandt:". Then no cue before the dash is the pair's. */
bool source_is_named(const struct reading *reading, uint32_t limit, const struct pair *pair);

/* A colon that opens speech without a cue verb: the sentence's subject speaks. */
struct source source_introduced(const struct reading *reading, uint32_t limit, const struct pair *pair);

/* The cue that ends the paragraph before and announces this one: "Potts agreed:". pair: the marks around it;
 * NULL when it has none, as block quotations do not: then nothing less than a verb announces it. */
struct source source_announced(const struct reading *reading, const struct paragraph *paragraph,
                               const struct pair *pair);

/* Whether a cue before the pair, perhaps far away or of a kind that takes things, may own it at all. */
bool source_reaches(const struct reading *reading, const struct source *source, const struct pair *pair);

/* Where the text behind a quotation, from token first on, stops being able to attribute it. */
uint32_t source_tail_end(const struct reading *reading, uint32_t first, uint32_t limit);

/* Whether the words between a cue and a quotation only say to whom, when or where, so that speech begins at
 * the mark: "told reporters on Monday:". */
bool source_opens_speech(const struct reading *reading, const struct source *source, uint32_t open);

/* Where the content of a reported clause begins: behind the addressee, with its "that". */
uint32_t source_content_start(const struct reading *reading, const struct source *source, uint32_t open);

#endif
