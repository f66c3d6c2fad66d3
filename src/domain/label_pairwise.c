/* <Pairwise>: {"selected": "left"} or "right". */
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

static void check(const struct label_control *control, const json_t *data, const json_t *value,
                  struct label_report *report) {
    const char *side = json_string_value(value);
    if (!side || !label_word_in("left|right", side))
        label_report(report, -1, "\"%.*s\" wants \"left\" or \"right\".", SHORT(control->name));
}

static void add_key(const struct label_control *control, const json_t *value, struct buf *key) {
    buf_add_json_string(key, str_from(json_string_value(value)));
}

static json_t *value_from(const struct label_control *control, const json_t *data, const json_t *simple) {
    return json_is_string(simple) ? json_deep_copy(simple) : NULL;
}

static void describe(const struct label_control *control, json_t *object) {
    json_object_set_new(object, "options", json_pack("[s, s]", "left", "right"));
}

const struct control_type label_pairwise = {
    .type = "pairwise",
    .key = "selected",
    .several = true,
    .check = check,
    .add_key = add_key,
    .value_from = value_from,
    .describe = describe,
};
