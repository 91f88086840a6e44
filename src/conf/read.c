/* read.c: the bytes of a configuration file. Only regular files, so that a FIFO or a device cannot hold the
 * program up. */
#include "whosaid/conf/conf.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse(const char *path, struct error *error)
{
    return error_set(error, ERROR_SYSTEM, path, "cannot read: %s", strerror(errno));
}

/* Opens without waiting for a writer, and looks at what was opened rather than at the name again. */
static int open_regular(const char *path, struct error *error)
{
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    struct stat status;
    if (file < 0) {
        refuse(path, error);
        return -1;
    }
    if (fstat(file, &status) != 0)
        refuse(path, error);
    else if (S_ISREG(status.st_mode))
        return file;
    else
        error_set(error, ERROR_KIND, path,
                  S_ISDIR(status.st_mode) ? "expected a file, found a folder" : "expected a regular file");
    close(file);
    return -1;
}

/* Reads at most one byte more than conf_parse takes; conf_parse then refuses it. */
static bool read_all(int file, const char *path, struct strbuf *bytes, struct error *error)
{
    char part[16384];
    while (bytes->size <= CONF_MOST_BYTES) {
        ssize_t got = read(file, part, sizeof part);
        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return refuse(path, error);
        if (got > 0)
            strbuf_add(bytes, part, (size_t)got);
    }
    return true;
}

struct conf *conf_read(const char *path, struct error *error)
{
    int file = open_regular(path, error);
    if (file < 0)
        return NULL;
    struct strbuf bytes;
    strbuf_init(&bytes);
    struct conf *conf =
        read_all(file, path, &bytes, error) ? conf_parse(strbuf_str(&bytes), path, error) : NULL;
    close(file);
    strbuf_release(&bytes);
    return conf;
}
