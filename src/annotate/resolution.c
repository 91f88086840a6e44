/* resolution.c: see resolution.h. In text order, each speaker's mention is a name, a pronoun, a role ("the
 * minister"), a short form ("the agency") or a phrase that stands for itself; names.c knows who shares a
 * name. */
#include "resolution.h"

#include "definites.h"
#include "descriptions.h"
#include "epithets.h"
#include "figures.h"
#include "occupations.h"
#include "phrases.h"
#include "resolving.h"
#include "roles.h"
#include "short_forms.h"

/* The name whose words end where the phrase does, or NULL. Borrowed, until names change. */
static const struct name *name_ending(const struct resolving *s, struct stretch phrase)
{
    size_t index = stretch_is_empty(phrase) ? s->names.names.size : names_at(&s->names, phrase.end - 1);
    if (index >= s->names.names.size)
        return NULL;
    const struct name *name = &s->names.names.data[index];
    bool inside = name->words.first >= phrase.first ||
                  (phrase.first > name->words.first && /* the marks of a nickname cut the mention */
                   reading_token(s->reading, phrase.first - 1)->shape == TOKEN_CLOSE);
    bool fits = !stretch_is_empty(name->words) && name->words.end == phrase.end && inside;
    return fits ? name : NULL;
}

/* A phrase that stands for itself; what it says of kin tells a gender: "his wife". */
static struct resolved resolve_itself(struct resolving *s, struct stretch phrase, enum entity_kind kind)
{
    static const char *const women[] = {"wife",  "mother", "sister", "daughter",
                                        "woman", "girl",   "widow",  "aunt"};
    static const char *const men[] = {"husband", "father", "brother", "son",
                                      "man",     "boy",    "widower", "uncle"};
    struct stretch base = description_base(s->reading, phrase);
    uint32_t figure = names_phrase(&s->names, phrase, kind), last = base.end - 1, gender = 0;
    if (READING_IS_ONE_OF(s->reading, last, women))
        gender = TAG_FEMALE;
    else if (READING_IS_ONE_OF(s->reading, last, men))
        gender = TAG_MALE;
    if (gender) {
        resolving_figure(s, figure)->kind = ENTITY_ROLE;
        resolving_figure(s, figure)->gender = gender;
    }
    return resolved_to(figure, ANTECEDENT_SELF, (struct stretch){0, 0});
}

/* Whether a name behind a comma is but where somebody is: "the mayor of Lincoln, New Jersey". */
static bool is_place_behind(const struct resolving *s, uint32_t comma, const struct name *name)
{
    return s->names.figures.data[name->figure].kind != ENTITY_PERSON && stretch_is_empty(name->title) &&
           description_is_place(s->reading, comma, name->words);
}

/* The name that is all of what stands behind a comma of the mention, up to the next. */
static const struct name *name_behind(const struct resolving *s, struct stretch mention, uint32_t comma)
{
    uint32_t end = comma + 1;
    while (end < mention.end && !reading_is(s->reading, end, ","))
        end++;
    struct stretch segment = {comma + 1, end};
    const struct name *name = name_ending(s, description_base(s->reading, segment));
    if (!name || (name->words.first != segment.first && name->title.first != segment.first))
        return NULL;
    return is_place_behind(s, comma, name) ? NULL : name;
}

/* "Vietnam's ambassador to Russia, Dang Minh Koi", "the envoy who left, Dang Minh Koi": the name in
 * apposition to a role. */
static const struct name *name_apposed(const struct resolving *s, struct stretch mention, struct stretch head)
{
    bool clause = reading_has(s->reading, head.end, TAG_RELATIVE);
    for (uint32_t i = head.end; i + 1 < mention.end && (clause || i == head.end); i++) {
        const struct name *name = reading_is(s->reading, i, ",") ? name_behind(s, mention, i) : NULL;
        if (name && name->figure != NO_INDEX)
            return name;
    }
    return NULL;
}

/* How words of a name stand for all of it. */
static struct resolved resolve_shorter(struct resolving *s, uint32_t figure, struct stretch words)
{
    struct stretch full = resolving_figure(s, figure)->name;
    uint32_t antecedent = ANTECEDENT_FULLER;
    if (words.end - words.first >= full.end - full.first)
        return resolved_to(figure, ANTECEDENT_SELF, (struct stretch){0, 0});
    if (resolving_figure(s, figure)->kind == ENTITY_ORGANISATION)
        antecedent = ANTECEDENT_SHORT_FORM;
    else if (words.end == words.first + 1)
        antecedent = ANTECEDENT_SURNAME;
    return resolved_to(figure, antecedent, full);
}

static struct resolved resolve_name(struct resolving *s, struct stretch mention, const struct name *name)
{
    if (description_base(s->reading, mention).end <= name->words.first)
        mention.first = name->words.first; /* behind "Secretary of State" */
    uint32_t by_age = figures_bearer_of_age(&s->names, name);
    if (by_age != NO_INDEX)
        return resolve_shorter(s, by_age, name->words);
    struct figure *figure = resolving_figure(s, name->figure);
    bool several = name->words.end > name->words.first + 1;
    if (several && !reading_is(s->reading, mention.first, "the") && figure->kind == ENTITY_UNKNOWN) {
        figure->kind = ENTITY_PERSON;
        figure->guessed = true;
    }
    if (figure->kind != ENTITY_ORGANISATION)
        description_read(s->reading, figure, mention, name->title);
    return resolve_shorter(s, name->figure, name->words);
}

/* Two people, or two organisations, whose names "and" joins at the end of the phrase, from the first name on;
 * else empty. */
static struct stretch find_pair(struct resolving *s, struct stretch phrase)
{
    const struct name *right = name_ending(s, phrase);
    if (!right || right->figure == NO_INDEX)
        return (struct stretch){0, 0};
    uint8_t kind = resolving_figure(s, right->figure)->kind;
    uint32_t first = stretch_is_empty(right->title) ? right->words.first : right->title.first;
    for (uint32_t i = phrase.first + 1; i < first && !reading_has(s->reading, i, TAG_PREPOSITION); i++) {
        const struct name *left =
            reading_is(s->reading, i, "and") ? name_ending(s, (struct stretch){phrase.first, i}) : NULL;
        if (left && left->figure != NO_INDEX && left->figure != right->figure &&
            resolving_figure(s, left->figure)->kind == kind &&
            (kind == ENTITY_PERSON || kind == ENTITY_ORGANISATION))
            return (struct stretch){left->words.first, phrase.end};
    }
    return (struct stretch){0, 0};
}

/* The name that the mention's first part ends in, before or behind a preposition: "Alexander Lind of the
 * institute", "Bank of England", "Secretary of State John Doe". */
static const struct name *name_in(struct resolving *s, struct stretch head, struct stretch base)
{
    const struct reading *r = s->reading;
    const struct name *whole = name_ending(s, head), *name = name_ending(s, base);
    bool title = head.end > base.end && reading_has(r, base.end - 1, TAG_TITLE);
    if (whole && (whole->words.first < base.end || (!name && whole->title.first < base.end)))
        return whole;
    return name && title && resolving_figure(s, name->figure)->kind != ENTITY_PERSON ? NULL : name;
}

/* Whether a word tells what sort of organisation something is, and is no part of its name: "newspaper". */
static bool is_outlet(const struct reading *r, uint32_t token)
{
    return reading_token(r, token)->shape == TOKEN_LOWER && short_form_is_head(r, token);
}

/* Whether a phrase that tells no role can say what a name behind it is: "one of the dockers", "The
 * developer". */
static bool may_be_apposed(struct resolving *s, const struct name *name, struct stretch head,
                           struct stretch base)
{
    const struct reading *r = s->reading;
    if (reading_is(r, head.first, "one"))
        return reading_is(r, base.end, "of") || base.end == head.end;
    bool tells = (reading_has(r, head.first, TAG_DETERMINER) && base.end == head.end) ||
                 short_form_is_head(r, head.end - 1);
    bool named =
        name->words.end > name->words.first + 1 || resolving_figure(s, name->figure)->kind != ENTITY_UNKNOWN;
    return tells && named && reading_token(r, base.end - 1)->shape != TOKEN_CAPITALISED;
}

/* A name in apposition, and what the phrase before it tells of its bearer. */
static struct resolved resolve_apposed(struct resolving *s, const struct name *name, struct stretch head,
                                       struct stretch base)
{
    const struct reading *r = s->reading;
    struct figure *figure = resolving_figure(s, name->figure);
    bool role = reading_has(r, base.end - 1, TAG_ROLE), outlet = short_form_is_head(r, head.end - 1);
    if (role)
        figure->kind = ENTITY_PERSON;
    else if (outlet)
        figure->kind = ENTITY_ORGANISATION;
    else if (figure->kind == ENTITY_UNKNOWN) {
        figure->kind = ENTITY_PERSON;
        figure->guessed = true;
    }
    if (role && !(description_is_relation(r, base.end - 1) && !stretch_is_empty(name->title)))
        description_read_role(r, figure, head);
    return resolve_shorter(s, name->figure, name->words);
}

struct resolved resolving_phrase(struct resolving *s, struct stretch mention)
{
    const struct reading *r = s->reading;
    struct stretch head = description_head(r, mention), base = description_base(r, head);
    struct resolved short_form = resolving_definite(s, head);
    if (short_form.figure != NO_INDEX)
        return short_form;
    if (!reading_has(r, head.end - 1, TAG_ROLE)) { /* "the Texas Republican" looks like a name */
        struct resolved epithet = resolving_epithet(s, head);
        if (epithet.figure != NO_INDEX)
            return epithet;
    }
    struct stretch pair = find_pair(s, head);
    if (!stretch_is_empty(pair))
        return resolve_itself(s, pair, ENTITY_OTHER);
    const struct name *name = name_in(s, head, base);
    bool part = name && name->words.end < head.end && reading_is(r, base.end, "of") &&
                short_form_is_head(r, base.end - 1);
    const struct name *apposed = name_apposed(s, mention, head);
    if (apposed && base.end < head.end &&
        is_outlet(r, head.end - 1)) /* "The Ministry of Works newspaper, Ny Dag" */
        return resolve_apposed(s, apposed, head, base);
    if (part) /* "Ministry of the interior" */
        return resolve_itself(s, description_bare(r, head), ENTITY_OTHER);
    if (name)
        return resolve_name(s, mention, name);
    bool role = reading_has(r, base.end - 1, TAG_ROLE);
    if (apposed && (role || may_be_apposed(s, apposed, head, base)))
        return resolve_apposed(s, apposed, head, base);
    return role ? resolving_role(s, mention, head, base)
                : resolve_itself(s, description_bare(r, head), ENTITY_OTHER);
}

/* The mention less what stands in brackets at its end: "the senator (D-Ohio)". */
static struct stretch without_brackets(const struct reading *r, struct stretch mention)
{
    if (stretch_is_empty(mention) || !reading_is(r, mention.end - 1, ")"))
        return mention;
    for (uint32_t open = mention.end - 1; open > mention.first + 1; open--)
        if (reading_is(r, open - 1, "("))
            return (struct stretch){mention.first, open - 1};
    return mention;
}

/* The mention less the day at its end: "the ministry on Monday". */
static struct stretch without_time(const struct reading *r, struct stretch mention)
{
    uint32_t end = mention.end - 1;
    bool day = end > mention.first + 1 && reading_has(r, end, TAG_WEEKDAY) && reading_is(r, end - 1, "on");
    bool behind = day && (token_is_capital(reading_token(r, end - 2)) ||
                          reading_has(r, end - 2, TAG_ORGANISATION | TAG_ROLE));
    return behind ? (struct stretch){mention.first, end - 1} : mention;
}

static struct resolved resolve_mention(struct resolving *s, size_t index)
{
    const struct reading *r = s->reading;
    struct stretch mention = r->attributions[index].speaker;
    if (mention.end > mention.first + 1 &&
        (reading_is(r, mention.end - 1, "'s") || reading_is(r, mention.end - 1, "'")))
        mention.end--; /* "the engineer's claim" */
    mention = without_time(r, without_brackets(r, mention));
    if (mention.end - mention.first > PHRASE_MOST_TOKENS)
        mention.end = mention.first + PHRASE_MOST_TOKENS;
    if (mention.end == mention.first + 1 &&
        (reading_has(r, mention.first, TAG_RELATIVE | TAG_PRONOUN) || reading_is(r, mention.first, "his")))
        return resolving_pronoun(s, index);
    return resolving_phrase(s, mention);
}

static uint32_t entity_of(struct resolving *s, uint32_t index)
{
    struct figure *figure = resolving_figure(s, index);
    if (figure->entity == NO_INDEX)
        figure->entity = (uint32_t)s->reading->entity_count++;
    return figure->entity;
}

static void fill_entities(struct resolving *s)
{
    struct reading *r = s->reading;
    r->entities = arena_array(r->arena, r->entity_count, struct entity);
    vector_each (&s->names.figures, figure) {
        if (figure->entity == NO_INDEX)
            continue;
        struct stretch role = figure->role, affiliation = figure->affiliation;
        if (stretch_is_empty(role))
            role = description_office(r, figure->title);
        if (stretch_is_empty(role)) {
            role = figure->apposed_role;
            affiliation = stretch_is_empty(affiliation) ? figure->apposed_affiliation : affiliation;
        }
        struct entity *entity = &r->entities[figure->entity];
        entity->name = reading_span(r, figure->name);
        entity->role = reading_span(r, role);
        entity->affiliation = reading_span(r, affiliation);
        entity->title = reading_span(r, figure->title);
        entity->kind = figure->kind;
        entity->gender = figure->gender == TAG_MALE     ? GENDER_MALE
                         : figure->gender == TAG_FEMALE ? GENDER_FEMALE
                                                        : GENDER_UNKNOWN;
    }
    for (size_t i = 0; i < r->attribution_count; i++)
        if (r->attributions[i].entity != NO_INDEX)
            r->entities[r->attributions[i].entity].quotes++;
}

/* The attribution's speaker, who is then the latest one; a pronoun passes on what it stands for. */
static void resolve_attribution(struct resolving *s, size_t index)
{
    struct attribution *a = &s->reading->attributions[index];
    struct resolved found = resolve_mention(s, index);
    if (found.figure == NO_INDEX)
        return;
    a->entity = entity_of(s, found.figure);
    a->antecedent = found.antecedent;
    a->antecedent_mention = found.mention;
    s->figures[index] = s->last.figure = found.figure;
    s->last.token = a->speaker.first;
    s->last.end = a->speaker.end;
    s->last.sentence = s->reading->tokens[a->speaker.first].sentence;
    s->last.mention = found.antecedent == ANTECEDENT_PRONOUN ? found.mention : a->speaker;
}

void resolution_run(struct reading *reading)
{
    struct resolving s = {.reading = reading, .last = {.figure = NO_INDEX}};
    occupations_mark(reading);
    names_find(&s.names, reading);
    descriptions_find(&s.names);
    s.figures = arena_array(reading->arena, reading->attribution_count, uint32_t);
    for (size_t i = 0; i < reading->attribution_count; i++) {
        s.figures[i] = NO_INDEX;
        if (!stretch_is_empty(reading->attributions[i].speaker))
            resolve_attribution(&s, i);
    }
    fill_entities(&s);
    names_release(&s.names);
}
