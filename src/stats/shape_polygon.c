/* Polygons of one picture: filled into pixels, merged as masks, outlined again. */
#include <stdlib.h>
#include <string.h>

#include "numeric.h"
#include "shape_polygon.h"

static int place_order(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void fs_polygon_fill(const struct fs_polygon *polygon, int32_t width, int32_t height, uint8_t *mask) {
    memset(mask, 0, (size_t)width * (size_t)height);
    double *cross = malloc(((size_t)polygon->count + 1) * sizeof *cross);
    for (int32_t y = 0; cross && y < height; y++) {
        double at = y + 0.5;
        int32_t count = 0;
        for (int32_t i = 0; i < polygon->count; i++) {
            const struct fs_point *a = &polygon->point[i], *b = &polygon->point[(i + 1) % polygon->count];
            if ((a->y <= at) != (b->y <= at)) cross[count++] = a->x + (at - a->y) / (b->y - a->y) * (b->x - a->x);
        }
        qsort(cross, (size_t)count, sizeof *cross, place_order);
        for (int32_t i = 0; i + 1 < count; i += 2) {
            double from = ceil(fmax(0, fmin(cross[i], width)) - 0.5),
                   to = ceil(fmax(0, fmin(cross[i + 1], width)) - 0.5);
            for (int32_t x = (int32_t)fmax(0, from); x < (int32_t)to && x < width; x++)
                mask[(size_t)y * (size_t)width + (size_t)x] = 1;
        }
    }
    free(cross);
}

/* --- outlines --- */

struct outline {
    const uint8_t *mask;
    uint8_t *seen; /* the upper edge of this pixel is in an outline */
    int32_t width, height;
    struct fs_point *point;
    int64_t count, size;
};

static bool inside(const struct outline *o, int32_t x, int32_t y) {
    return x >= 0 && y >= 0 && x < o->width && y < o->height && o->mask[(size_t)y * (size_t)o->width + (size_t)x];
}

static bool corner(struct outline *o, int32_t x, int32_t y) {
    if (o->count == o->size) {
        int64_t more = o->size ? o->size * 2 : 256;
        struct fs_point *bigger = realloc(o->point, (size_t)more * sizeof *bigger);
        if (!bigger) return false;
        o->point = bigger;
        o->size = more;
    }
    o->point[o->count++] = (struct fs_point){x, y};
    return true;
}

/* Walks along edges of pixels with the inside on the right hand, from the upper edge of (x, y), and keeps the corners.
 */
static bool trace(struct outline *o, int32_t x0, int32_t y0) {
    static const int32_t dx[] = {1, 0, -1, 0}, dy[] = {0, 1, 0, -1}; /* east, south, west, north */
    /* The pixel ahead on the left and on the right of a walker at a corner. */
    static const int32_t lx[] = {0, 0, -1, -1}, ly[] = {-1, 0, 0, -1}, rx[] = {0, -1, -1, 0}, ry[] = {0, 0, -1, -1};
    int32_t x = x0, y = y0;
    int way = 0;
    o->count = 0;
    if (!corner(o, x, y)) return false;
    do {
        if (way == 0) o->seen[(size_t)y * (size_t)o->width + (size_t)x] = 1;
        x += dx[way];
        y += dy[way];
        bool left = inside(o, x + lx[way], y + ly[way]), right = inside(o, x + rx[way], y + ry[way]);
        int next = !right ? (way + 1) % 4 : left ? (way + 3) % 4 : way;
        if (next != way && (x != x0 || y != y0) && !corner(o, x, y)) return false;
        way = next;
    } while (x != x0 || y != y0 || way != 0);
    return true;
}

static double twice_area(const struct fs_point *p, int64_t count) {
    double sum = 0;
    for (int64_t i = 0; i < count; i++) {
        const struct fs_point *a = &p[i], *b = &p[(i + 1) % count];
        sum += a->x * b->y - b->x * a->y;
    }
    return sum;
}

/* Marks the points to keep between first and last so that no other is further off than `most` (Douglas and Peucker). */
static void thin(const struct fs_point *p, int64_t first, int64_t last, double most, uint8_t *keep) {
    while (last > first + 1) {
        double furthest = most, dx = p[last].x - p[first].x, dy = p[last].y - p[first].y, length = hypot(dx, dy);
        int64_t at = -1;
        for (int64_t i = first + 1; i < last; i++) {
            double off = length > 0 ? fabs(dx * (p[i].y - p[first].y) - dy * (p[i].x - p[first].x)) / length
                                    : hypot(p[i].x - p[first].x, p[i].y - p[first].y);
            if (off > furthest) {
                furthest = off;
                at = i;
            }
        }
        if (at < 0) return;
        keep[at] = 1;
        /* The shorter part on the stack, the longer in the loop: depth stays logarithmic. */
        if (at - first < last - at) {
            thin(p, first, at, most, keep);
            first = at;
        } else {
            thin(p, at, last, most, keep);
            last = at;
        }
    }
}

static bool outline_add(struct outline *o, struct fs_polygon_set *set, double left, double top, double scale) {
    if (!corner(o, (int32_t)o->point[0].x, (int32_t)o->point[0].y)) return false; /* closed */
    int64_t last = o->count - 1, middle = last / 2;
    uint8_t *keep = calloc((size_t)o->count, 1);
    struct fs_polygon *more = realloc(set->polygon, ((size_t)set->count + 1) * sizeof *more);
    if (more) set->polygon = more;
    struct fs_point *point = malloc((size_t)o->count * sizeof *point);
    if (!keep || !more || !point) {
        free(keep);
        free(point);
        return false;
    }
    keep[0] = keep[middle] = 1;
    thin(o->point, 0, middle, 0.75, keep);
    thin(o->point, middle, last, 0.75, keep);
    /* What is thinner than the tolerance would be thinned to a line: it stays as it is. */
    int64_t kept = 0;
    for (int64_t i = 0; i < last; i++) kept += keep[i];
    if (kept < 3) memset(keep, 1, (size_t)last);
    struct fs_polygon out = {0, point};
    for (int64_t i = 0; i < last; i++)
        if (keep[i]) point[out.count++] = (struct fs_point){left + o->point[i].x * scale, top + o->point[i].y * scale};
    free(keep);
    int32_t at = set->count++;
    double size = fabs(twice_area(out.point, out.count));
    for (; at > 0 && fabs(twice_area(set->polygon[at - 1].point, set->polygon[at - 1].count)) < size; at--)
        set->polygon[at] = set->polygon[at - 1];
    set->polygon[at] = out;
    return true;
}

static bool outlines(const uint8_t *mask, int32_t width, int32_t height, double left, double top, double scale,
                     struct fs_polygon_set *set) {
    struct outline o = {.mask = mask, .width = width, .height = height, .seen = calloc((size_t)width, (size_t)height)};
    bool ok = o.seen != NULL;
    for (int32_t y = 0; ok && y < height; y++)
        for (int32_t x = 0; ok && x < width; x++) {
            if (!inside(&o, x, y) || inside(&o, x, y - 1) || o.seen[(size_t)y * (size_t)width + (size_t)x]) continue;
            ok = trace(&o, x, y);
            /* Holes run the other way round. */
            if (ok && twice_area(o.point, o.count) > 0) ok = outline_add(&o, set, left, top, scale);
        }
    free(o.seen);
    free(o.point);
    return ok;
}

/* --- all --- */

struct frame {
    double left, top, right, bottom;
};

static enum fs_status frame_of(int32_t workers, const struct fs_polygon *polygon, struct frame *f,
                               struct fs_problem *problem) {
    *f = (struct frame){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int32_t w = 0; w < workers; w++) {
        if (polygon[w].count != 0 && (polygon[w].count < 3 || polygon[w].count > FS_POLYGON_POINTS_MAX))
            return fs_refuse(problem, FS_INVALID, "Polygon %d has %d points; a polygon has 3 to %d, or none.", w + 1,
                             polygon[w].count, FS_POLYGON_POINTS_MAX);
        for (int32_t i = 0; i < polygon[w].count; i++) {
            const struct fs_point *p = &polygon[w].point[i];
            if (!(fabs(p->x) <= 1e9) || !(fabs(p->y) <= 1e9))
                return fs_refuse(problem, FS_INVALID, "A point of polygon %d is not a number up to 1e9.", w + 1);
            *f = (struct frame){fmin(f->left, p->x), fmin(f->top, p->y), fmax(f->right, p->x), fmax(f->bottom, p->y)};
        }
    }
    return FS_OK;
}

enum fs_status fs_polygons_fill(int32_t count, const struct fs_polygon *polygon, int32_t side, struct fs_scratch *s,
                                struct fs_polygon_pixels *out, struct fs_problem *problem) {
    struct frame f;
    *out = (struct fs_polygon_pixels){.width = 1, .height = 1};
    enum fs_status status = frame_of(count, polygon, &f, problem);
    if (status != FS_OK) return status;
    double longer = fmax(f.right - f.left, f.bottom - f.top);
    if (longer > 0) {
        out->scale = longer / side;
        out->left = f.left;
        out->top = f.top;
        out->width = (int32_t)fmax(1, fmin(side, ceil((f.right - f.left) / out->scale)));
        out->height = (int32_t)fmax(1, fmin(side, ceil((f.bottom - f.top) / out->scale)));
    }
    int64_t pixels = (int64_t)out->width * out->height;
    out->bytes = fs_scratch_new(s, pixels * count, 1);
    for (int32_t w = 0; out->scale > 0 && w < count; w++) {
        struct fs_polygon moved = {polygon[w].count, fs_scratch_new(s, polygon[w].count, sizeof *moved.point)};
        if (s->failed) break;
        for (int32_t i = 0; i < moved.count; i++)
            moved.point[i] = (struct fs_point){(polygon[w].point[i].x - f.left) / out->scale,
                                               (polygon[w].point[i].y - f.top) / out->scale};
        fs_polygon_fill(&moved, out->width, out->height, out->bytes + pixels * w);
    }
    return s->failed ? FS_NO_MEMORY : FS_OK;
}

enum fs_status fs_polygons_merge(int32_t workers, const struct fs_polygon *polygon, enum fs_mask_method method,
                                 int32_t side, struct fs_polygon_set *set, struct fs_mask_worker *worker,
                                 struct fs_problem *problem) {
    struct fs_scratch s = {0};
    struct fs_polygon_pixels p;
    *set = (struct fs_polygon_set){.iou = 1};
    if (workers < 1) return fs_refuse(problem, FS_EMPTY, "There are no polygons.");
    if (workers > FS_MASK_WORKERS_MAX)
        return fs_refuse(problem, FS_TOO_LARGE, "More than %d polygons of one picture are not merged.",
                         FS_MASK_WORKERS_MAX);
    if (side == 0) side = 512;
    if (side < 8 || side > 4096) return fs_refuse(problem, FS_INVALID, "The side is 8 to 4096 pixels.");
    for (int32_t w = 0; worker && w < workers; w++) worker[w] = (struct fs_mask_worker){1, 1, 1};
    enum fs_status status = fs_polygons_fill(workers, polygon, side, &s, &p, problem);
    if (status == FS_OK && p.scale > 0) {
        int64_t pixels = (int64_t)p.width * p.height;
        const uint8_t *mask[FS_MASK_WORKERS_MAX];
        struct fs_mask_worker rows[FS_MASK_WORKERS_MAX];
        uint8_t *result = fs_scratch_new(&s, pixels, 1);
        for (int32_t w = 0; w < workers; w++) mask[w] = p.bytes + pixels * w;
        status = result ? fs_masks_merge(p.width, p.height, workers, mask, method, result, NULL, rows, problem)
                        : FS_NO_MEMORY;
        if (status == FS_OK && !outlines(result, p.width, p.height, p.left, p.top, p.scale, set)) status = FS_NO_MEMORY;
        set->iou = 0;
        for (int32_t w = 0; status == FS_OK && w < workers; w++) set->iou += rows[w].iou / workers;
        if (status == FS_OK && worker) memcpy(worker, rows, (size_t)workers * sizeof *worker);
    }
    if (status != FS_OK) fs_polygon_set_free(set);
    if (status == FS_NO_MEMORY) fs_refuse(problem, status, "There is not enough memory for these polygons.");
    fs_scratch_free(&s);
    return status;
}

void fs_polygon_set_free(struct fs_polygon_set *set) {
    for (int32_t i = 0; i < set->count; i++) free(set->polygon[i].point);
    free(set->polygon);
    *set = (struct fs_polygon_set){0};
}
