/* json.h - jansson with the limits of this program: strict (no duplicate keys, no junk after the value), bounded depth.
 */
#pragma once
#include <jansson.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

/* Parses a whole text of any JSON type. *value is owned by the caller (json_decref; CLEANUP(json_drop)).
 * ERR_BAD_JSON with line and column in p; also when nesting passes JSON_DEPTH_MAX. */
err json_parse(str text, json_t **value, struct problem *p);
void json_drop(json_t **value);
/* Compact text, appended. sorted: keys in order, for hashing and comparing. */
void json_write(struct buf *b, const json_t *value, bool sorted);
/* Text of a string member or NULL. */
const char *json_text(const json_t *object, const char *key);
/* Integer member or fallback. */
int64_t json_int(const json_t *object, const char *key, int64_t fallback);
