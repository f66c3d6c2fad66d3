/* The rules by which a JSON value becomes a task, and the checks that all formats share. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "formats/import_internal.h"

void import_row_parts_free(struct import_row_parts *parts) {
    json_drop(&parts->gold);
    buf_free(&parts->external_id);
    buf_free(&parts->wrong);
    buf_free(&parts->wrong_field);
}

void import_text_clean(char *text) {
    if (str_utf8_valid(str_from(text))) return;
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80) *text = '?';
}

bool import_row_refuse(struct import_row *row, struct import_row_parts *parts, const char *field, const char *format,
                       ...) {
    char text[PROBLEM_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    import_text_clean(text);
    buf_clear(&parts->wrong);
    buf_add_text(&parts->wrong, text);
    buf_clear(&parts->wrong_field);
    buf_add_text(&parts->wrong_field, field ? field : "");
    row->wrong = parts->wrong.data;
    row->wrong_field = parts->wrong_field.data;
    row->data = row->gold = row->predictions = row->annotations = NULL;
    row->external_id = NULL;
    row->priority = 0;
    return false;
}

bool import_external_id_check(struct import_row *row, struct import_row_parts *parts) {
    size_t chars = str_utf8_chars(buf_str(&parts->external_id));
    if (chars > EXTERNAL_ID_CHARS_MAX)
        return import_row_refuse(row, parts, "external_id", "The external_id has %zu characters; at most %d are taken.",
                                 chars, EXTERNAL_ID_CHARS_MAX);
    row->external_id = chars ? parts->external_id.data : NULL;
    return true;
}

bool import_priority_check(struct import_row *row, struct import_row_parts *parts, int64_t priority) {
    if (priority < 0 || priority > PRIORITY_MAX)
        return import_row_refuse(row, parts, "priority", "The priority must be a whole number from 0 to %d.",
                                 PRIORITY_MAX);
    row->priority = (int)priority;
    return true;
}

/* Rewriting compactly makes a text at most eight times longer ("1e5," becomes "100000.0,"), so
 * that most rows need no exact measure. */
bool import_data_check(struct import_row *row, struct import_row_parts *parts, size_t bytes_at_most) {
    if (json_object_size(row->data) > IMPORT_FIELDS_MAX)
        return import_row_refuse(row, parts, NULL, "The data has %zu fields; at most %d are taken.",
                                 json_object_size(row->data), IMPORT_FIELDS_MAX);
    if (bytes_at_most <= TASK_DATA_BYTES_MAX / 8) return true;
    CLEANUP(buf_free) struct buf text = {0};
    json_write(&text, row->data, false);
    size_t bytes = text.len;
    if (bytes <= TASK_DATA_BYTES_MAX) return true;
    return import_row_refuse(
        row, parts, NULL,
        "The data is %zu bytes long; at most %d are taken. Put long texts and pictures into files and "
        "give their addresses.",
        bytes, TASK_DATA_BYTES_MAX);
}

static bool external_id_take(const json_t *value, struct import_row *row, struct import_row_parts *parts) {
    buf_clear(&parts->external_id);
    if (json_is_string(value))
        buf_add(&parts->external_id, json_string_value(value), json_string_length(value));
    else if (json_is_integer(value))
        buf_printf(&parts->external_id, "%" PRId64, (int64_t)json_integer_value(value));
    else if (value && !json_is_null(value))
        return import_row_refuse(row, parts, "external_id", "The external_id must be a text or a whole number.");
    return import_external_id_check(row, parts);
}

static bool priority_take(const json_t *value, struct import_row *row, struct import_row_parts *parts) {
    if (!value || json_is_null(value)) return true;
    return import_priority_check(row, parts, json_is_integer(value) ? json_integer_value(value) : -1);
}

static json_t *given(json_t *value) { return json_is_null(value) ? NULL : value; }

/* The three members that are the task's own in both shapes. */
static bool own_members_take(const json_t *object, const char *id_member, struct import_row *row,
                             struct import_row_parts *parts) {
    parts->gold = json_incref(given(json_object_get(object, "gold")));
    row->gold = parts->gold;
    return external_id_take(json_object_get(object, id_member), row, parts) &&
           priority_take(json_object_get(object, "priority"), row, parts);
}

static bool list_take(const json_t *object, const char *member, json_t **list, struct import_row *row,
                      struct import_row_parts *parts) {
    *list = given(json_object_get(object, member));
    if (!*list || json_is_array(*list)) return true;
    return import_row_refuse(row, parts, member, "The %s must be a list.", member);
}

static json_t *ground_truth(json_t *annotations) {
    size_t i;
    json_t *annotation;
    json_array_foreach(annotations, i, annotation) {
        if (json_is_true(json_object_get(annotation, "ground_truth")) &&
            !json_is_true(json_object_get(annotation, "was_cancelled")))
            return given(json_object_get(annotation, "result"));
    }
    return NULL;
}

static bool label_studio_take(json_t *task, json_t *data, struct import_row *row, struct import_row_parts *parts) {
    if (!own_members_take(task, json_object_get(task, "external_id") ? "external_id" : "id", row, parts)) return false;
    if (!list_take(task, "predictions", &row->predictions, row, parts)) return false;
    if (!list_take(task, "annotations", &row->annotations, row, parts)) return false;
    if (!row->gold) row->gold = ground_truth(row->annotations);
    row->data = data;
    return true;
}

static bool plain_take(json_t *object, struct import_row *row, struct import_row_parts *parts) {
    if (!own_members_take(object, "external_id", row, parts)) return false;
    json_object_del(object, "external_id");
    json_object_del(object, "priority");
    json_object_del(object, "gold");
    row->data = object;
    return true;
}

void import_row_take(json_t *value, size_t value_bytes, struct import_row *row, struct import_row_parts *parts) {
    json_drop(&parts->gold);
    row->data = row->gold = row->predictions = row->annotations = NULL;
    row->external_id = row->wrong = row->wrong_field = NULL;
    row->priority = 0;
    if (!json_is_object(value)) {
        import_row_refuse(row, parts, NULL,
                          "This is not a JSON object; a task is an object such as {\"text\": \"...\"}.");
        return;
    }
    json_t *data = json_object_get(value, "data");
    bool good = json_is_object(data) ? label_studio_take(value, data, row, parts) : plain_take(value, row, parts);
    if (good) import_data_check(row, parts, value_bytes);
}
