/* Which workers have a live stream open: an open-addressing table of ids with counts, and a list of who changed. The
 * loops tell, the ticker writes down; a lock is held for a few instructions. */
#include <assert.h>
#include <stdlib.h>

#include "api/app.h"

/* Who stays connected is written down again well within SEEN_LASTS_USEC. */
#define AGAIN_USEC INT64_C(240000000)

struct entry {
    int64_t worker_id; /* 0 = free */
    int32_t streams;   /* open now; an entry with none stays until its end is written down */
    bool changed;
    int64_t told_usec;
};

struct presence_table {
    pthread_mutex_t lock;
    struct entry *entries;
    size_t size, used; /* size: a power of two */
    size_t changed;    /* entries with changes */
    size_t hand;       /* where the next round of renewals goes on */
};

struct presence_table *presence_new(void) {
    struct presence_table *t = mem_alloc(sizeof *t);
    pthread_mutex_init(&t->lock, NULL);
    t->size = 256;
    t->entries = mem_alloc(t->size * sizeof *t->entries);
    return t;
}

void presence_free(struct presence_table *t) {
    if (!t) return;
    pthread_mutex_destroy(&t->lock);
    free(t->entries);
    free(t);
}

static size_t place_of(const struct presence_table *t, int64_t worker_id) {
    size_t at = (size_t)((uint64_t)worker_id * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (t->size - 1);
    while (t->entries[at].worker_id && t->entries[at].worker_id != worker_id) at = (at + 1) & (t->size - 1);
    return at;
}

/* Twice the room, without the entries that have no use any more. */
static void grow(struct presence_table *t) {
    struct entry *old = t->entries;
    size_t old_size = t->size, kept = 0;
    for (size_t i = 0; i < old_size; i++) kept += old[i].worker_id && (old[i].streams || old[i].changed);
    while (kept * 4 > t->size) t->size *= 2;
    t->entries = mem_alloc(t->size * sizeof *t->entries);
    t->used = kept;
    for (size_t i = 0; i < old_size; i++)
        if (old[i].worker_id && (old[i].streams || old[i].changed)) t->entries[place_of(t, old[i].worker_id)] = old[i];
    free(old);
}

static void change(struct presence_table *t, int64_t worker_id, int by) {
    pthread_mutex_lock(&t->lock);
    struct entry *e = &t->entries[place_of(t, worker_id)];
    if (!e->worker_id) {
        if (++t->used * 2 > t->size) {
            t->used--;
            grow(t);
            t->used++;
            e = &t->entries[place_of(t, worker_id)];
        }
        e->worker_id = worker_id;
    }
    bool was = e->streams > 0;
    e->streams += by;
    assert(e->streams >= 0);
    if (was != (e->streams > 0) && !e->changed) {
        e->changed = true;
        t->changed++;
    }
    pthread_mutex_unlock(&t->lock);
}

void presence_open(struct presence_table *t, int64_t worker_id) { change(t, worker_id, 1); }
void presence_close(struct presence_table *t, int64_t worker_id) { change(t, worker_id, -1); }

struct told {
    int64_t id;
    bool here;
};

static int by_id(const void *a, const void *b) {
    int64_t x = ((const struct told *)a)->id, y = ((const struct told *)b)->id;
    return (x > y) - (x < y);
}

size_t presence_changes(struct presence_table *t, int64_t now_usec, int64_t *ids, bool *here, size_t max) {
    struct told *told = mem_alloc(max * sizeof *told);
    size_t count = 0;
    pthread_mutex_lock(&t->lock);
    for (size_t i = 0; i < t->size && count < max; i++) {
        struct entry *e = &t->entries[t->hand];
        t->hand = (t->hand + 1) & (t->size - 1);
        bool again = e->streams > 0 && e->told_usec < now_usec - AGAIN_USEC;
        if (!e->worker_id || (!e->changed && !again)) continue;
        told[count++] = (struct told){e->worker_id, e->streams > 0};
        t->changed -= e->changed;
        e->changed = false;
        e->told_usec = now_usec;
    }
    pthread_mutex_unlock(&t->lock);
    qsort(told, count, sizeof *told, by_id);
    for (size_t i = 0; i < count; i++) {
        ids[i] = told[i].id;
        here[i] = told[i].here;
    }
    free(told);
    return count;
}
