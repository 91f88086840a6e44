/* support.h: what every test program needs: cmocka, files, golden comparison, the data beside the repository.
 *
 * Golden files are brought up to date with `WHOSAID_UPDATE=1 ./dev test`; read their diff as code. */
#ifndef WHOSAID_TEST_SUPPORT_H
#define WHOSAID_TEST_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "whosaid/base/string.h"

/* Asserts that two strings are equal, and shows both when they are not. */
#define assert_str(actual, expected) support_assert_str((actual), (expected), __FILE__, __LINE__)
void support_assert_str(struct str actual, const char *expected, const char *file, int line);

/* The content of a file below the source folder; fails the test when it cannot be read. Caller frees. */
char *support_read(const char *path, size_t *size);

/* The path of a file or folder in ../shared: skips the running test when it is not there. Static buffer. */
const char *support_shared(const char *path);

/* Asserts that text equals the golden file tests/<path>, or writes it when WHOSAID_UPDATE is set. */
void support_golden(const char *path, struct str text);

#endif
