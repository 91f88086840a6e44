/* annotate.h: finds quotations, cues, speakers and terms in one article.
 *
 * tokens -> marks -> attribution -> resolution; each stage is a function of the ones before it:
 *   tokens       words with shape, lexicon tags and sentence (tokens.h)
 *   marks        pairs of quotation marks, nested, unbalanced or running over paragraphs
 *   attribution  which cue and which mention belong to which stretch
 *   resolution   which entity a mention stands for
 * doc/annotator.md says what each knows, and how well the whole does. Headings, dateline and boilerplate
 * yield nothing; the headline's quotations are apart. A cue of several words is one span ("said in a
 * statement"); the speaker's mention is the whole noun phrase with its apposition, without the comma that
 * ends it. Deterministic, linear in the text, thread-safe. */
#ifndef WHOSAID_ANNOTATE_ANNOTATE_H
#define WHOSAID_ANNOTATE_ANNOTATE_H

#include "whosaid/annotate/annotations.h"
#include "whosaid/corpus/article.h"

/* Annotates an article. Never NULL. Caller frees with free(). */
struct annotations *annotate(const struct article *article);

/* A rule's name in words, for explanations: "cue before the quotation". Static. */
const char *annotate_rule_name(uint32_t rule);

/* A stance (enum quote_stance) in a word: "said", "negated", "conditional". Static. */
const char *annotate_stance_name(uint32_t stance);

#endif
