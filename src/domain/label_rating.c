/* <Rating>: {"rating": 4}, a whole number from 1 to maxRating. */
#include <math.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

struct rating_rules {
    int max;
};

static void setup(struct label_parse *parse, struct label_control *control) {
    struct rating_rules *rules = control->rules = arena_alloc(&parse->config->arena, sizeof *rules);
    double max = 5, begin = 0;
    label_attr_number(control->node, "maxRating", &max);
    label_attr_number(control->node, "defaultValue", &begin);
    rules->max = max >= 1 && max <= LABEL_RATING_MAX ? (int)max : 5;
    if (begin > rules->max) label_wrong(parse, control->node->offset, "defaultValue is larger than maxRating.");
}

static void check(const struct label_control *control, const json_t *data, const json_t *value,
                  struct label_report *report) {
    const struct rating_rules *rules = control->rules;
    double rating = json_number_value(value);
    if (!json_is_number(value) || rating != floor(rating))
        label_report(report, -1, "\"%.*s\" wants a whole number.", SHORT(control->name));
    else if (rating < 1 || rating > rules->max)
        label_report(report, -1, "\"%.*s\" must be from 1 to %d.", SHORT(control->name), rules->max);
}

static void add_key(const struct label_control *control, const json_t *value, struct buf *key) {
    label_number_write(key, json_number_value(value));
}

static json_t *value_from(const struct label_control *control, const json_t *data, const json_t *simple) {
    return label_number.value_from(control, data, simple);
}

static void describe(const struct label_control *control, json_t *object) {
    const struct rating_rules *rules = control->rules;
    json_object_set_new(object, "max", json_integer(rules->max));
}

const struct control_type label_rating = {
    .type = "rating",
    .key = "rating",
    .setup = setup,
    .check = check,
    .add_key = add_key,
    .value_from = value_from,
    .describe = describe,
};
