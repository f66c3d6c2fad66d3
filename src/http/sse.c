/* sse.c - server-sent events. The body ends with the connection, so a frame goes to every subscriber as it is, without
 * framing of its own, and mostly straight from the caller's buffer into the socket. */
#include <assert.h>
#include <stdlib.h>
#include <sys/socket.h>

#include "http/internal.h"

struct http_sse {
    struct conn *conn; /* NULL: there never was one */
    void (*closed)(void *arg);
    void *arg;
    bool over; /* without a connection: closed was called, or http_sse_end */
};

void sse_gone(struct http_sse *s) {
    s->closed(s->arg);
    free(s);
}

/* The client had gone before http_sse_begin (or sent HEAD): the caller learns it from the loop, like any other leaving.
 */
static void absent_report(void *arg) {
    struct http_sse *s = arg;
    if (!s->over) s->closed(s->arg);
    free(s);
}

struct http_sse *http_sse_begin(struct http_request *r, void (*closed)(void *arg), void *arg) {
    struct http_loop *loop = r->loop;
    struct conn *c = r->conn;
    struct http_sse *s = mem_alloc(sizeof *s);
    *s = (struct http_sse){.conn = c, .closed = closed, .arg = arg};
    bool gone = !c, head_only = c && r->head.method == HTTP_HEAD;
    if (c) {
        http_reply_header(r, "Cache-Control", "no-store");
        http_reply_header(r, "X-Accel-Buffering", "no");
        conn_send(c, reply_head(r, 200, "text/event-stream", REPLY_UNTIL_CLOSE), (str){0}, false);
    }
    if (gone || head_only || c->broken || c->ended) {
        s->conn = NULL;
        if (gone) {
            reply_done(r, HTTP_STATUS_GONE, 0);
        } else {
            reply_finish(r, 200, 0);
        }
        if (!http_loop_post(loop, absent_report, s)) abort(); /* its thread is here, so it has not ended */
        return s;
    }
    int bytes = HTTP_SSE_SOCKET_BYTES;
    setsockopt(bufferevent_getfd(c->bev), SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
    reply_done(r, 200, 0);
    c->sse = s;
    conn_state_set(c, CONN_SSE);
    return s;
}

bool http_sse_send(struct http_sse *s, str frame) {
    struct conn *c = s->conn;
    if (!c) {
        if (!s->over) s->closed(s->arg);
        s->over = true;
        return false;
    }
    conn_send(c, frame, (str){0}, false);
    if (!c->broken && conn_unsent(c) <= HTTP_STREAM_BUFFER_BYTES) return true;
    conn_close(c); /* calls sse_gone */
    return false;
}

void sse_heartbeat(struct conn *c) { http_sse_send(c->sse, STR(":\n\n")); }

void http_sse_end(struct http_sse *s) {
    struct conn *c = s->conn;
    if (!c) {
        s->over = true;
        return;
    }
    c->sse = NULL;
    free(s);
    conn_reply_done(c); /* c->last is set: what is unsent, then the end */
}
