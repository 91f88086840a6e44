/* boilerplate.c: evidence is counted, weighed by one table, and then the blocks around are asked. */
#include "boilerplate.h"

#include "facts.h"
#include "whosaid/base/array.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"
#include "words.h"

#include <string.h>

/* What is counted in a block. */
enum evidence {
    FOUND_IMPERATIVE, /* begins with what the reader shall do */
    FOUND_ACTION,     /* such verbs further on */
    FOUND_REQUEST, /* such a verb, said to "you" or with an address, as an order, from "us" or with "please"
                    */
    FOUND_SITE,
    FOUND_JARGON,
    FOUND_NAVIGATION, /* a short line that begins with "next", "related" */
    FOUND_PLATFORM,
    FOUND_READER,
    FOUND_PUBLISHER,
    FOUND_POLITE,
    FOUND_LABEL,   /* "Related:", "Tags:" */
    FOUND_CONTACT, /* addresses and @names */
    FOUND_NOTICE,  /* rights, hidden addresses, who else reported */
    FOUND_PURE,    /* a line with no other word than such of pages */
    FOUND_BRIEF,   /* five words or fewer, all of the page's own kind or nearly */
    FOUND_REPORTING,
    FOUND_PAST,
    FOUND_PERSON,
    FOUND_NAME,
    FOUND_CALENDAR,
    FOUND_QUOTATION,
    FOUND_LENGTH, /* each MANY_WORDS */
    EVIDENCE_COUNT,
};

struct weight {
    int points;
    int most; /* so many are counted */
};

static const struct weight weights[EVIDENCE_COUNT] = {
    [FOUND_IMPERATIVE] = {3, 1}, [FOUND_ACTION] = {1, 2},    [FOUND_REQUEST] = {1, 1},
    [FOUND_SITE] = {1, 3},       [FOUND_JARGON] = {3, 3},    [FOUND_NAVIGATION] = {2, 1},
    [FOUND_PLATFORM] = {1, 2},   [FOUND_READER] = {1, 2},    [FOUND_PUBLISHER] = {1, 1},
    [FOUND_POLITE] = {1, 1},     [FOUND_LABEL] = {5, 1},     [FOUND_CONTACT] = {2, 1},
    [FOUND_NOTICE] = {7, 2},     [FOUND_PURE] = {3, 1},      [FOUND_BRIEF] = {1, 1},
    [FOUND_REPORTING] = {-4, 2}, [FOUND_PAST] = {-1, 2},     [FOUND_PERSON] = {-1, 2},
    [FOUND_NAME] = {-1, 3},      [FOUND_CALENDAR] = {-1, 2}, [FOUND_QUOTATION] = {-4, 1},
    [FOUND_LENGTH] = {-1, 3},
};

/* Signs that are more than words. In lower case. */
static const struct {
    const char *text;
    bool anywhere; /* else it must lead, or nearly: a note of thanks may close a paragraph of the article */
} notices[] = {
    {"© ", false},
    {"(c) 20", false},
    {"[email", true},
    {"all rights reserved", true},
    {"reporting by ", false},
    {"editing by ", false},
    {"contributed to this ", false},
    {"with inputs from ", false},
    {"reported from ", false},
    {"image source", false},
    {"image caption", false},
    {"photo: ", true},
    {"photograph: ", true},
    {"(photo by ", true},
    {"file photo", true},
    {"getty images", true},
    {"a version of this article", false},
    {"a version of this story", false},
    {"this article was ", false},
    {"this article has been ", false},
    {"this article first appeared", false},
    {"this story was originally", false},
    {"this story has been updated", false},
    {"this story first appeared", false},
};

enum {
    MOST_WORDS = 80, /* more is prose */
    MOST_BYTES = 600,
    BRIEF_WORDS = 5,
    LABEL_WORDS = 3,  /* of which the last has the colon */
    SPARSE_WORDS = 5, /* fewer than one of the page's words in so many proves nothing */
    MANY_WORDS = 25,
    MOST_NOTICE_LEAD = 100, /* bytes */
};

enum {
    /* Words that name a page's parts or what is done with them, */
    PAGE = WORD_ACTION | WORD_SITE | WORD_JARGON | WORD_NAVIGATION | WORD_PLATFORM,
    /* and such that say, before a colon, what follows; "Leave: 52 percent" is a poll. */
    LABEL = WORD_JARGON | WORD_NAVIGATION | WORD_PLATFORM,
    /* Words that stand between those of a page: "Recommended for you". */
    NEUTRAL = WORD_MINOR | WORD_READER | WORD_PUBLISHER,
    OF_READERS = WORD_READER | WORD_PUBLISHER | WORD_POLITE,
};

static bool has_any(unsigned classes, unsigned wanted)
{
    return (classes & wanted) != 0;
}

static void count_classes(unsigned classes, int found[EVIDENCE_COUNT])
{
    static const struct {
        unsigned class;
        enum evidence evidence;
    } map[] = {
        {WORD_SITE, FOUND_SITE},           {WORD_JARGON, FOUND_JARGON},       {WORD_PLATFORM, FOUND_PLATFORM},
        {WORD_READER, FOUND_READER},       {WORD_PUBLISHER, FOUND_PUBLISHER}, {WORD_POLITE, FOUND_POLITE},
        {WORD_REPORTING, FOUND_REPORTING}, {WORD_PAST, FOUND_PAST},           {WORD_PERSON, FOUND_PERSON},
        {WORD_CALENDAR, FOUND_CALENDAR},
    };
    for (size_t i = 0; i < LENGTH(map); i++)
        found[map[i].evidence] += has_any(classes, map[i].class);
}

/* Whether the i-th notice begins at byte offset at, in any case. */
static bool is_notice(struct str block, size_t at, size_t i)
{
    struct str notice = str_from(notices[i].text);
    bool appended = at > 1 && block.data[at - 1] == '('; /* behind a paragraph of the article */
    if (!notices[i].anywhere && (at >= MOST_NOTICE_LEAD || appended))
        return false;
    size_t behind = at + notice.size;
    if (!str_equal_nocase(str_slice(block, at, behind), notice))
        return false;
    return !str_ends(notice, STR("by ")) || (behind < block.size && char_is_upper(text_next(block, &behind)));
}

static bool has_notice_at(struct str block, size_t at)
{
    for (size_t i = 0; i < LENGTH(notices); i++)
        if ((block.data[at] | 0x20) == (notices[i].text[0] | 0x20) && is_notice(block, at, i))
            return true;
    return false;
}

/* Notices begin where words do. */
static int count_notices(struct str block)
{
    int count = 0;
    for (size_t at = 0; at < block.size; at++)
        if (at == 0 || strchr(" (-.;\n", block.data[at - 1]))
            count += has_notice_at(block, at);
    return count;
}

/* "Jens Falk/AP" closes a caption; but "March 3, 2031 / CBS/AP" is a date. */
static bool is_photo_credit(struct str block, const struct word *last)
{
    struct facts ignored = {0};
    const char *slash = memrchr(last->text.data, '/', last->text.size);
    size_t size = slash ? (size_t)(slash - last->text.data) + 1 : 0;
    return size > 1 && facts_is_agency(str_slice(last->text, size, last->text.size)) &&
           !facts_read_line(block, (struct span){0, (uint32_t)block.size}, &ignored);
}

static bool is_contact(const struct word *word)
{
    return word->before == '@' || memchr(word->text.data, '@', word->text.size) ||
           str_starts(word->text, STR("http"));
}

/* Whether a verb here would be an order: a sentence begins, or the clause behind "To comment, ...". */
static bool is_clause_start(const struct word *before, const struct word *first)
{
    if (!before || (before == first && has_any(before->classes, WORD_POLITE)))
        return true;
    return strchr(".!?", before->after) || (before->after == ',' && has_any(first->classes, WORD_MINOR));
}

/* What is told of somebody, not of the page. */
static bool is_name(const struct word *word)
{
    return word->capital && !has_any(word->classes, PAGE | WORD_PUBLISHER | WORD_MINOR) && !is_contact(word);
}

/* Counts what the words are. The first word and the one before are looked back at. */
static void count_words(struct str block, bool title_case, int found[EVIDENCE_COUNT])
{
    struct word word, first = {0}, before = {0};
    int words = 0, page_words = 0, other_than_verbs = 0;
    bool label = true, pure = true, ordered = false;
    for (size_t at = 0; word_next(block, &at, &word); words++) {
        const struct word *previous = words > 1 ? &before : words == 1 ? &first : NULL;
        bool order = is_clause_start(previous, &first);
        bool page = has_any(word.classes, PAGE);
        label = label && (page || has_any(word.classes, NEUTRAL));
        pure = pure && (word.digits || has_any(word.classes, PAGE | NEUTRAL));
        if (previous && has_any(previous->classes, WORD_ACTION) && str_equal_nocase(word.text, STR("by"))) {
            found[ordered ? FOUND_IMPERATIVE : FOUND_ACTION]--; /* "Read by millions" */
            page_words--;
        }
        ordered = order;
        page_words += page || is_contact(&word);
        other_than_verbs += is_contact(&word) || has_any(word.classes, (PAGE & ~WORD_ACTION) | OF_READERS);
        found[FOUND_LABEL] +=
            label && word.after == ':' && words < LABEL_WORDS && has_any(word.classes, LABEL);
        found[order ? FOUND_IMPERATIVE : FOUND_ACTION] += has_any(word.classes, WORD_ACTION);
        found[FOUND_NAVIGATION] += words == 0 && has_any(word.classes, WORD_NAVIGATION);
        found[FOUND_CONTACT] += is_contact(&word);
        found[FOUND_NAME] += !order && !title_case && is_name(&word);
        count_classes(word.classes, found);
        before = word;
        first = words ? first : word;
    }
    found[FOUND_NOTICE] = words > 1 && is_photo_credit(block, &before);
    found[FOUND_BRIEF] = words <= BRIEF_WORDS && page_words * 2 >= words && page_words > 0;
    found[FOUND_PURE] = pure && page_words > 0 && words <= BRIEF_WORDS;
    found[FOUND_LENGTH] = words / MANY_WORDS;
    /* One word proves nothing unless it stands alone: "Share", but not "Share prices fall". */
    bool sparse = page_words * SPARSE_WORDS < words && !found[FOUND_JARGON];
    /* Nor do verbs alone: "Log books show that ...". */
    if (!found[FOUND_PURE] && (page_words < 2 || sparse || !other_than_verbs))
        found[FOUND_IMPERATIVE] = found[FOUND_BRIEF] = 0;
    if (words > 1 && (page_words < 2 || (words > BRIEF_WORDS && page_words * 3 < words)))
        found[FOUND_NAVIGATION] = 0;
}

/* Whether it speaks as pages do: to the reader, in orders or labels, or of parts that only pages have. Posts
 * and comments alone are news as well. */
static bool is_page_voice(const int found[EVIDENCE_COUNT])
{
    bool addressed = found[FOUND_READER] && !found[FOUND_LENGTH]; /* essays say "you" too, at length */
    return addressed || found[FOUND_IMPERATIVE] || found[FOUND_JARGON] || found[FOUND_LABEL] ||
           found[FOUND_NOTICE] || found[FOUND_NAVIGATION] || found[FOUND_BRIEF] || found[FOUND_PURE] ||
           found[FOUND_POLITE];
}

int boilerplate_score(struct str block)
{
    int found[EVIDENCE_COUNT] = {0}, score = 0;
    if (block.size > MOST_BYTES)
        return 0;
    struct block_shape shape = block_shape(block);
    if (shape.words > MOST_WORDS)
        return 0;
    count_words(block, shape_is_title_case(&shape), found);
    bool asks = found[FOUND_IMPERATIVE] + found[FOUND_ACTION] > 0 &&
                (found[FOUND_READER] > 0 || found[FOUND_CONTACT] > 0);
    found[FOUND_REQUEST] = asks && found[FOUND_IMPERATIVE] + found[FOUND_POLITE] + found[FOUND_PUBLISHER] > 0;
    found[FOUND_PURE] = found[FOUND_PURE] && !shape.final;
    found[FOUND_QUOTATION] = shape.quotation;
    found[FOUND_NOTICE] += count_notices(block);
    if (!is_page_voice(found))
        return 0;
    for (int i = 0; i < EVIDENCE_COUNT; i++)
        score += weights[i].points * (found[i] < weights[i].most ? found[i] : weights[i].most);
    return score;
}

enum { MOST_LINK_WORDS = 20, MOST_LINK_BYTES = 300 };

/* Could be the headline of another story, or a caption: it says nothing as a sentence. */
static bool is_loose_line(struct str text, const struct block *block)
{
    if (span_size(block->span) > MOST_LINK_BYTES)
        return false;
    struct block_shape shape = block_shape(span_str(text, block->span));
    return shape.words <= MOST_LINK_WORDS && !shape.final && !shape.open && !shape.quotation;
}

static bool is_marked(const struct block *block)
{
    return block->kind == BLOCK_BOILERPLATE;
}

/* Loose lines between two blocks of boilerplate are links: "Prev Post", a headline, "Next Post". */
static void mark_between(struct str text, block_vector *blocks)
{
    for (size_t i = 1; i + 1 < blocks->size; i++) {
        struct block *block = &blocks->data[i];
        if (block->kind == BLOCK_BODY && is_marked(block - 1) && is_marked(block + 1) &&
            is_loose_line(text, block))
            block->kind = BLOCK_BOILERPLATE;
    }
}

/* The end of the page: from the first boilerplate on after which nothing but boilerplate and loose lines
 * comes, provided that boilerplate is a good part of it. */
static void mark_tail(struct str text, block_vector *blocks)
{
    size_t start = blocks->size, marked = 0;
    for (size_t i = blocks->size; i-- > 0;) {
        struct block *block = &blocks->data[i];
        if (!is_marked(block) && (block->kind != BLOCK_BODY || !is_loose_line(text, block)))
            break;
        marked += is_marked(block);
        if (is_marked(block) && marked * 3 >= blocks->size - i)
            start = i;
    }
    for (size_t i = start; i < blocks->size; i++)
        blocks->data[i].kind = BLOCK_BOILERPLATE;
}

void boilerplate_spread(struct str text, block_vector *blocks)
{
    mark_between(text, blocks);
    mark_tail(text, blocks);
}

void boilerplate_mark(struct str text, block_vector *blocks)
{
    vector_each (blocks, block) {
        if (block->kind == BLOCK_BODY && boilerplate_score(span_str(text, block->span)) >= BOILERPLATE_SURE)
            block->kind = BLOCK_BOILERPLATE;
    }
    boilerplate_spread(text, blocks);
}
