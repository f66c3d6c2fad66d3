/* Smaller copies of pictures for thin links: made by a child like the one that checks them, kept beside the blobs.
 *
 * A copy can always be made again, so it is neither synced nor backed up. DIR/copies/NAME-WIDTH.FORM */
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

enum { COPY_SECONDS_MAX = 30 };

static const struct {
    const char *word, *type;
} forms[PICTURE_FORMS] = {[PICTURE_AVIF] = {"avif", "image/avif"},
                          [PICTURE_WEBP] = {"webp", "image/webp"},
                          [PICTURE_JPEG] = {"jpeg", "image/jpeg"}};

static const int widths[] = {320, 640, 1280};

const char *picture_form_type(enum picture_form form) { return forms[form].type; }

bool picture_width_offered(int64_t width) {
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (widths[i] == width) return true;
    return false;
}

/* Whether an Accept header (RFC 9110, 12.5.1) names the type itself with a q above 0. Browsers name AVIF and WebP when
 * they can show them, so that a wildcard alone says nothing. */
static bool accepts(const char *accept, const char *type) {
    size_t n = strlen(type);
    for (const char *at = accept; (at = strcasestr(at, type)); at += n) {
        const char *end = at + n + strcspn(at + n, ","), *q = at + n;
        if (at > accept && !strchr(", \t", at[-1])) continue;
        if (*q && !strchr(";, \t", *q)) continue;
        for (; q < end; q++)
            if ((*q == 'q' || *q == 'Q') && q[1] == '=') break;
        if (q == end || strspn(q + 2, "0.") != (size_t)(end - q - 2)) return true;
    }
    return false;
}

enum picture_form picture_form_choose(const char *accept) {
    if (accept && accepts(accept, "image/avif")) return PICTURE_AVIF;
    if (accept && accepts(accept, "image/webp")) return PICTURE_WEBP;
    return PICTURE_JPEG;
}

static void copy_name(char out[80], const char *name, int width, enum picture_form form) {
    snprintf(out, 80, "%s-%d.%s", name, width, forms[form].word);
}

static void fd_close(int *fd) {
    if (*fd >= 0) close(*fd);
}

static int copies_open(struct files *f) {
    if (mkdirat(f->dir_fd, "copies", 0700) != 0 && errno != EEXIST) return -1;
    return openat(f->dir_fd, "copies", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

err picture_copy_open(struct files *f, const char *name, int width, enum picture_form form, int *fd, int64_t *bytes) {
    *fd = -1;
    if (!files_blob_name_valid(name)) return ERR_NOT_FOUND;
    CLEANUP(fd_close) int folder = openat(f->dir_fd, "copies", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return ERR_NOT_FOUND;
    char file[80];
    copy_name(file, name, width, form);
    return files_regular_open(folder, file, fd, bytes);
}

/* Whole or not at all: a reader never meets half a copy. */
static err copy_keep(struct files *f, const char *name, int width, enum picture_form form, str bytes,
                     struct problem *p) {
    char file[80], draft[110];
    copy_name(file, name, width, form);
    snprintf(draft, sizeof draft, "%s.%d.%p", file, (int)getpid(), (const void *)&draft);
    CLEANUP(fd_close) int folder = copies_open(f);
    CLEANUP(fd_close)
    int fd = folder < 0 ? -1 : openat(f->tmp_fd, draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) return files_fault(p, "make a file in", f->directory);
    if (files_write_all(fd, bytes, 0) && renameat(f->tmp_fd, draft, folder, file) == 0) return OK;
    err e = files_fault(p, "write a file in", f->directory);
    unlinkat(f->tmp_fd, draft, 0);
    return e;
}

struct mapped {
    void *at;
    size_t len;
};

static void unmap(struct mapped *m) {
    if (m->at) munmap(m->at, m->len);
}

err picture_copy_make(struct files *f, const char *program, const char *name, int width, enum picture_form form,
                      struct problem *p) {
    CLEANUP(fd_close) int blob = -1;
    int64_t bytes;
    TRY(files_open_blob(f, name, &blob, &bytes));
    if (bytes == 0 || bytes > PICTURE_BYTES_MAX) return problem_set(p, ERR_PICTURE_INVALID, "This file is no picture.");
    CLEANUP(unmap) struct mapped m = {mmap(NULL, (size_t)bytes, PROT_READ, MAP_PRIVATE, blob, 0), (size_t)bytes};
    if (m.at == MAP_FAILED) {
        m.at = NULL;
        return files_fault(p, "read a file in", f->directory);
    }
    char number[12];
    snprintf(number, sizeof number, "%d", width);
    char *const argv[] = {"faena", "picture-check", number, (char *)(uintptr_t)forms[form].word, NULL};
    CLEANUP(picture_outcome_free) struct picture_outcome out;
    if (!picture_process(program, argv, (str){m.at, m.len}, PICTURE_BYTES_MAX, COPY_SECONDS_MAX, &out))
        return files_fault(p, "start", program);
    bool good = !out.late && out.status != -1 && WIFEXITED(out.status) && WEXITSTATUS(out.status) == PICTURE_EXIT_OK;
    const char *type = good ? picture_type(buf_str(&out.reply)) : NULL;
    if (!type || strcmp(type, forms[form].type) != 0)
        return problem_set(p, ERR_PICTURE_INVALID, "No smaller copy of this file can be made.");
    return copy_keep(f, name, width, form, buf_str(&out.reply), p);
}
