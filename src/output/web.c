/* web.c: see web.h. */
#include "web.h"

#include "claim_facts.h"
#include "html.h"
#include "web_story.h"

#include "whosaid/base/vector.h"

#include <inttypes.h>

enum { MOST_COLUMNS = 4 }; /* more distinct tellings than that stand below one another */

struct web {
    struct strbuf *out;
    const struct claims *claims;
    const struct claim *claim;
    const struct document *documents;
    bool explain;
};

/* ---- the page */

void web_begin(struct strbuf *out)
{
    html_raw(out,
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"generator\" content=\"whosaid\">\n<title>Who said what: claims compared</title>\n"
             "<style>\n");
    html_style(out);
    html_raw(
        out,
        "</style>\n</head>\n<body>\n<header><h1>Who said what, and how each outlet told it</h1>\n"
        "<p><span class=\"sign differs\">≠</span>tellings differ in speaker, date, number, place, name or "
        "a negation · <span class=\"sign reworded\">≈</span>other words · "
        "<span class=\"sign same\">=</span>the same · <span class=\"sign single\">·</span>one outlet only."
        " In the texts: <mark>differs</mark>, <ins>added</ins>, "
        "<span class=\"omitted\">[…]</span> left out. "
        "That two texts differ is stated, never who is right.</p></header>\n<main>\n");
}

void web_end(struct strbuf *out)
{
    html_raw(out, "</main>\n<footer>Compared by whosaid, from the texts alone.</footer>\n</body>\n</html>\n");
}

/* ---- a version's words */

static void add_mark(struct strbuf *out, struct str text, const struct mark *mark)
{
    struct str marked = span_str(text, mark->span);
    switch (mark->kind) {
    case MARK_CHANGED:
        html_raw(out, "<mark>");
        html_part(out, marked);
        html_raw(out, "</mark>");
        break;
    case MARK_ADDED:
        html_raw(out, "<ins>");
        html_part(out, marked);
        html_raw(out, "</ins>");
        break;
    case MARK_OMITTED: html_raw(out, " <span class=\"omitted\">[…]</span> "); break;
    default:
        if (marked.size)
            html_raw(out, "<span class=\"cosmetic\">");
        html_part(out, marked);
        if (marked.size)
            html_raw(out, "</span>");
    }
}

static void add_told(const struct web *web, const struct version *version)
{
    struct str text = article_text(web->documents[version->document].article);
    uint32_t at = version->span.start;
    for (size_t i = 0; i < version->mark_count; i++) {
        const struct mark *mark = &version->marks[i];
        if (mark->span.start < at || mark->span.end > version->span.end)
            continue;
        html_part(web->out, span_str(text, (struct span){at, mark->span.start}));
        add_mark(web->out, text, mark);
        at = mark->span.end;
    }
    html_part(web->out, span_str(text, (struct span){at, version->span.end}));
}

static void add_told_cell(const struct web *web, const struct version *version)
{
    const struct article *article = web->documents[version->document].article;
    struct str language = article_str(article, article->language);
    html_raw(web->out, "<td class=\"told\"");
    if (language.size && !str_equal(language, STR("und"))) {
        html_raw(web->out, " lang=\"");
        html_text(web->out, language);
        html_raw(web->out, "\"");
    }
    html_raw(web->out, ">");
    add_told(web, version);
    html_raw(web->out, "</td>");
}

static void add_speaker_cell(const struct web *web, const struct version *version)
{
    html_raw(web->out, "<td>");
    if (version->speaker.size)
        html_text(web->out, version->speaker);
    else
        strbuf_add_str(web->out, version->kind == VERSION_ASSERTION
                                     ? STR("<span class=\"dim\">told in its own voice</span>")
                                     : STR("<span class=\"dim\">nobody named</span>"));
    html_raw(web->out, "</td>");
}

/* ---- tellings */

typedef VECTOR(uint32_t) index_vector;

/* The distinct tellings of a claim: the same words of the same speaker are one. */
struct tellings {
    index_vector first; /* the first version of each */
    index_vector of;    /* by version, its telling */
};

static bool is_told_alike(const struct web *web, const struct version *a, const struct version *b)
{
    return str_equal(version_text(a, web->documents), version_text(b, web->documents)) &&
           str_equal(a->speaker, b->speaker);
}

static void find_tellings(const struct web *web, struct tellings *tellings)
{
    const struct version *versions = web->claim->versions;
    for (uint32_t i = 0; i < web->claim->version_count; i++) {
        uint32_t telling = 0;
        while (telling < tellings->first.size &&
               !is_told_alike(web, &versions[tellings->first.data[telling]], &versions[i]))
            telling++;
        if (telling == tellings->first.size)
            vector_push(&tellings->first, i);
        vector_push(&tellings->of, telling);
    }
}

static const struct version *telling_version(const struct web *web, const struct tellings *tellings,
                                             size_t which)
{
    return &web->claim->versions[tellings->first.data[which]];
}

static void add_outlets(const struct web *web, const struct tellings *tellings, size_t which)
{
    for (size_t i = 0; i < web->claim->version_count; i++) {
        if (tellings->of.data[i] != which)
            continue;
        html_raw(web->out, "<span class=\"outlet\">");
        web_outlet(&web->claim->versions[i], web->documents, web->out);
        html_raw(web->out, "</span>");
    }
}

static bool names_a_speaker(const struct claim *claim)
{
    for (size_t i = 0; i < claim->version_count; i++)
        if (claim->versions[i].speaker.size)
            return true;
    return false;
}

/* A column each, for a few. */
static void add_columns(const struct web *web, const struct tellings *tellings)
{
    strbuf_add_format(
        web->out,
        "<div class=\"scroll\"><table class=\"versions\" style=\"--columns:%zu\">\n<thead><tr><td></td>",
        tellings->first.size);
    for (size_t i = 0; i < tellings->first.size; i++) {
        html_raw(web->out, "<th scope=\"col\">");
        add_outlets(web, tellings, i);
        html_raw(web->out, "</th>");
    }
    html_raw(web->out, "</tr></thead>\n<tbody>\n");
    if (names_a_speaker(web->claim)) {
        html_raw(web->out, "<tr><th scope=\"row\">speaker</th>");
        for (size_t i = 0; i < tellings->first.size; i++)
            add_speaker_cell(web, telling_version(web, tellings, i));
        html_raw(web->out, "</tr>\n");
    }
    html_raw(web->out, "<tr><th scope=\"row\">words</th>");
    for (size_t i = 0; i < tellings->first.size; i++)
        add_told_cell(web, telling_version(web, tellings, i));
    html_raw(web->out, "</tr>\n</tbody></table></div>\n");
}

/* A row each, for many. */
static void add_rows(const struct web *web, const struct tellings *tellings)
{
    bool speakers = names_a_speaker(web->claim);
    html_raw(web->out, "<table class=\"versions rows\">\n<thead><tr><th scope=\"col\">outlet</th>");
    strbuf_add_str(web->out, speakers ? STR("<th scope=\"col\">speaker</th>") : STR(""));
    html_raw(web->out, "<th scope=\"col\">words</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < tellings->first.size; i++) {
        html_raw(web->out, "<tr><th scope=\"row\">");
        add_outlets(web, tellings, i);
        html_raw(web->out, "</th>");
        if (speakers)
            add_speaker_cell(web, telling_version(web, tellings, i));
        add_told_cell(web, telling_version(web, tellings, i));
        html_raw(web->out, "</tr>\n");
    }
    html_raw(web->out, "</tbody></table>\n");
}

static void add_tellings(const struct web *web)
{
    struct tellings tellings = {0};
    find_tellings(web, &tellings);
    if (tellings.first.size <= MOST_COLUMNS)
        add_columns(web, &tellings);
    else
        add_rows(web, &tellings);
    vector_release(&tellings.first);
    vector_release(&tellings.of);
}

/* ---- differences */

static const char *weight_of(const struct difference *difference)
{
    if (difference->cosmetic)
        return "dim";
    return relation_name(difference_relation(difference));
}

static void add_difference(const struct web *web, const struct difference *difference)
{
    strbuf_add_format(web->out, "<li><b class=\"%s\">%s</b> ", weight_of(difference),
                      difference_kind_name(difference->kind));
    html_text(web->out, difference->note);
    if (web->explain) {
        html_raw(web->out, "<small>");
        html_text(web->out, difference->why);
        html_raw(web->out, "</small>");
    }
    html_raw(web->out, "</li>\n");
}

/* Those of substance, or the cosmetic ones. */
static void add_difference_list(const struct web *web, bool cosmetic)
{
    html_raw(web->out, "<ul class=\"differences\">\n");
    for (size_t i = 0; i < web->claim->difference_count; i++)
        if (web->claim->differences[i].cosmetic == cosmetic)
            add_difference(web, &web->claim->differences[i]);
    html_raw(web->out, "</ul>\n");
}

static void add_differences(const struct web *web)
{
    size_t cosmetic = 0;
    for (size_t i = 0; i < web->claim->difference_count; i++)
        cosmetic += web->claim->differences[i].cosmetic;
    if (cosmetic < web->claim->difference_count)
        add_difference_list(web, false);
    if (!cosmetic)
        return;
    strbuf_add_format(web->out, "<details class=\"quiet\"><summary>%zu cosmetic difference%s</summary>\n",
                      cosmetic, cosmetic == 1 ? "" : "s");
    add_difference_list(web, true);
    html_raw(web->out, "</details>\n");
}

static void add_similar(const struct web *web)
{
    for (size_t i = 0; i < web->claim->similar_count; i++) {
        const struct claim *similar = &web->claims->claims[web->claim->similar[i]];
        strbuf_add_str(web->out,
                       i ? STR("<br>\n")
                         : STR("<p class=\"quiet\">Similar, and not counted as one statement:<br>\n"));
        strbuf_add_format(web->out, "<a href=\"#c%016" PRIx64 "\">", similar->id);
        html_text(web->out, version_text(&similar->versions[similar->reference], web->documents));
        html_raw(web->out, "</a>");
    }
    if (web->claim->similar_count)
        html_raw(web->out, "</p>\n");
}

/* ---- claims */

/* " · the speaker differs · the wording differs", or that nothing of substance does. */
static void add_phrases(const struct web *web)
{
    bool named[DIFFERENCE_KINDS] = {false}, any = false;
    for (size_t i = 0; i < web->claim->difference_count; i++) {
        const struct difference *difference = &web->claim->differences[i];
        if (!difference->cosmetic && !named[difference->kind])
            strbuf_add_format(web->out, " · %s", difference_phrase(difference));
        any |= !difference->cosmetic;
        named[difference->kind] = true;
    }
    if (!any)
        strbuf_add_format(web->out, " · %s", agreement_phrase(web->claim));
}

/* A claim that several versions tell. */
static void add_article(const struct web *web)
{
    const char *relation = relation_name(web->claim->relation);
    strbuf_add_format(web->out,
                      "<article class=\"%s\" id=\"c%016" PRIx64 "\">\n<h3><span class=\"sign\">%s</span>",
                      relation, web->claim->id, relation_glyph(web->claim->relation));
    html_text(web->out, version_text(&web->claim->versions[web->claim->reference], web->documents));
    uint32_t outlets = web->claims->stories[web->claim->story].outlets;
    strbuf_add_format(web->out, "</h3>\n<p class=\"quiet\">%" PRIu32 " of %" PRIu32 " outlet%s%s",
                      web->claim->outlets, outlets, outlets == 1 ? "" : "s",
                      claim_is_of_one_article(web->claim) ? " · within one article" : "");
    add_phrases(web);
    html_raw(web->out, "</p>\n");
    add_tellings(web);
    add_differences(web);
    add_similar(web);
    html_raw(web->out, "</article>\n");
}

/* What one version alone tells. */
static void add_item(const struct web *web)
{
    const struct version *version = &web->claim->versions[0];
    strbuf_add_format(web->out, "<li id=\"c%016" PRIx64 "\"><span class=\"told\">", web->claim->id);
    html_text(web->out, version_text(version, web->documents));
    html_raw(web->out, "</span> <span class=\"quiet\">");
    web_outlet(version, web->documents, web->out);
    if (version->speaker.size) {
        html_raw(web->out, " · ");
        html_text(web->out, version->speaker);
    }
    html_raw(web->out, "</span></li>\n");
}

static bool is_item(const struct claim *claim)
{
    return claim->version_count == 1;
}

/* Whether it is the first of its story that one version alone tells. */
static bool is_first_item(const struct claims *claims, uint32_t index, const struct story *story)
{
    for (uint32_t i = index; i-- > story->first_claim;)
        if (is_item(&claims->claims[i]))
            return false;
    return true;
}

void web_claim(const struct claims *claims, uint32_t index, const struct document *documents, bool explain,
               struct strbuf *out)
{
    const struct claim *claim = &claims->claims[index];
    const struct story *story = &claims->stories[claim->story];
    bool first = index == story->first_claim, last = index + 1 == story->first_claim + story->claim_count;
    struct web web = {out, claims, claim, documents, explain};

    if (first) {
        html_raw(out, "<section>\n");
        web_story(claims, claim->story, documents, out);
    }
    if (is_item(claim) && is_first_item(claims, index, story))
        html_raw(out, "<h3 class=\"alone\">Told by one outlet only</h3>\n");
    if (is_item(claim) && (first || !is_item(claim - 1)))
        html_raw(out, "<ul class=\"only\">\n");
    if (is_item(claim))
        add_item(&web);
    else
        add_article(&web);
    if (is_item(claim) && (last || !is_item(claim + 1)))
        html_raw(out, "</ul>\n");
    if (last)
        html_raw(out, "</section>\n");
}
