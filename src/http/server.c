/* server.c - from a configuration to running loops and back. */
#include <assert.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "http/internal.h"

/* --- listening sockets --- */

static void socket_options(int fd, int family) {
    int on = 1, off = 0, give_up_ms = HTTP_WRITE_SECONDS * 1000;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (family == AF_INET6) setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    /* These two are inherited by the accepted sockets. */
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &give_up_ms, sizeof give_up_ms);
}

/* The first socket is bound without SO_REUSEPORT, so that a second server on the same address fails instead of silently
 * taking half of the connections; then it is opened for the other loops of this one. */
static int socket_bind(const struct sockaddr_storage *address, socklen_t len, bool first) {
    int on = 1, fd = socket(address->ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return -1;
    socket_options(fd, address->ss_family);
    if ((!first && setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) ||
        bind(fd, (const struct sockaddr *)address, len) != 0 ||
        (first && setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0)) {
        int code = errno;
        close(fd);
        errno = code;
        return -1;
    }
    return fd;
}

static err address_resolve(const struct http_config *config, struct sockaddr_storage *out, socklen_t *len,
                           struct problem *p) {
    char port[8];
    snprintf(port, sizeof port, "%u", (unsigned)config->port);
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV}, *found = NULL;
    int code = getaddrinfo(config->address, port, &hints, &found);
    if (code) {
        return problem_set(p, ERR_SYSTEM,
                           "The address \"%s\" to listen on is not known: %s. Use for example 127.0.0.1.",
                           config->address, gai_strerror(code));
    }
    memcpy(out, found->ai_addr, found->ai_addrlen);
    *len = found->ai_addrlen;
    freeaddrinfo(found);
    return OK;
}

static err sockets_open(const struct http_config *config, int *fds, uint16_t *port, struct problem *p) {
    struct sockaddr_storage address = {0};
    socklen_t len = sizeof address;
    TRY(address_resolve(config, &address, &len, p));
    for (int i = 0; i < config->threads; i++) {
        fds[i] = socket_bind(&address, len, i == 0);
        /* with port 0 the first one decides the others' */
        if (fds[i] < 0 || (i == 0 && getsockname(fds[0], (struct sockaddr *)&address, &len) != 0)) {
            return problem_set(p, ERR_SYSTEM, "Cannot listen on %s port %u: %s. %s", config->address,
                               (unsigned)config->port, strerror(errno),
                               errno == EADDRINUSE ? "Stop the other program or choose another port."
                               : errno == EACCES   ? "Choose a port above 1023 or give the right to use low ports."
                                                   : "Check the address.");
        }
    }
    for (int i = 0; i < config->threads; i++) {
        if (listen(fds[i], HTTP_BACKLOG) != 0) {
            return problem_set(p, ERR_SYSTEM, "Cannot listen on %s: %s.", config->address, strerror(errno));
        }
    }
    in_port_t bound = address.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&address)->sin6_port
                                                    : ((struct sockaddr_in *)&address)->sin_port;
    *port = ntohs(bound);
    return OK;
}

/* --- server --- */

static void config_copy(struct http_config *out, const struct http_config *in) {
    *out = *in;
    out->address = mem_copy(in->address);
    out->tls_cert = in->tls_cert ? mem_copy(in->tls_cert) : NULL;
    out->tls_key = in->tls_key ? mem_copy(in->tls_key) : NULL;
    const int64_t second = 1000000;
    if (!out->connections_max) out->connections_max = HTTP_CONNECTIONS_MAX;
    if (!out->read_usec_max) out->read_usec_max = HTTP_READ_SECONDS_MAX * second;
    if (!out->idle_usec_max) out->idle_usec_max = HTTP_IDLE_SECONDS * second;
    if (!out->write_usec_max) out->write_usec_max = HTTP_WRITE_SECONDS * second;
    if (!out->heartbeat_usec) out->heartbeat_usec = HTTP_HEARTBEAT_SECONDS * second;
    if (!out->body_memory_bytes) out->body_memory_bytes = HTTP_BODY_MEMORY_BYTES;
}

static err server_open(struct http_server *server, struct problem *p) {
    const struct http_config *config = &server->config;
    if (config->threads < 1 || config->threads > HTTP_THREADS_MAX) {
        return problem_set(p, ERR_INVALID, "The number of HTTP threads is %d; it must be from 1 to %d.",
                           config->threads, HTTP_THREADS_MAX);
    }
    if (!config->tls_cert != !config->tls_key) {
        return problem_set(p, ERR_INVALID, "TLS needs both a certificate file and a key file; only one is set.");
    }
    if (config->connections_each_max)
        server->shares = share_new(config->connections_max + config->threads); /* each loop may overshoot by one */
    if (config->tls_cert) TRY(tls_open(config->tls_cert, config->tls_key, &server->tls, p));

    int fds[HTTP_THREADS_MAX];
    memset(fds, -1, sizeof fds);
    err e = sockets_open(config, fds, &server->port, p);
    server->loops = mem_alloc((size_t)config->threads * sizeof *server->loops);
    for (int i = 0; i < config->threads; i++) {
        if (e == OK) {
            e = loop_open(&server->loops[i], server, i, fds[i], p);
        } else {
            if (fds[i] >= 0) close(fds[i]);
            server->loops[i].server = NULL; /* never opened */
        }
    }
    return e;
}

err http_server_new(const struct http_config *config, struct http_server **server, struct problem *p) {
    assert(config->handle && config->address);
    signal(SIGPIPE, SIG_IGN); /* TLS and sendfile have no other way to make a closed client an ordinary error */
    struct http_server *s = mem_alloc(sizeof *s);
    config_copy(&s->config, config);
    err e = server_open(s, p);
    if (e != OK) {
        http_server_free(s);
        return e;
    }
    *server = s;
    return OK;
}

err http_server_start(struct http_server *server, struct problem *p) {
    assert(!server->started);
    server->started = true;
    for (int i = 0; i < server->config.threads; i++) {
        err e = loop_run(&server->loops[i], p);
        if (e == OK) continue;
        for (int k = 0; k < i; k++) loop_stop(&server->loops[k]);
        for (int k = 0; k < i; k++) loop_join(&server->loops[k]);
        server->stopped = true;
        return e;
    }
    return OK;
}

void http_server_stop(struct http_server *server, int64_t drain_usec) {
    if (!server->started || server->stopped) return;
    server->stopped = true;
    server->drain_usec = drain_usec;
    for (int i = 0; i < server->config.threads; i++) loop_stop(&server->loops[i]);
    for (int i = 0; i < server->config.threads; i++) loop_join(&server->loops[i]);
}

void http_server_free(struct http_server *server) {
    assert(!server->started || server->stopped);
    for (int i = 0; server->loops && i < server->config.threads; i++) {
        if (server->loops[i].server) loop_close(&server->loops[i]);
    }
    free(server->loops);
    SSL_CTX_free(server->tls);
    share_free(server->shares);
    free((char *)server->config.address);
    free((char *)server->config.tls_cert);
    free((char *)server->config.tls_key);
    free(server);
}

uint16_t http_server_port(const struct http_server *server) { return server->port; }

int http_server_connections(const struct http_server *server) {
    return atomic_load(&((struct http_server *)server)->connections);
}

struct http_loop *http_server_loop(struct http_server *server, int index) {
    assert(index >= 0 && index < server->config.threads);
    return &server->loops[index];
}

int http_server_loops(const struct http_server *server) { return server->config.threads; }
