#include "core/import_zip.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/json_out.h"
#include "base/limits.h"
#include "formats/import.h"

enum { SPOOL_PART_BYTES = 256 * 1024, READ_BYTES = 256 * 1024, KEY_BYTES = 16 };

void import_zip_pictures_name(int64_t import_id, char name[IMPORT_SPOOL_NAME_BYTES]) {
    snprintf(name, IMPORT_SPOOL_NAME_BYTES, "import-%lld-pictures", (long long)import_id);
}

void import_zip_tasks_name(int64_t import_id, char name[IMPORT_SPOOL_NAME_BYTES]) {
    snprintf(name, IMPORT_SPOOL_NAME_BYTES, "import-%lld-tasks", (long long)import_id);
}

void import_zip_clean(struct files *files, int64_t import_id) {
    char name[IMPORT_SPOOL_NAME_BYTES];
    import_zip_pictures_name(import_id, name);
    files_spool_remove(files, name);
    import_zip_tasks_name(import_id, name);
    files_spool_remove(files, name);
}

static const char *base_name(const char *name) {
    const char *slash = strrchr(name, '/');
    return slash ? slash + 1 : name;
}

static bool is_tasks_file(const char *name) {
    static const char *const names[] = {"tasks.csv", "tasks.tsv", "tasks.json", "tasks.jsonl"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(base_name(name), names[i]) == 0) return true;
    return false;
}

/* --- unpacking --- */

struct unpacker {
    const struct import_unpacking *order;
    struct problem *problem;
    struct buf list; /* lines not written yet */
    int64_t list_bytes, unpacked_bytes;
    char list_name[IMPORT_SPOOL_NAME_BYTES];
    bool has_tasks;
};

static err list_flush(struct unpacker *u) {
    TRY(files_spool_write(u->order->files, u->list_name, u->list_bytes, buf_str(&u->list), &u->list_bytes, u->problem));
    buf_clear(&u->list);
    return OK;
}

static err tasks_keep(struct unpacker *u, const char *name, str bytes, struct json_out *o) {
    char spool[IMPORT_SPOOL_NAME_BYTES];
    int64_t size;
    if (u->has_tasks)
        return problem_set(u->problem, ERR_INVALID,
                           "The archive has more than one tasks file; \"%.200s\" is the second. Keep one.", name);
    u->has_tasks = true;
    import_zip_tasks_name(u->order->import_id, spool);
    out_set_bool(o, "tasks", true);
    return files_spool_write(u->order->files, spool, 0, bytes, &size, u->problem);
}

static err file_keep(struct unpacker *u, str bytes, struct json_out *o) {
    struct picture_info info = {0};
    struct problem why = {0};
    bool media = !picture_type(bytes) && media_type(bytes);
    CLEANUP(buf_free) struct buf stripped = {0};
    err e = media ? OK : picture_check(u->order->program, bytes, &info, &why);
    if (e == OK && !media) e = picture_strip(bytes, &stripped, &why);
    if (e == ERR_PICTURE_INVALID) {
        out_set_text(o, "wrong", why.detail);
        return OK;
    }
    if (e != OK) return problem_set(u->problem, e, "%s", why.detail);
    char blob[BLOB_NAME_BYTES], address[sizeof "/files/" + BLOB_NAME_BYTES];
    TRY(files_put(u->order->files, stripped.len > 0 ? buf_str(&stripped) : bytes, blob, u->problem));
    /* Cut now, so that nobody waits for it later; without its tiles it is shown whole. */
    if ((int64_t)info.width * info.height >= TILES_PIXELS_MIN)
        (void)picture_tiles_make(u->order->files, u->order->program, blob, &why);
    snprintf(address, sizeof address, "/files/%s", blob);
    out_set_text(o, "address", address);
    return OK;
}

static err entry_take(void *arg, const char *name, str bytes) {
    struct unpacker *u = arg;
    struct json_out o = out_new(&u->list);
    out_object_begin(&o);
    out_set_text(&o, "name", name);
    TRY(is_tasks_file(name) ? tasks_keep(u, name, bytes, &o) : file_keep(u, bytes, &o));
    out_end(&o);
    buf_add_char(&u->list, '\n');
    if (u->list.len >= SPOOL_PART_BYTES) TRY(list_flush(u));
    u->unpacked_bytes += (int64_t)bytes.len;
    return u->order->pulse(u->order->arg, u->unpacked_bytes);
}

err import_zip_unpack(const struct import_unpacking *order, const char *path, struct problem *p) {
    struct unpacker u = {.order = order, .problem = p};
    import_zip_clean(order->files, order->import_id);
    import_zip_pictures_name(order->import_id, u.list_name);
    err e = zip_read(path, MEDIA_BYTES_MAX, IMPORT_BYTES_MAX, entry_take, &u, p);
    if (e == OK) e = list_flush(&u);
    buf_free(&u.list);
    return e;
}

/* --- names --- */

struct named {
    unsigned char key[KEY_BYTES]; /* hash of the path, or of the bare file name */
    bool by_path;                 /* whole path; wins over bare names */
    enum import_named kind;
    const char *text; /* address or reason */
};

struct import_names {
    struct arena arena;
    char *tasks_file;
    struct named *rows; /* by key, whole paths first */
    size_t count, size;
};

static void key_make(str name, unsigned char key[KEY_BYTES]) {
    crypto_generichash(key, KEY_BYTES, (const unsigned char *)name.data, name.len, NULL, 0);
}

static void named_add(struct import_names *names, str name, bool by_path, enum import_named kind, const char *text) {
    if (names->count == names->size) {
        names->size = names->size ? names->size * 2 : 256;
        names->rows = mem_realloc(names->rows, names->size * sizeof *names->rows);
    }
    struct named *row = &names->rows[names->count++];
    *row = (struct named){.by_path = by_path, .kind = kind, .text = text};
    key_make(name, row->key);
}

static err line_take(void *arg, const struct import_row *row) {
    struct import_names *names = arg;
    const char *name = json_text(row->data, "name"), *address = json_text(row->data, "address"),
               *wrong = json_text(row->data, "wrong");
    if (!name) return ERR_INTERNAL; /* no line of ours */
    if (json_object_get(row->data, "tasks")) {
        free(names->tasks_file);
        names->tasks_file = mem_copy(name);
        return OK;
    }
    enum import_named kind = address ? IMPORT_NAME_PICTURE : IMPORT_NAME_REFUSED;
    const char *text = address ? address : wrong ? wrong : "";
    text = arena_copy(&names->arena, text, strlen(text));
    named_add(names, str_from(name), true, kind, text);
    if (base_name(name) != name) named_add(names, str_from(base_name(name)), false, kind, text);
    return OK;
}

static err list_read(struct import_names *names, int fd, struct problem *p) {
    struct import_parser *parser = import_parser_new(IMPORT_JSONL, line_take, names);
    char *bytes = mem_alloc(READ_BYTES);
    err e = OK;
    while (e == OK) {
        ssize_t n = read(fd, bytes, READ_BYTES);
        if (n == 0) break;
        if (n > 0)
            e = import_parser_feed(parser, (str){bytes, (size_t)n}, p);
        else if (errno != EINTR)
            e = problem_set(p, ERR_SYSTEM, "The list of pictures cannot be read: %s.", strerror(errno));
    }
    if (e == OK) e = import_parser_finish(parser, p);
    free(bytes);
    import_parser_free(parser);
    return e;
}

static int by_key(const void *a, const void *b) {
    const struct named *x = a, *y = b;
    int order = memcmp(x->key, y->key, KEY_BYTES);
    return order ? order : y->by_path - x->by_path;
}

err import_names_open(struct files *files, int64_t import_id, struct import_names **out, struct problem *p) {
    char name[IMPORT_SPOOL_NAME_BYTES];
    int fd;
    int64_t bytes;
    import_zip_pictures_name(import_id, name);
    err e = files_spool_open(files, name, &fd, &bytes);
    if (e != OK) return problem_set(p, e, "The unpacked archive is not here any more.");
    struct import_names *names = mem_alloc(sizeof *names);
    names->tasks_file = mem_copy("");
    e = list_read(names, fd, p);
    close(fd);
    if (e != OK) {
        import_names_free(names);
        return e;
    }
    if (names->count) qsort(names->rows, names->count, sizeof *names->rows, by_key);
    *out = names;
    return OK;
}

const char *import_names_tasks_file(const struct import_names *names) { return names->tasks_file; }

/* The first row of the name: its whole path if there is one. */
static const struct named *look_up(const struct import_names *names, str name, bool bare) {
    struct named key = {.by_path = true};
    key_make(name, key.key);
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_key(&names->rows[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const struct named *row = names->rows + low;
    if (low == names->count || memcmp(row->key, key.key, KEY_BYTES) != 0) return NULL;
    if (row->by_path) return row;
    bool single = low + 1 == names->count || memcmp(row[1].key, key.key, KEY_BYTES) != 0;
    return bare && single ? row : NULL;
}

enum import_named import_names_find(const struct import_names *names, str value, const char **found) {
    while (str_starts(value, "./")) value = (str){value.data + 2, value.len - 2};
    const char *folder_end = base_name(names->tasks_file);
    CLEANUP(buf_free) struct buf path = {0};
    buf_add(&path, names->tasks_file, (size_t)(folder_end - names->tasks_file));
    buf_add_str(&path, value);
    const struct named *row = look_up(names, buf_str(&path), false);
    if (!row) row = look_up(names, value, true);
    if (!row) return IMPORT_NAME_UNKNOWN;
    *found = row->text;
    return row->kind;
}

void import_names_free(struct import_names *names) {
    if (!names) return;
    arena_free(&names->arena);
    free(names->tasks_file);
    free(names->rows);
    free(names);
}
