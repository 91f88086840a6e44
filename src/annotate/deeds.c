/* deeds.c: see deeds.h. By the kind of thing that the object is (WordNet's first sense) and a few words for
 * those who use force or ask questions for a living. */
#include "deeds.h"

#include "senses.h"
#include "tagger.h"

/* Kinds of things that can be touched, by WordNet's files of nouns. */
enum thing {
    THING_ANIMAL = 3,
    THING_ARTIFACT = 4,
    THING_FOOD = 11,
    THING_PLACE = 13,
    THING_OBJECT = 15,
    THING_SUBSTANCE = 25,
};

enum deed {
    TO_THINGS = 1,   /* a deed when its object can be touched */
    TO_PEOPLE = 2,   /* ... when it is a person */
    BY_FORCE = 4,    /* ... when its subject bears arms, or throws stones */
    BY_OFFICERS = 8, /* ... when its subject asks or arrests */
    IN_SPORTS = 16,  /* ... when its object is counted in a game */
    OF_PICTURES = 32,
};

static const struct {
    const char *stem;
    uint32_t deed; /* enum deed, or-ed */
} deeds[] = {
    {"attack", TO_THINGS | BY_FORCE},
    {"blast", TO_THINGS | BY_FORCE},
    {"slam", TO_THINGS},
    {"recall", TO_THINGS},
    {"signal", TO_THINGS},
    {"label", TO_THINGS},
    {"flag", TO_THINGS},
    {"mark", TO_THINGS},
    {"question", BY_OFFICERS},
    {"charg", BY_OFFICERS},
    {"welcom", TO_PEOPLE},
    {"conced", IN_SPORTS},
    {"post", OF_PICTURES},
    {"tweet", OF_PICTURES},
    {"shar", OF_PICTURES},
    {"publish", OF_PICTURES},
};

static const char *const armed[] = {"army",     "drones",     "fighters", "forces",   "gunmen",  "hackers",
                                    "jets",     "militants",  "mob",      "navy",     "pirates", "protesters",
                                    "rebels",   "insurgents", "rioters",  "soldiers", "troops",  "warplanes",
                                    "warships", "attackers",  "vandals",  "settlers"};
static const char *const persons[] = {"him", "her", "them", "us", "me"};
static const char *const officers[] = {"police",        "officers",    "detectives", "deputies",
                                       "investigators", "prosecutors", "agents",     "authorities"};
static const char *const scores[] = {"penalty", "goal", "goals", "corner", "points", "runs", "try", "tries"};
static const char *const pictures[] = {"photo",    "photos",  "photograph", "photographs", "picture",
                                       "pictures", "image",   "images",     "video",       "videos",
                                       "clip",     "footage", "link",       "selfie"};

static bool is_noun(uint8_t part)
{
    return part >= PART_NN && part <= PART_NNPS;
}

/* The last noun of the phrase that begins what was said, or NO_INDEX. */
static uint32_t head_of(const struct labelled *l, struct stretch content)
{
    uint32_t t = content.first;
    if (READING_IS_ONE_OF(l->reading, t, persons) && !is_noun(labelled_observation(l, t + 1)->part))
        return t;
    while (t < content.end && !is_noun(labelled_observation(l, t)->part)) {
        uint8_t part = labelled_observation(l, t)->part;
        bool modifies = part == PART_DT || part == PART_CD || part == PART_PRPS || part == PART_VBG ||
                        part == PART_VBN || (part >= PART_JJ && part <= PART_JJS) || part == PART_POS;
        if (!modifies)
            return part == PART_PRP ? t : NO_INDEX;
        t++;
    }
    while (t + 1 < content.end && is_noun(labelled_observation(l, t + 1)->part))
        t++;
    return t < content.end ? t : NO_INDEX;
}

/* Whether the object has something beside it that was said of it. */
static bool is_characterised(const struct labelled *l, struct stretch content, bool blamed)
{
    const struct reading *r = l->reading;
    for (uint32_t t = content.first; t < content.end; t++)
        if (r->tokens[t].shape == TOKEN_OPEN || reading_is(r, t, "as") ||
            (blamed && reading_is(r, t, "for")) || reading_has(r, t, TAG_THAT))
            return true;
    return false;
}

static bool is_touchable(uint8_t sense)
{
    uint8_t kind = sense / 8;
    return kind == THING_ANIMAL || kind == THING_ARTIFACT || kind == THING_FOOD || kind == THING_PLACE ||
           kind == THING_OBJECT || kind == THING_SUBSTANCE;
}

static bool is_person(const struct labelled *l, uint32_t head)
{
    uint8_t part = labelled_observation(l, head)->part, sense = labelled_observation(l, head)->sense;
    return READING_IS_ONE_OF(l->reading, head, persons) ||
           ((part == PART_NN || part == PART_NNS) && (sense & SENSE_CLAUSE));
}

static bool holds_word(const struct labelled *l, struct stretch s, const char *const *words, size_t count)
{
    for (uint32_t t = s.first; t < s.end; t++)
        if (reading_is_one_of(l->reading, t, words, count))
            return true;
    return false;
}
#define HOLDS_WORD(l, s, table) holds_word(l, s, table, LENGTH(table))

/* Which deeds the last verb of a cue can tell of. */
static uint32_t deeds_of(const struct reading *r, struct stretch cue)
{
    struct str word = reading_token(r, cue.end - 1)->lower;
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
        if (str_starts(word, str_from(deeds[i].stem)))
            return deeds[i].deed;
    return 0;
}

bool deeds_is_one(const struct labelled *l, const struct candidate *c)
{
    if (stretch_is_empty(c->cue) || c->cue.end != c->content.first)
        return false;
    uint32_t deed = deeds_of(l->reading, c->cue), head = deed ? head_of(l, c->content) : NO_INDEX;
    if (head == NO_INDEX || is_characterised(l, c->content, !(deed & BY_OFFICERS)))
        return false;
    struct stretch object = {head, head + 1};
    bool common =
        labelled_observation(l, head)->part == PART_NN || labelled_observation(l, head)->part == PART_NNS;
    return ((deed & TO_THINGS) && common && is_touchable(labelled_observation(l, head)->sense)) ||
           ((deed & TO_PEOPLE) && is_person(l, head)) ||
           ((deed & BY_FORCE) && HOLDS_WORD(l, c->speaker, armed)) ||
           ((deed & BY_OFFICERS) && HOLDS_WORD(l, c->speaker, officers)) ||
           ((deed & IN_SPORTS) && HOLDS_WORD(l, object, scores)) ||
           ((deed & OF_PICTURES) && HOLDS_WORD(l, object, pictures));
}
