/* segment.h: where graphemes, words, sentences and lines of a text begin and end.
 *
 * Graphemes by UAX #29 (utf8proc), words by UAX #29 and line breaks by UAX #14 (libunistring). Sentences are
 * ours: news English needs to know "U.S. embassy", "Gen. X", "$3.5 billion", "Jan. 5", "J. D. Vance" and a
 * full stop before a closing quotation mark. All linear. */
#ifndef WHOSAID_TEXT_SEGMENT_H
#define WHOSAID_TEXT_SEGMENT_H

#include "whosaid/text/span.h"

#include <stdbool.h>

/* Moves *at (< text.size) to the end of the grapheme cluster that begins there. */
void text_next_grapheme(struct str text, size_t *at);

/* Appends the words of UAX #29 that hold a letter or a digit. Offsets count from text.data. */
void text_words(struct str text, span_vector *words);

/* Appends the sentences of range (byte offsets into text), without white space at their ends; a line end
 * followed by another or by a line that is indented further, or preceded by a sentence's end, always ends a
 * sentence, a single line end inside running text does not. A line too short or too long to have been wrapped
 * is not running text: a heading, a menu's entry, a whole paragraph. Offsets count from text.data. A
 * sentence's closing quotation marks and brackets belong to it. */
void text_sentences(struct str text, struct span range, span_vector *sentences);

/* Appends the paragraphs of a text: stretches of lines between blank lines; in a text without blank lines
 * every line is one, unless the lines were broken at a width. White space at their ends is left out. */
void text_paragraphs(struct str text, span_vector *paragraphs);

/* Appends the lines of text from byte offset start that are not blank, without white space at their ends. */
void text_lines(struct str text, size_t start, span_vector *lines);

/* Whether a blank line stands between two neighbours of them. */
bool text_is_blank_between(struct str text, struct span before, struct span line);

/* The width in bytes at which these lines were broken; 0 when they were not:
 * then line ends mean something. */
uint32_t text_wrapped_width(struct str text, const span_vector *lines);

/* Whether a line was broken at that width and its neighbour goes on with it: its end had no room for the next
 * word. */
bool text_line_goes_on(struct str text, struct span line, struct span next, uint32_t width);

/* Appends the lines of range when wrapped to columns (at least 1). White space at a break, and "\n", is in no
 * line; a blank line gives an empty one, an empty range none. A word wider than columns is cut between
 * graphemes, and a wide character alone may exceed a single column. Breaks are UAX #14's, so wide characters
 * and scripts without spaces wrap too. Offsets count from text.data. */
void text_wrap(struct str text, struct span range, unsigned columns, span_vector *lines);

#endif
