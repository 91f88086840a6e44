/* listing.h: the text formats for people: articles with their quotations, and claims with their versions.
 *
 * Writers take a page (page.h), so that the digest can use them too. Text is always the article's clean one:
 * --verbatim is for offsets, and a listing has none. */
#ifndef WHOSAID_OUTPUT_LISTING_H
#define WHOSAID_OUTPUT_LISTING_H

#include "page.h"
#include "wordings.h"

#include "whosaid/annotate/explain.h"
#include "whosaid/claims/claims.h"

/* An article's title, outlet, date and path, as a heading. */
void listing_head(struct page *page, const struct article *article);

/* All quotations of an article with the lines they stand on, and its terms; with an explainer (NULL allowed),
 * why each was found so. */
void listing_annotate(struct page *page, const struct article *article, const struct annotations *annotations,
                      struct explainer *explainer);

/* The wanted quotations, each with speaker, outlet and place; see output_quotes. */
void listing_quotes(struct page *page, const struct article *article, const struct annotations *annotations,
                    const bool *wanted);

/* Adds who said a quotation, "Alexander Vuving (Inouye Center)", to the paragraph. */
void listing_add_speaker(struct page *page, const struct article *article,
                         const struct annotations *annotations, const struct quote *quote);

/* Adds a quotation to the paragraph: its pieces as such, what interrupts them plainly. */
void listing_add_quote(struct page *page, const struct article *article,
                       const struct annotations *annotations, const struct quote *quote);

/* A story's title, dates and counts. documents are the ones that were compared. */
void listing_story(struct page *page, const struct claims *claims, uint32_t story,
                   const struct document *documents);

/* How much of a claim is shown. */
enum listing_detail {
    LISTING_BRIEF,     /* its text, who prints it, and the differences of substance */
    LISTING_VERSIONS,  /* each outlet's text and the cosmetic differences too */
    LISTING_EXPLAINED, /* and of each difference why it counts, with the passages */
};

/* A claim in as much detail as is asked for. documents are the ones that were compared. */
void listing_claim(struct page *page, const struct claims *claims, uint32_t claim,
                   const struct document *documents, enum listing_detail detail);

/* A claim's wordings, each with who prints it, and in which words they differ. */
void listing_variants(struct page *page, const struct claims *claims, uint32_t claim,
                      const struct document *documents, const struct wordings *wordings);

#endif
