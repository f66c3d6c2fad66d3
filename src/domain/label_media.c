/* Regions of sound (stretches of seconds), of time series (stretches of the time column) and of video (a box with key
 * frames), as Label Studio stores them. */
#include <math.h>
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"
#include "domain/label_shapes.h"

enum {
    SECONDS_MAX = 1000000,
    CHANNELS_MAX = 64,
    FRAMES_MAX = 10000000,
    KEY_FRAMES_MAX = 5000,
    TIME_CHARS_MAX = 100,
    COLUMNS_MAX = 100,
    SERIES_ROWS_MAX = 1000000
};

static double number_of(const json_t *value, const char *member) {
    return json_number_value(json_object_get(value, member));
}

/* Shared time by the time of both; a moment by how near the other is. */
static double overlap_1d(double a_start, double a_end, double b_start, double b_end) {
    double both = fmin(a_end, b_end) - fmax(a_start, b_start);
    double either = fmax(a_end, b_end) - fmin(a_start, b_start);
    if (either <= 0) return 1;
    return both > 0 ? both / either : 0;
}

/* ------------------------------------------------------------------ sound */

static const char *const audio_members[] = {"start", "end", "channel", NULL};

static void audio_check(const struct label_shape *shape, struct label_report *report) {
    const json_t *value = shape->value, *length = json_object_get(shape->item, "original_length"),
                 *channel = json_object_get(value, "channel");
    if (length && (!json_is_number(length) || json_number_value(length) <= 0)) {
        label_report_item(report, "/original_length", "original_length is the length of the sound in seconds.");
        return;
    }
    if (channel &&
        (!json_is_integer(channel) || json_integer_value(channel) < 0 || json_integer_value(channel) >= CHANNELS_MAX)) {
        report->key = "channel";
        label_report(report, -1, "\"channel\" must be a whole number from 0 to %d.", CHANNELS_MAX - 1);
    }
    if (!label_shape_number(value, "start", 0, SECONDS_MAX, report) ||
        !label_shape_number(value, "end", 0, SECONDS_MAX, report))
        return;
    report->key = "end";
    if (number_of(value, "end") <= number_of(value, "start"))
        label_report(report, -1, "\"end\" must be later than \"start\".");
    else if (length && number_of(value, "end") > json_number_value(length) + 1)
        label_report(report, -1, "The region ends after the sound does.");
}

/* Tenths of a second. */
static void audio_key(const json_t *value, struct buf *key) {
    buf_printf(key, "[%lld,%lld]", llround(number_of(value, "start") * 10), llround(number_of(value, "end") * 10));
}

static double audio_overlap(const json_t *a, const json_t *b) {
    if (!json_equal(json_object_get(a, "channel"), json_object_get(b, "channel")) && json_object_get(a, "channel") &&
        json_object_get(b, "channel"))
        return 0;
    return overlap_1d(number_of(a, "start"), number_of(a, "end"), number_of(b, "start"), number_of(b, "end"));
}

const struct label_geometry label_audio_geometry = {audio_members, audio_check, audio_key, audio_overlap};
const struct control_type label_audio_labels = {.type = "audiolabels",
                                                .key = "audiolabels",
                                                .objects = "Audio",
                                                .geometry = &label_audio_geometry,
                                                LABELS_FUNCTIONS};

/* ------------------------------------------------------------------ time series */

static const char *const series_members[] = {"start", "end", "instant", NULL};

static bool time_given(const json_t *value, const char *member, struct label_report *report) {
    const json_t *time = json_object_get(value, member);
    size_t chars = json_is_string(time) ? str_utf8_chars(str_from(json_string_value(time))) : 0;
    if ((json_is_number(time) && isfinite(json_number_value(time))) || (chars > 0 && chars <= TIME_CHARS_MAX))
        return true;
    report->key = member;
    label_report(report, -1, "\"%s\" must be a number, or a time written as in the task's data.", member);
    return false;
}

static void series_check(const struct label_shape *shape, struct label_report *report) {
    const json_t *value = shape->value, *start = json_object_get(value, "start"), *end = json_object_get(value, "end"),
                 *instant = json_object_get(value, "instant");
    if (instant && !json_is_boolean(instant)) {
        report->key = "instant";
        label_report(report, -1, "\"instant\" must be true or false.");
    }
    if (!time_given(value, "start", report) || !time_given(value, "end", report)) return;
    report->key = "end";
    if (json_is_number(start) != json_is_number(end))
        label_report(report, -1, "\"start\" and \"end\" must both be numbers or both be texts.");
    else if (json_is_number(start) && json_number_value(end) < json_number_value(start))
        label_report(report, -1, "\"end\" must not be before \"start\".");
    report->key = "instant";
    if (json_is_true(instant) && !json_equal(start, end) && json_number_value(start) != json_number_value(end))
        label_report(report, -1, "A region that is an instant must end where it starts.");
}

static void series_key(const json_t *value, struct buf *key) {
    static const char *const ends[] = {"start", "end"};
    buf_add_char(key, '[');
    for (int i = 0; i < 2; i++) {
        const json_t *time = json_object_get(value, ends[i]);
        if (i) buf_add_char(key, ',');
        if (json_is_string(time))
            buf_add_json_string(key, str_from(json_string_value(time)));
        else
            label_number_write(key, json_number_value(time));
    }
    buf_add_char(key, ']');
}

static double series_overlap(const json_t *a, const json_t *b) {
    if (json_is_number(json_object_get(a, "start")) && json_is_number(json_object_get(b, "start")))
        return overlap_1d(number_of(a, "start"), number_of(a, "end"), number_of(b, "start"), number_of(b, "end"));
    return json_equal(json_object_get(a, "start"), json_object_get(b, "start")) &&
           json_equal(json_object_get(a, "end"), json_object_get(b, "end"));
}

const struct label_geometry label_series_geometry = {series_members, series_check, series_key, series_overlap};
const struct control_type label_series_labels = {.type = "timeserieslabels",
                                                 .key = "timeserieslabels",
                                                 .objects = "TimeSeries",
                                                 .geometry = &label_series_geometry,
                                                 LABELS_FUNCTIONS};

static bool columns_good(const json_t *value) {
    const char *name;
    json_t *column;
    size_t rows = 0, count = 0;
    if (json_object_size(value) == 0 || json_object_size(value) > COLUMNS_MAX) return false;
    json_object_foreach((json_t *)value, name, column) {
        if (!json_is_array(column) || json_array_size(column) > SERIES_ROWS_MAX) return false;
        if (count++ > 0 && json_array_size(column) != rows) return false;
        rows = json_array_size(column);
        for (size_t i = 0; i < rows; i++) {
            const json_t *cell = json_array_get(column, i);
            if (!json_is_number(cell) && !json_is_string(cell) && !json_is_null(cell)) return false;
        }
    }
    return rows > 0;
}

bool label_series_data(const char *field, const json_t *value, struct problem *p) {
    char path[PROBLEM_PATH_BYTES];
    snprintf(path, sizeof path, "/data/%s", field);
    if (json_is_string(value)) {
        const char *text = json_string_value(value);
        if (strncmp(text, "/files/", 7) == 0 ? label_media_address(text) : strpbrk(text, "\r\n") != NULL) return true;
        problem_field_add(p, path,
                          "\"%s\" must be a time series: CSV as a text with a line of column names, /files/... of this "
                          "server, or {\"column\": [values], ...}.",
                          field);
        return false;
    }
    if (json_is_object(value) && columns_good(value)) return true;
    problem_field_add(
        p, path, "\"%s\" must be a time series: at most %d columns {\"column\": [values], ...} of the same length.",
        field, COLUMNS_MAX);
    return false;
}

/* ------------------------------------------------------------------ video */

static const char *const video_members[] = {"framesCount", "duration", "sequence", "labels", NULL};

/* Which config it is of: the labels of a video's box come from the <Labels> beside it, into the box's own item. */
static void video_setup(struct label_parse *parse, struct label_control *control) { control->rules = parse->config; }

static void video_labels_check(const struct label_shape *shape, struct label_report *report) {
    const struct label_config *config = shape->control->rules;
    const json_t *labels = json_object_get(shape->value, "labels");
    const struct label_control *only = NULL;
    int count = 0;
    report->key = "labels";
    for (int i = 0; i < config->control_count; i++) {
        const struct label_control *other = &config->controls[i];
        if (!other->type->labels || strcmp(other->to_name, shape->control->to_name) != 0) continue;
        only = other;
        count++;
    }
    if (count == 0)
        label_report(report, -1, "\"%.*s\" offers no labels.", SHORT(shape->control->name));
    else if (count == 1 && json_array_size(labels) > 0)
        label_labels_check(only, shape->data, labels, report);
    else if (!json_is_array(labels))
        label_report(report, -1, "\"labels\" must be a list of labels.");
    for (size_t k = 0; count > 1 && k < json_array_size(labels); k++) {
        const char *name = json_string_value(json_array_get(labels, k));
        bool known = false;
        for (int i = 0; name && i < config->control_count; i++)
            known |= strcmp(config->controls[i].to_name, shape->control->to_name) == 0 &&
                     label_labels_knows(&config->controls[i], name);
        if (!known) label_report(report, (int)k, "No <Labels> here has the label \"%.*s\".", SHORT(name ? name : ""));
    }
}

static bool key_frame_check(const json_t *frame, size_t index, double before, double frames,
                            struct label_report *report) {
    static const char *const place[] = {"x", "y", "width", "height"};
    const json_t *number = json_object_get(frame, "frame"), *enabled = json_object_get(frame, "enabled"),
                 *time = json_object_get(frame, "time"), *rotation = json_object_get(frame, "rotation");
    double at = json_number_value(number);
    const char *why = NULL;
    if (!json_is_object(frame) || !json_is_integer(number) || at < 1 || at > FRAMES_MAX)
        why = "\"frame\" of a key frame must be a whole number from 1.";
    else if (at <= before)
        why = "Key frames must be in the order of their frames, each frame once.";
    else if (frames > 0 && at > frames + 1)
        why = "A key frame lies behind the video's last frame.";
    else if (enabled && !json_is_boolean(enabled))
        why = "\"enabled\" of a key frame must be true or false.";
    else if (time && (!json_is_number(time) || json_number_value(time) < 0 || json_number_value(time) > SECONDS_MAX))
        why = "\"time\" of a key frame must be a number of seconds from 0.";
    else if (rotation && (!json_is_number(rotation) || fabs(json_number_value(rotation)) > 360))
        why = "\"rotation\" of a key frame must be a number from -360 to 360.";
    for (int i = 0; !why && i < 4; i++) {
        const json_t *part = json_object_get(frame, place[i]);
        /* Label Studio lets a box leave the picture while it moves. */
        if (!json_is_number(part) || fabs(json_number_value(part)) > 300 || (i > 1 && json_number_value(part) < 0))
            why = "x, y, width and height of a key frame must be numbers, in percent of the video's picture.";
    }
    if (why) label_report(report, (int)index, "%s", why);
    return !why;
}

static void video_check(const struct label_shape *shape, struct label_report *report) {
    const json_t *value = shape->value, *sequence = json_object_get(value, "sequence"),
                 *count = json_object_get(value, "framesCount"), *duration = json_object_get(value, "duration");
    double frames = json_number_value(count), before = 0;
    if (count && (!json_is_integer(count) || frames < 1 || frames > FRAMES_MAX)) {
        report->key = "framesCount";
        label_report(report, -1, "\"framesCount\" must be a whole number from 1 to %d.", FRAMES_MAX);
        frames = 0;
    }
    if (duration) label_shape_number(value, "duration", 0, SECONDS_MAX, report);
    report->key = "sequence";
    if (!json_is_array(sequence) || json_array_size(sequence) == 0 || json_array_size(sequence) > KEY_FRAMES_MAX) {
        label_report(report, -1, "\"sequence\" must be a list of 1 to %d key frames.", KEY_FRAMES_MAX);
    } else {
        for (size_t i = 0; i < json_array_size(sequence); i++) {
            const json_t *frame = json_array_get(sequence, i);
            if (!key_frame_check(frame, i, before, frames, report)) break;
            before = json_number_value(json_object_get(frame, "frame"));
        }
    }
    if (json_object_get(value, "labels")) video_labels_check(shape, report);
}

static void video_key(const json_t *value, struct buf *key) {
    const json_t *sequence = json_object_get(value, "sequence"), *labels = json_object_get(value, "labels");
    buf_add_char(key, '[');
    label_labels_add_key(NULL, labels, key);
    for (size_t i = 0; i < json_array_size(sequence); i++) {
        const json_t *frame = json_array_get(sequence, i);
        buf_printf(key, ",[%lld,%lld,%lld,%lld,%lld]", (long long)number_of(frame, "frame"),
                   llround(number_of(frame, "x")), llround(number_of(frame, "y")), llround(number_of(frame, "width")),
                   llround(number_of(frame, "height")));
    }
    buf_add_char(key, ']');
}

/* Where the box is at a frame, between its key frames; false when it is not shown there. */
static bool box_at(const json_t *value, double at, double box[4]) {
    static const char *const place[] = {"x", "y", "width", "height"};
    const json_t *sequence = json_object_get(value, "sequence"), *last = NULL, *next = NULL;
    for (size_t i = 0; i < json_array_size(sequence) && !next; i++) {
        const json_t *frame = json_array_get(sequence, i);
        if (number_of(frame, "frame") <= at)
            last = frame;
        else
            next = frame;
    }
    if (!last) return false;
    bool on_key = number_of(last, "frame") == at;
    if (json_is_false(json_object_get(last, "enabled")) && !on_key) return false;
    double share = next ? (at - number_of(last, "frame")) / (number_of(next, "frame") - number_of(last, "frame")) : 0;
    for (int i = 0; i < 4; i++)
        box[i] = number_of(last, place[i]) * (1 - share) + (next ? number_of(next, place[i]) * share : 0);
    return true;
}

static bool labels_same(const json_t *a, const json_t *b) {
    CLEANUP(buf_free) struct buf x = {0}, y = {0};
    label_labels_add_key(NULL, json_object_get(a, "labels"), &x);
    label_labels_add_key(NULL, json_object_get(b, "labels"), &y);
    return str_equal(buf_str(&x), buf_str(&y));
}

/* The boxes' overlap in the mean over up to 64 frames between the first and the last key frame of both. */
static double video_overlap(const json_t *a, const json_t *b) {
    enum { STEPS = 64 };
    const json_t *sa = json_object_get(a, "sequence"), *sb = json_object_get(b, "sequence");
    if (!labels_same(a, b)) return 0;
    double from = fmin(number_of(json_array_get(sa, 0), "frame"), number_of(json_array_get(sb, 0), "frame"));
    double to = fmax(number_of(json_array_get(sa, json_array_size(sa) - 1), "frame"),
                     number_of(json_array_get(sb, json_array_size(sb) - 1), "frame"));
    double sum = 0;
    int seen = 0;
    for (int i = 0; i < STEPS; i++) {
        double at = round(from + (to - from) * i / (STEPS - 1)), x[4], y[4];
        bool in_a = box_at(a, at, x), in_b = box_at(b, at, y);
        if (!in_a && !in_b) continue;
        seen++;
        if (!in_a || !in_b) continue;
        double w = fmin(x[0] + x[2], y[0] + y[2]) - fmax(x[0], y[0]),
               h = fmin(x[1] + x[3], y[1] + y[3]) - fmax(x[1], y[1]), both = w > 0 && h > 0 ? w * h : 0;
        double either = x[2] * x[3] + y[2] * y[3] - both;
        sum += either > 0 ? both / either : 0;
    }
    return seen ? sum / seen : 1;
}

const struct label_geometry label_video_geometry = {video_members, video_check, video_key, video_overlap};
const struct control_type label_video_rectangle = {
    .type = "videorectangle", .objects = "Video", .geometry = &label_video_geometry, .setup = video_setup};
