/* test_facts.c: how much two sentences must share to be one fact: the thresholds by themselves, where the slightest
 * evidence that suffices meets what falls short of it. What counts as shared is for test_assertions.c. */
#include "support.h"

#include "../../src/claims/fact_rules.h"

#include "whosaid/base/array.h"

/* clang-format off */
static const struct {
    const char *what;
    struct evidence e; /* its share is shorter times longer */
    enum speaker_relation speakers;
    bool clause, suffices;
} ROWS[] = {
    {"leads of one day", {.shared = 4, .rare = 1, .plain = 1, .matches = 1, .shorter = 0.4, .longer = 0.26}, SPEAKER_OTHER, false, true},
    {"leads without a day", {.shared = 4, .rare = 1, .plain = 1, .shorter = 0.4, .longer = 0.26}, SPEAKER_OTHER, false, false},
    {"a report of that day", {.shared = 4, .rare = 1, .plain = 1, .matches = 1, .reported = true, .shorter = 0.4, .longer = 0.26}, SPEAKER_OTHER, false, false},
    {"leads with less in common", {.shared = 4, .rare = 1, .plain = 1, .matches = 1, .shorter = 0.4, .longer = 0.2}, SPEAKER_OTHER, false, false},
    {"leads with more that is rare", {.shared = 4, .rare = 2, .plain = 1, .matches = 1, .shorter = 0.4, .longer = 0.2}, SPEAKER_OTHER, false, true},
    {"leads with a rare number", {.shared = 3, .rare = 2, .plain = 1, .figures = 1, .matches = 1, .shorter = 0.2, .longer = 0.16}, SPEAKER_OTHER, false, true},
    {"figures of two words", {.shared = 2, .rare = 1, .figures = 2, .shorter = 0.2, .longer = 0.06}, SPEAKER_OPEN, false, true},
    {"figures of one word", {.shared = 2, .rare = 1, .figures = 1, .shorter = 0.2, .longer = 0.06}, SPEAKER_OPEN, false, false},
    {"clauses of two days", {.shared = 4, .rare = 1, .plain = 4, .figures = 1, .rival = true, .shorter = 0.3, .longer = 0.21}, SPEAKER_OPEN, true, true},
    {"clauses of no two days", {.shared = 4, .rare = 1, .plain = 4, .figures = 1, .shorter = 0.3, .longer = 0.21}, SPEAKER_OPEN, true, false},
    {"clauses of two days and names", {.shared = 4, .rare = 1, .plain = 2, .figures = 1, .rival = true, .shorter = 0.3, .longer = 0.21}, SPEAKER_OPEN, true, false},
    {"clauses of two speakers", {.shared = 4, .rare = 1, .plain = 4, .figures = 1, .rival = true, .shorter = 0.3, .longer = 0.21}, SPEAKER_OTHER, true, false},
};
/* clang-format on */

static void a_fact_takes_as_much_as_the_tables_ask(void **state)
{
    for (size_t i = 0; i < LENGTH(ROWS); i++)
        if (evidence_suffices(&ROWS[i].e, ROWS[i].speakers, ROWS[i].clause) != ROWS[i].suffices)
            fail_msg("%s: %s", ROWS[i].what, ROWS[i].suffices ? "falls short" : "suffices");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fact_takes_as_much_as_the_tables_ask),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
