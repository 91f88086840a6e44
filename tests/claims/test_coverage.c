/* test_coverage.c: claims of real coverage, through the annotator:
 * the seed articles and the bundled corpus. */
#include "support.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"
#include "whosaid/claims/claims.h"
#include "whosaid/corpus/corpus.h"

#include <stdlib.h>

struct coverage {
    struct document *documents;
    size_t count;
    struct claims *claims;
};

static void ignore_unreadable(void *context, const struct error *error)
{
}

static void load(struct coverage *coverage, const char *path)
{
    struct corpus *corpus = corpus_open(&path, 1, ignore_unreadable, NULL);
    coverage->count = corpus_size(corpus);
    coverage->documents = memory_calloc(coverage->count, sizeof *coverage->documents);
    for (size_t i = 0; i < coverage->count; i++) {
        struct article *article = corpus_load(corpus, i, NULL);
        coverage->documents[i].article = article;
        coverage->documents[i].annotations = article ? annotate(article) : NULL;
    }
    coverage->claims = claims_find(coverage->documents, coverage->count);
    corpus_free(corpus);
}

static void release(struct coverage *coverage)
{
    claims_free(coverage->claims);
    for (size_t i = 0; i < coverage->count; i++) {
        free((void *)coverage->documents[i].article);
        free((void *)coverage->documents[i].annotations);
    }
    free(coverage->documents);
}

static struct str version_text(const struct coverage *coverage, const struct version *version)
{
    return span_str(article_text(coverage->documents[version->document].article), version->span);
}

/* The claim with a version that holds needle, or NULL. */
static const struct claim *claim_with(const struct coverage *coverage, const char *needle)
{
    for (size_t i = 0; i < coverage->claims->claim_count; i++) {
        const struct claim *claim = &coverage->claims->claims[i];
        for (size_t v = 0; v < claim->version_count; v++)
            if (str_find(version_text(coverage, &claim->versions[v]), str_from(needle), 0) != STR_NONE)
                return claim;
    }
    return NULL;
}

static bool has_reading(const struct claim *claim, uint32_t kind, const char *value)
{
    for (size_t d = 0; d < claim->difference_count; d++)
        for (size_t r = 0; claim->differences[d].kind == kind && r < claim->differences[d].reading_count; r++)
            if (str_find(claim->differences[d].readings[r].value, str_from(value), 0) != STR_NONE)
                return true;
    return false;
}

static void seeds_are_one_story_whose_statement_is_told_three_ways(void **state)
{
    struct coverage seeds = {0};
    load(&seeds, support_shared("seeds"));
    assert_int_equal(seeds.count, 5);
    assert_int_equal(seeds.claims->story_count, 1);
    const struct claim *claim = claim_with(&seeds, "No country should give");
    assert_non_null(claim);
    assert_ptr_equal(claim, &seeds.claims->claims[0]);
    assert_int_equal(claim->version_count, 3);
    assert_int_equal(claim->relation, RELATION_DIFFERS);
    assert_true(has_reading(claim, DIFFERENCE_WORDING, "with an opportunity"));
    assert_true(has_reading(claim, DIFFERENCE_SPELLING, "normalise"));
    assert_true(has_reading(claim, DIFFERENCE_SPEAKER, "State Department"));
    assert_true(has_reading(claim, DIFFERENCE_SPEAKER, "Hanoi"));
    release(&seeds);
}

static void the_way_out_of_the_crisis_is_one_claim_in_two_wordings(void **state)
{
    struct coverage seeds = {0};
    load(&seeds, support_shared("seeds"));
    const struct claim *claim = claim_with(&seeds, "pragmatic way");
    assert_non_null(claim);
    assert_ptr_equal(claim, claim_with(&seeds, "practical way"));
    assert_int_equal(claim->relation, RELATION_REWORDED);
    release(&seeds);
}

static void two_experts_on_isolation_are_similar_and_not_one(void **state)
{
    struct coverage seeds = {0};
    load(&seeds, support_shared("seeds"));
    const struct claim *one = claim_with(&seeds, "friends everywhere"),
                       *other = claim_with(&seeds, "Western attempts");
    assert_non_null(one);
    assert_non_null(other);
    assert_ptr_not_equal(one, other);
    bool listed = false;
    for (size_t i = 0; i < one->similar_count; i++)
        listed |= &seeds.claims->claims[one->similar[i]] == other;
    assert_true(listed);
    release(&seeds);
}

/* Facts of the seeds that an editor looks for, by words of two outlets' sentences; a kind that differs, and a
 * reading. */
static const struct {
    const char *first, *second;
    enum relation relation;
    enum difference_kind kind;
    const char *reading; /* NULL: the kind does not matter */
} SEED_FACTS[] = {
    {"landed in Hanoi", "arrived in Vietnam early", RELATION_DIFFERS, DIFFERENCE_DATE, "Thursday"},
    {"met with Vietnamese leaders", "was to meet", RELATION_REWORDED, DIFFERENCE_TENSE, "met"},
    {"red carpet reception", "landed at Hanoi airport", RELATION_SAME, 0, NULL},
    {"issued an arrest warrant", "has an arrest warrant", RELATION_SAME, 0, NULL},
    {"first time since 2017", "first state visit", RELATION_SAME, 0, NULL},
    {"$3.5 billion", "$3.5 billion", RELATION_SINGLE, 0, NULL},
    {"Zarubezhneft", "Zarubezhneft", RELATION_SINGLE, 0, NULL},
};

static void facts_of_the_seeds_are_compared_as_an_editor_would(void **state)
{
    struct coverage seeds = {0};
    load(&seeds, support_shared("seeds"));
    for (size_t i = 0; i < LENGTH(SEED_FACTS); i++) {
        const struct claim *claim = claim_with(&seeds, SEED_FACTS[i].first);
        if (!claim || claim != claim_with(&seeds, SEED_FACTS[i].second))
            fail_msg("not one claim: %s, %s", SEED_FACTS[i].first, SEED_FACTS[i].second);
        if (claim->relation != SEED_FACTS[i].relation)
            fail_msg("%s: %s", SEED_FACTS[i].first, relation_name(claim->relation));
        if (SEED_FACTS[i].reading)
            assert_true(has_reading(claim, SEED_FACTS[i].kind, SEED_FACTS[i].reading));
    }
    release(&seeds);
}

static void the_bundled_corpus_is_one_story_with_every_relation(void **state)
{
    struct coverage corpus = {0};
    bool seen[RELATION_DIFFERS + 1] = {false};
    load(&corpus, SOURCE_ROOT "/corpus");
    assert_int_equal(corpus.claims->story_count, 1);
    for (size_t i = 0; i < corpus.claims->claim_count; i++)
        seen[corpus.claims->claims[i].relation] = true;
    for (size_t i = 0; i <= RELATION_DIFFERS; i++)
        assert_true(seen[i]);
    release(&corpus);
}

/* Five articles credit the embassy, by its full name, a short one or none; one credits the department. */
static void an_office_named_in_short_is_the_same_office(void **state)
{
    struct coverage corpus = {0};
    load(&corpus, SOURCE_ROOT "/corpus");
    const struct claim *claim = claim_with(&corpus, "give Putin a platform");
    assert_non_null(claim);
    const struct difference *speaker = &claim->differences[0];
    assert_int_equal(speaker->kind, DIFFERENCE_SPEAKER);
    assert_int_equal(speaker->reading_count, 2);
    assert_int_equal(speaker->readings[1].version_count, 1);
    release(&corpus);
}

/* Versions stand in their documents in order, readings name versions once, and marks stay inside. */
static void claims_hold_together_on_many_stories(void **state)
{
    struct coverage all = {0};
    load(&all, support_shared("eval/claims/stories"));
    for (size_t i = 0; i < all.claims->claim_count; i++) {
        const struct claim *claim = &all.claims->claims[i];
        assert_true(claim->version_count > 0 && claim->reference < claim->version_count);
        for (size_t v = 0; v < claim->version_count; v++) {
            const struct version *version = &claim->versions[v];
            assert_true(!span_is_empty(version->span));
            assert_int_equal(claims_story_of(all.claims, version->document), claim->story);
            for (size_t m = 0; m < version->mark_count; m++) {
                assert_true(span_contains(version->span, version->marks[m].span));
                assert_true(m == 0 || version->marks[m - 1].span.start <= version->marks[m].span.start);
            }
        }
        for (size_t d = 0; d < claim->difference_count; d++) {
            const struct difference *difference = &claim->differences[d];
            size_t told = 0;
            for (size_t r = 0; r < difference->reading_count; r++)
                told += difference->readings[r].version_count;
            assert_true(difference->reading_count >= 2 && told <= claim->version_count);
        }
    }
    release(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seeds_are_one_story_whose_statement_is_told_three_ways),
        cmocka_unit_test(the_way_out_of_the_crisis_is_one_claim_in_two_wordings),
        cmocka_unit_test(two_experts_on_isolation_are_similar_and_not_one),
        cmocka_unit_test(facts_of_the_seeds_are_compared_as_an_editor_would),
        cmocka_unit_test(the_bundled_corpus_is_one_story_with_every_relation),
        cmocka_unit_test(an_office_named_in_short_is_the_same_office),
        cmocka_unit_test(claims_hold_together_on_many_stories),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
