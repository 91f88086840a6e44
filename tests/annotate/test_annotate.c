/* test_annotate.c: whole annotations: golden listings by kind of case (rules with the model, or rules alone),
 * the seed articles, and what holds for any text. */
#include "support.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/corpus/corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const golden_names[] = {
    "before",     "after",         "inside",       "inverted",     "passive",        "fragments",
    "nested",     "unbalanced",    "paragraphs",   "apostrophes",  "terms",          "pronouns",
    "titles",     "organisations", "according_to", "two_speakers", "learned",        "foreign",
    "headings",   "indirect",      "asides",       "loose",        "stance",         "nominal",
    "channels",   "denials",       "continuation", "exchange",     "officials",      "documents",
    "collective", "voices",        "said_first",   "quoted_as",    "turns",          "whose",
    "addressees", "deeds",         "family_names", "callings",     "called_by_kind", "interrupted",
    "blocks",     "any_verb",      "epithets",     "he_or_she",    "borders",        "apposed_names",
};

static const char *const type_names[] = {
    [QUOTE_DIRECT] = "direct", [QUOTE_MIXED] = "mixed", [QUOTE_INDIRECT] = "indirect"};

static void list_part(struct strbuf *out, const char *label, struct str text)
{
    if (text.size > 0)
        strbuf_add_format(out, "  %-12s%.*s\n", label, STR_FMT(text));
}

static void list_quote(struct strbuf *out, struct str text, const struct annotations *a,
                       const struct quote *quote)
{
    const struct span *pieces = annotations_pieces(a, quote);
    const struct entity *speaker = annotations_speaker(a, quote);
    strbuf_add_format(out, "%s%s\n", quote->parent != NO_INDEX ? "inner " : "", type_names[quote->type]);
    for (uint32_t i = 0; i < quote->piece_count; i++)
        list_part(out, "words", span_str(text, pieces[i]));
    list_part(out, "cue", span_str(text, quote->cue));
    if (quote->stance != STANCE_SAID)
        list_part(out, "stance", str_from(annotate_stance_name(quote->stance)));
    list_part(out, "mention", span_str(text, quote->speaker));
    if (speaker) {
        list_part(out, "speaker", span_str(text, speaker->name));
        list_part(out, "role", span_str(text, speaker->role));
        list_part(out, "affiliation", span_str(text, speaker->affiliation));
    }
    list_part(out, "because", str_from(annotate_rule_name(quote->rule)));
}

static void list_annotations(struct strbuf *out, const struct article *article, const struct annotations *a)
{
    size_t count, terms;
    struct str text = article_text(article);
    const struct quote *quotes = annotations_quotes(a, &count);
    for (size_t i = 0; i < count; i++)
        list_quote(out, text, a, &quotes[i]);
    const struct span *term = annotations_terms(a, &terms);
    for (size_t i = 0; i < terms; i++)
        strbuf_add_format(out, "term\n  words       %.*s\n", STR_FMT(span_str(text, term[i])));
}

static void golden_case(const char *name)
{
    char path[128];
    size_t size;
    struct strbuf listing;
    snprintf(path, sizeof path, "tests/annotate/golden/%s.txt", name);
    char *bytes = support_read(path, &size);
    struct article *article = article_from_plain_text(path, (struct str){bytes, size});
    struct annotations *a = annotate(article);
    strbuf_init(&listing);
    list_annotations(&listing, article, a);
    snprintf(path, sizeof path, GOLDEN_FOLDER "/%s.golden", name);
    support_golden(path, strbuf_str(&listing));
    strbuf_release(&listing);
    free(a);
    free(article);
    free(bytes);
}

static void test_golden(void **state)
{
    for (size_t i = 0; i < LENGTH(golden_names); i++)
        golden_case(golden_names[i]);
}

/* What must hold for the annotations of any text. */
static void assert_sound(const struct article *article, const struct annotations *a)
{
    struct str text = article_text(article);
    size_t quote_count, sentence_count, term_count, entity_count, counted = 0;
    const struct quote *quotes = annotations_quotes(a, &quote_count);
    const struct span *sentences = annotations_sentences(a, &sentence_count);
    const struct span *terms = annotations_terms(a, &term_count);
    const struct entity *entities = annotations_entities(a, &entity_count);
    for (size_t i = 0; i < sentence_count; i++)
        assert_true(sentences[i].start < sentences[i].end && sentences[i].end <= text.size);
    for (size_t i = 1; i < sentence_count; i++)
        assert_true(sentences[i - 1].end <= sentences[i].start);
    for (size_t i = 0; i < quote_count; i++) {
        const struct quote *q = &quotes[i];
        const struct span *pieces = annotations_pieces(a, q);
        assert_true(q->piece_count >= 1 && q->first_piece + q->piece_count <= a->pieces.count);
        assert_true(q->span.start == pieces[0].start && q->span.end == pieces[q->piece_count - 1].end);
        for (uint32_t p = 0; p < q->piece_count; p++) {
            assert_true(pieces[p].start < pieces[p].end && pieces[p].end <= text.size);
            assert_true(p == 0 || pieces[p - 1].end <= pieces[p].start);
        }
        assert_true(i == 0 || quotes[i - 1].span.start <= q->span.start);
        assert_true(q->speaker.end <= text.size && q->cue.end <= text.size);
        assert_true(q->entity == NO_INDEX || q->entity < entity_count);
        assert_true(q->confidence >= 0 && q->confidence <= 1);
        assert_true(q->parent == NO_INDEX || q->parent < i);
        assert_true(q->antecedent < ANTECEDENT_COUNT && q->antecedent_span.end <= text.size);
        assert_true((q->antecedent == ANTECEDENT_NONE) == (q->entity == NO_INDEX));
    }
    for (size_t i = 0; i < term_count; i++)
        assert_true(terms[i].start < terms[i].end && terms[i].end <= text.size);
    for (size_t i = 0; i < entity_count; i++) {
        assert_true(entities[i].name.end <= text.size && !span_is_empty(entities[i].name));
        counted += entities[i].quotes;
    }
    assert_true(counted <= quote_count);
}

static void assert_sound_text(struct str bytes)
{
    struct article *article = article_from_plain_text("test.txt", bytes);
    struct annotations *a = annotate(article);
    assert_sound(article, a);
    free(a);
    free(article);
}

/* Every golden text cut at every place: no border is special. */
static void test_sound_when_cut(void **state)
{
    for (size_t i = 0; i < LENGTH(golden_names); i++) {
        char path[128];
        size_t size;
        snprintf(path, sizeof path, "tests/annotate/golden/%s.txt", golden_names[i]);
        char *bytes = support_read(path, &size);
        for (size_t cut = 0; cut <= size; cut += 7)
            assert_sound_text((struct str){bytes, cut});
        free(bytes);
    }
}

/* A repeated pattern of about a megabyte; a quadratic stage would take minutes. */
static void repeat_pattern(const char *pattern)
{
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_str(&text, STR("Title line\n\n"));
    while (text.size < 1 << 20)
        strbuf_add_str(&text, str_from(pattern));
    assert_sound_text(strbuf_str(&text));
    strbuf_release(&text);
}

static void test_linear(void **state)
{
    static const char *const patterns[] = {
        "\"",
        "“",
        "he said ",
        "“ ‘ ",
        "' ",
        "‘a’ ",
        "“x” ",
        "said, “x,” ",
        "Ab, a c, ",
        "“a.\n\n",
        "John Smith ",
        "He said. ",
        "who, ",
        "said the of ",
        "( ",
        "that X said ",
        "“x,” he said, ",
        "his claim that ",
        "a, said b, ",
        "was told by a that ",
        "if he says ",
    };
    for (size_t i = 0; i < LENGTH(patterns); i++)
        repeat_pattern(patterns[i]);
}

static void test_empty(void **state)
{
    struct article *article = article_from_plain_text("empty.txt", STR("\n"));
    struct annotations *a = annotate(article);
    size_t count;
    annotations_quotes(a, &count);
    assert_int_equal(count, 0);
    annotations_terms(a, &count);
    assert_int_equal(count, 0);
    free(a);
    free(article);
}

static void test_sentence_at(void **state)
{
    struct article *article =
        article_from_plain_text("x.txt", STR("A headline here\n\nOne came. Two left. Three stayed.\n"));
    struct annotations *a = annotate(article);
    size_t count;
    const struct span *sentences = annotations_sentences(a, &count);
    assert_int_equal(count, 3);
    assert_int_equal(annotations_sentence_at(a, 0), 0);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(annotations_sentence_at(a, sentences[i].start), i);
        assert_int_equal(annotations_sentence_at(a, sentences[i].end - 1), i);
    }
    assert_int_equal(annotations_sentence_at(a, 100000), 2);
    free(a);
    free(article);
}

static void test_rule_names(void **state)
{
    assert_string_equal(annotate_rule_name(UINT32_MAX), "no attribution");
    for (uint32_t i = 0; i < 32; i++)
        assert_non_null(annotate_rule_name(i));
}

/* What is expected of the quotation that holds some words of a seed article. cue is how its cue opens: what
 * is expressed may belong to it, as in PolNeAR, "expressed gratitude for". */
struct seed {
    const char *file, *words, *speaker, *cue;
};

static const struct seed seeds[] = {
    {"000", "No country should give", "State Department spokesperson", "remarked"},
    {"000", "balanced position", "Vladimir Putin", "expressed"},
    {"001", "Russia wants to send", "Alexander Vuving", "said"},
    {"001", "the unique role Russia", "Alexander Vuving", "also highlighted"},
    {"001", "hosting Putin aligns", "Ian Storey", "According to"},
    {"002", "Western attempts to isolate", "Carl Thayer", "noted"},
    {"002", "No country should give", "spokesperson for the U.S. embassy in Hanoi", "stated"},
    {"002", "pragmatic way to solve", "Vladimir Putin", "praised"},
    {"004", "a practical way to fix", "Vladimir Putin", "praised"},
    {"004", "no country should provide", "spokesperson for the US embassy in Hanoi", "stated"},
};

static const char *const seed_terms[][2] = {
    {"000", "comprehensive strategic"},
    {"001", "bamboo"},
    {"002", "bamboo"},
    {"003", "friendly relationships"},
};

static struct corpus *open_seeds(void)
{
    const char *path = support_shared("seeds");
    return corpus_open(&path, 1, NULL, NULL);
}

static struct article *load_seed(const struct corpus *corpus, const char *prefix)
{
    for (size_t i = 0; i < corpus_size(corpus); i++) {
        const char *name = strrchr(corpus_path(corpus, i), '/');
        if (name && strncmp(name + 1, prefix, strlen(prefix)) == 0)
            return corpus_load(corpus, i, NULL);
    }
    return NULL;
}

/* The quotation that holds the words' first occurrence within any quotation, or NULL. */
static const struct quote *find_quote(const struct article *article, const struct annotations *a,
                                      const char *words)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(a, &count);
    for (size_t i = 0; i < count; i++)
        if (str_find(span_str(article_text(article), quotes[i].span), str_from(words), 0) != STR_NONE)
            return &quotes[i];
    return NULL;
}

static void check_seed(const struct corpus *corpus, const struct seed *seed)
{
    struct article *article = load_seed(corpus, seed->file);
    assert_non_null(article);
    struct annotations *a = annotate(article);
    const struct quote *quote = find_quote(article, a, seed->words);
    if (!quote)
        fail_msg("%s: no quotation with \"%s\"", seed->file, seed->words);
    const struct entity *speaker = annotations_speaker(a, quote);
    assert_non_null(speaker);
    assert_str(span_str(article_text(article), speaker->name), seed->speaker);
    assert_true(str_starts(span_str(article_text(article), quote->cue), str_from(seed->cue)));
    assert_sound(article, a);
    free(a);
    free(article);
}

static void test_seeds(void **state)
{
    struct corpus *corpus = open_seeds();
    for (size_t i = 0; i < LENGTH(seeds); i++)
        check_seed(corpus, &seeds[i]);
    corpus_free(corpus);
}

static void test_seed_terms(void **state)
{
    struct corpus *corpus = open_seeds();
    for (size_t i = 0; i < LENGTH(seed_terms); i++) {
        struct article *article = load_seed(corpus, seed_terms[i][0]);
        struct annotations *a = annotate(article);
        size_t count, found = 0;
        const struct span *terms = annotations_terms(a, &count);
        for (size_t t = 0; t < count; t++)
            found += str_find(span_str(article_text(article), terms[t]), str_from(seed_terms[i][1]), 0) !=
                     STR_NONE;
        assert_int_equal(found, 1);
        assert_null(find_quote(article, a, seed_terms[i][1]));
        free(a);
        free(article);
    }
    corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),      cmocka_unit_test(test_sound_when_cut),
        cmocka_unit_test(test_linear),      cmocka_unit_test(test_empty),
        cmocka_unit_test(test_sentence_at), cmocka_unit_test(test_rule_names),
        cmocka_unit_test(test_seeds),       cmocka_unit_test(test_seed_terms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
