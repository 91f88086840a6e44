/* descriptions.c: see descriptions.h. */
#include "descriptions.h"

#include "phrases.h"
#include "short_forms.h"

#include "whosaid/annotate/demonyms.h"

/* Whether the word changes which office a rank is: vice, deputy, former, prime. */
static bool is_qualifier(const struct reading *r, uint32_t i)
{
    static const char *const qualifiers[] = {"prime",     "deputy",   "vice",    "foreign", "former",
                                             "chief",     "acting",   "interim", "defense", "defence",
                                             "assistant", "attorney", "ex"};
    for (size_t q = 0; q < sizeof qualifiers / sizeof *qualifiers; q++)
        if (reading_is(r, i, qualifiers[q]))
            return true;
    return false;
}

bool description_is_rank(const struct reading *r, uint32_t i)
{
    return (reading_has(r, i, TAG_TITLE | TAG_ROLE) && !reading_has(r, i, TAG_HONORIFIC)) ||
           is_qualifier(r, i);
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

static uint32_t size_of(struct stretch s)
{
    return s.end - s.first;
}

/* The affiliation behind a preposition: "the Australian Defence Force Academy in Canberra" without its place,
 * but "U.S. embassy in Hanoi" with it, since it takes the place to say which embassy. */
static struct stretch affiliation_after(const struct reading *r, struct stretch segment)
{
    struct stretch head = description_base(r, segment), rest = {head.end + 1, segment.end};
    if (head.end >= segment.end || !(reading_is(r, head.end, "of") || reading_is(r, head.end, "for") ||
                                     reading_is(r, head.end, "at") || reading_is(r, head.end, "with")))
        return (struct stretch){0, 0};
    rest = description_bare(r, rest);
    for (uint32_t i = rest.first + 1; i < rest.end; i++)
        if (reading_is(r, i, "in") && reading_token(r, i - 1)->shape != TOKEN_LOWER)
            rest.end = i;
    for (uint32_t i = rest.first; i < rest.end; i++)
        if (reading_has(r, i, TAG_RELATIVE))
            rest.end = i;
    bool named = false, organisation = reading_token(r, rest.first)->shape != TOKEN_LOWER;
    for (uint32_t i = rest.first; i < rest.end; i++) {
        named |= token_is_capital(reading_token(r, i));
        organisation |= short_form_is_head(r, i);
    }
    return named && organisation ? rest : (struct stretch){0, 0};
}

/* A plural, so that it tells what several are, and no office of one: "the top Liberals". */
static bool is_plural(const struct reading *r, uint32_t i)
{
    struct str word = reading_token(r, i)->lower;
    return str_ends(word, STR("s")) && !str_ends(word, STR("ss"));
}

/* What somebody is to another person, and no office: "his friend". */
static bool is_relation(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {"friend",  "colleague", "neighbor", "neighbour", "opponent", "rival",
                                        "brother", "sister",    "mother",   "father",    "husband",  "wife",
                                        "son",     "daughter",  "ally",     "fellow",    "partner"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (reading_is(r, i, words[w]))
            return true;
    return false;
}

/* "Prime Minister" of "Russian Prime Minister": the rank at the end of a title; may be empty. */
static struct stretch rank_of(const struct reading *r, struct stretch title)
{
    uint32_t first = title.end;
    for (uint32_t i = title.first + 1; i + 1 < title.end; i++)
        if (reading_is(r, i, "of")) /* "Secretary of State" */
            return title;
    while (first > title.first) {
        bool rank =
            reading_has(r, first - 1, TAG_TITLE | TAG_ROLE) && !reading_has(r, first - 1, TAG_HONORIFIC);
        rank |= first < title.end && is_qualifier(r, first - 1);
        if (!rank)
            break;
        first--;
    }
    return (struct stretch){first, title.end};
}

struct stretch description_office(const struct reading *r, struct stretch title)
{
    struct stretch rank = rank_of(r, title);
    bool relation = !stretch_is_empty(rank) && is_relation(r, rank.end - 1);
    return relation ? (struct stretch){rank.end, rank.end} : rank;
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
    if (stretch_is_empty(rank))
        return (struct stretch){0, 0};
    if (!stretch_is_empty(before) && reading_is(r, before.end - 1, "'s"))
        before.end--;
    bool named = !stretch_is_empty(before) && short_form_is_head(r, before.end - 1);
    return named ? before : (struct stretch){0, 0};
}

void description_read_role(const struct reading *r, struct figure *figure, struct stretch phrase)
{
    struct stretch role = description_bare(r, description_base(r, phrase)), rank = rank_of(r, role);
    set_role(figure, rank, affiliation_before(r, role, rank));
    set_role(figure, rank, affiliation_after(r, phrase));
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
    struct stretch role = description_bare(r, description_base(r, apposition));
    if (!stretch_is_empty(role) && reading_has(r, role.end - 1, TAG_ROLE) && !is_relation(r, role.end - 1) &&
        !is_plural(r, role.end - 1))
        set_role(figure, role, affiliation_after(r, apposition));
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

/* The role in front of a name between commas: "the committee's chairman" before ", Nils Berg,"; else empty.
 */
static struct stretch apposition_before(const struct reading *r, const struct name *name)
{
    uint32_t end = name->words.first - 1;
    if (name->words.first < 3 || !stretch_is_empty(name->title) || !reading_is(r, end, ",") ||
        !reading_is(r, name->words.end, ",") || reading_is(r, name->words.end + 1, "and"))
        return (struct stretch){0, 0};
    uint32_t limit = end > PHRASE_MOST_TOKENS ? end - PHRASE_MOST_TOKENS : 0;
    struct stretch phrase = phrase_before(r, limit, end);
    bool definite = reading_is(r, phrase.first, "the") || reading_is(r, phrase.first + 1, "'s");
    struct stretch base = description_base(r, phrase);
    bool role = definite && !stretch_is_empty(phrase) && reading_has(r, base.end - 1, TAG_ROLE) &&
                reading_token(r, base.end - 1)->shape == TOKEN_LOWER && !is_relation(r, base.end - 1);
    return role ? phrase : (struct stretch){0, 0};
}

void descriptions_find(struct name_table *t)
{
    const struct reading *r = t->reading;
    vector_each (&t->names, name) {
        if (name->figure == NO_INDEX || name->quoted ||
            t->figures.data[name->figure].kind == ENTITY_ORGANISATION)
            continue;
        struct figure *figure = &t->figures.data[name->figure];
        struct stretch behind = apposition_behind(r, name), before = apposition_before(r, name);
        struct figure told = {.role = figure->apposed_role, .affiliation = figure->apposed_affiliation};
        if (!stretch_is_empty(behind))
            description_read(r, &told, behind, (struct stretch){0, 0});
        if (!stretch_is_empty(before))
            description_read_role(r, &told, before);
        figure->apposed_role = told.role;
        figure->apposed_affiliation = told.affiliation;
        if (!stretch_is_empty(told.role) && size_of(figure->name) > 1)
            figure->kind = ENTITY_PERSON;
    }
}

/* Words that may be said for others: "the senator" of "Sen. Lind", "the Russian leader" of a president. */
static bool may_say_for(struct str said, struct str rank)
{
    static const char *const pairs[][2] = {
        {"senator", "sen."},
        {"representative", "rep."},
        {"congressman", "rep."},
        {"congresswoman", "rep."},
        {"congressman", "representative"},
        {"congresswoman", "representative"},
        {"lawmaker", "rep."},
        {"lawmaker", "sen."},
        {"lawmaker", "senator"},
        {"lawmaker", "representative"},
        {"governor", "gov."},
        {"general", "gen."},
        {"colonel", "col."},
        {"captain", "capt."},
        {"lieutenant", "lt."},
        {"sergeant", "sgt."},
        {"professor", "prof."},
        {"reverend", "rev."},
        {"ambassador", "amb."},
        {"diplomat", "ambassador"},
        {"envoy", "ambassador"},
        {"leader", "president"},
        {"leader", "premier"},
        {"leader", "chancellor"},
        {"premier", "minister"},
        {"leader", "minister"},
        {"doctor", "dr."},
        {"admiral", "adm."},
        {"commander", "cmdr."},
        {"secretary-general", "chief"},
    };
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++)
        if (str_equal(said, str_from(pairs[p][0])) && str_equal(rank, str_from(pairs[p][1])))
            return true;
    return false;
}

static bool same_rank(const struct reading *r, uint32_t said, uint32_t rank)
{
    struct str x = reading_token(r, said)->lower, y = reading_token(r, rank)->lower;
    return str_equal(x, y) || (str_starts(x, STR("spokes")) && str_starts(y, STR("spokes"))) ||
           may_say_for(x, y);
}

/* Whether the words before a rank hold this one, or the country that it is of. */
static bool holds_word(const struct reading *r, struct stretch words, uint32_t token)
{
    for (uint32_t i = words.first; i < words.end; i++)
        if (demonym_matches(r->tokens[i].lower, r->tokens[token].lower))
            return true;
    return false;
}

/* Whether every word that tells offices apart, and every name, stands in both. */
static bool same_office(const struct reading *r, struct stretch phrase, struct stretch known)
{
    bool premier = reading_is(r, phrase.end, "premier") || reading_is(r, phrase.end, "leader");
    for (uint32_t i = phrase.first; i < phrase.end; i++)
        if ((token_is_capital(reading_token(r, i)) || is_qualifier(r, i) ||
             reading_has(r, i, TAG_TITLE | TAG_ROLE)) &&
            !holds_word(r, known, i))
            return false;
    for (uint32_t i = known.first; i < known.end; i++)
        if (is_qualifier(r, i) && !(premier && reading_is(r, i, "prime")) && !holds_word(r, phrase, i))
            return false;
    return true;
}

static bool answers_by(const struct reading *r, struct stretch known, struct stretch phrase)
{
    if (stretch_is_empty(known) || !same_rank(r, phrase.end - 1, known.end - 1))
        return false;
    return same_office(r, (struct stretch){phrase.first, phrase.end - 1},
                       (struct stretch){known.first, known.end - 1});
}

bool description_answers_to(const struct reading *r, const struct figure *figure, struct stretch phrase)
{
    return answers_by(r, figure->title, phrase) || answers_by(r, figure->role, phrase) ||
           answers_by(r, figure->apposed_role, phrase);
}
