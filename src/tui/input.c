/* input.c: see input.h. */
#include "input.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/text/decode.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { ESCAPE = 0x1B, BELL = 0x07, MOST_CONTROL_BYTES = 64, MOST_CELLS = 10000 };

/* The last byte of a control sequence, and the number before a final "~", to keys. */
static const struct {
    unsigned char final;
    unsigned char number;
    key_code key;
} sequences[] = {
    {'A', 0, KEY_UP_ARROW}, {'B', 0, KEY_DOWN_ARROW}, {'C', 0, KEY_RIGHT_ARROW}, {'D', 0, KEY_LEFT_ARROW},
    {'H', 0, KEY_HOME_KEY}, {'F', 0, KEY_END_KEY},    {'Z', 0, KEY_BACK_TAB},    {'M', 0, '\r'},
    {'~', 1, KEY_HOME_KEY}, {'~', 7, KEY_HOME_KEY},   {'~', 4, KEY_END_KEY},     {'~', 8, KEY_END_KEY},
    {'~', 5, KEY_PAGE_UP},  {'~', 6, KEY_PAGE_DOWN},  {'~', 3, KEY_DELETE_KEY},
};

static void make_room(struct input *input)
{
    if (input->start == 0)
        return;
    memmove(input->bytes, input->bytes + input->start, input->end - input->start);
    input->end -= input->start;
    input->start = 0;
}

long input_read(struct input *input, int descriptor)
{
    make_room(input);
    ssize_t got = read(descriptor, input->bytes + input->end, INPUT_CAPACITY - input->end);
    if (got < 0)
        return errno == EINTR || errno == EAGAIN ? -1 : 0;
    input->end += (size_t)got;
    return got;
}

void input_feed(struct input *input, const void *bytes, size_t size)
{
    make_room(input);
    if (size > INPUT_CAPACITY - input->end)
        size = INPUT_CAPACITY - input->end;
    memcpy(input->bytes + input->end, bytes, size);
    input->end += size;
}

static key_code sequence_key(unsigned char final, unsigned number)
{
    for (size_t i = 0; i < LENGTH(sequences); i++)
        if (sequences[i].final == final && (final != '~' || sequences[i].number == number))
            return sequences[i].key;
    return KEY_NONE;
}

/* The parsers below take the bytes from an Esc or a character on. They return how many make up the key, 0
 * when more are needed; *key is KEY_NONE for what means nothing here. */

/* An Esc that begins no sequence is the key itself, and what follows stands for itself. */
static size_t lone_escape(key_code *key)
{
    *key = ESCAPE;
    return 1;
}

/* CSI: parameters 0x30..0x3F, intermediates 0x20..0x2F, one final byte 0x40..0x7E (ECMA-48 §5.4). */
static size_t parse_control(const unsigned char *bytes, size_t size, key_code *key)
{
    unsigned number = 0;
    size_t i = 2;
    while (i < size && ascii_is_digit((char)bytes[i]) && number < 100)
        number = number * 10 + (bytes[i++] - '0');
    while (i < size && i < MOST_CONTROL_BYTES && bytes[i] >= 0x20 && bytes[i] <= 0x3F)
        i++;
    if (i == size)
        return 0;
    if (bytes[i] < 0x40 || bytes[i] > 0x7E)
        return lone_escape(key);
    *key = bytes[i] == 'M' ? KEY_NONE : sequence_key(bytes[i], number);
    bool linux_function_key = bytes[i] == '[' && i == 2; /* CSI [ A and the like */
    return i + 1 + linux_function_key;
}

/* The next number of a sequence, cut at some bound, and the byte behind it. */
static unsigned next_number(const unsigned char *bytes, size_t size, size_t *at)
{
    unsigned number = 0;
    for (; *at < size && ascii_is_digit((char)bytes[*at]); ++*at)
        number = number < MOST_CELLS ? number * 10 + (bytes[*at] - '0') : number;
    ++*at;
    return number;
}

/* The buttons that mean something here, without modifiers, by their numbers in a report. */
static const struct {
    unsigned button;
    enum mouse_kind kind;
} buttons[] = {{0, MOUSE_CLICK}, {2, MOUSE_BACK}, {64, MOUSE_WHEEL_UP}, {65, MOUSE_WHEEL_DOWN}};

/* CSI < button ; column ; row M, from 1; or m when a button is let go. */
static size_t parse_mouse(const unsigned char *bytes, size_t size, struct mouse_event *mouse, key_code *key)
{
    size_t end = 3, at = 3;
    while (end < size && end < MOST_CONTROL_BYTES && bytes[end] >= 0x20 && bytes[end] <= 0x3F)
        end++;
    if (end == size)
        return 0;
    if (bytes[end] < 0x40 || bytes[end] > 0x7E)
        return lone_escape(key);
    unsigned button = next_number(bytes, end, &at), column = next_number(bytes, end, &at);
    unsigned row = next_number(bytes, end, &at);
    *key = KEY_NONE;
    for (size_t i = 0; i < LENGTH(buttons); i++) {
        if (buttons[i].button != button || bytes[end] != 'M' || !column || !row)
            continue;
        *mouse = (struct mouse_event){buttons[i].kind, row - 1, column - 1};
        *key = KEY_MOUSE_EVENT;
    }
    return end + 1;
}

/* SS3: one letter, as sent in the keypad's application mode. */
static size_t parse_single_shift(const unsigned char *bytes, size_t size, key_code *key)
{
    if (size < 3)
        return 0;
    *key = bytes[2] == '~' ? KEY_NONE : sequence_key(bytes[2], 0);
    return *key == KEY_NONE && (bytes[2] < 0x40 || bytes[2] > 0x7E) ? lone_escape(key) : 3;
}

/* One part of a colour, one to four hexadecimal digits of which all ones are full, as 0 to 255; -1 when there
 * is none. */
static int parse_part(struct str text, size_t *at)
{
    unsigned value = 0, most = 0;
    for (; *at < text.size && most < 0xFFFF && ascii_hex_value(text.data[*at]) >= 0; ++*at) {
        value = value * 16 + (unsigned)ascii_hex_value(text.data[*at]);
        most = most * 16 + 15;
    }
    return most ? (int)(value * 255 / most) : -1;
}

/* "11;rgb:1e1e/1e1e/2020": the background, as xterm spells colours. */
static bool parse_background(struct str answer, int32_t *color)
{
    static const char BEGINNING[] = "11;rgb:";
    size_t at = strlen(BEGINNING);
    if (!str_starts(answer, str_from(BEGINNING)))
        return false;
    *color = 0;
    for (unsigned i = 0; i < 3; i++, at++) {
        int part = parse_part(answer, &at);
        if (part < 0 || (i < 2 && (at >= answer.size || answer.data[at] != '/')))
            return false;
        *color = *color << 8 | part;
    }
    return true;
}

/* OSC: a terminal's answer, up to BEL or ST. The digit tells it from Esc and "]" typed in haste. */
static size_t parse_answer(const unsigned char *bytes, size_t size, int32_t *background, key_code *key)
{
    if (size < 3)
        return 0;
    if (bytes[2] < '0' || bytes[2] > '9')
        return lone_escape(key);
    *key = KEY_NONE;
    for (size_t i = 3; i < size; i++) {
        if (bytes[i] != BELL && (bytes[i] != ESCAPE || i + 1 == size))
            continue;
        bool ends = bytes[i] == BELL || bytes[i + 1] == '\\';
        if (ends && parse_background((struct str){(const char *)bytes + 2, i - 2}, background))
            *key = KEY_BACKGROUND_ANSWER;
        return bytes[i] == BELL ? i + 1 : ends ? i + 2 : i;
    }
    return size < INPUT_CAPACITY ? 0 : size;
}

static size_t parse_escape(struct input *input, const unsigned char *bytes, size_t size, key_code *key)
{
    if (size < 2)
        return 0;
    if (size > 2 && bytes[1] == '[' && bytes[2] == '<')
        return parse_mouse(bytes, size, &input->mouse, key);
    switch (bytes[1]) {
    case '[': return parse_control(bytes, size, key);
    case 'O': return parse_single_shift(bytes, size, key);
    case ']': return parse_answer(bytes, size, &input->background, key);
    default: return lone_escape(key);
    }
}

static size_t utf8_size(unsigned char lead)
{
    if (lead < 0xC2 || lead > 0xF4)
        return 1; /* ASCII, or no lead at all */
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

static size_t parse_character(const unsigned char *bytes, size_t size, bool late, key_code *key)
{
    if (size < utf8_size(bytes[0]) && !late)
        return 0;
    size_t used = 0;
    char32_t c = text_next((struct str){(const char *)bytes, size}, &used);
    *key = c == 0xFFFD ? KEY_NONE : c;
    return used;
}

bool input_next(struct input *input, bool late, key_code *key)
{
    while (input->start < input->end) {
        const unsigned char *bytes = input->bytes + input->start;
        size_t size = input->end - input->start;
        size_t used = bytes[0] == ESCAPE ? parse_escape(input, bytes, size, key)
                                         : parse_character(bytes, size, late, key);
        if (used == 0 && !late)
            return false;
        if (used == 0)
            used = lone_escape(key);
        input->start += used < size ? used : size;
        if (*key != KEY_NONE)
            return true;
    }
    return false;
}

bool input_is_waiting(const struct input *input)
{
    return input->start < input->end;
}
