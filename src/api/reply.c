#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include "api/api.h"
#include "api/route.h"
#include "base/json.h"
#include "base/json_out.h"
#include "base/log.h"

static const char media_json[] = "application/json";
static const char media_problem[] = "application/problem+json";

void api_call_end(struct api_call *call) { json_drop(&call->body); }

static void headers_add(struct http_request *request) {
    http_reply_header(request, "Cache-Control", "no-store");
    http_reply_header(request, "X-Content-Type-Options", "nosniff");
}

void api_reply_text(struct api_call *call, int status, const char *content_type, str body) {
    struct http_request *request = call->request;
    json_t *tree = call->body; /* body may be a part of it, and the call is gone
                                  after the reply */
    headers_add(request);
    http_reply(request, status ? status : call->operation->status, content_type, body);
    json_decref(tree);
}

/* Worth the trouble from here on: a smaller one fits the packet with its head anyway. */
enum { SQUEEZE_BYTES_MIN = 600, GZIP_WINDOW_BITS = 15 + 16 };

/* Only what workers read on slow links, where there is nothing secret whose length could tell of it. */
static bool squeezable(struct api_call *call, str body) {
    const char *accept = http_request_header(call->request, "Accept-Encoding");
    if (body.len < SQUEEZE_BYTES_MIN || strncmp(call->operation->path, "/work/", 6) != 0 || !accept) return false;
    return strstr(accept, "gzip") && !strstr(accept, "gzip;q=0");
}

static bool squeeze(str body, struct buf *out) {
    z_stream z = {.next_in = (unsigned char *)body.data, .avail_in = (unsigned)body.len};
    if (deflateInit2(&z, 5, Z_DEFLATED, GZIP_WINDOW_BITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) return false;
    buf_reserve(out, deflateBound(&z, body.len));
    z.next_out = (unsigned char *)out->data;
    z.avail_out = (unsigned)deflateBound(&z, body.len);
    bool whole = deflate(&z, Z_FINISH) == Z_STREAM_END;
    out->len = z.total_out;
    deflateEnd(&z);
    return whole && out->len < body.len;
}

void api_reply_buf(struct api_call *call, int status, const struct buf *body) {
    CLEANUP(buf_free) struct buf small = {0};
    bool squeezed = squeezable(call, buf_str(body)) && squeeze(buf_str(body), &small);
    if (squeezed) http_reply_header(call->request, "Content-Encoding", "gzip");
    api_reply_text(call, status, media_json, buf_str(squeezed ? &small : body));
}

void api_reply_json(struct api_call *call, int status, const json_t *body) {
    CLEANUP(buf_free) struct buf text = {0};
    json_write(&text, body, false);
    api_reply_buf(call, status, &text);
}

void api_reply_empty(struct api_call *call, int status) { api_reply_text(call, status, NULL, STR("")); }

void api_fail(struct api_call *call, err e) {
    assert(e != OK);
    struct http_request *request = call->request;
    json_t *tree = call->body;
    if (err_is_fault(e))
        log_line(LOG_ERROR, http_request_id(request), "%s failed: %s: %s", call->operation->id, err_code(e),
                 call->problem->detail[0] ? call->problem->detail : err_sentence(e));
    api_reply_problem(request, e, call->problem);
    json_decref(tree);
}

void api_problem_write(struct buf *b, err e, const struct problem *p) {
    static const struct problem none = {0};
    if (!p) p = &none;
    /* The detail of a fault is for the log: it may name files, hosts and SQL. */
    bool fault = err_is_fault(e);
    struct json_out o = out_new(b);
    out_object_begin(&o);
    char type[80];
    snprintf(type, sizeof type, "/docs/errors#%s", err_code(e));
    out_set_text(&o, "type", type);
    out_set_text(&o, "title", err_sentence(e));
    out_set_int(&o, "status", err_status(e));
    out_set_text(&o, "code", err_code(e));
    out_set_text(&o, "detail", p->detail[0] && !fault ? p->detail : err_sentence(e));
    if (p->field_count && !fault) {
        out_key(&o, "errors");
        out_array_begin(&o);
        for (int i = 0; i < p->field_count && i < PROBLEM_FIELDS_MAX; i++) {
            const struct problem_field *f = &p->fields[i];
            out_object_begin(&o);
            out_set_text(&o, "pointer", f->path);
            out_set_text(&o, "detail", f->detail);
            if (f->line) out_set_int(&o, "line", f->line);
            if (f->column) out_set_int(&o, "column", f->column);
            out_end(&o);
        }
        out_end(&o);
        if (p->field_count > PROBLEM_FIELDS_MAX) out_set_int(&o, "more_errors", p->field_count - PROBLEM_FIELDS_MAX);
    }
    if (p->missing_micros) out_set_int(&o, "missing_micros", p->missing_micros);
    out_end(&o);
}

void api_reply_problem_wait(struct http_request *request, err e, const struct problem *p, int wait_seconds) {
    enum { WAIT_SECONDS_USUAL = 2 };
    int status = err_status(e);
    headers_add(request);
    if (status == 429 || status == 503) {
        char text[16];
        snprintf(text, sizeof text, "%d", wait_seconds > 0 ? wait_seconds : WAIT_SECONDS_USUAL);
        http_reply_header(request, "Retry-After", text);
    }
    if (status == 401) http_reply_header(request, "WWW-Authenticate", "Bearer");
    CLEANUP(buf_free) struct buf text = {0};
    api_problem_write(&text, e, p);
    http_reply(request, status, media_problem, buf_str(&text));
}

void api_reply_problem(struct http_request *request, err e, const struct problem *p) {
    api_reply_problem_wait(request, e, p, 0);
}

void api_refuse(void *context, err e, const char *detail, struct arena *a, const char **content_type, str *body) {
    struct problem *p = arena_alloc(a, sizeof *p);
    if (detail) problem_set(p, e, "%s", detail);
    CLEANUP(buf_free) struct buf text = {0};
    api_problem_write(&text, e, p);
    *content_type = media_problem;
    *body = arena_str(a, buf_str(&text));
}

/* --- cursors: kind, values (8 bytes each, big end first), checksum; base64url
 * --- */

enum { CHECK_BYTES = 4, CURSOR_RAW_MAX = 1 + 8 * API_CURSOR_VALUES_MAX + CHECK_BYTES };

static void cursor_check(const unsigned char *raw, size_t len, unsigned char check[CHECK_BYTES]) {
    unsigned char hash[crypto_generichash_BYTES_MIN];
    crypto_generichash(hash, sizeof hash, raw, len, NULL, 0);
    memcpy(check, hash, CHECK_BYTES);
}

void api_cursor_encode(unsigned char kind, const int64_t *values, size_t count, char out[API_CURSOR_BYTES]) {
    assert(count <= API_CURSOR_VALUES_MAX);
    unsigned char raw[CURSOR_RAW_MAX];
    size_t len = 0;
    raw[len++] = kind;
    for (size_t i = 0; i < count; i++)
        for (int shift = 56; shift >= 0; shift -= 8) raw[len++] = (unsigned char)((uint64_t)values[i] >> shift);
    cursor_check(raw, len, raw + len);
    len += CHECK_BYTES;
    _Static_assert(
        sodium_base64_ENCODED_LEN(CURSOR_RAW_MAX, sodium_base64_VARIANT_URLSAFE_NO_PADDING) <= API_CURSOR_BYTES, "");
    sodium_bin2base64(out, API_CURSOR_BYTES, raw, len, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

err api_cursor_decode(str text, unsigned char kind, int64_t *values, size_t count, struct problem *p) {
    assert(count <= API_CURSOR_VALUES_MAX);
    unsigned char raw[CURSOR_RAW_MAX], check[CHECK_BYTES];
    size_t len = 0, wanted = 1 + 8 * count + CHECK_BYTES;
    /* Without an end pointer the whole text must be base64. */
    bool read = sodium_base642bin(raw, sizeof raw, text.data, text.len, NULL, &len, NULL,
                                  sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0;
    if (read && len == wanted) cursor_check(raw, len - CHECK_BYTES, check);
    if (!read || len != wanted || raw[0] != kind || memcmp(check, raw + len - CHECK_BYTES, CHECK_BYTES) != 0)
        return problem_set(p, ERR_BAD_CURSOR,
                           "The cursor is not one this server gave out for this "
                           "list; begin again without a cursor.");
    for (size_t i = 0; i < count; i++) {
        uint64_t value = 0;
        for (size_t j = 0; j < 8; j++) value = value << 8 | raw[1 + 8 * i + j];
        values[i] = (int64_t)value;
    }
    return OK;
}
