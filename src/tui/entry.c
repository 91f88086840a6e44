/* entry.c: see entry.h. Apart from the rest, since term.h defines short words like `lines` as macros. */
#include "entry.h"

#define NCURSES_NOMACROS
#include <curses.h>
#include <term.h>

static bool has_string(const char *name)
{
    const char *value = tigetstr(name);
    return value && value != (char *)-1;
}

struct entry entry_find(const char *term, int descriptor)
{
    int status = 0;
    if (setupterm(term, descriptor, &status) == ERR)
        return (struct entry){0};
    struct entry entry = {
        .exists = true,
        .places_cursor = has_string("cup"),
        /* An extension that may be of any type, see user_caps(5). */
        .direct = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || has_string("RGB"),
    };
    del_curterm(cur_term);
    return entry;
}
