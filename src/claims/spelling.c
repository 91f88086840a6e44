/* spelling.c: see spelling.h. Each rule rewrites an ending; they are tried in order and the first that fits
 * is applied. The rules follow the table of regular differences in Wikipedia's "American and British English
 * spelling differences". */
#include "spelling.h"

#include "whosaid/base/array.h"

struct ending_rule {
    const char *british, *american;
    size_t stem; /* bytes that must stand before the ending */
};

/* Longer endings first. */
static const struct ending_rule ENDINGS[] = {
    {"isations", "izations", 3},
    {"isation", "ization", 3},
    {"ising", "izing", 3},
    {"ised", "ized", 3},
    {"ises", "izes", 3},
    {"isers", "izers", 3},
    {"iser", "izer", 3},
    {"ise", "ize", 3},
    {"ysing", "yzing", 3},
    {"ysed", "yzed", 3},
    {"yse", "yze", 3},
    {"ourable", "orable", 3},
    {"ouring", "oring", 3},
    {"oured", "ored", 3},
    {"ourful", "orful", 3},
    {"ourites", "orites", 3},
    {"ourite", "orite", 3},
    {"ourhood", "orhood", 3},
    {"ourhoods", "orhoods", 3},
    {"ourless", "orless", 3},
    {"ourers", "orers", 3},
    {"ourer", "orer", 3},
    {"ours", "ors", 3},
    {"our", "or", 3},
    {"tres", "ters", 2},
    {"tre", "ter", 2},
    {"bres", "bers", 2},
    {"bre", "ber", 2},
    {"ogues", "ogs", 3},
    {"ogue", "og", 3},
    {"elling", "eling", 2},
    {"elled", "eled", 2},
    {"ellers", "elers", 3},
    {"eller", "eler", 3},
    {"ancelled", "anceled", 1},
    {"signalled", "signaled", 0},
    {"signalling", "signaling", 0},
    {"fuelled", "fueled", 0},
    {"fence", "fense", 2},
    {"fences", "fenses", 2},
    {"lment", "llment", 3},
    {"gement", "gment", 2},
    {"gements", "gments", 2},
};

/* Whole words that no ending covers. */
static const char *const WORDS[][2] = {
    {"aluminium", "aluminum"},
    {"ageing", "aging"},
    {"analogue", "analog"},
    {"armour", "armor"},
    {"cheque", "check"},
    {"cosy", "cozy"},
    {"fulfil", "fulfill"},
    {"enrol", "enroll"},
    {"grey", "gray"},
    {"licence", "license"},
    {"manoeuvre", "maneuver"},
    {"manoeuvres", "maneuvers"},
    {"momma", "mama"},
    {"mum", "mom"},
    {"plough", "plow"},
    {"pretence", "pretense"},
    {"programme", "program"},
    {"programmes", "programs"},
    {"practise", "practice"},
    {"practised", "practiced"},
    {"sceptic", "skeptic"},
    {"sceptical", "skeptical"},
    {"sceptics", "skeptics"},
    {"storey", "story"},
    {"sulphur", "sulfur"},
    {"towards", "toward"},
    {"tonnes", "tons"},
    {"whilst", "while"},
    {"amongst", "among"},
    {"learnt", "learned"},
    {"afterwards", "afterward"},
    {"ok", "okay"},
    {"yeah", "yes"},
};

void spelling_fold(struct str lower, struct strbuf *key)
{
    size_t row = STR_ROW(lower, WORDS);
    if (row != STR_NONE) {
        strbuf_add_str(key, str_from(WORDS[row][1]));
        return;
    }
    for (size_t i = 0; i < LENGTH(ENDINGS); i++) {
        struct str british = str_from(ENDINGS[i].british);
        if (lower.size >= british.size + ENDINGS[i].stem && str_ends(lower, british)) {
            strbuf_add_str(key, str_slice(lower, 0, lower.size - british.size));
            strbuf_add_str(key, str_from(ENDINGS[i].american));
            return;
        }
    }
    strbuf_add_str(key, lower);
}

/* Edits that turn a into b, giving up above budget; at most 3 to the power of budget steps over the words. */
static bool within(struct str a, struct str b, int budget)
{
    size_t common = str_common_prefix(a, b);
    a = str_slice(a, common, a.size);
    b = str_slice(b, common, b.size);
    if (!a.size || !b.size)
        return a.size + b.size <= (size_t)budget;
    if (budget == 0)
        return false;
    struct str rest_a = str_slice(a, 1, a.size), rest_b = str_slice(b, 1, b.size);
    if (within(rest_a, rest_b, budget - 1) || within(a, rest_b, budget - 1) || within(rest_a, b, budget - 1))
        return true;
    return a.size > 1 && b.size > 1 && a.data[0] == b.data[1] && a.data[1] == b.data[0] &&
           within(str_slice(a, 2, a.size), str_slice(b, 2, b.size), budget - 1);
}

bool spelling_is_near(struct str a, struct str b)
{
    size_t shorter = a.size < b.size ? a.size : b.size, longer = a.size < b.size ? b.size : a.size;
    if (shorter < 6 || longer - shorter > 2 || a.data[0] != b.data[0])
        return false;
    return within(a, b, shorter < 9 ? 1 : 2);
}
