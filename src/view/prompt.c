/* prompt.c: see prompt.h. */
#include "prompt.h"

#include "whosaid/text/decode.h"
#include "whosaid/text/sanitise.h"
#include "whosaid/text/segment.h"

enum { MOST_BYTES = 400, CTRL_H = 8, CTRL_U = 21, ESC = 27, RUBOUT = 127 };

void prompt_init(struct prompt *prompt)
{
    prompt->state = PROMPT_CLOSED;
    strbuf_init(&prompt->text);
}

void prompt_release(struct prompt *prompt)
{
    strbuf_release(&prompt->text);
}

void prompt_open(struct prompt *prompt, char sign)
{
    prompt->sign = sign;
    prompt->state = PROMPT_OPEN;
    strbuf_clear(&prompt->text);
}

static void erase_grapheme(struct prompt *prompt)
{
    size_t at = 0, last = 0;
    while (at < prompt->text.size) {
        last = at;
        text_next_grapheme(strbuf_str(&prompt->text), &at);
    }
    if (at == 0) {
        prompt->state = PROMPT_CANCELLED;
        return;
    }
    prompt->text.size = last;
    prompt->text.data[last] = '\0';
}

/* Adds a typed character; the whole line is sanitised again, since a mark or a joiner needs what stands
 * before it. */
static void type_character(struct prompt *prompt, char32_t character)
{
    struct strbuf clean;
    if (prompt->text.size > MOST_BYTES)
        return;
    strbuf_init(&clean);
    strbuf_add_code_point(&prompt->text, character);
    text_sanitise_line(strbuf_str(&prompt->text), &clean);
    strbuf_release(&prompt->text);
    prompt->text = clean;
}

void prompt_key(struct prompt *prompt, key_code key)
{
    switch (key) {
    case '\r':
    case '\n': prompt->state = PROMPT_DONE; break;
    case ESC: prompt->state = PROMPT_CANCELLED; break;
    case CTRL_H:
    case KEY_DELETE_KEY:
    case RUBOUT: erase_grapheme(prompt); break;
    case CTRL_U: strbuf_clear(&prompt->text); break;
    default:
        if (key >= ' ' && key < KEY_UP_ARROW)
            type_character(prompt, (char32_t)key);
    }
}
