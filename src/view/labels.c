/* labels.c: see labels.h. */
#include "labels.h"

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

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

struct date {
    int year;
    unsigned month, day; /* from 1 */
};

/* Days since 1970-01-01 to a proleptic Gregorian date (Hinnant's civil_from_days). */
static struct date date_of_day(int32_t days)
{
    int64_t shifted = (int64_t)days + 719468;
    int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    unsigned of_era = (unsigned)(shifted - era * 146097);
    unsigned year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    unsigned of_year = of_era - (365 * year + year / 4 - year / 100);
    unsigned shifted_month = (5 * of_year + 2) / 153;
    unsigned month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    return (struct date){(int)(year + era * 400) + (month <= 2), month,
                         of_year - (153 * shifted_month + 2) / 5 + 1};
}

void label_short_date(const struct article *article, struct strbuf *out)
{
    int32_t day;
    if (!article_day(article, &day))
        return;
    struct date date = date_of_day(day);
    strbuf_add_format(out, "%.3s %2u", months[date.month - 1], date.day);
}

void label_long_date(const struct article *article, struct strbuf *out)
{
    int32_t day;
    if (!article_day(article, &day))
        return;
    struct date date = date_of_day(day);
    strbuf_add_format(out, "%u %s %d", date.day, months[date.month - 1], date.year);
}

void label_count(uint64_t count, const char *noun, struct strbuf *out)
{
    strbuf_add_format(out, "%llu %s%s", (unsigned long long)count, noun, count == 1 ? "" : "s");
}

struct str label_outlet(const struct library *library, size_t article)
{
    return article_outlet_or_name(library_document(library, article)->article);
}

void label_outlet_short(const struct library *library, size_t article, struct strbuf *out)
{
    enum { FILE_NAME_COLUMNS = 14 };
    const struct article *a = library_document(library, article)->article;
    if (a->outlet.count)
        strbuf_add_str(out, article_str(a, a->outlet));
    else
        text_truncate(article_str(a, a->name), FILE_NAME_COLUMNS, out);
}

struct str label_affiliation(struct str text, const struct entity *entity)
{
    struct str name = span_str(text, entity->name);
    struct str detail =
        span_str(text, span_is_empty(entity->affiliation) ? entity->role : entity->affiliation);
    return str_find(name, detail, 0) == STR_NONE ? detail : (struct str){"", 0};
}

/* Whether an earlier version of the claim, outside document, has the outlet already. */
static bool named_before(const struct library *library, const struct claim *claim, size_t version,
                         uint32_t document)
{
    struct str outlet = label_outlet(library, claim->versions[version].document);
    for (size_t i = 0; i < version; i++)
        if (claim->versions[i].document != document &&
            str_equal(label_outlet(library, claim->versions[i].document), outlet))
            return true;
    return false;
}

void label_outlets(const struct library *library, const struct claim *claim, uint32_t document, size_t most,
                   struct strbuf *out)
{
    size_t start = out->size;
    for (size_t i = 0; i < claim->version_count && out->size - start < most; i++) {
        if (claim->versions[i].document == document || named_before(library, claim, i, document))
            continue;
        if (out->size > start)
            strbuf_add_str(out, STR(", "));
        label_outlet_short(library, claim->versions[i].document, out);
    }
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
