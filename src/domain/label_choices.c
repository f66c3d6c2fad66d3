/* <Choices>: {"choices": ["Drama"]}; with allowNested {"choices": [["Animal", "Dog"]]}. <Taxonomy>: {"taxonomy":
 * [["Animal", "Dog"], ["Animal"]]}.
 *
 * A choice comes from a <Choice> of the config or from the list in the task's data ("option" below is either). Its name
 * is its alias if it has one, else its value; a path is the names from the top. What holds others cannot be chosen
 * itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"

/* A choice of the config. */
struct choice {
    const char *value, *alias; /* alias may be NULL */
    struct choice *first, *next;
};

struct choices_rules {
    struct choice *first;
    int count; /* of all in the config */
    bool multiple, nested;
    bool any_level;    /* what holds others can be chosen too */
    int max;           /* choices in one answer; 0 = any number */
    const char *field; /* of task data, NULL = none */
};

/* A choice from either source; all NULL = none. */
struct option {
    const struct choice *choice;
    const json_t *item;
};

static const char *option_value(struct option o) {
    if (o.choice) return o.choice->value;
    return json_is_object(o.item) ? json_string_value(json_object_get(o.item, "value")) : json_string_value(o.item);
}

static const char *option_alias(struct option o) {
    const char *alias = o.choice ? o.choice->alias
                                 : json_string_value(json_is_object(o.item) ? json_object_get(o.item, "alias") : NULL);
    return alias && alias[0] ? alias : NULL;
}

static const char *option_name(struct option o) {
    const char *alias = option_alias(o);
    return alias ? alias : option_value(o);
}

static const json_t *item_children(const json_t *item) {
    return json_is_object(item) ? json_object_get(item, "children") : NULL;
}

static bool option_holds_others(struct option o) {
    return o.choice ? o.choice->first != NULL : json_array_size(item_children(o.item)) > 0;
}

static const json_t *task_list(const struct choices_rules *rules, const json_t *data) {
    return rules->field ? label_data_get(data, rules->field) : NULL;
}

/* The option of this name among the config's choices from first on and the items of a list. */
static struct option option_named(const struct choice *first, const json_t *list, const char *name) {
    for (const struct choice *c = first; c; c = c->next)
        if (strcmp(option_name((struct option){.choice = c}), name) == 0) return (struct option){.choice = c};
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct option o = {.item = json_array_get(list, i)};
        const char *own = option_name(o);
        if (own && strcmp(own, name) == 0) return o;
    }
    return (struct option){0};
}

/* Follows one chosen item (a name, or a path of names) from the top; fills path with the options on the way and returns
 * how many there are, 0 when it is not offered. */
static int option_path(const struct choices_rules *rules, const json_t *data, const json_t *chosen,
                       struct option path[JSON_DEPTH_MAX]) {
    size_t depth = rules->nested ? json_array_size(chosen) : 1;
    if (depth == 0 || depth > JSON_DEPTH_MAX) return 0;
    const struct choice *first = rules->first;
    const json_t *list = task_list(rules, data);
    for (size_t i = 0; i < depth; i++) {
        const char *name = json_string_value(rules->nested ? json_array_get(chosen, i) : chosen);
        if (!name) return 0;
        path[i] = option_named(first, list, name);
        if (!path[i].choice && !path[i].item) return 0;
        first = path[i].choice ? path[i].choice->first : NULL;
        list = path[i].item ? item_children(path[i].item) : NULL;
    }
    return (int)depth;
}

/* ------------------------------------------------------------------ parsing */

static void choice_check(struct label_parse *parse, const struct label_node *node, const struct choice *choice) {
    const char *const texts[] = {choice->value, choice->alias};
    const char *const names[] = {"value", "alias"};
    for (int i = 0; i < 2; i++)
        if (texts[i] && str_utf8_chars(str_from(texts[i])) > LABEL_CHOICE_CHARS_MAX)
            label_wrong(parse, node->offset, "The %s of a choice has at most %d characters.", names[i],
                        LABEL_CHOICE_CHARS_MAX);
    if (choice->alias && !choice->alias[0])
        label_wrong(parse, node->offset, "alias of <Choice> is empty; leave it out to use the value.");
}

static void choices_read(struct label_parse *parse, struct choices_rules *rules, const struct label_node *parent,
                         struct choice **first) {
    struct label_list names = {0};
    for (struct label_node *node = parent->first; node; node = node->next) {
        if (!node->tag || strcmp(node->tag->name, "Choice") != 0 || !label_attr(node, "value")) continue;
        struct choice *choice = *first = arena_alloc(&parse->config->arena, sizeof *choice);
        first = &choice->next;
        rules->count++;
        choice->value = label_attr(node, "value");
        choice->alias = label_attr(node, "alias");
        choice_check(parse, node, choice);
        label_list_add(&names, option_name((struct option){.choice = choice}), node, node->offset);
        if (node->first && !rules->nested)
            label_wrong(parse, node->first->offset,
                        "A <Choice> inside a <Choice> needs allowNested=\"true\" on its <Choices>.");
        choices_read(parse, rules, node, &choice->first);
    }
    label_list_sort(&names);
    for (int i = 1; i < names.count; i++)
        if (strcmp(names.entries[i].text, names.entries[i - 1].text) == 0)
            label_wrong(parse, names.entries[i].offset, "The choice \"%.*s\" is there twice.",
                        SHORT(names.entries[i].text));
    label_list_free(&names);
}

static void choices_setup(struct label_parse *parse, struct label_control *control, bool is_taxonomy, bool any_level) {
    struct choices_rules *rules = control->rules = arena_alloc(&parse->config->arena, sizeof *rules);
    const char *choice = label_attr(control->node, "choice"), *field = label_attr(control->node, "value");
    rules->multiple = is_taxonomy || (choice && strcmp(choice, "multiple") == 0);
    rules->nested = is_taxonomy || label_attr_true(control->node, "allowNested");
    rules->any_level = any_level;
    if (field) rules->field = field + 1; /* "$field" */
    choices_read(parse, rules, control->node, &rules->first);
    if (!control->node->first && !field)
        label_wrong(parse, control->node->offset,
                    "<%s> has nothing to choose: put <Choice value=\"...\"/> into it, or value=\"$field\".",
                    control->node->tag->name);
}

/* <Taxonomy>: several choices of a tree, each as its path; unless leafsOnly is "true" also what holds others. */
static void taxonomy_setup(struct label_parse *parse, struct label_control *control) {
    double max = 0;
    choices_setup(parse, control, true, !label_attr_true(control->node, "leafsOnly"));
    struct choices_rules *rules = control->rules;
    label_attr_number(control->node, "maxUsages", &max);
    rules->max = max >= 1 && max <= LABEL_OPTIONS_MAX ? (int)max : 0;
}

static void setup(struct label_parse *parse, struct label_control *control) {
    choices_setup(parse, control, false, false);
}

static bool knows(const struct choice *first, const char *name) {
    for (const struct choice *c = first; c; c = c->next)
        if (strcmp(c->value, name) == 0 || (c->alias && strcmp(c->alias, name) == 0) || knows(c->first, name))
            return true;
    return false;
}

bool label_choices_knows(const struct label_control *control, const char *name) {
    const struct choices_rules *rules = control->rules;
    return rules->field || knows(rules->first, name);
}

/* ------------------------------------------------------------------ choices in task data */

struct list_check {
    const struct choices_rules *rules;
    struct problem *p;
    int count;
    bool wrong;
};

/* path: where the list is, for errors. */
static void list_wrong(struct list_check *check, const char *path, const char *sentence) {
    check->wrong = true;
    problem_field_add(check->p, path, "%s", sentence);
}

static const char *item_fault(const struct list_check *check, const json_t *item) {
    struct option o = {.item = item};
    const char *value = option_value(o), *alias = option_alias(o);
    if (!json_is_string(item) && !json_is_object(item)) return "A choice must be a text or {\"value\": \"...\"}.";
    if (!value || !value[0]) return "A choice needs a value that is a text and not empty.";
    if (json_is_object(item) && json_object_get(item, "html")) return "HTML in choices is not supported; use value.";
    if (str_utf8_chars(str_from(value)) > LABEL_CHOICE_CHARS_MAX ||
        (alias && str_utf8_chars(str_from(alias)) > LABEL_CHOICE_CHARS_MAX))
        return "A choice is too long; value and alias have at most 1000 characters.";
    if (!check->rules->nested && json_array_size(item_children(item)) > 0)
        return "Choices inside of a choice need allowNested=\"true\" in the label config.";
    return NULL;
}

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Is a name there twice, among the list and the config's choices beside it. */
static bool has_twice(const struct choice *first, const json_t *list) {
    size_t count = 0, size = json_array_size(list);
    for (const struct choice *c = first; c; c = c->next) size++;
    const char **names = mem_alloc(sizeof *names * (size + 1));
    for (const struct choice *c = first; c; c = c->next) names[count++] = option_name((struct option){.choice = c});
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *name = option_name((struct option){.item = json_array_get(list, i)});
        if (name) names[count++] = name;
    }
    qsort(names, count, sizeof *names, compare_texts);
    bool twice = false;
    for (size_t i = 1; i < count && !twice; i++) twice = strcmp(names[i], names[i - 1]) == 0;
    free(names);
    return twice;
}

static void list_check(struct list_check *check, const json_t *list, const char *path, const struct choice *beside) {
    if (!json_is_array(list)) {
        list_wrong(check, path, "This must be a list of choices: texts, or {\"value\": \"...\"}.");
        return;
    }
    check->count += (int)json_array_size(list);
    if (check->count > LABEL_OPTIONS_MAX) {
        char text[80];
        snprintf(text, sizeof text, "There are more than %d choices.", LABEL_OPTIONS_MAX);
        list_wrong(check, path, text);
        return;
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i), *children = item_children(item);
        char place[PROBLEM_PATH_BYTES + 40];
        snprintf(place, sizeof place, "%.*s/%zu", PROBLEM_PATH_BYTES, path, i);
        const char *fault = item_fault(check, item);
        if (fault)
            list_wrong(check, place, fault);
        else if (children && check->count <= LABEL_OPTIONS_MAX)
            list_check(check, children, place, NULL);
    }
    if (has_twice(beside, list)) list_wrong(check, path, "A choice is there twice; each must be different.");
}

static bool check_data(const struct label_control *control, const json_t *data, struct problem *p) {
    const struct choices_rules *rules = control->rules;
    const json_t *list = task_list(rules, data);
    if (!list) return true; /* needs none, or its absence is an error already */
    struct list_check check = {.rules = rules, .p = p};
    char path[PROBLEM_PATH_BYTES];
    snprintf(path, sizeof path, "/data/%s", rules->field);
    if (json_is_array(list) && json_array_size(list) == 0 && !rules->first)
        list_wrong(&check, path, "The list of choices is empty.");
    else
        list_check(&check, list, path, rules->first);
    return !check.wrong;
}

/* ------------------------------------------------------------------ answers */

static void chosen_check(const struct label_control *control, const json_t *data, const json_t *value, size_t index,
                         struct label_report *report) {
    const struct choices_rules *rules = control->rules;
    const json_t *chosen = json_array_get(value, index);
    struct option path[JSON_DEPTH_MAX];
    if (rules->nested ? !json_is_array(chosen) : !json_is_string(chosen)) {
        label_report(report, (int)index,
                     rules->nested ? "\"%.*s\" wants each choice as a list of names from the top."
                                   : "\"%.*s\" wants each choice as a text.",
                     SHORT(control->name));
        return;
    }
    int depth = option_path(rules, data, chosen, path);
    if (depth == 0) {
        const json_t *last = rules->nested ? json_array_get(chosen, json_array_size(chosen) - 1) : chosen;
        const char *text = json_is_string(last) ? json_string_value(last) : "";
        label_report(report, (int)index, "\"%.*s\" does not offer \"%.*s\".", SHORT(control->name), SHORT(text));
        return;
    }
    if (!rules->any_level && option_holds_others(path[depth - 1])) {
        label_report(report, (int)index, "\"%.*s\" holds other choices; choose one of those.",
                     SHORT(option_name(path[depth - 1])));
        return;
    }
    for (size_t i = 0; i < index; i++)
        if (json_equal(json_array_get(value, i), chosen)) {
            label_report(report, (int)index, "\"%.*s\" is chosen twice.", SHORT(option_name(path[depth - 1])));
            return;
        }
}

static void check(const struct label_control *control, const json_t *data, const json_t *value,
                  struct label_report *report) {
    const struct choices_rules *rules = control->rules;
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count == 0) {
        label_report(report, -1, "\"%.*s\" wants a list with at least one choice.", SHORT(control->name));
    } else if (!rules->multiple && count > 1) {
        label_report(report, -1, "\"%.*s\" takes one choice, not %zu.", SHORT(control->name), count);
    } else if (rules->max > 0 && count > (size_t)rules->max) {
        label_report(report, -1, "\"%.*s\" takes at most %d choices, not %zu.", SHORT(control->name), rules->max,
                     count);
    } else if (count > 2 * LABEL_OPTIONS_MAX) {
        label_report(report, -1, "These are more choices than \"%.*s\" offers.", SHORT(control->name));
    } else {
        for (size_t i = 0; i < count; i++) chosen_check(control, data, value, i, report);
    }
}

bool label_choices_hit(const struct label_control *control, const json_t *data, const json_t *chosen,
                       const struct label_condition *condition) {
    const struct choices_rules *rules = control->rules;
    if (condition->name_count == 0) return json_array_size(chosen) > 0;
    for (size_t i = 0; i < json_array_size(chosen); i++) {
        struct option path[JSON_DEPTH_MAX];
        int depth = option_path(rules, data, json_array_get(chosen, i), path);
        for (int d = 0; d < depth; d++)
            for (int n = 0; n < condition->name_count; n++) {
                const char *value = option_value(path[d]), *alias = option_alias(path[d]);
                if (value && strcmp(value, condition->names[n]) == 0) return true;
                if (alias && strcmp(alias, condition->names[n]) == 0) return true;
            }
    }
    return false;
}

/* ------------------------------------------------------------------ keys */

/* Names before longer paths that begin with them. */
static int compare_chosen(const void *a, const void *b) {
    const json_t *x = *(const json_t *const *)a, *y = *(const json_t *const *)b;
    if (json_is_string(x)) return strcmp(json_string_value(x), json_string_value(y));
    for (size_t i = 0; i < json_array_size(x) && i < json_array_size(y); i++) {
        int order = strcmp(json_string_value(json_array_get(x, i)), json_string_value(json_array_get(y, i)));
        if (order) return order;
    }
    return (json_array_size(x) > json_array_size(y)) - (json_array_size(x) < json_array_size(y));
}

static void add_name(const json_t *name, struct buf *key) {
    buf_add_json_string(key, (str){json_string_value(name), json_string_length(name)});
}

static void add_chosen(const json_t *chosen, struct buf *key) {
    if (json_is_string(chosen)) {
        add_name(chosen, key);
        return;
    }
    buf_add_char(key, '[');
    for (size_t i = 0; i < json_array_size(chosen); i++) {
        if (i > 0) buf_add_char(key, ',');
        add_name(json_array_get(chosen, i), key);
    }
    buf_add_char(key, ']');
}

static void add_key(const struct label_control *control, const json_t *value, struct buf *key) {
    enum { SMALL = 32 };
    const json_t *few[SMALL];
    size_t count = json_array_size(value);
    const json_t **sorted = count <= SMALL ? few : mem_alloc(sizeof *sorted * count);
    for (size_t i = 0; i < count; i++) sorted[i] = json_array_get(value, i);
    qsort(sorted, count, sizeof *sorted, compare_chosen);
    buf_add_char(key, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_add_char(key, ',');
        add_chosen(sorted[i], key);
    }
    buf_add_char(key, ']');
    if (sorted != few) free(sorted);
}

/* ------------------------------------------------------------------ simple values */

/* All options that hold no others and have this name or value, as what a result says of them; *found counts them. */
static void find_leaves(const struct choices_rules *rules, struct option o, const char *text, json_t *path,
                        json_t **leaf, int *found) {
    const char *value = option_value(o);
    if (!value) return;
    json_array_append_new(path, json_string(option_name(o)));
    if (o.choice)
        for (const struct choice *c = o.choice->first; c; c = c->next)
            find_leaves(rules, (struct option){.choice = c}, text, path, leaf, found);
    else
        for (size_t i = 0; i < json_array_size(item_children(o.item)); i++)
            find_leaves(rules, (struct option){.item = json_array_get(item_children(o.item), i)}, text, path, leaf,
                        found);
    if ((rules->any_level || !option_holds_others(o)) &&
        (strcmp(value, text) == 0 || strcmp(option_name(o), text) == 0) && ++*found == 1)
        *leaf = rules->nested ? json_deep_copy(path) : json_string(option_name(o));
    json_array_remove(path, json_array_size(path) - 1);
}

/* What a result says of the one choice that text names by its name or value; NULL when there is none or several. */
static json_t *leaf_named(const struct choices_rules *rules, const json_t *data, const char *text) {
    json_t *leaf = NULL, *path = json_array();
    int found = 0;
    if (!rules->nested) {
        struct option o = option_named(rules->first, task_list(rules, data), text);
        if (o.choice || o.item) found = 1, leaf = json_string(text);
    }
    if (found == 0) {
        const json_t *list = task_list(rules, data);
        for (const struct choice *c = rules->first; c; c = c->next)
            find_leaves(rules, (struct option){.choice = c}, text, path, &leaf, &found);
        for (size_t i = 0; i < json_array_size(list); i++)
            find_leaves(rules, (struct option){.item = json_array_get(list, i)}, text, path, &leaf, &found);
    }
    json_decref(path);
    if (found == 1) return leaf;
    json_decref(leaf);
    return NULL;
}

/* "A|B" as several choices; NULL when a part names none. */
static json_t *split_value(const struct choices_rules *rules, const json_t *data, const char *text) {
    json_t *list = json_array();
    for (const char *p = text;; p++) {
        size_t len = strcspn(p, "|"), begin = 0, end = len;
        while (begin < end && p[begin] == ' ') begin++;
        while (end > begin && p[end - 1] == ' ') end--;
        char *part = mem_alloc(end - begin + 1);
        memcpy(part, p + begin, end - begin);
        json_t *leaf = leaf_named(rules, data, part);
        free(part);
        if (!leaf) {
            json_decref(list);
            return NULL;
        }
        json_array_append_new(list, leaf);
        p += len;
        if (!*p) return list;
    }
}

static json_t *text_value(const struct choices_rules *rules, const json_t *data, const char *text) {
    json_t *leaf = leaf_named(rules, data, text);
    if (!leaf && rules->multiple) return split_value(rules, data, text);
    json_t *list = json_array();
    json_array_append_new(list, leaf ? leaf : json_string(text)); /* the check says that it is not offered */
    return list;
}

static json_t *value_from(const struct label_control *control, const json_t *data, const json_t *simple) {
    const struct choices_rules *rules = control->rules;
    if (json_is_string(simple)) return text_value(rules, data, json_string_value(simple));
    if (json_is_number(simple)) {
        CLEANUP(buf_free) struct buf text = {0};
        label_number_write(&text, json_number_value(simple));
        return text_value(rules, data, text.data);
    }
    if (!json_is_array(simple)) return NULL;
    json_t *list = json_array();
    for (size_t i = 0; i < json_array_size(simple); i++) {
        const json_t *item = json_array_get(simple, i);
        json_t *leaf = json_is_string(item) ? leaf_named(rules, data, json_string_value(item)) : NULL;
        json_array_append_new(list, leaf ? leaf : json_deep_copy(item));
    }
    return list;
}

static void add_options(const struct choices_rules *rules, const struct choice *first, json_t *path, json_t *options) {
    for (const struct choice *c = first; c; c = c->next) {
        const char *name = option_name((struct option){.choice = c});
        json_array_append_new(path, json_string(name));
        if (c->first) add_options(rules, c->first, path, options);
        if (!c->first || rules->any_level)
            json_array_append_new(options, rules->nested ? json_deep_copy(path) : json_string(name));
        json_array_remove(path, json_array_size(path) - 1);
    }
}

static void describe(const struct label_control *control, json_t *object) {
    const struct choices_rules *rules = control->rules;
    json_t *options = json_array(), *path = json_array();
    add_options(rules, rules->first, path, options);
    json_decref(path);
    json_object_set_new(object, "multiple", json_boolean(rules->multiple));
    json_object_set_new(object, "nested", json_boolean(rules->nested));
    json_object_set_new(object, "dynamic", json_boolean(rules->field != NULL));
    json_object_set_new(object, "options", options);
}

const struct control_type label_choices = {
    .type = "choices",
    .key = "choices",
    .setup = setup,
    .check_data = check_data,
    .check = check,
    .add_key = add_key,
    .value_from = value_from,
    .describe = describe,
};

const struct control_type label_taxonomy = {
    .type = "taxonomy",
    .key = "taxonomy",
    .setup = taxonomy_setup,
    .check_data = check_data,
    .check = check,
    .add_key = add_key,
    .value_from = value_from,
    .describe = describe,
};
