/* boilerplate.h: what stands around an article on its page: requests to share, lists of other stories,
 * comment forms.
 *
 * A block is judged by what it is: whom it addresses, which verbs it begins with, which parts of a page it
 * names, and what speaks for reporting instead. No list of known lines. When in doubt it is body: nothing of
 * an article may be lost. */
#ifndef WHOSAID_SRC_CORPUS_BOILERPLATE_H
#define WHOSAID_SRC_CORPUS_BOILERPLATE_H

#include "blocks.h"

enum { BOILERPLATE_SURE = 4 }; /* the least score of boilerplate */

/* How much speaks for boilerplate, less what speaks against. */
int boilerplate_score(struct str block);

/* Sets the kind of the blocks of kind BLOCK_BODY that are boilerplate, by themselves or by what stands around
 * them. */
void boilerplate_mark(struct str text, block_vector *blocks);

/* The second half of that: what stands between blocks of boilerplate, or at the end of the page with them. */
void boilerplate_spread(struct str text, block_vector *blocks);

#endif
