/* why.c: see why.h. The explanation is a list of paragraphs, told anew when the focus moves and wrapped anew
 * when the width changes. */
#include "why.h"

#include "motion.h"

#include "whosaid/text/sanitise.h"
#include "whosaid/text/segment.h"

enum {
    HEADING = 2,
    BODY = 4,
    HANGING = 2,
    RIGHT_PAD = 2,
    MOST_TEXT = 90
}; /* columns; the first two are indents */

void why_init(struct why *why, const struct library *library)
{
    *why = (struct why){.library = library};
    styled_init(&why->text);
}

void why_release(struct why *why)
{
    explainer_free(why->explainer);
    styled_release(&why->text);
    vector_release(&why->paragraphs);
    vector_release(&why->lines);
}

static void clear(struct why *why)
{
    styled_clear(&why->text);
    vector_clear(&why->paragraphs);
    why->top = why->found = 0;
}

/* ---- what it says */

static void add_paragraph(struct why *why, struct str text, enum role role, unsigned indent)
{
    struct strbuf clean;
    strbuf_init(&clean);
    text_sanitise_line(text, &clean);
    struct span span = styled_add(&why->text, strbuf_str(&clean), role);
    vector_push(&why->paragraphs, ((struct why_line){span, indent, false}));
    strbuf_release(&clean);
}

/* A blank line between parts. */
static void begin_part(struct why *why)
{
    if (why->paragraphs.size)
        add_paragraph(why, STR(""), ROLE_TEXT, BODY);
}

static void add_sentences(struct why *why, struct str sentences)
{
    for (size_t start = 0, end; start < sentences.size; start = end + 1) {
        end = str_find(sentences, STR("\n"), start);
        add_paragraph(why, str_slice(sentences, start, end), ROLE_TEXT, BODY);
    }
}

/* The explainer of an article; the last one is kept. */
static struct explainer *explainer_of(struct why *why, size_t article)
{
    if (why->explainer && why->article == article)
        return why->explainer;
    explainer_free(why->explainer);
    why->explainer = explainer_create(library_document(why->library, article)->article);
    why->article = article;
    return why->explainer;
}

static enum role quotation_role(uint32_t type)
{
    return type == QUOTE_DIRECT  ? ROLE_QUOTATION_DIRECT
           : type == QUOTE_MIXED ? ROLE_QUOTATION_MIXED
                                 : ROLE_QUOTATION_INDIRECT;
}

static void add_quotation(struct why *why, size_t article, uint32_t index)
{
    const struct document *document = library_document(why->library, article);
    size_t count;
    const struct quote *quote = &annotations_quotes(document->annotations, &count)[index];
    struct strbuf sentences;
    strbuf_init(&sentences);
    explainer_tell(explainer_of(why, article), index, &sentences);
    begin_part(why);
    add_paragraph(why, span_str(article_text(document->article), quote->span), quotation_role(quote->type),
                  HEADING);
    vector_last(&why->paragraphs).cut = true;
    add_sentences(why, strbuf_str(&sentences));
    strbuf_release(&sentences);
}

bool why_tell_sentence(struct why *why, size_t article, uint32_t sentence)
{
    clear(why);
    size_t sentence_count, count;
    const struct annotations *a = library_document(why->library, article)->annotations;
    const struct span *sentences = annotations_sentences(a, &sentence_count);
    if (sentence >= sentence_count)
        return false;
    const struct quote *quotes = annotations_quotes(a, &count);
    for (uint32_t i = 0; i < count; i++)
        if (span_overlaps(quotes[i].span, sentences[sentence]) ||
            span_overlaps(quotes[i].cue, sentences[sentence]))
            add_quotation(why, article, i);
    if (why->paragraphs.size)
        return true;
    add_paragraph(why, STR("Nobody is quoted in this sentence."), ROLE_TEXT, BODY);
    return false;
}

bool why_tell_claim(struct why *why, const struct claim *claim, uint32_t version, uint32_t difference)
{
    clear(why);
    if (difference < claim->difference_count) {
        add_paragraph(why, claim->differences[difference].note, ROLE_TITLE, HEADING);
        if (claim->differences[difference].why.size)
            add_paragraph(why, claim->differences[difference].why, ROLE_TEXT, BODY);
    }
    const struct version *shown = &claim->versions[version];
    if (shown->quote != NO_INDEX)
        add_quotation(why, shown->document, shown->quote);
    if (why->paragraphs.size)
        return true;
    add_paragraph(why, STR("Nobody is quoted here, and nothing differs."), ROLE_TEXT, BODY);
    return false;
}

/* ---- its window */

static size_t most_top(const struct why *why)
{
    return motion_back(why->lines.size, why->rows);
}

static void wrap_paragraph(struct why *why, const struct why_line *paragraph)
{
    span_vector lines = {0};
    unsigned taken = paragraph->indent + HANGING + RIGHT_PAD;
    unsigned room = why->columns > taken ? why->columns - taken : 1;
    text_wrap(strbuf_str(&why->text.text), paragraph->span, room < MOST_TEXT ? room : MOST_TEXT, &lines);
    for (size_t i = 0; i < lines.size; i++)
        vector_push(&why->lines,
                    ((struct why_line){lines.data[i], paragraph->indent + (i ? HANGING : 0), false}));
    vector_release(&lines);
}

void why_resize(struct why *why, unsigned rows, unsigned columns)
{
    why->rows = rows;
    why->columns = columns;
    vector_clear(&why->lines);
    vector_each (&why->paragraphs, paragraph) {
        if (paragraph->cut || span_is_empty(paragraph->span))
            vector_push(&why->lines, *paragraph);
        else
            wrap_paragraph(why, paragraph);
    }
    why->top = motion_on(why->top, 0, most_top(why));
}

bool why_act(struct why *why, enum action action)
{
    return motion_apply(action, &why->top, most_top(why) + 1, why->rows);
}

struct why_hunt {
    const struct why *why;
    const struct pattern *pattern;
};

static struct str line_text(const struct why *why, size_t line)
{
    return span_str(strbuf_str(&why->text.text), why->lines.data[line].span);
}

static bool line_matches(void *context, size_t index)
{
    const struct why_hunt *hunt = context;
    return pattern_matches(hunt->pattern, line_text(hunt->why, index));
}

enum search_result why_search(struct why *why, const struct pattern *pattern, bool forward)
{
    struct why_hunt hunt = {why, pattern};
    enum search_result result = search_around(&why->found, why->lines.size, forward, line_matches, &hunt);
    if (result != SEARCH_NOTHING)
        why->top = motion_on(0, why->found, most_top(why));
    return result;
}

static void draw_line(const struct why *why, struct area area, unsigned row, size_t index,
                      const struct pattern *pattern)
{
    const struct why_line *line = &why->lines.data[index];
    struct str text = line_text(why, index);
    unsigned room = area.columns > line->indent + RIGHT_PAD ? area.columns - line->indent - RIGHT_PAD : 1;
    enum role role = text.size ? (enum role)why->text.roles.data[line->span.start] : ROLE_TEXT;
    unsigned end = area_text_cut(area, row, line->indent, room, text, role);
    if (pattern && pattern_matches(pattern, text))
        area_overlay(area, row, line->indent, end - line->indent, OVERLAY_MATCH);
}

void why_draw(const struct why *why, struct area area, const struct pattern *pattern,
              struct browser_cursor *cursor)
{
    for (unsigned row = 0; row < area.rows && why->top + row < why->lines.size; row++)
        draw_line(why, area, row, why->top + row, pattern);
    *cursor = (struct browser_cursor){area.row, area.column + HEADING};
}
