/* Tests of zip_read, with archives made by libzip, some of them then damaged by hand. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <zip.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "files/files.h"

static char path[] = "/tmp/faena-zip-XXXXXX";

static int path_make(void **state) {
    int fd = mkstemp(path);
    if (fd >= 0) close(fd);
    return fd >= 0 ? 0 : -1;
}
static int path_remove(void **state) { return unlink(path); }

static zip_t *begun(void) { return zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL); }

static zip_int64_t add(zip_t *z, const char *name, str bytes) {
    zip_source_t *source = zip_source_buffer(z, bytes.data, bytes.len, 0);
    zip_int64_t i = zip_file_add(z, name, source, ZIP_FL_ENC_UTF_8);
    assert_true(i >= 0);
    return i;
}

static void finished(zip_t *z) { assert_int_equal(zip_close(z), 0); }

static err entry_note(void *arg, const char *name, str bytes) {
    buf_printf(arg, "%s=%.*s;", name, (int)(bytes.len < 20 ? bytes.len : 20), bytes.data);
    return OK;
}

static void read_gives(int64_t entry_max, int64_t total_max, err expected, const char *notes, const char *detail) {
    CLEANUP(buf_free) struct buf got = {0};
    struct problem p = {0};
    assert_int_equal(zip_read(path, entry_max, total_max, entry_note, &got, &p), expected);
    assert_string_equal(got.data ? got.data : "", notes);
    if (!strstr(p.detail, detail)) print_message("# %s\n", p.detail);
    assert_non_null(strstr(p.detail, detail));
    assert_true(expected == OK || p.detail[0]);
}

static void plain(void **state) {
    zip_t *z = begun();
    add(z, "a.txt", STR("one"));
    zip_dir_add(z, "sub", 0);
    zip_set_file_compression(z, (zip_uint64_t)add(z, "sub/ñ.txt", STR("two")), ZIP_CM_STORE, 0);
    add(z, "__MACOSX/._a.txt", STR("fork"));
    add(z, "sub/.DS_Store", STR("x"));
    add(z, "Thumbs.db", STR("x"));
    add(z, "empty", STR(""));
    add(z, "old\\style.txt", STR("three"));
    add(z, "12:30.png", STR("4"));
    zip_int64_t link = add(z, "link", STR("/etc/passwd"));
    zip_file_set_external_attributes(z, (zip_uint64_t)link, 0, ZIP_OPSYS_UNIX, (zip_uint32_t)(S_IFLNK | 0777) << 16);
    zip_int64_t file = add(z, "file", STR("5"));
    zip_file_set_external_attributes(z, (zip_uint64_t)file, 0, ZIP_OPSYS_UNIX, (zip_uint32_t)(S_IFREG | 0644) << 16);
    finished(z);
    read_gives(100, 1000, OK, "a.txt=one;sub/ñ.txt=two;empty=;old/style.txt=three;12:30.png=4;file=5;", "");
}

static void slips(void **state) {
    static const char *const names[] = {"../x", "a/../../x", "/etc/x", "..",  "a/..", "C:/x",
                                        "C:x",  "..\\x",     "\\x",    "./x", "a\nb", "a/./b"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        zip_t *z = begun();
        add(z, "good", STR("1"));
        add(z, names[i], STR("x"));
        finished(z);
        read_gives(100, 1000, ERR_INVALID, "good=1;", "The name of entry 2");
    }
    char name[ZIP_NAME_BYTES_MAX + 2];
    memset(name, 'n', sizeof name);
    name[ZIP_NAME_BYTES_MAX + 1] = 0;
    zip_t *z = begun();
    add(z, name, STR("x"));
    finished(z);
    read_gives(100, 1000, ERR_INVALID, "", "The name of entry 1");
    name[ZIP_NAME_BYTES_MAX] = 0;
    z = begun();
    add(z, name, STR("x"));
    finished(z);
    CLEANUP(buf_free) struct buf got = {0};
    assert_int_equal(zip_read(path, 100, 1000, entry_note, &got, NULL), OK);
}

static void bombs(void **state) {
    enum { BYTES = 30 * 1000 * 1000 };
    char *zeros = mem_alloc(BYTES);
    zip_t *z = begun();
    add(z, "bomb", (str){zeros, BYTES});
    finished(z);
    read_gives(1000000, BYTES, ERR_INVALID, "", "An entry of the archive unpacks to more than 1000000 bytes: bomb");
    z = begun();
    for (int i = 0; i < 5; i++) add(z, (char[]){(char)('a' + i), 0}, (str){zeros, 1000000});
    finished(z);
    CLEANUP(buf_free) struct buf got = {0};
    struct problem p = {0};
    assert_int_equal(zip_read(path, 1000000, 3000000, entry_note, &got, &p), ERR_INVALID);
    assert_non_null(strstr(p.detail, "It went too far at: d"));
    assert_int_equal(zip_read(path, 1000000, 5000000, entry_note, &got, NULL), OK);
    assert_int_equal(zip_read(path, 999999, 5000000, entry_note, &got, NULL), ERR_INVALID);
    free(zeros);
}

static void encrypted(void **state) {
    static const zip_uint16_t methods[] = {ZIP_EM_TRAD_PKWARE, ZIP_EM_AES_256};
    for (size_t i = 0; i < 2; i++) {
        zip_t *z = begun();
        zip_file_set_encryption(z, (zip_uint64_t)add(z, "secret", STR("x")), methods[i], "password");
        finished(z);
        read_gives(100, 1000, ERR_INVALID, "", "The archive is encrypted; pack it without a password. Entry: secret");
    }
}

static void other_compression(void **state) {
    if (!zip_compression_method_supported(ZIP_CM_BZIP2, 1)) skip();
    zip_t *z = begun();
    zip_set_file_compression(
        z, (zip_uint64_t)add(z, "b", STR("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")), ZIP_CM_BZIP2,
        0);
    finished(z);
    read_gives(100, 1000, ERR_INVALID, "", "not compressed with deflate");
}

static void file_get(struct buf *b) {
    FILE *f = fopen(path, "r");
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;) buf_add(b, part, n);
    fclose(f);
}

static void file_put(str bytes) {
    FILE *f = fopen(path, "w");
    fwrite(bytes.data, 1, bytes.len, f);
    fclose(f);
}

static void damaged(void **state) {
    zip_t *z = begun();
    zip_set_file_compression(z, (zip_uint64_t)add(z, "a", STR("stored content here")), ZIP_CM_STORE, 0);
    finished(z);
    CLEANUP(buf_free) struct buf whole = {0};
    file_get(&whole);
    char *content = memmem(whole.data, whole.len, "stored", 6);
    content[0] = 'S';
    file_put(buf_str(&whole));
    read_gives(100, 1000, ERR_INVALID, "", "An entry of the archive is damaged: a");
    content[0] = 's';
    for (size_t len = 0; len < whole.len; len++) {
        file_put((str){whole.data, len});
        CLEANUP(buf_free) struct buf got = {0};
        err e = zip_read(path, 100, 1000, entry_note, &got, NULL);
        assert_true(e == ERR_INVALID || (e == OK && len == 0 && got.len == 0));
    }
    file_put(STR("not a zip at all"));
    read_gives(100, 1000, ERR_INVALID, "", "not a zip archive");
    struct problem p = {0};
    assert_int_equal(zip_read("/nowhere.zip", 1, 1, entry_note, NULL, &p), ERR_NOT_FOUND);
    assert_int_equal(zip_read("/tmp", 1, 1, entry_note, NULL, &p), ERR_INVALID);
}

/* The end records tell the number of entries; it is believed only to refuse. */
static void entry_count(void **state) {
    zip_t *z = begun();
    for (int i = 0; i <= ZIP_ENTRIES_MAX; i++) {
        char name[20];
        snprintf(name, sizeof name, "%d", i);
        zip_set_file_compression(z, (zip_uint64_t)add(z, name, STR("")), ZIP_CM_STORE, 0);
    }
    finished(z);
    read_gives(100, 1000, ERR_INVALID, "", "The archive has more than 100000 files. Split it.");
    z = zip_open(path, 0, NULL);
    zip_delete(z, ZIP_ENTRIES_MAX);
    finished(z);
    CLEANUP(buf_free) struct buf got = {0};
    assert_int_equal(zip_read(path, 100, 1000, entry_note, &got, NULL), OK);
}

static err entry_refuse(void *arg, const char *name, str bytes) { return ++*(int *)arg == 2 ? ERR_BUSY : OK; }

static void caller_stops(void **state) {
    zip_t *z = begun();
    for (int i = 0; i < 4; i++) add(z, (char[]){(char)('a' + i), 0}, STR("x"));
    finished(z);
    int count = 0;
    assert_int_equal(zip_read(path, 100, 1000, entry_refuse, &count, NULL), ERR_BUSY);
    assert_int_equal(count, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain),
        cmocka_unit_test(slips),
        cmocka_unit_test(bombs),
        cmocka_unit_test(encrypted),
        cmocka_unit_test(other_compression),
        cmocka_unit_test(damaged),
        cmocka_unit_test(entry_count),
        cmocka_unit_test(caller_stops),
    };
    return cmocka_run_group_tests(tests, path_make, path_remove);
}
