/* test_input.c: bytes of a terminal to keys, clicks and answers. */
#include "support.h"

#include "input.h"

#include <locale.h>
#include <string.h>

static void assert_keys(const char *bytes, bool late, const key_code *expected)
{
    struct input input = {0};
    key_code key = KEY_NONE;
    input_feed(&input, bytes, strlen(bytes));
    for (; *expected != KEY_NONE; expected++) {
        if (!input_next(&input, late, &key))
            fail_msg("no key where %x was expected", (unsigned)*expected);
        assert_int_equal(key, *expected);
    }
    assert_false(input_next(&input, late, &key));
}

#define KEYS(...) ((const key_code[]){__VA_ARGS__, KEY_NONE})

static void test_keys_are_characters_and_sequences(void **state)
{
    assert_keys("jk", false, KEYS('j', 'k'));
    assert_keys("\r\t\004\014\177", false, KEYS('\r', '\t', 4, 12, 0x7F));
    assert_keys("é“漢😀", false, KEYS(0xE9, 0x201C, 0x6F22, 0x1F600));
    assert_keys("\033[A\033OB\033[1;5C\033[D", false,
                KEYS(KEY_UP_ARROW, KEY_DOWN_ARROW, KEY_RIGHT_ARROW, KEY_LEFT_ARROW));
    assert_keys(
        "\033[H\033[1~\033[7~\033OH\033[F\033[4~\033[8~", false,
        KEYS(KEY_HOME_KEY, KEY_HOME_KEY, KEY_HOME_KEY, KEY_HOME_KEY, KEY_END_KEY, KEY_END_KEY, KEY_END_KEY));
    assert_keys("\033[5~\033[6~\033[3~\033[Z\033OM", false,
                KEYS(KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_DELETE_KEY, KEY_BACK_TAB, '\r'));
}

static void test_keys_that_mean_nothing_are_swallowed_whole(void **state)
{
    assert_keys("\033[15~\033[?62;22cj", false, KEYS('j'));
    assert_keys("\033[[Aj", false, KEYS('j'));
    assert_keys("\033]10;rgb:1111/2222/3333\033\\j\033]11;?\aj", false, KEYS('j', 'j'));
    assert_keys("\377\376j", false, KEYS('j'));
}

static void test_the_background_is_told_in_hexadecimal(void **state)
{
    struct input input = {0};
    key_code key;
    static const char bytes[] = "\033]11;rgb:1e1e/80/f\033\\";
    input_feed(&input, bytes, strlen(bytes));
    assert_true(input_next(&input, false, &key));
    assert_int_equal(key, KEY_BACKGROUND_ANSWER);
    assert_int_equal(input.background, 0x1E80FF);
    assert_keys("\033]11;rgb:1/2\aj\033]11;rgb:1/2/\aj\033]11;rgb:x/2/3\aj", false, KEYS('j', 'j', 'j'));
}

static void assert_mouse(const char *bytes, enum mouse_kind kind, unsigned row, unsigned column)
{
    struct input input = {0};
    key_code key = KEY_NONE;
    input_feed(&input, bytes, strlen(bytes));
    assert_true(input_next(&input, false, &key));
    assert_int_equal(key, KEY_MOUSE_EVENT);
    assert_int_equal(input.mouse.kind, kind);
    assert_int_equal(input.mouse.row, row);
    assert_int_equal(input.mouse.column, column);
    assert_false(input_next(&input, false, &key));
}

static void test_mouse_reports_tell_what_and_where(void **state)
{
    assert_mouse("\033[<0;1;1M", MOUSE_CLICK, 0, 0);
    assert_mouse("\033[<0;300;7M\033[<0;300;7m", MOUSE_CLICK, 6, 299);
    assert_mouse("\033[<2;10;20M", MOUSE_BACK, 19, 9);
    assert_mouse("\033[<64;10;20M", MOUSE_WHEEL_UP, 19, 9);
    assert_mouse("\033[<65;10;20M", MOUSE_WHEEL_DOWN, 19, 9);
    assert_keys("\033[<1;5;5Mj\033[<32;5;5Mj\033[<0;0;0Mj\033[<0Mj\033[<;;Mj", false,
                KEYS('j', 'j', 'j', 'j', 'j'));
    assert_keys("\033[<99999999999999999999;9;9Mj", false, KEYS('j'));
    assert_keys("\033[<0;1\033[A", false, KEYS(27, '[', '<', '0', ';', '1', KEY_UP_ARROW));
}

static void test_an_escape_alone_is_a_key_once_nothing_follows(void **state)
{
    struct input input = {0};
    key_code key;
    input_feed(&input, "\033", 1);
    assert_false(input_next(&input, false, &key));
    assert_true(input_is_waiting(&input));
    assert_true(input_next(&input, true, &key));
    assert_int_equal(key, 27);
    assert_false(input_is_waiting(&input));
    assert_keys("\033j", false, KEYS(27, 'j'));
    assert_keys("\033]j", false, KEYS(27, ']', 'j'));
    assert_keys("\033[", true, KEYS(27, '['));
}

static void test_a_key_may_arrive_in_pieces(void **state)
{
    static const char bytes[] = "\033[5~é漢\033OA";
    const key_code *expected = KEYS(KEY_PAGE_UP, 0xE9, 0x6F22, KEY_UP_ARROW);
    struct input input = {0};
    key_code key;
    for (size_t i = 0; i < sizeof bytes - 1; i++) {
        input_feed(&input, bytes + i, 1);
        if (input_next(&input, false, &key)) {
            assert_int_equal(key, *expected);
            expected++;
        }
    }
    assert_int_equal(*expected, KEY_NONE);
}

/* An answer that never ends must not stop the keys for ever. */
static void test_a_flood_is_survived(void **state)
{
    struct input input = {0};
    char bytes[INPUT_CAPACITY];
    key_code key;
    memset(bytes, 'x', sizeof bytes);
    memcpy(bytes, "\033]11;", 5);
    input_feed(&input, bytes, sizeof bytes);
    assert_false(input_next(&input, false, &key));
    input_feed(&input, "j", 1);
    assert_true(input_next(&input, false, &key));
    assert_int_equal(key, 'j');
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_are_characters_and_sequences),
        cmocka_unit_test(test_keys_that_mean_nothing_are_swallowed_whole),
        cmocka_unit_test(test_the_background_is_told_in_hexadecimal),
        cmocka_unit_test(test_mouse_reports_tell_what_and_where),
        cmocka_unit_test(test_an_escape_alone_is_a_key_once_nothing_follows),
        cmocka_unit_test(test_a_key_may_arrive_in_pieces),
        cmocka_unit_test(test_a_flood_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
