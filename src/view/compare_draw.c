/* compare_draw.c: the cells of the comparison: a row for each claim,
 * and the visible part of a claim's page. */
#include "compare.h"

#include "labels.h"

enum { LEFT_PAD = 2, RIGHT_PAD = 1, COVERAGE_COLUMN = LEFT_PAD + 2 };

static void draw_claim(const struct compare *compare, struct area area, unsigned row, uint32_t index,
                       const struct pattern *pattern)
{
    uint32_t at = compare_story(compare)->first_claim + index;
    const struct claim *claim = &library_claims(compare->library)->claims[at];
    struct str text = compare_version_text(compare->library, &claim->versions[claim->reference]);
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
    unsigned head = compare_letter_rows(compare);
    if (head)
        coverage_draw_letters(&compare->coverage, area, COVERAGE_COLUMN);
    struct area rows = area_part(area, head, 0, area.rows, area.columns);
    for (unsigned row = 0; row < rows.rows && compare->list_top + row < compare_story(compare)->claim_count;
         row++)
        draw_claim(compare, rows, row, (uint32_t)(compare->list_top + row), pattern);
    if (!compare->in_detail)
        *cursor = (struct browser_cursor){rows.row + (unsigned)(compare->selected - compare->list_top),
                                          rows.column};
}

static void draw_piece(const struct compare *compare, struct area area, unsigned row,
                       const struct detail_piece *piece, struct browser_cursor *cursor)
{
    unsigned column = piece->column + COMPARE_DETAIL_PAD;
    unsigned end = styled_draw(&compare->detail.text, area, row, column, piece->span);
    vector_each (&compare->detail.focused, focused)
        styled_overlay(&compare->detail.text, area, row, column, piece->span, *focused, OVERLAY_FOCUS);
    if (!piece->selected)
        return;
    area_text(area, row, column - 2, STR("▌"), ROLE_KEY);
    if (piece->topic.subject == ABOUT_DIFFERENCE)
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
    bool heads = compare_holds_heads(compare);
    size_t top = compare->detail_top, first = top + (heads ? 1 : 0);
    for (size_t i = 0; i < compare->detail.pieces.size; i++) {
        const struct detail_piece *piece = &compare->detail.pieces.data[i];
        if (piece->row >= first && piece->row - top < area.rows)
            draw_piece(compare, area, (unsigned)(piece->row - top), piece, cursor);
    }
    for (size_t i = 0; heads && i < compare->detail.heads.size; i++)
        draw_piece(compare, area, 0, &compare->detail.heads.data[i], cursor);
}
