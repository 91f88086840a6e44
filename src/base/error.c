/* error.c: see error.h. */
#include "whosaid/base/error.h"

#include <stdarg.h>
#include <stdio.h>

static void fill(struct error *error, enum error_code code, const char *path, const char *format,
                 va_list args)
{
    error->code = code;
    error->line = error->column = 0;
    snprintf(error->path, sizeof error->path, "%s", path ? path : "");
    vsnprintf(error->message, sizeof error->message, format, args);
}

bool error_set(struct error *error, enum error_code code, const char *path, const char *format, ...)
{
    if (!error)
        return false;
    va_list args;
    va_start(args, format);
    fill(error, code, path, format, args);
    va_end(args);
    return false;
}

bool error_set_at(struct error *error, enum error_code code, const char *path, unsigned line, unsigned column,
                  const char *format, ...)
{
    if (!error)
        return false;
    va_list args;
    va_start(args, format);
    fill(error, code, path, format, args);
    va_end(args);
    error->line = line;
    error->column = column;
    return false;
}
