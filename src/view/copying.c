/* copying.c: words of an article with where they stand, to be pasted elsewhere:
 *
 *     “No country should give Putin a platform …”
 *     — State Department spokesperson, in First Post, “Putin arrives in Hanoi”, 19 June 2024 */
#include "browser_state.h"

#include "labels.h"

/* Line ends of the file become blanks. */
static void add_words(struct str words, struct strbuf *out)
{
    for (size_t i = 0; i < words.size; i++)
        strbuf_add_byte(out, words.data[i] == '\n' ? ' ' : words.data[i]);
}

/* Speaker: empty when nobody is named. */
static void add_citation(const struct library *library, size_t article, struct str words, struct str speaker,
                         struct strbuf *out)
{
    const struct article *source = library_document(library, article)->article;
    struct strbuf date;
    strbuf_init(&date);
    label_long_date(source, &date);
    add_words(words, out);
    strbuf_add_str(out, STR("\n— "));
    if (speaker.size)
        strbuf_add_format(out, "%.*s, in ", STR_FMT(speaker));
    strbuf_add_format(out, "%.*s, “%.*s”", STR_FMT(label_outlet(library, article)),
                      STR_FMT(article_str(source, source->title)));
    if (date.size)
        strbuf_add_format(out, ", %s", date.data);
    strbuf_add_byte(out, '\n');
    strbuf_release(&date);
}

static void copy_version(struct browser *browser, const struct version *version)
{
    add_citation(browser->library, version->document, compare_version_text(browser->library, version),
                 version->speaker, &browser->copied);
}

static void copy_sentence(struct browser *browser)
{
    const struct reader *reader = &browser->reader;
    if (reader->article == READER_EMPTY || reader->focus == NO_INDEX)
        return;
    struct str text = article_text(library_document(browser->library, reader->article)->article);
    add_citation(browser->library, reader->article,
                 span_str(text, reader_sentence_span(reader, reader->focus)), STR(""), &browser->copied);
}

void browser_copy_focus(struct browser *browser)
{
    strbuf_clear(&browser->copied);
    if (browser->view == VIEW_COMPARE)
        copy_version(browser, compare_version(&browser->compare));
    else
        copy_sentence(browser);
    if (browser->copied.size)
        browser->request = REQUEST_COPY;
}

void browser_copy_claim(struct browser *browser)
{
    const struct claim *claim = compare_claim(&browser->compare);
    strbuf_clear(&browser->copied);
    for (size_t i = 0; i < claim->version_count; i++) {
        if (i)
            strbuf_add_byte(&browser->copied, '\n');
        copy_version(browser, &claim->versions[i]);
    }
    browser->request = REQUEST_COPY;
}
