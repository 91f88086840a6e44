/* test_hostile.c PROGRAM: what stands in articles and file names reaches no terminal unfiltered. */
#include "session.h"

#include "whosaid/base/array.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define ESC_TITLE     "\033]2;owned\007"
#define ESC_LINK      "\033]8;;http://evil.example/\033\\link\033]8;;\033\\"
#define ESC_CLIPBOARD "\033]52;c;ZXZpbA==\007"
#define C1_SEQUENCE   "\302\2332J\302\235\302\220"
#define BIDI          "\u202Edlrow\u202C\u2066x\u2069\u200F\u061C"
#define ZERO_WIDTH    "a\u200Bb\u200Cc\u2060d\uFEFFe\u00ADf\u034Fg"
#define TAGS          "\U000E0001\U000E0041\U000E007F"
#define MARKS         "o\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C"
#define MOVES         "one\rtwo\btree\vfour\f\007\016\177"
#define HOSTILE       ESC_TITLE ESC_LINK ESC_CLIPBOARD C1_SEQUENCE BIDI ZERO_WIDTH TAGS MARKS MOVES "\033[2J\033c"

static const char hostile_name[] =
    "evil \033]2;owned\007 \302\2332J \u202Egnp \u200B\U000E0041 o\u0301\u0302\u0303"
    "\u0304\u0305\u0306\rx\377.txt";

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void write_hostile(const char *folder)
{
    static const char text[] =
        "Harbour " HOSTILE " payload\n\n"
        "HANOI, June 20 (" HOSTILE ") – The crossing " HOSTILE " reopened on Monday.\n\n"
        "“Nobody " HOSTILE " should have to miss a boat because of a border,” Marta " HOSTILE
        " Quill said.\n\n"
        "Share " HOSTILE " this article\n";
    write_file(folder, hostile_name, text);
    write_file(folder, "second.txt",
               "Second harbour payload\n\n“Nobody should have to miss a boat because of a border,” " HOSTILE
               " Breck told " HOSTILE ".\n");
    char fifo[1024];
    snprintf(fifo, sizeof fifo, "%s/fifo \033]2;owned\007 \u202E.txt", folder);
    assert_int_equal(mkfifo(fifo, 0600), 0);
}

static void remove_hostile(const char *folder)
{
    char line[256];
    snprintf(line, sizeof line, "rm -r '%s'", folder);
    assert_int_equal(system(line), 0);
}

/* The same once more, without trusting the strict terminal: byte strings that may stand nowhere in what was
 * sent. */
static void expect_clean_bytes(const struct pty *pty)
{
    static const char *const forbidden[] = {
        "\033]",        "\033P",        "\033_",        "\033^",        "\033c",        "\007",
        "\302\233",     "\302\235",     "\302\220",     "\302\255",     "\342\200\213", "\342\200\214",
        "\342\200\217", "\342\200\256", "\342\200\254", "\342\201\240", "\342\201\246", "\342\201\251",
        "\330\234",     "\357\273\277", "\363\240",     "\315\217",     "\314\206",
    };
    struct str sent = strbuf_str(&pty->log), question = STR("\033]11;?\033\\"); /* for the background */
    size_t asked = str_find(sent, question, 0);
    if (asked != STR_NONE)
        memset(pty->log.data + asked, ' ', question.size);
    for (size_t i = 0; i < LENGTH(forbidden); i++)
        if (str_find(sent, str_from(forbidden[i]), 0) != STR_NONE)
            fail_msg("forbidden bytes, number %zu of the table, were sent", i);
}

static void visit_every_view(struct pty *pty)
{
    static const char *const keys[] = {"j", "k", "\r",       "j", "z", "]", "c", "j", "l",  "~", "\r", "a",
                                       "?", "q", "/Marta\r", "n", "a", "c", "G", "a", "\r", "t", "a"};
    for (size_t i = 0; i < LENGTH(keys); i++) {
        pty_type(pty, keys[i]);
        pty_settle(pty, 30);
    }
    pty_type(pty, "/]52;c;ZXZpbA==\302\233\u202E\u200B\U000E0041o\u0301\u0302\u0303\u0304\u0305\u0306");
    pty_settle(pty, 60);
    pty_type(pty, "\033]52;c;ZXZpbA==\007\033"); /* an answer nobody asked for, and Esc to leave the prompt */
    pty_settle(pty, 60);
}

static void browse_hostile(const char *folder, const char *term)
{
    struct pty pty;
    session_open(&pty, (const char *const[]){session_program, folder, NULL}, term);
    session_expect(&pty, "payload");
    visit_every_view(&pty);
    pty_type(&pty, "?");
    session_expect(&pty, "next row or line");
    pty_type(&pty, "Q");
    int status = pty_wait_exit(&pty);
    assert_true(WIFEXITED(status));
    session_expect_no_fault(&pty);
    expect_clean_bytes(&pty);
    pty_close(&pty);
}

static bool is_described(const char *term)
{
    static const char *const folders[] = {"/usr/share/terminfo", "/lib/terminfo", "/etc/terminfo"};
    char path[256];
    for (size_t i = 0; i < LENGTH(folders); i++) {
        snprintf(path, sizeof path, "%s/%c/%s", folders[i], term[0], term);
        if (access(path, R_OK) == 0)
            return true;
    }
    return false;
}

static void test_hostile_text_reaches_no_terminal(void **state)
{
    static const char *const terms[] = {"xterm-256color", "vt100", "xterm-direct"};
    char folder[] = "/tmp/whosaid-hostile-XXXXXX";
    assert_non_null(mkdtemp(folder));
    write_hostile(folder);
    for (size_t i = 0; i < LENGTH(terms); i++)
        if (is_described(terms[i]))
            browse_hostile(folder, terms[i]);
    remove_hostile(folder);
}

int main(int count, char **arguments)
{
    if (!session_begin(count, arguments))
        return 2;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile_text_reaches_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
