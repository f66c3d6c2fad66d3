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
    ATTR_CHOICES,  /* one $field: a list of choices */
    ATTR_BOOL,
    ATTR_WORD,    /* one of words */
    ATTR_INTEGER, /* min..max */
    ATTR_NUMBER,
    ATTR_STYLE,   /* CSS declarations */
    ATTR_CLASS,   /* class names */
    ATTR_ID,      /* one name for CSS */
    ATTR_LENGTH,  /* CSS length */
    ATTR_COLOR,   /* #hex or a name */
    ATTR_HOTKEY,  /* one or more keys between commas */
    ATTR_NOT_YET, /* of Label Studio, refused unless "false": why */
};

struct attr_spec {
    const char *name; /* documented spelling */
    enum attr_type type;
    const char *words;       /* ATTR_WORD: what is taken, between '|' */
    const char *words_later; /* ATTR_WORD: what Label Studio takes and we do not yet, between '|' */
    const char *why;         /* ATTR_NOT_YET and words_later: sentence */
    double min, max;
    bool needed;
};

enum tag_kind {
    TAG_VIEW,    /* holds anything but choices */
    TAG_STYLE,   /* holds text */
    TAG_SHOWN,   /* is only shown */
    TAG_OBJECT,  /* is shown and can be labelled: toName may name it */
    TAG_CONTROL, /* is answered */
    TAG_CHOICE,
};

struct control_type;

struct tag_spec {
    const char *name;
    enum tag_kind kind;
    const struct attr_spec *attrs;      /* ends with a NULL name */
    const struct control_type *control; /* of TAG_CONTROL */
};

/* In any case of letters; NULL when there is none. */
const struct tag_spec *label_tag(const char *name);
const struct attr_spec *label_tag_attr(const struct tag_spec *tag, const char *name);
bool label_tag_not_yet(const char *name); /* of Label Studio, without a row here */
void label_tag_names(struct buf *out);    /* "View, Header, ..." */

/* ------------------------------------------------------------------ nodes (label_xml.c) */

struct label_attr {
    const char *name; /* as written */
    const char *value;
    size_t offset; /* byte of the config at which it begins */
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
    const struct label_condition *condition; /* of visibleWhen; NULL = none */
};

struct label_parse; /* one parse under way */

/* Reads the XML into parse->config->root; nothing there when the XML is broken. */
void label_xml_read(struct label_parse *parse);

const char *label_attr(const struct label_node *node, const char *name); /* NULL = not given */
bool label_attr_true(const struct label_node *node, const char *name);
bool label_attr_number(const struct label_node *node, const char *name, double *value); /* false = not given */

/* ------------------------------------------------------------------ the config */

struct label_control {
    const struct control_type *type;
    const struct label_node *node;
    const char *name, *to_name;
    int index; /* in config->controls */
    bool required;
    void *rules; /* of the type: what its setup made */
};

/* How task data must be in a field. */
enum { FIELD_TEXT = 1, FIELD_HTML = 2, FIELD_ADDRESS = 4, FIELD_CHOICES = 8 };

struct label_field {
    const char *name;
    unsigned uses;
    size_t offset; /* of the attribute that names it first */
};

struct label_config {
    struct arena arena;
    struct label_node *root;
    struct label_control *controls; /* in the order of the config */
    struct label_control **by_name; /* sorted */
    int control_count;
    struct label_field *fields;
    int field_count;
    json_t *json, *field_names, *control_list;
};

/* visibleWhen on one node. */
struct label_condition {
    bool selected;                       /* choice-selected; else choice-unselected */
    const struct label_control *control; /* NULL = any <Choices> */
    const char **names;                  /* values or aliases; none = any choice */
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
};

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
/* "5", "-0.25", ".5", "1e3", "007"; false for anything else. Independent of the locale. */
bool label_number_read(const char *text, double *value);
/* Up to 15 digits, trailing zeros cut. */
void label_number_write(struct buf *out, double value);

/* An address that <Image> may show: what sanitize.h takes, and any data:image/ (a picture in an <img> runs nothing). */
bool label_picture_address(const char *address);

/* CSS by the rules of label_config.h: appends it without comments, or says why not. */
bool label_style_clean(const char *css, bool only_declarations, struct buf *out, const char **why);

/* ------------------------------------------------------------------ answers */

/* Errors in the value of one result item. */
struct label_report {
    struct problem *p; /* may be NULL */
    int item;          /* index in the result list */
    const char *key;   /* "choices" ... */
    bool wrong;
};

/* index: in the value's list; -1 = the value itself. */
void label_report(struct label_report *report, int index, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What a control is: one constant per label_NAME.c. value is always the member `key` of a result item's "value". */
struct control_type {
    const char *type; /* of the result item */
    const char *key;  /* the one member of its "value" */
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
    /* Adds what only this type has to its object in label_config_controls. */
    void (*describe)(const struct label_control *control, json_t *object);
};

extern const struct control_type label_choices, label_textarea, label_number, label_rating;

/* NULL when no control has this name. */
const struct label_control *label_control_named(const struct label_config *config, const char *name);
/* values: per control its value in the answer or NULL. */
bool label_visible(const struct label_control *control, const struct label_config *config, const json_t *const *values,
                   const json_t *data);
/* Has a <Choices> one of the condition's choices chosen. */
bool label_choices_hit(const struct label_control *control, const json_t *data, const json_t *chosen,
                       const struct label_condition *condition);
/* Has a <Choices> a choice of its own of this value or alias; true when its choices come from the task. */
bool label_choices_knows(const struct label_control *control, const char *name);
