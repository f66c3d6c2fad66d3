/* Tests of picture_tiles.c. This program is its own picture checker, as picture_test.c is. */
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <vips/vips.h>

#include "base/arena.h"
#include "base/buf.h"
#include "files/files_internal.h"
#include "files/picture_tiles.h"

static const char self[] = "/proc/self/exe";
static char directory[] = "/tmp/faena-tiles-XXXXXX";
static struct files *files;

/* Every pixel tells where it is: red from the left, green from the top. Saved with an orientation, as cameras do. */
static void stored(int width, int height, int orientation, const char *ending, char name[BLOB_NAME_BYTES]) {
    VipsImage *place = NULL, *scaled = NULL, *bytes = NULL, *blue = NULL, *all = NULL, *kept = NULL;
    double by[] = {255.0 / width, 255.0 / height}, zero[] = {0, 0};
    void *data = NULL;
    size_t len = 0;
    assert_int_equal(vips_xyz(&place, width, height, NULL), 0);
    assert_int_equal(vips_linear(place, &scaled, by, zero, 2, NULL), 0);
    assert_int_equal(vips_bandjoin_const1(scaled, &blue, 90, NULL), 0);
    assert_int_equal(vips_cast_uchar(blue, &bytes, NULL), 0);
    assert_int_equal(vips_copy(bytes, &all, "interpretation", VIPS_INTERPRETATION_sRGB, NULL), 0);
    kept = vips_image_copy_memory(all);
    if (orientation) vips_image_set_int(kept, VIPS_META_ORIENTATION, orientation);
    assert_int_equal(vips_image_write_to_buffer(kept, ending, &data, &len, NULL), 0);
    struct problem p = {0};
    assert_int_equal(files_put(files, (str){data, len}, name, &p), OK);
    g_free(data);
    VipsImage *done[] = {place, scaled, bytes, blue, all, kept};
    for (int i = 0; i < 6; i++) g_object_unref(done[i]);
}

static VipsImage *tile(const char *name, int level, int column, int row) {
    int fd;
    int64_t offset, bytes;
    assert_int_equal(picture_tile_open(files, name, level, column, row, &fd, &offset, &bytes), OK);
    char *data = mem_alloc((size_t)bytes);
    assert_int_equal(pread(fd, data, (size_t)bytes, offset), bytes);
    close(fd);
    VipsImage *image = NULL, *kept;
    assert_int_equal(vips_jpegload_buffer(data, (size_t)bytes, &image, NULL), 0);
    kept = vips_image_copy_memory(image);
    g_object_unref(image);
    free(data);
    return kept;
}

static void pixel_is(VipsImage *image, int x, int y, int red, int green) {
    double *values = NULL;
    int bands;
    assert_int_equal(vips_getpoint(image, &values, &bands, x, y, NULL), 0);
    assert_int_equal(bands, 3);
    if (abs((int)values[0] - red) > 8 || abs((int)values[1] - green) > 8)
        fail_msg("at %d,%d: red %g green %g, not %d %d", x, y, values[0], values[1], red, green);
    g_free(values);
}

static void cuts_a_big_picture(void **state) {
    char name[BLOB_NAME_BYTES];
    struct problem p = {0};
    struct picture_tiles tiles;
    stored(2500, 1300, 0, ".jpg[Q=95]", name);
    assert_int_equal(picture_tiles_read(files, name, &tiles), ERR_NOT_FOUND);
    if (picture_tiles_make(files, self, name, &p) != OK) fail_msg("%s", p.detail);
    assert_int_equal(picture_tiles_read(files, name, &tiles), OK);
    assert_int_equal(tiles.width, 2500);
    assert_int_equal(tiles.height, 1300);
    assert_int_equal(tiles.levels, 4);    /* 2500, 1250, 625, 313 */
    VipsImage *one = tile(name, 3, 2, 1); /* from 1024, 512 */
    assert_int_equal(vips_image_get_width(one), 512);
    pixel_is(one, 100, 100, 1124 * 255 / 2500, 612 * 255 / 1300);
    g_object_unref(one);
    one = tile(name, 3, 4, 2); /* the rest in the corner */
    assert_int_equal(vips_image_get_width(one), 2500 - 2048);
    assert_int_equal(vips_image_get_height(one), 1300 - 1024);
    g_object_unref(one);
    one = tile(name, 0, 0, 0);
    assert_int_equal(vips_image_get_width(one), 313);
    assert_int_equal(vips_image_get_height(one), 163);
    pixel_is(one, 300, 20, 300 * 255 / 313, 20 * 255 / 163);
    g_object_unref(one);
    static const int outside[][3] = {{4, 0, 0}, {-1, 0, 0}, {3, 5, 0}, {3, 0, 3}, {3, -1, 0}, {0, 1, 0}};
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        int fd;
        int64_t offset, bytes;
        assert_int_equal(
            picture_tile_open(files, name, outside[i][0], outside[i][1], outside[i][2], &fd, &offset, &bytes),
            ERR_NOT_FOUND);
    }
}

static void turns_it_upright(void **state) {
    char name[BLOB_NAME_BYTES];
    struct problem p = {0};
    struct picture_tiles tiles;
    stored(2500, 1300, 6, ".jpg[Q=95]", name); /* to be turned by 90 degrees to the right */
    assert_int_equal(picture_tiles_make(files, self, name, &p), OK);
    assert_int_equal(picture_tiles_read(files, name, &tiles), OK);
    assert_int_equal(tiles.width, 1300);
    assert_int_equal(tiles.height, 2500);
    VipsImage *one = tile(name, tiles.levels - 1, 0, 0);
    pixel_is(one, 10, 500, 500 * 255 / 2500, 255 - 10 * 255 / 1300); /* left below is now left above */
    g_object_unref(one);
}

static void leaves_small_ones_whole(void **state) {
    static const char *const endings[] = {".png", ".jpg", ".webp"};
    char name[BLOB_NAME_BYTES];
    struct problem p = {0};
    struct picture_tiles tiles;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        int fd;
        int64_t offset, bytes;
        stored(320 + (int)i, 200, 0, endings[i], name);
        assert_int_equal(picture_tiles_make(files, self, name, &p), OK);
        assert_int_equal(picture_tiles_read(files, name, &tiles), OK);
        assert_int_equal(tiles.width, 320 + (int)i);
        assert_int_equal(tiles.levels, 0);
        assert_int_equal(picture_tile_open(files, name, 0, 0, 0, &fd, &offset, &bytes), ERR_NOT_FOUND);
    }
    stored(400, 200, 8, ".jpg", name);
    assert_int_equal(picture_tiles_make(files, self, name, &p), OK);
    assert_int_equal(picture_tiles_read(files, name, &tiles), OK);
    assert_int_equal(tiles.width, 200);
    assert_int_equal(tiles.height, 400);
}

/* The largest that is let in must fit in the child's memory and time, also where all of it is needed at once: turned,
 * interlaced, with glass. */
static void cuts_the_largest(void **state) {
    static const char *const endings[] = {".jpg[Q=60]", ".jpg[interlace,Q=60]", ".png[interlace,compression=1]",
                                          ".webp[effort=0]"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char name[BLOB_NAME_BYTES];
        struct problem p = {0};
        struct picture_tiles tiles;
        VipsImage *black = NULL;
        void *data = NULL;
        size_t len = 0;
        assert_int_equal(vips_black(&black, 12500, 8000, "bands", i == 2 ? 4 : 3, NULL), 0);
        if (i < 2) vips_image_set_int(black, VIPS_META_ORIENTATION, 6);
        assert_int_equal(vips_image_write_to_buffer(black, endings[i], &data, &len, NULL), 0);
        assert_int_equal(files_put(files, (str){data, len}, name, &p), OK);
        if (picture_tiles_make(files, self, name, &p) != OK) fail_msg("%s: %s", endings[i], p.detail);
        assert_int_equal(picture_tiles_read(files, name, &tiles), OK);
        assert_int_equal(tiles.width, i < 2 ? 8000 : 12500);
        assert_int_equal(tiles.levels, 6);
        g_free(data);
        g_object_unref(black);
    }
}

static void refuses_what_is_no_picture(void **state) {
    char name[BLOB_NAME_BYTES];
    struct problem p = {0};
    struct picture_tiles tiles;
    assert_int_equal(picture_tiles_make(files, self, "0123456789abcdef0123456789abcdef01234567", &p), ERR_NOT_FOUND);
    assert_int_equal(picture_tiles_make(files, self, "../../etc/passwd", &p), ERR_NOT_FOUND);
    assert_int_equal(files_put(files, STR("no picture"), name, &p), OK);
    assert_int_equal(picture_tiles_make(files, self, name, &p), ERR_PICTURE_INVALID);
    assert_int_equal(files_put(files, STR("\x89PNG\r\n\x1A\nand then nothing"), name, &p), OK);
    assert_int_equal(picture_tiles_make(files, self, name, &p), ERR_PICTURE_INVALID);
    assert_int_equal(picture_tiles_read(files, name, &tiles), ERR_NOT_FOUND);
    assert_int_equal(picture_tiles_read(files, "../../etc/passwd", &tiles), ERR_NOT_FOUND);
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

int main(int argc, char **argv) {
    if (argc == 3 && strcmp(argv[1], "picture-check") == 0 && strcmp(argv[2], "tiles") == 0)
        return picture_tiles_main();
    if (VIPS_INIT(argv[0]) != 0) return 1;
    vips_cache_set_max(0); /* no two pictures of this test share their metadata */
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_a_big_picture),         cmocka_unit_test(turns_it_upright),
        cmocka_unit_test(leaves_small_ones_whole),    cmocka_unit_test(cuts_the_largest),
        cmocka_unit_test(refuses_what_is_no_picture),
    };
    return cmocka_run_group_tests(tests, group_begin, group_end);
}
