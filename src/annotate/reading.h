/* reading.h: one article on its way through the annotator: what each stage leaves for the next.
 *
 *     tokens, paragraphs (reading.c) -> pairs (marks.c) -> attributions, terms (attribution.c)
 *     -> speakers (resolution.c) -> annotations (annotate.c)
 *
 * Everything is allocated in the arena; token ranges are half-open indices into tokens. */
#ifndef WHOSAID_ANNOTATE_READING_H
#define WHOSAID_ANNOTATE_READING_H

#include "whosaid/annotate/annotations.h"
#include "whosaid/annotate/tokens.h"
#include "whosaid/base/array.h"
#include "whosaid/corpus/article.h"

#include <string.h>

/* A range of tokens; empty when first == end. */
struct stretch {
    uint32_t first, end;
};

/* A pair of quotation marks. */
struct pair {
    struct stretch inside; /* the tokens between the marks */
    uint32_t open;         /* token of the opening mark */
    uint32_t close;        /* token of the closing mark; the last inside token + 1 when there is none */
    uint32_t parent;       /* index of the pair around it, or NO_INDEX */
    uint32_t continues;    /* pair of an earlier paragraph that this one carries on, or NO_INDEX */
    bool closed;           /* else the paragraph's end, or the next quotation, ended it */
};

struct paragraph {
    struct stretch tokens;
    uint32_t first_pair, pair_end; /* indices into pairs */
};

enum { MOST_PIECES = 16 };

/* A quotation as the attribution rules leave it. */
struct attribution {
    struct stretch pieces[MOST_PIECES]; /* marks included; ascending, disjoint */
    uint32_t piece_count;
    struct stretch speaker, cue; /* empty if none */
    uint32_t type;               /* enum quote_type */
    uint32_t rule;               /* enum annotate_rule */
    uint32_t stance;             /* enum quote_stance; set by stance.c */
    uint32_t parent;             /* attribution around it, or NO_INDEX */
    uint32_t entity;             /* set by resolution, as are the next two */
    uint32_t antecedent;         /* enum annotate_antecedent */
    struct stretch antecedent_mention;
    float confidence;
};

struct reading {
    struct str text;
    bool english; /* else there are only marks to go by */
    struct arena *arena;
    struct span *sentences;
    size_t sentence_count;
    struct token *tokens;
    size_t token_count;
    struct paragraph *paragraphs;
    size_t paragraph_count;
    struct stretch byline; /* who wrote it, where that stands in the text; or empty */
    struct pair *pairs;
    size_t pair_count;
    struct attribution *attributions; /* ascending by start */
    size_t attribution_count;
    struct span *terms;
    size_t term_count;
    struct entity *entities;
    size_t entity_count;
    struct reading *title; /* of the headline, set by headline.c; or NULL */
};

/* Fills text, sentences, tokens and paragraphs from an article's body. */
void reading_open(struct reading *reading, const struct article *article, struct arena *arena);

/* The token at index, or an empty one of punctuation behind the end. Borrowed. */
static inline const struct token *reading_token(const struct reading *reading, size_t index)
{
    static const struct token nothing = {.shape = TOKEN_PUNCTUATION, .lower = {"", 0}};
    return index < reading->token_count ? &reading->tokens[index] : &nothing;
}

/* Whether the token is this word in lower case, or this punctuation. Most are told apart by the first byte.
 */
static inline bool reading_is(const struct reading *reading, size_t index, const char *word)
{
    struct str lower = reading_token(reading, index)->lower;
    return lower.size > 0 && lower.data[0] == word[0] && strncmp(lower.data, word, lower.size) == 0 &&
           word[lower.size] == '\0';
}

/* Whether the token is one of count words, as for reading_is; the macro is for a table whose length is known.
 */
bool reading_is_one_of(const struct reading *reading, size_t index, const char *const *words, size_t count);
#define READING_IS_ONE_OF(reading, index, table) reading_is_one_of(reading, index, table, LENGTH(table))

bool reading_has(const struct reading *reading, size_t index, uint32_t tags); /* any of them */

/* From the first token's start to the last one's end; empty for an empty stretch. */
struct span reading_span(const struct reading *reading, struct stretch stretch);

bool reading_is_dash(const struct reading *reading, size_t index);
bool reading_is_possessive(const struct reading *reading, size_t index); /* 's or a bare apostrophe */

bool reading_ends_sentence(const struct reading *reading, size_t index); /* whether . ? or ! stands there */

enum { READING_MANY_WORDS = 16 };

/* The number of words in the stretch; counts to READING_MANY_WORDS at most. */
uint32_t reading_count_words(const struct reading *reading, struct stretch stretch);

/* Whether All Long Words Have a Capital there, as in a heading. */
bool reading_is_title_case(const struct reading *reading, struct stretch stretch);

/* The pair with its marks. */
struct stretch pair_stretch(const struct pair *pair);

/* The last token inside the pair, inner marks passed over. */
uint32_t reading_pair_last(const struct reading *reading, const struct pair *pair);

static inline bool stretch_is_empty(struct stretch s)
{
    return s.first >= s.end;
}

static inline uint32_t stretch_size(struct stretch s)
{
    return s.end - s.first;
}

static inline bool stretch_holds(struct stretch s, uint32_t token)
{
    return s.first <= token && token < s.end;
}

static inline bool stretch_overlaps(struct stretch a, struct stretch b)
{
    return a.first < b.end && b.first < a.end;
}

#endif
