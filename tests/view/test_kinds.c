/* test_kinds.c: every kind of difference can be reached in the comparison, by keys and by the mouse, at the
 * sizes that people have. */
#include "fixture.h"

#include "whosaid/base/array.h"

#include <locale.h>
#include <stdio.h>

enum { KINDS = DIFFERENCE_NUMBER_FORM + 1, MOST_STEPS = 200, LEAST_KINDS = 12 };

static const struct {
    const char *name;
    unsigned rows, columns;
} sizes[] = {{"80x24", 24, 80}, {"120x36", 36, 120}, {"200x60", 60, 200}};

static unsigned kind_bit(uint32_t kind)
{
    return 1u << kind;
}

/* The kinds that the claims of the library differ in. */
static unsigned kinds_told(const struct library *library)
{
    const struct claims *claims = library_claims(library);
    unsigned told = 0;
    for (size_t i = 0; i < claims->claim_count; i++)
        for (size_t d = 0; d < claims->claims[i].difference_count; d++)
            told |= kind_bit(claims->claims[i].differences[d].kind);
    return told;
}

/* Whether the sentence of a difference of that kind is on the screen. */
static bool shows_sentence(struct screen *screen, uint32_t kind)
{
    char text[64];
    snprintf(text, sizeof text, " %s · ", difference_kind_name(kind));
    return screen_shows(screen, text);
}

static void keys_reach_every_kind(void **state)
{
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        struct screen screen;
        unsigned reached = 0, steps = 0;
        screen_open(&screen, fixture_library_kinds(), sizes[i].rows, sizes[i].columns);
        screen_type(&screen, "c ~ {");
        for (; steps < MOST_STEPS && !screen_shows(&screen, "no difference further down"); steps++) {
            for (uint32_t kind = 0; kind < KINDS; kind++)
                reached |= shows_sentence(&screen, kind) ? kind_bit(kind) : 0;
            screen_type(&screen, "}");
        }
        assert_true(steps < MOST_STEPS);
        assert_int_equal(reached, kinds_told(screen.library));
        assert_true(__builtin_popcount(reached) >= LEAST_KINDS);
        screen_close(&screen);
    }
}

/* Scrolls the claim's page with the wheel until the table names the kind, and clicks on the name. */
static void click_on_kind(struct screen *screen, uint32_t kind)
{
    char text[64];
    snprintf(text, sizeof text, " %s  ", difference_kind_name(kind));
    for (unsigned i = 0; i < MOST_STEPS && !screen_shows(screen, text); i++)
        screen_mouse(screen, MOUSE_WHEEL_DOWN, screen->grid.rows - 4, screen->grid.columns - 8);
    snprintf(text, sizeof text, "%s  ", difference_kind_name(kind));
    screen_mouse_on(screen, MOUSE_CLICK, text);
    if (!shows_sentence(screen, kind))
        fail_msg("a click on \"%s\" did not tell it", text);
}

static void clicks_reach_every_kind(void **state)
{
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        struct screen screen;
        screen_open(&screen, fixture_library_kinds(), sizes[i].rows, sizes[i].columns);
        screen_type(&screen, "c ~");
        const struct story *story = &library_claims(screen.library)->stories[0];
        for (uint32_t c = 0; c < story->claim_count; c++) {
            const struct claim *claim = &library_claims(screen.library)->claims[story->first_claim + c];
            for (size_t d = 0; d < claim->difference_count; d++)
                click_on_kind(&screen, claim->differences[d].kind);
            screen_type(&screen, claim->difference_count ? "Tab j" : "j");
        }
        screen_close(&screen);
    }
}

static void differences_of_many_kinds(void **state)
{
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        char name[64];
        struct screen screen;
        screen_open(&screen, fixture_library_kinds(), sizes[i].rows, sizes[i].columns);
        screen_type(&screen, "c ~ }");
        snprintf(name, sizeof name, "kinds-%s", sizes[i].name);
        screen_golden(&screen, name);
        screen_close(&screen);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_reach_every_kind),
        cmocka_unit_test(clicks_reach_every_kind),
        cmocka_unit_test(differences_of_many_kinds),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
