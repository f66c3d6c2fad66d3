/* guard.c - the one HTTP parser of the program.
 *
 * Invariant 3 of http.h says that nothing reaches a handler that two parsers could read differently. The guard must
 * find where each request ends to find the next head on a kept connection, so it has to understand lines, lengths and
 * chunks completely. Handing the same bytes to a second parser afterwards (evhttp) would bring back the very thing the
 * invariant forbids, and a filter bufferevent in front of evhttp loses the end of replies: evhttp closes when the
 * filter's output is empty, while the socket's is not. So there is one parser, this one, and libevent moves the bytes.
 *
 * Why it is right, in three steps:
 *  1. guard_scan accepts a head only if every line ends in CR LF, CR and LF stand nowhere else, and no other control
 *     character but the tab (in header values) occurs. So all parsers agree where lines are.
 *  2. guard_parse accepts a line only if it is exactly "method SP target SP HTTP/1.x" or "token: value", and the fields
 *     that decide about framing or meaning stand at most once. So all parsers agree what the fields are.
 *  3. The body's length is then one plain decimal, or chunks with plain hexadecimal sizes, or nothing; a head with two
 *     answers to that question is refused. So all parsers agree where the next request starts.
 * What is refused closes the connection, so bytes after a refusal are never read as a request. */
#include "http/guard.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
    METHOD_CHARS_MAX = 20,
    VERSION_CHARS = 8,
    REQUEST_LINE_MAX = METHOD_CHARS_MAX + 1 + HTTP_URL_BYTES_MAX + 1 + VERSION_CHARS,
    CHUNK_LINE_MAX = 256, /* size and extensions */
    CHUNK_DIGITS_MAX = 8,
    LENGTH_DIGITS_MAX = 18, /* fits int64 */
};

static err refuse(struct guard_detail *detail, err e, const char *format, ...) __attribute__((format(printf, 3, 4)));

static err refuse(struct guard_detail *detail, err e, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vsnprintf(detail->text, sizeof detail->text, format, args);
    va_end(args);
    return e;
}

/* RFC 9110, 5.6.2 */
static bool is_token(unsigned char c) {
    static const bool table[256] = {
        ['0' ... '9'] = true, ['A' ... 'Z'] = true, ['a' ... 'z'] = true, ['!'] = true, ['#'] = true, ['$'] = true,
        ['%'] = true,         ['&'] = true,         ['\''] = true,        ['*'] = true, ['+'] = true, ['-'] = true,
        ['.'] = true,         ['^'] = true,         ['_'] = true,         ['`'] = true, ['|'] = true, ['~'] = true,
    };
    return table[c];
}

static bool is_control(unsigned char c) { return c < 0x20 || c == 0x7f; }

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/* --- the request line --- */

struct request_line {
    size_t method_len, target_len; /* the target starts at method_len + 1 */
    bool old;
};

static err line_read(const char *line, size_t len, struct request_line *out, struct guard_detail *d) {
    while (out->method_len < len && is_token((unsigned char)line[out->method_len])) out->method_len++;
    if (!out->method_len || out->method_len > METHOD_CHARS_MAX || out->method_len == len ||
        line[out->method_len] != ' ') {
        return refuse(d, ERR_BAD_REQUEST, "The first line does not start with a method such as GET and one space.");
    }
    const char *target = line + out->method_len + 1;
    size_t rest = len - out->method_len - 1;
    const char *space = memchr(target, ' ', rest);
    if (!space) {
        return refuse(d, ERR_BAD_REQUEST, "The first line does not end in HTTP/1.1; older forms are not spoken here.");
    }
    out->target_len = (size_t)(space - target);
    if (out->target_len > HTTP_URL_BYTES_MAX) {
        return refuse(d, ERR_URL_TOO_LONG, "The address has more than %d bytes; send long values in the body.",
                      HTTP_URL_BYTES_MAX);
    }
    str version = {space + 1, rest - out->target_len - 1};
    out->old = str_is(version, "HTTP/1.0");
    if (!out->old && !str_is(version, "HTTP/1.1")) {
        return refuse(d, ERR_BAD_REQUEST,
                      "The first line does not end in one space and HTTP/1.1; no other version is "
                      "spoken here.");
    }
    return OK;
}

/* --- scan --- */

err guard_scan(struct guard_scan *s, const char *bytes, size_t len, size_t *head_len, struct guard_detail *d) {
    *head_len = 0;
    size_t limit = len < HTTP_HEADER_BYTES_MAX ? len : HTTP_HEADER_BYTES_MAX;
    for (size_t i = s->seen; i < limit; i++) {
        unsigned char c = (unsigned char)bytes[i];
        bool after_cr = i > s->line_start && bytes[i - 1] == '\r';
        if (c == '\n') {
            if (!after_cr) {
                return refuse(d, ERR_BAD_REQUEST, "Line %d of the head ends in LF alone; end lines in CR LF.",
                              s->lines + 1);
            }
            size_t line_len = i - 1 - s->line_start;
            if (s->lines == 0) {
                struct request_line line = {0};
                TRY(line_read(bytes, line_len, &line, d));
            } else if (line_len == 0) {
                *head_len = i + 1;
                return OK;
            } else if (s->lines > HTTP_HEADERS_MAX) {
                return refuse(d, ERR_TOO_LARGE, "The head has more than %d header lines; send fewer.",
                              HTTP_HEADERS_MAX);
            }
            s->lines++;
            s->line_start = i + 1;
        } else if (after_cr) {
            return refuse(d, ERR_BAD_REQUEST, "Line %d of the head has a CR inside; end lines in CR LF.", s->lines + 1);
        } else if (s->lines == 0) {
            if (i >= REQUEST_LINE_MAX && c != '\r') {
                return refuse(d, ERR_URL_TOO_LONG, "The address has more than %d bytes; send long values in the body.",
                              HTTP_URL_BYTES_MAX);
            }
            if ((is_control(c) && c != '\r') || c >= 0x80) {
                return refuse(d, ERR_BAD_REQUEST,
                              "Byte %zu of the first line is not a printable ASCII character; "
                              "percent-encode it (and speak plain HTTP/1.1).",
                              i + 1);
            }
        } else if (is_control(c) && c != '\r' && c != '\t') {
            return refuse(d, ERR_BAD_REQUEST, "Byte %zu of line %d of the head is a control character; remove it.",
                          i - s->line_start + 1, s->lines + 1);
        }
    }
    s->seen = limit;
    if (limit == HTTP_HEADER_BYTES_MAX) {
        return refuse(d, ERR_TOO_LARGE, "The head has more than %d bytes; send fewer or shorter headers.",
                      HTTP_HEADER_BYTES_MAX);
    }
    return OK;
}

/* --- the target --- */

bool guard_decode(char *text, size_t *len, bool plus) {
    size_t out = 0;
    for (size_t i = 0; i < *len; i++) {
        char c = text[i];
        if (c == '+' && plus) c = ' ';
        if (c == '%') {
            int high = i + 2 < *len ? hex_digit(text[i + 1]) : -1, low = high >= 0 ? hex_digit(text[i + 2]) : -1;
            if (low < 0 || !(high | low)) return false;
            c = (char)(high << 4 | low);
            i += 2;
        }
        text[out++] = c;
    }
    if (out < *len) text[out] = 0;
    *len = out;
    return true;
}

/* Same rule as guard_decode, without changing anything. */
static bool encoding_valid(str s) {
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] != '%') continue;
        int high = i + 2 < s.len ? hex_digit(s.data[i + 1]) : -1, low = high >= 0 ? hex_digit(s.data[i + 2]) : -1;
        if (low < 0 || !(high | low)) return false;
        i += 2;
    }
    return true;
}

static err target_parse(char *target, size_t len, struct guard_head *head, struct guard_detail *d) {
    if (!len || target[0] != '/') {
        return refuse(d, ERR_BAD_REQUEST,
                      "The address does not start with '/'; send only path and query in the first "
                      "line, and the host in the Host header.");
    }
    char *question = memchr(target, '?', len);
    size_t path_len = question ? (size_t)(question - target) : len;
    for (size_t i = 0; i < len; i++) {
        /* a backslash is a slash to some, a '#' ends the address for some */
        if (target[i] == '#' || (i < path_len && strchr("\\\"<>", target[i]))) {
            return refuse(d, ERR_BAD_REQUEST, "Character %zu of the address must be percent-encoded.", i + 1);
        }
    }
    target[len] = 0;
    head->query = question ? (str){question + 1, len - path_len - 1} : (str){target + len, 0};
    if (!encoding_valid(head->query)) {
        return refuse(d, ERR_BAD_REQUEST,
                      "The query has a '%%' that is not followed by two hexadecimal digits, or %%00; "
                      "write a plain percent sign as %%25.");
    }
    if (!guard_decode(target, &path_len, false)) {
        return refuse(d, ERR_BAD_REQUEST,
                      "The path has a '%%' that is not followed by two hexadecimal digits, or %%00; "
                      "write a plain percent sign as %%25.");
    }
    target[path_len] = 0;
    head->path = (str){target, path_len};
    for (size_t i = 0; i < path_len; i++) {
        if (is_control((unsigned char)target[i])) {
            return refuse(d, ERR_BAD_REQUEST, "The path has an encoded control character; remove it.");
        }
    }
    if (!str_utf8_valid(head->path)) return refuse(d, ERR_BAD_REQUEST, "The path is not UTF-8 when decoded.");
    return OK;
}

static enum http_method method_from(const char *text) {
    static const struct {
        const char *text;
        enum http_method method;
    } known[] = {
        {"GET", HTTP_GET}, {"POST", HTTP_POST},   {"HEAD", HTTP_HEAD},
        {"PUT", HTTP_PUT}, {"PATCH", HTTP_PATCH}, {"DELETE", HTTP_DELETE},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(text, known[i].text) == 0) return known[i].method;
    }
    return HTTP_OTHER;
}

/* --- headers --- */

enum once { HOST, CONTENT_LENGTH, TRANSFER_ENCODING, EXPECT, AUTHORIZATION, CONTENT_TYPE, ONCE_COUNT };

/* Fields of which a second one would leave it to each reader which counts. */
static const char *const once_names[ONCE_COUNT] = {
    [HOST] = "Host",     [CONTENT_LENGTH] = "Content-Length", [TRANSFER_ENCODING] = "Transfer-Encoding",
    [EXPECT] = "Expect", [AUTHORIZATION] = "Authorization",   [CONTENT_TYPE] = "Content-Type",
};

static err length_parse(const char *value, int64_t *length, struct guard_detail *d) {
    size_t len = strlen(value);
    bool plain =
        len > 0 && len <= LENGTH_DIGITS_MAX && (value[0] != '0' || len == 1) && strspn(value, "0123456789") == len;
    if (!plain || !str_to_int64((str){value, len}, length)) {
        return refuse(d, ERR_BAD_REQUEST, "Content-Length is not one plain decimal number of bytes; send digits only.");
    }
    return OK;
}

static err host_check(const char *value, struct guard_detail *d) {
    size_t len = strlen(value);
    if (!len || strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:[]%") != len) {
        return refuse(d, ERR_BAD_REQUEST, "The Host header is not a host name or address with an optional port.");
    }
    return OK;
}

static void connection_parse(const char *value, struct guard_head *head) {
    while (*value) {
        value += strspn(value, " \t,");
        size_t len = strcspn(value, " \t,");
        if (len == 5 && strncasecmp(value, "close", 5) == 0) head->close = true;
        value += len;
    }
}

/* Splits "name: value" in place. number: line of the head, for the detail. */
static err header_parse(char *line, size_t len, int number, struct guard_header *out, struct guard_detail *d) {
    if (line[0] == ' ' || line[0] == '\t') {
        return refuse(d, ERR_BAD_REQUEST,
                      "Line %d of the head starts with a blank; continued header lines are not taken.", number);
    }
    size_t name = 0;
    while (name < len && is_token((unsigned char)line[name])) name++;
    if (name == len || !memchr(line + name, ':', len - name)) {
        return refuse(d, ERR_BAD_REQUEST, "Line %d of the head has no colon; write \"Name: value\".", number);
    }
    if (line[name] == ' ' || line[name] == '\t') {
        return refuse(d, ERR_BAD_REQUEST, "Line %d of the head has a blank before its colon; remove it.", number);
    }
    if (!name || line[name] != ':') {
        return refuse(d, ERR_BAD_REQUEST,
                      "Line %d of the head has a name that is empty or has a character not allowed there.", number);
    }
    line[name] = 0;
    size_t start = name + 1, end = len;
    while (start < end && (line[start] == ' ' || line[start] == '\t')) start++;
    while (end > start && (line[end - 1] == ' ' || line[end - 1] == '\t')) end--;
    line[end] = 0;
    *out = (struct guard_header){line, line + start};
    return OK;
}

static err framing_check(struct guard_head *head, const char *const *once, struct guard_detail *d) {
    if (once[HOST]) {
        TRY(host_check(once[HOST], d));
    } else if (!head->old) {
        return refuse(d, ERR_BAD_REQUEST, "The Host header is missing; HTTP/1.1 requires it.");
    }
    if (once[CONTENT_LENGTH] && once[TRANSFER_ENCODING]) {
        return refuse(d, ERR_BAD_REQUEST, "Content-Length and Transfer-Encoding stand together; send one of them.");
    }
    if (once[CONTENT_LENGTH]) {
        TRY(length_parse(once[CONTENT_LENGTH], &head->content_length, d));
    }
    if (once[TRANSFER_ENCODING]) {
        if (head->old || strcasecmp(once[TRANSFER_ENCODING], "chunked") != 0) {
            return refuse(d, ERR_BAD_REQUEST, "Transfer-Encoding must be exactly \"chunked\", and only in HTTP/1.1.");
        }
        head->chunked = true;
    }
    if (once[EXPECT] && !head->old) {
        if (strcasecmp(once[EXPECT], "100-continue") != 0) {
            return refuse(d, ERR_BAD_REQUEST,
                          "The Expect header is not \"100-continue\"; no other expectation is met here.");
        }
        head->expect_continue = head->chunked || head->content_length > 0;
    }
    return OK;
}

err guard_parse(char *text, size_t len, struct guard_head *head, struct guard_detail *d) {
    assert(len >= 4 && memcmp(text + len - 2, "\r\n", 2) == 0);
    head->content_length = -1;
    head->chunked = head->close = head->expect_continue = false;
    head->header_count = 0;

    char *end = text + len - 2; /* of the last header line */
    char *eol = memchr(text, '\r', len);
    struct request_line line = {0};
    TRY(line_read(text, (size_t)(eol - text), &line, d));
    text[line.method_len] = 0;
    head->method_text = text;
    head->method = method_from(text);
    head->old = head->close = line.old;
    TRY(target_parse(text + line.method_len + 1, line.target_len, head, d));

    const char *once[ONCE_COUNT] = {0};
    int number = 1;
    for (char *at = eol + 2; at < end; at = eol + 2) {
        eol = memchr(at, '\r', (size_t)(end - at));
        assert(eol && head->header_count < HTTP_HEADERS_MAX);
        struct guard_header *h = &head->headers[head->header_count];
        TRY(header_parse(at, (size_t)(eol - at), ++number, h, d));
        head->header_count++;
        if (strcasecmp(h->name, "Connection") == 0) connection_parse(h->value, head);
        for (int i = 0; i < ONCE_COUNT; i++) {
            if (strcasecmp(h->name, once_names[i]) != 0) continue;
            if (once[i]) {
                return refuse(d, ERR_BAD_REQUEST, "The %s header stands twice (line %d of the head); send it once.",
                              once_names[i], number);
            }
            once[i] = h->value;
        }
    }
    return framing_check(head, once, d);
}

const char *guard_header(const struct guard_head *head, const char *name) {
    for (int i = 0; i < head->header_count; i++) {
        if (strcasecmp(head->headers[i].name, name) == 0) return head->headers[i].value;
    }
    return NULL;
}

/* --- chunked bodies (RFC 9112, 7.1) --- */

enum chunk_state {
    SIZE,
    EXTENSION,
    SIZE_LF,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER,
    TRAILER_NAME,
    TRAILER_VALUE,
    TRAILER_LF,
    END_LF
};

/* One byte outside chunk data. */
static err chunk_step(struct guard_chunks *c, char byte, size_t body_len, struct guard_detail *d) {
    switch ((enum chunk_state)c->state) {
    case SIZE: {
        int digit = hex_digit(byte);
        if (digit >= 0 && c->line_bytes < CHUNK_DIGITS_MAX) {
            c->left = c->left << 4 | (uint32_t)digit;
            c->line_bytes++;
            return OK;
        }
        if (!c->line_bytes || digit >= 0 || (byte != '\r' && byte != ';')) {
            return refuse(d, ERR_BAD_REQUEST,
                          "A chunk of the body does not start with its size in hexadecimal digits.");
        }
        if (c->left > HTTP_BODY_BYTES_MAX - body_len) {
            return refuse(d, ERR_TOO_LARGE,
                          "A body in chunks has at most %d bytes: send a longer one with its Content-Length, or in "
                          "several requests.",
                          HTTP_BODY_BYTES_MAX);
        }
        c->state = byte == '\r' ? SIZE_LF : EXTENSION;
        return OK;
    }
    case EXTENSION:
        if (byte == '\r') {
            c->state = SIZE_LF;
        } else if ((is_control((unsigned char)byte) && byte != '\t') || ++c->line_bytes > CHUNK_LINE_MAX) {
            return refuse(d, ERR_BAD_REQUEST,
                          "A chunk extension is too long or has a control character; leave it out.");
        }
        return OK;
    case SIZE_LF:
        if (byte != '\n') break;
        c->state = c->left ? DATA : TRAILER;
        c->line_bytes = 0;
        return OK;
    case DATA_CR:
        if (byte != '\r') break;
        c->state = DATA_LF;
        return OK;
    case DATA_LF:
        if (byte != '\n') break;
        c->state = SIZE;
        return OK;
    case TRAILER:
    case TRAILER_NAME:
        if (c->state == TRAILER && byte == '\r') {
            c->state = END_LF;
        } else if (c->state == TRAILER_NAME && byte == ':') {
            c->state = TRAILER_VALUE;
        } else if (is_token((unsigned char)byte)) {
            c->state = TRAILER_NAME;
        } else {
            return refuse(d, ERR_BAD_REQUEST, "A trailer line after the body is not \"Name: value\".");
        }
        return OK;
    case TRAILER_VALUE:
        if (byte == '\r') {
            c->state = TRAILER_LF;
        } else if (is_control((unsigned char)byte) && byte != '\t') {
            return refuse(d, ERR_BAD_REQUEST, "A trailer line after the body has a control character.");
        }
        return OK;
    case TRAILER_LF:
        if (byte != '\n') break;
        c->state = TRAILER;
        return OK;
    case END_LF:
        if (byte != '\n') break;
        c->done = true;
        return OK;
    case DATA: break; /* not read byte by byte */
    }
    return refuse(d, ERR_BAD_REQUEST, "A chunk of the body does not end where its size says, or not in CR LF.");
}

err guard_chunks_read(struct guard_chunks *c, const char *bytes, size_t len, size_t *used, struct buf *body,
                      struct guard_detail *d) {
    size_t i = 0;
    while (i < len && !c->done) {
        if (c->state == DATA) {
            size_t n = len - i < c->left ? len - i : c->left;
            buf_add(body, bytes + i, n);
            i += n;
            c->left -= (uint32_t)n;
            if (!c->left) c->state = DATA_CR;
            continue;
        }
        if (c->state >= TRAILER && ++c->trailer_bytes > HTTP_HEADER_BYTES_MAX) {
            return refuse(d, ERR_TOO_LARGE, "The trailer lines after the body have more than %d bytes.",
                          HTTP_HEADER_BYTES_MAX);
        }
        TRY(chunk_step(c, bytes[i++], body->len, d));
    }
    *used = i;
    return OK;
}
