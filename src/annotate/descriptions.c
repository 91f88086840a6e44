/* descriptions.c: see descriptions.h. */
#include "descriptions.h"

#include "offices.h"
#include "phrases.h"
#include "short_forms.h"

bool description_is_rank(const struct reading *r, uint32_t i)
{
    return (reading_has(r, i, TAG_TITLE | TAG_ROLE) && !reading_has(r, i, TAG_HONORIFIC)) ||
           office_is_qualifier(r, i);
}

bool description_ends_title(const struct reading *r, uint32_t i)
{
    return reading_has(r, i, TAG_TITLE | TAG_ROLE) && !reading_is(r, i, "foreign");
}

struct stretch description_bare(const struct reading *r, struct stretch s)
{
    while (s.first + 1 < s.end && reading_has(r, s.first, TAG_DETERMINER) &&
           !reading_is(r, s.first + 1, "of"))
        s.first++;
    return s;
}

struct stretch description_head(const struct reading *r, struct stretch mention)
{
    struct stretch head = mention;
    for (uint32_t i = mention.first + 1; i < mention.end; i++)
        if (reading_is(r, i, ",") || reading_has(r, i, TAG_RELATIVE)) {
            head.end = i;
            break;
        }
    return head;
}

struct stretch description_base(const struct reading *r, struct stretch segment)
{
    for (uint32_t i = segment.first + 1; i < segment.end; i++)
        if (reading_has(r, i, TAG_PREPOSITION | TAG_RELATIVE) && reading_token(r, i)->shape == TOKEN_LOWER)
            return (struct stretch){segment.first, i};
    return segment;
}

/* Whether what is named goes on behind the word: "Centre for Open Budgets", "House of Lords"; not "and a
 * writer" or "in Canberra". An embassy goes on with its place, since it takes that to say which one. */
static bool affiliation_goes_on(const struct reading *r, uint32_t i)
{
    static const char *const places[] = {"in", "at", "from", "on", "near"};
    if (reading_has(r, i, TAG_RELATIVE) || reading_is(r, i, "who"))
        return false;
    if (reading_is(r, i, "on")) /* "Council on Foreign Relations" */
        return short_form_is_head(r, i - 1) && token_is_capital(reading_token(r, i + 1)) &&
               !reading_has(r, i + 1, TAG_WEEKDAY | TAG_MONTH);
    if (READING_IS_ONE_OF(r, i, places))
        return reading_is(r, i, "in") && reading_token(r, i - 1)->shape == TOKEN_LOWER;
    return !(reading_is(r, i, "and") && !token_is_capital(reading_token(r, i + 1)));
}

/* The organisation, or the place, that a phrase names behind a preposition; else empty. */
static struct stretch affiliation_named(const struct reading *r, struct stretch phrase)
{
    struct stretch rest = description_bare(r, phrase);
    bool named = false, organisation = reading_token(r, rest.first)->shape != TOKEN_LOWER;
    for (uint32_t i = rest.first + 1; i < rest.end; i++)
        if (!affiliation_goes_on(r, i))
            rest.end = i;
    for (uint32_t i = rest.first; i < rest.end; i++) {
        named |= token_is_capital(reading_token(r, i));
        organisation |= short_form_is_head(r, i);
    }
    return named && organisation ? rest : (struct stretch){0, 0};
}

/* The affiliation behind a preposition: the first that names one, so "Fjord Analytics" of "head of research
 * at Fjord Analytics". */
static struct stretch affiliation_after(const struct reading *r, struct stretch segment)
{
    static const char *const links[] = {"of", "for", "at", "with"};
    for (uint32_t i = description_base(r, segment).end; i + 1 < segment.end; i++) {
        if (reading_has(r, i, TAG_RELATIVE))
            break;
        struct stretch named = {0, 0};
        if (READING_IS_ONE_OF(r, i, links))
            named = affiliation_named(r, (struct stretch){i + 1, segment.end});
        if (!stretch_is_empty(named))
            return named;
    }
    return (struct stretch){0, 0};
}

/* A plural, so that it tells what several are, and no office of one: "the top Liberals". */
static bool is_plural(const struct reading *r, uint32_t i)
{
    struct str word = reading_token(r, i)->lower;
    return str_ends(word, STR("s")) && !str_ends(word, STR("ss"));
}

bool description_is_relation(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {
        "friend",        "colleague", "neighbor",  "neighbour",   "opponent",    "rival",       "brother",
        "sister",        "mother",    "father",    "husband",     "wife",        "son",         "daughter",
        "ally",          "partner",   "aunt",      "uncle",       "niece",       "nephew",      "cousin",
        "widow",         "widower",   "spouse",    "sibling",     "girlfriend",  "grandmother", "grandfather",
        "granddaughter", "grandson",  "boyfriend", "counterpart", "predecessor", "successor",   "relative",
        "roommate",      "teammate"};
    return READING_IS_ONE_OF(r, i, words);
}

/* "Prime Minister" of "Russian Prime Minister", "Secretary of State" of "U.S. Secretary of State": the rank
 * at the end of a title; may be empty. */
static struct stretch rank_of(const struct reading *r, struct stretch title)
{
    if (stretch_is_empty(title))
        return title;
    uint32_t end = office_rank(r, title) + 1, first = end;
    bool several = is_plural(r, title.end - 1);
    while (first > title.first) {
        bool rank =
            reading_has(r, first - 1, TAG_TITLE | TAG_ROLE) && !reading_has(r, first - 1, TAG_HONORIFIC);
        rank |= first < end &&
                (office_is_qualifier(r, first - 1) ||
                 (!several && office_is_portfolio(r, first - 1) && !short_form_is_head(r, first - 1)));
        if (!rank)
            break;
        first--;
    }
    return (struct stretch){first, first < end ? title.end : end};
}

struct stretch description_office(const struct reading *r, struct stretch title)
{
    struct stretch rank = rank_of(r, title);
    bool relation =
        !stretch_is_empty(rank) && (description_is_relation(r, rank.end - 1) ||
                                    (stretch_size(rank) == 1 && reading_is(r, rank.first, "fellow")));
    return relation ? (struct stretch){rank.end, rank.end} : rank;
}

static void set_role(struct figure *figure, struct stretch role, struct stretch affiliation)
{
    if (stretch_is_empty(figure->role))
        figure->role = role;
    if (stretch_is_empty(figure->affiliation))
        figure->affiliation = affiliation;
}

/* Whether a role is to speak for whoever stands before it, whatever its name looks like. */
static bool speaks_for(const struct reading *r, struct stretch rank)
{
    static const char *const words[] = {"spokesman", "spokeswoman", "spokesperson", "ceo"};
    return READING_IS_ONE_OF(r, rank.end - 1, words) || reading_is(r, rank.first, "press");
}

/* Letters that are no organisation one can belong to: "US President". */
static bool is_country(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {"u.s.", "us", "u.k.", "uk", "uae", "ussr", "gop", "e.u.", "eu"};
    return READING_IS_ONE_OF(r, i, words);
}

/* What stands before a role and names an organisation: "State Department" of "State Department spokesperson",
 * "WHP" of "the WHP's director". */
static struct stretch affiliation_before(const struct reading *r, struct stretch title, struct stretch rank)
{
    struct stretch before = {title.first, rank.first};
    if (stretch_is_empty(rank))
        return (struct stretch){0, 0};
    if (!stretch_is_empty(before) && reading_is_possessive(r, before.end - 1))
        before.end--;
    if (stretch_is_empty(before))
        return before;
    for (uint32_t i = before.end; i > before.first; i--) /* "Denmark's Maritime Authority" */
        if (reading_is_possessive(r, i - 1) && i < before.end && token_is_capital(reading_token(r, i))) {
            before.first = i;
            break;
        }
    uint32_t last = before.end - 1;
    bool several = last > before.first && token_is_capital(reading_token(r, last)) &&
                   token_is_capital(reading_token(r, before.first)) && speaks_for(r, rank);
    bool letters = last == before.first && short_form_key(r, before) && !is_country(r, last) &&
                   !is_plural(r, rank.end - 1);
    bool named = short_form_is_head(r, last) || several || letters;
    return named ? before : (struct stretch){0, 0};
}

void description_read_role(const struct reading *r, struct figure *figure, struct stretch phrase)
{
    struct stretch role = description_bare(r, description_base(r, phrase)), rank = rank_of(r, role);
    struct stretch before = affiliation_before(r, role, rank);
    if (!stretch_is_empty(rank) && reading_is(r, rank.end, "of") && reading_is(r, rank.end + 1, "staff"))
        rank.end += 2; /* "chief of staff" */
    set_role(figure, rank, before);
    set_role(figure, rank, affiliation_after(r, phrase));
}

/* Where a role begins behind whose it is: "director" of "the museum's director". */
static uint32_t behind_possessive(const struct reading *r, struct stretch role)
{
    for (uint32_t i = role.end - 1; i > role.first + 1; i--)
        if (reading_is_possessive(r, i - 1))
            return i;
    return role.first;
}

/* Role and affiliation of an apposition: "director" and "WHP" of "the WHP's director". Whose it is stays with
 * the role where that is no organisation: "Lind's lawyer". */
static void read_apposition(const struct reading *r, struct figure *figure, struct stretch apposition)
{
    struct stretch role = description_bare(r, description_base(r, apposition)), owner = {0, 0};
    if (stretch_is_empty(role) || !reading_has(r, role.end - 1, TAG_ROLE) ||
        description_is_relation(r, role.end - 1) || is_plural(r, role.end - 1))
        return;
    struct stretch own = {behind_possessive(r, role), role.end};
    if (own.first > role.first)
        owner = affiliation_before(r, role, own);
    set_role(figure, stretch_is_empty(owner) ? role : own, owner);
    set_role(figure, role, affiliation_after(r, apposition));
}

void description_read(const struct reading *r, struct figure *figure, struct stretch mention,
                      struct stretch title)
{
    struct stretch rank = description_office(r, title), head = description_head(r, mention);
    if (!stretch_is_empty(rank))
        set_role(figure, rank, affiliation_before(r, description_bare(r, title), rank));
    set_role(figure, (struct stretch){0, 0}, affiliation_after(r, head));
    if (head.end + 1 >= mention.end || reading_has(r, head.end + 1, TAG_RELATIVE))
        return;
    struct stretch apposition = description_head(r, (struct stretch){head.end + 1, mention.end});
    read_apposition(r, figure, apposition);
}

/* The mention with the apposition behind the name, where one is closed by punctuation; else empty. In a list
 * ("Berg, the mayor, and Lind") it may be anybody else. */
static struct stretch apposition_behind(const struct reading *r, const struct name *name)
{
    enum { LONGEST = 16 };
    uint32_t first = name->words.end + 1, end = first;
    bool begins = reading_is(r, name->words.end, ",") &&
                  (reading_has(r, first, TAG_DETERMINER) || reading_token(r, first)->shape == TOKEN_LOWER);
    while (begins && end < first + LONGEST && token_is_word(reading_token(r, end)))
        end++;
    bool closed = reading_is(r, end, ",") || reading_is(r, end, ".") || reading_is(r, end, ";");
    bool list = reading_is(r, end + 1, "and") || reading_is(r, end + 1, "or");
    return begins && closed && !list ? (struct stretch){name->words.first, end} : (struct stretch){0, 0};
}

bool description_is_place(const struct reading *r, uint32_t comma, struct stretch words)
{
    static const char *const firsts[] = {"new",  "north", "south", "west",  "east", "rhode", "saudi",
                                         "nova", "costa", "hong",  "upper", "sri",  "lower", "british"};
    return comma > 0 && token_is_capital(reading_token(r, comma - 1)) &&
           (stretch_size(words) == 1 || READING_IS_ONE_OF(r, words.first, firsts));
}

/* The role in front of a name between commas: "the committee's chairman" before ", Nils Berg,"; else empty.
 */
static struct stretch apposition_before(const struct reading *r, const struct name *name)
{
    uint32_t end = name->words.first - 1;
    if (name->words.first < 3 || !stretch_is_empty(name->title) || !reading_is(r, end, ",") ||
        !reading_is(r, name->words.end, ",") || reading_is(r, name->words.end + 1, "and") ||
        description_is_place(r, end, name->words))
        return (struct stretch){0, 0};
    uint32_t limit = end > PHRASE_MOST_TOKENS ? end - PHRASE_MOST_TOKENS : 0;
    struct stretch phrase = phrase_before(r, limit, end);
    static const char *const definites[] = {"the", "its", "his", "her", "their"};
    bool definite = READING_IS_ONE_OF(r, phrase.first, definites) || reading_is(r, phrase.first + 1, "'s");
    struct stretch base = description_base(r, phrase);
    bool role = definite && !stretch_is_empty(phrase) && reading_has(r, base.end - 1, TAG_ROLE) &&
                reading_token(r, base.end - 1)->shape == TOKEN_LOWER &&
                !description_is_relation(r, base.end - 1);
    return role ? phrase : (struct stretch){0, 0};
}

/* What somebody does who has an office by it: "Tor Malvik, who heads the Seamen's Union". */
static void read_deed(const struct reading *r, const struct name *name, struct figure *figure)
{
    static const char *const deeds[] = {"heads", "leads",   "chairs",  "founded",  "owns",
                                        "runs",  "directs", "manages", "commands", "edits"};
    uint32_t who = name->words.end + reading_is(r, name->words.end, ","), verb = who + 1;
    if (!reading_is(r, who, "who") || !READING_IS_ONE_OF(r, verb, deeds))
        return;
    figure->deed = (struct stretch){verb, verb + 1};
    struct stretch body = phrase_after(r, verb + 1, (uint32_t)r->token_count);
    struct stretch base = description_base(r, description_head(r, body));
    bool named = !stretch_is_empty(body) &&
                 (token_is_capital(reading_token(r, base.end - 1)) || short_form_is_head(r, base.end - 1));
    if (named && stretch_is_empty(figure->apposed_affiliation))
        figure->apposed_affiliation = affiliation_named(r, description_head(r, body));
}

/* Whether the words behind a name tell that "they" is how to speak of its bearer. */
static bool is_nonbinary(const struct reading *r, const struct name *name)
{
    enum { BEHIND = 8 };
    static const char *const words[] = {"nonbinary", "non-binary", "genderqueer", "they/them"};
    for (uint32_t i = name->words.end; stretch_size(name->words) > 1 && i < name->words.end + BEHIND; i++)
        if (READING_IS_ONE_OF(r, i, words) &&
            reading_token(r, i)->sentence == reading_token(r, name->words.first)->sentence)
            return true;
    return false;
}

/* The noun that an apposition on either side says a name is: "Quantel, the chipmaker,"; may be empty. */
static struct stretch noun_apposed(const struct reading *r, const struct name *name, struct stretch behind)
{
    struct stretch phrase = {0, 0};
    uint32_t before = name->words.first;
    static const char *const articles[] = {"the", "a", "an"};
    if (!stretch_is_empty(behind) && READING_IS_ONE_OF(r, name->words.end + 1, articles))
        phrase = (struct stretch){name->words.end + 1, behind.end};
    else if (before > 2 && reading_is(r, before - 1, ",") && reading_is(r, before - 3, "the") &&
             reading_is(r, name->words.end, ","))
        phrase = (struct stretch){before - 3, before - 1};
    if (stretch_is_empty(phrase))
        return phrase;
    uint32_t noun = description_base(r, description_head(r, phrase)).end - 1;
    bool fits = noun > phrase.first && reading_token(r, noun)->shape == TOKEN_LOWER;
    for (uint32_t i = phrase.first; i < noun; i++)
        fits &= !reading_has(r, i, TAG_PRONOUN | TAG_AUXILIARY | TAG_VERB | TAG_CUE_VERB | TAG_CONJUNCTION);
    return fits ? (struct stretch){noun, noun + 1} : (struct stretch){0, 0};
}

void descriptions_find(struct name_table *t)
{
    const struct reading *r = t->reading;
    vector_each (&t->names, name) {
        if (name->figure == NO_INDEX || name->quoted || stretch_is_empty(name->words))
            continue;
        struct figure *figure = &t->figures.data[name->figure];
        struct stretch behind = apposition_behind(r, name), before = apposition_before(r, name);
        if (stretch_is_empty(figure->called))
            figure->called = noun_apposed(r, name, behind);
        if (figure->kind == ENTITY_ORGANISATION)
            continue;
        figure->nonbinary |= is_nonbinary(r, name);
        read_deed(r, name, figure);
        struct figure told = {.role = figure->apposed_role, .affiliation = figure->apposed_affiliation};
        if (!stretch_is_empty(behind))
            description_read(r, &told, behind, (struct stretch){0, 0});
        if (!stretch_is_empty(before))
            description_read_role(r, &told, before);
        figure->apposed_role = told.role;
        figure->apposed_affiliation = told.affiliation;
        if (!stretch_is_empty(told.role) && stretch_size(figure->name) > 1)
            figure->kind = ENTITY_PERSON;
    }
}

bool description_answers_to(const struct reading *r, const struct figure *figure, struct stretch phrase)
{
    return office_answers_to(r, figure->title, phrase) || office_answers_to(r, figure->role, phrase) ||
           office_answers_to(r, figure->apposed_role, phrase) || office_answers_to(r, figure->deed, phrase);
}
