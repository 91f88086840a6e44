/* resolution.c: see resolution.h. In text order, each speaker's mention is a name, a pronoun, a role ("the
 * minister") or a phrase that stands for itself; names.c knows who shares a name. */
#include "resolution.h"

#include "names.h"
#include "phrases.h"

enum {
    LOOK_BACK_SENTENCES = 6, /* how far a pronoun reaches */
    LOOK_BACK_NAMES = 64,
    BOTH_GENDERS = TAG_MALE | TAG_FEMALE,
};

struct resolving {
    struct reading *reading;
    struct name_table names;
    struct {
        uint32_t figure, token, sentence;
        struct stretch mention;
    } last;              /* the latest speaker resolved; figure NO_INDEX before there is one */
    uint32_t antecedent; /* enum annotate_antecedent: how the mention at hand was resolved ... */
    struct stretch antecedent_mention; /* ... and to which other one */
};

static void set_antecedent(struct resolving *s, uint32_t antecedent, struct stretch mention)
{
    s->antecedent = antecedent;
    s->antecedent_mention = mention;
}

static bool is_comma(const struct reading *r, uint32_t i)
{
    return reading_is(r, i, ",");
}

static struct stretch without_determiner(const struct reading *r, struct stretch s)
{
    while (s.first + 1 < s.end && reading_has(r, s.first, TAG_DETERMINER))
        s.first++;
    return s;
}

/* The first part of a mention, before its apposition. */
static struct stretch head_segment(const struct reading *r, struct stretch mention)
{
    struct stretch head = mention;
    for (uint32_t i = mention.first + 1; i < mention.end; i++)
        if (is_comma(r, i)) {
            head.end = i;
            break;
        }
    return head;
}

/* A segment before its first preposition: "spokesperson" of "spokesperson for the embassy". */
static struct stretch before_preposition(const struct reading *r, struct stretch segment)
{
    for (uint32_t i = segment.first + 1; i < segment.end; i++)
        if (reading_has(r, i, TAG_PREPOSITION | TAG_RELATIVE) && reading_token(r, i)->shape == TOKEN_LOWER)
            return (struct stretch){segment.first, i};
    return segment;
}

/* The name whose words end where the phrase does, or NULL. Borrowed, until names change. */
static const struct name *name_ending(const struct resolving *s, struct stretch phrase)
{
    size_t index = stretch_is_empty(phrase) ? s->names.names.size : names_at(&s->names, phrase.end - 1);
    if (index >= s->names.names.size)
        return NULL;
    const struct name *name = &s->names.names.data[index];
    bool fits =
        !stretch_is_empty(name->words) && name->words.end == phrase.end && name->words.first >= phrase.first;
    return fits ? name : NULL;
}

/* The affiliation behind a preposition: "the Australian Defence Force Academy in Canberra" without its place,
 * but "U.S. embassy in Hanoi" with it, since it takes the place to say which embassy. */
static struct stretch affiliation_after(const struct reading *r, struct stretch segment)
{
    struct stretch head = before_preposition(r, segment), rest = {head.end + 1, segment.end};
    if (head.end >= segment.end || !(reading_is(r, head.end, "of") || reading_is(r, head.end, "for") ||
                                     reading_is(r, head.end, "at") || reading_is(r, head.end, "with")))
        return (struct stretch){0, 0};
    rest = without_determiner(r, rest);
    for (uint32_t i = rest.first + 1; i < rest.end; i++)
        if (reading_is(r, i, "in") && reading_token(r, i - 1)->shape != TOKEN_LOWER)
            rest.end = i;
    bool named = false, organisation = reading_token(r, rest.first)->shape != TOKEN_LOWER;
    for (uint32_t i = rest.first; i < rest.end; i++) {
        named |= reading_token(r, i)->shape >= TOKEN_CAPITALISED && reading_token(r, i)->shape <= TOKEN_MIXED;
        organisation |= reading_has(r, i, TAG_ORGANISATION);
    }
    return named && organisation ? rest : (struct stretch){0, 0};
}

/* "Prime Minister" of "Russian Prime Minister": the title words at the end, with what qualifies a rank. */
static struct stretch rank_of(const struct reading *r, struct stretch title)
{
    static const char *const qualifiers[] = {"prime",  "deputy", "vice",    "foreign",
                                             "former", "chief",  "defense", "defence"};
    uint32_t first = title.end;
    while (first > title.first) {
        bool rank =
            reading_has(r, first - 1, TAG_TITLE | TAG_ROLE) && !reading_has(r, first - 1, TAG_HONORIFIC);
        for (size_t q = 0; q < sizeof qualifiers / sizeof *qualifiers; q++)
            rank |= first < title.end && reading_is(r, first - 1, qualifiers[q]);
        if (!rank)
            break;
        first--;
    }
    return (struct stretch){first, title.end};
}

static void set_role(struct figure *figure, struct stretch role, struct stretch affiliation)
{
    if (stretch_is_empty(figure->role))
        figure->role = role;
    if (stretch_is_empty(figure->affiliation))
        figure->affiliation = affiliation;
}

/* What stands before a role and names an organisation: "State Department" of "State Department spokesperson".
 */
static struct stretch affiliation_before(const struct reading *r, struct stretch title, struct stretch rank)
{
    struct stretch before = {title.first, rank.first};
    if (!stretch_is_empty(before) && reading_is(r, before.end - 1, "'s"))
        before.end--;
    bool named = !stretch_is_empty(before) && reading_has(r, before.end - 1, TAG_ORGANISATION);
    return named ? before : (struct stretch){0, 0};
}

/* Role and affiliation from the titles before a name and the apposition behind it. */
static void describe(const struct reading *r, struct figure *figure, struct stretch mention,
                     struct stretch title)
{
    struct stretch rank = rank_of(r, title), head = head_segment(r, mention);
    if (!stretch_is_empty(rank))
        set_role(figure, rank, affiliation_before(r, without_determiner(r, title), rank));
    set_role(figure, (struct stretch){0, 0}, affiliation_after(r, head));
    if (head.end + 1 >= mention.end || reading_has(r, head.end + 1, TAG_RELATIVE))
        return;
    struct stretch apposition = head_segment(r, (struct stretch){head.end + 1, mention.end});
    struct stretch role = without_determiner(r, before_preposition(r, apposition));
    if (!stretch_is_empty(role) && reading_has(r, role.end - 1, TAG_ROLE))
        set_role(figure, role, affiliation_after(r, apposition));
}

static bool same_role(const struct reading *r, uint32_t a, uint32_t b)
{
    struct str x = reading_token(r, a)->lower, y = reading_token(r, b)->lower;
    return str_equal(x, y) || (str_starts(x, STR("spokes")) && str_starts(y, STR("spokes")));
}

/* Whether a figure can be called by the role phrase: its last word is the figure's rank, its other words are
 * among the figure's. */
static bool answers_to(const struct reading *r, const struct figure *figure, struct stretch phrase)
{
    struct stretch known = !stretch_is_empty(figure->title) ? figure->title : figure->role;
    if (stretch_is_empty(known) || !same_role(r, known.end - 1, phrase.end - 1))
        return false;
    for (uint32_t i = phrase.first; i + 1 < phrase.end; i++) {
        bool shared = false;
        for (uint32_t k = known.first; k + 1 < known.end; k++)
            shared |= str_equal(r->tokens[i].lower, r->tokens[k].lower);
        if (!shared)
            return false;
    }
    return true;
}

/* "the spokesperson", "the Russian president": the figure of that role met last. */
static uint32_t find_by_role(struct resolving *s, struct stretch phrase, uint32_t token)
{
    const struct reading *r = s->reading;
    size_t index = names_at(&s->names, token);
    if (s->last.figure != NO_INDEX && answers_to(r, &s->names.figures.data[s->last.figure], phrase)) {
        set_antecedent(s, ANTECEDENT_TITLE, s->last.mention);
        return s->last.figure;
    }
    for (size_t i = index, steps = 0; i > 0 && steps < 4 * LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (name->figure != NO_INDEX && answers_to(r, &s->names.figures.data[name->figure], phrase)) {
            set_antecedent(s, ANTECEDENT_TITLE, name->words);
            return name->figure;
        }
    }
    return NO_INDEX;
}

/* A role without a name: an earlier figure for "the minister", else one of its own. */
static uint32_t resolve_role(struct resolving *s, struct stretch mention, struct stretch head,
                             struct stretch base)
{
    const struct reading *r = s->reading;
    bool definite = reading_is(r, mention.first, "the");
    struct stretch role = without_determiner(r, base);
    if (definite && base.end == head.end) {
        uint32_t figure = find_by_role(s, role, mention.first);
        if (figure != NO_INDEX)
            return figure;
    }
    uint32_t index = names_phrase(&s->names, without_determiner(r, head), FIGURE_ROLE);
    struct figure *figure = &s->names.figures.data[index];
    struct stretch rank = rank_of(r, role);
    set_role(figure, rank, affiliation_before(r, role, rank));
    set_role(figure, rank, affiliation_after(r, head));
    figure->gender = reading_token(r, base.end - 1)->tags & BOTH_GENDERS;
    return index;
}

/* "Vietnam's ambassador to Russia, Dang Minh Koi": the name in apposition to a role. */
static const struct name *name_apposed(const struct resolving *s, struct stretch mention, struct stretch head)
{
    if (head.end + 1 >= mention.end)
        return NULL;
    struct stretch segment = head_segment(s->reading, (struct stretch){head.end + 1, mention.end});
    const struct name *name = name_ending(s, before_preposition(s->reading, segment));
    if (!name || (name->words.first != segment.first && name->title.first != segment.first))
        return NULL;
    return name;
}

/* Whether the words here are fewer than the name has in full, and so stand for it. */
static void note_shorter(struct resolving *s, struct stretch words, struct stretch full)
{
    if (words.end - words.first >= full.end - full.first)
        return;
    bool surname = words.end == words.first + 1;
    set_antecedent(s, surname ? ANTECEDENT_SURNAME : ANTECEDENT_FULLER, full);
}

static uint32_t resolve_name(struct resolving *s, struct stretch mention, const struct name *name)
{
    struct figure *figure = &s->names.figures.data[name->figure];
    bool several = name->words.end > name->words.first + 1;
    bool organisation = reading_has(s->reading, name->words.end - 1, TAG_ORGANISATION) ||
                        reading_is(s->reading, mention.first, "the");
    if (several && !organisation && figure->kind == FIGURE_UNKNOWN)
        figure->kind = FIGURE_PERSON;
    describe(s->reading, figure, mention, name->title);
    note_shorter(s, name->words, figure->name);
    return name->figure;
}

static uint32_t resolve_phrase(struct resolving *s, struct stretch mention)
{
    const struct reading *r = s->reading;
    struct stretch head = head_segment(r, mention), base = before_preposition(r, head);
    const struct name *name = name_ending(s, base);
    if (!name && head.end > base.end && reading_has(r, base.end - 1, TAG_TITLE))
        name = name_ending(s, head); /* "Secretary of State John Doe" */
    if (name && s->names.figures.data[name->figure].kind != FIGURE_PERSON && head.end > base.end &&
        reading_has(r, base.end - 1, TAG_TITLE))
        name = NULL;
    if (name && reading_has(r, base.end - 1, TAG_ORGANISATION) && reading_is(r, base.end, "of"))
        return names_phrase(&s->names, without_determiner(r, head),
                            FIGURE_OTHER); /* "Institute of Hydrology" */
    if (name)
        return resolve_name(s, mention, name);
    bool described = reading_has(r, base.end - 1, TAG_ROLE) || reading_has(r, head.end - 1, TAG_ORGANISATION);
    if (!described || (!reading_has(r, base.end - 1, TAG_ROLE) && !name_apposed(s, mention, head)))
        return names_phrase(&s->names, without_determiner(r, head), FIGURE_OTHER);
    name = name_apposed(s, mention, head);
    if (!name)
        return resolve_role(s, mention, head, base);
    struct figure *figure = &s->names.figures.data[name->figure];
    struct stretch role = without_determiner(r, base), rank = rank_of(r, role);
    figure->kind = FIGURE_PERSON;
    set_role(figure, rank, affiliation_before(r, role, rank));
    set_role(figure, rank, affiliation_after(r, head));
    return name->figure;
}

/* maybe: a name of several words that nothing else tells about will do. */
static bool fits_pronoun(const struct figure *figure, uint32_t gender, bool maybe)
{
    bool person = figure->kind == FIGURE_PERSON || (figure->kind == FIGURE_ROLE && gender);
    person |= maybe && figure->kind == FIGURE_UNKNOWN && figure->name.end > figure->name.first + 1;
    return person && !(figure->gender && gender && figure->gender != gender);
}

/* he, she: of the nearest sentence back that names a fitting person, the first one named; the speaker before
 * counts as named where its mention stands. */
static uint32_t find_person(struct resolving *s, uint32_t token, uint32_t gender, bool maybe)
{
    const struct reading *r = s->reading;
    uint32_t found = NO_INDEX, found_sentence = 0, own = r->tokens[token].sentence;
    struct stretch words = {0, 0};
    size_t index = names_at(&s->names, token);
    for (size_t i = index, steps = 0; i > 0 && steps < LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (name->figure == NO_INDEX || name->quoted ||
            !fits_pronoun(&s->names.figures.data[name->figure], gender, maybe))
            continue;
        uint32_t sentence = r->tokens[name->words.first].sentence;
        if (found != NO_INDEX && sentence != found_sentence)
            break;
        bool possessive = reading_is(r, name->words.end, "'s");
        if (found == NO_INDEX || !possessive) {
            found = name->figure;
            words = name->words;
        }
        found_sentence = sentence;
    }
    bool far = found == NO_INDEX || own - found_sentence > LOOK_BACK_SENTENCES;
    bool speaker_later = s->last.figure != NO_INDEX && s->last.token < token &&
                         (far || s->last.sentence >= found_sentence) &&
                         own - s->last.sentence <= LOOK_BACK_SENTENCES;
    if (speaker_later) {
        const struct figure *speaker = &s->names.figures.data[s->last.figure];
        if (fits_pronoun(speaker, gender, maybe) || (maybe && speaker->kind == FIGURE_UNKNOWN)) {
            set_antecedent(s, ANTECEDENT_PRONOUN, s->last.mention);
            return s->last.figure;
        }
    }
    if (!far && found != NO_INDEX)
        set_antecedent(s, ANTECEDENT_PRONOUN, words);
    return far ? NO_INDEX : found;
}

static uint32_t resolve_pronoun(struct resolving *s, uint32_t token)
{
    const struct reading *r = s->reading;
    if (reading_is(r, token, "he") || reading_is(r, token, "she")) {
        uint32_t gender = r->tokens[token].tags & BOTH_GENDERS, figure = find_person(s, token, gender, false);
        return figure != NO_INDEX ? figure : find_person(s, token, gender, true);
    }
    bool plural = reading_is(r, token, "they") || reading_is(r, token, "it");
    bool near = s->last.figure != NO_INDEX && s->last.token < token &&
                r->tokens[token].sentence - s->last.sentence <= 1;
    if (plural && near && s->names.figures.data[s->last.figure].kind != FIGURE_PERSON) {
        set_antecedent(s, ANTECEDENT_PRONOUN, s->last.mention);
        return s->last.figure;
    }
    return NO_INDEX;
}

/* Of what "which" stands for, what can speak: an organisation, or what the last preposition brings in.
 * Criticism from a country condemns nothing, the country does. */
static struct stretch what_speaks(const struct reading *r, struct stretch phrase)
{
    struct stretch base = before_preposition(r, head_segment(r, phrase));
    if (reading_has(r, base.end - 1, TAG_ORGANISATION | TAG_ROLE))
        return phrase;
    for (uint32_t i = phrase.end - 1; i > phrase.first; i--)
        if (reading_has(r, i - 1, TAG_PREPOSITION) && !reading_is(r, i - 1, "of"))
            return (struct stretch){i, phrase.end};
    return phrase;
}

/* who, which: whom the words before it name. */
static uint32_t resolve_relative(struct resolving *s, uint32_t token)
{
    const struct reading *r = s->reading;
    uint32_t end = token, limit = token > PHRASE_MOST_TOKENS ? token - PHRASE_MOST_TOKENS : 0;
    end -= end > 0 && is_comma(r, end - 1);
    struct stretch antecedent = phrase_before(r, limit, end);
    if (stretch_is_empty(antecedent) || reading_has(r, antecedent.first, TAG_PRONOUN))
        return NO_INDEX;
    if (!reading_has(r, token, TAG_PRONOUN))
        antecedent = what_speaks(r, antecedent);
    uint32_t figure = resolve_phrase(s, antecedent);
    set_antecedent(s, ANTECEDENT_PRONOUN, antecedent);
    return figure;
}

static uint32_t resolve_mention(struct resolving *s, struct stretch mention)
{
    const struct reading *r = s->reading;
    if (mention.end > mention.first + 1 &&
        (reading_is(r, mention.end - 1, "'s") || reading_is(r, mention.end - 1, "'")))
        mention.end--; /* "the engineer's claim" */
    bool single = mention.end == mention.first + 1;
    if (single && reading_has(r, mention.first, TAG_RELATIVE))
        return resolve_relative(s, mention.first);
    if (single && reading_has(r, mention.first, TAG_PRONOUN))
        return resolve_pronoun(s, mention.first);
    return resolve_phrase(s, mention);
}

static uint32_t entity_of(struct resolving *s, uint32_t index)
{
    struct figure *figure = &s->names.figures.data[index];
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
        struct stretch role = figure->role;
        if (stretch_is_empty(role))
            role = rank_of(r, figure->title);
        struct entity *entity = &r->entities[figure->entity];
        entity->name = reading_span(r, figure->name);
        entity->role = reading_span(r, role);
        entity->affiliation = reading_span(r, figure->affiliation);
    }
    for (size_t i = 0; i < r->attribution_count; i++)
        if (r->attributions[i].entity != NO_INDEX)
            r->entities[r->attributions[i].entity].quotes++;
}

void resolution_run(struct reading *reading)
{
    struct resolving s = {.reading = reading, .last = {.figure = NO_INDEX}};
    names_find(&s.names, reading);
    for (size_t i = 0; i < reading->attribution_count; i++) {
        struct attribution *a = &reading->attributions[i];
        if (stretch_is_empty(a->speaker))
            continue;
        set_antecedent(&s, ANTECEDENT_SELF, (struct stretch){0, 0});
        uint32_t figure = resolve_mention(&s, a->speaker);
        if (figure == NO_INDEX)
            continue;
        a->entity = entity_of(&s, figure);
        a->antecedent = s.antecedent;
        a->antecedent_mention = s.antecedent_mention;
        s.last.figure = figure;
        s.last.mention = s.antecedent == ANTECEDENT_PRONOUN ? s.antecedent_mention : a->speaker;
        s.last.token = a->speaker.first;
        s.last.sentence = reading->tokens[a->speaker.first].sentence;
    }
    fill_entities(&s);
    names_release(&s.names);
}
