/* limit.h - how often someone may ask: token buckets in a table of fixed size,
 * and open streams per address.
 *
 *   limiter_new -> limiter_take / limiter_stream_open / limiter_stream_close
 * ... -> limiter_free
 *
 * A bucket holds `burst` tokens and gains one every `usec_each`; a request
 * takes one. Only the time at which the bucket will be full again is kept (the
 * generic cell rate algorithm, ITU-T I.371), 16 bytes per bucket.
 *
 * Invariants:
 *  1. Memory is fixed. When a row of the table is taken, the bucket that is
 * nearest to full gives way: forgetting it gives its owner the fewest tokens.
 *  2. Keys are hashed with a secret key, so nobody can choose addresses that
 * push another's bucket out.
 *
 * One limiter per loop thread, used by that thread only: with N loops, a client
 * whose connections fall on all of them gets up to N times the rate. Pure: the
 * time is given in and need only never go back. */
#pragma once
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum limit_class {
    LIMIT_API,        /* by person or address */
    LIMIT_LOGIN,      /* by address; and LIMIT_LOGIN_PAIR */
    LIMIT_SIGNUP,     /* by address */
    LIMIT_UPLOAD,     /* by person or address */
    LIMIT_LOGIN_PAIR, /* by address and handle */
    LIMIT_CLASSES
};

struct limit_rate {
    int64_t burst;     /* 1..1000000 */
    int64_t usec_each; /* one token comes back in this time; 0 = no limit */
};

struct api_limits {
    struct limit_rate rate[LIMIT_CLASSES];
    int streams_each; /* open server-sent event streams per address and loop */
    int buckets;      /* in the table; rounded up to a power of two */
    int addresses;    /* with open streams at once; the same */
};

/* A computer room behind one address must be able to log in at the start of a
 * lesson. */
extern const struct api_limits api_limits_usual;

struct limiter;
struct limiter *limiter_new(const struct api_limits *limits);
void limiter_free(struct limiter *l);

/* Other rates and streams from now on. All buckets are full again, so that nobody waits by the old rates; open streams
 * stay counted. The sizes of the tables stay. */
void limiter_set(struct limiter *l, const struct api_limits *limits);

/* Takes a token. 0, or microseconds to wait until there is one (and then
 * nothing is taken). */
int64_t limiter_take(struct limiter *l, enum limit_class class, str key, int64_t now_usec);
/* Seconds for Retry-After: rounded up, at least 1. */
int limit_wait_seconds(int64_t usec);

/* Counts one more stream of this address. 0 when it has its share (or the table
 * is full); else what close wants. */
uint64_t limiter_stream_open(struct limiter *l, str key);
void limiter_stream_close(struct limiter *l, uint64_t stream);

enum { LIMIT_KEY_BYTES = 48 };
/* Who an address is for a limit: an IPv4 address, or the first 64 bits of an
 * IPv6 one (a host has all of the rest). Writes into text and returns it. */
str limit_address_key(const char *remote, char text[LIMIT_KEY_BYTES]);
