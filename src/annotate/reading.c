/* reading.c: see reading.h. Cuts the body into paragraphs and sentences and scans the tokens. */
#include "reading.h"

#include "whosaid/text/segment.h"

#include <string.h>

/* The parts of paragraphs that are body, in order; both lists ascend. */
static void cut_body(const struct article *article, span_vector *stretches)
{
    span_vector body = {0}, paragraphs = {0};
    article_body(article, &body);
    text_paragraphs(article_text(article), &paragraphs);
    size_t p = 0;
    vector_each (&body, part) {
        while (p > 0 && paragraphs.data[p - 1].end > part->start)
            p--;
        for (; p < paragraphs.size && paragraphs.data[p].start < part->end; p++) {
            struct span cut = paragraphs.data[p];
            cut.start = cut.start > part->start ? cut.start : part->start;
            cut.end = cut.end < part->end ? cut.end : part->end;
            if (!span_is_empty(cut))
                vector_push(stretches, cut);
        }
    }
    vector_release(&body);
    vector_release(&paragraphs);
}

static void copy_sentences(struct reading *reading, const span_vector *stretches)
{
    span_vector sentences = {0};
    for (size_t i = 0; i < stretches->size; i++)
        text_sentences(reading->text, stretches->data[i], &sentences);
    reading->sentence_count = sentences.size;
    reading->sentences = arena_array(reading->arena, sentences.size, struct span);
    if (sentences.size > 0)
        memcpy(reading->sentences, sentences.data, sentences.size * sizeof *sentences.data);
    vector_release(&sentences);
}

/* Which tokens are each paragraph's; those of headings and boilerplate are in none. */
static void find_paragraphs(struct reading *reading, const span_vector *stretches)
{
    uint32_t token = 0;
    reading->paragraphs = arena_array(reading->arena, stretches->size, struct paragraph);
    for (size_t i = 0; i < stretches->size; i++) {
        struct paragraph *paragraph = &reading->paragraphs[reading->paragraph_count];
        while (token < reading->token_count && reading->tokens[token].span.start < stretches->data[i].start)
            token++;
        paragraph->tokens.first = token;
        while (token < reading->token_count && reading->tokens[token].span.end <= stretches->data[i].end)
            token++;
        paragraph->tokens.end = token;
        reading->paragraph_count += !stretch_is_empty(paragraph->tokens);
    }
}

/* The first token that ends behind a byte. */
static uint32_t token_at(const struct reading *reading, uint32_t byte)
{
    size_t low = 0, high = reading->token_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (reading->tokens[middle].span.end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* The writers' names, where they stand before the body. */
static void find_byline(struct reading *reading, const struct article *article)
{
    struct str byline = article_str(article, article->byline);
    uint32_t body = reading->sentence_count > 0 ? reading->sentences[0].start : 0;
    size_t at = byline.size > 0 ? str_find(str_slice(reading->text, 0, body), byline, 0) : STR_NONE;
    if (at != STR_NONE)
        reading->byline = (struct stretch){token_at(reading, (uint32_t)at),
                                           token_at(reading, (uint32_t)(at + byline.size))};
}

void reading_open(struct reading *reading, const struct article *article, struct arena *arena)
{
    span_vector stretches = {0};
    *reading = (struct reading){
        .text = article_text(article), .english = article_is_in_english(article), .arena = arena};
    cut_body(article, &stretches);
    copy_sentences(reading, &stretches);
    struct span all = {0, (uint32_t)reading->text.size};
    reading->tokens = tokens_scan(reading->text, all, reading->sentences, reading->sentence_count, arena,
                                  &reading->token_count);
    find_paragraphs(reading, &stretches);
    find_byline(reading, article);
    vector_release(&stretches);
}

bool reading_is_one_of(const struct reading *reading, size_t index, const char *const *words, size_t count)
{
    struct str lower = reading_token(reading, index)->lower;
    if (lower.size == 0)
        return false;
    const char first = lower.data[0];
    for (size_t i = 0; i < count; i++)
        if (words[i][0] == first && reading_is(reading, index, words[i]))
            return true;
    return false;
}

bool reading_has(const struct reading *reading, size_t index, uint32_t tags)
{
    return (reading_token(reading, index)->tags & tags) != 0;
}

struct span reading_span(const struct reading *reading, struct stretch stretch)
{
    if (stretch_is_empty(stretch))
        return (struct span){0, 0};
    return (struct span){reading->tokens[stretch.first].span.start,
                         reading->tokens[stretch.end - 1].span.end};
}

struct stretch pair_stretch(const struct pair *pair)
{
    return (struct stretch){pair->open, pair->closed ? pair->close + 1 : pair->close};
}

uint32_t reading_pair_last(const struct reading *reading, const struct pair *pair)
{
    uint32_t i = pair->inside.end;
    for (; i > pair->inside.first + 1; i--) {
        uint8_t shape = reading_token(reading, i - 1)->shape;
        if (shape != TOKEN_OPEN && shape != TOKEN_CLOSE)
            break;
    }
    return i - 1;
}

bool reading_is_dash(const struct reading *r, size_t index)
{
    static const char *const dashes[] = {"-", "--", "–", "—", "―"};
    return READING_IS_ONE_OF(r, index, dashes);
}

bool reading_is_possessive(const struct reading *r, size_t index)
{
    return reading_is(r, index, "'s") || reading_is(r, index, "'");
}

bool reading_ends_sentence(const struct reading *reading, size_t index)
{
    return reading_is(reading, index, ".") || reading_is(reading, index, "?") ||
           reading_is(reading, index, "!");
}

uint32_t reading_count_words(const struct reading *reading, struct stretch stretch)
{
    uint32_t words = 0;
    for (uint32_t i = stretch.first; i < stretch.end && words < READING_MANY_WORDS; i++)
        words += token_is_word(&reading->tokens[i]);
    return words;
}

bool reading_is_title_case(const struct reading *r, struct stretch s)
{
    enum { SMALL_WORD = 4 };
    uint32_t capitals = 0;
    for (uint32_t i = s.first; i < s.end; i++) {
        const struct token *token = reading_token(r, i);
        if (token->shape == TOKEN_LOWER && token->lower.size >= SMALL_WORD)
            return false;
        capitals += token_is_capital(token);
    }
    return capitals > 1;
}
