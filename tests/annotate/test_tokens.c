/* test_tokens.c: the lexicon, tokens and pairs of marks, as tables. */
#include "support.h"

#include "lexicon.h"
#include "marks.h"

#include "whosaid/base/array.h"

#include <stdlib.h>
#include <string.h>

static void test_lexicon_is_sorted(void **state)
{
    for (size_t i = 1; lexicon_word(i); i++)
        if (strcmp(lexicon_word(i - 1), lexicon_word(i)) >= 0)
            fail_msg("\"%s\" stands before \"%s\"", lexicon_word(i - 1), lexicon_word(i));
}

static const struct {
    const char *word;
    uint32_t all, none; /* tags that it must have, and must not */
} words[] = {
    {"said", TAG_SAY | TAG_PAST, TAG_TITLE},
    {"says", TAG_SAY | TAG_THIRD, TAG_PAST},
    {"saying", TAG_SAY | TAG_ING, TAG_PAST},
    {"noted", TAG_SAY | TAG_PAST, TAG_BASE},
    {"denies", TAG_SAY | TAG_THIRD, TAG_BASE},
    {"admitting", TAG_SAY | TAG_ING, TAG_BASE},
    {"told", TAG_TELL | TAG_PAST, TAG_JUDGE},
    {"praised", TAG_JUDGE | TAG_PAST, TAG_SAY},
    {"minister", TAG_TITLE | TAG_ROLE, TAG_CUE_VERB},
    {"gen.", TAG_TITLE, TAG_CUE_VERB},
    {"she", TAG_PRONOUN | TAG_FEMALE, TAG_MALE},
    {"embassy", TAG_ORGANISATION, TAG_ROLE},
    {"quickly", TAG_ADVERB, TAG_CUE_VERB},
    {"bed", 0, TAG_CUE_VERB},
    {"s", 0, ~0u},
    {"", 0, ~0u},
};

static void test_lexicon_knows_forms(void **state)
{
    for (size_t i = 0; i < LENGTH(words); i++) {
        uint32_t tags = lexicon_tags(str_from(words[i].word));
        if ((tags & words[i].all) != words[i].all || (tags & words[i].none))
            fail_msg("\"%s\" has tags %#x", words[i].word, tags);
    }
}

/* Tokens joined with "|"; opening marks are shown as "<", closing ones as ">". */
static const struct {
    const char *text, *tokens;
} scans[] = {
    {"I don’t know.", "I|don’t|know|."},
    {"Putin's and Putin’s", "Putin|'s|and|Putin|’s"},
    {"the U.S. embassy", "the|U.S.|embassy"},
    {"Gen. J. D. Vance", "Gen.|J.|D.|Vance"},
    {"He left. Gone.", "He|left|.|Gone|."},
    {"$3.5 billion, 1,200 men", "$|3.5|billion|,|1,200|men"},
    {"a 46-year-old ex-minister", "a|46-year-old|ex-minister"},
    {"“Yes,” he said", "<|Yes|,|>|he|said"},
    {"\"Yes,\" he said", "<|Yes|,|>|he|said"},
    {"''Yes,'' he said", "<|Yes|,|>|he|said"},
    {"„Ja“, sagte er", "<|Ja|>|,|sagte|er"},
    {"»Ja«, sagte er", "<|Ja|>|,|sagte|er"},
    {"« Oui », dit-il", "<|Oui|>|,|dit-il"},
    {"‹Oui›", "<|Oui|>"},
    {"「はい」", "<|はい|>"},
    {"the '90s and rock 'n' roll", "the|'|90s|and|rock|'|n|>|roll"},
    {"(\"x\")", "(|<|x|>|)"},
    {"he said—“x”—and", "he|said|—|<|x|>|—|and"},
    {"wait... no -- yes", "wait|...|no|--|yes"},
    {"", ""},
};

static void test_scan(void **state)
{
    for (size_t i = 0; i < LENGTH(scans); i++) {
        struct arena arena;
        struct strbuf joined;
        struct str text = str_from(scans[i].text);
        size_t count;
        arena_init(&arena);
        strbuf_init(&joined);
        struct token *tokens =
            tokens_scan(text, (struct span){0, (uint32_t)text.size}, NULL, 0, &arena, &count);
        for (size_t t = 0; t < count; t++) {
            if (t > 0)
                strbuf_add_byte(&joined, '|');
            if (tokens[t].shape == TOKEN_OPEN || tokens[t].shape == TOKEN_CLOSE)
                strbuf_add_byte(&joined, tokens[t].shape == TOKEN_OPEN ? '<' : '>');
            else
                strbuf_add_str(&joined, span_str(text, tokens[t].span));
        }
        assert_str(strbuf_str(&joined), scans[i].tokens);
        strbuf_release(&joined);
        arena_release(&arena);
    }
}

static void test_scan_shapes(void **state)
{
    static const uint8_t shapes[] = {TOKEN_LOWER, TOKEN_CAPITALISED, TOKEN_UPPER,
                                     TOKEN_MIXED, TOKEN_NUMBER,      TOKEN_PUNCTUATION};
    struct arena arena;
    struct str text = STR("word Élan U.S. iPhone 1950s ;");
    size_t count;
    arena_init(&arena);
    struct token *tokens = tokens_scan(text, (struct span){0, (uint32_t)text.size}, NULL, 0, &arena, &count);
    assert_int_equal(count, sizeof shapes);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(tokens[i].shape, shapes[i]);
    assert_str(tokens[1].lower, "élan");
    arena_release(&arena);
}

/* Pairs of a text of paragraphs, as "inside" of each in order; "?" behind one that was never closed, one ">"
 * before it for each pair around it, "+" for one that carries on another. */
static const struct {
    const char *text, *pairs;
} pairings[] = {
    {"He said “one” and “two”.", "[one][two]"},
    {"“One ‘two’ three”", "[One ‘two’ three][>two]"},
    {"“One “two” three”", "[One “two” three][>two]"},
    {"“One \"two”", "[One?][two]"},
    {"“One\" two", "[One]"},
    {"“One two", "[One two?]"},
    {"“One two\n\nthree four", "[One two?]"},
    {"“One two\n\n“three” four", "[One two?][+three]"},
    {"“One two.\n\n“Three.\n\n“Four.” Five", "[One two.?][+Three.?][+Four.]"},
    {"“One” two\n\n“three” four", "[One][three]"},
    {"the ministers' house and 'one' more", "[one]"},
    {"'the ministers' house' fell", "[the ministers' house]"},
    {"'tis the '90s, don't", ""},
    {"one \" two \" three", "[two]"},
    {"one” two", ""},
    {"“”", ""},
};

static void list_pairs(struct reading *reading, struct strbuf *out)
{
    for (size_t i = 0; i < reading->pair_count; i++) {
        const struct pair *pair = &reading->pairs[i];
        if (stretch_is_empty(pair->inside))
            continue;
        strbuf_add_byte(out, '[');
        for (uint32_t p = pair->parent; p != NO_INDEX; p = reading->pairs[p].parent)
            strbuf_add_byte(out, '>');
        if (pair->continues != NO_INDEX)
            strbuf_add_byte(out, '+');
        strbuf_add_str(out, span_str(reading->text, reading_span(reading, pair->inside)));
        if (!pair->closed)
            strbuf_add_byte(out, '?');
        strbuf_add_byte(out, ']');
    }
}

static void test_marks_pair(void **state)
{
    for (size_t i = 0; i < LENGTH(pairings); i++) {
        struct strbuf text, listing;
        struct arena arena;
        struct reading reading;
        arena_init(&arena);
        strbuf_init(&listing);
        strbuf_init(&text);
        strbuf_add_format(&text, "%s", pairings[i].text);
        struct paragraph paragraphs[8] = {0};
        reading = (struct reading){.text = strbuf_str(&text), .arena = &arena, .paragraphs = paragraphs};
        reading.tokens = tokens_scan(reading.text, (struct span){0, (uint32_t)text.size}, NULL, 0, &arena,
                                     &reading.token_count);
        for (uint32_t t = 0; t < reading.token_count; t++) {
            if (t == 0 || reading.tokens[t].newline > 1)
                paragraphs[reading.paragraph_count++].tokens.first = t;
            paragraphs[reading.paragraph_count - 1].tokens.end = t + 1;
        }
        marks_pair(&reading);
        list_pairs(&reading, &listing);
        assert_str(strbuf_str(&listing), pairings[i].pairs);
        strbuf_release(&listing);
        strbuf_release(&text);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lexicon_is_sorted),
        cmocka_unit_test(test_lexicon_knows_forms),
        cmocka_unit_test(test_scan),
        cmocka_unit_test(test_scan_shapes),
        cmocka_unit_test(test_marks_pair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
