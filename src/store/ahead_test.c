/* What was read ahead is found by SQL and values, and only until it is dropped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/ahead.h"

SQL(SQL_A, "a");
SQL(SQL_B, "b");

static int freed;

static void rows_free(void *rows) {
    freed++;
    free(rows);
}

static struct statement query(const struct sql *sql, int64_t number, const char *text) {
    struct statement s = {.sql = sql, .param_count = 3};
    s.params[0] = (struct param){.kind = PARAM_INT, .integer = number};
    s.params[1] = (struct param){.kind = PARAM_TEXT, .text = {text, strlen(text)}};
    s.params[2] = (struct param){.kind = PARAM_NULL};
    return s;
}

static struct ahead *fresh(void) {
    struct ahead *a = mem_alloc(sizeof *a);
    ahead_init(a, rows_free);
    freed = 0;
    return a;
}

static void end(struct ahead *a) {
    ahead_clear(a);
    arena_free(&a->arena);
    free(a);
}

static void found_by_sql_and_values(void **state) {
    struct ahead *a = fresh();
    char text[] = "x";
    struct statement one = query(&SQL_A, 1, text), other = query(&SQL_A, 1, "y"), number = query(&SQL_A, 2, "x"),
                     sql = query(&SQL_B, 1, "x"), real = query(&SQL_A, 1, "x");
    real.params[2] = (struct param){.kind = PARAM_REAL, .real = 0};
    assert_int_equal(ahead_add(a, &one, 7), 0);
    assert_int_equal(ahead_add(a, &one, 7), -1); /* it is on its way already */
    text[0] = 'z';                               /* the table has its own copy */
    struct statement same = query(&SQL_A, 1, "x");
    assert_non_null(ahead_find(a, &same));
    assert_null(ahead_find(a, &other));
    assert_null(ahead_find(a, &number));
    assert_null(ahead_find(a, &sql));
    assert_null(ahead_find(a, &real));
    ahead_take(a, 0, malloc(1));
    assert_non_null(ahead_find(a, &same)->rows);
    end(a);
    assert_int_equal(freed, 1);
}

static void dropped_by_owner(void **state) {
    struct ahead *a = fresh();
    struct statement mine = query(&SQL_A, 1, ""), late = query(&SQL_A, 2, ""), theirs = query(&SQL_A, 3, "");
    assert_int_equal(ahead_add(a, &mine, 7), 0);
    assert_int_equal(ahead_add(a, &late, 7), 1);
    assert_int_equal(ahead_add(a, &theirs, 8), 2);
    ahead_take(a, 0, malloc(1));
    ahead_take(a, 2, malloc(1));
    ahead_drop(a, 7);
    assert_int_equal(freed, 1);
    assert_null(ahead_find(a, &mine));
    assert_null(ahead_find(a, &late));
    assert_non_null(ahead_find(a, &theirs));
    ahead_take(a, 1, malloc(1)); /* came after it was dropped */
    assert_int_equal(freed, 2);
    assert_null(ahead_find(a, &late));
    assert_int_equal(ahead_add(a, &mine, 7), 3); /* may be asked for anew */
    assert_non_null(ahead_find(a, &mine));
    ahead_drop(a, 0);
    assert_null(ahead_find(a, &theirs));
    end(a);
    assert_int_equal(freed, 3);
}

static void full(void **state) {
    struct ahead *a = fresh();
    for (int i = 0; i < AHEAD_MAX; i++) {
        struct statement s = query(&SQL_A, i, "");
        assert_int_equal(ahead_add(a, &s, 1), i);
    }
    struct statement more = query(&SQL_A, AHEAD_MAX, "");
    assert_int_equal(ahead_add(a, &more, 1), -1);
    assert_null(ahead_find(a, &more));
    for (int i = 0; i < AHEAD_MAX; i++) {
        struct statement s = query(&SQL_A, i, "");
        assert_ptr_equal(ahead_find(a, &s), &a->queries[i]);
    }
    ahead_clear(a);
    assert_int_equal(ahead_add(a, &more, 1), 0);
    end(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found_by_sql_and_values),
        cmocka_unit_test(dropped_by_owner),
        cmocka_unit_test(full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
