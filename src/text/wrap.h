/* wrap.h: the verdicts that text_wrap goes by, for its test. */
#ifndef WHOSAID_SRC_TEXT_WRAP_H
#define WHOSAID_SRC_TEXT_WRAP_H

#include "whosaid/base/string.h"

/* Whether a line may break before each byte of a text (breaks has text.size elements): UAX #14 by
 * libunistring, mended where that breaks behind a stop inside a word. */
void wrap_find_breaks(struct str text, char *breaks);

#endif
