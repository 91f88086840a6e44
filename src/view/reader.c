/* reader.c: see reader.h. Lines are those of the layout; the focus is a sentence.
 * Drawing is reader_draw.c's. */
#include "reader.h"

#include "motion.h"
#include "unsure.h"

enum { CONTEXT_LINES = 2 };

void reader_init(struct reader *reader, const struct library *library)
{
    *reader = (struct reader){
        .library = library, .article = READER_EMPTY, .focus = NO_INDEX, .least_sure = BROWSER_LEAST_SURE};
    layout_init(&reader->layout);
}

void reader_release(struct reader *reader)
{
    layout_release(&reader->layout);
    vector_release(&reader->matches);
}

static const struct annotations *annotations_of(const struct reader *reader)
{
    return library_document(reader->library, reader->article)->annotations;
}

static size_t sentence_count(const struct reader *reader)
{
    size_t count = 0;
    if (reader->article != READER_EMPTY)
        annotations_sentences(annotations_of(reader), &count);
    return count;
}

struct span reader_sentence_span(const struct reader *reader, uint32_t sentence)
{
    size_t count;
    const struct span *sentences = annotations_sentences(annotations_of(reader), &count);
    return sentence < count ? sentences[sentence] : (struct span){0, 0};
}

/* ---- window */

static size_t most_top(const struct reader *reader)
{
    size_t lines = reader->layout.lines.size;
    return lines > reader->rows ? lines - reader->rows : 0;
}

size_t reader_first_line(const struct reader *reader, uint32_t sentence)
{
    return reader->layout.sentence_lines.data[sentence];
}

static size_t last_line(const struct reader *reader, uint32_t sentence)
{
    uint32_t end = reader_sentence_span(reader, sentence).end;
    return layout_line_at(&reader->layout, end ? end - 1 : 0);
}

/* Scrolls as little as shows the focused sentence, its beginning before all, with some context. */
static void show_focus(struct reader *reader)
{
    if (!reader->laid_out || reader->focus == NO_INDEX)
        return;
    size_t start = reader_first_line(reader, reader->focus), end = last_line(reader, reader->focus);
    size_t context = reader->rows > 4 * CONTEXT_LINES ? CONTEXT_LINES : 0;
    if (end + context >= reader->top + reader->rows)
        reader->top = motion_back(end + context + 1, reader->rows);
    if (start < reader->top + context)
        reader->top = motion_back(start, context);
    if (reader->focus == 0 && end < reader->rows)
        reader->top = 0;
    if (reader->top > most_top(reader))
        reader->top = most_top(reader);
}

bool reader_is_visible(const struct reader *reader, uint32_t sentence)
{
    size_t line = reader_first_line(reader, sentence);
    return line >= reader->top && line < reader->top + reader->rows;
}

/* The first sentence that begins at or below a line; the last one when there is none. */
static uint32_t sentence_from_line(const struct reader *reader, size_t line)
{
    size_t low = 0, high = reader->layout.sentence_lines.size;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (reader->layout.sentence_lines.data[middle] < line)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)(low < reader->layout.sentence_lines.size ? low : low - 1);
}

/* Moves the focus to the nearest sentence that begins in the window, when scrolling pushed it out. */
static void keep_focus_visible(struct reader *reader)
{
    if (!reader->laid_out || reader->focus == NO_INDEX || reader_is_visible(reader, reader->focus))
        return;
    bool above = reader_first_line(reader, reader->focus) < reader->top;
    uint32_t nearest = sentence_from_line(reader, above ? reader->top : reader->top + reader->rows);
    if (!above && nearest && reader_first_line(reader, nearest) >= reader->top + reader->rows)
        nearest--;
    if (above && nearest && reader_first_line(reader, nearest) >= reader->top + reader->rows)
        nearest--; /* a sentence longer than the window */
    reader->focus = nearest;
}

bool reader_is_fold_at(const struct reader *reader, unsigned row)
{
    size_t index = reader->top + row;
    return reader->laid_out && index < reader->layout.lines.size &&
           reader->layout.lines.data[index].kind == LINE_FOLD;
}

uint32_t reader_sentence_at(const struct reader *reader, unsigned row, unsigned column)
{
    size_t index = reader->top + row;
    if (!reader->laid_out || index >= reader->layout.lines.size || sentence_count(reader) == 0 ||
        reader->layout.lines.data[index].kind != LINE_TEXT)
        return NO_INDEX;
    const struct measure *measure = &reader->layout.measure;
    struct span line = reader->layout.lines.data[index].span;
    struct str text = str_slice(strbuf_str(&reader->layout.body.text), 0, line.end);
    size_t at = line.start;
    for (unsigned reached = measure->indent + measure->gutter; at < text.size;) {
        struct text_cell cell;
        size_t next = at;
        text_next_cell(text, &next, &cell);
        reached += cell.width;
        if (reached > column)
            break;
        at = next;
    }
    return annotations_sentence_at(annotations_of(reader), (uint32_t)at);
}

static void lay_out(struct reader *reader)
{
    layout_make(&reader->layout, reader->library, reader->article, measure_for(reader->columns),
                reader->unfolded, reader->dims_unsure ? reader->least_sure : 0);
    reader->laid_out = true;
}

/* Lays out where that is possible and needed, and brings the place back to the top. */
static void settle(struct reader *reader, uint32_t place)
{
    reader->laid_out = false;
    if (reader->article == READER_EMPTY || reader->rows == 0 || reader->columns == 0)
        return;
    lay_out(reader);
    reader->top = place ? layout_line_at(&reader->layout, place) : 0;
    if (reader->top > most_top(reader))
        reader->top = most_top(reader);
    keep_focus_visible(reader);
}

uint32_t reader_place(const struct reader *reader)
{
    return reader->laid_out && reader->top < reader->layout.lines.size
               ? reader->layout.lines.data[reader->top].place
               : 0;
}

void reader_return(struct reader *reader, size_t top, uint32_t place, uint32_t focus)
{
    if (focus < sentence_count(reader))
        reader->focus = focus;
    if (!reader->laid_out)
        return;
    bool same = top < reader->layout.lines.size && reader->layout.lines.data[top].place == place;
    reader->top = same ? top : layout_line_at(&reader->layout, place);
    if (reader->top > most_top(reader))
        reader->top = most_top(reader);
    keep_focus_visible(reader);
}

void reader_open(struct reader *reader, size_t article)
{
    if (article == reader->article)
        return;
    reader->article = article;
    reader->unfolded = false;
    reader->top = 0;
    vector_clear(&reader->matches);
    reader->focus = sentence_count(reader) ? 0 : NO_INDEX;
    settle(reader, 0);
}

void reader_resize(struct reader *reader, unsigned rows, unsigned columns)
{
    if (rows == reader->rows && columns == reader->columns)
        return;
    uint32_t place = reader_place(reader);
    bool visible = reader->laid_out && reader->focus != NO_INDEX && reader_is_visible(reader, reader->focus);
    reader->rows = rows;
    reader->columns = columns;
    uint32_t focus = reader->focus;
    settle(reader, place);
    if (visible && reader->laid_out) {
        reader->focus = focus;
        show_focus(reader);
    }
}

void reader_focus(struct reader *reader, uint32_t sentence)
{
    if (sentence >= sentence_count(reader))
        return;
    reader->focus = sentence;
    if (!reader->laid_out ||
        (reader_is_visible(reader, sentence) && last_line(reader, sentence) < reader->top + reader->rows))
        return;
    reader->top = motion_back(reader_first_line(reader, sentence), reader->rows / 3);
    if (reader->top > most_top(reader))
        reader->top = most_top(reader);
}

/* ---- movement */

static void step_sentence(struct reader *reader, bool forward)
{
    size_t count = sentence_count(reader);
    if (reader->focus == NO_INDEX)
        return;
    if (forward && reader->focus + 1 < count)
        reader->focus++;
    if (!forward && reader->focus)
        reader->focus--;
    show_focus(reader);
}

static bool has_quotation(const struct reader *reader, uint32_t sentence)
{
    struct span span = reader_sentence_span(reader, sentence);
    size_t low = 0, count;
    const struct quote *quotes = annotations_quotes(annotations_of(reader), &count);
    for (size_t high = count; low < high;) {
        size_t middle = (low + high) / 2;
        if (quotes[middle].span.start < span.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && quotes[low].span.start < span.end;
}

/* Whether other outlets tell it otherwise: ≠ or ≈. */
static bool has_difference(const struct reader *reader, uint32_t sentence)
{
    return library_sentence_relation(reader->library, reader->article, sentence) >= RELATION_REWORDED;
}

/* Moves the focus to the next sentence of which holds is true; stays where there is none. */
static void step_to(struct reader *reader, bool forward, bool (*holds)(const struct reader *, uint32_t))
{
    size_t count = sentence_count(reader);
    uint32_t step = forward ? 1 : UINT32_MAX;
    for (uint32_t i = reader->focus + step; reader->focus != NO_INDEX && i < count; i += step) {
        if (!holds(reader, i))
            continue;
        reader->focus = i;
        break;
    }
    show_focus(reader);
}

/* Scrolls by lines; where nothing is left to scroll, single lines move the focus instead. */
static bool scroll(struct reader *reader, enum action action)
{
    size_t before = reader->top;
    if (!motion_apply(action, &reader->top, most_top(reader) + 1, motion_back(reader->rows, 1)))
        return false;
    if (action == ACTION_TOP && reader->focus != NO_INDEX)
        reader->focus = 0;
    if (action == ACTION_BOTTOM && reader->focus != NO_INDEX)
        reader->focus = (uint32_t)sentence_count(reader) - 1;
    if (reader->top == before && (action == ACTION_MOVE_DOWN || action == ACTION_MOVE_UP))
        step_sentence(reader, action == ACTION_MOVE_DOWN);
    keep_focus_visible(reader);
    return true;
}

static void toggle_fold(struct reader *reader)
{
    uint32_t place = reader_place(reader);
    reader->unfolded = !reader->unfolded;
    settle(reader, place);
}

static void toggle_dimming(struct reader *reader)
{
    uint32_t place = reader_place(reader);
    size_t top = reader->top;
    reader->dims_unsure = !reader->dims_unsure;
    settle(reader, place);
    reader_return(reader, top, place, reader->focus);
}

size_t reader_dimmed(const struct reader *reader)
{
    if (!reader->dims_unsure || reader->article == READER_EMPTY)
        return 0;
    return unsure_count(annotations_of(reader), reader->least_sure);
}

bool reader_act(struct reader *reader, enum action action)
{
    if (!reader->laid_out)
        return false;
    switch (action) {
    case ACTION_NEXT_SENTENCE: step_sentence(reader, true); return true;
    case ACTION_PREVIOUS_SENTENCE: step_sentence(reader, false); return true;
    case ACTION_NEXT_QUOTATION: step_to(reader, true, has_quotation); return true;
    case ACTION_PREVIOUS_QUOTATION: step_to(reader, false, has_quotation); return true;
    case ACTION_NEXT_DIFFERENCE: step_to(reader, true, has_difference); return true;
    case ACTION_PREVIOUS_DIFFERENCE: step_to(reader, false, has_difference); return true;
    case ACTION_FOLD: toggle_fold(reader); return true;
    case ACTION_DIM_UNSURE: toggle_dimming(reader); return true;
    default: return scroll(reader, action);
    }
}

unsigned reader_percent(const struct reader *reader)
{
    size_t lines = reader->layout.lines.size;
    size_t seen = reader->top + reader->rows;
    return lines == 0 || seen >= lines ? 100 : (unsigned)(seen * 100 / lines);
}

/* ---- search */

void reader_mark(struct reader *reader, const struct pattern *pattern)
{
    vector_clear(&reader->matches);
    reader->match = 0;
    if (pattern && reader->article != READER_EMPTY)
        pattern_find(pattern, article_text(library_document(reader->library, reader->article)->article),
                     &reader->matches);
}

static bool any_match(void *context, size_t index)
{
    return true;
}

/* The match to count from: the one that the focus stands on, else the one before or behind the focus. */
static size_t match_from_focus(const struct reader *reader, bool forward)
{
    uint32_t offset = reader->focus == NO_INDEX ? 0 : reader_sentence_span(reader, reader->focus).start;
    size_t behind = 0;
    while (behind < reader->matches.size && reader->matches.data[behind].start < offset)
        behind++;
    if (forward)
        return behind ? behind - 1 : reader->matches.size - 1;
    return behind % reader->matches.size;
}

static bool match_is_focused(const struct reader *reader)
{
    if (reader->match >= reader->matches.size || reader->focus == NO_INDEX)
        return false;
    uint32_t sentence =
        annotations_sentence_at(annotations_of(reader), reader->matches.data[reader->match].start);
    return sentence == reader->focus;
}

/* Focuses the sentence of a match, and unfolds and scrolls to what stands in no sentence. */
static void show_match(struct reader *reader, uint32_t offset)
{
    reader_focus(reader, annotations_sentence_at(annotations_of(reader), offset));
    if (!reader->laid_out)
        return;
    if (reader->layout.lines.data[layout_line_at(&reader->layout, offset)].kind == LINE_FOLD)
        toggle_fold(reader);
    size_t line = layout_line_at(&reader->layout, offset);
    if (line < reader->top || line >= reader->top + reader->rows)
        reader->top = motion_back(line, reader->rows / 3);
    if (reader->top > most_top(reader))
        reader->top = most_top(reader);
}

enum search_result reader_search(struct reader *reader, const struct pattern *pattern, bool forward)
{
    bool repeated = match_is_focused(reader) && reader->matches.size;
    size_t match = reader->match;
    reader_mark(reader, pattern);
    if (reader->matches.size == 0)
        return SEARCH_NOTHING;
    size_t from = repeated && match < reader->matches.size ? match : match_from_focus(reader, forward);
    bool first = !repeated && ((forward && from == reader->matches.size - 1) || (!forward && from == 0));
    reader->match = from;
    enum search_result result = search_around(&reader->match, reader->matches.size, forward, any_match, NULL);
    show_match(reader, reader->matches.data[reader->match].start);
    return first ? SEARCH_FOUND : result;
}
