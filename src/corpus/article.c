/* article.c: reading an article's blob. Building one is plain.c's and parts.c's. */
#include "whosaid/corpus/article.h"

#include "dates.h"
#include "words.h"

#include "whosaid/base/calendar.h"

enum { LEAST_FOREIGN_BYTES = 240 }; /* fewer may be names alone, and say nothing of the language */

struct str article_str(const struct article *article, struct blob_range range)
{
    return blob_str(article, range);
}

struct str article_text(const struct article *article)
{
    return blob_str(article, article->text);
}

const struct span *article_headings(const struct article *article, size_t *count)
{
    *count = article->headings.count;
    return blob_array(article, article->headings);
}

const struct span *article_boilerplate(const struct article *article, size_t *count)
{
    *count = article->boilerplate.count;
    return blob_array(article, article->boilerplate);
}

const struct text_edit *article_edits(const struct article *article, size_t *count)
{
    *count = article->edits.count;
    return blob_array(article, article->edits);
}

static void push_trimmed(struct str text, struct span span, span_vector *body)
{
    span = text_trim(text, span.start, span.end);
    if (!span_is_empty(span))
        vector_push(body, span);
}

/* The first of the spans that starts at or after from; NULL when there is none. *next counts up only. */
static const struct span *next_of(const struct span *spans, size_t count, size_t *next, uint32_t from)
{
    while (*next < count && (span_is_empty(spans[*next]) || spans[*next].start < from))
        ++*next;
    return *next < count ? &spans[*next] : NULL;
}

void article_body(const struct article *article, span_vector *body)
{
    struct {
        const struct span *spans;
        size_t count, next;
    } parts[4] = {{&article->title_span, 1, 0}, {&article->dateline, 1, 0}, {NULL, 0, 0}, {NULL, 0, 0}};
    struct str text = article_text(article);
    uint32_t at = 0;
    parts[2].spans = article_headings(article, &parts[2].count);
    parts[3].spans = article_boilerplate(article, &parts[3].count);
    for (;;) {
        const struct span *nearest = NULL;
        for (size_t i = 0; i < 4; i++) {
            const struct span *candidate = next_of(parts[i].spans, parts[i].count, &parts[i].next, at);
            if (candidate && (!nearest || candidate->start < nearest->start))
                nearest = candidate;
        }
        push_trimmed(text, (struct span){at, nearest ? nearest->start : (uint32_t)text.size}, body);
        if (!nearest)
            return;
        at = nearest->end;
    }
}

bool article_is_in_english(const struct article *article)
{
    return article->text.count < LEAST_FOREIGN_BYTES ||
           str_starts(article_str(article, article->language), STR("en"));
}

struct str article_outlet_or_name(const struct article *article)
{
    struct str outlet = article_str(article, article->outlet);
    return outlet.data ? outlet : article_str(article, article->name);
}

bool article_day(const struct article *article, int32_t *day)
{
    struct date date;
    size_t at = 0;
    struct str published = article_str(article, article->published);
    if (!published.data || !date_read(published, &at, &date) || !date.year)
        return false;
    *day = calendar_days(date.year, date.month, date.day);
    return true;
}
