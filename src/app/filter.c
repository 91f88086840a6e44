/* filter.c: see filter.h. */
#include "filter.h"

#include "whosaid/text/character.h"

/* Whether text holds the words, whatever their case and accents. Empty text holds nothing. */
static bool holds(struct str text, const char *words)
{
    struct strbuf folded_text, folded_words;
    if (!text.data || !text.size)
        return false;
    strbuf_init(&folded_text);
    strbuf_init(&folded_words);
    text_fold(text, &folded_text);
    text_fold(str_from(words), &folded_words);
    bool found = str_find(strbuf_str(&folded_text), strbuf_str(&folded_words), 0) != STR_NONE;
    strbuf_release(&folded_text);
    strbuf_release(&folded_words);
    return found;
}

/* ISO dates order as their text does; a shorter one is compared with as much of a date as it gives. An
 * article without a date is in no period. */
static bool is_in_period(const struct options *options, const struct article *article)
{
    struct str published = article_str(article, article->published);
    struct str since = str_from(options->since), until = str_from(options->until);
    if (!since.size && !until.size)
        return true;
    if (!published.size)
        return false;
    return (!since.size || str_compare(str_slice(published, 0, since.size), since) >= 0) &&
           (!until.size || str_compare(str_slice(published, 0, until.size), until) <= 0);
}

bool filter_article(const struct options *options, const struct article *article)
{
    return is_in_period(options, article) &&
           (!options->outlet || holds(article_outlet_or_name(article), options->outlet));
}

bool filter_quote(const struct options *options, const struct document *document, const struct quote *quote,
                  const struct person *person)
{
    const struct entity *entity = annotations_speaker(document->annotations, quote);
    struct str text = article_text(document->article);
    if (!options->speaker || holds(span_str(text, quote->speaker), options->speaker))
        return true;
    if (person && holds(person->name, options->speaker))
        return true;
    return entity && (holds(span_str(text, entity->name), options->speaker) ||
                      holds(span_str(text, entity->role), options->speaker) ||
                      holds(span_str(text, entity->affiliation), options->speaker));
}
