/* conn.c - one connection: reading requests one after the other, writing, leaving. States in internal.h. */
#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>

#include "base/clock.h"
#include "base/log.h"
#include "http/internal.h"

static void conn_run(struct conn *c);

static void remote_format(const struct sockaddr *address, char out[HTTP_REMOTE_CHARS]) {
    out[0] = 0;
    if (address->sa_family == AF_INET) {
        inet_ntop(AF_INET, &((const struct sockaddr_in *)address)->sin_addr, out, HTTP_REMOTE_CHARS);
    } else if (address->sa_family == AF_INET6) {
        const struct in6_addr *a = &((const struct sockaddr_in6 *)address)->sin6_addr;
        if (IN6_IS_ADDR_V4MAPPED(a)) {
            inet_ntop(AF_INET, a->s6_addr + 12, out, HTTP_REMOTE_CHARS);
        } else {
            inet_ntop(AF_INET6, a, out, HTTP_REMOTE_CHARS);
        }
    }
}

size_t conn_unsent(const struct conn *c) { return evbuffer_get_length(bufferevent_get_output(c->bev)); }

void conn_state_set(struct conn *c, enum conn_state state) {
    TAILQ_REMOVE(&c->loop->queues[c->state], c, link);
    c->state = state;
    c->since_usec = c->loop->limit_usec[state] ? clock_monotonic_usec() : 0;
    c->unsent = conn_unsent(c);
    TAILQ_INSERT_TAIL(&c->loop->queues[state], c, link);
}

/* --- one address's share --- */

enum { SHARE_WARN_USEC = 10 * 1000000 };

static int share_enter(struct conn *c, const char *remote) {
    struct http_loop *loop = c->loop;
    int most = loop->config->connections_each_max, open = 0;
    assert(!c->share);
    c->share = share_key(remote);
    if (loop->server->shares) open = share_take(loop->server->shares, c->share);
    c->over = most && open > most;
    int64_t now = c->over ? clock_monotonic_usec() : 0;
    if (c->over && (!loop->share_warned_usec || now - loop->share_warned_usec > SHARE_WARN_USEC)) {
        loop->share_warned_usec = now;
        log_line(LOG_WARN, NULL, "%s has %d connections, which is the most for one address; more are refused", remote,
                 most);
    }
    return open;
}

static void share_leave(struct conn *c) {
    if (c->loop->server->shares) share_drop(c->loop->server->shares, c->share);
    c->share = 0;
}

/* --- leaving --- */

void conn_close(struct conn *c) {
    if (!c->bev) return;
    struct http_loop *loop = c->loop;
    TAILQ_REMOVE(&loop->queues[c->state], c, link);
    loop->open--;
    atomic_fetch_sub(&loop->server->connections, 1);
    share_leave(c);
    if (c->tls && c->state == CONN_IDLE) tls_shutdown(c->bev);
    bufferevent_setcb(c->bev, NULL, NULL, NULL, NULL);
    bufferevent_free(c->bev);
    c->bev = NULL;

    struct http_stream *stream = c->stream;
    struct http_sse *sse = c->sse;
    if (c->request && c->state == CONN_READING) {
        request_free(c->request);
    } else if (c->request) {
        c->request->conn = NULL; /* the handler still holds it */
    }
    if (!c->running) free(c);
    if (stream) stream_gone(stream);
    if (sse) sse_gone(sse);
    loop_check_drained(loop);
}

/* Says that nothing more comes and waits for the client's end: closing at once, with bytes of the client unread, would
 * make the kernel send a reset that can overtake the reply. */
static void conn_linger(struct conn *c) {
    if (c->tls) tls_shutdown(c->bev);
    if (c->ended) {
        conn_close(c);
        return;
    }
    conn_state_set(c, CONN_LINGERING);
    shutdown(bufferevent_getfd(c->bev), SHUT_WR);
    struct evbuffer *input = bufferevent_get_input(c->bev);
    evbuffer_drain(input, evbuffer_get_length(input));
}

void conn_sent(struct conn *c) {
    if (c->last) {
        conn_linger(c);
        return;
    }
    conn_state_set(c, CONN_IDLE);
    if (c->loop->config->trust_forwarded) share_leave(c); /* the proxy's next request may be another client's */
    if (!c->running) conn_run(c);
}

void conn_reply_done(struct conn *c) {
    if (c->broken) {
        conn_close(c);
    } else if (conn_unsent(c)) {
        conn_state_set(c, CONN_WRITING);
    } else {
        conn_sent(c);
    }
}

/* --- writing --- */

void conn_send(struct conn *c, str head, str body, bool body_static) {
    struct evbuffer *output = bufferevent_get_output(c->bev);
    size_t done = 0;
    /* Nothing waits, so this is next: one system call instead of three and no copy. TLS has to encrypt first. */
    if (!c->tls && evbuffer_get_length(output) == 0) {
        struct iovec parts[2] = {{(void *)head.data, head.len}, {(void *)body.data, body.len}};
        struct msghdr message = {.msg_iov = parts, .msg_iovlen = body.len ? 2 : 1};
        ssize_t n = sendmsg(bufferevent_getfd(c->bev), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && errno != EAGAIN && errno != EINTR && errno != ENOBUFS) {
            c->broken = true;
            return;
        }
        done = n > 0 ? (size_t)n : 0;
    }
    if (done < head.len) {
        evbuffer_add(output, head.data + done, head.len - done);
        done = head.len;
    }
    size_t from = done - head.len;
    if (from == body.len) return;
    if (body_static) {
        evbuffer_add_reference(output, body.data + from, body.len - from, NULL, NULL);
    } else {
        evbuffer_add(output, body.data + from, body.len - from);
    }
}

/* --- reading --- */

static void refuse(struct conn *c, err e, const char *detail) {
    struct http_request *r = c->request ? c->request : request_new(c);
    conn_state_set(c, CONN_HANDLING);
    reply_refuse(r, e, detail);
}

static void dispatch(struct conn *c) {
    struct http_request *r = c->request;
    conn_state_set(c, CONN_HANDLING);
    c->scan = (struct guard_scan){0};
    c->loop->config->handle(c->loop->config->context, r);
}

/* A body that does not fit into memory goes to a file, if somebody wants it. */
static err large_body_begin(struct conn *c, struct guard_detail *detail) {
    struct http_request *r = c->request;
    const struct http_config *config = c->loop->config;
    struct problem p = {0};
    err e = ERR_TOO_LARGE;
    snprintf(p.detail, sizeof p.detail, "The body has %lld bytes; at most %d are taken in one request.",
             (long long)r->head.content_length, HTTP_BODY_BYTES_MAX);
    if (config->large_body && c->loop->large_bodies >= HTTP_LARGE_BODIES_MAX) {
        snprintf(p.detail, sizeof p.detail, "Too many large files are being read at once; try again soon.");
        e = ERR_BUSY;
    } else if (config->large_body) {
        e = config->large_body(config->context, r, r->head.content_length, &r->body_fd, &p);
    }
    if (e == OK) {
        c->loop->large_bodies++;
        r->body_file_bytes = r->body_step_bytes = 0;
    } else {
        r->body_fd = -1;
        snprintf(detail->text, sizeof detail->text, "%.*s", (int)sizeof detail->text - 1,
                 p.detail[0] ? p.detail : err_sentence(e));
    }
    return e;
}

/* False when more bytes are needed. */
static bool head_read(struct conn *c) {
    struct evbuffer *input = bufferevent_get_input(c->bev);
    size_t len = evbuffer_get_length(input), head_len;
    if (len == 0) return false;
    if (c->state == CONN_IDLE) conn_state_set(c, CONN_READING);
    if (len > HTTP_HEADER_BYTES_MAX) len = HTTP_HEADER_BYTES_MAX;

    struct guard_detail detail;
    err e = guard_scan(&c->scan, (const char *)evbuffer_pullup(input, (ev_ssize_t)len), len, &head_len, &detail);
    if (e == OK && head_len == 0) return false;
    if (e == OK) {
        struct http_request *r = request_new(c);
        char *text = arena_alloc(&r->arena, head_len + 1);
        evbuffer_remove(input, text, head_len);
        e = guard_parse(text, head_len, &r->head, &detail);
        c->last = r->head.close || c->loop->stopping;
        if (e == OK && c->loop->config->trust_forwarded) {
            request_forwarded(r);
            share_enter(c, r->remote);
        }
        if (e == OK && c->over) {
            snprintf(detail.text, sizeof detail.text,
                     "Your address has %d connections open, which is the most; close some pages and try again.",
                     c->loop->config->connections_each_max);
            e = ERR_TOO_MANY;
        }
        if (e == OK && r->head.content_length > HTTP_BODY_BYTES_MAX) e = large_body_begin(c, &detail);
    }
    if (e != OK) {
        refuse(c, e, detail.text);
    } else if (c->request->head.expect_continue && evbuffer_get_length(input) == 0) {
        conn_send(c, STR("HTTP/1.1 100 Continue\r\n\r\n"), (str){0}, false);
    }
    return true;
}

/* The same for a large body, whose time limit begins again with every step. */
static bool large_body_take(struct conn *c, err *e, struct guard_detail *detail) {
    struct http_request *r = c->request;
    struct evbuffer *input = bufferevent_get_input(c->bev);
    *e = OK;
    while (evbuffer_get_length(input) && r->body_file_bytes < r->head.content_length) {
        int64_t left = r->head.content_length - r->body_file_bytes;
        int n = evbuffer_write_atmost(input, r->body_fd, left < HTTP_INPUT_BYTES_MAX ? left : HTTP_INPUT_BYTES_MAX);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            *e = errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? ERR_STORE_FULL : ERR_SYSTEM;
            snprintf(detail->text, sizeof detail->text, "The file could not be written down: %s.", strerror(errno));
            return false;
        }
        r->body_file_bytes += n;
    }
    if (r->body_file_bytes - r->body_step_bytes >= HTTP_LARGE_STEP_BYTES) {
        r->body_step_bytes = r->body_file_bytes;
        conn_state_set(c, CONN_READING);
    }
    return r->body_file_bytes == r->head.content_length;
}

/* Moves what has arrived of the body; true when it is whole. */
static bool body_take(struct conn *c, err *e, struct guard_detail *detail) {
    struct http_request *r = c->request;
    struct evbuffer *input = bufferevent_get_input(c->bev);
    size_t had = r->body.len;
    bool whole = false;
    *e = OK;
    if (r->head.chunked) {
        while (*e == OK && !r->chunks.done && evbuffer_get_length(input)) {
            size_t n = evbuffer_get_contiguous_space(input), used = 0;
            if (n == 0) n = evbuffer_get_length(input);
            *e = guard_chunks_read(&r->chunks, (const char *)evbuffer_pullup(input, (ev_ssize_t)n), n, &used, &r->body,
                                   detail);
            evbuffer_drain(input, used);
        }
        whole = *e == OK && r->chunks.done;
    } else if (r->head.content_length > 0) {
        size_t n = evbuffer_get_length(input), left = (size_t)r->head.content_length - r->body.len;
        if (n > left) n = left;
        buf_reserve(&r->body, n);
        evbuffer_remove(input, r->body.data + r->body.len, n);
        r->body.len += n;
        r->body.data[r->body.len] = 0;
        whole = n == left;
    } else {
        whole = true;
    }
    c->loop->body_bytes += r->body.len - had;
    return whole;
}

static bool body_read(struct conn *c) {
    struct guard_detail detail;
    err e;
    const struct guard_head *head = &c->request->head;
    bool large = c->request->body_fd >= 0;
    /* Checked before more is taken; what one read brings (HTTP_INPUT_BYTES_MAX at most) may overshoot. */
    if (!large && (head->chunked || head->content_length > 0) && c->loop->body_bytes > c->loop->body_bytes_max) {
        refuse(c, ERR_BUSY, "Too many large requests are being read at once; try again soon.");
        return true;
    }
    bool whole = large ? large_body_take(c, &e, &detail) : body_take(c, &e, &detail);
    if (e != OK) {
        refuse(c, e, detail.text);
        return true;
    }
    if (!whole) return false;
    dispatch(c);
    return true;
}

/* Reads and dispatches requests as long as whole ones are there. */
static void conn_run(struct conn *c) {
    assert(!c->running);
    c->running = true;
    while (c->bev && (c->state == CONN_IDLE || c->state == CONN_READING)) {
        if (c->broken) {
            conn_close(c);
        } else if (c->request ? !body_read(c) : !head_read(c)) {
            if (!c->ended) break;
            conn_close(c); /* the rest will never come */
        }
    }
    c->running = false;
    if (!c->bev) free(c);
}

/* --- events --- */

static void on_read(struct bufferevent *bev, void *arg) {
    struct conn *c = arg;
    if (c->state == CONN_IDLE || c->state == CONN_READING) {
        conn_run(c);
    } else if (c->state == CONN_SSE || c->state == CONN_LINGERING) {
        struct evbuffer *input = bufferevent_get_input(bev);
        evbuffer_drain(input, evbuffer_get_length(input));
    } /* else the next request waits in the input, which the high-water mark bounds */
}

static void on_write(struct bufferevent *bev, void *arg) {
    struct conn *c = arg;
    if (c->state == CONN_STREAMING) {
        conn_state_set(c, CONN_STREAMING); /* progress: the time limit starts again */
        stream_pull(c);
    } else if (c->state == CONN_WRITING && conn_unsent(c) == 0) {
        conn_sent(c);
    }
}

static void on_event(struct bufferevent *bev, short what, void *arg) {
    struct conn *c = arg;
    if (what & BEV_EVENT_CONNECTED) return;
    bool waits_for_us = c->state == CONN_HANDLING || c->state == CONN_WRITING || c->state == CONN_STREAMING;
    if ((what & BEV_EVENT_EOF) && (what & BEV_EVENT_READING) && waits_for_us) {
        /* It may have closed its sending side only, and still want the reply. A failing write will tell. */
        c->ended = true;
        bufferevent_disable(bev, EV_READ);
        return;
    }
    conn_close(c);
}

/* --- accepting --- */

int conn_idle_drop(struct http_loop *loop) {
    int64_t since = clock_monotonic_usec() - HTTP_IDLE_DROP_USEC;
    int dropped = 0;
    struct conn *oldest;
    while (dropped < HTTP_IDLE_DROPS && (oldest = TAILQ_FIRST(&loop->queues[CONN_IDLE])) &&
           oldest->since_usec < since) {
        conn_close(oldest);
        dropped++;
    }
    return dropped;
}

void conn_accept(struct evconnlistener *listener, evutil_socket_t fd, struct sockaddr *address, int len, void *arg) {
    struct http_loop *loop = arg;
    struct http_server *server = loop->server;
    struct bufferevent *bev = server->tls ? tls_accept(server->tls, loop->base, fd)
                                          : bufferevent_socket_new(loop->base, fd, BEV_OPT_CLOSE_ON_FREE);
    if (!bev) {
        evutil_closesocket(fd);
        return;
    }
    struct conn *c = mem_alloc(sizeof *c);
    *c = (struct conn){.loop = loop, .bev = bev, .tls = server->tls != NULL, .state = CONN_IDLE};
    remote_format(address, c->remote);
    if (!server->config.trust_forwarded && share_enter(c, c->remote) > 2 * server->config.connections_each_max &&
        c->over) {
        share_leave(c);
        bufferevent_free(bev);
        free(c);
        return;
    }
    c->since_usec = clock_monotonic_usec();
    TAILQ_INSERT_TAIL(&loop->queues[CONN_IDLE], c, link);
    loop->open++;
    /* Full: the next ones wait in the kernel's queue until a tick finds room. (Several loops may overshoot by one
     * each.) */
    if (atomic_fetch_add(&server->connections, 1) + 1 >= server->config.connections_max) loop_listener_pause(loop);
    bufferevent_setcb(bev, on_read, on_write, on_event, c);
    bufferevent_setwatermark(bev, EV_READ, 0, HTTP_INPUT_BYTES_MAX);
    bufferevent_set_max_single_write(bev, HTTP_WRITE_BYTES_MAX);
    bufferevent_enable(bev, EV_READ | EV_WRITE);
}

/* --- time limits --- */

static void conn_expired(struct conn *c) {
    switch (c->state) {
    case CONN_READING:
        refuse(c, ERR_BAD_REQUEST, "The request did not arrive whole in time; send it again, faster.");
        break;
    case CONN_WRITING:
    case CONN_STREAMING:
        if (conn_unsent(c) == 0 || conn_unsent(c) != c->unsent) {
            conn_state_set(c, c->state);
        } else {
            conn_close(c);
        }
        break;
    case CONN_SSE:
        conn_state_set(c, CONN_SSE);
        sse_heartbeat(c);
        break;
    default: conn_close(c);
    }
}

bool conn_expire(struct http_loop *loop, int64_t now) {
    int left = HTTP_TICK_SLICE;
    for (int s = 0; s < CONN_STATES; s++) {
        struct conn *c;
        while (loop->limit_usec[s] && (c = TAILQ_FIRST(&loop->queues[s])) &&
               now - c->since_usec >= loop->limit_usec[s]) {
            if (left-- == 0) return true;
            conn_expired(c);
        }
    }
    return false;
}
