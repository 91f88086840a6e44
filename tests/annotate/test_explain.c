/* test_explain.c: what is said of quotations: which cue, which rule, which speaker and why, how sure; and
 * that every quotation of the golden texts is explained, with figures that agree with the annotation. */
#include "labeller_explain.h"
#include "support.h"

#include "joining.h"
#include "stages.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/annotate/explain.h"
#include "whosaid/base/array.h"
#include "whosaid/corpus/corpus.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct explained {
    struct article *article;
    struct annotations *annotations;
    struct explainer *explainer;
    struct strbuf why; /* of the quotation told last */
};

static void open_text(struct explained *e, struct str bytes)
{
    e->article = article_from_plain_text("test.txt", bytes);
    e->annotations = annotate(e->article);
    e->explainer = explainer_create(e->article);
    strbuf_init(&e->why);
}

static void close_text(struct explained *e)
{
    strbuf_release(&e->why);
    explainer_free(e->explainer);
    free(e->annotations);
    free(e->article);
}

static void tell(struct explained *e, size_t quote)
{
    strbuf_clear(&e->why);
    explainer_tell(e->explainer, quote, &e->why);
}

static void assert_says(const struct explained *e, const char *sentence)
{
    if (str_find(strbuf_str(&e->why), str_from(sentence), 0) == STR_NONE)
        fail_msg("no \"%s\" in: %s", sentence, e->why.data);
}

/* The explanation of a text's quotation holds all these sentences. */
static void assert_explained(const char *text, size_t quote, const char *const *sentences)
{
    struct explained e;
    open_text(&e, str_from(text));
    tell(&e, quote);
    for (; *sentences; sentences++)
        assert_says(&e, *sentences);
    close_text(&e);
}

static void test_cue_and_rule(void **state)
{
    assert_explained("Ferries\n\n“The pier stays shut until the autumn,” Ole Berg said on Monday.\n", 0,
                     (const char *const[]){"The cue is “said”, right behind it.\n",
                                           "A rule found it: cue after the quotation.\n",
                                           "“Ole Berg” is the speaker, named here.\n",
                                           " % sure: of a hundred", NULL});
    assert_explained("Ferries\n\n“The pier stays shut,” said Ole Berg. “It will open in the autumn.”\n", 0,
                     (const char *const[]){"The cue is “said”, between its pieces.\n", NULL});
    assert_explained("Ferries\n\nAccording to Ole Berg, the pier stays shut until the autumn.\n", 0,
                     (const char *const[]){"The cue is “According to”, right before it.\n", NULL});
    assert_explained(
        "Ferries\n\nA sign hung there. “The pier stays shut until the autumn comes.” It rained.\n", 0,
        (const char *const[]){"No word attributes it.\n", "Nobody is named as its speaker.\n", NULL});
}

static void test_stance(void **state)
{
    assert_explained("Ferries\n\n“The pier stays shut until the autumn,” Ole Berg did not say.\n", 0,
                     (const char *const[]){"reported as not said.\n", NULL});
    assert_explained("Ferries\n\nIf Ole Berg says that the pier stays shut, the town will protest.\n", 0,
                     (const char *const[]){"this may be said", NULL});
}

static void test_speaker(void **state)
{
    static const char text[] = "Ferries\n\n“The pier stays shut,” said Eva Holm, the warden.\n\n“We will pay "
                               "for it,” she said.\n\n“It "
                               "rains,” Holm said.\n\n“It is wet,” they said.\n";
    assert_explained(text, 1,
                     (const char *const[]){"“she” is Eva Holm: the last woman named before it.\n", NULL});
    assert_explained(text, 2, (const char *const[]){"“Holm” is Eva Holm, by surname.\n", NULL});
    assert_explained(
        text, 3, (const char *const[]){"“they” is the speaker; whom that stands for is not known.\n", NULL});
}

/* A line break inside a mention must not break the sentence. */
static void test_one_line_a_sentence(void **state)
{
    assert_explained(
        "Ferries\n\n“The pier stays shut until the autumn comes,” the harbour\nwarden Ole Berg said.\n", 0,
        (const char *const[]){"“the harbour warden Ole Berg” is the speaker", NULL});
}

static void test_headline(void **state)
{
    struct explained e;
    open_text(
        &e,
        STR("Holm: ferries “worn out”\n\nThe warden, Eva Holm, left on Monday. “It rains,” Holm said.\n"));
    explainer_tell_title(e.explainer, 0, &e.why);
    assert_says(&e, "The cue is “:”, right before it.\n");
    assert_says(&e, "A rule found it: headline");
    assert_says(&e, "“Holm” is Eva Holm");
    strbuf_clear(&e.why);
    explainer_tell_title(e.explainer, 1, &e.why);
    assert_int_equal(e.why.size, 0);
    close_text(&e);
}

static void test_no_such_quotation(void **state)
{
    struct explained e;
    open_text(&e, STR("Nothing\n\nIt was dry.\n"));
    tell(&e, 0);
    assert_int_equal(e.why.size, 0);
    close_text(&e);
    explainer_free(NULL);
}

/* What holds for the explanation of any quotation. */
static void assert_sound(struct explained *e, const struct quote *quote)
{
    char sure[32];
    int percent = (int)(quote->confidence * 100 + 0.5f);
    snprintf(sure, sizeof sure, "\n%d %% sure: ", percent > 99 ? 99 : percent);
    assert_says(e, sure);
    assert_true(str_ends(strbuf_str(&e->why), STR(".\n")));
    assert_true(str_find(strbuf_str(&e->why), STR("\n\n"), 0) == STR_NONE);
    assert_says(e, span_is_empty(quote->cue) ? "No word attributes it." : "The cue is “");
    bool by_model = strcmp(annotate_rule_name(quote->rule), "found by the trained model") == 0;
    assert_true(by_model || str_find(strbuf_str(&e->why), STR("odel"), 0) == STR_NONE);
    if (by_model)
        assert_says(e, "The model begins ");
}

static void assert_all_explained(struct str text)
{
    struct explained e;
    size_t count;
    open_text(&e, text);
    const struct quote *quotes = annotations_quotes(e.annotations, &count);
    for (size_t i = 0; i < count; i++) {
        tell(&e, i);
        assert_sound(&e, &quotes[i]);
    }
    close_text(&e);
}

static void test_every_golden_quotation(void **state)
{
    glob_t files;
    assert_int_equal(glob(SOURCE_ROOT "/tests/annotate/golden/*.txt", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        size_t size;
        char *bytes = support_read(files.gl_pathv[i] + strlen(SOURCE_ROOT "/"), &size);
        assert_all_explained((struct str){bytes, size});
        free(bytes);
    }
    globfree(&files);
}

/* A quarter of a megabyte of quotations in one paragraph; a pass over it for each would take minutes. */
static void test_linear(void **state)
{
    static const char *const patterns[] = {"“x,” he said, ", "that X said ",
                                           "officials said that it rained. "};
    for (size_t i = 0; i < LENGTH(patterns); i++) {
        struct strbuf text;
        strbuf_init(&text);
        strbuf_add_str(&text, STR("Title line\n\n"));
        while (text.size < 1 << 18)
            strbuf_add_str(&text, str_from(patterns[i]));
        assert_all_explained(strbuf_str(&text));
        strbuf_release(&text);
    }
}

/* The strongest group comes first, and groups that speak against the label are not named. */
static void test_reasons(void **state)
{
    struct arena arena;
    struct reading reading;
    struct model model;
    struct observations *observations;
    struct labeller_reason reasons[LABELLER_REASONS];
    struct article *article =
        article_from_plain_text("x.txt", STR("Rain\n\nThe warden warned that it rains.\n"));
    if (!model_builtin(&model)) {
        free(article);
        skip();
    }
    arena_init(&arena);
    stages_run(&reading, article, &arena);
    observations = joining_parse(&model, &reading);
    joining_observe(NULL, 0, observations);
    assert_true(reading_is(&reading, observations->first + 2, "warned"));
    size_t count = labeller_explain(&model, observations, 2, LABEL_CUE_BEGIN, reasons);
    assert_in_range(count, 1, LABELLER_REASONS);
    for (size_t i = 0; i < count; i++) {
        assert_true(reasons[i].weight > 0 && (i == 0 || reasons[i].weight <= reasons[i - 1].weight));
        assert_non_null(reasons[i].name);
    }
    assert_int_equal(labeller_explain(&model, observations, 2, LABEL_NONE, reasons), 0);
    arena_release(&arena);
    free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cue_and_rule),
        cmocka_unit_test(test_stance),
        cmocka_unit_test(test_speaker),
        cmocka_unit_test(test_one_line_a_sentence),
        cmocka_unit_test(test_headline),
        cmocka_unit_test(test_no_such_quotation),
        cmocka_unit_test(test_every_golden_quotation),
        cmocka_unit_test(test_linear),
        cmocka_unit_test(test_reasons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
