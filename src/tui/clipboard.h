/* clipboard.h: text for the terminal's clipboard (OSC 52), which works from afar too. */
#ifndef WHOSAID_TUI_CLIPBOARD_H
#define WHOSAID_TUI_CLIPBOARD_H

#include "whosaid/base/string.h"

/* Terminals take about so much. */
enum { CLIPBOARD_MOST = 64 * 1024 };

/* Appends the sequence that puts text there. */
void clipboard_sequence(struct str text, struct strbuf *out);

#endif
