/* claims.h: the same statement, as each outlet told it.
 *
 * Input is a list of documents (article and annotations); output is the stories they report, the claims of
 * each story, the versions of each claim, their alignment and their differences. Deterministic; the order of
 * the documents does not change what is joined. Everything lives in one struct claims, with its own arena;
 * documents are borrowed. */
#ifndef WHOSAID_CLAIMS_CLAIMS_H
#define WHOSAID_CLAIMS_CLAIMS_H

#include "whosaid/annotate/annotations.h"
#include "whosaid/corpus/article.h"

struct document {
    const struct article *article; /* NULL: could not be read; takes part in nothing */
    const struct annotations *annotations;
};

/* DESIGN §5. The first group is of substance, the second cosmetic. */
enum difference_kind {
    DIFFERENCE_WORDING,
    DIFFERENCE_OMISSION,
    DIFFERENCE_TENSE,
    DIFFERENCE_MODALITY,
    DIFFERENCE_POLARITY,
    DIFFERENCE_SPEAKER,
    DIFFERENCE_REPORTING,
    DIFFERENCE_DATE,
    DIFFERENCE_NUMBER,
    DIFFERENCE_PLACE,
    DIFFERENCE_NAME,
    DIFFERENCE_TRUNCATION, /* first cosmetic one */
    DIFFERENCE_SPELLING,
    DIFFERENCE_TYPOGRAPHY,
    DIFFERENCE_CONTRACTION,
    DIFFERENCE_NUMBER_FORM,
    DIFFERENCE_KINDS,
};

enum relation { RELATION_SINGLE, RELATION_SAME, RELATION_REWORDED, RELATION_DIFFERS };

/* The first three as enum quote_type. */
enum version_kind { VERSION_DIRECT, VERSION_MIXED, VERSION_INDIRECT, VERSION_ASSERTION };

/* How a stretch of a version departs from the claim's reference version. */
enum mark_kind {
    MARK_CHANGED,  /* other words than the reference's; a date, number, place or name that not all versions
                      tell */
    MARK_ADDED,    /* words that the reference has not */
    MARK_OMITTED,  /* empty span: here words of the reference are missing */
    MARK_COSMETIC, /* spelling, typography, contraction, number form; truncation as an empty span */
};

struct mark {
    struct span span; /* of the version's article text */
    uint32_t kind;    /* enum mark_kind */
};

struct version {
    uint32_t document;  /* index into the documents */
    uint32_t story;     /* the document's: the claim's own, but for some of claims_find_across */
    struct span span;   /* the sentences of the quotation that tell this claim, of its article's text */
    uint32_t quote;     /* index into the annotations' quotations; NO_INDEX for an assertion */
    uint32_t kind;      /* enum version_kind */
    struct str speaker; /* resolved name, borrowed from the article; empty when nobody is named */
    struct str person;  /* the fullest name of the speaker in all articles (people.h), borrowed from one;
                           empty when nobody is named */
    uint32_t stance;    /* enum quote_stance: whether the speaker is reported to have said it */
    const struct mark *marks; /* ascending */
    size_t mark_count;
};

struct reading {
    struct str value; /* what these versions say: "provide … with an opportunity"; owned by the claims */
    const uint32_t *versions; /* indices into the claim's versions, ascending */
    const struct span *spans; /* where each of them says so, of its article's text: the words, the mention of
                                 the speaker, the cue; empty where the words of others are missing */
    size_t version_count;
};

struct difference {
    uint32_t kind; /* enum difference_kind */
    bool cosmetic;
    bool updated;    /* a toll that grew from one article to the next: not a conflict */
    struct str note; /* one sentence for people: who says what; owned by the claims */
    struct str why;  /* why it counts as it does, and how a relative date was resolved; owned as well */
    const struct reading *readings; /* two or more */
    size_t reading_count;
};

struct claim {
    uint64_t id;                /* stable for the same versions */
    uint32_t story;             /* index into stories */
    uint32_t relation;          /* enum relation */
    uint32_t reference;         /* the fullest version, of assertions the shortest: index into versions */
    uint32_t outlets;           /* how many outlets print a version; those that print one text count once */
    uint32_t outlets_with_text; /* how many could have: the story's, or its stories' of claims_find_across */
    const struct version *versions; /* by document, then by position */
    size_t version_count;
    const struct difference *differences; /* substance first */
    size_t difference_count;
    const uint32_t *similar; /* claims alike in content but not one statement */
    size_t similar_count;
};

struct story {
    struct str title;          /* what the screen calls it; borrowed from an article */
    const uint32_t *documents; /* ascending */
    const uint32_t *witnesses; /* beside them: the first that prints largely the same text, often itself */
    size_t document_count;
    uint32_t outlets;     /* distinct outlets with text; those that print one text count once */
    uint32_t first_claim; /* into claims: a story's claims stand together, most interesting first */
    uint32_t claim_count;
};

struct claims {
    const struct story *stories; /* by their first document */
    size_t story_count;
    const struct claim *claims;
    size_t claim_count;
    struct claims_index *index; /* owned; behind claims_of_document and claims_story_of */
};

/* Compares the documents. The result borrows them. Never NULL. Free with claims_free. */
struct claims *claims_find(const struct document *documents, size_t count);

/* The same, and what quotations of several stories have in common is one claim: the statement quoted again
 * in another story, weeks later. It belongs to the story of its first version. */
struct claims *claims_find_across(const struct document *documents, size_t count);
void claims_free(struct claims *claims); /* NULL allowed */

/* The claims with a version in a document, as pairs (claim, version), ascending by the version's start.
 * Borrowed. */
struct claim_ref {
    uint32_t claim;
    uint32_t version;
};
const struct claim_ref *claims_of_document(const struct claims *claims, uint32_t document, size_t *count);

/* The story of a document; NO_INDEX for one that could not be read. */
uint32_t claims_story_of(const struct claims *claims, uint32_t document);

/* Whether one article alone tells the claim, in several ways. */
bool claim_is_of_one_article(const struct claim *claim);

/* Words of the JSON contract: "wording", "same", "direct"; "" for a number that is none of them. Static. */
const char *difference_kind_name(uint32_t kind);
const char *relation_name(uint32_t relation);
const char *version_kind_name(uint32_t kind);

/* A difference in a few words: "the speaker differs", "words are left out", "the number was updated".
 * Static. */
const char *difference_phrase(const struct difference *difference);

/* What a difference makes of a claim (DESIGN §5): RELATION_SAME for the cosmetic ones. */
enum relation difference_relation(const struct difference *difference);

#endif
