/* Masks and polygons from rows. */
#include "cli/drawings.h"

#include <stdlib.h>

#include "base/arena.h"

static struct drawing *drawing_add(struct rows *rows, struct drawings *d) {
    if (!who_add(rows, &d->columns, &d->who)) return NULL;
    int64_t at = d->who.count - 1;
    d->drawing = grown(d->drawing, at, &d->size, sizeof *d->drawing);
    d->drawing[at] = (struct drawing){.worker = d->who.worker[at]};
    return &d->drawing[at];
}

/* COCO's run lengths: down the columns, beginning with what is outside. */
bool mask_row(struct rows *rows, void *arg) {
    struct drawings *d = arg;
    const json_t *value = rows_json(rows, d->columns.name[2]), *size = json_object_get(value, "size");
    const json_t *counts = json_object_get(value, "counts"), *item;
    json_int_t height = json_integer_value(json_array_get(size, 0)),
               width = json_integer_value(json_array_get(size, 1));
    int64_t at = 0;
    size_t i;
    if (!value) return rows_needed(rows, d->columns.name[2]) != NULL && rows_wrong(rows, "the mask is no JSON object.");
    if (json_array_size(size) != 2 || width < 1 || height < 1 || width > 5000 || height > 5000 ||
        !json_is_array(counts))
        return rows_wrong(
            rows, "a mask is {\"size\": [height, width], \"counts\": [run, run, ...]}, up to 5000 pixels a side.");
    struct drawing *drawing = drawing_add(rows, d);
    if (!drawing) return false;
    drawing->width = (int32_t)width;
    drawing->height = (int32_t)height;
    drawing->mask = mem_alloc((size_t)width * (size_t)height);
    json_array_foreach(counts, i, item) {
        json_int_t run = json_is_integer(item) ? json_integer_value(item) : -1;
        if (run < 0 || run > width * height - at) return rows_wrong(rows, "the runs of the mask do not fit its size.");
        for (json_int_t k = 0; k < run; k++, at++) drawing->mask[(at % height) * width + at / height] = i % 2 == 1;
    }
    return at == width * height || rows_wrong(rows, "the runs of the mask do not fill its size.");
}

bool polygon_row(struct rows *rows, void *arg) {
    struct drawings *d = arg;
    const json_t *points = rows_json(rows, d->columns.name[2]), *item;
    size_t i;
    if (!json_is_array(points))
        return rows_needed(rows, d->columns.name[2]) != NULL &&
               rows_wrong(rows, "the points are a list: [[x, y], [x, y], ...].");
    if (json_array_size(points) > FS_POLYGON_POINTS_MAX)
        return rows_wrong(rows, "a polygon has at most %d points.", FS_POLYGON_POINTS_MAX);
    struct drawing *drawing = drawing_add(rows, d);
    if (!drawing) return false;
    drawing->polygon.point = mem_alloc(json_array_size(points) * sizeof *drawing->polygon.point + 1);
    json_array_foreach(points, i, item) {
        const json_t *x = json_array_get(item, 0), *y = json_array_get(item, 1);
        if (json_array_size(item) != 2 || !json_is_number(x) || !json_is_number(y))
            return rows_wrong(rows, "the points are a list: [[x, y], [x, y], ...].");
        drawing->polygon.point[drawing->polygon.count++] =
            (struct fs_point){json_number_value(x), json_number_value(y)};
    }
    return drawing->polygon.count == 0 || drawing->polygon.count >= 3 ||
           rows_wrong(rows, "a polygon has three points or more.");
}

void drawings_free(struct drawings *d) {
    for (int64_t i = 0; i < d->who.count; i++) {
        free(d->drawing ? d->drawing[i].mask : NULL);
        free(d->drawing ? d->drawing[i].polygon.point : NULL);
    }
    free(d->drawing);
    who_free(&d->who);
    columns_free(&d->columns);
}
