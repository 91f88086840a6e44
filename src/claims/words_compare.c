/* words_compare.c: how far two words are the same, and what they carry. */
#include "spelling.h"
#include "words.h"

/* Two spellings of one name; only names, since "adopted" and "adapted" are as near. */
static bool are_near_names(const struct form *a, const struct form *b, const struct word *word_a,
                           const struct word *word_b)
{
    return (word_a->flags & WORD_CAPITAL) && (word_b->flags & WORD_CAPITAL) && spelling_is_near(a->text, b->text);
}

enum word_likeness words_compare(const struct vocabulary *vocabulary, const struct word *word_a,
                                 const struct word *word_b)
{
    if (word_a->form == word_b->form)
        return LIKENESS_EXACT;
    const struct form *a = vocabulary_form(vocabulary, word_a->form), *b = vocabulary_form(vocabulary, word_b->form);
    if (a->spelling == b->spelling)
        return LIKENESS_SPELLING;
    if (a->number != FORM_NO_NUMBER && a->number == b->number)
        return LIKENESS_NUMBER;
    if (a->stem == b->stem || (a->base && a->base == b->base))
        return LIKENESS_STEM;
    if (vocabulary_synonyms(vocabulary, a->stem, b->stem))
        return LIKENESS_SYNONYM;
    return are_near_names(a, b, word_a, word_b) ? LIKENESS_SPELLING : LIKENESS_NONE;
}

bool word_has_content(const struct vocabulary *vocabulary, const struct word *word)
{
    return vocabulary_form(vocabulary, word->form)->kind == FORM_CONTENT;
}
