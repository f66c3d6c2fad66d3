#include "base/clock.h"

#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static const int64_t epoch_2026_ms = INT64_C(1767225600000);

int64_t clock_usec(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t clock_monotonic_usec(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

void clock_format(int64_t usec, char out[21]) {
    time_t seconds = (time_t)(usec / 1000000);
    struct tm tm;
    gmtime_r(&seconds, &tm);
    strftime(out, 21, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

static pthread_mutex_t id_lock = PTHREAD_MUTEX_INITIALIZER;
static int64_t id_node, id_ms, id_counter;

void id_node_set(int node) {
    assert(node >= 0 && node < 16);
    id_node = node;
}

void id_floor_set(int64_t highest_id) {
    pthread_mutex_lock(&id_lock);
    int64_t ms = highest_id >> 12;
    if (ms >= id_ms) {
        id_ms = ms + 1;
        id_counter = 0;
    }
    pthread_mutex_unlock(&id_lock);
}

int64_t id_new(void) {
    int64_t now = clock_usec() / 1000 - epoch_2026_ms;
    pthread_mutex_lock(&id_lock);
    if (now > id_ms) {
        id_ms = now;
        id_counter = 0;
    } else if (++id_counter == 256) {
        id_ms++;
        id_counter = 0;
    }
    int64_t id = id_ms << 12 | id_node << 8 | id_counter;
    pthread_mutex_unlock(&id_lock);
    return id;
}
