/* test_vt.c: the strict terminal that the end-to-end tests trust. */
#include "support.h"

#include "vt.h"

#include <locale.h>
#include <string.h>

static unsigned faults(const char *bytes)
{
    struct vt vt;
    vt_init(&vt, 5, 20);
    vt_feed(&vt, bytes, strlen(bytes));
    unsigned count = vt.faults;
    vt_release(&vt);
    return count;
}

static void test_the_strict_terminal_finds_fault(void **state)
{
    assert_int_equal(
        faults("plain “text” e\u0301 漢\r\n\033[1;31mred\033[m\033[38:2::1:2:3m\033(B\033[?1049h"), 0);
    assert_true(faults("\033]52;c;aGk=\a") > 0);
    assert_true(faults("\033]8;;http://x\033\\") > 0);
    assert_true(faults("\033P1$r\033\\") > 0);
    assert_true(faults("\033[5n") > 0);
    assert_true(faults("\033c") > 0);
    assert_true(faults("\302\233") > 0);
    assert_true(faults("\233") > 0);
    assert_true(faults("\a") > 0);
    assert_true(faults("a\u202Eb") > 0);
    assert_true(faults("a\u200Bb") > 0);
    assert_true(faults("a\u00ADb") > 0);
    assert_true(faults("a\uFEFF") > 0);
    assert_true(faults("a\U000E0041") > 0);
    assert_true(faults("a\u0301\u0301\u0301\u0301\u0301") > 0);
}

static void test_the_strict_terminal_shows_text(void **state)
{
    struct vt vt;
    struct strbuf text;
    strbuf_init(&text);
    vt_init(&vt, 3, 10);
    static const char bytes[] = "\033[H\033[Jab\033[2;3H漢c\033[3;1Hx\033[4b\033[1;1H\033[1P\033[2d\033[";
    vt_feed(&vt, bytes, sizeof bytes - 1);
    vt_feed(&vt, "5Gd", 3);
    vt_text(&vt, &text);
    assert_str(strbuf_str(&text), "b\n  漢d\nxxxxx\n");
    strbuf_release(&text);
    vt_release(&vt);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_strict_terminal_finds_fault),
        cmocka_unit_test(test_the_strict_terminal_shows_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
