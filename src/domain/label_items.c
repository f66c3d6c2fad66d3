/* Several pictures in one <Image valueList="$pages">: which of them a region or an answer belongs to ("item_index",
 * from 0), and the answers that controls with perItem="true" have for each. */
#include <math.h>
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

static const json_t *list_of(const struct label_node *object, const json_t *data) {
    const char *field = object ? label_attr(object, "valueList") : NULL;
    return field ? label_data_get(data, field + 1) : NULL;
}

bool label_is_list(const struct label_node *object) { return object && label_attr(object, "valueList"); }

int label_item_index(const json_t *item) { return (int)json_integer_value(json_object_get(item, "item_index")); }

bool label_item_check(const struct label_control *control, const json_t *data, const json_t *item,
                      struct label_report *report) {
    const json_t *index = json_object_get(item, "item_index"), *list = list_of(control->object, data);
    if (!index && !control->per_item) return true; /* the first one, as Label Studio takes it */
    if (json_is_integer(index) && json_integer_value(index) >= 0 &&
        json_integer_value(index) < (json_int_t)json_array_size(list))
        return true;
    label_report_item(report, "/item_index", "item_index of \"%.*s\" says which picture it is: a number from 0 to %zu.",
                      SHORT(control->name), json_array_size(list) ? json_array_size(list) - 1 : 0);
    return false;
}

void label_image_build(struct label_parse *parse, const struct label_node *node) {
    const char *one = label_attr(node, "value"), *list = label_attr(node, "valueList");
    if (!one && !list)
        label_wrong(parse, node->offset,
                    "<Image> needs value=\"$image\", or valueList=\"$images\" for several pictures.");
    else if (one && list)
        label_wrong(parse, label_attr_place(node, "valueList"), "<Image> takes value or valueList, not both.");
}

void label_items_setup(struct label_parse *parse, struct label_control *control) {
    const struct label_node *node = control->node;
    control->per_item = label_attr_true(node, "perItem");
    if (!control->per_item) return;
    if (label_attr_true(node, "perRegion"))
        label_wrong(parse, label_attr_place(node, "perItem"),
                    "perItem and perRegion cannot stand together; choose one.");
    else if (control->object && !label_is_list(control->object))
        label_wrong(parse, label_attr_place(node, "perItem"),
                    "perItem: \"%.*s\" is no list; it asks about each picture of <Image valueList=\"$pictures\">.",
                    SHORT(control->to_name));
}

const json_t *label_item_answer(const struct label_control *control, const json_t *result, int index) {
    for (size_t i = 0; i < json_array_size(result); i++) {
        const json_t *item = json_array_get(result, i);
        const char *from = json_string_value(json_object_get(item, "from_name"));
        if (from && strcmp(from, control->name) == 0 && label_item_index(item) == index)
            return json_object_get(json_object_get(item, "value"), control->type->key);
    }
    return NULL;
}

bool label_per_item_check(const struct label_config *config, const struct label_control *control, const json_t *data,
                          struct label_answers *answers, struct label_report *report) {
    bool any_visible = false, given[LABEL_REPEATS_MAX] = {0};
    const json_t *list = list_of(control->object, data);
    for (size_t i = 0; i < json_array_size(answers->result); i++) {
        const json_t *item = json_array_get(answers->result, i);
        const char *from = json_string_value(json_object_get(item, "from_name"));
        int index = label_item_index(item);
        if (!from || strcmp(from, control->name) != 0 || index < 0 || index >= LABEL_REPEATS_MAX) continue;
        report->item = (int)i;
        if (given[index])
            label_report_item(report, "/item_index", "\"%.*s\" is answered twice for item %d; send one answer for it.",
                              SHORT(control->name), index);
        given[index] = true;
        answers->item = index;
        if (!label_visible(control, config, answers, NULL, data))
            label_report_item(report, "", "\"%.*s\" is hidden for item %d and must not be answered.",
                              SHORT(control->name), index);
    }
    for (int index = 0; index < (int)json_array_size(list) && index < LABEL_REPEATS_MAX; index++) {
        answers->item = index;
        bool visible = label_visible(control, config, answers, NULL, data);
        any_visible |= visible;
        if (!visible || !control->required || given[index]) continue;
        report->wrong = true;
        problem_field_add(report->p, "/result", "\"%.*s\" needs an answer for item %d.", SHORT(control->name), index);
    }
    answers->item = -1;
    return any_visible;
}

/* Behind the last item that is answered. */
static int items_end(const struct label_control *control, const json_t *result) {
    int end = 0;
    for (size_t i = 0; i < json_array_size(result); i++) {
        const json_t *item = json_array_get(result, i);
        const char *from = json_string_value(json_object_get(item, "from_name"));
        int index = label_item_index(item);
        if (from && strcmp(from, control->name) == 0 && index >= end && index < LABEL_REPEATS_MAX) end = index + 1;
    }
    return end;
}

void label_per_item_key(const struct label_control *control, const json_t *result, struct buf *key) {
    bool first = true;
    buf_add_char(key, '{');
    for (int index = 0, end = items_end(control, result); index < end; index++) {
        const json_t *value = label_item_answer(control, result, index);
        if (!value) continue;
        buf_printf(key, "%s\"%d\":", first ? "" : ",", index);
        control->type->add_key(control, value, key);
        first = false;
    }
    buf_add_char(key, '}');
}

/* What gold says of an item must be said of it; of what gold does not say, anything may be. */
bool label_per_item_match(const struct label_control *control, const json_t *gold, const json_t *result) {
    for (int index = 0, end = items_end(control, gold); index < end; index++) {
        const json_t *wanted = label_item_answer(control, gold, index);
        if (wanted && !label_answer_matches(control, wanted, label_item_answer(control, result, index))) return false;
    }
    return true;
}

bool label_pictures_check(const struct label_node *node, const json_t *data, struct problem *p) {
    const char *field = label_attr(node, "valueList");
    const json_t *list = list_of(node, data);
    if (!field || !list) return true; /* its absence is an error already */
    char path[PROBLEM_PATH_BYTES];
    size_t count = json_array_size(list);
    if (!json_is_array(list) || count == 0 || count > LABEL_REPEATS_MAX) {
        snprintf(path, sizeof path, "/data/%s", field + 1);
        problem_field_add(p, path, "\"%s\" must be a list of 1 to %d addresses of pictures.", field + 1,
                          LABEL_REPEATS_MAX);
        return false;
    }
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        const char *address = json_string_value(json_array_get(list, i));
        if (address && label_picture_address(address)) continue;
        snprintf(path, sizeof path, "/data/%.*s/%zu", PROBLEM_PATH_BYTES - 40, field + 1, i);
        problem_field_add(
            p, path,
            "Each of \"%s\" must be the address of a picture: http(s)://..., /files/... of this server, or "
            "data:image/...",
            field + 1);
        good = false;
    }
    return good;
}
