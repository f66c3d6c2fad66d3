/* reply.c - reply heads, whole replies, and the end of a request. */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "http/internal.h"

static const char *reason(int status) {
    static const struct {
        int status;
        const char *text;
    } table[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (table[i].status == status) return table[i].text;
    }
    return "Status"; /* clients go by the number */
}

/* The Date header's value, made once a second. Not strftime: the names must not follow the locale. */
static const char *date(struct http_loop *loop) {
    static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    time_t now = (time_t)(clock_usec() / 1000000);
    if (now != loop->date_second) {
        struct tm tm;
        gmtime_r(&now, &tm);
        snprintf(loop->date, sizeof loop->date, "%.3s, %02d %.3s %d %02d:%02d:%02d GMT", days + tm.tm_wday * 3,
                 tm.tm_mday, months + tm.tm_mon * 3, tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
        loop->date_second = now;
    }
    return loop->date;
}

static void add_number(struct buf *b, int64_t n) {
    char digits[20];
    int at = sizeof digits;
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    buf_add(b, digits + at, sizeof digits - (size_t)at);
}

str reply_head(struct http_request *r, int status, const char *content_type, int64_t length) {
    struct conn *c = r->conn;
    struct buf *b = &r->loop->scratch;
    assert(c && c->state == CONN_HANDLING && status >= 200 && status <= 599);
    c->last = c->last || r->loop->stopping || length == REPLY_UNTIL_CLOSE;
    buf_clear(b);
    buf_add_text(b, "HTTP/1.1 ");
    add_number(b, status);
    buf_add_char(b, ' ');
    buf_add_text(b, reason(status));
    buf_add_text(b, "\r\nDate: ");
    buf_add_text(b, date(r->loop));
    buf_add_text(b, "\r\nX-Request-Id: ");
    buf_add_text(b, r->id);
    if (content_type) {
        buf_add_text(b, "\r\nContent-Type: ");
        buf_add_text(b, content_type);
    }
    if (length >= 0) {
        buf_add_text(b, "\r\nContent-Length: ");
        add_number(b, length);
    } else if (length == REPLY_CHUNKED) {
        buf_add_text(b, "\r\nTransfer-Encoding: chunked");
    }
    if (c->last) buf_add_text(b, "\r\nConnection: close");
    buf_add_text(b, "\r\n");
    buf_add_str(b, buf_str(&r->headers));
    buf_add_text(b, "\r\n");
    return buf_str(b);
}

void http_reply_header(struct http_request *r, const char *name, const char *value) {
    assert(!strpbrk(name, "\r\n: ") && !strpbrk(value, "\r\n"));
    buf_add_text(&r->headers, name);
    buf_add_text(&r->headers, ": ");
    buf_add_text(&r->headers, value);
    buf_add_text(&r->headers, "\r\n");
}

void reply_done(struct http_request *r, int status, size_t body_bytes) {
    struct http_loop *loop = r->loop;
    const struct http_config *config = loop->config;
    if (config->done) config->done(config->context, r, status, body_bytes, clock_monotonic_usec() - r->start_usec);
    request_free(r);
    loop_check_drained(loop);
}

void reply_finish(struct http_request *r, int status, size_t body_bytes) {
    struct conn *c = r->conn;
    reply_done(r, status, body_bytes);
    conn_reply_done(c);
}

static void reply_whole(struct http_request *r, int status, const char *content_type, str body, bool body_static) {
    struct conn *c = r->conn;
    if (!c) {
        reply_done(r, HTTP_STATUS_GONE, 0);
        return;
    }
    bool lengthless = status == 204 || status == 304;
    str head = reply_head(r, status, content_type, lengthless ? REPLY_NO_LENGTH : (int64_t)body.len);
    if (lengthless || r->head.method == HTTP_HEAD) body = (str){0};
    conn_send(c, head, body, body_static);
    reply_finish(r, status, body.len);
}

void http_reply(struct http_request *r, int status, const char *content_type, str body) {
    reply_whole(r, status, content_type, body, false);
}

void http_reply_static(struct http_request *r, int status, const char *content_type, str body) {
    reply_whole(r, status, content_type, body, true);
}

void http_reply_file(struct http_request *r, int status, const char *content_type, int fd, int64_t offset,
                     int64_t length) {
    assert(fd >= 0 && offset >= 0 && length >= 0);
    struct conn *c = r->conn;
    if (!c) {
        close(fd);
        reply_done(r, HTTP_STATUS_GONE, 0);
        return;
    }
    str head = reply_head(r, status, content_type, length);
    if (r->head.method == HTTP_HEAD || length == 0) {
        close(fd);
        conn_send(c, head, (str){0}, false);
        reply_finish(r, status, 0);
    } else if (c->tls) {
        stream_file_begin(r, status, head, fd, offset, length); /* the bytes pass through us to be encrypted */
    } else {
        conn_send(c, head, (str){0}, false);
        if (evbuffer_add_file(bufferevent_get_output(c->bev), fd, offset, length) != 0) {
            close(fd);
            c->broken = true;
        }
        reply_finish(r, status, (size_t)length);
    }
}

void reply_refuse(struct http_request *r, err e, const char *detail) {
    const struct http_config *config = r->loop->config;
    const char *content_type = "text/plain; charset=utf-8";
    str body = {0};
    if (config->refuse) {
        config->refuse(config->context, e, detail, &r->arena, &content_type, &body);
    } else {
        body = str_from(arena_printf(&r->arena, "%s %s\n", err_sentence(e), detail));
    }
    r->conn->last = true;
    if (e == ERR_TOO_MANY) http_reply_header(r, "Retry-After", "10");
    reply_whole(r, err_status(e), content_type, body, false);
}
