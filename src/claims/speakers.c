/* speakers.c: reading who a speaker is; see speakers.h. Comparing is speakers_compare.c's. */
#include "speakers.h"

#include "nicknames.h"
#include "realms.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"

#include <string.h>

static bool has_trait(const struct vocabulary *vocabulary, const struct word *word, unsigned trait)
{
    return vocabulary_form(vocabulary, word->form)->name_traits & trait;
}

static void add_context(const struct vocabulary *vocabulary, const struct word *word, struct speaker *speaker)
{
    if (speaker->context_count < LENGTH(speaker->context))
        speaker->context[speaker->context_count++] = vocabulary_form(vocabulary, word->form)->stem;
}

static void scan_context(struct vocabulary *vocabulary, struct str text, struct span span,
                         struct speaker *speaker)
{
    word_vector words = {0};
    words_scan(vocabulary, text, span, &words);
    vector_each (&words, word)
        add_context(vocabulary, word, speaker);
    vector_release(&words);
}

/* The state whose office it is, from one; 0 when no name in it tells. */
static uint8_t read_realm(const struct vocabulary *vocabulary, const struct speaker *speaker)
{
    for (size_t i = 0; i < speaker->name_count; i++) {
        struct str text = vocabulary_form(vocabulary, speaker->name_words[i].form)->text;
        uint8_t realm = speaker->name_words[i].flags & WORD_CAPITAL ? realm_named(text) : 0;
        if (realm)
            return realm;
    }
    return 0;
}

/* Whether a word that means something else too is somebody's given name: "Bill Lind", and not "the bill". */
static bool is_given_name(const struct vocabulary *vocabulary, const struct word *words, size_t count,
                          size_t at)
{
    struct str text = vocabulary_form(vocabulary, words[at].form)->text;
    if (at + 1 >= count || !(words[at].flags & words[at + 1].flags & WORD_CAPITAL))
        return false;
    return nickname_is_known(text);
}

/* People's names: one to four capitalised words, none of them an organisation's, the last no outlet's. */
static bool looks_like_person(const struct vocabulary *vocabulary, const struct speaker *speaker)
{
    if (speaker->name_count &&
        has_trait(vocabulary, &speaker->name_words[speaker->name_count - 1], NAME_PRESS))
        return false;
    for (size_t i = 0; i < speaker->name_count; i++) {
        const struct word *word = &speaker->name_words[i];
        struct str text = vocabulary_form(vocabulary, word->form)->text;
        bool other = has_trait(vocabulary, word, NAME_ORGANISATION) &&
                     !is_given_name(vocabulary, speaker->name_words, speaker->name_count, i);
        if (!(word->flags & WORD_CAPITAL) || other || str_equal(text, STR("u.s.")))
            return false;
    }
    return speaker->name_count > 0 && speaker->name_count <= 4;
}

enum { MOST_PERSON_WORDS = 3 }; /* after a title: "Kevin O. McCarthy" */

/* Whether a person's name, to the end, comes after this title: "House Majority Whip Kevin McCarthy". */
static bool names_person_next(const struct vocabulary *vocabulary, const word_vector *words, size_t title)
{
    size_t after = words->size - title - 1;
    bool link = has_trait(vocabulary, &words->data[title], NAME_LINK); /* "the embassy in Hanoi" */
    if (link || after == 0 || after > MOST_PERSON_WORDS)
        return false;
    for (size_t i = title + 1; i < words->size; i++) {
        const struct word *word = &words->data[i];
        if (!(word->flags & WORD_CAPITAL) || has_trait(vocabulary, word, NAME_ROLE | NAME_ORGANISATION))
            return false;
    }
    return true;
}

/* "Yet" before a name begins the sentence. */
static void drop_leading(const struct vocabulary *vocabulary, word_vector *words)
{
    size_t dropped = 0;
    while (dropped + 1 < words->size &&
           vocabulary_form(vocabulary, words->data[dropped].form)->kind == FORM_STOP)
        dropped++;
    words->size -= dropped;
    memmove(words->data, words->data + dropped, words->size * sizeof *words->data);
}

/* "(R)" behind a name is a party, and no surname. */
static void drop_party(const struct vocabulary *vocabulary, word_vector *words)
{
    while (words->size > 1 && vocabulary_form(vocabulary, vector_last(words).form)->text.size == 1)
        words->size--;
}

/* "Post" and "Press" end an outlet's name: "The Norvia Post", and not "Press Secretary Lind" or "a post". */
static bool ends_press_name(const struct vocabulary *vocabulary, const word_vector *words, size_t at)
{
    bool more = at + 1 < words->size && (words->data[at + 1].flags & WORD_CAPITAL);
    return !more && (words->data[at].flags & WORD_CAPITAL) &&
           has_trait(vocabulary, &words->data[at], NAME_PRESS);
}

/* What stood before a title is an office of the one named after it. */
static void move_name_to_context(const struct vocabulary *vocabulary, struct speaker *speaker)
{
    for (size_t i = 0; i < speaker->name_count; i++)
        add_context(vocabulary, &speaker->name_words[i], speaker);
    speaker->name_count = 0;
}

/* The words that tell who it is into the name, roles into the context. */
static void read_name(const struct vocabulary *vocabulary, const word_vector *words, struct speaker *speaker)
{
    bool speaks = false, spoke = false; /* this word, one before it, is such a role */
    bool linked = false;                /* behind a link: "a member of the committee" */
    for (size_t i = 0; i < words->size; i++) {
        const struct word *word = &words->data[i];
        speaks = has_trait(vocabulary, word, NAME_SPEAKS_FOR);
        speaker->speaks_for |= spoke && has_trait(vocabulary, word, NAME_LINK);
        spoke |= speaks;
        linked |= has_trait(vocabulary, word, NAME_LINK);
        speaker->is_document |= !linked && has_trait(vocabulary, word, NAME_DOCUMENT) &&
                                !is_given_name(vocabulary, words->data, words->size, i);
        speaker->is_writing |= !speaker->name_count && has_trait(vocabulary, word, NAME_WRITING);
        if (has_trait(vocabulary, word, NAME_ROLE) && names_person_next(vocabulary, words, i))
            move_name_to_context(vocabulary, speaker);
        speaker->is_voice |= has_trait(vocabulary, word, NAME_VOICE);
        if (has_trait(vocabulary, word, NAME_ROLE) && !ends_press_name(vocabulary, words, i))
            add_context(vocabulary, word, speaker);
        else if (speaker->name_count < SPEAKER_MOST_WORDS)
            speaker->name_words[speaker->name_count++] = *word;
    }
    speaker->speaks_for |= speaks; /* "Lind's attorney", and not "attorney Ana Ruiz" */
    speaker->is_voice &= speaker->speaks_for && speaker->name_count > 0;
    speaker->is_writing &= !speaks;
    speaker->is_document &= speaker->name_count > 0;
}

static bool has_name_word(const struct speaker *speaker, uint32_t form)
{
    for (size_t i = 0; i < speaker->name_count; i++)
        if (speaker->name_words[i].form == form)
            return true;
    return false;
}

/* An office is told by whom it belongs to; each word counts once, also where the name holds it already. */
static void add_affiliation(struct vocabulary *vocabulary, struct str text, struct span affiliation,
                            struct speaker *speaker)
{
    word_vector words = {0};
    words_scan(vocabulary, text, affiliation, &words);
    vector_each (&words, word)
        if (speaker->name_count < SPEAKER_MOST_WORDS && !has_trait(vocabulary, word, NAME_ROLE) &&
            !has_name_word(speaker, word->form))
            speaker->name_words[speaker->name_count++] = *word;
    vector_release(&words);
}

/* The initials of "Democratic National Committee" as a stem. */
static uint32_t read_acronym(struct vocabulary *vocabulary, struct str name)
{
    char letters[SPEAKER_MOST_WORDS];
    size_t count = 0;
    for (size_t i = 0; i < name.size; i++) {
        bool begins = i == 0 || name.data[i - 1] == ' ';
        if (begins && ascii_is_upper(name.data[i]) && count < sizeof letters)
            letters[count++] = ascii_lower(name.data[i]);
    }
    return count < 2
               ? 0
               : vocabulary_form(vocabulary, vocabulary_intern(vocabulary, (struct str){letters, count}))
                     ->stem;
}

static bool names_press(const struct vocabulary *vocabulary, const struct speaker *speaker)
{
    for (size_t i = 0; i < speaker->name_count; i++)
        if (has_trait(vocabulary, &speaker->name_words[i], NAME_PRESS))
            return true;
    return false;
}

static bool has_capital(const struct speaker *speaker)
{
    for (size_t i = 0; i < speaker->name_count; i++)
        if (speaker->name_words[i].flags & WORD_CAPITAL)
            return true;
    return false;
}

void speaker_read(struct vocabulary *vocabulary, struct str text, const struct entity *entity,
                  struct speaker *speaker)
{
    *speaker = (struct speaker){0};
    if (!entity || span_is_empty(entity->name))
        return;
    word_vector words = {0};
    speaker->name = span_str(text, entity->name);
    words_scan(vocabulary, text, entity->name, &words);
    if (words.size) {
        drop_leading(vocabulary, &words);
        drop_party(vocabulary, &words);
    }
    read_name(vocabulary, &words, speaker);
    scan_context(vocabulary, text, entity->role, speaker);
    scan_context(vocabulary, text, entity->affiliation, speaker);
    speaker->is_person =
        !speaker->speaks_for && !speaker->is_writing && looks_like_person(vocabulary, speaker);
    speaker->is_document &= !speaker->is_person;
    if (!speaker->is_person)
        add_affiliation(vocabulary, text, entity->affiliation, speaker);
    speaker->is_press = !speaker->is_person && !speaker->is_document && names_press(vocabulary, speaker);
    speaker->is_named = speaker->is_document || has_capital(speaker);
    speaker->acronym = speaker->is_person ? 0 : read_acronym(vocabulary, speaker->name);
    speaker->realm = speaker->is_person ? 0 : read_realm(vocabulary, speaker);
    vector_release(&words);
}

/* "Statement released by each office": anybody's, whose name stands elsewhere. */
static bool is_anonymous_statement(const struct speaker *speaker)
{
    return !has_capital(speaker) && str_starts(speaker->name, STR("statement"));
}

bool speaker_is_known(const struct vocabulary *vocabulary, const struct speaker *speaker, bool quoted)
{
    if (is_anonymous_statement(speaker))
        return false;
    for (size_t i = 0; i < speaker->name_count; i++)
        if ((speaker->name_words[i].flags & WORD_CAPITAL) ||
            (quoted && has_trait(vocabulary, &speaker->name_words[i], NAME_ORGANISATION)))
            return true;
    return false;
}
