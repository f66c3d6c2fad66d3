#include "files/files.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <dirent.h>

#include "base/arena.h"
#include "base/inject.h"
#include "files/files_internal.h"

enum { HASH_BYTES = 32, NAME_HASH_BYTES = 20, COPY_BYTES = 64 * 1024, STALE_SECONDS = 24 * 3600 };

err files_fault(struct problem *p, const char *what, const char *name) {
    int code = errno;
    if (code == ENOSPC || code == EDQUOT)
        return problem_set(p, ERR_STORE_FULL, "The disk is full: cannot %s %s. Free some space and try again.", what,
                           name);
    return problem_set(p, ERR_SYSTEM, "Cannot %s %s: %s.", what, name, strerrordesc_np(code));
}

bool files_write_all(int fd, str bytes, int64_t offset) {
    for (size_t done = 0; done < bytes.len;) {
        ssize_t n = pwrite(fd, bytes.data + done, bytes.len - done, offset + (int64_t)done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        done += (size_t)n;
    }
    return true;
}

bool files_sync_dir(int dir_fd) { return fsync(dir_fd) == 0; }

static void fd_close(int *fd) {
    if (*fd >= 0) close(*fd);
}

/* --- opening --- */

static bool directory_make(int at_fd, const char *name, bool *made) {
    if (mkdirat(at_fd, name, 0700) == 0)
        *made = true;
    else if (errno != EEXIST)
        return false;
    return true;
}

static int directory_open(int at_fd, const char *name) {
    return openat(at_fd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* All folders exist from the start, so that storing a blob has to sync only the folder it goes to. */
static bool folders_make(struct files *f) {
    bool made = false;
    if (!directory_make(f->dir_fd, "tmp", &made) || !directory_make(f->dir_fd, "spool", &made)) return false;
    for (int i = 0; i < 256; i++) {
        char name[3];
        hex_encode(&(unsigned char){(unsigned char)i}, 1, name);
        if (!directory_make(f->dir_fd, name, &made)) return false;
    }
    if (made && !files_sync_dir(f->dir_fd)) return false;
    f->tmp_fd = directory_open(f->dir_fd, "tmp");
    f->spool_fd = directory_open(f->dir_fd, "spool");
    return f->tmp_fd >= 0 && f->spool_fd >= 0;
}

/* Blobs whose writing a crash cut off. Younger ones may be another program's. */
static void stale_remove(const struct files *f) {
    int fd = directory_open(f->dir_fd, "tmp");
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir) {
        fd_close(&fd);
        return;
    }
    time_t old = time(NULL) - STALE_SECONDS;
    for (struct dirent *entry; (entry = readdir(dir));) {
        struct stat st;
        if (fstatat(f->tmp_fd, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode) &&
            st.st_mtime < old)
            unlinkat(f->tmp_fd, entry->d_name, 0);
    }
    closedir(dir);
}

static bool parent_sync(const char *directory) {
    CLEANUP(fd_close) int fd = directory_open(AT_FDCWD, directory);
    CLEANUP(fd_close) int parent = fd >= 0 ? directory_open(fd, "..") : -1;
    return parent >= 0 && files_sync_dir(parent);
}

err files_open(const char *directory, struct files **files, struct problem *p) {
    *files = NULL;
    if (sodium_init() < 0) return problem_set(p, ERR_SYSTEM, "libsodium cannot be initialised.");
    bool made = false;
    if (!directory_make(AT_FDCWD, directory, &made)) return files_fault(p, "make the directory", directory);
    if (made && !parent_sync(directory)) return files_fault(p, "sync the directory above", directory);
    struct files *f = mem_alloc(sizeof *f);
    f->directory = mem_copy(directory);
    f->tmp_fd = f->spool_fd = -1;
    f->dir_fd = directory_open(AT_FDCWD, directory);
    if (f->dir_fd < 0 || !folders_make(f)) {
        err e = files_fault(p, "use the directory", directory);
        files_close(f);
        return e;
    }
    stale_remove(f);
    *files = f;
    return OK;
}

void files_close(struct files *f) {
    if (!f) return;
    fd_close(&f->dir_fd);
    fd_close(&f->tmp_fd);
    fd_close(&f->spool_fd);
    free(f->directory);
    free(f);
}

const char *files_directory(const struct files *f) { return f->directory; }

/* --- blobs --- */

/* A blob being written. */
struct draft {
    const struct files *files;
    int fd;
    char tmp_name[33];
    int64_t bytes;
    crypto_generichash_state hash;
};

static void draft_close(struct draft *d) {
    if (d->fd < 0) return;
    close(d->fd);
    if (d->tmp_name[0]) unlinkat(d->files->tmp_fd, d->tmp_name, 0);
}

static void blob_name(const unsigned char hash[HASH_BYTES], char name[BLOB_NAME_BYTES]) {
    hex_encode(hash, NAME_HASH_BYTES, name);
}

static int folder_open(const struct files *f, const char *name) {
    return directory_open(f->dir_fd, (char[]){name[0], name[1], 0});
}

static err draft_open(struct draft *d, struct problem *p) {
    unsigned char random[16];
    randombytes_buf(random, sizeof random);
    hex_encode(random, sizeof random, d->tmp_name);
    crypto_generichash_init(&d->hash, NULL, 0, HASH_BYTES);
    d->fd = openat(d->files->tmp_fd, d->tmp_name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return d->fd < 0 ? files_fault(p, "write a file in", d->files->directory) : OK;
}

static err draft_write(struct draft *d, str bytes, struct problem *p) {
    bool failed = inject("blob");
    if (failed) errno = EIO;
    if (failed || !files_write_all(d->fd, bytes, d->bytes))
        return files_fault(p, "write a file in", d->files->directory);
    crypto_generichash_update(&d->hash, (const unsigned char *)bytes.data, bytes.len);
    d->bytes += (int64_t)bytes.len;
    return OK;
}

/* The same content is there already. Its folder is synced all the same: the one who renamed it may not have come to
 * that. */
static bool stored_already(int folder_fd, const char *name, int64_t bytes) {
    struct stat st;
    if (fstatat(folder_fd, name + 2, &st, AT_SYMLINK_NOFOLLOW) != 0) return false;
    return S_ISREG(st.st_mode) && st.st_size == bytes && files_sync_dir(folder_fd);
}

static err draft_keep(struct draft *d, char name[BLOB_NAME_BYTES], struct problem *p) {
    unsigned char hash[HASH_BYTES];
    crypto_generichash_final(&d->hash, hash, sizeof hash);
    blob_name(hash, name);
    CLEANUP(fd_close) int folder_fd = folder_open(d->files, name);
    if (folder_fd < 0) return files_fault(p, "open a folder of", d->files->directory);
    if (stored_already(folder_fd, name, d->bytes)) return OK;
    if (fsync(d->fd) != 0) return files_fault(p, "sync a file in", d->files->directory);
    if (renameat(d->files->tmp_fd, d->tmp_name, folder_fd, name + 2) != 0)
        return files_fault(p, "rename a file in", d->files->directory);
    d->tmp_name[0] = 0;
    return files_sync_dir(folder_fd) ? OK : files_fault(p, "sync a folder of", d->files->directory);
}

err files_put(struct files *f, str bytes, char name[BLOB_NAME_BYTES], struct problem *p) {
    unsigned char hash[HASH_BYTES];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)bytes.data, bytes.len, NULL, 0);
    blob_name(hash, name);
    CLEANUP(fd_close) int folder_fd = folder_open(f, name);
    if (folder_fd >= 0 && stored_already(folder_fd, name, (int64_t)bytes.len)) return OK;
    CLEANUP(draft_close) struct draft d = {.files = f, .fd = -1};
    TRY(draft_open(&d, p));
    TRY(draft_write(&d, bytes, p));
    return draft_keep(&d, name, p);
}

err files_put_file(struct files *f, const char *path, char name[BLOB_NAME_BYTES], struct problem *p) {
    CLEANUP(fd_close) int from = open(path, O_RDONLY | O_CLOEXEC);
    if (from < 0 && errno == ENOENT) return problem_set(p, ERR_NOT_FOUND, "There is no file %s.", path);
    if (from < 0) return files_fault(p, "open", path);
    CLEANUP(draft_close) struct draft d = {.files = f, .fd = -1};
    TRY(draft_open(&d, p));
    char buffer[COPY_BYTES];
    for (;;) {
        ssize_t n = read(from, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return files_fault(p, "read", path);
        if (n == 0) return draft_keep(&d, name, p);
        TRY(draft_write(&d, (str){buffer, (size_t)n}, p));
    }
}

/* The file system may not know files without names (O_TMPFILE); then it loses its name at once. */
err files_draft(struct files *f, int *fd, struct problem *p) {
    *fd = openat(f->tmp_fd, ".", O_RDWR | O_TMPFILE | O_CLOEXEC, 0600);
    if (*fd >= 0) return OK;
    unsigned char random[16];
    char name[33];
    randombytes_buf(random, sizeof random);
    hex_encode(random, sizeof random, name);
    *fd = openat(f->tmp_fd, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (*fd < 0) return files_fault(p, "write a file in", f->directory);
    unlinkat(f->tmp_fd, name, 0);
    return OK;
}

static err draft_hash(struct draft *d, struct problem *p) {
    char buffer[COPY_BYTES];
    crypto_generichash_init(&d->hash, NULL, 0, HASH_BYTES);
    for (d->bytes = 0;;) {
        ssize_t n = pread(d->fd, buffer, sizeof buffer, d->bytes);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return files_fault(p, "read a file in", d->files->directory);
        if (n == 0) return OK;
        crypto_generichash_update(&d->hash, (const unsigned char *)buffer, (size_t)n);
        d->bytes += n;
    }
}

/* Gives a file without a name one; false where that is not possible. */
static bool draft_link(struct draft *d) {
    char path[40];
    unsigned char random[16];
    randombytes_buf(random, sizeof random);
    hex_encode(random, sizeof random, d->tmp_name);
    snprintf(path, sizeof path, "/proc/self/fd/%d", d->fd);
    if (linkat(AT_FDCWD, path, d->files->tmp_fd, d->tmp_name, AT_SYMLINK_FOLLOW) == 0) return true;
    d->tmp_name[0] = 0;
    return false;
}

err files_put_draft(struct files *f, int fd, char name[BLOB_NAME_BYTES], struct problem *p) {
    char path[40];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (inject("blob")) {
        errno = EIO;
        return files_fault(p, "write a file in", f->directory);
    }
    CLEANUP(draft_close) struct draft d = {.files = f, .fd = fcntl(fd, F_DUPFD_CLOEXEC, 3)};
    if (d.fd < 0 || !draft_link(&d)) return files_put_file(f, path, name, p);
    TRY(draft_hash(&d, p));
    return draft_keep(&d, name, p);
}

err files_regular_open(int at_fd, const char *name, int *fd, int64_t *bytes) {
    struct stat st;
    *fd = openat(at_fd, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (*fd < 0) return errno == ENOENT || errno == ELOOP ? ERR_NOT_FOUND : ERR_SYSTEM;
    if (fstat(*fd, &st) == 0 && S_ISREG(st.st_mode)) {
        *bytes = st.st_size;
        return OK;
    }
    close(*fd);
    *fd = -1;
    return ERR_NOT_FOUND;
}

bool files_blob_name_valid(const char *name) {
    return strspn(name, "0123456789abcdef") == BLOB_NAME_BYTES - 1 && name[BLOB_NAME_BYTES - 1] == 0;
}

err files_open_blob(struct files *f, const char *name, int *fd, int64_t *bytes) {
    *fd = -1;
    if (!files_blob_name_valid(name)) return ERR_NOT_FOUND;
    CLEANUP(fd_close) int folder_fd = folder_open(f, name);
    if (folder_fd < 0) return ERR_NOT_FOUND;
    return files_regular_open(folder_fd, name + 2, fd, bytes);
}

err files_spool_open(struct files *f, const char *name, int *fd, int64_t *bytes) {
    *fd = -1;
    if (!files_spool_name_valid(name)) return ERR_NOT_FOUND;
    return files_regular_open(f->spool_fd, name, fd, bytes);
}
