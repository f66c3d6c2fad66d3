/* label_parts.h - what the label_*.c files share. Everyone else includes label_config.h.
 *
 *   text --label_xml_read--> nodes --label_build--> config        at parse; errors through label_wrong
 *   config x result --label_answer.c--> control_type.check ...    per answer; errors through label_report
 *
 * Everything made at parse lives in the config's arena and is not changed afterwards. Texts are valid UTF-8 without
 * NUL. */
#pragma once
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

/* ------------------------------------------------------------------ the table of tags (label_tags.c) */

enum attr_type {
    ATTR_NAME,     /* unique in the config */
    ATTR_TEXT,     /* any text */
    ATTR_FIXED,    /* text without $field */
    ATTR_TEMPLATE, /* text, may hold $fields */
    ATTR_HTML,     /* one $field or fixed HTML */
    ATTR_ADDRESS,  /* address of a picture, may hold $fields */
    ATTR_MEDIA,    /* address of sound or video, may hold $fields */
    ATTR_SERIES,   /* one $field: a time series */
    ATTR_CHOICES,  /* one $field: a list of choices */
    ATTR_DATA,     /* one $field of the kind `use` */
    ATTR_MARKDOWN, /* one $field or fixed Markdown; the page gets HTML */
    ATTR_BOOL,
    ATTR_WORD,    /* one of words */
    ATTR_INTEGER, /* min..max */
    ATTR_NUMBER,
    ATTR_STYLE,   /* CSS declarations */
    ATTR_CLASS,   /* class names */
    ATTR_ID,      /* one name for CSS */
    ATTR_LENGTH,  /* CSS length */
    ATTR_COLOR,   /* #hex or a name */
    ATTR_FORMAT,  /* of numbers, as d3 has it; with TIMES also of times, as strftime has it */
    ATTR_RANGE,   /* two ends between a comma; with TIMES times, else numbers */
    ATTR_HOTKEY,  /* one or more keys between commas */
    ATTR_NOT_YET, /* of Label Studio, refused unless "false": why */
};

struct attr_spec {
    const char *name; /* documented spelling */
    enum attr_type type;
    const char *words;       /* ATTR_WORD: what is taken, between '|' */
    const char *words_later; /* ATTR_WORD: what Label Studio takes and we do not yet, between '|' */
    const char *why;         /* ATTR_NOT_YET and words_later: sentence */
    const char *nothing;     /* what it says is so here in any case, or cannot be: a sentence; taken, never looked at */
    double min, max;
    bool needed;
    unsigned use; /* ATTR_DATA: FIELD_...; ATTR_FORMAT, ATTR_RANGE: TIMES or 0 */
};

enum { TIMES = 1 };

enum tag_kind {
    TAG_VIEW,    /* holds anything but parts of others */
    TAG_STYLE,   /* holds text */
    TAG_SHOWN,   /* is only shown */
    TAG_OBJECT,  /* is shown and can be labelled: toName may name it */
    TAG_CONTROL, /* is answered */
    TAG_PART,    /* says more about the tag around it: <Choice>, <Label> ... */
};

struct control_type;
struct label_geometry;
struct label_node;

struct tag_spec {
    const char *name;
    enum tag_kind kind;
    const struct attr_spec *attrs;      /* ends with a NULL name */
    const struct control_type *control; /* of TAG_CONTROL */
    const struct label_geometry *spans; /* of TAG_OBJECT: the regions that plain <Labels> make on it; NULL = none */
    /* Errors of the task data that an object shows, beyond the kind of its fields; NULL = none. */
    bool (*check_data)(const struct label_node *node, const json_t *data, struct problem *p);
    const char *inside; /* tags in which it must stand, between '|'; NULL = in any TAG_VIEW */
};

/* In any case of letters; NULL when there is none. */
const struct tag_spec *label_tag(const char *name);
const struct tag_spec *label_tag_at(size_t index); /* in the order of the table; NULL behind the end */
const char *label_tag_not_yet_at(size_t index);
const struct attr_spec *label_tag_attr(const struct tag_spec *tag, const char *name);
bool label_tag_not_yet(const char *name);     /* of Label Studio, without a row here */
const char *label_tag_like(const char *name); /* the tag that may be meant; NULL = none */
/* "<Choice>, <Shortcut>": the parts that a tag holds; nothing when it holds none. */
void label_tag_parts(const struct tag_spec *tag, struct buf *out);
bool label_word_in(const char *words, const char *word); /* words between '|', may be NULL */

/* ------------------------------------------------------------------ nodes (label_xml.c) */

struct label_attr {
    const char *name; /* as written */
    const char *value;
    const char *written; /* with the flag of a <Repeater> in it; NULL = as value */
    size_t offset;       /* byte of the config at which it begins */
    const struct attr_spec *spec;
};

struct label_node {
    const char *name;           /* as written */
    const struct tag_spec *tag; /* NULL: not supported */
    size_t offset;              /* byte of the config at which "<" stands */
    struct label_attr *attrs;
    int attr_count;
    const char *text; /* NULL = none but white space */
    struct label_node *parent, *first, *last, *next;
    bool is_copy;                            /* made by a <Repeater>, not the first one */
    const struct label_condition *condition; /* of visibleWhen; NULL = none */
};

struct label_parse; /* one parse under way */

/* Reads the XML into parse->config->root; nothing there when the XML is broken. */
void label_xml_read(struct label_parse *parse);

const char *label_attr(const struct label_node *node, const char *name);  /* NULL = not given */
size_t label_attr_place(const struct label_node *node, const char *name); /* in the config; the node's when not given */
bool label_attr_true(const struct label_node *node, const char *name);
bool label_attr_number(const struct label_node *node, const char *name, double *value); /* false = not given */

/* ------------------------------------------------------------------ the config */

struct label_control {
    const struct control_type *type;
    const struct label_node *node;
    const char *name, *to_name;
    int index; /* in config->controls */
    bool required;
    bool per_region;                    /* perRegion="true" */
    bool per_item;                      /* perItem="true" */
    bool of_region;                     /* its items belong to regions: it draws, labels or describes them */
    const struct label_node *object;    /* of to_name; NULL when to_name lists several */
    const struct label_geometry *draws; /* what its items are; NULL = they stand beside an item that draws */
    void *rules;                        /* of the type: what its setup made */
};

/* How task data must be in a field. Lists and tables are looked at by who shows them. */
enum {
    FIELD_TEXT = 1,
    FIELD_HTML = 2,
    FIELD_ADDRESS = 4,
    FIELD_CHOICES = 8,
    FIELD_MARKDOWN = 16,
    FIELD_PARAGRAPHS = 32, /* [{"author", "text"}] */
    FIELD_ITEMS = 64,      /* [{"id", "title", "body", "html"}] */
    FIELD_MESSAGES = 128,  /* [{"role", "content"}] */
    FIELD_TABLE = 256,     /* {"name": value} or a list of rows */
    FIELD_LIST = 512,      /* of <Repeater> */
    FIELD_MEDIA = 1024,
    FIELD_SERIES = 2048,
    FIELD_PICTURES = 4096, /* a list of addresses */
};

struct label_field {
    const char *name; /* or a path: "meta.title", "pages[0].text" */
    unsigned uses;
    size_t offset; /* of the attribute that names it first */
};

struct label_config {
    struct arena arena;
    struct label_node *root;
    struct label_control *controls; /* in the order of the config */
    struct label_control **by_name; /* sorted */
    int control_count;
    bool has_regions;                   /* some control draws */
    const struct label_node *relations; /* <Relations>, NULL = none */
    bool repeats;                       /* has a <Repeater>; then xml is kept */
    str xml;
    struct label_field *fields;
    int field_count;
    json_t *json, *field_names, *control_list;
};

/* visibleWhen on one node. */
enum label_when { WHEN_CHOICE, WHEN_NO_CHOICE, WHEN_REGION, WHEN_NO_REGION };

struct label_condition {
    enum label_when when;
    const struct label_control *control; /* NULL = any <Choices>, any region */
    const char **names;                  /* values or aliases of choices or labels; none = any */
    int name_count;
};

/* ------------------------------------------------------------------ parsing */

/* Something that must not be there twice: names, hotkeys, choices. */
struct label_entry {
    const char *text;
    struct label_node *node;
    size_t offset;
};

struct label_list {
    struct label_entry *entries;
    int count, size;
};

struct label_parse {
    struct label_config *config;
    str xml;
    struct problem *p; /* may be NULL */
    int errors, nodes;
    struct label_list names, hotkeys;
    /* How often <Repeater>s repeat (label_repeat.c): as the task says, or so that a result's names are there, or twice.
     */
    const json_t *repeat_data, *repeat_result;
};

/* Replaces the content of each <Repeater> by its copies. */
void label_repeat_unroll(struct label_parse *parse);
/* The config with copies for a task or, without one, for what a result names; to be freed. NULL when that is too much.
 */
struct label_config *label_repeat_make(const struct label_config *config, const json_t *data, const json_t *result);
bool label_repeat_is_copy(const struct label_node *node); /* it or what is around it */

/* One error at a byte of the config. */
void label_wrong(struct label_parse *parse, size_t offset, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void label_list_add(struct label_list *list, const char *text, struct label_node *node, size_t offset);
void label_list_sort(struct label_list *list);                                              /* by text, then offset */
const struct label_entry *label_list_find(const struct label_list *list, const char *text); /* in a sorted list */
void label_list_free(struct label_list *list);

/* Nodes to config; label_wrong for everything that is wrong. */
void label_build(struct label_parse *parse);
/* Checks and normalises the attributes of a node whose tag is known. */
void label_attrs_check(struct label_parse *parse, struct label_node *node);
/* visibleWhen of all nodes; the controls and parse->names must be there. */
void label_visible_setup(struct label_parse *parse);

/* Bytes of text to show in an error, cut at a character: printf("%.*s", SHORT(text)). */
int label_short(const char *text);
#define SHORT(text) label_short(text), (text)

/* The next $field of a text from *at on: its name's place and length, *at moves behind it. */
bool label_field_next(const char *text, size_t *at, str *name);
/* Is the whole text one $field or a path into one ("$meta.title"); name is it without the $. */
bool label_is_field(const char *text, str *name);
/* What a field's name or path leads to; NULL = nothing. */
json_t *label_data_get(const json_t *data, const char *path);
/* "5", "-0.25", ".5", "1e3", "007"; false for anything else. Independent of the locale. */
bool label_number_read(const char *text, double *value);
/* Up to 15 digits, trailing zeros cut. */
void label_number_write(struct buf *out, double value);

/* An address that <Audio> and <Video> may play: http(s), a file of this server, data:audio/ and data:video/. */
bool label_media_address(const char *address);
/* An address that <Image> may show: what sanitize.h takes, and any data:image/ (a picture in an <img> runs nothing). */
bool label_picture_address(const char *address);

/* CSS by the rules of label_config.h: appends it without comments, or says why not. */
bool label_style_clean(const char *css, bool only_declarations, struct buf *out, const char **why);

/* What <Text> and the like show for a task: the attribute with its $fields filled in, as the page does it. */
void label_text_fill(const char *text, const json_t *data, struct buf *out);

/* ------------------------------------------------------------------ answers */

/* Errors in the value of one result item. */
struct label_report {
    struct problem *p; /* may be NULL */
    int item;          /* index in the result list */
    const char *key;   /* member of "value": "choices" ... */
    bool wrong;
};

/* An error at the member report->key of the value. index: in that member's list; -1 = the member itself. */
void label_report(struct label_report *report, int index, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* An error of the item itself; member: "" or "/from_name" ... */
void label_report_item(struct label_report *report, const char *member, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* ---- regions (label_regions.c)
 *
 * A region is all items of a result with the same id: one or more that draw it, each with its geometry in "value"
 * ({"start", "end"}, {"x", "y", "width", "height", "rotation"}), and beside them the items of plain <Labels> and of
 * controls with perRegion="true", which may repeat the geometry and then must repeat it exactly.
 *
 * To add a kind of region: a constant struct label_geometry in label_NAME.c. To add the controls that draw it: one
 * constant struct control_type each ({.type = "rectangle", .geometry = &...} and {.type = "rectanglelabels", .key =
 * "rectanglelabels", .geometry = &..., LABELS_FUNCTIONS}), their rows in label_tags.c, and for the labels the tag's
 * name in `inside` of <Label>. The core checks ids, from_name, to_name, type, that value has no other members, labels,
 * how often a label may be used, and original_width and original_height where they are given. */

/* One item that draws, as geometry->check sees it. */
struct label_shape {
    const struct label_control *control;
    const struct label_node *object;
    const json_t *data, *item, *value;
};

struct label_geometry {
    const char *const *members; /* of "value" that are its own; ends with NULL */
    /* Are the members there and right: errors by label_report with report->key set to the member. */
    void (*check)(const struct label_shape *shape, struct label_report *report);
    /* Appends as JSON what two equal regions have in common; value is valid. */
    void (*add_key)(const json_t *value, struct buf *key);
    /* 0 .. 1, how much two valid regions have in common, for gold; NULL = those with equal keys. Right is 0.5 or more.
     */
    double (*overlap)(const json_t *a, const json_t *b);
};

struct label_region_item {
    const char *id;
    const struct label_control *control;
    const json_t *item, *value;
    int index; /* in the result list */
};

struct label_region {
    const struct label_region_item *items;
    int count;
    const struct label_region_item *shape; /* the first that draws; NULL = none does, which is an error */
};

struct label_regions {
    struct label_region_item *items;
    int item_count;
    struct label_region *list; /* in the order of their ids */
    int count;
};

enum { LABEL_FEW_CONTROLS = 64 };

/* A result taken apart. */
struct label_answers {
    const json_t *few[LABEL_FEW_CONTROLS];
    const json_t **values; /* per control its value; NULL = not answered; of regions anything but NULL */
    struct label_regions regions;
    const json_t *result;
    int item; /* whose visibleWhen is looked at; -1 = any item's */
};

/* ---- pictures of a list (label_items.c) ---- */
bool label_is_list(const struct label_node *object);
int label_item_index(const json_t *item); /* 0 when it has none */
/* Is the item's item_index there and right: for regions and answers of a list's controls. */
bool label_item_check(const struct label_control *control, const json_t *data, const json_t *item,
                      struct label_report *report);
void label_image_build(struct label_parse *parse, const struct label_node *node);
void label_items_setup(struct label_parse *parse, struct label_control *control);
/* What a control with perItem says of one item; NULL = nothing. */
const json_t *label_item_answer(const struct label_control *control, const json_t *result, int index);
/* All answers of such a control together: once each, visible, there when required. Is it visible for some item. */
bool label_per_item_check(const struct label_config *config, const struct label_control *control, const json_t *data,
                          struct label_answers *answers, struct label_report *report);
void label_per_item_key(const struct label_control *control, const json_t *result, struct buf *key);
bool label_per_item_match(const struct label_control *control, const json_t *gold, const json_t *result);
bool label_pictures_check(const struct label_node *node, const json_t *data, struct problem *p);
/* Is one value right by one of gold; NULL is not (label_answer.c). */
bool label_answer_matches(const struct label_control *control, const json_t *gold, const json_t *value);

/* Takes the items of regions out of a result that need not be valid. */
void label_regions_read(struct label_regions *regions, const struct label_config *config, const json_t *result);
void label_regions_free(struct label_regions *regions);
/* Checks all of them; errors at the items. */
void label_regions_check(const struct label_config *config, const json_t *data, const struct label_answers *answers,
                         struct label_report *report);
const struct label_region *label_region_find(const struct label_regions *regions, const char *id);
/* The item of a control; NULL = none. */
const struct label_region_item *label_region_item(const struct label_region *region,
                                                  const struct label_control *control);
/* Has a region one of the labels of the condition, given by the condition's control or any. */
bool label_region_hit(const struct label_region *region, const struct label_condition *condition);
/* Appends the key of all regions and relations together. */
void label_regions_key(const struct label_config *config, const struct label_answers *answers, struct buf *key);
/* Are the regions of gold in the answer, each once, and no others. */
bool label_regions_match(const struct label_config *config, const struct label_answers *gold,
                         const struct label_answers *given);

/* Relations between regions (label_relations.c): {"type": "relation", "from_id", "to_id", "direction", "labels"}. */
bool label_is_relation(const json_t *item);
void label_relation_check(const struct label_config *config, const json_t *item, const struct label_regions *regions,
                          struct label_report *report);
void label_relations_setup(struct label_parse *parse);

/* What a control is: one constant per label_NAME.c. value is always the member `key` of a result item's "value". */
struct control_type {
    const char *type;    /* of the result item */
    const char *key;     /* the one member of its "value" beside the geometry; NULL = none (<Rectangle>) */
    const char *objects; /* tags that toName may name, between '|'; NULL = any object */
    const struct label_geometry
        *geometry; /* what it draws; NULL: it draws nothing, or as <Labels> what the object has */
    bool labels;   /* its value is a list of its <Label>s */
    bool several;  /* toName lists several objects between commas */
    /* Reads the node's attributes into control->rules; label_wrong for what does not fit together. */
    void (*setup)(struct label_parse *parse, struct label_control *control);
    /* Errors of task data that only this control uses; may be NULL. */
    bool (*check_data)(const struct label_control *control, const json_t *data, struct problem *p);
    void (*check)(const struct label_control *control, const json_t *data, const json_t *value,
                  struct label_report *report);
    /* Appends the key as JSON; value is valid. */
    void (*add_key)(const struct label_control *control, const json_t *value, struct buf *key);
    /* NULL: right when the keys are equal. */
    bool (*matches)(const struct label_control *control, const json_t *gold, const json_t *value);
    /* The value that a simple value means, as a new reference; NULL when it means none. Need not be valid. */
    json_t *(*value_from)(const struct label_control *control, const json_t *data, const json_t *simple);
    /* Adds what only this type has to its object in label_config_controls; may be NULL. */
    void (*describe)(const struct label_control *control, json_t *object);
};

extern const struct control_type label_choices, label_textarea, label_number, label_rating;
extern const struct control_type label_labels, label_hypertext_labels, label_paragraph_labels;
extern const struct control_type label_datetime, label_pairwise, label_ranker, label_taxonomy;
extern const struct label_geometry label_hypertext_span, label_paragraph_span;
bool label_paragraphs_check(const struct label_node *node, const json_t *data, struct problem *p);
bool label_items_check(const struct label_node *node, const json_t *data, struct problem *p);
bool label_messages_check(const struct label_node *node, const json_t *data, struct problem *p);
bool label_table_check(const struct label_node *node, const json_t *data, struct problem *p);
extern const struct label_geometry label_text_span;

/* For regions of texts (label_span.c). members: of the start, the end and the quote. Units are those of UTF-16. */
void label_span_check(str text, const json_t *value, const char *const members[3], struct label_report *report);
/* A whole number from 0; false after an error. */
bool label_offset_read(const json_t *value, const char *member, double *offset, struct label_report *report);
/* Byte of a UTF-16 offset in valid UTF-8; false when it is behind the end or inside a character. */
bool label_offset_byte(str text, double offset, size_t *byte);
/* Are two quotes the same but for white space; is a quote somewhere in a text. */
bool label_quote_same(str a, str b);
bool label_quote_within(str quote, str text);

/* What all controls with <Label>s share (label_labels.c), for their struct control_type. */
void label_labels_setup(struct label_parse *parse, struct label_control *control);
bool label_labels_check_data(const struct label_control *control, const json_t *data, struct problem *p);
void label_labels_check(const struct label_control *control, const json_t *data, const json_t *value,
                        struct label_report *report);
void label_labels_add_key(const struct label_control *control, const json_t *value, struct buf *key);
json_t *label_labels_value_from(const struct label_control *control, const json_t *data, const json_t *simple);
void label_labels_describe(const struct label_control *control, json_t *object);
#define LABELS_FUNCTIONS                                                                                             \
    .labels = true, .setup = label_labels_setup, .check_data = label_labels_check_data, .check = label_labels_check, \
    .add_key = label_labels_add_key, .value_from = label_labels_value_from, .describe = label_labels_describe
/* Is a label of this value or alias there; true when labels come from the task. */
bool label_labels_knows(const struct label_control *control, const char *name);
/* Is `given` (as a result has it) the label of this value or alias. */
bool label_labels_same(const struct label_control *control, const char *given, const char *name);
/* How often each label may be used over all regions. */
void label_labels_check_uses(const struct label_control *control, const struct label_regions *regions,
                             struct label_report *report);

/* NULL when no control has this name. */
const struct label_control *label_control_named(const struct label_config *config, const char *name);
/* region: for a control of regions, which one; NULL = the control as such. */
bool label_visible(const struct label_control *control, const struct label_config *config,
                   const struct label_answers *answers, const struct label_region *region, const json_t *data);
/* Has a <Choices> one of the condition's choices chosen. */
bool label_choices_hit(const struct label_control *control, const json_t *data, const json_t *chosen,
                       const struct label_condition *condition);
/* Has a <Choices> a choice of its own of this value or alias; true when its choices come from the task. */
bool label_choices_knows(const struct label_control *control, const char *name);
