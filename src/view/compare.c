/* compare.c: see compare.h. The state of the list of claims and of the page; what the page of a claim holds
 * is detail.c's, drawing is compare_draw.c's. */
#include "compare.h"

#include "labels.h"
#include "motion.h"

enum { LETTERS_FROM_ROWS = 8, HEADS_FROM_ROWS = 4 };

void compare_init(struct compare *compare, const struct library *library)
{
    *compare = (struct compare){.library = library, .story = NO_INDEX};
    detail_init(&compare->detail);
}

void compare_release(struct compare *compare)
{
    coverage_release(&compare->coverage);
    detail_release(&compare->detail);
}

const struct story *compare_story(const struct compare *compare)
{
    return &library_claims(compare->library)->stories[compare->story];
}

struct str compare_title(const struct compare *compare)
{
    return compare_story(compare)->title;
}

uint32_t compare_claim_index(const struct compare *compare)
{
    return compare_story(compare)->first_claim + compare->selected;
}

const struct claim *compare_claim(const struct compare *compare)
{
    return &library_claims(compare->library)->claims[compare_claim_index(compare)];
}

const struct version *compare_version(const struct compare *compare)
{
    return &compare_claim(compare)->versions[compare->version];
}

struct str compare_version_text(const struct library *library, const struct version *version)
{
    return span_str(article_text(library_document(library, version->document)->article), version->span);
}

unsigned compare_letter_rows(const struct compare *compare)
{
    return coverage_shows_dots(&compare->coverage) && compare->list_rows >= LETTERS_FROM_ROWS
               ? COVERAGE_LETTER_ROWS
               : 0;
}

static void count_relations(struct compare *compare)
{
    const struct story *story = compare_story(compare);
    for (unsigned i = 0; i < 4; i++)
        compare->relations[i] = 0;
    for (uint32_t i = 0; i < story->claim_count; i++)
        compare->relations[library_claims(compare->library)->claims[story->first_claim + i].relation]++;
}

/* ---- state */

static size_t visible_claims(const struct compare *compare)
{
    unsigned head = compare_letter_rows(compare);
    return compare->list_rows > head ? compare->list_rows - head : 1;
}

static unsigned detail_width(const struct compare *compare)
{
    return compare->detail_columns > 2 * COMPARE_DETAIL_PAD ? compare->detail_columns - 2 * COMPARE_DETAIL_PAD
                                                            : 1;
}

static size_t most_detail_top(const struct compare *compare)
{
    return motion_back(compare->detail.rows, compare->detail_rows);
}

static bool is_shown(const struct compare *compare, const struct claim *claim, uint32_t difference)
{
    return difference < claim->difference_count &&
           (compare->cosmetic || !claim->differences[difference].cosmetic);
}

uint32_t compare_shown_difference(const struct compare *compare)
{
    return is_shown(compare, compare_claim(compare), compare->difference) ? compare->difference : NO_INDEX;
}

bool compare_holds_heads(const struct compare *compare)
{
    const struct detail *detail = &compare->detail;
    return compare->detail_rows >= HEADS_FROM_ROWS && compare->detail_top > detail->heads_row &&
           compare->detail_top + 1 < detail->heads_end;
}

/* Brings the page and both windows up to date with the state. */
static void settle(struct compare *compare)
{
    if (compare->story == NO_INDEX)
        return;
    size_t page = visible_claims(compare), count = compare_story(compare)->claim_count;
    size_t most = motion_back(count, page);
    if (compare->selected < compare->list_top || compare->selected >= compare->list_top + page)
        compare->list_top = motion_back(compare->selected, page / 2);
    if (compare->list_top > most)
        compare->list_top = most;
    struct detail_choice choice = {compare->version, compare_shown_difference(compare), compare->cosmetic};
    detail_make(&compare->detail, compare->library, compare_claim(compare), &choice, detail_width(compare));
    compare->detail_top = motion_on(compare->detail_top, 0, most_detail_top(compare));
}

static void select_claim(struct compare *compare, uint32_t selected, uint32_t version)
{
    compare->selected = selected;
    compare->version = version;
    compare->difference = 0; /* the strongest */
    compare->detail_top = 0;
    settle(compare);
}

static void enter_story(struct compare *compare, uint32_t story)
{
    if (compare->story == story)
        return;
    compare->story = story;
    compare->list_top = 0;
    coverage_gather(&compare->coverage, compare->library, compare_story(compare));
    count_relations(compare);
}

void compare_open(struct compare *compare, uint32_t claim, uint32_t version)
{
    enter_story(compare, library_claims(compare->library)->claims[claim].story);
    compare->in_detail = false;
    select_claim(compare, claim - compare_story(compare)->first_claim, version);
}

void compare_return(struct compare *compare, uint32_t difference, size_t top)
{
    compare->difference = difference;
    compare->detail_top = top;
    settle(compare);
}

bool compare_open_story(struct compare *compare, uint32_t story)
{
    const struct story *opened = &library_claims(compare->library)->stories[story];
    if (opened->claim_count == 0)
        return false;
    compare_open(compare, opened->first_claim,
                 library_claims(compare->library)->claims[opened->first_claim].reference);
    return true;
}

void compare_resize(struct compare *compare, unsigned list_rows, unsigned list_columns, unsigned detail_rows,
                    unsigned detail_columns)
{
    compare->list_rows = list_rows;
    compare->list_columns = list_columns;
    compare->detail_rows = detail_rows;
    compare->detail_columns = detail_columns;
    settle(compare);
}

static bool step_version(struct compare *compare, bool forward)
{
    compare->version = detail_next_version(&compare->detail, compare->version, forward);
    settle(compare);
    return true;
}

/* Scrolls so far that the focused difference's sentence is in the window. */
static void show_sentence(struct compare *compare)
{
    const struct detail *detail = &compare->detail;
    unsigned end = detail->sentence_row + detail->sentence_rows;
    if (detail->sentence_row < compare->detail_top)
        compare->detail_top = detail->sentence_row;
    else if (end > compare->detail_top + compare->detail_rows)
        compare->detail_top = motion_back(end, compare->detail_rows);
}

static bool focus_difference(struct compare *compare, uint32_t difference)
{
    if (!is_shown(compare, compare_claim(compare), difference))
        return false;
    compare->difference = difference;
    settle(compare);
    show_sentence(compare);
    return true;
}

/* The first (or last) difference of a claim that is shown; NO_INDEX when it has none. */
static uint32_t end_difference(const struct compare *compare, const struct claim *claim, bool first)
{
    for (uint32_t i = 0; i < claim->difference_count; i++) {
        uint32_t difference = first ? i : (uint32_t)claim->difference_count - 1 - i;
        if (is_shown(compare, claim, difference))
            return difference;
    }
    return NO_INDEX;
}

/* Goes to the nearest claim below (or above) that has a difference, and focuses it. */
static bool step_to_differing_claim(struct compare *compare, bool forward)
{
    const struct claim *claims =
        library_claims(compare->library)->claims + compare_story(compare)->first_claim;
    uint32_t step = forward ? 1 : UINT32_MAX, count = compare_story(compare)->claim_count;
    for (uint32_t i = compare->selected + step; i < count; i += step) {
        uint32_t difference = end_difference(compare, &claims[i], forward);
        if (difference == NO_INDEX)
            continue;
        select_claim(compare, i, claims[i].reference);
        return focus_difference(compare, difference);
    }
    return false;
}

/* Through the claim's differences, then through those of the next claims; at the last one of all it stays,
 * and its sentence comes into the window. */
static bool step_difference(struct compare *compare, bool forward)
{
    uint32_t at = compare_shown_difference(compare), next = forward ? at + 1 : at - 1;
    return (at != NO_INDEX && focus_difference(compare, next)) || step_to_differing_claim(compare, forward) ||
           focus_difference(compare, at);
}

static bool toggle_cosmetic(struct compare *compare)
{
    compare->cosmetic = !compare->cosmetic;
    settle(compare);
    return true;
}

bool compare_move(struct compare *compare, enum action action, bool in_detail)
{
    if (in_detail)
        return motion_apply(action, &compare->detail_top, most_detail_top(compare) + 1,
                            motion_back(compare->detail_rows, 1));
    size_t selected = compare->selected;
    if (!motion_apply(action, &selected, compare_story(compare)->claim_count, visible_claims(compare)))
        return false;
    uint32_t claim = compare_story(compare)->first_claim + (uint32_t)selected;
    if (selected != compare->selected)
        select_claim(compare, (uint32_t)selected, library_claims(compare->library)->claims[claim].reference);
    return true;
}

bool compare_act(struct compare *compare, enum action action)
{
    switch (action) {
    case ACTION_NEXT_VERSION: return step_version(compare, true);
    case ACTION_PREVIOUS_VERSION: return step_version(compare, false);
    case ACTION_NEXT_DIFFERENCE: return step_difference(compare, true);
    case ACTION_PREVIOUS_DIFFERENCE: return step_difference(compare, false);
    case ACTION_COSMETIC: return toggle_cosmetic(compare);
    default: return compare_move(compare, action, compare->in_detail);
    }
}

bool compare_click_list(struct compare *compare, unsigned row)
{
    const struct story *story = compare_story(compare);
    size_t index = compare->list_top + row - compare_letter_rows(compare);
    if (row < compare_letter_rows(compare) || index >= story->claim_count)
        return false;
    compare->in_detail = false;
    select_claim(compare, (uint32_t)index,
                 library_claims(compare->library)->claims[story->first_claim + index].reference);
    return true;
}

uint32_t compare_next_similar(const struct compare *compare)
{
    const struct claim *claim = compare_claim(compare);
    uint32_t here = compare_claim_index(compare), next = NO_INDEX, first = NO_INDEX;
    for (size_t i = 0; i < claim->similar_count; i++) {
        uint32_t similar = claim->similar[i];
        first = similar < first ? similar : first;
        if (similar > here && similar < next)
            next = similar;
    }
    return next != NO_INDEX ? next : first;
}

/* The piece under the pointer, which may be an outlet held over its column. */
static const struct detail_piece *piece_under(const struct compare *compare, unsigned row, unsigned column)
{
    unsigned at = column < COMPARE_DETAIL_PAD ? 0 : column - COMPARE_DETAIL_PAD;
    return row == 0 && compare_holds_heads(compare)
               ? detail_head_at(&compare->detail, at)
               : detail_piece_at(&compare->detail, row + (unsigned)compare->detail_top, at);
}

static enum compare_click click_version(struct compare *compare, uint32_t version)
{
    if (compare->in_detail && version == compare->version)
        return CLICK_OPENS;
    compare->version = version;
    settle(compare);
    return CLICK_DONE;
}

enum compare_click compare_click_detail(struct compare *compare, unsigned row, unsigned column,
                                        uint32_t *claim)
{
    const struct detail_piece *piece = piece_under(compare, row, column);
    enum compare_click done = CLICK_DONE;
    switch (piece ? piece->topic.subject : ABOUT_NOTHING) {
    case ABOUT_NOTHING: return CLICK_MISSED;
    case ABOUT_VERSION: done = click_version(compare, piece->topic.index); break;
    case ABOUT_DIFFERENCE: focus_difference(compare, piece->topic.index); break;
    case ABOUT_COSMETIC: toggle_cosmetic(compare); break;
    case ABOUT_SIMILAR:
        *claim = piece->topic.index;
        done = CLICK_FOLLOWS;
        break;
    }
    compare->in_detail = true;
    return done;
}

/* ---- search */

struct claim_hunt {
    const struct compare *compare;
    const struct pattern *pattern;
};

static bool claim_matches(void *context, size_t index)
{
    const struct claim_hunt *hunt = context;
    const struct claim *claim =
        &library_claims(hunt->compare->library)->claims[compare_story(hunt->compare)->first_claim + index];
    for (size_t i = 0; i < claim->version_count; i++)
        if (pattern_matches(hunt->pattern,
                            compare_version_text(hunt->compare->library, &claim->versions[i])) ||
            pattern_matches(hunt->pattern, claim->versions[i].speaker))
            return true;
    return false;
}

enum search_result compare_search(struct compare *compare, const struct pattern *pattern, bool forward)
{
    struct claim_hunt hunt = {compare, pattern};
    size_t found = compare->selected;
    enum search_result result =
        search_around(&found, compare_story(compare)->claim_count, forward, claim_matches, &hunt);
    if (found != compare->selected)
        select_claim(
            compare, (uint32_t)found,
            library_claims(compare->library)->claims[compare_story(compare)->first_claim + found].reference);
    return result;
}
