/* unsure.c: see unsure.h. */
#include "unsure.h"

bool unsure_is(const struct quote *quote, float least)
{
    return quote->parent == NO_INDEX && quote->confidence < least;
}

size_t unsure_count(const struct annotations *annotations, float least)
{
    size_t count, unsure = 0;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    for (size_t i = 0; i < count; i++)
        unsure += unsure_is(&quotes[i], least);
    return unsure;
}

void unsure_paint(struct styled *body, const struct annotations *annotations, float least)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    for (size_t i = 0; i < count; i++) {
        const struct span *pieces = annotations_pieces(annotations, &quotes[i]);
        if (!unsure_is(&quotes[i], least))
            continue;
        for (uint32_t p = 0; p < quotes[i].piece_count; p++)
            styled_paint(body, pieces[p], ROLE_DIM);
        styled_paint(body, quotes[i].cue, ROLE_DIM);
        styled_paint(body, quotes[i].speaker, ROLE_DIM);
    }
}

void unsure_mark_lines(struct layout *layout, const struct annotations *annotations, float least)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    for (size_t i = 0; i < count && layout->lines.size; i++) {
        struct layout_line *line = &layout->lines.data[layout_line_at(layout, quotes[i].span.start)];
        if (unsure_is(&quotes[i], least) && line->kind == LINE_TEXT)
            line->unsure = true;
    }
}
