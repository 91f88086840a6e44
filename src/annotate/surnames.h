/* surnames.h: the parts of a person's name: particles, the surname that they belong to, "Jr.". */
#ifndef WHOSAID_ANNOTATE_SURNAMES_H
#define WHOSAID_ANNOTATE_SURNAMES_H

#include "reading.h"

/* Whether the word can stand in lower case inside a name: van, bin. */
bool surname_is_particle(const struct reading *reading, uint32_t token);

/* "Jr.", "III": belongs to a name and is no surname. */
bool surname_is_suffix(const struct reading *reading, uint32_t token);

/* Whether two words that are suffixes mean one: Jr. and jr, not Sr. */
bool surname_same_suffix(const struct reading *reading, uint32_t a, uint32_t b);

/* The surname's last word: "Laan" of "Ida van der Laan", "Lind" of "Bo Lind Jr.". */
uint32_t surname_token(const struct reading *reading, struct stretch name);

/* Whether a name is a surname alone: "Lind", "Van der Laan", "Lind Jr.". */
bool surname_stands_alone(const struct reading *reading, struct stretch name);

/* The word before the last, where it can be the surname that others are called by ("Carolina Ibáñez Lagos");
 * NO_INDEX when it is a first name, a particle or an initial, there are but two words, or the last one looks
 * like a verb, as in headings. */
uint32_t surname_of_two(const struct reading *reading, struct stretch name);

/* The word as surnames are compared: without the article of "al-Marri". Borrowed. */
struct str surname_key_word(const struct reading *reading, uint32_t token);

#endif
