/* fixture.h: documents for the tests of claims, annotated by hand in the text itself, so that nothing here
 * depends on the annotator.
 *
 *     {Ana Ruiz} told reporters, [[“The dam will hold.”]] Later {her office} said [[that it was “quite
 * safe.”]]
 *
 * {} names a speaker, who has the quotations after it; <> is the cue of the next quotation; [[]] is a
 * quotation: direct when it begins with a quotation mark, mixed when it holds one, else indirect. [[…|…]] is
 * one quotation in two pieces with the attribution between the bars: [[“Yes,”| he said. |“We go.”]]; [[~…]]
 * is what the speaker did not say. */
#ifndef WHOSAID_TEST_CLAIMS_FIXTURE_H
#define WHOSAID_TEST_CLAIMS_FIXTURE_H

#include "whosaid/claims/claims.h"

enum { FIXTURE_MOST = 400 };

/* Documents and what was found in them. */
struct fixture {
    struct document documents[FIXTURE_MOST];
    size_t count;
    struct claims *claims; /* after fixture_compare */
};

/* Adds a document with a headline and a body in the markup above. */
void fixture_add(struct fixture *fixture, const char *name, const char *headline, const char *body);
void fixture_compare(struct fixture *fixture);

/* An event that several outlets tell of: a headline, and a lead with names enough to make one story of their
 * articles. */
struct fixture_event {
    const char *headline, *lead;
};
extern const struct fixture_event FIXTURE_DAM, FIXTURE_MINE;

/* Adds a document on the event, of a day ("2031-03-05") or NULL; sentences are in the markup above. */
void fixture_tell(struct fixture *fixture, const struct fixture_event *event, const char *name,
                  const char *day, const char *sentences);

/* Adds two, a/alpha.txt and b/beta.txt, and compares them; fails the test when they are not one story. */
void fixture_compare_two(struct fixture *fixture, const struct fixture_event *event, const char *first,
                         const char *second);

void fixture_release(struct fixture *fixture);

/* The claim with a version in a document whose text holds needle; fails the test when there is none. */
const struct claim *fixture_claim(const struct fixture *fixture, size_t document, const char *needle);
bool fixture_has_claim(const struct fixture *fixture, size_t document, const char *needle);

/* The text of a version, of a mark. Borrowed. */
struct str fixture_text(const struct fixture *fixture, const struct version *version);

/* A claim's difference of a kind, or NULL; and its readings as "a | b", each with its versions "a (0,1)", in
 * buffer. */
const struct difference *fixture_difference(const struct claim *claim, enum difference_kind kind);
const char *fixture_readings(const struct difference *difference, char *buffer, size_t size);

/* A version's marks as "changed <words>; omitted <>", in buffer. */
const char *fixture_marks(const struct fixture *fixture, const struct version *version, char *buffer,
                          size_t size);

#endif
