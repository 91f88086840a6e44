/* sentence.c: see sentence.h. */
#include "sentence.h"

const struct form *sentence_form(const struct sentence *s, uint32_t at)
{
    return vocabulary_form(s->vocabulary, s->words[at].form);
}

uint32_t sentence_concept(const struct sentence *s, uint32_t at)
{
    return sentence_form(s, at)->concept;
}

struct str sentence_word(const struct sentence *s, uint32_t at)
{
    return at < s->count ? sentence_form(s, at)->text : STR("");
}

bool sentence_has_word(const struct sentence *s, uint32_t at, const char *word)
{
    return str_equal(sentence_word(s, at), str_from(word));
}

bool sentence_has_content(const struct sentence *s, uint32_t at)
{
    return at < s->count && word_has_content(s->vocabulary, &s->words[at]);
}

bool sentence_has_capital(const struct sentence *s, uint32_t at)
{
    return at < s->count && (s->words[at].flags & WORD_CAPITAL);
}

bool sentence_has_name(const struct sentence *s, uint32_t at)
{
    return sentence_has_capital(s, at) && sentence_has_content(s, at);
}

bool sentence_has_proper_noun(const struct sentence *s, uint32_t at)
{
    return (s->words[at].flags & (WORD_CAPITAL | WORD_INITIAL)) == WORD_CAPITAL;
}

bool sentence_has_new_stem(const struct sentence *s, uint32_t at)
{
    if (!sentence_has_content(s, at))
        return false;
    for (uint32_t i = 0; i < at; i++)
        if (sentence_form(s, i)->stem == sentence_form(s, at)->stem)
            return false;
    return true;
}

bool sentence_has_negation(const struct sentence *s)
{
    for (uint32_t i = 0; i < s->count; i++)
        if (sentence_form(s, i)->kind == FORM_NEGATION)
            return true;
    return false;
}

bool sentence_has_possessive(const struct sentence *s, uint32_t at)
{
    struct str spelled = span_str(s->text, s->words[at].span);
    return str_ends(spelled, STR("'s")) || str_ends(spelled, STR("\u2019s"));
}

bool sentence_touches(const struct sentence *s, uint32_t at)
{
    if (at + 1 >= s->count)
        return false;
    uint32_t end = s->words[at].span.end, start = s->words[at + 1].span.start;
    if (start == end)
        return true; /* 25% */
    char sign = s->text.data[end];
    return start - end == 1 && (sign == ' ' || sign == '-' || sign == '\n');
}

struct str sentence_gap(const struct sentence *s, uint32_t at)
{
    return str_slice(s->text, s->words[at].span.end, s->words[at + 1].span.start);
}

struct span sentence_span(const struct sentence *s, uint32_t first, uint32_t last)
{
    return (struct span){s->words[first].span.start, s->words[last].span.end};
}
