/* Attributes of the controls and of what stands in them; the table of tags is in label_tags.c. */
#include "domain/label_tag_attrs.h"

const struct attr_spec tag_attrs_choices[] = {
    {"choice", ATTR_WORD, .words = "single|multiple|single-radio"},
    {"value", ATTR_CHOICES},
    {"allowNested", ATTR_BOOL},
    {"layout", ATTR_WORD, .words = "select|inline|vertical"},
    {"showInline", ATTR_BOOL},
    {"randomize", ATTR_BOOL},
    CONTROL_ATTRS,
    {NULL},
};

const struct attr_spec tag_attrs_choice[] = {
    {"value", ATTR_FIXED, .needed = true},
    {"alias", ATTR_TEXT},
    {"selected", ATTR_BOOL},
    {"hint", ATTR_TEXT},
    {"hotkey", ATTR_HOTKEY},
    {"style", ATTR_STYLE},
    {"color", ATTR_COLOR},
    {"html", ATTR_NOT_YET, .why = "A choice is shown as its value; HTML in choices is not supported."},
    {NULL},
};

const struct attr_spec tag_attrs_labels[] = {LABELS_ATTRS, {NULL}};

const struct attr_spec tag_attrs_label[] = {
    {"value", ATTR_FIXED, .needed = true},
    {"alias", ATTR_TEXT},
    {"selected", ATTR_BOOL},
    {"maxUsages", ATTR_INTEGER, .min = 1, .max = 1000000},
    {"hint", ATTR_TEXT},
    {"hotkey", ATTR_HOTKEY},
    {"showAlias", ATTR_BOOL},
    {"aliasStyle", ATTR_STYLE},
    {"size", ATTR_TEXT},
    {"background", ATTR_COLOR},
    {"selectedColor", ATTR_COLOR},
    {"granularity", ATTR_WORD, .words = "symbol|word|sentence|paragraph"},
    {"html", ATTR_NOT_YET, .why = "A label is shown as its value; HTML in labels is not supported."},
    {"category", ATTR_INTEGER, .min = 0, .max = 1000000,
     .nothing = "It is read from the config by converters to COCO and YOLO; results do not hold it."},
    {NULL},
};

const struct attr_spec tag_attrs_relations[] = {
    {"name", ATTR_NAME},
    {"choice", ATTR_WORD, .words = "single|multiple"},
    {NULL},
};

const struct attr_spec tag_attrs_relation[] = {
    {"value", ATTR_FIXED, .needed = true},
    {"background", ATTR_COLOR},
    {NULL},
};

const struct attr_spec tag_attrs_textarea[] = {
    {"value", ATTR_TEMPLATE},
    {"placeholder", ATTR_TEXT},
    {"label", ATTR_TEXT},
    {"maxSubmissions", ATTR_INTEGER, .min = 0, .max = LABEL_TEXTS_MAX},
    {"rows", ATTR_INTEGER, .min = 1, .max = 100},
    {"editable", ATTR_BOOL, .nothing = "Every text can be changed until the answer is sent."},
    {"transcription", ATTR_BOOL, .nothing = "The field to write in is always shown."},
    {"skipDuplicates", ATTR_BOOL},
    {"showSubmitButton", ATTR_BOOL, .nothing = "What is written is in the answer at once, without a button."},
    {"displayMode", ATTR_WORD, .words = "tag|region-list",
     .nothing = "With perRegion it stands where the tag stands, for the chosen region."},
    CONTROL_ATTRS,
    {NULL},
};

const struct attr_spec tag_attrs_number[] = {
    {"min", ATTR_NUMBER, .min = -1e15, .max = 1e15},
    {"max", ATTR_NUMBER, .min = -1e15, .max = 1e15},
    {"step", ATTR_NUMBER, .min = 1e-9, .max = 1e15},
    {"defaultValue", ATTR_NUMBER, .min = -1e15, .max = 1e15},
    {"slider", ATTR_BOOL},
    {"hotkey", ATTR_HOTKEY},
    CONTROL_ATTRS,
    {NULL},
};

const struct attr_spec tag_attrs_rating[] = {
    {"maxRating", ATTR_INTEGER, .min = 1, .max = LABEL_RATING_MAX},
    {"defaultValue", ATTR_INTEGER, .min = 0, .max = LABEL_RATING_MAX},
    {"size", ATTR_WORD, .words = "small|medium|large"},
    {"icon", ATTR_WORD, .words = "star|heart|fire|smile"},
    {"hotkey", ATTR_HOTKEY},
    CONTROL_ATTRS,
    {NULL},
};

const struct attr_spec tag_attrs_taxonomy[] = {
    {"value", ATTR_CHOICES},
    {"leafsOnly", ATTR_BOOL},
    {"showFullPath", ATTR_BOOL},
    {"pathSeparator", ATTR_TEXT},
    {"maxUsages", ATTR_INTEGER, .min = 1, .max = LABEL_OPTIONS_MAX},
    {"minWidth", ATTR_LENGTH},
    {"maxWidth", ATTR_LENGTH},
    {"dropdownWidth", ATTR_LENGTH, .nothing = "The tree stands in the page; nothing drops down."},
    {"placeholder", ATTR_TEXT},
    {"apiUrl", ATTR_NOT_YET, .why = "Put the choices into the config or, with value=\"$field\", into the task."},
    {"legacy", ATTR_NOT_YET, .why = "There is one way to show it."},
    {"labeling", ATTR_NOT_YET, .why = "Use <Labels> to label regions."},
    {"allowAddLabels", ATTR_NOT_YET, .why = "Workers choose among what there is."},
    CONTROL_ATTRS,
    {NULL},
};

const struct attr_spec tag_attrs_datetime[] = {
    {"only", ATTR_TEXT}, {"format", ATTR_TEXT}, {"min", ATTR_TEXT}, {"max", ATTR_TEXT}, CONTROL_ATTRS, {NULL},
};

const struct attr_spec tag_attrs_pairwise[] = {
    {"selectionStyle", ATTR_STYLE}, {"leftClass", ATTR_CLASS}, {"rightClass", ATTR_CLASS}, ANY_CONTROL_ATTRS, {NULL},
};

const struct attr_spec tag_attrs_ranker[] = {ANY_CONTROL_ATTRS, {NULL}};

const struct attr_spec tag_attrs_bucket[] = {
    {"name", ATTR_TEXT, .needed = true},
    {"title", ATTR_TEXT},
    {"default", ATTR_BOOL},
    {NULL},
};

const struct attr_spec tag_attrs_shortcut[] = {
    {"value", ATTR_FIXED, .needed = true},
    {"alias", ATTR_TEXT},
    {"hotkey", ATTR_HOTKEY},
    {"background", ATTR_COLOR},
    {NULL},
};
