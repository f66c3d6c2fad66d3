/* visibleWhen: which controls are shown, given what is chosen. */
#include <string.h>

#include "domain/label_parts.h"

/* ------------------------------------------------------------------ parsing */

static size_t attr_place(const struct label_node *node, const char *name) {
    for (int i = 0; i < node->attr_count; i++)
        if (node->attrs[i].spec && strcmp(node->attrs[i].spec->name, name) == 0) return node->attrs[i].offset;
    return node->offset;
}

/* The values between commas; each must be a choice there. */
static void names_setup(struct label_parse *parse, const struct label_node *node, struct label_condition *condition,
                        const char *values) {
    struct arena *arena = &parse->config->arena;
    size_t place = attr_place(node, "whenChoiceValue"), count = 1;
    for (const char *p = values; *p; p++) count += *p == ',';
    condition->names = arena_alloc(arena, sizeof *condition->names * count);
    for (const char *p = values;; p++) {
        size_t len = strcspn(p, ","), begin = 0, end = len;
        while (begin < end && p[begin] == ' ') begin++;
        while (end > begin && p[end - 1] == ' ') end--;
        const char *name = arena_copy(arena, p + begin, end - begin);
        if (!label_choices_knows(condition->control, name))
            label_wrong(parse, place, "whenChoiceValue: <Choices> \"%.*s\" has no choice \"%.*s\".",
                        SHORT(condition->control->name), SHORT(name));
        condition->names[condition->name_count++] = name;
        p += len;
        if (!*p) return;
    }
}

static void condition_setup(struct label_parse *parse, struct label_node *node) {
    const char *when = label_attr(node, "visibleWhen"), *tag = label_attr(node, "whenTagName"),
               *values = label_attr(node, "whenChoiceValue");
    if (!when) {
        if (tag) label_wrong(parse, attr_place(node, "whenTagName"), "whenTagName does nothing without visibleWhen.");
        if (values)
            label_wrong(parse, attr_place(node, "whenChoiceValue"),
                        "whenChoiceValue does nothing without visibleWhen.");
        return;
    }
    if (values && !tag) {
        label_wrong(parse, attr_place(node, "whenChoiceValue"),
                    "whenChoiceValue needs whenTagName: of which <Choices>?");
        return;
    }
    struct label_condition *condition = arena_alloc(&parse->config->arena, sizeof *condition);
    condition->selected = strcmp(when, "choice-selected") == 0;
    if (tag) {
        const struct label_entry *named = label_list_find(&parse->names, tag);
        if (named && !named->node->tag) return; /* not supported: that is already an error */
        condition->control = label_control_named(parse->config, tag);
        if (!condition->control || condition->control->type != &label_choices) {
            label_wrong(parse, attr_place(node, "whenTagName"), "whenTagName: there is no <Choices> named \"%.*s\".",
                        SHORT(tag));
            return;
        }
        if (values) names_setup(parse, node, condition, values);
    }
    node->condition = condition;
}

static void conditions_setup(struct label_parse *parse, struct label_node *node) {
    if (node->tag) condition_setup(parse, node);
    for (struct label_node *child = node->first; child; child = child->next) conditions_setup(parse, child);
}

enum { NEW, UNDER_WAY, DONE };

/* Follows what must be chosen before a control is shown. A circle of such controls would never be seen. */
static void circles_check(struct label_parse *parse, const struct label_control *control, char *marks) {
    marks[control->index] = UNDER_WAY;
    for (const struct label_node *node = control->node; node; node = node->parent) {
        const struct label_condition *condition = node->condition;
        if (!condition || !condition->selected || !condition->control) continue;
        if (marks[condition->control->index] == UNDER_WAY)
            label_wrong(
                parse, node->offset,
                "\"%.*s\" can never be shown: that waits for an answer to \"%.*s\", which is shown only after it.",
                SHORT(control->name), SHORT(condition->control->name));
        else if (marks[condition->control->index] == NEW)
            circles_check(parse, condition->control, marks);
    }
    marks[control->index] = DONE;
}

void label_visible_setup(struct label_parse *parse) {
    struct label_config *config = parse->config;
    conditions_setup(parse, config->root);
    char *marks = arena_alloc(&config->arena, (size_t)config->control_count + 1);
    for (int i = 0; i < config->control_count; i++)
        if (marks[i] == NEW) circles_check(parse, &config->controls[i], marks);
}

/* ------------------------------------------------------------------ answers */

static bool condition_holds(const struct label_condition *condition, const struct label_config *config,
                            const json_t *const *values, const json_t *data) {
    bool hit = false;
    if (condition->control) {
        const json_t *chosen = values[condition->control->index];
        hit = chosen && label_choices_hit(condition->control, data, chosen, condition);
    } else {
        for (int i = 0; i < config->control_count && !hit; i++)
            hit = config->controls[i].type == &label_choices && json_array_size(values[i]) > 0;
    }
    return hit == condition->selected;
}

bool label_visible(const struct label_control *control, const struct label_config *config, const json_t *const *values,
                   const json_t *data) {
    for (const struct label_node *node = control->node; node; node = node->parent)
        if (node->condition && !condition_holds(node->condition, config, values, data)) return false;
    return true;
}
