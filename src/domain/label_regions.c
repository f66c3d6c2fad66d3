/* Regions of an answer: the items with the same id. See label_parts.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"

enum {
    KEY_BYTES_MAX = 1000,  /* a longer key is replaced by its hash */
    PICTURE_SIDE = 1000000 /* original_width and original_height at most */
};

/* ------------------------------------------------------------------ reading */

static int by_id(const void *a, const void *b) {
    const struct label_region_item *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    return order ? order : x->index - y->index;
}

static void group(struct label_regions *regions) {
    for (int i = 0; i < regions->item_count;) {
        struct label_region *region = &regions->list[regions->count++];
        *region = (struct label_region){.items = &regions->items[i]};
        for (; i < regions->item_count && strcmp(regions->items[i].id, region->items[0].id) == 0; i++) {
            region->count++;
            if (!region->shape && regions->items[i].control->draws) region->shape = &regions->items[i];
        }
    }
}

void label_regions_read(struct label_regions *regions, const struct label_config *config, const json_t *result) {
    *regions = (struct label_regions){0};
    size_t size = json_array_size(result);
    if (size > ANSWER_ITEMS_MAX) return;
    regions->items = mem_alloc(sizeof *regions->items * (size + 1));
    for (size_t i = 0; i < size; i++) {
        const json_t *item = json_array_get(result, i);
        const char *id = json_string_value(json_object_get(item, "id")),
                   *from = json_string_value(json_object_get(item, "from_name"));
        const json_t *value = json_object_get(item, "value");
        const struct label_control *control = id && from && value ? label_control_named(config, from) : NULL;
        if (control && control->of_region)
            regions->items[regions->item_count++] = (struct label_region_item){id, control, item, value, (int)i};
    }
    qsort(regions->items, (size_t)regions->item_count, sizeof *regions->items, by_id);
    regions->list = mem_alloc(sizeof *regions->list * (size_t)(regions->item_count + 1));
    group(regions);
}

void label_regions_free(struct label_regions *regions) {
    free(regions->items);
    free(regions->list);
}

const struct label_region *label_region_find(const struct label_regions *regions, const char *id) {
    int low = 0, high = regions->count;
    while (low < high) {
        int middle = low + (high - low) / 2, order = strcmp(regions->list[middle].items[0].id, id);
        if (order == 0) return &regions->list[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct label_region_item *label_region_item(const struct label_region *region,
                                                  const struct label_control *control) {
    for (int i = 0; i < region->count; i++)
        if (region->items[i].control == control) return &region->items[i];
    return NULL;
}

static bool item_hit(const struct label_region_item *item, const struct label_condition *condition) {
    if (condition->control && condition->control != item->control) return false;
    if (condition->name_count == 0) return condition->control || item->control->draws;
    if (!item->control->type->labels) return false;
    const json_t *labels = json_object_get(item->value, item->control->type->key);
    for (size_t i = 0; i < json_array_size(labels); i++) {
        const char *given = json_string_value(json_array_get(labels, i));
        for (int n = 0; given && n < condition->name_count; n++)
            if (label_labels_same(item->control, given, condition->names[n])) return true;
    }
    return false;
}

bool label_region_hit(const struct label_region *region, const struct label_condition *condition) {
    for (int i = 0; i < region->count; i++)
        if (item_hit(&region->items[i], condition)) return true;
    return false;
}

/* ------------------------------------------------------------------ checking */

/* Equal as numbers and texts, whatever the numbers are written like. */
static bool same(const json_t *a, const json_t *b) {
    if (json_is_number(a) && json_is_number(b)) return json_number_value(a) == json_number_value(b);
    if (json_is_array(a) && json_is_array(b)) {
        if (json_array_size(a) != json_array_size(b)) return false;
        for (size_t i = 0; i < json_array_size(a); i++)
            if (!same(json_array_get(a, i), json_array_get(b, i))) return false;
        return true;
    }
    if (json_is_object(a) && json_is_object(b)) {
        const char *name;
        json_t *member;
        if (json_object_size(a) != json_object_size(b)) return false;
        json_object_foreach((json_t *)a, name, member) if (!same(member, json_object_get(b, name))) return false;
        return true;
    }
    return json_equal(a, b);
}

static bool is_member(const struct label_geometry *geometry, const char *name) {
    for (int i = 0; geometry->members[i]; i++)
        if (strcmp(geometry->members[i], name) == 0) return true;
    return false;
}

/* The value has its own member, the geometry and nothing else; beside an item that draws, the geometry is that of the
 * region. */
static void members_check(const struct label_region *region, const struct label_region_item *item,
                          struct label_report *report) {
    const char *own = item->control->type->key, *name;
    const struct label_geometry *geometry = region->shape->control->draws;
    json_t *member;
    json_object_foreach((json_t *)item->value, name, member) {
        if (own && strcmp(name, own) == 0) continue;
        report->key = name;
        if (!is_member(geometry, name))
            label_report(report, -1, "value of \"%.*s\" has no member \"%.*s\".", SHORT(item->control->name),
                         SHORT(name));
        else if (item != region->shape && !same(member, json_object_get(region->shape->value, name)))
            label_report(report, -1, "\"%.*s\" of \"%.*s\" is not that of the region \"%.*s\".", SHORT(name),
                         SHORT(item->control->name), SHORT(item->id));
    }
}

static void sizes_check(const struct label_region_item *item, struct label_report *report) {
    static const char *const names[] = {"original_width", "original_height"};
    for (int i = 0; i < 2; i++) {
        const json_t *size = json_object_get(item->item, names[i]);
        double number = json_number_value(size);
        char path[40];
        snprintf(path, sizeof path, "/%s", names[i]);
        if (size && (!json_is_number(size) || number < 1 || number > PICTURE_SIDE || number != floor(number)))
            label_report_item(report, path, "%s is the picture's size in pixels, a whole number.", names[i]);
    }
}

static void region_item_check(const struct label_config *config, const json_t *data,
                              const struct label_answers *answers, const struct label_region *region,
                              const struct label_region_item *item, struct label_report *report) {
    const struct label_control *control = item->control;
    report->item = item->index;
    if (strcmp(control->to_name, region->items[0].control->to_name) != 0) {
        label_report_item(report, "/id", "Items of one region label one object; \"%.*s\" labels \"%.*s\".",
                          SHORT(control->name), SHORT(control->to_name));
        return;
    }
    if (label_region_item(region, control) != item) {
        label_report_item(report, "/from_name", "\"%.*s\" is there twice for the region \"%.*s\".",
                          SHORT(control->name), SHORT(item->id));
        return;
    }
    members_check(region, item, report);
    sizes_check(item, report);
    if (label_is_list(control->object)) {
        if (!label_item_check(control, data, item->item, report)) return;
        if (label_item_index(item->item) != label_item_index(region->items[0].item))
            label_report_item(report, "/item_index", "Items of one region belong to one picture; item_index differs.");
    }
    if (item == region->shape) {
        struct label_shape shape = {control, control->object, data, item->item, item->value};
        control->draws->check(&shape, report);
    }
    if (control->per_region && !label_visible(control, config, answers, region, data)) {
        label_report_item(report, "", "\"%.*s\" is hidden for the region \"%.*s\" and must not be answered.",
                          SHORT(control->name), SHORT(item->id));
        return;
    }
    if (!control->type->key) return;
    const json_t *own = json_object_get(item->value, control->type->key);
    report->key = control->type->key;
    if (own)
        control->type->check(control, data, own, report);
    else if (!control->draws || label_attr_true(control->node, "required"))
        label_report_item(report, "/value", "value of \"%.*s\" needs \"%s\".", SHORT(control->name),
                          control->type->key);
}

/* Controls with perRegion="true" that must be answered for a region. */
static void required_check(const struct label_config *config, const json_t *data, const struct label_answers *answers,
                           const struct label_region *region, struct label_report *report) {
    for (int i = 0; i < config->control_count; i++) {
        const struct label_control *control = &config->controls[i];
        if (!control->per_region || !control->required ||
            strcmp(control->to_name, region->items[0].control->to_name) != 0 || label_region_item(region, control) ||
            !label_visible(control, config, answers, region, data))
            continue;
        report->item = region->items[0].index;
        label_report_item(report, "", "\"%.*s\" needs an answer for the region \"%.*s\".", SHORT(control->name),
                          SHORT(region->items[0].id));
    }
}

/* maxUsages of a control without labels: how often it may draw. */
static void uses_check(const struct label_control *control, const struct label_regions *regions,
                       struct label_report *report) {
    double max;
    int uses = 0;
    if (control->type->labels || !label_attr_number(control->node, "maxUsages", &max)) return;
    for (int i = 0; i < regions->item_count; i++) {
        if (regions->items[i].control != control || ++uses <= max) continue;
        report->item = regions->items[i].index;
        label_report_item(report, "/from_name", "\"%.*s\" may be used %.0f %s only.", SHORT(control->name), max,
                          max == 1 ? "time" : "times");
    }
}

void label_regions_check(const struct label_config *config, const json_t *data, const struct label_answers *answers,
                         struct label_report *report) {
    const struct label_regions *regions = &answers->regions;
    for (int i = 0; i < regions->count; i++) {
        const struct label_region *region = &regions->list[i];
        if (!region->shape) {
            report->item = region->items[0].index;
            label_report_item(report, "/id", "There is no region \"%.*s\": no item with this id draws one.",
                              SHORT(region->items[0].id));
            continue;
        }
        for (int k = 0; k < region->count; k++)
            region_item_check(config, data, answers, region, &region->items[k], report);
        required_check(config, data, answers, region, report);
    }
    for (int i = 0; i < config->control_count; i++) {
        const struct label_control *control = &config->controls[i];
        if (control->type->labels) label_labels_check_uses(control, regions, report);
        if (control->of_region && !control->per_region) uses_check(control, regions, report);
    }
}

/* ------------------------------------------------------------------ keys */

/* What a region's items say beside the geometry, in the order of the controls' names: {"label":["Person"]}. */
static void add_answers(const struct label_config *config, const struct label_region *region, struct buf *key) {
    bool first = true;
    buf_add_char(key, '{');
    for (int i = 0; i < config->control_count; i++) {
        const struct label_control *control = config->by_name[i];
        const struct label_region_item *item = label_region_item(region, control);
        const json_t *own = item && control->type->key ? json_object_get(item->value, control->type->key) : NULL;
        if (!own) continue;
        if (!first) buf_add_char(key, ',');
        first = false;
        buf_add_json_string(key, str_from(control->name));
        buf_add_char(key, ':');
        control->type->add_key(control, own, key);
    }
    buf_add_char(key, '}');
}

struct keyed {
    const struct label_region *region;
    struct buf key;
    int rank; /* among the sorted keys */
};

static int by_key(const void *a, const void *b) {
    const struct keyed *x = *(const struct keyed *const *)a, *y = *(const struct keyed *const *)b;
    int order = strcmp(x->key.data, y->key.data);
    return order ? order : (x > y) - (x < y);
}

static int compare_texts(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* One relation by the ranks of its ends; a relation in both directions is the same from either end. */
static char *relation_text(const json_t *item, const struct label_regions *regions, const struct keyed *keyed) {
    const struct label_region *from = label_region_find(regions, json_string_value(json_object_get(item, "from_id")));
    const struct label_region *to = label_region_find(regions, json_string_value(json_object_get(item, "to_id")));
    const char *direction = json_string_value(json_object_get(item, "direction"));
    if (!direction) direction = "right";
    if (!from || !to) return NULL;
    int a = keyed[from - regions->list].rank, b = keyed[to - regions->list].rank;
    if (strcmp(direction, "left") == 0 || (strcmp(direction, "bi") == 0 && b < a)) {
        int swap = a;
        a = b, b = swap;
    }
    struct buf text = {0};
    buf_printf(&text, "[%d,%d,\"%s\",", a, b, strcmp(direction, "bi") == 0 ? "bi" : "right");
    label_labels_add_key(NULL, json_object_get(item, "labels"), &text);
    buf_add_char(&text, ']');
    return text.data;
}

static void add_relations(const struct label_answers *answers, const struct keyed *keyed, struct buf *key) {
    size_t size = json_array_size(answers->result), count = 0;
    char **texts = mem_alloc(sizeof *texts * (size + 1));
    for (size_t i = 0; i < size; i++) {
        const json_t *item = json_array_get(answers->result, i);
        char *text = label_is_relation(item) ? relation_text(item, &answers->regions, keyed) : NULL;
        if (text) texts[count++] = text;
    }
    qsort(texts, count, sizeof *texts, compare_texts);
    buf_add_char(key, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_add_char(key, ',');
        buf_add_text(key, texts[i]);
        free(texts[i]);
    }
    buf_add_char(key, ']');
    free(texts);
}

/* Two FNV-1a sums of 64 bits: tells answers apart, keeps no secret. */
static void hash_add(str text, struct buf *out) {
    uint64_t a = 0xcbf29ce484222325, b = 0x84222325cbf29ce4;
    for (size_t i = 0; i < text.len; i++) {
        a = (a ^ (unsigned char)text.data[i]) * 0x100000001b3;
        b = (b ^ (unsigned char)text.data[text.len - 1 - i]) * 0x100000001b3;
    }
    buf_printf(out, "\"#%zu-%016llx%016llx\"", text.len, (unsigned long long)a, (unsigned long long)b);
}

void label_regions_key(const struct label_config *config, const struct label_answers *answers, struct buf *key) {
    const struct label_regions *regions = &answers->regions;
    size_t count = (size_t)regions->count;
    struct keyed *keyed = mem_alloc(sizeof *keyed * (count + 1));
    struct keyed **sorted = mem_alloc(sizeof *sorted * (count + 1));
    CLEANUP(buf_free) struct buf all = {0};
    for (size_t i = 0; i < count; i++) {
        const struct label_region *region = &regions->list[i];
        struct buf *own = &keyed[i].key;
        keyed[i].region = region;
        sorted[i] = &keyed[i];
        buf_add_char(own, '[');
        buf_add_json_string(own, str_from(region->items[0].control->to_name));
        buf_add_char(own, ',');
        if (label_is_list(region->items[0].control->object))
            buf_printf(own, "%d,", label_item_index(region->items[0].item));
        region->shape->control->draws->add_key(region->shape->value, own);
        buf_add_char(own, ',');
        add_answers(config, region, own);
        buf_add_char(own, ']');
    }
    qsort(sorted, count, sizeof *sorted, by_key);
    buf_add_text(&all, "{\"regions\":[");
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_add_char(&all, ',');
        buf_add_str(&all, buf_str(&sorted[i]->key));
        /* Equal regions are one and the same end of a relation. */
        bool again = i > 0 && strcmp(sorted[i]->key.data, sorted[i - 1]->key.data) == 0;
        sorted[i]->rank = again ? sorted[i - 1]->rank : (int)i;
    }
    buf_add_text(&all, "],\"relations\":");
    add_relations(answers, keyed, &all);
    buf_add_char(&all, '}');
    if (all.len <= KEY_BYTES_MAX)
        buf_add_str(key, buf_str(&all));
    else
        hash_add(buf_str(&all), key);
    for (size_t i = 0; i < count; i++) buf_free(&keyed[i].key);
    free(keyed);
    free(sorted);
}

/* ------------------------------------------------------------------ gold */

static bool regions_alike(const struct label_config *config, const struct label_region *gold,
                          const struct label_region *given) {
    const struct label_geometry *geometry = gold->shape->control->draws;
    CLEANUP(buf_free) struct buf wanted = {0}, found = {0};
    if (strcmp(gold->items[0].control->to_name, given->items[0].control->to_name) != 0 ||
        geometry != given->shape->control->draws)
        return false;
    if (label_is_list(gold->items[0].control->object) &&
        label_item_index(gold->items[0].item) != label_item_index(given->items[0].item))
        return false;
    add_answers(config, gold, &wanted);
    add_answers(config, given, &found);
    if (!str_equal(buf_str(&wanted), buf_str(&found))) return false;
    if (geometry->overlap) return geometry->overlap(gold->shape->value, given->shape->value) >= 0.5;
    buf_clear(&wanted);
    buf_clear(&found);
    geometry->add_key(gold->shape->value, &wanted);
    geometry->add_key(given->shape->value, &found);
    return str_equal(buf_str(&wanted), buf_str(&found));
}

bool label_regions_match(const struct label_config *config, const struct label_answers *gold,
                         const struct label_answers *given) {
    int count = gold->regions.count;
    if (given->regions.count != count) return false;
    bool *taken = mem_alloc(sizeof *taken * (size_t)(count + 1)), right = true;
    for (int i = 0; i < count && right; i++) {
        int k = 0;
        while (k < count && (taken[k] || !regions_alike(config, &gold->regions.list[i], &given->regions.list[k]))) k++;
        right = k < count;
        if (right) taken[k] = true;
    }
    free(taken);
    return right;
}
