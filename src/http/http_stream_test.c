/* Tests of long bodies: streams with back-pressure, files, server-sent events. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/limits.h"
#include "http/internal.h"
#include "http/test_kit.h"

#define GET(target) "GET " target " HTTP/1.1\r\nHost: test\r\n\r\n"

static void streams(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    static const struct {
        const char *request;
        size_t bytes;
    } good[] = {{GET("/stream?kb=1"), 1024},
                {GET("/stream?kb=5000"), 5000 * 1024},
                {GET("/stream?kb=0"), 0},
                {GET("/stream?kb=100&empty=50"), 100 * 1024}};
    for (int i = 0; i < 4; i++) { /* one after the other on one connection */
        peer_text(&p, good[i].request);
        struct reply r = peer_reply(&p, false);
        assert_int_equal(r.status, 200);
        assert_false(r.cut);
        assert_true(reply_has(&r, "Transfer-Encoding: chunked"));
        assert_int_equal(r.body.len, good[i].bytes);
        for (size_t n = 0; n < r.body.len; n++) assert_int_equal(r.body.data[n], 'x');
        reply_free(&r);
    }
    peer_text(&p, "HEAD /stream?kb=7 HTTP/1.1\r\nHost: test\r\n\r\n" GET("/hello"));
    struct reply r = peer_reply(&p, true);
    assert_int_equal(r.status, 200);
    reply_free(&r);
    r = peer_reply(&p, false);
    assert_string_equal(r.body.data, "hello");
    reply_free(&r);
    assert_int_equal(k.ends, 5);
    assert_int_equal(k.completes, 5);
    peer_hang_up(&p);

    peer_dial(&p, &k); /* HTTP/1.0: to the end of the connection */
    peer_text(&p, "GET /stream?kb=300 HTTP/1.0\r\n\r\n");
    r = peer_reply(&p, false);
    assert_false(reply_has(&r, "Transfer-Encoding: chunked"));
    assert_int_equal(r.body.len, 300 * 1024);
    reply_free(&r);
    peer_hang_up(&p);
    kit_stop(&k);
}

static void slow_reader_holds_the_stream_back(void **state) {
    struct kit k = {.config.write_usec_max = 30000000};
    kit_start(&k);
    struct peer p;
    peer_dial_small(&p, &k, 16 * 1024);
    peer_text(&p, GET("/stream?kb=100000"));
    assert_true(peer_read(&p));
    long long ahead = -1;
    for (int i = 0; i < 200 && ahead != k.produced; i++) { /* until it stands still */
        ahead = k.produced;
        usleep(300000);
    }
    assert_true(ahead == k.produced && ahead < 16 * 1024 * 1024); /* the kernel's buffers and ours, not the 100 MB */
    struct reply r = peer_reply(&p, false);                       /* and all of it comes when it is read */
    assert_false(r.cut);
    assert_int_equal(r.body.len, 100000 * 1024);
    reply_free(&r);
    peer_hang_up(&p);
    kit_stop(&k);
}

static void stalled_reader_is_dropped(void **state) {
    struct kit k = {.config.write_usec_max = 200000};
    kit_start(&k);
    struct peer stream, file;
    peer_dial_small(&stream, &k, 16 * 1024);
    peer_text(&stream, GET("/stream?kb=100000"));
    assert_true(kit_wait(&k.ends, 1));
    assert_int_equal(k.completes, 0);
    assert_int_equal(k.last_status, 499);
    peer_dial_small(&file, &k, 16 * 1024);
    for (int i = 0; i < 10; i++) peer_text(&file, GET("/file"));
    peer_text(&file, GET("/file"));
    atomic_int open = 1;
    for (int i = 0; i < 5000 && open; i++) {
        usleep(1000);
        atomic_store(&open, http_server_connections(k.server));
    }
    assert_int_equal(open, 0);
    peer_hang_up(&stream);
    peer_hang_up(&file);
    kit_stop(&k);
}

static void broken_stream_shows(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    peer_text(&p, GET("/stream?kb=1000&broken=1"));
    struct reply r = peer_reply(&p, false);
    assert_true(r.cut);
    reply_free(&r);
    peer_hang_up(&p);
    peer_dial(&p, &k);
    peer_text(&p, "GET /stream?kb=1000&broken=1 HTTP/1.0\r\n\r\n");
    while (recv(p.fd, (char[4096]){0}, 4096, 0) > 0) {
    }
    int code = 0;
    socklen_t len = sizeof code;
    getsockopt(p.fd, SOL_SOCKET, SO_ERROR, &code, &len);
    char byte;
    assert_true(code || recv(p.fd, &byte, 1, 0) <= 0);
    peer_hang_up(&p);
    assert_true(kit_wait(&k.ends, 2));
    assert_int_equal(k.completes, 0);
    kit_stop(&k);
}

static void stream_client_leaves(void **state) {
    struct kit k = {0};
    kit_start(&k);
    for (int i = 0; i < 10; i++) {
        struct peer p;
        peer_dial_small(&p, &k, 16 * 1024);
        peer_text(&p, GET("/stream?kb=100000"));
        assert_true(peer_read(&p));
        peer_hang_up(&p);
        assert_true(kit_wait(&k.ends, i + 1));
    }
    assert_int_equal(k.completes, 0);
    assert_int_equal(k.done, 10);
    kit_stop(&k);
}

static void files(void **state) {
    struct kit k = {0};
    kit_start(&k);
    static const struct {
        long long offset, length;
    } ranges[] = {{0, KIT_FILE_BYTES}, {1000000, 500000}, {KIT_FILE_BYTES - 1, 1}, {5, 0}};
    struct peer p;
    peer_dial(&p, &k);
    for (int i = 0; i < 4; i++) {
        char text[200];
        snprintf(text, sizeof text, GET("/file?offset=%lld&length=%lld"), ranges[i].offset, ranges[i].length);
        peer_text(&p, text);
        struct reply r = peer_reply(&p, false);
        assert_int_equal(r.status, 206);
        assert_int_equal(r.body.len, ranges[i].length);
        for (size_t n = 0; n < r.body.len; n++) {
            if (r.body.data[n] != kit_file_byte(ranges[i].offset + (long long)n)) fail();
        }
        reply_free(&r);
    }
    peer_text(&p, "HEAD /file HTTP/1.1\r\nHost: test\r\n\r\n");
    struct reply r = peer_reply(&p, true);
    assert_true(reply_has(&r, "Content-Length: 3000000"));
    reply_free(&r);
    /* cut short meanwhile: the connection breaks instead of waiting */
    assert_int_equal(truncate(k.file, 1000), 0);
    peer_text(&p, GET("/file"));
    r = peer_reply(&p, false);
    assert_true(r.cut);
    reply_free(&r);
    peer_hang_up(&p);
    kit_stop(&k);
}

enum { SUBSCRIBERS = 200 };

static void subscribe(struct kit *k, struct peer *p, int before) {
    peer_text(p, GET("/sse"));
    assert_true(peer_read_until(p, "\r\n\r\n"));
    assert_non_null(strstr(p->in.data, "Content-Type: text/event-stream\r\n"));
    buf_clear(&p->in);
    assert_true(kit_wait(&k->subscribers, before + 1));
}

static void events_reach_all(void **state) {
    struct kit k = {.config.threads = 2, .config.idle_usec_max = 500000, .config.read_usec_max = 500000};
    kit_start(&k);
    static struct peer p[SUBSCRIBERS];
    for (int i = 0; i < SUBSCRIBERS; i++) {
        peer_dial(&p[i], &k);
        subscribe(&k, &p[i], i);
    }
    usleep(1200000); /* time-outs do not apply */
    assert_int_equal(k.subscribers, SUBSCRIBERS);
    kit_broadcast(&k, "id: 1\ndata: {}\n\n");
    kit_broadcast(&k, "id: 2\ndata: {}\n\n");
    for (int i = 0; i < SUBSCRIBERS; i++) {
        assert_true(peer_read_until(&p[i], "id: 2\ndata: {}\n\n"));
        assert_string_equal(p[i].in.data, "id: 1\ndata: {}\n\nid: 2\ndata: {}\n\n");
    }
    for (int i = 0; i < SUBSCRIBERS / 2; i++) peer_hang_up(&p[i]); /* noticed without sending anything */
    assert_true(kit_wait(&k.closed, SUBSCRIBERS / 2));
    kit_broadcast(&k, "id: 3\n\n");
    for (int i = SUBSCRIBERS / 2; i < SUBSCRIBERS; i++) assert_true(peer_read_until(&p[i], "id: 3\n\n"));
    for (int i = SUBSCRIBERS / 2; i < SUBSCRIBERS - 1; i++) peer_hang_up(&p[i]);
    assert_true(kit_wait(&k.closed, SUBSCRIBERS - 1));
    kit_stop(&k);
    assert_int_equal(k.closed, SUBSCRIBERS);
    assert_true(peer_read_end(&p[SUBSCRIBERS - 1]));
    peer_hang_up(&p[SUBSCRIBERS - 1]);
}

static void slow_subscriber_is_dropped(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer slow, quick;
    peer_dial_small(&slow, &k, 4096);
    subscribe(&k, &slow, 0);
    peer_dial(&quick, &k);
    subscribe(&k, &quick, 1);
    char frame[10000];
    memset(frame, 'd', sizeof frame);
    snprintf(frame + sizeof frame - 3, 3, "\n\n");
    for (int i = 0; i < 200 && !k.closed; i++) {
        kit_broadcast(&k, frame);
        assert_true(peer_read_until(&quick, "\n\n"));
        buf_clear(&quick.in);
    }
    assert_true(kit_wait(&k.closed, 1));
    assert_int_equal(k.subscribers, 1);
    peer_hang_up(&slow);
    peer_hang_up(&quick);
    kit_stop(&k);
}

static void heartbeats(void **state) {
    struct kit k = {.config.heartbeat_usec = 50000};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    subscribe(&k, &p, 0);
    int64_t start = clock_monotonic_usec();
    assert_true(peer_read_until(&p, ":\n\n:\n\n:\n\n"));
    assert_true(clock_monotonic_usec() - start >= 120000);
    peer_hang_up(&p);
    assert_true(kit_wait(&k.closed, 1));
    kit_stop(&k);
}

static void sse_ended_by_the_server(void **state) {
    struct kit k = {0};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k);
    subscribe(&k, &p, 0);
    struct reply r = kit_get(&k, "/sse-end");
    reply_free(&r);
    assert_true(peer_read_end(&p));
    assert_int_equal(p.in.len, 0);
    assert_int_equal(k.closed, 0);
    peer_hang_up(&p);
    /* HEAD: the head, and the handler hears that nobody listens */
    peer_dial(&p, &k);
    peer_text(&p, "HEAD /sse HTTP/1.1\r\nHost: test\r\n\r\n");
    assert_true(peer_read_end(&p));
    assert_true(kit_wait(&k.closed, 1));
    peer_hang_up(&p);
    kit_stop(&k);
}

/* --- bodies too large for memory --- */

static void large_head(struct buf *b, const char *path, long long bytes, const char *more) {
    buf_clear(b);
    buf_printf(b, "POST %s HTTP/1.1\r\nHost: test\r\nContent-Length: %lld\r\n%s\r\n", path, bytes, more);
}

static void large_send(struct peer *p, long long from, long long to) {
    char piece[50000];
    while (from < to) {
        size_t n = to - from < (long long)sizeof piece ? (size_t)(to - from) : sizeof piece;
        for (size_t i = 0; i < n; i++) piece[i] = kit_file_byte(from + (long long)i);
        peer_send(p, piece, n);
        from += (long long)n;
    }
}

static void reply_is(struct peer *p, int status, const char *body) {
    struct reply r = peer_reply(p, false);
    assert_int_equal(r.status, status);
    assert_string_equal(r.body.data, body);
    reply_free(&r);
}

static void large_bodies_go_to_a_file(void **state) {
    struct kit k = {.config.body_memory_bytes = 1};
    kit_start(&k);
    CLEANUP(buf_free) struct buf head = {0};
    struct peer p;
    peer_dial(&p, &k);
    for (int i = 0; i < 2; i++) { /* the connection goes on afterwards */
        large_head(&head, "/large", 15000001, "");
        peer_send(&p, head.data, head.len);
        large_send(&p, 0, 15000001);
        reply_is(&p, 200, "15000001 of 15000001 in file, 0 in memory");
    }
    large_head(&head, "/large", 5000000, "Expect: 100-continue\r\n");
    peer_send(&p, head.data, head.len);
    assert_true(peer_read_until(&p, "HTTP/1.1 100 Continue\r\n\r\n"));
    buf_clear(&p.in);
    large_send(&p, 0, 5000000);
    reply_is(&p, 200, "5000000 of 5000000 in file, 0 in memory");
    peer_hang_up(&p);
    kit_stop(&k);
}

static void large_bodies_are_refused(void **state) {
    struct kit k = {0};
    kit_start(&k);
    CLEANUP(buf_free) struct buf head = {0};
    struct peer p, many[HTTP_LARGE_BODIES_MAX];
    peer_dial(&p, &k); /* before it is sent */
    large_head(&head, "/large", KIT_LARGE_BYTES + 1, "Expect: 100-continue\r\n");
    peer_send(&p, head.data, head.len);
    reply_is(&p, 413, "too_large: At most 20000000 bytes here.");
    peer_hang_up(&p);
    peer_dial(&p, &k);
    large_head(&head, "/echo", HTTP_BODY_BYTES_MAX + 1, "");
    peer_send(&p, head.data, head.len);
    reply_is(&p, 413, "too_large: The body has 4194305 bytes; at most 4194304 are taken in one request.");
    peer_hang_up(&p);
    large_head(&head, "/large", 5000000, "");
    for (int i = 0; i < HTTP_LARGE_BODIES_MAX; i++) {
        peer_dial(&many[i], &k);
        peer_send(&many[i], head.data, head.len);
        large_send(&many[i], 0, 100000);
        struct reply r = kit_get(&k, "/hello"); /* by then the loop has read the other's head */
        assert_int_equal(r.status, 200);
        reply_free(&r);
    }
    peer_dial(&p, &k);
    peer_send(&p, head.data, head.len);
    reply_is(&p, 503, "busy: Too many large files are being read at once; try again soon.");
    peer_hang_up(&p);
    assert_int_equal(k.handled, HTTP_LARGE_BODIES_MAX);
    for (int i = 0; i < HTTP_LARGE_BODIES_MAX; i++) peer_hang_up(&many[i]); /* in the middle: nobody hears of them */
    peer_dial(&p, &k);
    for (int tries = 0, status = 503; status == 503; tries++) { /* until the ends have been noticed */
        assert_true(tries < 500);
        usleep(10000);
        peer_hang_up(&p);
        peer_dial(&p, &k);
        large_head(&head, "/large", 5000000, "Expect: 100-continue\r\n");
        peer_send(&p, head.data, head.len);
        status = peer_read_until(&p, "100 Continue") ? 100 : 503;
    }
    buf_clear(&p.in);
    large_send(&p, 0, 5000000);
    reply_is(&p, 200, "5000000 of 5000000 in file, 0 in memory");
    peer_hang_up(&p);
    kit_stop(&k);
}

static void large_bodies_may_be_slow_but_not_stand(void **state) {
    struct kit k = {.config.read_usec_max = 2000000};
    kit_start(&k);
    CLEANUP(buf_free) struct buf head = {0};
    struct peer p;
    peer_dial(&p, &k);
    large_head(&head, "/large", 5000000, "");
    peer_send(&p, head.data, head.len);
    for (int i = 0; i < 5; i++) {
        large_send(&p, i * 1000000, (i + 1) * 1000000);
        usleep(500000);
    }
    reply_is(&p, 200, "5000000 of 5000000 in file, 0 in memory");
    peer_send(&p, head.data, head.len);
    large_send(&p, 0, 1000000);
    reply_is(&p, 400, "bad_request: The request did not arrive whole in time; send it again, faster.");
    peer_hang_up(&p);
    kit_stop(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(streams),
        cmocka_unit_test(slow_reader_holds_the_stream_back),
        cmocka_unit_test(stalled_reader_is_dropped),
        cmocka_unit_test(broken_stream_shows),
        cmocka_unit_test(stream_client_leaves),
        cmocka_unit_test(files),
        cmocka_unit_test(events_reach_all),
        cmocka_unit_test(slow_subscriber_is_dropped),
        cmocka_unit_test(heartbeats),
        cmocka_unit_test(sse_ended_by_the_server),
        cmocka_unit_test(large_bodies_go_to_a_file),
        cmocka_unit_test(large_bodies_are_refused),
        cmocka_unit_test(large_bodies_may_be_slow_but_not_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
