/* Tests of route.c on the contract tools/testdata/api_test.yaml. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/route.h"
#include "api_test_gen.h"

static void found(enum http_method method, const char *path, const char *id, const char *first, const char *second) {
    struct route_match m;
    assert_int_equal(route_find(&api_table, method, str_from(path), &m), OK);
    assert_string_equal(m.operation->id, id);
    assert_int_equal(m.segment_count, (first != NULL) + (second != NULL));
    if (first) assert_true(str_is(m.segments[0], first));
    if (second) assert_true(str_is(m.segments[1], second));
}

static void finds(void **state) {
    found(HTTP_GET, "/t/v1/boxes", "box_list", NULL, NULL);
    found(HTTP_HEAD, "/t/v1/boxes", "box_list", NULL, NULL);
    found(HTTP_POST, "/t/v1/boxes", "box_create", NULL, NULL);
    found(HTTP_GET, "/t/v1/boxes/12", "box_show", "12", NULL);
    found(HTTP_DELETE, "/t/v1/boxes/x y", "box_delete", "x y", NULL);
    found(HTTP_PUT, "/t/v1/boxes/12/parts", "box_part", "12", NULL);
    found(HTTP_GET, "/t/v1/boxes/12/names/name", "name_show", "12", "name");
    found(HTTP_GET, "/t/v1/boxes/newest", "box_newest", NULL, NULL); /* the word wins */
    found(HTTP_GET, "/t/v1/boxes/newes", "box_show", "newes", NULL);
    found(HTTP_GET, "/t/v1/boxes/newestt", "box_show", "newestt", NULL);
}

static void every_operation_is_found(void **state) {
    for (int i = 0; i < api_table.operation_count; i++) {
        const struct api_operation *op = &api_table.operations[i];
        char path[200];
        snprintf(path, sizeof path, "%s%s", api_table.prefix, op->path);
        struct route_match m;
        assert_int_equal(route_find(&api_table, op->method, str_from(path), &m), OK);
        assert_ptr_equal(m.operation, op);
    }
}

static void finds_nothing(void **state) {
    static const char *const paths[] = {
        "/t/v1",
        "/t/v1/",
        "/t/v1/boxes/",
        "/t/v1//boxes",
        "/t/v1/box",
        "/t/v1/boxesx",
        "/t/v1x/boxes",
        "/t",
        "",
        "/",
        "/boxes",
        "/t/v1/boxes/1/names",
        "/t/v1/boxes/1//x",
        "/t/v1/boxes/1/parts/2",
        "/t/v1/boxes/1/names/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s",
        "/t/v1/BOXES",
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct route_match m;
        assert_int_equal(route_find(&api_table, HTTP_GET, str_from(paths[i]), &m), ERR_NOT_FOUND);
        assert_null(m.node);
    }
}

static void other_methods(void **state) {
    struct arena a;
    arena_init(&a);
    struct route_match m;
    assert_int_equal(route_find(&api_table, HTTP_PUT, STR("/t/v1/boxes"), &m), ERR_METHOD_NOT_ALLOWED);
    assert_string_equal(route_allow(m.node, &a), "GET, HEAD, POST");
    assert_int_equal(route_find(&api_table, HTTP_OTHER, STR("/t/v1/boxes/1"), &m), ERR_METHOD_NOT_ALLOWED);
    assert_string_equal(route_allow(m.node, &a), "GET, HEAD, PATCH, DELETE");
    /* a stream has no HEAD */
    assert_int_equal(route_find(&api_table, HTTP_HEAD, STR("/t/v1/boxes/newest"), &m), ERR_METHOD_NOT_ALLOWED);
    assert_string_equal(route_allow(m.node, &a), "GET");
    arena_free(&a);
}

static void prefix(void **state) {
    assert_true(route_below(&api_table, STR("/t/v1")));
    assert_true(route_below(&api_table, STR("/t/v1/x")));
    assert_false(route_below(&api_table, STR("/t/v12")));
    assert_false(route_below(&api_table, STR("/t")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),         cmocka_unit_test(every_operation_is_found),
        cmocka_unit_test(finds_nothing), cmocka_unit_test(other_methods),
        cmocka_unit_test(prefix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
