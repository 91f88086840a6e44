/* fuzz_decode.c: any bytes through decoding, the sanitiser, segmentation, wrapping and width; the properties
 * are those of the text layer's own tests. The first byte chooses the declared encoding. */
#include "fuzz.h"

#include "../text/properties.c"

#include "whosaid/base/array.h"

#include <locale.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const declared[] = {NULL,   "utf-8",       "windows-1252", "utf-16be",     "shift_jis",
                                           "big5", "iso-2022-jp", "gb18030",      "windows-1258", "no such"};
    if (size == 0)
        return 0;
    const size_t count = LENGTH(declared);
    size_t choice = data[0] >= 0xF0 ? data[0] % count : 0;
    properties_check((struct str){(const char *)data + 1, size - 1}, declared[choice]);
    return 0;
}
