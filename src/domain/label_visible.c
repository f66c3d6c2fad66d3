/* visibleWhen: which controls are shown, given what is chosen. */
#include <string.h>

#include "domain/label_parts.h"

/* ------------------------------------------------------------------ parsing */

size_t label_attr_place(const struct label_node *node, const char *name) {
    for (int i = 0; i < node->attr_count; i++)
        if (node->attrs[i].spec && strcmp(node->attrs[i].spec->name, name) == 0) return node->attrs[i].offset;
    return node->offset;
}

static bool knows(const struct label_condition *condition, const char *name) {
    if (condition->control->type == &label_choices) return label_choices_knows(condition->control, name);
    return label_labels_knows(condition->control, name);
}

/* The values between commas; with a control, each must be a choice or label there. */
static void names_setup(struct label_parse *parse, const struct label_node *node, struct label_condition *condition,
                        const char *attr) {
    struct arena *arena = &parse->config->arena;
    const char *values = label_attr(node, attr);
    size_t place = label_attr_place(node, attr), count = 1;
    for (const char *p = values; *p; p++) count += *p == ',';
    condition->names = arena_alloc(arena, sizeof *condition->names * count);
    for (const char *p = values;; p++) {
        size_t len = strcspn(p, ","), begin = 0, end = len;
        while (begin < end && p[begin] == ' ') begin++;
        while (end > begin && p[end - 1] == ' ') end--;
        const char *name = arena_copy(arena, p + begin, end - begin);
        if (condition->control && !knows(condition, name))
            label_wrong(parse, place, "%s: <%s> \"%.*s\" has no %s \"%.*s\".", attr,
                        condition->control->node->tag->name, SHORT(condition->control->name),
                        condition->control->type == &label_choices ? "choice" : "label", SHORT(name));
        condition->names[condition->name_count++] = name;
        p += len;
        if (!*p) return;
    }
}

/* What goes together: whenChoiceValue with choices, whenLabelValue with regions. False after an error. */
static bool attrs_fit(struct label_parse *parse, const struct label_node *node, const char *when) {
    static const char *const attrs[] = {"whenTagName", "whenChoiceValue", "whenLabelValue"};
    for (int i = 0; i < 3; i++) {
        if (!label_attr(node, attrs[i])) continue;
        const char *wanted = i == 1   ? "choice-selected|choice-unselected"
                             : i == 2 ? "region-selected"
                                      : "choice-selected|choice-unselected|region-selected";
        if (when && label_word_in(wanted, when)) continue;
        if (when)
            label_wrong(parse, label_attr_place(node, attrs[i]), "%s does nothing with visibleWhen=\"%s\".", attrs[i],
                        when);
        else
            label_wrong(parse, label_attr_place(node, attrs[i]), "%s does nothing without visibleWhen.", attrs[i]);
        return false;
    }
    if (!label_attr(node, "whenChoiceValue") || label_attr(node, "whenTagName")) return true;
    label_wrong(parse, label_attr_place(node, "whenChoiceValue"),
                "whenChoiceValue needs whenTagName: of which <Choices>?");
    return false;
}

/* The control that whenTagName names; false when it cannot be one. */
static bool tag_setup(struct label_parse *parse, const struct label_node *node, struct label_condition *condition) {
    const char *tag = label_attr(node, "whenTagName");
    if (!tag) return true;
    bool choices = condition->when == WHEN_CHOICE || condition->when == WHEN_NO_CHOICE;
    const struct label_entry *named = label_list_find(&parse->names, tag);
    if (named && !named->node->tag) return false; /* not supported: that is already an error */
    condition->control = label_control_named(parse->config, tag);
    if (condition->control && (choices ? condition->control->type == &label_choices
                                       : condition->control->type->labels || condition->control->draws))
        return true;
    label_wrong(parse, label_attr_place(node, "whenTagName"), "whenTagName: there is no <%s> named \"%.*s\".",
                choices ? "Choices" : "Labels", SHORT(tag));
    return false;
}

static void condition_setup(struct label_parse *parse, struct label_node *node) {
    static const char *const kinds[] = {[WHEN_CHOICE] = "choice-selected",
                                        [WHEN_NO_CHOICE] = "choice-unselected",
                                        [WHEN_REGION] = "region-selected",
                                        [WHEN_NO_REGION] = "no-region-selected"};
    const char *when = label_attr(node, "visibleWhen");
    if (!attrs_fit(parse, node, when) || !when) return;
    struct label_condition *condition = arena_alloc(&parse->config->arena, sizeof *condition);
    for (int i = WHEN_CHOICE; i <= WHEN_NO_REGION; i++)
        if (strcmp(when, kinds[i]) == 0) condition->when = (enum label_when)i;
    if (condition->when >= WHEN_REGION && !parse->config->has_regions && parse->errors == 0) {
        label_wrong(parse, label_attr_place(node, "visibleWhen"),
                    "visibleWhen=\"%s\": nothing here makes regions; add a control such as <Labels>.", when);
        return;
    }
    if (!tag_setup(parse, node, condition)) return;
    if (label_attr(node, "whenChoiceValue")) names_setup(parse, node, condition, "whenChoiceValue");
    if (label_attr(node, "whenLabelValue")) names_setup(parse, node, condition, "whenLabelValue");
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
        if (!condition || !condition->control || (condition->when != WHEN_CHOICE && condition->when != WHEN_REGION))
            continue;
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

/* A choice is looked for where the region answers it, else in what belongs to the whole task or any region. */
static bool choice_hit(const struct label_control *control, const struct label_condition *condition,
                       const struct label_answers *answers, const struct label_region *region, const json_t *data) {
    if (!control->of_region) {
        const json_t *chosen = control->per_item && answers->item >= 0
                                   ? label_item_answer(control, answers->result, answers->item)
                                   : answers->values[control->index];
        return chosen && label_choices_hit(control, data, chosen, condition);
    }
    for (int i = 0; i < answers->regions.count; i++) {
        const struct label_region *one = region ? region : &answers->regions.list[i];
        const struct label_region_item *item = label_region_item(one, control);
        if (item && label_choices_hit(control, data, json_object_get(item->value, control->type->key), condition))
            return true;
        if (region) break;
    }
    return false;
}

static bool condition_holds(const struct label_condition *condition, const struct label_config *config,
                            const struct label_answers *answers, const struct label_region *region,
                            const json_t *data) {
    bool hit = false;
    switch (condition->when) {
    case WHEN_CHOICE:
    case WHEN_NO_CHOICE:
        for (int i = 0; i < config->control_count && !hit; i++) {
            const struct label_control *control = condition->control ? condition->control : &config->controls[i];
            if (control->type == &label_choices) hit = choice_hit(control, condition, answers, region, data);
            if (condition->control) break;
        }
        return hit == (condition->when == WHEN_CHOICE);
    case WHEN_REGION:
        if (region) return label_region_hit(region, condition);
        for (int i = 0; i < answers->regions.count && !hit; i++)
            hit = label_region_hit(&answers->regions.list[i], condition);
        return hit;
    case WHEN_NO_REGION: break; /* of the whole task: nothing is selected at some time */
    }
    return region == NULL;
}

bool label_visible(const struct label_control *control, const struct label_config *config,
                   const struct label_answers *answers, const struct label_region *region, const json_t *data) {
    for (const struct label_node *node = control->node; node; node = node->parent)
        if (node->condition && !condition_holds(node->condition, config, answers, region, data)) return false;
    return true;
}
