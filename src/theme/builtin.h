/* builtin.h: the themes that are compiled in. Inside theme only. */
#ifndef WHOSAID_THEME_BUILTIN_H
#define WHOSAID_THEME_BUILTIN_H

#include "whosaid/theme/theme.h"

/* The compiled-in theme whose file would be NAME.yaml, or NULL. Free with theme_free. */
struct theme *theme_builtin(struct str name);

#endif
