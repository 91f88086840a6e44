#!/bin/sh
# embed.sh MODEL OUTPUT.c: a C file that holds the bytes of a file as model_bytes. The assembler reads the file itself, which takes no
# time; its checksum stands in the C file, so that new weights make a new object.
set -eu
path=$(realpath "$1")
cat > "$2" <<END
/* $(cksum < "$1") */
#include "model.h"
extern const char model_start[], model_end[];
__asm__(".section .rodata\n"
        ".balign 64\n"
        ".globl model_start\n"
        ".globl model_end\n"
        "model_start:\n"
        ".incbin \"$path\"\n"
        "model_end:\n"
        ".byte 0\n"
        ".previous\n");

struct str model_bytes(void)
{
    return (struct str){model_start, (size_t)(model_end - model_start)};
}
END
