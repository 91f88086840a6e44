/* tokens.h: words and punctuation of a text with what a lexicon and their shape tell about them. The annotator's
 * first stage; claims reads words through it too. */
#ifndef WHOSAID_ANNOTATE_TOKENS_H
#define WHOSAID_ANNOTATE_TOKENS_H

#include "whosaid/base/arena.h"
#include "whosaid/text/span.h"

enum token_shape {
    TOKEN_LOWER,       /* word */
    TOKEN_CAPITALISED, /* Word */
    TOKEN_UPPER,       /* UN, U.S. */
    TOKEN_MIXED,       /* iPhone, McDonald */
    TOKEN_NUMBER,      /* 3, 3.5, 1950s, 20th */
    TOKEN_OPEN,        /* an opening quotation mark */
    TOKEN_CLOSE,       /* a closing quotation mark */
    TOKEN_PUNCTUATION, /* anything else */
};

struct token {
    struct span span;   /* bytes of the text */
    uint8_t shape;      /* enum token_shape */
    uint8_t newline;    /* line ends between the token before and this one, at most 2 */
    uint16_t tags;      /* enum token_tag, or-ed; what the lexicon says of the word */
    uint32_t sentence;  /* index into the sentences given */
    struct str lower;   /* the word in lower case, straight apostrophes; bytes owned by the arena */
};

/* Cuts range of text into tokens. "don't" is one token, "Putin's" two ("Putin", "'s"); "U.S.", "3.5", "Gen." and
 * hyphenated words are one. sentences (ascending) may be NULL with count 0. The array lives in arena; *count gets its size. */
struct token *tokens_scan(struct str text, struct span range, const struct span *sentences, size_t sentence_count,
                          struct arena *arena, size_t *count);

#endif
