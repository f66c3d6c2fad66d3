/* Reading zip archives by libzip, believing nothing they say about themselves. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zip.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "files/files_internal.h"

enum { READ_BYTES = 64 * 1024, END_BYTES = 22, END64_BYTES = 56, LOCATOR_BYTES = 20, COMMENT_BYTES_MAX = 65535 };

static void fd_close(int *fd) {
    if (*fd >= 0) close(*fd);
}

static uint64_t little(const char *at, int bytes) {
    uint64_t value = 0;
    while (bytes-- > 0) value = value << 8 | (unsigned char)at[bytes];
    return value;
}

/* The number of entries that the end record at `at` (in the last bytes of the file) tells, or the zip64 record it
 * refers to. */
static uint64_t entries_told(int fd, const char *tail, const char *at) {
    uint64_t count = little(at + 10, 2);
    if (count != 0xFFFF || at - tail < LOCATOR_BYTES) return count;
    const char *locator = at - LOCATOR_BYTES;
    char end64[END64_BYTES];
    if (memcmp(locator, "PK\x06\x07", 4) != 0) return count;
    if (pread(fd, end64, sizeof end64, (off_t)(little(locator + 8, 8) & INT64_MAX)) != (ssize_t)sizeof end64)
        return count;
    return memcmp(end64, "PK\x06\x06", 4) == 0 ? little(end64 + 32, 8) : count;
}

/* zip_open takes memory for every entry before anyone can count them, so they are counted first. */
static err entries_check(int fd, struct problem *p) {
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
        return problem_set(p, ERR_INVALID, "The file is not a zip archive.");
    CLEANUP(buf_free) struct buf tail = {0};
    size_t len = END_BYTES + COMMENT_BYTES_MAX + LOCATOR_BYTES;
    if ((int64_t)len > st.st_size) len = (size_t)st.st_size;
    buf_reserve(&tail, len);
    ssize_t n = pread(fd, tail.data, len, st.st_size - (off_t)len);
    if (n < 0) return files_fault(p, "read", "the archive");
    for (ssize_t i = 0; i + END_BYTES <= n; i++) {
        const char *at = memchr(tail.data + i, 'P', (size_t)(n - i));
        if (!at || at + END_BYTES > tail.data + n) break;
        i = at - tail.data;
        if (memcmp(at, "PK\x05\x06", 4) == 0 && entries_told(fd, tail.data, at) > ZIP_ENTRIES_MAX)
            return problem_set(p, ERR_INVALID, "The archive has more than %d files. Split it.", ZIP_ENTRIES_MAX);
    }
    return OK;
}

static void archive_close(zip_t **archive) {
    if (*archive) zip_discard(*archive);
}

static void entry_close(zip_file_t **file) {
    if (*file) zip_fclose(*file);
}

static err name_refused(struct problem *p, int64_t number) {
    return problem_set(
        p, ERR_INVALID,
        "The name of entry %" PRId64 " of the archive is not a plain relative name. Pack the files again.", number);
}

/* A name that cannot lead anywhere but into the archive's own folder. Old Windows programs write \ for /. */
static err name_take(const char *raw, int64_t number, struct buf *name, struct problem *p) {
    buf_clear(name);
    if (!raw || !str_utf8_valid(str_from(raw)) || strlen(raw) > ZIP_NAME_BYTES_MAX) return name_refused(p, number);
    buf_add_text(name, raw);
    for (char *c = name->data; *c; c++) {
        if (*c == '\\') *c = '/';
        if ((unsigned char)*c < 0x20 || *c == 0x7F) return name_refused(p, number);
    }
    bool drive = name->len >= 2 && name->data[1] == ':';
    if (name->len == 0 || name->data[0] == '/' || drive) return name_refused(p, number);
    for (const char *part = name->data; part; part = strchr(part, '/')) {
        if (*part == '/') part++;
        size_t len = strcspn(part, "/");
        if (len == 2 && memcmp(part, "..", 2) == 0) return name_refused(p, number);
        if (len == 1 && *part == '.') return name_refused(p, number);
    }
    return OK;
}

static bool left_out(const struct buf *name) {
    if (name->data[name->len - 1] == '/' || str_starts(buf_str(name), "__MACOSX/")) return true;
    const char *base = strrchr(name->data, '/');
    base = base ? base + 1 : name->data;
    return strcmp(base, ".DS_Store") == 0 || strcasecmp(base, "Thumbs.db") == 0 || strcasecmp(base, "desktop.ini") == 0;
}

/* Links, devices and the like, as Unix programs note them. */
static bool special(zip_t *archive, zip_uint64_t i) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, i, 0, &system, &attributes) != 0 || system != ZIP_OPSYS_UNIX)
        return false;
    mode_t kind = (mode_t)(attributes >> 16) & S_IFMT;
    return kind != 0 && kind != S_IFREG;
}

struct limits {
    int64_t entry_bytes, total_bytes_left;
};

static err entry_read(zip_t *archive, zip_uint64_t i, const char *name, struct limits *limits, struct buf *bytes,
                      struct problem *p) {
    zip_stat_t stat;
    if (zip_stat_index(archive, i, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_COMP_METHOD) ||
        !(stat.valid & ZIP_STAT_ENCRYPTION_METHOD))
        return problem_set(p, ERR_INVALID, "An entry of the archive is damaged: %s", name);
    if (stat.encryption_method != ZIP_EM_NONE)
        return problem_set(p, ERR_INVALID, "The archive is encrypted; pack it without a password. Entry: %s", name);
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        return problem_set(p, ERR_INVALID,
                           "The archive is not compressed with deflate; pack it as plain zip. Entry: %s", name);
    CLEANUP(entry_close) zip_file_t *file = zip_fopen_index(archive, i, 0);
    if (!file) return problem_set(p, ERR_INVALID, "An entry of the archive is damaged: %s", name);
    buf_clear(bytes);
    for (;;) {
        buf_reserve(bytes, READ_BYTES);
        zip_int64_t n = zip_fread(file, bytes->data + bytes->len, READ_BYTES);
        if (n < 0) return problem_set(p, ERR_INVALID, "An entry of the archive is damaged: %s", name);
        if (n == 0) break;
        bytes->len += (size_t)n;
        limits->total_bytes_left -= n;
        if ((int64_t)bytes->len > limits->entry_bytes)
            return problem_set(p, ERR_INVALID, "An entry of the archive unpacks to more than %" PRId64 " bytes: %s",
                               limits->entry_bytes, name);
        if (limits->total_bytes_left < 0)
            return problem_set(p, ERR_INVALID,
                               "The archive unpacks to more bytes than are taken. Split it. It went too far at: %s",
                               name);
    }
    bytes->data[bytes->len] = 0;
    return OK;
}

static err archive_open(const char *path, zip_t **archive, struct problem *p) {
    CLEANUP(fd_close) int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT) return problem_set(p, ERR_NOT_FOUND, "There is no file %s.", path);
    if (fd < 0) return files_fault(p, "open", path);
    TRY(entries_check(fd, p));
    int code = 0;
    *archive = zip_fdopen(fd, 0, &code);
    if (!*archive) return problem_set(p, ERR_INVALID, "The file is not a zip archive, or it is damaged or cut off.");
    fd = -1; /* libzip's now */
    if (zip_get_num_entries(*archive, 0) > ZIP_ENTRIES_MAX)
        return problem_set(p, ERR_INVALID, "The archive has more than %d files. Split it.", ZIP_ENTRIES_MAX);
    return OK;
}

err zip_read(const char *path, int64_t entry_bytes_max, int64_t total_bytes_max, zip_entry_fn *entry, void *arg,
             struct problem *p) {
    CLEANUP(archive_close) zip_t *archive = NULL;
    TRY(archive_open(path, &archive, p));
    struct limits limits = {entry_bytes_max, total_bytes_max};
    CLEANUP(buf_free) struct buf name = {0}, bytes = {0};
    zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; i++) {
        TRY(name_take(zip_get_name(archive, (zip_uint64_t)i, ZIP_FL_ENC_GUESS), i + 1, &name, p));
        if (left_out(&name) || special(archive, (zip_uint64_t)i)) continue;
        TRY(entry_read(archive, (zip_uint64_t)i, name.data, &limits, &bytes, p));
        TRY(entry(arg, name.data, buf_str(&bytes)));
    }
    return OK;
}
