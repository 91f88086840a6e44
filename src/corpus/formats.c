/* formats.c: the table of formats. */
#include "formats.h"

#include "whosaid/base/array.h"
#include "whosaid/corpus/corpus.h"

#include <string.h>

static const struct format plain_text = {"", FORMAT_READ, "plain text", article_from_plain_text};

static const struct format formats[] = {
    {"htm html xhtml", FORMAT_NOT_YET, "web pages", NULL},
    {"mht mhtml warc", FORMAT_NOT_YET, "web archives", NULL},
    {"atom rss", FORMAT_NOT_YET, "feeds", NULL},
    {"xml", FORMAT_NOT_YET, "XML files", NULL},
    {"json jsonl ndjson", FORMAT_NOT_YET, "JSON files", NULL},
    {"csv tsv", FORMAT_NOT_YET, "tables", NULL},
    {"eml mbox", FORMAT_NOT_YET, "mails", NULL},
    {"doc docx epub odt rtf", FORMAT_NOT_YET, "word processor files", NULL},
    {"avif bmp gif heic ico jpeg jpg png svg tif tiff webp", FORMAT_PASS_OVER, "pictures", NULL},
    {"aac avi flac m4a m4v mkv mov mp3 mp4 ogg wav webm", FORMAT_PASS_OVER, "sound and film", NULL},
    {"pdf ps", FORMAT_PASS_OVER, "printed pages", NULL},
    {"7z bz2 gz iso jar rar tar tgz xz zip zst", FORMAT_PASS_OVER, "archives", NULL},
    {"db sqlite sqlite3", FORMAT_PASS_OVER, "databases", NULL},
    {"a bin class css dll exe js o pyc so", FORMAT_PASS_OVER, "programs", NULL},
    {"otf ttf woff woff2", FORMAT_PASS_OVER, "fonts", NULL},
    {"bak swp tmp", FORMAT_PASS_OVER, "backups", NULL},
};

/* Whether a word is among words that single spaces part. */
static bool is_among(struct str word, const char *words)
{
    for (const char *start = words; *start; start += strspn(start, " ")) {
        size_t size = strcspn(start, " ");
        if (str_equal_nocase(word, (struct str){start, size}))
            return true;
        start += size;
    }
    return false;
}

const struct format *format_of_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash ? slash : path, '.');
    if (!dot)
        return &plain_text;
    for (size_t i = 0; i < LENGTH(formats); i++)
        if (is_among(str_from(dot + 1), formats[i].endings))
            return &formats[i];
    return &plain_text;
}
