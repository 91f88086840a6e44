/* descriptions.h: what is told of a figure beside its name: titles before it, an apposition or "of the ..."
 * behind it; and whether "the minister" can mean it. */
#ifndef WHOSAID_ANNOTATE_DESCRIPTIONS_H
#define WHOSAID_ANNOTATE_DESCRIPTIONS_H

#include "names.h"

/* Whether the word is a rank or qualifies one: president, prime, former. No honorific. */
bool description_is_rank(const struct reading *reading, uint32_t token);

/* Whether the word is what somebody is to another person, and no office: friend, neighbour. */
bool description_is_relation(const struct reading *reading, uint32_t token);

/* Whether words behind the comma, which follows a name of its own, look like the place that this one is in:
 * "Lincoln, New Jersey". */
bool description_is_place(const struct reading *reading, uint32_t comma, struct stretch words);

/* Whether a title can end in the word, before the name: president, spokesman; not "foreign" or "former". */
bool description_ends_title(const struct reading *reading, uint32_t token);

/* The same without what somebody is to another person: "friend". */
struct stretch description_office(const struct reading *reading, struct stretch title);

/* Takes role and affiliation from a mention of the figure: "spokesman Andrew Lind", "Mary Ruiz, a professor
 * at X"; title stands before the name. What is known already stays. */
void description_read(const struct reading *reading, struct figure *figure, struct stretch mention,
                      struct stretch title);

/* Takes what appositions anywhere in the article tell of people: "Nils Berg, a professor at X, came", "the
 * chairman, Nils Berg, came". Who has a role by one is a person. */
void descriptions_find(struct name_table *names);

/* Takes role and affiliation from a phrase whose last word before a preposition is a role: "spokesperson for
 * the embassy". */
void description_read_role(const struct reading *reading, struct figure *figure, struct stretch phrase);

/* Whether a figure can be called by the role phrase, which has no determiner: "Russian president",
 * "minister". */
bool description_answers_to(const struct reading *reading, const struct figure *figure,
                            struct stretch phrase);

/* A phrase without its determiners, but for those that "of" follows: "one of the envoys". */
struct stretch description_bare(const struct reading *reading, struct stretch phrase);

/* The first part of a mention, before its apposition or its relative clause. */
struct stretch description_head(const struct reading *reading, struct stretch mention);

/* A segment before its first preposition: "spokesperson" of "spokesperson for the embassy". */
struct stretch description_base(const struct reading *reading, struct stretch segment);

#endif
