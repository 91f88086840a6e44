/* test_headline.c: what headlines of every shape quote, and from whom,
 * over one body that quotes Ilse Karrow. */
#include "support.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/corpus/corpus.h"

#include <stdlib.h>

static const char BODY[] =
    "\n\nThe foreign minister, Ilse Karrow, left Bergen on Monday. “The talks are over,” Karrow said. "
    "Norland has sent a ship. The mayor, Gus Pettersen, stayed away.\n";

/* A headline and what it quotes: "type words | mention | resolved speaker", empty for nothing. */
static const struct {
    const char *headline, *expected;
} headlines[] = {
    {"Karrow: talks “futile”", "mixed talks “futile” | Karrow | Ilse Karrow"},
    {"Karrow: Talks with Norland are over", "indirect Talks with Norland are over | Karrow | Ilse Karrow"},
    {"Talks “futile” – Karrow", "mixed Talks “futile” | Karrow | Ilse Karrow"},
    {"‘They left us with nothing’ - Pettersen", "direct ‘They left us with nothing’ | Pettersen | "},
    {"“We will not leave the valley”: Karrow",
     "direct “We will not leave the valley” | Karrow | Ilse Karrow"},
    {"Talks ‘futile’, says Karrow", "mixed Talks ‘futile’ | Karrow | Ilse Karrow"},
    {"Karrow Says the Talks Are “Futile”", "mixed the Talks Are “Futile” | Karrow | Ilse Karrow"},
    {"Ship was ‘warned twice’, navy says", "mixed Ship was ‘warned twice’ | navy | "},
    {"Analysts: “winter will be hard”", "direct “winter will be hard” | Analysts | "},
    {"Norland: ‘the ship stays’", "direct ‘the ship stays’ | Norland | "},
    {"Strait crisis: ‘We will not go’", ""},     /* a topic */
    {"Live updates: Karrow leaves Bergen", ""},  /* a kind of article */
    {"Karrow leaves Bergen - Harbour Post", ""}, /* an outlet */
    {"Port of Bergen: three ships leave", ""},   /* a place */
    {"The “silent tram” starts again", ""},      /* a term */
    {"Karrow leaves Bergen", ""},
};

static const char *const type_names[] = {
    [QUOTE_DIRECT] = "direct", [QUOTE_MIXED] = "mixed", [QUOTE_INDIRECT] = "indirect"};

/* What the article's headline quotes, as in the table; quotations are parted by "; ". */
static void list_title(const struct article *article, struct strbuf *out)
{
    size_t count;
    struct annotations *a = annotate(article);
    struct str title = article_str(article, article->title);
    const struct quote *quotes = annotations_title_quotes(a, &count);
    for (size_t i = 0; i < count; i++) {
        const struct entity *entity = annotations_speaker(a, &quotes[i]);
        struct str name = entity ? span_str(article_text(article), entity->name) : STR("");
        strbuf_add_format(out, "%s%s %.*s | %.*s | %.*s", i ? "; " : "", type_names[quotes[i].type],
                          STR_FMT(span_str(title, quotes[i].span)),
                          STR_FMT(span_str(title, quotes[i].speaker)), STR_FMT(name));
    }
    free(a);
}

static void headlines_name_their_speaker_or_nobody(void **state)
{
    for (size_t i = 0; i < LENGTH(headlines); i++) {
        struct strbuf text, listing;
        strbuf_init(&text);
        strbuf_init(&listing);
        strbuf_add_format(&text, "%s%s", headlines[i].headline, BODY);
        struct article *article = article_from_plain_text("test.txt", strbuf_str(&text));
        list_title(article, &listing);
        if (!str_equal(strbuf_str(&listing), str_from(headlines[i].expected)))
            fail_msg("%s: “%.*s”", headlines[i].headline, STR_FMT(strbuf_str(&listing)));
        free(article);
        strbuf_release(&text);
        strbuf_release(&listing);
    }
}

/* The first sentence of a text without a headline serves as title, and is quoted once, in the body. */
static void a_first_sentence_is_no_headline(void **state)
{
    size_t count;
    struct article *article = article_from_plain_text(
        "test.txt", STR("Karrow said the talks were over. Nobody else spoke that day at all.\n"));
    struct annotations *a = annotate(article);
    annotations_title_quotes(a, &count);
    assert_int_equal(count, 0);
    free(a);
    free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headlines_name_their_speaker_or_nobody),
        cmocka_unit_test(a_first_sentence_is_no_headline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
