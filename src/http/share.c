/* share.c - an open-addressing table of addresses with counts; a lock is held for a few instructions. */
#include "http/share.h"

#include <arpa/inet.h>
#include <assert.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/arena.h"

struct share {
    uint64_t key; /* counts when open > 0 */
    int open;
};

struct share_table {
    pthread_mutex_t lock;
    struct share *shares;
    size_t mask;
    uint64_t secret; /* odd: nobody can choose addresses that make long searches */
};

struct share_table *share_new(int keys_max) {
    struct share_table *t = mem_alloc(sizeof *t);
    size_t size = 64;
    while (size < 2 * (size_t)keys_max) size *= 2;
    pthread_mutex_init(&t->lock, NULL);
    t->shares = mem_alloc(size * sizeof *t->shares);
    t->mask = size - 1;
    if (getrandom(&t->secret, sizeof t->secret, 0) != sizeof t->secret) t->secret = (uintptr_t)t;
    t->secret |= 1;
    return t;
}

void share_free(struct share_table *t) {
    if (!t) return;
    pthread_mutex_destroy(&t->lock);
    free(t->shares);
    free(t);
}

uint64_t share_key(const char *remote) {
    struct in6_addr v6;
    struct in_addr v4;
    uint64_t key = 0;
    if (inet_pton(AF_INET6, remote, &v6) == 1) {
        if (IN6_IS_ADDR_LOOPBACK(&v6)) return 0;
        if (!IN6_IS_ADDR_V4MAPPED(&v6)) {
            memcpy(&key, &v6, sizeof key);
            return key;
        }
        memcpy(&v4, v6.s6_addr + 12, sizeof v4);
    } else if (inet_pton(AF_INET, remote, &v4) != 1) {
        return 0;
    }
    /* No IPv6 network begins so: 0:0:ffff::/48 is not given out. */
    return v4.s_addr == htonl(INADDR_LOOPBACK) ? 0 : UINT64_C(0xffff) << 32 | v4.s_addr;
}

static size_t home(const struct share_table *t, uint64_t key) { return (size_t)((key * t->secret) >> 24) & t->mask; }

/* The key's place, or the free one where it belongs: at most half of them are taken. */
static struct share *find(struct share_table *t, uint64_t key) {
    size_t i = home(t, key);
    while (t->shares[i].open && t->shares[i].key != key) i = (i + 1) & t->mask;
    return &t->shares[i];
}

int share_take(struct share_table *t, uint64_t key) {
    if (!key) return 0;
    pthread_mutex_lock(&t->lock);
    struct share *s = find(t, key);
    s->key = key;
    int open = ++s->open;
    pthread_mutex_unlock(&t->lock);
    return open;
}

void share_drop(struct share_table *t, uint64_t key) {
    if (!key) return;
    pthread_mutex_lock(&t->lock);
    struct share *s = find(t, key);
    assert(s->open > 0);
    bool gone = --s->open == 0;
    /* What stands behind a new gap may have been pushed there: put each where it is found again. */
    for (size_t i = (size_t)(s - t->shares + 1) & t->mask; gone && t->shares[i].open; i = (i + 1) & t->mask) {
        struct share moved = t->shares[i];
        t->shares[i].open = 0;
        *find(t, moved.key) = moved;
    }
    pthread_mutex_unlock(&t->lock);
}
