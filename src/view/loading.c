/* loading.c: see loading.h. */
#include "loading.h"

#include "labels.h"

enum { BAR_COLUMNS = 36 };

static void draw_bar(struct area area, unsigned row, unsigned column, const struct library_progress *progress)
{
    size_t full = progress->total ? progress->done * BAR_COLUMNS / progress->total : 0;
    for (unsigned i = 0; i < BAR_COLUMNS; i++)
        area_text(area, row, column + i, i < full ? STR("━") : STR("─"), i < full ? ROLE_KEY : ROLE_DIM);
}

static void say_progress(const struct library_progress *progress, struct strbuf *out)
{
    if (progress->total == 0) {
        strbuf_add_str(out, STR("looking for articles"));
    } else if (progress->comparing) {
        strbuf_add_str(out, STR("comparing what "));
        label_count(progress->total, "article", out);
        strbuf_add_str(out, progress->total == 1 ? STR(" says") : STR(" say"));
    } else {
        strbuf_add_format(out, "reading article %zu of %zu", progress->done, progress->total);
    }
}

void loading_draw(struct area area, const struct library_progress *progress)
{
    struct strbuf text;
    unsigned row = area.rows / 3, column = area.columns > BAR_COLUMNS ? (area.columns - BAR_COLUMNS) / 2 : 0;
    strbuf_init(&text);
    say_progress(progress, &text);
    area_fill(area, 0, 0, area.columns, ROLE_BAR);
    area_text(area, 0, 1, STR("whosaid"), ROLE_BAR_NAME);
    area_text_cut(area, row, column, BAR_COLUMNS, strbuf_str(&text), ROLE_TEXT);
    draw_bar(area, row + 2, column, progress);
    area_text(area, area.rows - 1, 1, STR("q quits"), ROLE_DIM);
    strbuf_release(&text);
}
