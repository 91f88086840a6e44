/* layout_head.c: what stands over an article's text: its title and, on a line, the facts of it. */
#include "layout_run.h"

enum { WORDS_A_MINUTE = 230 };

static void add_fact(struct styled *extra, struct str fact, enum role role, uint32_t start)
{
    if (fact.size == 0)
        return;
    if (extra->text.size > start)
        styled_add(extra, STR(" · "), ROLE_DIM);
    styled_add(extra, fact, role);
}

static uint32_t count_words(struct str text)
{
    uint32_t words = 0;
    for (size_t i = 1; i < text.size; i++)
        words += text.data[i - 1] > ' ' && text.data[i] <= ' ' && text.data[i] >= 0;
    return words + 1;
}

static void add_count_fact(struct styled *extra, uint32_t count, const char *noun, const char *done,
                           uint32_t start)
{
    if (count == 0)
        return;
    struct strbuf fact;
    strbuf_init(&fact);
    label_count(count, noun, &fact);
    strbuf_add_str(&fact, str_from(done));
    add_fact(extra, strbuf_str(&fact), ROLE_DATE, start);
    strbuf_release(&fact);
}

/* What the reader should know of the text itself: its language, and what the sanitiser did. */
static void add_hygiene(struct run *run, uint32_t start)
{
    const struct text_hygiene *hygiene = &run->article->hygiene;
    struct styled *extra = &run->layout->extra;
    if (!article_is_in_english(run->article))
        add_fact(extra, STR("not in English: quotations in marks only"), ROLE_DATE, start);
    add_count_fact(extra, hygiene->bidi + hygiene->ignorables + hygiene->marks, "hidden character",
                   " removed", start);
    add_count_fact(extra, hygiene->controls, "control character", " made visible", start);
    add_count_fact(extra, run->article->invalid, "undecodable place", "", start);
}

/* "Second Herald · 19 June 2024 · Reuters · 2 min". */
static struct span add_facts(struct run *run)
{
    struct styled *extra = &run->layout->extra;
    uint32_t start = (uint32_t)extra->text.size;
    struct strbuf text;
    strbuf_init(&text);
    add_fact(extra, article_outlet_or_name(run->article), ROLE_OUTLET, start);
    label_long_date(run->article, &text);
    add_fact(extra, strbuf_str(&text), ROLE_DATE, start);
    struct str credit = article_str(run->article, run->article->credit);
    if (!str_equal(credit, article_outlet_or_name(run->article)))
        add_fact(extra, credit, ROLE_DATE, start);
    strbuf_clear(&text);
    strbuf_add_format(&text, "%u min", count_words(run->text) / WORDS_A_MINUTE + 1);
    add_fact(extra, strbuf_str(&text), ROLE_DATE, start);
    add_hygiene(run, start);
    strbuf_release(&text);
    return (struct span){start, (uint32_t)extra->text.size};
}

/* Whether the title is no more than the beginning of the first sentence, which is read anyway. */
static bool title_repeats_text(const struct run *run)
{
    size_t count;
    const struct span *sentences = annotations_sentences(run->annotations, &count);
    struct str title = article_str(run->article, run->article->title);
    if (str_ends(title, STR("…")))
        title.size -= STR("…").size;
    return span_is_empty(run->article->title_span) && count &&
           str_starts(span_str(run->text, sentences[0]), title);
}

static void add_title(struct run *run)
{
    struct str title = article_str(run->article, run->article->title);
    struct span span = styled_add(&run->layout->extra, title, ROLE_TITLE);
    if (str_equal(title, span_str(run->text, run->article->title_span)))
        run->layout->title = span;
    layout_add_extra(run, LINE_TITLE, span);
}

void layout_add_head(struct run *run)
{
    run->layout->title = (struct span){0, 0};
    if (!title_repeats_text(run))
        add_title(run);
    layout_add_extra(run, LINE_META, add_facts(run));
}
