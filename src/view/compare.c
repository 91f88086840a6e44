/* compare.c: see compare.h. The list of claims and the state; the page of one claim is detail.c's. */
#include "compare.h"

#include "labels.h"
#include "motion.h"

enum {
    LEFT_PAD = 2,
    RIGHT_PAD = 1,
    COVERAGE_COLUMN = LEFT_PAD + 2,
    LETTERS_FROM_ROWS = 8,
    DETAIL_PAD = 2,
    HEADS_FROM_ROWS = 4
};

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

static const struct story *story_of(const struct compare *compare)
{
    return &library_claims(compare->library)->stories[compare->story];
}

struct str compare_title(const struct compare *compare)
{
    return story_of(compare)->title;
}

uint32_t compare_claim_index(const struct compare *compare)
{
    return story_of(compare)->first_claim + compare->selected;
}

const struct claim *compare_claim(const struct compare *compare)
{
    return &library_claims(compare->library)->claims[compare_claim_index(compare)];
}

const struct version *compare_version(const struct compare *compare)
{
    return &compare_claim(compare)->versions[compare->version];
}

static const struct article *article_at(const struct compare *compare, uint32_t document)
{
    return library_document(compare->library, document)->article;
}

static void count_relations(struct compare *compare)
{
    const struct story *story = story_of(compare);
    for (unsigned i = 0; i < 4; i++)
        compare->relations[i] = 0;
    for (uint32_t i = 0; i < story->claim_count; i++)
        compare->relations[library_claims(compare->library)->claims[story->first_claim + i].relation]++;
}

static unsigned letter_rows(const struct compare *compare)
{
    return coverage_shows_dots(&compare->coverage) && compare->list_rows >= LETTERS_FROM_ROWS
               ? COVERAGE_LETTER_ROWS
               : 0;
}

/* --- state ------------------------------------------------------------------------------------ */

static size_t visible_claims(const struct compare *compare)
{
    unsigned head = letter_rows(compare);
    return compare->list_rows > head ? compare->list_rows - head : 1;
}

static unsigned detail_width(const struct compare *compare)
{
    return compare->detail_columns > 2 * DETAIL_PAD ? compare->detail_columns - 2 * DETAIL_PAD : 1;
}

static size_t most_detail_top(const struct compare *compare)
{
    return motion_back(compare->detail.rows, compare->detail_rows);
}

static bool is_shown(const struct compare *compare, uint32_t difference)
{
    const struct claim *claim = compare_claim(compare);
    return difference < claim->difference_count &&
           (compare->cosmetic || !claim->differences[difference].cosmetic);
}

uint32_t compare_shown_difference(const struct compare *compare)
{
    return is_shown(compare, compare->difference) ? compare->difference : NO_INDEX;
}

/* Whether the columns' heads are scrolled away while some of their words are to be seen: their outlets then
 * stand in the pane's first row, over what would be there. */
static bool holds_heads(const struct compare *compare)
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
    size_t page = visible_claims(compare), count = story_of(compare)->claim_count;
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
    coverage_gather(&compare->coverage, compare->library, story_of(compare));
    count_relations(compare);
}

void compare_open(struct compare *compare, uint32_t claim, uint32_t version)
{
    enter_story(compare, library_claims(compare->library)->claims[claim].story);
    compare->in_detail = false;
    select_claim(compare, claim - story_of(compare)->first_claim, version);
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
    if (!is_shown(compare, difference))
        return false;
    compare->difference = difference;
    settle(compare);
    show_sentence(compare);
    return true;
}

/* At the last one it stays, and its sentence comes into the window. */
static bool step_difference(struct compare *compare, bool forward)
{
    uint32_t at = compare_shown_difference(compare), next = forward ? at + 1 : at - 1;
    return at != NO_INDEX && (focus_difference(compare, next) || focus_difference(compare, at));
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
    if (!motion_apply(action, &selected, story_of(compare)->claim_count, visible_claims(compare)))
        return false;
    uint32_t claim = story_of(compare)->first_claim + (uint32_t)selected;
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
    const struct story *story = story_of(compare);
    size_t index = compare->list_top + row - letter_rows(compare);
    if (row < letter_rows(compare) || index >= story->claim_count)
        return false;
    compare->in_detail = false;
    select_claim(compare, (uint32_t)index,
                 library_claims(compare->library)->claims[story->first_claim + index].reference);
    return true;
}

enum compare_hit compare_click_detail(struct compare *compare, unsigned row, unsigned column)
{
    unsigned at = column < DETAIL_PAD ? 0 : column - DETAIL_PAD;
    const struct detail_piece *piece =
        row == 0 && holds_heads(compare)
            ? detail_head_at(&compare->detail, at)
            : detail_piece_at(&compare->detail, row + (unsigned)compare->detail_top, at);
    if (!piece || (piece->version == NO_INDEX && piece->difference == NO_INDEX))
        return COMPARE_HIT_NOTHING;
    compare->in_detail = true;
    if (piece->version == NO_INDEX) {
        focus_difference(compare, piece->difference);
        return COMPARE_HIT_DIFFERENCE;
    }
    compare->version = piece->version;
    settle(compare);
    return COMPARE_HIT_VERSION;
}

/* --- search ----------------------------------------------------------------------------------- */

static struct str version_text(const struct compare *compare, const struct version *version)
{
    return span_str(article_text(article_at(compare, version->document)), version->span);
}

static struct str claim_text(const struct compare *compare, const struct claim *claim)
{
    return version_text(compare, &claim->versions[claim->reference]);
}

struct claim_hunt {
    const struct compare *compare;
    const struct pattern *pattern;
};

static bool claim_matches(void *context, size_t index)
{
    const struct claim_hunt *hunt = context;
    const struct claim *claim =
        &library_claims(hunt->compare->library)->claims[story_of(hunt->compare)->first_claim + index];
    for (size_t i = 0; i < claim->version_count; i++)
        if (pattern_matches(hunt->pattern, version_text(hunt->compare, &claim->versions[i])) ||
            pattern_matches(hunt->pattern, claim->versions[i].speaker))
            return true;
    return false;
}

enum search_result compare_search(struct compare *compare, const struct pattern *pattern, bool forward)
{
    struct claim_hunt hunt = {compare, pattern};
    size_t found;
    enum search_result result = search_around(story_of(compare)->claim_count, compare->selected, forward,
                                              claim_matches, &hunt, &found);
    if (result != SEARCH_NOTHING && found != compare->selected)
        select_claim(
            compare, (uint32_t)found,
            library_claims(compare->library)->claims[story_of(compare)->first_claim + found].reference);
    return result;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void draw_claim(const struct compare *compare, struct area area, unsigned row, uint32_t index,
                       const struct pattern *pattern)
{
    uint32_t at = story_of(compare)->first_claim + index;
    const struct claim *claim = &library_claims(compare->library)->claims[at];
    struct str text = claim_text(compare, claim);
    area_text(area, row, LEFT_PAD, label_relation((int)claim->relation),
              label_relation_role((int)claim->relation));
    unsigned column = coverage_draw(&compare->coverage, area, row, COVERAGE_COLUMN, claim);
    unsigned room = area.columns > column + RIGHT_PAD ? area.columns - column - RIGHT_PAD : 0;
    bool selected = index == compare->selected;
    enum role role = selected ? ROLE_TITLE : ROLE_TEXT;
    area_fill(area, row, column - 1, room + 2, role);
    unsigned end = area_text_cut(area, row, column, room, text, role);
    if (pattern && pattern_matches(pattern, text))
        area_overlay(area, row, column, end - column, OVERLAY_MATCH);
    if (!selected)
        return;
    area_text(area, row, 0, STR("▌"), ROLE_KEY);
    area_overlay(area, row, column - 1, room + 2, compare->in_detail ? OVERLAY_RESTING : OVERLAY_SELECTED);
}

void compare_draw_list(const struct compare *compare, struct area area, const struct pattern *pattern,
                       struct browser_cursor *cursor)
{
    unsigned head = letter_rows(compare);
    if (head)
        coverage_draw_letters(&compare->coverage, area, COVERAGE_COLUMN);
    struct area rows = area_part(area, head, 0, area.rows, area.columns);
    for (unsigned row = 0; row < rows.rows && compare->list_top + row < story_of(compare)->claim_count; row++)
        draw_claim(compare, rows, row, (uint32_t)(compare->list_top + row), pattern);
    if (!compare->in_detail)
        *cursor = (struct browser_cursor){rows.row + (unsigned)(compare->selected - compare->list_top),
                                          rows.column};
}

static void draw_piece(const struct compare *compare, struct area area, unsigned row,
                       const struct detail_piece *piece, struct browser_cursor *cursor)
{
    unsigned column = piece->column + DETAIL_PAD;
    unsigned end = styled_draw(&compare->detail.text, area, row, column, piece->span);
    vector_each (&compare->detail.focused, focused)
        styled_overlay(&compare->detail.text, area, row, column, piece->span, *focused, OVERLAY_FOCUS);
    if (!piece->selected)
        return;
    area_text(area, row, column - 2, STR("▌"), ROLE_KEY);
    if (piece->difference != NO_INDEX)
        return;
    area_overlay(area, row, column - 2, end - column + 3,
                 compare->in_detail ? OVERLAY_SELECTED : OVERLAY_RESTING);
    if (compare->in_detail)
        *cursor = (struct browser_cursor){area.row + row, area.column + column};
}

void compare_draw_detail(const struct compare *compare, struct area area, struct browser_cursor *cursor)
{
    if (compare->in_detail)
        *cursor = (struct browser_cursor){area.row, area.column};
    bool heads = holds_heads(compare);
    size_t top = compare->detail_top, first = top + (heads ? 1 : 0);
    for (size_t i = 0; i < compare->detail.pieces.size; i++) {
        const struct detail_piece *piece = &compare->detail.pieces.data[i];
        if (piece->row >= first && piece->row - top < area.rows)
            draw_piece(compare, area, (unsigned)(piece->row - top), piece, cursor);
    }
    for (size_t i = 0; heads && i < compare->detail.heads.size; i++)
        draw_piece(compare, area, 0, &compare->detail.heads.data[i], cursor);
}
