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

/* Whether a clause may begin at a word. A comma between two capitals is inside a name: "Columbus, Ohio". */
static bool is_border(const struct sentence *s, uint32_t at)
{
    struct str gap = sentence_gap(s, at - 1), word = sentence_word(s, at);
    if (holds_sign(gap) || STR_IS_ONE_OF(word, BORDERS))
        return true;
    if (STR_IS_ONE_OF(word, LINKS))
        return at + 1 < s->count &&
               (sentence_form(s, at + 1)->past || STR_IS_ONE_OF(sentence_word(s, at + 1), PRONOUNS));
    return memchr(gap.data, ',', gap.size) &&
           !(sentence_has_capital(s, at) && sentence_has_capital(s, at - 1));
}

static uint32_t count_content(const struct sentence *s, uint32_t first, uint32_t end)
{
    uint32_t content = 0;
    for (uint32_t i = first; i < end; i++)
        content += sentence_has_content(s, i);
    return content;
}

void parts_split(const struct sentence *s, part_vector *parts)
{
    uint32_t last = 0; /* content of the last part */
    vector_clear(parts);
    for (uint32_t first = 0, end; first < s->count; first = end) {
        end = first + 1;
        while (end < s->count && !is_border(s, end))
            end++;
        uint32_t content = count_content(s, first, end);
        if (parts->size && (content < LEAST_CONTENT || last < LEAST_CONTENT)) {
            vector_last(parts).end = end;
            last += content;
            continue;
        }
        vector_push(parts, ((struct part){first, end}));
        last = content;
    }
}
