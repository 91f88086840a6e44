/* floor.c FILE: the least that a curses program can do: start curses, send the bytes of FILE, wait for a key.
 *
 * The benchmark runs it beside whosaid with the bytes of whosaid's own first frame, so that what the machine
 * and the pseudo-terminal cost can be told from what whosaid does. */
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

static void copy(int from, int to)
{
    char bytes[65536];
    for (ssize_t got; (got = read(from, bytes, sizeof bytes)) > 0;)
        for (ssize_t done = 0, wrote; done < got; done += wrote)
            if ((wrote = write(to, bytes + done, (size_t)(got - done))) < 0)
                exit(1);
}

int main(int count, char **arguments)
{
    setlocale(LC_ALL, "");
    int file = count == 2 ? open(arguments[1], O_RDONLY | O_CLOEXEC) : -1;
    SCREEN *screen = file >= 0 ? newterm(NULL, stdout, stdin) : NULL;
    if (!screen)
        return 2;
    cbreak();
    noecho();
    copy(file, STDOUT_FILENO);
    char key;
    while (read(STDIN_FILENO, &key, 1) > 0 && key != 'Q')
        continue;
    endwin();
    delscreen(screen);
    return 0;
}
