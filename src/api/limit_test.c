/* Tests of limit.c: rates, the fixed table, open streams. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/limit.h"

#define SECOND INT64_C(1000000)

static struct api_limits limits_small(void) {
    return (struct api_limits){
        .rate =
            {[LIMIT_API] = {.burst = 3, .usec_each = SECOND}, [LIMIT_LOGIN] = {.burst = 1, .usec_each = 60 * SECOND}},
        .streams_each = 2,
        .buckets = 16,
        .addresses = 4,
    };
}

static void burst_and_refill(void **state) {
    struct api_limits limits = limits_small();
    struct limiter *l = limiter_new(&limits);
    int64_t now = 1000;
    for (int i = 0; i < 3; i++) assert_int_equal(limiter_take(l, LIMIT_API, STR("a"), now), 0);
    assert_int_equal(limiter_take(l, LIMIT_API, STR("a"), now), SECOND);
    assert_int_equal(limiter_take(l, LIMIT_API, STR("a"), now + SECOND / 4), SECOND * 3 / 4);
    /* others are not touched, nor is another class */
    assert_int_equal(limiter_take(l, LIMIT_API, STR("b"), now), 0);
    assert_int_equal(limiter_take(l, LIMIT_LOGIN, STR("a"), now), 0);
    assert_int_equal(limiter_take(l, LIMIT_LOGIN, STR("a"), now), 60 * SECOND);
    /* one each second comes back, a refusal costs nothing */
    now += SECOND;
    assert_int_equal(limiter_take(l, LIMIT_API, STR("a"), now), 0);
    assert_int_equal(limiter_take(l, LIMIT_API, STR("a"), now), SECOND);
    now += 100 * SECOND;
    for (int i = 0; i < 3; i++) assert_int_equal(limiter_take(l, LIMIT_API, STR("a"), now), 0);
    assert_true(limiter_take(l, LIMIT_API, STR("a"), now) > 0);
    /* a rate of 0 is none */
    for (int i = 0; i < 1000; i++) assert_int_equal(limiter_take(l, LIMIT_SIGNUP, STR("a"), now), 0);
    limiter_free(l);
}

static void usual_limits(void **state) {
    struct limiter *l = limiter_new(&api_limits_usual);
    for (int i = 0; i < 10; i++) assert_int_equal(limiter_take(l, LIMIT_LOGIN_PAIR, STR("a x"), 0), 0);
    assert_int_equal(limiter_take(l, LIMIT_LOGIN_PAIR, STR("a x"), 0), 90 * SECOND);
    for (int i = 0; i < 20; i++) assert_int_equal(limiter_take(l, LIMIT_SIGNUP, STR("a"), 0), 0);
    assert_int_equal(limiter_take(l, LIMIT_SIGNUP, STR("a"), 0), 180 * SECOND);
    for (int i = 0; i < 300; i++) assert_int_equal(limiter_take(l, LIMIT_API, STR("a"), 0), 0);
    assert_int_equal(limiter_take(l, LIMIT_API, STR("a"), 0), SECOND / 100);
    limiter_free(l);
}

static void memory_stays_fixed(void **state) {
    struct api_limits limits = limits_small();
    struct limiter *l = limiter_new(&limits);
    /* "slow" has 60 s to go; a flood of light keys must not make the table forget it */
    assert_int_equal(limiter_take(l, LIMIT_LOGIN, STR("slow"), 0), 0);
    for (int i = 0; i < 10000; i++) {
        char key[20];
        snprintf(key, sizeof key, "k%d", i);
        assert_int_equal(limiter_take(l, LIMIT_API, str_from(key), 0), 0);
    }
    assert_true(limiter_take(l, LIMIT_LOGIN, STR("slow"), 0) > 0);
    char longest[1000];
    memset(longest, 'x', sizeof longest);
    assert_int_equal(limiter_take(l, LIMIT_API, (str){longest, sizeof longest}, SECOND), 0);
    assert_int_equal(limiter_take(l, LIMIT_API, STR(""), SECOND), 0);
    limiter_free(l);
}

static void waits(void **state) {
    assert_int_equal(limit_wait_seconds(1), 1);
    assert_int_equal(limit_wait_seconds(SECOND), 1);
    assert_int_equal(limit_wait_seconds(SECOND + 1), 2);
}

static void streams(void **state) {
    struct api_limits limits = limits_small();
    struct limiter *l = limiter_new(&limits);
    uint64_t a1 = limiter_stream_open(l, STR("a")), a2 = limiter_stream_open(l, STR("a"));
    assert_true(a1 && a2);
    assert_int_equal(limiter_stream_open(l, STR("a")), 0);
    limiter_stream_close(l, a1);
    assert_true((a1 = limiter_stream_open(l, STR("a"))) != 0);
    /* four addresses at once */
    uint64_t others[3];
    for (int i = 0; i < 3; i++) assert_true((others[i] = limiter_stream_open(l, (str){&"bcd"[i], 1})) != 0);
    assert_int_equal(limiter_stream_open(l, STR("e")), 0);
    limiter_stream_close(l, others[1]);
    uint64_t e = limiter_stream_open(l, STR("e"));
    assert_true(e != 0);
    limiter_stream_close(l, e);
    limiter_stream_close(l, others[0]);
    limiter_stream_close(l, others[2]);
    limiter_stream_close(l, a1);
    limiter_stream_close(l, a2);
    limiter_free(l);
}

/* The open-addressing table against a plain array of counts. */
static void streams_against_counts(void **state) {
    enum { ADDRESSES = 40, STEPS = 20000 };
    struct api_limits limits = limits_small();
    limits.addresses = 32;
    struct limiter *l = limiter_new(&limits);
    uint64_t open[ADDRESSES][2] = {{0}};
    int count[ADDRESSES] = {0}, used = 0;
    unsigned seed = 1;
    for (int step = 0; step < STEPS; step++) {
        seed = seed * 1103515245 + 12345;
        int i = (int)(seed >> 16) % ADDRESSES;
        char key[8];
        snprintf(key, sizeof key, "%d", i);
        if (seed >> 8 & 1 && count[i] > 0) {
            limiter_stream_close(l, open[i][--count[i]]);
            used -= count[i] == 0;
            continue;
        }
        uint64_t id = limiter_stream_open(l, str_from(key));
        bool room = count[i] < 2 && (count[i] > 0 || used < 32);
        assert_int_equal(id != 0, room);
        if (!id) continue;
        used += count[i] == 0;
        open[i][count[i]++] = id;
    }
    limiter_free(l);
}

static void addresses(void **state) {
    char text[LIMIT_KEY_BYTES];
    assert_true(str_is(limit_address_key("10.1.2.3", text), "10.1.2.3"));
    assert_true(str_is(limit_address_key("::ffff:10.1.2.3", text), "10.1.2.3"));
    assert_true(str_is(limit_address_key("2001:db8:1:2:3:4:5:6", text), "2001:0db8:0001:0002::/64"));
    assert_true(str_is(limit_address_key("2001:db8:1:2::9", text), "2001:0db8:0001:0002::/64"));
    char longest[200];
    memset(longest, 'x', sizeof longest);
    longest[199] = 0;
    assert_int_equal(limit_address_key(longest, text).len, LIMIT_KEY_BYTES - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(burst_and_refill),
        cmocka_unit_test(usual_limits),
        cmocka_unit_test(memory_stays_fixed),
        cmocka_unit_test(waits),
        cmocka_unit_test(streams),
        cmocka_unit_test(streams_against_counts),
        cmocka_unit_test(addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
