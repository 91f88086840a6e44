/* properties.h: what must hold of the text layer on any bytes. Used by random tests here and by the fuzzer,
 * so it asserts with assert() and knows no cmocka. The forbidden code points are listed anew, not taken from
 * src/text. */
#ifndef WHOSAID_TESTS_TEXT_PROPERTIES_H
#define WHOSAID_TESTS_TEXT_PROPERTIES_H

#include "whosaid/base/string.h"

/* Decodes, sanitises, segments, wraps and measures the bytes, and asserts all properties. */
void properties_check(struct str bytes, const char *declared);

#endif
