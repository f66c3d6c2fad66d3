/* Tests of the server: replies, keeping alive, limits, threads, stopping. Refusals: http_malformed_test.c; long bodies
 * and SSE: http_stream_test.c; TLS: http_tls_test.c. */
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/limits.h"
#include "http/test_kit.h"

#define GET(target) "GET " target " HTTP/1.1\r\nHost: test\r\n\r\n"

static void body_is(struct reply r, int status, const char *body) {
    assert_int_equal(r.status, status);
    assert_string_equal(buf_str(&r.body).data, body);
    reply_free(&r);
}

static void replies(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    peer_text(&p, GET("/hello"));
    struct reply r = peer_reply(&p, false);
    assert_int_equal(r.status, 200);
    assert_true(reply_has(&r, "Content-Length: 5"));
    assert_true(reply_has(&r, "Content-Type: text/plain"));
    assert_non_null(strstr(r.head.data, " GMT\r\nX-Request-Id: "));
    assert_null(strstr(r.head.data, "Server:"));
    assert_null(strstr(r.head.data, "Connection:"));
    body_is(r, 200, "hello");

    peer_text(&p, "HEAD /hello HTTP/1.1\r\nHost: test\r\n\r\n");
    r = peer_reply(&p, true);
    assert_true(reply_has(&r, "Content-Length: 5"));
    body_is(r, 200, "");
    peer_text(&p, GET("/none"));
    r = peer_reply(&p, false);
    assert_null(strstr(r.head.data, "Content-Length"));
    body_is(r, 204, "");
    peer_text(&p, "OPTIONS /nowhere HTTP/1.1\r\nHost: test\r\n\r\n");
    body_is(peer_reply(&p, false), 404, "not here");
    peer_text(&p, "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\n\r\nabc");
    body_is(peer_reply(&p, false), 200, "abc");
    peer_text(&p, "POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: "
                  "Chunked\r\n\r\n3;x=\"y\"\r\nabc\r\n00a\r\n0123456789\r\n"
                  "0\r\nX-Sum: 1\r\n\r\n");
    body_is(peer_reply(&p, false), 200, "abc0123456789");
    assert_int_equal(http_server_connections(k.server), 1);
    assert_true(kit_wait(&k.done, 6));
    peer_hang_up(&p);
    kit_stop(&k);
    assert_int_equal(k.states, 0);
}

static void accessors(void **state) {
    struct kit k = {.config.trust_forwarded = true};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    peer_text(&p,
              "GET /show/a%20b%C3%B1?x=1&q=%C3%B1+1&y HTTP/1.1\r\nHost: test\r\nCookie: a=1; session=\"abc\"; b=2\r\n"
              "uSER-aGENT: \t me \r\nX-Forwarded-For: 1.1.1.1, 10.0.0.9\r\nX-Forwarded-For: 2.2.2.2, 2001:db8::1\r\n"
              "X-Forwarded-Proto: http, https\r\n\r\n");
    struct reply r = peer_reply(&p, false);
    assert_int_equal(r.status, 200);
    assert_true(reply_has(&r, "X-Extra: yes"));
    assert_non_null(strstr(r.body.data, "method=GET\npath=/show/a bñ\nquery=x=1&q=%C3%B1+1&y\nq=ñ 1\ncookie=abc\n"
                                        "agent=me\nremote=2001:db8::1\nsecure=1\nid="));
    reply_free(&r);
    static const struct {
        const char *query, *expected;
    } params[] = {{"q=", "q=\n"},         {"q", "q=\n"},      {"%71=1", "q=1\n"},     {"q=%ff", "q=(none)\n"},
                  {"qq=1", "q=(none)\n"}, {"", "q=(none)\n"}, {"a&&q=7&q=8", "q=7\n"}};
    for (size_t i = 0; i < sizeof params / sizeof *params; i++) {
        char target[100];
        snprintf(target, sizeof target, "/show?%s", params[i].query);
        r = kit_get(&k, target);
        assert_non_null(strstr(r.body.data, params[i].expected));
        assert_non_null(strstr(r.body.data, "remote=127.0.0.1\nsecure=0\n"));
        reply_free(&r);
    }
    peer_hang_up(&p);
    kit_stop(&k);
}

static void forwarded_is_ignored_unless_trusted(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    peer_text(&p, "GET /show HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: 9.9.9.9\r\nX-Forwarded-Proto: https\r\n\r\n");
    struct reply r = peer_reply(&p, false);
    assert_non_null(strstr(r.body.data, "remote=127.0.0.1\nsecure=0\n"));
    reply_free(&r);
    peer_hang_up(&p);
    kit_stop(&k);
}

static void closing_and_old_clients(void **state) {
    struct kit k = {0};
    kit_start(&k);
    static const char *const requests[] = {
        "GET /hello HTTP/1.0\r\n\r\n",
        "GET /hello HTTP/1.1\r\nHost: test\r\nConnection: keep-alive, Close\r\n\r\n",
    };
    for (int i = 0; i < 2; i++) {
        struct peer p;
        peer_dial(&p, &k);
        peer_text(&p, requests[i]);
        struct reply r = peer_reply(&p, false);
        assert_true(reply_has(&r, "Connection: close"));
        body_is(r, 200, "hello");
        assert_true(peer_read_end(&p));
        assert_int_equal(p.in.len, 0);
        peer_hang_up(&p);
    }
    /* a client that closes its sending side still gets every reply */
    struct peer p;
    peer_dial(&p, &k);
    peer_text(&p, GET("/async?ms=20") GET("/hello"));
    shutdown(p.fd, SHUT_WR);
    body_is(peer_reply(&p, false), 200, "later");
    body_is(peer_reply(&p, false), 200, "hello");
    assert_true(peer_read_end(&p));
    peer_hang_up(&p);
    kit_stop(&k);
}

static void pipelining_keeps_order(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    CLEANUP(buf_free) struct buf all = {0};
    enum { COUNT = 2000 };
    for (int i = 0; i < COUNT; i++) {
        if (i % 100 == 50) buf_add_text(&all, GET("/async?ms=1"));
        char body[20];
        snprintf(body, sizeof body, "%d", i);
        buf_printf(&all, "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: %zu\r\n\r\n%s", strlen(body), body);
    }
    peer_dial(&p, &k);
    peer_send(&p, all.data, all.len);
    for (int i = 0; i < COUNT; i++) {
        if (i % 100 == 50) body_is(peer_reply(&p, false), 200, "later");
        char body[20];
        snprintf(body, sizeof body, "%d", i);
        body_is(peer_reply(&p, false), 200, body);
    }
    peer_hang_up(&p);
    kit_stop(&k);
}

static void waiting_requests_are_not_hoarded(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    peer_text(&p, GET("/async?held=1"));
    static char flood[65536];
    size_t taken = 0;
    /* While the first one is being answered: until nothing more is taken for a while, or much too much was. */
    while (taken < 32 * 1024 * 1024) {
        struct pollfd ready = {.fd = p.fd, .events = POLLOUT};
        if (poll(&ready, 1, 300) == 0) break;
        ssize_t n = send(p.fd, flood, sizeof flood, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n > 0) taken += (size_t)n;
    }
    assert_int_equal(k.done, 0);
    assert_true(taken < 32 * 1024 * 1024); /* the kernel's buffers, not all that is sent */
    atomic_store(&k.released, true);
    body_is(peer_reply(&p, false), 200, "later");
    peer_hang_up(&p);
    kit_stop(&k);
}

static void large_bodies_and_limits(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    char *body = mem_alloc(HTTP_BODY_BYTES_MAX);
    for (size_t i = 0; i < HTTP_BODY_BYTES_MAX; i++) body[i] = (char)('A' + i % 26);
    CLEANUP(buf_free) struct buf head = {0};
    buf_printf(&head, "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: %d\r\n\r\n", HTTP_BODY_BYTES_MAX);
    peer_dial(&p, &k);
    peer_send(&p, head.data, head.len);
    peer_send(&p, body, HTTP_BODY_BYTES_MAX);
    struct reply r = peer_reply(&p, false);
    assert_int_equal(r.body.len, HTTP_BODY_BYTES_MAX);
    assert_memory_equal(r.body.data, body, HTTP_BODY_BYTES_MAX);
    reply_free(&r);
    /* the largest URL, and the most headers, that are taken */
    buf_clear(&head);
    buf_add_text(&head, "GET /show?");
    for (int i = 6; i < HTTP_URL_BYTES_MAX; i++) buf_add_char(&head, 'u');
    buf_add_text(&head, " HTTP/1.1\r\nHost: test\r\n");
    for (int i = 1; i < HTTP_HEADERS_MAX; i++) buf_printf(&head, "X-%d: v\r\n", i);
    buf_add_text(&head, "\r\n");
    peer_send(&p, head.data, head.len);
    r = peer_reply(&p, false);
    assert_int_equal(r.status, 200);
    reply_free(&r);
    /* the largest head */
    buf_clear(&head);
    buf_add_text(&head, "GET /hello HTTP/1.1\r\nHost: test\r\nX: ");
    while (head.len < HTTP_HEADER_BYTES_MAX - 4) buf_add_char(&head, 'h');
    buf_add_text(&head, "\r\n\r\n");
    assert_int_equal(head.len, HTTP_HEADER_BYTES_MAX);
    peer_send(&p, head.data, head.len);
    body_is(peer_reply(&p, false), 200, "hello");
    free(body);
    peer_hang_up(&p);
    kit_stop(&k);
}

static void expect_continue(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    peer_text(&p, "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\nExpect: 100-Continue\r\n\r\n");
    assert_true(peer_read_until(&p, "\r\n\r\n"));
    assert_string_equal(p.in.data, "HTTP/1.1 100 Continue\r\n\r\n");
    buf_clear(&p.in);
    peer_text(&p, "abc");
    body_is(peer_reply(&p, false), 200, "abc");
    /* no "continue" for a body that will be refused */
    peer_text(&p, "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 999999999\r\nExpect: 100-continue\r\n\r\n");
    struct reply r = peer_reply(&p, false);
    assert_int_equal(r.status, 413);
    reply_free(&r);
    peer_hang_up(&p);
    kit_stop(&k);
}

static void async_and_client_gone(void **state) {
    struct kit k = {.config.threads = 2};
    kit_start(&k);
    for (int i = 0; i < 20; i++) body_is(kit_get(&k, "/async?ms=1"), 200, "later");
    assert_true(kit_wait(&k.done, 20));
    for (int i = 0; i < 20; i++) {
        struct peer p;
        peer_dial(&p, &k);
        peer_text(&p, GET("/async?ms=50"));
        struct linger reset = {.l_onoff = 1};
        if (i % 2) setsockopt(p.fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        usleep(10000);
        peer_hang_up(&p);
    }
    assert_true(kit_wait(&k.done, 40)); /* each still ends once, with its reply going nowhere */
    body_is(kit_get(&k, "/hello"), 200, "hello");
    kit_stop(&k);
}

static void slow_request_is_refused(void **state) {
    struct kit k = {.config.read_usec_max = 200000, .config.idle_usec_max = 600000};
    kit_start(&k);
    static const char *const starts[] = {"G", "GET /hello HTTP/1.1\r\nHost: te",
                                         "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 100\r\n\r\nabc"};
    for (int i = 0; i < 3; i++) {
        struct peer p;
        peer_dial(&p, &k);
        int64_t start = clock_monotonic_usec();
        peer_text(&p, starts[i]);
        struct reply r = peer_reply(&p, false);
        int64_t took = clock_monotonic_usec() - start;
        assert_int_equal(r.status, 400);
        assert_true(took >= 190000);
        reply_free(&r);
        peer_hang_up(&p);
    }
    /* drops do not start the time again */
    struct peer p;
    peer_dial(&p, &k);
    int drops = 0;
    struct pollfd answer = {.fd = p.fd, .events = POLLIN};
    do {
        peer_text(&p, drops ? "a" : "GET /");
    } while (++drops < 400 && poll(&answer, 1, 50) == 0);
    assert_true(drops < 400);
    struct reply r = peer_reply(&p, false);
    assert_int_equal(r.status, 400);
    reply_free(&r);
    peer_hang_up(&p);
    /* without a first byte: closed without a word */
    peer_dial(&p, &k);
    assert_true(peer_read_end(&p));
    assert_int_equal(p.in.len, 0);
    peer_hang_up(&p);
    kit_stop(&k);
}

static void body_memory_is_bounded(void **state) {
    struct kit k = {.config.body_memory_bytes = 1000000};
    kit_start(&k);
    struct peer big, other;
    peer_dial(&big, &k);
    peer_text(&big, "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 4000000\r\n\r\n");
    char *piece = mem_alloc(1500000);
    peer_send(&big, piece, 1500000);
    struct reply r = peer_reply(&big, false);
    assert_int_equal(r.status, 503);
    reply_free(&r);
    peer_dial(&other, &k);
    peer_text(&other, "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\n\r\nabc");
    body_is(peer_reply(&other, false), 200, "abc");
    free(piece);
    peer_hang_up(&big);
    peer_hang_up(&other);
    kit_stop(&k);
}

static void connection_limit(void **state) {
    struct kit k = {.config.connections_max = 4};
    kit_start(&k);
    struct peer busy[4], extra;
    for (int i = 0; i < 4; i++) {
        peer_dial(&busy[i], &k);
        peer_text(&busy[i], GET("/async?ms=700"));
    }
    assert_true(kit_wait(&k.handled, 4));
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    peer_dial(&extra, &k); /* waits in the kernel's queue */
    peer_text(&extra, GET("/hello"));
    for (int i = 0; i < 4; i++) body_is(peer_reply(&busy[i], false), 200, "later");
    getrusage(RUSAGE_SELF, &after);
    long cpu_ms =
        (after.ru_utime.tv_sec - before.ru_utime.tv_sec + after.ru_stime.tv_sec - before.ru_stime.tv_sec) * 1000 +
        (after.ru_utime.tv_usec - before.ru_utime.tv_usec + after.ru_stime.tv_usec - before.ru_stime.tv_usec) / 1000;
    assert_true(cpu_ms < 350);                        /* of 700 ms: it does not spin */
    body_is(peer_reply(&extra, false), 200, "hello"); /* an idle one has given way */
    assert_true(http_server_connections(k.server) <= 4);
    for (int i = 0; i < 4; i++) peer_hang_up(&busy[i]);
    peer_hang_up(&extra);
    kit_stop(&k);
}

static void out_of_descriptors(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer held[4];
    for (int i = 0; i < 4; i++) {
        peer_dial(&held[i], &k);
        peer_text(&held[i], GET("/async?ms=500"));
    }
    assert_true(kit_wait(&k.handled, 4));
    struct rlimit was, low;
    getrlimit(RLIMIT_NOFILE, &was);
    struct peer last;
    peer_dial(&last, &k); /* its server side may be accepted already; the next one cannot be */
    usleep(20000);
    low = was;
    low.rlim_cur = (rlim_t)dup(0);
    close((int)low.rlim_cur);
    struct peer queued = {.fd = -1};
    low.rlim_cur += 1; /* one more: for the client's own socket */
    setrlimit(RLIMIT_NOFILE, &low);
    peer_dial(&queued, &k);
    peer_text(&queued, GET("/hello"));
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    usleep(300000);
    getrusage(RUSAGE_SELF, &after);
    long cpu_usec =
        (after.ru_stime.tv_sec - before.ru_stime.tv_sec) * 1000000 + after.ru_stime.tv_usec - before.ru_stime.tv_usec;
    assert_true(cpu_usec < 150000);
    setrlimit(RLIMIT_NOFILE, &was);
    body_is(peer_reply(&queued, false), 200, "hello");
    for (int i = 0; i < 4; i++) {
        body_is(peer_reply(&held[i], false), 200, "later");
        peer_hang_up(&held[i]);
    }
    peer_hang_up(&last);
    peer_hang_up(&queued);
    kit_stop(&k);
}

struct order {
    struct http_loop *loop;
    atomic_int next, wrong, ticks;
};

struct turn {
    struct order *order;
    int number;
};

static void take_turn(void *arg) {
    struct turn *t = arg;
    if (atomic_fetch_add(&t->order->next, 1) != t->number) atomic_fetch_add(&t->order->wrong, 1);
    free(t);
}

static void count_tick(void *arg) { atomic_fetch_add(&((struct order *)arg)->ticks, 1); }

static void timer_start(void *arg) {
    struct order *o = arg;
    http_loop_every(o->loop, 5000, count_tick, o);
}

static void posts_and_timers(void **state) {
    struct kit k = {.config.threads = 2};
    kit_start(&k);
    struct order o = {.loop = http_server_loop(k.server, 1)};
    for (int i = 0; i < 50000; i++) {
        struct turn *t = mem_alloc(sizeof *t);
        *t = (struct turn){&o, i};
        assert_true(http_loop_post(o.loop, take_turn, t));
    }
    assert_true(kit_wait(&o.next, 50000));
    assert_int_equal(o.wrong, 0);
    assert_true(http_loop_post(o.loop, timer_start, &o));
    for (int i = 0; i < 1000 && atomic_load(&o.ticks) < 5; i++) usleep(5000);
    assert_true(o.ticks >= 5);
    http_server_stop(k.server, 1000000);
    assert_false(http_loop_post(o.loop, take_turn, NULL));
    kit_stop(&k);
}

static void *stopper(void *arg) {
    http_server_stop(((struct kit *)arg)->server, 60000000);
    return NULL;
}

static void stop_drains(void **state) {
    struct kit k = {.config.threads = 2};
    kit_start(&k);
    struct peer running, idle, listening;
    peer_dial(&idle, &k);
    peer_text(&idle, GET("/hello"));
    body_is(peer_reply(&idle, false), 200, "hello");
    peer_dial(&listening, &k);
    peer_text(&listening, GET("/sse"));
    assert_true(peer_read_until(&listening, "\r\n\r\n"));
    peer_dial(&running, &k);
    peer_text(&running, GET("/async?ms=300"));
    assert_true(kit_wait(&k.handled, 3));
    pthread_t thread;
    int64_t start = clock_monotonic_usec();
    pthread_create(&thread, NULL, stopper, &k);
    struct reply r = peer_reply(&running, false);
    assert_true(reply_has(&r, "Connection: close"));
    body_is(r, 200, "later");
    assert_true(peer_read_end(&running));
    peer_hang_up(&running);
    pthread_join(thread, NULL);
    assert_true(clock_monotonic_usec() - start < 30000000); /* as soon as the last one is done, not the whole time */
    assert_true(peer_read_end(&idle));
    assert_true(peer_read_end(&listening));
    assert_int_equal(k.closed, 1);
    peer_hang_up(&idle);
    peer_hang_up(&listening);
    kit_stop(&k);
}

static void stop_cuts_what_takes_too_long(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    peer_text(&p, GET("/async?held=1"));
    assert_true(kit_wait(&k.handled, 1));
    http_server_stop(k.server, 50000); /* returns, though the request never ends */
    assert_true(peer_read_end(&p));
    assert_int_equal(p.in.len, 0);
    peer_hang_up(&p);
    k.released = true;
    kit_stop(&k); /* its thread finds the loop ended */
}

static void address_errors_are_clear(void **state) {
    struct kit k = {.config.threads = 2};
    kit_start(&k);
    struct http_server *second = NULL;
    struct problem p = {0};
    struct http_config config = k.config;
    config.port = http_server_port(k.server);
    assert_int_equal(http_server_new(&config, &second, &p), ERR_SYSTEM);
    assert_non_null(strstr(p.detail, "already in use"));
    assert_null(second);
    config.port = 0;
    config.address = "no such address";
    assert_int_equal(http_server_new(&config, &second, &p), ERR_SYSTEM);
    assert_non_null(strstr(p.detail, "no such address"));
    config.address = "::1";
    config.threads = 0;
    assert_int_equal(http_server_new(&config, &second, &p), ERR_INVALID);
    config.threads = 1;
    config.tls_cert = "/nonexistent.pem";
    assert_int_equal(http_server_new(&config, &second, &p), ERR_INVALID);
    config.tls_key = "/nonexistent.key";
    assert_int_equal(http_server_new(&config, &second, &p), ERR_SYSTEM);
    assert_non_null(strstr(p.detail, "/nonexistent.pem"));
    kit_stop(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(replies),
        cmocka_unit_test(accessors),
        cmocka_unit_test(forwarded_is_ignored_unless_trusted),
        cmocka_unit_test(closing_and_old_clients),
        cmocka_unit_test(pipelining_keeps_order),
        cmocka_unit_test(waiting_requests_are_not_hoarded),
        cmocka_unit_test(large_bodies_and_limits),
        cmocka_unit_test(expect_continue),
        cmocka_unit_test(async_and_client_gone),
        cmocka_unit_test(slow_request_is_refused),
        cmocka_unit_test(body_memory_is_bounded),
        cmocka_unit_test(connection_limit),
        cmocka_unit_test(out_of_descriptors),
        cmocka_unit_test(posts_and_timers),
        cmocka_unit_test(stop_drains),
        cmocka_unit_test(stop_cuts_what_takes_too_long),
        cmocka_unit_test(address_errors_are_clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
