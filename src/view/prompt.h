/* prompt.h: a line that is being typed. */
#ifndef WHOSAID_SRC_VIEW_PROMPT_H
#define WHOSAID_SRC_VIEW_PROMPT_H

#include "whosaid/base/string.h"
#include "whosaid/view/keys.h"

enum prompt_state { PROMPT_CLOSED, PROMPT_OPEN, PROMPT_DONE, PROMPT_CANCELLED };

struct prompt {
    enum prompt_state state;
    char sign;          /* what it begins with, and asks for: '/' a pattern, ':' an action */
    struct strbuf text; /* sanitised */
};

void prompt_init(struct prompt *prompt);
void prompt_release(struct prompt *prompt);

/* Opens it empty. */
void prompt_open(struct prompt *prompt, char sign);

/* One key: Enter is done, Esc cancels, and so does erasing more than there is. */
void prompt_key(struct prompt *prompt, key_code key);

#endif
