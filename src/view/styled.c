/* styled.c: see styled.h. */
#include "styled.h"

#include <string.h>

void styled_init(struct styled *styled)
{
    strbuf_init(&styled->text);
    strbuf_init(&styled->roles);
}

void styled_release(struct styled *styled)
{
    strbuf_release(&styled->text);
    strbuf_release(&styled->roles);
}

void styled_clear(struct styled *styled)
{
    strbuf_clear(&styled->text);
    strbuf_clear(&styled->roles);
}

struct span styled_add(struct styled *styled, struct str text, enum role role)
{
    struct span span = {(uint32_t)styled->text.size, (uint32_t)(styled->text.size + text.size)};
    strbuf_add_str(&styled->text, text);
    strbuf_reserve(&styled->roles, text.size);
    styled->roles.size += text.size;
    styled_paint(styled, span, role);
    return span;
}

void styled_paint(struct styled *styled, struct span span, enum role role)
{
    uint32_t size = (uint32_t)styled->roles.size;
    uint32_t end = span.end < size ? span.end : size;
    if (span.start < end)
        memset(styled->roles.data + span.start, (int)role, end - span.start);
}

unsigned styled_draw(const struct styled *styled, struct area area, unsigned row, unsigned column,
                     struct span span)
{
    struct str text = str_slice(strbuf_str(&styled->text), 0, span.end);
    size_t at = span.start;
    while (at < text.size && column < area.columns) {
        struct text_cell cell;
        enum role role = (enum role)styled->roles.data[at];
        text_next_cell(text, &at, &cell);
        column = area_cell(area, row, column, &cell, role);
    }
    return column;
}

void styled_overlay(const struct styled *styled, struct area area, unsigned row, unsigned column,
                    struct span drawn, struct span part, enum overlay overlay)
{
    if (!span_overlaps(drawn, part))
        return;
    struct str text = strbuf_str(&styled->text);
    uint32_t start = part.start > drawn.start ? part.start : drawn.start;
    uint32_t end = part.end < drawn.end ? part.end : drawn.end;
    unsigned before = text_width(str_slice(text, drawn.start, start));
    area_overlay(area, row, column + before, text_width(str_slice(text, start, end)), overlay);
}
