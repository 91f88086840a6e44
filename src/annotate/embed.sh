#!/bin/sh
# embed.sh FILE NAME OUTPUT.c: a C file that holds the bytes of a file as NAME_bytes. The assembler reads the file itself, which takes no
# time; its checksum stands in the C file, so that new bytes make a new object. Its end is put on the end of a cache line, so that tables
# of rows at its end share no line more than they must.
set -eu
path=$(realpath "$1")
size=$(wc -c < "$1")
cat > "$3" <<END
/* $(cksum < "$1") */
#include "model.h"
extern const char $2_start[], $2_end[];
__asm__(".section .rodata\n"
        ".balign 64\n"
        ".skip $(((64 - size % 64) % 64))\n"
        ".globl $2_start\n"
        ".globl $2_end\n"
        "$2_start:\n"
        ".incbin \"$path\"\n"
        "$2_end:\n"
        ".byte 0\n"
        ".previous\n");

struct str $2_bytes(void)
{
    return (struct str){$2_start, (size_t)($2_end - $2_start)};
}
END
