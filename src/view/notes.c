/* notes.c: who speaks, said beside the line where a quotation begins, or under its paragraph where there is
 * no margin. */
#include "layout_run.h"

#include "unsure.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/text/segment.h"

/* How many quotations back a speaker is looked for: paragraphs are short, and hostile ones must not cost
 * more. */
enum { MARGIN_HANGING = 2, LOOK_BACK = 16 };

/* The first quotation at the top that starts at or after an offset. */
static size_t quote_from(const struct annotations *a, uint32_t offset)
{
    size_t low = 0, high;
    const struct quote *quotes = annotations_quotes(a, &high);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (quotes[middle].span.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_note(const struct quote *quote)
{
    return quote->parent == NO_INDEX && quote->entity != NO_INDEX;
}

/* Whether one of the quotations from first on has the same speaker as quote. */
static bool noted_before(const struct quote *quotes, size_t first, size_t quote)
{
    for (size_t i = quote; i > first && quote - i < LOOK_BACK; i--)
        if (has_note(&quotes[i - 1]) && quotes[i - 1].entity == quotes[quote].entity)
            return true;
    return false;
}

static bool holds(struct str text, struct str part)
{
    return str_find(text, part, 0) != STR_NONE;
}

/* Whether the mention leaves open who it is or for whom they speak. */
static bool needs_name(struct str text, const struct quote *quote, const struct entity *entity)
{
    struct str mention = span_str(text, quote->speaker);
    return !holds(mention, span_str(text, entity->name)) || !holds(mention, label_affiliation(text, entity));
}

/* "? " before the speaker of a quotation that is dimmed. */
static struct str doubt(const struct run *run, const struct quote *quote)
{
    return unsure_is(quote, run->least_sure) ? STR("? ") : STR("");
}

/* "— Alexander Vuving, Inouye Center", cut to one line. */
static struct span add_attribution(struct run *run, const struct quote *quote, const struct entity *entity)
{
    struct styled *extra = &run->layout->extra;
    struct str name = span_str(run->text, entity->name), detail = label_affiliation(run->text, entity);
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_format(&text, "%.*s%s%.*s", STR_FMT(name), detail.size ? ", " : "", STR_FMT(detail));
    struct span span = styled_add(extra, STR("— "), ROLE_DIM);
    uint32_t start = styled_add(extra, doubt(run, quote), ROLE_DIM).end;
    unsigned sign = text_width(str_slice(strbuf_str(&extra->text), span.start, start));
    struct strbuf cut;
    strbuf_init(&cut);
    text_truncate(strbuf_str(&text), run->layout->measure.text > sign ? run->layout->measure.text - sign : 1,
                  &cut);
    span.end = styled_add(extra, strbuf_str(&cut), ROLE_AFFILIATION).end;
    uint32_t end = start + (uint32_t)name.size;
    styled_paint(extra, (struct span){start, end < span.end ? end : span.end}, ROLE_SPEAKER_NOTE);
    strbuf_release(&cut);
    strbuf_release(&text);
    return span;
}

void notes_add_below(struct run *run, struct span paragraph)
{
    size_t count, first = quote_from(run->annotations, paragraph.start);
    const struct quote *quotes = annotations_quotes(run->annotations, &count);
    for (size_t i = first; i < count && quotes[i].span.start < paragraph.end; i++) {
        const struct entity *entity = annotations_speaker(run->annotations, &quotes[i]);
        if (!entity || !has_note(&quotes[i]) || noted_before(quotes, first, i) ||
            !needs_name(run->text, &quotes[i], entity))
            continue;
        run->place = paragraph.end;
        layout_add_line(run, LINE_NOTE, add_attribution(run, &quotes[i], entity));
    }
}

/* The margin as it fills, from top to bottom. */
struct margin {
    struct run *run;
    size_t line; /* the next free one */
};

/* Puts one line into the margin, at the next free line of the article. */
static void add_margin_line(struct margin *margin, struct span span, unsigned hanging)
{
    struct layout *layout = margin->run->layout;
    while (margin->line >= layout->lines.size)
        layout_add_line(margin->run, LINE_BLANK, (struct span){0, 0});
    layout->lines.data[margin->line].hanging = (uint8_t)hanging;
    layout->lines.data[margin->line++].margin = span;
}

static void add_margin_cut(struct margin *margin, struct str text, enum role role, unsigned hanging)
{
    struct strbuf cut;
    strbuf_init(&cut);
    text_truncate(text, margin->run->layout->measure.margin - hanging, &cut);
    add_margin_line(margin, styled_add(&margin->run->layout->extra, strbuf_str(&cut), role), hanging);
    strbuf_release(&cut);
}

/* A line that breaks where words do, and a second, hanging one that is cut. */
static void add_margin_text(struct margin *margin, struct str text, enum role role)
{
    span_vector lines = {0};
    text_wrap(text, (struct span){0, (uint32_t)text.size}, margin->run->layout->measure.margin, &lines);
    if (lines.size)
        add_margin_cut(margin, span_str(text, lines.data[0]), role, 0);
    if (lines.size > 1)
        add_margin_cut(margin, str_slice(text, lines.data[1].start, text.size), role, MARGIN_HANGING);
    vector_release(&lines);
}

/* "≈ Third Wire +2": who else tells the quotation, and how. */
static void add_margin_relation(struct margin *margin, const struct claim_ref *ref)
{
    struct run *run = margin->run;
    const struct claim *claim = &library_claims(run->library)->claims[ref->claim];
    struct styled *extra = &run->layout->extra;
    VECTOR(uint32_t) others = {0};
    struct strbuf outlets;
    strbuf_init(&outlets);
    for (size_t i = 0; i < claim->version_count; i++)
        if (claim->versions[i].document != run->layout->article)
            vector_push(&others, claim->versions[i].document);
    label_outlets(run->library, others.data, others.size, run->layout->measure.margin - 2, &outlets);
    if (outlets.size) {
        int relation = (int)claim->relation;
        struct span span = styled_add(extra, label_relation(relation), label_relation_role(relation));
        styled_add(extra, STR(" "), ROLE_DIM);
        span.end = styled_add(extra, strbuf_str(&outlets), ROLE_OUTLET).end;
        add_margin_line(margin, span, 0);
    }
    strbuf_release(&outlets);
    vector_release(&others);
}

/* "↳ He = Vuving", for a speaker named before in the paragraph; "↳ Vuving" where there is no room. */
static void add_margin_resolution(struct margin *margin, struct str sign, struct str mention, struct str name)
{
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_format(&text, "%.*s↳ %.*s = %.*s", STR_FMT(sign), STR_FMT(mention), STR_FMT(name));
    if (text_width(strbuf_str(&text)) > margin->run->layout->measure.margin) {
        strbuf_clear(&text);
        strbuf_add_format(&text, "%.*s↳ %.*s", STR_FMT(sign), STR_FMT(name));
    }
    add_margin_cut(margin, strbuf_str(&text), ROLE_SPEAKER_NOTE, 0);
    strbuf_release(&text);
}

/* "The spokesperson" tells as much as a name that holds the word; "He" does not. */
static bool mention_tells(struct str mention, struct str name)
{
    if (mention.size > 4 && str_equal_nocase(str_slice(mention, 0, 4), STR("the ")))
        mention = str_slice(mention, 4, mention.size);
    return holds(name, mention);
}

/* How the name was last written when it was a part of the full one ("Vuving"), else the full one. */
static struct str short_name(struct str text, const struct quote *quotes, size_t first, size_t quote,
                             const struct entity *entity)
{
    struct str name = span_str(text, entity->name);
    for (size_t i = quote; i > first && quote - i < LOOK_BACK; i--) {
        struct str mention = span_str(text, quotes[i - 1].speaker);
        if (quotes[i - 1].entity == quotes[quote].entity && mention.size &&
            str_find(name, mention, 0) != STR_NONE)
            return mention;
    }
    return name;
}

/* "negated", "conditional": that the speaker is not reported to have said it. */
static void add_margin_stance(struct margin *margin, const struct quote *quote)
{
    struct strbuf text;
    if (quote->stance == STANCE_SAID)
        return;
    strbuf_init(&text);
    strbuf_add_format(&text, "∅ %s", annotate_stance_name(quote->stance));
    add_margin_cut(margin, strbuf_str(&text), ROLE_DIM, 0);
    strbuf_release(&text);
}

static void add_speaker_note(struct margin *margin, size_t quote, bool introduced)
{
    struct run *run = margin->run;
    size_t count;
    const struct quote *quotes = annotations_quotes(run->annotations, &count);
    const struct entity *entity = annotations_speaker(run->annotations, &quotes[quote]);
    struct str detail = label_affiliation(run->text, entity);
    struct strbuf name;
    strbuf_init(&name);
    strbuf_add_str(&name, doubt(run, &quotes[quote]));
    strbuf_add_str(&name, span_str(run->text, entity->name));
    add_margin_text(margin, strbuf_str(&name), ROLE_SPEAKER_NOTE);
    strbuf_release(&name);
    if (!introduced && detail.size)
        add_margin_text(margin, detail, ROLE_AFFILIATION);
}

/* The reference of a quotation among those of the article: both ascend, so *next only moves on. */
static const struct claim_ref *claim_of_quote(struct run *run, const struct quote *quote, size_t *next)
{
    size_t count;
    const struct claims *claims = library_claims(run->library);
    const struct claim_ref *refs = claims_of_document(claims, (uint32_t)run->layout->article, &count);
    for (; *next < count; ++*next) {
        const struct version *version = &claims->claims[refs[*next].claim].versions[refs[*next].version];
        if (version->span.start > quote->span.start)
            return NULL;
        if (version->span.start == quote->span.start)
            return &refs[*next];
    }
    return NULL;
}

/* Notes on one quotation, beside the line where it begins or below those before it. */
static void add_margin_notes(struct margin *margin, size_t first, size_t quote, size_t line, bool introduced,
                             const struct claim_ref *ref)
{
    struct run *run = margin->run;
    size_t count;
    const struct quote *quotes = annotations_quotes(run->annotations, &count);
    const struct entity *entity = annotations_speaker(run->annotations, &quotes[quote]);
    struct str mention = span_str(run->text, quotes[quote].speaker);
    margin->line = margin->line > line ? margin->line : line;
    if (!noted_before(quotes, first, quote)) {
        add_speaker_note(margin, quote, introduced);
        add_margin_stance(margin, &quotes[quote]);
        if (ref)
            add_margin_relation(margin, ref);
        return;
    }
    add_margin_stance(margin, &quotes[quote]);
    if (!mention_tells(mention, span_str(run->text, entity->name)))
        add_margin_resolution(margin, doubt(run, &quotes[quote]), mention,
                              short_name(run->text, quotes, first, quote, entity));
}

void notes_add_margin(struct run *run)
{
    size_t count, next_ref = 0, first = 0;
    uint32_t block = NO_INDEX;
    const struct quote *quotes = annotations_quotes(run->annotations, &count);
    struct margin margin = {run, 0};
    VECTOR(bool) introduced = {0};
    size_t entities;
    annotations_entities(run->annotations, &entities);
    for (size_t i = 0; i < entities; i++)
        vector_push(&introduced, false);
    for (size_t i = 0; i < count; i++) {
        if (!has_note(&quotes[i]) || quotes[i].entity >= entities)
            continue;
        size_t line = layout_line_at(run->layout, quotes[i].span.start);
        if (run->layout->lines.data[line].block != block)
            first = i;
        block = run->layout->lines.data[line].block;
        const struct claim_ref *ref = claim_of_quote(run, &quotes[i], &next_ref);
        add_margin_notes(&margin, first, i, line, introduced.data[quotes[i].entity], ref);
        introduced.data[quotes[i].entity] = true;
    }
    vector_release(&introduced);
}
