/* http.h - HTTP/1.1 server on libevent's bufferevents: connections, limits, TLS, replies, streams, SSE. Knows no JSON,
 * no SQL, no noun of the product.
 *
 *   http_server_new -> http_server_start -> (handlers run on the loop threads) -> http_server_stop -> http_server_free
 *
 *   request:  handler(request) --> http_reply                               (at once, or later from the same loop)
 *                               \-> http_stream_begin -> pull callback ...   (long download at the client's speed)
 *                               \-> http_sse_begin -> http_sse_send ... -> http_sse_end
 *
 * Threads: each loop thread has its own event base and its own listening socket on the same address; a request lives on
 * one loop thread from accept to reply and only that thread may touch it. Other threads hand work to a loop with
 * http_loop_post. Nothing else is shared.
 *
 * Invariants:
 *  1. Every request that reaches a handler gets exactly one reply, stream or SSE; one that is dropped without is a bug.
 *  2. A request handle stays valid until its reply/end call even when the client is gone; replying then does nothing.
 *  3. Nothing reaches a handler that two HTTP parsers could read differently: repeated or differing Content-Length,
 *     Content-Length with Transfer-Encoding, a Transfer-Encoding other than chunked, a space before the colon, control
 *     characters or NUL in a header or path, %00 in a path, a Content-Length that is not plain digits, a missing or
 *     repeated Host: 400 and the connection is closed.
 *  4. Body, header, URL, time and connection limits of base/limits.h hold before memory is spent on more. A body above
 *     HTTP_BODY_BYTES_MAX is read only where `large_body` gives a file for it, and never into memory.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct http_server;
struct http_loop;    /* one event loop and its thread */
struct http_request; /* one request being answered */

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_PUT, HTTP_PATCH, HTTP_DELETE, HTTP_OTHER };

struct http_config {
    const char *address;  /* "127.0.0.1", "0.0.0.0", "::" */
    uint16_t port;        /* 0 picks a free one, see http_server_port */
    int threads;          /* 1..64 event loops */
    const char *tls_cert; /* PEM chain file, NULL for plain HTTP */
    const char *tls_key;  /* PEM key file */
    bool trust_forwarded; /* take the client's address from X-Forwarded-For (last entry) and the scheme from
                             X-Forwarded-Proto: only behind one's own proxy */
    /* Limits, mostly for tests; 0 takes the number in brackets. */
    int connections_max; /* [HTTP_CONNECTIONS_MAX] in all loops together */
    /* Connections of one address (share.h); one more is answered 429, and past twice as many are closed unanswered.
     * With trust_forwarded: requests that one client has in hand at once, live streams among them. 0: any number. */
    int connections_each_max;
    int64_t read_usec_max;  /* [HTTP_READ_SECONDS_MAX] a whole request must have arrived, counted from its first byte */
    int64_t idle_usec_max;  /* [75 s] an open connection may wait for its next request */
    int64_t write_usec_max; /* [60 s] a client may take nothing of what waits for it */
    int64_t heartbeat_usec; /* [20 s] between comment lines to an SSE subscriber */
    int64_t body_memory_bytes; /* [256 MB] all request bodies in memory at once; past it: 503 */
    void *context;             /* given to the callbacks */
    /* Once per loop thread before its first request; the result is http_request_state's. May be NULL. */
    void *(*loop_start)(void *context, struct http_loop *loop, int index);
    void (*loop_stop)(void *context, void *state);
    /* Every request that passed the checks above. */
    void (*handle)(void *context, struct http_request *request);
    /* Body of the reply to a request refused by http/ itself (bad_request, too_large ...); fills type and body.
     * NULL gives a plain text sentence. */
    void (*refuse)(void *context, err e, const char *detail, struct arena *a, const char **content_type, str *body);
    /* A request whose head announces a body of more than HTTP_BODY_BYTES_MAX, before any of it is read. OK with a file
     * of nothing in *fd (taken over, closed after the reply) that the body is written to; anything else refuses the
     * request with p's sentence. NULL refuses all. On the loop's thread: it must not take long. */
    err (*large_body)(void *context, struct http_request *request, int64_t bytes, int *fd, struct problem *p);
    /* After each reply (streams: when they end; SSE: when it begins), also of refused requests, for access log and
     * metrics. usec = from the first byte of the request. status 499: the client was gone before the end. A request
     * refused before it was understood has the method text "-" and the path "/". May be NULL. */
    void (*done)(void *context, struct http_request *request, int status, size_t body_bytes, int64_t usec);
};

/* ERR_SYSTEM with a sentence in p when the address is taken, a certificate cannot be read, ... */
err http_server_new(const struct http_config *config, struct http_server **server, struct problem *p);
err http_server_start(struct http_server *server, struct problem *p); /* returns once all loops run */
uint16_t http_server_port(const struct http_server *server);
int http_server_connections(const struct http_server *server); /* open now, for metrics */
/* Stops accepting, ends SSE streams (closed is called), lets running requests finish for at most drain_usec, cuts the
 * rest, runs what is still posted, calls loop_stop, joins the threads. */
void http_server_stop(struct http_server *server, int64_t drain_usec);
/* After http_server_stop, when no thread posts any more. Requests that never got their reply end here. */
void http_server_free(struct http_server *server);

/* Runs fn(arg) on the loop's thread soon. Safe from any thread; posts keep their order; many posts cost one wake-up.
 * False when the loop has ended for good: fn will not run, arg is still the caller's. */
bool http_loop_post(struct http_loop *loop, void (*fn)(void *arg), void *arg);
struct http_loop *http_server_loop(struct http_server *server, int index);
int http_server_loops(const struct http_server *server);
void *http_loop_state(struct http_loop *loop);
/* Runs fn(arg) on the loop's thread every `usec` from now until the server stops. From loop_start or the loop itself.
 */
void http_loop_every(struct http_loop *loop, int64_t usec, void (*fn)(void *arg), void *arg);

/* --- the request --- */
enum http_method http_request_method(const struct http_request *r);
const char *http_request_method_text(const struct http_request *r);
str http_request_path(const struct http_request *r);  /* percent-decoded UTF-8, without query; starts with '/' */
str http_request_query(const struct http_request *r); /* raw, without '?' */
/* Percent-decoded (and + as space) value of a query parameter in the request's arena; false when absent or malformed.
 */
bool http_request_param(struct http_request *r, const char *name, str *value);
/* NULL when absent; case-blind; the first of several (Host, Content-Type, Authorization ... cannot be several). */
const char *http_request_header(const struct http_request *r, const char *name);
/* Value of a cookie in the request's arena, NULL when absent. */
const char *http_request_cookie(struct http_request *r, const char *name);
str http_request_body(const struct http_request *r); /* whole, at most HTTP_BODY_BYTES_MAX */
/* The file that large_body gave, with the whole body in it; -1 when the body is in memory. Still the request's. */
int http_request_body_file(const struct http_request *r, int64_t *bytes);
const char *http_request_remote(const struct http_request *r); /* client address text */
bool http_request_secure(const struct http_request *r);        /* TLS here or (trusted) at the proxy */
const char *http_request_id(const struct http_request *r);     /* fresh, for logs and the X-Request-Id header */
struct arena *http_request_arena(struct http_request *r);      /* freed after the reply */
struct http_loop *http_request_loop(struct http_request *r);
void *http_request_state(struct http_request *r);                      /* the loop's state */
void http_request_note_set(struct http_request *r, const char *route); /* route name for log and metrics; borrowed */
const char *http_request_note(const struct http_request *r);

/* --- the reply --- */
/* Adds a reply header; call before the reply. CR or LF in a value is a bug. */
void http_reply_header(struct http_request *r, const char *name, const char *value);
/* Copies the body. content_type may be NULL when body is empty. HEAD sends the length only. */
void http_reply(struct http_request *r, int status, const char *content_type, str body);
/* The same without a copy: the body must stay valid for the life of the program (embedded assets). */
void http_reply_static(struct http_request *r, int status, const char *content_type, str body);
/* A file range [offset, offset + length) from fd (taken over, closed after), sent by sendfile where possible. The
 * caller has checked that the range lies inside the file; a file cut short meanwhile breaks the connection. */
void http_reply_file(struct http_request *r, int status, const char *content_type, int fd, int64_t offset,
                     int64_t length);

/* A long body made piece by piece. `pull` is called on the loop whenever less than HTTP_STREAM_BUFFER_BYTES are unsent:
 * it appends some bytes (about 64 KB at a time) through http_stream_write and returns true while there is more.
 * One that appends nothing and returns true is asked again at once, so it must be getting somewhere.
 * `end` is called exactly once, when all is sent (complete = true) or the client is gone or pull gave up; for HEAD or a
 * client already gone that is before http_stream_begin returns. The request lives until then.
 * The stream uses chunked encoding (HTTP/1.0 clients: until close). pull returning false with *failed = true closes the
 * connection without the final chunk, so that the client sees the break. */
struct http_stream;
typedef bool http_pull_fn(void *arg, struct http_stream *s, bool *failed);
typedef void http_end_fn(void *arg, bool complete);
void http_stream_begin(struct http_request *r, int status, const char *content_type, http_pull_fn *pull,
                       http_end_fn *end, void *arg);
void http_stream_write(struct http_stream *s, str bytes);

/* Server-sent events. The stream stays open until http_sse_end, the client leaves (closed is called once then, on the
 * loop) or its unsent output passes HTTP_STREAM_BUFFER_BYTES (dropped: it reconnects with Last-Event-ID). A comment
 * line every 20 s keeps proxies from closing it; time-outs do not apply to it. The request ends with http_sse_begin. */
struct http_sse;
struct http_sse *http_sse_begin(struct http_request *r, void (*closed)(void *arg), void *arg);
/* frame: whole SSE text ("id: 7\nevent: x\ndata: {}\n\n"). False when the subscriber was dropped (closed was called).
 */
bool http_sse_send(struct http_sse *s, str frame);
void http_sse_end(struct http_sse *s); /* closed is not called */
