/* hygiene.h: what the sanitiser must know of a code point. For sanitise.c alone. */
#ifndef WHOSAID_SRC_TEXT_HYGIENE_H
#define WHOSAID_SRC_TEXT_HYGIENE_H

#include <stdbool.h>
#include <uchar.h>

enum hygiene_class {
    HYGIENE_PLAIN, /* shown as it is; a mark can stand on it */
    HYGIENE_SPACE, /* shown as it is; no mark can stand on it, since wrapping may take it away */
    HYGIENE_LINE_END,
    HYGIENE_TAB,
    HYGIENE_CONTROL, /* C0, DEL */
    HYGIENE_C1,
    HYGIENE_BIDI,
    HYGIENE_IGNORABLE, /* other default-ignorables, noncharacters, interlinear annotation */
    HYGIENE_SELECTOR,  /* variation selectors */
    HYGIENE_JOINER,    /* ZWJ, ZWNJ, the Mongolian vowel separator */
    HYGIENE_MARK,      /* what fills no column of its own and so can pile up on a base */
};

/* The class of a code point by itself; what stands around it is asked about below. */
enum hygiene_class hygiene_class(char32_t c);

/* Whether selector directly after base is a variation that exists, or is one of a kind that does. */
bool hygiene_selector_fits(char32_t base, char32_t selector);

/* Whether a joiner means something between base (with or without marks) and next. */
bool hygiene_joiner_fits(char32_t base, char32_t joiner, char32_t next);

#endif
