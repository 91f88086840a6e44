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

/* Where a token stands below the nearest word of a kind that it depends on, directly or not. */
struct ancestry {
    uint32_t word;     /* hash of the ancestor's word; 0 without one */
    uint32_t path;     /* hash of the kinds of dependency from the ancestor down */
    uint32_t token;    /* the ancestor */
    uint32_t argument; /* the ancestor's dependent that holds the token */
    uint8_t kind;      /* enum dependency of the argument */
    uint8_t steps;
    uint8_t place; /* at the argument's first token 1, at its last 2, right of the ancestor 4; or-ed */
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
    uint8_t border, holding;    /* what it is to its neighbours: enum border, enum holding, or-ed */
    uint8_t segment, segment_before, segment_after; /* what those segments hold: enum holding, or-ed */
    struct nearest cue_left, cue_right, verb_left, verb_right;
    uint32_t head;         /* the token that it depends on; NO_INDEX at the top; set by the parser */
    uint8_t dependency;    /* enum dependency: how; set by the parser */
    struct stretch extent; /* the token with all that depends on it; set by the parser */
    uint32_t subject;      /* its dependent that is its subject, or NO_INDEX */
    uint16_t children;     /* which kinds of dependents it has, a bit each */
    struct ancestry cue_above, verb_above;
    uint8_t shape;
    uint8_t part;                      /* enum part_of_speech, set by the tagger */
    uint8_t sense;                     /* the group in senses.h; 0 when it is not known, or no verb or noun */
    uint8_t kind, other_kind, telling; /* the rest of that, of adjectives too */
    uint8_t quoted;                    /* 0 outside of marks, 1 inside, 2 the mark itself */
    uint8_t quote_size;                /* how much the marks hold, in steps */
    uint8_t rule;                      /* enum annotate_rule that has the token, if any */
    uint8_t rule_label;                /* enum label that it gives to it */
    bool first, last;                  /* of its sentence */
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
static inline const struct observation *observation_at(const struct observations *observations,
                                                       ptrdiff_t index)
{
    static const struct observation nothing = {.shape = TOKEN_PUNCTUATION};
    return index >= 0 && (size_t)index < observations->count ? &observations->items[index] : &nothing;
}

/* The same for an index that may be NO_INDEX. Borrowed. */
static inline const struct observation *observation_by_index(const struct observations *observations,
                                                             uint32_t index)
{
    return observation_at(observations, index == NO_INDEX ? -1 : (ptrdiff_t)index);
}

/* The hash of a word in lower case, never 0. */
uint32_t observation_hash(struct str word);

/* With the parts of speech known: senses, segments, candidates for cues and verbs around each token. */
void observe_surroundings(struct observations *observations);

/* Whether it is a verb, and whether it is a word that often attributes: a cue verb or noun, "according". */
bool observation_is_verb(const struct observation *observation);
bool observation_is_candidate(const struct observation *observation);

/* Notes what the rules made of the paragraph's tokens. */
void observe_rules(struct observations *observations, const struct attribution *attributions, size_t count);

#define OBSERVATION_FACTOR UINT32_C(0x9e3779b1)
#define OBSERVATION_SHIFT  15

/* One step of mixing a value into a hash of 32 bits. */
static inline uint32_t observation_mix(uint32_t hash, uint32_t value)
{
    hash = (hash ^ value) * OBSERVATION_FACTOR;
    return hash ^ (hash >> OBSERVATION_SHIFT);
}

#endif
