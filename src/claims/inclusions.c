/* inclusions.c: see inclusions.h. Three ways to tell it are read: a list ("the defendants include …", "states
 * such as …"), a naming ("names Lind as a defendant") and being ("Lind is not a defendant"). */
#include "inclusions.h"

enum {
    REACH_OF_VERB = 6,   /* words before "as" in which the verb that names stands */
    REACH_OF_DENIAL = 3, /* words before a verb in which its denial stands */
    REACH_OF_SORT = 4,   /* words between a sort and "includes" */
    LONGEST_LIST = 40,   /* words of a list that are read */
};

struct finder {
    const struct sentence *s;
    inclusion_vector *found;
    size_t most; /* size that found may grow to */
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

/* A noun in small letters that tells a sort. */
static bool is_sort(const struct sentence *s, uint32_t at)
{
    return at < s->count && !sentence_has_capital(s, at) && sentence_has_content(s, at) &&
           !STR_IS_ONE_OF(sentence_word(s, at), ANY_SORT);
}

/* The word before a verb that denies it, or the verb itself. */
static uint32_t find_denial(const struct sentence *s, uint32_t verb)
{
    for (uint32_t i = verb, left = REACH_OF_DENIAL; i-- > 0 && left-- > 0;)
        if (STR_IS_ONE_OF(sentence_word(s, i), DENYING))
            return i;
    return verb;
}

/* "Lind's brother" is not Lind. */
static bool is_owner(const struct sentence *s, uint32_t at)
{
    return sentence_has_possessive(s, at) || str_ends(span_str(s->text, s->words[at].span), STR("s'"));
}

/* first and last: the words that tell it. */
static void add(struct finder *f, uint32_t sort, uint32_t name, bool denied, uint32_t first, uint32_t last)
{
    struct inclusion inclusion = {
        .span = sentence_span(f->s, first, last),
        .sort = sentence_form(f->s, sort)->stem,
        .name = f->s->words[name].form,
        .denied = denied,
    };
    if (f->found->size < f->most)
        vector_push(f->found, inclusion);
}

/* The names listed from word on belong to the sort. */
static void add_list(struct finder *f, uint32_t sort, uint32_t at, bool denied)
{
    const struct sentence *s = f->s;
    for (uint32_t end = at + LONGEST_LIST; at < s->count && at < end; at++) {
        if (sentence_form(s, at)->past)
            return;
        if (sentence_has_name(s, at) && !is_owner(s, at) &&
            !(sentence_has_name(s, at + 1) && sentence_touches(s, at)))
            add(f, sort, at, denied, sort, at);
    }
}

/* "Defendants that include Lind", "states such as Ohio". Two of a sort at least: "the team includes Lind"
 * tells no sort. */
static void read_list(struct finder *f, uint32_t at)
{
    const struct sentence *s = f->s;
    bool including = STR_IS_ONE_OF(sentence_word(s, at), INCLUDING);
    bool such = sentence_has_word(s, at, "such") && sentence_has_word(s, at + 1, "as");
    if (!including && !such)
        return;
    for (uint32_t i = at, left = REACH_OF_SORT; i-- > 0 && left-- > 0;) {
        if (!sentence_has_content(s, i))
            continue;
        if (is_sort(s, i) && str_ends(sentence_word(s, i), STR("s")))
            add_list(f, i, at + (such ? 2 : 1), find_denial(s, at) != at);
        return;
    }
}

/* The sort behind the articles at word, or count. */
static uint32_t sort_after(const struct sentence *s, uint32_t at)
{
    uint32_t first = at;
    while (at < s->count && sentence_touches(s, at) && STR_IS_ONE_OF(sentence_word(s, at), ARTICLES))
        at++;
    if (at == first || !is_sort(s, at) || (sentence_touches(s, at) && is_sort(s, at + 1)))
        return s->count;
    return at;
}

static bool is_auxiliary(const struct sentence *s, uint32_t at)
{
    return sentence_form(s, at)->kind == FORM_AUXILIARY;
}

/* "Names Lind as a defendant". */
static void read_naming(struct finder *f, uint32_t at)
{
    const struct sentence *s = f->s;
    if (!sentence_has_word(s, at, "as") || at < 2 || !sentence_touches(s, at) ||
        !sentence_has_name(s, at - 1))
        return;
    uint32_t sort = sort_after(s, at + 1);
    for (uint32_t i = at, left = REACH_OF_VERB; sort < s->count && i-- > 0 && left-- > 0;)
        if (STR_IS_ONE_OF(sentence_word(s, i), NAMING)) {
            uint32_t denial = find_denial(s, i);
            bool does = denial > 0 && denial != i && is_auxiliary(s, denial - 1);
            add(f, sort, at - 1, denial != i, denial - does, sort);
            return;
        }
}

/* "Lind is not a defendant". */
static void read_being(struct finder *f, uint32_t at)
{
    const struct sentence *s = f->s;
    if (!STR_IS_ONE_OF(sentence_word(s, at), BEING) || at == 0 || !sentence_touches(s, at - 1) ||
        !sentence_has_name(s, at - 1))
        return;
    bool denied = sentence_touches(s, at) && STR_IS_ONE_OF(sentence_word(s, at + 1), DENYING);
    uint32_t sort = sort_after(s, at + (denied ? 2 : 1));
    if (sort < s->count)
        add(f, sort, at - 1, denied, at - 1, sort);
}

void inclusions_read(const struct sentence *s, inclusion_vector *inclusions)
{
    struct finder f = {s, inclusions, inclusions->size + INCLUSIONS_MOST};
    for (uint32_t i = 0; i < s->count; i++) {
        read_list(&f, i);
        read_naming(&f, i);
        read_being(&f, i);
    }
}

bool inclusions_correspond(const struct inclusion *a, const struct inclusion *b)
{
    return a->sort == b->sort && a->name == b->name;
}
