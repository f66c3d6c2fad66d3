/* internal.h - what the files of http/ share: loop, connection, request. Not for other layers.
 *
 * A connection is always in one state, and in that state's queue of its loop. Each state has one constant time limit,
 * so the queues are ordered by deadline and a tick looks at their heads only:
 *
 *             +--------------------------- conn_sent (kept alive) ----------------------+
 *             v                                                                         |
 *   accept -> IDLE -> READING -> HANDLING --http_reply----------> WRITING --------------+-> LINGERING -> closed
 *               first      whole request  --http_stream_begin---> STREAMING ------------+
 *               byte                      --http_sse_begin------> SSE -> closed
 *
 * Ownership: a loop owns its connections; a connection owns its bufferevent, stream and SSE handle. A request belongs
 * to the connection while it is read, and to the handler from HANDLING until its reply; `conn` becomes NULL when the
 * client goes first. All of it is touched by the loop's thread only; `posts` under its mutex and `connections` are
 * shared.
 *
 * Leaving: conn_close may be called at any depth; while conn_run is on the stack it only marks, and conn_run frees. */
#pragma once
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <sys/queue.h>
#include <sys/socket.h>

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/listener.h>
#include <openssl/ssl.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "http/guard.h"
#include "http/http.h"
#include "http/share.h"

enum {
    HTTP_THREADS_MAX = 64,
    HTTP_BACKLOG = 4096,
    HTTP_IDLE_SECONDS = 75,
    HTTP_WRITE_SECONDS = 60,
    HTTP_HEARTBEAT_SECONDS = 20,
    HTTP_LINGER_SECONDS = 5, /* how long a closing connection waits for the client to read the last reply */
    HTTP_BODY_MEMORY_BYTES = 256 * 1024 * 1024,
    HTTP_INPUT_BYTES_MAX = 2 * HTTP_HEADER_BYTES_MAX, /* read ahead on one connection */
    HTTP_WRITE_BYTES_MAX = 64 * 1024,                 /* one write to a socket */
    HTTP_SSE_SOCKET_BYTES = 64 * 1024,                /* the kernel's part of a subscriber's unsent output */
    HTTP_TICK_SLICE = 256,                            /* expired connections handled in one go */
    HTTP_IDLE_DROPS = 64,                             /* idle connections given up at once when there is no room */
    HTTP_IDLE_DROP_USEC = 1000000,                    /* and the shortest wait after which one may be */
    HTTP_REMOTE_CHARS = 46,
    HTTP_REQUESTS_KEPT = 64, /* unused request structs a loop keeps */
    HTTP_STATUS_GONE = 499,
    HTTP_LARGE_BODIES_MAX = 8,         /* of one loop at once */
    HTTP_LARGE_STEP_BYTES = 64 * 1024, /* of a large body that must arrive within the time limit of a request */
};

enum conn_state {
    CONN_IDLE,
    CONN_READING,
    CONN_HANDLING,
    CONN_WRITING,
    CONN_STREAMING,
    CONN_SSE,
    CONN_LINGERING,
    CONN_STATES
};

TAILQ_HEAD(conn_queue, conn);
TAILQ_HEAD(request_queue, http_request);

struct http_post {
    struct http_post *next;
    void (*fn)(void *arg);
    void *arg;
};

struct http_timer {
    struct http_timer *next;
    struct event *event;
    void (*fn)(void *arg);
    void *arg;
};

struct http_loop {
    struct http_server *server;
    const struct http_config *config; /* the server's copy, defaults filled in */
    int index;
    pthread_t thread;
    sem_t serving; /* raised when loop_start is done */
    void *state;   /* loop_start's */

    struct event_base *base;
    int listen_fd;                   /* -1 once the listener owns it */
    struct evconnlistener *listener; /* NULL before the start and after the stop */
    bool listener_paused;
    int64_t accept_warned_usec; /* last log line about failing accepts */
    int64_t share_warned_usec;  /* and about an address with too many */
    struct event *tick;
    struct http_timer *timers;

    pthread_mutex_t post_lock;
    struct http_post *post_first, **post_last; /* under post_lock */
    bool ended;                                /* under post_lock: takes no more posts */
    int wake_fd;
    struct event *wake;

    struct conn_queue queues[CONN_STATES];
    int64_t limit_usec[CONN_STATES]; /* 0 = none */
    int open;                        /* connections of this loop */
    struct request_queue requests;   /* in use */
    struct request_queue spare;
    int spare_count;
    size_t body_bytes, body_bytes_max; /* request bodies in memory */
    int large_bodies;                  /* being read into files, or held by their handlers */
    bool stopping;
    int64_t drain_until_usec;

    struct buf scratch; /* the reply head being built */
    int64_t date_second;
    char date[80];
    uint32_t id_random, id_counter;
};

struct conn {
    TAILQ_ENTRY(conn) link;
    struct http_loop *loop;
    struct bufferevent *bev; /* NULL once closed */
    struct http_request *request;
    struct http_stream *stream;
    struct http_sse *sse;
    int64_t since_usec; /* start of the state's time limit */
    size_t unsent;      /* bytes at the last look, to see progress */
    struct guard_scan scan;
    enum conn_state state;
    bool tls;
    bool last;      /* close after the reply in hand */
    bool ended;     /* the client sends nothing more */
    bool broken;    /* a write failed */
    bool running;   /* conn_run is on the stack */
    bool over;      /* one more than its address may have */
    uint64_t share; /* share_key of what it is counted for; 0 = not counted */
    char remote[HTTP_REMOTE_CHARS];
};

struct http_request {
    TAILQ_ENTRY(http_request) link;
    struct http_loop *loop;
    struct conn *conn; /* NULL: the client is gone */
    struct arena arena;
    struct guard_head head;
    struct guard_chunks chunks;
    struct buf body;
    int body_fd;                              /* -1: the body is in memory */
    int64_t body_file_bytes, body_step_bytes; /* in the file, and when the time limit last began again */
    struct buf headers;                       /* of the reply, as text */
    int64_t start_usec;
    const char *note;
    bool secure;
    bool in_use; /* false among the spare ones: a second reply is a bug */
    char id[17];
    char remote[HTTP_REMOTE_CHARS];
};

struct http_server {
    struct http_config config; /* strings copied, zeros replaced */
    SSL_CTX *tls;
    uint16_t port;
    struct http_loop *loops; /* config.threads of them */
    bool started, stopped;
    int64_t drain_usec; /* set before the loops are told to stop */
    atomic_int connections;
    struct share_table *shares; /* NULL: nobody counts */
};

/* loop.c */
err loop_open(struct http_loop *loop, struct http_server *server, int index, int listen_fd, struct problem *p);
err loop_run(struct http_loop *loop, struct problem *p); /* starts the thread; returns once it serves */
void loop_stop(struct http_loop *loop);                  /* tells it */
void loop_join(struct http_loop *loop);
void loop_close(struct http_loop *loop);
void loop_listener_pause(struct http_loop *loop); /* until a later tick finds room */
void loop_check_drained(struct http_loop *loop);  /* after a connection or request ended */

/* conn.c */
void conn_accept(struct evconnlistener *listener, evutil_socket_t fd, struct sockaddr *address, int len, void *arg);
void conn_state_set(struct conn *c, enum conn_state state);
void conn_close(struct conn *c);
/* Sends head and body at once where the socket takes them and buffers the rest; body_static: without copying it.
 * A failed write shows in c->broken, never as a callback from inside. */
void conn_send(struct conn *c, str head, str body, bool body_static);
/* The reply in hand is complete in the output buffer; request already freed. */
void conn_reply_done(struct conn *c);
/* Everything is with the kernel: read the next request or close. */
void conn_sent(struct conn *c);
size_t conn_unsent(const struct conn *c);
/* Makes room by closing some of the connections that have waited longest for a request, but none that has just come:
 * it may be about to send one. Returns how many. */
int conn_idle_drop(struct http_loop *loop);
/* Handles what is over its time limit; true when more is waiting (call again soon). */
bool conn_expire(struct http_loop *loop, int64_t now_usec);

/* request.c */
struct http_request *request_new(struct conn *c);
void request_free(struct http_request *r); /* kept for the next one */
void request_spares_free(struct http_loop *loop);
void request_forwarded(struct http_request *r); /* takes address and scheme from the proxy's headers */

/* reply.c */
enum { REPLY_UNTIL_CLOSE = -1, REPLY_CHUNKED = -2, REPLY_NO_LENGTH = -3 };
/* The head as text in the loop's scratch buffer. length: bytes or one of the above. Sets c->last when it says close. */
str reply_head(struct http_request *r, int status, const char *content_type, int64_t length);
/* Answers a request that breaks the rules, and closes after it. */
void reply_refuse(struct http_request *r, err e, const char *detail);
/* Calls config.done, frees the request, lets the connection go on. */
void reply_finish(struct http_request *r, int status, size_t body_bytes);
/* The same without the connection. */
void reply_done(struct http_request *r, int status, size_t body_bytes);

/* stream.c */
void stream_file_begin(struct http_request *r, int status, str head, int fd, int64_t offset, int64_t length);
void stream_pull(struct conn *c); /* the output has run low */
void stream_gone(struct http_stream *s);

/* sse.c */
void sse_heartbeat(struct conn *c);
void sse_gone(struct http_sse *s); /* its connection is closed */

/* tls.c */
err tls_open(const char *cert_file, const char *key_file, SSL_CTX **tls, struct problem *p);
struct bufferevent *tls_accept(SSL_CTX *tls, struct event_base *base, evutil_socket_t fd);
void tls_shutdown(struct bufferevent *bev); /* says goodbye in the protocol */
