/* label_tag_attrs.h - attributes that several rows of the table of tags have (label_tags*.c only). */
#pragma once
#include "domain/label_config.h"
#include "domain/label_parts.h"

#define VISIBLE_ATTRS                                                                                            \
    {"visibleWhen", ATTR_WORD, .words = "choice-selected|choice-unselected|region-selected|no-region-selected"}, \
        {"whenTagName", ATTR_TEXT}, {"whenChoiceValue", ATTR_TEXT}, {                                            \
        "whenLabelValue", ATTR_TEXT                                                                              \
    }

/* Of all controls. */
#define ANY_CONTROL_ATTRS                                                                \
    {"name", ATTR_NAME, .needed = true}, {"toName", ATTR_TEXT}, {"required", ATTR_BOOL}, \
        {"requiredMessage", ATTR_TEXT}, VISIBLE_ATTRS

/* Of controls that answer about the task, a region or an item of a list. */
#define CONTROL_ATTRS {"perRegion", ATTR_BOOL}, {"perItem", ATTR_BOOL}, ANY_CONTROL_ATTRS

/* Of controls that hold <Label>s. */
#define LABELS_ATTRS                                                                                                \
    {"choice", ATTR_WORD, .words = "single|multiple"}, {"maxUsages", ATTR_INTEGER, .min = 1, .max = 1000000},       \
        {"showInline", ATTR_BOOL}, {"opacity", ATTR_NUMBER, .min = 0, .max = 1}, {"fillColor", ATTR_COLOR},         \
        {"strokeColor", ATTR_COLOR}, {"strokeWidth", ATTR_NUMBER, .min = 0, .max = 100}, {"allowEmpty", ATTR_BOOL}, \
        {"value", ATTR_CHOICES}, ANY_CONTROL_ATTRS

/* label_tags_controls.c */
extern const struct attr_spec tag_attrs_choices[], tag_attrs_choice[], tag_attrs_labels[], tag_attrs_label[],
    tag_attrs_relations[], tag_attrs_relation[], tag_attrs_textarea[], tag_attrs_number[], tag_attrs_rating[],
    tag_attrs_taxonomy[], tag_attrs_datetime[], tag_attrs_pairwise[], tag_attrs_ranker[], tag_attrs_bucket[],
    tag_attrs_shortcut[];
