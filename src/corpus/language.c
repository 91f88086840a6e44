/* language.c: see language.h. */
#include "language.h"

#include "words.h"

enum {
    SAMPLE_WORDS = 500,
    LEAST_PERCENT = 10, /* English news has 25 to 35, its closest relatives below 5 */
};

const char *language_of(struct str text)
{
    struct word word;
    unsigned words = 0, english = 0;
    for (size_t at = 0; words < SAMPLE_WORDS && word_next(text, &at, &word); words++)
        english += (word.classes & WORD_ENGLISH) != 0;
    return words && english * 100 >= words * LEAST_PERCENT ? "en" : "und";
}
