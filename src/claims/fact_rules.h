/* fact_rules.h: how much two sentences must share to tell one fact. Facts.c counts what they share. */
#ifndef WHOSAID_CLAIMS_FACT_RULES_H
#define WHOSAID_CLAIMS_FACT_RULES_H

#include "speakers.h"

struct evidence {
    uint32_t shared, rare;  /* concepts shared; of these, rare ones */
    uint32_t plain;         /* of these, neither names nor numbers */
    uint32_t figures;       /* rare numbers shared, and figures of the same thing */
    uint32_t matches;       /* figures that tell the same number or time */
    uint32_t weight;        /* of the concepts shared */
    bool reported;          /* one of them is a report */
    bool rival;             /* they tell two days of one thing, or what one speaker said on two days */
    double shorter, longer; /* share of each one's weight */
};

/* Whether so much makes one fact of two sentences, or of a clause and another or a sentence. */
bool evidence_suffices(const struct evidence *evidence, enum speaker_relation speakers, bool clause);

#endif
