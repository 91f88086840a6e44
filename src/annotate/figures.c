/* figures.c: see figures.h. */
#include "figures.h"

#include "descriptions.h"
#include "given_names.h"
#include "short_forms.h"
#include "surnames.h"

#include "whosaid/base/hash.h"

enum {
    BOTH_GENDERS = TAG_MALE | TAG_FEMALE,
    LONGEST_PERSON = 5,
    LONGEST_ORGANISATION = 10,
    LEAST_MISSPELT = 5,  /* letters of a surname */
    MOST_MISSPELT = 256, /* figures it is compared with */
    LEAST_INITIALS = 3,  /* of what may be no organisation */
};

static uint64_t key_of_word(const struct reading *r, uint32_t i, const char *kind)
{
    struct str lower = r->tokens[i].lower;
    return hash_bytes(hash_bytes(HASH_START, kind, 2), lower.data, lower.size);
}

/* The key of a surname, or of the place that is called so. */
static uint64_t key_of_surname(const struct reading *r, uint32_t i, const char *kind)
{
    struct str word = surname_key_word(r, i);
    return hash_bytes(hash_bytes(HASH_START, kind, 2), word.data, word.size);
}

/* What a word before the name says of its bearer: "his sister, Yvonne Hines". */
static uint32_t gender_before(const struct reading *r, uint32_t first)
{
    bool apposed = first > 1 && reading_is(r, first - 1, ",") &&
                   reading_token(r, first - 2)->shape == TOKEN_LOWER && reading_has(r, first - 2, TAG_ROLE);
    return apposed ? r->tokens[first - 2].tags & BOTH_GENDERS : 0;
}

static uint32_t gender_of(const struct reading *r, const struct name *name)
{
    uint32_t gender = gender_before(r, name->words.first);
    for (uint32_t i = name->title.first; i < name->title.end; i++)
        if (reading_has(r, i, TAG_TITLE | TAG_ROLE))
            gender |= r->tokens[i].tags & BOTH_GENDERS;
    if (gender == 0 && stretch_size(name->words) > 1)
        gender = given_name_gender(&r->tokens[name->words.first]);
    return gender == BOTH_GENDERS ? 0 : gender;
}

static bool is_organisation(const struct reading *r, struct stretch words)
{
    return short_form_is_head(r, short_form_head(r, words)) &&
           !(stretch_size(words) == 2 && given_name_gender(&r->tokens[words.first]));
}

/* "in Lincoln", "near Paris": where something happens, whoever bears that surname. */
static bool is_place_here(const struct reading *r, const struct name *name)
{
    static const char *const where[] = {"in", "near", "outside", "across", "throughout", "around"};
    uint32_t before = name->words.first - 1;
    if (!stretch_is_empty(name->title) || name->words.first == 0)
        return false;
    return READING_IS_ONE_OF(r, before, where);
}

/* What says that a name is a person's: a title, a first name, "who". */
static bool is_person(const struct reading *r, const struct name *name)
{
    if (is_organisation(r, name->words))
        return false;
    if (!stretch_is_empty(name->title) && (description_ends_title(r, name->title.end - 1) ||
                                           reading_has(r, name->title.end - 1, TAG_HONORIFIC)))
        return true;
    uint32_t next = name->words.end + reading_is(r, name->words.end, ",");
    return stretch_size(name->words) > 1 && (given_name_gender(&r->tokens[name->words.first]) ||
                                             reading_is(r, next, "who") || reading_is(r, next, "whose"));
}

static bool same_word(const struct reading *r, uint32_t a, uint32_t b)
{
    return str_equal(r->tokens[a].lower, r->tokens[b].lower);
}

static bool is_initial(struct str word)
{
    return word.size <= 2 && str_ends(word, STR("."));
}

static bool same_first_word(const struct reading *r, struct stretch a, struct stretch b)
{
    struct str x = r->tokens[a.first].lower, y = r->tokens[b.first].lower;
    if (x.size == 0 || y.size == 0)
        return false;
    return str_equal(x, y) || ((is_initial(x) || is_initial(y)) && x.data[0] == y.data[0]);
}

/* Whether a name of several words is the end of a longer one: "Ferreira Pinto" of "Luis Ferreira Pinto". */
static bool ends_name(const struct reading *r, struct stretch end, struct stretch name)
{
    if (stretch_size(end) < 2 || stretch_size(name) <= stretch_size(end))
        return false;
    for (uint32_t i = 1; i <= stretch_size(end); i++)
        if (!same_word(r, end.end - i, name.end - i))
            return false;
    return true;
}

/* Whether a name can be the figure's: one word always, more when the first agrees. */
static bool may_share(const struct reading *r, const struct figure *figure, const struct name *name,
                      uint32_t gender)
{
    uint32_t suffix = name->words.end - 1, other = figure->name.end - 1;
    bool suffixed = surname_is_suffix(r, suffix), known = surname_is_suffix(r, other);
    if (figure->gender && gender && figure->gender != gender)
        return false;
    if (suffixed != known && (suffixed || stretch_size(name->words) > 1))
        return false;
    if (suffixed && known && !surname_same_suffix(r, suffix, other))
        return false;
    return surname_stands_alone(r, name->words) || surname_stands_alone(r, figure->name) ||
           same_first_word(r, figure->name, name->words) || ends_name(r, name->words, figure->name);
}

static uint32_t sentences_since(const struct reading *r, const struct figure *figure, const struct name *name)
{
    return r->tokens[name->words.first].sentence - r->tokens[figure->last_mention].sentence;
}

/* Whether a bare surname means a rather than b, who was introduced earlier. */
static bool is_meant(const struct reading *r, const struct figure *a, const struct figure *b,
                     const struct name *name)
{
    if (!stretch_is_empty(name->title)) {
        bool a_ranks = description_answers_to(r, a, name->title),
             b_ranks = description_answers_to(r, b, name->title);
        if (a_ranks != b_ranks)
            return a_ranks;
    }
    if ((a->bare_mentions > 0) != (b->bare_mentions > 0) && a->mentions + b->mentions > 3)
        return a->bare_mentions > 0;
    bool a_near = sentences_since(r, a, name) <= 1, b_near = sentences_since(r, b, name) <= 1;
    if (a_near != b_near)
        return a_near;
    if (a->mentions >= 2 * b->mentions || b->mentions >= 2 * a->mentions)
        return a->mentions > b->mentions;
    return a->last_mention > b->last_mention;
}

/* Of the bearers of a surname, the one whose name this is; NO_INDEX when it is none of them. */
static uint32_t find_bearer(const struct name_table *t, uint32_t bearer, const struct name *name,
                            uint32_t gender)
{
    const struct reading *r = t->reading;
    uint32_t best = NO_INDEX;
    for (int i = 0; i < NAMES_MOST_NAMESAKES && bearer < NAMES_SEVERAL; i++) {
        const struct figure *figure = &t->figures.data[bearer];
        if (may_share(r, figure, name, gender)) {
            if (!surname_stands_alone(r, name->words) && !surname_stands_alone(r, figure->name))
                return bearer;
            if (best == NO_INDEX || is_meant(r, figure, &t->figures.data[best], name))
                best = bearer;
        }
        bearer = figure->namesake;
    }
    return best;
}

/* A surname alone that does or has something: "Lind said", "Lind's". */
static bool is_bare_surname(const struct reading *r, const struct figure *figure, const struct name *name)
{
    uint32_t verbs = TAG_CUE_VERB | TAG_AUXILIARY | TAG_VERB, first = name->words.first;
    bool acts =
        reading_has(r, name->words.end, verbs) || (first > 0 && reading_has(r, first - 1, TAG_CUE_CLAUSE));
    return acts && stretch_size(name->words) == 1 && stretch_is_empty(name->title) &&
           !(first > 0 && reading_has(r, first - 1, TAG_DETERMINER)) &&
           same_word(r, first, surname_token(r, figure->name));
}

/* What one more mention tells about a figure. */
static void enrich(struct name_table *t, uint32_t index, const struct name *name, uint32_t gender)
{
    const struct reading *r = t->reading;
    struct figure *figure = &t->figures.data[index];
    uint32_t most = figure->kind == ENTITY_ORGANISATION ? LONGEST_ORGANISATION : LONGEST_PERSON;
    if (stretch_size(name->words) > stretch_size(figure->name) && stretch_size(name->words) <= most)
        figure->name = name->words;
    if (!figure->gender)
        figure->gender = gender;
    bool bare = is_bare_surname(r, figure, name);
    if (is_person(r, name) || (bare && stretch_size(figure->name) > 1))
        figure->kind = ENTITY_PERSON;
    if (stretch_is_empty(figure->title) && !stretch_is_empty(name->title) &&
        !reading_has(r, name->title.end - 1, TAG_HONORIFIC))
        figure->title = name->title;
    figure->mentions++;
    figure->bare_mentions += bare;
    figure->last_mention = name->words.first;
}

static void set_once(struct name_table *t, uint64_t key, uint32_t figure)
{
    uint32_t *slot = names_slot(t, key);
    *slot = *slot == NO_INDEX || *slot == figure ? figure : NAMES_SEVERAL;
}

/* An abbreviation may stand for the name, with the letters of "of" or without. */
static void add_initials(struct name_table *t, struct stretch words, uint32_t figure)
{
    for (int small = 0; small < 2; small++) {
        uint64_t initials = short_form_initials(t->reading, words, small);
        if (initials)
            set_once(t, initials, figure);
    }
}

static void assign_organisation(struct name_table *t, struct name *name)
{
    const struct reading *r = t->reading;
    name->figure = names_phrase(t, name->words, ENTITY_ORGANISATION);
    struct figure *figure = &t->figures.data[name->figure];
    if (figure->mentions++ > 0)
        return;
    add_initials(t, name->words, name->figure);
    static const char *const countries[] = {"u.s.", "us", "u.k.", "uk"};
    struct stretch body = name->words;
    body.first += stretch_size(body) > 2 && READING_IS_ONE_OF(r, body.first, countries);
    if (short_form_drops_head(r, body))
        set_once(t, key_of_word(r, body.first, "f:"), name->figure);
}

/* A single word can be a first name, or a family name that stands first: "Hillary", "Xi". */
static uint32_t find_by_first_name(struct name_table *t, const struct name *name, uint32_t gender)
{
    if (stretch_size(name->words) > 1)
        return NO_INDEX;
    uint32_t index = *names_slot(t, key_of_word(t->reading, name->words.first, "f:"));
    if (index >= NAMES_SEVERAL)
        return NO_INDEX;
    const struct figure *figure = &t->figures.data[index];
    return figure->gender && gender && figure->gender != gender ? NO_INDEX : index;
}

/* "Idris", a first name that stood alone, for "Idris Warsame", who then has that surname. */
static uint32_t find_first_name_alone(struct name_table *t, const struct name *name, uint32_t gender)
{
    const struct reading *r = t->reading;
    if (stretch_size(name->words) == 1 || !given_name_gender(&r->tokens[name->words.first]))
        return NO_INDEX;
    uint32_t index = *names_slot(t, key_of_surname(r, name->words.first, "s:"));
    if (index >= NAMES_SEVERAL)
        return NO_INDEX;
    const struct figure *figure = &t->figures.data[index];
    bool fits = stretch_size(figure->name) == 1 && stretch_is_empty(figure->title) &&
                figure->kind != ENTITY_ORGANISATION &&
                !(figure->gender && gender && figure->gender != gender);
    if (!fits || figure->namesake != NO_INDEX)
        return NO_INDEX;
    *names_slot(t, key_of_surname(r, name->words.first, "s:")) = NAMES_SEVERAL; /* no surname after all */
    uint32_t *slot = names_slot(t, key_of_surname(r, surname_token(r, name->words), "s:"));
    t->figures.data[index].namesake = *slot;
    *slot = index;
    return index;
}

/* One of two surnames: "Ibáñez", or "Carolina Ibáñez", for "Carolina Ibáñez Lagos", whichever comes first. */
static uint32_t find_by_other_surname(struct name_table *t, const struct name *name, uint32_t gender)
{
    const struct reading *r = t->reading;
    uint32_t other = surname_of_two(r, name->words), index = NO_INDEX;
    if (is_place_here(r, name))
        return NO_INDEX;
    if (other != NO_INDEX)
        index = *names_slot(t, key_of_surname(r, other, "s:"));
    else if (stretch_size(name->words) <= 2)
        index = *names_slot(t, key_of_surname(r, surname_token(r, name->words), "m:"));
    if (index >= NAMES_SEVERAL || !may_share(r, &t->figures.data[index], name, gender))
        return NO_INDEX;
    bool given = !surname_stands_alone(r, t->figures.data[index].name);
    return other == NO_INDEX || given ? index : NO_INDEX;
}

/* Whether one word is the other less a letter: "Mauer" and "Maurer"; not "Lunds", which are several. */
static bool is_misspelt(struct str written, struct str known)
{
    struct str longer = written.size > known.size ? written : known,
               shorter = written.size > known.size ? known : written;
    size_t same = 0;
    if (longer.size != shorter.size + 1 || shorter.size < LEAST_MISSPELT || str_ends(written, STR("s")))
        return false;
    while (same < shorter.size && shorter.data[same] == longer.data[same])
        same++;
    return same > 0 &&
           str_equal(str_slice(shorter, same, shorter.size), str_slice(longer, same + 1, longer.size));
}

/* Whose surname, told in full before, a word that says something seems to be a misprint of. */
static uint32_t find_misspelt(const struct name_table *t, const struct name *name)
{
    const struct reading *r = t->reading;
    uint32_t word = name->words.first;
    bool speaks = reading_has(r, name->words.end, TAG_CUE_CLAUSE) ||
                  (word > 0 && reading_has(r, word - 1, TAG_CUE_CLAUSE));
    if (stretch_size(name->words) > 1 || !speaks || r->tokens[word].shape != TOKEN_CAPITALISED ||
        given_name_gender(&r->tokens[word]))
        return NO_INDEX;
    for (size_t i = t->figures.size, steps = 0; i > 0 && steps < MOST_MISSPELT; i--, steps++) {
        const struct figure *figure = &t->figures.data[i - 1];
        if (figure->kind != ENTITY_ORGANISATION && stretch_size(figure->name) > 1 &&
            is_misspelt(r->tokens[word].lower, r->tokens[surname_token(r, figure->name)].lower))
            return (uint32_t)i - 1;
    }
    return NO_INDEX;
}

/* "New York Times", later "the Times"; "State Department", later "the Department". */
static bool is_places_name(const struct reading *r, const struct name *name)
{
    return is_place_here(r, name) || (name->words.first > 0 && reading_is(r, name->words.first - 1, "the"));
}

/* What else a name of several words may be called by: its first word, the other of two surnames. */
static void add_other_names(struct name_table *t, struct stretch words, uint32_t figure)
{
    uint32_t other = surname_of_two(t->reading, words);
    set_once(t, key_of_word(t->reading, words.first, "f:"), figure);
    if (other != NO_INDEX)
        set_once(t, key_of_surname(t->reading, other, "m:"), figure);
    if (stretch_size(words) >= LEAST_INITIALS && t->figures.data[figure].kind == ENTITY_UNKNOWN)
        add_initials(t, words, figure); /* "World Harvest Programme" */
}

void figures_assign(struct name_table *t, struct name *name)
{
    const struct reading *r = t->reading;
    if (stretch_size(name->words) > 1 && is_organisation(r, name->words)) {
        assign_organisation(t, name);
        return;
    }
    uint64_t key = key_of_surname(r, surname_token(r, name->words), is_place_here(r, name) ? "p:" : "s:");
    uint32_t gender = gender_of(r, name), latest = *names_slot(t, key);
    uint32_t index = find_bearer(t, latest, name, gender);
    if (index == NO_INDEX)
        index = find_by_first_name(t, name, gender);
    if (index == NO_INDEX)
        index = find_by_other_surname(t, name, gender);
    if (index == NO_INDEX)
        index = find_first_name_alone(t, name, gender);
    if (index == NO_INDEX)
        index = find_misspelt(t, name);
    if (index == NO_INDEX) {
        bool organisation = short_form_is_head(r, name->words.end - 1) || short_form_key(r, name->words);
        index = names_new_figure(t, name->words, organisation ? ENTITY_ORGANISATION : ENTITY_UNKNOWN);
        t->figures.data[index].namesake = latest;
        *names_slot(t, key) = index;
    }
    enrich(t, index, name, gender);
    if (stretch_size(name->words) > 1 && !is_places_name(r, name))
        add_other_names(t, name->words, index);
    name->figure = index;
}

void figures_assign_short(struct name_table *t, struct name *name)
{
    uint32_t index = *names_slot(t, short_form_key(t->reading, name->words));
    if (index >= NAMES_SEVERAL) {
        figures_assign(t, name);
        return;
    }
    name->figure = index;
    t->figures.data[index].mentions++;
    if (t->figures.data[index].kind == ENTITY_UNKNOWN)
        t->figures.data[index].kind = ENTITY_ORGANISATION;
}

uint32_t figures_bearer_of_age(struct name_table *t, const struct name *name)
{
    static const char *const seniors[] = {"sr.", "sr"};
    const struct reading *r = t->reading;
    uint32_t before = name->words.first - (name->words.first > 0), found = NO_INDEX;
    bool younger = reading_is(r, before, "younger");
    if (!younger && !reading_is(r, before, "elder") && !reading_is(r, before, "older"))
        return NO_INDEX;
    uint32_t bearer = *names_slot(t, key_of_surname(r, surname_token(r, name->words), "s:"));
    for (int i = 0; i < NAMES_MOST_NAMESAKES && bearer < NAMES_SEVERAL; i++) {
        struct stretch full = t->figures.data[bearer].name;
        bool junior = surname_is_suffix(r, full.end - 1) && !READING_IS_ONE_OF(r, full.end - 1, seniors);
        if (junior == younger && stretch_size(full) > 1)
            found = found == NO_INDEX ? bearer : NAMES_SEVERAL;
        bearer = t->figures.data[bearer].namesake;
    }
    return found < NAMES_SEVERAL ? found : NO_INDEX;
}
