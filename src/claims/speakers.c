/* speakers.c: see speakers.h. People are compared by surname, then by given name; offices by the words that
 * are not roles. */
#include "speakers.h"

static bool has_trait(const struct vocabulary *vocabulary, const struct word *word, uint8_t trait)
{
    return vocabulary_form(vocabulary, word->form)->name_traits & trait;
}

static void add_context(const struct vocabulary *vocabulary, const struct word *word, struct speaker *speaker)
{
    if (speaker->context_count < sizeof speaker->context / sizeof *speaker->context)
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

/* People's names: one to four capitalised words, none of them an organisation's. */
static bool looks_like_person(const struct vocabulary *vocabulary, const struct speaker *speaker)
{
    for (size_t i = 0; i < speaker->name_count; i++) {
        const struct word *word = &speaker->name_words[i];
        struct str text = vocabulary_form(vocabulary, word->form)->text;
        if (!(word->flags & WORD_CAPITAL) || has_trait(vocabulary, word, NAME_ORGANISATION) ||
            str_equal(text, STR("u.s.")))
            return false;
    }
    return speaker->name_count > 0 && speaker->name_count <= 4;
}

/* The words that tell who it is into the name, roles into the context. */
static void read_name(const struct vocabulary *vocabulary, const word_vector *words, struct speaker *speaker)
{
    bool speaks = false, spoke = false; /* this word, one before it, is such a role */
    for (size_t i = 0; i < words->size; i++) {
        const struct word *word = &words->data[i];
        speaks = has_trait(vocabulary, word, NAME_SPEAKS_FOR);
        speaker->speaks_for |= spoke && has_trait(vocabulary, word, NAME_LINK);
        spoke |= speaks;
        speaker->is_writing |= !speaker->name_count && has_trait(vocabulary, word, NAME_WRITING);
        if (has_trait(vocabulary, word, NAME_ROLE))
            add_context(vocabulary, word, speaker);
        else if (speaker->name_count < SPEAKER_MOST_WORDS)
            speaker->name_words[speaker->name_count++] = *word;
    }
    speaker->speaks_for |= speaks; /* "Lind's attorney", and not "attorney Ana Ruiz" */
    speaker->is_writing &= !speaks;
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
    read_name(vocabulary, &words, speaker);
    scan_context(vocabulary, text, entity->role, speaker);
    scan_context(vocabulary, text, entity->affiliation, speaker);
    speaker->is_person =
        !speaker->speaks_for && !speaker->is_writing && looks_like_person(vocabulary, speaker);
    vector_clear(&words);
    words_scan(vocabulary, text, entity->affiliation, &words);
    for (size_t i = 0; !speaker->is_person && i < words.size && speaker->name_count < SPEAKER_MOST_WORDS; i++)
        if (!has_trait(vocabulary, &words.data[i], NAME_ROLE))
            speaker->name_words[speaker->name_count++] = words.data[i];
    vector_release(&words);
}

static bool same_word(const struct vocabulary *vocabulary, const struct word *a, const struct word *b)
{
    return words_compare(vocabulary, a, b) >= LIKENESS_STEM;
}

/* How many words of a's name are in b's. */
static size_t shared_words(const struct vocabulary *vocabulary, const struct speaker *a,
                           const struct speaker *b)
{
    size_t shared = 0;
    for (size_t i = 0; i < a->name_count; i++)
        for (size_t j = 0; j < b->name_count; j++)
            if (same_word(vocabulary, &a->name_words[i], &b->name_words[j])) {
                shared++;
                break;
            }
    return shared;
}

/* Same surname, and given names that can be one: Mike and Michael, not Mary and Dick. */
static enum speaker_relation compare_people(const struct vocabulary *vocabulary, const struct speaker *a,
                                            const struct speaker *b)
{
    const struct word *last_a = &a->name_words[a->name_count - 1],
                      *last_b = &b->name_words[b->name_count - 1];
    size_t shared = shared_words(vocabulary, a, b);
    if (!same_word(vocabulary, last_a, last_b))
        return shared == a->name_count || shared == b->name_count ? SPEAKER_SAME : SPEAKER_OTHER;
    if (a->name_count == 1 || b->name_count == 1 || shared > 1)
        return SPEAKER_SAME;
    char initial_a = vocabulary_form(vocabulary, a->name_words[0].form)->text.data[0];
    char initial_b = vocabulary_form(vocabulary, b->name_words[0].form)->text.data[0];
    return initial_a == initial_b ? SPEAKER_SAME : SPEAKER_OTHER;
}

/* Whether one speaker's role or affiliation names the other: Brad Parscale of the campaign, the campaign. */
static bool context_names(const struct vocabulary *vocabulary, const struct speaker *person,
                          const struct speaker *office)
{
    for (size_t i = 0; i < office->name_count; i++) {
        uint32_t stem = vocabulary_form(vocabulary, office->name_words[i].form)->stem;
        bool found = false;
        for (size_t j = 0; j < person->context_count && !found; j++)
            found = person->context[j] == stem;
        if (!found)
            return false;
    }
    return true;
}

static bool names_person(const struct vocabulary *vocabulary, const struct speaker *office,
                         const struct speaker *person)
{
    for (size_t i = 0; i < office->name_count; i++)
        if (same_word(vocabulary, &office->name_words[i], &person->name_words[person->name_count - 1]))
            return true;
    return false;
}

enum speaker_relation speaker_compare(const struct vocabulary *vocabulary, const struct speaker *a,
                                      const struct speaker *b)
{
    if (!a->name_count || !b->name_count)
        return SPEAKER_OPEN; /* nobody, or a bare role */
    if (a->is_person && b->is_person)
        return compare_people(vocabulary, a, b);
    if (a->is_person != b->is_person) {
        const struct speaker *person = a->is_person ? a : b, *office = a->is_person ? b : a;
        if (office->is_writing && names_person(vocabulary, office, person))
            return SPEAKER_SAME;
        bool open = office->speaks_for || context_names(vocabulary, person, office);
        return open ? SPEAKER_OPEN : SPEAKER_OTHER;
    }
    size_t shared = shared_words(vocabulary, a, b),
           shorter = a->name_count < b->name_count ? a->name_count : b->name_count;
    return shared == shorter || shared * 2 > shorter ? SPEAKER_SAME : SPEAKER_OTHER;
}
