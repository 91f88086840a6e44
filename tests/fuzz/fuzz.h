/* fuzz.h: what every fuzzer has: libFuzzer's entry, and a check that no build leaves out. */
#ifndef WHOSAID_TEST_FUZZ_H
#define WHOSAID_TEST_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Called by libFuzzer with each input; 0 as it wants it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the run, and keeps the input, when something does not hold. */
static inline void require(bool holds)
{
    if (!holds)
        abort();
}

#endif
