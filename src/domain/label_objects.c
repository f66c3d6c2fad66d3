/* Task data against the config: has it what the objects show, and what of it may the page see. */
#include <stdio.h>
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"
#include "domain/label_shapes.h"
#include "domain/sanitize.h"

static const char *kind_of(const json_t *value) {
    switch (json_typeof(value)) {
    case JSON_OBJECT: return "an object";
    case JSON_ARRAY: return "a list";
    case JSON_STRING: return "a text";
    case JSON_TRUE:
    case JSON_FALSE: return "true or false";
    case JSON_NULL: return "null";
    default: return "a number";
    }
}

static bool check_field(const struct label_field *field, const json_t *value, struct problem *p) {
    char path[PROBLEM_PATH_BYTES];
    snprintf(path, sizeof path, "/data/%s", field->name);
    if (!value) {
        problem_field_add(p, path, "The task has no field \"%s\", which the label config shows.", field->name);
        return false;
    }
    if (field->uses & FIELD_CHOICES) return true; /* looked at by the control */
    if (field->uses & FIELD_HTML && !json_is_string(value)) {
        problem_field_add(p, path, "\"%s\" must be a text with HTML, not %s.", field->name, kind_of(value));
        return false;
    }
    if (field->uses & FIELD_ADDRESS) {
        if (json_is_string(value) && label_picture_address(json_string_value(value))) return true;
        problem_field_add(p, path,
                          "\"%s\" must be the address of a picture: http(s)://..., /files/... of this server, or "
                          "data:image/...",
                          field->name);
        return false;
    }
    if (field->uses & FIELD_MEDIA) {
        if (json_is_string(value) && label_media_address(json_string_value(value))) return true;
        problem_field_add(
            p, path, "\"%s\" must be the address of a sound or video file: http(s)://... or /files/... of this server.",
            field->name);
        return false;
    }
    if (field->uses & FIELD_SERIES) return label_series_data(field->name, value, p);
    if (!json_is_string(value) && !json_is_number(value)) {
        problem_field_add(p, path, "\"%s\" must be a text or a number, not %s.", field->name, kind_of(value));
        return false;
    }
    return true;
}

err label_config_check_task(const struct label_config *config, const json_t *data, struct problem *p) {
    bool good = true;
    if (!json_is_object(data)) {
        problem_field_add(p, "/data", "The data of a task must be an object: {\"field\": value, ...}.");
        return problem_set(p, ERR_INVALID, "The data of a task must be an object.");
    }
    int before = p ? p->field_count : 0;
    for (int i = 0; i < config->field_count; i++)
        good &= check_field(&config->fields[i], json_object_get(data, config->fields[i].name), p);
    for (int i = 0; i < config->control_count; i++) {
        const struct label_control *control = &config->controls[i];
        if (control->type->check_data) good &= control->type->check_data(control, data, p);
    }
    if (good) return OK;
    return p && before < PROBLEM_FIELDS_MAX ? problem_set(p, ERR_INVALID, "%s", p->fields[before].detail) : ERR_INVALID;
}

json_t *label_config_page_data(const struct label_config *config, const json_t *data) {
    json_t *out = json_object();
    for (int i = 0; i < config->field_count; i++) {
        const struct label_field *field = &config->fields[i];
        json_t *value = json_object_get(data, field->name);
        if (!value) continue;
        if (!(field->uses & FIELD_HTML)) {
            json_object_set(out, field->name, value);
        } else if (json_is_string(value)) {
            CLEANUP(buf_free) struct buf clean = {0};
            sanitize_html((str){json_string_value(value), json_string_length(value)}, &clean);
            json_object_set_new(out, field->name, json_stringn(buf_str(&clean).data, clean.len));
        }
    }
    return out;
}
