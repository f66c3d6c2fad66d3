/* test_kit.h - for the tests of http/: a server in this process on a free port, and a client that sends raw bytes.
 *
 * Routes of the server: /hello, /echo (the body back), /show (what the accessors say, as lines), /async (answered from
 * another thread, ?ms=), /stream (?kb= of 'x'; ?broken=1 gives up half-way; ?empty=1 makes pieces of nothing), /file
 * (?offset=&length= of a file with 3,000,000 known bytes), /large (takes bodies up to KIT_LARGE_BYTES into a file and
 * says how many of its bytes are those of kit_file_byte), /sse. Everything else: 404. */
#pragma once
#include <stdatomic.h>
#include <stdbool.h>

#include "base/buf.h"
#include "http/http.h"

enum { KIT_FILE_BYTES = 3000000, KIT_LARGE_BYTES = 20000000 };

struct kit_subscriber;

struct kit {
    struct http_config config;
    struct http_server *server;
    char file[64];
    void *tls; /* SSL_CTX for kit_dial_tls */
    atomic_int handled, refused, done, last_status, states;
    atomic_bool released;           /* what /async?held=1 waits for */
    atomic_int posters;             /* threads that will still use a loop */
    atomic_int subscribers, closed; /* SSE: open now; closed callbacks so far */
    atomic_int ends, completes;     /* streams: end callbacks, and those with complete */
    atomic_llong unsent_max;        /* most bytes a stream had produced and the client not yet read */
    atomic_llong produced;
};

/* Fill k->config's limits before; the kit sets the rest. threads 0 means 1. */
void kit_start(struct kit *k);
void kit_stop(struct kit *k);
/* Sends a frame to all subscribers of all loops; returns before it is done. */
void kit_broadcast(struct kit *k, const char *frame);
/* Waits up to a minute until *value == wanted. */
bool kit_wait(atomic_int *value, int wanted);
/* The byte at a place of the file of /file. */
char kit_file_byte(long long at);

/* A client's connection; all its reads give up after a minute. */
struct peer {
    int fd;
    void *ssl; /* NULL for plain */
    struct buf in;
};

void peer_dial(struct peer *p, const struct kit *k);
void peer_dial_small(struct peer *p, const struct kit *k, int receive_bytes); /* with a small receive buffer */
/* From another address of this machine, such as "127.0.0.2". */
void peer_dial_from(struct peer *p, const struct kit *k, const char *address);
void peer_send(struct peer *p, const void *bytes, size_t len);
void peer_text(struct peer *p, const char *text);
/* Reads once; false at the end, on an error or after the minute. */
bool peer_read(struct peer *p);
/* Reads until text has arrived. */
bool peer_read_until(struct peer *p, const char *text);
/* Reads to the end of the connection; false when it did not end. */
bool peer_read_end(struct peer *p);
void peer_hang_up(struct peer *p);

/* One reply taken off p->in; head and body are copies the caller frees (buf_free). status 0: none came. */
struct reply {
    int status;
    struct buf head, body;
    bool cut; /* the connection ended inside it */
};
/* head_only: the request was HEAD. */
struct reply peer_reply(struct peer *p, bool head_only);
void reply_free(struct reply *r);
/* True when the head has this line (case of the name as sent by the server). */
bool reply_has(const struct reply *r, const char *line);
/* One request on a connection of its own. */
struct reply kit_get(const struct kit *k, const char *target);
