/* parse.h: the tree of a theme file to a definition. Inside theme only. */
#ifndef WHOSAID_THEME_PARSE_H
#define WHOSAID_THEME_PARSE_H

#include "whosaid/conf/conf.h"
#include "whosaid/theme/theme.h"

/* Reads root over what theme holds already (nothing, or the theme it inherits). False and *error when it is
 * broken; the theme is then to be freed. `inherits` itself is not looked at. */
bool theme_parse_tree(struct theme *theme, const struct conf_node *root, const char *path,
                      struct error *error);

#endif
