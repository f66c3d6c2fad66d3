/* Which addresses lead outside. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <arpa/inet.h>
#include <cmocka.h>
#include <netinet/in.h>

#include "send/guard.h"

static bool allowed(const struct guard *guard, const char *text) {
    struct sockaddr_in in = {.sin_family = AF_INET};
    struct sockaddr_in6 in6 = {.sin6_family = AF_INET6};
    bool named;
    if (inet_pton(AF_INET, text, &in.sin_addr) == 1) return guard_allows(guard, (struct sockaddr *)&in, &named);
    assert_int_equal(inet_pton(AF_INET6, text, &in6.sin6_addr), 1);
    return guard_allows(guard, (struct sockaddr *)&in6, &named);
}

static struct guard *guard_of(const char *networks) {
    struct guard *guard;
    assert_int_equal(guard_new(networks, &guard, NULL), OK);
    return guard;
}

static void only_the_public_internet(void **state) {
    static const char *const outside[] = {"1.1.1.1",       "8.8.8.8",     "172.15.255.255",  "172.32.0.1",
                                          "100.63.0.1",    "100.128.0.1", "169.253.0.1",     "223.255.255.255",
                                          "192.169.0.1",   "11.0.0.1",    "2606:4700::1111", "2a00:1450::1",
                                          "::ffff:8.8.8.8"};
    static const char *const inside[] = {"0.0.0.0",
                                         "127.0.0.1",
                                         "127.255.255.254",
                                         "10.0.0.1",
                                         "172.16.0.1",
                                         "172.31.255.255",
                                         "192.168.1.1",
                                         "169.254.169.254",
                                         "100.64.0.1",
                                         "192.0.0.8",
                                         "192.0.2.1",
                                         "198.18.0.1",
                                         "198.51.100.1",
                                         "203.0.113.9",
                                         "224.0.0.1",
                                         "240.0.0.1",
                                         "255.255.255.255",
                                         "::",
                                         "::1",
                                         "fe80::1",
                                         "fc00::1",
                                         "fd12::1",
                                         "ff02::1",
                                         "64:ff9b::7f00:1",
                                         "::ffff:127.0.0.1",
                                         "::ffff:10.0.0.1",
                                         "::127.0.0.1",
                                         "2001::1",
                                         "2001:db8::1",
                                         "2002:7f00:1::",
                                         "3fff::1",
                                         "fd00:ec2::254",
                                         "4000::1"};
    struct guard *guard = guard_of("");
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
        if (!allowed(guard, outside[i])) fail_msg("%s is refused", outside[i]);
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        if (allowed(guard, inside[i])) fail_msg("%s is let through", inside[i]);
    struct sockaddr local = {.sa_family = AF_UNIX};
    bool named;
    assert_false(guard_allows(guard, &local, &named));
    guard_free(guard);
}

static void what_the_operator_allows(void **state) {
    struct guard *guard = guard_of("10.1.0.0/16, fd00::/8 127.0.0.1");
    assert_true(allowed(guard, "10.1.255.1") && allowed(guard, "fd99::1") && allowed(guard, "127.0.0.1"));
    assert_true(allowed(guard, "::ffff:10.1.0.9"));
    assert_false(allowed(guard, "10.2.0.1") || allowed(guard, "127.0.0.2") || allowed(guard, "fe80::1"));
    guard_free(guard);
    static const char *const wrong[] = {"10.0.0.0/33", "ten", "10.0.0.0/", "::/129", "10.0.0.0/-1", "1.2.3"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(guard_new(wrong[i], &guard, NULL), ERR_INVALID);
}

static void addresses_as_people_write_them(void **state) {
    static const char *const good[] = {"https://push.example/x", "https://push.example:8443/x?y=1", "https://8.8.8.8/",
                                       "https://[2606:4700::1111]/"};
    static const char *const bad[] = {"http://push.example/",
                                      "ftp://push.example/",
                                      "https://",
                                      "push.example",
                                      "https://localhost/",
                                      "https://127.0.0.1/",
                                      "https://[::1]/",
                                      "https://0x7f.1/",
                                      "https://2130706433/",
                                      "https://017700000001/",
                                      "https://127.1/",
                                      "https://user@push.example/",
                                      "https://u:p@push.example",
                                      "https://169.254.169.254",
                                      "https://a b/",
                                      "https://push.example/\r\nX: y",
                                      "https://LOCALHOST/",
                                      "https://[::ffff:127.0.0.1]/",
                                      "file:///etc/hosts",
                                      "https://push.example\\@127.0.0.1/",
                                      "https://\xc3\xb1.example/"};
    struct guard *guard = guard_of("");
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct problem p = {0};
        if (guard_url(guard, str_from(good[i]), &p) != OK) fail_msg("%s: %s", good[i], p.detail);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct problem p = {0};
        if (guard_url(guard, str_from(bad[i]), &p) == OK) fail_msg("%s is taken", bad[i]);
        assert_true(p.detail[0]);
    }
    guard_free(guard);
    guard = guard_of("127.0.0.0/8");
    assert_int_equal(guard_url(guard, STR("http://127.0.0.1:9/x"), NULL), OK);
    guard_free(guard);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_public_internet),
        cmocka_unit_test(what_the_operator_allows),
        cmocka_unit_test(addresses_as_people_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
