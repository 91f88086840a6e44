/* words.c: scanning, and the lexicon. */
#include "words.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <stdlib.h>
#include <string.h>

enum {
    ACT = WORD_ACTION,
    SITE = WORD_SITE,
    JARG = WORD_JARGON,
    NAV = WORD_NAVIGATION,
    PLAT = WORD_PLATFORM,
    READ = WORD_READER,
    PUB = WORD_PUBLISHER,
    NICE = WORD_POLITE,
    SAY = WORD_REPORTING,
    PAST = WORD_PAST,
    CAL = WORD_CALENDAR,
    WHO = WORD_PERSON,
    MIN = WORD_MINOR,
    EN = WORD_ENGLISH,
};

struct entry {
    const char *word; /* lower case */
    unsigned classes;
};

/* In bytewise order. */
static const struct entry lexicon[] = {
    {"a", MIN},
    {"about", EN | MIN},
    {"accept", ACT},
    {"account", SITE},
    {"ad", SITE},
    {"added", SAY},
    {"address", SITE},
    {"ads", SITE},
    {"advertisement", JARG},
    {"after", EN | MIN},
    {"against", EN | MIN},
    {"akismet", JARG},
    {"all", MIN},
    {"also", MIN},
    {"amid", MIN},
    {"among", MIN},
    {"an", MIN},
    {"and", EN | MIN},
    {"announced", SAY},
    {"app", SITE},
    {"april", CAL},
    {"archive", SITE},
    {"are", EN},
    {"argued", SAY},
    {"article", SITE},
    {"articles", SITE},
    {"as", MIN},
    {"asked", SAY},
    {"at", MIN},
    {"august", CAL},
    {"authors", SITE},
    {"been", PAST | EN},
    {"before", EN | MIN},
    {"below", SITE | MIN},
    {"between", EN | MIN},
    {"bluesky", PLAT},
    {"bookmark", ACT},
    {"browser", SITE},
    {"but", EN | MIN},
    {"by", EN | MIN},
    {"called", SAY},
    {"captcha", JARG},
    {"caption", JARG},
    {"categories", SITE | NAV},
    {"category", SITE | NAV},
    {"claimed", SAY},
    {"click", ACT},
    {"clipboard", JARG},
    {"comment", ACT | SITE},
    {"comments", NAV | SITE},
    {"contact", ACT},
    {"content", SITE},
    {"continue", ACT},
    {"continues", SITE},
    {"conversation", SITE},
    {"cookie", JARG},
    {"cookies", JARG},
    {"copied", SITE},
    {"copyright", JARG},
    {"correction", SITE | NAV},
    {"corrections", SITE | NAV},
    {"could", EN},
    {"credit", NAV},
    {"daily", SITE},
    {"december", CAL},
    {"declared", SAY},
    {"declined", SAY},
    {"denied", SAY},
    {"did", PAST | EN},
    {"disclaimer", JARG | NAV},
    {"disqus", JARG},
    {"donate", ACT},
    {"download", ACT},
    {"during", EN | MIN},
    {"e-mail", ACT | SITE},
    {"editor", NAV},
    {"editors", SITE},
    {"email", ACT | SITE},
    {"enable", ACT},
    {"enlarge", ACT},
    {"explained", SAY},
    {"facebook", PLAT},
    {"february", CAL},
    {"feedback", SITE},
    {"field", SITE},
    {"fields", SITE},
    {"filed", NAV},
    {"flipboard", JARG},
    {"follow", ACT},
    {"for", EN | MIN},
    {"former", EN},
    {"friday", CAL},
    {"from", EN | MIN},
    {"gallery", SITE},
    {"had", PAST | EN},
    {"has", PAST | EN},
    {"have", EN},
    {"he", EN | WHO},
    {"her", EN | WHO},
    {"him", WHO},
    {"his", EN | WHO},
    {"home", NAV},
    {"homepage", JARG},
    {"image", SITE},
    {"images", SITE},
    {"in", MIN},
    {"inbox", JARG},
    {"insisted", SAY},
    {"instagram", PLAT},
    {"into", EN | MIN},
    {"its", EN},
    {"january", CAL},
    {"javascript", JARG},
    {"join", ACT},
    {"july", CAL},
    {"june", CAL},
    {"latest", NAV},
    {"leave", ACT},
    {"license", SITE},
    {"like", MIN},
    {"link", SITE},
    {"linkedin", PLAT},
    {"links", SITE},
    {"listen", ACT | NAV},
    {"load", ACT},
    {"loading", SITE},
    {"log", ACT},
    {"login", JARG},
    {"mail", SITE},
    {"march", CAL},
    {"mastodon", PLAT},
    {"menu", SITE},
    {"messenger", PLAT},
    {"min", SITE},
    {"monday", CAL},
    {"more", NAV},
    {"most", MIN},
    {"navigation", JARG},
    {"news", SITE},
    {"newsletter", JARG},
    {"newsletters", JARG},
    {"next", NAV},
    {"nor", MIN},
    {"not", EN},
    {"noted", SAY},
    {"notifications", SITE},
    {"notify", ACT},
    {"november", CAL},
    {"now", MIN},
    {"october", CAL},
    {"of", EN | MIN},
    {"off", MIN},
    {"on", MIN},
    {"onto", MIN},
    {"opened", PAST},
    {"or", MIN},
    {"our", PUB},
    {"over", EN | MIN},
    {"page", SITE},
    {"patreon", PLAT},
    {"paywall", JARG},
    {"permalink", JARG},
    {"photo", SITE | NAV},
    {"photos", SITE | NAV},
    {"pingback", JARG},
    {"pingbacks", JARG},
    {"pinterest", PLAT},
    {"please", NICE},
    {"podcast", SITE},
    {"policy", SITE},
    {"popular", NAV},
    {"post", SITE},
    {"posts", SITE},
    {"powered", JARG},
    {"prev", JARG | NAV},
    {"previous", NAV},
    {"print", ACT},
    {"privacy", SITE},
    {"promoted", SITE},
    {"promotion", SITE},
    {"read", ACT | NAV},
    {"readers", SITE},
    {"reading", ACT},
    {"recommended", NAV},
    {"reddit", PLAT},
    {"register", ACT},
    {"related", NAV},
    {"replied", SAY},
    {"replies", SITE},
    {"reply", ACT | SITE},
    {"reported", SAY},
    {"required", SITE},
    {"reserved", SITE},
    {"rss", JARG},
    {"said", SAY | EN},
    {"saturday", CAL},
    {"save", ACT},
    {"saying", SAY},
    {"says", SAY | EN},
    {"scroll", ACT},
    {"search", SITE},
    {"see", NAV},
    {"september", CAL},
    {"share", ACT},
    {"shareable", JARG},
    {"she", EN | WHO},
    {"should", EN},
    {"show", ACT},
    {"sign", ACT},
    {"site", SITE},
    {"sitemap", JARG},
    {"skip", ACT},
    {"skype", PLAT},
    {"so", MIN},
    {"source", NAV},
    {"spam", SITE},
    {"sponsored", JARG},
    {"standards", NAV},
    {"stated", SAY},
    {"stories", SITE},
    {"story", SITE},
    {"subscribe", ACT | JARG},
    {"subscriber", SITE},
    {"subscribers", SITE},
    {"subscribing", ACT | JARG},
    {"subscription", SITE},
    {"sunday", CAL},
    {"tag", NAV | SITE},
    {"tagged", NAV | SITE},
    {"tags", NAV | SITE},
    {"tap", ACT},
    {"telegram", PLAT},
    {"terms", SITE},
    {"testified", SAY},
    {"than", EN | MIN},
    {"thank", NICE},
    {"thanks", NICE},
    {"that", EN},
    {"the", EN | MIN},
    {"their", EN | WHO},
    {"them", WHO},
    {"they", EN | WHO},
    {"this", EN},
    {"threads", SITE},
    {"thursday", CAL},
    {"tiktok", PLAT},
    {"to", EN | MIN},
    {"toggle", ACT},
    {"told", SAY},
    {"top", NAV},
    {"topics", NAV | SITE},
    {"trackback", JARG},
    {"trackbacks", JARG},
    {"transcript", SITE},
    {"trending", NAV},
    {"tuesday", CAL},
    {"tweet", ACT | PLAT},
    {"tweeted", SAY},
    {"twitter", PLAT},
    {"under", MIN},
    {"unsubscribe", ACT | JARG},
    {"until", EN | MIN},
    {"up", MIN},
    {"url", JARG},
    {"us", PUB},
    {"video", SITE | NAV},
    {"view", ACT},
    {"vs", MIN},
    {"warned", SAY},
    {"was", PAST | EN},
    {"watch", ACT | NAV},
    {"we", PUB},
    {"webpage", JARG},
    {"website", SITE},
    {"wednesday", CAL},
    {"weekly", SITE},
    {"were", PAST | EN},
    {"whatsapp", PLAT},
    {"which", EN},
    {"will", EN},
    {"with", EN | MIN},
    {"within", MIN},
    {"wordpress", JARG},
    {"would", EN},
    {"write", ACT},
    {"wrote", SAY},
    {"you", READ},
    {"your", READ},
    {"yours", READ},
    {"yourself", READ},
    {"youtube", PLAT},
};

enum { LONGEST_WORD = 16, LEXICON_SIZE = LENGTH(lexicon) };

static int compare_entry(const void *key, const void *entry)
{
    return strcmp(key, ((const struct entry *)entry)->word);
}

unsigned word_classes(struct str word)
{
    char lower[LONGEST_WORD + 1];
    if (word.size > LONGEST_WORD)
        return 0;
    for (size_t i = 0; i < word.size; i++)
        lower[i] = ascii_lower(word.data[i]);
    lower[word.size] = '\0';
    const struct entry *found = bsearch(lower, lexicon, LEXICON_SIZE, sizeof *lexicon, compare_entry);
    return found ? found->classes : 0;
}

bool word_lexicon_is_sorted(void)
{
    for (size_t i = 1; i < LEXICON_SIZE; i++)
        if (strcmp(lexicon[i - 1].word, lexicon[i].word) >= 0)
            return false;
    return true;
}

static bool is_word_code_point(char32_t c)
{
    return char_is_letter(c) || char_is_digit(c);
}

/* Cuts what is no letter or digit from both ends of the stretch. */
static struct str trim_punctuation(struct str text, size_t start, size_t end)
{
    while (start < end) {
        size_t at = start;
        if (is_word_code_point(text_next(text, &at)))
            break;
        start = at;
    }
    while (start < end) {
        size_t at = end;
        char32_t c = text_previous(text, &at);
        if (is_word_code_point(c) || char_is_mark(c))
            break;
        end = at;
    }
    return str_slice(text, start, end);
}

/* Bytes of the white space at byte offset at; 0 when there is none. */
static size_t space_size(struct str text, size_t at)
{
    size_t end = at;
    if ((unsigned char)text.data[at] < 0x80)
        return text.data[at] == ' ' || text.data[at] == '\n';
    return char_is_space(text_next(text, &end)) ? end - at : 0;
}

/* Moves *at over white space of every kind, up to end. */
static void skip_space(struct str text, size_t *at, size_t end)
{
    for (size_t size; *at < end && (size = space_size(text, *at)) > 0;)
        *at += size;
}

struct span text_trim(struct str text, size_t start, size_t end)
{
    skip_space(text, &start, end);
    while (end > start) {
        size_t at = end;
        if (!char_is_space(text_previous(text, &at)))
            break;
        end = at;
    }
    return (struct span){(uint32_t)start, (uint32_t)end};
}

bool word_next(struct str text, size_t *at, struct word *word)
{
    for (;;) {
        skip_space(text, at, text.size);
        size_t start = *at, end = start;
        while (end < text.size && !space_size(text, end))
            text_next(text, &end);
        *at = end;
        if (start == end)
            return false;
        struct str trimmed = trim_punctuation(text, start, end);
        if (!trimmed.size)
            continue;
        size_t first = 0, from = (size_t)(trimmed.data - text.data), behind = from + trimmed.size;
        char32_t c = text_next(trimmed, &first);
        *word = (struct word){trimmed,
                              word_classes(trimmed),
                              char_is_upper(c),
                              char_is_digit(c),
                              from ? text.data[from - 1] : ' ',
                              behind < text.size ? text.data[behind] : ' '};
        return true;
    }
}
