/* test_corpus.c: walking folders of every unpleasant kind, and loading what is in them. */
#include "support.h"

#include "walk.h"
#include "whosaid/base/array.h"
#include "whosaid/corpus/corpus.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* ---- a folder for each test */

static int make_folder(void **state)
{
    char *folder = strdup("/tmp/whosaid-corpus-XXXXXX");
    *state = mkdtemp(folder);
    return *state ? 0 : -1;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *at)
{
    return remove(path);
}

static int remove_folder(void **state)
{
    nftw(*state, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(*state);
    return 0;
}

/* Static buffer; two may be in use. */
static const char *in(const char *folder, const char *name)
{
    static char paths[2][4096];
    static int which;
    which = !which;
    int size = snprintf(paths[which], sizeof paths[which], "%s/%s", folder, name);
    assert_in_range(size, 1, sizeof paths[which] - 1);
    return paths[which];
}

static void write_bytes(const char *folder, const char *name, const char *bytes, size_t size)
{
    FILE *file = fopen(in(folder, name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void write_text(const char *folder, const char *name)
{
    static const char text[] = "The bridge was shut on Monday, the county said.\n";
    write_bytes(folder, name, text, sizeof text - 1);
}

/* Reports, one a line: "name: message". */
static void note_error(void *context, const struct error *error)
{
    const char *slash = strrchr(error->path, '/');
    strbuf_add_format(context, "%s: %s\n", slash ? slash + 1 : error->path, error->message);
}

/* Opens a folder and lists the articles' paths below it, one a line, then what was reported. */
static void check_listing(const char *folder, const char *expected)
{
    struct strbuf listing, errors;
    strbuf_init(&listing);
    strbuf_init(&errors);
    struct corpus *corpus = corpus_open(&folder, 1, note_error, &errors);
    for (size_t i = 0; i < corpus_size(corpus); i++)
        strbuf_add_format(&listing, "%s\n", corpus_path(corpus, i) + strlen(folder) + 1);
    strbuf_add_str(&listing, strbuf_str(&errors));
    assert_str(strbuf_str(&listing), expected);
    strbuf_release(&listing);
    strbuf_release(&errors);
    corpus_free(corpus);
}

/* ---- walking */

static void files_come_in_the_order_of_their_numbers(void **state)
{
    static const char *const names[] = {"b.txt",    "10.txt",    "9.txt",  "a/2.txt",
                                        "a/01.txt", "x10y2.txt", "x9.txt", "x10y10.txt"};
    mkdir(in(*state, "a"), 0700);
    for (size_t i = 0; i < LENGTH(names); i++)
        write_text(*state, names[i]);
    check_listing(*state, "9.txt\n10.txt\na/01.txt\na/2.txt\nb.txt\nx9.txt\nx10y2.txt\nx10y10.txt\n");
}

static void names_compare_by_the_value_of_digits(void **state)
{
    assert_true(walk_compare_names("a9", "a10") < 0);
    assert_true(walk_compare_names("a010", "a9") > 0);
    assert_true(walk_compare_names("a1", "a01") != 0);
    assert_int_equal(walk_compare_names("a1b", "a1b"), 0);
    assert_true(walk_compare_names("a", "a0") < 0);
    assert_true(walk_compare_names("99999999999999999999998", "99999999999999999999999") < 0);
}

static void hidden_files_and_pictures_are_passed_over(void **state)
{
    static const char *const names[] = {".hidden", ".git/config", "photo.JPG", "page.pdf",
                                        "lib.so",  "story",       "story.md"};
    mkdir(in(*state, ".git"), 0700);
    for (size_t i = 0; i < LENGTH(names); i++)
        write_text(*state, names[i]);
    check_listing(*state, "story\nstory.md\n");
}

static void links_in_circles_end(void **state)
{
    mkdir(in(*state, "a"), 0700);
    mkdir(in(*state, "a/b"), 0700);
    write_text(*state, "a/b/story.txt");
    assert_int_equal(symlink("..", in(*state, "a/b/up")), 0);
    assert_int_equal(symlink("self", in(*state, "self")), 0);
    assert_int_equal(symlink("nowhere", in(*state, "dangling")), 0);
    assert_int_equal(symlink("a/b/story.txt", in(*state, "link.txt")), 0);
    check_listing(*state, "a/b/story.txt\nlink.txt\n"
                          "up: a link back to a folder that holds it\n"
                          "dangling: a link that leads nowhere\n"
                          "self: a loop of links\n");
}

static void a_folder_reached_twice_is_listed_once(void **state)
{
    mkdir(in(*state, "a"), 0700);
    write_text(*state, "a/story.txt");
    assert_int_equal(symlink("a", in(*state, "b")), 0);
    check_listing(*state, "a/story.txt\n");
}

static void what_is_no_file_is_named(void **state)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int unix_socket = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(mkfifo(in(*state, "pipe.txt"), 0600), 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%s/wire.txt", (const char *)*state);
    assert_int_equal(bind(unix_socket, (struct sockaddr *)&address, sizeof address), 0);
    write_text(*state, "story.txt");
    check_listing(*state, "story.txt\npipe.txt: a FIFO, not a file\nwire.txt: a socket, not a file\n");
    close(unix_socket);
}

static void folders_nested_too_deep_are_cut(void **state)
{
    char path[4096];
    struct strbuf errors;
    strbuf_init(&errors);
    size_t size = (size_t)snprintf(path, sizeof path, "%s", (const char *)*state);
    for (int i = 0; i < CORPUS_MOST_DEPTH + 3; i++) {
        size += (size_t)snprintf(path + size, sizeof path - size, "/d");
        assert_int_equal(mkdir(path, 0700), 0);
        write_text(path, "story.txt");
    }
    const char *folder = *state;
    struct corpus *corpus = corpus_open(&folder, 1, note_error, &errors);
    assert_int_equal(corpus_size(corpus), CORPUS_MOST_DEPTH);
    assert_str(strbuf_str(&errors), "d: folders nested too deep\n");
    corpus_free(corpus);
    strbuf_release(&errors);
}

static void ten_thousand_files_are_listed_in_order(void **state)
{
    char name[32];
    for (int i = 9999; i >= 0; i--) {
        snprintf(name, sizeof name, "%d.txt", i);
        close(open(in(*state, name), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    }
    const char *folder = *state;
    struct corpus *corpus = corpus_open(&folder, 1, NULL, NULL);
    assert_int_equal(corpus_size(corpus), 10000);
    for (int i = 0; i < 10000; i++) {
        snprintf(name, sizeof name, "%d.txt", i);
        assert_string_equal(strrchr(corpus_path(corpus, (size_t)i), '/') + 1, name);
    }
    corpus_free(corpus);
}

/* ---- loading */

static void check_load_error(const char *path, enum error_code code, const char *message)
{
    struct error error = {0};
    struct corpus *corpus = corpus_open(&path, 1, NULL, NULL);
    assert_int_equal(corpus_size(corpus), 1);
    assert_null(corpus_load(corpus, 0, &error));
    assert_string_equal(error.message, message);
    assert_int_equal(error.code, code);
    assert_string_equal(error.path, path);
    corpus_free(corpus);
}

static void what_cannot_be_read_says_why(void **state)
{
    write_bytes(*state, "empty.txt", "", 0);
    write_bytes(*state, "blank.txt", " \n\t\n", 4);
    write_bytes(*state, "binary.txt", "ELF\0\1\2", 6);
    write_text(*state, "page.html");
    write_text(*state, "feed.RSS");
    write_text(*state, "photo.jpg");
    mkfifo(in(*state, "pipe.txt"), 0600);
    check_load_error(in(*state, "empty.txt"), ERROR_KIND, "empty");
    check_load_error(in(*state, "blank.txt"), ERROR_KIND, "nothing but white space");
    check_load_error(in(*state, "binary.txt"), ERROR_KIND, "binary, not text");
    check_load_error(in(*state, "page.html"), ERROR_KIND, "web pages are not read yet");
    check_load_error(in(*state, "feed.RSS"), ERROR_KIND, "feeds are not read yet");
    check_load_error(in(*state, "photo.jpg"), ERROR_KIND, "pictures are not read");
    check_load_error(in(*state, "pipe.txt"), ERROR_KIND, "a FIFO, not a file");
    check_load_error(in(*state, "missing.txt"), ERROR_SYSTEM, "No such file or directory");
    check_load_error("/dev/zero", ERROR_KIND, "a device, not a file");
}

static void unreadable_files_and_folders_are_reported(void **state)
{
    bool root = geteuid() == 0; /* who reads everything: become nobody */
    mkdir(in(*state, "locked"), 0000);
    write_text(*state, "secret.txt");
    chmod(in(*state, "secret.txt"), 0000);
    chmod(*state, 0755);
    if (root)
        assert_int_equal(seteuid(65534), 0);
    check_listing(*state, "secret.txt\nlocked: Permission denied\n");
    check_load_error(in(*state, "secret.txt"), ERROR_SYSTEM, "Permission denied");
    if (root)
        assert_int_equal(seteuid(0), 0);
    chmod(in(*state, "locked"), 0700);
}

static void huge_files_are_refused_unread(void **state)
{
    write_text(*state, "huge.txt");
    assert_int_equal(truncate(in(*state, "huge.txt"), (off_t)CORPUS_MOST_FILE_BYTES + 1), 0);
    check_load_error(in(*state, "huge.txt"), ERROR_LIMIT, "larger than 16 MiB");
}

static void utf16_is_text(void **state)
{
    static const char text[] = "\xff\xfeI\0t\0 \0r\0a\0i\0n\0e\0d\0.\0";
    write_bytes(*state, "utf16.txt", text, sizeof text - 1);
    const char *path = in(*state, "utf16.txt");
    struct corpus *corpus = corpus_open(&path, 1, NULL, NULL);
    struct article *article = corpus_load(corpus, 0, NULL);
    assert_non_null(article);
    assert_str(article_text(article), "It rained.");
    free(article);
    corpus_free(corpus);
}

static void verbatim_is_the_file_until_it_changes(void **state)
{
    struct error error;
    struct strbuf text;
    write_bytes(*state, "a.txt", "It\x1b rained.\r\n", 13);
    const char *path = in(*state, "a.txt");
    struct corpus *corpus = corpus_open(&path, 1, NULL, NULL);
    struct article *article = corpus_load(corpus, 0, NULL);
    strbuf_init(&text);
    assert_true(corpus_verbatim(corpus, 0, article, &text, &error));
    assert_str(strbuf_str(&text), "It\x1b rained.\r\n");
    write_bytes(*state, "a.txt", "It snowed.\n", 11);
    assert_false(corpus_verbatim(corpus, 0, article, &text, &error));
    assert_string_equal(error.message, "changed while it was being read");
    strbuf_release(&text);
    free(article);
    corpus_free(corpus);
}

static void standard_input_is_an_article(void **state)
{
    const char *paths[] = {"-", "-"};
    struct strbuf text;
    int saved = dup(STDIN_FILENO);
    write_text(*state, "input");
    int input = open(in(*state, "input"), O_RDONLY | O_CLOEXEC);
    dup2(input, STDIN_FILENO);
    struct corpus *corpus = corpus_open(paths, 2, NULL, NULL);
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(input);
    assert_int_equal(corpus_size(corpus), 1);
    assert_str(corpus_name(corpus), "standard input");
    struct article *article = corpus_load(corpus, 0, NULL);
    assert_str(article_str(article, article->name), "standard input");
    strbuf_init(&text);
    assert_true(corpus_verbatim(corpus, 0, article, &text, NULL));
    assert_true(str_starts(strbuf_str(&text), STR("The bridge was shut")));
    strbuf_release(&text);
    free(article);
    corpus_free(corpus);
}

static void a_corpus_is_named_after_its_folder(void **state)
{
    char path[256];
    const char *folder = path;
    mkdir(in(*state, "may\x1b"), 0700);
    snprintf(path, sizeof path, "%s/may\x1b/../may\x1b//", (const char *)*state);
    struct corpus *corpus = corpus_open(&folder, 1, NULL, NULL);
    assert_str(corpus_name(corpus), "may␛");
    assert_int_equal(corpus_size(corpus), 0);
    corpus_free(corpus);
    corpus = corpus_open(NULL, 0, NULL, NULL);
    assert_str(corpus_name(corpus), "");
    corpus_free(corpus);
    corpus_free(NULL);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(files_come_in_the_order_of_their_numbers),
        cmocka_unit_test(names_compare_by_the_value_of_digits),
        WITH_FOLDER(hidden_files_and_pictures_are_passed_over),
        WITH_FOLDER(links_in_circles_end),
        WITH_FOLDER(a_folder_reached_twice_is_listed_once),
        WITH_FOLDER(what_is_no_file_is_named),
        WITH_FOLDER(folders_nested_too_deep_are_cut),
        WITH_FOLDER(ten_thousand_files_are_listed_in_order),
        WITH_FOLDER(what_cannot_be_read_says_why),
        WITH_FOLDER(unreadable_files_and_folders_are_reported),
        WITH_FOLDER(huge_files_are_refused_unread),
        WITH_FOLDER(utf16_is_text),
        WITH_FOLDER(verbatim_is_the_file_until_it_changes),
        WITH_FOLDER(standard_input_is_an_article),
        WITH_FOLDER(a_corpus_is_named_after_its_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
