/* json_slice.h - walks over the members or elements of a JSON text without building a tree: each comes as a piece of
 * the text, so that what is passed on keeps its bytes (numbers keep their digits) and costs no parsing.
 *
 *   struct json_slice s = json_slice_open(text);
 *   while (json_slice_member(&s, &key, &value)) ...
 *
 * For texts that are known to be valid, such as those from the store. A broken text ends the walk early and harms
 * nothing else. Everything given out is borrowed from the text. */
#pragma once
#include "base/buf.h"
#include "base/str.h"

struct json_slice {
    const char *at, *end;
};

/* text: an object or an array; any other value has no members. */
struct json_slice json_slice_open(str text);
/* The next member of an object. key: between its quotes, escapes as they stand (see json_slice_key_is). */
bool json_slice_member(struct json_slice *s, str *key, str *value);
/* The next element of an array. */
bool json_slice_element(struct json_slice *s, str *value);
/* Is this key, as given out by json_slice_member, the name. */
bool json_slice_key_is(str key, str name);
/* The member of that name; false when there is none. */
bool json_slice_find(str object, const char *name, str *value);
size_t json_slice_count(str array);
/* Appends what a value says as text: a string without quotes and escapes, null as nothing, anything else as it stands.
 */
void json_slice_text(struct buf *b, str value);
