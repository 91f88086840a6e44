/* people.c: see whosaid/claims/people.h. Reads the speakers, lets identity.c tell who is one, and lays out
 * who they are by name. */
#include "whosaid/base/arena.h"
#include "whosaid/claims/people.h"

#include "identity.h"
#include "stories.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>

struct people {
    struct person *persons; /* by name */
    size_t count;
    uint32_t *person_of;  /* by document and entity: first_entity[document] + entity */
    size_t *first_entity; /* by document, and one past the last */
    size_t document_count;
};

/* All speakers of all documents. */
struct speakers {
    const struct document *documents;
    struct arena arena; /* their names' words */
    member_vector members;
    uint32_t count; /* of persons */
};

static void read_members(struct speakers *f, size_t count, const uint32_t *story_of, struct people *people)
{
    for (uint32_t d = 0; d < count; d++) {
        size_t entities = 0;
        const struct document *document = &f->documents[d];
        people->first_entity[d] = f->members.size;
        if (!document->article || !document->annotations)
            continue;
        const struct entity *list = annotations_entities(document->annotations, &entities);
        for (uint32_t e = 0; e < entities; e++) {
            struct member *m = vector_add(&f->members);
            *m = (struct member){.document = d, .entity = e, .story = story_of[d], .person = NO_INDEX};
            m->gender = list[e].gender;
            called_read(article_text(document->article), &list[e], &f->arena, &m->called);
        }
    }
    people->first_entity[count] = f->members.size;
}

/* The longer one; of equally long ones the first by bytes. */
static struct str fuller(struct str a, struct str b)
{
    if (a.size != b.size)
        return a.size > b.size ? a : b;
    return a.size > 0 && str_compare(b, a) < 0 ? b : a;
}

/* Full names before surnames, and those before titles, whatever their length: "Li Qiang" for "Chinese
 * premier". */
static void take_name(struct person *person, uint32_t *form, const struct called *called, struct str name)
{
    if (called->form < *form)
        person->name = (struct str){0};
    if (called->form <= *form)
        person->name = fuller(person->name, name);
    *form = called->form < *form ? called->form : *form;
}

static void describe_persons(const struct speakers *f, struct person *persons)
{
    uint32_t *forms = memory_alloc(f->count * sizeof *forms);
    memset(forms, 0xff, f->count * sizeof *forms);
    vector_each (&f->members, m) {
        size_t count;
        const struct document *document = &f->documents[m->document];
        const struct entity *entity = &annotations_entities(document->annotations, &count)[m->entity];
        struct str text = article_text(document->article);
        struct person *person = &persons[m->person];
        take_name(person, &forms[m->person], &m->called, span_str(text, entity->name));
        person->role = fuller(person->role, span_str(text, entity->role));
        person->affiliation = fuller(person->affiliation, span_str(text, entity->affiliation));
        person->quotations += entity->quotes;
        person->is_human |= entity->kind == ENTITY_PERSON;
    }
    free(forms);
}

struct numbered {
    struct person person;
    uint32_t number;
};

static int compare_persons(const void *left, const void *right)
{
    const struct person *a = &((const struct numbered *)left)->person,
                        *b = &((const struct numbered *)right)->person;
    int order = str_compare(a->name, b->name);
    if (!order)
        order = str_compare(a->role, b->role);
    if (!order)
        order = str_compare(a->affiliation, b->affiliation);
    return order ? order : COMPARE(a->quotations, b->quotations);
}

/* Puts the persons in the order of their names. */
static void lay_out(const struct speakers *f, struct people *people)
{
    struct numbered *list = memory_calloc(f->count + 1, sizeof *list);
    uint32_t *rank = memory_calloc(f->count + 1, sizeof *rank);
    people->persons = memory_calloc(f->count + 1, sizeof *people->persons);
    people->count = f->count;
    describe_persons(f, people->persons);
    for (uint32_t i = 0; i < f->count; i++)
        list[i] = (struct numbered){people->persons[i], i};
    qsort(list, f->count, sizeof *list, compare_persons);
    for (uint32_t i = 0; i < f->count; i++) {
        people->persons[i] = list[i].person;
        rank[list[i].number] = i;
    }
    people->person_of = memory_calloc(f->members.size + 1, sizeof *people->person_of);
    for (size_t i = 0; i < f->members.size; i++)
        people->person_of[i] = rank[f->members.data[i].person];
    free(list);
    free(rank);
}

struct people *people_find(const struct document *documents, size_t count, const uint32_t *story_of)
{
    struct people *people = memory_calloc(1, sizeof *people);
    struct speakers f = {.documents = documents};
    uint32_t *stories = NULL;
    if (!story_of) {
        struct vocabulary *vocabulary = vocabulary_new();
        stories = memory_alloc((count + 1) * sizeof *stories);
        stories_group(vocabulary, documents, count, stories);
        vocabulary_free(vocabulary);
    }
    arena_init(&f.arena);
    people->document_count = count;
    people->first_entity = memory_calloc(count + 1, sizeof *people->first_entity);
    read_members(&f, count, story_of ? story_of : stories, people);
    f.count = identity_settle(&f.members);
    lay_out(&f, people);
    vector_release(&f.members);
    arena_release(&f.arena);
    free(stories);
    return people;
}

void people_free(struct people *people)
{
    if (!people)
        return;
    free(people->persons);
    free(people->person_of);
    free(people->first_entity);
    free(people);
}

const struct person *people_of(const struct people *people, uint32_t document, uint32_t entity)
{
    if (document >= people->document_count)
        return NULL;
    size_t first = people->first_entity[document], end = people->first_entity[document + 1];
    return entity < end - first ? &people->persons[people->person_of[first + entity]] : NULL;
}
