/* sanitize_text.h - the values that sanitize.c writes: text and attribute values, each checked by its kind.
 *
 * Every function appends to out what may stand between double quotes in HTML, or returns false and appends nothing of
 * use. Values come as they stood in the HTML (with references such as &amp;), except where a name says plain. */
#pragma once
#include "base/buf.h"
#include "base/str.h"

/* Escaped text: valid UTF-8 without control characters; complete references stay as they are. */
void sanitize_text(str text, struct buf *out);
bool sanitize_link(str value, struct buf *out);
bool sanitize_picture(str value, struct buf *out);
bool sanitize_picture_plain(str address, struct buf *out);         /* the address itself, not HTML */
bool sanitize_number(str value, int max, struct buf *out);         /* 0..max */
bool sanitize_word(str value, const char *words, struct buf *out); /* words: each between spaces */
bool sanitize_language(str value, struct buf *out);                /* "en", "pt-BR" */
bool sanitize_code_language(str value, struct buf *out);           /* the first "language-..." of a class list */
