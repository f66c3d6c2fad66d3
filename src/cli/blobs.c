#include "cli/blobs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"

enum { COPY_BYTES = 1024 * 1024 };

static err fault(struct problem *p, const char *what, const char *path) {
    err e = errno == ENOSPC || errno == EDQUOT ? ERR_STORE_FULL : ERR_SYSTEM;
    return problem_set(p, e, "%s %s failed: %s.", what, path, strerror(errno));
}

static bool bytes_write(int fd, const char *bytes, size_t len) {
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);
        if (n < 0 && errno != EINTR) return false;
        if (n < 0) continue;
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

static err fd_copy(int in, int out, const char *to, struct problem *p) {
    char *bytes = mem_alloc(COPY_BYTES);
    err e = OK;
    for (ssize_t n = 1; e == OK && n != 0;) {
        n = read(in, bytes, COPY_BYTES);
        if (n < 0 && errno == EINTR)
            n = 1;
        else if (n < 0 || !bytes_write(out, bytes, (size_t)n))
            e = fault(p, "Copying to", to);
    }
    free(bytes);
    if (e == OK && fsync(out) != 0) e = fault(p, "Syncing", to);
    return e;
}

err file_copy(const char *from, const char *to, struct problem *p) {
    int in = open(from, O_RDONLY | O_CLOEXEC);
    if (in < 0) return fault(p, "Reading", from);
    int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    err e = out < 0 ? fault(p, "Making", to) : fd_copy(in, out, to, p);
    close(in);
    if (out >= 0) close(out);
    if (e != OK && out >= 0) unlink(to);
    return e;
}

/* A link, or a copy under another name that is put in place when it is whole. */
static err blob_copy(const char *from, const char *to, struct problem *p) {
    if (link(from, to) == 0 || errno == EEXIST) return OK;
    CLEANUP(buf_free) struct buf part = {0};
    buf_printf(&part, "%s.part", to);
    unlink(part.data);
    TRY(file_copy(from, part.data, p));
    return rename(part.data, to) == 0 ? OK : fault(p, "Renaming", part.data);
}

static bool is_hex(const char *name, size_t digits) {
    return strlen(name) == digits && strspn(name, "0123456789abcdef") == digits;
}

static err folder_sync(const char *path, struct problem *p) {
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return fault(p, "Opening", path);
    int code = fsync(fd);
    close(fd);
    return code == 0 ? OK : fault(p, "Syncing", path);
}

/* One of the folders ab/ of a blob directory. */
static err folder_copy(const char *from, const char *to, struct blobs_copied *copied, struct problem *p) {
    enum { NAME_DIGITS = 38 };
    DIR *folder = opendir(from);
    if (!folder) return fault(p, "Reading", from);
    err e = mkdir(to, 0700) == 0 || errno == EEXIST ? OK : fault(p, "Making", to);
    for (struct dirent *entry; e == OK && (entry = readdir(folder));) {
        if (!is_hex(entry->d_name, NAME_DIGITS)) continue;
        CLEANUP(buf_free) struct buf one = {0};
        CLEANUP(buf_free) struct buf other = {0};
        struct stat st;
        buf_printf(&one, "%s/%s", from, entry->d_name);
        buf_printf(&other, "%s/%s", to, entry->d_name);
        if (stat(one.data, &st) != 0) e = fault(p, "Looking at", one.data);
        if (e == OK) e = blob_copy(one.data, other.data, p);
        copied->files++;
        copied->bytes += st.st_size;
    }
    closedir(folder);
    return e == OK ? folder_sync(to, p) : e;
}

err blobs_copy(const char *from, const char *to, struct blobs_copied *copied, struct problem *p) {
    *copied = (struct blobs_copied){0};
    if (mkdir(to, 0700) != 0 && errno != EEXIST) return fault(p, "Making", to);
    DIR *directory = opendir(from);
    if (!directory) return errno == ENOENT ? OK : fault(p, "Reading", from);
    err e = OK;
    for (struct dirent *entry; e == OK && (entry = readdir(directory));) {
        if (!is_hex(entry->d_name, 2)) continue;
        CLEANUP(buf_free) struct buf one = {0};
        CLEANUP(buf_free) struct buf other = {0};
        buf_printf(&one, "%s/%s", from, entry->d_name);
        buf_printf(&other, "%s/%s", to, entry->d_name);
        e = folder_copy(one.data, other.data, copied, p);
    }
    closedir(directory);
    return e == OK ? folder_sync(to, p) : e;
}
