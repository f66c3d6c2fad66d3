#include "store/ahead.h"

#include <string.h>

void ahead_init(struct ahead *a, void (*rows_free)(void *rows)) {
    arena_init(&a->arena);
    a->rows_free = rows_free;
    ahead_clear(a);
}

static uint64_t mix(uint64_t hash, uint64_t value) { return (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15); }

static int *chain(struct ahead *a, const struct statement *s) {
    uint64_t hash = mix(0, (uintptr_t)s->sql);
    for (int i = 0; i < s->param_count; i++) {
        const struct param *p = &s->params[i];
        if (p->kind == PARAM_INT)
            hash = mix(hash, (uint64_t)p->integer);
        else if (p->kind == PARAM_TEXT || p->kind == PARAM_BYTES)
            for (size_t j = 0; j < p->text.len; j++) hash = mix(hash, (unsigned char)p->text.data[j]);
    }
    return &a->heads[(hash >> 32) % AHEAD_HEADS];
}

static bool param_same(const struct param *a, const struct param *b) {
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case PARAM_NULL: return true;
    case PARAM_INT: return a->integer == b->integer;
    case PARAM_REAL: return memcmp(&a->real, &b->real, sizeof a->real) == 0;
    case PARAM_TEXT:
    case PARAM_BYTES: return str_equal(a->text, b->text);
    }
    return false;
}

static bool same(const struct ahead_query *q, const struct statement *s) {
    if (q->dropped || q->sql != s->sql || q->param_count != s->param_count) return false;
    for (int i = 0; i < q->param_count; i++)
        if (!param_same(&q->params[i], &s->params[i])) return false;
    return true;
}

struct ahead_query *ahead_find(struct ahead *a, const struct statement *s) {
    if (a->count == 0) return NULL;
    for (int at = *chain(a, s); at >= 0; at = a->queries[at].next)
        if (same(&a->queries[at], s)) return &a->queries[at];
    return NULL;
}

int ahead_add(struct ahead *a, const struct statement *s, int64_t owner) {
    if (a->count == AHEAD_MAX || ahead_find(a, s)) return -1;
    struct param *params = arena_alloc(&a->arena, sizeof *params * (size_t)(s->param_count + 1));
    for (int i = 0; i < s->param_count; i++) {
        params[i] = s->params[i];
        if (params[i].kind == PARAM_TEXT || params[i].kind == PARAM_BYTES)
            params[i].text = arena_str(&a->arena, params[i].text);
    }
    int *head = chain(a, s);
    a->queries[a->count] = (struct ahead_query){s->sql, owner, params, s->param_count, NULL, false, *head};
    *head = a->count;
    return a->count++;
}

static void query_drop(struct ahead *a, struct ahead_query *q) {
    if (q->rows) a->rows_free(q->rows);
    q->rows = NULL;
    q->dropped = true;
}

void ahead_take(struct ahead *a, int number, void *rows) {
    struct ahead_query *q = &a->queries[number];
    q->rows = rows;
    if (q->dropped) query_drop(a, q);
}

void ahead_drop(struct ahead *a, int64_t owner) {
    for (int i = 0; i < a->count; i++)
        if (!a->queries[i].dropped && (owner == 0 || a->queries[i].owner == owner)) query_drop(a, &a->queries[i]);
}

void ahead_clear(struct ahead *a) {
    ahead_drop(a, 0);
    a->count = 0;
    memset(a->heads, -1, sizeof a->heads);
    arena_reset(&a->arena);
}
