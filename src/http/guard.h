/* guard.h - reads the head and the body framing of one request, strictly. Pure: bytes in, verdict out; no socket, no
 * clock, no allocation but the body's.
 *
 *   guard_scan (as bytes arrive) -> whole head -> guard_parse -> no body, content_length bytes, or guard_chunks_read
 *
 * Why it is the only parser: see guard.c. A verdict depends on the bytes alone, not on how they were cut into packets.
 * Outcomes: ERR_BAD_REQUEST, ERR_TOO_LARGE, ERR_URL_TOO_LONG; the detail says what was wrong, where, and what to do,
 * and never repeats the client's bytes. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"
#include "http/http.h"

struct guard_detail {
    char text[200];
};

/* How far a head has been looked at. Zero-initialise for each request. */
struct guard_scan {
    size_t seen;       /* bytes already judged */
    size_t line_start; /* of the line being read */
    int lines;         /* complete ones */
};

/* bytes: everything of this request that has arrived, from its first byte. *head_len is the head's length with its
 * empty line, or 0 while it is incomplete. Refuses at the first wrong byte, so that nobody waits for a time-out. */
err guard_scan(struct guard_scan *s, const char *bytes, size_t len, size_t *head_len, struct guard_detail *detail);

struct guard_header {
    const char *name, *value; /* NUL-terminated, inside the head's text; value without surrounding blanks */
};

struct guard_head {
    enum http_method method;
    const char *method_text;
    str path;               /* decoded: valid UTF-8, no control characters; NUL-terminated */
    str query;              /* raw, every percent-encoding well-formed; NUL-terminated */
    int64_t content_length; /* bytes, -1 when there is none */
    bool chunked;
    bool old;             /* HTTP/1.0 */
    bool close;           /* the client wants no further request on this connection */
    bool expect_continue; /* it waits for "100 Continue" before sending the body */
    int header_count;
    struct guard_header headers[HTTP_HEADERS_MAX];
};

/* text: a head that guard_scan accepted; it is changed, and *head points into it. */
err guard_parse(char *text, size_t len, struct guard_head *head, struct guard_detail *detail);
/* Value of the first header of that name (case-blind) or NULL. */
const char *guard_header(const struct guard_head *head, const char *name);

/* A chunked body. Zero-initialise. */
struct guard_chunks {
    int state;
    int line_bytes;       /* of the size line being read */
    uint32_t left;        /* bytes of the current chunk still to come */
    size_t trailer_bytes; /* of all trailer lines */
    bool done;
};

/* Appends decoded bytes to body; *used is how many were consumed (all, unless done). */
err guard_chunks_read(struct guard_chunks *c, const char *bytes, size_t len, size_t *used, struct buf *body,
                      struct guard_detail *detail);

/* Percent-decodes in place; NUL-terminates; plus: '+' is a space. False when an encoding is malformed or gives NUL. */
bool guard_decode(char *text, size_t *len, bool plus);
