/* The child's side of picture_tiles.c: cuts a picture into tiles and writes them as one file. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "files/picture_child.h"
#include "files/picture_tiles.h"

enum { QUALITY = 80 };

struct pack {
    struct tiles_head head;
    struct tile_place *places;
    struct buf data;
    size_t count, next;
};

/* Upright, three bands, in memory: it is read level by level. */
static VipsImage *upright(const char *type, char *bytes, size_t len) {
    VipsImage *image = picture_child_open(type, bytes, len), *turned = NULL, *colour = NULL, *flat = NULL;
    /* Rows come in their order once; to be turned they must all be there. */
    if (image && vips_image_get_orientation(image) > 1) image = vips_image_copy_memory(image);
    if (!image || vips_autorot(image, &turned, NULL) != 0) return NULL;
    if (vips_colourspace(turned, &colour, VIPS_INTERPRETATION_sRGB, NULL) != 0) return NULL;
    VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
    int failed = vips_image_hasalpha(colour) ? vips_flatten(colour, &flat, "background", white, NULL)
                                             : vips_copy(colour, &flat, NULL);
    vips_area_unref(VIPS_AREA(white));
    if (failed) return NULL;
    VipsImage *kept = vips_image_copy_memory(flat);
    g_object_unref(flat);
    return kept;
}

static bool tile_add(struct pack *pack, VipsImage *level, int column, int row) {
    int left = column * TILE_SIDE, top = row * TILE_SIDE, width = vips_image_get_width(level) - left,
        height = vips_image_get_height(level) - top;
    VipsImage *tile = NULL;
    void *bytes = NULL;
    size_t len = 0;
    if (vips_extract_area(level, &tile, left, top, width < TILE_SIDE ? width : TILE_SIDE,
                          height < TILE_SIDE ? height : TILE_SIDE, NULL) != 0)
        return false;
    int failed = vips_jpegsave_buffer(tile, &bytes, &len, "Q", QUALITY, "strip", TRUE, NULL);
    g_object_unref(tile);
    if (failed) return false;
    pack->places[pack->next++] = (struct tile_place){(uint32_t)pack->data.len, (uint32_t)len};
    buf_add_str(&pack->data, (str){bytes, len});
    g_free(bytes);
    return pack->data.len <= TILES_BYTES_MAX;
}

static bool level_add(struct pack *pack, VipsImage *level, int index) {
    int across = picture_tiles_across((int)pack->head.width, (int)pack->head.levels, index),
        down = picture_tiles_across((int)pack->head.height, (int)pack->head.levels, index);
    pack->next = tiles_before(&pack->head, index);
    for (int row = 0; row < down; row++)
        for (int column = 0; column < across; column++)
            if (!tile_add(pack, level, column, row)) return false;
    return true;
}

/* Half of the size, rounded up, as picture_tiles_across counts it. */
static VipsImage *half(VipsImage *image) {
    VipsImage *small = NULL, *kept;
    if (vips_shrink(image, &small, 2, 2, "ceil", TRUE, NULL) != 0) return NULL;
    kept = vips_image_copy_memory(small);
    g_object_unref(small);
    g_object_unref(image);
    return kept;
}

static bool pack_write(const struct pack *pack) {
    return picture_child_write(&pack->head, sizeof pack->head) &&
           picture_child_write(pack->places, pack->count * sizeof *pack->places) &&
           picture_child_write(pack->data.data, pack->data.len);
}

static enum picture_exit picture_cut(const char *type, char *bytes, size_t len) {
    VipsImage *image = picture_child_open(type, bytes, len);
    if (!image) return PICTURE_EXIT_DECODE;
    int width = vips_image_get_width(image), height = vips_image_get_page_height(image);
    int64_t pixels = (int64_t)width * height;
    int orientation = vips_image_get_orientation(image);
    bool moves = vips_image_get_n_pages(image) > 1;
    g_object_unref(image);
    if (width > PICTURE_SIDE_MAX || height > PICTURE_SIDE_MAX) return PICTURE_EXIT_SIDE;
    if (pixels > PICTURE_PIXELS_MAX) return PICTURE_EXIT_PIXELS;
    bool lies = orientation >= 5;
    struct pack pack = {.head = {.magic = TILES_MAGIC,
                                 .width = (uint32_t)(lies ? height : width),
                                 .height = (uint32_t)(lies ? width : height)}};
    if (moves || pixels < TILES_PIXELS_MIN) return pack_write(&pack) ? PICTURE_EXIT_OK : PICTURE_EXIT_SETUP;
    VipsImage *level = upright(type, bytes, len);
    if (!level) return PICTURE_EXIT_DECODE;
    if (vips_image_get_width(level) != (int)pack.head.width) return PICTURE_EXIT_DECODE;
    pack.head.levels = (uint32_t)tiles_levels((int)pack.head.width, (int)pack.head.height);
    pack.count = tiles_before(&pack.head, (int)pack.head.levels);
    pack.places = mem_alloc(pack.count * sizeof *pack.places);
    for (int i = (int)pack.head.levels - 1; i >= 0; i--) {
        if (!level || !level_add(&pack, level, i)) return PICTURE_EXIT_DECODE;
        level = i > 0 ? half(level) : level;
    }
    return pack_write(&pack) ? PICTURE_EXIT_OK : PICTURE_EXIT_SETUP;
}

int picture_tiles_main(void) {
    char *bytes;
    size_t len;
    const char *type;
    enum picture_exit code = picture_child_begin(&bytes, &len, &type);
    if (code == PICTURE_EXIT_OK) code = picture_cut(type, bytes, len);
    picture_child_end(code);
}
