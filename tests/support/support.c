/* support.c: see support.h. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void support_assert_str(struct str actual, const char *expected, const char *file, int line)
{
    if (str_equal(actual, str_from(expected)))
        return;
    print_error("%s:%d\n  expected: \"%s\"\n  actual:   \"%.*s\"\n", file, line, expected, STR_FMT(actual));
    fail();
}

static char *read_all(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    struct strbuf bytes;
    char part[65536];
    size_t got;
    strbuf_init(&bytes);
    while ((got = fread(part, 1, sizeof part, file)) > 0)
        strbuf_add(&bytes, part, got);
    fclose(file);
    *size = bytes.size;
    return strbuf_detach(&bytes);
}

char *support_read(const char *path, size_t *size)
{
    char full[4096];
    size_t ignored;
    snprintf(full, sizeof full, "%s/%s", SOURCE_ROOT, path);
    char *bytes = read_all(full, size ? size : &ignored);
    if (!bytes)
        fail_msg("cannot read %s", full);
    return bytes;
}

const char *support_shared(const char *path)
{
    static char full[4096];
    snprintf(full, sizeof full, "%s/../shared/%s", SOURCE_ROOT, path);
    if (access(full, R_OK) != 0) {
        print_message("skipped: no ../shared/%s\n", path);
        skip();
    }
    return full;
}

static void write_golden(const char *path, struct str text)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(text.data, 1, text.size, file) != text.size || fclose(file) != 0)
        fail_msg("cannot write %s", path);
}

/* Shows the first line that departs, so that a failure can be read without a diff. */
static void show_difference(struct str actual, struct str expected)
{
    size_t line = 1, start = 0, i = 0;
    while (i < actual.size && i < expected.size && actual.data[i] == expected.data[i]) {
        if (actual.data[i] == '\n') {
            line++;
            start = i + 1;
        }
        i++;
    }
    size_t a = start, e = start;
    while (a < actual.size && actual.data[a] != '\n')
        a++;
    while (e < expected.size && expected.data[e] != '\n')
        e++;
    print_error("line %zu\n  golden: %.*s\n  actual: %.*s\n", line, STR_FMT(str_slice(expected, start, e)),
                STR_FMT(str_slice(actual, start, a)));
}

void support_golden(const char *path, struct str text)
{
    char full[4096];
    snprintf(full, sizeof full, "%s/tests/%s", SOURCE_ROOT, path);
    if (getenv("WHOSAID_UPDATE")) {
        write_golden(full, text);
        return;
    }
    size_t size = 0;
    char *golden = read_all(full, &size);
    if (!golden)
        fail_msg("no golden file %s (make it with WHOSAID_UPDATE=1 ./dev test)", full);
    bool same = str_equal(text, (struct str){golden, size});
    if (!same)
        show_difference(text, (struct str){golden, size});
    free(golden);
    if (!same)
        fail_msg("%s is not what was drawn", full);
}
