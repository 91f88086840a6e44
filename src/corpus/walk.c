/* walk.c: folders by openat and fdopendir, so that renaming a parent meanwhile does no harm. */
#include "walk.h"

#include "formats.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct entry {
    char *name;         /* owned */
    unsigned char type; /* DT_* */
};

typedef VECTOR(struct entry) entry_vector;

/* Compares the runs of digits at *a and *b by value and moves both behind them. */
static int compare_numbers(const char **a, const char **b)
{
    while (**a == '0')
        ++*a;
    while (**b == '0')
        ++*b;
    size_t a_size = strspn(*a, "0123456789"), b_size = strspn(*b, "0123456789");
    int order = a_size != b_size ? (a_size < b_size ? -1 : 1) : memcmp(*a, *b, a_size);
    *a += a_size;
    *b += b_size;
    return order;
}

int walk_compare_names(const char *a, const char *b)
{
    const char *whole_a = a, *whole_b = b;
    while (*a && *b) {
        if (ascii_is_digit(*a) && ascii_is_digit(*b)) {
            int order = compare_numbers(&a, &b);
            if (order)
                return order;
        } else if (*a != *b) {
            return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
        } else {
            a++, b++;
        }
    }
    if (*a || *b)
        return *a ? 1 : -1;
    return strcmp(whole_a, whole_b); /* "a1" and "a01" */
}

static int compare_entries(const void *a, const void *b)
{
    return walk_compare_names(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

static void report(struct walk *walk, enum error_code code, const char *path, const char *message)
{
    struct error error;
    error_set(&error, code, path, "%s", message);
    if (walk->report)
        walk->report(walk->context, &error);
}

static uint64_t folder_hash(dev_t device, ino_t inode)
{
    return hash_mix((uint64_t)inode ^ hash_mix((uint64_t)device));
}

static void rehash_folders(struct walk *walk)
{
    size_t size = walk->slots.size ? walk->slots.size * 2 : 64;
    vector_clear(&walk->slots);
    for (size_t i = 0; i < size; i++)
        vector_push(&walk->slots, 0);
    for (uint32_t i = 0; i < walk->folders.size; i++) {
        uint64_t at = folder_hash(walk->folders.data[i].device, walk->folders.data[i].inode);
        while (walk->slots.data[at % size])
            at++;
        walk->slots.data[at % size] = i + 1;
    }
}

/* The folder's index; *fresh tells whether it was entered only now. */
static uint32_t enter_folder(struct walk *walk, const struct stat *status, bool *fresh)
{
    if (walk->folders.size * 2 >= walk->slots.size)
        rehash_folders(walk);
    uint64_t at = folder_hash(status->st_dev, status->st_ino);
    uint32_t slot;
    *fresh = false;
    while ((slot = walk->slots.data[at % walk->slots.size]) != 0) {
        const struct walk_folder *folder = &walk->folders.data[slot - 1];
        if (folder->device == status->st_dev && folder->inode == status->st_ino)
            return slot - 1;
        at++;
    }
    *fresh = true;
    vector_push(&walk->folders, ((struct walk_folder){status->st_dev, status->st_ino, true}));
    walk->slots.data[at % walk->slots.size] = (uint32_t)walk->folders.size;
    return (uint32_t)walk->folders.size - 1;
}

static const char *join(struct walk *walk, const char *folder, const char *name)
{
    size_t folder_size = strlen(folder), name_size = strlen(name);
    bool slash = folder_size && folder[folder_size - 1] != '/';
    char *path = arena_alloc(walk->arena, folder_size + slash + name_size + 1);
    memcpy(path, folder, folder_size);
    if (slash)
        path[folder_size] = '/';
    memcpy(path + folder_size + slash, name, name_size);
    return path;
}

static void read_entries(DIR *stream, entry_vector *entries)
{
    struct dirent *found;
    while ((found = readdir(stream)) != NULL) {
        if (found->d_name[0] == '.')
            continue;
        char *name = memory_copy_string(found->d_name, strlen(found->d_name));
        vector_push(entries, ((struct entry){name, found->d_type}));
    }
    if (entries->size)
        qsort(entries->data, entries->size, sizeof *entries->data, compare_entries);
}

static unsigned char type_of_mode(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG: return DT_REG;
    case S_IFDIR: return DT_DIR;
    case S_IFIFO: return DT_FIFO;
    case S_IFSOCK: return DT_SOCK;
    default: return DT_BLK;
    }
}

/* What an entry is behind any link; DT_UNKNOWN when that cannot be told, which is reported. */
static unsigned char resolve_type(struct walk *walk, int parent, const struct entry *entry, const char *path)
{
    struct stat status;
    if (entry->type != DT_LNK && entry->type != DT_UNKNOWN)
        return entry->type;
    if (fstatat(parent, entry->name, &status, 0) == 0)
        return type_of_mode(status.st_mode);
    if (errno == ELOOP)
        report(walk, ERROR_KIND, path, "a loop of links");
    else
        report(walk, ERROR_SYSTEM, path, errno == ENOENT ? "a link that leads nowhere" : strerror(errno));
    return DT_UNKNOWN;
}

static void list_folder(struct walk *walk, int parent, const char *name, const char *path, unsigned depth);

static void list_entry(struct walk *walk, int parent, const struct entry *entry, const char *folder,
                       unsigned depth)
{
    unsigned char type = entry->type;
    if (type == DT_REG && format_of_name(entry->name)->use == FORMAT_PASS_OVER)
        return;
    const char *path = join(walk, folder, entry->name);
    switch (type = resolve_type(walk, parent, entry, path)) {
    case DT_REG:
        if (format_of_name(entry->name)->use != FORMAT_PASS_OVER)
            vector_push(&walk->files, path);
        break;
    case DT_DIR: list_folder(walk, parent, entry->name, path, depth + 1); break;
    case DT_FIFO: report(walk, ERROR_KIND, path, "a FIFO, not a file"); break;
    case DT_SOCK: report(walk, ERROR_KIND, path, "a socket, not a file"); break;
    case DT_UNKNOWN: break;
    default: report(walk, ERROR_KIND, path, "a device, not a file"); break;
    }
}

static void list_stream(struct walk *walk, DIR *stream, const char *path, unsigned depth)
{
    entry_vector entries = {0};
    read_entries(stream, &entries);
    vector_each (&entries, entry) {
        list_entry(walk, dirfd(stream), entry, path, depth);
        free(entry->name);
    }
    vector_release(&entries);
}

/* Lists what a descriptor of a folder holds; takes the descriptor over. */
static void list_descriptor(struct walk *walk, int descriptor, const char *path, unsigned depth)
{
    struct stat status;
    bool fresh = false;
    uint32_t folder = 0;
    DIR *stream = fdopendir(descriptor);
    if (!stream || fstat(descriptor, &status) != 0) {
        report(walk, ERROR_SYSTEM, path, strerror(errno));
        if (!stream)
            close(descriptor);
    } else if (folder = enter_folder(walk, &status, &fresh), fresh) {
        list_stream(walk, stream, path, depth);
        walk->folders.data[folder].open = false;
    } else if (walk->folders.data[folder].open) {
        report(walk, ERROR_KIND, path, "a link back to a folder that holds it");
    }
    if (stream)
        closedir(stream);
}

static void list_folder(struct walk *walk, int parent, const char *name, const char *path, unsigned depth)
{
    if (depth > CORPUS_MOST_DEPTH) {
        report(walk, ERROR_LIMIT, path, "folders nested too deep");
        return;
    }
    int descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        report(walk, ERROR_SYSTEM, path, strerror(errno));
    else
        list_descriptor(walk, descriptor, path, depth);
}

void walk_path(struct walk *walk, const char *path)
{
    struct stat status;
    const char *copy = arena_copy_string(walk->arena, path, strlen(path));
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        list_folder(walk, AT_FDCWD, path, copy, 0);
    else
        vector_push(&walk->files, copy); /* what is wrong with it is told when it is loaded */
}

void walk_release(struct walk *walk)
{
    vector_release(&walk->files);
    vector_release(&walk->folders);
    vector_release(&walk->slots);
}
