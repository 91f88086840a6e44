/* test_resolution.c: small articles in which a speaker's mention stands for a name, and how it came to. All
 * people and outlets are invented. */
#include "support.h"

#include "given_names.h"
#include "occupations.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/annotate/demonyms.h"
#include "whosaid/base/array.h"
#include "whosaid/corpus/corpus.h"

#include <stdlib.h>

/* Whom the quotation that holds some words is attributed to. */
struct expected {
    const char *words;
    const char *speaker;          /* "" for nobody */
    uint32_t antecedent;          /* enum annotate_antecedent */
    const char *antecedent_words; /* "" for none */
};

enum { MOST_EXPECTED = 4 };

struct resolution_case {
    const char *body;
    struct expected expected[MOST_EXPECTED]; /* up to one without words */
};

static const struct resolution_case pronouns[] = {
    {"The bridge stays shut for now. “It is rusty,” he said.", {{"It is rusty", "", ANTECEDENT_NONE, ""}}},
    {"Minister Anna Kell came to the port with her deputy, Paul Orr. “The cranes are late,” she said. “They "
     "are rusty,” he said.",
     {{"The cranes are late", "Anna Kell", ANTECEDENT_PRONOUN, "Anna Kell"},
      {"They are rusty", "Paul Orr", ANTECEDENT_PRONOUN, "Paul Orr"}}},
    {"Paul Orr spoke first. “We agreed with Peter Lang on the price,” he said. “It is fair,” he added.",
     {{"on the price", "Paul Orr", ANTECEDENT_PRONOUN, "Paul Orr"},
      {"It is fair", "Paul Orr", ANTECEDENT_PRONOUN, "Paul Orr"}}},
    {"Paul Orr came to the court with Mary Lang. “I have nothing to hide,” she said.",
     {{"nothing to hide", "Mary Lang", ANTECEDENT_PRONOUN, "Mary Lang"}}},
    {"Paul Orr did not come. His wife said the trial was unfair. “It is a farce,” she said.",
     {{"It is a farce", "wife", ANTECEDENT_PRONOUN, "His wife"}}},
    {"Mary Lang met Peter Orr’s lawyers in Oslo. “They were late,” she said.",
     {{"They were late", "Mary Lang", ANTECEDENT_PRONOUN, "Mary Lang"}}},
    {"Of Mary Lang, Peter Orr said little. Of Paul Dunn, he said, “He never answers his letters.”",
     {{"He never answers", "Peter Orr", ANTECEDENT_PRONOUN, "Peter Orr"}}},
    {"The film was shot in Lincoln. “We liked the light there,” he said.",
     {{"We liked the light", "", ANTECEDENT_NONE, ""}}},
};

static const struct resolution_case groups[] = {
    {"The board wrote to Mary Lang and Paul Orr, the top officials in the port. The officials said the gates "
     "leaked.",
     {{"the gates leaked", "officials", ANTECEDENT_SELF, ""}}},
    {"“The gates leak,” reads a statement from Mayor Mary Lang’s office (Lib-Nor.). “We shall mend them.”",
     {{"The gates leak", "Mayor Mary Lang’s office", ANTECEDENT_SELF, ""},
      {"We shall mend them", "Mayor Mary Lang’s office", ANTECEDENT_SELF, ""}}},
    {"The Harbour Board said the gates were safe. “The tests went well,” it said.",
     {{"The tests went well", "Harbour Board", ANTECEDENT_PRONOUN, "The Harbour Board"}}},
    {"Officials said the road was open. They said lorries could pass again.",
     {{"lorries could pass", "Officials", ANTECEDENT_PRONOUN, "Officials"}}},
    {"Protesters gathered at the port. They said the gates leaked.",
     {{"the gates leaked", "Protesters", ANTECEDENT_PRONOUN, "Protesters"}}},
    {"Peter Orr and Mary Lang came to the port. They said the gates leaked.",
     {{"the gates leaked", "Peter Orr and Mary Lang", ANTECEDENT_PRONOUN, "Peter Orr and Mary Lang"}}},
    {"The Harbour Board closed the gates. Dockers pointed at the rust and they said the gates leaked.",
     {{"the gates leaked", "Dockers", ANTECEDENT_PRONOUN, "Dockers"}}},
    {"The Union of Dockers rejected the offer. “It is an insult,” they said.",
     {{"It is an insult", "Union of Dockers", ANTECEDENT_PRONOUN, "The Union of Dockers"}}},
    {"Peter Orr said the price was fair. “It is a farce,” they said.",
     {{"It is a farce", "", ANTECEDENT_NONE, ""}}},
    {"Peter Orr and Mary Lang said the price was fair.",
     {{"the price was fair", "Peter Orr and Mary Lang", ANTECEDENT_SELF, ""}}},
};

static const struct resolution_case first_person[] = {
    {"“I told them I would go,” Mary Lang said. Peter Orr said nothing.",
     {{"I told them", "Mary Lang", ANTECEDENT_SELF, ""}}},
};

/* Found by the trained model alone. */
static const struct resolution_case learned[] = {
    {"ORR: I said the bridge should be shut.\n\nLANG: I said it should stay open.",
     {{"the bridge should be shut", "ORR", ANTECEDENT_PRONOUN, "ORR"},
      {"it should stay open", "LANG", ANTECEDENT_PRONOUN, "LANG"}}},
    {"I said the bridge should be shut.", {{"the bridge should be shut", "", ANTECEDENT_NONE, ""}}},
};

static const struct resolution_case surnames[] = {
    {"Minister Anna Kell came to the port. Kell said the cranes were late. “They are rusty,” she said.",
     {{"the cranes were late", "Anna Kell", ANTECEDENT_SURNAME, "Anna Kell"},
      {"They are rusty", "Anna Kell", ANTECEDENT_PRONOUN, "Kell"}}},
    {"Mark Tell and his brother Adam Tell own the mill. Mark Tell said the wheel was sound. Adam Tell said "
     "it was not.",
     {{"the wheel was sound", "Mark Tell", ANTECEDENT_SELF, ""},
      {"it was not", "Adam Tell", ANTECEDENT_SELF, ""}}},
    {"Peter Orr and his wife, Mary Orr, keep the inn. “It was full,” Mrs. Orr said. “Nobody paid,” Mr. Orr "
     "said.",
     {{"It was full", "Mary Orr", ANTECEDENT_SURNAME, "Mary Orr"},
      {"Nobody paid", "Peter Orr", ANTECEDENT_SURNAME, "Peter Orr"}}},
    {"Peter Orr Jr. runs the inn of his father, Peter Orr. “It was full,” Orr Jr. said.",
     {{"It was full", "Peter Orr Jr.", ANTECEDENT_FULLER, "Peter Orr Jr."}}},
    {"Adam Lincoln keeps bees. In Lincoln, the mayor closed the road. “They swarm in May,” Lincoln said.",
     {{"They swarm in May", "Adam Lincoln", ANTECEDENT_SURNAME, "Adam Lincoln"}}},
    {"John “Tig” Marr came to the port. “It leaks,” he said. “It stinks,” Marr said.",
     {{"It leaks", "John “Tig” Marr", ANTECEDENT_PRONOUN, "John “Tig” Marr"},
      {"It stinks", "John “Tig” Marr", ANTECEDENT_SURNAME, "John “Tig” Marr"}}},
    {"Danish leader Bo Lind Un came to the port. “It leaks,” he said. “It stinks,” Un said.",
     {{"It leaks", "Bo Lind Un", ANTECEDENT_PRONOUN, "Bo Lind Un"},
      {"It stinks", "Bo Lind Un", ANTECEDENT_SURNAME, "Bo Lind Un"}}},
    {"Whip Kevin Marr counted the votes. “We have enough,” Marr said.",
     {{"We have enough", "Kevin Marr", ANTECEDENT_SURNAME, "Kevin Marr"}}},
    {"The bridge was built by Ida Maurer. “It stands,” said Mauer.",
     {{"It stands", "Ida Maurer", ANTECEDENT_SURNAME, "Ida Maurer"}}},
    {"The bridge was built by Ida Holst. “It stands,” said Holt.",
     {{"It stands", "Holt", ANTECEDENT_SELF, ""}}}, /* too short to be a misprint */
    {"The bridge was built by Ida Lund. “It stands,” the Lunds said.",
     {{"It stands", "Lunds", ANTECEDENT_SELF, ""}}},
    {"Ida Marr Took To The Stage Before The Vote. “We have enough,” Ida Marr said.",
     {{"We have enough", "Ida Marr", ANTECEDENT_SELF, ""}}}, /* no surname in a heading */
    {"“What if Paul Orr could sing?” Ida Marr, 43, asked. “I would pay,” the 43-year-old said.",
     {{"I would pay", "Ida Marr", ANTECEDENT_TITLE, "Ida Marr"}}},
    {"Secretary of State John Marr landed in Oslo. “We have enough,” Marr said.",
     {{"We have enough", "John Marr", ANTECEDENT_SURNAME, "John Marr"}}},
};

static const struct resolution_case titles[] = {
    {"The bridge stays shut, Minister Anna Kell said. “It is rusty,” the minister said.",
     {{"The bridge stays shut", "Anna Kell", ANTECEDENT_SELF, ""},
      {"It is rusty", "Anna Kell", ANTECEDENT_TITLE, "Minister Anna Kell"}}},
    {"Norwegian president Nils Berg met the French president, Luc Morel. “The fish are ours,” the Norwegian "
     "president said.",
     {{"The fish are ours", "Nils Berg", ANTECEDENT_TITLE, "Nils Berg"}}},
    {"Prime Minister Anna Kell met Foreign Minister Paul Orr. “The talks went well,” the prime minister "
     "said.",
     {{"The talks went well", "Anna Kell", ANTECEDENT_TITLE, "Anna Kell"}}},
    {"Nils Berg, the Norwegian president, came to the port. “The fish are ours,” the president said.",
     {{"The fish are ours", "Nils Berg", ANTECEDENT_TITLE, "Nils Berg"}}},
    {"Vice President Paul Orr stayed at home. “The talks went well,” the president said.",
     {{"The talks went well", "president", ANTECEDENT_SELF, ""}}},
    {"Sen. Paul Orr stayed at home. “The talks went well,” the senator said.",
     {{"The talks went well", "Paul Orr", ANTECEDENT_TITLE, "Paul Orr"}}},
    {"A resident said the water was brown. Another resident said it was clear.",
     {{"the water was brown", "resident", ANTECEDENT_SELF, ""},
      {"it was clear", "resident", ANTECEDENT_SELF, ""}}},
    {"A spokesperson for Anna Kell said the gates were safe. “We tested them,” the spokesperson added.",
     {{"the gates were safe", "spokesperson for Anna Kell", ANTECEDENT_SELF, ""},
      {"We tested them", "spokesperson for Anna Kell", ANTECEDENT_TITLE, "A spokesperson for Anna Kell"}}},
};

/* A place with a party or an office: who is told to be of it, unless two are. */
static const struct resolution_case epithets[] = {
    {"Peter Lind, a Republican from Texas, came late. Rep. Anna Kell (D-Ohio) sat down. “It is rusty,” the "
     "Texas Republican said. “We paid for it,” the Ohio Democrat said.",
     {{"It is rusty", "Peter Lind", ANTECEDENT_TITLE, "Peter Lind"},
      {"We paid for it", "Anna Kell", ANTECEDENT_TITLE, "Anna Kell"}}},
    {"Sen. Paul Orr (D-N.Y.) met Sen. Nils Berg (R-Fla.) at the port. “It is rusty,” the New York senator "
     "said. “It is not,” the Florida Republican said.",
     {{"It is rusty", "Paul Orr", ANTECEDENT_TITLE, "Paul Orr"},
      {"It is not", "Nils Berg", ANTECEDENT_TITLE, "Nils Berg"}}},
    {"Peter Lind, a Republican from Texas, met Anna Kell, a Republican from Texas. “It is rusty,” the Texas "
     "Republican said.",
     {{"It is rusty", "Texas Republican", ANTECEDENT_SELF, ""}}},
    {"Peter Lind, a Democrat from Texas, came late. “It is rusty,” the Texas Republican said.",
     {{"It is rusty", "Texas Republican", ANTECEDENT_SELF, ""}}},
};

static const struct resolution_case short_forms[] = {
    {"The International Harbour Watch Agency (IHWA) closed the port. “It leaks,” the IHWA said. “We will "
     "test it,” the agency added.",
     {{"It leaks", "International Harbour Watch Agency", ANTECEDENT_SHORT_FORM,
       "International Harbour Watch Agency"},
      {"We will test it", "International Harbour Watch Agency", ANTECEDENT_SHORT_FORM, "IHWA"}}},
    {"The Bank of Norway kept its rates. “Prices are stable,” the bank said.",
     {{"Prices are stable", "Bank of Norway", ANTECEDENT_SHORT_FORM, "Bank of Norway"}}},
    {"The State Department closed two embassies. State said the staff were safe.",
     {{"the staff were safe", "State Department", ANTECEDENT_SHORT_FORM, "State Department"}}},
    {"The Church of Sweden sold the land. The Church said it had no choice.",
     {{"it had no choice", "Church of Sweden", ANTECEDENT_SHORT_FORM, "Church of Sweden"}}},
    {"Relief Action Network sent two ships. “They sail tonight,” the group said.",
     {{"They sail tonight", "Relief Action Network", ANTECEDENT_SHORT_FORM, "Relief Action Network"}}},
    {"The Green Coast League said the oil had spread. “It is at the beach,” the group said.",
     {{"It is at the beach", "Green Coast League", ANTECEDENT_SHORT_FORM, "The Green Coast League"}}},
    {"The Norwegian embassy was shut. Norway said the staff were safe.",
     {{"the staff were safe", "Norway", ANTECEDENT_SELF, ""}}},
};

/* Role and affiliation apart from the name. */
struct description_case {
    const char *body, *words, *name, *role, *affiliation;
};

static const struct description_case descriptions[] = {
    {"“It leaks,” said Nils Berg, a professor at the Harbour Institute.", "It leaks", "Nils Berg",
     "professor", "Harbour Institute"},
    {"Nils Berg, a professor at the Harbour Institute, came to the port. “It leaks,” Berg said.", "It leaks",
     "Nils Berg", "professor", "Harbour Institute"},
    {"The board’s chairman, Nils Berg, came to the port. “It leaks,” Berg said.", "It leaks", "Nils Berg",
     "chairman", "board"},
    {"Mayor Nils Berg, a keen sailor, came to the port. “It leaks,” Berg said.", "It leaks", "Nils Berg",
     "Mayor", ""},
    {"Harbour Board spokesman Nils Berg said the gate leaked.", "the gate leaked", "Nils Berg", "spokesman",
     "Harbour Board"},
    {"Secretary of State Nils Berg said the gate leaked.", "the gate leaked", "Nils Berg",
     "Secretary of State", ""},
    {"His friend Nils Berg said the gate leaked.", "the gate leaked", "Nils Berg", "", ""},
    {"A spokeswoman for the Harbour Board said the gate leaked.", "the gate leaked",
     "spokeswoman for the Harbour Board", "spokeswoman", "Harbour Board"},
};

static const struct quote *find_quote(struct str text, const struct annotations *a, const char *words)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(a, &count);
    for (size_t i = 0; i < count; i++)
        if (str_find(span_str(text, quotes[i].span), str_from(words), 0) != STR_NONE)
            return &quotes[i];
    fail_msg("no quotation with \"%s\"", words);
    return NULL;
}

static void check_speaker(struct str text, const struct annotations *a, const struct expected *expected)
{
    const struct quote *quote = find_quote(text, a, expected->words);
    const struct entity *speaker = annotations_speaker(a, quote);
    struct str name = speaker ? span_str(text, speaker->name) : STR("");
    if (!str_equal(name, str_from(expected->speaker)) || quote->antecedent != expected->antecedent)
        print_error("\"%s\": %u\n", expected->words, (unsigned)quote->antecedent);
    assert_str(name, expected->speaker);
    assert_int_equal(quote->antecedent, expected->antecedent);
    assert_str(span_str(text, quote->antecedent_span), expected->antecedent_words);
}

static void check_case(const struct resolution_case *c)
{
    struct strbuf file;
    strbuf_init(&file);
    strbuf_add_format(&file, "A headline of the day\n\n%s\n", c->body);
    struct article *article = article_from_plain_text("case.txt", strbuf_str(&file));
    struct annotations *a = annotate(article);
    for (size_t i = 0; i < MOST_EXPECTED && c->expected[i].words; i++)
        check_speaker(article_text(article), a, &c->expected[i]);
    free(a);
    free(article);
    strbuf_release(&file);
}

static void test_pronouns(void **state)
{
    for (size_t i = 0; i < LENGTH(pronouns); i++)
        check_case(&pronouns[i]);
}

static void test_groups(void **state)
{
    for (size_t i = 0; i < LENGTH(groups); i++)
        check_case(&groups[i]);
}

static void test_first_person(void **state)
{
    for (size_t i = 0; i < LENGTH(first_person); i++)
        check_case(&first_person[i]);
}

static void test_learned(void **state)
{
    if (!HAS_MODEL)
        skip();
    for (size_t i = 0; i < LENGTH(learned); i++)
        check_case(&learned[i]);
}

static void test_surnames(void **state)
{
    for (size_t i = 0; i < LENGTH(surnames); i++)
        check_case(&surnames[i]);
}

static void test_titles(void **state)
{
    for (size_t i = 0; i < LENGTH(titles); i++)
        check_case(&titles[i]);
}

static void test_epithets(void **state)
{
    for (size_t i = 0; i < LENGTH(epithets); i++)
        check_case(&epithets[i]);
}

static void test_short_forms(void **state)
{
    for (size_t i = 0; i < LENGTH(short_forms); i++)
        check_case(&short_forms[i]);
}

static void check_description(const struct description_case *c)
{
    struct strbuf file;
    strbuf_init(&file);
    strbuf_add_format(&file, "A headline of the day\n\n%s\n", c->body);
    struct article *article = article_from_plain_text("case.txt", strbuf_str(&file));
    struct annotations *a = annotate(article);
    struct str text = article_text(article);
    const struct entity *speaker = annotations_speaker(a, find_quote(text, a, c->words));
    assert_non_null(speaker);
    assert_str(span_str(text, speaker->name), c->name);
    assert_str(span_str(text, speaker->role), c->role);
    assert_str(span_str(text, speaker->affiliation), c->affiliation);
    free(a);
    free(article);
    strbuf_release(&file);
}

static void test_descriptions(void **state)
{
    for (size_t i = 0; i < LENGTH(descriptions); i++)
        check_description(&descriptions[i]);
}

/* A name without end, and thousands of mentions that look back at it. */
static void test_endless_names(void **state)
{
    struct strbuf file;
    strbuf_init(&file);
    strbuf_add_str(&file, STR("A headline of the day\n\n"));
    for (int i = 0; i < 6000; i++) {
        strbuf_add_str(&file,
                       STR("The agency said it leaked. They said it stank, he said, the minister said. "));
        for (int k = 0; i == 100 && k < 5000; k++)
            strbuf_add_str(&file, STR("Harbour "));
        strbuf_add_str(&file, i == 100 ? STR("Agency said it leaked. ") : STR(""));
    }
    struct article *article = article_from_plain_text("case.txt", strbuf_str(&file));
    struct annotations *a = annotate(article);
    size_t count;
    annotations_quotes(a, &count);
    assert_true(count > 5000);
    free(a);
    free(article);
    strbuf_release(&file);
}

static void test_given_names_sorted(void **state)
{
    for (size_t i = 1; given_name_word(i); i++)
        if (str_compare(str_from(given_name_word(i - 1)), str_from(given_name_word(i))) >= 0)
            fail_msg("\"%s\" does not come after \"%s\"", given_name_word(i), given_name_word(i - 1));
}

static void test_occupations_sorted(void **state)
{
    for (size_t i = 1; occupation_word(i); i++)
        if (str_compare(str_from(occupation_word(i - 1)), str_from(occupation_word(i))) >= 0)
            fail_msg("\"%s\" does not come after \"%s\"", occupation_word(i), occupation_word(i - 1));
}

static void test_demonyms(void **state)
{
    static const char *const same[][2] = {
        {"russia", "russian"}, {"ukraine", "ukrainian"}, {"china", "chinese"},
        {"turkey", "turkish"}, {"french", "france"},     {"u.s.", "american"},
        {"germany", "german"}, {"iraq", "iraqi"},        {"norway", "norway"}};
    static const char *const other[][2] = {
        {"austria", "australian"}, {"iran", "iraqi"}, {"sweden", "swiss"}, {"in", "indian"}};
    for (size_t i = 0; i < LENGTH(same); i++)
        assert_true(demonym_matches(str_from(same[i][0]), str_from(same[i][1])));
    for (size_t i = 0; i < LENGTH(other); i++)
        assert_false(demonym_matches(str_from(other[i][0]), str_from(other[i][1])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pronouns),
                                       cmocka_unit_test(test_groups),
                                       cmocka_unit_test(test_first_person),
                                       cmocka_unit_test(test_learned),
                                       cmocka_unit_test(test_surnames),
                                       cmocka_unit_test(test_titles),
                                       cmocka_unit_test(test_epithets),
                                       cmocka_unit_test(test_short_forms),
                                       cmocka_unit_test(test_descriptions),
                                       cmocka_unit_test(test_endless_names),
                                       cmocka_unit_test(test_given_names_sorted),
                                       cmocka_unit_test(test_occupations_sorted),
                                       cmocka_unit_test(test_demonyms)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
