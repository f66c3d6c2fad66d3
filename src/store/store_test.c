/* What store.h promises, on SQLite in a temporary folder; with FAENA_TEST_DATABASE=postgresql://... on an empty
 * database of PostgreSQL instead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/log.h"
#include "store/store.h"

struct fixture {
    char directory[40], url[400];
    struct store *store;
    struct store_conn *reader, *writer;
};

SQL(SQL_MAKE, "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT, bytes @BYTES@, part @REAL@)");
SQL(SQL_DROP, "DROP TABLE IF EXISTS thing");
SQL(SQL_ADD, "INSERT INTO thing (id, name, bytes, part) VALUES (?1, ?2, ?3, ?4)");
SQL(SQL_ALL, "SELECT id, name, bytes, part FROM thing WHERE id >= ?1 ORDER BY id");
SQL(SQL_COUNT, "SELECT count(*) FROM thing");
SQL(SQL_RENAME, "UPDATE thing SET name = ?2 WHERE id >= ?1");
SQL(SQL_BROKEN, "SELECT nothing FROM nowhere");

static void run(struct store_conn *conn, const struct sql *sql) {
    assert_int_equal(store_begin(conn), OK);
    assert_int_equal(statement_run(statement(conn, sql), -1), OK);
    assert_int_equal(store_commit(conn), OK);
}

static int setup(void **state) {
    struct fixture *f = mem_alloc(sizeof *f);
    const char *given = getenv("FAENA_TEST_DATABASE");
    log_setup(false, LOG_ERROR + 1);
    snprintf(f->directory, sizeof f->directory, "/tmp/faena-store-XXXXXX");
    assert_non_null(mkdtemp(f->directory));
    if (given)
        snprintf(f->url, sizeof f->url, "%s", given);
    else
        snprintf(f->url, sizeof f->url, "sqlite:%s/test.db", f->directory);
    assert_int_equal(store_open(f->url, true, &f->store, NULL), OK);
    assert_int_equal(store_connect(f->store, STORE_WRITE, &f->writer, NULL), OK);
    assert_int_equal(store_connect(f->store, STORE_READ, &f->reader, NULL), OK);
    run(f->writer, &SQL_DROP);
    run(f->writer, &SQL_MAKE);
    *state = f;
    return 0;
}

static int teardown(void **state) {
    static const char *const names[] = {"test.db", "test.db-wal", "test.db-shm", "test.db.lock", "copy"};
    struct fixture *f = *state;
    store_disconnect(f->reader);
    store_disconnect(f->writer);
    store_close(f->store);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[80];
        snprintf(path, sizeof path, "%s/%s", f->directory, names[i]);
        unlink(path);
    }
    rmdir(f->directory);
    free(f);
    return 0;
}

static err add(struct fixture *f, int64_t id, const char *name) {
    struct statement *s = statement(f->writer, &SQL_ADD);
    statement_int(s, id);
    statement_text_or_null(s, name);
    statement_null(s);
    statement_null(s);
    return statement_run(s, 1);
}

static int64_t count(struct store_conn *conn) {
    bool has_row;
    struct statement *s = statement(conn, &SQL_COUNT);
    assert_int_equal(statement_one(s, &has_row), OK);
    int64_t n = statement_col_int(s, 0);
    statement_end(s);
    return n;
}

static void values_come_back_as_they_went_in(void **state) {
    static const int64_t numbers[] = {INT64_MIN + 1, -1, 0, 1, (INT64_C(1) << 53) - 1, INT64_MAX};
    struct fixture *f = *state;
    char bytes[256];
    for (int i = 0; i < 256; i++) bytes[i] = (char)i;
    assert_int_equal(store_begin(f->writer), OK);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct statement *s = statement(f->writer, &SQL_ADD);
        statement_int(s, numbers[i]);
        statement_text(s, i % 2 ? STR("ñandú 电影 'quote' \" \\ $1 ?1") : STR(""));
        statement_bytes(s, (str){bytes, i * 51});
        statement_real(s, 0.1 * (double)i);
        assert_int_equal(statement_run(s, 1), OK);
    }
    assert_int_equal(store_commit(f->writer), OK);
    struct statement *s = statement(f->reader, &SQL_ALL);
    statement_int(s, INT64_MIN + 1);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        bool has_row;
        assert_int_equal(statement_step(s, &has_row), OK);
        assert_true(has_row);
        assert_int_equal(statement_col_int(s, 0), numbers[i]);
        assert_true(str_is(statement_col_text(s, 1), i % 2 ? "ñandú 电影 'quote' \" \\ $1 ?1" : ""));
        assert_false(statement_col_null(s, 1));
        str got = statement_col_bytes(s, 2);
        assert_int_equal(got.len, i * 51);
        if (got.len) assert_memory_equal(got.data, bytes, got.len);
        assert_true(statement_col_real(s, 3) == 0.1 * (double)i);
    }
    bool has_row;
    assert_int_equal(statement_step(s, &has_row), OK);
    assert_false(has_row);
    statement_end(s);
}

static void null_is_not_empty(void **state) {
    struct fixture *f = *state;
    assert_int_equal(store_begin(f->writer), OK);
    assert_int_equal(add(f, 1, NULL), OK); /* prepared with NULLs, and used with values after */
    assert_int_equal(add(f, 2, "two"), OK);
    assert_int_equal(store_commit(f->writer), OK);
    struct statement *s = statement(f->reader, &SQL_ALL);
    statement_int(s, 0);
    bool has_row;
    assert_int_equal(statement_step(s, &has_row), OK);
    assert_true(statement_col_null(s, 1) && statement_col_null(s, 2) && statement_col_null(s, 3));
    assert_int_equal(statement_col_text(s, 1).len, 0);
    assert_int_equal(statement_col_int(s, 3), 0);
    assert_int_equal(statement_step(s, &has_row), OK);
    assert_true(str_is(statement_col_text(s, 1), "two"));
    statement_end(s);
}

static void readers_cannot_write(void **state) {
    struct fixture *f = *state;
    struct statement *s = statement(f->reader, &SQL_ADD);
    statement_int(s, 1);
    statement_null(s);
    statement_null(s);
    statement_null(s);
    bool has_row;
    assert_int_not_equal(statement_step(s, &has_row), OK);
    statement_end(s);
    assert_int_equal(store_reconnect(f->reader), OK);
    assert_int_equal(count(f->writer), 0);
}

static void what_is_not_committed_is_not_seen(void **state) {
    struct fixture *f = *state;
    assert_int_equal(store_begin(f->writer), OK);
    assert_int_equal(add(f, 1, "one"), OK);
    assert_int_equal(count(f->writer), 1);
    assert_int_equal(count(f->reader), 0);
    store_rollback(f->writer);
    assert_int_equal(count(f->reader), 0);
    assert_int_equal(store_begin(f->writer), OK);
    assert_int_equal(add(f, 2, "two"), OK);
    assert_int_equal(store_commit(f->writer), OK);
    assert_int_equal(count(f->reader), 1);
}

static void a_snapshot_stands_still(void **state) {
    struct fixture *f = *state;
    assert_int_equal(store_begin(f->reader), OK);
    assert_int_equal(count(f->reader), 0);
    assert_int_equal(store_begin(f->writer), OK);
    assert_int_equal(add(f, 1, "one"), OK);
    assert_int_equal(store_commit(f->writer), OK);
    assert_int_equal(count(f->reader), 0);
    store_rollback(f->reader);
    assert_int_equal(count(f->reader), 1);
}

/* A fault may show at the save itself or (PostgreSQL, where saves are not waited for) at COMMIT; nothing stays in
 * either case. */
static void other_row_counts_are_faults(void **state) {
    struct fixture *f = *state;
    assert_int_equal(store_begin(f->writer), OK);
    assert_int_equal(add(f, 1, "one"), OK);
    struct statement *s = statement(f->writer, &SQL_RENAME);
    statement_int(s, 5);
    statement_text(s, STR("none"));
    err e = statement_run(s, 1); /* changes no row */
    if (e == OK) e = store_commit(f->writer);
    assert_int_equal(e, ERR_STORE_CONFLICT);
    store_rollback(f->writer);
    assert_int_equal(count(f->reader), 0);

    int64_t changed;
    assert_int_equal(store_begin(f->writer), OK);
    assert_int_equal(add(f, 1, "one"), OK);
    assert_int_equal(add(f, 2, "two"), OK);
    s = statement(f->writer, &SQL_RENAME);
    statement_int(s, 0);
    statement_text(s, STR("all"));
    assert_int_equal(statement_run_count(s, &changed), OK);
    assert_int_equal(changed, 2);
    assert_int_equal(store_commit(f->writer), OK);
}

static void the_same_key_twice_is_a_conflict(void **state) {
    struct fixture *f = *state;
    assert_int_equal(store_begin(f->writer), OK);
    assert_int_equal(add(f, 1, "one"), OK);
    err e = add(f, 1, "again");
    if (e == OK) e = store_commit(f->writer);
    assert_int_equal(e, ERR_STORE_CONFLICT);
    store_rollback(f->writer);
    assert_int_equal(store_begin(f->writer), OK); /* the connection works on */
    assert_int_equal(add(f, 1, "one"), OK);
    assert_int_equal(store_commit(f->writer), OK);
    assert_int_equal(count(f->reader), 1);
}

static void wrong_sql_is_a_fault(void **state) {
    struct fixture *f = *state;
    bool has_row;
    struct statement *s = statement(f->reader, &SQL_BROKEN);
    assert_int_equal(statement_step(s, &has_row), ERR_INTERNAL);
    assert_true(strlen(store_message(f->reader)) > 0);
    statement_end(s);
    assert_int_equal(count(f->reader), 0);
    assert_int_equal(store_begin(f->writer), OK);
    s = statement(f->writer, &SQL_BROKEN);
    assert_int_equal(statement_step(s, &has_row), ERR_INTERNAL);
    store_rollback(f->writer);
    assert_int_equal(store_begin(f->writer), OK);
    assert_int_equal(add(f, 1, "one"), OK);
    assert_int_equal(store_commit(f->writer), OK);
}

/* More saves than any queue of the driver holds. */
static void many_saves_in_one_transaction(void **state) {
    enum { MANY = 3000 };
    struct fixture *f = *state;
    assert_int_equal(store_begin(f->writer), OK);
    for (int i = 1; i <= MANY; i++) {
        assert_int_equal(add(f, i, "x"), OK);
        if (i % 700 == 0) assert_int_equal(count(f->writer), i);
    }
    assert_int_equal(store_commit(f->writer), OK);
    assert_int_equal(count(f->reader), MANY);
}

static void a_copy_is_whole_and_private(void **state) {
    struct fixture *f = *state;
    struct problem p = {0};
    char path[80];
    struct stat st;
    if (store_kind(f->store) == STORE_POSTGRES) skip(); /* pg_dump's file is looked at by the API's tests */
    assert_int_equal(store_begin(f->writer), OK);
    assert_int_equal(add(f, 1, "one"), OK);
    assert_int_equal(store_commit(f->writer), OK);
    snprintf(path, sizeof path, "%s/copy", f->directory);
    assert_int_equal(store_backup(f->store, path, &p), OK);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(store_backup(f->store, path, &p), ERR_CONFLICT); /* nothing is overwritten */
    struct store *copy;
    struct store_conn *reader;
    assert_int_equal(store_open(path, false, &copy, &p), OK);
    assert_int_equal(store_connect(copy, STORE_READ, &reader, &p), OK);
    assert_int_equal(count(reader), 1);
    store_disconnect(reader);
    store_close(copy);
}

static void one_server_per_file(void **state) {
    struct fixture *f = *state;
    struct problem p = {0};
    struct store *other;
    int node = -1, second = -1;
    assert_int_equal(store_serve_lock(f->store, &node, &p), OK);
    assert_int_equal(store_open(f->url, false, &other, &p), OK);
    if (store_kind(f->store) == STORE_SQLITE) {
        assert_int_equal(store_serve_lock(other, &second, &p), ERR_STORE_IN_USE);
        assert_non_null(strstr(p.detail, "Another faena serves"));
    } else {
        assert_int_equal(store_serve_lock(other, &second, &p), OK);
        assert_int_not_equal(node, second);
        assert_true(store_leader(f->store));
        assert_true(store_leader(f->store)); /* asked again it still is */
        assert_false(store_leader(other));
    }
    store_close(other);
}

static void ages(void **state) {
    struct fixture *f = *state;
    struct problem p = {0};
    struct store *store = NULL;
    char newer[200];
    snprintf(newer, sizeof newer, "UPDATE setting SET value = '%d' WHERE name = 'schema'", store_schema_newest() + 1);
    assert_int_equal(store_script(f->writer, newer), OK);
    assert_int_equal(store_open(f->url, true, &store, &p), ERR_STORE_NEWER);
    assert_non_null(strstr(p.detail, "newer faena"));
    assert_int_equal(store_script(f->writer, "UPDATE setting SET value = '0' WHERE name = 'schema'"), OK);
    assert_int_equal(store_open(f->url, false, &store, &p), ERR_CONFLICT);
    assert_non_null(strstr(p.detail, "faena init"));
    snprintf(newer, sizeof newer, "UPDATE setting SET value = '%d' WHERE name = 'schema'", store_schema_newest());
    assert_int_equal(store_script(f->writer, newer), OK);
    if (store_kind(f->store) == STORE_SQLITE) {
        char path[80];
        snprintf(path, sizeof path, "%s/none.db", f->directory);
        assert_int_equal(store_open(path, false, &store, &p), ERR_NOT_FOUND);
        assert_int_not_equal(access(path, F_OK), 0); /* looking makes no file */
    } else {
        assert_int_equal(store_open("postgresql:///none?host=/nowhere", false, &store, &p), ERR_STORE_LOST);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(values_come_back_as_they_went_in, setup, teardown),
        cmocka_unit_test_setup_teardown(null_is_not_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(readers_cannot_write, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_committed_is_not_seen, setup, teardown),
        cmocka_unit_test_setup_teardown(a_snapshot_stands_still, setup, teardown),
        cmocka_unit_test_setup_teardown(other_row_counts_are_faults, setup, teardown),
        cmocka_unit_test_setup_teardown(the_same_key_twice_is_a_conflict, setup, teardown),
        cmocka_unit_test_setup_teardown(wrong_sql_is_a_fault, setup, teardown),
        cmocka_unit_test_setup_teardown(many_saves_in_one_transaction, setup, teardown),
        cmocka_unit_test_setup_teardown(a_copy_is_whole_and_private, setup, teardown),
        cmocka_unit_test_setup_teardown(one_server_per_file, setup, teardown),
        cmocka_unit_test_setup_teardown(ages, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
