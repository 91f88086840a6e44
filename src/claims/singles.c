/* singles.c: see singles.h. */
#include "singles.h"

#include "whosaid/base/array.h"

static const char *const DEALS[] = {"invest",      "investment", "buy",    "sell",  "sale",    "acquire",
                                    "acquisition", "merge",      "merger", "stake", "venture", "contract"};

static void add_teller(struct singles *singles, uint32_t concept, uint32_t document)
{
    uint32_t *teller = &singles->teller.data[concept];
    if (*teller == NO_INDEX)
        *teller = document;
    else if (*teller != document)
        *teller = SINGLES_MANY;
}

static void read_words(const struct vocabulary *vocabulary, const struct word *words, uint32_t count,
                       uint32_t document, struct singles *singles)
{
    for (uint32_t i = 0; i < count; i++)
        add_teller(singles, vocabulary_form(vocabulary, words[i].form)->concept, document);
}

void singles_read(struct vocabulary *vocabulary, const struct statements *statements, struct singles *singles)
{
    uint32_t deals[LENGTH(DEALS)];
    for (size_t i = 0; i < LENGTH(DEALS); i++)
        deals[i] = vocabulary_form(vocabulary, vocabulary_intern(vocabulary, str_from(DEALS[i])))->concept;
    for (size_t i = 0; i < vocabulary_key_count(vocabulary); i++) {
        vector_push(&singles->teller, NO_INDEX);
        vector_push(&singles->dealing, false);
    }
    for (size_t i = 0; i < LENGTH(DEALS); i++)
        singles->dealing.data[deals[i]] = true;
    vector_each (&statements->list, s) {
        read_words(vocabulary, statement_words(statements, s), s->count, s->document, singles);
        read_words(vocabulary, statement_told(statements, s), s->told_count, s->document, singles);
    }
}

void singles_release(struct singles *singles)
{
    vector_release(&singles->teller);
    vector_release(&singles->dealing);
}

static bool tells_amount(const struct statements *statements, const struct statement *s)
{
    const struct figure *figures = statements->figures.data + s->first_figure;
    for (uint32_t i = 0; i < s->figure_count; i++)
        if (figures[i].kind == FIGURE_MONEY || figures[i].kind == FIGURE_PERCENT)
            return true;
    return false;
}

static bool names_deal(const struct statements *statements, const struct singles *singles,
                       const struct statement *s)
{
    const struct word *words = statement_words(statements, s);
    bool deal = false, name = false;
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t concept = vocabulary_form(statements->vocabulary, words[i].form)->concept;
        bool capital = (words[i].flags & WORD_CAPITAL) && !(words[i].flags & WORD_INITIAL);
        deal |= singles->dealing.data[concept];
        name |= capital && word_has_content(statements->vocabulary, &words[i]) &&
                singles->teller.data[concept] == s->document;
    }
    return deal && name;
}

bool singles_is_claim(const struct statements *statements, const struct singles *singles,
                      const struct statement *assertion)
{
    return !assertion->reports &&
           (tells_amount(statements, assertion) || names_deal(statements, singles, assertion));
}
