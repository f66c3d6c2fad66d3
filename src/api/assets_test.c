/* Tests of assets.c and of tools/gen_assets.py, on the little site tools/testdata/site. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/assets.h"
#include "http_fake.h"

static const struct asset *at(const char *path) { return asset_find(&assets_built, str_from(path)); }

static void finds(void **state) {
    assert_string_equal(at("/")->path, "/");
    assert_string_equal(at("/console")->path, "/console");
    assert_string_equal(at("/console/")->path, "/console");
    assert_string_equal(at("/console/projects/7")->path, "/console");
    assert_string_equal(at("/assets/app-1234.js")->path, "/assets/app-1234.js");
    assert_string_equal(at("/docs/note")->path, "/docs/note");
    static const char *const none[] = {"",
                                       "/x",
                                       "/consol",
                                       "/consolex",
                                       "/assets",
                                       "/assets/",
                                       "/assets/app-1234.js/x",
                                       "/assets/app-1234.j",
                                       "/index.html",
                                       "//",
                                       "/docs"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) assert_null(at(none[i]));
}

static void content(void **state) {
    const struct asset *a = at("/assets/app-1234.js");
    assert_true(a->immutable && !a->page);
    assert_string_equal(a->type, "text/javascript; charset=utf-8");
    assert_int_equal(a->forms[ASSET_PLAIN].len, 420);
    assert_memory_equal(a->forms[ASSET_PLAIN].data, "console.log", 11);
    assert_memory_equal(a->forms[ASSET_GZIP].data, "\x1f\x8b", 2);
    assert_non_null(a->forms[ASSET_BROTLI].data);
    assert_string_not_equal(a->forms[ASSET_PLAIN].etag, a->forms[ASSET_GZIP].etag);
    assert_true(at("/")->page && !at("/")->immutable);
    assert_null(at("/icon.png")->forms[ASSET_GZIP].data);
}

static void negotiation(void **state) {
    static const struct asset a = {.forms = {{"plain", 100, "\"p\""}, {"gz", 50, "\"g\""}, {"br", 40, "\"b\""}}};
    static const struct asset no_brotli = {.forms = {{"plain", 100, "\"p\""}, {"gz", 50, "\"g\""}}};
    static const struct {
        const char *header;
        enum asset_form form;
    } cases[] = {
        {NULL, ASSET_PLAIN},
        {"", ASSET_PLAIN},
        {"gzip", ASSET_GZIP},
        {"x-gzip", ASSET_GZIP},
        {"gzip, deflate, br", ASSET_BROTLI},
        {"br;q=0.5, gzip;q=0.9", ASSET_GZIP},
        {"br;q=0.500,gzip;q=0.5", ASSET_BROTLI},
        {"BR", ASSET_BROTLI},
        {"br;q=0", ASSET_PLAIN},
        {"br;q=0, *", ASSET_GZIP},
        {"*", ASSET_BROTLI},
        {"*;q=0", ASSET_PLAIN},
        {"identity", ASSET_PLAIN},
        {"identity, gzip;q=0.5", ASSET_PLAIN},
        {"identity;q=0, gzip;q=0.001", ASSET_GZIP},
        {"deflate", ASSET_PLAIN},
        {" gzip ; q=1.0 ,\tbr ; q=0.8", ASSET_GZIP},
        {"gzip;", ASSET_GZIP},
        {",,;q=,gzip;q=x", ASSET_GZIP},
        {"gzipx, brr", ASSET_PLAIN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(asset_choose(&a, cases[i].header), cases[i].form);
    assert_int_equal(asset_choose(&no_brotli, "br"), ASSET_PLAIN);
    assert_int_equal(asset_choose(&no_brotli, "br, gzip;q=0.1"), ASSET_GZIP);
}

static void announced_words(void **state) {
    const struct asset *page = at("/");
    assert_string_equal(asset_words(page, "en-GB,en;q=0.9,es;q=0.8"), "/assets/en-1.js");
    assert_string_equal(asset_words(page, "de, es-VE;q=0.5, en"), "/assets/es-1.js");
    assert_string_equal(asset_words(page, "EN"), "/assets/en-1.js");
    assert_string_equal(asset_words(page, "enm, e"), "/assets/es-1.js"); /* Middle English is not English */
    assert_string_equal(asset_words(page, ""), "/assets/es-1.js");
    assert_string_equal(asset_words(page, NULL), "/assets/es-1.js");
    assert_null(asset_words(at("/console"), "en"));
    struct http_request r = {.method = HTTP_GET, .path = "/", .headers = {{"Accept-Language", "en"}}};
    assert_true(assets_serve(&assets_built, &r));
    assert_string_equal(fake_reply_header(&r, "Link"), "</assets/en-1.js>; rel=modulepreload");
    assert_string_equal(fake_reply_header(&r, "Vary"), "Accept-Encoding, Accept-Language");
    fake_free(&r);
}

static void known_etags(void **state) {
    assert_true(asset_known("\"a\"", "\"a\""));
    assert_true(asset_known("W/\"a\"", "\"a\""));
    assert_true(asset_known("\"x,y\", \"a\"", "\"a\""));
    assert_true(asset_known("*", "\"a\""));
    assert_false(asset_known(NULL, "\"a\""));
    assert_false(asset_known("", "\"a\""));
    assert_false(asset_known("\"ab\"", "\"a\""));
    assert_false(asset_known("a", "\"a\""));
    assert_false(asset_known("\"a", "\"a\""));
    assert_false(asset_known("\"", "\"a\""));
}

static void serves(void **state) {
    struct http_request r = {.method = HTTP_GET, .path = "/assets/app-1234.js", .headers = {{"Accept-Encoding", "br"}}};
    assert_true(assets_serve(&assets_built, &r));
    assert_int_equal(r.status, 200);
    assert_string_equal(r.type, "text/javascript; charset=utf-8");
    assert_string_equal(fake_reply_header(&r, "Content-Encoding"), "br");
    assert_string_equal(fake_reply_header(&r, "Vary"), "Accept-Encoding");
    assert_string_equal(fake_reply_header(&r, "Cache-Control"), "public, max-age=31536000, immutable");
    assert_null(fake_reply_header(&r, "Content-Security-Policy"));
    assert_null(fake_reply_header(&r, "ETag")); /* it never changes */
    fake_free(&r);

    struct http_request page = {.method = HTTP_GET, .path = "/", .headers = {{"Accept-Encoding", "br"}}};
    assert_true(assets_serve(&assets_built, &page));
    char etag[80];
    snprintf(etag, sizeof etag, "%s", fake_reply_header(&page, "ETag"));
    fake_free(&page);
    struct http_request again = {
        .method = HTTP_GET, .path = "/", .headers = {{"Accept-Encoding", "br"}, {"If-None-Match", etag}}};
    assert_true(assets_serve(&assets_built, &again));
    assert_int_equal(again.status, 304);
    assert_int_equal(again.reply.len, 0);
    assert_string_equal(fake_reply_header(&again, "ETag"), etag);
    fake_free(&again);
    struct http_request other = {.method = HTTP_GET, .path = "/", .headers = {{"If-None-Match", "\"another\""}}};
    assert_true(assets_serve(&assets_built, &other));
    assert_int_equal(other.status, 200);
    fake_free(&other);
}

static void pages_are_guarded(void **state) {
    struct http_request r = {.method = HTTP_HEAD, .path = "/console/x"};
    assert_true(assets_serve(&assets_built, &r));
    assert_int_equal(r.status, 200);
    assert_int_equal(r.reply.len, 0);
    assert_string_equal(fake_reply_header(&r, "Cache-Control"), "no-cache");
    static const char *const guards[] = {"Content-Security-Policy", "X-Content-Type-Options",     "Referrer-Policy",
                                         "Permissions-Policy",      "Cross-Origin-Opener-Policy", "X-Frame-Options"};
    for (size_t i = 0; i < sizeof guards / sizeof *guards; i++) assert_non_null(fake_reply_header(&r, guards[i]));
    assert_non_null(strstr(fake_reply_header(&r, "Content-Security-Policy"), "default-src 'none'; script-src 'self';"));
    assert_null(fake_reply_header(&r, "Strict-Transport-Security"));
    fake_free(&r);
    struct http_request secure = {.method = HTTP_GET, .path = "/", .secure = true};
    assert_true(assets_serve(&assets_built, &secure));
    assert_non_null(fake_reply_header(&secure, "Strict-Transport-Security"));
    fake_free(&secure);

    struct http_request post = {.method = HTTP_POST, .path = "/"};
    assert_true(assets_serve(&assets_built, &post));
    assert_int_equal(post.status, 405);
    assert_string_equal(fake_reply_header(&post, "Allow"), "GET, HEAD");
    fake_free(&post);

    struct http_request none = {.method = HTTP_GET, .path = "/none"};
    assert_false(assets_serve(&assets_built, &none));
    assert_int_equal(none.replies, 0);
    fake_free(&none);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),
        cmocka_unit_test(content),
        cmocka_unit_test(negotiation),
        cmocka_unit_test(announced_words),
        cmocka_unit_test(known_etags),
        cmocka_unit_test(serves),
        cmocka_unit_test(pages_are_guarded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
