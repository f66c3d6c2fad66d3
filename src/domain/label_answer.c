/* Answers against the config. The check is on the hot path: per answer it allocates nothing unless something is wrong
 * or the config has very many controls. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/limits.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"

static void answers_init(struct label_answers *a, const struct label_config *config, const json_t *result) {
    bool many = config->control_count > LABEL_FEW_CONTROLS;
    if (!many) memset(a->few, 0, sizeof a->few);
    a->values = many ? mem_alloc(sizeof *a->values * (size_t)config->control_count) : a->few;
    a->regions = (struct label_regions){0};
    a->result = result;
    a->item = -1;
    if (config->has_regions) label_regions_read(&a->regions, config, result);
}

static void answers_free(struct label_answers *a) {
    if (a->values != a->few) free(a->values);
    label_regions_free(&a->regions);
}

/* Takes a valid result apart. */
static void answers_read(struct label_answers *a, const struct label_config *config, const json_t *result) {
    answers_init(a, config, result);
    for (size_t i = 0; i < json_array_size(result); i++) {
        const json_t *item = json_array_get(result, i);
        const char *name = json_string_value(json_object_get(item, "from_name"));
        const struct label_control *control = name ? label_control_named(config, name) : NULL;
        if (control)
            a->values[control->index] =
                control->of_region ? item : json_object_get(json_object_get(item, "value"), control->type->key);
    }
}

/* ------------------------------------------------------------------ errors */

void label_report(struct label_report *report, int index, const char *format, ...) {
    report->wrong = true;
    if (!report->p) return;
    char path[PROBLEM_PATH_BYTES], text[PROBLEM_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (index < 0)
        snprintf(path, sizeof path, "/result/%d/value/%.*s", report->item, SHORT(report->key));
    else
        snprintf(path, sizeof path, "/result/%d/value/%.*s/%d", report->item, SHORT(report->key), index);
    problem_field_add(report->p, path, "%s", text);
}

void label_report_item(struct label_report *report, const char *member, const char *format, ...) {
    report->wrong = true;
    if (!report->p) return;
    char path[PROBLEM_PATH_BYTES], text[PROBLEM_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    snprintf(path, sizeof path, "/result/%d%s", report->item, member);
    problem_field_add(report->p, path, "%s", text);
}

static void list_wrong(struct label_report *report, const char *text, const char *name, const char *more) {
    report->wrong = true;
    if (name)
        problem_field_add(report->p, "/result", "\"%.*s\" %s%s%s", SHORT(name), text, *more ? " " : "", more);
    else
        problem_field_add(report->p, "/result", "%s", text);
}

/* ------------------------------------------------------------------ one item */

static void unknown_name(const struct label_config *config, struct label_report *report, const char *name) {
    CLEANUP(buf_free) struct buf known = {0};
    for (int i = 0; i < config->control_count && known.len < 200; i++)
        buf_printf(&known, "%s\"%.*s\"", i ? ", " : "", SHORT(config->controls[i].name));
    label_report_item(report, "/from_name", "There is no control \"%.*s\"; there are: %s.", SHORT(name), known.data);
}

/* Of several objects the first one may stand for all. */
static bool is_target(const struct label_control *control, const char *to) {
    if (strcmp(to, control->to_name) == 0) return true;
    size_t first = strcspn(control->to_name, ",");
    return control->type->several && strlen(to) == first && memcmp(to, control->to_name, first) == 0;
}

/* The control that an item answers and its value, or NULL after an error. */
static const struct label_control *item_read(const struct label_config *config, const json_t *item,
                                             const json_t **value, struct label_report *report) {
    if (!json_is_object(item)) {
        label_report_item(report, "", "An item must be an object: {\"from_name\", \"to_name\", \"type\", \"value\"}.");
        return NULL;
    }
    const json_t *id = json_object_get(item, "id"), *box = json_object_get(item, "value");
    const char *from = json_string_value(json_object_get(item, "from_name")),
               *to = json_string_value(json_object_get(item, "to_name")),
               *type = json_string_value(json_object_get(item, "type"));
    if (id && (!json_is_string(id) || str_utf8_chars(str_from(json_string_value(id))) > LABEL_NAME_CHARS_MAX))
        label_report_item(report, "/id", "The id of an item is a text of at most %d characters.", LABEL_NAME_CHARS_MAX);
    if (!from) {
        label_report_item(report, "/from_name", "An item needs from_name: the name of the control that it answers.");
        return NULL;
    }
    const struct label_control *control = label_control_named(config, from);
    if (!control) {
        unknown_name(config, report, from);
        return NULL;
    }
    if (!to || !is_target(control, to))
        label_report_item(report, "/to_name", "to_name of \"%.*s\" must be \"%.*s\".", SHORT(from),
                          SHORT(control->to_name));
    if (!type || strcmp(type, control->type->type) != 0)
        label_report_item(report, "/type", "type of \"%.*s\" must be \"%s\".", SHORT(from), control->type->type);
    if (control->of_region) {
        *value = json_is_object(box) ? item : NULL;
        if (!*value) label_report_item(report, "/value", "value of \"%.*s\" must be an object.", SHORT(from));
        return control;
    }
    *value = json_object_get(box, control->type->key);
    if (!*value) {
        label_report_item(report, "/value", "value of \"%.*s\" must be an object with \"%s\".", SHORT(from),
                          control->type->key);
    } else if (json_object_size(box) != 1) {
        label_report_item(report, "/value", "value of \"%.*s\" must have \"%s\" only.", SHORT(from),
                          control->type->key);
    }
    return control;
}

static void item_check(const struct label_config *config, const json_t *data, const json_t *item,
                       struct label_answers *answers, struct label_report *report) {
    const json_t *value = NULL;
    if (config->has_regions && label_is_relation(item)) {
        label_relation_check(config, item, &answers->regions, report);
        return;
    }
    const struct label_control *control = item_read(config, item, &value, report);
    if (!control) return;
    if (control->of_region) { /* the rest: label_regions_check */
        if (!json_object_get(item, "id"))
            label_report_item(report, "/id", "An item of a region needs an id, the same for all items of that region.");
        answers->values[control->index] = item;
        return;
    }
    if (control->per_item) { /* how often: label_per_item_check */
        if (!label_item_check(control, data, item, report)) return;
    } else if (answers->values[control->index]) {
        label_report_item(report, "/from_name", "\"%.*s\" is answered twice; send one item for each control.",
                          SHORT(control->name));
        return;
    }
    report->key = control->type->key;
    if (value) control->type->check(control, data, value, report);
    /* Also a wrong value answers: nobody should be told to answer what they have answered. */
    answers->values[control->index] = value ? value : json_null();
}

/* ------------------------------------------------------------------ the whole */

static void needs_answer(const struct label_control *control, struct label_report *report) {
    const char *message = label_attr(control->node, "requiredMessage");
    list_wrong(report, "needs an answer.", control->name, message ? message : "");
}

/* What is shown while a region is selected was so when it was answered, also if that region is gone now. */
static bool hangs_on_regions(const struct label_control *control) {
    for (const struct label_node *node = control->node; node; node = node->parent)
        if (node->condition && node->condition->when >= WHEN_REGION) return true;
    return false;
}

/* An answer without items says "there is no region", where there could be some. */
static void whole_check(const struct label_config *config, const json_t *data, const json_t *result,
                        struct label_answers *answers, struct label_report *report) {
    bool any_visible = false, none_is_right = false;
    for (int i = 0; i < config->control_count; i++) {
        const struct label_control *control = &config->controls[i];
        if (control->per_region) continue; /* label_regions_check */
        if (control->per_item) {
            any_visible |= label_per_item_check(config, control, data, answers, report);
            continue;
        }
        bool visible = label_visible(control, config, answers, NULL, data);
        any_visible |= visible;
        none_is_right |= visible && control->of_region;
        if (!visible && answers->values[i] && !hangs_on_regions(control))
            list_wrong(report, "is hidden with these answers and must not be answered.", control->name, "");
        else if (visible && control->required && !answers->values[i])
            needs_answer(control, report);
    }
    if (any_visible && !none_is_right && json_array_size(result) == 0 && !report->wrong)
        list_wrong(report, "The answer is empty; answer at least one control.", NULL, "");
}

static void result_check(const struct label_config *config, const json_t *data, const json_t *result,
                         struct label_report *report) {
    struct label_answers answers;
    answers_init(&answers, config, result);
    for (size_t i = 0; i < json_array_size(result); i++) {
        report->item = (int)i;
        item_check(config, data, json_array_get(result, i), &answers, report);
    }
    if (config->has_regions) label_regions_check(config, data, &answers, report);
    whole_check(config, data, result, &answers, report);
    answers_free(&answers);
}

err label_config_check_answer(const struct label_config *config, const json_t *data, const json_t *result,
                              struct problem *p) {
    struct label_report report = {.p = p};
    int before = p ? p->field_count : 0;
    struct label_config *made = NULL;
    if (!json_is_array(result)) {
        list_wrong(&report, "The answer must be a list of items: [{\"from_name\", \"to_name\", \"type\", \"value\"}].",
                   NULL, "");
    } else if (json_array_size(result) > ANSWER_ITEMS_MAX) {
        char text[80];
        snprintf(text, sizeof text, "The answer has more than %d items.", ANSWER_ITEMS_MAX);
        list_wrong(&report, text, NULL, "");
    } else if (config->repeats && !(made = label_repeat_make(config, data, result))) {
        list_wrong(&report, "The lists of the task that the label config repeats are empty or too long.", NULL, "");
    } else {
        result_check(made ? made : config, data, result, &report);
    }
    label_config_free(made);
    if (!report.wrong) return OK;
    if (!p || before >= PROBLEM_FIELDS_MAX) return ERR_ANSWER_INVALID;
    return problem_set(p, ERR_ANSWER_INVALID, "%s", p->fields[before].detail);
}

/* ------------------------------------------------------------------ keys */

static void key_add(const struct label_config *config, const json_t *result, struct buf *key) {
    struct label_answers answers;
    CLEANUP(buf_free) struct buf regions = {0};
    bool first = true;
    answers_read(&answers, config, result);
    if (answers.regions.count > 0) label_regions_key(config, &answers, &regions);
    buf_add_char(key, '{');
    for (int i = 0; i < config->control_count; i++) {
        const struct label_control *control = config->by_name[i];
        const json_t *value = answers.values[control->index];
        if (!value) continue;
        if (!first) buf_add_char(key, ',');
        first = false;
        buf_add_json_string(key, str_from(control->name));
        buf_add_char(key, ':');
        if (control->of_region)
            buf_add_str(key, buf_str(&regions));
        else if (control->per_item)
            label_per_item_key(control, result, key);
        else
            control->type->add_key(control, value, key);
    }
    buf_add_char(key, '}');
    answers_free(&answers);
}

void label_config_answer_key(const struct label_config *config, const json_t *result, struct buf *key) {
    struct label_config *made = config->repeats ? label_repeat_make(config, NULL, result) : NULL;
    key_add(made ? made : config, result, key);
    label_config_free(made);
}

void label_key_text(const json_t *value, struct buf *out) {
    const json_t *one = json_array_size(value) == 1 ? json_array_get(value, 0) : value;
    if (json_is_string(one))
        buf_add(out, json_string_value(one), json_string_length(one));
    else
        json_write(out, value, true);
}

bool label_answer_matches(const struct label_control *control, const json_t *gold, const json_t *value) {
    if (!value) return false;
    if (control->type->matches) return control->type->matches(control, gold, value);
    CLEANUP(buf_free) struct buf wanted = {0}, given = {0};
    control->type->add_key(control, gold, &wanted);
    control->type->add_key(control, value, &given);
    return str_equal(buf_str(&wanted), buf_str(&given));
}

static bool gold_matches(const struct label_config *config, const json_t *gold, const json_t *result) {
    struct label_answers wanted, given;
    bool right = true;
    answers_read(&wanted, config, gold);
    answers_read(&given, config, result);
    for (int i = 0; i < config->control_count && right; i++)
        if (wanted.values[i] && config->controls[i].per_item)
            right = label_per_item_match(&config->controls[i], gold, result);
        else if (wanted.values[i] && !config->controls[i].of_region)
            right = label_answer_matches(&config->controls[i], wanted.values[i], given.values[i]);
    /* Gold that answers nothing says that there are no regions. */
    if (right && config->has_regions && (wanted.regions.count > 0 || json_array_size(gold) == 0))
        right = label_regions_match(config, &wanted, &given);
    answers_free(&wanted);
    answers_free(&given);
    return right;
}

bool label_config_gold_matches(const struct label_config *config, const json_t *gold, const json_t *result) {
    if (!config->repeats) return gold_matches(config, gold, result);
    CLEANUP(json_drop) json_t *both = json_array();
    json_array_extend(both, (json_t *)gold);
    json_array_extend(both, (json_t *)result);
    struct label_config *made = label_repeat_make(config, NULL, both);
    bool right = gold_matches(made ? made : config, gold, result);
    label_config_free(made);
    return right;
}
