#include "http/test_kit.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <openssl/ssl.h>

#include "base/clock.h"

/* --- the server's handler --- */

struct kit_subscriber {
    LIST_ENTRY(kit_subscriber) link;
    struct kit *kit;
    struct http_sse *sse;
};

struct loop_state {
    struct kit *kit;
    struct http_loop *loop;
    LIST_HEAD(, kit_subscriber) subscribers;
};

static void *loop_start(void *context, struct http_loop *loop, int index) {
    struct kit *k = context;
    struct loop_state *s = mem_alloc(sizeof *s);
    s->kit = k;
    s->loop = loop;
    atomic_fetch_add(&k->states, 1);
    return s;
}

static void loop_stop(void *context, void *state) {
    struct loop_state *s = state;
    atomic_fetch_sub(&s->kit->states, 1);
    free(s);
}

static long long number(struct http_request *r, const char *name, long long fallback) {
    str text;
    int64_t n;
    return http_request_param(r, name, &text) && str_to_int64(text, &n) ? n : fallback;
}

static void show(struct http_request *r) {
    CLEANUP(buf_free) struct buf b = {0};
    str value;
    buf_printf(&b, "method=%s\npath=", http_request_method_text(r));
    buf_add_str(&b, http_request_path(r));
    buf_add_text(&b, "\nquery=");
    buf_add_str(&b, http_request_query(r));
    bool has = http_request_param(r, "q", &value);
    buf_printf(&b, "\nq=%s", has ? "" : "(none)");
    if (has) buf_add_str(&b, value);
    const char *cookie = http_request_cookie(r, "session"), *agent = http_request_header(r, "user-agent");
    buf_printf(&b, "\ncookie=%s\nagent=%s", cookie ? cookie : "(none)", agent ? agent : "(none)");
    buf_printf(&b, "\nremote=%s\nsecure=%d\nid=%s\n", http_request_remote(r), http_request_secure(r),
               http_request_id(r));
    http_request_note_set(r, "show");
    assert(strcmp(http_request_note(r), "show") == 0);
    http_reply_header(r, "X-Extra", "yes");
    http_reply(r, 200, "text/plain", buf_str(&b));
}

struct async {
    struct kit *kit;
    struct http_request *request;
    struct http_loop *loop;
    long long ms;
    bool held;
};

static void async_reply(void *arg) {
    struct async *a = arg;
    http_reply(a->request, 200, "text/plain", STR("later"));
    free(a);
}

static void *async_main(void *arg) {
    struct async *a = arg;
    struct kit *k = a->kit;
    do usleep((useconds_t)a->ms * 1000);
    while (a->held && !atomic_load(&k->released));
    if (!http_loop_post(a->loop, async_reply, a)) free(a); /* the server has stopped meanwhile */
    atomic_fetch_sub(&k->posters, 1);
    return NULL;
}

static void async_begin(struct kit *k, struct http_request *r) {
    struct async *a = mem_alloc(sizeof *a);
    *a = (struct async){k, r, http_request_loop(r), number(r, "ms", 1), number(r, "held", 0) != 0};
    atomic_fetch_add(&k->posters, 1);
    pthread_t thread;
    if (pthread_create(&thread, NULL, async_main, a) != 0) abort();
    pthread_detach(thread);
}

struct production {
    struct kit *kit;
    long long left, fail_at, empty;
};

static bool produce(void *arg, struct http_stream *s, bool *failed) {
    struct production *p = arg;
    static char piece[1024];
    if (p->empty-- > 0) return true;
    if (!piece[0]) memset(piece, 'x', sizeof piece);
    for (int i = 0; i < 64 && p->left > 0; i++) {
        if (p->left == p->fail_at) {
            *failed = true;
            return false;
        }
        http_stream_write(s, (str){piece, sizeof piece});
        p->left--;
        atomic_fetch_add(&p->kit->produced, sizeof piece);
    }
    return p->left > 0;
}

static void produced(void *arg, bool complete) {
    struct production *p = arg;
    if (complete) atomic_fetch_add(&p->kit->completes, 1);
    atomic_fetch_add(&p->kit->ends, 1);
    free(p);
}

static void unsubscribe(void *arg) {
    struct kit_subscriber *s = arg;
    LIST_REMOVE(s, link);
    atomic_fetch_sub(&s->kit->subscribers, 1);
    atomic_fetch_add(&s->kit->closed, 1);
    free(s);
}

static void subscribe(struct kit *k, struct http_request *r) {
    struct loop_state *state = http_request_state(r);
    struct kit_subscriber *s = mem_alloc(sizeof *s);
    s->kit = k;
    LIST_INSERT_HEAD(&state->subscribers, s, link);
    s->sse = http_sse_begin(r, unsubscribe, s);
    atomic_fetch_add(&k->subscribers, 1);
}

static void large_show(struct http_request *r) {
    char buffer[65536];
    int64_t bytes, good = 0, at = 0;
    int fd = http_request_body_file(r, &bytes);
    for (ssize_t n; fd >= 0 && (n = pread(fd, buffer, sizeof buffer, at)) > 0; at += n)
        for (ssize_t i = 0; i < n; i++) good += buffer[i] == kit_file_byte(at + i);
    http_reply(r, 200, "text/plain",
               str_from(arena_printf(http_request_arena(r), "%lld of %lld in file, %zu in memory", (long long)good,
                                     (long long)bytes, http_request_body(r).len)));
}

static err large_body(void *context, struct http_request *r, int64_t bytes, int *fd, struct problem *p) {
    (void)context;
    if (!str_is(http_request_path(r), "/large")) return ERR_TOO_LARGE;
    if (bytes > KIT_LARGE_BYTES) return problem_set(p, ERR_TOO_LARGE, "At most %d bytes here.", KIT_LARGE_BYTES);
    *fd = open("/tmp", O_RDWR | O_TMPFILE | O_CLOEXEC, 0600);
    return *fd < 0 ? ERR_SYSTEM : OK;
}

static void handle(void *context, struct http_request *r) {
    struct kit *k = context;
    str path = http_request_path(r);
    atomic_fetch_add(&k->handled, 1);
    if (str_is(path, "/hello")) {
        http_reply_static(r, 200, "text/plain", STR("hello"));
    } else if (str_is(path, "/echo")) {
        http_reply(r, 200, "application/octet-stream", http_request_body(r));
    } else if (str_starts(path, "/show")) {
        show(r);
    } else if (str_is(path, "/none")) {
        http_reply(r, 204, NULL, STR(""));
    } else if (str_is(path, "/async")) {
        async_begin(k, r);
    } else if (str_is(path, "/stream")) {
        struct production *p = mem_alloc(sizeof *p);
        *p = (struct production){.kit = k, .left = number(r, "kb", 1), .fail_at = -1, .empty = number(r, "empty", 0)};
        if (number(r, "broken", 0)) p->fail_at = p->left / 2;
        http_stream_begin(r, 200, "text/plain", produce, produced, p);
    } else if (str_is(path, "/file")) {
        int fd = open(k->file, O_RDONLY | O_CLOEXEC);
        http_reply_file(r, 206, "application/octet-stream", fd, number(r, "offset", 0),
                        number(r, "length", KIT_FILE_BYTES));
    } else if (str_is(path, "/large")) {
        large_show(r);
    } else if (str_is(path, "/sse")) {
        subscribe(k, r);
    } else if (str_is(path, "/sse-end")) {
        struct loop_state *state = http_request_state(r);
        struct kit_subscriber *s, *next;
        for (s = LIST_FIRST(&state->subscribers); s; s = next) {
            next = LIST_NEXT(s, link);
            LIST_REMOVE(s, link);
            http_sse_end(s->sse);
            atomic_fetch_sub(&k->subscribers, 1);
            free(s);
        }
        http_reply(r, 200, "text/plain", STR("ended"));
    } else {
        http_reply(r, 404, "text/plain", STR("not here"));
    }
}

static void refuse(void *context, err e, const char *detail, struct arena *a, const char **content_type, str *body) {
    struct kit *k = context;
    atomic_fetch_add(&k->refused, 1);
    *content_type = "text/x-refusal";
    *body = str_from(arena_printf(a, "%s: %s", err_code(e), detail));
}

static void done(void *context, struct http_request *r, int status, size_t body_bytes, int64_t usec) {
    struct kit *k = context;
    assert(http_request_path(r).len && http_request_method_text(r)[0] && usec >= 0);
    atomic_store(&k->last_status, status);
    atomic_fetch_add(&k->done, 1);
}

struct broadcast {
    struct http_loop *loop;
    char *frame;
};

static void broadcast_run(void *arg) {
    struct broadcast *b = arg;
    struct loop_state *state = http_loop_state(b->loop);
    struct kit_subscriber *s, *next;
    for (s = LIST_FIRST(&state->subscribers); s; s = next) {
        next = LIST_NEXT(s, link);
        http_sse_send(s->sse, str_from(b->frame));
    }
    free(b->frame);
    free(b);
}

void kit_broadcast(struct kit *k, const char *frame) {
    for (int i = 0; i < http_server_loops(k->server); i++) {
        struct broadcast *b = mem_alloc(sizeof *b);
        *b = (struct broadcast){http_server_loop(k->server, i), mem_copy(frame)};
        if (!http_loop_post(b->loop, broadcast_run, b)) abort();
    }
}

char kit_file_byte(long long at) { return (char)('a' + at % 23); }

void kit_start(struct kit *k) {
    snprintf(k->file, sizeof k->file, "/tmp/http_test_XXXXXX");
    int fd = mkstemp(k->file);
    FILE *f = fdopen(fd, "wb");
    for (long long i = 0; i < KIT_FILE_BYTES; i++) putc(kit_file_byte(i), f);
    fclose(f);
    if (!k->config.address) k->config.address = "127.0.0.1";
    if (!k->config.threads) k->config.threads = 1;
    k->config.context = k;
    k->config.loop_start = loop_start;
    k->config.loop_stop = loop_stop;
    k->config.handle = handle;
    k->config.refuse = refuse;
    k->config.large_body = large_body;
    k->config.done = done;
    struct problem p = {0};
    if (http_server_new(&k->config, &k->server, &p) != OK || http_server_start(k->server, &p) != OK) {
        fprintf(stderr, "%s\n", p.detail);
        abort();
    }
}

void kit_stop(struct kit *k) {
    http_server_stop(k->server, 2000000);
    kit_wait(&k->posters, 0);
    http_server_free(k->server);
    unlink(k->file);
}

bool kit_wait(atomic_int *value, int wanted) {
    for (int i = 0; i < 60000; i++) {
        if (atomic_load(value) == wanted) return true;
        usleep(1000);
    }
    fprintf(stderr, "waited for %d, is %d\n", wanted, atomic_load(value));
    return false;
}

/* --- the client --- */

static void dial(struct peer *p, const struct kit *k, int receive_bytes, const char *from) {
    *p = (struct peer){.fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    struct timeval wait = {60, 0};
    int on = 1;
    setsockopt(p->fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    setsockopt(p->fd, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
    setsockopt(p->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (receive_bytes) setsockopt(p->fd, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(http_server_port(k->server))};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct sockaddr_in own = {.sin_family = AF_INET};
    inet_pton(AF_INET, from, &own.sin_addr);
    if (bind(p->fd, (struct sockaddr *)&own, sizeof own) != 0 ||
        connect(p->fd, (struct sockaddr *)&to, sizeof to) != 0) {
        perror("connect");
        abort();
    }
    if (!k->tls) return;
    SSL *ssl = SSL_new(k->tls);
    SSL_set_fd(ssl, p->fd);
    p->ssl = ssl;
    if (SSL_connect(ssl) != 1) {
        SSL_free(ssl);
        p->ssl = NULL;
        close(p->fd);
        p->fd = -1;
    }
}

void peer_dial(struct peer *p, const struct kit *k) { dial(p, k, 0, "127.0.0.1"); }
void peer_dial_small(struct peer *p, const struct kit *k, int receive_bytes) { dial(p, k, receive_bytes, "127.0.0.1"); }
void peer_dial_from(struct peer *p, const struct kit *k, const char *address) { dial(p, k, 0, address); }

void peer_send(struct peer *p, const void *bytes, size_t len) {
    for (size_t done = 0; done < len;) {
        ssize_t n = p->ssl ? SSL_write(p->ssl, (const char *)bytes + done, (int)(len - done))
                           : send(p->fd, (const char *)bytes + done, len - done, MSG_NOSIGNAL);
        if (n <= 0) return; /* refused meanwhile; the reply tells */
        done += (size_t)n;
    }
}

void peer_text(struct peer *p, const char *text) { peer_send(p, text, strlen(text)); }

bool peer_read(struct peer *p) {
    char piece[65536];
    ssize_t n = p->ssl ? SSL_read(p->ssl, piece, sizeof piece) : recv(p->fd, piece, sizeof piece, 0);
    if (n <= 0) return false;
    buf_add(&p->in, piece, (size_t)n);
    return true;
}

static const char *found(const struct buf *b, const char *text) {
    return b->len ? memmem(b->data, b->len, text, strlen(text)) : NULL;
}

bool peer_read_until(struct peer *p, const char *text) {
    while (!found(&p->in, text)) {
        if (!peer_read(p)) return false;
    }
    return true;
}

bool peer_read_end(struct peer *p) {
    errno = 0;
    while (peer_read(p)) {
    }
    return errno != EAGAIN;
}

void peer_hang_up(struct peer *p) {
    if (p->ssl) SSL_free(p->ssl);
    if (p->fd >= 0) close(p->fd);
    buf_free(&p->in);
    *p = (struct peer){.fd = -1};
}

static bool chunks_take(struct peer *p, struct reply *r) {
    for (;;) {
        if (!peer_read_until(p, "\r\n")) return false;
        size_t size = strtoul(p->in.data, NULL, 16);
        size_t line = (size_t)(found(&p->in, "\r\n") - p->in.data) + 2;
        while (p->in.len < line + size + 2) {
            if (!peer_read(p)) return false;
        }
        buf_add(&r->body, p->in.data + line, size);
        buf_drop(&p->in, line + size + 2);
        if (!size) return true;
    }
}

struct reply peer_reply(struct peer *p, bool head_only) {
    struct reply r = {0};
    if (!peer_read_until(p, "\r\n\r\n")) {
        r.cut = p->in.len > 0;
        return r;
    }
    size_t head = (size_t)(found(&p->in, "\r\n\r\n") - p->in.data) + 4;
    buf_add(&r.head, p->in.data, head);
    buf_drop(&p->in, head);
    r.status = atoi(r.head.data + strlen("HTTP/1.1 "));
    const char *length = found(&r.head, "\r\nContent-Length: ");
    if (head_only || r.status == 204 || r.status == 304 || r.status < 200) return r;
    if (reply_has(&r, "Transfer-Encoding: chunked")) {
        r.cut = !chunks_take(p, &r);
    } else if (length) {
        size_t want = strtoul(length + strlen("\r\nContent-Length: "), NULL, 10);
        while (p->in.len < want) {
            if (peer_read(p)) continue;
            r.cut = true;
            want = p->in.len;
        }
        buf_add(&r.body, p->in.data, want);
        buf_drop(&p->in, want);
    } else {
        peer_read_end(p);
        buf_add(&r.body, p->in.data, p->in.len);
        buf_clear(&p->in);
    }
    return r;
}

void reply_free(struct reply *r) {
    buf_free(&r->head);
    buf_free(&r->body);
}

bool reply_has(const struct reply *r, const char *line) {
    char text[200];
    snprintf(text, sizeof text, "\r\n%s\r\n", line);
    return found(&r->head, text) != NULL;
}

struct reply kit_get(const struct kit *k, const char *target) {
    struct peer p;
    char text[500];
    snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n", target);
    peer_dial(&p, k);
    peer_text(&p, text);
    struct reply r = peer_reply(&p, false);
    peer_hang_up(&p);
    return r;
}
