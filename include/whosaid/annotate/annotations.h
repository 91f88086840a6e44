/* annotations.h: what was found in one article, position-independent (a blob). All spans are byte ranges of
 * article_text; nothing copies text that it can point at. */
#ifndef WHOSAID_ANNOTATE_ANNOTATIONS_H
#define WHOSAID_ANNOTATE_ANNOTATIONS_H

#include "whosaid/base/blob.h"
#include "whosaid/text/span.h"

enum { ANNOTATIONS_KIND = 0x57534e04 };

#define NO_INDEX UINT32_MAX /* no such entity, quotation, ... */

enum quote_type { QUOTE_DIRECT, QUOTE_MIXED, QUOTE_INDIRECT };

/* Whether the speaker is reported to have said it. What is denied ("denied that") is said, as a denial. */
enum quote_stance {
    STANCE_SAID,
    STANCE_NEGATED,     /* did not say, never claimed, refused to say; nobody said */
    STANCE_CONDITIONAL, /* if he says, whether she will say, would say, is expected to say */
    STANCE_COUNT,
};

/* How a speaker's mention came to stand for its entity. */
enum annotate_antecedent {
    ANTECEDENT_NONE,    /* for nobody, or there is no mention */
    ANTECEDENT_SELF,    /* the mention is the name, or a phrase that stands for itself */
    ANTECEDENT_FULLER,  /* part of the name that stands fuller elsewhere: "Robert Lind", "Robert B. Lind" */
    ANTECEDENT_SURNAME, /* "Lind", who has a first name elsewhere */
    ANTECEDENT_PRONOUN, /* "he", "who": the last name that fits */
    ANTECEDENT_TITLE,   /* "the minister": who bears the title or has the role */
    ANTECEDENT_SHORT_FORM, /* "IAEA", "State": initials or one word of a longer name */
    ANTECEDENT_COUNT,
};

/* One quotation. Its span runs from the first piece's start to the last one's end, and includes quotation
 * marks and a leading "that". Sorted by start; an inner quotation follows the one that holds it. */
struct quote {
    struct span span;
    uint32_t first_piece;        /* into pieces: the stretches that attribution interrupts */
    uint32_t piece_count;        /* at least one */
    uint32_t type;               /* enum quote_type */
    uint32_t entity;             /* the speaker, resolved; NO_INDEX when nobody is named */
    struct span speaker;         /* the mention here: "He", "Vuving"; empty if none */
    struct span cue;             /* "said", "according to"; empty if none */
    uint32_t parent;             /* the quotation that this one is inside; NO_INDEX at the top */
    uint32_t stance;             /* enum quote_stance */
    uint32_t rule;               /* enum annotate_rule: which one attributed it */
    uint32_t antecedent;         /* enum annotate_antecedent: how the speaker was resolved */
    struct span antecedent_span; /* the mention it was resolved to; empty where it is itself the name */
    float confidence;            /* 0 to 1: the share of quotations found like it that were right */
};

/* What a speaker is, as far as the article tells. */
enum entity_kind {
    ENTITY_UNKNOWN, /* a place, a thing, or a person of whom nothing else is told */
    ENTITY_PERSON,
    ENTITY_ORGANISATION, /* one with a name */
    ENTITY_ROLE,         /* somebody without a name: "a spokesperson for the embassy" */
    ENTITY_OTHER,        /* "officials", "the report" */
};

enum entity_gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

/* Whom quotations of this article are attributed to. Each field is the fullest mention, or empty. */
struct entity {
    struct span name;        /* "Alexander Vuving", "State Department spokesperson" */
    struct span role;        /* "spokesperson", "Prime Minister" */
    struct span affiliation; /* "U.S. embassy in Hanoi", "Inouye Asia-Pacific Center for Security Studies" */
    uint32_t quotes;         /* how many quotations it has */
    struct span title; /* what stands before the name, "Russian President"; not the role of an apposition */
    uint32_t kind;     /* enum entity_kind */
    uint32_t gender;   /* enum entity_gender */
};

struct annotations {
    struct blob blob;
    struct blob_range sentences;    /* struct span, of the body, ascending */
    struct blob_range quotes;       /* struct quote */
    struct blob_range title_quotes; /* struct quote: the headline's; spans, of pieces too, are of the title */
    struct blob_range pieces;       /* struct span */
    struct blob_range entities;     /* struct entity */
    struct blob_range terms; /* struct span: words in quotation marks, marks included, that nobody is reported
                                to have said */
};

/* Arrays of an annotations. Borrowed. */
const struct span *annotations_sentences(const struct annotations *a, size_t *count);
const struct quote *annotations_quotes(const struct annotations *a, size_t *count);
const struct quote *annotations_title_quotes(const struct annotations *a, size_t *count);
const struct span *annotations_terms(const struct annotations *a, size_t *count);
const struct entity *annotations_entities(const struct annotations *a, size_t *count);

/* quote->piece_count spans, ascending. Borrowed. */
const struct span *annotations_pieces(const struct annotations *a, const struct quote *quote);

/* The resolved speaker's entity, or NULL. Borrowed. */
const struct entity *annotations_speaker(const struct annotations *a, const struct quote *quote);

/* The sentence that holds byte offset, else the last before it, else 0. NO_INDEX without sentences.
 * O(log n). */
uint32_t annotations_sentence_at(const struct annotations *a, uint32_t offset);

#endif
