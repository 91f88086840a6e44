/* words.h: what claims compares: words, reduced to forms that are equal when the words are.
 *
 * A vocabulary gives every distinct form a number and knows, once a form, what comparison needs: its spelling
 * with British and American variants folded, its stem (Snowball English), its synonyms, its value as a
 * number, and whether it carries content. Contractions are taken apart ("don't" is "do" and "not"), hyphens
 * separate, possessive 's is dropped, "&" is "and". Punctuation is never a word, so that nothing is ever
 * aligned on it. */
#ifndef WHOSAID_CLAIMS_WORDS_H
#define WHOSAID_CLAIMS_WORDS_H

#include "whosaid/text/span.h"

enum form_class {
    FORM_CONTENT,   /* carries the meaning */
    FORM_STOP,      /* articles, prepositions, pronouns, fillers */
    FORM_AUXILIARY, /* be, have, do in their tenses */
    FORM_MODAL,     /* will, would, can, could, ... */
    FORM_NEGATION,  /* not, never, no */
};

/* form.number of other words; ordinals count from the second, so that "first" is not "one". */
enum { FORM_NO_NUMBER = -1, FORM_FIRST_ORDINAL = 1 << 30 };

/* What a word does in a speaker's name; flags. */
enum name_trait {
    NAME_ROLE = 1,
    NAME_SPEAKS_FOR = 2,
    NAME_ORGANISATION = 4,
    NAME_LINK = 8,
    NAME_WRITING = 16,
    NAME_DOCUMENT = 32,
    NAME_PRESS = 64,
    NAME_VOICE = 128,
};

enum { FORM_MOST_GROUPS = 3 };

/* In place of a form's concept where there is no word. */
#define CONCEPT_NONE UINT32_MAX

struct form {
    struct str text;                  /* lower case, straight apostrophes; owned by the vocabulary */
    uint32_t spelling;                /* equal for spelling variants: normalise, normalize */
    uint32_t stem;                    /* equal for inflections: provide, providing; meet, met */
    uint32_t concept;                 /* equal for synonyms too, and for a number however it is written */
    int32_t number;                   /* "two" and "2" are 2; FORM_NO_NUMBER for other words */
    uint32_t base;                    /* auxiliaries: equal for the tenses of one verb; 0 otherwise */
    uint8_t kind;                     /* enum form_class */
    bool past;                        /* a past form of a verb: met, visited */
    uint8_t name_traits;              /* enum name_trait, or-ed */
    uint8_t groups[FORM_MOST_GROUPS]; /* synonym groups, 0 none; forms that share one mean the same */
    uint64_t hash;                    /* of the text: the same whatever was scanned before */
};

enum word_flags {
    WORD_CAPITAL = 1,    /* begins with a capital letter */
    WORD_INITIAL = 2,    /* first of a sentence or quotation: its capital says nothing */
    WORD_CONTRACTED = 4, /* a part of a contraction */
    WORD_SIGN = 8,       /* a sign or a short form that stands for a word: "&", "%", "bn" */
    WORD_QUOTED = 16,    /* inside quotation marks; set by statements.c */
};

struct word {
    struct span span; /* of the text scanned */
    uint32_t form;    /* index into the vocabulary's forms */
    uint32_t flags;
};

typedef VECTOR(struct word) word_vector;

struct vocabulary;

/* Never NULL. Free with vocabulary_free. Not thread-safe. */
struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *vocabulary); /* NULL allowed */

/* The number of a form that is spelled so (lower case); it is added when new. */
uint32_t vocabulary_intern(struct vocabulary *vocabulary, struct str lower);

/* A form. Borrowed, until the next word is scanned or interned. */
const struct form *vocabulary_form(const struct vocabulary *vocabulary, uint32_t form);

/* Whether both are concepts, and one. */
static inline bool concepts_equal(uint32_t a, uint32_t b)
{
    return a == b && a != CONCEPT_NONE;
}

/* Stems and concepts are below this number. */
size_t vocabulary_key_count(const struct vocabulary *vocabulary);

/* Appends the words of range. Linear. */
void words_scan(struct vocabulary *vocabulary, struct str text, struct span range, word_vector *words);

/* How far two words are the same; ascending. */
enum word_likeness {
    LIKENESS_NONE,
    LIKENESS_SYNONYM,  /* solve, fix */
    LIKENESS_STEM,     /* provide, provided; be, was */
    LIKENESS_NUMBER,   /* two, 2 */
    LIKENESS_SPELLING, /* normalise, normalize; Zelensky, Zelenskyy */
    LIKENESS_EXACT,
};
enum word_likeness words_compare(const struct vocabulary *vocabulary, const struct word *a,
                                 const struct word *b);

/* Whether the word carries content. */
bool word_has_content(const struct vocabulary *vocabulary, const struct word *word);

#endif
