/* Tests of sound_copy.c: with programs that are not what they should be, and with ffmpeg where it is installed. */
#include <ftw.h>
#include <linux/landlock.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "files/files_internal.h"

static const char ffmpeg[] = "/usr/bin/ffmpeg";
static char directory[] = "/tmp/faena-sound-XXXXXX";
static struct files *files;

static void put16(struct buf *b, unsigned value) {
    buf_add_char(b, (char)value);
    buf_add_char(b, (char)(value >> 8));
}

static void put32(struct buf *b, unsigned value) {
    put16(b, value & 0xFFFF);
    put16(b, value >> 16);
}

/* Two channels of 16 bits at 16 kHz, with a remark behind them. */
static void wave_store(int seconds, char name[BLOB_NAME_BYTES]) {
    CLEANUP(buf_free) struct buf wave = {0};
    unsigned count = (unsigned)seconds * 16000, remark = 26;
    buf_add_text(&wave, "RIFF");
    put32(&wave, 36 + count * 4 + 8 + remark);
    buf_add_text(&wave, "WAVEfmt ");
    put32(&wave, 16);
    put16(&wave, 1);
    put16(&wave, 2);
    put32(&wave, 16000);
    put32(&wave, 64000);
    put16(&wave, 4);
    put16(&wave, 16);
    buf_add_text(&wave, "data");
    put32(&wave, count * 4);
    for (unsigned i = 0; i < count; i++) {
        int value = (int)((i * 37) % 2000) - 1000;
        put16(&wave, (unsigned)value & 0xFFFF);
        put16(&wave, (unsigned)-value & 0xFFFF);
    }
    buf_add_text(&wave, "LIST");
    put32(&wave, remark);
    buf_add_text(&wave, "INFOICMT");
    put32(&wave, 14);
    buf_add(&wave, "where I live \0", 14);
    struct problem p = {0};
    assert_int_equal(files_put(files, buf_str(&wave), name, &p), OK);
}

static bool copy_read(const char *name, struct buf *out) {
    int fd;
    int64_t bytes;
    if (sound_copy_open(files, name, &fd, &bytes) != OK) return false;
    buf_clear(out);
    buf_reserve(out, (size_t)bytes + 1);
    assert_int_equal(read(fd, out->data, (size_t)bytes), bytes);
    out->len = (size_t)bytes;
    close(fd);
    return true;
}

static bool has_landlock(void) {
    return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

static void program_troubles(void **state) {
    static const struct {
        const char *script;
        err expected;
    } cases[] = {
        {"exit 1", ERR_INVALID},
        {"exit 0", ERR_INVALID},
        {"kill -SEGV $$", ERR_INVALID},
        {"printf OggSOggSOggSOggSOggSOggSOggSOpusHeadOggSOggS; exit 1", ERR_INVALID},
        {"printf '<html>this is no sound at all, whatever is said</html>'", ERR_INVALID},
        {"env | grep -q HOME && exit 1; cmp -n 4 - /proc/self/fd/0; printf "
         "OggSOggSOggSOggSOggSOggSOggSOpusHeadOggSOggS",
         OK},
        /* what it may not: write, end the server, reach the network; and read what is ours, where there is Landlock */
        {"echo x > /tmp/faena-sound-written && exit 1; kill -0 $PPID && exit 1; mkdir /tmp/faena-sound-folder && exit "
         "1; "
         "python3 -c 'import socket; socket.socket()' && exit 1; printf "
         "OggSOggSOggSOggSOggSOggSOggSOpusHeadOggSOggS",
         OK},
        {"cat /etc/passwd && exit 1; cat /proc/1/environ && exit 1; printf "
         "OggSOggSOggSOggSOggSOggSOggSOpusHeadOggSOggS",
         OK},
    };
    char name[BLOB_NAME_BYTES], path[] = "/tmp/faena-ffmpeg-XXXXXX";
    struct problem p = {0};
    CLEANUP(buf_free) struct buf copy = {0};
    wave_store(1, name);
    assert_int_equal(sound_copy_make(files, "/nowhere/ffmpeg", name, &p), ERR_INVALID);
    assert_false(sound_copies_possible("/nowhere/ffmpeg"));
    close(mkstemp(path));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        FILE *f = fopen(path, "w");
        fprintf(f, "#!/bin/sh\n%s\n", cases[i].script);
        fclose(f);
        chmod(path, 0700);
        if (strstr(cases[i].script, "/etc/passwd") && !has_landlock()) continue;
        assert_true(cases[i].expected == OK || !copy_read(name, &copy));
        if (sound_copy_make(files, path, name, &p) != cases[i].expected) fail_msg("%s: %s", cases[i].script, p.detail);
    }
    assert_int_not_equal(access("/tmp/faena-sound-written", F_OK), 0);
    assert_true(copy_read(name, &copy));
    assert_int_equal(files_put(files, STR("<html>no sound</html>"), name, &p), OK);
    assert_int_equal(sound_copy_make(files, path, name, &p), ERR_INVALID);
    assert_int_equal(sound_copy_make(files, path, "0123456789abcdef0123456789abcdef01234567", &p), ERR_NOT_FOUND);
    assert_int_equal(sound_copy_make(files, path, "../../etc/passwd", &p), ERR_NOT_FOUND);
    unlink(path);
}

static void copies_are_small(void **state) {
    if (!sound_copies_possible(ffmpeg)) skip();
    char name[BLOB_NAME_BYTES];
    struct problem p = {0};
    CLEANUP(buf_free) struct buf copy = {0};
    wave_store(20, name);
    if (sound_copy_make(files, ffmpeg, name, &p) != OK) fail_msg("%s", p.detail);
    assert_true(copy_read(name, &copy));
    assert_string_equal(media_type(buf_str(&copy)), "audio/ogg");
    assert_true(copy.len > 1000 && copy.len < 20 * 16000 / 8 * 3 / 2); /* 16 kbit/s, and what Ogg puts around it */
    assert_null(memmem(copy.data, copy.len, "where I live", 12));
    /* cut off in its middle: a shorter copy or none, but no trouble */
    int fd;
    int64_t bytes;
    assert_int_equal(files_open_blob(files, name, &fd, &bytes), OK);
    char *half = mem_alloc((size_t)bytes / 2);
    assert_int_equal(read(fd, half, (size_t)bytes / 2), bytes / 2);
    close(fd);
    assert_int_equal(files_put(files, (str){half, (size_t)bytes / 2}, name, &p), OK);
    err e = sound_copy_make(files, ffmpeg, name, &p);
    assert_true(e == OK || e == ERR_INVALID);
    free(half);
}

static int group_begin(void **state) {
    struct problem p = {0};
    return mkdtemp(directory) && files_open(directory, &files, &p) == OK ? 0 : -1;
}

static int entry_remove(const char *path, const struct stat *st, int kind, struct FTW *place) { return remove(path); }

static int group_end(void **state) {
    files_close(files);
    return nftw(directory, entry_remove, 16, FTW_DEPTH | FTW_PHYS);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(program_troubles), cmocka_unit_test(copies_are_small)};
    return cmocka_run_group_tests(tests, group_begin, group_end);
}
