#include "base/clock.h"

#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
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

bool clock_parse(str text, int64_t *usec) {
    struct tm tm = {0};
    int used = 0, hours = 0, minutes = 0;
    char copy[40], sign;
    if (text.len < 20 || text.len >= sizeof copy) return false;
    memcpy(copy, text.data, text.len);
    copy[text.len] = 0;
    if (sscanf(copy, "%4d-%2d-%2dT%2d:%2d:%2d%n", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour, &tm.tm_min,
               &tm.tm_sec, &used) != 6 ||
        used != 19)
        return false;
    const char *rest = copy + used;
    if (*rest == '.') rest += 1 + strspn(rest + 1, "0123456789");
    int offset_used = 0;
    if (strcmp(rest, "Z") != 0) {
        if (sscanf(rest, "%c%2d:%2d%n", &sign, &hours, &minutes, &offset_used) != 3 || rest[offset_used]) return false;
        if (offset_used != 6 || (sign != '+' && sign != '-') || hours > 23 || minutes > 59) return false;
        if (sign == '-') hours = -hours, minutes = -minutes;
    }
    if (tm.tm_year < 1970 || tm.tm_hour > 23 || tm.tm_min > 59 || tm.tm_sec > 60) return false;
    struct tm asked = tm;
    tm.tm_year -= 1900;
    tm.tm_mon -= 1;
    time_t seconds = timegm(&tm);
    /* timegm makes the 31st of April the 1st of May; that is no date. */
    if (tm.tm_mon != asked.tm_mon - 1 || tm.tm_mday != asked.tm_mday) return false;
    *usec = ((int64_t)seconds - hours * 3600 - minutes * 60) * 1000000;
    return true;
}
