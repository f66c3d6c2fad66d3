/* ahead.h - queries whose rows were asked for before anybody needs them; inside of store/ only.
 *
 *   ahead_add -> (the driver sets rows when they come) -> ahead_find ... -> ahead_drop | ahead_clear
 *
 * A query is known by its SQL and the values bound to it. Rows stay until they are dropped, however often they are
 * read. The table owns copies of the values and, through `rows_free`, the rows. */
#pragma once
#include "base/arena.h"
#include "store/driver.h"

enum { AHEAD_MAX = 1024, AHEAD_HEADS = 512 };

struct ahead_query {
    const struct sql *sql;
    int64_t owner;
    const struct param *params;
    int param_count;
    void *rows;   /* NULL until they come */
    bool dropped; /* not found any more; rows that still come are freed */
    int next;     /* in its chain; -1 ends it */
};

struct ahead {
    struct ahead_query queries[AHEAD_MAX];
    int count, heads[AHEAD_HEADS];
    struct arena arena;
    void (*rows_free)(void *rows);
};

void ahead_init(struct ahead *a, void (*rows_free)(void *rows));
/* Number of the new query; -1 when the table is full or has it already: then nothing is to be sent. */
int ahead_add(struct ahead *a, const struct statement *s, int64_t owner);
struct ahead_query *ahead_find(struct ahead *a, const struct statement *s);
void ahead_take(struct ahead *a, int number, void *rows);
void ahead_drop(struct ahead *a, int64_t owner); /* 0: all */
/* Between transactions, when no rows are on their way. */
void ahead_clear(struct ahead *a);
