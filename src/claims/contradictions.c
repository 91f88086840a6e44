/* contradictions.c: see contradictions.h. A version that tells two figures or places of one thing is asked
 * nothing of it: they may be of two. Where one sentence tells both of what seems to contradict,
 * nothing does. */
#include "contradictions.h"

#include "places.h"

#include <math.h>

enum { MOST_THINGS = 400 }; /* of one claim, about; later versions are not asked */

/* Numbers so near are one number, rounded: 35.72 and 35.7. */
static const double NEARLY = 0.01;

enum thing_kind { THING_FIGURE, THING_SAYING, THING_PLACE, THING_RANKING, THING_INCLUSION };

/* Something told that can be contradicted. */
struct thing {
    uint32_t member;
    struct span span;
    uint32_t kind; /* enum thing_kind: which of the next is set */
    bool quoted;   /* in a quotation: held against what others tell in their own words */
    const struct figure *figure;
    const struct ranking *ranking;
    const struct inclusion *inclusion;
    struct place_name place;
};

/* What one version tells. */
struct told {
    const struct thing *first, *end;
};

struct finder {
    const struct comparison *c;
    struct contradictions *found;
    place_name_vector places;              /* of the version at hand */
    VECTOR(struct thing) things;           /* by member, then by position */
    VECTOR(const struct thing *) readings; /* the first of each reading of the contradiction at hand */
};

static struct str text_of(const struct finder *f, size_t member)
{
    return statement_text(f->c->statements, &f->c->members[member]);
}

/* Whether the words in marks of a report only recall another remark:
 * "she meant nothing when she said “…”". */
static bool recalls(const struct finder *f, const struct statement *s)
{
    static const char *const LINKS[] = {"when", "after", "before", "which", "who", "what", "since"};
    const struct word *words = statement_words(f->c->statements, s);
    for (uint32_t i = 0; i < s->count && !(words[i].flags & WORD_QUOTED); i++)
        if (STR_IS_ONE_OF(vocabulary_form(f->c->vocabulary, words[i].form)->text, LINKS))
            return true;
    return false;
}

static void collect_figures(struct finder *f, uint32_t member)
{
    const struct statement *s = &f->c->members[member];
    const struct figure *figures = f->c->statements->figures.data;
    if (s->saying != NO_INDEX && !recalls(f, s))
        vector_push(&f->things, ((struct thing){member, figures[s->saying].span, THING_SAYING,
                                                .figure = &figures[s->saying]}));
    for (uint32_t i = s->first_figure; i < s->first_figure + s->figure_count; i++) {
        /* Amounts that somebody demands are not those that an outlet tells. */
        bool own = s->told_count || (s->kind == VERSION_INDIRECT && figures[i].kind == FIGURE_DATE);
        vector_push(&f->things,
                    ((struct thing){member, figures[i].span, THING_FIGURE, !own, .figure = &figures[i]}));
    }
}

/* What a version tells. Of what stands in quotation marks only the figures; the rest is compared as words. */
static void collect(struct finder *f, uint32_t member)
{
    const struct statement *s = &f->c->members[member];
    const struct statements *all = f->c->statements;
    collect_figures(f, member);
    if (!s->told_count)
        return;
    for (uint32_t i = 0; i < s->ranking_count; i++) {
        const struct ranking *ranking = &all->rankings.data[s->first_ranking + i];
        vector_push(&f->things, ((struct thing){member, ranking->span, THING_RANKING, .ranking = ranking}));
    }
    for (uint32_t i = 0; i < s->inclusion_count; i++) {
        const struct inclusion *one = &all->inclusions.data[s->first_inclusion + i];
        vector_push(&f->things, ((struct thing){member, one->span, THING_INCLUSION, .inclusion = one}));
    }
    vector_clear(&f->places);
    struct sentence told = statement_told_sentence(all, s);
    places_read(&told, &f->places);
    vector_each (&f->places, place)
        vector_push(&f->things, ((struct thing){member, place->span, THING_PLACE, .place = *place}));
}

static bool rank_one_sort(const struct finder *f, const struct thing *a, const struct thing *b)
{
    struct sentence told_a = statement_told_sentence(f->c->statements, &f->c->members[a->member]),
                    told_b = statement_told_sentence(f->c->statements, &f->c->members[b->member]);
    return rankings_correspond(a->ranking, &told_a, b->ranking, &told_b);
}

/* Things stand by member, so this is one stretch of them. O(log n) and its length. */
static struct told told_by(const struct finder *f, uint32_t member)
{
    const struct thing *all = f->things.data, *end = all + f->things.size;
    size_t low = 0, high = f->things.size;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all[middle].member < member)
            low = middle + 1;
        else
            high = middle;
    }
    struct told told = {all + low, all + low};
    while (told.end < end && told.end->member == member)
        told.end++;
    return told;
}

/* Whether two dates are of one verb, and a number of that verb is told beside both: then they are of one
 * event. */
static bool date_one_event(const struct finder *f, const struct thing *a, const struct thing *b)
{
    const struct anchor *x = &a->figure->anchor, *y = &b->figure->anchor;
    bool dates = a->figure->kind == FIGURE_DATE && b->figure->kind == FIGURE_DATE &&
                 a->figure->date.side == SIDE_ON && b->figure->date.side == SIDE_ON;
    bool verb = dates && x->verb != CONCEPT_NONE && x->verb == y->verb &&
                (x->who == CONCEPT_NONE || y->who == CONCEPT_NONE || x->who == y->who);
    if (!verb)
        return false;
    struct told one = told_by(f, a->member), other = told_by(f, b->member);
    for (const struct thing *p = one.first; p < one.end; p++)
        for (const struct thing *q = other.first; q < other.end; q++)
            if (p->kind == THING_FIGURE && q->kind == THING_FIGURE && p->figure->anchor.verb == x->verb &&
                figures_tell_one_event(p->figure, q->figure))
                return true;
    return false;
}

/* Whether both tell when one speaker said the remark that the claim is. */
static bool date_one_saying(const struct finder *f, const struct thing *a, const struct thing *b)
{
    const struct speaker *speakers = f->c->statements->speakers.data;
    const struct statement *s = &f->c->members[a->member], *t = &f->c->members[b->member];
    return speaker_compare(f->c->vocabulary, &speakers[s->speaker], &speakers[t->speaker]) != SPEAKER_OTHER;
}

static bool correspond(const struct finder *f, const struct thing *a, const struct thing *b)
{
    if (a->kind != b->kind || (a->quoted && b->quoted))
        return a == b;
    switch (a->kind) {
    case THING_FIGURE: return figures_tell_one_thing(a->figure, b->figure) || date_one_event(f, a, b);
    case THING_SAYING: return date_one_saying(f, a, b);
    case THING_PLACE: return places_correspond(&a->place, &b->place);
    case THING_RANKING: return rank_one_sort(f, a, b);
    default: return inclusions_correspond(a->inclusion, b->inclusion);
    }
}

/* Whether two that correspond can both be true. */
static bool agree(const struct finder *f, const struct thing *a, const struct thing *b)
{
    switch (a->kind) {
    case THING_FIGURE:
    case THING_SAYING: return figures_agree(a->figure, b->figure);
    case THING_PLACE: return places_agree(f->c->vocabulary, &a->place, &b->place);
    case THING_RANKING: return rankings_agree(f->c->vocabulary, a->ranking, b->ranking);
    default: return a->inclusion->denied == b->inclusion->denied;
    }
}

/* Whether both tell the same, of whatever. */
static bool tell_alike(const struct thing *a, const struct thing *b)
{
    if (a->kind != b->kind || a->kind == THING_RANKING || a->kind == THING_INCLUSION)
        return false;
    if (a->kind == THING_SAYING)
        return moments_equal(&a->figure->date, &b->figure->date);
    if (a->kind == THING_PLACE)
        return a->place.side == b->place.side &&
               a->place.names[a->place.name_count - 1] == b->place.names[b->place.name_count - 1];
    if (a->figure->kind == FIGURE_DATE || b->figure->kind == FIGURE_DATE)
        return a->figure->kind == b->figure->kind && moments_equal(&a->figure->date, &b->figure->date);
    return fabs(a->figure->value - b->figure->value) <= NEARLY * fabs(a->figure->value);
}

/* Whether one before it corresponds to it, so that it has been asked for. */
static bool was_asked(const struct finder *f, const struct thing *thing)
{
    for (const struct thing *before = f->things.data; before < thing; before++)
        if (correspond(f, before, thing))
            return true;
    return false;
}

/* Whether a version of one reading tells the other's as well, of whatever: "six,
 * after 47 the night before". */
static bool tells_both(const struct finder *f, size_t first)
{
    for (size_t i = first; i < f->found->stands.size; i++) {
        const struct stand *stand = &f->found->stands.data[i];
        struct told told = told_by(f, stand->member);
        for (const struct thing *own = told.first; own < told.end; own++)
            for (uint32_t r = 0; r < f->readings.size; r++)
                if (r != stand->reading && tell_alike(own, f->readings.data[r]))
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

/* Whether two versions both tell when, and not the same; where one event is told of two days, the days
 * contradict. */
static bool are_of_two_times(const struct finder *f, uint32_t a, uint32_t b)
{
    bool differ = false;
    struct told one = told_by(f, a), other = told_by(f, b);
    for (const struct thing *x = one.first; x < one.end; x++)
        for (const struct thing *y = other.first; y < other.end; y++) {
            bool dates =
                x->figure && y->figure && x->figure->kind == FIGURE_DATE && y->figure->kind == FIGURE_DATE;
            if (dates && (moments_agree(&x->figure->date, &y->figure->date) || correspond(f, x, y)))
                return false;
            differ |= dates;
        }
    return differ;
}

/* Whether a number is told of two times: then it may have changed. */
static bool is_of_two_times(const struct finder *f, const struct thing *wanted, size_t first)
{
    const struct stand *stands = f->found->stands.data;
    if (wanted->kind != THING_FIGURE || wanted->figure->kind == FIGURE_DATE)
        return false;
    for (size_t i = first + 1; i < f->found->stands.size; i++)
        if (stands[i].reading != stands[first].reading &&
            are_of_two_times(f, stands[first].member, stands[i].member))
            return true;
    return false;
}

static uint32_t kind_of(const struct thing *thing)
{
    switch (thing->kind) {
    case THING_FIGURE: return thing->figure->kind == FIGURE_DATE ? DIFFERENCE_DATE : DIFFERENCE_NUMBER;
    case THING_SAYING: return DIFFERENCE_DATE;
    case THING_PLACE: return thing->place.kind == PLACE_WHERE ? DIFFERENCE_PLACE : DIFFERENCE_NAME;
    case THING_RANKING: return DIFFERENCE_NAME;
    default: return DIFFERENCE_POLARITY;
    }
}

/* Whether it is a date that only bounds another: "since 2017". */
static bool is_bound(const struct thing *thing)
{
    return (thing->kind == THING_FIGURE || thing->kind == THING_SAYING) &&
           thing->figure->kind == FIGURE_DATE && thing->figure->date.side != SIDE_ON;
}

/* Puts what a version tells in the first reading that it agrees with; what only bounds that tells nothing. */
static void take_stand(struct finder *f, const struct thing *own)
{
    uint32_t reading = 0;
    while (reading < f->readings.size && !agree(f, f->readings.data[reading], own))
        reading++;
    if (reading < f->readings.size && is_bound(own) && !is_bound(f->readings.data[reading]))
        return;
    if (reading == f->readings.size)
        vector_push(&f->readings, own);
    struct str value = span_str(text_of(f, own->member), own->span);
    vector_push(&f->found->stands, ((struct stand){own->member, reading, value, own->span}));
}

/* Takes a stand for each version that tells one thing that corresponds, and tells it as a bound or not; who
 * tells two takes none. */
static void take_stands(struct finder *f, const struct thing *wanted, bool bounds)
{
    const struct thing *own = NULL;
    for (size_t i = 0, told = 0; i < f->things.size; i++) {
        const struct thing *thing = &f->things.data[i];
        if (correspond(f, thing, wanted)) {
            own = thing;
            told++;
        }
        if (i + 1 < f->things.size && f->things.data[i + 1].member == thing->member)
            continue;
        if (told == 1 && is_bound(own) == bounds)
            take_stand(f, own);
        told = 0;
    }
}

static void compare_things(struct finder *f, const struct thing *wanted)
{
    size_t first = f->found->stands.size;
    vector_clear(&f->readings);
    take_stands(f, wanted, false);
    take_stands(f, wanted, true);
    if (f->readings.size < 2 || tells_both(f, first) || is_of_two_times(f, wanted, first)) {
        f->found->stands.size = first;
        return;
    }
    struct contradiction contradiction = {
        .kind = kind_of(wanted),
        .updated = wanted->kind == THING_FIGURE && wanted->figure->toll && !is_of_one_day(f, first),
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
    for (uint32_t i = 0; i < comparison->count && f.things.size < MOST_THINGS; i++)
        collect(&f, i);
    vector_each (&f.things, thing)
        if (!was_asked(&f, thing))
            compare_things(&f, thing);
    vector_release(&f.places);
    vector_release(&f.things);
    vector_release(&f.readings);
}

void contradictions_release(struct contradictions *found)
{
    vector_release(&found->list);
    vector_release(&found->stands);
}
