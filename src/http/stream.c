/* stream.c - long bodies at the client's speed: asks for more whenever the unsent output runs low. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/internal.h"

enum { PULLS_PER_TURN = 8, FILE_PIECE_BYTES = 32 * 1024 };

struct http_stream {
    struct conn *conn;
    struct http_request *request;
    http_pull_fn *pull;
    http_end_fn *end;
    void *arg;
    int status;
    size_t bytes; /* of the body, without chunk framing */
    bool chunked;
    bool until_close; /* HTTP/1.0: only a reset shows that it was cut */
    bool last;        /* pull has said that there is no more */
};

void http_stream_write(struct http_stream *s, str bytes) {
    if (!bytes.len) return; /* an empty chunk would mean the end */
    assert(!s->last);
    struct evbuffer *output = bufferevent_get_output(s->conn->bev);
    if (s->chunked) evbuffer_add_printf(output, "%zx\r\n", bytes.len);
    evbuffer_add(output, bytes.data, bytes.len);
    if (s->chunked) evbuffer_add(output, "\r\n", 2);
    s->bytes += bytes.len;
}

/* The request and the handler's part; the connection is the caller's business. */
static void stream_end(struct http_stream *s, bool complete) {
    reply_done(s->request, complete ? s->status : HTTP_STATUS_GONE, s->bytes);
    s->end(s->arg, complete);
    free(s);
}

void stream_gone(struct http_stream *s) { stream_end(s, false); }

static void stream_sent(struct http_stream *s) {
    struct conn *c = s->conn;
    c->stream = NULL;
    bufferevent_setwatermark(c->bev, EV_WRITE, 0, 0);
    stream_end(s, true);
    conn_sent(c);
}

static void stream_break(struct http_stream *s) {
    struct conn *c = s->conn;
    if (s->until_close) {
        struct linger reset = {.l_onoff = 1, .l_linger = 0};
        setsockopt(bufferevent_getfd(c->bev), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    }
    conn_close(c);
}

void stream_pull(struct conn *c) {
    struct http_stream *s = c->stream;
    for (int i = 0; !s->last && i < PULLS_PER_TURN && conn_unsent(c) < HTTP_STREAM_BUFFER_BYTES; i++) {
        bool failed = false, more = s->pull(s->arg, s, &failed);
        if (failed) {
            stream_break(s);
            return;
        }
        if (!more) {
            if (s->chunked) evbuffer_add(bufferevent_get_output(c->bev), "0\r\n\r\n", 5);
            s->last = true;
        }
    }
    if (conn_unsent(c)) return; /* writing calls back */
    if (s->last) {
        stream_sent(s);
    } else { /* nothing to send yet: let the others have their turn, then ask again */
        bufferevent_trigger(c->bev, EV_WRITE, BEV_TRIG_DEFER_CALLBACKS);
    }
}

static void stream_open(struct http_stream *s, str head) {
    struct conn *c = s->conn;
    c->stream = s;
    conn_state_set(c, CONN_STREAMING);
    bufferevent_setwatermark(c->bev, EV_WRITE, HTTP_STREAM_BUFFER_BYTES - 1, 0);
    /* Through the buffer, so that the first pull comes from the loop and not from inside the handler. */
    evbuffer_add(bufferevent_get_output(c->bev), head.data, head.len);
}

void http_stream_begin(struct http_request *r, int status, const char *content_type, http_pull_fn *pull,
                       http_end_fn *end, void *arg) {
    struct conn *c = r->conn;
    if (!c) {
        reply_done(r, HTTP_STATUS_GONE, 0);
        end(arg, false);
        return;
    }
    str head = reply_head(r, status, content_type, r->head.old ? REPLY_UNTIL_CLOSE : REPLY_CHUNKED);
    if (r->head.method == HTTP_HEAD) {
        conn_send(c, head, (str){0}, false);
        end(arg, true);
        reply_finish(r, status, 0);
        return;
    }
    struct http_stream *s = mem_alloc(sizeof *s);
    *s = (struct http_stream){.conn = c,
                              .request = r,
                              .pull = pull,
                              .end = end,
                              .arg = arg,
                              .status = status,
                              .chunked = !r->head.old,
                              .until_close = r->head.old};
    stream_open(s, head);
}

/* --- a file, where sendfile cannot be used --- */

struct file_source {
    int fd;
    int64_t offset, left;
};

static bool file_pull(void *arg, struct http_stream *s, bool *failed) {
    struct file_source *file = arg;
    char piece[FILE_PIECE_BYTES];
    size_t want = file->left < FILE_PIECE_BYTES ? (size_t)file->left : FILE_PIECE_BYTES;
    ssize_t n = pread(file->fd, piece, want, file->offset);
    if (n <= 0) { /* cut short meanwhile, or not readable */
        *failed = true;
        return false;
    }
    http_stream_write(s, (str){piece, (size_t)n});
    file->offset += n;
    file->left -= n;
    return file->left > 0;
}

static void file_end(void *arg, bool complete) {
    struct file_source *file = arg;
    close(file->fd);
    free(file);
}

void stream_file_begin(struct http_request *r, int status, str head, int fd, int64_t offset, int64_t length) {
    struct file_source *file = mem_alloc(sizeof *file);
    *file = (struct file_source){fd, offset, length};
    struct http_stream *s = mem_alloc(sizeof *s);
    *s = (struct http_stream){
        .conn = r->conn, .request = r, .pull = file_pull, .end = file_end, .arg = file, .status = status};
    stream_open(s, head);
}
