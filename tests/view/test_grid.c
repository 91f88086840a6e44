/* test_grid.c: cells, clipping, wide characters; and the table of keys. */
#include "support.h"

#include "whosaid/view/grid.h"
#include "whosaid/view/keys.h"

#include <locale.h>
#include <string.h>

static void assert_text(const struct grid *grid, const char *expected)
{
    struct strbuf out;
    strbuf_init(&out);
    grid_text(grid, &out);
    assert_str(strbuf_str(&out), expected);
    strbuf_release(&out);
}

static void text_is_clipped_to_its_area(void **state)
{
    struct grid grid;
    grid_init(&grid, 3, 10);
    struct area part = area_part(grid_area(&grid), 1, 2, 9, 5);
    assert_int_equal(part.rows, 2);
    assert_int_equal(area_text(part, 0, 0, STR("quotation"), ROLE_TEXT), 5);
    assert_int_equal(area_text(part, 7, 0, STR("nowhere"), ROLE_TEXT), 0);
    area_text_cut(part, 1, 1, 3, STR("speaker"), ROLE_TEXT);
    assert_text(&grid, "\n  quota\n   sp…\n");
    area_text_right(part, 1, 5, STR("claims"), ROLE_TEXT);
    assert_text(&grid, "\n  quota\n  laims\n");
    grid_release(&grid);
}

static void wide_characters_never_lose_a_half(void **state)
{
    struct grid grid;
    grid_init(&grid, 1, 7);
    struct area area = grid_area(&grid);
    assert_int_equal(area_text(area, 0, 0, STR("北京東京"), ROLE_TEXT), 7);
    assert_text(&grid, "北京東\n");
    area_text(area, 0, 1, STR("x"), ROLE_TEXT);
    assert_text(&grid, " x京東\n");
    area_text(area, 0, 2, STR("y"), ROLE_TEXT);
    assert_text(&grid, " xy 東\n");
    area_text(area, 0, 3, STR("大"), ROLE_TEXT);
    assert_text(&grid, " xy大\n");
    area_fill(area, 0, 4, 1, ROLE_TEXT);
    assert_text(&grid, " xy\n");
    grid_release(&grid);
}

static void marks_stay_with_their_base(void **state)
{
    struct grid grid;
    grid_init(&grid, 1, 3);
    assert_int_equal(area_text(grid_area(&grid), 0, 0,
                               STR("e\xcc\x81t\xcc\x82"
                                   "é"),
                               ROLE_TEXT),
                     3);
    assert_text(&grid, "e\xcc\x81t\xcc\x82é\n");
    grid_release(&grid);
}

static void empty_grids_take_anything(void **state)
{
    struct grid grid;
    grid_init(&grid, 0, 0);
    area_text(grid_area(&grid), 0, 0, STR("text"), ROLE_TEXT);
    area_overlay(grid_area(&grid), 0, 0, 5, OVERLAY_FOCUS);
    area_fill(area_part(grid_area(&grid), 4, 4, 4, 4), 0, 0, 4, ROLE_BAR);
    grid_release(&grid);
}

static void roles_and_overlays_print_below_their_row(void **state)
{
    struct grid grid;
    struct strbuf out;
    strbuf_init(&out);
    grid_init(&grid, 2, 8);
    area_text(grid_area(&grid), 0, 0, STR("plain"), ROLE_TEXT);
    area_text(grid_area(&grid), 1, 0, STR("he said"), ROLE_TEXT);
    area_text(grid_area(&grid), 1, 3, STR("said"), ROLE_CUE);
    area_overlay(grid_area(&grid), 1, 0, 2, OVERLAY_FOCUS);
    grid_text_roles(&grid, &out);
    assert_non_null(strstr(out.data, "|plain\n|he said\n:   rrrr\n+FF\n"));
    assert_non_null(strstr(out.data, "r cue\n"));
    strbuf_release(&out);
    grid_release(&grid);
}

static void keys_lead_to_actions_by_view(void **state)
{
    assert_int_equal(keys_action('j', IN_LIST), ACTION_MOVE_DOWN);
    assert_int_equal(keys_action(KEY_DOWN_ARROW, IN_HELP), ACTION_MOVE_DOWN);
    assert_int_equal(keys_action('\r', IN_LIST), ACTION_OPEN);
    assert_int_equal(keys_action('\n', IN_COMPARE), ACTION_OPEN_VERSION);
    assert_int_equal(keys_action('\r', IN_HELP), ACTION_NONE);
    assert_int_equal(keys_action('z', IN_LIST), ACTION_NONE);
    assert_int_equal(keys_action(4, IN_READER), ACTION_HALF_DOWN);
    assert_int_equal(keys_action(27, IN_READER), ACTION_BACK);
    assert_int_equal(keys_action(0x5317, IN_READER), ACTION_NONE);
    assert_int_equal(keys_action(KEY_NONE, IN_READER), ACTION_NONE);
    assert_int_equal(keys_action(UINT32_MAX, IN_READER), ACTION_NONE);
}

static void every_action_has_a_key_and_help(void **state)
{
    for (unsigned action = 1; action < ACTION_TOTAL; action++) {
        struct strbuf keys;
        strbuf_init(&keys);
        action_keys((enum action)action, &keys);
        assert_true(keys.size > 0);
        assert_true(action_help((enum action)action)[0]);
        assert_true(action_views((enum action)action) != 0);
        strbuf_release(&keys);
    }
}

static void actions_are_found_by_name(void **state)
{
    struct strbuf names;
    strbuf_init(&names);
    assert_int_equal(action_by_name(STR("move-down"), IN_LIST), ACTION_MOVE_DOWN);
    assert_int_equal(action_by_name(STR("dim"), IN_READER), ACTION_DIM_UNSURE);
    assert_int_equal(action_by_name(STR("dim"), IN_LIST), ACTION_NONE);
    assert_int_equal(action_by_name(STR("split"), IN_LIST), ACTION_NONE);
    assert_int_equal(action_by_name(STR("search"), IN_LIST), ACTION_SEARCH);
    assert_int_equal(action_by_name(STR("zeppelin"), IN_LIST), ACTION_NONE);
    action_names(STR("split"), IN_LIST, &names);
    assert_str(strbuf_str(&names), "split-left split-right");
    strbuf_release(&names);
}

static void keys_are_shown_for_people(void **state)
{
    struct strbuf keys;
    strbuf_init(&keys);
    action_keys(ACTION_MOVE_DOWN, &keys);
    strbuf_add_byte(&keys, '|');
    action_first_key(ACTION_JUMP_BACK, &keys);
    assert_string_equal(keys.data, "j ↓|^O");
    strbuf_release(&keys);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_clipped_to_its_area),
        cmocka_unit_test(wide_characters_never_lose_a_half),
        cmocka_unit_test(marks_stay_with_their_base),
        cmocka_unit_test(empty_grids_take_anything),
        cmocka_unit_test(roles_and_overlays_print_below_their_row),
        cmocka_unit_test(keys_lead_to_actions_by_view),
        cmocka_unit_test(every_action_has_a_key_and_help),
        cmocka_unit_test(actions_are_found_by_name),
        cmocka_unit_test(keys_are_shown_for_people),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
