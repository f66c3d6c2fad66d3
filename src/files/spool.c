/* Uploads that arrive in parts. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/inject.h"
#include "base/limits.h"
#include "files/files_internal.h"

enum { SPOOL_NAME_CHARS_MAX = 60 };

bool files_spool_name_valid(const char *name) {
    size_t len = strlen(name);
    return len >= 1 && len <= SPOOL_NAME_CHARS_MAX && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
}

static void fd_close(int *fd) {
    if (*fd >= 0) close(*fd);
}

/* Only the first part makes the file. */
static err spool_file(struct files *f, const char *name, int64_t offset, int *fd, struct problem *p) {
    *fd = openat(f->spool_fd, name, O_RDWR | O_NOFOLLOW | O_CLOEXEC | (offset == 0 ? O_CREAT : 0), 0600);
    if (*fd < 0 && errno == ENOENT)
        return problem_set(p, ERR_UPLOAD_GAP, "Nothing of this upload is here yet; start with the part at offset 0.");
    if (*fd < 0) return files_fault(p, "open the upload", name);
    while (flock(*fd, LOCK_EX) != 0)
        if (errno != EINTR) return files_fault(p, "lock the upload", name);
    return OK;
}

/* Nothing of a part that could not be written whole stays behind. */
static err part_write(int fd, const char *name, int64_t offset, str bytes, struct problem *p) {
    bool failed = inject("spool");
    if (failed) errno = EIO;
    if (!failed && ftruncate(fd, offset) == 0 && files_write_all(fd, bytes, offset) && fsync(fd) == 0) return OK;
    err e = files_fault(p, "write the upload", name);
    int ignored = ftruncate(fd, offset);
    (void)ignored;
    return e;
}

err files_spool_write(struct files *f, const char *name, int64_t offset, str bytes, int64_t *size, struct problem *p) {
    *size = 0;
    if (!files_spool_name_valid(name))
        return problem_set(p, ERR_INVALID, "An upload's name has 1 to %d of the characters a-z, 0-9 and -.",
                           SPOOL_NAME_CHARS_MAX);
    if (offset < 0) return problem_set(p, ERR_INVALID, "The offset must not be negative.");
    if (offset > IMPORT_BYTES_MAX || (int64_t)bytes.len > IMPORT_BYTES_MAX - offset)
        return problem_set(p, ERR_TOO_LARGE, "An uploaded file has at most %" PRId64 " bytes.", IMPORT_BYTES_MAX);
    CLEANUP(fd_close) int fd = -1;
    TRY(spool_file(f, name, offset, &fd, p));
    struct stat st;
    if (fstat(fd, &st) != 0) return files_fault(p, "look at the upload", name);
    *size = st.st_size;
    if (offset > st.st_size)
        return problem_set(p, ERR_UPLOAD_GAP,
                           "This part starts at %" PRId64 ", but only %" PRId64 " bytes are here; go on there.", offset,
                           *size);
    err e = part_write(fd, name, offset, bytes, p);
    *size = fstat(fd, &st) == 0 ? st.st_size : 0;
    TRY(e);
    if (offset == 0 && !files_sync_dir(f->spool_fd)) return files_fault(p, "sync the folder of the upload", name);
    return OK;
}

void files_spool_remove(struct files *f, const char *name) {
    if (files_spool_name_valid(name)) unlinkat(f->spool_fd, name, 0);
}
