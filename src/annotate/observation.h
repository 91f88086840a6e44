/* observation.h: what the models see of the tokens of one paragraph, gathered in a few passes. */
#ifndef WHOSAID_ANNOTATE_OBSERVATION_H
#define WHOSAID_ANNOTATE_OBSERVATION_H

#include "attribution.h"
#include "model.h"

/* Where a token stands to the nearest candidate for a cue on one side, within its sentence. */
struct nearest {
    uint32_t word;    /* hash of the candidate's word; 0 without one */
    uint8_t distance; /* in tokens, in steps that grow */
    uint8_t between;  /* enum border, or-ed: what lies between */
};

enum border {
    BORDER_COMMA = 1,
    BORDER_MARK = 2,   /* a quotation mark */
    BORDER_CLAUSE = 4, /* that, who, because */
    BORDER_VERB = 8,
    BORDER_OTHER = 16, /* colon, dash, bracket */
    BORDER_AND = 32,
};

/* What a segment holds. */
enum holding {
    HOLDS_CUE = 1,  /* a candidate for a cue */
    HOLDS_VERB = 2, /* a finite verb */
    HOLDS_NAME = 4,
    HOLDS_QUOTED = 8,
    HOLDS_SENTENCE_START = 16,
    HOLDS_SENTENCE_END = 32,
};

struct observation {
    uint32_t word, prefix, suffix2, suffix3; /* hashes of the word in lower case and its parts */
    uint32_t stem;    /* hash of the word's first letters, enough to tell its forms from others */
    uint32_t lexicon; /* enum token_tag */
    uint32_t sentence;
    uint32_t opening;           /* hash of the first word of its segment, the stretch between commas */
    uint8_t from_start, to_end; /* its place in the segment, in steps */
    uint8_t segment, segment_before, segment_after; /* what those segments hold: enum holding, or-ed */
    struct nearest cue_left, cue_right, verb_left, verb_right;
    uint8_t shape;
    uint8_t part;       /* enum part_of_speech, set by the tagger */
    uint8_t quoted;     /* 0 outside of marks, 1 inside, 2 the mark itself */
    uint8_t quote_size; /* how much the marks hold, in steps */
    uint8_t rule;       /* enum annotate_rule that has the token, if any */
    uint8_t rule_label; /* enum label that it gives to it */
    bool first, last;   /* of its sentence */
};

struct observations {
    struct observation *items; /* one a token of the paragraph */
    size_t count;
    uint32_t first; /* the reading's token that items[0] is */
};

/* Looks at the tokens of a paragraph; nothing is known of parts of speech yet. In the reading's arena. */
void observe_tokens(struct observations *observations, const struct reading *reading,
                    const struct paragraph *paragraph);

/* The token's observation, or one of nothing outside the paragraph. Borrowed. */
const struct observation *observation_at(const struct observations *observations, ptrdiff_t index);

/* With the parts of speech known: segments, candidates for cues and verbs around each token. */
void observe_surroundings(struct observations *observations);

/* Notes what the rules made of the paragraph's tokens. */
void observe_rules(struct observations *observations, const struct attribution *attributions, size_t count);

/* One step of mixing a value into a hash of 32 bits. */
static inline uint32_t observation_mix(uint32_t hash, uint32_t value)
{
    hash = (hash ^ value) * UINT32_C(0x9e3779b1);
    return hash ^ (hash >> 15);
}

#endif
