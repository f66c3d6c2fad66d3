/* request.c - the life of a request, and what handlers ask it. */
#include <arpa/inet.h>
#include <assert.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/clock.h"
#include "http/internal.h"

enum { BODY_KEPT_BYTES = 64 * 1024, ARENA_KEPT_BYTES = 64 * 1024 };

struct http_request *request_new(struct conn *c) {
    struct http_loop *loop = c->loop;
    struct http_request *r = TAILQ_FIRST(&loop->spare);
    if (r) {
        TAILQ_REMOVE(&loop->spare, r, link);
        loop->spare_count--;
    } else {
        r = mem_alloc(sizeof *r);
        r->loop = loop;
    }
    r->conn = c;
    r->in_use = true;
    r->chunks = (struct guard_chunks){0};
    /* until the head is understood */
    r->head.method = HTTP_OTHER;
    r->head.method_text = "-";
    r->head.path = STR("/");
    r->head.query = STR("");
    r->head.content_length = -1;
    r->head.chunked = false;
    r->head.old = false;
    r->head.header_count = 0;
    r->body_fd = -1;
    r->start_usec = c->since_usec;
    r->note = NULL;
    r->secure = c->tls;
    uint32_t id[2] = {htonl(loop->id_random), htonl(loop->id_counter++)};
    hex_encode(id, sizeof id, r->id);
    memcpy(r->remote, c->remote, sizeof r->remote);
    c->request = r;
    TAILQ_INSERT_TAIL(&loop->requests, r, link);
    return r;
}

static void request_delete(struct http_request *r) {
    arena_free(&r->arena);
    buf_free(&r->body);
    buf_free(&r->headers);
    free(r);
}

void request_spares_free(struct http_loop *loop) {
    struct http_request *r;
    while ((r = TAILQ_FIRST(&loop->spare))) {
        TAILQ_REMOVE(&loop->spare, r, link);
        request_delete(r);
    }
}

void request_free(struct http_request *r) {
    struct http_loop *loop = r->loop;
    assert(r->in_use);
    r->in_use = false;
    TAILQ_REMOVE(&loop->requests, r, link);
    loop->body_bytes -= r->body.len;
    if (r->body_fd >= 0) {
        close(r->body_fd);
        loop->large_bodies--;
    }
    if (r->conn) r->conn->request = NULL;
    r->conn = NULL;
    if (loop->spare_count >= HTTP_REQUESTS_KEPT) {
        request_delete(r);
        return;
    }
    if (r->arena.bytes > ARENA_KEPT_BYTES) {
        arena_free(&r->arena);
    } else {
        arena_reset(&r->arena);
    }
    if (r->body.size > BODY_KEPT_BYTES) {
        buf_free(&r->body);
    } else {
        buf_clear(&r->body);
    }
    buf_clear(&r->headers);
    TAILQ_INSERT_HEAD(&loop->spare, r, link);
    loop->spare_count++;
}

/* --- from the proxy --- */

/* Last element of a comma list, over all headers of that name: what the nearest proxy wrote. */
static str last_element(const struct http_request *r, const char *name) {
    str last = {0};
    for (int i = 0; i < r->head.header_count; i++) {
        if (strcasecmp(r->head.headers[i].name, name) == 0) last = str_from(r->head.headers[i].value);
    }
    const char *comma = last.len ? memrchr(last.data, ',', last.len) : NULL;
    if (comma) last = (str){comma + 1, last.len - (size_t)(comma + 1 - last.data)};
    while (last.len && (last.data[0] == ' ' || last.data[0] == '\t')) last = (str){last.data + 1, last.len - 1};
    return last;
}

void request_forwarded(struct http_request *r) {
    str address = last_element(r, "X-Forwarded-For");
    if (address.len > 1 && address.data[0] == '[' && address.data[address.len - 1] == ']') {
        address = (str){address.data + 1, address.len - 2};
    }
    char text[HTTP_REMOTE_CHARS];
    unsigned char ignored[sizeof(struct in6_addr)];
    if (address.len && address.len < sizeof text) {
        memcpy(text, address.data, address.len);
        text[address.len] = 0;
        if (inet_pton(AF_INET, text, ignored) == 1 || inet_pton(AF_INET6, text, ignored) == 1) {
            memcpy(r->remote, text, address.len + 1);
        }
    }
    str scheme = last_element(r, "X-Forwarded-Proto");
    if (scheme.len) r->secure = scheme.len == 5 && strncasecmp(scheme.data, "https", 5) == 0;
}

/* --- what handlers ask --- */

enum http_method http_request_method(const struct http_request *r) { return r->head.method; }
const char *http_request_method_text(const struct http_request *r) { return r->head.method_text; }
str http_request_path(const struct http_request *r) { return r->head.path; }
str http_request_query(const struct http_request *r) { return r->head.query; }
str http_request_body(const struct http_request *r) { return buf_str(&r->body); }

int http_request_body_file(const struct http_request *r, int64_t *bytes) {
    *bytes = r->body_fd < 0 ? 0 : r->body_file_bytes;
    return r->body_fd;
}
const char *http_request_remote(const struct http_request *r) { return r->remote; }
bool http_request_secure(const struct http_request *r) { return r->secure; }
const char *http_request_id(const struct http_request *r) { return r->id; }
struct arena *http_request_arena(struct http_request *r) {
    return &r->arena;
}
struct http_loop *http_request_loop(struct http_request *r) {
    return r->loop;
}
void *http_request_state(struct http_request *r) { return r->loop->state; }
void http_request_note_set(struct http_request *r, const char *route) { r->note = route; }
const char *http_request_note(const struct http_request *r) { return r->note; }

const char *http_request_header(const struct http_request *r, const char *name) { return guard_header(&r->head, name); }

/* Decoded copy in the arena; false when it is malformed or not UTF-8. */
static bool decoded(struct http_request *r, const char *from, size_t len, str *out) {
    char *text = arena_copy(&r->arena, from, len);
    if (!guard_decode(text, &len, true)) return false;
    *out = (str){text, len};
    return str_utf8_valid(*out);
}

bool http_request_param(struct http_request *r, const char *name, str *value) {
    const char *at = r->head.query.data, *end = at + r->head.query.len;
    while (at < end) {
        const char *stop = memchr(at, '&', (size_t)(end - at));
        if (!stop) stop = end;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        const char *name_end = equals ? equals : stop;
        str found = {at, (size_t)(name_end - at)};
        if (memchr(at, '%', found.len) || memchr(at, '+', found.len)) {
            if (!decoded(r, at, found.len, &found)) found = (str){0};
        }
        if (str_is(found, name)) {
            return equals ? decoded(r, equals + 1, (size_t)(stop - equals - 1), value) : decoded(r, stop, 0, value);
        }
        at = stop + 1;
    }
    return false;
}

const char *http_request_cookie(struct http_request *r, const char *name) {
    size_t name_len = strlen(name);
    for (int i = 0; i < r->head.header_count; i++) {
        if (strcasecmp(r->head.headers[i].name, "Cookie") != 0) continue;
        for (const char *at = r->head.headers[i].value; *at;) {
            at += strspn(at, "; \t");
            size_t len = strcspn(at, ";");
            if (len > name_len && strncmp(at, name, name_len) == 0 && at[name_len] == '=') {
                const char *value = at + name_len + 1;
                size_t value_len = len - name_len - 1;
                while (value_len && (value[value_len - 1] == ' ' || value[value_len - 1] == '\t')) value_len--;
                if (value_len >= 2 && value[0] == '"' && value[value_len - 1] == '"') {
                    value++;
                    value_len -= 2;
                }
                return arena_copy(&r->arena, value, value_len);
            }
            at += len;
        }
    }
    return NULL;
}
