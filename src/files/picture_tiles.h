/* picture_tiles.h - the file of a picture's tiles: its head, the places of all tiles, their JPEGs; private. Written and
 * read by the same program on the same machine, so in its own order of bytes.
 *
 *   struct tiles_head; struct tile_place[tiles_before(head, levels)], level 0 first, row by row; JPEGs */
#pragma once
#include <stddef.h>
#include <stdint.h>

#include "files/files.h"

enum { TILES_MAGIC = 0x31534C54, TILES_BYTES_MAX = 160 * 1024 * 1024 };

struct tiles_head {
    uint32_t magic, width, height, levels; /* levels 0: no tiles */
};

struct tile_place {
    uint32_t offset; /* behind the places */
    uint32_t bytes;
};

int tiles_levels(int width, int height);
/* Tiles of all levels below this one. */
size_t tiles_before(const struct tiles_head *head, int level);
