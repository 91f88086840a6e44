/* corpus.c: the list of articles, and loading one. */
#include "whosaid/corpus/corpus.h"

#include "file.h"
#include "formats.h"
#include "walk.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"
#include "whosaid/text/decode.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct corpus {
    struct arena arena; /* the paths */
    struct walk walk;
    struct strbuf name;
    struct strbuf input;      /* what standard input held */
    struct error input_error; /* why it could not be read, or code ERROR_NONE */
    bool input_taken;
};

static bool is_standard_input(const char *path)
{
    return strcmp(path, "-") == 0;
}

static void take_standard_input(struct corpus *corpus)
{
    if (corpus->input_taken)
        return;
    corpus->input_taken = true;
    file_read_descriptor(STDIN_FILENO, "-", &corpus->input, &corpus->input_error);
    vector_push(&corpus->walk.files, "-");
}

/* "news/" is "news", and "." is the folder's real name. */
static void name_path(const char *path, struct strbuf *name)
{
    char real[PATH_MAX];
    if (is_standard_input(path)) {
        strbuf_add_str(name, STR("standard input"));
        return;
    }
    if (realpath(path, real))
        path = real;
    struct str rest = str_from(path);
    while (rest.size > 1 && rest.data[rest.size - 1] == '/')
        rest.size--;
    size_t start = rest.size;
    while (start > 0 && rest.data[start - 1] != '/')
        start--;
    text_sanitise_line(str_slice(rest, start == rest.size ? 0 : start, rest.size), name);
}

struct corpus *corpus_open(const char *const *paths, size_t count, corpus_report *report, void *context)
{
    struct corpus *corpus = memory_calloc(1, sizeof *corpus);
    arena_init(&corpus->arena);
    strbuf_init(&corpus->name);
    strbuf_init(&corpus->input);
    corpus->walk.arena = &corpus->arena;
    corpus->walk.report = report;
    corpus->walk.context = context;
    if (count)
        name_path(paths[0], &corpus->name);
    for (size_t i = 0; i < count; i++) {
        if (is_standard_input(paths[i]))
            take_standard_input(corpus);
        else
            walk_path(&corpus->walk, paths[i]);
    }
    return corpus;
}

void corpus_free(struct corpus *corpus)
{
    if (!corpus)
        return;
    walk_release(&corpus->walk);
    strbuf_release(&corpus->name);
    strbuf_release(&corpus->input);
    arena_release(&corpus->arena);
    free(corpus);
}

size_t corpus_size(const struct corpus *corpus)
{
    return corpus->walk.files.size;
}

struct str corpus_name(const struct corpus *corpus)
{
    return strbuf_str(&corpus->name);
}

const char *corpus_path(const struct corpus *corpus, size_t index)
{
    return corpus->walk.files.data[index];
}

/* The bytes of an article: *file is filled and viewed, or standard input is. */
static bool read_bytes(const struct corpus *corpus, size_t index, struct strbuf *file, struct str *bytes,
                       struct error *error)
{
    const char *path = corpus_path(corpus, index);
    if (!is_standard_input(path)) {
        bool done = file_read(path, file, error);
        *bytes = strbuf_str(file);
        return done;
    }
    *bytes = strbuf_str(&corpus->input);
    if (corpus->input_error.code == ERROR_NONE)
        return file_check_bytes(*bytes, path, error);
    if (error)
        *error = corpus->input_error;
    return false;
}

struct article *corpus_load(const struct corpus *corpus, size_t index, struct error *error)
{
    const char *path = corpus_path(corpus, index);
    const struct format *format = format_of_name(path);
    struct article *article = NULL;
    struct strbuf file;
    struct str bytes;
    if (format->use != FORMAT_READ) {
        error_set(error, ERROR_KIND, path, "%s are not read%s", format->name,
                  format->use == FORMAT_NOT_YET ? " yet" : "");
        return NULL;
    }
    strbuf_init(&file);
    if (read_bytes(corpus, index, &file, &bytes, error))
        article = format->decode(path, bytes);
    strbuf_release(&file);
    return article;
}

bool corpus_verbatim(const struct corpus *corpus, size_t index, const struct article *article,
                     struct strbuf *utf8, struct error *error)
{
    struct text_decoded decoded;
    struct strbuf file;
    struct str bytes;
    strbuf_init(&file);
    bool done = read_bytes(corpus, index, &file, &bytes, error);
    if (done && hash_bytes(HASH_START, bytes.data, bytes.size) != article->content_hash)
        done = error_set(error, ERROR_SYSTEM, corpus_path(corpus, index), "changed while it was being read");
    if (done) {
        text_decode(bytes, NULL, &decoded);
        strbuf_add_str(utf8, strbuf_str(&decoded.utf8));
        text_decoded_release(&decoded);
    }
    strbuf_release(&file);
    return done;
}
