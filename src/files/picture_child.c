/* The child's side of picture_check: `faena picture-check`. It trusts nobody and is trusted by nobody. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "files/picture_child.h"

static bool read_stdin(char *bytes, size_t size, size_t *len) {
    for (*len = 0; *len < size;) {
        ssize_t n = read(STDIN_FILENO, bytes + *len, size - *len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        if (n == 0) return true;
        *len += (size_t)n;
    }
    return true;
}

VipsImage *picture_child_open(const char *type, char *bytes, size_t len) {
    VipsImage *image = NULL;
    VipsAccess access = VIPS_ACCESS_SEQUENTIAL;
    VipsFailOn fail_on = VIPS_FAIL_ON_ERROR;
    if (strcmp(type, "image/jpeg") == 0)
        vips_jpegload_buffer(bytes, len, &image, "access", access, "fail_on", fail_on, NULL);
    else if (strcmp(type, "image/png") == 0)
        vips_pngload_buffer(bytes, len, &image, "access", access, "fail_on", fail_on, NULL);
    else if (strcmp(type, "image/gif") == 0)
        vips_gifload_buffer(bytes, len, &image, "n", -1, "access", access, "fail_on", fail_on, NULL);
    else if (strcmp(type, "image/webp") == 0)
        vips_webpload_buffer(bytes, len, &image, "n", -1, "access", access, "fail_on", fail_on, NULL);
    else
        vips_heifload_buffer(bytes, len, &image, "access", access, "fail_on", fail_on, NULL);
    return image;
}

/* Behind the sub-blocks (a length byte, that many bytes, ...) that start at i. */
static size_t gif_blocks_skip(const unsigned char *b, size_t len, size_t i) {
    while (i < len && b[i]) i += (size_t)b[i] + 1;
    return i + 1;
}

static size_t gif_palette_bytes(unsigned char flags) { return flags & 0x80 ? (size_t)3 << ((flags & 7) + 1) : 0; }

/* libvips takes a GIF that is cut after its first frame for a shorter one. A whole one has a trailer. */
static bool gif_whole(const char *bytes, size_t len) {
    const unsigned char *b = (const unsigned char *)bytes;
    if (len < 13) return false;
    size_t i = 13 + gif_palette_bytes(b[10]);
    while (i < len) {
        switch (b[i]) {
        case 0x3B: return true;
        case 0x21: i = gif_blocks_skip(b, len, i + 2); break; /* extension: label, blocks */
        case 0x2C:                                            /* frame: place and size, palette, code size, blocks */
            if (len - i < 11) return false;
            i = gif_blocks_skip(b, len, i + 11 + gif_palette_bytes(b[i + 9]));
            break;
        default: return false;
        }
    }
    return false;
}

static enum picture_exit picture_decode(const char *type, char *bytes, size_t len) {
    if (strcmp(type, "image/gif") == 0 && !gif_whole(bytes, len)) return PICTURE_EXIT_DECODE;
    VipsImage *image = picture_child_open(type, bytes, len);
    if (!image) return PICTURE_EXIT_DECODE;
    int width = vips_image_get_width(image), height = vips_image_get_page_height(image);
    int64_t pixels = (int64_t)width * vips_image_get_height(image);
    if (width < 1 || height < 1) return PICTURE_EXIT_DECODE;
    if (width > PICTURE_SIDE_MAX || height > PICTURE_SIDE_MAX) return PICTURE_EXIT_SIDE;
    if (pixels > PICTURE_PIXELS_MAX) return PICTURE_EXIT_PIXELS;
    double average;
    if (vips_avg(image, &average, NULL) != 0) return PICTURE_EXIT_DECODE; /* looks at every pixel */
    char line[64];
    int n = snprintf(line, sizeof line, "%s %d %d\n", type, width, height);
    return write(STDOUT_FILENO, line, (size_t)n) == n ? PICTURE_EXIT_OK : PICTURE_EXIT_SETUP;
}

enum picture_exit picture_child_begin(char **bytes, size_t *len, const char **type) {
    *bytes = mem_alloc(PICTURE_BYTES_MAX + 1);
    if (!read_stdin(*bytes, PICTURE_BYTES_MAX + 1, len)) return PICTURE_EXIT_SETUP;
    *type = picture_type((str){*bytes, *len});
    if (*len > PICTURE_BYTES_MAX) return PICTURE_EXIT_BYTES;
    if (!*type) return PICTURE_EXIT_TYPE;
    if (setenv("VIPS_DISC_THRESHOLD", "4g", 1) != 0 || VIPS_INIT("faena") != 0) /* no temporary files */
        return PICTURE_EXIT_SETUP;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    return picture_sandbox() ? PICTURE_EXIT_OK : PICTURE_EXIT_SETUP; /* nothing is decoded outside of it */
}

bool picture_child_write(const void *bytes, size_t len) {
    for (size_t done = 0; done < len;) {
        ssize_t n = write(STDOUT_FILENO, (const char *)bytes + done, len - done);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        done += (size_t)n;
    }
    return true;
}

void picture_child_end(enum picture_exit code) {
    if (code == PICTURE_EXIT_DECODE) fprintf(stderr, "%s", vips_error_buffer());
    _exit((int)code);
}

int picture_check_main(void) {
    char *bytes;
    size_t len;
    const char *type;
    enum picture_exit code = picture_child_begin(&bytes, &len, &type);
    if (code == PICTURE_EXIT_OK) code = picture_decode(type, bytes, len);
    picture_child_end(code);
}

/* --- smaller copies --- */

static int encode(VipsImage *image, const char *form, int step, void **bytes, size_t *len) {
    static const int avif[] = {56, 40, 28}, others[] = {74, 56, 40};
    if (strcmp(form, "avif") == 0)
        return vips_heifsave_buffer(image, bytes, len, "compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1, "Q",
                                    avif[step], "effort", 2, "strip", TRUE, NULL);
    if (strcmp(form, "webp") == 0)
        return vips_webpsave_buffer(image, bytes, len, "Q", others[step], "strip", TRUE, NULL);
    return vips_jpegsave_buffer(image, bytes, len, "Q", others[step], "optimize_coding", TRUE, "interlace", TRUE,
                                "strip", TRUE, NULL);
}

/* Not every encoder minds "strip" (AVIF's does not): what is not there cannot leak. */
static void metadata_remove(VipsImage *image) {
    gchar **fields = vips_image_get_fields(image);
    for (int i = 0; fields[i]; i++)
        if (strncmp(fields[i], "exif-", 5) == 0 || strstr(fields[i], "-data") || strstr(fields[i], "comment"))
            vips_image_remove(image, fields[i]);
    g_strfreev(fields);
}

/* What JPEG cannot hold, what is behind glass: on white, as the page shows it. In memory, since it is encoded more than
 * once. */
static VipsImage *shrink(const char *type, char *bytes, size_t len, int width) {
    VipsImage *whole = picture_child_open(type, bytes, len), *small = NULL, *flat = NULL, *kept = NULL;
    if (!whole) return NULL;
    int64_t pixels = (int64_t)vips_image_get_width(whole) * vips_image_get_height(whole);
    bool moves = vips_image_get_n_pages(whole) > 1;
    g_object_unref(whole);
    if (moves || pixels > PICTURE_PIXELS_MAX) return NULL;
    if (vips_thumbnail_buffer(bytes, len, &small, width, "height", 4 * width, "size", VIPS_SIZE_DOWN, "export_profile",
                              "srgb", NULL) != 0)
        return NULL;
    VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
    int failed = vips_image_hasalpha(small) ? vips_flatten(small, &flat, "background", white, NULL)
                                            : vips_copy(small, &flat, NULL);
    vips_area_unref(VIPS_AREA(white));
    if (!failed) kept = vips_image_copy_memory(flat);
    if (kept) metadata_remove(kept);
    return kept;
}

static enum picture_exit picture_copy(const char *type, char *bytes, size_t len, int width, const char *form) {
    VipsImage *image = shrink(type, bytes, len, width);
    if (!image) return PICTURE_EXIT_DECODE;
    size_t goal = width <= 320 ? 15 * 1024 : width <= 640 ? 45 * 1024 : 150 * 1024, out_len = 0;
    void *out = NULL;
    for (int step = 0; step < 3 && (step == 0 || out_len > goal); step++) {
        g_free(out);
        out = NULL;
        if (encode(image, form, step, &out, &out_len) != 0) return PICTURE_EXIT_DECODE;
    }
    return picture_child_write(out, out_len) ? PICTURE_EXIT_OK : PICTURE_EXIT_SETUP;
}

int picture_copy_main(int width, const char *form) {
    char *bytes;
    size_t len;
    const char *type;
    enum picture_exit code = picture_child_begin(&bytes, &len, &type);
    if (code == PICTURE_EXIT_OK) code = picture_copy(type, bytes, len, width, form);
    picture_child_end(code);
}
