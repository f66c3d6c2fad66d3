/* label_config.h - the label config of a project (Label Studio XML) and the check of answers against it.
 *
 * Pure: no I/O, no clock. Parsing uses libxml2 without network, entities or DTD, within the limits of base/limits.h.
 *
 *   label_config_setup (once) -> label_config_parse -> label_config_json (what the page draws)
 *                                                    / label_config_check_task / label_config_page_data
 *                                                    / label_config_check_answer
 *                                -> label_config_free
 *
 * Immutable after parse, so that many threads may share one.
 *
 * What a tag is, is one row of the table in label_tags.c: its name, its kind (object, control, choice, layout), the
 * attributes it takes with their types, and for a control the functions that check one result item. To add a control:
 * write src/domain/label_NAME.c with its functions, add its row, and web/label/NAME.jsx with its view. An unknown tag
 * or attribute is an error with its line and column, never ignored. Names of tags and attributes are known in any case
 * of letters, as in Label Studio; what comes out of here has the documented spelling ("toName").
 *
 * Task data: an attribute that shows text or an address may hold `$field`, as the whole value or inside a text ("Is
 * $name glad?"). A field name is a letter or _ and then letters, digits and _; it names a member of the data object
 * itself
 * ($a.b and $a[0] are refused). `$5` is only text. HyperText takes one whole `$field` or fixed HTML; <Choices
 * value="$field"> takes a list of texts or of {"value", "alias", "hint", "hotkey", "selected", "children"}.
 *
 * Choices: the result names the alias of a choice if it has one, else its value. With allowNested="true" a choice may
 * hold others; then every chosen item is the list of names from the top to a choice that holds no others.
 *
 * visibleWhen="choice-selected|choice-unselected" on a View or control: with whenTagName it looks at that <Choices>,
 * else at all; with whenChoiceValue (one or more between commas; value or alias, of a chosen choice or of one it is
 * nested in) for these only. A control is visible when the conditions on it and on every View around it hold.
 *
 * Style: CSS that the page scopes. Rules, simple on purpose: no backslash, no '<'; quotes, brackets and comments
 * closed, no line end inside quotes; of at-rules only @media and @keyframes; nothing that loads (url( image( image-set(
 * src( element( cross-fade( expression( paint(), no behavior, -moz-binding or javascript:; position only static,
 * relative or absolute. Comments are taken out. The style attribute: the same and neither braces nor '@'.
 *
 * Answers are Label Studio `result` lists: [{"from_name": "genre", "to_name": "text", "type": "choices",
 * "value": {"choices": ["Drama"]}, "id": "..." (optional)} ...], one item per answered control; members of an item that
 * are not named here are kept and not looked at. Offsets in texts are UTF-16 code units as in Label Studio. */
#pragma once
#include <jansson.h>
#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum {
    LABEL_NAME_CHARS_MAX = 100,    /* name of a tag; also id of a result item */
    LABEL_CHOICE_CHARS_MAX = 1000, /* value or alias of a choice */
    LABEL_OPTIONS_MAX = 4000,      /* choices of one <Choices>, in the config and in task data each */
    LABEL_HOTKEY_CHARS_MAX = 40,
    LABEL_RATING_MAX = 100,
    LABEL_TEXTS_MAX = 200,         /* entries of one TextArea */
    LABEL_REPEATS_MAX = 200,       /* copies of one Repeater */
    LABEL_LIST_MAX = 2000,         /* paragraphs, messages, items or rows that one object shows */
    LABEL_TEXT_CHARS_MAX = 100000, /* one entry, code points */
};

struct label_config;

/* Once, before threads start: makes libxml2 ready for use from many threads. */
void label_config_setup(void);

/* ERR_CONFIG_INVALID with every error found (not only the first) as problem fields: path "/label_config", line, column
 * (in characters) and a sentence. When the XML itself is broken, what follows the break is not looked at. */
err label_config_parse(str xml, struct label_config **config, struct problem *p);
void label_config_free(struct label_config *config);

/* The config as JSON for the page: {"tag":"View","attrs":{...},"children":[{...}|{"text":"..."}]}. Names in the
 * documented spelling, values as text, booleans "true" or "false"; text stands only in Style (checked CSS); a fixed
 * HyperText value is sanitised. Borrowed: lives as long as the config; do not change it. */
const json_t *label_config_json(const struct label_config *config);

/* Names of the `$field`s of task data that the config needs, as a JSON array of strings. Borrowed. */
const json_t *label_config_fields(const struct label_config *config);

/* Does a task's data object have what the config needs: every $field present and of a usable type: text or number; text
 * for HyperText; for Image an http(s) address, /files/... or data:image/...; a list of choices. ERR_INVALID with path
 * "/data/FIELD" per wrong field ("/data/FIELD/3" for a wrong choice). */
err label_config_check_task(const struct label_config *config, const json_t *data, struct problem *p);

/* The part of a task's data that the page needs and may see: only the fields that the config names, HTML sanitised.
 * Returns a new reference. */
json_t *label_config_page_data(const struct label_config *config, const json_t *data);

/* Is `result` a complete, valid answer to a task with this data. ERR_ANSWER_INVALID with a field per wrong item
 * ("/result/0/value/choices/1" ...), each kind of mistake with its own sentence: not a list, item not an object,
 * unknown from_name, to_name that is not the control's, wrong type, missing or wrong value, choice not offered, too
 * many choices, number outside min/max/step, text empty or too long, a required control without answer (path "/result",
 * naming the control; controls hidden by visibleWhen are not required and must not be answered), a control answered
 * twice, no answer at all though some control is visible. data may be NULL when no <Choices> takes its choices from the
 * task. */
err label_config_check_answer(const struct label_config *config, const json_t *data, const json_t *result,
                              struct problem *p);

/* What two equal answers have in common, as a short text per control: appends a JSON object with sorted keys
 * {"from_name": key} where key is, by control: the sorted list of choices; the number with trailing zeros cut; the
 * rating; the list of texts case-folded, trimmed, inner white space as one space, in NFC (utf8proc). Used to count
 * votes and to compare with gold. result must be valid. */
void label_config_answer_key(const struct label_config *config, const json_t *result, struct buf *key);
/* One control's value in such a key as people read it: a text or a single choice by itself, all else as JSON. */
void label_key_text(const json_t *value, struct buf *out);

/* Is an answer right, measured against a gold answer: every control that the gold answers must have an equal key;
 * numbers are equal within a relative 1e-6 (and absolute 1e-9). */
bool label_config_gold_matches(const struct label_config *config, const json_t *gold, const json_t *result);

/* A `result` list from a simple value, for gold columns and the command line: a string, number or list of strings for a
 * config with exactly one required control or one control at all ("Drama" -> choices, "Drama|Crime" -> several choices,
 * 42 or "42" -> number, 3 -> rating, "text" -> textarea); an object {"from_name": value} for several; a `result` list
 * is taken as it is. A text that holds such an object or list as JSON is read as that (cells of CSV files). The outcome
 * is checked as an answer; ERR_ANSWER_INVALID. Returns a new reference. */
err label_config_answer_from_value(const struct label_config *config, const json_t *data, const json_t *value,
                                   json_t **result, struct problem *p);

/* What people work on: a set of bits 1 << kind. Pictures, sound, video and series as far as the config shows them; text
 * when it shows none of these. */
enum work_kind { WORK_ANY, WORK_TEXT, WORK_PICTURE, WORK_SOUND, WORK_VIDEO, WORK_SERIES, WORK_KINDS };
unsigned label_config_kinds(const struct label_config *config);

/* Names and types of the controls in the order of the config: [{"name":"genre","to_name":"text","type":"choices",
 * "required":true,"multiple":false,"options":["Drama",...]}]. Choices also have "nested" (then an option is a list) and
 * "dynamic" (there are more options in the task); number: "min", "max", "step" if given; rating: "max"; textarea: "max"
 * (entries). Borrowed. */
const json_t *label_config_controls(const struct label_config *config);
