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

/* What the folder of a path is like. */
static err folder_stat(const char *path, struct stat *st, struct problem *p) {
    CLEANUP(buf_free) struct buf folder = {0};
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/') len--;
    while (len > 0 && path[len - 1] != '/') len--;
    buf_printf(&folder, "%.*s", len ? (int)len : 1, len ? path : ".");
    return stat(folder.data, st) == 0 ? OK : fault(p, "Looking at", folder.data);
}

err owner_follow(const char *path, struct problem *p) {
    struct stat st;
    if (geteuid() != 0) return OK;
    TRY(folder_stat(path, &st, p));
    return lchown(path, st.st_uid, st.st_gid) == 0 ? OK : fault(p, "Giving away", path);
}

/* A link would stay unreadable where root puts another's file into the folder of the server's user. */
static bool link_serves(const char *from, const char *to) {
    struct stat file, folder;
    struct problem p = {0};
    return geteuid() != 0 || (stat(from, &file) == 0 && folder_stat(to, &folder, &p) == OK &&
                              (folder.st_uid == 0 || folder.st_uid == file.st_uid));
}

/* A new folder with the owner of the one around it. */
static err folder_make(const char *path, struct problem *p) {
    if (mkdir(path, 0700) == 0) return owner_follow(path, p);
    return errno == EEXIST ? OK : fault(p, "Making", path);
}

/* A link, or a copy under another name that is put in place when it is whole. */
static err blob_copy(const char *from, const char *to, struct problem *p) {
    if (access(to, F_OK) == 0 || (link_serves(from, to) && link(from, to) == 0)) return OK;
    CLEANUP(buf_free) struct buf part = {0};
    buf_printf(&part, "%s.part", to);
    unlink(part.data);
    TRY(file_copy(from, part.data, p));
    TRY(owner_follow(part.data, p));
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
    err e = folder_make(to, p);
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
    TRY(folder_make(to, p));
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
