/* <Number>: {"number": 3.5}. With step only min (or 0) plus whole steps is right. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "domain/label_parts.h"

struct number_rules {
    bool has_min, has_max, has_step;
    double min, max, step;
};

bool label_number_read(const char *text, double *value) {
    char plain[64], *out = plain;
    size_t len = strlen(text), i = 0;
    while (i < len && text[i] == ' ') i++;
    while (len > i && text[len - 1] == ' ') len--;
    if (len - i == 0 || len - i > sizeof plain - 3) return false;
    if (text[i] == '-') *out++ = '-';
    if (text[i] == '-' || text[i] == '+') i++;
    while (i + 1 < len && text[i] == '0' && text[i + 1] >= '0' && text[i + 1] <= '9') i++;
    if (i < len && text[i] == '.') *out++ = '0';
    if (i == len || !((text[i] >= '0' && text[i] <= '9') || text[i] == '.')) return false;
    memcpy(out, text + i, len - i);
    out += len - i;
    /* jansson reads numbers the same in every locale */
    CLEANUP(json_drop)
    json_t *number = json_loadb(plain, (size_t)(out - plain), JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, NULL);
    if (!json_is_real(number)) return false;
    *value = json_real_value(number);
    return true;
}

void label_number_write(struct buf *out, double value) {
    char text[40];
    int len = snprintf(text, sizeof text, "%.15g", value == 0 ? 0.0 : value);
    /* the decimal point of the locale, whatever it is, becomes a point */
    for (int i = 0; i < len; i++) {
        if (strchr("0123456789+-eE", text[i])) {
            buf_add_char(out, text[i]);
        } else {
            buf_add_char(out, '.');
            while (i + 1 < len && !strchr("0123456789+-eE", text[i + 1])) i++;
        }
    }
}

static const char *number_text(double value, struct buf *scratch) {
    buf_clear(scratch);
    label_number_write(scratch, value);
    return scratch->data;
}

/* Is value a whole number of steps away from where they begin; the tolerance is what decimal fractions lose in binary.
 */
static bool on_step(const struct number_rules *rules, double value) {
    double steps = (value - (rules->has_min ? rules->min : 0)) / rules->step;
    return fabs(steps - round(steps)) <= 1e-6;
}

static bool in_range(const struct number_rules *rules, double value) {
    return (!rules->has_min || value >= rules->min) && (!rules->has_max || value <= rules->max) &&
           (!rules->has_step || on_step(rules, value));
}

static void setup(struct label_parse *parse, struct label_control *control) {
    struct number_rules *rules = control->rules = arena_alloc(&parse->config->arena, sizeof *rules);
    rules->has_min = label_attr_number(control->node, "min", &rules->min);
    rules->has_max = label_attr_number(control->node, "max", &rules->max);
    rules->has_step = label_attr_number(control->node, "step", &rules->step) && rules->step > 0;
    double begin;
    if (rules->has_min && rules->has_max && rules->min > rules->max)
        label_wrong(parse, control->node->offset, "min is larger than max, so that no number is right.");
    else if (label_attr_number(control->node, "defaultValue", &begin) && !in_range(rules, begin))
        label_wrong(parse, control->node->offset, "defaultValue does not fit min, max and step.");
    if (label_attr_true(control->node, "slider") && !(rules->has_min && rules->has_max))
        label_wrong(parse, control->node->offset, "A slider needs min and max.");
}

static void check(const struct label_control *control, const json_t *data, const json_t *value,
                  struct label_report *report) {
    const struct number_rules *rules = control->rules;
    CLEANUP(buf_free) struct buf text = {0};
    if (!json_is_number(value)) {
        label_report(report, -1, "\"%.*s\" wants a number.", SHORT(control->name));
        return;
    }
    double number = json_number_value(value);
    if (rules->has_min && number < rules->min)
        label_report(report, -1, "\"%.*s\" must be %s or more.", SHORT(control->name), number_text(rules->min, &text));
    else if (rules->has_max && number > rules->max)
        label_report(report, -1, "\"%.*s\" must be %s or less.", SHORT(control->name), number_text(rules->max, &text));
    else if (rules->has_step && rules->step == 1 && !on_step(rules, number) && rules->min == floor(rules->min))
        label_report(report, -1, "\"%.*s\" must be a whole number.", SHORT(control->name));
    else if (rules->has_step && !on_step(rules, number))
        label_report(report, -1, "\"%.*s\" must go in steps of %s.", SHORT(control->name),
                     number_text(rules->step, &text));
}

static void add_key(const struct label_control *control, const json_t *value, struct buf *key) {
    label_number_write(key, json_number_value(value));
}

static bool matches(const struct label_control *control, const json_t *gold, const json_t *value) {
    double a = json_number_value(gold), b = json_number_value(value);
    return fabs(a - b) <= fmax(1e-9, 1e-6 * fmax(fabs(a), fabs(b)));
}

static json_t *value_from(const struct label_control *control, const json_t *data, const json_t *simple) {
    double value;
    if (json_is_number(simple)) return json_deep_copy(simple);
    if (!json_is_string(simple) || !label_number_read(json_string_value(simple), &value)) return NULL;
    return fabs(value) < 1e15 && value == floor(value) ? json_integer((json_int_t)value) : json_real(value);
}

static void describe(const struct label_control *control, json_t *object) {
    const struct number_rules *rules = control->rules;
    if (rules->has_min) json_object_set_new(object, "min", json_real(rules->min));
    if (rules->has_max) json_object_set_new(object, "max", json_real(rules->max));
    if (rules->has_step) json_object_set_new(object, "step", json_real(rules->step));
}

const struct control_type label_number = {
    .type = "number",
    .key = "number",
    .setup = setup,
    .check = check,
    .add_key = add_key,
    .matches = matches,
    .value_from = value_from,
    .describe = describe,
};
