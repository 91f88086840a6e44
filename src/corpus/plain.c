/* plain.c: an article of plain text: decode, sanitise, find its parts, pack.
 * What the parts are is parts.c's. */
#include "whosaid/corpus/corpus.h"

#include "language.h"
#include "parts.h"
#include "whosaid/base/hash.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/segment.h"
#include "whosaid/text/width.h"

#include <string.h>

enum { FALLBACK_TITLE_COLUMNS = 90 };

static struct str path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strcmp(path, "-") == 0 ? STR("standard input") : str_from(slash && slash[1] ? slash + 1 : path);
}

static struct blob_range add_line(struct blob_builder *builder, struct str raw)
{
    struct strbuf line;
    strbuf_init(&line);
    text_sanitise_line(raw, &line);
    struct blob_range range = blob_builder_add_str(builder, strbuf_str(&line));
    strbuf_release(&line);
    return range;
}

static struct blob_range add_fact(struct blob_builder *builder, struct str text, struct span span)
{
    return span_is_empty(span) ? (struct blob_range){0} : add_line(builder, span_str(text, span));
}

/* Appends a line cut behind a word to what fits, "…" included. */
static void shorten(struct str line, struct strbuf *out)
{
    size_t fits = text_fit(line, FALLBACK_TITLE_COLUMNS, NULL);
    if (fits == line.size) {
        strbuf_add_str(out, line);
        return;
    }
    size_t end = text_fit(line, FALLBACK_TITLE_COLUMNS - 1, NULL), cut = end;
    while (cut > 0 && line.data[cut] != ' ')
        cut--;
    while (cut > 0 && strchr(" ,;:-", line.data[cut - 1]))
        cut--;
    strbuf_add(out, line.data, cut ? cut : end);
    strbuf_add_str(out, STR("…"));
}

/* The first sentence of the body; empty when there is none. */
static struct span first_sentence(const struct parts *parts)
{
    span_vector sentences = {0};
    for (size_t i = 0; i < parts->blocks.size && !sentences.size; i++) {
        struct span range = parts->blocks.data[i].span;
        if (span_overlaps(range, parts->dateline))
            range.start = parts->dateline.end;
        if (parts->blocks.data[i].kind == BLOCK_BODY && !span_is_empty(range))
            text_sentences(parts->text, range, &sentences);
    }
    struct span first = sentences.size ? sentences.data[0] : (struct span){0};
    vector_release(&sentences);
    return first;
}

/* The first sentence, shortened; else the file's name. */
static struct blob_range add_fallback_title(struct blob_builder *builder, const struct parts *parts,
                                            struct str name)
{
    struct span sentence = first_sentence(parts);
    struct strbuf line, title;
    strbuf_init(&line);
    strbuf_init(&title);
    text_sanitise_line(span_is_empty(sentence) ? name : span_str(parts->text, sentence), &line);
    shorten(strbuf_str(&line), &title);
    struct blob_range range = blob_builder_add_str(builder, strbuf_str(&title));
    strbuf_release(&line);
    strbuf_release(&title);
    return range;
}

static struct article *pack(const char *path, const struct parts *parts, const struct article *fixed,
                            const text_edit_vector *edits)
{
    struct blob_builder builder;
    struct article head = *fixed;
    struct str text = parts->text, name = path_name(path);
    const struct facts *facts = &parts->facts;
    blob_builder_init(&builder, sizeof head);
    head.path = blob_builder_add_str(&builder, str_from(path));
    head.name = add_line(&builder, name);
    head.title = span_is_empty(parts->title) ? add_fallback_title(&builder, parts, name)
                                             : add_fact(&builder, text, parts->title);
    head.outlet = add_fact(&builder, text, facts->outlet);
    head.credit = add_fact(&builder, text, facts->credit);
    head.byline = add_fact(&builder, text, facts->byline);
    head.url = add_fact(&builder, text, facts->url);
    if (facts->published[0])
        head.published = blob_builder_add_str(&builder, str_from(facts->published));
    head.language = blob_builder_add_str(&builder, str_from(language_of(text)));
    head.text = blob_builder_add_str(&builder, text);
    head.title_span = parts->title;
    head.dateline = parts->dateline;
    head.headings =
        blob_builder_add(&builder, parts->headings.data, parts->headings.size, sizeof(struct span));
    head.boilerplate =
        blob_builder_add(&builder, parts->boilerplate.data, parts->boilerplate.size, sizeof(struct span));
    head.edits = blob_builder_add(&builder, edits->data, edits->size, sizeof(struct text_edit));
    memcpy(blob_builder_head(&builder), &head, sizeof head);
    return blob_builder_finish(&builder, ARTICLE_KIND);
}

struct article *article_from_plain_text(const char *path, struct str bytes)
{
    struct article fixed = {.content_hash = hash_bytes(HASH_START, bytes.data, bytes.size)};
    struct text_decoded decoded;
    text_edit_vector edits = {0};
    struct parts parts;
    struct strbuf clean;
    text_decode(bytes, NULL, &decoded);
    strbuf_init(&clean);
    text_sanitise(strbuf_str(&decoded.utf8), &clean, &edits, &fixed.hygiene);
    fixed.invalid = decoded.invalid;
    text_decoded_release(&decoded);
    parts_find(strbuf_str(&clean), &parts);
    struct article *article = pack(path, &parts, &fixed, &edits);
    parts_release(&parts);
    vector_release(&edits);
    strbuf_release(&clean);
    return article;
}
