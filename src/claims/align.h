/* align.h: which words of two statements stand for each other.
 *
 * Local alignment (Smith and Waterman 1981) over words: a pair scores by likeness and content, a word without
 * partner costs one. Statements are capped at STATEMENT_MOST_WORDS, so one alignment costs at most that
 * squared; callers keep the number of alignments linear. */
#ifndef WHOSAID_CLAIMS_ALIGN_H
#define WHOSAID_CLAIMS_ALIGN_H

#include "statements.h"

struct word_pair {
    uint32_t a, b;     /* word indices in the two statements */
    uint32_t likeness; /* enum word_likeness, above LIKENESS_NONE */
};

struct alignment {
    VECTOR(struct word_pair) pairs; /* ascending in both */
    /* What the aligned stretches hold: */
    uint32_t content;        /* pairs of content words */
    uint32_t synonyms;       /* of these, synonyms */
    uint32_t region_content; /* content words of b from the first to the last pair */
    uint32_t longest_run;    /* words equal one after the other */
};

/* Scratch memory that alignments share. Zero-initialise; release when done. */
struct aligner {
    VECTOR(uint8_t) steps;
    VECTOR(int32_t) scores;
};

/* Replaces *alignment by the best local alignment of two statements' words. */
void align_statements(struct aligner *aligner, const struct statements *statements, const struct statement *a,
                      const struct statement *b, struct alignment *alignment);
void aligner_release(struct aligner *aligner);
void alignment_release(struct alignment *alignment);

#endif
