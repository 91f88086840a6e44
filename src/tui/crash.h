/* crash.h: gives the terminal back when the program can do nothing else any more (DESIGN §9).
 *
 * What must be sent is prepared while all is well; the handlers write it, put the terminal's modes back and
 * let the signal take its course. The same is done when a library calls exit(). */
#ifndef WHOSAID_TUI_CRASH_H
#define WHOSAID_TUI_CRASH_H

#include "whosaid/base/string.h"

#include <termios.h>

enum { CRASH_MOST_BYTES = 512 };

/* Arms the handlers of faults (SIGSEGV, SIGABRT ...) and of whatever else would end the program at once
 * (SIGXCPU, SIGUSR1 ...) for a terminal: the bytes that give it back (cut at CRASH_MOST_BYTES; copied) and
 * its modes (NULL: it has none). Calling it again replaces both. */
void crash_arm(int descriptor, struct str bytes, const struct termios *modes);

/* The terminal was given back in an orderly way: nothing is left to do. */
void crash_disarm(void);

/* Does it now, once, if armed. Async-signal-safe; never waits long for a terminal that takes no output. */
void crash_restore(void);

#endif
