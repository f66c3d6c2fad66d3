/* Deep-zoom tiles of big pictures: see files.h and picture_tiles.h. */
#include "files/picture_tiles.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "files/files_internal.h"

enum { TILES_SECONDS_MAX = 60 };

int tiles_levels(int width, int height) {
    int levels = 1, side = width > height ? width : height;
    for (; side > TILE_SIDE; side = (side + 1) / 2) levels++;
    return levels;
}

int picture_tiles_across(int side, int levels, int level) {
    for (int i = levels - 1; i > level; i--) side = (side + 1) / 2;
    return (side + TILE_SIDE - 1) / TILE_SIDE;
}

size_t tiles_before(const struct tiles_head *head, int level) {
    size_t count = 0;
    for (int i = 0; i < level; i++)
        count += (size_t)picture_tiles_across((int)head->width, (int)head->levels, i) *
                 (size_t)picture_tiles_across((int)head->height, (int)head->levels, i);
    return count;
}

static void fd_close(int *fd) {
    if (*fd >= 0) close(*fd);
}

static bool head_good(const struct tiles_head *head) {
    return head->magic == TILES_MAGIC && head->width >= 1 && head->width <= PICTURE_SIDE_MAX && head->height >= 1 &&
           head->height <= PICTURE_SIDE_MAX && head->levels <= TILE_LEVELS_MAX;
}

static void file_name(char out[60], const char *name) { snprintf(out, 60, "%s.tiles", name); }

static err tiles_open(struct files *f, const char *name, struct tiles_head *head, int *fd, int64_t *bytes) {
    *fd = -1;
    if (!files_blob_name_valid(name)) return ERR_NOT_FOUND;
    CLEANUP(fd_close) int folder = openat(f->dir_fd, "copies", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    char file[60];
    file_name(file, name);
    if (folder < 0) return ERR_NOT_FOUND;
    TRY(files_regular_open(folder, file, fd, bytes));
    if (pread(*fd, head, sizeof *head, 0) == sizeof *head && head_good(head)) return OK;
    close(*fd);
    *fd = -1;
    return ERR_NOT_FOUND;
}

err picture_tiles_read(struct files *f, const char *name, struct picture_tiles *tiles) {
    struct tiles_head head;
    int64_t bytes;
    CLEANUP(fd_close) int fd = -1;
    TRY(tiles_open(f, name, &head, &fd, &bytes));
    *tiles = (struct picture_tiles){(int)head.width, (int)head.height, (int)head.levels};
    return OK;
}

err picture_tile_open(struct files *f, const char *name, int level, int column, int row, int *fd, int64_t *offset,
                      int64_t *bytes) {
    struct tiles_head head;
    struct tile_place place;
    int64_t all;
    TRY(tiles_open(f, name, &head, fd, &all));
    int levels = (int)head.levels;
    if (level >= 0 && level < levels) {
        int across = picture_tiles_across((int)head.width, levels, level),
            down = picture_tiles_across((int)head.height, levels, level);
        size_t index = tiles_before(&head, level) + (size_t)row * (size_t)across + (size_t)column;
        if (column >= 0 && column < across && row >= 0 && row < down &&
            pread(*fd, &place, sizeof place, (off_t)(sizeof head + index * sizeof place)) == sizeof place) {
            *offset = (int64_t)(sizeof head + tiles_before(&head, levels) * sizeof place) + place.offset;
            *bytes = place.bytes;
            if (*offset + *bytes <= all) return OK;
        }
    }
    close(*fd);
    *fd = -1;
    return ERR_NOT_FOUND;
}

/* ------------------------------------------------------------------ making */

struct mapped {
    void *at;
    size_t len;
};

static void unmap(struct mapped *m) {
    if (m->at) munmap(m->at, m->len);
}

/* Whole or not at all: a reader never meets half of it. */
static err tiles_keep(struct files *f, const char *name, str bytes, struct problem *p) {
    char file[60], draft[110];
    file_name(file, name);
    snprintf(draft, sizeof draft, "%s.%d.%p", file, (int)getpid(), (const void *)&draft);
    if (mkdirat(f->dir_fd, "copies", 0700) != 0 && errno != EEXIST)
        return files_fault(p, "make a folder in", f->directory);
    CLEANUP(fd_close) int folder = openat(f->dir_fd, "copies", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    CLEANUP(fd_close)
    int fd = folder < 0 ? -1 : openat(f->tmp_fd, draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) return files_fault(p, "make a file in", f->directory);
    if (files_write_all(fd, bytes, 0) && renameat(f->tmp_fd, draft, folder, file) == 0) return OK;
    err e = files_fault(p, "write a file in", f->directory);
    unlinkat(f->tmp_fd, draft, 0);
    return e;
}

/* What a child that may have been taken over has written: places inside, and nothing that is no JPEG. */
static bool tiles_good(str bytes) {
    struct tiles_head head;
    if (bytes.len < sizeof head) return false;
    memcpy(&head, bytes.data, sizeof head);
    if (!head_good(&head)) return false;
    if (head.levels == 0) return bytes.len == sizeof head;
    if ((int)head.levels != tiles_levels((int)head.width, (int)head.height)) return false;
    size_t count = tiles_before(&head, (int)head.levels), begin = sizeof head + count * sizeof(struct tile_place);
    if (bytes.len < begin) return false;
    for (size_t i = 0; i < count; i++) {
        struct tile_place place;
        memcpy(&place, bytes.data + sizeof head + i * sizeof place, sizeof place);
        if ((uint64_t)place.offset + place.bytes > bytes.len - begin || place.bytes < 4) return false;
        const char *type = picture_type((str){bytes.data + begin + place.offset, place.bytes});
        if (!type || strcmp(type, "image/jpeg") != 0) return false;
    }
    return true;
}

err picture_tiles_make(struct files *f, const char *program, const char *name, struct problem *p) {
    CLEANUP(fd_close) int blob = -1;
    int64_t bytes;
    char head[32];
    TRY(files_open_blob(f, name, &blob, &bytes));
    ssize_t begins = pread(blob, head, sizeof head, 0);
    if (begins <= 0 || bytes > PICTURE_BYTES_MAX || !picture_type((str){head, (size_t)begins}))
        return problem_set(p, ERR_PICTURE_INVALID, "This file is no picture.");
    CLEANUP(unmap) struct mapped m = {mmap(NULL, (size_t)bytes, PROT_READ, MAP_PRIVATE, blob, 0), (size_t)bytes};
    if (m.at == MAP_FAILED) {
        m.at = NULL;
        return files_fault(p, "read a file in", f->directory);
    }
    char *const argv[] = {"faena", "picture-check", "tiles", NULL};
    CLEANUP(picture_outcome_free) struct picture_outcome out;
    if (!picture_process(program, argv, (str){m.at, m.len}, TILES_BYTES_MAX + 1024 * 1024, TILES_SECONDS_MAX, &out))
        return files_fault(p, "start", program);
    bool good = !out.late && out.status != -1 && WIFEXITED(out.status) && WEXITSTATUS(out.status) == PICTURE_EXIT_OK;
    if (!good || !tiles_good(buf_str(&out.reply)))
        return problem_set(p, ERR_PICTURE_INVALID, "This picture cannot be cut into tiles.");
    return tiles_keep(f, name, buf_str(&out.reply), p);
}
