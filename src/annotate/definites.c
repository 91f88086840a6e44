/* definites.c: see definites.h. */
#include "definites.h"

#include "descriptions.h"
#include "given_names.h"
#include "short_forms.h"

#include "whosaid/base/array.h"

enum {
    LOOK_BACK_NAMES = 256,
    LOOK_BACK_FIGURES = 16,
    NEAR_SENTENCES = 2,  /* for who spoke last */
    NAMED_SENTENCES = 4, /* for who was but named */
    MOST_MODIFIERS = 3,
};

/* What organisations are called by, and the words that their names then end in. */
enum { MOST_HEADS = 16 };

static const struct calling {
    const char *word;
    bool any; /* any organisation may be called so */
    const char *heads[MOST_HEADS];
} callings[] = {
    {"agency", true, {"office", "bureau", "programme", "program", "fund", "administration", "service"}},
    {"airline", false, {"airlines", "airways", "air"}},
    {"bank", false, {"reserve", "securities"}},
    {"body", true, {NULL}},
    {"broadcaster", false, {"television", "tv", "radio", "news", "network"}},
    {"campaign", false, {NULL}},
    {"charity", true, {NULL}},
    {"company", true, {"motors", "steel", "foods", "lines", "industries", "energy", "airlines", "airways"}},
    {"firm", true, {"partners", "capital", "securities", "research", "associates", "analytics"}},
    {"group", true, {NULL}},
    {"lender", false, {"bank", "union"}},
    {"network", false, {"television", "tv", "news", "radio"}},
    {"newspaper",
     false,
     {"times", "post", "herald", "courier", "telegraph", "gazette", "tribune", "star", "mirror", "news",
      "guardian", "chronicle", "daily", "journal", "mail", "express"}},
    {"organisation", true, {NULL}},
    {"organization", true, {NULL}},
    {"outlet", true, {NULL}},
    {"paper",
     false,
     {"times", "post", "herald", "courier", "telegraph", "gazette", "tribune", "star", "mirror", "news",
      "guardian", "chronicle", "daily", "journal", "mail", "express"}},
    {"party", true, {NULL}},
    {"union", false, {"federation", "brotherhood", "guild", "association", "workers"}},
    {"watchdog", true, {"commission", "watch"}},
};

static const struct calling *calling_of(const struct reading *r, uint32_t word)
{
    for (size_t i = 0; i < LENGTH(callings); i++)
        if (reading_is(r, word, callings[i].word))
            return &callings[i];
    return NULL;
}

/* Whether a word before the noun says nothing that the name would have to say too: "Rome-based", "Swedish",
 * "central"; but not "health". */
static bool is_modifier(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {"central",   "conservative",  "liberal",    "rebel",  "militant",
                                        "nonprofit", "private",       "advocacy",   "aid",    "local",
                                        "campaign",  "environmental", "human",      "trade",  "tech",
                                        "news",      "rights",        "opposition", "ruling", "state-run"};
    static const char *const peoples[] = {"ish",   "ese",   "ian",  "can",    "ean",    "u.n.",
                                          "un",    "eu",    "e.u.", "german", "french", "dutch",
                                          "greek", "swiss", "u.s.", "us"};
    const struct token *token = reading_token(r, i);
    for (size_t p = 0; token_is_capital(token) && p < LENGTH(peoples); p++)
        if (str_ends(token->lower, str_from(peoples[p])))
            return true;
    return str_ends(token->lower, STR("-based")) || READING_IS_ONE_OF(r, i, words);
}

/* The noun of "the Rome-based agency"; NO_INDEX when the phrase is of another kind. */
static uint32_t noun_of(const struct reading *r, struct stretch phrase)
{
    uint32_t noun = phrase.end - 1;
    if (phrase.end < phrase.first + 2 || phrase.end > phrase.first + 2 + MOST_MODIFIERS ||
        !reading_is(r, phrase.first, "the"))
        return NO_INDEX;
    for (uint32_t i = phrase.first + 1; i < noun; i++)
        if (!is_modifier(r, i))
            return NO_INDEX;
    if (phrase.end > phrase.first + 2 && reading_token(r, noun)->shape != TOKEN_LOWER)
        return NO_INDEX; /* a name: "the Green Party" */
    return noun;
}

static uint32_t sentences_since(const struct resolving *s, uint32_t sentence, uint32_t token)
{
    return s->reading->tokens[token].sentence - sentence;
}

/* Whether nothing but its form makes the figure a person, so that it may be a group after all. */
static bool may_be_group(const struct figure *figure)
{
    return figure->kind == ENTITY_ORGANISATION || figure->guessed ||
           (figure->kind == ENTITY_UNKNOWN && figure->name.end > figure->name.first + 1 && !figure->gender);
}

/* Whether a name's own noun is the word: "Church of Sweden" for "the church". */
static bool ends_in(const struct reading *r, struct stretch name, uint32_t word)
{
    uint32_t head = short_form_head(r, name);
    return name.end > name.first + 1 && str_equal(r->tokens[head].lower, r->tokens[word].lower);
}

/* Whether a name's own noun lets it be called so: "Harbour Courier" a newspaper, "Metalworkers" a union. */
static bool has_head(const struct reading *r, const struct calling *calling, struct stretch name)
{
    uint32_t head = short_form_head(r, name);
    bool several = str_ends(r->tokens[head].lower, STR("workers"));
    for (size_t h = 0; h < MOST_HEADS && calling->heads[h]; h++)
        if (reading_is(r, head, calling->heads[h]) ||
            (several && str_equal(str_from(calling->heads[h]), STR("workers"))))
            return name.end > name.first + 1;
    return false;
}

/* Who spoke just before, if it can be called so. */
static bool is_last_speaker(struct resolving *s, const struct calling *calling, uint32_t word)
{
    if (s->last.figure == NO_INDEX || sentences_since(s, s->last.sentence, word) > NEAR_SENTENCES)
        return false;
    const struct figure *figure = resolving_figure(s, s->last.figure);
    if (calling->any && figure->kind == ENTITY_UNKNOWN && stretch_is_empty(figure->title) &&
        !given_name_gender(&s->reading->tokens[figure->name.first]))
        return true; /* a single word: "Quantel" */
    return may_be_group(figure) && (calling->any || ends_in(s->reading, figure->name, word) ||
                                    has_head(s->reading, calling, figure->name));
}

/* Whether another one is called so between a name and the word: "the high-earning group". */
static bool is_of_another(const struct reading *r, uint32_t name_end, uint32_t word)
{
    for (uint32_t i = name_end + 1; i < word; i++)
        if (str_equal(r->tokens[i].lower, r->tokens[word].lower) && !reading_is(r, i - 1, "the"))
            return true;
    return false;
}

/* Whether an organisation is of a kind that nobody calls a group or a company: a school, a court. */
static bool is_institution(const struct reading *r, struct stretch name)
{
    static const char *const heads[] = {"school",     "university", "college", "court",    "senate",
                                        "house",      "congress",   "states",  "nations",  "department",
                                        "ministry",   "police",     "army",    "hospital", "embassy",
                                        "government", "parliament", "church",  "republic", "kingdom"};
    return READING_IS_ONE_OF(r, short_form_head(r, name), heads);
}

/* Whether a name says by its own words, or by where it stands, that it can be called so: it is of that kind,
 * or the subject of this sentence ("Lind Steel will close, the company said"). */
static bool is_told(struct resolving *s, const struct name *name, const struct calling *calling,
                    uint32_t word)
{
    const struct reading *r = s->reading;
    const struct figure *figure = resolving_figure(s, name->figure);
    uint32_t sentence = r->tokens[name->words.first].sentence, since = sentences_since(s, sentence, word);
    bool subject = since == 0 && r->tokens[name->words.first].span.start == r->sentences[sentence].start;
    if (ends_in(r, figure->name, word))
        return figure->kind == ENTITY_ORGANISATION;
    if (!calling || since > NAMED_SENTENCES || !stretch_is_empty(name->title))
        return false;
    return has_head(r, calling, figure->name) ||
           (calling->any && (figure->kind == ENTITY_ORGANISATION || subject) &&
            !is_institution(r, figure->name));
}

/* The organisation named last before a token that can be called by the word. */
static const struct name *find_named(struct resolving *s, const struct calling *calling, uint32_t before,
                                     uint32_t word)
{
    const struct reading *r = s->reading;
    size_t index = names_at(&s->names, before);
    for (size_t i = index, steps = 0; i > 0 && steps < LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (stretch_is_empty(name->words) || name->figure == NO_INDEX)
            continue;
        const struct figure *figure = resolving_figure(s, name->figure);
        if (!may_be_group(figure) || !is_told(s, name, calling, word))
            continue;
        bool other = !ends_in(r, figure->name, word) && is_of_another(r, name->words.end, word);
        return other ? NULL : name;
    }
    return NULL;
}

/* Whether what was named stands in the sentence of the word or a later one than who spoke last. */
static bool is_later(const struct resolving *s, const struct name *name)
{
    return s->last.figure == NO_INDEX || s->reading->tokens[name->words.first].sentence > s->last.sentence;
}

/* A phrase that spoke before, or just before, and ends in the same noun: "a navy report", "the Lind
 * campaign". */
static uint32_t find_phrase(struct resolving *s, uint32_t word, bool near)
{
    const struct reading *r = s->reading;
    for (size_t i = s->names.figures.size, steps = 0; i > 0 && steps < LOOK_BACK_FIGURES; i--, steps++) {
        const struct figure *figure = resolving_figure(s, (uint32_t)i - 1);
        struct stretch base = description_base(r, figure->name);
        if (figure->kind == ENTITY_OTHER && figure->entity != NO_INDEX && figure->name.end <= word &&
            figure->name.end > figure->name.first + 1 &&
            !(near && sentences_since(s, r->tokens[figure->name.first].sentence, word) > NAMED_SENTENCES) &&
            str_equal(r->tokens[base.end - 1].lower, r->tokens[word].lower))
            return (uint32_t)i - 1;
    }
    return NO_INDEX;
}

/* Who was told by an apposition to be just that: "the chipmaker". */
static const struct name *find_called(struct resolving *s, struct stretch phrase, uint32_t word)
{
    const struct reading *r = s->reading;
    for (size_t i = names_at(&s->names, phrase.first), steps = 0; i > 0 && steps < LOOK_BACK_NAMES;
         i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (name->figure == NO_INDEX || stretch_is_empty(resolving_figure(s, name->figure)->called))
            continue;
        uint32_t noun = resolving_figure(s, name->figure)->called.first;
        if (noun < word && str_equal(r->tokens[noun].lower, r->tokens[word].lower))
            return name;
    }
    return NULL;
}

/* The figure, which is a group from now on. */
static struct resolved as_group(struct resolving *s, uint32_t index, struct stretch mention)
{
    struct figure *figure = resolving_figure(s, index);
    if (figure->guessed || figure->kind == ENTITY_UNKNOWN)
        figure->kind = ENTITY_ORGANISATION;
    figure->guessed = false;
    return resolved_to(index, ANTECEDENT_SHORT_FORM, mention);
}

struct resolved resolving_definite(struct resolving *s, struct stretch phrase)
{
    const struct reading *r = s->reading;
    uint32_t word = noun_of(r, phrase);
    if (word == NO_INDEX)
        return resolved_nobody();
    const struct name *called = reading_has(r, word, TAG_ROLE) ? NULL : find_called(s, phrase, word);
    if (called)
        return resolved_to(called->figure, ANTECEDENT_SHORT_FORM, called->words);
    const struct calling *calling = calling_of(r, word);
    const struct name *name =
        calling || short_form_is_head(r, word) ? find_named(s, calling, phrase.first, word) : NULL;
    bool speaker = calling && is_last_speaker(s, calling, word);
    if (name &&
        !(speaker && !is_later(s, name) && !ends_in(r, resolving_figure(s, name->figure)->name, word)))
        return as_group(s, name->figure, name->words);
    if (speaker)
        return as_group(s, s->last.figure, s->last.mention);
    bool told = calling || short_form_is_head(r, word) || reading_has(r, word, TAG_CUE_NOUN);
    uint32_t found =
        told || reading_is(r, word, "ruling") ? find_phrase(s, word, calling && calling->any) : NO_INDEX;
    if (found == NO_INDEX)
        return resolved_nobody();
    return resolved_to(found, ANTECEDENT_SHORT_FORM, resolving_figure(s, found)->name);
}
