#include "api/limit.h"

#include <arpa/inet.h>
#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#define SECOND INT64_C(1000000)

const struct api_limits api_limits_usual = {
    .rate =
        {
            [LIMIT_API] = {.burst = 300, .usec_each = SECOND / 100},
            [LIMIT_LOGIN] = {.burst = 60, .usec_each = 15 * 60 * SECOND / 60},
            [LIMIT_SIGNUP] = {.burst = 20, .usec_each = 3600 * SECOND / 20},
            [LIMIT_UPLOAD] = {.burst = 100, .usec_each = SECOND / 50},
            [LIMIT_LOGIN_PAIR] = {.burst = 10, .usec_each = 15 * 60 * SECOND / 10},
        },
    .streams_each = 20,
    .buckets = 16384,
    .addresses = 4096,
};

enum { ROW = 8 }; /* buckets a key may be in */

struct bucket {
    uint64_t key;    /* hash of class and key; 0 = free */
    int64_t full_at; /* when it will be full again */
};

struct stream_count {
    uint64_t key;
    int open; /* 0 = free */
};

struct limiter {
    struct api_limits limits;
    unsigned char secret[crypto_shorthash_KEYBYTES];
    struct bucket *buckets;
    size_t rows; /* power of two */
    struct stream_count *streams;
    size_t stream_slots; /* power of two */
    size_t stream_addresses;
};

static size_t power_of_two(int at_least) {
    size_t n = 1;
    while (n < (size_t)at_least) n *= 2;
    return n;
}

struct limiter *limiter_new(const struct api_limits *limits) {
    struct limiter *l = mem_alloc(sizeof *l);
    l->limits = *limits;
    if (sodium_init() < 0) abort();
    randombytes_buf(l->secret, sizeof l->secret);
    l->rows = power_of_two((limits->buckets + ROW - 1) / ROW);
    l->buckets = mem_alloc(l->rows * ROW * sizeof *l->buckets);
    /* Half empty, so that a search stays short. */
    l->stream_slots = 2 * power_of_two(limits->addresses);
    l->streams = mem_alloc(l->stream_slots * sizeof *l->streams);
    return l;
}

void limiter_free(struct limiter *l) {
    if (!l) return;
    free(l->buckets);
    free(l->streams);
    free(l);
}

void limiter_set(struct limiter *l, const struct api_limits *limits) {
    for (int i = 0; i < LIMIT_CLASSES; i++) l->limits.rate[i] = limits->rate[i];
    l->limits.streams_each = limits->streams_each;
    memset(l->buckets, 0, l->rows * ROW * sizeof *l->buckets);
}

/* Never 0. */
static uint64_t key_hash(const struct limiter *l, unsigned char class, str key) {
    enum { KEY_BYTES_MAX = 255 };
    unsigned char text[1 + KEY_BYTES_MAX];
    size_t len = key.len < KEY_BYTES_MAX ? key.len : KEY_BYTES_MAX;
    text[0] = class;
    if (len) memcpy(text + 1, key.data, len);
    uint64_t hash;
    _Static_assert(sizeof hash == crypto_shorthash_BYTES, "");
    crypto_shorthash((unsigned char *)&hash, text, 1 + len, l->secret);
    return hash ? hash : 1;
}

/* The key's bucket, or the one that gives way. */
static struct bucket *bucket_find(struct limiter *l, uint64_t key) {
    struct bucket *row = l->buckets + (key & (l->rows - 1)) * ROW, *fullest = row;
    for (struct bucket *b = row; b < row + ROW; b++) {
        if (b->key == key) return b;
        if (b->full_at < fullest->full_at) fullest = b;
    }
    *fullest = (struct bucket){.key = key};
    return fullest;
}

int64_t limiter_take(struct limiter *l, enum limit_class class, str key, int64_t now_usec) {
    assert(class < LIMIT_CLASSES);
    struct limit_rate rate = l->limits.rate[class];
    if (rate.usec_each == 0) return 0;
    struct bucket *b = bucket_find(l, key_hash(l, (unsigned char)class, key));
    int64_t full_at = (b->full_at > now_usec ? b->full_at : now_usec) + rate.usec_each;
    int64_t wait = full_at - now_usec - rate.burst * rate.usec_each;
    if (wait > 0) return wait;
    b->full_at = full_at;
    return 0;
}

int limit_wait_seconds(int64_t usec) { return usec <= SECOND ? 1 : (int)((usec + SECOND - 1) / SECOND); }

/* The key's slot or the free one where it belongs. There is always one: at most
 * half of the slots are used. */
static struct stream_count *stream_find(struct limiter *l, uint64_t key) {
    size_t i = key & (l->stream_slots - 1);
    while (l->streams[i].open && l->streams[i].key != key) i = (i + 1) & (l->stream_slots - 1);
    return &l->streams[i];
}

uint64_t limiter_stream_open(struct limiter *l, str key) {
    uint64_t hash = key_hash(l, LIMIT_CLASSES, key);
    struct stream_count *s = stream_find(l, hash);
    if (s->open >= l->limits.streams_each) return 0;
    if (s->open == 0 && l->stream_addresses >= l->stream_slots / 2) return 0;
    l->stream_addresses += s->open == 0;
    s->key = hash;
    s->open++;
    return hash;
}

void limiter_stream_close(struct limiter *l, uint64_t stream) {
    struct stream_count *s = stream_find(l, stream);
    assert(s->open > 0);
    if (--s->open > 0) return;
    l->stream_addresses--;
    /* Entries behind the gap may have been pushed there by this one: put each
     * where it is found again. */
    size_t mask = l->stream_slots - 1;
    for (size_t i = (size_t)(s - l->streams + 1) & mask; l->streams[i].open; i = (i + 1) & mask) {
        struct stream_count moved = l->streams[i];
        l->streams[i].open = 0;
        *stream_find(l, moved.key) = moved;
    }
}

str limit_address_key(const char *remote, char text[LIMIT_KEY_BYTES]) {
    struct in6_addr v6;
    int len;
    if (inet_pton(AF_INET6, remote, &v6) == 1) {
        const unsigned char *b = v6.s6_addr;
        if (IN6_IS_ADDR_V4MAPPED(&v6))
            len = snprintf(text, LIMIT_KEY_BYTES, "%d.%d.%d.%d", b[12], b[13], b[14], b[15]);
        else
            len = snprintf(text, LIMIT_KEY_BYTES, "%02x%02x:%02x%02x:%02x%02x:%02x%02x::/64", b[0], b[1], b[2], b[3],
                           b[4], b[5], b[6], b[7]);
    } else {
        len = snprintf(text, LIMIT_KEY_BYTES, "%s", remote);
    }
    return (str){text, (size_t)len < LIMIT_KEY_BYTES ? (size_t)len : LIMIT_KEY_BYTES - 1};
}
