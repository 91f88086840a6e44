/* parts.c: see parts.h. It knows no grammar: a few words and signs stand at most borders of clauses, and a
 * clause with too little in it stays with the one before. */
#include "parts.h"

#include <string.h>

enum { LEAST_CONTENT = 3 }; /* words of content in a clause */

/* These begin a clause; "and" and "or" do before a verb or a pronoun only. */
static const char *const BORDERS[] = {
    "which",   "who",      "whom",   "whose", "that", "when", "where",   "while", "after",  "before", "since",
    "because", "although", "though", "until", "as",   "but",  "whether", "if",    "saying", "adding", "amid"};
static const char *const LINKS[] = {"and", "or"};
static const char *const PRONOUNS[] = {"he", "she", "it", "they", "we", "i", "this", "that"};

static bool holds_sign(struct str gap)
{
    return memchr(gap.data, ';', gap.size) || memchr(gap.data, '(', gap.size) ||
           memchr(gap.data, ')', gap.size) || str_find(gap, STR(" -"), 0) != STR_NONE ||
           str_find(gap, STR("\u2014"), 0) != STR_NONE || str_find(gap, STR("\u2013"), 0) != STR_NONE;
}

/* Whether a clause may begin at words[at]. A comma between two capitals is inside a name: "Columbus, Ohio".
 */
static bool is_border(const struct vocabulary *vocabulary, struct str text, const struct word *words,
                      uint32_t count, uint32_t at)
{
    struct str gap = str_slice(text, words[at - 1].span.end, words[at].span.start);
    struct str word = vocabulary_form(vocabulary, words[at].form)->text;
    if (holds_sign(gap) || STR_IS_ONE_OF(word, BORDERS))
        return true;
    if (STR_IS_ONE_OF(word, LINKS)) {
        const struct form *next = at + 1 < count ? vocabulary_form(vocabulary, words[at + 1].form) : NULL;
        return next && (next->past || STR_IS_ONE_OF(next->text, PRONOUNS));
    }
    return memchr(gap.data, ',', gap.size) && !(words[at].flags & words[at - 1].flags & WORD_CAPITAL);
}

static uint32_t count_content(const struct vocabulary *vocabulary, const struct word *words, uint32_t first,
                              uint32_t end)
{
    uint32_t content = 0;
    for (uint32_t i = first; i < end; i++)
        content += word_has_content(vocabulary, &words[i]);
    return content;
}

void parts_split(const struct vocabulary *vocabulary, struct str text, const struct word *words,
                 uint32_t count, part_vector *parts)
{
    uint32_t last = 0; /* content of the last part */
    vector_clear(parts);
    for (uint32_t first = 0, end; first < count; first = end) {
        end = first + 1;
        while (end < count && !is_border(vocabulary, text, words, count, end))
            end++;
        uint32_t content = count_content(vocabulary, words, first, end);
        if (parts->size && (content < LEAST_CONTENT || last < LEAST_CONTENT)) {
            vector_last(parts).end = end;
            last += content;
            continue;
        }
        vector_push(parts, ((struct part){first, end}));
        last = content;
    }
}
