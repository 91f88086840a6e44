/* short_forms.c: see short_forms.h. */
#include "short_forms.h"

#include "whosaid/base/hash.h"

enum { LONGEST_ABBREVIATION = 8 };

bool short_form_is_head(const struct reading *r, uint32_t i)
{
    static const char *const heads[] = {"church",        "university",   "union",
                                        "academy",       "society",      "fund",
                                        "corps",         "front",        "movement",
                                        "brigade",       "guard",        "chamber",
                                        "states",        "nations",      "republic",
                                        "kingdom",       "emirates",     "senate",
                                        "assembly",      "cabinet",      "tribunal",
                                        "treasury",      "airlines",     "airways",
                                        "times",         "tribune",      "herald",
                                        "telegraph",     "gazette",      "guardian",
                                        "corp",          "corp.",        "inc",
                                        "inc.",          "ltd",          "ltd.",
                                        "plc",           "llc",          "co",
                                        "co.",           "holdings",     "industries",
                                        "hospital",      "school",       "district",
                                        "service",       "watch",        "project",
                                        "conference",    "commonwealth", "caucus",
                                        "forces",        "secretariat",  "international",
                                        "media",         "online",       "journalism",
                                        "radio",         "television",   "tv",
                                        "lobby",         "trust",        "programme",
                                        "courier",       "coalition",    "initiative",
                                        "foods",         "motors",       "textiles",
                                        "railways",      "securities",   "analytics",
                                        "technologies",  "systems",      "pharmaceuticals",
                                        "partners",      "laboratories", "observatory",
                                        "museum",        "forum",        "club",
                                        "theatre",       "clinic",       "consortium",
                                        "confederation", "brotherhood",  "guild",
                                        "ombudsman",     "inspectorate", "parish"};
    bool initials = reading_token(r, i)->lower.size == 2; /* the UN, and not Kim Jong Un */
    if (initials && reading_token(r, i)->shape == TOKEN_CAPITALISED)
        return reading_is(r, i, "co");
    return reading_has(r, i, TAG_ORGANISATION) || READING_IS_ONE_OF(r, i, heads);
}

uint32_t short_form_head(const struct reading *r, struct stretch name)
{
    for (uint32_t i = name.first + 1; i < name.end; i++)
        if (reading_is(r, i, "of") || reading_is(r, i, "for"))
            return i - 1;
    return name.end - 1;
}

static uint64_t add_letter(uint64_t key, char letter)
{
    return hash_bytes(key, &letter, 1);
}

static uint64_t start_key(void)
{
    return hash_bytes(HASH_START, "initials", 8); /* apart from words */
}

uint64_t short_form_key(const struct reading *r, struct stretch words)
{
    const struct token *token = reading_token(r, words.first);
    size_t letters = 0, small = 0;
    uint64_t key = start_key();
    if (words.end != words.first + 1 || (token->shape != TOKEN_UPPER && token->shape != TOKEN_MIXED))
        return 0;
    struct str written = span_str(r->text, token->span);
    for (size_t i = 0; i < token->lower.size; i++) {
        char c = token->lower.data[i];
        if (c == '.')
            continue;
        if (c < 'a' || c > 'z')
            return 0;
        small += i < written.size && written.data[i] == c;
        key = add_letter(key, c);
        letters++;
    }
    return letters >= 2 && letters <= LONGEST_ABBREVIATION && small <= 1 ? key : 0;
}

uint64_t short_form_initials(const struct reading *r, struct stretch name, bool with_small_words)
{
    uint64_t key = start_key();
    uint32_t letters = 0;
    for (uint32_t i = name.first; i < name.end; i++) {
        const struct token *token = reading_token(r, i);
        if (!token_is_word(token) || token->lower.size == 0 ||
            (!with_small_words && !token_is_capital(token)))
            continue;
        key = add_letter(key, token->lower.data[0]);
        letters++;
    }
    return letters >= 2 && letters <= LONGEST_ABBREVIATION ? key : 0;
}

struct stretch short_form_definition(const struct reading *r, uint32_t token)
{
    const struct stretch none = {0, 0};
    struct str letters = reading_token(r, token)->lower;
    if (token < 2 || !reading_is(r, token - 1, "(") || !reading_is(r, token + 1, ")") ||
        !short_form_key(r, (struct stretch){token, token + 1}))
        return none;
    uint32_t end = token - 1, first = end;
    for (size_t left = letters.size; left > 0; left--) {
        char letter = letters.data[left - 1];
        if (letter == '.')
            continue;
        uint32_t small = 0;
        while (small < 2 && first > small + 1 && reading_token(r, first - 1 - small)->shape == TOKEN_LOWER &&
               reading_token(r, first - 1 - small)->lower.data[0] != letter)
            small++; /* "of", "and the" */
        if (first < small + 1)
            return none;
        first -= small + 1;
        const struct token *word = reading_token(r, first);
        if (!token_is_word(word) || word->lower.size == 0 || word->lower.data[0] != letter)
            return none;
    }
    return token_is_capital(reading_token(r, first)) ? (struct stretch){first, end} : none;
}

bool short_form_is_portfolio(const struct reading *r, uint32_t i)
{
    static const char *const portfolios[] = {
        "state",       "justice",     "defense",     "defence",        "treasury",    "interior",
        "commerce",    "energy",      "labor",       "labour",         "agriculture", "trade",
        "education",   "health",      "transport",   "transportation", "finance",     "economy",
        "environment", "culture",     "fisheries",   "forestry",       "housing",     "immigration",
        "industry",    "information", "security",    "technology",     "tourism",     "sports",
        "planning",    "welfare",     "development", "communications", "unification", "home",
        "foreign",     "affairs"};
    return READING_IS_ONE_OF(r, i, portfolios);
}

bool short_form_drops_head(const struct reading *r, struct stretch name)
{
    static const char *const company_heads[] = {
        "corp",  "corp.",    "inc",        "inc.",         "ltd",      "ltd.",           "plc",
        "llc",   "co",       "co.",        "group",        "holdings", "airlines",       "motors",
        "foods", "textiles", "securities", "technologies", "systems",  "pharmaceuticals"};
    if (name.end != name.first + 2)
        return false;
    if (READING_IS_ONE_OF(r, name.end - 1, company_heads))
        return true;
    return (reading_is(r, name.end - 1, "department") || reading_is(r, name.end - 1, "ministry")) &&
           short_form_is_portfolio(r, name.first);
}
