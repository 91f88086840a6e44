/* uri.h: a file's path as a URI that reopens the very file, from any folder. */
#ifndef WHOSAID_OUTPUT_URI_H
#define WHOSAID_OUTPUT_URI_H

#include "whosaid/base/string.h"

/* Appends "file:///..." with the path's raw bytes percent-encoded (RFC 8089, RFC 3986): links are resolved
 * while the file is there, else the path is taken from the current folder. The path is NUL-terminated. */
void uri_add_file(struct str path, struct strbuf *out);

#endif
