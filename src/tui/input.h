/* input.h: bytes from the terminal to keys.
 *
 * Keys are decoded here and not by curses, so that the loop sees a closed terminal as a read of nothing, a
 * UTF-8 character may arrive in pieces, and what a terminal sends unasked is swallowed whole. Understood are
 * UTF-8 and the cursor keys of ECMA-48 terminals (CSI and SS3, with or without modifiers), which every entry
 * that can run a full-screen program today describes; and mouse reports of xterm's SGR form (mode 1006). */
#ifndef WHOSAID_TUI_INPUT_H
#define WHOSAID_TUI_INPUT_H

#include "whosaid/view/browser.h"

#include <stddef.h>

enum {
    INPUT_CAPACITY = 4096,
    INPUT_ESCAPE_MS = 25,  /* how long an Esc waits for the rest of a key's sequence */
    INPUT_ANSWER_MS = 200, /* and while an answer of the terminal is due, which may come in pieces */
};

/* A zeroed one is empty. */
struct input {
    unsigned char bytes[INPUT_CAPACITY];
    size_t start, end;
    struct mouse_event mouse; /* behind KEY_MOUSE_EVENT */
    int32_t background;       /* behind KEY_BACKGROUND_ANSWER: 0xRRGGBB */
};

/* Reads what the terminal has, without waiting for more than is there. Returns the bytes read; 0 when the
 * terminal is closed; -1 when a signal came first. */
long input_read(struct input *input, int descriptor);

/* For tests: takes bytes as if they had been read; what does not fit is dropped. */
void input_feed(struct input *input, const void *bytes, size_t size);

/* The next key; KEY_MOUSE_EVENT when it is an event of the mouse, which is then in input->mouse, and
 * KEY_BACKGROUND_ANSWER for the terminal's answer to "OSC 11 ; ?". False when there is none, or only the
 * beginning of one (see input_is_waiting). late says that the rest did not come in time: the bytes then count
 * one by one. */
bool input_next(struct input *input, bool late, key_code *key);

/* Whether the beginning of a key is there. */
bool input_is_waiting(const struct input *input);

#endif
