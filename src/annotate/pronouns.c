/* pronouns.c: whom he, who and I stand for; see resolving.h. Rather nobody than the wrong one: he and she
 * take the person named in the nearest sentence, or the one who spoke last; I whoever the words around it are
 * by. they and it are for groups.c. */
#include "attribution.h"
#include "descriptions.h"
#include "phrases.h"
#include "resolving.h"

enum {
    LOOK_BACK_SENTENCES = 6, /* how far he and she reach */
    LOOK_BACK_NAMES = 64,
    LONGEST_SENTENCE = 128,
    LOOK_BACK_HOLDERS = 8,
    BOTH_GENDERS = TAG_MALE | TAG_FEMALE,
};

/* maybe: a name of several words that nothing else tells about will do. */
static bool fits_person(const struct reading *r, const struct figure *figure, uint32_t gender, bool maybe)
{
    bool person = figure->kind == ENTITY_PERSON ||
                  (figure->kind == ENTITY_ROLE && gender && !resolving_is_plural(r, figure->name));
    person |= maybe && figure->kind == ENTITY_UNKNOWN && figure->name.end > figure->name.first + 1;
    return person && !(figure->gender && gender && figure->gender != gender);
}

/* "Of Lind, he said": whom a sentence is about, told by its first words, is not who speaks. */
static bool is_topic(const struct reading *r, const struct name *name, uint32_t pronoun)
{
    uint32_t first = stretch_is_empty(name->title) ? name->words.first : name->title.first;
    if (name->words.end + 1 != pronoun || !reading_is(r, name->words.end, ",") || first == 0)
        return false;
    return reading_has(r, first - 1, TAG_PREPOSITION) &&
           reading_token(r, first - 1)->shape == TOKEN_CAPITALISED;
}

/* The first person named in the nearest sentence back that names a fitting one; whose anything is ("Lind's
 * staff") only when there is nobody else. */
static const struct name *find_named(const struct resolving *s, uint32_t token, uint32_t gender, bool maybe)
{
    const struct reading *r = s->reading;
    const struct name *found = NULL;
    uint32_t found_sentence = 0;
    size_t index = names_at(&s->names, token);
    for (size_t i = index, steps = 0; i > 0 && steps < LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (name->figure == NO_INDEX || name->quoted || is_topic(r, name, token) ||
            !fits_person(r, &s->names.figures.data[name->figure], gender, maybe))
            continue;
        uint32_t sentence = r->tokens[name->words.first].sentence;
        if (found && sentence != found_sentence)
            break;
        if (!found || !reading_is(r, name->words.end, "'s"))
            found = name;
        found_sentence = sentence;
    }
    return found;
}

/* he, she: whoever was named in the nearest sentence; the speaker before counts as named where its mention
 * stands. */
static struct resolved find_person(const struct resolving *s, uint32_t token, uint32_t gender, bool maybe)
{
    const struct reading *r = s->reading;
    const struct name *found = find_named(s, token, gender, maybe);
    uint32_t own = r->tokens[token].sentence, sentence = found ? r->tokens[found->words.first].sentence : 0;
    bool far = !found || own - sentence > LOOK_BACK_SENTENCES;
    bool speaker_later = s->last.figure != NO_INDEX && s->last.token < token &&
                         (far || s->last.sentence >= sentence) &&
                         own - s->last.sentence <= LOOK_BACK_SENTENCES;
    if (speaker_later) {
        const struct figure *speaker = &s->names.figures.data[s->last.figure];
        if (fits_person(r, speaker, gender, maybe) || (maybe && speaker->kind == ENTITY_UNKNOWN))
            return resolved_to(s->last.figure, ANTECEDENT_PRONOUN, s->last.mention);
    }
    return far ? resolved_nobody() : resolved_to(found->figure, ANTECEDENT_PRONOUN, found->words);
}

struct resolved resolving_person(const struct resolving *s, uint32_t token, uint32_t gender)
{
    struct resolved found = find_person(s, token, gender, false);
    return found.figure != NO_INDEX ? found : find_person(s, token, gender, true);
}

/* Of what "which" stands for, what can speak: an organisation, or what the last preposition brings in.
 * Criticism from a country condemns nothing, the country does. */
static struct stretch what_speaks(const struct reading *r, struct stretch phrase)
{
    struct stretch base = description_base(r, description_head(r, phrase));
    if (reading_has(r, base.end - 1, TAG_ORGANISATION | TAG_ROLE))
        return phrase;
    for (uint32_t i = phrase.end - 1; i > phrase.first; i--)
        if (reading_has(r, i - 1, TAG_PREPOSITION) && !reading_is(r, i - 1, "of"))
            return (struct stretch){i, phrase.end};
    return phrase;
}

/* who, which: whom the words before it name. */
static struct resolved resolve_relative(struct resolving *s, uint32_t token)
{
    const struct reading *r = s->reading;
    uint32_t end = token, limit = token > PHRASE_MOST_TOKENS ? token - PHRASE_MOST_TOKENS : 0;
    end -= end > 0 && reading_is(r, end - 1, ",");
    struct stretch antecedent = phrase_before(r, limit, end);
    if (stretch_is_empty(antecedent) || reading_has(r, antecedent.first, TAG_PRONOUN))
        return resolved_nobody();
    if (!reading_has(r, token, TAG_PRONOUN))
        antecedent = what_speaks(r, antecedent);
    return resolved_to(resolving_phrase(s, antecedent).figure, ANTECEDENT_PRONOUN, antecedent);
}

static bool holds(const struct attribution *a, uint32_t token)
{
    for (uint32_t p = 0; p < a->piece_count; p++)
        if (a->pieces[p].first <= token && token < a->pieces[p].end)
            return true;
    return false;
}

/* Whether quotation marks stand around the token. */
static bool is_in_marks(const struct reading *r, uint32_t token)
{
    size_t low = 0, high = r->pair_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (r->pairs[middle].open < token)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t pair = low > 0 ? (uint32_t)low - 1 : NO_INDEX; pair != NO_INDEX;
         pair = r->pairs[pair].parent)
        if (r->pairs[pair].close > token)
            return true;
    return false;
}

/* "LIND: I said so": the name that opens the line with a colon. */
static struct resolved find_line_speaker(const struct resolving *s, uint32_t token)
{
    const struct reading *r = s->reading;
    uint32_t first = token;
    while (first > 0 && !r->tokens[first].newline && token - first < LONGEST_SENTENCE)
        first--;
    size_t index = names_at(&s->names, first);
    if (index >= s->names.names.size)
        return resolved_nobody();
    const struct name *name = &s->names.names.data[index];
    bool opens = name->figure != NO_INDEX && reading_is(r, name->words.end, ":") && name->words.end < token &&
                 (name->words.first == first || name->title.first == first);
    return opens ? resolved_to(name->figure, ANTECEDENT_PRONOUN, name->words) : resolved_nobody();
}

/* I, we: in a quotation its speaker, else whoever the line is by, else, for "I", the article's writer. */
static struct resolved resolve_first_person(struct resolving *s, size_t index)
{
    const struct reading *r = s->reading;
    const struct attribution *a = &r->attributions[index];
    uint32_t token = a->speaker.first;
    for (size_t i = index, steps = 0; i > 0 && steps < LOOK_BACK_HOLDERS; i--, steps++)
        if (holds(&r->attributions[i - 1], token) && s->figures[i - 1] != NO_INDEX)
            return resolved_to(s->figures[i - 1], ANTECEDENT_PRONOUN, r->attributions[i - 1].speaker);
    if (is_in_marks(r, token))
        return resolved_nobody();
    struct resolved line = find_line_speaker(s, token);
    if (line.figure != NO_INDEX || !reading_is(r, token, "i") || stretch_is_empty(r->byline))
        return line;
    uint32_t writer = names_phrase(&s->names, r->byline, ENTITY_PERSON);
    return resolved_to(writer, ANTECEDENT_PRONOUN, r->byline);
}

/* The last speaker, whom he or she stands for, is no group, and known from now on to be a man or a woman. */
static void learn_gender(struct figure *figure, uint32_t gender)
{
    figure->guessed = false;
    if (!figure->gender)
        figure->gender = gender;
}

/* Whether a phrase is somebody without a name whom he or she can mean: "a woman in a red scarf". */
static bool is_unnamed_person(const struct reading *r, struct stretch phrase, uint32_t gender)
{
    static const char *const others[] = {"woman", "girl", "man", "boy"};
    if (stretch_is_empty(phrase) || !reading_has(r, phrase.first, TAG_DETERMINER))
        return false;
    struct stretch base = description_base(r, description_head(r, phrase));
    const struct token *noun = reading_token(r, base.end - 1);
    uint32_t told = noun->tags & BOTH_GENDERS;
    if (READING_IS_ONE_OF(r, base.end - 1, others))
        told = reading_is(r, base.end - 1, "woman") || reading_is(r, base.end - 1, "girl") ? TAG_FEMALE
                                                                                           : TAG_MALE;
    else if (!(noun->tags & TAG_ROLE))
        return false;
    return noun->shape == TOKEN_LOWER && !resolving_is_plural(r, base) && (!told || told == gender);
}

/* The subject of the sentence before the token's, when it is somebody without a name. */
static struct stretch unnamed_subject(const struct reading *r, uint32_t token, uint32_t gender)
{
    const struct stretch none = {0, 0};
    uint32_t start = resolving_sentence_start(r, token);
    uint32_t before = start == NO_INDEX || start == 0 ? NO_INDEX : resolving_sentence_start(r, start - 1);
    if (before == NO_INDEX)
        return none;
    struct stretch subject = phrase_subject(r, before, start);
    bool whole = subject.first == before && description_head(r, subject).end == subject.end;
    return whole && is_unnamed_person(r, subject, gender) ? subject : none;
}

static struct resolved resolve_he_or_she(struct resolving *s, const struct attribution *a, uint32_t gender)
{
    const struct reading *r = s->reading;
    uint32_t token = a->speaker.first, from = a->pieces[0].first < token ? a->pieces[0].first : token;
    struct resolved found = resolving_person(s, token, gender);
    struct stretch subject = unnamed_subject(r, from, gender);
    bool nearer =
        !stretch_is_empty(subject) && (found.figure == NO_INDEX || found.mention.first < subject.first);
    if (nearer && s->last.token < subject.first)
        return resolved_to(resolving_phrase(s, subject).figure, ANTECEDENT_PRONOUN, subject);
    if (found.figure != NO_INDEX && found.figure == s->last.figure)
        learn_gender(&s->names.figures.data[found.figure], gender);
    return found;
}

struct resolved resolving_pronoun(struct resolving *s, size_t index)
{
    static const char *const first[] = {"i", "we", "my", "our"}, *const group[] = {"they", "it", "their",
                                                                                   "its"};
    static const char *const person[] = {"he", "she", "his", "her", "him"};
    const struct reading *r = s->reading;
    const struct attribution *a = &r->attributions[index];
    uint32_t token = a->speaker.first;
    if (reading_has(r, token, TAG_RELATIVE))
        return resolve_relative(s, token);
    if (READING_IS_ONE_OF(r, token, person)) {
        bool female = reading_is(r, token, "she") || reading_is(r, token, "her");
        uint32_t gender = female ? TAG_FEMALE : TAG_MALE;
        return resolve_he_or_she(s, a, gender);
    }
    if (READING_IS_ONE_OF(r, token, group))
        return resolving_group(s, a);
    if (READING_IS_ONE_OF(r, token, first))
        return resolve_first_person(s, index);
    return resolved_nobody();
}
