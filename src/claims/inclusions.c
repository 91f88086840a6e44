/* inclusions.c: see inclusions.h. Three ways to tell it are read: a list ("the defendants include …", "states
 * such as …"), a naming ("names Lind as a defendant") and being ("Lind is not a defendant"). */
#include "inclusions.h"

#include "whosaid/base/array.h"

enum {
    REACH_OF_VERB = 6,   /* words before "as" in which the verb that names stands */
    REACH_OF_DENIAL = 3, /* words before a verb in which its denial stands */
    REACH_OF_SORT = 4,   /* words between a sort and "includes" */
    LONGEST_LIST = 40,   /* words of a list that are read */
};

struct reader {
    const struct vocabulary *vocabulary;
    struct str text;
    const struct word *words;
    uint32_t count;
    inclusion_vector *found;
    size_t most;
};

static const char *const INCLUDING[] = {"include", "includes", "including", "included"};
static const char *const NAMING[] = {"name",       "names",    "named",     "naming",    "list",
                                     "lists",      "listed",   "listing",   "identify",  "identifies",
                                     "identified", "cite",     "cites",     "cited",     "include",
                                     "includes",   "included", "designate", "designated"};
static const char *const BEING[] = {"is", "are", "was", "were"};
static const char *const DENYING[] = {"not", "never", "without"};
static const char *const ARTICLES[] = {"a", "an", "the", "one", "of", "among"};

/* Of these everybody is one, so that belonging to them tells nothing. */
static const char *const ANY_SORT[] = {"people",  "person", "man", "woman", "others", "member",
                                       "members", "part",   "fan", "way",   "thing",  "reason"};

static struct str word_text(const struct reader *r, uint32_t at)
{
    return at < r->count ? vocabulary_form(r->vocabulary, r->words[at].form)->text : STR("");
}

static bool touches(const struct reader *r, uint32_t at)
{
    return words_touch(r->text, r->words, r->count, at);
}

static bool is_name(const struct reader *r, uint32_t at)
{
    return at < r->count && (r->words[at].flags & WORD_CAPITAL) &&
           word_has_content(r->vocabulary, &r->words[at]);
}

/* A noun in small letters that tells a sort. */
static bool is_sort(const struct reader *r, uint32_t at)
{
    return at < r->count && !(r->words[at].flags & WORD_CAPITAL) &&
           word_has_content(r->vocabulary, &r->words[at]) && !STR_IS_ONE_OF(word_text(r, at), ANY_SORT);
}

/* The word before a verb that denies it, or the verb itself. */
static uint32_t find_denial(const struct reader *r, uint32_t verb)
{
    for (uint32_t i = verb, left = REACH_OF_DENIAL; i-- > 0 && left-- > 0;)
        if (STR_IS_ONE_OF(word_text(r, i), DENYING))
            return i;
    return verb;
}

/* "Lind's brother" is not Lind. */
static bool is_owner(const struct reader *r, uint32_t at)
{
    return word_is_possessive(r->text, &r->words[at]) ||
           str_ends(span_str(r->text, r->words[at].span), STR("s'"));
}

/* first and last: the words that tell it. */
static void add(struct reader *r, uint32_t sort, uint32_t name, bool denied, uint32_t first, uint32_t last)
{
    struct inclusion inclusion = {
        .span = {r->words[first].span.start, r->words[last].span.end},
        .sort = vocabulary_form(r->vocabulary, r->words[sort].form)->stem,
        .name = r->words[name].form,
        .denied = denied,
    };
    if (r->found->size < r->most)
        vector_push(r->found, inclusion);
}

/* The names listed from word on belong to the sort. */
static void add_list(struct reader *r, uint32_t sort, uint32_t at, bool denied)
{
    for (uint32_t end = at + LONGEST_LIST; at < r->count && at < end; at++) {
        if (vocabulary_form(r->vocabulary, r->words[at].form)->past)
            return;
        if (is_name(r, at) && !is_owner(r, at) && !(is_name(r, at + 1) && touches(r, at)))
            add(r, sort, at, denied, sort, at);
    }
}

/* "Defendants that include Lind", "states such as Ohio". Two of a sort at least: "the team includes Lind"
 * tells no sort. */
static void read_list(struct reader *r, uint32_t at)
{
    bool including = STR_IS_ONE_OF(word_text(r, at), INCLUDING);
    bool such = str_equal(word_text(r, at), STR("such")) && str_equal(word_text(r, at + 1), STR("as"));
    if (!including && !such)
        return;
    for (uint32_t i = at, left = REACH_OF_SORT; i-- > 0 && left-- > 0;) {
        if (!word_has_content(r->vocabulary, &r->words[i]))
            continue;
        if (is_sort(r, i) && str_ends(word_text(r, i), STR("s")))
            add_list(r, i, at + (such ? 2 : 1), find_denial(r, at) != at);
        return;
    }
}

/* The sort behind the articles at word, or count. */
static uint32_t sort_after(const struct reader *r, uint32_t at)
{
    uint32_t first = at;
    while (at < r->count && touches(r, at) && STR_IS_ONE_OF(word_text(r, at), ARTICLES))
        at++;
    if (at == first || !is_sort(r, at) || (touches(r, at) && is_sort(r, at + 1)))
        return r->count;
    return at;
}

static bool is_auxiliary(const struct reader *r, uint32_t at)
{
    return vocabulary_form(r->vocabulary, r->words[at].form)->kind == FORM_AUXILIARY;
}

/* "Names Lind as a defendant". */
static void read_naming(struct reader *r, uint32_t at)
{
    if (!str_equal(word_text(r, at), STR("as")) || at < 2 || !touches(r, at) || !is_name(r, at - 1))
        return;
    uint32_t sort = sort_after(r, at + 1);
    for (uint32_t i = at, left = REACH_OF_VERB; sort < r->count && i-- > 0 && left-- > 0;)
        if (STR_IS_ONE_OF(word_text(r, i), NAMING)) {
            uint32_t denial = find_denial(r, i);
            bool does = denial > 0 && denial != i && is_auxiliary(r, denial - 1);
            add(r, sort, at - 1, denial != i, denial - does, sort);
            return;
        }
}

/* "Lind is not a defendant". */
static void read_being(struct reader *r, uint32_t at)
{
    if (!STR_IS_ONE_OF(word_text(r, at), BEING) || at == 0 || !touches(r, at - 1) || !is_name(r, at - 1))
        return;
    bool denied = touches(r, at) && STR_IS_ONE_OF(word_text(r, at + 1), DENYING);
    uint32_t sort = sort_after(r, at + (denied ? 2 : 1));
    if (sort < r->count)
        add(r, sort, at - 1, denied, at - 1, sort);
}

void inclusions_read(const struct vocabulary *vocabulary, struct str text, const struct word *words,
                     uint32_t count, inclusion_vector *inclusions)
{
    struct reader r = {vocabulary, text, words, count, inclusions, inclusions->size + INCLUSIONS_MOST};
    for (uint32_t i = 0; i < count; i++) {
        read_list(&r, i);
        read_naming(&r, i);
        read_being(&r, i);
    }
}

bool inclusions_correspond(const struct inclusion *a, const struct inclusion *b)
{
    return a->sort == b->sort && a->name == b->name;
}
