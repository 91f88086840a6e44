/* abbreviation.c: see abbreviation.h. Lists, not rules: the rules are sentence.c's. All are sorted bytewise,
 * as bsearch needs. */
#include "abbreviation.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"

#include <stdlib.h>

static const struct entry {
    const char *word;
    enum abbreviation kind;
} abbreviations[] = {
    // clang-format off
    {"A.M", ABBREVIATION_TIME}, {"Adm", ABBREVIATION_TITLE}, {"Ala", ABBREVIATION_NEUTRAL},
    {"Amb", ABBREVIATION_TITLE}, {"Apr", ABBREVIATION_NUMBER}, {"Ariz", ABBREVIATION_NEUTRAL},
    {"Ark", ABBREVIATION_NEUTRAL}, {"Art", ABBREVIATION_NUMBER}, {"Assn", ABBREVIATION_NEUTRAL},
    {"Assoc", ABBREVIATION_TITLE}, {"Asst", ABBREVIATION_TITLE}, {"Atty", ABBREVIATION_TITLE},
    {"Aug", ABBREVIATION_NUMBER}, {"Ave", ABBREVIATION_NEUTRAL}, {"Blvd", ABBREVIATION_NEUTRAL},
    {"Brig", ABBREVIATION_TITLE}, {"Bros", ABBREVIATION_NEUTRAL}, {"Calif", ABBREVIATION_NEUTRAL},
    {"Capt", ABBREVIATION_TITLE}, {"Cdr", ABBREVIATION_TITLE}, {"Ch", ABBREVIATION_NUMBER},
    {"Cmdr", ABBREVIATION_TITLE}, {"Cmdre", ABBREVIATION_TITLE}, {"Co", ABBREVIATION_NEUTRAL},
    {"Col", ABBREVIATION_TITLE}, {"Colo", ABBREVIATION_NEUTRAL}, {"Cols", ABBREVIATION_TITLE},
    {"Comdr", ABBREVIATION_TITLE}, {"Conn", ABBREVIATION_NEUTRAL}, {"Corp", ABBREVIATION_NEUTRAL},
    {"Cos", ABBREVIATION_NEUTRAL}, {"Cpl", ABBREVIATION_TITLE}, {"Dec", ABBREVIATION_NUMBER},
    {"Del", ABBREVIATION_NEUTRAL}, {"Dep", ABBREVIATION_TITLE}, {"Dept", ABBREVIATION_NEUTRAL},
    {"Det", ABBREVIATION_TITLE}, {"Dr", ABBREVIATION_TITLE}, {"Drs", ABBREVIATION_TITLE},
    {"Ens", ABBREVIATION_TITLE}, {"Feb", ABBREVIATION_NUMBER}, {"Fig", ABBREVIATION_NUMBER},
    {"Fla", ABBREVIATION_NEUTRAL}, {"Flt", ABBREVIATION_TITLE}, {"Fr", ABBREVIATION_TITLE},
    {"Ft", ABBREVIATION_TITLE}, {"Ga", ABBREVIATION_NEUTRAL}, {"Gen", ABBREVIATION_TITLE},
    {"Gens", ABBREVIATION_TITLE}, {"Gov", ABBREVIATION_TITLE}, {"Govs", ABBREVIATION_TITLE},
    {"Govt", ABBREVIATION_NEUTRAL}, {"Hon", ABBREVIATION_TITLE}, {"Ill", ABBREVIATION_NEUTRAL},
    {"Inc", ABBREVIATION_NEUTRAL}, {"Ind", ABBREVIATION_NEUTRAL}, {"Insp", ABBREVIATION_TITLE},
    {"Intl", ABBREVIATION_NEUTRAL}, {"Jan", ABBREVIATION_NUMBER}, {"Jr", ABBREVIATION_NEUTRAL},
    {"Jul", ABBREVIATION_NUMBER}, {"Jun", ABBREVIATION_NUMBER}, {"Kan", ABBREVIATION_NEUTRAL},
    {"Kans", ABBREVIATION_NEUTRAL}, {"Ky", ABBREVIATION_NEUTRAL}, {"LLC", ABBREVIATION_NEUTRAL},
    {"La", ABBREVIATION_NEUTRAL}, {"Lieut", ABBREVIATION_TITLE}, {"Lt", ABBREVIATION_TITLE},
    {"Ltd", ABBREVIATION_NEUTRAL}, {"Maj", ABBREVIATION_TITLE}, {"Mar", ABBREVIATION_NUMBER},
    {"Mass", ABBREVIATION_NEUTRAL}, {"Md", ABBREVIATION_NEUTRAL}, {"Messrs", ABBREVIATION_TITLE},
    {"Mich", ABBREVIATION_NEUTRAL}, {"Minn", ABBREVIATION_NEUTRAL}, {"Miss", ABBREVIATION_NEUTRAL},
    {"Mlle", ABBREVIATION_TITLE}, {"Mme", ABBREVIATION_TITLE}, {"Mo", ABBREVIATION_NEUTRAL},
    {"Mont", ABBREVIATION_NEUTRAL}, {"Mr", ABBREVIATION_TITLE}, {"Mrs", ABBREVIATION_TITLE},
    {"Ms", ABBREVIATION_TITLE}, {"Msgr", ABBREVIATION_TITLE}, {"Mt", ABBREVIATION_TITLE},
    {"Mx", ABBREVIATION_TITLE}, {"Natl", ABBREVIATION_NEUTRAL}, {"Neb", ABBREVIATION_NEUTRAL},
    {"Nev", ABBREVIATION_NEUTRAL}, {"No", ABBREVIATION_NUMBER}, {"Nos", ABBREVIATION_NUMBER},
    {"Nov", ABBREVIATION_NUMBER}, {"Oct", ABBREVIATION_NUMBER}, {"Okla", ABBREVIATION_NEUTRAL},
    {"Ore", ABBREVIATION_NEUTRAL}, {"P.M", ABBREVIATION_TIME}, {"Pa", ABBREVIATION_NEUTRAL},
    {"Penn", ABBREVIATION_NEUTRAL}, {"Pfc", ABBREVIATION_TITLE}, {"Plc", ABBREVIATION_NEUTRAL},
    {"Pres", ABBREVIATION_TITLE}, {"Prof", ABBREVIATION_TITLE}, {"Pte", ABBREVIATION_TITLE},
    {"Pty", ABBREVIATION_NEUTRAL}, {"Pvt", ABBREVIATION_TITLE}, {"Rd", ABBREVIATION_NEUTRAL},
    {"Rep", ABBREVIATION_TITLE}, {"Reps", ABBREVIATION_TITLE}, {"Rev", ABBREVIATION_TITLE},
    {"Sec", ABBREVIATION_TITLE}, {"Sect", ABBREVIATION_NUMBER}, {"Sen", ABBREVIATION_TITLE},
    {"Sens", ABBREVIATION_TITLE}, {"Sep", ABBREVIATION_NUMBER}, {"Sept", ABBREVIATION_NUMBER},
    {"Sgt", ABBREVIATION_TITLE}, {"Spc", ABBREVIATION_TITLE}, {"Sqn", ABBREVIATION_TITLE},
    {"Sr", ABBREVIATION_NEUTRAL}, {"St", ABBREVIATION_NEUTRAL}, {"Ste", ABBREVIATION_TITLE},
    {"Supt", ABBREVIATION_TITLE}, {"Tenn", ABBREVIATION_NEUTRAL}, {"Tex", ABBREVIATION_NEUTRAL},
    {"Univ", ABBREVIATION_NEUTRAL}, {"Va", ABBREVIATION_NEUTRAL}, {"Vol", ABBREVIATION_NUMBER},
    {"Vt", ABBREVIATION_NEUTRAL}, {"WO", ABBREVIATION_TITLE}, {"Wash", ABBREVIATION_NEUTRAL},
    {"Wg", ABBREVIATION_TITLE}, {"Wis", ABBREVIATION_NEUTRAL}, {"Wyo", ABBREVIATION_NEUTRAL},
    {"a.m", ABBREVIATION_TIME}, {"al", ABBREVIATION_NEUTRAL}, {"approx", ABBREVIATION_TITLE},
    {"ca", ABBREVIATION_TITLE}, {"cf", ABBREVIATION_TITLE}, {"dept", ABBREVIATION_NEUTRAL},
    {"e.g", ABBREVIATION_TITLE}, {"eg", ABBREVIATION_TITLE}, {"est", ABBREVIATION_NEUTRAL},
    {"govt", ABBREVIATION_NEUTRAL}, {"i.e", ABBREVIATION_TITLE}, {"ie", ABBREVIATION_TITLE},
    {"incl", ABBREVIATION_TITLE}, {"no", ABBREVIATION_NUMBER}, {"nos", ABBREVIATION_NUMBER},
    {"p.m", ABBREVIATION_TIME}, {"para", ABBREVIATION_NUMBER}, {"pp", ABBREVIATION_NUMBER},
    {"v", ABBREVIATION_TITLE}, {"viz", ABBREVIATION_TITLE}, {"vs", ABBREVIATION_TITLE},
    // clang-format on
};

/* Words seldom the second part of a name: "in the U.S. The" has an end inside, "at the U.S.
 * Open" has none. */
static const char *const openers[] = {
    // clang-format off
    "A", "About", "According", "After", "Afterward", "Afterwards", "Against", "Ahead", "All", "Almost",
    "Along", "Also", "Although", "Amid", "Among", "An", "Analysts", "And", "Another", "As", "Aside", "Asked",
    "At", "Based", "Because", "Before", "Besides", "Between", "Both", "But", "By", "Critics", "Currently",
    "Despite", "Diplomats", "During", "Each", "Earlier", "Elsewhere", "Even", "Eventually", "Every",
    "Everyone", "Experts", "Finally", "Following", "For", "From", "Given", "He", "Her", "Here", "His", "How",
    "However", "I", "If", "In", "Indeed", "Initially", "Instead", "It", "Its", "Later", "Lawmakers", "Like",
    "Many", "Maybe", "Meanwhile", "More", "Moreover", "Much", "My", "Nearly", "Neither", "Nevertheless",
    "Nobody", "Nonetheless", "Nor", "Not", "Nothing", "Now", "Observers", "Officials", "On", "Once", "One",
    "Opponents", "Or", "Others", "Our", "Overall", "Perhaps", "Previously", "Recently", "Reporters",
    "Researchers", "Residents", "Scientists", "Separately", "Several", "She", "Since", "So", "Some",
    "Something", "Soon", "Speaking", "Still", "Such", "Supporters", "That", "The", "Their", "Then", "There",
    "These", "They", "This", "Those", "Though", "Through", "Thus", "To", "Today", "Together", "Tonight",
    "Unlike", "Until", "Voters", "We", "What", "Whatever", "When", "Where", "Whether", "Which", "While",
    "Who", "Whoever", "Why", "With", "Without", "Witnesses", "Yesterday", "Yet", "You", "Your",
    // clang-format on
};

/* What stands behind a time of day; E and P begin E.T. and P.T. */
static const char *const times[] = {
    // clang-format off
    "AEDT", "AEST", "Apr", "April", "Aug", "August", "BST", "Beijing", "CDT", "CEST", "CET", "CST", "CT",
    "Central", "Dec", "December", "E", "EDT", "EEST", "EET", "EST", "ET", "Eastern", "Feb", "February", "Fri",
    "Friday", "GMT", "Greenwich", "HKT", "ICT", "IST", "JST", "Jan", "January", "July", "June", "KST",
    "Local", "MDT", "MSK", "MST", "Mar", "March", "May", "Mon", "Monday", "Moscow", "Mountain", "Nov",
    "November", "Oct", "October", "P", "PDT", "PST", "PT", "Pacific", "SGT", "Sat", "Saturday", "Sep", "Sept",
    "September", "Sun", "Sunday", "Thu", "Thur", "Thurs", "Thursday", "Tue", "Tues", "Tuesday", "UTC", "WIB",
    "Wed", "Wednesday",
    // clang-format on
};

static const char *const cues[] = {
    // clang-format off
    "added", "adds", "answered", "argued", "argues", "asked", "asks", "began", "called", "calls", "chanted",
    "chants", "commented", "continued", "continues", "cried", "cries", "declared", "declares", "demanded",
    "demands", "exclaimed", "insisted", "insists", "joked", "noted", "notes", "observed", "pleaded", "posted",
    "quipped", "remarked", "replied", "replies", "responded", "retorted", "said", "says", "shouted", "shouts",
    "stated", "states", "tells", "told", "tweeted", "urged", "warned", "warns", "wondered", "wonders",
    "writes", "wrote", "yelled",
    // clang-format on
};

static int compare_word(const void *key, const void *word)
{
    return str_compare(*(const struct str *)key, str_from(*(const char *const *)word));
}

static int compare_entry(const void *key, const void *entry)
{
    return str_compare(*(const struct str *)key, str_from(((const struct entry *)entry)->word));
}

#define HAS(list, key) (bsearch(&(key), (list), LENGTH(list), sizeof *(list), compare_word) != NULL)

/* "U.S", "D.P.R.K", "J", "Ph.D", "B.Sc": letters by one or two, the stops between them. */
static bool is_dotted(struct str word)
{
    size_t letters = 0;
    bool stops = false;
    for (size_t i = 0; i < word.size; i++) {
        bool stop = word.data[i] == '.';
        if (stop ? letters == 0 : !ascii_is_letter(word.data[i]) || ++letters > 2)
            return false;
        stops = stops || stop;
        letters = stop ? 0 : letters;
    }
    return stops ? letters > 0 : word.size == 1 && word.data[0] < 'a';
}

enum abbreviation abbreviation_kind(struct str word)
{
    const struct entry *entry =
        bsearch(&word, abbreviations, LENGTH(abbreviations), sizeof *abbreviations, compare_entry);
    if (entry)
        return entry->kind;
    return is_dotted(word) ? ABBREVIATION_NEUTRAL : ABBREVIATION_NONE;
}

bool abbreviation_is_opener(struct str word)
{
    return HAS(openers, word);
}

bool abbreviation_goes_with_time(struct str word)
{
    return HAS(times, word);
}

bool abbreviation_is_cue(struct str word)
{
    return HAS(cues, word);
}
