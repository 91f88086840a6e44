/* reader_draw.c: the reader's cells: lines of the layout with their gutter and margin, and what lies over
 * them. */
#include "reader.h"

#include "labels.h"
#include "unsure.h"

/* The first match that ends behind an offset. */
static size_t match_from(const struct reader *reader, uint32_t offset)
{
    size_t low = 0, high = reader->matches.size;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (reader->matches.data[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void draw_overlays(const struct reader *reader, struct area area, unsigned row, unsigned column,
                          const struct layout_line *line)
{
    const struct styled *body = &reader->layout.body;
    if (reader->focus != NO_INDEX)
        styled_overlay(body, area, row, column, line->span, reader_sentence_span(reader, reader->focus),
                       OVERLAY_FOCUS);
    size_t match = match_from(reader, line->span.start);
    for (; match < reader->matches.size && reader->matches.data[match].start < line->span.end; match++)
        styled_overlay(body, area, row, column, line->span, reader->matches.data[match], OVERLAY_MATCH);
}

/* The title is drawn from a copy: matches in the text are shifted to it. */
static void draw_title(const struct reader *reader, struct area area, unsigned row,
                       const struct layout_line *line)
{
    const struct styled *extra = &reader->layout.extra;
    struct span title = reader->layout.title;
    struct span source = library_document(reader->library, reader->article)->article->title_span;
    unsigned column = reader->layout.measure.indent;
    styled_draw(extra, area, row, column, line->span);
    size_t match = match_from(reader, source.start);
    for (; match < reader->matches.size && reader->matches.data[match].end <= source.end; match++) {
        uint32_t start = reader->matches.data[match].start - source.start + title.start;
        struct span shifted = {start, start + span_size(reader->matches.data[match])};
        if (span_contains(title, shifted))
            styled_overlay(extra, area, row, column, line->span, shifted, OVERLAY_MATCH);
    }
}

static void draw_strip(const struct reader *reader, struct area area, unsigned row)
{
    const struct measure *measure = &reader->layout.measure;
    unsigned end = measure->indent + measure->gutter + measure->text;
    const int *strip = reader->layout.strip;
    for (unsigned i = 0; i < STRIP_CELLS; i++)
        area_text(area, row, end - STRIP_CELLS + i, label_strip_cell(strip[i]),
                  label_relation_role(strip[i]));
}

/* The first line of facts ends in the strip, where that leaves a gap. */
static void draw_facts(const struct reader *reader, struct area area, unsigned row, size_t index)
{
    const struct measure *measure = &reader->layout.measure;
    const struct layout_line *line = &reader->layout.lines.data[index];
    unsigned end = styled_draw(&reader->layout.extra, area, row, measure->indent, line->span);
    bool first = index == 0 || reader->layout.lines.data[index - 1].kind != LINE_META;
    if (first && end + 2 + STRIP_CELLS <= measure->indent + measure->gutter + measure->text)
        draw_strip(reader, area, row);
}

static void draw_line(const struct reader *reader, struct area area, unsigned row, size_t index)
{
    const struct layout_line *line = &reader->layout.lines.data[index];
    const struct measure *measure = &reader->layout.measure;
    unsigned column = measure->indent + measure->gutter;
    switch (line->kind) {
    case LINE_TITLE: draw_title(reader, area, row, line); break;
    case LINE_META: draw_facts(reader, area, row, index); break;
    case LINE_TEXT:
        area_text(area, row, measure->indent, label_relation(line->relation),
                  label_relation_role(line->relation));
        if (line->unsure)
            area_text(area, row, measure->indent - 1, UNSURE_SIGN, ROLE_SPEAKER_NOTE);
        styled_draw(&reader->layout.body, area, row, column, line->span);
        draw_overlays(reader, area, row, column, line);
        break;
    default: styled_draw(&reader->layout.extra, area, row, column, line->span); break;
    }
    styled_draw(&reader->layout.extra, area, row, column + measure->text + MARGIN_GAP + line->hanging,
                line->margin);
}

static void draw_cursor(const struct reader *reader, struct area area, struct browser_cursor *cursor)
{
    const struct measure *measure = &reader->layout.measure;
    *cursor = (struct browser_cursor){area.row, area.column + measure->indent};
    if (reader->focus == NO_INDEX || !reader_is_visible(reader, reader->focus))
        return;
    size_t index = reader_first_line(reader, reader->focus);
    uint32_t start = reader->layout.lines.data[index].span.start;
    struct str text = strbuf_str(&reader->layout.body.text);
    cursor->row = area.row + (unsigned)(index - reader->top);
    cursor->column = area.column + measure->indent + measure->gutter +
                     text_width(str_slice(text, start, reader_sentence_span(reader, reader->focus).start));
}

void reader_draw(const struct reader *reader, struct area area, bool active, struct browser_cursor *cursor)
{
    if (!reader->laid_out)
        return;
    for (unsigned row = 0; row < area.rows && reader->top + row < reader->layout.lines.size; row++)
        draw_line(reader, area, row, reader->top + row);
    if (active)
        draw_cursor(reader, area, cursor);
}
