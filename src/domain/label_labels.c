/* Controls that hold <Label>s: <Labels>, <RectangleLabels> ... Their value is a list of labels: {"labels": ["Person"]}.
 *
 * A label's name in a result is its alias if it has one, else its value. With value="$field" more labels come from the
 * task, as texts or {"value", "alias", "background", "hotkey"}. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"

struct label {
    const char *value, *alias; /* alias may be NULL */
    int uses_max;              /* 0 = any number */
};

struct labels_rules {
    struct label *labels;
    int count;
    int uses_max; /* of each label; 0 = any number */
    bool multiple, may_be_empty;
    const char *field; /* of task data, NULL = none */
};

static const char *name_of(const struct label *label) { return label->alias ? label->alias : label->value; }

/* ------------------------------------------------------------------ parsing */

static int whole_number(const struct label_node *node, const char *attr) {
    double number = 0;
    label_attr_number(node, attr, &number);
    return number >= 1 && number <= 1000000 ? (int)number : 0;
}

static void label_read(struct label_parse *parse, const struct label_node *node, struct label *label) {
    const char *alias = label_attr(node, "alias");
    label->value = label_attr(node, "value");
    label->alias = alias && alias[0] ? alias : NULL;
    label->uses_max = whole_number(node, "maxUsages");
    if (str_utf8_chars(str_from(label->value)) > LABEL_CHOICE_CHARS_MAX ||
        (alias && str_utf8_chars(str_from(alias)) > LABEL_CHOICE_CHARS_MAX))
        label_wrong(parse, node->offset, "value and alias of a label have at most %d characters.",
                    LABEL_CHOICE_CHARS_MAX);
}

void label_labels_setup(struct label_parse *parse, struct label_control *control) {
    struct labels_rules *rules = control->rules = arena_alloc(&parse->config->arena, sizeof *rules);
    const char *choice = label_attr(control->node, "choice"), *field = label_attr(control->node, "value");
    rules->multiple = choice && strcmp(choice, "multiple") == 0;
    rules->may_be_empty = label_attr_true(control->node, "allowEmpty");
    rules->uses_max = whole_number(control->node, "maxUsages");
    if (field) rules->field = field + 1; /* "$field" */
    int count = 0;
    for (const struct label_node *node = control->node->first; node; node = node->next) count++;
    rules->labels = arena_alloc(&parse->config->arena, sizeof *rules->labels * (size_t)(count + 1));
    struct label_list names = {0};
    for (struct label_node *node = control->node->first; node; node = node->next) {
        if (!node->tag || strcmp(node->tag->name, "Label") != 0 || !label_attr(node, "value")) continue;
        struct label *label = &rules->labels[rules->count++];
        label_read(parse, node, label);
        label_list_add(&names, name_of(label), node, node->offset);
    }
    label_list_sort(&names);
    for (int i = 1; i < names.count; i++)
        if (strcmp(names.entries[i].text, names.entries[i - 1].text) == 0)
            label_wrong(parse, names.entries[i].offset, "The label \"%.*s\" is there twice.",
                        SHORT(names.entries[i].text));
    label_list_free(&names);
    if (!control->node->first && !field)
        label_wrong(parse, control->node->offset,
                    "<%s> has no labels: put <Label value=\"...\"/> into it, or value=\"$field\".",
                    control->node->tag->name);
}

bool label_labels_knows(const struct label_control *control, const char *name) {
    const struct labels_rules *rules = control->rules;
    if (!control->type->labels) return false;
    for (int i = 0; i < rules->count; i++)
        if (strcmp(rules->labels[i].value, name) == 0 || strcmp(name_of(&rules->labels[i]), name) == 0) return true;
    return rules->field != NULL;
}

/* ------------------------------------------------------------------ labels in task data */

static const char *item_value(const json_t *item) {
    return json_is_object(item) ? json_string_value(json_object_get(item, "value")) : json_string_value(item);
}

static const char *item_name(const json_t *item) {
    const char *alias = json_is_object(item) ? json_string_value(json_object_get(item, "alias")) : NULL;
    return alias && alias[0] ? alias : item_value(item);
}

static const json_t *task_list(const struct labels_rules *rules, const json_t *data) {
    return rules->field ? label_data_get(data, rules->field) : NULL;
}

static const json_t *task_label(const struct labels_rules *rules, const json_t *data, const char *name) {
    const json_t *list = task_list(rules, data);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *own = item_name(json_array_get(list, i));
        if (own && strcmp(own, name) == 0) return json_array_get(list, i);
    }
    return NULL;
}

bool label_labels_check_data(const struct label_control *control, const json_t *data, struct problem *p) {
    const struct labels_rules *rules = control->rules;
    const json_t *list = task_list(rules, data);
    if (!list) return true; /* needs none, or its absence is an error already */
    char path[PROBLEM_PATH_BYTES];
    size_t count = json_array_size(list);
    if (!json_is_array(list) || count > LABEL_OPTIONS_MAX) {
        snprintf(path, sizeof path, "/data/%.*s", SHORT(rules->field));
        problem_field_add(p, path, "This must be a list of at most %d labels: texts, or {\"value\": \"...\"}.",
                          LABEL_OPTIONS_MAX);
        return false;
    }
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        const char *value = item_value(json_array_get(list, i)), *name = item_name(json_array_get(list, i));
        if (value && value[0] && str_utf8_chars(str_from(value)) <= LABEL_CHOICE_CHARS_MAX &&
            str_utf8_chars(str_from(name)) <= LABEL_CHOICE_CHARS_MAX)
            continue;
        snprintf(path, sizeof path, "/data/%.*s/%zu", SHORT(rules->field), i);
        problem_field_add(p, path,
                          "A label must be a text or {\"value\": \"...\"}, not empty and of at most %d characters.",
                          LABEL_CHOICE_CHARS_MAX);
        good = false;
    }
    return good;
}

/* ------------------------------------------------------------------ answers */

static const struct label *label_named(const struct labels_rules *rules, const char *name) {
    for (int i = 0; i < rules->count; i++)
        if (strcmp(name_of(&rules->labels[i]), name) == 0) return &rules->labels[i];
    return NULL;
}

static void one_check(const struct label_control *control, const json_t *data, const json_t *value, size_t index,
                      struct label_report *report) {
    const struct labels_rules *rules = control->rules;
    const char *name = json_string_value(json_array_get(value, index));
    if (!name) {
        label_report(report, (int)index, "\"%.*s\" wants each label as a text.", SHORT(control->name));
        return;
    }
    if (!label_named(rules, name) && !task_label(rules, data, name)) {
        label_report(report, (int)index, "\"%.*s\" has no label \"%.*s\".", SHORT(control->name), SHORT(name));
        return;
    }
    for (size_t i = 0; i < index; i++)
        if (json_equal(json_array_get(value, i), json_array_get(value, index))) {
            label_report(report, (int)index, "The label \"%.*s\" is there twice.", SHORT(name));
            return;
        }
}

void label_labels_check(const struct label_control *control, const json_t *data, const json_t *value,
                        struct label_report *report) {
    const struct labels_rules *rules = control->rules;
    size_t count = json_array_size(value);
    if (!json_is_array(value) || (count == 0 && !rules->may_be_empty)) {
        label_report(report, -1, "\"%.*s\" wants a list with at least one label.", SHORT(control->name));
    } else if (!rules->multiple && count > 1) {
        label_report(report, -1, "\"%.*s\" takes one label for a region, not %zu.", SHORT(control->name), count);
    } else if (count > 2 * LABEL_OPTIONS_MAX) {
        label_report(report, -1, "These are more labels than \"%.*s\" has.", SHORT(control->name));
    } else {
        for (size_t i = 0; i < count; i++) one_check(control, data, value, i, report);
    }
}

bool label_labels_same(const struct label_control *control, const char *given, const char *name) {
    if (strcmp(given, name) == 0) return true;
    if (!control->type->labels) return false;
    const struct label *label = label_named(control->rules, given);
    return label && strcmp(label->value, name) == 0;
}

void label_labels_check_uses(const struct label_control *control, const struct label_regions *regions,
                             struct label_report *report) {
    const struct labels_rules *rules = control->rules;
    for (int l = 0; l < rules->count; l++) {
        const struct label *label = &rules->labels[l];
        int max = label->uses_max ? label->uses_max : rules->uses_max, uses = 0;
        if (max == 0) continue;
        for (int i = 0; i < regions->item_count; i++) {
            const struct label_region_item *item = &regions->items[i];
            if (item->control != control) continue;
            const json_t *list = json_object_get(item->value, control->type->key);
            for (size_t k = 0; k < json_array_size(list); k++) {
                const char *name = json_string_value(json_array_get(list, k));
                if (!name || strcmp(name, name_of(label)) != 0 || ++uses <= max) continue;
                report->item = item->index;
                report->key = control->type->key;
                label_report(report, (int)k, "The label \"%.*s\" may be used %d %s only.", SHORT(name), max,
                             max == 1 ? "time" : "times");
            }
        }
    }
}

static int compare_names(const void *a, const void *b) {
    return strcmp(json_string_value(*(const json_t *const *)a), json_string_value(*(const json_t *const *)b));
}

void label_labels_add_key(const struct label_control *control, const json_t *value, struct buf *key) {
    size_t count = json_array_size(value);
    const json_t **sorted = mem_alloc(sizeof *sorted * (count + 1));
    for (size_t i = 0; i < count; i++) sorted[i] = json_array_get(value, i);
    qsort(sorted, count, sizeof *sorted, compare_names);
    buf_add_char(key, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_add_char(key, ',');
        buf_add_json_string(key, (str){json_string_value(sorted[i]), json_string_length(sorted[i])});
    }
    buf_add_char(key, ']');
    free(sorted);
}

/* No text names a region. */
json_t *label_labels_value_from(const struct label_control *control, const json_t *data, const json_t *simple) {
    return NULL;
}

void label_labels_describe(const struct label_control *control, json_t *object) {
    const struct labels_rules *rules = control->rules;
    json_t *options = json_array();
    for (int i = 0; i < rules->count; i++) json_array_append_new(options, json_string(name_of(&rules->labels[i])));
    json_object_set_new(object, "multiple", json_boolean(rules->multiple));
    json_object_set_new(object, "dynamic", json_boolean(rules->field != NULL));
    json_object_set_new(object, "options", options);
}

const struct control_type label_labels = {.type = "labels", .key = "labels", LABELS_FUNCTIONS};
