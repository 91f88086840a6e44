/* singles.h: which sentences that only one outlet tells in its own voice are claims: those that others could
 * be held against. All others would only fill the list. */
#ifndef WHOSAID_CLAIMS_SINGLES_H
#define WHOSAID_CLAIMS_SINGLES_H

#include "statements.h"

/* Zero-initialise; release when done. */
struct singles {
    VECTOR(uint32_t) teller; /* by concept: the only document that has it; SINGLES_MANY for several */
    VECTOR(bool) dealing;    /* by concept: an investment, a sale, an order */
};

#define SINGLES_MANY (UINT32_MAX - 1)

/* Fills *singles from the statements of all articles. Linear. */
void singles_read(struct vocabulary *vocabulary, const struct statements *statements,
                  struct singles *singles);
void singles_release(struct singles *singles);

/* Whether an assertion of one outlet is a claim: it tells an amount of money or a share in percent, or names
 * in a deal somebody whom no other article has. A report in it is a claim already. */
bool singles_is_claim(const struct statements *statements, const struct singles *singles,
                      const struct statement *assertion);

#endif
