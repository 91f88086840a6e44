/* tagger.h: parts of speech, left to right, each decided once. The classes are those of the Penn Treebank,
 * but that names are told apart by what they name: NNP is a person. */
#ifndef WHOSAID_ANNOTATE_TAGGER_H
#define WHOSAID_ANNOTATE_TAGGER_H

#include "observation.h"

#include <assert.h>

#define PARTS_OF_SPEECH(X)                                                                                   \
    X(OTHER, "")                                                                                             \
    X(CC, "CC")                                                                                              \
    X(CD, "CD")                                                                                              \
    X(DT, "DT")                                                                                              \
    X(EX, "EX") X(FW, "FW") X(IN, "IN") X(JJ, "JJ") X(JJR, "JJR") X(JJS, "JJS") X(LS, "LS") X(MD, "MD")      \
        X(NN, "NN") X(NNS, "NNS") X(NNP, "NNP") X(NNP_GROUP, "NNP-GROUP") X(NNP_PLACE, "NNP-PLACE")          \
            X(NNP_OTHER, "NNP-OTHER") X(NNPS, "NNPS") X(PDT, "PDT") X(POS, "POS") X(PRP, "PRP")              \
                X(PRPS, "PRP$") X(RB, "RB") X(RBR, "RBR") X(RBS, "RBS") X(RP, "RP") X(SYM, "SYM")            \
                    X(TO, "TO") X(UH, "UH") X(VB, "VB") X(VBD, "VBD") X(VBG, "VBG") X(VBN, "VBN")            \
                        X(VBP, "VBP") X(VBZ, "VBZ") X(WDT, "WDT") X(WP, "WP") X(WPS, "WP$") X(WRB, "WRB")    \
                            X(COMMA, ",") X(STOP, ".") X(COLON, ":") X(OPEN, "``") X(CLOSE, "''")            \
                                X(LEFT, "-LRB-") X(RIGHT, "-RRB-")

enum part_of_speech {
#define PART(name, text) PART_##name,
    PARTS_OF_SPEECH(PART)
#undef PART
        PART_COUNT,
};

static_assert((int)PART_COUNT <= (int)MODEL_TAGGER_ROW, "a row of the tagger has a weight for each part");

enum { TAGGER_MOST_FEATURES = 24 };

/* Whether it is that of a name in the singular. */
static inline bool part_is_name(uint8_t part)
{
    return part >= PART_NNP && part <= PART_NNP_OTHER;
}

/* The rows of the tagger's table that speak for the token at index, given the parts of those before it. */
size_t tagger_features(const struct observations *observations, size_t index, uint32_t *rows);

/* Sets the part of each observation of count paragraphs. Linear. */
void tagger_run(const struct model *model, struct observations *paragraphs, size_t count);

#endif
