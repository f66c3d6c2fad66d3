/* Tests of TLS: the same server behind a certificate made here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "base/arena.h"
#include "base/limits.h"
#include "http/test_kit.h"

#define GET(target) "GET " target " HTTP/1.1\r\nHost: test\r\n\r\n"

struct files {
    char cert[64], key[64], other_key[64];
};

static FILE *temporary(char name[64]) {
    snprintf(name, 64, "/tmp/http_tls_test_XXXXXX");
    return fdopen(mkstemp(name), "wb");
}

static void files_make(struct files *f) {
    EVP_PKEY *key = EVP_EC_gen("P-256"), *other = EVP_EC_gen("P-256");
    X509 *cert = X509_new();
    X509_set_version(cert, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
    X509_gmtime_adj(X509_getm_notBefore(cert), -60);
    X509_gmtime_adj(X509_getm_notAfter(cert), 3600);
    X509_set_pubkey(cert, key);
    X509_NAME *name = X509_get_subject_name(cert);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, (const unsigned char *)"localhost", -1, -1, 0);
    X509_set_issuer_name(cert, name);
    X509_sign(cert, key, EVP_sha256());
    FILE *out = temporary(f->cert);
    PEM_write_X509(out, cert);
    fclose(out);
    out = temporary(f->key);
    PEM_write_PrivateKey(out, key, NULL, NULL, 0, NULL, NULL);
    fclose(out);
    out = temporary(f->other_key);
    PEM_write_PrivateKey(out, other, NULL, NULL, 0, NULL, NULL);
    fclose(out);
    X509_free(cert);
    EVP_PKEY_free(key);
    EVP_PKEY_free(other);
}

static void files_remove(struct files *f) {
    unlink(f->cert);
    unlink(f->key);
    unlink(f->other_key);
}

static SSL_CTX *client_new(const struct files *f) {
    SSL_CTX *tls = SSL_CTX_new(TLS_client_method());
    SSL_CTX_load_verify_locations(tls, f->cert, NULL);
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER, NULL);
    return tls;
}

static void round_trips(void **state) {
    struct files f;
    files_make(&f);
    struct kit k = {.config.tls_cert = f.cert, .config.tls_key = f.key, .config.threads = 2};
    kit_start(&k);
    k.tls = client_new(&f);
    struct peer p;
    peer_dial(&p, &k);
    assert_non_null(p.ssl);
    assert_string_equal(SSL_get_version(p.ssl), "TLSv1.3");
    for (int i = 0; i < 3; i++) {
        peer_text(&p, GET("/show"));
        struct reply r = peer_reply(&p, false);
        assert_non_null(strstr(r.body.data, "secure=1"));
        reply_free(&r);
    }
    peer_text(&p, GET("/async?ms=5") GET("/hello"));
    struct reply r = peer_reply(&p, false);
    assert_string_equal(r.body.data, "later");
    reply_free(&r);
    r = peer_reply(&p, false);
    assert_string_equal(r.body.data, "hello");
    reply_free(&r);

    char *body = mem_alloc(HTTP_BODY_BYTES_MAX);
    for (size_t i = 0; i < HTTP_BODY_BYTES_MAX; i++) body[i] = (char)('A' + i % 26);
    peer_text(&p, "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 4194304\r\n\r\n");
    peer_send(&p, body, HTTP_BODY_BYTES_MAX);
    r = peer_reply(&p, false);
    assert_int_equal(r.body.len, HTTP_BODY_BYTES_MAX);
    assert_memory_equal(r.body.data, body, HTTP_BODY_BYTES_MAX);
    reply_free(&r);
    free(body);

    peer_text(&p, GET("/stream?kb=3000"));
    r = peer_reply(&p, false);
    assert_false(r.cut);
    assert_int_equal(r.body.len, 3000 * 1024);
    reply_free(&r);
    peer_text(&p, GET("/stream?kb=100&empty=20"));
    r = peer_reply(&p, false);
    assert_int_equal(r.body.len, 100 * 1024);
    reply_free(&r);
    peer_text(&p, GET("/file?offset=7&length=2000000"));
    r = peer_reply(&p, false);
    assert_false(r.cut);
    assert_int_equal(r.body.len, 2000000);
    for (size_t n = 0; n < r.body.len; n++) {
        if (r.body.data[n] != kit_file_byte((long long)n + 7)) fail();
    }
    reply_free(&r);
    /* refused, closed with a proper goodbye */
    peer_text(&p, "GET / HTTP/1.1\r\n\r\n");
    r = peer_reply(&p, false);
    assert_int_equal(r.status, 400);
    reply_free(&r);
    char byte;
    int n = SSL_read(p.ssl, &byte, 1);
    assert_int_equal(SSL_get_error(p.ssl, n), SSL_ERROR_ZERO_RETURN);
    peer_hang_up(&p);

    peer_dial(&p, &k);
    peer_text(&p, GET("/sse"));
    assert_true(peer_read_until(&p, "\r\n\r\n"));
    assert_true(kit_wait(&k.subscribers, 1));
    kit_broadcast(&k, "data: 1\n\n");
    assert_true(peer_read_until(&p, "data: 1\n\n"));
    peer_hang_up(&p);
    assert_true(kit_wait(&k.closed, 1));
    /* clients that leave in the middle */
    for (int i = 0; i < 5; i++) {
        peer_dial_small(&p, &k, 16 * 1024);
        peer_text(&p, GET("/stream?kb=100000"));
        assert_true(peer_read(&p));
        peer_hang_up(&p);
        assert_true(kit_wait(&k.ends, 3 + i));
    }
    kit_stop(&k);
    SSL_CTX_free(k.tls);
    files_remove(&f);
}

static void old_protocols_and_plain_text_are_refused(void **state) {
    struct files f;
    files_make(&f);
    struct kit k = {.config.tls_cert = f.cert, .config.tls_key = f.key};
    kit_start(&k);
    struct peer p;
    peer_dial(&p, &k); /* no TLS */
    peer_text(&p, GET("/hello"));
    assert_true(peer_read_end(&p));
    peer_hang_up(&p);
    assert_int_equal(k.handled, 0);

    SSL_CTX *tls = client_new(&f);
    k.tls = tls;
    SSL_CTX_set_security_level(tls, 0);
    SSL_CTX_set_min_proto_version(tls, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(tls, TLS1_1_VERSION);
    peer_dial(&p, &k);
    assert_null(p.ssl);
    SSL_CTX_set_max_proto_version(tls, TLS1_2_VERSION);
    SSL_CTX_set_alpn_protos(tls, (const unsigned char *)"\x02h2\x08http/1.1", 12);
    peer_dial(&p, &k);
    assert_non_null(p.ssl);
    assert_string_equal(SSL_get_version(p.ssl), "TLSv1.2");
    const unsigned char *chosen;
    unsigned len;
    SSL_get0_alpn_selected(p.ssl, &chosen, &len);
    assert_int_equal(len, 8);
    peer_text(&p, GET("/hello"));
    struct reply r = peer_reply(&p, false);
    assert_int_equal(r.status, 200);
    reply_free(&r);
    peer_hang_up(&p);
    SSL_CTX_set_alpn_protos(tls, (const unsigned char *)"\x02h2", 3);
    peer_dial(&p, &k);
    assert_null(p.ssl);
    k.tls = NULL;
    SSL_CTX_free(tls);
    kit_stop(&k);
    files_remove(&f);
}

static void wrong_files_are_named(void **state) {
    struct files f;
    files_make(&f);
    struct kit k = {.config.tls_cert = f.cert, .config.tls_key = f.key};
    kit_start(&k); /* fills in the callbacks */
    struct http_config config = k.config;
    struct http_server *server;
    struct problem p = {0};
    config.tls_key = f.other_key;
    assert_int_equal(http_server_new(&config, &server, &p), ERR_SYSTEM);
    assert_non_null(strstr(p.detail, f.other_key));
    config.tls_key = f.key;
    config.tls_cert = f.key;
    assert_int_equal(http_server_new(&config, &server, &p), ERR_SYSTEM);
    assert_non_null(strstr(p.detail, "not a PEM certificate"));
    config.tls_cert = f.cert;
    config.tls_key = "/nonexistent/key.pem";
    assert_int_equal(http_server_new(&config, &server, &p), ERR_SYSTEM);
    assert_non_null(strstr(p.detail, "No such file"));
    kit_stop(&k);
    files_remove(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(round_trips),
        cmocka_unit_test(old_protocols_and_plain_text_are_refused),
        cmocka_unit_test(wrong_files_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
