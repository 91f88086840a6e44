/* roles.c: see roles.h. */
#include "roles.h"

#include "descriptions.h"
#include "epithets.h"
#include "short_forms.h"

enum {
    LOOK_BACK_NAMES = 256,
    LOOK_BACK_ROLES = 16,
    LOOK_AHEAD_SENTENCES = 5,
    BOTH_GENDERS = TAG_MALE | TAG_FEMALE,
};

/* "the spokesperson", "the Russian president": who spoke last, or the figure of that role named last, unless
 * the same sentence names another one of it. */
static struct resolved find_by_role(struct resolving *s, struct stretch phrase)
{
    const struct reading *r = s->reading;
    const struct name *found = NULL;
    if (s->last.figure != NO_INDEX && description_answers_to(r, resolving_figure(s, s->last.figure), phrase))
        return resolved_to(s->last.figure, ANTECEDENT_TITLE, s->last.mention);
    size_t index = names_at(&s->names, phrase.first);
    for (size_t i = index, steps = 0; i > 0 && steps < LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (found && r->tokens[name->words.first].sentence != r->tokens[found->words.first].sentence)
            break;
        if (name->figure == NO_INDEX || !description_answers_to(r, resolving_figure(s, name->figure), phrase))
            continue;
        if (found && found->figure != name->figure)
            return resolved_nobody();
        found = name;
    }
    if (found)
        return resolved_to(found->figure, ANTECEDENT_TITLE, found->words);
    for (size_t i = s->names.figures.size, steps = 0; i > 0 && steps < LOOK_BACK_ROLES; i--, steps++) {
        const struct figure *figure = resolving_figure(s, (uint32_t)i - 1);
        if (figure->kind == ENTITY_ROLE && description_answers_to(r, figure, phrase))
            return resolved_to((uint32_t)i - 1, ANTECEDENT_TITLE, figure->name);
    }
    return resolved_nobody();
}

/* "a resident", "another official": not the one before. */
static bool is_somebody_new(const struct reading *r, struct stretch mention)
{
    static const char *const words[] = {"a", "an", "one", "another"};
    if (!READING_IS_ONE_OF(r, mention.first, words))
        return false;
    for (uint32_t i = mention.first + 1; i < mention.end; i++)
        if (reading_token(r, i)->shape != TOKEN_LOWER && token_is_word(reading_token(r, i)))
            return false;
    return true;
}

/* "The minister said ..." and only then "Transport Minister Ida Lind": the one who has the role and is named
 * in the next sentences. */
static struct resolved find_named_later(struct resolving *s, struct stretch phrase)
{
    const struct reading *r = s->reading;
    const struct name *found = NULL;
    uint32_t sentence = r->tokens[phrase.first].sentence;
    for (size_t i = names_at(&s->names, phrase.end); i < s->names.names.size; i++) {
        const struct name *name = &s->names.names.data[i];
        if (r->tokens[name->title.first].sentence - sentence > LOOK_AHEAD_SENTENCES)
            break;
        if (name->figure == NO_INDEX || name->quoted ||
            !description_answers_to(r, resolving_figure(s, name->figure), phrase))
            continue;
        if (found && found->figure != name->figure)
            return resolved_nobody();
        found = name;
    }
    return found ? resolved_to(found->figure, ANTECEDENT_TITLE, found->words) : resolved_nobody();
}

/* Whether a role is not told further: "the minister", "the secretary of state", not "the mayor of Lincoln".
 */
static bool is_whole_office(const struct reading *r, struct stretch head, struct stretch base)
{
    return base.end == head.end || (base.end + 2 == head.end && reading_is(r, base.end, "of") &&
                                    short_form_is_portfolio(r, head.end - 1));
}

struct resolved resolving_role(struct resolving *s, struct stretch mention, struct stretch head,
                               struct stretch base)
{
    const struct reading *r = s->reading;
    struct stretch phrase = description_bare(r, head);
    bool definite = reading_is(r, mention.first, "the"), its = reading_is(r, mention.first, "its");
    struct resolved found = resolved_nobody();
    if (definite && is_whole_office(r, head, base)) {
        found = find_by_role(s, phrase);
        if (found.figure == NO_INDEX)
            found = resolving_epithet(s, head);
    }
    if (found.figure == NO_INDEX && (definite || its) && is_whole_office(r, head, base))
        found = find_named_later(s, phrase);
    if (found.figure != NO_INDEX)
        return found;
    uint32_t index = is_somebody_new(r, mention) ? names_new_figure(&s->names, phrase, ENTITY_ROLE)
                                                 : names_phrase(&s->names, phrase, ENTITY_ROLE);
    struct figure *figure = resolving_figure(s, index);
    description_read_role(r, figure, head);
    figure->gender = reading_token(r, base.end - 1)->tags & BOTH_GENDERS;
    return resolved_to(index, ANTECEDENT_SELF, (struct stretch){0, 0});
}
