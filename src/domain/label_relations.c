/* Relations between regions: {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right", "labels": [...]}.
 *
 * Any config that makes regions may have relations, as in Label Studio; <Relations> gives them labels. */
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

bool label_is_relation(const json_t *item) {
    const char *type = json_string_value(json_object_get(item, "type"));
    return type && strcmp(type, "relation") == 0 && !json_object_get(item, "from_name");
}

static void relations_find(struct label_parse *parse, const struct label_node *node) {
    if (node->tag && strcmp(node->tag->name, "Relations") == 0) {
        if (parse->config->relations) label_wrong(parse, node->offset, "There can be one <Relations> only.");
        parse->config->relations = node;
        if (!node->first)
            label_wrong(parse, node->offset, "<Relations> is empty: put <Relation value=\"...\"/> into it.");
    }
    for (const struct label_node *child = node->first; child; child = child->next) relations_find(parse, child);
}

void label_relations_setup(struct label_parse *parse) {
    relations_find(parse, parse->config->root);
    if (parse->config->relations && !parse->config->has_regions && parse->errors == 0)
        label_wrong(parse, parse->config->relations->offset,
                    "<Relations> needs regions to relate; add a control such as <Labels>.");
}

static bool is_offered(const struct label_node *relations, const char *label) {
    for (const struct label_node *node = relations ? relations->first : NULL; node; node = node->next)
        if (strcmp(label_attr(node, "value"), label) == 0) return true;
    return false;
}

static const char *end_check(const json_t *item, const char *member, const struct label_regions *regions,
                             struct label_report *report) {
    const char *id = json_string_value(json_object_get(item, member));
    char path[20];
    snprintf(path, sizeof path, "/%s", member);
    if (!id)
        label_report_item(report, path, "A relation needs %s: the id of a region.", member);
    else if (!label_region_find(regions, id))
        label_report_item(report, path, "There is no region \"%.*s\".", SHORT(id));
    return id;
}

static void labels_check(const struct label_node *relations, const json_t *labels, struct label_report *report) {
    if (!labels) return;
    if (!json_is_array(labels)) {
        label_report_item(report, "/labels", "The labels of a relation are a list of texts.");
        return;
    }
    const char *choice = relations ? label_attr(relations, "choice") : NULL;
    if (choice && strcmp(choice, "single") == 0 && json_array_size(labels) > 1)
        label_report_item(report, "/labels", "A relation has one label here, not %zu.", json_array_size(labels));
    for (size_t i = 0; i < json_array_size(labels); i++) {
        const char *label = json_string_value(json_array_get(labels, i));
        if (!label) {
            label_report_item(report, "/labels", "The labels of a relation are a list of texts.");
            return;
        }
        if (!is_offered(relations, label)) {
            label_report_item(report, "/labels", "<Relations> has no \"%.*s\".", SHORT(label));
            return;
        }
        for (size_t k = 0; k < i; k++)
            if (json_equal(json_array_get(labels, k), json_array_get(labels, i))) {
                label_report_item(report, "/labels", "\"%.*s\" is there twice.", SHORT(label));
                return;
            }
    }
}

void label_relation_check(const struct label_config *config, const json_t *item, const struct label_regions *regions,
                          struct label_report *report) {
    const char *from = end_check(item, "from_id", regions, report), *to = end_check(item, "to_id", regions, report);
    if (from && to && strcmp(from, to) == 0)
        label_report_item(report, "/to_id", "A region cannot be related to itself.");
    const json_t *direction = json_object_get(item, "direction");
    if (direction && (!json_is_string(direction) || !label_word_in("left|right|bi", json_string_value(direction))))
        label_report_item(report, "/direction", "direction is \"left\", \"right\" or \"bi\".");
    labels_check(config->relations, json_object_get(item, "labels"), report);
}
