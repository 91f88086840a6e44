/* explain.c: see explain.h. What each kind is called and why it counts is a table. */
#include "explain.h"

#include "attributions.h"

#include "whosaid/base/array.h"
#include "whosaid/base/calendar.h"

#include <assert.h>

enum { MOST_OUTLETS = 4 }; /* named for one reading */

static const struct phrases {
    const char *one, *several; /* what an outlet, or more of them, do with a reading's value */
    bool words;                /* the value is words of the text and stands in quotation marks */
    const char *why;
} PHRASES[] = {
    [DIFFERENCE_WORDING] =
        {"has", "have", true,
         "Counted: other words at the same place of one statement, inside quotation marks on both sides"},
    [DIFFERENCE_OMISSION] =
        {"has", "have", true,
         "Counted: words within the quotation that some print and others leave out; no contradiction"},
    [DIFFERENCE_TENSE] = {"writes", "write", true,
                          "Counted: one event or verb, told as past by some and not by others"},
    [DIFFERENCE_MODALITY] =
        {"has", "have", true,
         "Counted: must, may, should and their like change how much a statement commits to"},
    [DIFFERENCE_POLARITY] = {"has", "have", true,
                             "Counted as differing: a negation stands on one side only of what both tell"},
    [DIFFERENCE_SPEAKER] =
        {"attributes it to", "attribute it to", false,
         "Counted as differing: the words agree, the persons or offices they are attributed to do not"},
    [DIFFERENCE_REPORTING] =
        {"has it", "have it", false,
         "Counted: words in quotation marks are the speaker\u2019s, a paraphrase is the outlet\u2019s"},
    [DIFFERENCE_DATE] = {"says", "say", true,
                         "Counted as differing: days of one event or remark that cannot be one day"},
    [DIFFERENCE_NUMBER] =
        {"says", "say", true,
         "Counted as differing: figures of the same thing, which neither rounding nor \u201cabout\u201d nor "
         "\u201cmore than\u201d reconciles"},
    [DIFFERENCE_PLACE] = {"says", "say", true, "Counted as differing: two places for one event"},
    [DIFFERENCE_NAME] = {"says", "say", true, "Counted as differing: two names in one role"},
    [DIFFERENCE_TRUNCATION] = {"prints it", "print it", false,
                               "Cosmetic: a shorter passage of the same words contradicts nothing"},
    [DIFFERENCE_SPELLING] = {"spells", "spell", true, "Cosmetic: the same word in two spellings"},
    [DIFFERENCE_TYPOGRAPHY] = {"sets", "set", true, "Cosmetic: the same words with other marks or capitals"},
    [DIFFERENCE_CONTRACTION] = {"has", "have", true,
                                "Cosmetic: a contraction and its full form say the same"},
    [DIFFERENCE_NUMBER_FORM] = {"writes", "write", true, "Cosmetic: one number, in figures and in words"},
};
static_assert(LENGTH(PHRASES) == DIFFERENCE_KINDS, "phrases for each kind");

/* How a reading's versions report, in the words of differences.c. */
static bool has_reading(const struct difference *difference, struct str value)
{
    for (size_t i = 0; i < difference->reading_count; i++)
        if (str_equal(difference->readings[i].value, value))
            return true;
    return false;
}

/* That somebody tells as fact what another attributes is more than that one quotes and another retells. */
static const char *reporting_phrase(const struct difference *difference)
{
    if (has_reading(difference, STR("conditional")))
        return "told as a condition by some";
    return has_reading(difference, STR("in the outlet's own voice")) ? "attributed by some only"
                                                                     : "quoted by some only";
}

const char *difference_phrase(const struct difference *difference)
{
    static const char *const BRIEFLY[] = {
        [DIFFERENCE_WORDING] = "the wording differs",
        [DIFFERENCE_OMISSION] = "words are left out",
        [DIFFERENCE_TENSE] = "the tense differs",
        [DIFFERENCE_MODALITY] = "the modality differs",
        [DIFFERENCE_POLARITY] = "one says it, another denies it",
        [DIFFERENCE_SPEAKER] = "the speaker differs",
        [DIFFERENCE_REPORTING] = "the reporting differs",
        [DIFFERENCE_DATE] = "the date differs",
        [DIFFERENCE_NUMBER] = "the number differs",
        [DIFFERENCE_PLACE] = "the place differs",
        [DIFFERENCE_NAME] = "the name differs",
        [DIFFERENCE_TRUNCATION] = "some print a part of it",
        [DIFFERENCE_SPELLING] = "the spelling differs",
        [DIFFERENCE_TYPOGRAPHY] = "the typography differs",
        [DIFFERENCE_CONTRACTION] = "contractions differ",
        [DIFFERENCE_NUMBER_FORM] = "numbers are written differently",
    };
    static_assert(LENGTH(BRIEFLY) == DIFFERENCE_KINDS, "a phrase for each kind");
    if (difference->kind == DIFFERENCE_REPORTING)
        return reporting_phrase(difference);
    return difference->updated ? "the number was updated" : BRIEFLY[difference->kind];
}

struct explainer {
    const struct comparison *c;
    const struct difference *difference;
    struct strbuf text;
};

static const struct article *article_of(const struct explainer *e, uint32_t version)
{
    return e->c->documents[e->c->members[version].document].article;
}

/* ---- who says what */

/* The distinct outlets of a reading, as many as are named; one more than that when there are others. */
static size_t find_outlets(const struct explainer *e, const struct reading *reading,
                           struct str outlets[MOST_OUTLETS])
{
    size_t count = 0;
    for (size_t i = 0; i < reading->version_count; i++) {
        struct str outlet = article_outlet_or_name(article_of(e, reading->versions[i]));
        size_t known = 0;
        while (known < count && !str_equal(outlets[known], outlet))
            known++;
        if (known == MOST_OUTLETS)
            return MOST_OUTLETS + 1;
        if (known == count)
            outlets[count++] = outlet;
    }
    return count;
}

/* "First Post, Third Wire and others". Returns whether they are several. */
static bool add_subject(struct explainer *e, const struct reading *reading)
{
    struct str outlets[MOST_OUTLETS];
    size_t count = find_outlets(e, reading, outlets);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            strbuf_add_str(&e->text, i + 1 == count ? STR(" and ") : STR(", "));
        strbuf_add_str(&e->text, i < MOST_OUTLETS ? outlets[i] : STR("others"));
    }
    return count > 1;
}

/* How it is reported is a verb of its own: the readings of differences.c in a sentence. */
static const struct report {
    struct str value;
    const char *one, *several;
} REPORTS[] = {
    {{"quoted", 6}, "quotes it", "quote it"},
    {{"paraphrased", 11}, "paraphrases it", "paraphrase it"},
    {{"in the outlet's own voice", 25}, "tells it in its own voice", "tell it in their own voice"},
    {{"conditional", 11}, "tells it as a condition", "tell it as a condition"},
};

static const struct report *report_of(const struct explainer *e, const struct reading *reading)
{
    for (size_t i = 0; i < LENGTH(REPORTS); i++)
        if (e->difference->kind == DIFFERENCE_REPORTING && str_equal(reading->value, REPORTS[i].value))
            return &REPORTS[i];
    return NULL;
}

/* Whether one outlet alone has both readings: it tells the thing in two ways. */
static bool is_same_outlet(const struct explainer *e, const struct reading *a, const struct reading *b)
{
    struct str first[MOST_OUTLETS], second[MOST_OUTLETS];
    return find_outlets(e, a, first) == 1 && find_outlets(e, b, second) == 1 &&
           str_equal(first[0], second[0]);
}

/* before: the reading told just before, or NULL. */
static void add_clause(struct explainer *e, const struct reading *reading, const struct reading *before)
{
    const struct phrases *phrases = &PHRASES[e->difference->kind];
    const struct report *report = report_of(e, reading);
    bool several = false;
    if (before && is_same_outlet(e, before, reading))
        strbuf_add_str(&e->text, STR("elsewhere it"));
    else
        several = add_subject(e, reading);
    if (report) {
        strbuf_add_format(&e->text, " %s", several ? report->several : report->one);
        return;
    }
    strbuf_add_format(&e->text, " %s ", several ? phrases->several : phrases->one);
    if (!reading->value.size) {
        strbuf_add_str(&e->text, phrases->words ? STR("nothing there") : STR("nobody by name"));
        return;
    }
    strbuf_add_str(&e->text, phrases->words ? STR("\u201c") : STR(""));
    strbuf_add_str(&e->text, reading->value);
    strbuf_add_str(&e->text, phrases->words ? STR("\u201d") : STR(""));
}

static void add_note(struct explainer *e)
{
    for (size_t i = 0; i < e->difference->reading_count; i++) {
        strbuf_add_str(&e->text, i ? STR("; ") : STR(""));
        add_clause(e, &e->difference->readings[i], i ? &e->difference->readings[i - 1] : NULL);
    }
    strbuf_add_byte(&e->text, '.');
}

/* ---- why */

static const struct figure *figure_at(const struct explainer *e, uint32_t version, struct span span)
{
    const struct statement *s = &e->c->members[version];
    const struct figure *figures = e->c->statements->figures.data + s->first_figure;
    for (uint32_t i = 0; i < s->figure_count; i++)
        if (figures[i].span.start == span.start && figures[i].span.end == span.end)
            return &figures[i];
    return NULL;
}

static void add_day(struct explainer *e, int32_t days, bool with_year)
{
    struct calendar_date date = calendar_date(days);
    strbuf_add_format(&e->text, "%d %s", date.day, calendar_month_name(date.month));
    if (with_year)
        strbuf_add_format(&e->text, " %d", date.year);
}

/* A date that its words do not tell by themselves, "yesterday" or "last week", with the days that it was
 * taken for. */
static void add_resolved(struct explainer *e, uint32_t version, struct span span)
{
    const struct article *article = article_of(e, version);
    const struct figure *figure = figure_at(e, version, span);
    struct str published = str_slice(article_str(article, article->published), 0, sizeof "2024-06-20" - 1);
    if (!figure || !published.size || !figure->date.resolved || figure->date.unit == MOMENT_NONE)
        return;
    strbuf_add_format(&e->text, ". \u201c%.*s\u201d is taken for ",
                      STR_FMT(span_str(article_text(article), span)));
    if (figure->date.first != figure->date.last) {
        add_day(e, figure->date.first, false);
        strbuf_add_str(&e->text, STR(" to "));
    }
    add_day(e, figure->date.last, true);
    strbuf_add_format(&e->text, ": %.*s is dated %.*s", STR_FMT(article_outlet_or_name(article)),
                      STR_FMT(published));
}

static void add_why(struct explainer *e)
{
    static const char UPDATED[] =
        "Not counted as differing: a toll grows as more is known, and these articles may be "
        "of different hours";
    const char *why = e->difference->kind == DIFFERENCE_SPEAKER ? attributions_why(e->c, e->difference)
                                                                : PHRASES[e->difference->kind].why;
    strbuf_add_str(&e->text, str_from(e->difference->updated ? UPDATED : why));
    for (size_t r = 0; e->difference->kind == DIFFERENCE_DATE && r < e->difference->reading_count; r++)
        add_resolved(e, e->difference->readings[r].versions[0], e->difference->readings[r].spans[0]);
    strbuf_add_byte(&e->text, '.');
}

static struct str keep(struct explainer *e, struct arena *arena)
{
    struct str kept = {arena_copy_string(arena, e->text.data, e->text.size), e->text.size};
    strbuf_clear(&e->text);
    return kept;
}

void explain_difference(const struct comparison *comparison, struct arena *arena,
                        struct difference *difference)
{
    struct explainer e = {.c = comparison, .difference = difference};
    strbuf_init(&e.text);
    add_note(&e);
    difference->note = keep(&e, arena);
    add_why(&e);
    difference->why = keep(&e, arena);
    strbuf_release(&e.text);
}
