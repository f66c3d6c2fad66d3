/* Tests of picture_check, with pictures made here by libvips. This program is its own picture checker: started with
 * "picture-check" it does what `faena picture-check` does. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <vips/vips.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/limits.h"
#include "files/files_internal.h"

static const char self[] = "/proc/self/exe";

/* Noise, so that every format has many bytes to lose. */
static bool picture_make(int width, int height, const char *ending, struct buf *out) {
    VipsImage *noise = NULL, *bytes = NULL;
    void *data = NULL;
    size_t len = 0;
    buf_clear(out);
    if (vips_gaussnoise(&noise, width, height, "mean", 128.0, "sigma", 40.0, "seed", 1, NULL) != 0) return false;
    bool made =
        vips_cast_uchar(noise, &bytes, NULL) == 0 && vips_image_write_to_buffer(bytes, ending, &data, &len, NULL) == 0;
    if (made) buf_add(out, data, len);
    g_free(data);
    g_object_unref(noise);
    if (bytes) g_object_unref(bytes);
    return made;
}

static void refused(str bytes, const char *detail) {
    struct picture_info info;
    struct problem p = {0};
    err e = picture_check(self, bytes, &info, &p);
    if (e != ERR_PICTURE_INVALID || !strstr(p.detail, detail)) print_message("# %d %s\n", (int)e, p.detail);
    assert_int_equal(e, ERR_PICTURE_INVALID);
    assert_non_null(strstr(p.detail, detail));
}

static void accepted(str bytes, const char *type, int width, int height) {
    struct picture_info info;
    struct problem p = {0};
    err e = picture_check(self, bytes, &info, &p);
    if (e != OK) print_message("# %s: %s\n", type, p.detail);
    assert_int_equal(e, OK);
    assert_string_equal(info.type, type);
    assert_int_equal(info.width, width);
    assert_int_equal(info.height, height);
}

static const struct {
    const char *ending, *type;
} formats[] = {
    {".jpg", "image/jpeg"},  {".jpg[interlace]", "image/jpeg"}, {".png", "image/png"}, {".png[interlace]", "image/png"},
    {".webp", "image/webp"}, {".webp[lossless]", "image/webp"}, {".gif", "image/gif"}, {".avif", "image/avif"},
};

/* AVIF needs a codec that a build of libvips need not have. */
static bool made(size_t i, int width, int height, struct buf *out) {
    bool good = picture_make(width, height, formats[i].ending, out);
    if (!good) print_message("# libvips cannot write %s\n", formats[i].ending);
    assert_true(good || strcmp(formats[i].ending, ".avif") == 0 || strcmp(formats[i].ending, ".gif") == 0);
    return good;
}

static void whole_pictures(void **state) {
    CLEANUP(buf_free) struct buf picture = {0};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (!made(i, 64, 48, &picture)) continue;
        assert_string_equal(picture_type((str){picture.data, 32}), formats[i].type);
        accepted(buf_str(&picture), formats[i].type, 64, 48);
    }
}

static void cut_pictures(void **state) {
    CLEANUP(buf_free) struct buf picture = {0};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (!made(i, 200, 200, &picture)) continue;
        refused((str){picture.data, picture.len / 2}, "cannot be decoded");
        refused((str){picture.data, picture.len * 9 / 10}, "cannot be decoded");
        refused((str){picture.data, 40}, "cannot be decoded");
    }
}

static void other_files(void **state) {
    static const char not_one[] = "not a JPEG, PNG, WebP, GIF or AVIF";
    CLEANUP(buf_free) struct buf picture = {0};
    refused(STR(""), not_one);
    refused(STR("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"5\" height=\"5\"><rect width=\"5\" "
                "height=\"5\"/></svg>"),
            not_one);
    refused(STR("%PDF-1.4\n1 0 obj"), not_one);
    refused(STR("P5 2 2 255 abcd"), not_one);
    refused(STR("\0\0\0\x18"
                "ftypheic\0\0\0\0mif1heic"),
            not_one);
    assert_true(picture_make(8, 8, ".tif", &picture));
    refused(buf_str(&picture), not_one);
    refused(STR("GIF89a"), "cannot be decoded");
    refused(STR("\xFF\xD8\xFF\xE0"), "cannot be decoded");
    refused(STR("\0\0\0\x18"
                "ftypavif\0\0\0\0mif1avif"),
            "cannot be decoded");
    uint32_t seed = 1;
    for (int i = 0; i < 8; i++) { /* noise behind a good beginning */
        static const str heads[] = {
            {"\xFF\xD8\xFF", 3}, {"\x89PNG\r\n\x1A\n", 8}, {"GIF89a", 6}, {"RIFF\0\1\0\0WEBPVP8 ", 16}};
        buf_clear(&picture);
        buf_add_str(&picture, heads[i % 4]);
        for (int k = 0; k < 5000; k++) buf_add_char(&picture, (char)((seed = seed * 1664525 + 1013904223) >> 24));
        refused(buf_str(&picture), "cannot be decoded");
    }
}

static uint32_t png_crc(uint32_t crc, str bytes) {
    for (size_t i = 0; i < bytes.len; i++) {
        crc ^= (unsigned char)bytes.data[i];
        for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }
    return crc;
}

static void png_chunk(struct buf *out, const char *type, str content) {
    unsigned char number[4];
    uint32_t sum = ~png_crc(png_crc(~0U, (str){type, 4}), content);
    for (int i = 0; i < 4; i++) number[i] = (unsigned char)(content.len >> (24 - 8 * i));
    buf_add(out, number, 4);
    buf_add(out, type, 4);
    buf_add_str(out, content);
    for (int i = 0; i < 4; i++) number[i] = (unsigned char)(sum >> (24 - 8 * i));
    buf_add(out, number, 4);
}

/* A PNG that declares any size, with little in it. */
static void png_declare(struct buf *out, uint32_t width, uint32_t height) {
    unsigned char header[13] = {[8] = 8, [9] = 2};
    for (int i = 0; i < 4; i++) {
        header[i] = (unsigned char)(width >> (24 - 8 * i));
        header[4 + i] = (unsigned char)(height >> (24 - 8 * i));
    }
    buf_clear(out);
    buf_add(out, "\x89PNG\r\n\x1A\n", 8);
    png_chunk(out, "IHDR", (str){(const char *)header, 13});
    png_chunk(out, "IDAT", (str){"x\x9C\x63\0\0\0\1\0\1", 9});
    png_chunk(out, "IEND", (str){"", 0});
}

static void sizes(void **state) {
    CLEANUP(buf_free) struct buf picture = {0};
    png_declare(&picture, 60000, 60000);
    refused(buf_str(&picture), "more than 20000 pixels wide or high");
    png_declare(&picture, 20001, 1);
    refused(buf_str(&picture), "more than 20000 pixels wide or high");
    png_declare(&picture, 1, 20001);
    refused(buf_str(&picture), "more than 20000 pixels wide or high");
    png_declare(&picture, 20000, 5001);
    refused(buf_str(&picture), "more than 100 million pixels");
    assert_true(picture_make(20000, 2, ".png", &picture));
    accepted(buf_str(&picture), "image/png", 20000, 2);
    struct buf large = {mem_alloc(PICTURE_BYTES_MAX + 1), PICTURE_BYTES_MAX + 1, PICTURE_BYTES_MAX + 1};
    memcpy(large.data, "\xFF\xD8\xFF", 3);
    refused(buf_str(&large), "more than 64 MB");
    large.len--;
    refused(buf_str(&large), "cannot be decoded");
    buf_free(&large);
}

/* The largest that is taken must fit in the child's memory and time. */
static void largest(void **state) {
    static const char *const endings[] = {".jpg[Q=60]", ".jpg[interlace,Q=60]", ".png[compression=1]",
                                          ".png[interlace,compression=1]", ".webp[effort=0]"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        VipsImage *black = NULL;
        void *data = NULL;
        size_t len = 0;
        assert_int_equal(vips_black(&black, 12500, 8000, "bands", 3, NULL), 0);
        assert_int_equal(vips_image_write_to_buffer(black, endings[i], &data, &len, NULL), 0);
        int64_t begin = clock_monotonic_usec();
        accepted((str){data, len}, i < 2 ? "image/jpeg" : i < 4 ? "image/png" : "image/webp", 12500, 8000);
        print_message("# 100 million pixels as %s: %lld ms\n", endings[i],
                      (long long)(clock_monotonic_usec() - begin) / 1000);
        g_free(data);
        g_object_unref(black);
    }
}

static void animations(void **state) {
    VipsImage *frames = NULL, *bytes = NULL;
    static const char *const endings[] = {".gif", ".webp"}, *const types[] = {"image/gif", "image/webp"};
    for (size_t i = 0; i < 2; i++) {
        void *data = NULL;
        size_t len = 0;
        assert_int_equal(vips_gaussnoise(&frames, 50, 120, "mean", 128.0, "sigma", 40.0, NULL), 0);
        assert_int_equal(vips_cast_uchar(frames, &bytes, NULL), 0);
        VipsImage *own = vips_image_copy_memory(bytes);
        vips_image_set_int(own, "page-height", 40);
        if (vips_image_write_to_buffer(own, endings[i], &data, &len, NULL) == 0) {
            accepted((str){data, len}, types[i], 50, 40);
            refused((str){data, len * 3 / 4}, "cannot be decoded");
        }
        g_free(data);
        g_object_unref(own);
        g_object_unref(bytes);
        g_object_unref(frames);
    }
}

/* Programs that are not what they should be. */
static void child_troubles(void **state) {
    static const struct {
        const char *script;
        err expected;
    } cases[] = {
        {"exit 0", ERR_PICTURE_INVALID},
        {"exit 1", ERR_PICTURE_INVALID},
        {"cat >/dev/null; echo image/png 8 8", OK},
        {"echo image/png 8 8", OK}, /* without reading */
        {"cat >/dev/null; echo image/png 8 8 8", ERR_PICTURE_INVALID},
        {"cat >/dev/null; echo image/png 8 99999", ERR_PICTURE_INVALID},
        {"cat >/dev/null; echo image/png 8 -1", ERR_PICTURE_INVALID},
        {"cat >/dev/null; echo image/jpeg 8 8", ERR_PICTURE_INVALID},
        {"cat >/dev/null; echo image/png 8 8; exit 3", ERR_PICTURE_INVALID},
        {"cat >/dev/null; echo image/png 8 8; kill -SEGV $$", ERR_PICTURE_INVALID},
        {"while :; do echo much too much; done", ERR_PICTURE_INVALID},
        {"sleep 100", ERR_PICTURE_INVALID}, /* late */
        {"exec 0<&- 1>&-; sleep 100", ERR_PICTURE_INVALID},
        {"echo x > /tmp/faena-picture-test-written; echo image/png 8 8", ERR_PICTURE_INVALID}, /* file size limit */
        {"env | grep -q HOME || { cat >/dev/null; echo image/png 8 8; }", OK},
    };
    char path[] = "/tmp/faena-picture-XXXXXX";
    CLEANUP(buf_free) struct buf picture = {0};
    assert_true(picture_make(300, 300, ".png", &picture));
    struct picture_info info;
    struct problem p = {0};
    assert_int_equal(picture_check("/nowhere/faena", buf_str(&picture), &info, &p), ERR_SYSTEM);
    assert_non_null(strstr(p.detail, "/nowhere/faena"));
    close(mkstemp(path));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        FILE *f = fopen(path, "w");
        fprintf(f, "#!/bin/sh\n%s\n", cases[i].script);
        fclose(f);
        chmod(path, 0700);
        int64_t begin = clock_monotonic_usec();
        int seconds_max = strstr(cases[i].script, "sleep") ? 1 : 30;
        err e = picture_check_within(path, buf_str(&picture), seconds_max, &info, &p);
        if (e != cases[i].expected) print_message("# %s: %s\n", cases[i].script, p.detail);
        assert_int_equal(e, cases[i].expected);
        assert_true(clock_monotonic_usec() - begin < 60000000); /* not the time of its sleep */
    }
    unlink(path);
    unlink("/tmp/faena-picture-test-written");
}

/* What the sandbox forbids and what it must let pass. */
static void *thread_run(void *arg) { return arg; }

static void sandbox(void **state) {
#if !defined __x86_64__ && !defined __aarch64__
    skip();
#endif
    pid_t pid = fork();
    if (pid == 0) {
        if (!picture_sandbox()) _exit(11);
        if (syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY) >= 0) _exit(1);
        if (syscall(SYS_socket, AF_INET, SOCK_STREAM, 0) >= 0) _exit(2);
        if (syscall(SYS_kill, getppid(), 0) == 0) _exit(3);
        if (syscall(SYS_tgkill, getppid(), getppid(), 0) == 0 || errno != EPERM) _exit(9);
        if (syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), 0) != 0) _exit(10);
        if (syscall(SYS_unlinkat, AT_FDCWD, "/tmp/faena-none", 0) == 0 || errno != EPERM) _exit(4);
        if (syscall(SYS_execve, "/bin/true", NULL, NULL) == 0 || errno != EPERM) _exit(5);
        if (syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL) >= 0) _exit(6);
        pthread_t thread;
        if (pthread_create(&thread, NULL, thread_run, NULL) != 0 || pthread_join(thread, NULL) != 0) _exit(7);
        char *memory = malloc(10000000);
        if (!memory) _exit(8);
        free(memory);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* A photo lying on its side, with a remark in it: the copy stands upright, says nothing and is small. */
static void copies(void **state) {
    VipsImage *noise = NULL, *bytes = NULL, *photo = NULL;
    void *data = NULL;
    size_t len = 0;
    assert_int_equal(vips_gaussnoise(&noise, 1200, 900, "mean", 128.0, "sigma", 40.0, "seed", 1, NULL), 0);
    assert_int_equal(vips_cast_uchar(noise, &bytes, NULL), 0);
    assert_int_equal(vips_copy(bytes, &photo, NULL), 0);
    vips_image_set_int(photo, VIPS_META_ORIENTATION, 6);
    vips_image_set_string(photo, "exif-ifd0-ImageDescription", "where I live (where I live, ASCII, 12 components)");
    assert_int_equal(vips_jpegsave_buffer(photo, &data, &len, NULL), 0);
    assert_non_null(memmem(data, len, "where I live", 12));
    char directory[] = "/tmp/faena-copies-XXXXXX", name[BLOB_NAME_BYTES];
    assert_non_null(mkdtemp(directory));
    struct files *files;
    struct problem p = {0};
    assert_int_equal(files_open(directory, &files, &p), OK);
    assert_int_equal(files_put(files, (str){data, len}, name, &p), OK);
    static const struct { int width, bytes_max; } sizes[] = {{320, 15 * 1024}, {640, 45 * 1024}};
    for (int form = 0; form < PICTURE_FORMS; form++)
        for (int i = 0; i < 2; i++) {
            int fd;
            int64_t size;
            enum picture_form f = (enum picture_form)form;
            assert_int_equal(picture_copy_open(files, name, sizes[i].width, f, &fd, &size), ERR_NOT_FOUND);
            assert_int_equal(picture_copy_make(files, self, name, sizes[i].width, f, &p), OK);
            assert_int_equal(picture_copy_open(files, name, sizes[i].width, f, &fd, &size), OK);
            CLEANUP(buf_free) struct buf copy = {0};
            buf_reserve(&copy, (size_t)size + 1);
            copy.len = (size_t)read(fd, copy.data, (size_t)size);
            close(fd);
            struct picture_info info;
            assert_int_equal(picture_check(self, buf_str(&copy), &info, &p), OK);
            assert_int_equal(info.width, sizes[i].width);
            assert_int_equal(info.height, (sizes[i].width * 1200 + 450) / 900);
            assert_string_equal(info.type, picture_form_type(f));
            assert_null(memmem(copy.data, copy.len, "where I live", 12));
            /* Noise is the worst there is; what is asked for holds for photos, so it is only bounded here. */
            assert_true(size < 6 * sizes[i].bytes_max);
        }
    assert_int_equal(picture_copy_make(files, self, "0123456789012345678901234567890123456789", 320, PICTURE_JPEG, &p),
                     ERR_NOT_FOUND);
    assert_int_equal(files_put(files, STR("no picture"), name, &p), OK);
    assert_int_equal(picture_copy_make(files, self, name, 320, PICTURE_JPEG, &p), ERR_PICTURE_INVALID);
    files_close(files);
    char *const argv[] = {"rm", "-rf", directory, NULL};
    pid_t pid;
    assert_int_equal(posix_spawnp(&pid, "rm", NULL, NULL, argv, environ), 0);
    waitpid(pid, NULL, 0);
    g_free(data);
    g_object_unref(photo);
    g_object_unref(bytes);
    g_object_unref(noise);
}

static bool holds(str s, const char *text) { return memmem(s.data, s.len, text, strlen(text)) != NULL; }

/* What is kept of a picture; nothing where there is nothing to cut. */
static bool strip(str picture, struct buf *out) {
    struct problem p = {0};
    if (picture_strip(picture, out, &p) != OK) fail_msg("%s", p.detail);
    return out->len > 0;
}

static void strip_refused(str picture) {
    struct problem p = {0};
    CLEANUP(buf_free) struct buf out = {0};
    assert_int_equal(picture_strip(picture, &out, &p), ERR_PICTURE_INVALID);
    assert_non_null(strstr(p.detail, "cannot be cut out"));
}

static void same_pixels(str a, str b) {
    VipsImage *one = NULL, *other = NULL, *up_one = NULL, *up_other = NULL, *off = NULL;
    double most;
    one = vips_image_new_from_buffer(a.data, a.len, "", NULL);
    other = vips_image_new_from_buffer(b.data, b.len, "", NULL);
    assert_true(one && other);
    assert_int_equal(vips_autorot(one, &up_one, NULL), 0);
    assert_int_equal(vips_autorot(other, &up_other, NULL), 0);
    assert_int_equal(vips_image_get_width(up_one), vips_image_get_width(up_other));
    assert_int_equal(vips_subtract(up_one, up_other, &off, NULL), 0);
    VipsImage *absolute = NULL;
    assert_int_equal(vips_abs(off, &absolute, NULL), 0);
    assert_int_equal(vips_max(absolute, &most, NULL), 0);
    assert_true(most == 0);
    VipsImage *done[] = {one, other, up_one, up_other, off, absolute};
    for (int i = 0; i < 6; i++) g_object_unref(done[i]);
}

/* A photo says where it was taken; what is stored of it does not, and looks the same. */
static void metadata(void **state) {
    static const char *const endings[] = {".jpg", ".jpg[interlace]", ".png", ".webp", ".webp[lossless]"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        for (int orientation = 1; orientation <= (i < 2 ? 8 : 1); orientation += 5) {
            VipsImage *noise = NULL, *bytes = NULL, *photo = NULL;
            void *data = NULL;
            size_t len = 0;
            CLEANUP(buf_free) struct buf kept = {0}, again = {0};
            assert_int_equal(vips_gaussnoise(&noise, 120, 90, "mean", 128.0, "sigma", 40.0, "seed", 3, NULL), 0);
            assert_int_equal(vips_cast_uchar(noise, &bytes, NULL), 0);
            assert_int_equal(vips_copy(bytes, &photo, NULL), 0);
            if (orientation > 1) vips_image_set_int(photo, VIPS_META_ORIENTATION, orientation);
            vips_image_set_string(photo, "exif-ifd3-GPSLatitude",
                                  "40/1 26/1 46/1 (40, 26, 46, Rational, 3 components, 24 bytes)");
            vips_image_set_string(photo, "exif-ifd0-ImageDescription",
                                  "where I live (where I live, ASCII, 13 components, 13 bytes)");
            assert_int_equal(vips_image_write_to_buffer(photo, endings[i], &data, &len, NULL), 0);
            CLEANUP(buf_free) struct buf photo_bytes = {0};
            buf_add(&photo_bytes, data, i == 2 ? 33 : len); /* of a PNG its first chunk */
            if (i == 2) png_chunk(&photo_bytes, "tEXt", STR("Comment\0where I live"));
            if (i == 2) buf_add(&photo_bytes, (char *)data + 33, len - 33);
            str whole = buf_str(&photo_bytes);
            if (!holds(whole, "where I live")) fail_msg("%s tells nothing", endings[i]);
            if (!strip(whole, &kept)) fail_msg("%s, turned %d", endings[i], orientation);
            assert_false(holds(buf_str(&kept), "where I live"));
            assert_false(holds(buf_str(&kept), "GPS"));
            assert_true(kept.len < whole.len);
            assert_false(strip(buf_str(&kept), &again));
            same_pixels(whole, buf_str(&kept));
            if (i < 2) { /* a remark, a second picture behind it, cut off */
                CLEANUP(buf_free) struct buf more = {0};
                buf_add(&more, kept.data, 2);
                buf_add(&more, "\xFF\xFE\0\x0Bmy house\0", 13);
                buf_add(&more, kept.data + 2, kept.len - 2);
                buf_add_text(&more, "and 40 26 46 behind it");
                assert_true(strip(buf_str(&more), &again));
                assert_true(str_equal(buf_str(&again), buf_str(&kept)));
                /* without its end, as some cameras write it: cut all the same */
                assert_true(strip((str){data, len - 2}, &again));
                assert_false(holds(buf_str(&again), "where I live"));
                strip_refused((str){data, 40});
            }
            g_free(data);
            g_object_unref(photo);
            g_object_unref(bytes);
            g_object_unref(noise);
        }
    strip_refused(STR("GIF89a and then what there is"));
    strip_refused(STR(""));
}

/* Two frames, shown for ever; remarks, text, other programs' blocks and what stands behind the end go. */
static void metadata_of_gif(void **state) {
    static const char begin[] = "GIF89a\2\0\2\0\x80\0\0\0\0\0\xff\xff\xff";
    static const char forever[] = "\x21\xff\x0bNETSCAPE2.0\3\1\0\0", control[] = "\x21\xf9\4\0\5\0\0";
    static const char frame[] = "\x2c\0\0\0\0\2\0\2\0\0\2\3\x44\x18\x14";
    static const char remark[] = "\x21\xfe\x0cwhere I live", xmp[] = "\x21\xff\x0bXMP DataXMP\4GPS!\1\xff";
    static const char text[] = "\x21\1\x0c\0\0\0\0\0\0\0\0\1\1\0\1\3GPS";
    CLEANUP(buf_free) struct buf plain = {0}, telling = {0}, kept = {0};
    buf_add(&plain, begin, sizeof begin - 1);
    buf_add_str(&telling, buf_str(&plain));
    buf_add(&telling, remark, sizeof remark);
    buf_add(&telling, xmp, sizeof xmp);
    buf_add(&plain, forever, sizeof forever);
    buf_add(&telling, forever, sizeof forever);
    for (int i = 0; i < 2; i++) {
        buf_add(&plain, control, sizeof control);
        buf_add(&plain, frame, sizeof frame);
        buf_add(&telling, text, sizeof text);
        buf_add(&telling, control, sizeof control);
        buf_add(&telling, frame, sizeof frame);
    }
    buf_add_char(&plain, ';');
    str bare = buf_str(&telling); /* no end either */
    assert_true(strip(bare, &kept));
    assert_true(str_equal(buf_str(&kept), buf_str(&plain)));
    buf_add_text(&telling, "; and 40 26 46 behind it");
    assert_true(strip(buf_str(&telling), &kept));
    assert_true(str_equal(buf_str(&kept), buf_str(&plain)));
    assert_false(strip(buf_str(&plain), &kept));
    accepted(buf_str(&plain), "image/gif", 2, 2);
    for (size_t len = 16; len < plain.len - 1; len++) { /* cut within a block: refused, between two: another end */
        struct problem p = {0};
        err e = picture_strip((str){plain.data, len}, &kept, &p);
        assert_true(e == ERR_PICTURE_INVALID || kept.data[kept.len - 1] == ';');
    }
}

static void metadata_of_avif(void **state) {
    static const char said[] = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>where I live</x:xmpmeta>";
    VipsImage *noise = NULL, *bytes = NULL, *photo = NULL;
    void *data = NULL;
    size_t len = 0;
    CLEANUP(buf_free) struct buf kept = {0}, more = {0}, again = {0};
    assert_int_equal(vips_gaussnoise(&noise, 120, 90, "mean", 128.0, "sigma", 40.0, "seed", 3, NULL), 0);
    assert_int_equal(vips_cast_uchar(noise, &bytes, NULL), 0);
    assert_int_equal(vips_copy(bytes, &photo, NULL), 0);
    vips_image_set_string(photo, "exif-ifd3-GPSLatitude",
                          "40/1 26/1 46/1 (40, 26, 46, Rational, 3 components, 24 bytes)");
    vips_image_set_string(photo, "exif-ifd0-ImageDescription", "my house (my house, ASCII, 9 components, 9 bytes)");
    vips_image_set_blob_copy(photo, VIPS_META_XMP_NAME, said, sizeof said - 1);
    if (vips_image_write_to_buffer(photo, ".avif[lossless]", &data, &len, NULL) == 0) {
        str whole = {data, len};
        assert_true(holds(whole, "where I live") && holds(whole, "my house"));
        assert_true(strip(whole, &kept));
        assert_false(holds(buf_str(&kept), "where I live"));
        assert_false(holds(buf_str(&kept), "my house"));
        assert_int_equal(kept.len, len);
        assert_false(strip(buf_str(&kept), &again));
        same_pixels(whole, buf_str(&kept));
        accepted(buf_str(&kept), "image/avif", 120, 90);
        /* a box of somebody's own behind it; a film; cut anywhere */
        buf_add_str(&more, buf_str(&kept));
        buf_add(&more, "\0\0\0\x14uuidwhere I live", 20);
        assert_true(strip(buf_str(&more), &again));
        assert_false(holds(buf_str(&again), "where I live"));
        memcpy(more.data + kept.len + 4, "moov", 4);
        strip_refused(buf_str(&more));
        for (size_t at = 16; at < len; at += at < 600 ? 1 : 97) {
            struct problem p = {0};
            assert_int_equal(picture_strip((str){data, at}, &again, &p), ERR_PICTURE_INVALID);
        }
        for (size_t at = 4; at < 400 && at < len; at++) { /* a byte is wrong: whatever comes of it, no trouble */
            struct problem p = {0};
            buf_clear(&more);
            buf_add_str(&more, whole);
            more.data[at] = (char)(more.data[at] ^ 0xFF);
            (void)picture_strip(buf_str(&more), &again, &p);
        }
    } else {
        print_message("# libvips cannot write .avif\n");
    }
    g_free(data);
    g_object_unref(photo);
    g_object_unref(bytes);
    g_object_unref(noise);
}

static void forms(void **state) {
    static const struct {
        const char *accept;
        enum picture_form form;
    } cases[] = {{NULL, PICTURE_JPEG},
                 {"*/*", PICTURE_JPEG},
                 {"image/avif,image/webp,*/*;q=0.8", PICTURE_AVIF},
                 {"image/webp;q=0.1", PICTURE_WEBP},
                 {"image/avif;q=0.0,image/webp", PICTURE_WEBP},
                 {"image/avifx, ximage/webp", PICTURE_JPEG},
                 {"text/html, IMAGE/AVIF ;q=1", PICTURE_AVIF},
                 {"image/avif; q=", PICTURE_JPEG}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(picture_form_choose(cases[i].accept), cases[i].form);
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "picture-check") == 0) return picture_check_main();
    if (argc == 4 && strcmp(argv[1], "picture-check") == 0) return picture_copy_main(atoi(argv[2]), argv[3]);
    if (VIPS_INIT(argv[0]) != 0) return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_pictures),   cmocka_unit_test(cut_pictures),
        cmocka_unit_test(other_files),      cmocka_unit_test(sizes),
        cmocka_unit_test(largest),          cmocka_unit_test(animations),
        cmocka_unit_test(child_troubles),   cmocka_unit_test(sandbox),
        cmocka_unit_test(copies),           cmocka_unit_test(forms),
        cmocka_unit_test(metadata),         cmocka_unit_test(metadata_of_gif),
        cmocka_unit_test(metadata_of_avif),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
