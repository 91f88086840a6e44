/* test_library.c: opening a folder, what cannot be read, and what sentences answer. */
#include "support.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/library/loader.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Three tellings of one event, one article of another kind, and two files that hold no text. */
static const struct {
    const char *name, *bytes;
    size_t size;
} FILES[] = {
    {"1.txt",
     "Bridge to stay shut\n\n“The bridge will stay closed until the spring floods have passed,” minister Eva "
     "Holm said on "
     "Tuesday. Engineers found two cracks.\n",
     0},
    {"2.txt", "", 0},
    {"3.txt",
     "Bridge closed\n\nEva Holm, the minister, said: “The bridge will stay shut until the spring floods have "
     "passed.” "
     "Drivers complained.\n",
     0},
    {"4.txt", "\0\0\0\0binary\0\0\0\1\2", 16},
    {"5.txt",
     "Still no bridge\n\n“The bridge will stay closed until the spring floods have passed,” Holm said.\n", 0},
};
enum { FILE_COUNT = LENGTH(FILES), READABLE = 3 };

struct folder {
    char path[64];
};

static void write_file(const char *folder, const char *name, const char *bytes, size_t size)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static int make_folder(void **state)
{
    struct folder *folder = malloc(sizeof *folder);
    strcpy(folder->path, "/tmp/whosaid-library-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    for (size_t i = 0; i < FILE_COUNT; i++)
        write_file(folder->path, FILES[i].name, FILES[i].bytes,
                   FILES[i].size ? FILES[i].size : strlen(FILES[i].bytes));
    *state = folder;
    return 0;
}

static int remove_folder(void **state)
{
    struct folder *folder = *state;
    char path[128];
    for (size_t i = 0; i < FILE_COUNT; i++) {
        snprintf(path, sizeof path, "%s/%s", folder->path, FILES[i].name);
        unlink(path);
    }
    rmdir(folder->path);
    free(folder);
    return 0;
}

struct reports {
    char paths[8][1024];
    size_t count;
};

static void keep_report(void *context, const struct error *error)
{
    struct reports *reports = context;
    assert_true(reports->count < 8);
    snprintf(reports->paths[reports->count++], sizeof reports->paths[0], "%s", error->path);
}

static struct library *open_folder(void **state, unsigned jobs, struct reports *reports)
{
    const struct folder *folder = *state;
    const char *paths[] = {folder->path, "/no/such/path"};
    *reports = (struct reports){0};
    return library_open(paths, 2, jobs, keep_report, reports);
}

static void readable_articles_stand_in_corpus_order(void **state)
{
    struct reports reports;
    struct library *library = open_folder(state, 4, &reports);
    static const char *const TITLES[] = {"Bridge to stay shut", "Bridge closed", "Still no bridge"};
    static const size_t INDICES[] = {0, 2, 4};

    assert_int_equal(library_size(library), READABLE);
    for (size_t i = 0; i < READABLE; i++) {
        const struct document *document = library_document(library, i);
        assert_str(article_str(document->article, document->article->title), TITLES[i]);
        assert_int_equal(library_corpus_index(library, i), INDICES[i]);
        assert_ptr_equal(document, library_documents(library) + i);
    }
    assert_int_equal(library_counts(library).articles, READABLE);
    library_free(library);
}

static void what_cannot_be_read_is_reported_in_order(void **state)
{
    struct reports reports;
    struct library *library = open_folder(state, 4, &reports);
    assert_int_equal(library_unreadable(library), 3);
    assert_int_equal(reports.count, 3);
    assert_true(str_ends(str_from(reports.paths[0]), STR("/2.txt")));
    assert_true(str_ends(str_from(reports.paths[1]), STR("/4.txt")));
    assert_string_equal(reports.paths[2], "/no/such/path");
    library_free(library);
}

static void a_library_may_be_opened_meanwhile(void **state)
{
    const struct folder *folder = *state;
    const char *paths[] = {folder->path, "/no/such/path"};
    struct reports reports = {0};
    struct library_loader *loader = library_loader_start(paths, 2, 2, keep_report, &reports);
    assert_non_null(loader);
    struct pollfd source = {.fd = library_loader_descriptor(loader), .events = POLLIN};
    assert_int_equal(poll(&source, 1, 20000), 1);
    struct library_progress progress = library_loader_progress(loader);
    assert_int_equal(progress.done, FILE_COUNT + 1);
    assert_int_equal(progress.total, FILE_COUNT + 1);
    assert_true(progress.comparing);
    struct library *library = library_loader_finish(loader);
    assert_int_equal(library_size(library), READABLE);
    assert_int_equal(reports.count, 3);
    library_free(library);
}

static void nobody_need_listen_to_reports(void **state)
{
    const char *path = "/no/such/path";
    struct library *library = library_open(&path, 1, 1, NULL, NULL);
    assert_int_equal(library_size(library), 0);
    assert_int_equal(library_unreadable(library), 1);
    assert_int_equal(library_counts(library).claims, 0);
    library_free(library);
}

/* The answer that library_sentence_relation promises, worked out from the claims each time. */
static int strongest_relation(const struct library *library, size_t index, struct span sentence)
{
    const struct claims *claims = library_claims(library);
    size_t count;
    const struct claim_ref *refs = claims_of_document(claims, (uint32_t)index, &count);
    int strongest = -1;
    for (size_t i = 0; i < count; i++) {
        const struct claim *claim = &claims->claims[refs[i].claim];
        if (span_overlaps(claim->versions[refs[i].version].span, sentence) &&
            (int)claim->relation > strongest)
            strongest = (int)claim->relation;
    }
    return strongest;
}

static void sentences_tell_the_strongest_relation(void **state)
{
    struct reports reports;
    struct library *library = open_folder(state, 1, &reports);
    size_t known = 0;
    for (size_t i = 0; i < library_size(library); i++) {
        size_t count;
        const struct span *sentences =
            annotations_sentences(library_document(library, i)->annotations, &count);
        for (uint32_t s = 0; s < count; s++) {
            int relation = library_sentence_relation(library, i, s);
            struct claim_ref ref;
            assert_int_equal(relation, strongest_relation(library, i, sentences[s]));
            assert_int_equal(library_sentence_claim(library, i, s, &ref), relation >= 0);
            if (relation < 0)
                continue;
            const struct claim *claim = &library_claims(library)->claims[ref.claim];
            assert_int_equal(claim->relation, relation);
            assert_int_equal(claim->versions[ref.version].document, i);
            assert_true(span_overlaps(claim->versions[ref.version].span, sentences[s]));
            known++;
        }
        assert_int_equal(library_sentence_relation(library, i, (uint32_t)count), -1);
        assert_int_equal(library_sentence_relation(library, i, NO_INDEX), -1);
    }
    assert_true(known >= READABLE);
    library_free(library);
}

static void counts_add_up(void **state)
{
    struct reports reports;
    struct library *library = open_folder(state, 2, &reports);
    struct library_counts counts = library_counts(library);
    uint32_t quotations = 0, beginnings = 0;
    for (size_t i = 0; i < library_size(library); i++) {
        struct article_counts article = library_article_counts(library, i);
        quotations += article.quotations;
        for (size_t r = 0; r < 4; r++)
            beginnings += article.relations[r];
    }
    assert_int_equal(counts.quotations, quotations);
    assert_int_equal(counts.claims, library_claims(library)->claim_count);
    assert_true(counts.quotations >= READABLE && beginnings >= READABLE);
    assert_in_range(counts.speakers, 1, counts.quotations);
    library_free(library);
}

static void threads_change_nothing(void **state)
{
    struct reports one_reports, many_reports;
    struct library *one = open_folder(state, 1, &one_reports), *many = open_folder(state, 8, &many_reports);
    assert_int_equal(library_size(one), library_size(many));
    for (size_t i = 0; i < library_size(one); i++) {
        const struct annotations *a = library_document(one, i)->annotations;
        const struct annotations *b = library_document(many, i)->annotations;
        assert_int_equal(a->blob.size, b->blob.size);
        assert_memory_equal(a, b, a->blob.size);
    }
    assert_memory_equal(&one_reports, &many_reports, sizeof one_reports);
    library_free(one);
    library_free(many);
}

static void documents_made_elsewhere_are_owned(void **state)
{
    struct article *article = article_from_plain_text("-", STR("Rain\n\n“It rains,” said Ole Berg.\n"));
    struct document document = {article, annotate(article)};
    struct library *library = library_from_documents(STR("standard input"), &document, 1);
    assert_str(library_name(library), "standard input");
    assert_null(library_corpus(library));
    assert_int_equal(library_counts(library).quotations, 1);
    assert_int_equal(library_counts(library).speakers, 1);
    library_free(library);
    library_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readable_articles_stand_in_corpus_order),
        cmocka_unit_test(what_cannot_be_read_is_reported_in_order),
        cmocka_unit_test(a_library_may_be_opened_meanwhile),
        cmocka_unit_test(nobody_need_listen_to_reports),
        cmocka_unit_test(sentences_tell_the_strongest_relation),
        cmocka_unit_test(counts_add_up),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(documents_made_elsewhere_are_owned),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
