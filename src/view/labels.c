/* labels.c: see labels.h. */
#include "labels.h"

#include "whosaid/base/calendar.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/width.h"

static const struct {
    const char *glyph, *strip;
    enum role role;
} relations[] = {
    [RELATION_SINGLE] = {"·", "▁", ROLE_RELATION_SINGLE},
    [RELATION_SAME] = {"=", "▁", ROLE_RELATION_SAME},
    [RELATION_REWORDED] = {"≈", "▃", ROLE_RELATION_REWORDED},
    [RELATION_DIFFERS] = {"≠", "█", ROLE_RELATION_DIFFERS},
};

struct str label_relation(int relation)
{
    return str_from(relation < 0 ? " " : relations[relation].glyph);
}

enum role label_relation_role(int relation)
{
    return relation < 0 ? ROLE_DIM : relations[relation].role;
}

struct str label_strip_cell(int relation)
{
    return str_from(relation < 0 ? "▁" : relations[relation].strip);
}

void label_short_date(const struct article *article, struct strbuf *out)
{
    int32_t day;
    if (!article_day(article, &day))
        return;
    struct calendar_date date = calendar_date(day);
    strbuf_add_format(out, "%.3s %2d", calendar_month_name(date.month), date.day);
}

void label_long_date(const struct article *article, struct strbuf *out)
{
    int32_t day;
    if (!article_day(article, &day))
        return;
    struct calendar_date date = calendar_date(day);
    strbuf_add_format(out, "%d %s %d", date.day, calendar_month_name(date.month), date.year);
}

void label_count(uint64_t count, const char *noun, struct strbuf *out)
{
    strbuf_add_format(out, "%llu %s%s", (unsigned long long)count, noun, count == 1 ? "" : "s");
}

struct str label_outlet(const struct library *library, size_t article)
{
    return article_outlet_or_name(library_document(library, article)->article);
}

/* Bytes at the beginning of a file's name that tell it from the others of its story. Linear in the story. */
static size_t telling_prefix(const struct library *library, size_t article, struct str name)
{
    const struct claims *claims = library_claims(library);
    uint32_t index = claims_story_of(claims, (uint32_t)article);
    size_t most = 0;
    if (index == NO_INDEX)
        return name.size;
    const struct story *story = &claims->stories[index];
    for (size_t i = 0; i < story->document_count; i++) {
        const struct article *other = library_document(library, story->documents[i])->article;
        size_t common =
            story->documents[i] == article ? 0 : str_common_prefix(name, article_str(other, other->name));
        most = common > most ? common : most;
    }
    return most + 1;
}

static size_t word_end(struct str text, size_t at)
{
    size_t next = at;
    while (next < text.size) {
        char32_t c = text_next(text, &next);
        if (!char_is_letter(c) && !char_is_digit(c))
            break;
        at = next;
    }
    return at;
}

/* A file's name says little: of a long one, the words that tell it from the others, and as many more as
 * fit: "2-tidewater…". */
static void add_short_name(const struct library *library, size_t article, struct str name, struct strbuf *out)
{
    enum { FILE_NAME_COLUMNS = 14 };
    size_t telling = telling_prefix(library, article, name);
    if (text_width(name) <= FILE_NAME_COLUMNS || telling >= name.size) {
        strbuf_add_str(out, name);
        return;
    }
    size_t cut = 0, next = 0;
    while (next < name.size && (cut < telling || text_width(str_slice(name, 0, next)) < FILE_NAME_COLUMNS)) {
        cut = next;
        text_next(name, &next);
        next = word_end(name, next);
    }
    strbuf_add_str(out, cut < telling ? name : str_slice(name, 0, cut));
    strbuf_add_str(out, cut < telling ? STR("") : STR("…"));
}

static void add_short_outlet(const struct library *library, size_t article, struct strbuf *out)
{
    const struct article *a = library_document(library, article)->article;
    if (a->outlet.count)
        strbuf_add_str(out, article_str(a, a->outlet));
    else
        add_short_name(library, article, article_str(a, a->name), out);
}

struct str label_affiliation(struct str text, const struct entity *entity)
{
    struct str name = span_str(text, entity->name);
    struct str detail =
        span_str(text, span_is_empty(entity->affiliation) ? entity->role : entity->affiliation);
    return str_find(name, detail, 0) == STR_NONE ? detail : (struct str){"", 0};
}

static bool same_outlet(const struct library *library, uint32_t a, uint32_t b)
{
    const struct article *x = library_document(library, a)->article,
                         *y = library_document(library, b)->article;
    if (x->outlet.count == 0 || y->outlet.count == 0)
        return a == b;
    return str_equal(article_str(x, x->outlet), article_str(y, y->outlet));
}

typedef VECTOR(uint32_t) document_vector;

/* The first document of each outlet. Quadratic in the outlets, which are few. */
static void gather_outlets(const struct library *library, const uint32_t *documents, size_t count,
                           document_vector *distinct)
{
    for (size_t i = 0; i < count; i++) {
        size_t j = 0;
        while (j < distinct->size && !same_outlet(library, distinct->data[j], documents[i]))
            j++;
        if (j == distinct->size)
            vector_push(distinct, documents[i]);
    }
}

/* Appends ", NAME" where that and a "+N" for those behind it fit; the first name fits always, cut. */
static bool add_outlet_that_fits(const struct library *library, uint32_t document, bool first, size_t behind,
                                 unsigned columns, struct strbuf *out)
{
    enum { REST_COLUMNS = 4 };
    struct strbuf name;
    strbuf_init(&name);
    add_short_outlet(library, document, &name);
    unsigned room = columns > (behind ? REST_COLUMNS : 0) ? columns - (behind ? REST_COLUMNS : 0) : 0;
    bool fits = first || text_width(strbuf_str(&name)) + 2 <= room;
    if (first)
        text_truncate(strbuf_str(&name), room, out);
    else if (fits)
        strbuf_add_format(out, ", %s", name.data);
    strbuf_release(&name);
    return fits;
}

void label_outlets(const struct library *library, const uint32_t *documents, size_t count, unsigned columns,
                   struct strbuf *out)
{
    document_vector distinct = {0};
    size_t start = out->size, i = 0;
    gather_outlets(library, documents, count, &distinct);
    for (; i < distinct.size; i++) {
        unsigned used = text_width(str_slice(strbuf_str(out), start, out->size));
        unsigned room = columns > used ? columns - used : 0;
        if (!add_outlet_that_fits(library, distinct.data[i], i == 0, distinct.size - i - 1, room, out))
            break;
    }
    if (i < distinct.size)
        strbuf_add_format(out, " +%zu", distinct.size - i);
    vector_release(&distinct);
}

void label_strip(const struct library *library, size_t article, int strip[STRIP_CELLS])
{
    size_t sentences;
    annotations_sentences(library_document(library, article)->annotations, &sentences);
    for (unsigned i = 0; i < STRIP_CELLS; i++)
        strip[i] = -1;
    for (size_t i = 0; i < sentences; i++) {
        int *cell = &strip[i * STRIP_CELLS / sentences];
        int relation = library_sentence_relation(library, article, (uint32_t)i);
        if (relation > *cell)
            *cell = relation;
    }
}
