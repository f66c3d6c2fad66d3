/* test_store.h - for tests of core: an SQLite database in a temporary folder, a write connection, and commands run on
 * them one by one as a batch each. Header only, so that each test is one program. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/log.h"
#include "core/commands.h"
#include "core/tx.h"
#include "core/writer.h"
#include "store/store.h"

#define MINUTE INT64_C(60000000)
#define DAY (24 * 60 * MINUTE)

struct test_store {
    char directory[40], path[80];
    struct store *store;
    struct store_conn *conn; /* for writing */
    struct arena arena;
    struct problem problem;
    const char *reply; /* of the last command */
    int64_t now_usec;
};

static int test_store_setup(void **state) {
    struct test_store *t = mem_alloc(sizeof *t);
    log_setup(false, LOG_ERROR + 1); /* the faults are wanted */
    snprintf(t->directory, sizeof t->directory, "/tmp/faena-core-XXXXXX");
    assert_non_null(mkdtemp(t->directory));
    snprintf(t->path, sizeof t->path, "%s/test.db", t->directory);
    assert_int_equal(store_open(t->path, true, &t->store, NULL), OK);
    assert_int_equal(store_connect(t->store, STORE_WRITE, &t->conn, NULL), OK);
    arena_init(&t->arena);
    t->now_usec = 1000 * DAY;
    *state = t;
    return 0;
}

static int test_store_teardown(void **state) {
    static const char *const endings[] = {"", "-wal", "-shm", ".lock"};
    struct test_store *t = *state;
    store_disconnect(t->conn);
    store_close(t->store);
    arena_free(&t->arena);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char path[100];
        snprintf(path, sizeof path, "%s%s", t->path, endings[i]);
        unlink(path);
    }
    rmdir(t->directory);
    free(t);
    return 0;
}

/* One number from the database. */
__attribute__((unused)) static int64_t test_number(struct test_store *t, const char *text) {
    struct store_conn *reader;
    struct sql sql = {text};
    bool has_row;
    assert_int_equal(store_connect(t->store, STORE_READ, &reader, NULL), OK);
    struct statement *s = statement(reader, &sql);
    assert_int_equal(statement_one(s, &has_row), OK);
    assert_true(has_row);
    int64_t number = statement_col_int(s, 0);
    store_disconnect(reader);
    return number;
}

__attribute__((unused)) static void test_script(struct test_store *t, const char *text) {
    assert_int_equal(store_script(t->conn, text), OK);
}

/* A command as a batch of its own; its outcome, or the fault that rolled it back. */
__attribute__((unused)) static err test_run(struct test_store *t, const struct command_kind *kind, int64_t actor_id,
                                            const void *args) {
    struct command command = {.kind = kind,
                              .args = args,
                              .actor_id = actor_id,
                              .now_usec = t->now_usec,
                              .arena = &t->arena,
                              .problem = &t->problem};
    err fault = writer_batch(t->conn, &command, 1);
    t->reply = command.reply;
    return fault != OK ? fault : command.outcome;
}
