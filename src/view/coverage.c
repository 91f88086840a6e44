/* coverage.c: see coverage.h. */
#include "coverage.h"

#include "whosaid/text/decode.h"

static const struct article *article_at(const struct coverage *coverage, uint32_t document)
{
    return library_document(coverage->library, document)->article;
}

/* The outlet of a document among those gathered; their number when it is not there. */
static size_t outlet_of(const struct coverage *coverage, uint32_t document)
{
    const struct article *article = article_at(coverage, document);
    struct str name = article_str(article, article->outlet);
    size_t i = 0;
    for (; i < coverage->outlets.size; i++) {
        const struct coverage_outlet *outlet = &coverage->outlets.data[i];
        if (outlet->known ? str_equal(outlet->name, name) : outlet->document == document)
            break;
    }
    return i;
}

void coverage_gather(struct coverage *coverage, const struct library *library, const struct story *story)
{
    coverage->library = library;
    coverage->story = story;
    vector_clear(&coverage->outlets);
    for (size_t i = 0; i < story->document_count && coverage->outlets.size <= COVERAGE_MOST_OUTLETS; i++) {
        uint32_t document = story->documents[i];
        const struct article *article = article_at(coverage, document);
        if (outlet_of(coverage, document) == coverage->outlets.size)
            vector_push(&coverage->outlets, ((struct coverage_outlet){article_str(article, article->outlet),
                                                                      document, article->outlet.count > 0}));
    }
}

bool coverage_shows_dots(const struct coverage *coverage)
{
    return coverage->outlets.size <= COVERAGE_MOST_OUTLETS;
}

void coverage_release(struct coverage *coverage)
{
    vector_release(&coverage->outlets);
}

/* Columns from one dot to the next: the claims' words need most of the row. */
static unsigned dot_step(const struct coverage *coverage, struct area area)
{
    return coverage->outlets.size * 2 * 3 <= area.columns ? 2 : 1;
}

/* The first letter of an outlet's word (0 or 1); of a name of one word, its second letter. "The" does not
 * count. */
static struct str outlet_letter(struct str name, unsigned word)
{
    if (str_starts(name, STR("The ")))
        name = str_slice(name, STR("The ").size, name.size);
    size_t at = 0;
    size_t space = str_find(name, STR(" "), 0);
    if (word && space != STR_NONE)
        at = space + 1;
    else if (word && name.size)
        text_next(name, &at);
    size_t end = at;
    if (end < name.size)
        text_next(name, &end);
    return str_slice(name, at, end);
}

void coverage_draw_letters(const struct coverage *coverage, struct area area, unsigned column)
{
    for (unsigned row = 0; row < COVERAGE_LETTER_ROWS; row++)
        for (unsigned i = 0; i < coverage->outlets.size; i++) {
            const struct coverage_outlet *outlet = &coverage->outlets.data[i];
            char number[2] = {(char)('1' + i), '\0'};
            struct str unknown = row ? str_from(number) : STR(" ");
            area_text(area, row, column + i * dot_step(coverage, area),
                      outlet->known ? outlet_letter(outlet->name, row) : unknown, ROLE_OUTLET);
        }
}

static unsigned draw_dots(const struct coverage *coverage, struct area area, unsigned row, unsigned column,
                          const struct claim *claim)
{
    bool prints[COVERAGE_MOST_OUTLETS + 2] = {false};
    unsigned step = dot_step(coverage, area);
    for (size_t i = 0; i < claim->version_count; i++)
        prints[outlet_of(coverage, claim->versions[i].document)] = true;
    for (unsigned i = 0; i < coverage->outlets.size; i++)
        area_text(area, row, column + i * step, prints[i] ? STR("●") : STR("○"),
                  prints[i] ? ROLE_COUNT : ROLE_DIM);
    return column + (unsigned)coverage->outlets.size * step + 3 - step;
}

static unsigned draw_fraction(const struct coverage *coverage, struct area area, unsigned row,
                              unsigned column, const struct claim *claim)
{
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_format(&text, "%3u/%u", claim->outlets, coverage->story->outlets);
    column = area_text(area, row, column, strbuf_str(&text), ROLE_COUNT);
    strbuf_release(&text);
    return column + 2;
}

unsigned coverage_draw(const struct coverage *coverage, struct area area, unsigned row, unsigned column,
                       const struct claim *claim)
{
    return coverage_shows_dots(coverage) ? draw_dots(coverage, area, row, column, claim)
                                         : draw_fraction(coverage, area, row, column, claim);
}
