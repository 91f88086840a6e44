/* detail_differences.c: what stands below the columns of a claim: the focused difference in a sentence, all
 * of them with their readings, and similar claims. */
#include "detail_page.h"

#include "labels.h"

enum {
    COLUMN_GAP = 3,
    LABEL_COLUMNS = 13,
    LEAST_VALUE = 10,
    LEAST_NAMES = 24,
    TABLE_FROM = 50, /* narrower pages name a reading's outlets under it */
    MOST_SIMILAR = 3,
};

/* Who prints a reading, on one line. */
static void add_names(struct detail_page *page, unsigned row, unsigned x, const struct reading *reading)
{
    VECTOR(uint32_t) documents = {0};
    struct strbuf names;
    strbuf_init(&names);
    for (size_t i = 0; i < reading->version_count; i++)
        vector_push(&documents, page->claim->versions[reading->versions[i]].document);
    label_outlets(page->library, documents.data, documents.size, page->width > x ? page->width - x : 1,
                  &names);
    detail_add_piece(page, row, x, detail_add_text(page, strbuf_str(&names), ROLE_OUTLET));
    strbuf_release(&names);
    vector_release(&documents);
}

/* Columns for the readings' values: as many as the widest wants, and leave room for the names of outlets. */
static unsigned value_columns(const struct detail_page *page)
{
    unsigned most = page->width > LABEL_COLUMNS + LEAST_VALUE ? page->width - LABEL_COLUMNS : LEAST_VALUE;
    unsigned widest = LEAST_VALUE;
    if (page->width < TABLE_FROM)
        return most;
    most -= LEAST_NAMES + COLUMN_GAP;
    for (size_t i = 0; i < page->claim->difference_count; i++)
        for (size_t j = 0; j < page->claim->differences[i].reading_count; j++) {
            unsigned width = text_width(page->claim->differences[i].readings[j].value);
            widest = width > widest ? width : widest;
        }
    return widest < most ? widest : most;
}

static void add_reading(struct detail_page *page, const struct reading *reading, unsigned columns)
{
    bool table = page->width >= TABLE_FROM;
    struct str value = reading->value.size ? reading->value : STR("—");
    unsigned rows = detail_add_wrapped(page, page->row, LABEL_COLUMNS, columns,
                                       detail_add_text(page, value, ROLE_TEXT), UINT32_MAX);
    if (table)
        add_names(page, page->row, LABEL_COLUMNS + columns + COLUMN_GAP, reading);
    else
        add_names(page, page->row + rows++, LABEL_COLUMNS, reading);
    page->row += rows;
}

static void add_difference(struct detail_page *page, const struct difference *difference, unsigned columns)
{
    struct str name = str_from(difference_kind_name(difference->kind));
    page->topic = (struct detail_topic){ABOUT_DIFFERENCE, (uint32_t)(difference - page->claim->differences)};
    detail_add_piece(page, page->row, 0, detail_add_text(page, name, detail_kind_role(difference)));
    vector_last(&page->detail->pieces).selected = page->topic.index == page->choice.difference;
    if (difference->cosmetic)
        detail_add_piece(page, page->row + 1, 0, detail_add_text(page, STR("(cosmetic)"), ROLE_DIM));
    unsigned start = page->row;
    for (size_t i = 0; i < difference->reading_count; i++)
        add_reading(page, &difference->readings[i], columns);
    if (difference->cosmetic && page->row < start + 2)
        page->row = start + 2;
}

/* How many cosmetic differences there are, and that they are hidden, or how to hide them again. */
static void add_cosmetic_count(struct detail_page *page, uint32_t count)
{
    if (count == 0)
        return;
    struct strbuf text;
    strbuf_init(&text);
    label_count(count, "cosmetic difference", &text);
    strbuf_add_str(&text, page->choice.cosmetic ? STR(" shown (~ hides)") : STR(" hidden (~ shows)"));
    page->topic = (struct detail_topic){ABOUT_COSMETIC, 0};
    page->row += detail_add_wrapped(page, page->row, 0, page->width,
                                    detail_add_text(page, strbuf_str(&text), ROLE_DIM), UINT32_MAX);
    page->topic = (struct detail_topic){0};
    strbuf_release(&text);
}

/* The focused difference, "speaker · A attributes it to X; B to Y.": the table that names its kind too may be
 * out of the window. Why it counts is why.c's. */
static void add_sentence(struct detail_page *page)
{
    if (page->choice.difference >= page->claim->difference_count)
        return;
    const struct difference *difference = &page->claim->differences[page->choice.difference];
    struct span span =
        detail_add_text(page, str_from(difference_kind_name(difference->kind)), detail_kind_role(difference));
    detail_add_text(page, STR(" · "), ROLE_DIM);
    span.end = detail_add_text(page, difference->note, ROLE_TEXT).end;
    detail_join_lines(page, span);
    page->topic = (struct detail_topic){ABOUT_DIFFERENCE, page->choice.difference};
    page->detail->sentence_row = page->row;
    page->detail->sentence_rows = detail_add_wrapped(page, page->row, 0, page->width, span, UINT32_MAX);
    page->row += page->detail->sentence_rows + 1;
    page->topic = (struct detail_topic){0};
}

void detail_add_differences(struct detail_page *page)
{
    add_sentence(page);
    unsigned columns = value_columns(page);
    uint32_t cosmetic = 0;
    for (size_t i = 0; i < page->claim->difference_count; i++) {
        const struct difference *difference = &page->claim->differences[i];
        cosmetic += difference->cosmetic;
        if (!difference->cosmetic || page->choice.cosmetic)
            add_difference(page, difference, columns);
    }
    page->topic = (struct detail_topic){0};
    add_cosmetic_count(page, cosmetic);
}

void detail_add_similar(struct detail_page *page)
{
    for (size_t i = 0; i < page->claim->similar_count && i < MOST_SIMILAR; i++) {
        const struct claim *similar = &library_claims(page->library)->claims[page->claim->similar[i]];
        page->topic = (struct detail_topic){ABOUT_SIMILAR, page->claim->similar[i]};
        if (i == 0)
            detail_add_piece(page, page->row, 0, detail_add_text(page, STR("similar"), ROLE_COUNT));
        detail_add_cut(page, page->row++, LABEL_COLUMNS,
                       page->width > LABEL_COLUMNS ? page->width - LABEL_COLUMNS : 0,
                       detail_version_text(page, &similar->versions[similar->reference]), ROLE_DIM);
    }
    page->topic = (struct detail_topic){0};
}
