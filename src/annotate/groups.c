/* groups.c: whom they and it stand for; see resolving.h: a group that spoke, or is the subject, just before;
 * they also somebody of whom the article tells so. */
#include "attribution.h"
#include "descriptions.h"
#include "phrases.h"
#include "resolving.h"
#include "short_forms.h"

#include "whosaid/base/array.h"

enum {
    LOOK_BACK_NAMES = 64,
    LOOK_BACK_GROUP = 3,     /* sentences */
    MOST_BEFORE_SUBJECT = 5, /* "In a statement, they said": the pronoun is the subject */
    LONGEST_SENTENCE = 128,
};

bool resolving_is_plural(const struct reading *r, struct stretch phrase)
{
    static const char *const plurals[] = {"people", "police", "men", "women", "children", "both"};
    struct stretch base = description_base(r, phrase);
    struct str last = reading_token(r, base.end - 1)->lower;
    for (uint32_t i = phrase.first; i < phrase.end; i++)
        if (reading_is(r, i, "and"))
            return true;
    return READING_IS_ONE_OF(r, base.end - 1, plurals) ||
           (last.size > 2 && str_ends(last, STR("s")) && !str_ends(last, STR("ss")) &&
            !str_ends(last, STR("'s")));
}

/* A plural that is people by its look: protesters, residents, Palestinians. */
static bool is_people(const struct reading *r, uint32_t noun)
{
    static const char *const endings[] = {"ers", "ors", "ists", "ians"};
    static const char *const words[] = {"people",   "residents", "students",  "parents",
                                        "patients", "families",  "villagers", "men",
                                        "women",    "troops",    "victims",   "locals"};
    const struct token *token = reading_token(r, noun);
    for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
        if (str_ends(token->lower, str_from(endings[e])))
            return true;
    return READING_IS_ONE_OF(r, noun, words);
}

/* Whether they, or it, can be the figure. */
static bool fits_group(const struct reading *r, const struct figure *figure, bool plural)
{
    if (figure->guessed && !plural)
        return true; /* "Green Coast said ... It said ..." */
    switch (figure->kind) {
    case ENTITY_ORGANISATION: return true;
    case ENTITY_UNKNOWN:
        return plural == is_people(r, figure->name.end - 1); /* else a country, a newspaper */
    case ENTITY_OTHER:
        return plural == resolving_is_plural(r, figure->name) ||
               (plural && short_form_is_head(r, figure->name.end - 1));
    case ENTITY_ROLE: return plural && resolving_is_plural(r, figure->name);
    default: return false;
    }
}

uint32_t resolving_sentence_start(const struct reading *r, uint32_t token)
{
    uint32_t limit = token > LONGEST_SENTENCE ? token - LONGEST_SENTENCE : 0;
    uint32_t start = attribution_sentence_start(r, token, limit);
    while (start < token && r->tokens[start].span.start < r->sentences[r->tokens[token].sentence].start)
        start++; /* what stands before the first sentence counts as in it */
    return start == limit && limit > 0 ? NO_INDEX : start;
}

/* Whether another organisation is named between the last speaker and the token. */
static bool names_other_group(const struct resolving *s, uint32_t token)
{
    size_t index = names_at(&s->names, token);
    for (size_t i = index, steps = 0; i > 0 && steps < LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (name->words.first < s->last.end)
            return false;
        if (name->figure != NO_INDEX && name->figure != s->last.figure &&
            s->names.figures.data[name->figure].kind == ENTITY_ORGANISATION)
            return true;
    }
    return false;
}

/* Whether a phrase can be a group by its words: an organisation, or for they also people, or two names. */
static bool names_group(const struct reading *r, struct stretch phrase, bool plural)
{
    struct stretch base = description_base(r, description_head(r, phrase));
    if (short_form_is_head(r, base.end - 1))
        return true;
    for (uint32_t i = base.first; plural && i < base.end; i++)
        if (reading_is(r, i, "and"))
            return true;
    return plural && (reading_has(r, base.end - 1, TAG_ROLE) || is_people(r, base.end - 1));
}

/* The subject of the sentence that begins at start, before limit, when it is a group. */
static struct resolved find_group_subject(struct resolving *s, uint32_t start, uint32_t limit, bool plural)
{
    const struct reading *r = s->reading;
    struct stretch subject = phrase_subject(r, start, limit);
    if (stretch_is_empty(subject) || reading_has(r, subject.first, TAG_PRONOUN))
        return resolved_nobody();
    if (!names_group(r, subject, plural))
        return resolved_nobody();
    struct resolved found = resolving_phrase(s, subject);
    if (found.figure == NO_INDEX || !fits_group(r, &s->names.figures.data[found.figure], plural))
        return resolved_nobody();
    return resolved_to(found.figure, ANTECEDENT_PRONOUN, subject);
}

/* Who spoke last, when it is a group and is still spoken of: in this sentence or the one before, or a little
 * earlier when only pronouns were the subject since. */
static struct resolved find_last_group(const struct resolving *s, uint32_t token, uint32_t before,
                                       bool plural)
{
    const struct reading *r = s->reading;
    if (s->last.figure == NO_INDEX || s->last.token >= token ||
        !fits_group(r, &s->names.figures.data[s->last.figure], plural))
        return resolved_nobody();
    uint32_t since = r->tokens[token].sentence - s->last.sentence;
    bool carried = since <= LOOK_BACK_GROUP && before != NO_INDEX && reading_has(r, before, TAG_PRONOUN) &&
                   !names_other_group(s, token);
    if (since > 1 && !carried)
        return resolved_nobody();
    return resolved_to(s->last.figure, ANTECEDENT_PRONOUN, s->last.mention);
}

/* "It appears that": nobody speaks. */
static bool is_expletive(const struct reading *r, const struct attribution *a)
{
    static const char *const verbs[] = {"appears", "appeared", "seems", "seemed", "emerged",
                                        "is",      "was",      "turns", "turned", "became"};
    return !stretch_is_empty(a->cue) && READING_IS_ONE_OF(r, a->cue.first, verbs);
}

/* they: somebody told to be nonbinary who spoke, or was named, just before. */
static struct resolved find_nonbinary(const struct resolving *s, uint32_t token)
{
    const struct reading *r = s->reading;
    if (s->last.figure != NO_INDEX && s->names.figures.data[s->last.figure].nonbinary &&
        r->tokens[token].sentence - s->last.sentence <= 1)
        return resolved_to(s->last.figure, ANTECEDENT_PRONOUN, s->last.mention);
    for (size_t i = names_at(&s->names, token), steps = 0; i > 0 && steps < LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (r->tokens[token].sentence - r->tokens[name->words.first].sentence > 1)
            break;
        if (name->figure != NO_INDEX && s->names.figures.data[name->figure].nonbinary)
            return resolved_to(name->figure, ANTECEDENT_PRONOUN, name->words);
    }
    return resolved_nobody();
}

struct resolved resolving_group(struct resolving *s, const struct attribution *a)
{
    const struct reading *r = s->reading;
    uint32_t token = a->speaker.first;
    bool plural = reading_is(r, token, "they") || reading_is(r, token, "their");
    if (!plural && is_expletive(r, a))
        return resolved_nobody();
    if (a->pieces[0].first < token)
        token = a->pieces[0].first; /* "...," they said: counted from where they began to speak */
    struct resolved person = plural ? find_nonbinary(s, token) : resolved_nobody();
    if (person.figure != NO_INDEX)
        return person;
    uint32_t start = resolving_sentence_start(r, token);
    uint32_t before = start == NO_INDEX || start == 0 ? NO_INDEX : resolving_sentence_start(r, start - 1);
    bool inside = start != NO_INDEX && token > start + MOST_BEFORE_SUBJECT;
    struct resolved found = inside ? find_group_subject(s, start, token, plural) : resolved_nobody();
    if (found.figure == NO_INDEX)
        found = find_last_group(s, token, before, plural);
    if (found.figure != NO_INDEX || inside || before == NO_INDEX)
        return found;
    return find_group_subject(s, before, start, plural);
}
