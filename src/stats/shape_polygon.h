/* shape_polygon.h - polygons of one picture as pixels. Internal. */
#pragma once
#include "fs_shape.h"
#include "internal.h"

/* All polygons within the rectangle that holds them. */
struct fs_polygon_pixels {
    int32_t width, height;
    double left, top, scale; /* of a pixel; 0: nothing was drawn, and there is one pixel */
    uint8_t *bytes;          /* [polygon][pixel], from the scratch */
};
/* side: pixels along the longer side. */
enum fs_status fs_polygons_fill(int32_t count, const struct fs_polygon *polygon, int32_t side, struct fs_scratch *s,
                                struct fs_polygon_pixels *pixels, struct fs_problem *problem);
