/* Task data against the config: has it what the objects show, and what of it may the page see. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"
#include "domain/label_shapes.h"
#include "domain/markdown.h"
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
    if (field->uses & (FIELD_CHOICES | FIELD_PARAGRAPHS | FIELD_ITEMS | FIELD_MESSAGES | FIELD_TABLE | FIELD_PICTURES))
        return true; /* looked at by the control or object */
    if (field->uses & FIELD_LIST) {
        if (json_is_array(value) && json_array_size(value) <= LABEL_REPEATS_MAX) return true;
        problem_field_add(p, path, "\"%s\" must be a list of at most %d items, not %s.", field->name, LABEL_REPEATS_MAX,
                          json_is_array(value) ? "a longer one" : kind_of(value));
        return false;
    }
    if (field->uses & (FIELD_HTML | FIELD_MARKDOWN)) {
        if (json_is_string(value)) return true;
        problem_field_add(p, path, "\"%s\" must be a text with %s, not %s.", field->name,
                          field->uses & FIELD_HTML ? "HTML" : "Markdown", kind_of(value));
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
        problem_field_add(p, path,
                          "\"%s\" must be the address of a sound or video file: http(s)://..., /files/... of this "
                          "server, or data:audio/...",
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

static bool objects_check(const struct label_node *node, const json_t *data, struct problem *p) {
    bool good = !node->tag->check_data || node->tag->check_data(node, data, p);
    for (const struct label_node *child = node->first; child; child = child->next)
        good &= objects_check(child, data, p);
    return good;
}

static bool data_check(const struct label_config *config, const json_t *data, struct problem *p) {
    bool good = true;
    for (int i = 0; i < config->field_count; i++)
        good &= check_field(&config->fields[i], label_data_get(data, config->fields[i].name), p);
    for (int i = 0; i < config->control_count; i++) {
        const struct label_control *control = &config->controls[i];
        if (control->type->check_data) good &= control->type->check_data(control, data, p);
    }
    return objects_check(config->root, data, p) && good;
}

/* First the lists that are repeated, then what their items must have. */
static bool repeated_check(const struct label_config *config, const json_t *data, struct problem *p) {
    for (int i = 0; i < config->field_count; i++) {
        const struct label_field *field = &config->fields[i];
        bool is_list = field->uses & FIELD_LIST && !strpbrk(field->name, "[.");
        if (is_list && !check_field(field, json_object_get(data, field->name), p)) return false;
    }
    struct label_config *made = label_repeat_make(config, data, NULL);
    if (!made) {
        problem_field_add(p, "/data", "The lists that the label config repeats are empty or too long.");
        return false;
    }
    bool good = data_check(made, data, p);
    label_config_free(made);
    return good;
}

err label_config_check_task(const struct label_config *config, const json_t *data, struct problem *p) {
    if (!json_is_object(data)) {
        problem_field_add(p, "/data", "The data of a task must be an object: {\"field\": value, ...}.");
        return problem_set(p, ERR_INVALID, "The data of a task must be an object.");
    }
    int before = p ? p->field_count : 0;
    if (config->repeats ? repeated_check(config, data, p) : data_check(config, data, p)) return OK;
    return p && before < PROBLEM_FIELDS_MAX ? problem_set(p, ERR_INVALID, "%s", p->fields[before].detail) : ERR_INVALID;
}

/* ------------------------------------------------------------------ what the page sees */

/* Replaces what a path leads to. out holds a copy of the data's member. */
static void path_set(json_t *out, const char *path, json_t *value) {
    const char *last = path + strlen(path);
    while (last > path && *last != '.' && *last != '[') last--;
    char before[PROBLEM_PATH_BYTES];
    snprintf(before, sizeof before, "%.*s", (int)(last - path), path);
    json_t *parent = label_data_get(out, before);
    if (*last == '[')
        json_array_set_new(parent, strtoul(last + 1, NULL, 10), value);
    else
        json_object_set_new(parent, last + (*last == '.'), value);
}

static json_t *html_of(const json_t *text, bool is_markdown) {
    CLEANUP(buf_free) struct buf clean = {0};
    str plain = {json_string_value(text), json_string_length(text)};
    (is_markdown ? markdown_math_html : sanitize_html)(plain, &clean);
    return json_stringn(buf_str(&clean).data, clean.len);
}

/* A list with one member of each object made safe; html: the member that gets it. */
static json_t *list_shown(const json_t *list, const char *from, const char *to, bool is_markdown) {
    json_t *out = json_array();
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *item = json_deep_copy(json_array_get(list, i)), *text = json_object_get(item, from);
        if (json_is_string(text))
            json_object_set_new(item, to, html_of(text, is_markdown));
        else
            json_object_del(item, to);
        json_array_append_new(out, item);
    }
    return out;
}

static json_t *field_shown(const struct label_field *field, const json_t *value) {
    if (field->uses & (FIELD_HTML | FIELD_MARKDOWN))
        return json_is_string(value) ? html_of(value, field->uses & FIELD_MARKDOWN) : NULL;
    if (field->uses & FIELD_ITEMS) return list_shown(value, "html", "html", false);
    if (field->uses & FIELD_MESSAGES) return list_shown(value, "content", "html", true);
    return NULL;
}

static json_t *data_shown(const struct label_config *config, const json_t *data) {
    json_t *out = json_object();
    for (int i = 0; i < config->field_count; i++) {
        const struct label_field *field = &config->fields[i];
        size_t top = strcspn(field->name, ".[");
        json_t *value = json_object_getn(data, field->name, top);
        bool unsafe = field->uses & (FIELD_HTML | FIELD_MARKDOWN | FIELD_ITEMS | FIELD_MESSAGES);
        if (!value || json_object_getn(out, field->name, top)) continue;
        if (!unsafe || field->name[top]) json_object_setn_new(out, field->name, top, json_deep_copy(value));
    }
    for (int i = 0; i < config->field_count; i++) {
        const struct label_field *field = &config->fields[i];
        const json_t *value = label_data_get(data, field->name);
        json_t *shown = value ? field_shown(field, value) : NULL;
        if (!shown) continue;
        if (strpbrk(field->name, ".["))
            path_set(out, field->name, shown);
        else
            json_object_set_new(out, field->name, shown);
    }
    return out;
}

json_t *label_config_page_data(const struct label_config *config, const json_t *data) {
    if (!config->repeats) return data_shown(config, data);
    struct label_config *made = label_repeat_make(config, data, NULL);
    json_t *out = made ? data_shown(made, data) : json_object();
    /* The lists themselves: the page repeats by them. */
    for (int i = 0; i < config->field_count; i++) {
        const struct label_field *field = &config->fields[i];
        json_t *value = json_object_get(data, field->name);
        if (field->uses & FIELD_LIST && value && !json_object_get(out, field->name))
            json_object_set_new(out, field->name, json_deep_copy(value));
    }
    label_config_free(made);
    return out;
}
