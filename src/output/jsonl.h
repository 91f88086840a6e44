/* jsonl.h: the records of the JSON Lines contract (DESIGN §5); output.c chooses between these and text. */
#ifndef WHOSAID_OUTPUT_JSONL_H
#define WHOSAID_OUTPUT_JSONL_H

#include "wordings.h"

#include "whosaid/annotate/explain.h"
#include "whosaid/output/json.h"
#include "whosaid/output/output.h"

/* With an explainer (NULL allowed), each quotation says why it was found so. */
void jsonl_annotate(const struct output_text *text, const struct annotations *annotations,
                    struct explainer *explainer, struct strbuf *out);
void jsonl_quotes(const struct output_text *text, const struct annotations *annotations,
                  const struct output_choice *choice, struct strbuf *out);
void jsonl_claim(const struct claims *claims, uint32_t claim, const struct document *documents,
                 const struct output_text *texts, bool explain, struct strbuf *out);

/* What both have in common, inside an object: the claim, its versions and differences. */
void jsonl_fields_claim(struct json *json, const struct claims *claims, const struct claim *claim,
                        const struct document *documents, const struct output_text *texts, bool explain);

/* The same with the claim's wordings. */
void jsonl_variants(const struct claims *claims, uint32_t claim, const struct document *documents,
                    const struct output_text *texts, const struct wordings *wordings, struct strbuf *out);

/* A story with its articles, their quotations, and its claims. */
void jsonl_story(const struct claims *claims, uint32_t story, const struct document *documents,
                 const struct output_text *texts, struct strbuf *out);

#endif
