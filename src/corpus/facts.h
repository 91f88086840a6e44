/* facts.h: who published an article, when and where it was written: front matter, bylines, datelines. */
#ifndef WHOSAID_SRC_CORPUS_FACTS_H
#define WHOSAID_SRC_CORPUS_FACTS_H

#include "blocks.h"
#include "dates.h"
#include "words.h"

/* What is known so far; spans of the text, empty when unknown. A fact that is set stays: the surer source
 * comes first. */
struct facts {
    struct span title, outlet, credit, byline, url;
    struct date date;   /* month 0: unknown; year 0: only the day is known */
    char published[48]; /* the date as it is printed, perhaps with its time; "" when unknown */
};

/* Reads the lines "Title: ...", "Date: ..." that may lead a text, up to the blank line that closes them.
 * Returns where the rest of the text begins; 0 when there is no front matter. */
uint32_t facts_read_front_matter(struct str text, struct facts *facts);

/* Whether a block is nothing but a byline ("By Ann Lee and Bo Roe") or a date ("Friday, July 21, 2017",
 * "Updated 10:15 GMT, 20 June 2024"), or the label of one ("Published"); if so its facts are taken. */
bool facts_read_line(struct str text, struct span block, struct facts *facts);

/* Whether a block is one short line of names and nothing else: who wrote it, for whom, from where
 * ("Associated Press", "Ada Nyberg in Tallvik"). A headline in capitals looks alike, so it depends on where
 * it stands. */
bool facts_is_name_line(struct str text, struct span block);

/* Reads a dateline at the start of a block. Returns its end without white space; block.start when there is
 * none.
 *
 *     date 2031-03-04 TALLVIK, March 4 (Reuters) –
 *     WASHINGTON (AP) —
 *     (Reuters) -
 *     MOSCOW, June 20. /TASS/. */
uint32_t facts_read_dateline(struct str text, struct span block, struct facts *facts);

/* Whether a word names a news agency, or a broadcaster that is credited like one: "AP", "dpa". */
bool facts_is_agency(struct str name);

/* ---- for the parsers of facts.c and dateline.c: each reads at *at, and moves it behind what it read */

/* Passes blanks. */
void facts_skip_spaces(struct str text, size_t *at);

/* Reads a date with an optional time and takes it; false, and nothing changed, when none stands there. */
bool facts_read_date(struct str text, size_t *at, struct facts *facts);

/* Whether a word may stand in a name: one with a capital, or "and", "of", "van". */
bool facts_is_name_word(const struct word *word);

#endif
