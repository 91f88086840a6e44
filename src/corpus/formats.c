/* formats.c: the table of formats. */
#include "formats.h"

#include "whosaid/corpus/corpus.h"

#include <string.h>

static const struct format plain_text = {"txt", FORMAT_READ, "plain text", article_from_plain_text};

static const struct format formats[] = {
    {"htm", FORMAT_NOT_YET, "web pages", NULL},
    {"html", FORMAT_NOT_YET, "web pages", NULL},
    {"xhtml", FORMAT_NOT_YET, "web pages", NULL},
    {"mht", FORMAT_NOT_YET, "saved web pages", NULL},
    {"mhtml", FORMAT_NOT_YET, "saved web pages", NULL},
    {"warc", FORMAT_NOT_YET, "web archives", NULL},
    {"atom", FORMAT_NOT_YET, "feeds", NULL},
    {"rss", FORMAT_NOT_YET, "feeds", NULL},
    {"xml", FORMAT_NOT_YET, "XML and feeds", NULL},
    {"json", FORMAT_NOT_YET, "JSON", NULL},
    {"jsonl", FORMAT_NOT_YET, "JSON Lines", NULL},
    {"ndjson", FORMAT_NOT_YET, "JSON Lines", NULL},
    {"csv", FORMAT_NOT_YET, "tables", NULL},
    {"tsv", FORMAT_NOT_YET, "tables", NULL},
    {"eml", FORMAT_NOT_YET, "mail", NULL},
    {"mbox", FORMAT_NOT_YET, "mail", NULL},
    {"rtf", FORMAT_NOT_YET, "rich text", NULL},
    {"epub", FORMAT_NOT_YET, "books", NULL},
    {"doc", FORMAT_NOT_YET, "word processor files", NULL},
    {"docx", FORMAT_NOT_YET, "word processor files", NULL},
    {"odt", FORMAT_NOT_YET, "word processor files", NULL},
    /* Images, sound and film. */
    {"avif", FORMAT_PASS_OVER, NULL, NULL}, {"bmp", FORMAT_PASS_OVER, NULL, NULL},
    {"gif", FORMAT_PASS_OVER, NULL, NULL},  {"heic", FORMAT_PASS_OVER, NULL, NULL},
    {"ico", FORMAT_PASS_OVER, NULL, NULL},  {"jpeg", FORMAT_PASS_OVER, NULL, NULL},
    {"jpg", FORMAT_PASS_OVER, NULL, NULL},  {"png", FORMAT_PASS_OVER, NULL, NULL},
    {"svg", FORMAT_PASS_OVER, NULL, NULL},  {"tif", FORMAT_PASS_OVER, NULL, NULL},
    {"tiff", FORMAT_PASS_OVER, NULL, NULL}, {"webp", FORMAT_PASS_OVER, NULL, NULL},
    {"aac", FORMAT_PASS_OVER, NULL, NULL},  {"avi", FORMAT_PASS_OVER, NULL, NULL},
    {"flac", FORMAT_PASS_OVER, NULL, NULL}, {"m4a", FORMAT_PASS_OVER, NULL, NULL},
    {"m4v", FORMAT_PASS_OVER, NULL, NULL},  {"mkv", FORMAT_PASS_OVER, NULL, NULL},
    {"mov", FORMAT_PASS_OVER, NULL, NULL},  {"mp3", FORMAT_PASS_OVER, NULL, NULL},
    {"mp4", FORMAT_PASS_OVER, NULL, NULL},  {"ogg", FORMAT_PASS_OVER, NULL, NULL},
    {"wav", FORMAT_PASS_OVER, NULL, NULL},  {"webm", FORMAT_PASS_OVER, NULL, NULL},
    /* Pages as images, archives, databases, programs, fonts, what editors leave behind. */
    {"pdf", FORMAT_PASS_OVER, NULL, NULL},  {"ps", FORMAT_PASS_OVER, NULL, NULL},
    {"7z", FORMAT_PASS_OVER, NULL, NULL},   {"bz2", FORMAT_PASS_OVER, NULL, NULL},
    {"gz", FORMAT_PASS_OVER, NULL, NULL},   {"rar", FORMAT_PASS_OVER, NULL, NULL},
    {"tar", FORMAT_PASS_OVER, NULL, NULL},  {"tgz", FORMAT_PASS_OVER, NULL, NULL},
    {"xz", FORMAT_PASS_OVER, NULL, NULL},   {"zip", FORMAT_PASS_OVER, NULL, NULL},
    {"zst", FORMAT_PASS_OVER, NULL, NULL},  {"db", FORMAT_PASS_OVER, NULL, NULL},
    {"sqlite", FORMAT_PASS_OVER, NULL, NULL}, {"sqlite3", FORMAT_PASS_OVER, NULL, NULL},
    {"a", FORMAT_PASS_OVER, NULL, NULL},    {"bin", FORMAT_PASS_OVER, NULL, NULL},
    {"class", FORMAT_PASS_OVER, NULL, NULL}, {"dll", FORMAT_PASS_OVER, NULL, NULL},
    {"exe", FORMAT_PASS_OVER, NULL, NULL},  {"iso", FORMAT_PASS_OVER, NULL, NULL},
    {"jar", FORMAT_PASS_OVER, NULL, NULL},  {"o", FORMAT_PASS_OVER, NULL, NULL},
    {"pyc", FORMAT_PASS_OVER, NULL, NULL},  {"so", FORMAT_PASS_OVER, NULL, NULL},
    {"otf", FORMAT_PASS_OVER, NULL, NULL},  {"ttf", FORMAT_PASS_OVER, NULL, NULL},
    {"woff", FORMAT_PASS_OVER, NULL, NULL}, {"woff2", FORMAT_PASS_OVER, NULL, NULL},
    {"css", FORMAT_PASS_OVER, NULL, NULL},  {"js", FORMAT_PASS_OVER, NULL, NULL},
    {"swp", FORMAT_PASS_OVER, NULL, NULL},  {"tmp", FORMAT_PASS_OVER, NULL, NULL},
    {"bak", FORMAT_PASS_OVER, NULL, NULL},
};

const struct format *format_of_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash ? slash : path, '.');
    if (!dot)
        return &plain_text;
    struct str ending = str_from(dot + 1);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_equal_nocase(ending, str_from(formats[i].ending)))
            return &formats[i];
    return &plain_text;
}
