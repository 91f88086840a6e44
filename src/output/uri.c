/* uri.c: see uri.h. */
#include "uri.h"

#include "whosaid/base/ascii.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_unreserved(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || (c && strchr("-._~/", c));
}

static void add_encoded(struct str path, struct strbuf *out)
{
    for (size_t i = 0; i < path.size; i++)
        if (is_unreserved(path.data[i]))
            strbuf_add_byte(out, path.data[i]);
        else
            strbuf_add_format(out, "%%%02X", (unsigned)(unsigned char)path.data[i]);
}

void uri_add_file(struct str path, struct strbuf *out)
{
    char resolved[PATH_MAX], folder[PATH_MAX];
    strbuf_add_str(out, STR("file://"));
    if (realpath(path.data, resolved)) {
        add_encoded(str_from(resolved), out);
        return;
    }
    if (path.size && path.data[0] != '/' && getcwd(folder, sizeof folder)) {
        add_encoded(str_from(folder), out);
        strbuf_add_byte(out, '/');
    }
    add_encoded(path, out);
}
