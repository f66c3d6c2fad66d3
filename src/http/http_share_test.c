/* Tests of the bound on connections of one address. */
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/share.h"
#include "http/test_kit.h"

#define GET(target) "GET " target " HTTP/1.1\r\nHost: test\r\n\r\n"

/* One request on a connection from this address, kept open in p. */
static int status_from(struct peer *p, const struct kit *k, const char *address, const char *text) {
    peer_dial_from(p, k, address);
    peer_text(p, text);
    struct reply r = peer_reply(p, false);
    int status = r.status;
    if (status == 429) {
        assert_true(reply_has(&r, "Retry-After: 10"));
        assert_true(reply_has(&r, "Connection: close"));
        assert_true(peer_read_end(p));
    }
    reply_free(&r);
    return status;
}

static void one_address_does_not_take_all(void **state) {
    struct kit k = {.config = {.connections_each_max = 3, .threads = 2}};
    kit_start(&k);
    struct peer first[3], over, other, own[9];
    for (int i = 0; i < 3; i++) assert_int_equal(status_from(&first[i], &k, "127.0.0.2", GET("/hello")), 200);
    assert_int_equal(status_from(&over, &k, "127.0.0.2", GET("/hello")), 429);
    peer_hang_up(&over);
    assert_int_equal(status_from(&other, &k, "127.0.0.3", GET("/hello")), 200);
    peer_hang_up(&other);
    /* This machine itself. */
    for (int i = 0; i < 9; i++) assert_int_equal(status_from(&own[i], &k, "127.0.0.1", GET("/hello")), 200);
    for (int i = 0; i < 9; i++) peer_hang_up(&own[i]);
    /* Silent ones past twice as many get no answer at all. */
    struct peer silent[4];
    for (int i = 0; i < 4; i++) peer_dial_from(&silent[i], &k, "127.0.0.2");
    for (int ended = 0; !ended;)
        for (int i = 0; i < 4 && !ended; i++) {
            struct pollfd poll_for = {.fd = silent[i].fd, .events = POLLIN};
            ended = poll(&poll_for, 1, 20) == 1;
            if (ended) assert_false(peer_read(&silent[i]));
        }
    for (int i = 0; i < 4; i++) peer_hang_up(&silent[i]);
    /* Who leaves makes room, soon. */
    peer_hang_up(&first[0]);
    int status;
    do {
        status = status_from(&other, &k, "127.0.0.2", GET("/hello"));
        if (status != 200) peer_hang_up(&other);
    } while (status == 429 || status == 0);
    assert_int_equal(status, 200);
    peer_hang_up(&other);
    for (int i = 1; i < 3; i++) peer_hang_up(&first[i]);
    kit_stop(&k);
}

#define FROM(target, address) "GET " target " HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: " address "\r\n\r\n"

static void one_client_behind_the_proxy_does_not_take_all(void **state) {
    struct kit k = {.config = {.connections_each_max = 2, .trust_forwarded = true}};
    kit_start(&k);
    struct peer live[2], p;
    for (int i = 0; i < 2; i++) {
        peer_dial_from(&live[i], &k, "127.0.0.2");
        peer_text(&live[i], FROM("/sse", "192.0.2.7"));
        assert_true(peer_read_until(&live[i], "\r\n\r\n"));
    }
    assert_int_equal(status_from(&p, &k, "127.0.0.2", FROM("/hello", "192.0.2.7")), 429);
    peer_hang_up(&p);
    assert_int_equal(status_from(&p, &k, "127.0.0.2", FROM("/hello", "2001:db8::1")), 200);
    /* The proxy keeps its connections: one request after the other, for whomever. */
    for (int i = 0; i < 9; i++) {
        peer_text(&p, i % 2 ? FROM("/hello", "2001:db8::2") : FROM("/hello", "192.0.2.8"));
        struct reply r = peer_reply(&p, false);
        assert_int_equal(r.status, 200);
        reply_free(&r);
    }
    peer_hang_up(&live[0]);
    kit_wait(&k.subscribers, 1);
    peer_text(&p, FROM("/hello", "192.0.2.7"));
    struct reply r = peer_reply(&p, false);
    assert_int_equal(r.status, 200);
    reply_free(&r);
    peer_hang_up(&p);
    peer_hang_up(&live[1]);
    kit_stop(&k);
}

static void shares_are_of_networks(void **state) {
    assert_int_equal(share_key("127.0.0.1"), 0);
    assert_int_equal(share_key("::1"), 0);
    assert_int_equal(share_key("::ffff:127.0.0.1"), 0);
    assert_int_equal(share_key(""), 0);
    assert_true(share_key("192.0.2.1") && share_key("192.0.2.1") != share_key("192.0.2.2"));
    assert_true(share_key("192.0.2.1") == share_key("::ffff:192.0.2.1"));
    assert_true(share_key("2001:db8::1") == share_key("2001:db8:0:0:9::2"));
    assert_true(share_key("2001:db8::1") != share_key("2001:db8:0:1::1"));
    /* Many come and go in any order: a count is never lost. */
    struct share_table *t = share_new(1000);
    unsigned random = 7;
    int counts[1500] = {0}, open = 0;
    for (int step = 0; step < 200000; step++) {
        random = random * 1103515245 + 12345;
        int i = (int)(random >> 8) % 1500;
        if (open < 1000 && random % 5 < 3) {
            assert_int_equal(share_take(t, (uint64_t)i + 1), ++counts[i]);
            open++;
        } else if (counts[i]) {
            share_drop(t, (uint64_t)i + 1);
            counts[i]--;
            open--;
        }
    }
    for (int i = 0; i < 1500; i++) assert_int_equal(share_take(t, (uint64_t)i + 1) - 1, counts[i]);
    share_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_address_does_not_take_all),
        cmocka_unit_test(one_client_behind_the_proxy_does_not_take_all),
        cmocka_unit_test(shares_are_of_networks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
