#include "http_fake.h"

#include <string.h>
#include <strings.h>

void fake_free(struct http_request *r) {
    arena_free(&r->arena);
    buf_free(&r->reply);
    buf_free(&r->reply_headers);
}

const char *fake_reply_header(struct http_request *r, const char *name) {
    size_t len = strlen(name);
    for (const char *p = r->reply_headers.data; p && *p; p = strchr(p, '\n') + 1)
        if (strncmp(p, name, len) == 0 && p[len] == ':') {
            p += len + 2;
            return arena_copy(&r->arena, p, strcspn(p, "\n"));
        }
    return NULL;
}

enum http_method http_request_method(const struct http_request *r) { return r->method; }

const char *http_request_method_text(const struct http_request *r) {
    static const char *const names[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OTHER"};
    return names[r->method];
}

str http_request_path(const struct http_request *r) { return str_from(r->path); }

str http_request_query(const struct http_request *r) { return str_from(r->query); }

const char *http_request_header(const struct http_request *r, const char *name) {
    for (int i = 0; i < FAKE_HEADERS_MAX && r->headers[i][0]; i++)
        if (strcasecmp(r->headers[i][0], name) == 0) return r->headers[i][1];
    return NULL;
}

str http_request_body(const struct http_request *r) { return r->body.data ? r->body : STR(""); }
int http_request_body_file(const struct http_request *r, int64_t *bytes) {
    (void)r;
    *bytes = 0;
    return -1;
}

const char *http_request_remote(const struct http_request *r) { return r->remote ? r->remote : "192.0.2.1"; }

bool http_request_secure(const struct http_request *r) { return r->secure; }

const char *http_request_id(const struct http_request *r) { return "fake"; }

struct arena *http_request_arena(struct http_request *r) {
    return &r->arena;
}

void *http_request_state(struct http_request *r) { return r->state; }

void http_request_note_set(struct http_request *r, const char *route) { r->note = route; }

void http_reply_header(struct http_request *r, const char *name, const char *value) {
    buf_printf(&r->reply_headers, "%s: %s\n", name, value);
}

void http_reply(struct http_request *r, int status, const char *content_type, str body) {
    r->replies++;
    r->status = status;
    r->type = content_type;
    if (r->method != HTTP_HEAD) buf_add_str(&r->reply, body);
}

void http_reply_static(struct http_request *r, int status, const char *content_type, str body) {
    http_reply(r, status, content_type, body);
}
