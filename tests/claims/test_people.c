/* test_people.c: who is who across articles: what joins, what must not, and that the order of the articles
 * does not matter. Articles are annotated; all people and outlets are invented. */
#include "support.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/claims/people.h"
#include "whosaid/corpus/corpus.h"

#include <stdlib.h>

enum { MOST_ARTICLES = 6 };

/* Articles and the story of each; whom the nth's last quotation is by. */
struct people_case {
    const char *bodies[MOST_ARTICLES];
    uint32_t stories[MOST_ARTICLES];
    const char *names[MOST_ARTICLES]; /* "" for nobody */
};

static const struct people_case cases[] = {
    /* a surname joins the full name of its story */
    {{"President Ilya Sorin said the port was open.", "“The port is open,” Sorin said."},
     {0, 0},
     {"Ilya Sorin", "Ilya Sorin"}},
    /* ... not of another story */
    {{"Ilya Sorin said the port was open.", "“The bees are well,” Sorin said."},
     {0, 1},
     {"Ilya Sorin", "Sorin"}},
    /* ... but a president Sorin is known everywhere */
    {{"President Ilya Sorin said the port was open.", "“The bees are well,” President Sorin said."},
     {0, 1},
     {"Ilya Sorin", "Ilya Sorin"}},
    /* two of one surname in the story */
    {{"Ilya Sorin said the port was open.", "Peter Sorin said it was shut.", "“Who knows,” Sorin said."},
     {0, 0, 0},
     {"Ilya Sorin", "Peter Sorin", "Sorin"}},
    /* ... whom a gender tells apart */
    {{"Mary Sorin said the port was open.", "Peter Sorin said it was shut.", "“Who knows,” Mrs. Sorin said."},
     {0, 0, 0},
     {"Mary Sorin", "Peter Sorin", "Mary Sorin"}},
    {{"“The inn was full,” Mr. Orr said.", "“Nobody paid,” Mrs. Orr said.",
      "Paul Orr said the inn was full."},
     {0, 0, 0},
     {"Paul Orr", "Orr", "Paul Orr"}},
    /* ... or a title */
    {{"Mayor Paul Orr said the inn was full.", "“Nobody paid,” Captain Orr said."},
     {0, 0},
     {"Paul Orr", "Orr"}},
    /* a title joins who bears it */
    {{"Norwegian President Nils Berg said the port was open.", "“It is open,” the Norwegian president said."},
     {0, 0},
     {"Nils Berg", "Nils Berg"}},
    {{"Norwegian President Nils Berg said the port was open.", "“It is open,” the Danish president said."},
     {0, 0},
     {"Nils Berg", "Danish president"}},
    {{"Norwegian Vice President Nils Berg said the port was open.",
      "“It is open,” the Norwegian president said."},
     {0, 0},
     {"Nils Berg", "Norwegian president"}},
    /* middle names */
    {{"Anna Maria Kell said the port was open.", "Anna Kell said it was shut."},
     {0, 1},
     {"Anna Maria Kell", "Anna Maria Kell"}},
    {{"Adam W. Tell said the port was open.", "Adam H. Tell said it was shut.",
      "Adam Tell said nothing was known."},
     {0, 0, 0},
     {"Adam W. Tell", "Adam H. Tell", "Adam Tell"}},
    {{"William “Tig” Marr said the port was open.", "William J. Marr said it was shut."},
     {0, 0},
     {"William “Tig” Marr", "William “Tig” Marr"}},
    /* a son */
    {{"Adam Tell said the port was open.", "Adam Tell Jr. said it was shut."},
     {0, 0},
     {"Adam Tell", "Adam Tell Jr."}},
    /* short forms of a given name, in one story */
    {{"William Tate said the mill was shut.", "“We got half,” Bill Tate said."},
     {0, 0},
     {"William Tate", "William Tate"}},
    {{"William Tate said the mill was shut.", "“We got half,” Bill Tate said."},
     {0, 1},
     {"William Tate", "Bill Tate"}},
    {{"Alexander Tate said the mill was shut. “We got half,” Alex Tate said.",
      "Alexander Tate said the mill was shut."},
     {0, 0},
     {"Alex Tate", "Alexander Tate"}},
    {{"William Tate said the mill was shut.", "Walter Tate said it was open.",
      "“We got half,” W. Tate said."},
     {0, 0, 0},
     {"William Tate", "Walter Tate", "W. Tate"}},
    /* particles, and one of two surnames */
    {{"Ida van der Laan said the dike would hold.", "“I live behind it,” Van der Laan said."},
     {0, 0},
     {"Ida van der Laan", "Ida van der Laan"}},
    {{"Els van der Laan said the dike would hold.", "“I live behind it,” E. van der Laan said."},
     {0, 0},
     {"Els van der Laan", "Els van der Laan"}},
    {{"Carolina Ibáñez Lagos said the streets were free.", "“They are free,” Carolina Ibanez said.",
      "“They are free,” Ibáñez said."},
     {0, 0, 0},
     {"Carolina Ibáñez Lagos", "Carolina Ibáñez Lagos", "Carolina Ibáñez Lagos"}},
    /* the sole holder of an office */
    {{"Prime Minister Rosa Tweed said she was sorry.", "The prime minister said she was sorry."},
     {0, 0},
     {"Rosa Tweed", "Rosa Tweed"}},
    {{"Premier Bo Lind said debts were weeds.", "“Debts are weeds,” the Danish premier said."},
     {0, 0},
     {"Bo Lind", "Bo Lind"}},
    {{"Premier Bo Lind said debts were weeds.", "Premier Ida Holm said they were trees.",
      "“Bring an axe,” the premier said."},
     {0, 0, 0},
     {"Bo Lind", "Ida Holm", "premier"}},
    {{"Lawyer Bo Lind said debts were weeds.", "“They are trees,” the lawyer said."},
     {0, 0},
     {"Bo Lind", "lawyer"}},
    /* organisations */
    {{"The State Department said no visas were sold.",
      "“No visas are sold,” the U.S. Department of State said."},
     {0, 0},
     {"U.S. Department of State", "U.S. Department of State"}},
    {{"The International Harbour Watch Agency said the port was open.", "“It is open,” the IHWA said."},
     {0, 0},
     {"International Harbour Watch Agency", "International Harbour Watch Agency"}},
    {{"The Harbour Board said the port was open.", "The Water Board said it was shut."},
     {0, 0},
     {"Harbour Board", "Water Board"}},
};

struct set {
    struct document documents[MOST_ARTICLES];
    uint32_t stories[MOST_ARTICLES];
    size_t count;
};

static void open_set(struct set *set, const struct people_case *c, bool reversed)
{
    size_t count = 0;
    while (count < MOST_ARTICLES && c->bodies[count])
        count++;
    set->count = count;
    for (size_t i = 0; i < count; i++) {
        size_t from = reversed ? count - 1 - i : i;
        struct strbuf file;
        strbuf_init(&file);
        strbuf_add_format(&file, "A headline of the day\n\n%s\n", c->bodies[from]);
        struct article *article = article_from_plain_text("case.txt", strbuf_str(&file));
        set->documents[i] = (struct document){article, annotate(article)};
        set->stories[i] = c->stories[from];
        strbuf_release(&file);
    }
}

static void close_set(struct set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        free((void *)set->documents[i].article);
        free((void *)set->documents[i].annotations);
    }
}

static struct str last_speaker(const struct set *set, const struct people *people, uint32_t document)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(set->documents[document].annotations, &count);
    const struct person *person = count ? people_of(people, document, quotes[count - 1].entity) : NULL;
    return person ? person->name : STR("");
}

static void check_case(const struct people_case *c, bool reversed)
{
    struct set set;
    open_set(&set, c, reversed);
    struct people *people = people_find(set.documents, set.count, set.stories);
    for (uint32_t i = 0; i < set.count; i++)
        assert_str(last_speaker(&set, people, i), c->names[reversed ? set.count - 1 - i : i]);
    people_free(people);
    close_set(&set);
}

static void test_cases(void **state)
{
    for (size_t i = 0; i < LENGTH(cases); i++)
        check_case(&cases[i], false);
}

static void test_any_order(void **state)
{
    for (size_t i = 0; i < LENGTH(cases); i++)
        check_case(&cases[i], true);
}

static void test_description(void **state)
{
    static const struct people_case c = {
        {"Nils Berg, a professor at the Harbour Institute, said the port was open. Berg said it was deep.",
         "“The port is open,” Berg said."},
        {0, 0},
        {0}};
    struct set set;
    size_t count;
    open_set(&set, &c, false);
    struct people *people = people_find(set.documents, set.count, set.stories);
    const struct quote *quote = annotations_quotes(set.documents[1].annotations, &count);
    assert_int_equal(count, 1);
    const struct person *berg = people_of(people, 1, quote->entity);
    assert_str(berg->name, "Nils Berg"); /* who is only a surname in this article */
    assert_str(berg->role, "professor");
    assert_str(berg->affiliation, "Harbour Institute");
    assert_int_equal(berg->quotations, 3);
    assert_null(people_of(people, 0, NO_INDEX));
    assert_null(people_of(people, 7, 0));
    people_free(people);
    close_set(&set);
}

/* Who bears a title in one article is no other speaker than the title in another. */
static void test_claims(void **state)
{
    static const struct people_case c = {
        {"The port of Vik was opened on Monday after two years. Norwegian President Nils Berg met the "
         "builders "
         "of the port of Vik. “The port of Vik will feed the north for a hundred years,” Berg said.",
         "The port of Vik was opened on Monday after two years. The builders of the port of Vik were there. "
         "“The "
         "port of Vik will feed the north for a hundred years,” the Norwegian president said."},
        {0},
        {0}};
    struct set set;
    size_t shared = 0;
    open_set(&set, &c, false);
    struct claims *claims = claims_find(set.documents, set.count);
    for (size_t i = 0; i < claims->claim_count; i++) {
        const struct claim *claim = &claims->claims[i];
        shared += claim->version_count == 2 && claim->versions[0].kind == VERSION_DIRECT;
        for (size_t d = 0; d < claim->difference_count; d++)
            assert_int_not_equal(claim->differences[d].kind, DIFFERENCE_SPEAKER);
    }
    assert_int_equal(shared, 1);
    claims_free(claims);
    close_set(&set);
}

static void test_nothing(void **state)
{
    static const struct document unreadable = {NULL, NULL};
    struct people *people = people_find(&unreadable, 1, NULL);
    assert_null(people_of(people, 0, 0));
    people_free(people);
    people_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_any_order),
                                       cmocka_unit_test(test_description), cmocka_unit_test(test_claims),
                                       cmocka_unit_test(test_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
