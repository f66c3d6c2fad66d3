/* Nodes to config: every tag known and in its place, names that fit together, and the JSON that others read. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

/* ------------------------------------------------------------------ tags */

static void not_known(struct label_parse *parse, struct label_node *node) {
    if (label_tag_not_yet(node->name)) {
        /* The labels inside <Labels> need no error of their own. */
        if (!node->parent || node->parent->tag || !label_tag_not_yet(node->parent->name))
            label_wrong(parse, node->offset, "<%s> is not supported yet.", node->name);
    } else {
        const char *like = label_tag_like(node->name);
        if (like)
            label_wrong(parse, node->offset, "<%.*s> is not a known tag; <%s> is.", SHORT(node->name), like);
        else
            label_wrong(parse, node->offset, "<%.*s> is not a known tag; docs/labels.md lists all there are.",
                        SHORT(node->name));
    }
    /* Whoever names it is not wrong too. */
    for (int i = 0; i < node->attr_count; i++)
        if (strcmp(node->attrs[i].name, "name") == 0)
            label_list_add(&parse->names, node->attrs[i].value, node, node->attrs[i].offset);
}

static void check_place(struct label_parse *parse, const struct label_node *node) {
    const struct label_node *parent = node->parent;
    if (!parent) {
        if (node->tag->kind != TAG_VIEW)
            label_wrong(parse, node->offset, "The outermost tag must be <View>, not <%s>.", node->tag->name);
        return;
    }
    if (!parent->tag) return;
    if (node->tag->inside ? label_word_in(node->tag->inside, parent->tag->name) : parent->tag->kind == TAG_VIEW) return;
    CLEANUP(buf_free) struct buf parts = {0};
    label_tag_parts(parent->tag, &parts);
    if (parts.len > 0)
        label_wrong(parse, node->offset, "<%s> cannot stand inside <%s>, which holds only %s.", node->tag->name,
                    parent->tag->name, parts.data);
    else if (node->tag->inside)
        label_wrong(parse, node->offset, "<%s> must stand inside <%.*s>.", node->tag->name,
                    (int)strcspn(node->tag->inside, "|"), node->tag->inside);
    else
        label_wrong(parse, node->offset, "<%s> cannot stand inside <%s>, which holds no tags.", node->tag->name,
                    parent->tag->name);
}

static void check_text(struct label_parse *parse, struct label_node *node) {
    if (!node->text) return;
    if (node->tag->kind != TAG_STYLE) {
        const char *text = node->text + strspn(node->text, " \t\r\n");
        int line = (int)strcspn(text, "\r\n"), len = label_short(text);
        label_wrong(parse, node->offset,
                    "There is text inside <%s> (\"%.*s\"); to show text use <Header value=\"...\"/>.", node->tag->name,
                    line < len ? line : len, text);
        return;
    }
    CLEANUP(buf_free) struct buf clean = {0};
    const char *why;
    if (label_style_clean(node->text, false, &clean, &why))
        node->text = arena_copy(&parse->config->arena, buf_str(&clean).data, clean.len);
    else
        label_wrong(parse, node->offset, "<Style> has %s", why);
}

static void node_build(struct label_parse *parse, struct label_node *node) {
    node->tag = label_tag(node->name);
    if (node->tag) {
        check_place(parse, node);
        label_attrs_check(parse, node);
        check_text(parse, node);
    } else {
        not_known(parse, node);
    }
    if (node->tag && strcmp(node->tag->name, "Image") == 0) label_image_build(parse, node);
    for (struct label_node *child = node->first; child; child = child->next) node_build(parse, child);
}

/* ------------------------------------------------------------------ names */

static void check_twice(struct label_parse *parse, const struct label_list *list, const char *format) {
    for (int i = 1; i < list->count; i++)
        if (strcmp(list->entries[i].text, list->entries[i - 1].text) == 0) {
            char text[PROBLEM_TEXT_BYTES];
            snprintf(text, sizeof text, "%.*s", SHORT(list->entries[i].text));
            label_wrong(parse, list->entries[i].offset, format, text);
        }
}

struct census {
    int objects, controls, unsupported;
};

static void count_kinds(const struct label_node *node, struct census *census) {
    if (!node->tag)
        census->unsupported++;
    else
        census->objects += node->tag->kind == TAG_OBJECT, census->controls += node->tag->kind == TAG_CONTROL;
    for (const struct label_node *child = node->first; child; child = child->next) count_kinds(child, census);
}

static void controls_collect(struct label_config *config, const struct label_node *node) {
    const char *name = label_attr(node, "name");
    if (node->tag && node->tag->kind == TAG_CONTROL && name) {
        struct label_control *control = &config->controls[config->control_count];
        control->type = node->tag->control;
        control->node = node;
        control->name = name;
        control->required = label_attr_true(node, "required");
        control->index = config->control_count++;
    }
    for (const struct label_node *child = node->first; child; child = child->next) controls_collect(config, child);
}

static int by_name(const void *a, const void *b) {
    return strcmp((*(struct label_control *const *)a)->name, (*(struct label_control *const *)b)->name);
}

/* toName="a,b": two objects. */
static void several_setup(struct label_parse *parse, struct label_control *control) {
    size_t place = control->node->offset;
    int count = 0;
    for (const char *p = control->to_name;; p++) {
        size_t len = strcspn(p, ",");
        while (*p == ' ') p++, len--;
        const char *name = arena_copy(&parse->config->arena, p, len);
        const struct label_entry *named = label_list_find(&parse->names, name);
        count++;
        if (!named || (named->node->tag && named->node->tag->kind != TAG_OBJECT))
            label_wrong(parse, place, "toName: there is no object named \"%.*s\".", SHORT(name));
        p += len;
        if (!*p) break;
    }
    if (count != 2)
        label_wrong(parse, place, "<%s> compares two objects: toName=\"left,right\".", control->node->tag->name);
}

static void target_setup(struct label_parse *parse, struct label_control *control) {
    const char *to = label_attr(control->node, "toName");
    size_t place = control->node->offset;
    control->to_name = to ? to : "";
    if (!to) {
        label_wrong(parse, place, "<%s> needs toName=\"...\": the name of the object that it labels.",
                    control->node->tag->name);
        return;
    }
    if (control->type->several) {
        several_setup(parse, control);
        return;
    }
    const struct label_entry *named = label_list_find(&parse->names, to);
    if (!named)
        label_wrong(parse, place, "toName: nothing here is named \"%.*s\".", SHORT(to));
    else if (named->node->tag && named->node->tag->kind == TAG_CONTROL)
        label_wrong(parse, place, "toName: \"%.*s\" is a control (<%s>); name an object such as <Text>.", SHORT(to),
                    named->node->tag->name);
    else if (named->node->tag && named->node->tag->kind != TAG_OBJECT)
        label_wrong(parse, place,
                    "toName: \"%.*s\" is a <%s>, which cannot be labelled; name an object such as <Text>.", SHORT(to),
                    named->node->tag->name);
    else if (named->node->tag && control->type->objects &&
             !label_word_in(control->type->objects, named->node->tag->name))
        label_wrong(parse, place, "<%s> cannot label <%s>; it labels: %s.", control->node->tag->name,
                    named->node->tag->name, control->type->objects);
    else
        control->object = named->node->tag ? named->node : NULL;
}

/* ------------------------------------------------------------------ regions */

/* Is there a control that draws regions of the object of another one. */
static bool has_drawing(const struct label_config *config, const struct label_control *other) {
    for (int i = 0; i < config->control_count; i++)
        if (config->controls[i].draws && strcmp(config->controls[i].to_name, other->to_name) == 0) return true;
    return false;
}

static void regions_setup(struct label_parse *parse) {
    struct label_config *config = parse->config;
    for (int i = 0; i < config->control_count; i++) {
        struct label_control *control = &config->controls[i];
        control->draws = control->type->geometry;
        if (!control->draws && control->type->labels && control->object) control->draws = control->object->tag->spans;
        control->per_region = label_attr_true(control->node, "perRegion");
        label_items_setup(parse, control);
        control->of_region = control->draws || control->type->labels || control->per_region;
        config->has_regions |= control->draws != NULL;
    }
    for (int i = 0; i < config->control_count; i++) {
        struct label_control *control = &config->controls[i];
        if (!control->object || !control->of_region || has_drawing(config, control)) continue;
        const char *object = control->object->tag->name;
        if (control->per_region)
            label_wrong(parse, control->node->offset,
                        "perRegion: nothing here makes regions of \"%.*s\"; add a control such as <Labels> for it.",
                        SHORT(control->to_name));
        else
            label_wrong(parse, control->node->offset,
                        "<%s> labels regions of <%s>, but nothing here draws them; add a control that does.",
                        control->node->tag->name, object);
    }
}

static void controls_setup(struct label_parse *parse) {
    struct label_config *config = parse->config;
    struct census census = {0};
    count_kinds(config->root, &census);
    if (census.controls == 0 && census.unsupported == 0)
        label_wrong(parse, config->root->offset,
                    "Nothing here can be answered: add a control such as <Choices>, <TextArea>, <Number> or <Rating>.");
    if (census.objects == 0 && census.unsupported == 0)
        label_wrong(parse, config->root->offset,
                    "Nothing here can be labelled: add an object such as <Text name=\"text\" value=\"$text\"/>.");
    config->controls = arena_alloc(&config->arena, sizeof *config->controls * (size_t)(census.controls + 1));
    config->by_name = arena_alloc(&config->arena, sizeof(void *) * (size_t)(census.controls + 1));
    controls_collect(config, config->root);
    for (int i = 0; i < config->control_count; i++) config->by_name[i] = &config->controls[i];
    qsort(config->by_name, (size_t)config->control_count, sizeof *config->by_name, by_name);
    for (int i = 0; i < config->control_count; i++) {
        target_setup(parse, &config->controls[i]);
        if (config->controls[i].type->setup) config->controls[i].type->setup(parse, &config->controls[i]);
    }
    regions_setup(parse);
}

/* One field cannot be HTML, a list of choices and plain text at the same time. */
static void check_fields(struct label_parse *parse) {
    const struct label_config *config = parse->config;
    const unsigned plain = FIELD_TEXT | FIELD_ADDRESS | FIELD_MEDIA;
    for (int i = 0; i < config->field_count; i++) {
        const struct label_field *field = &config->fields[i];
        unsigned uses = field->uses;
        if (uses & plain) uses = (uses & ~plain) | FIELD_TEXT;
        if (uses & (uses - 1))
            label_wrong(parse, field->offset,
                        "The field \"%s\" is used in two ways (as text, HTML or a list of choices); use two fields.",
                        field->name);
    }
}

/* <Filter toName> names a control with labels or choices. */
static void check_filters(struct label_parse *parse, const struct label_node *node) {
    const char *to = node->tag && strcmp(node->tag->name, "Filter") == 0 ? label_attr(node, "toName") : NULL;
    const struct label_control *control = to ? label_control_named(parse->config, to) : NULL;
    if (to && (!control || (!control->type->labels && control->type != &label_choices)))
        label_wrong(parse, node->offset, "toName of <Filter>: there is no <Labels> or <Choices> named \"%.*s\".",
                    SHORT(to));
    for (const struct label_node *child = node->first; child; child = child->next) check_filters(parse, child);
}

/* ------------------------------------------------------------------ JSON */

static json_t *node_json(const struct label_node *node) {
    json_t *object = json_object(), *attrs = json_object(), *children = json_array();
    json_object_set_new(object, "tag", json_string(node->tag->name));
    for (int i = 0; i < node->attr_count; i++)
        json_object_set_new(attrs, node->attrs[i].spec->name,
                            json_string(node->attrs[i].written ? node->attrs[i].written : node->attrs[i].value));
    json_object_set_new(object, "attrs", attrs);
    if (node->text) json_array_append_new(children, json_pack("{s:s}", "text", node->text));
    for (const struct label_node *child = node->first; child && !child->is_copy; child = child->next)
        json_array_append_new(children, node_json(child));
    json_object_set_new(object, "children", children);
    return object;
}

/* What of a task's data is needed: the first name of a path, once. */
static void field_name_add(json_t *names, const char *path) {
    json_t *name = json_stringn(path, strcspn(path, ".["));
    size_t i;
    json_t *one;
    json_array_foreach(names, i, one) if (json_equal(one, name)) {
        json_decref(name);
        return;
    }
    json_array_append_new(names, name);
}

/* As written: in a <Repeater> with its flag. */
static const char *name_written(const struct label_node *node, const char *name, const char *otherwise) {
    for (int i = 0; i < node->attr_count; i++)
        if (node->attrs[i].written && strcmp(node->attrs[i].spec->name, name) == 0) return node->attrs[i].written;
    return otherwise;
}

static void json_build(struct label_config *config) {
    config->json = node_json(config->root);
    config->field_names = json_array();
    for (int i = 0; i < config->field_count; i++) field_name_add(config->field_names, config->fields[i].name);
    config->control_list = json_array();
    for (int i = 0; i < config->control_count; i++) {
        const struct label_control *control = &config->controls[i];
        if (label_repeat_is_copy(control->node)) continue;
        json_t *object = json_pack("{s:s, s:s, s:s, s:b}", "name", name_written(control->node, "name", control->name),
                                   "to_name", name_written(control->node, "toName", control->to_name), "type",
                                   control->type->type, "required", control->required);
        assert(object);
        if (control->of_region) json_object_set_new(object, "region", json_true());
        if (control->per_item) json_object_set_new(object, "item", json_true());
        if (control->type->describe) control->type->describe(control, object);
        json_array_append_new(config->control_list, object);
    }
}

void label_build(struct label_parse *parse) {
    node_build(parse, parse->config->root);
    label_list_sort(&parse->names);
    label_list_sort(&parse->hotkeys);
    check_twice(parse, &parse->names, "The name \"%s\" is used twice; every name must be different.");
    check_twice(parse, &parse->hotkeys, "The hotkey \"%s\" is used twice.");
    controls_setup(parse);
    check_filters(parse, parse->config->root);
    label_relations_setup(parse);
    label_visible_setup(parse);
    check_fields(parse);
    if (parse->errors == 0) json_build(parse->config);
}
