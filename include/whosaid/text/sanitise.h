/* sanitise.h: the one sanitiser (DESIGN §9). Text from a corpus passes it before any sink.
 *
 * It runs after decoding and after parsing, since entities and YAML escapes can rebuild an ESC. Its output
 * holds:
 *   - no C0 but "\n" (CR LF, CR, VT, FF, U+2028 and U+2029 become "\n"; TAB becomes a space), no DEL, no C1:
 *     a C0 or DEL becomes its control picture (U+2400...), a C1 the character that cp1252 means, or U+FFFD;
 *   - no bidi control, no other default-ignorable (soft hyphen, zero-width, TAG, BOM, fillers ...), no
 *     noncharacter: dropped and counted. Variation selectors and joiners stay only inside valid clusters
 *     (after a base that takes them; a joiner between two pictographs, or in a script that joins);
 *   - at most SANITISE_MOST_MARKS combining marks on one base, the rest dropped and counted; a mark without a
 *     base (white space is none) gets U+25CC as one.
 * Sanitising twice changes nothing. Linear time. */
#ifndef WHOSAID_TEXT_SANITISE_H
#define WHOSAID_TEXT_SANITISE_H

#include "whosaid/base/error.h"
#include "whosaid/base/string.h"
#include "whosaid/base/vector.h"
#include "whosaid/text/span.h"

#include <stdint.h>

enum { SANITISE_MOST_MARKS = 4 };

/* How many code points were changed or dropped, by what they were. */
struct text_hygiene {
    uint32_t controls;   /* C0, DEL, C1; a TAB and line ends do not count */
    uint32_t bidi;       /* bidi controls */
    uint32_t ignorables; /* other default-ignorables and noncharacters */
    uint32_t marks;      /* combining marks beyond the cap */
};

/* One place where the clean text departs from the raw one; both are byte offsets and sizes. Edits are in
 * ascending order; between them the two texts are equal byte for byte. clean_size 0: dropped. */
struct text_edit {
    uint32_t raw, raw_size;
    uint32_t clean, clean_size;
};

typedef VECTOR(struct text_edit) text_edit_vector;

/* Appends the clean form of raw (valid UTF-8) to clean, and, unless NULL, the edits (offsets count from the
 * start of raw and of *clean's old end) and the counts (added to what stands there). */
void text_sanitise(struct str raw, struct strbuf *clean, text_edit_vector *edits,
                   struct text_hygiene *hygiene);

/* The same for what must stay on one line: file names, titles, messages. Bytes may be any; line ends become
 * spaces. */
void text_sanitise_line(struct str raw, struct strbuf *clean);

/* Maps a span of the clean text to the raw text, exactly: an edit that the span touches is in it whole,
 * dropped characters at its borders are not. O(log edits). */
struct span text_map_to_raw(const struct text_edit *edits, size_t count, struct span clean);

/* One line for people, "path:line:column: message" with the unknown parts left out, sanitised and without
 * "\n". Appended. */
void error_format(const struct error *error, struct strbuf *line);

#endif
