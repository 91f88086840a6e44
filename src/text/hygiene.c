/* hygiene.c: the tables behind the sanitiser. The ranges are those of Unicode 15.0: DerivedCoreProperties.txt
 * (Default_Ignorable_Code_Point), PropList.txt (Bidi_Control, Noncharacter_Code_Point),
 * StandardizedVariants.txt and emoji-variation-sequences.txt. */
#include "hygiene.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/text/character.h"

#include <utf8proc.h>

#include <stddef.h>

/* Ascending. What is not here is told by its general category. */
static const struct special {
    char32_t first, last;
    enum hygiene_class class;
} specials[] = {
    {0x00000, 0x00008, HYGIENE_CONTROL},
    {0x00009, 0x00009, HYGIENE_TAB},
    {0x0000A, 0x0000D, HYGIENE_LINE_END},
    {0x0000E, 0x0001F, HYGIENE_CONTROL},
    {0x00020, 0x00020, HYGIENE_SPACE},
    {0x0007F, 0x0007F, HYGIENE_CONTROL},
    {0x00080, 0x0009F, HYGIENE_C1},
    {0x000A0, 0x000A0, HYGIENE_SPACE},
    {0x000AD, 0x000AD, HYGIENE_IGNORABLE}, /* soft hyphen */
    {0x0034F, 0x0034F, HYGIENE_IGNORABLE}, /* combining grapheme joiner */
    {0x0061C, 0x0061C, HYGIENE_BIDI},      /* Arabic letter mark */
    {0x0115F, 0x01160, HYGIENE_IGNORABLE}, /* Hangul fillers */
    {0x01161, 0x011FF, HYGIENE_MARK},      /* Hangul vowels and finals, of width 0 */
    {0x01680, 0x01680, HYGIENE_SPACE},
    {0x017B4, 0x017B5, HYGIENE_IGNORABLE}, /* Khmer inherent vowels */
    {0x0180B, 0x0180D, HYGIENE_SELECTOR},  /* Mongolian */
    {0x0180E, 0x0180E, HYGIENE_JOINER},
    {0x0180F, 0x0180F, HYGIENE_SELECTOR},
    {0x02000, 0x0200A, HYGIENE_SPACE},
    {0x0200B, 0x0200B, HYGIENE_IGNORABLE}, /* zero-width space */
    {0x0200C, 0x0200D, HYGIENE_JOINER},
    {0x0200E, 0x0200F, HYGIENE_BIDI},
    {0x02028, 0x02029, HYGIENE_LINE_END},
    {0x0202A, 0x0202E, HYGIENE_BIDI},
    {0x0202F, 0x0202F, HYGIENE_SPACE},
    {0x0205F, 0x0205F, HYGIENE_SPACE},
    {0x02060, 0x02065, HYGIENE_IGNORABLE}, /* word joiner, invisible operators */
    {0x02066, 0x02069, HYGIENE_BIDI},
    {0x0206A, 0x0206F, HYGIENE_IGNORABLE}, /* deprecated format characters */
    {0x03000, 0x03000, HYGIENE_SPACE},
    {0x03164, 0x03164, HYGIENE_IGNORABLE}, /* Hangul filler */
    {0x0D7B0, 0x0D7FB, HYGIENE_MARK},      /* Hangul vowels and finals, extended */
    {0x0FDD0, 0x0FDEF, HYGIENE_IGNORABLE}, /* noncharacters */
    {0x0FE00, 0x0FE0F, HYGIENE_SELECTOR},
    {0x0FEFF, 0x0FEFF, HYGIENE_IGNORABLE}, /* byte order mark */
    {0x0FFA0, 0x0FFA0, HYGIENE_IGNORABLE}, /* halfwidth Hangul filler */
    {0x0FFF0, 0x0FFFB, HYGIENE_IGNORABLE}, /* reserved; interlinear annotation */
    {0x13430, 0x1343F, HYGIENE_MARK},      /* Egyptian format controls, of width 0 */
    {0x1BCA0, 0x1BCA3, HYGIENE_IGNORABLE}, /* shorthand format controls */
    {0x1D173, 0x1D17A, HYGIENE_IGNORABLE}, /* musical format controls */
    {0xE0000, 0xE00FF, HYGIENE_IGNORABLE}, /* TAG characters */
    {0xE0100, 0xE01EF, HYGIENE_SELECTOR},
    {0xE01F0, 0xE0FFF, HYGIENE_IGNORABLE},
};

static const struct special *find_special(char32_t c)
{
    size_t low = 0, high = LENGTH(specials);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c > specials[middle].last)
            low = middle + 1;
        else if (c < specials[middle].first)
            high = middle;
        else
            return &specials[middle];
    }
    return NULL;
}

enum hygiene_class hygiene_class(char32_t c)
{
    const struct special *special = find_special(c);
    if (special)
        return special->class;
    if ((c & 0xFFFE) == 0xFFFE)
        return HYGIENE_IGNORABLE; /* the last two of each plane are noncharacters */
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    bool piles_up = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
    return piles_up ? HYGIENE_MARK : HYGIENE_PLAIN;
}

struct range {
    char32_t first, last;
};

static bool in_ranges(char32_t c, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

#define IN_RANGES(c, ranges) in_ranges((c), (ranges), LENGTH(ranges))

static bool is_han(char32_t c)
{
    static const struct range han[] = {{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x3FFFD}};
    return IN_RANGES(c, han);
}

/* The blocks in which U+FE00 to U+FE02 have a standardised meaning, beside Han. */
static bool has_variants(char32_t c)
{
    static const struct range blocks[] = {
        {'0', '0'},         {0x1000, 0x109F},   {0x2100, 0x214F},   {0x2200, 0x22FF}, {0x2A00, 0x2AFF},
        {0x3001, 0x3002},   {0xA840, 0xA877},   {0xAA60, 0xAA7F},   {0xFF01, 0xFF1F}, {0x10AC0, 0x10AFF},
        {0x13000, 0x1342F}, {0x13440, 0x1345F}, {0x1D49C, 0x1D4CF},
    };
    return IN_RANGES(c, blocks);
}

static bool is_mongolian(char32_t c)
{
    return c >= 0x1820 && c <= 0x18AA;
}

static bool is_pictograph(char32_t c)
{
    return utf8proc_get_property((utf8proc_int32_t)c)->boundclass ==
           UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_skin_tone(char32_t c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

static bool is_keycap(char32_t c)
{
    return c == '#' || c == '*' || (c < 0x80 && ascii_is_digit((char)c));
}

/* Letters and marks of scripts whose letters join or stack: Arabic, the Indic scripts,
 * and the kin of both. */
static bool joins(char32_t c)
{
    static const struct range scripts[] = {
        {0x0620, 0x08FF}, {0x0900, 0x0DFF}, {0x0F00, 0x109F}, {0x1700, 0x18AA},   {0x1900, 0x1CFF},
        {0xA800, 0xA87F}, {0xA880, 0xAAFF}, {0xABC0, 0xABFF}, {0x10A00, 0x11FFF}, {0x1E900, 0x1E95F},
    };
    return IN_RANGES(c, scripts) && (char_is_letter(c) || char_is_mark(c));
}

bool hygiene_selector_fits(char32_t base, char32_t selector)
{
    if (selector < 0xFE00)
        return is_mongolian(base);
    if (selector <= 0xFE02)
        return has_variants(base) || is_han(base);
    if (selector == 0xFE0E || selector == 0xFE0F)
        return is_pictograph(base) || is_keycap(base);
    return selector >= 0xE0100 && is_han(base);
}

bool hygiene_joiner_fits(char32_t base, char32_t joiner, char32_t next)
{
    if (joiner == 0x180E)
        return is_mongolian(base) && is_mongolian(next);
    if (joiner == 0x200D && is_pictograph(next))
        return is_pictograph(base) || is_skin_tone(base);
    return joins(base) && joins(next);
}
