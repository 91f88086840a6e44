/* runs.h: a paragraph as the labeller sees it: stretches of sources, cues and contents, and which of them
 * stand nearest to which. */
#ifndef WHOSAID_ANNOTATE_RUNS_H
#define WHOSAID_ANNOTATE_RUNS_H

#include "observation.h"

enum run_kind { RUN_SOURCE, RUN_CUE, RUN_CONTENT, RUN_KINDS };

/* Neighbouring tokens with labels of one kind. */
struct run {
    struct stretch tokens;
    float confidence; /* of its least certain border */
};

struct labelled {
    const struct reading *reading;
    const struct paragraph *paragraph;
    struct observations observations;
    uint8_t *labels;                    /* enum label, one a token of the paragraph */
    float *probabilities;               /* how sure each label is */
    bool *certain;                      /* tokens that the rules gave to a content for good */
    VECTOR(struct run) runs[RUN_KINDS]; /* ascending */
};

/* Room for the labels of a paragraph. Release with labelled_close. */
void labelled_open(struct labelled *labelled, const struct reading *reading,
                   const struct paragraph *paragraph);
void labelled_close(struct labelled *labelled);

/* Fills the runs from the labels. */
void labelled_find_runs(struct labelled *labelled);

/* A token's label, and whether it is as in certain; none and false for a token of another paragraph. */
uint8_t labelled_at(const struct labelled *labelled, uint32_t token);
bool labelled_is_certain(const struct labelled *labelled, uint32_t token);

/* What the model saw of a token; of one of another paragraph, nothing. Borrowed. */
static inline const struct observation *labelled_observation(const struct labelled *labelled, uint32_t token)
{
    return observation_at(&labelled->observations, (ptrdiff_t)token - labelled->paragraph->tokens.first);
}

/* Whether all words from first to end belong to a cue or a source. */
bool labelled_only_attributes(const struct labelled *labelled, uint32_t first, uint32_t end);

/* Whether there are marks from first to end that the rules found no speaker for: around terms, most often. */
bool labelled_has_loose_marks(const struct labelled *labelled, uint32_t first, uint32_t end);

/* How far apart two stretches are, in tokens; over 1000 when a sentence ends between them. */
uint32_t runs_distance(const struct reading *reading, struct stretch a, struct stretch b);

/* The run of a kind that shares a token with a stretch, or NULL. O(log n). */
const struct run *runs_overlapping(const struct labelled *labelled, enum run_kind kind,
                                   struct stretch stretch);

/* The cue nearest to what was said, and its source: the one that holds its subject, else the nearest that is
 * not on the far side of what was said. Both in the sentence of what was said; in another of the paragraph
 * when that has neither, since speech goes on. NULL where there is none. O(log n). */
void runs_attributing(const struct labelled *labelled, struct stretch said, const struct run **cue,
                      const struct run **source);

#endif
