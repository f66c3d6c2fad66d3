/* Table of requests that must be refused, and of odd ones that must be taken. To add a case, add a row.
 * Each is sent once whole and once byte by byte: the verdict must be the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "http/test_kit.h"

struct malformed_case {
    const char *name, *bytes;
    size_t len;
    int status; /* 0: closed without a reply */
};

#define H "Host: test\r\n"
#define GET "GET /hello HTTP/1.1\r\n"
#define POST "POST /echo HTTP/1.1\r\n" H
#define NEXT "GET /hello HTTP/1.1\r\n" H "\r\n" /* what an attacker would smuggle */
#define ROW(name, status, bytes) \
    { name, bytes, sizeof(bytes) - 1, status }

static const struct malformed_case refused[] = {
    /* how long is the body */
    ROW("two different Content-Length", 400, POST "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"),
    ROW("two equal Content-Length", 400, POST "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"),
    ROW("two Content-Length, other case", 400, POST "Content-Length: 3\r\ncontent-length: 3\r\n\r\nabc"),
    ROW("Content-Length list", 400, POST "Content-Length: 3, 3\r\n\r\nabc"),
    ROW("Content-Length and chunked", 400,
        POST "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" NEXT),
    ROW("chunked and Content-Length", 400,
        POST "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" NEXT),
    ROW("Transfer-Encoding: xchunked", 400, POST "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
    ROW("Transfer-Encoding: chunked, chunked", 400, POST "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
    ROW("Transfer-Encoding: gzip, chunked", 400, POST "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
    ROW("Transfer-Encoding: identity", 400, POST "Transfer-Encoding: identity\r\n\r\n"),
    ROW("Transfer-Encoding empty", 400, POST "Transfer-Encoding:\r\n\r\n"),
    ROW("Transfer-Encoding repeated", 400,
        POST "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ROW("Transfer-Encoding with quotes", 400, POST "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"),
    ROW("Transfer-Encoding in HTTP/1.0", 400, "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ROW("Content-Length: +5", 400, POST "Content-Length: +5\r\n\r\nabcde"),
    ROW("Content-Length: 5x", 400, POST "Content-Length: 5x\r\n\r\nabcde"),
    ROW("Content-Length: 5 5", 400, POST "Content-Length: 5 5\r\n\r\nabcde"),
    ROW("Content-Length: 0x5", 400, POST "Content-Length: 0x5\r\n\r\nabcde"),
    ROW("Content-Length: 05", 400, POST "Content-Length: 05\r\n\r\nabcde"),
    ROW("Content-Length empty", 400, POST "Content-Length:\r\n\r\n"),
    ROW("Content-Length negative", 400, POST "Content-Length: -5\r\n\r\nabcde"),
    ROW("Content-Length of 20 digits", 400, POST "Content-Length: 18446744073709551621\r\n\r\nabcde"),
    ROW("Content-Length of 18 digits", 413, POST "Content-Length: 999999999999999999\r\n\r\nabcde"),
    ROW("Content-Length one too large", 413, POST "Content-Length: 4194305\r\n\r\n"),
    /* chunks */
    ROW("chunk without size", 400, POST "Transfer-Encoding: chunked\r\n\r\n\r\nabc\r\n0\r\n\r\n"),
    ROW("chunk size not hexadecimal", 400, POST "Transfer-Encoding: chunked\r\n\r\ng\r\nabc\r\n0\r\n\r\n"),
    ROW("chunk size with 0x", 400, POST "Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n"),
    ROW("chunk size with blank", 400, POST "Transfer-Encoding: chunked\r\n\r\n3 \r\nabc\r\n0\r\n\r\n"),
    ROW("chunk size negative", 400, POST "Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n"),
    ROW("chunk size of 17 digits", 400, POST "Transfer-Encoding: chunked\r\n\r\n10000000000000003\r\nabc\r\n0\r\n\r\n"),
    ROW("chunk too large", 413, POST "Transfer-Encoding: chunked\r\n\r\nffffffff\r\nabc"),
    ROW("chunk one too large", 413, POST "Transfer-Encoding: chunked\r\n\r\n400001\r\n"),
    ROW("chunk longer than its size", 400, POST "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n"),
    ROW("chunk data ends in LF LF", 400, POST "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\n\n0\r\n\r\n"),
    ROW("chunk size ends in LF", 400, POST "Transfer-Encoding: chunked\r\n\r\n3\nabc\r\n0\r\n\r\n"),
    ROW("chunk data ends in LF", 400, POST "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\n0\r\n\r\n"),
    ROW("chunk extension with LF", 400, POST "Transfer-Encoding: chunked\r\n\r\n3;a\nb\r\nabc\r\n0\r\n\r\n"),
    ROW("chunk extension with NUL", 400, POST "Transfer-Encoding: chunked\r\n\r\n3;a\0b\r\nabc\r\n0\r\n\r\n"),
    ROW("last chunk ends in CR CR", 400, POST "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\r"),
    ROW("trailer without colon", 400, POST "Transfer-Encoding: chunked\r\n\r\n0\r\nabc\r\n\r\n"),
    ROW("trailer continued", 400, POST "Transfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n c\r\n\r\n"),
    ROW("trailer with bare LF", 400, POST "Transfer-Encoding: chunked\r\n\r\n0\r\nA: b\n\r\n\r\n"),
    /* header lines */
    ROW("blank before the colon", 400, GET H "X-A : b\r\n\r\n"),
    ROW("tab before the colon", 400, GET H "X-A\t: b\r\n\r\n"),
    ROW("blank before the colon of Content-Length", 400, POST "Content-Length : 5\r\n\r\nabcde"),
    ROW("no colon", 400, GET H "X-A b\r\n\r\n"),
    ROW("no colon, one word", 400, GET H "XA\r\n\r\n"),
    ROW("empty name", 400, GET H ": b\r\n\r\n"),
    ROW("name with bracket", 400, GET H "X(A): b\r\n\r\n"),
    ROW("name not ASCII", 400, GET H "X\xc3\xa9: b\r\n\r\n"),
    ROW("continued line", 400, GET H "X-A: b\r\n c\r\n\r\n"),
    ROW("continued line with tab", 400, GET H "X-A: b\r\n\tc\r\n\r\n"),
    ROW("first header starts with blank", 400, GET " " H "\r\n"),
    ROW("NUL in a value", 400, GET H "X-A: b\0c\r\n\r\n"),
    ROW("NUL in a name", 400, GET H "X\0A: b\r\n\r\n"),
    ROW("control character in a value", 400, GET H "X-A: b\x01\r\n\r\n"),
    ROW("escape in a value", 400, GET H "X-A: \x1b[1m\r\n\r\n"),
    ROW("DEL in a value", 400, GET H "X-A: \x7f\r\n\r\n"),
    ROW("CR inside a value", 400, GET H "X-A: b\rContent-Length: 5\r\n\r\n"),
    ROW("bare LF after the first line", 400, "GET /hello HTTP/1.1\n" H "\r\n"),
    ROW("bare LF after a header", 400, GET "Host: test\nX-A: b\r\n\r\n"),
    ROW("bare LF at the end", 400, GET H "\n"),
    ROW("CR CR LF", 400, GET "Host: test\r\r\n\r\n"),
    ROW("Authorization twice", 400, GET H "Authorization: a\r\nAuthorization: b\r\n\r\n"),
    ROW("Content-Type twice", 400, POST "Content-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 0\r\n\r\n"),
    ROW("unknown Expect", 400, POST "Expect: tea\r\nContent-Length: 0\r\n\r\n"),
    /* Host */
    ROW("no Host", 400, GET "X-A: b\r\n\r\n"),
    ROW("no header at all", 400, GET "\r\n"),
    ROW("two Hosts", 400, GET H "Host: other\r\n\r\n"),
    ROW("two equal Hosts", 400, GET H H "\r\n"),
    ROW("two Hosts in HTTP/1.0", 400, "GET /hello HTTP/1.0\r\n" H H "\r\n"),
    ROW("Host empty", 400, GET "Host:\r\n\r\n"),
    ROW("Host with path", 400, GET "Host: a/b\r\n\r\n"),
    ROW("Host with user", 400, GET "Host: a@b\r\n\r\n"),
    ROW("Host with blank", 400, GET "Host: a b\r\n\r\n"),
    ROW("Host list", 400, GET "Host: a, b\r\n\r\n"),
    /* the first line */
    ROW("%00 in the path", 400, "GET /hello%00x HTTP/1.1\r\n" H "\r\n"),
    ROW("%00 in the query", 400, "GET /hello?a=%00 HTTP/1.1\r\n" H "\r\n"),
    ROW("NUL in the path", 400, "GET /hello\0x HTTP/1.1\r\n" H "\r\n"),
    ROW("control character in the path", 400, "GET /hel\x01lo HTTP/1.1\r\n" H "\r\n"),
    ROW("tab in the path", 400, "GET /hel\tlo HTTP/1.1\r\n" H "\r\n"),
    ROW("byte over 127 in the path", 400, "GET /hel\xc3\xa9 HTTP/1.1\r\n" H "\r\n"),
    ROW("encoded line end in the path", 400, "GET /hello%0d%0aX:y HTTP/1.1\r\n" H "\r\n"),
    ROW("encoding cut", 400, "GET /hello%4 HTTP/1.1\r\n" H "\r\n"),
    ROW("encoding without digits", 400, "GET /hello% HTTP/1.1\r\n" H "\r\n"),
    ROW("encoding not hexadecimal", 400, "GET /hello%zz HTTP/1.1\r\n" H "\r\n"),
    ROW("encoding wrong in the query", 400, "GET /hello?a=100% HTTP/1.1\r\n" H "\r\n"),
    ROW("encoded path not UTF-8", 400, "GET /hello%ff HTTP/1.1\r\n" H "\r\n"),
    ROW("overlong UTF-8 in the path", 400, "GET /hello%c0%af HTTP/1.1\r\n" H "\r\n"),
    ROW("fragment", 400, "GET /hello#x HTTP/1.1\r\n" H "\r\n"),
    ROW("backslash", 400, "GET /a\\b HTTP/1.1\r\n" H "\r\n"),
    ROW("absolute form", 400, "GET http://test/hello HTTP/1.1\r\n" H "\r\n"),
    ROW("absolute form, https", 400, "GET https://other/hello HTTP/1.1\r\n" H "\r\n"),
    ROW("asterisk", 400, "OPTIONS * HTTP/1.1\r\n" H "\r\n"),
    ROW("CONNECT", 400, "CONNECT test:80 HTTP/1.1\r\n" H "\r\n"),
    ROW("no slash", 400, "GET hello HTTP/1.1\r\n" H "\r\n"),
    ROW("two blanks before the address", 400, "GET  /hello HTTP/1.1\r\n" H "\r\n"),
    ROW("two blanks after the address", 400, "GET /hello  HTTP/1.1\r\n" H "\r\n"),
    ROW("blank in the address", 400, "GET /hel lo HTTP/1.1\r\n" H "\r\n"),
    ROW("blank after the version", 400, "GET /hello HTTP/1.1 \r\n" H "\r\n"),
    ROW("blank before the method", 400, " GET /hello HTTP/1.1\r\n" H "\r\n"),
    ROW("empty line before", 400, "\r\nGET /hello HTTP/1.1\r\n" H "\r\n"),
    ROW("method with bracket", 400, "G(T /hello HTTP/1.1\r\n" H "\r\n"),
    ROW("method too long", 400, "GETGETGETGETGETGETGET /hello HTTP/1.1\r\n" H "\r\n"),
    ROW("HTTP/0.9", 400, "GET /hello\r\n"),
    ROW("HTTP/1.2", 400, "GET /hello HTTP/1.2\r\n" H "\r\n"),
    ROW("HTTP/2.0", 400, "GET /hello HTTP/2.0\r\n" H "\r\n"),
    ROW("HTTP/2 preface", 400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    ROW("http in small letters", 400, "GET /hello http/1.1\r\n" H "\r\n"),
    ROW("HTTP/01.1", 400, "GET /hello HTTP/01.1\r\n" H "\r\n"),
    ROW("TLS to the plain port", 400, "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
    ROW("empty lines only", 400, "\r\n\r\n"),
};

static const struct malformed_case taken[] = {
    ROW("GET", 200, GET H "\r\n"),
    ROW("blanks around a value", 200, GET "Host: \t test \t\r\n\r\n"),
    ROW("no blank after the colon", 200, GET "Host:test\r\n\r\n"),
    ROW("empty value", 200, GET H "X-A:\r\n\r\n"),
    ROW("colons in a value", 200, GET H "X-A: b:c:d\r\n\r\n"),
    ROW("value not ASCII", 200, GET H "X-A: \xc3\xa9\r\n\r\n"),
    ROW("tab inside a value", 200, GET H "X-A: b\tc\r\n\r\n"),
    ROW("Host with port", 200, GET "Host: [::1]:8080\r\n\r\n"),
    ROW("HTTP/1.0 without Host", 200, "GET /hello HTTP/1.0\r\n\r\n"),
    ROW("Content-Length: 0", 200, POST "Content-Length: 0\r\n\r\n"),
    ROW("POST without a body", 200, POST "\r\n"),
    ROW("GET with a body", 200, GET H "Content-Length: 3\r\n\r\nabc"),
    ROW("chunk sizes in both cases, with zeros", 200,
        POST "Transfer-Encoding: chunked\r\n\r\n0000000a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n"),
    ROW("empty chunked body", 200, POST "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ROW("encoded letters", 200, "GET /%68ell%6F HTTP/1.1\r\n" H "\r\n"),
    ROW("unknown method", 200, "BREW /hello HTTP/1.1\r\n" H "\r\n"),
    ROW("TRACE", 200, "TRACE /hello HTTP/1.1\r\n" H "\r\n"),
    ROW("Upgrade to HTTP/2 is not taken up", 200,
        GET H
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n"),
    ROW("two Cookie headers", 200, GET H "Cookie: a=1\r\nCookie: b=2\r\n\r\n"),
    ROW("brackets in the query", 200, "GET /hello?a[]=1&b={\"c\"|'d'} HTTP/1.1\r\n" H "\r\n"),
};

static void ask(struct kit *k, const struct malformed_case *c, bool bytewise, bool is_refused) {
    struct peer p;
    int handled = k->handled, refusals = k->refused;
    peer_dial(&p, k);
    if (bytewise) {
        for (size_t i = 0; i < c->len; i++) peer_send(&p, c->bytes + i, 1);
    } else {
        peer_send(&p, c->bytes, c->len);
    }
    struct reply r = peer_reply(&p, false);
    if (r.status != c->status) print_error("%s%s: %d\n", c->name, bytewise ? ", byte by byte" : "", r.status);
    assert_int_equal(r.status, c->status);
    if (is_refused) {
        assert_true(reply_has(&r, "Connection: close"));
        assert_true(reply_has(&r, "Content-Type: text/x-refusal"));
        assert_non_null(strchr(r.body.data, '.')); /* a sentence */
        assert_true(peer_read_end(&p));
        assert_int_equal(p.in.len, 0); /* nothing after it was read as a request */
        assert_int_equal(k->handled, handled);
        assert_int_equal(k->refused, refusals + 1);
    }
    reply_free(&r);
    peer_hang_up(&p);
}

static void table_of_refusals(void **state) {
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        ask(*state, &refused[i], false, true);
        ask(*state, &refused[i], true, true);
    }
}

static void table_of_accepted(void **state) {
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        ask(*state, &taken[i], false, false);
        ask(*state, &taken[i], true, false);
    }
}

static void after_a_good_request(void **state) {
    /* the reply to the good one comes first, then the refusal */
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct kit *k = *state;
        CLEANUP(buf_free) struct buf both = {0};
        buf_add_text(&both, NEXT);
        buf_add(&both, refused[i].bytes, refused[i].len);
        struct peer p;
        peer_dial(&p, k);
        peer_send(&p, both.data, both.len);
        struct reply first = peer_reply(&p, false), second = peer_reply(&p, false);
        assert_int_equal(first.status, 200);
        assert_int_equal(second.status, refused[i].status);
        reply_free(&first);
        reply_free(&second);
        peer_hang_up(&p);
    }
}

static void refuse_built(struct kit *k, const char *name, struct buf *b, int status) {
    struct malformed_case c = {name, b->data, b->len, status};
    ask(k, &c, false, true);
    buf_clear(b);
}

static void over_the_limits(void **state) {
    struct kit *k = *state;
    CLEANUP(buf_free) struct buf b = {0};
    buf_add_text(&b, "GET /");
    for (int i = 0; i < HTTP_URL_BYTES_MAX; i++) buf_add_char(&b, 'u');
    buf_add_text(&b, " HTTP/1.1\r\n" H "\r\n");
    refuse_built(k, "URL one too long", &b, 414);

    buf_add_text(&b, "GET /");
    for (int i = 0; i < HTTP_URL_BYTES_MAX * 2; i++) buf_add_char(&b, 'u');
    refuse_built(k, "URL without an end", &b, 414);

    buf_add_text(&b, GET H);
    for (int i = 0; i < HTTP_HEADERS_MAX; i++) buf_add_text(&b, "X: y\r\n");
    buf_add_text(&b, "\r\n");
    refuse_built(k, "one header too many", &b, 413);

    buf_add_text(&b, GET H "X: ");
    while (b.len < HTTP_HEADER_BYTES_MAX - 3) buf_add_char(&b, 'h');
    buf_add_text(&b, "\r\n\r\n");
    refuse_built(k, "head one byte too long", &b, 413);

    buf_add_text(&b, GET H "X: ");
    while (b.len < HTTP_HEADER_BYTES_MAX * 4) buf_add_char(&b, 'h');
    refuse_built(k, "head without an end", &b, 413);

    buf_add_text(&b, POST "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < HTTP_BODY_BYTES_MAX / 65536 + 1; i++) {
        buf_add_text(&b, "10000\r\n");
        for (int n = 0; n < 65536; n++) buf_add_char(&b, 'c');
        buf_add_text(&b, "\r\n");
    }
    refuse_built(k, "chunks together too large", &b, 413);

    buf_add_text(&b, POST "Transfer-Encoding: chunked\r\n\r\n3;");
    for (int i = 0; i < 300; i++) buf_add_char(&b, 'e');
    refuse_built(k, "chunk extension too long", &b, 400);

    buf_add_text(&b, POST "Transfer-Encoding: chunked\r\n\r\n0\r\nT: ");
    for (int i = 0; i < HTTP_HEADER_BYTES_MAX; i++) buf_add_char(&b, 't');
    refuse_built(k, "trailer too long", &b, 413);
}

static void body_cut_off(void **state) {
    struct kit *k = *state;
    static const char *const cut[] = {POST "Content-Length: 100\r\n\r\nabc",
                                      POST "Transfer-Encoding: chunked\r\n\r\n5\r\nabc",
                                      POST "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n", "GET /hel", GET H};
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
        int handled = k->handled;
        struct peer p;
        peer_dial(&p, k);
        peer_text(&p, cut[i]);
        shutdown(p.fd, SHUT_WR);
        assert_true(peer_read_end(&p));
        assert_int_equal(p.in.len, 0);
        assert_int_equal(k->handled, handled);
        peer_hang_up(&p);
    }
}

static int start(void **state) {
    struct kit *k = mem_alloc(sizeof *k);
    kit_start(k);
    *state = k;
    return 0;
}

static int stop(void **state) {
    kit_stop(*state);
    free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(table_of_refusals, start, stop),
        cmocka_unit_test_setup_teardown(table_of_accepted, start, stop),
        cmocka_unit_test_setup_teardown(after_a_good_request, start, stop),
        cmocka_unit_test_setup_teardown(over_the_limits, start, stop),
        cmocka_unit_test_setup_teardown(body_cut_off, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
