/* <Ranker> on a <List>: {"ranker": {"NAME": ["b", "a"]}}.
 *
 * Without buckets NAME is the name of the Ranker, and the list has the ids of all items in their new order. With
 * <Bucket>s each has its ids, and "_" those that stay in the list; a bucket with default="true" takes all others, then
 * there is no "_". */
#include <stdlib.h>
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

struct ranker_rules {
    const char **names; /* of lists; without buckets the Ranker's own */
    int count;
    bool buckets, has_default;
};

static void setup(struct label_parse *parse, struct label_control *control) {
    struct ranker_rules *rules = control->rules = arena_alloc(&parse->config->arena, sizeof *rules);
    int count = 2;
    for (const struct label_node *node = control->node->first; node; node = node->next) count++;
    rules->names = arena_alloc(&parse->config->arena, sizeof *rules->names * (size_t)count);
    for (const struct label_node *node = control->node->first; node; node = node->next) {
        const char *name = node->tag ? label_attr(node, "name") : NULL;
        if (!name) continue;
        rules->buckets = true;
        if (strcmp(name, "_") == 0)
            label_wrong(parse, node->offset, "\"_\" is the list itself; give the bucket another name.");
        for (int i = 0; i < rules->count; i++)
            if (strcmp(rules->names[i], name) == 0)
                label_wrong(parse, node->offset, "There are two buckets named \"%.*s\".", SHORT(name));
        if (label_attr_true(node, "default")) {
            if (rules->has_default) label_wrong(parse, node->offset, "Only one bucket can be the default.");
            rules->has_default = true;
        }
        rules->names[rules->count++] = name;
    }
    if (!rules->buckets)
        rules->names[rules->count++] = control->name;
    else if (!rules->has_default)
        rules->names[rules->count++] = "_";
}

static bool is_list_name(const struct ranker_rules *rules, const char *name) {
    for (int i = 0; i < rules->count; i++)
        if (strcmp(rules->names[i], name) == 0) return true;
    return false;
}

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The ids of the items, sorted. */
static const char **ids_sorted(const struct label_control *control, const json_t *data, size_t *count) {
    const char *field = control->object ? label_attr(control->object, "value") : NULL;
    const json_t *list = field ? label_data_get(data, field + 1) : NULL;
    const char **ids = mem_alloc(sizeof *ids * (json_array_size(list) + 1));
    *count = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *id = json_string_value(json_object_get(json_array_get(list, i), "id"));
        if (id) ids[(*count)++] = id;
    }
    qsort(ids, *count, sizeof *ids, compare_texts);
    return ids;
}

/* Ticks off the ids of one list. */
static void list_check(const struct label_control *control, const json_t *list, const char *const *ids, bool *taken,
                       size_t count, struct label_report *report) {
    if (!json_is_array(list)) {
        label_report(report, -1, "\"%.*s\" wants lists of ids.", SHORT(control->name));
        return;
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *id = json_string_value(json_array_get(list, i));
        const char *const *at = id ? bsearch(&id, ids, count, sizeof *ids, compare_texts) : NULL;
        if (!at)
            label_report(report, -1, "There is no item \"%.*s\".", SHORT(id ? id : "?"));
        else if (taken[at - ids])
            label_report(report, -1, "The item \"%.*s\" is there twice.", SHORT(id));
        else
            taken[at - ids] = true;
        if (report->wrong) return;
    }
}

static void check(const struct label_control *control, const json_t *data, const json_t *value,
                  struct label_report *report) {
    const struct ranker_rules *rules = control->rules;
    const char *name;
    json_t *list;
    if (!json_is_object(value)) {
        label_report(report, -1, "\"%.*s\" wants an object with lists of ids.", SHORT(control->name));
        return;
    }
    size_t count;
    const char **ids = ids_sorted(control, data, &count);
    bool *taken = mem_alloc(sizeof *taken * (count + 1)), before = report->wrong;
    report->wrong = false;
    json_object_foreach((json_t *)value, name, list) {
        if (is_list_name(rules, name))
            list_check(control, list, ids, taken, count, report);
        else
            label_report(report, -1, "\"%.*s\" has no list \"%.*s\".", SHORT(control->name), SHORT(name));
        if (report->wrong) break;
    }
    bool all = !rules->buckets || rules->has_default || json_object_get(value, "_");
    for (size_t i = 0; i < count && all && !report->wrong; i++)
        if (!taken[i]) label_report(report, -1, "The item \"%.*s\" is missing.", SHORT(ids[i]));
    report->wrong |= before;
    free(ids);
    free(taken);
}

/* Lists that say something, in the order of the config; "_" is what the others leave. */
static void add_key(const struct label_control *control, const json_t *value, struct buf *key) {
    const struct ranker_rules *rules = control->rules;
    buf_add_char(key, '{');
    bool first = true;
    for (int n = 0; n < rules->count; n++) {
        const json_t *list = json_object_get(value, rules->names[n]);
        if (json_array_size(list) == 0 || strcmp(rules->names[n], "_") == 0) continue;
        if (!first) buf_add_char(key, ',');
        first = false;
        buf_add_json_string(key, str_from(rules->names[n]));
        buf_add_text(key, ":[");
        for (size_t i = 0; i < json_array_size(list); i++) {
            if (i > 0) buf_add_char(key, ',');
            buf_add_json_string(key, str_from(json_string_value(json_array_get(list, i))));
        }
        buf_add_char(key, ']');
    }
    buf_add_char(key, '}');
}

/* A list of ids is the order; lists by name are taken as they are. */
static json_t *value_from(const struct label_control *control, const json_t *data, const json_t *simple) {
    const struct ranker_rules *rules = control->rules;
    if (json_is_object(simple)) return json_deep_copy(simple);
    if (!json_is_array(simple) || rules->buckets) return NULL;
    return json_pack("{s:o}", control->name, json_deep_copy(simple));
}

static void describe(const struct label_control *control, json_t *object) {
    const struct ranker_rules *rules = control->rules;
    json_t *names = json_array();
    for (int i = 0; i < rules->count; i++) json_array_append_new(names, json_string(rules->names[i]));
    json_object_set_new(object, "lists", names);
}

const struct control_type label_ranker = {
    .type = "ranker",
    .key = "ranker",
    .objects = "List",
    .setup = setup,
    .check = check,
    .add_key = add_key,
    .value_from = value_from,
    .describe = describe,
};
