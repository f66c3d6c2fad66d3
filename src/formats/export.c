#include "formats/export.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "formats/export_internal.h"

/* --- small pieces. printf's floating point follows the locale, so numbers are written from integers. --- */

void export_add_id(struct buf *out, int64_t id) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = id < 0 ? 0 - (uint64_t)id : (uint64_t)id;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (id < 0) digits[--at] = '-';
    buf_add(out, digits + at, sizeof digits - at);
}

/* value / 10^places without trailing zeros */
static void add_decimal(struct buf *out, int64_t value, int places) {
    if (value < 0) value = 0;
    int64_t unit = 1;
    for (int i = 0; i < places; i++) unit *= 10;
    export_add_id(out, value / unit);
    int64_t rest = value % unit;
    if (rest == 0) return;
    buf_add_char(out, '.');
    while (rest) {
        unit /= 10;
        buf_add_char(out, (char)('0' + rest / unit));
        rest %= unit;
    }
}

void export_add_seconds(struct buf *out, int64_t usec) {
    if (usec < 0) usec = 0;
    add_decimal(out, usec / 1000 + (usec % 1000 >= 500), 3);
}

void export_add_share(struct buf *out, double share) {
    bool inside = share >= 0 && share <= 1; /* false for NaN */
    add_decimal(out, inside ? llround(share * 1e6) : 0, 6);
}

static void add_time(struct buf *out, int64_t usec) {
    char text[21];
    clock_format(usec, text);
    buf_add_char(out, '"');
    buf_add(out, text, 20);
    buf_add_char(out, '"');
}

void export_add_time_usec(struct buf *out, int64_t usec) {
    char text[21], fraction[9] = ".000000Z";
    clock_format(usec, text);
    for (int64_t i = 6, rest = usec < 0 ? 0 : usec % 1000000; i > 0; i--, rest /= 10)
        fraction[i] = (char)('0' + rest % 10);
    buf_add_char(out, '"');
    buf_add(out, text, 19);
    buf_add(out, fraction, 8);
    buf_add_char(out, '"');
}

void export_add_text(struct buf *out, const char *text) {
    if (text)
        buf_add_json_string(out, str_from(text));
    else
        buf_add(out, "null", 4);
}

/* A line break in a JSON text can only be white space between its tokens. */
void export_add_json(struct buf *out, const char *json, const char *otherwise) {
    size_t start = out->len;
    buf_add_text(out, json ? json : otherwise);
    char *end = out->data + out->len;
    for (char *p = out->data + start; (p = memchr(p, '\n', (size_t)(end - p)));) *p = ' ';
}

void export_object_begin(struct export_writer *w, struct buf *out) {
    if (w->object_count++ > 0) buf_add_text(out, export_format_lines(w->format) ? "\n" : ",\n");
}

/* --- Faena's own JSON --- */

static void annotation_add(const struct export_annotation *a, struct buf *out) {
    buf_add_text(out, "{\"id\":");
    export_add_id(out, a->id);
    buf_add_text(out, ",\"worker\":");
    export_add_text(out, a->worker);
    buf_add_text(out, ",\"state\":");
    export_add_text(out, a->state);
    buf_add_text(out, ",\"reason\":");
    export_add_text(out, a->reason);
    buf_add_text(out, ",\"created_at\":");
    add_time(out, a->created_usec);
    buf_add_text(out, ",\"seconds\":");
    export_add_seconds(out, a->work_usec);
    buf_add_text(out, ",\"result\":");
    export_add_json(out, a->result, "[]");
    buf_add_char(out, '}');
}

static void json_task(struct export_writer *w, const struct export_task *task, struct buf *out) {
    export_object_begin(w, out);
    buf_add_text(out, "{\"task\":");
    export_add_id(out, task->id);
    buf_add_text(out, ",\"external_id\":");
    export_add_text(out, task->external_id);
    buf_add_text(out, ",\"data\":");
    export_add_json(out, task->data, "{}");
    buf_add_text(out, ",\"label\":");
    export_add_json(out, task->label, "null");
    buf_add_text(out, ",\"share\":");
    if (task->label)
        export_add_share(out, task->share);
    else
        buf_add_text(out, "null");
    buf_add_text(out, ",\"posterior\":");
    if (task->label && task->has_posterior)
        export_add_share(out, task->posterior);
    else
        buf_add_text(out, "null");
    buf_add_text(out, ",\"method\":");
    export_add_text(out, task->label ? task->method : NULL);
    buf_add_text(out, ",\"answers\":");
    export_add_id(out, task->answers);
    buf_add_text(out, ",\"gold\":");
    export_add_json(out, task->gold, "null");
    if (task->soft) {
        buf_add_text(out, ",\"soft\":");
        export_add_json(out, task->soft, "null");
    }
    buf_add_text(out, ",\"annotations\":[");
    for (int i = 0; i < task->annotation_count; i++) {
        if (i) buf_add_char(out, ',');
        annotation_add(&task->annotations[i], out);
    }
    buf_add_text(out, "]}");
}

/* --- one control's answers, for statistics --- */

void export_answers_task(struct export_writer *w, const struct export_task *task, struct buf *out) {
    for (int i = 0; i < task->annotation_count; i++) {
        const struct export_annotation *a = &task->annotations[i];
        if (strcmp(a->state, "submitted") != 0 && strcmp(a->state, "approved") != 0) continue;
        export_object_begin(w, out);
        buf_add_text(out, "{\"task\":");
        export_add_id(out, task->id);
        buf_add_text(out, ",\"worker\":");
        export_add_text(out, a->worker);
        buf_add_text(out, ",\"label\":");
        export_add_text(out, a->value);
        buf_add_text(out, ",\"gold\":");
        export_add_text(out, task->gold_value);
        buf_add_text(out, ",\"fixed\":");
        export_add_text(out, task->fixed_value);
        buf_add_char(out, '}');
    }
}

/* --- the writer --- */

struct export_writer *export_begin(enum export_format format, int64_t project_id, const json_t *fields,
                                   const json_t *controls, struct buf *out) {
    struct export_writer *w = mem_alloc(sizeof *w);
    w->format = format;
    w->project_id = project_id;
    w->fields = fields;
    w->controls = controls;
    if (format == EXPORT_CSV)
        export_csv_begin(w, out);
    else if (!export_format_lines(format))
        buf_add_text(out, "[\n");
    return w;
}

void export_task(struct export_writer *w, const struct export_task *task, struct buf *out) {
    w->task_count++;
    switch (w->format) {
    case EXPORT_JSON:
    case EXPORT_JSONL: json_task(w, task, out); break;
    case EXPORT_CSV: export_csv_task(w, task, out); break;
    case EXPORT_LABEL_STUDIO: export_label_studio_task(w, task, out); break;
    case EXPORT_JSON_MIN: export_json_min_task(w, task, out); break;
    case EXPORT_ANSWERS: export_answers_task(w, task, out); break;
    }
}

void export_end(struct export_writer *w, struct buf *out) {
    if (w->object_count > 0) buf_add_char(out, '\n');
    if (!export_format_lines(w->format)) buf_add_text(out, "]\n");
    export_drop(w);
}

void export_drop(struct export_writer *w) {
    if (!w) return;
    buf_free(&w->cell);
    free(w->values);
    free(w->items);
    free(w->control_items);
    free(w);
}

static const struct {
    const char *name, *type, *ending;
} formats[] = {
    [EXPORT_JSON] = {"json", "application/json", ".json"},
    [EXPORT_JSONL] = {"jsonl", "application/x-ndjson", ".jsonl"},
    [EXPORT_CSV] = {"csv", "text/csv; charset=utf-8", ".csv"},
    [EXPORT_LABEL_STUDIO] = {"label_studio", "application/json", ".label_studio.json"},
    [EXPORT_JSON_MIN] = {"json_min", "application/json", ".min.json"},
    [EXPORT_ANSWERS] = {"answers", "application/x-ndjson", ".answers.jsonl"},
};

bool export_format_named(const char *name, enum export_format *format) {
    for (size_t i = 0; name && i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(name, formats[i].name) != 0) continue;
        *format = (enum export_format)i;
        return true;
    }
    return false;
}

bool export_format_lines(enum export_format format) {
    return format == EXPORT_JSONL || format == EXPORT_CSV || format == EXPORT_ANSWERS;
}

const char *export_format_type(enum export_format format) { return formats[format].type; }
const char *export_format_ending(enum export_format format) { return formats[format].ending; }
