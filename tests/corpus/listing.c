/* listing.c: see listing.h. */
#include "listing.h"

#include "support.h"

#include "whosaid/base/array.h"
#include "whosaid/corpus/corpus.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

static void add_fact(const struct article *article, const char *name, struct blob_range range,
                     struct strbuf *out)
{
    struct str value = article_str(article, range);
    if (value.data)
        strbuf_add_format(out, "%-10s %.*s\n", name, STR_FMT(value));
}

static bool any_holds(const struct span *spans, size_t count, uint32_t at)
{
    for (size_t i = 0; i < count; i++)
        if (spans[i].start <= at && at < spans[i].end)
            return true;
    return false;
}

char listing_part_at(const struct article *article, uint32_t at)
{
    span_vector body = {0};
    size_t headings, boilerplate;
    const struct span *heading = article_headings(article, &headings);
    const struct span *plate = article_boilerplate(article, &boilerplate);
    article_body(article, &body);
    struct {
        char kind;
        bool holds;
    } parts[] = {
        {'T', any_holds(&article->title_span, 1, at)}, {'D', any_holds(&article->dateline, 1, at)},
        {'H', any_holds(heading, headings, at)},       {'P', any_holds(plate, boilerplate, at)},
        {'B', any_holds(body.data, body.size, at)},
    };
    char kind = 0;
    for (size_t i = 0; i < LENGTH(parts); i++) {
        if (!parts[i].holds)
            continue;
        if (kind)
            fail_msg("byte %u is both %c and %c", at, kind, parts[i].kind);
        kind = parts[i].kind;
    }
    vector_release(&body);
    return kind;
}

static const char *kind_name(char kind)
{
    switch (kind) {
    case 'T': return "title";
    case 'D': return "dateline";
    case 'H': return "heading";
    case 'P': return "(page)";
    default: return "";
    }
}

void listing_add(const struct article *article, struct strbuf *out)
{
    struct str text = article_text(article);
    char before = 0;
    add_fact(article, "title", article->title, out);
    add_fact(article, "outlet", article->outlet, out);
    add_fact(article, "credit", article->credit, out);
    add_fact(article, "byline", article->byline, out);
    add_fact(article, "published", article->published, out);
    add_fact(article, "url", article->url, out);
    add_fact(article, "language", article->language, out);
    unsigned spaces = 0;
    bool fresh = true; /* a line begins */
    for (uint32_t at = 0; at < text.size; at++) {
        char byte = text.data[at], kind;
        fresh = fresh || byte == '\n';
        spaces += byte == ' ';
        if (byte == ' ' || byte == '\n')
            continue;
        kind = listing_part_at(article, at);
        if (fresh || kind != before)
            strbuf_add_format(out, "\n%-10s ", kind_name(kind));
        else
            strbuf_add_format(out, "%*s", (int)spaces, "");
        strbuf_add_byte(out, byte);
        before = kind;
        fresh = false;
        spaces = 0;
    }
    strbuf_add_byte(out, '\n');
}

static void check_ascending(const struct span *spans, size_t count, size_t size)
{
    for (size_t i = 0; i < count; i++) {
        assert_true(spans[i].start < spans[i].end && spans[i].end <= size);
        assert_true(i == 0 || spans[i - 1].end <= spans[i].start);
    }
}

void listing_check(const struct article *article)
{
    struct str text = article_text(article);
    size_t count;
    const struct span *spans = article_headings(article, &count);
    check_ascending(spans, count, text.size);
    spans = article_boilerplate(article, &count);
    check_ascending(spans, count, text.size);
    for (size_t at = 0; at < text.size;) {
        uint32_t start = (uint32_t)at;
        if (!char_is_space(text_next(text, &at)) && !listing_part_at(article, start))
            fail_msg("byte %u is in no part of the article", start);
    }
}

struct article *listing_article(const char *text)
{
    struct article *article = article_from_plain_text("news/sample.txt", str_from(text));
    listing_check(article);
    return article;
}
