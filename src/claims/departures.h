/* departures.h: how one version's words depart from the reference's, read off their alignment. */
#ifndef WHOSAID_CLAIMS_DEPARTURES_H
#define WHOSAID_CLAIMS_DEPARTURES_H

#include "align.h"

#include "whosaid/base/arena.h"
#include "whosaid/claims/claims.h"

/* One stretch in which they depart. Word indices, end-exclusive; one of the two ranges may be empty. */
struct departure {
    uint32_t kind;                           /* enum difference_kind */
    uint32_t own_start, own_end;             /* words of the version */
    uint32_t reference_start, reference_end; /* words of the reference */
};

struct departures {
    VECTOR(struct departure) list;   /* ascending in both */
    bool starts_later, ends_earlier; /* than the reference */
};

/* Fills *departures from an alignment of a version (a) with the reference (b). */
void departures_read(const struct sentence *version, const struct sentence *reference,
                     const struct alignment *alignment, struct departures *departures);

/* The marks of the version, in arena; *count gets their number. */
const struct mark *departures_marks(const struct statements *statements, const struct statement *version,
                                    const struct departures *departures, struct arena *arena, size_t *count);

void departures_release(struct departures *departures);

static inline bool difference_is_cosmetic(uint32_t kind)
{
    return kind >= DIFFERENCE_TRUNCATION;
}

#endif
