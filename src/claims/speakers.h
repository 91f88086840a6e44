/* speakers.h: whether two articles attribute words to the same speaker. */
#ifndef WHOSAID_CLAIMS_SPEAKERS_H
#define WHOSAID_CLAIMS_SPEAKERS_H

#include "words.h"

#include "whosaid/annotate/annotations.h"
#include "whosaid/claims/people.h"

enum { SPEAKER_MOST_WORDS = 12 };

/* A speaker reduced to what can be compared across articles. */
struct speaker {
    struct str name;                            /* as the article names it; empty when nobody is named */
    struct word name_words[SPEAKER_MOST_WORDS]; /* of the name, titles and "spokesperson" left out */
    size_t name_count;
    /* Stems of its role, its affiliation and the words left out of its name. */
    uint32_t context[2 * SPEAKER_MOST_WORDS];
    size_t context_count;
    const struct person *person; /* who it is across the articles; NULL unless that is somebody with a name */
    uint32_t acronym; /* stem of the initials of its capitals, roles included: dnc; 0 for a single one */
    uint8_t realm;    /* equal for a state, its government and its seats: the Kremlin, Russia; 0 for others */
    bool is_named;    /* a person, a document or an office by name: "scholars" may be anybody's */
    bool is_person;   /* named as people are; otherwise an office, a group or a document */
    bool is_document; /* a text that speaks: "the lawsuit", "a letter from the bishops" */
    bool is_writing;  /* names a text and whose it is: "an essay under Ana Ruiz's name" */
    bool is_press;    /* another outlet: "the Norvia Times", "media reports" */
    bool speaks_for;  /* the name says for whom somebody speaks, not who: "Lind's attorney" */
    bool is_voice;    /* that is somebody and no paper: "a ministry spokeswoman", not "a ministry statement" */
};

/* Ascending: the further down, the more words must agree before two statements are taken for one. */
enum speaker_relation {
    SPEAKER_SAME,
    SPEAKER_KIN,  /* one may stand for the other: an office and its member, a document and its author */
    SPEAKER_OPEN, /* one is not named, or only by a role that could be the other's */
    SPEAKER_OTHER,
};

/* Fills *speaker from an entity of an article's text; NULL for nobody. Its person is the caller's to set. */
void speaker_read(struct vocabulary *vocabulary, struct str text, const struct entity *entity,
                  struct speaker *speaker);

/* Symmetric. */
enum speaker_relation speaker_compare(const struct vocabulary *vocabulary, const struct speaker *a,
                                      const struct speaker *b);

/* Whether one is an office or a group, and the other somebody without a name who speaks for it: "the
 * ministry" and "a ministry spokeswoman". The comparison takes them for one, since they say the same. */
bool speaker_is_voice_of(const struct speaker *a, const struct speaker *b);

/* Whether it is told who that is: by a name, or, where the words are quoted, as "the lawsuit" or "the
 * ministry". "Some aides" may be anybody. */
bool speaker_is_known(const struct vocabulary *vocabulary, const struct speaker *speaker, bool quoted);

#endif
