/* brat.c: see brat.h. A fragment never spans lines: brat wants it so. Who is meant by a mention stands in a
 * note to it. */
#include "brat.h"

#include "flatten.h"

#include <string.h>

struct writer {
    struct strbuf *out;
    const struct output_text *text;
    const struct annotations *annotations;
    unsigned marks, relations, attributes, notes; /* the last number given to a T, R, A or # */
};

/* ---- marks */

/* The part of a line that begins at or behind *at, without blanks at its ends; false when none is left. */
static bool next_fragment(struct str text, uint32_t *at, uint32_t end, struct span *fragment)
{
    while (*at < end && strchr(" \t\r\n", text.data[*at]))
        ++*at;
    if (*at >= end)
        return false;
    size_t line_end = str_find(text, STR("\n"), *at);
    *fragment = (struct span){*at, line_end < end ? (uint32_t)line_end : end};
    *at = fragment->end;
    while (strchr(" \t\r", text.data[fragment->end - 1]))
        fragment->end--;
    return true;
}

/* "95 118;140 160", and behind it the text of all fragments. */
static void put_fragments(const struct writer *w, const struct span *pieces, uint32_t count)
{
    struct strbuf words;
    struct span fragment;
    strbuf_init(&words);
    for (uint32_t i = 0; i < count; i++) {
        struct span printed = output_text_span(w->text, pieces[i]);
        for (uint32_t at = printed.start; next_fragment(w->text->text, &at, printed.end, &fragment);) {
            strbuf_add_format(w->out, words.size ? ";%u %u" : " %u %u",
                              output_text_offset(w->text, fragment.start),
                              output_text_offset(w->text, fragment.end));
            strbuf_add_str(&words, words.size ? STR(" ") : STR(""));
            output_flatten(span_str(w->text->text, fragment), &words);
        }
    }
    strbuf_add_byte(w->out, '\t');
    strbuf_add_str(w->out, strbuf_str(&words));
    strbuf_add_byte(w->out, '\n');
    strbuf_release(&words);
}

/* Returns the mark's number. */
static unsigned put_mark(struct writer *w, const char *type, const struct span *pieces, uint32_t count)
{
    strbuf_add_format(w->out, "T%u\t%s", ++w->marks, type);
    put_fragments(w, pieces, count);
    return w->marks;
}

/* ---- quotations */

static void put_relation(struct writer *w, const char *type, unsigned quotation, unsigned other)
{
    strbuf_add_format(w->out, "R%u\t%s Arg1:T%u Arg2:T%u\n", ++w->relations, type, quotation, other);
}

/* The name behind a mention: "He" is Alexander Vuving. */
static void put_note(struct writer *w, unsigned mark, const struct entity *entity)
{
    strbuf_add_format(w->out, "#%u\tAnnotatorNotes T%u\t", ++w->notes, mark);
    output_flatten(span_str(article_text(w->text->article), entity->name), w->out);
    strbuf_add_byte(w->out, '\n');
}

static void put_quotation(struct writer *w, const struct quote *quote)
{
    const struct entity *entity = annotations_speaker(w->annotations, quote);
    unsigned quotation =
        put_mark(w, "Quotation", annotations_pieces(w->annotations, quote), quote->piece_count);
    strbuf_add_format(w->out, "A%u\tKind T%u %s\n", ++w->attributes, quotation,
                      version_kind_name(quote->type));
    if (!span_is_empty(quote->speaker)) {
        unsigned speaker = put_mark(w, "Speaker", &quote->speaker, 1);
        put_relation(w, "SaidBy", quotation, speaker);
        if (entity)
            put_note(w, speaker, entity);
    }
    if (!span_is_empty(quote->cue))
        put_relation(w, "CuedBy", quotation, put_mark(w, "Cue", &quote->cue, 1));
}

void brat_annotate(const struct output_text *text, const struct annotations *annotations, struct strbuf *out)
{
    struct writer w = {.out = out, .text = text, .annotations = annotations};
    size_t count;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    for (size_t i = 0; i < count; i++)
        put_quotation(&w, &quotes[i]);
    const struct span *terms = annotations_terms(annotations, &count);
    for (size_t i = 0; i < count; i++)
        put_mark(&w, "Term", &terms[i], 1);
}
