/* tls.c - certificate, settings, and the TLS form of a connection. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <event2/bufferevent_ssl.h>
#include <openssl/err.h>

#include "http/internal.h"

/* Forward secrecy and authenticated encryption only; TLS 1.3 has no other suites. */
static const char ciphers[] = "ECDHE+AESGCM:ECDHE+CHACHA20";

static const char *reason(void) {
    unsigned long code = ERR_peek_last_error();
    const char *text = code ? ERR_reason_error_string(code) : NULL;
    return text ? text : "no reason given";
}

/* Only HTTP/1.1; a client that offers nothing it could mean is told so instead of being misread. */
static int alpn_select(SSL *ssl, const unsigned char **out, unsigned char *out_len, const unsigned char *in,
                       unsigned int in_len, void *arg) {
    static const unsigned char ours[] = "\x08http/1.1";
    unsigned char *found;
    if (SSL_select_next_proto(&found, out_len, ours, sizeof ours - 1, in, in_len) != OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    *out = found;
    return SSL_TLSEXT_ERR_OK;
}

static err files_load(SSL_CTX *tls, const char *cert_file, const char *key_file, struct problem *p) {
    const char *const files[] = {cert_file, key_file};
    for (int i = 0; i < 2; i++) {
        if (access(files[i], R_OK) == 0) continue;
        return problem_set(p, ERR_SYSTEM, "Cannot read the TLS %s file %s: %s.", i ? "key" : "certificate", files[i],
                           strerror(errno));
    }
    if (SSL_CTX_use_certificate_chain_file(tls, cert_file) != 1) {
        return problem_set(p, ERR_SYSTEM, "The TLS certificate file %s is not a PEM certificate chain: %s.", cert_file,
                           reason());
    }
    if (SSL_CTX_use_PrivateKey_file(tls, key_file, SSL_FILETYPE_PEM) != 1 || SSL_CTX_check_private_key(tls) != 1) {
        return problem_set(p, ERR_SYSTEM,
                           "The TLS key file %s is not the PEM private key (without a password) of the certificate in "
                           "%s: %s.",
                           key_file, cert_file, reason());
    }
    return OK;
}

err tls_open(const char *cert_file, const char *key_file, SSL_CTX **out, struct problem *p) {
    ERR_clear_error();
    SSL_CTX *tls = SSL_CTX_new(TLS_server_method());
    if (!tls) return problem_set(p, ERR_SYSTEM, "OpenSSL cannot be set up: %s.", reason());
    SSL_CTX_set_min_proto_version(tls, TLS1_2_VERSION);
    SSL_CTX_set_options(tls, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(tls, SSL_MODE_RELEASE_BUFFERS); /* an idle connection holds no 32 KB of buffers */
    SSL_CTX_set_alpn_select_cb(tls, alpn_select, NULL);
    err e = OK;
    if (SSL_CTX_set_cipher_list(tls, ciphers) != 1) {
        e = problem_set(p, ERR_SYSTEM, "OpenSSL knows none of the ciphers %s.", ciphers);
    }
    if (e == OK) e = files_load(tls, cert_file, key_file, p);
    ERR_clear_error();
    if (e != OK) {
        SSL_CTX_free(tls);
        return e;
    }
    *out = tls;
    return OK;
}

struct bufferevent *tls_accept(SSL_CTX *tls, struct event_base *base, evutil_socket_t fd) {
    SSL *ssl = SSL_new(tls);
    if (!ssl) return NULL;
    /* Deferred: writing can otherwise call back from inside, and end a connection that is being worked on. */
    struct bufferevent *bev = bufferevent_openssl_socket_new(base, fd, ssl, BUFFEREVENT_SSL_ACCEPTING,
                                                             BEV_OPT_CLOSE_ON_FREE | BEV_OPT_DEFER_CALLBACKS);
    if (!bev) {
        SSL_free(ssl);
        return NULL;
    }
    /* Many clients leave without close_notify; lengths and chunks tell whether a request was whole. */
    bufferevent_openssl_set_allow_dirty_shutdown(bev, 1);
    return bev;
}

void tls_shutdown(struct bufferevent *bev) {
    SSL *ssl = bufferevent_openssl_get_ssl(bev);
    if (!SSL_is_init_finished(ssl)) return;
    SSL_shutdown(ssl);
    ERR_clear_error(); /* the thread's error queue is shared with the other connections */
}
