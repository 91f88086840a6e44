/* properties.c: see properties.h. */
#include "properties.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/sanitise.h"
#include "whosaid/text/segment.h"
#include "whosaid/text/width.h"

#undef NDEBUG
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

static bool is_valid(struct str text)
{
    return u8_check((const uint8_t *)text.data, text.size) == NULL;
}

static bool in(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

static bool is_forbidden(char32_t c)
{
    return (c < 0x20 && c != '\n') || in(c, 0x7F, 0x9F) || c == 0xAD || c == 0x34F || c == 0x61C ||
           in(c, 0x115F, 0x1160) || in(c, 0x17B4, 0x17B5) || c == 0x200B || in(c, 0x200E, 0x200F) ||
           in(c, 0x2028, 0x202E) || in(c, 0x2060, 0x206F) || c == 0x3164 || in(c, 0xFDD0, 0xFDEF) ||
           in(c, 0xFE03, 0xFE0D) || c == 0xFEFF || c == 0xFFA0 || in(c, 0xFFF0, 0xFFFB) ||
           in(c, 0x1BCA0, 0x1BCA3) || in(c, 0x1D173, 0x1D17A) || in(c, 0xE0000, 0xE00FF) ||
           in(c, 0xE01F0, 0xE0FFF) || (c & 0xFFFE) == 0xFFFE;
}

static bool is_joiner(char32_t c)
{
    return c == 0x180E || in(c, 0x200C, 0x200D);
}

static bool is_selector(char32_t c)
{
    return (in(c, 0x180B, 0x180F) && c != 0x180E) || in(c, 0xFE00, 0xFE0F) || in(c, 0xE0100, 0xE01EF);
}

/* Nothing forbidden, and nothing piled up: marks at most four, after a base one selector, one joiner at a
 * time. */
static void check_characters(struct str clean)
{
    unsigned marks = 0;
    bool based = false;
    char32_t last = 0;
    for (size_t at = 0; at < clean.size;) {
        char32_t c = text_next(clean, &at), before = last;
        last = c;
        assert(!is_forbidden(c));
        if (is_joiner(c) || is_selector(c)) {
            assert(based && !is_joiner(before) && !(is_selector(c) && is_selector(before)));
            continue;
        }
        bool mark = text_code_point_width(c) == 0;
        assert(!mark || based);
        marks = mark ? marks + 1 : 0;
        assert(marks <= SANITISE_MOST_MARKS);
        based = mark || !char_is_space(c);
    }
}

/* The edits give back the raw text, exactly. */
static void check_edits(struct str raw, struct str clean, text_edit_vector *edits)
{
    size_t at_raw = 0, at_clean = 0;
    vector_each (edits, edit) {
        assert(edit->raw >= at_raw && edit->raw_size > 0 && edit->clean >= at_clean);
        assert(str_equal(str_slice(raw, at_raw, edit->raw), str_slice(clean, at_clean, edit->clean)));
        at_raw = edit->raw + edit->raw_size;
        at_clean = edit->clean + edit->clean_size;
        assert(at_raw <= raw.size && at_clean <= clean.size);
        assert(!str_equal(str_slice(raw, edit->raw, at_raw), str_slice(clean, edit->clean, at_clean)));
    }
    assert(str_equal(str_slice(raw, at_raw, raw.size), str_slice(clean, at_clean, clean.size)));
}

static void check_unchanged_by_second_pass(struct str clean)
{
    struct strbuf again;
    strbuf_init(&again);
    text_edit_vector edits = {0};
    struct text_hygiene hygiene = {0};
    text_sanitise(clean, &again, &edits, &hygiene);
    assert(str_equal(strbuf_str(&again), clean) && edits.size == 0);
    assert(!hygiene.controls && !hygiene.bidi && !hygiene.ignorables && !hygiene.marks);
    strbuf_release(&again);
    vector_release(&edits);
}

/* Neighbouring spans map to neighbouring spans in order, and one that no edit touches to the same bytes. */
static void check_mapping(struct str raw, struct str clean, text_edit_vector *edits)
{
    uint32_t last = 0;
    for (size_t at = 0; at < clean.size;) {
        struct span one = {.start = (uint32_t)at};
        text_next(clean, &at);
        one.end = (uint32_t)at;
        struct span mapped = text_map_to_raw(edits->data, edits->size, one);
        assert(mapped.start < mapped.end && mapped.end <= raw.size && mapped.end >= last);
        assert(edits->size || str_equal(span_str(raw, mapped), span_str(clean, one)));
        last = mapped.end;
    }
}

/* Spans ascend, are not empty, begin and end without white space, and hold all that is not white space. */
static void check_spans(struct str text, span_vector *spans, bool empty_allowed)
{
    uint32_t last = 0;
    vector_each (spans, span) {
        assert(span->start >= last && span->end >= span->start && (empty_allowed || span->end > span->start));
        for (size_t at = last; at < span->start;)
            assert(char_is_space(text_next(text, &at)));
        last = span->end;
        if (span_is_empty(*span))
            continue;
        size_t first = span->start, end = span->end;
        assert(empty_allowed || !char_is_space(text_next(text, &first)));
        assert(!char_is_space(text_previous(text, &end)));
    }
    for (size_t at = last; at < text.size;)
        assert(char_is_space(text_next(text, &at)));
}

static void check_wrap(struct str text, unsigned columns)
{
    span_vector lines = {0};
    text_wrap(text, (struct span){0, (uint32_t)text.size}, columns, &lines);
    check_spans(text, &lines, true);
    vector_each (&lines, line) {
        struct str content = span_str(text, *line);
        assert(!content.size || !memchr(content.data, '\n', content.size));
        assert(text_width(content) <= columns || (columns == 1 && text_width(content) == 2));
    }
    vector_release(&lines);
}

static void check_segments(struct str text)
{
    span_vector spans = {0};
    text_sentences(text, (struct span){0, (uint32_t)text.size}, &spans);
    check_spans(text, &spans, false);
    vector_clear(&spans);
    text_paragraphs(text, &spans);
    check_spans(text, &spans, false);
    vector_clear(&spans);
    text_words(text, &spans);
    uint32_t last = 0;
    vector_each (&spans, word) {
        assert(word->start >= last && word->end > word->start && word->end <= text.size);
        last = word->end;
    }
    vector_release(&spans);
    for (size_t at = 0, before; at < text.size; assert(at > before)) {
        before = at;
        text_next_grapheme(text, &at);
        assert(at <= text.size && is_valid(str_slice(text, before, at)));
    }
}

static void check_width(struct str text, unsigned columns)
{
    unsigned used = 0;
    size_t fits = text_fit(text, columns, &used);
    assert(used <= columns && fits <= text.size && text_width(str_slice(text, 0, fits)) == used);
    struct strbuf cut;
    strbuf_init(&cut);
    text_truncate(text, columns, &cut);
    assert(text_width(strbuf_str(&cut)) <= columns && is_valid(strbuf_str(&cut)));
    strbuf_release(&cut);
}

static void check_line(struct str bytes)
{
    struct strbuf line;
    strbuf_init(&line);
    text_sanitise_line(bytes, &line);
    assert(is_valid(strbuf_str(&line)) && !memchr(line.data, '\n', line.size));
    check_characters(strbuf_str(&line));
    check_unchanged_by_second_pass(strbuf_str(&line));
    strbuf_release(&line);
}

static void check_clean(struct str clean)
{
    check_characters(clean);
    check_unchanged_by_second_pass(clean);
    check_segments(clean);
    for (unsigned columns = 0; columns <= 40; columns += 13)
        check_width(clean, columns);
    check_wrap(clean, 1);
    check_wrap(clean, 2);
    check_wrap(clean, 24);
}

void properties_check(struct str bytes, const char *declared)
{
    struct text_decoded decoded;
    struct strbuf clean, folded;
    text_edit_vector edits = {0};
    struct text_hygiene hygiene = {0};
    strbuf_init(&clean);
    strbuf_init(&folded);
    text_decode(bytes, declared, &decoded);
    struct str raw = strbuf_str(&decoded.utf8);
    assert(is_valid(raw) && !(bytes.size && !raw.size && !declared));
    text_sanitise(raw, &clean, &edits, &hygiene);
    assert(is_valid(strbuf_str(&clean)));
    check_edits(raw, strbuf_str(&clean), &edits);
    check_mapping(raw, strbuf_str(&clean), &edits);
    check_clean(strbuf_str(&clean));
    check_line(bytes);
    text_lower(strbuf_str(&clean), &folded);
    text_fold(strbuf_str(&clean), &folded);
    assert(is_valid(strbuf_str(&folded)));
    strbuf_release(&folded);
    strbuf_release(&clean);
    vector_release(&edits);
    text_decoded_release(&decoded);
}
