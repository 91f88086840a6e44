/* detail.c: see detail.h. The page is built from top to bottom; `row` is where it has come to. The columns
 * are in detail_versions.c, what stands below them in detail_differences.c. */
#include "detail.h"

#include "detail_page.h"
#include "labels.h"

#include "whosaid/text/segment.h"

enum { MOST_TITLE_LINES = 2 };

typedef VECTOR(uint32_t) index_vector;

void detail_init(struct detail *detail)
{
    *detail = (struct detail){0};
    styled_init(&detail->text);
}

void detail_release(struct detail *detail)
{
    styled_release(&detail->text);
    vector_release(&detail->pieces);
    vector_release(&detail->columns);
    vector_release(&detail->focused);
    vector_release(&detail->heads);
}

/* ---- columns */

static bool told_identically(const struct detail_page *page, size_t a, size_t b)
{
    const struct version *x = &page->claim->versions[a], *y = &page->claim->versions[b];
    return str_equal(detail_version_text(page, x), detail_version_text(page, y)) &&
           str_equal(x->speaker, y->speaker);
}

static void assign_columns(struct detail_page *page)
{
    struct detail *detail = page->detail;
    vector_clear(&detail->columns);
    detail->column_count = 0;
    for (size_t i = 0; i < page->claim->version_count; i++) {
        size_t same = 0;
        while (same < i && !told_identically(page, same, i))
            same++;
        uint32_t column = same < i ? detail->columns.data[same] : detail->column_count++;
        vector_push(&detail->columns, column);
    }
}

uint32_t detail_next_version(const struct detail *detail, uint32_t version, bool forward)
{
    uint32_t best = version;
    /* Order versions by (column, version) and take the nearest neighbour. */
    for (uint32_t i = 0; i < detail->columns.size; i++) {
        uint64_t here = (uint64_t)detail->columns.data[version] << 32 | version;
        uint64_t there = (uint64_t)detail->columns.data[i] << 32 | i;
        uint64_t nearest = (uint64_t)detail->columns.data[best] << 32 | best;
        if (forward ? there > here && (best == version || there < nearest)
                    : there < here && (best == version || there > nearest))
            best = i;
    }
    return best;
}

/* ---- pieces */

void detail_add_piece(struct detail_page *page, unsigned row, unsigned column, struct span span)
{
    vector_push(&page->detail->pieces, ((struct detail_piece){row, column, span, false, page->topic}));
}

unsigned detail_add_wrapped(struct detail_page *page, unsigned row, unsigned column, unsigned columns,
                            struct span span, unsigned most)
{
    span_vector lines = {0};
    text_wrap(strbuf_str(&page->detail->text.text), span, columns, &lines);
    unsigned count = lines.size < most ? (unsigned)lines.size : most;
    for (unsigned i = 0; i < count; i++)
        detail_add_piece(page, row + i, column, lines.data[i]);
    vector_release(&lines);
    return count;
}

struct span detail_add_text(struct detail_page *page, struct str text, enum role role)
{
    return styled_add(&page->detail->text, text, role);
}

void detail_add_cut(struct detail_page *page, unsigned row, unsigned column, unsigned columns,
                    struct str text, enum role role)
{
    struct strbuf cut;
    strbuf_init(&cut);
    text_truncate(text, columns, &cut);
    detail_add_piece(page, row, column, detail_add_text(page, strbuf_str(&cut), role));
    strbuf_release(&cut);
}

void detail_join_lines(struct detail_page *page, struct span span)
{
    for (uint32_t i = span.start; i < span.end; i++)
        if (page->detail->text.text.data[i] == '\n')
            page->detail->text.text.data[i] = ' ';
}

struct str detail_version_text(const struct detail_page *page, const struct version *version)
{
    return span_str(article_text(library_document(page->library, version->document)->article), version->span);
}

enum role detail_kind_role(const struct difference *difference)
{
    if (difference->cosmetic)
        return ROLE_COUNT;
    return label_relation_role(difference_relation(difference));
}

/* ---- head */

static bool kind_named(const struct claim *claim, size_t before)
{
    for (size_t i = 0; i < before; i++)
        if (claim->differences[i].kind == claim->differences[before].kind)
            return true;
    return false;
}

/* "3 of 5 outlets with full text · the speaker differs · the wording differs". */
static void add_facts(struct detail_page *page)
{
    const struct story *story = &library_claims(page->library)->stories[page->claim->story];
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_format(&text, "%u of ", page->claim->outlets);
    label_count(story->outlets, "outlet", &text);
    strbuf_add_str(&text, STR(" with full text"));
    struct span span = detail_add_text(page, strbuf_str(&text), ROLE_COUNT);
    if (claim_is_of_one_article(page->claim))
        span.end = detail_add_text(page, STR(" · within one article"), ROLE_COUNT).end;
    for (size_t i = 0; i < page->claim->difference_count; i++) {
        const struct difference *difference = &page->claim->differences[i];
        if (difference->cosmetic || kind_named(page->claim, i))
            continue;
        detail_add_text(page, STR(" · "), ROLE_DIM);
        span.end =
            detail_add_text(page, str_from(difference_phrase(difference)), detail_kind_role(difference)).end;
    }
    page->row += detail_add_wrapped(page, page->row, 0, page->width, span, UINT32_MAX);
    strbuf_release(&text);
}

/* The claim's words, two lines at the most: the columns have them all. */
static void add_title(struct detail_page *page)
{
    struct strbuf cut;
    strbuf_init(&cut);
    text_truncate(detail_version_text(page, &page->claim->versions[page->claim->reference]),
                  page->width * MOST_TITLE_LINES - page->width / 8, &cut);
    struct span span = detail_add_text(page, strbuf_str(&cut), ROLE_TITLE);
    detail_join_lines(page, span);
    page->row += detail_add_wrapped(page, page->row, 0, page->width, span, MOST_TITLE_LINES);
    strbuf_release(&cut);
}

/* ---- who prints one text */

/* The first document that prints largely the text of a version's. */
static uint32_t witness_of(const struct detail_page *page, size_t version)
{
    const struct story *story = &library_claims(page->library)->stories[page->claim->story];
    uint32_t document = page->claim->versions[version].document;
    size_t low = 0, high = story->document_count;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (story->documents[middle] <= document)
            low = middle;
        else
            high = middle;
    }
    return story->witnesses ? story->witnesses[low] : document;
}

/* The documents of the versions from one on that print its text; none when a version before it does. */
static void gather_witnesses(const struct detail_page *page, size_t version, index_vector *documents)
{
    vector_clear(documents);
    uint32_t witness = witness_of(page, version);
    for (size_t i = 0; i < version; i++)
        if (witness_of(page, i) == witness)
            return;
    for (size_t i = version; i < page->claim->version_count; i++) {
        uint32_t document = page->claim->versions[i].document;
        bool new = !documents->size || vector_last(documents) != document;
        if (new &&witness_of(page, i) == witness)
            vector_push(documents, document);
    }
}

/* "First Post, Third Wire: largely one text, so one witness", for each text that several print. */
static void add_witnesses(struct detail_page *page)
{
    index_vector documents = {0};
    struct strbuf names;
    strbuf_init(&names);
    for (size_t i = 0; i < page->claim->version_count; i++) {
        gather_witnesses(page, i, &documents);
        if (documents.size < 2)
            continue;
        strbuf_clear(&names);
        label_outlets(page->library, documents.data, documents.size, page->width, &names);
        struct span line = detail_add_text(page, strbuf_str(&names), ROLE_OUTLET);
        line.end = detail_add_text(page, STR(": largely one text, so one witness"), ROLE_DIM).end;
        page->row += detail_add_wrapped(page, page->row, 0, page->width, line, UINT32_MAX);
    }
    strbuf_release(&names);
    vector_release(&documents);
}

void detail_make(struct detail *detail, const struct library *library, const struct claim *claim,
                 const struct detail_choice *choice, unsigned width)
{
    struct detail_page page = {
        .detail = detail, .library = library, .claim = claim, .choice = *choice, .width = width ? width : 1};
    styled_clear(&detail->text);
    vector_clear(&detail->pieces);
    vector_clear(&detail->focused);
    vector_clear(&detail->heads);
    detail->sentence_rows = 0;
    assign_columns(&page);
    add_title(&page);
    add_facts(&page);
    add_witnesses(&page);
    page.row++;
    detail_add_versions(&page);
    detail_add_differences(&page);
    detail_add_similar(&page);
    detail->rows = page.row;
}

const struct detail_piece *detail_piece_at(const struct detail *detail, unsigned row, unsigned column)
{
    const struct detail_piece *best = NULL;
    vector_each (&detail->pieces, piece)
        if (piece->row == row && piece->column <= column && (!best || piece->column >= best->column))
            best = piece;
    return best;
}

const struct detail_piece *detail_head_at(const struct detail *detail, unsigned column)
{
    const struct detail_piece *best = NULL;
    vector_each (&detail->heads, head)
        if (head->column <= column)
            best = head;
    return best;
}
