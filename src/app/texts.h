/* texts.h: the texts of a whole library, in which claims are printed: any article may tell any claim. */
#ifndef WHOSAID_APP_TEXTS_H
#define WHOSAID_APP_TEXTS_H

#include "app.h"

struct texts {
    struct output_text *texts; /* one a document */
    struct strbuf *files;      /* the decoded files, for --verbatim; NULL otherwise */
    bool *lost;                /* the file has changed since it was compared */
    size_t count;
};

/* Prepares the texts, of the files where the app's options say --verbatim; what cannot be read again is
 * reported. The library is borrowed. Close with texts_close. */
void texts_open(struct texts *texts, struct app *app, const struct library *library);
void texts_close(struct texts *texts);

/* Whether every version of a claim can be printed: one in a file that has changed has no offsets. */
bool texts_has_all(const struct texts *texts, const struct claim *claim);

/* Opens the library of the app's paths with its texts, prints, and closes both. Articles are compared, so all
 * of them are in memory at once. */
void texts_run(struct app *app,
               void (*print)(struct app *app, const struct library *library, const struct texts *texts));

#endif
