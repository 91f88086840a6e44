/* contradictions.c: see contradictions.h. A version that tells two figures of one thing is asked nothing of it: they
 * may be of two. */
#include "contradictions.h"

struct finder {
    const struct comparison *c;
    struct contradictions *found;
    VECTOR(const struct figure *) readings; /* the first figure of each reading of the contradiction at hand */
};

static const struct figure *figures_of(const struct finder *f, size_t member, uint32_t *count)
{
    const struct statement *s = &f->c->members[member];
    /* words in quotation marks are compared as words */
    *count = s->told_count ? s->figure_count : 0;
    return f->c->statements->figures.data + s->first_figure;
}

static struct str text_of(const struct finder *f, size_t member, struct span span)
{
    return span_str(article_text(f->c->documents[f->c->members[member].document].article), span);
}

/* The one figure of a version that is of the same thing as the one given; NULL without one. */
static const struct figure *figure_like(const struct finder *f, size_t member, const struct figure *wanted)
{
    uint32_t count;
    const struct figure *own = figures_of(f, member, &count), *found = NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (!figures_correspond(&own[i], wanted))
            continue;
        if (found)
            return NULL;
        found = &own[i];
    }
    return found;
}

static bool is_as_told(const struct figure *a, const struct figure *b)
{
    if (a->kind == FIGURE_DATE || b->kind == FIGURE_DATE)
        return a->kind == b->kind && moments_match(&a->date, &b->date);
    return a->value == b->value;
}

/* Whether a version before this one, or this one before the figure, told a figure of the same thing. */
static bool was_told(const struct finder *f, size_t member, const struct figure *figure)
{
    for (size_t i = 0; i <= member; i++) {
        uint32_t count;
        const struct figure *own = figures_of(f, i, &count);
        for (uint32_t k = 0; k < count && &own[k] != figure; k++)
            if (figures_correspond(&own[k], figure))
                return true;
    }
    return false;
}

/* Whether a version of one reading tells the other's figure as well, of whatever: "six, after 47 the night before". */
static bool tells_both(const struct finder *f, size_t first)
{
    const struct stand *stands = f->found->stands.data + first;
    size_t stand_count = f->found->stands.size - first;
    for (size_t i = 0; i < stand_count; i++) {
        uint32_t count;
        const struct figure *own = figures_of(f, stands[i].member, &count);
        for (uint32_t k = 0; k < count; k++)
            for (uint32_t r = 0; r < f->readings.size; r++)
                if (r != stands[i].reading && is_as_told(&own[k], f->readings.data[r]))
                    return true;
    }
    return false;
}

/* Whether all that stand in the contradiction were published on one day, and it is known. */
static bool is_of_one_day(const struct finder *f, size_t first)
{
    int32_t day = 0;
    for (size_t i = first; i < f->found->stands.size; i++) {
        int32_t own;
        uint32_t document = f->c->members[f->found->stands.data[i].member].document;
        if (!article_day(f->c->documents[document].article, &own) || (i > first && own != day))
            return false;
        day = own;
    }
    return true;
}

/* Puts each version's figure in the first reading that it agrees with. */
static void compare_figures(struct finder *f, const struct figure *wanted)
{
    size_t first = f->found->stands.size;
    vector_clear(&f->readings);
    for (uint32_t i = 0; i < f->c->count; i++) {
        const struct figure *own = figure_like(f, i, wanted);
        uint32_t reading = 0;
        if (!own)
            continue;
        while (reading < f->readings.size && !figures_agree(f->readings.data[reading], own))
            reading++;
        if (reading == f->readings.size)
            vector_push(&f->readings, own);
        vector_push(&f->found->stands, ((struct stand){i, reading, text_of(f, i, own->span), own->span}));
    }
    if (f->readings.size < 2 || tells_both(f, first)) {
        f->found->stands.size = first;
        return;
    }
    struct contradiction contradiction = {
        .kind = wanted->kind == FIGURE_DATE ? DIFFERENCE_DATE : DIFFERENCE_NUMBER,
        .updated = wanted->toll && !is_of_one_day(f, first),
        .first = (uint32_t)first,
        .count = (uint32_t)(f->found->stands.size - first),
    };
    vector_push(&f->found->list, contradiction);
}

void contradictions_find(const struct comparison *comparison, struct contradictions *found)
{
    struct finder f = {.c = comparison, .found = found};
    vector_clear(&found->list);
    vector_clear(&found->stands);
    for (size_t i = 0; i < comparison->count; i++) {
        uint32_t count;
        const struct figure *figures = figures_of(&f, i, &count);
        for (uint32_t k = 0; k < count; k++)
            if (!was_told(&f, i, &figures[k]))
                compare_figures(&f, &figures[k]);
    }
    vector_release(&f.readings);
}

void contradictions_release(struct contradictions *found)
{
    vector_release(&found->list);
    vector_release(&found->stands);
}
