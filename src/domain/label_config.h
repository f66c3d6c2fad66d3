/* label_config.h - the label config of a project (Label Studio XML) and the check of answers against it.
 *
 * Pure: no I/O, no clock. Parsing uses libxml2 without network, entities or DTD, within the limits of base/limits.h.
 *
 *   label_config_parse -> label_config_json (what the page draws) / label_config_check_task / label_config_check_answer
 *                      -> label_config_free
 *
 * Immutable after parse, so that many threads may share one.
 *
 * What a tag is, is one row of the table in label_tags.c: its name, its kind (object, control, choice, layout), the
 * attributes it takes with their types, and for a control the functions that check one result item. To add a control:
 * write src/domain/label_NAME.c with its functions, add its row, and web/label/NAME.jsx with its view. An unknown tag
 * or attribute is an error with its line and column, never ignored.
 *
 * Answers are Label Studio `result` lists: [{"from_name": "genre", "to_name": "text", "type": "choices",
 * "value": {"choices": ["Drama"]}, "id": "..." (optional)} ...]. Offsets in texts are UTF-16 code units as in Label Studio.
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

struct label_config;

/* ERR_CONFIG_INVALID with every error found (not only the first) as problem fields: path "/label_config", line, column and
 * a sentence. */
err label_config_parse(str xml, struct label_config **config, struct problem *p);
void label_config_free(struct label_config *config);

/* The config as JSON for the page: {"tag":"View","attrs":{...},"children":[{...}|{"text":"..."}]} with attribute names as
 * written. Borrowed: lives as long as the config; do not change it. */
const json_t *label_config_json(const struct label_config *config);

/* Names of the `$field`s of task data that the config needs, as a JSON array of strings. Borrowed. */
const json_t *label_config_fields(const struct label_config *config);

/* Does a task's data object have what the config needs: every $field present and of a usable type (text, number; an
 * address for Image). ERR_INVALID with path "/data/FIELD" per wrong field. */
err label_config_check_task(const struct label_config *config, const json_t *data, struct problem *p);

/* Is `result` a complete, valid answer to a task with this data. ERR_ANSWER_INVALID with a field per wrong item
 * ("/result/0/value/choices/1" ...), each kind of mistake with its own sentence: not a list, item not an object, unknown
 * from_name, to_name that is not the control's, wrong type, missing or wrong value, choice not offered, too many choices,
 * number outside min/max/step, text empty or too long, a required control without answer (path "/result", naming the
 * control; controls hidden by visibleWhen are not required and must not be answered). */
err label_config_check_answer(const struct label_config *config, const json_t *data, const json_t *result,
                              struct problem *p);

/* What two equal answers have in common, as a short text per control: appends a JSON object with sorted keys
 * {"from_name": key} where key is, by control: the sorted list of choices; the number with trailing zeros cut; the rating;
 * the text list case-folded, trimmed, inner white space as one space, in NFC (utf8proc). Used to count votes and to compare
 * with gold. result must be valid. */
void label_config_answer_key(const struct label_config *config, const json_t *result, struct buf *key);

/* Is an answer right, measured against a gold answer: every control that the gold answers must have an equal key; numbers
 * are equal within a relative 1e-6 (and absolute 1e-9). */
bool label_config_gold_matches(const struct label_config *config, const json_t *gold, const json_t *result);

/* A `result` list from a simple value, for gold columns and the command line: a string, number or list of strings for a
 * config with exactly one required control or one control at all ("Drama" -> choices, 42 or "42" -> number, 3 -> rating,
 * "text" -> textarea); an object {"from_name": value} for several; a `result` list is taken as it is. The outcome is
 * checked as an answer. Returns a new reference. */
err label_config_answer_from_value(const struct label_config *config, const json_t *data, const json_t *value,
                                   json_t **result, struct problem *p);

/* Names and types of the controls: [{"name":"genre","to_name":"text","type":"choices","multiple":false,
 * "options":["Drama",...]}]. Borrowed. */
const json_t *label_config_controls(const struct label_config *config);
