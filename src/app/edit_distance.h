/* edit_distance.h: how far a word is from another, for "is it annotate?". */
#ifndef WHOSAID_APP_EDIT_DISTANCE_H
#define WHOSAID_APP_EDIT_DISTANCE_H

enum { EDIT_DISTANCE_FAR = 16 };

/* Levenshtein's distance in bytes; a word of more than EDIT_DISTANCE_FAR bytes is that far from any. */
unsigned edit_distance(const char *a, const char *b);

#endif
