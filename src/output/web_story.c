/* web_story.c: see web_story.h. */
#include "web_story.h"

#include "claim_facts.h"
#include "html.h"

#include "whosaid/base/vector.h"
#include "whosaid/text/width.h"

#include <inttypes.h>

enum { MOST_COLUMNS = 12, MOST_LABEL = 120 /* columns of a claim's text in the overview */ };

static void add_count(struct strbuf *out, uint64_t count, const char *noun)
{
    strbuf_add_format(out, "%" PRIu64 " %s%s", count, noun, count == 1 ? "" : "s");
}

/* ---- names and counts */

static bool is_web_address(struct str url)
{
    return str_starts(url, STR("https://")) || str_starts(url, STR("http://"));
}

void web_outlet(const struct version *version, const struct document *documents, struct strbuf *out)
{
    const struct article *article = documents[version->document].article;
    struct str url = article_str(article, article->url);
    bool linked = is_web_address(url);
    if (linked) {
        html_raw(out, "<a rel=\"noreferrer\" href=\"");
        html_text(out, url);
        html_raw(out, "\">");
    }
    html_text(out, version_outlet(version, documents));
    if (linked)
        html_raw(out, "</a>");
    if (version_day(version, documents).size) {
        html_raw(out, " <small>");
        html_day(out, version_day(version, documents));
        html_raw(out, "</small>");
    }
}

static void add_counts(const struct claims *claims, const struct story *story,
                       const struct document *documents, struct strbuf *out)
{
    struct str first, last;
    uint32_t differing = 0;
    for (uint32_t i = 0; i < story->claim_count; i++)
        differing += claims->claims[story->first_claim + i].relation == RELATION_DIFFERS;
    story_days(story, documents, &first, &last);
    html_raw(out, "<p class=\"dim\">");
    html_day(out, first);
    if (!str_equal(first, last)) {
        html_raw(out, " to ");
        html_day(out, last);
    }
    strbuf_add_str(out, first.size ? STR(" · ") : STR(""));
    add_count(out, story->document_count, "article");
    html_raw(out, " · ");
    add_count(out, story->outlets, "outlet");
    html_raw(out, " with full text · ");
    add_count(out, story->claim_count, "claim");
    strbuf_add_format(out, ", %" PRIu32 " differ%s</p>\n", differing, differing == 1 ? "s" : "");
}

static void add_witnesses(const struct story *story, const struct document *documents, struct strbuf *out)
{
    struct strbuf names;
    strbuf_init(&names);
    for (size_t i = 0; i < story->document_count; i++) {
        if (!witness_outlets(story, documents, i, &names))
            continue;
        html_raw(out, "<p class=\"dim\">");
        html_text(out, strbuf_str(&names));
        html_raw(out, " print largely one text and count as one witness.</p>\n");
        strbuf_clear(&names);
    }
    strbuf_release(&names);
}

/* ---- who tells what */

/* A column of the overview: an outlet, or an article whose outlet is unknown. */
struct column {
    struct str name;
    uint32_t document;
    bool known;
};

typedef VECTOR(struct column) column_vector;

static size_t column_of(const column_vector *columns, const struct document *documents, uint32_t document)
{
    const struct article *article = documents[document].article;
    struct str name = article_str(article, article->outlet);
    size_t i = 0;
    while (i < columns->size && !(columns->data[i].known ? str_equal(columns->data[i].name, name)
                                                         : columns->data[i].document == document))
        i++;
    return i;
}

/* The outlets of a story, and one more than can be shown where there are that many. */
static void gather_columns(const struct story *story, const struct document *documents,
                           column_vector *columns)
{
    for (size_t i = 0; i < story->document_count && columns->size <= MOST_COLUMNS; i++) {
        uint32_t document = story->documents[i];
        const struct article *article = documents[document].article;
        if (column_of(columns, documents, document) == columns->size)
            vector_push(columns, ((struct column){article_outlet_or_name(article), document,
                                                  article->outlet.count > 0}));
    }
}

static void add_coverage_head(const column_vector *columns, struct strbuf *out)
{
    html_raw(out, "<thead><tr><td></td>");
    for (size_t i = 0; i < columns->size; i++) {
        html_raw(out, "<th scope=\"col\"><span>");
        html_text(out, columns->data[i].name);
        html_raw(out, "</span></th>");
    }
    html_raw(out, "</tr></thead>\n");
}

static void add_coverage_label(const struct claim *claim, const struct document *documents,
                               struct strbuf *out)
{
    struct strbuf cut;
    strbuf_init(&cut);
    text_truncate(version_text(&claim->versions[claim->reference], documents), MOST_LABEL, &cut);
    strbuf_add_format(out,
                      "<tr><th scope=\"row\"><span class=\"sign %s\">%s</span><a href=\"#c%016" PRIx64 "\">",
                      relation_name(claim->relation), relation_glyph(claim->relation), claim->id);
    html_text(out, strbuf_str(&cut));
    html_raw(out, "</a></th>");
    strbuf_release(&cut);
}

static void add_coverage_row(const struct claim *claim, const column_vector *columns,
                             const struct document *documents, struct strbuf *out)
{
    bool tells[MOST_COLUMNS + 1] = {false};
    for (size_t i = 0; i < claim->version_count; i++)
        tells[column_of(columns, documents, claim->versions[i].document)] = true;
    add_coverage_label(claim, documents, out);
    for (size_t i = 0; i < columns->size; i++)
        strbuf_add_str(out, tells[i] ? STR("<td>●</td>") : STR("<td class=\"no\">○</td>"));
    html_raw(out, "</tr>\n");
}

/* How many claims each outlet alone tells. */
static void add_coverage_foot(const struct claims *claims, const struct story *story,
                              const column_vector *columns, const struct document *documents,
                              struct strbuf *out)
{
    uint32_t alone[MOST_COLUMNS + 1] = {0};
    for (uint32_t i = 0; i < story->claim_count; i++) {
        const struct claim *claim = &claims->claims[story->first_claim + i];
        if (claim->relation == RELATION_SINGLE)
            alone[column_of(columns, documents, claim->versions[0].document)]++;
    }
    html_raw(out, "<tr><th scope=\"row\"><span class=\"sign single\">·</span>told by this outlet only</th>");
    for (size_t i = 0; i < columns->size; i++)
        strbuf_add_format(out, "<td>%" PRIu32 "</td>", alone[i]);
    html_raw(out, "</tr>\n");
}

static void add_coverage(const struct claims *claims, const struct story *story,
                         const struct document *documents, struct strbuf *out)
{
    column_vector columns = {0};
    gather_columns(story, documents, &columns);
    if (columns.size > 1 && columns.size <= MOST_COLUMNS) {
        html_raw(out, "<div class=\"scroll\"><table class=\"coverage\">\n");
        add_coverage_head(&columns, out);
        html_raw(out, "<tbody>\n");
        for (uint32_t i = 0; i < story->claim_count; i++)
            if (claims->claims[story->first_claim + i].relation != RELATION_SINGLE)
                add_coverage_row(&claims->claims[story->first_claim + i], &columns, documents, out);
        add_coverage_foot(claims, story, &columns, documents, out);
        html_raw(out, "</tbody></table></div>\n");
    }
    vector_release(&columns);
}

void web_story(const struct claims *claims, uint32_t index, const struct document *documents,
               struct strbuf *out)
{
    const struct story *story = &claims->stories[index];
    html_raw(out, "<h2>");
    html_text(out, story->title);
    html_raw(out, "</h2>\n");
    add_counts(claims, story, documents, out);
    add_witnesses(story, documents, out);
    add_coverage(claims, story, documents, out);
}
