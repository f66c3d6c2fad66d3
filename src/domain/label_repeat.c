/* <Repeater on="$pages" indexFlag="{{idx}}">: what stands in it, once for each item of a list of the task. In every
 * attribute inside, the flag becomes the item's number from 0: name="page_{{idx}}" value="$pages[{{idx}}].text".
 *
 * The copies are made of nodes, between reading the XML and building the config. A config as such is built with two
 * copies, so that names without the flag are found to be there twice; for a task it is built again with as many as the
 * list has. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"

enum { UNROLLED_NODES_MAX = 5 * LABEL_CONFIG_NODES_MAX };

static const char *attr_of(const struct label_node *node, const char *name) {
    for (int i = 0; i < node->attr_count; i++)
        if (strcasecmp(node->attrs[i].name, name) == 0) return node->attrs[i].value;
    return NULL;
}

bool label_repeat_is_copy(const struct label_node *node) {
    for (; node; node = node->parent)
        if (node->is_copy) return true;
    return false;
}

/* The text with each flag replaced by a number. */
static const char *filled(struct arena *arena, const char *text, const char *flag, int index) {
    CLEANUP(buf_free) struct buf out = {0};
    for (const char *at; (at = strstr(text, flag)); text = at + strlen(flag)) {
        buf_add(&out, text, (size_t)(at - text));
        buf_printf(&out, "%d", index);
    }
    buf_add_text(&out, text);
    return arena_copy(arena, out.data ? out.data : "", out.len);
}

static struct label_node *copy(struct label_parse *parse, const struct label_node *from, struct label_node *parent,
                               const char *flag, int index) {
    struct arena *arena = &parse->config->arena;
    struct label_node *node = arena_alloc(arena, sizeof *node);
    parse->nodes++;
    *node = *from;
    node->parent = parent;
    node->first = node->last = node->next = NULL;
    node->attrs = arena_alloc(arena, sizeof *node->attrs * (size_t)(node->attr_count + 1));
    for (int i = 0; i < node->attr_count; i++) {
        struct label_attr *attr = &node->attrs[i];
        *attr = from->attrs[i];
        if (!strstr(attr->value, flag)) continue;
        if (!attr->written) attr->written = attr->value;
        attr->value = filled(arena, attr->value, flag, index);
    }
    for (const struct label_node *child = from->first; child; child = child->next) {
        struct label_node *one = copy(parse, child, node, flag, index);
        if (node->last)
            node->last->next = one;
        else
            node->first = one;
        node->last = one;
    }
    return node;
}

/* The largest number that a from_name of the result ends in or holds, so that all of its names are made. */
static int largest_number(const json_t *result) {
    long largest = 0;
    for (size_t i = 0; i < json_array_size(result); i++) {
        const char *name = json_string_value(json_object_get(json_array_get(result, i), "from_name"));
        for (const char *p = name ? name : ""; *p;) {
            size_t digits = strspn(p, "0123456789");
            long number = digits > 0 && digits < 6 ? strtol(p, NULL, 10) : 0;
            if (number > largest && number < LABEL_REPEATS_MAX) largest = number;
            p += digits ? digits : 1;
        }
    }
    return (int)largest;
}

static int times(const struct label_parse *parse, const char *on) {
    if (parse->repeat_data) {
        size_t size = on && on[0] == '$' ? json_array_size(label_data_get(parse->repeat_data, on + 1)) : 0;
        return (int)(size > LABEL_REPEATS_MAX ? LABEL_REPEATS_MAX : size);
    }
    return parse->repeat_result ? largest_number(parse->repeat_result) + 1 : 2;
}

static void unroll(struct label_parse *parse, struct label_node *node) {
    const char *flag = attr_of(node, "indexFlag");
    if (strcasecmp(node->name, "Repeater") == 0) {
        parse->config->repeats = true;
        if (!flag || !flag[0]) flag = "{{idx}}";
        int count = times(parse, attr_of(node, "on"));
        struct label_node *first = node->first;
        node->first = node->last = NULL;
        for (int i = 0; i < count; i++)
            for (struct label_node *child = first; child; child = child->next) {
                if (parse->nodes > UNROLLED_NODES_MAX) {
                    label_wrong(parse, node->offset, "The copies of <Repeater> are more than %d tags.",
                                UNROLLED_NODES_MAX);
                    return;
                }
                struct label_node *one = copy(parse, child, node, flag, i);
                one->is_copy = i > 0;
                if (node->last)
                    node->last->next = one;
                else
                    node->first = one;
                node->last = one;
            }
    }
    for (struct label_node *child = node->first; child; child = child->next) unroll(parse, child);
}

void label_repeat_unroll(struct label_parse *parse) { unroll(parse, parse->config->root); }
