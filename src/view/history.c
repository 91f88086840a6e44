/* history.c: see history.h. */
#include "history.h"

#include <string.h>

void history_release(struct history *history)
{
    vector_release(&history->places);
    history->at = 0;
}

void history_clear(struct history *history)
{
    vector_clear(&history->places);
    history->at = 0;
}

void history_push(struct history *history, struct place place)
{
    history->places.size = history->at;
    if (history->at == HISTORY_MOST) {
        memmove(history->places.data, history->places.data + 1, (HISTORY_MOST - 1) * sizeof place);
        history->places.size--;
    }
    vector_push(&history->places, place);
    history->at = history->places.size;
}

bool history_pop(struct history *history, struct place *to)
{
    if (history->at == 0)
        return false;
    *to = history->places.data[--history->at];
    history->places.size = history->at;
    return true;
}

/* Swaps the place at index with `from`, so that going the other way finds it. */
static void swap_place(struct history *history, size_t index, struct place from, struct place *to)
{
    *to = history->places.data[index];
    history->places.data[index] = from;
}

bool history_back(struct history *history, struct place from, struct place *to)
{
    if (history->at == 0)
        return false;
    swap_place(history, --history->at, from, to);
    return true;
}

bool history_forward(struct history *history, struct place from, struct place *to)
{
    if (history->at == history->places.size)
        return false;
    swap_place(history, history->at++, from, to);
    return true;
}
