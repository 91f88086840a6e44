/* tokens.h: words and punctuation of a text with what a lexicon and their shape tell about them. The
 * annotator's first stage; claims reads words through it too. */
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

/* What the lexicon says of a word, whatever it means here; or-ed. */
enum token_tag {
    TAG_SAY = 1 << 0,          /* cue verb that takes a clause or speech: say, add, note */
    TAG_TELL = 1 << 1,         /* ... and an addressee before it: tell, assure */
    TAG_THINK = 1 << 2,        /* belief and feeling: believe, hope, fear */
    TAG_SHOW = 1 << 3,         /* what documents do: show, suggest, report */
    TAG_JUDGE = 1 << 4,        /* cue verb that takes a thing: praise, call, criticise */
    TAG_CUE_NOUN = 1 << 5,     /* claim, statement, remarks */
    TAG_TITLE = 1 << 6,        /* stands before a name: President, Sen. */
    TAG_ROLE = 1 << 7,         /* what a person is: spokesperson, analyst; titles too */
    TAG_ORGANISATION = 1 << 8, /* ministry, embassy, newspaper */
    TAG_PRONOUN = 1 << 9,      /* he, she, they, it, I, we, you, who */
    TAG_DETERMINER = 1 << 10,  /* the, a, his, this */
    TAG_PREPOSITION = 1 << 11,
    TAG_CONJUNCTION = 1 << 12, /* and, but, because, while */
    TAG_AUXILIARY = 1 << 13,   /* has, was, will */
    TAG_NEGATION = 1 << 14,    /* not, never, didn't */
    TAG_HONORIFIC = 1 << 15,   /* Mr., Mrs., Dr. */
    TAG_MONTH = 1 << 16,
    TAG_WEEKDAY = 1 << 17, /* Monday; today, yesterday too */
    TAG_THAT = 1 << 18,
    TAG_ADVERB = 1 << 19,
    TAG_MALE = 1 << 20,     /* he, Mr., spokesman, Vladimir */
    TAG_FEMALE = 1 << 21,   /* she, Mrs., spokeswoman, Angela */
    TAG_PAST = 1 << 22,     /* form of a cue verb: said (participle too) */
    TAG_THIRD = 1 << 23,    /* says */
    TAG_BASE = 1 << 24,     /* say */
    TAG_ING = 1 << 25,      /* saying */
    TAG_RELATIVE = 1 << 26, /* who, which */
    TAG_VERB = 1 << 27,     /* a common verb form that ends a noun phrase: came, went, made */

    TAG_CUE_CLAUSE = TAG_SAY | TAG_TELL | TAG_THINK | TAG_SHOW, /* cue verbs that may govern "that" */
    TAG_CUE_VERB = TAG_CUE_CLAUSE | TAG_JUDGE,
};

struct token {
    struct span span;  /* bytes of the text */
    uint8_t shape;     /* enum token_shape */
    uint8_t newline;   /* line ends between the token before and this one, at most 2 */
    uint32_t tags;     /* enum token_tag, or-ed; what the lexicon says of the word */
    uint32_t sentence; /* index into the sentences given: the last that begins at or before the token, or 0 */
    struct str lower;  /* the word in lower case, straight apostrophes; borrowed from the text or the arena */
};

/* Cuts range of text into tokens. "don't" is one token, "Putin's" two ("Putin", "'s"); "U.S.", "3.5", "Gen."
 * and hyphenated words are one. sentences (ascending) may be NULL with count 0. The array lives in arena;
 * *count gets its size; text must outlive it. Linear. */
struct token *tokens_scan(struct str text, struct span range, const struct span *sentences,
                          size_t sentence_count, struct arena *arena, size_t *count);

/* Whether the token is a word or a number, not a mark or punctuation. */
static inline bool token_is_word(const struct token *token)
{
    return token->shape <= TOKEN_NUMBER;
}

/* Whether it is a word with a capital letter. */
static inline bool token_is_capital(const struct token *token)
{
    return token->shape >= TOKEN_CAPITALISED && token->shape <= TOKEN_MIXED;
}

#endif
