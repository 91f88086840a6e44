/* sanitise.c: the one sanitiser; hygiene.c has its tables. It walks the raw text once and copies, in long
 * stretches, what lies between two edits. */
#include "whosaid/text/sanitise.h"

#include "hygiene.h"
#include "utf8.h"

#include <string.h>

enum { CONTROL_PICTURES = 0x2400, PICTURE_OF_DELETE = 0x2421, DOTTED_CIRCLE = 0x25CC, NO_BASE = 0 };

/* The state: raw[0, copied) stands in clean already, raw[copied, at) will be copied as it is. Whether a mark,
 * selector or joiner stays is decided by what was kept before it, never by what was dropped, and by what will
 * be kept behind it; so a second pass decides alike and changes nothing. */
struct cleaner {
    struct str raw;
    size_t at, copied;
    struct strbuf *clean;
    size_t clean_start; /* clean's size at the beginning */
    text_edit_vector *edits;
    struct text_hygiene counts;
    char32_t base;  /* the last code point kept that a mark can stand on, or NO_BASE */
    unsigned marks; /* on it */
    bool closed;    /* base has its selector or joiner: takes no selector any more */
};

static void set_base(struct cleaner *cleaner, char32_t base)
{
    cleaner->base = base;
    cleaner->marks = 0;
    cleaner->closed = false;
}

static void add_edit(struct cleaner *cleaner, size_t start, size_t end, size_t clean_size)
{
    text_edit_vector *edits = cleaner->edits;
    if (!edits)
        return;
    if (edits->size && clean_size == 0 && vector_last(edits).clean_size == 0 &&
        vector_last(edits).raw + vector_last(edits).raw_size == start) {
        vector_last(edits).raw_size += (uint32_t)(end - start);
        return;
    }
    struct text_edit edit = {
        .raw = (uint32_t)start,
        .raw_size = (uint32_t)(end - start),
        .clean = (uint32_t)(cleaner->clean->size - cleaner->clean_start),
        .clean_size = (uint32_t)clean_size,
    };
    vector_push(edits, edit);
}

/* Puts size bytes in the place of raw[start, at). Size 0 drops them. */
static void replace(struct cleaner *cleaner, size_t start, const char *bytes, size_t size)
{
    strbuf_add(cleaner->clean, cleaner->raw.data + cleaner->copied, start - cleaner->copied);
    add_edit(cleaner, start, cleaner->at, size);
    strbuf_add(cleaner->clean, bytes, size);
    cleaner->copied = cleaner->at;
}

static void replace_by(struct cleaner *cleaner, size_t start, char32_t c)
{
    char bytes[4];
    replace(cleaner, start, bytes, text_encode(c, bytes));
}

static void drop(struct cleaner *cleaner, size_t start, enum hygiene_class class)
{
    replace(cleaner, start, "", 0);
    if (class == HYGIENE_BIDI)
        cleaner->counts.bidi++;
    else if (class == HYGIENE_MARK)
        cleaner->counts.marks++;
    else
        cleaner->counts.ignorables++;
}

static void clean_line_end(struct cleaner *cleaner, size_t start, char32_t c)
{
    set_base(cleaner, NO_BASE);
    if (c == '\n')
        return;
    if (c == '\r' && cleaner->at < cleaner->raw.size && cleaner->raw.data[cleaner->at] == '\n')
        cleaner->at++;
    replace(cleaner, start, "\n", 1);
}

static void clean_control(struct cleaner *cleaner, size_t start, char32_t c)
{
    char32_t shown = c == 0x7F   ? PICTURE_OF_DELETE
                     : c >= 0x80 ? cp1252_character((unsigned char)c)
                                 : CONTROL_PICTURES + c;
    replace_by(cleaner, start, shown);
    cleaner->counts.controls++;
    set_base(cleaner, shown);
}

static void clean_mark(struct cleaner *cleaner, size_t start, char32_t c)
{
    if (cleaner->base == NO_BASE) {
        char bytes[8];
        size_t size = text_encode(DOTTED_CIRCLE, bytes);
        size += text_encode(c, bytes + size);
        replace(cleaner, start, bytes, size);
        set_base(cleaner, DOTTED_CIRCLE);
    } else if (cleaner->marks == SANITISE_MOST_MARKS) {
        drop(cleaner, start, HYGIENE_MARK);
        return;
    }
    cleaner->marks++;
}

static void clean_selector(struct cleaner *cleaner, size_t start, char32_t c)
{
    bool stays = cleaner->marks == 0 && !cleaner->closed && hygiene_selector_fits(cleaner->base, c);
    if (stays)
        cleaner->closed = true;
    else
        drop(cleaner, start, HYGIENE_SELECTOR);
}

/* Whether a code point of the class would be dropped directly after a joiner. */
static bool drops_after_joiner(const struct cleaner *cleaner, enum hygiene_class class)
{
    return class == HYGIENE_BIDI || class == HYGIENE_IGNORABLE || class == HYGIENE_SELECTOR ||
           class == HYGIENE_JOINER || (class == HYGIENE_MARK && cleaner->marks == SANITISE_MOST_MARKS);
}

/* Decides by the next code point that stays; those dropped on the way to it are dropped here, so that no byte
 * is looked at more than twice. */
static void clean_joiner(struct cleaner *cleaner, size_t start, char32_t joiner)
{
    size_t first = cleaner->at, next = first;
    char32_t follower = NO_BASE;
    while (next < cleaner->raw.size) {
        size_t behind = next;
        utf8_next(cleaner->raw, &behind, &follower);
        if (!drops_after_joiner(cleaner, hygiene_class(follower)))
            break;
        next = behind;
    }
    bool ends = next == cleaner->raw.size;
    if (!ends && hygiene_joiner_fits(cleaner->base, joiner, follower))
        cleaner->closed = true;
    else
        drop(cleaner, start, HYGIENE_JOINER);
    while (cleaner->at < next) {
        size_t dropped = cleaner->at;
        utf8_next(cleaner->raw, &cleaner->at, &follower);
        drop(cleaner, dropped, hygiene_class(follower));
    }
}

static void clean_next(struct cleaner *cleaner)
{
    size_t start = cleaner->at;
    char32_t c;
    bool valid = utf8_next(cleaner->raw, &cleaner->at, &c);
    enum hygiene_class class = hygiene_class(c);
    switch (class) {
    case HYGIENE_PLAIN:
        if (!valid)
            replace_by(cleaner, start, c);
        set_base(cleaner, c);
        break;
    case HYGIENE_SPACE: set_base(cleaner, NO_BASE); break;
    case HYGIENE_LINE_END: clean_line_end(cleaner, start, c); break;
    case HYGIENE_TAB:
        replace(cleaner, start, " ", 1);
        set_base(cleaner, NO_BASE);
        break;
    case HYGIENE_CONTROL:
    case HYGIENE_C1: clean_control(cleaner, start, c); break;
    case HYGIENE_BIDI:
    case HYGIENE_IGNORABLE: drop(cleaner, start, class); break;
    case HYGIENE_SELECTOR: clean_selector(cleaner, start, c); break;
    case HYGIENE_JOINER: clean_joiner(cleaner, start, c); break;
    case HYGIENE_MARK: clean_mark(cleaner, start, c); break;
    }
}

/* Whether one of the eight bytes is not printable ASCII. */
static bool word_needs_care(uint64_t word)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    return ((word | (word - ones * 0x20) | (word + ones * 0x01)) & high) != 0;
}

/* Moves over printable ASCII, most of most texts. */
static void skip_plain(struct cleaner *cleaner)
{
    const char *bytes = cleaner->raw.data;
    size_t at = cleaner->at, size = cleaner->raw.size;
    for (uint64_t word; size - at >= sizeof word; at += sizeof word) {
        memcpy(&word, bytes + at, sizeof word);
        if (word_needs_care(word))
            break;
    }
    while (at < size && bytes[at] >= ' ' && bytes[at] < 0x7F)
        at++;
    if (at == cleaner->at)
        return;
    set_base(cleaner, bytes[at - 1] == ' ' ? NO_BASE : (char32_t)bytes[at - 1]);
    cleaner->at = at;
}

static void add_counts(struct text_hygiene *total, const struct text_hygiene *counts)
{
    total->controls += counts->controls;
    total->bidi += counts->bidi;
    total->ignorables += counts->ignorables;
    total->marks += counts->marks;
}

void text_sanitise(struct str raw, struct strbuf *clean, text_edit_vector *edits,
                   struct text_hygiene *hygiene)
{
    struct cleaner cleaner = {.raw = raw, .clean = clean, .clean_start = clean->size, .edits = edits};
    strbuf_reserve(clean, raw.size);
    while (cleaner.at < raw.size) {
        skip_plain(&cleaner);
        if (cleaner.at < raw.size)
            clean_next(&cleaner);
    }
    strbuf_add(clean, raw.data + cleaner.copied, raw.size - cleaner.copied);
    if (hygiene)
        add_counts(hygiene, &cleaner.counts);
}

void text_sanitise_line(struct str raw, struct strbuf *clean)
{
    size_t start = clean->size;
    text_sanitise(raw, clean, NULL, NULL);
    for (size_t i = start; i < clean->size; i++)
        if (clean->data[i] == '\n')
            clean->data[i] = ' ';
}

/* How many edits lie before an offset; with_drops counts those that drop something right there, too. */
static size_t edits_before(const struct text_edit *edits, size_t count, uint32_t offset, bool with_drops)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct text_edit *edit = &edits[middle];
        if (with_drops ? edit->clean + edit->clean_size <= offset : edit->clean < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t shifted(const struct text_edit *edit, uint32_t clean)
{
    return clean - (edit->clean + edit->clean_size) + edit->raw + edit->raw_size;
}

static uint32_t map_start(const struct text_edit *edits, size_t count, uint32_t clean)
{
    size_t before = edits_before(edits, count, clean, true);
    if (before < count && edits[before].clean <= clean)
        return edits[before].raw;
    return before ? shifted(&edits[before - 1], clean) : clean;
}

static uint32_t map_end(const struct text_edit *edits, size_t count, uint32_t clean)
{
    size_t before = edits_before(edits, count, clean, false);
    if (!before)
        return clean;
    const struct text_edit *edit = &edits[before - 1];
    return clean <= edit->clean + edit->clean_size ? edit->raw + edit->raw_size : shifted(edit, clean);
}

struct span text_map_to_raw(const struct text_edit *edits, size_t count, struct span clean)
{
    uint32_t start = map_start(edits, count, clean.start);
    return (struct span){start, span_is_empty(clean) ? start : map_end(edits, count, clean.end)};
}

void error_format(const struct error *error, struct strbuf *line)
{
    struct strbuf raw;
    strbuf_init(&raw);
    if (error->path[0])
        strbuf_add_format(&raw, "%s:", error->path);
    if (error->line)
        strbuf_add_format(&raw, "%u:", error->line);
    if (error->line && error->column)
        strbuf_add_format(&raw, "%u:", error->column);
    strbuf_add_format(&raw, "%s%s", raw.size ? " " : "", error->message);
    text_sanitise_line(strbuf_str(&raw), line);
    strbuf_release(&raw);
}
