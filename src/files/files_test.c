/* Tests of blobs and spool files. */
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/inject.h"
#include "base/limits.h"
#include "files/files.h"

static char folder[] = "/tmp/faena-files-XXXXXX";

static int one_remove(const char *path, const struct stat *st, int kind, struct FTW *where) { return remove(path); }

static int folder_make(void **state) { return mkdtemp(folder) ? 0 : -1; }
static int folder_remove(void **state) { return nftw(folder, one_remove, 16, FTW_DEPTH | FTW_PHYS); }

static struct files *opened(void) {
    CLEANUP(buf_free) struct buf path = {0};
    buf_printf(&path, "%s/store", folder);
    struct files *f = NULL;
    struct problem p = {0};
    assert_int_equal(files_open(path.data, &f, &p), OK);
    assert_string_equal(files_directory(f), path.data);
    return f;
}

static void content_is(int fd, int64_t bytes, str expected) {
    assert_int_equal(bytes, expected.len);
    char *got = mem_alloc(expected.len + 1);
    assert_int_equal(read(fd, got, expected.len + 1), expected.len);
    assert_memory_equal(got, expected.data, expected.len);
    free(got);
    close(fd);
}

/* Files in a folder of the store. */
static int entries(const struct files *f, const char *sub) {
    CLEANUP(buf_free) struct buf path = {0};
    buf_printf(&path, "%s/%s", files_directory(f), sub);
    DIR *dir = opendir(path.data);
    assert_non_null(dir);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(dir));) count += entry->d_type == DT_REG;
    closedir(dir);
    return count;
}

static void blob_put_twice(void **state) {
    struct files *f = opened();
    char first[BLOB_NAME_BYTES], again[BLOB_NAME_BYTES], from_file[BLOB_NAME_BYTES];
    int fd;
    int64_t bytes;
    assert_int_equal(files_put(f, STR("hello"), first, NULL), OK);
    assert_int_equal(files_put(f, STR("hello"), again, NULL), OK);
    /* b2sum -l 256 of "hello", first 20 bytes */
    assert_string_equal(first, "324dcf027dd4a30a932c441f365a25e86b173def");
    assert_string_equal(first, again);
    assert_int_equal(files_open_blob(f, first, &fd, &bytes), OK);
    content_is(fd, bytes, STR("hello"));
    CLEANUP(buf_free) struct buf path = {0};
    buf_printf(&path, "%s/32/4dcf027dd4a30a932c441f365a25e86b173def", files_directory(f));
    assert_int_equal(access(path.data, R_OK), 0);
    assert_int_equal(files_put_file(f, path.data, from_file, NULL), OK);
    assert_string_equal(first, from_file);
    assert_int_equal(entries(f, "32"), 1);
    assert_int_equal(entries(f, "tmp"), 0);
    files_close(f);
    f = opened();
    assert_int_equal(files_open_blob(f, first, &fd, &bytes), OK);
    content_is(fd, bytes, STR("hello"));
    files_close(f);
}

static void blob_large_and_empty(void **state) {
    struct files *f = opened();
    CLEANUP(buf_free) struct buf large = {0}, path = {0};
    for (int i = 0; i < 50000; i++) buf_printf(&large, "%d,", i);
    char name[BLOB_NAME_BYTES], same[BLOB_NAME_BYTES];
    int fd;
    int64_t bytes;
    buf_printf(&path, "%s/source", folder);
    FILE *file = fopen(path.data, "w");
    fwrite(large.data, 1, large.len, file);
    fclose(file);
    assert_int_equal(files_put_file(f, path.data, name, NULL), OK);
    assert_int_equal(files_open_blob(f, name, &fd, &bytes), OK);
    content_is(fd, bytes, buf_str(&large));
    assert_int_equal(files_put(f, buf_str(&large), same, NULL), OK);
    assert_string_equal(name, same);
    assert_int_equal(files_put(f, STR(""), name, NULL), OK);
    assert_int_equal(files_open_blob(f, name, &fd, &bytes), OK);
    content_is(fd, bytes, STR(""));
    buf_add_text(&path, "-missing");
    struct problem p = {0};
    assert_int_equal(files_put_file(f, path.data, name, &p), ERR_NOT_FOUND);
    assert_non_null(strstr(p.detail, "source-missing"));
    files_close(f);
}

static void blob_names(void **state) {
    static const char *const wrong[] = {"",
                                        "324dcf",
                                        "../../../../../../../../../../etc/passwd",
                                        "324DCF027DD4A30A932C441F365A25E86B173DEF",
                                        "324dcf027dd4a30a932c441f365a25e86b173dee",
                                        "324dcf027dd4a30a932c441f365a25e86b173defa"};
    struct files *f = opened();
    char name[BLOB_NAME_BYTES];
    assert_int_equal(files_put(f, STR("hello"), name, NULL), OK);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        int fd = 5;
        int64_t bytes;
        assert_int_equal(files_open_blob(f, wrong[i], &fd, &bytes), ERR_NOT_FOUND);
        assert_int_equal(fd, -1);
    }
    files_close(f);
}

/* A damaged blob (another length) is replaced; a reader that has it open keeps what it opened. */
static void blob_rename_is_safe(void **state) {
    struct files *f = opened();
    char name[BLOB_NAME_BYTES];
    int fd, other;
    int64_t bytes, other_bytes;
    assert_int_equal(files_put(f, STR("content"), name, NULL), OK);
    CLEANUP(buf_free) struct buf path = {0};
    buf_printf(&path, "%s/%.2s/%s", files_directory(f), name, name + 2);
    assert_int_equal(truncate(path.data, 3), 0);
    assert_int_equal(files_open_blob(f, name, &fd, &bytes), OK);
    assert_int_equal(files_put(f, STR("content"), name, NULL), OK);
    assert_int_equal(files_open_blob(f, name, &other, &other_bytes), OK);
    content_is(fd, bytes, STR("con"));
    content_is(other, other_bytes, STR("content"));
    files_close(f);
}

struct race {
    struct files *files;
    char names[50][BLOB_NAME_BYTES];
};

static void *race_run(void *arg) {
    struct race *race = arg;
    for (int i = 0; i < 50; i++) {
        char text[20];
        int n = snprintf(text, sizeof text, "blob %d", i);
        if (files_put(race->files, (str){text, (size_t)n}, race->names[i], NULL) != OK) abort();
    }
    return NULL;
}

static void blob_from_many_threads(void **state) {
    struct files *f = opened();
    struct race races[4];
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) {
        races[i].files = f;
        pthread_create(&threads[i], NULL, race_run, &races[i]);
    }
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    for (int i = 0; i < 50; i++) {
        int fd;
        int64_t bytes;
        assert_string_equal(races[0].names[i], races[3].names[i]);
        assert_int_equal(files_open_blob(f, races[0].names[i], &fd, &bytes), OK);
        close(fd);
    }
    assert_int_equal(entries(f, "tmp"), 0);
    files_close(f);
}

static void stale_drafts_go(void **state) {
    struct files *f = opened();
    CLEANUP(buf_free) struct buf old = {0}, young = {0};
    buf_printf(&old, "%s/tmp/old", files_directory(f));
    buf_printf(&young, "%s/tmp/young", files_directory(f));
    close(open(old.data, O_CREAT | O_WRONLY, 0600));
    close(open(young.data, O_CREAT | O_WRONLY, 0600));
    struct timespec long_ago[2] = {{1000000000, 0}, {1000000000, 0}};
    assert_int_equal(utimensat(AT_FDCWD, old.data, long_ago, 0), 0);
    files_close(f);
    f = opened();
    assert_int_not_equal(access(old.data, F_OK), 0);
    assert_int_equal(access(young.data, F_OK), 0);
    unlink(young.data);
    files_close(f);
}

static void directory_errors(void **state) {
    struct files *f = (struct files *)1;
    struct problem p = {0};
    assert_int_equal(files_open("/nowhere/at/all", &f, &p), ERR_SYSTEM);
    assert_null(f);
    assert_non_null(strstr(p.detail, "/nowhere/at/all"));
    assert_int_equal(files_open("/dev/null", &f, &p), ERR_SYSTEM);
    assert_null(f);
    files_close(NULL);
}

static void spool_parts(void **state) {
    struct files *f = opened();
    struct problem p = {0};
    int64_t size = 99, bytes;
    int fd;
    assert_int_equal(files_spool_write(f, "up-1", 3, STR("x"), &size, &p), ERR_UPLOAD_GAP);
    assert_int_equal(size, 0);
    assert_int_equal(files_spool_open(f, "up-1", &fd, &bytes), ERR_NOT_FOUND);
    assert_int_equal(files_spool_write(f, "up-1", 0, STR("hello "), &size, &p), OK);
    assert_int_equal(size, 6);
    assert_int_equal(files_spool_write(f, "up-1", 6, STR("world"), &size, &p), OK);
    assert_int_equal(size, 11);
    assert_int_equal(files_spool_write(f, "up-1", 6, STR("world"), &size, &p), OK); /* its reply was lost */
    assert_int_equal(size, 11);
    assert_int_equal(files_spool_write(f, "up-1", 12, STR("!"), &size, &p), ERR_UPLOAD_GAP);
    assert_int_equal(size, 11);
    assert_string_equal(p.detail, "This part starts at 12, but only 11 bytes are here; go on there.");
    assert_int_equal(files_spool_open(f, "up-1", &fd, &bytes), OK);
    content_is(fd, bytes, STR("hello world"));
    assert_int_equal(files_spool_write(f, "up-1", 2, STR("y"), &size, &p), OK); /* an earlier part truncates */
    assert_int_equal(size, 3);
    assert_int_equal(files_spool_open(f, "up-1", &fd, &bytes), OK);
    content_is(fd, bytes, STR("hey"));
    assert_int_equal(files_spool_write(f, "up-1", 3, STR(""), &size, &p), OK);
    assert_int_equal(size, 3);
    files_spool_remove(f, "up-1");
    files_spool_remove(f, "up-1");
    assert_int_equal(files_spool_open(f, "up-1", &fd, &bytes), ERR_NOT_FOUND);
    files_close(f);
}

static void spool_limits(void **state) {
    static const char sixty[] = "123456789-123456789-123456789-123456789-123456789-123456789-";
    static const char *const wrong[] = {
        "", "..", "a/b", "Upper", "a.b", "123456789-123456789-123456789-123456789-123456789-123456789-1"};
    struct files *f = opened();
    int64_t size, bytes;
    int fd;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct problem p = {0};
        assert_int_equal(files_spool_write(f, wrong[i], 0, STR("x"), &size, &p), ERR_INVALID);
        assert_int_not_equal(p.detail[0], 0);
        assert_int_equal(files_spool_open(f, wrong[i], &fd, &bytes), ERR_NOT_FOUND);
        files_spool_remove(f, wrong[i]);
    }
    assert_int_equal(files_spool_write(f, sixty, 0, STR("x"), &size, NULL), OK);
    assert_int_equal(files_spool_write(f, sixty, -1, STR("x"), &size, NULL), ERR_INVALID);
    assert_int_equal(files_spool_write(f, sixty, INT64_MAX, STR("x"), &size, NULL), ERR_TOO_LARGE);
    assert_int_equal(files_spool_write(f, sixty, IMPORT_BYTES_MAX, STR("x"), &size, NULL), ERR_TOO_LARGE);
    assert_int_equal(files_spool_write(f, sixty, IMPORT_BYTES_MAX - 1, STR("x"), &size, NULL), ERR_UPLOAD_GAP);
    files_spool_remove(f, sixty);
    files_close(f);
}

/* The disk refuses: a limit on file sizes stands in for a full one, and the injection point for any other failure. */
static void failed_writes_leave_nothing(void **state) {
    struct files *f = opened();
    char name[BLOB_NAME_BYTES];
    int64_t size, bytes;
    int fd;
    assert_int_equal(files_spool_write(f, "part", 0, STR("whole"), &size, NULL), OK);
    struct rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){8, before.rlim_max});
    struct problem p = {0};
    err blob = files_put(f, STR("longer than eight"), name, &p);
    err spool = files_spool_write(f, "part", 5, STR(" and more"), &size, NULL);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    assert_int_equal(blob, ERR_SYSTEM);
    assert_non_null(strstr(p.detail, "File too large"));
    assert_int_equal(spool, ERR_SYSTEM);
    assert_int_equal(size, 5);
    assert_int_equal(files_spool_open(f, "part", &fd, &bytes), OK);
    content_is(fd, bytes, STR("whole"));
    assert_int_equal(entries(f, "tmp"), 0);

    setenv("FAENA_INJECT", "blob:1,spool:1", 1);
    inject_setup();
    assert_int_equal(files_put(f, STR("injected"), name, NULL), ERR_SYSTEM);
    assert_int_equal(files_spool_write(f, "part", 5, STR("!"), &size, NULL), ERR_SYSTEM);
    assert_int_equal(size, 5);
    assert_int_equal(files_put(f, STR("injected"), name, NULL), OK);
    assert_int_equal(files_spool_write(f, "part", 5, STR("!"), &size, NULL), OK);
    assert_int_equal(size, 6);
    files_spool_remove(f, "part");
    files_close(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blob_put_twice),
        cmocka_unit_test(blob_large_and_empty),
        cmocka_unit_test(blob_names),
        cmocka_unit_test(blob_rename_is_safe),
        cmocka_unit_test(blob_from_many_threads),
        cmocka_unit_test(stale_drafts_go),
        cmocka_unit_test(directory_errors),
        cmocka_unit_test(spool_parts),
        cmocka_unit_test(spool_limits),
        cmocka_unit_test(failed_writes_leave_nothing),
    };
    return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
