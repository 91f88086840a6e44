/* fuzz_article.c: any bytes make an article whose spans lie in its text, ascend and do not overlap. */
#include "fuzz.h"

#include "whosaid/corpus/corpus.h"

static void check_span(struct str text, struct span span)
{
    require(span.start <= span.end && span.end <= text.size);
    require(span.start == text.size || (text.data[span.start] & 0xc0) != 0x80);
    require(span.end == text.size || (text.data[span.end] & 0xc0) != 0x80);
}

static void check_list(struct str text, const struct span *spans, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check_span(text, spans[i]);
        require(!span_is_empty(spans[i]) && (i == 0 || spans[i - 1].end <= spans[i].start));
    }
}

static void check_apart(struct span single, const struct span *spans, size_t count)
{
    for (size_t i = 0; i < count; i++)
        require(span_is_empty(single) || !span_overlaps(single, spans[i]));
}

static void check_parts(const struct article *article)
{
    struct str text = article_text(article);
    size_t headings, boilerplate;
    span_vector body = {0};
    const struct span *heading = article_headings(article, &headings);
    const struct span *plate = article_boilerplate(article, &boilerplate);
    article_body(article, &body);
    check_span(text, article->title_span);
    check_span(text, article->dateline);
    require(!span_overlaps(article->title_span, article->dateline) || span_is_empty(article->title_span) ||
            span_is_empty(article->dateline));
    check_list(text, heading, headings);
    check_list(text, plate, boilerplate);
    check_list(text, body.data, body.size);
    for (size_t i = 0; i < headings; i++)
        check_apart(heading[i], plate, boilerplate);
    for (size_t i = 0; i < body.size; i++) {
        check_apart(body.data[i], plate, boilerplate);
        check_apart(body.data[i], heading, headings);
    }
    check_apart(article->title_span, plate, boilerplate);
    check_apart(article->title_span, heading, headings);
    check_apart(article->title_span, body.data, body.size);
    check_apart(article->dateline, plate, boilerplate);
    check_apart(article->dateline, heading, headings);
    check_apart(article->dateline, body.data, body.size);
    vector_release(&body);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int32_t day;
    struct article *article = article_from_plain_text("fuzz.txt", (struct str){(const char *)data, size});
    check_parts(article);
    require(article_str(article, article->title).data && article_str(article, article->language).data);
    article_day(article, &day);
    free(article);
    return 0;
}
