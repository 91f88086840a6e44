/* rules.h: why a quotation was attributed as it was; one line a rule. */
#ifndef WHOSAID_ANNOTATE_RULES_H
#define WHOSAID_ANNOTATE_RULES_H

#include "reading.h"

enum annotate_rule {
    RULE_NONE,
    RULE_AFTER,           /* "...," X said */
    RULE_INVERTED,        /* "...," said X */
    RULE_ACCORDING_AFTER, /* "...," according to X */
    RULE_BEFORE,          /* X said, "..." */
    RULE_BEFORE_ING,      /* X ..., saying "..." */
    RULE_INTRODUCED,      /* X ...: "..." */
    RULE_MIXED,           /* X said that ... "..." */
    RULE_ACCORDING,       /* According to X, ... */
    RULE_PARAGRAPH,       /* whole paragraphs in marks that go on */
    RULE_CARRIED,         /* a paragraph of speech after its speaker's */
    RULE_INNER,           /* inside another quotation */
    RULE_INDIRECT,        /* X said (that) ... */
    RULE_INDIRECT_AFTER,  /* ..., X said */
    RULE_INDIRECT_ING,    /* X ..., saying ... */
    RULE_NOUN,            /* X's claim that ... */
    RULE_PASSIVE,         /* was warned by X that ... */
    RULE_HEADLINE,        /* X: ... and ... - X, in a headline */
    RULE_MODEL,           /* none: the labeller found it */
    RULE_TURN,            /* LIND: ..., in a transcript */
    RULE_SIGNED,          /* "..." - Lind */
    RULE_COUNT,
};

struct rule {
    const char *name;
    float confidence; /* raw; calibration.h makes a measured share of it */
};

extern const struct rule annotate_rules[RULE_COUNT];

/* How sure an attribution is: its rule's prior, less for each token between the cue and the nearest of its
 * words. */
float rules_confidence(const struct attribution *attribution);

#endif
