/* test_syntax.c: what the parser and the table of senses say of plain sentences. Skipped in a build without
 * weights. */
#include "support.h"

#include "joining.h"
#include "senses.h"
#include "syntax.h"
#include "tagger.h"

#include "whosaid/corpus/corpus.h"

#include <stdlib.h>

/* One paragraph, read as the labeller reads it. */
struct parsed {
    struct arena arena;
    struct article *article;
    struct reading reading;
    struct observations observations;
};

static void parse(struct parsed *p, const char *text)
{
    struct model model;
    if (!model_builtin(&model))
        skip();
    arena_init(&p->arena);
    p->article = article_from_plain_text("article.txt", str_from(text));
    reading_open(&p->reading, p->article, &p->arena);
    assert_true(p->reading.paragraph_count > 0);
    p->observations = joining_parse(&model, &p->reading)[p->reading.paragraph_count - 1];
    joining_observe(NULL, 0, &p->observations);
}

static void release(struct parsed *p)
{
    arena_release(&p->arena);
    free(p->article);
}

/* The place of a word among the observations; it must occur. */
static uint32_t place_of(const struct parsed *p, const char *word)
{
    for (uint32_t i = 0; i < p->observations.count; i++)
        if (reading_is(&p->reading, p->observations.first + i, word))
            return i;
    fail_msg("no %s", word);
    return 0;
}

static const char head_of_page[] = "Harbour talks\n\nRIVERTON, June 3 - The talks went on.\n\n";

static void parse_sentence(struct parsed *p, const char *sentence)
{
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_format(&text, "%s%s\n", head_of_page, sentence);
    parse(p, strbuf_str(&text).data);
    strbuf_release(&text);
}

static void assert_subject(const char *sentence, const char *verb, const char *subject)
{
    struct parsed p;
    parse_sentence(&p, sentence);
    uint32_t at = place_of(&p, verb);
    assert_int_equal(syntax_subject(&p.observations, (struct stretch){at, at + 1}), place_of(&p, subject));
    release(&p);
}

static void test_finds_subjects(void **state)
{
    assert_subject("The minister of ports said the quay will close in May.", "said", "minister");
    assert_subject("The minister of ports said the quay will close in May.", "close", "quay");
    assert_subject("Brandt rose and told the dockers to wait.", "told", "brandt");
    assert_subject("The mayor wants to ask the council for money.", "ask", "mayor");
}

static void test_knows_what_words_mean(void **state)
{
    struct parsed p;
    parse_sentence(&p, "The analyst announced a merger and worried the owners.");
    const struct observation *all = p.observations.items;
    assert_true(all[place_of(&p, "announced")].sense & SENSE_COMMUNICATION);
    assert_true(all[place_of(&p, "announced")].sense & SENSE_CLAUSE);
    assert_true(sense_is_emotion(all[place_of(&p, "worried")].sense));
    assert_true(all[place_of(&p, "analyst")].sense & SENSE_CLAUSE); /* of a noun: a person */
    assert_int_equal(all[place_of(&p, "the")].sense, 0);
    release(&p);
}

static uint8_t kind_of(const char *verb)
{
    return senses_find(observation_hash(str_from(verb)), SENSE_VERB).kind;
}

static void test_tells_kinds_of_meaning_apart(void **state)
{
    struct model model;
    if (!model_builtin(&model))
        skip();
    assert_int_equal(kind_of("grumbled"), kind_of("complains"));
    assert_int_equal(kind_of("bemoaned"), kind_of("complains"));
    assert_int_not_equal(kind_of("promised"), kind_of("complains"));
    assert_int_not_equal(kind_of("closed"), kind_of("complains"));
    assert_true(sense_is_empty(senses_find(observation_hash(STR("zzyzx")), SENSE_VERB)));
}

static void test_tells_names_apart(void **state)
{
    struct parsed p;
    parse_sentence(&p,
                   "On Monday Angela Brandt told the Transport Department that she had landed in Russia.");
    const struct observation *all = p.observations.items;
    assert_int_equal(all[place_of(&p, "brandt")].part, PART_NNP);
    assert_int_equal(all[place_of(&p, "department")].part, PART_NNP_GROUP);
    assert_int_equal(all[place_of(&p, "russia")].part, PART_NNP_PLACE);
    assert_int_equal(all[place_of(&p, "monday")].part, PART_NNP_OTHER);
    release(&p);
}

/* Heads never form a circle, whatever stands there. */
static void test_parses_anything(void **state)
{
    struct parsed p;
    parse_sentence(&p, "said said said of of , , \" said ( the the the . ) and and or that that he who");
    for (uint32_t i = 0; i < p.observations.count; i++) {
        uint32_t at = i, steps = 0;
        for (; at != NO_INDEX && steps <= p.observations.count; steps++)
            at = p.observations.items[at].head;
        assert_int_equal(at, NO_INDEX);
    }
    release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finds_subjects),
        cmocka_unit_test(test_knows_what_words_mean),
        cmocka_unit_test(test_tells_kinds_of_meaning_apart),
        cmocka_unit_test(test_tells_names_apart),
        cmocka_unit_test(test_parses_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
