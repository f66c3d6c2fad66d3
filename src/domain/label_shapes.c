/* Regions on pictures: rectangles, ellipses, polygons, points and masks, as Label Studio stores them: in percent of the
 * picture's width and height; a rectangle turns round its upper left corner, an ellipse round its centre, clockwise in
 * degrees. */
#include <math.h>
#include <string.h>

#include "domain/label_brush.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"
#include "domain/label_shapes.h"

enum {
    POINTS_MIN = 3,
    POINTS_MAX = 10000, /* of a polygon */
    SAMPLES = 96        /* a side of the grid on which areas are compared */
};

/* What Label Studio's own pages exceed by rounding, in percent. */
#define SLACK 0.1

/* ------------------------------------------------------------------ numbers */

static double number_of(const json_t *value, const char *member) {
    return json_number_value(json_object_get(value, member));
}

bool label_shape_number(const json_t *value, const char *member, double min, double max, struct label_report *report) {
    const json_t *number = json_object_get(value, member);
    double read = json_number_value(number);
    if (json_is_number(number) && isfinite(read) && read >= min - SLACK && read <= max + SLACK) return true;
    report->key = member;
    label_report(report, -1, "\"%s\" must be a number from %g to %g.", member, min, max);
    return false;
}

static bool rotation_check(const json_t *value, struct label_report *report) {
    return !json_object_get(value, "rotation") || label_shape_number(value, "rotation", -360, 360, report);
}

/* A size of more than nothing. */
static bool size_check(const json_t *value, const char *member, double max, struct label_report *report) {
    if (!label_shape_number(value, member, 0, max, report)) return false;
    if (number_of(value, member) > 0) return true;
    report->key = member;
    label_report(report, -1, "\"%s\" must be more than 0.", member);
    return false;
}

static void outside(struct label_report *report, const char *member) {
    report->key = member;
    label_report(report, -1, "The region reaches beyond the picture.");
}

/* Percent, whole: two people never draw the same box to the pixel. */
static void add_rounded(const json_t *value, const char *const *members, struct buf *key) {
    buf_add_char(key, '[');
    for (int i = 0; members[i]; i++) {
        if (i > 0) buf_add_char(key, ',');
        label_number_write(key, round(number_of(value, members[i])));
    }
    buf_add_char(key, ']');
}

/* ------------------------------------------------------------------ areas */

struct point {
    double x, y;
};

/* A point in the frame of a shape that is turned round x, y of its value. */
static struct point unturned(const json_t *value, struct point p) {
    double angle = number_of(value, "rotation") * M_PI / 180, dx = p.x - number_of(value, "x"),
           dy = p.y - number_of(value, "y");
    return (struct point){dx * cos(angle) + dy * sin(angle), dy * cos(angle) - dx * sin(angle)};
}

static bool in_rectangle(const json_t *value, struct point p) {
    struct point at = unturned(value, p);
    return at.x >= 0 && at.y >= 0 && at.x <= number_of(value, "width") && at.y <= number_of(value, "height");
}

static bool in_ellipse(const json_t *value, struct point p) {
    struct point at = unturned(value, p);
    double x = at.x / number_of(value, "radiusX"), y = at.y / number_of(value, "radiusY");
    return x * x + y * y <= 1;
}

static struct point vertex(const json_t *points, size_t i) {
    const json_t *pair = json_array_get(points, i);
    return (struct point){json_number_value(json_array_get(pair, 0)), json_number_value(json_array_get(pair, 1))};
}

static bool in_polygon(const json_t *value, struct point p) {
    const json_t *points = json_object_get(value, "points");
    bool inside = false;
    for (size_t i = 0, j = json_array_size(points) - 1; i < json_array_size(points); j = i++) {
        struct point a = vertex(points, i), b = vertex(points, j);
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

typedef bool inside_fn(const json_t *value, struct point p);

/* Shared area by the area of both, on a grid over the part of the picture that holds both. */
static double overlap_sampled(inside_fn *inside, const json_t *a, const json_t *b, struct point low,
                              struct point high) {
    int both = 0, either = 0;
    for (int i = 0; i < SAMPLES; i++)
        for (int k = 0; k < SAMPLES; k++) {
            struct point p = {low.x + (high.x - low.x) * (i + 0.5) / SAMPLES,
                              low.y + (high.y - low.y) * (k + 0.5) / SAMPLES};
            bool in_a = inside(a, p), in_b = inside(b, p);
            both += in_a && in_b;
            either += in_a || in_b;
        }
    return either ? (double)both / either : 0;
}

static void widen(struct point *low, struct point *high, struct point centre, double reach) {
    low->x = fmin(low->x, centre.x - reach), low->y = fmin(low->y, centre.y - reach);
    high->x = fmax(high->x, centre.x + reach), high->y = fmax(high->y, centre.y + reach);
}

static struct point anchor(const json_t *value) { return (struct point){number_of(value, "x"), number_of(value, "y")}; }

/* ------------------------------------------------------------------ rectangle */

static const char *const rectangle_members[] = {"x", "y", "width", "height", "rotation", NULL};

void label_rectangle_check(const json_t *value, struct label_report *report) {
    /* The corner of a turned rectangle may lie beside the picture; its centre may not. */
    bool turned = number_of(value, "rotation") != 0;
    double low = turned ? -200 : 0, high = turned ? 300 : 100;
    /* Each is looked at, so that one reply names all that is wrong. */
    bool good = label_shape_number(value, "x", low, high, report);
    good = label_shape_number(value, "y", low, high, report) && good;
    good = size_check(value, "width", 100, report) && good;
    good = size_check(value, "height", 100, report) && good;
    good = rotation_check(value, report) && good;
    if (!good) return;
    double w = number_of(value, "width"), h = number_of(value, "height");
    if (!turned) {
        if (number_of(value, "x") + w > 100 + SLACK) outside(report, "width");
        if (number_of(value, "y") + h > 100 + SLACK) outside(report, "height");
    }
}

static void rectangle_check(const struct label_shape *shape, struct label_report *report) {
    label_rectangle_check(shape->value, report);
}

static void rectangle_key(const json_t *value, struct buf *key) { add_rounded(value, rectangle_members, key); }

static double rectangle_overlap(const json_t *a, const json_t *b) {
    struct point pa = anchor(a), pb = anchor(b), low = pa, high = pa;
    double aw = number_of(a, "width"), ah = number_of(a, "height"), bw = number_of(b, "width"),
           bh = number_of(b, "height");
    if (number_of(a, "rotation") == 0 && number_of(b, "rotation") == 0) {
        double w = fmin(pa.x + aw, pb.x + bw) - fmax(pa.x, pb.x), h = fmin(pa.y + ah, pb.y + bh) - fmax(pa.y, pb.y);
        double both = w > 0 && h > 0 ? w * h : 0;
        return both / (aw * ah + bw * bh - both);
    }
    widen(&low, &high, pa, hypot(aw, ah));
    widen(&low, &high, pb, hypot(bw, bh));
    return overlap_sampled(in_rectangle, a, b, low, high);
}

const struct label_geometry label_rectangle_geometry = {rectangle_members, rectangle_check, rectangle_key,
                                                        rectangle_overlap};
const struct control_type label_rectangle = {
    .type = "rectangle", .objects = "Image", .geometry = &label_rectangle_geometry};
const struct control_type label_rectangle_labels = {.type = "rectanglelabels",
                                                    .key = "rectanglelabels",
                                                    .objects = "Image",
                                                    .geometry = &label_rectangle_geometry,
                                                    LABELS_FUNCTIONS};

/* ------------------------------------------------------------------ ellipse */

static const char *const ellipse_members[] = {"x", "y", "radiusX", "radiusY", "rotation", NULL};

static void ellipse_check(const struct label_shape *shape, struct label_report *report) {
    const json_t *value = shape->value;
    if (label_shape_number(value, "x", 0, 100, report)) label_shape_number(value, "y", 0, 100, report);
    if (size_check(value, "radiusX", 100, report)) size_check(value, "radiusY", 100, report);
    rotation_check(value, report);
}

static void ellipse_key(const json_t *value, struct buf *key) { add_rounded(value, ellipse_members, key); }

static double ellipse_overlap(const json_t *a, const json_t *b) {
    struct point low = anchor(a), high = low;
    widen(&low, &high, anchor(a), fmax(number_of(a, "radiusX"), number_of(a, "radiusY")));
    widen(&low, &high, anchor(b), fmax(number_of(b, "radiusX"), number_of(b, "radiusY")));
    return overlap_sampled(in_ellipse, a, b, low, high);
}

const struct label_geometry label_ellipse_geometry = {ellipse_members, ellipse_check, ellipse_key, ellipse_overlap};
const struct control_type label_ellipse = {.type = "ellipse", .objects = "Image", .geometry = &label_ellipse_geometry};
const struct control_type label_ellipse_labels = {.type = "ellipselabels",
                                                  .key = "ellipselabels",
                                                  .objects = "Image",
                                                  .geometry = &label_ellipse_geometry,
                                                  LABELS_FUNCTIONS};

/* ------------------------------------------------------------------ polygon */

static const char *const polygon_members[] = {"points", "closed", NULL};

static bool coordinate(const json_t *number) {
    double read = json_number_value(number);
    return json_is_number(number) && isfinite(read) && read >= -SLACK && read <= 100 + SLACK;
}

static void polygon_check(const struct label_shape *shape, struct label_report *report) {
    const json_t *points = json_object_get(shape->value, "points"), *closed = json_object_get(shape->value, "closed");
    size_t count = json_array_size(points);
    report->key = "points";
    if (!json_is_array(points) || count < POINTS_MIN || count > POINTS_MAX)
        label_report(report, -1, "\"points\" must be a list of %d to %d points [x, y].", POINTS_MIN, POINTS_MAX);
    for (size_t i = 0; json_is_array(points) && count <= POINTS_MAX && i < count; i++) {
        const json_t *pair = json_array_get(points, i);
        if (json_array_size(pair) == 2 && coordinate(json_array_get(pair, 0)) && coordinate(json_array_get(pair, 1)))
            continue;
        label_report(report, (int)i, "A point must be [x, y], two numbers from 0 to 100.");
        break;
    }
    report->key = "closed";
    if (closed && !json_is_true(closed)) label_report(report, -1, "A polygon must be closed.");
}

static void polygon_key(const json_t *value, struct buf *key) {
    const json_t *points = json_object_get(value, "points");
    buf_add_char(key, '[');
    for (size_t i = 0; i < json_array_size(points); i++) {
        struct point p = vertex(points, i);
        buf_printf(key, "%s[%d,%d]", i ? "," : "", (int)round(p.x), (int)round(p.y));
    }
    buf_add_char(key, ']');
}

static double polygon_overlap(const json_t *a, const json_t *b) {
    const json_t *all[] = {json_object_get(a, "points"), json_object_get(b, "points")};
    struct point low = vertex(all[0], 0), high = low;
    for (int n = 0; n < 2; n++)
        for (size_t i = 0; i < json_array_size(all[n]); i++) widen(&low, &high, vertex(all[n], i), 0);
    return overlap_sampled(in_polygon, a, b, low, high);
}

const struct label_geometry label_polygon_geometry = {polygon_members, polygon_check, polygon_key, polygon_overlap};
const struct control_type label_polygon = {.type = "polygon", .objects = "Image", .geometry = &label_polygon_geometry};
const struct control_type label_polygon_labels = {.type = "polygonlabels",
                                                  .key = "polygonlabels",
                                                  .objects = "Image",
                                                  .geometry = &label_polygon_geometry,
                                                  LABELS_FUNCTIONS};

/* ------------------------------------------------------------------ point */

static const char *const keypoint_members[] = {"x", "y", "width", NULL};

static void keypoint_check(const struct label_shape *shape, struct label_report *report) {
    if (label_shape_number(shape->value, "x", 0, 100, report)) label_shape_number(shape->value, "y", 0, 100, report);
    if (json_object_get(shape->value, "width")) label_shape_number(shape->value, "width", 0, 100, report);
}

static void keypoint_key(const json_t *value, struct buf *key) {
    static const char *const place[] = {"x", "y", NULL};
    add_rounded(value, place, key);
}

/* Right within 2 percent of the picture. */
static double keypoint_overlap(const json_t *a, const json_t *b) {
    struct point pa = anchor(a), pb = anchor(b);
    return fmax(0, 1 - hypot(pa.x - pb.x, pa.y - pb.y) / 4);
}

const struct label_geometry label_keypoint_geometry = {keypoint_members, keypoint_check, keypoint_key,
                                                       keypoint_overlap};
const struct control_type label_keypoint = {
    .type = "keypoint", .objects = "Image", .geometry = &label_keypoint_geometry};
const struct control_type label_keypoint_labels = {.type = "keypointlabels",
                                                   .key = "keypointlabels",
                                                   .objects = "Image",
                                                   .geometry = &label_keypoint_geometry,
                                                   LABELS_FUNCTIONS};

/* ------------------------------------------------------------------ mask */

static const char *const brush_members[] = {"format", "rle", NULL};

static void brush_check(const struct label_shape *shape, struct label_report *report) {
    const json_t *format = json_object_get(shape->value, "format");
    const json_t *width = json_object_get(shape->item, "original_width"),
                 *height = json_object_get(shape->item, "original_height");
    if (!json_is_string(format) || strcmp(json_string_value(format), "rle") != 0) {
        report->key = "format";
        label_report(report, -1, "\"format\" of a mask must be \"rle\".");
    }
    if (!json_is_number(width) || !json_is_number(height) || json_number_value(width) < 1 ||
        json_number_value(height) < 1) {
        label_report_item(report, json_is_number(width) ? "/original_height" : "/original_width",
                          "A mask needs original_width and original_height, the picture's size in pixels.");
        return;
    }
    const char *why = label_rle_wrong(json_object_get(shape->value, "rle"), (int64_t)json_number_value(width),
                                      (int64_t)json_number_value(height));
    report->key = "rle";
    if (why) label_report(report, -1, "\"rle\" %s", why);
}

static void brush_key(const json_t *value, struct buf *key) {
    const json_t *rle = json_object_get(value, "rle");
    buf_add_char(key, '[');
    for (size_t i = 0; i < json_array_size(rle); i++)
        buf_printf(key, "%s%d", i ? "," : "", (int)json_integer_value(json_array_get(rle, i)));
    buf_add_char(key, ']');
}

static double brush_overlap(const json_t *a, const json_t *b) {
    return label_rle_overlap(json_object_get(a, "rle"), json_object_get(b, "rle"));
}

const struct label_geometry label_brush_geometry = {brush_members, brush_check, brush_key, brush_overlap};
const struct control_type label_brush = {.type = "brush", .objects = "Image", .geometry = &label_brush_geometry};
const struct control_type label_brush_labels = {.type = "brushlabels",
                                                .key = "brushlabels",
                                                .objects = "Image",
                                                .geometry = &label_brush_geometry,
                                                LABELS_FUNCTIONS};
