/* The child's side of picture_check: `faena picture-check`. It trusts nobody and is trusted by nobody. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <vips/vips.h>

#include "base/arena.h"
#include "base/limits.h"
#include "files/files_internal.h"

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

/* Reads the header; rows come later, as they are asked for. */
static VipsImage *picture_open(const char *type, char *bytes, size_t len) {
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
    VipsImage *image = picture_open(type, bytes, len);
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

int picture_check_main(void) {
    size_t len;
    char *bytes = mem_alloc(PICTURE_BYTES_MAX + 1);
    if (!read_stdin(bytes, PICTURE_BYTES_MAX + 1, &len)) return PICTURE_EXIT_SETUP;
    const char *type = picture_type((str){bytes, len});
    enum picture_exit code = PICTURE_EXIT_OK;
    if (len > PICTURE_BYTES_MAX)
        code = PICTURE_EXIT_BYTES;
    else if (!type)
        code = PICTURE_EXIT_TYPE;
    else if (setenv("VIPS_DISC_THRESHOLD", "4g", 1) != 0 || VIPS_INIT("faena") != 0) /* no temporary files */
        code = PICTURE_EXIT_SETUP;
    if (code == PICTURE_EXIT_OK) {
        vips_concurrency_set(1);
        vips_cache_set_max(0);
        vips_block_untrusted_set(TRUE);
        picture_sandbox();
        code = picture_decode(type, bytes, len);
        if (code == PICTURE_EXIT_DECODE) fprintf(stderr, "%s", vips_error_buffer());
    }
    _exit((int)code); /* the end of vips is not our concern, and a hole in it neither */
}
