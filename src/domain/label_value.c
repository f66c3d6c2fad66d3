/* Simple values ("Drama", 42) to result lists, for gold columns and the command line. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"

/* The control that a bare value is for: the only one, or the only required one. */
static const struct label_control *only_control(const struct label_config *config) {
    const struct label_control *only = NULL;
    if (config->control_count == 1) return &config->controls[0];
    for (int i = 0; i < config->control_count; i++) {
        if (!config->controls[i].required) continue;
        if (only) return NULL;
        only = &config->controls[i];
    }
    return only;
}

static bool is_result(const json_t *value) {
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!json_is_object(json_array_get(value, i))) return false;
    return json_array_size(value) > 0;
}

/* {"control name": value, ...} */
static bool is_by_name(const struct label_config *config, const json_t *value) {
    const char *name;
    json_t *member;
    json_object_foreach((json_t *)value, name, member) if (!label_control_named(config, name)) return false;
    return json_object_size(value) > 0;
}

static bool is_list_of_texts(const json_t *value) {
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!json_is_string(json_array_get(value, i))) return false;
    return json_array_size(value) > 0;
}

/* What a text holds as JSON, if that is something this takes; a new reference or NULL. */
static json_t *json_in_text(const struct label_config *config, const json_t *value) {
    const char *text = json_string_value(value);
    if (!text || (text[0] != '[' && text[0] != '{')) return NULL;
    json_t *inner = NULL;
    if (json_parse((str){text, json_string_length(value)}, &inner, NULL) != OK) return NULL;
    const struct label_control *only = only_control(config);
    bool is_box = only && json_object_size(inner) == 1 && only->type->key && json_object_get(inner, only->type->key);
    if (is_result(inner) || is_by_name(config, inner) || is_box || (only && is_list_of_texts(inner))) return inner;
    json_decref(inner);
    return NULL;
}

/* Adds the item of one control; false after an error. */
static bool item_add(const struct label_control *control, const json_t *data, const json_t *value, json_t *result,
                     struct problem *p) {
    /* a value as Label Studio writes it: {"choices": [...]} */
    const json_t *own =
        json_object_size(value) == 1 && control->type->key ? json_object_get(value, control->type->key) : NULL;
    json_t *simple = control->of_region || !control->type->value_from
                         ? NULL
                         : control->type->value_from(control, data, own ? own : value);
    if (!simple) {
        problem_field_add(p, "/result", "This value cannot be an answer to \"%.*s\" (%s).", SHORT(control->name),
                          control->type->type);
        return false;
    }
    json_t *item = json_pack("{s:s, s:s, s:s, s:{s:o}}", "from_name", control->name, "to_name", control->to_name,
                             "type", control->type->type, "value", control->type->key, simple);
    json_array_append_new(result, item);
    return true;
}

static bool items_add(const struct label_config *config, const json_t *data, const json_t *value, json_t *result,
                      struct problem *p) {
    bool good = true;
    const char *name;
    json_t *member;
    if (is_by_name(config, value)) {
        json_object_foreach((json_t *)value, name, member) good &=
            item_add(label_control_named(config, name), data, member, result, p);
        return good;
    }
    const struct label_control *only = only_control(config);
    if (only) return item_add(only, data, value, result, p);
    problem_field_add(p, "/result",
                      "The label config has several controls; say which one is answered: {\"%.*s\": ...}.",
                      SHORT(config->controls[0].name));
    return false;
}

static err value_read(const struct label_config *config, const json_t *data, const json_t *value, json_t **result,
                      struct problem *p) {
    CLEANUP(json_drop) json_t *inner = json_in_text(config, value), *made = NULL;
    int before = p ? p->field_count : 0;
    if (inner) value = inner;
    /* An empty list says that there is nothing to mark. */
    if (is_result(value) || (config->has_regions && json_is_array(value) && json_array_size(value) == 0)) {
        made = json_deep_copy(value);
    } else {
        made = json_array();
        if (!items_add(config, data, value, made, p))
            return p && before < PROBLEM_FIELDS_MAX ? problem_set(p, ERR_ANSWER_INVALID, "%s", p->fields[before].detail)
                                                    : ERR_ANSWER_INVALID;
    }
    TRY(label_config_check_answer(config, data, made, p));
    *result = json_incref(made);
    return OK;
}

err label_config_answer_from_value(const struct label_config *config, const json_t *data, const json_t *value,
                                   json_t **result, struct problem *p) {
    *result = NULL;
    struct label_config *made = config->repeats && data ? label_repeat_make(config, data, NULL) : NULL;
    err e = value_read(made ? made : config, data, value, result, p);
    label_config_free(made);
    return e;
}
