/* explain.h: what libyaml found wrong, in plain words. Inside conf only. */
#ifndef WHOSAID_CONF_EXPLAIN_H
#define WHOSAID_CONF_EXPLAIN_H

#include "whosaid/base/error.h"
#include "whosaid/base/string.h"

#include <yaml.h>

/* Fills *error from a parser that failed on bytes. Always false. */
bool conf_explain(const yaml_parser_t *parser, struct str bytes, const char *path, struct error *error);

#endif
