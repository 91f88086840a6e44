/* file.c: see file.h. */
#include "file.h"

#include "whosaid/corpus/corpus.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    READ_PIECE = 1 << 16,
    BINARY_PREFIX = 8 << 10, /* a NUL among so many first bytes makes a file binary */
};

static bool too_large(const char *path, struct error *error)
{
    return error_set(error, ERROR_LIMIT, path, "larger than %d MiB", CORPUS_MOST_FILE_BYTES >> 20);
}

bool file_read_descriptor(int descriptor, const char *path, struct strbuf *bytes, struct error *error)
{
    for (;;) {
        strbuf_reserve(bytes, READ_PIECE);
        ssize_t got = read(descriptor, bytes->data + bytes->size, READ_PIECE);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(error, ERROR_SYSTEM, path, "%s", strerror(errno));
        if (got == 0)
            break;
        bytes->size += (size_t)got;
        if (bytes->size > CORPUS_MOST_FILE_BYTES)
            return too_large(path, error);
    }
    bytes->data[bytes->size] = '\0';
    return true;
}

/* UTF-16 text is full of NULs; its byte order mark tells it from what is binary. */
static bool is_binary(struct str bytes)
{
    if (str_starts(bytes, STR("\xff\xfe")) || str_starts(bytes, STR("\xfe\xff")))
        return false;
    struct str prefix = str_slice(bytes, 0, BINARY_PREFIX);
    return memchr(prefix.data, '\0', prefix.size) != NULL;
}

bool file_check_bytes(struct str bytes, const char *path, struct error *error)
{
    if (bytes.size > CORPUS_MOST_FILE_BYTES)
        return too_large(path, error);
    if (!str_trim(bytes).size)
        return error_set(error, ERROR_KIND, path, bytes.size ? "nothing but white space" : "empty");
    if (is_binary(bytes))
        return error_set(error, ERROR_KIND, path, "binary, not text");
    return true;
}

static const char *kind_of_mode(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR: return "a folder";
    case S_IFIFO: return "a FIFO";
    case S_IFSOCK: return "a socket";
    default: return "a device";
    }
}

static bool check_status(const struct stat *status, const char *path, struct error *error)
{
    if (!S_ISREG(status->st_mode))
        return error_set(error, ERROR_KIND, path, "%s, not a file", kind_of_mode(status->st_mode));
    if (status->st_size > CORPUS_MOST_FILE_BYTES)
        return too_large(path, error);
    return true;
}

bool file_read(const char *path, struct strbuf *bytes, struct error *error)
{
    struct stat status;
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0 && errno == ENXIO)
        return error_set(error, ERROR_KIND, path, "a socket or device, not a file");
    if (descriptor < 0)
        return error_set(error, ERROR_SYSTEM, path, "%s", strerror(errno));
    bool done = fstat(descriptor, &status) == 0 ? check_status(&status, path, error)
                                                : error_set(error, ERROR_SYSTEM, path, "%s", strerror(errno));
    done = done && file_read_descriptor(descriptor, path, bytes, error);
    close(descriptor);
    return done && file_check_bytes(strbuf_str(bytes), path, error);
}
