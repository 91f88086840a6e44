/* resolving.h: what the parts of resolution share: the names and who spoke last. resolution.c sorts mentions
 * into names and phrases; roles.c, pronouns.c, groups.c, definites.c and epithets.c are for the rest. */
#ifndef WHOSAID_ANNOTATE_RESOLVING_H
#define WHOSAID_ANNOTATE_RESOLVING_H

#include "names.h"

/* Whom a mention stands for, and how that came. */
struct resolved {
    uint32_t figure;        /* NO_INDEX for nobody */
    uint32_t antecedent;    /* enum annotate_antecedent */
    struct stretch mention; /* the other mention that it points at; empty when it is the name itself */
};

struct resolving {
    struct reading *reading;
    struct name_table names;
    uint32_t *figures; /* by attribution, so far; NO_INDEX for nobody */
    struct {
        uint32_t figure, token, end, sentence; /* token to end: its mention there */
        struct stretch mention;                /* that, or what the pronoun there stands for */
    } last; /* the latest speaker resolved; figure NO_INDEX before there is one */
};

/* Borrowed, until names change. */
static inline struct figure *resolving_figure(struct resolving *resolving, uint32_t index)
{
    return &resolving->names.figures.data[index];
}

static inline struct resolved resolved_nobody(void)
{
    return (struct resolved){.figure = NO_INDEX, .antecedent = ANTECEDENT_NONE};
}

/* Whom a noun phrase, or a name, with its apposition stands for. */
struct resolved resolving_phrase(struct resolving *resolving, struct stretch mention);

/* Whom a pronoun stands for that is the whole mention of the attribution at index: he, it, who, I. */
struct resolved resolving_pronoun(struct resolving *resolving, size_t attribution);

/* Whom they or it, the whole mention of the attribution, stands for. */
struct resolved resolving_group(struct resolving *resolving, const struct attribution *attribution);

/* Whether the last word of a phrase, before what "of" adds, is plural. */
bool resolving_is_plural(const struct reading *reading, struct stretch phrase);

/* The first token of the sentence that holds the token, or NO_INDEX when it is too far away. */
uint32_t resolving_sentence_start(const struct reading *reading, uint32_t token);

/* Whom he or she at the token stands for, by gender, or 0 for either: who was named in the nearest sentence,
 * or the last speaker. */
struct resolved resolving_person(const struct resolving *resolving, uint32_t token, uint32_t gender);

/* The figure as the antecedent that a mention elsewhere names. */
static inline struct resolved resolved_to(uint32_t figure, uint32_t antecedent, struct stretch mention)
{
    return (struct resolved){figure, antecedent, mention};
}

#endif
