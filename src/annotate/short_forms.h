/* short_forms.h: organisations and how they are shortened: "International Atomic Energy Agency (IAEA)", "the
 * IAEA", "the agency". */
#ifndef WHOSAID_ANNOTATE_SHORT_FORMS_H
#define WHOSAID_ANNOTATE_SHORT_FORMS_H

#include "reading.h"

/* Whether the word can be what an organisation is: agency, church, states. */
bool short_form_is_head(const struct reading *reading, uint32_t token);

/* The word that says what the organisation is: "Agency" of "Energy Agency",
 * "Church" of "Church of Sweden". */
uint32_t short_form_head(const struct reading *reading, struct stretch name);

/* The key of an abbreviation that stands alone ("IAEA", "U.N."), or 0. */
uint64_t short_form_key(const struct reading *reading, struct stretch words);

/* The key of a name's initials, with those of "of", "and", "for" or without; 0 for names of one word. */
uint64_t short_form_initials(const struct reading *reading, struct stretch name, bool with_small_words);

/* What the abbreviation at token, in parentheses, is short for: the words before them whose initials it has.
 * Empty if there are none. */
struct stretch short_form_definition(const struct reading *reading, uint32_t token);

/* Whether the word can be what a ministry, and its minister, is for: trade, health. */
bool short_form_is_portfolio(const struct reading *reading, uint32_t token);

/* Whether a single word alone can stand for the organisation: "State" for "State Department", "Acme" for
 * "Acme Corp.". */
bool short_form_drops_head(const struct reading *reading, struct stretch name);

#endif
