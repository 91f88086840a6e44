/* headline.c: see headline.h. A headline names its speaker before a colon ("Lind: talks “futile”"), behind a
 * dash ("Talks “futile” – Lind"), or as a sentence does. Only the first two are looked for here, the rest is
 * the rules'; the model never saw a headline. */
#include "headline.h"

#include "attribution.h"
#include "marks.h"
#include "reported.h"
#include "rules.h"
#include "stance.h"

enum { LONGEST_SPEAKER = 6, LONGEST_HEADLINE = 80 }; /* tokens */

/* Words before a colon that name a kind of article, and words that end an outlet's name. */
static const char *const labels[] = {
    "analysis", "breaking", "exclusive", "explained", "explainer", "factbox", "interview", "live",
    "opinion",  "profile",  "review",    "timeline",  "update",    "updates", "video",     "watch"};
static const char *const outlets[] = {"daily",    "gazette", "herald", "journal", "mail",   "news",
                                      "observer", "post",    "press",  "times",   "tribune"};

/* Whether the title stands nowhere in the body, as the first sentence does where there is no headline. */
static bool is_headline(const struct article *article)
{
    struct str title = article_str(article, article->title);
    return !span_is_empty(article->title_span) || str_find(article_text(article), title, 0) == STR_NONE;
}

/* Headlines In Title Case: verbs and small words get the shape that they have in a sentence. */
static void undo_title_case(struct reading *title)
{
    const uint32_t function = TAG_AUXILIARY | TAG_VERB | TAG_THAT | TAG_RELATIVE | TAG_CONJUNCTION |
                              TAG_PREPOSITION | TAG_ADVERB | TAG_NEGATION | TAG_PAST | TAG_THIRD | TAG_ING;
    size_t capital = 0, lower = 0;
    for (size_t i = 1; i < title->token_count; i++) {
        capital += title->tokens[i].shape == TOKEN_CAPITALISED;
        lower += title->tokens[i].shape == TOKEN_LOWER && title->tokens[i].lower.size > 3;
    }
    for (size_t i = 1; i < title->token_count && capital > 2 * lower; i++)
        if (title->tokens[i].shape == TOKEN_CAPITALISED && (title->tokens[i].tags & function) &&
            !(title->tokens[i].tags & (TAG_MALE | TAG_FEMALE | TAG_TITLE)))
            title->tokens[i].shape = TOKEN_LOWER;
}

static struct reading *open_title(const struct reading *body, const struct article *article)
{
    struct reading *title = arena_array(body->arena, 1, struct reading);
    *title = (struct reading){
        .text = article_str(article, article->title), .english = body->english, .arena = body->arena};
    struct span all = {0, (uint32_t)title->text.size};
    title->sentence_count = title->paragraph_count = 1;
    title->sentences = arena_array(body->arena, 1, struct span);
    title->sentences[0] = all;
    title->tokens = tokens_scan(title->text, all, title->sentences, 1, body->arena, &title->token_count);
    title->paragraphs = arena_array(body->arena, 1, struct paragraph);
    title->paragraphs[0] = (struct paragraph){.tokens = {0, (uint32_t)title->token_count}};
    undo_title_case(title);
    marks_pair(title);
    return title;
}

static struct str last_word(struct str text)
{
    size_t start = text.size;
    while (start > 0 && text.data[start - 1] != ' ')
        start--;
    return str_slice(text, start, text.size);
}

/* The body's speaker whom the words name by surname, role or in full; NO_INDEX when there is none, or
 * several. */
static uint32_t find_entity(const struct reading *body, const struct reading *title, struct stretch speaker)
{
    struct str words = span_str(title->text, reading_span(title, speaker)), last = last_word(words);
    uint32_t found = NO_INDEX;
    for (uint32_t i = 0; i < body->entity_count; i++) {
        struct str name = span_str(body->text, body->entities[i].name);
        struct str role = span_str(body->text, body->entities[i].role);
        if (str_equal_nocase(name, words))
            return i;
        if (!str_equal_nocase(last_word(name), last) && !str_equal_nocase(last_word(role), last))
            continue;
        if (found != NO_INDEX)
            return NO_INDEX;
        found = i;
    }
    return found;
}

/* Whether the body has the word as a name: with a capital inside a sentence, or as the subject that begins
 * one. */
static bool is_name_in(const struct reading *body, struct str lower)
{
    for (size_t i = 1; i < body->token_count; i++) {
        const struct token *token = &body->tokens[i];
        if (token_is_capital(token) && str_equal(token->lower, lower) &&
            (token->sentence == body->tokens[i - 1].sentence ||
             reading_has(body, i + 1, TAG_AUXILIARY | TAG_VERB)))
            return true;
    }
    return false;
}

/* Whether the words before the colon or behind the dash are somebody who says the rest, and not a topic or an
 * outlet: the body quotes him, or the rest has marks and the body knows the name. */
static bool can_say(const struct reading *body, const struct reading *title, struct stretch speaker,
                    struct stretch content)
{
    if (stretch_is_empty(speaker) || speaker.end - speaker.first > LONGEST_SPEAKER ||
        content.end < content.first + 2)
        return false;
    for (uint32_t i = speaker.first; i < speaker.end; i++)
        if (!token_is_word(&title->tokens[i]) ||
            reading_has(title, i, TAG_AUXILIARY | TAG_PREPOSITION | TAG_CONJUNCTION) ||
            READING_IS_ONE_OF(title, i, labels))
            return false;
    const struct token *last = &title->tokens[speaker.end - 1];
    if (READING_IS_ONE_OF(title, speaker.end - 1, outlets))
        return false;
    if (find_entity(body, title, speaker) != NO_INDEX)
        return true;
    return reported_has_mark(title, content) &&
           ((last->tags & (TAG_ROLE | TAG_ORGANISATION)) || is_name_in(body, last->lower));
}

static bool is_dash(const struct reading *r, uint32_t i)
{
    return reading_is(r, i, "–") || reading_is(r, i, "—") || reading_is(r, i, "-");
}

static uint32_t type_of(const struct reading *title, struct stretch content)
{
    bool whole = title->pair_count > 0 && title->pairs[0].open == content.first &&
                 pair_stretch(&title->pairs[0]).end == content.end;
    return whole ? QUOTE_DIRECT : reported_has_mark(title, content) ? QUOTE_MIXED : QUOTE_INDIRECT;
}

static bool add(const struct reading *body, const struct reading *title, struct stretch speaker,
                struct stretch content, uint32_t cue, attribution_vector *found)
{
    if (!can_say(body, title, speaker, content))
        return false;
    struct attribution *a = vector_add(found);
    *a = (struct attribution){
        .pieces = {content}, .piece_count = 1, .speaker = speaker, .cue = {cue, cue + 1}};
    a->type = type_of(title, content);
    a->rule = RULE_HEADLINE;
    a->parent = NO_INDEX;
    a->confidence = rules_confidence(a);
    return true;
}

/* "Lind: talks “futile”", "Talks “futile” – Lind", "“Talks are futile”: Lind". */
static bool find_label(const struct reading *body, const struct reading *title, attribution_vector *found)
{
    uint32_t count = (uint32_t)title->token_count;
    bool quoted = count > 0 && title->tokens[0].shape == TOKEN_OPEN;
    for (uint32_t i = 1; i + 1 < count; i++) {
        bool colon = reading_is(title, i, ":");
        struct stretch before = {0, i}, behind = {i + 1, count};
        if (colon && add(body, title, before, behind, i, found))
            return true;
        if ((is_dash(title, i) || (colon && quoted)) && add(body, title, behind, before, i, found))
            return true;
    }
    return false;
}

/* Whether a rule for running text may be believed in a headline: there a colon is not enough, nor are marks
 * alone. */
static bool holds_in_headline(const struct attribution *a)
{
    return a->rule != RULE_NONE && a->rule != RULE_INTRODUCED && a->rule != RULE_INNER &&
           !stretch_is_empty(a->speaker);
}

void headline_run(struct reading *reading, const struct article *article)
{
    attribution_vector found = {0};
    span_vector terms = {0};
    if (!reading->english || !is_headline(article))
        return;
    struct reading *title = open_title(reading, article);
    if (title->token_count > LONGEST_HEADLINE)
        return;
    if (!find_label(reading, title, &found)) {
        attribution_quoted(title, title->paragraphs, &found, &terms);
        attribution_indirect(title, title->paragraphs, 0, &found);
    }
    title->attributions = arena_array(title->arena, found.size, struct attribution);
    vector_each (&found, a)
        if (holds_in_headline(a)) {
            a->entity = find_entity(reading, title, a->speaker);
            title->attributions[title->attribution_count++] = *a;
        }
    stance_run(title);
    reading->title = title;
    vector_release(&found);
    vector_release(&terms);
}
