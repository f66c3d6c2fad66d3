/* Tests of decode.c and of the generator, on the contract
 * tools/testdata/api_test.yaml. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/decode.h"
#include "api_test_gen.h"
#include "base/json.h"

static const struct api_operation *operation(const char *id) {
    for (int i = 0; i < api_table.operation_count; i++)
        if (strcmp(api_table.operations[i].id, id) == 0) return &api_table.operations[i];
    fail_msg("no operation %s", id);
    return NULL;
}

static struct arena arena;
static struct problem problem;
static json_t *body_tree;
static const str one_segment[API_SEGMENTS_MAX] = {{"1", 1}, {"x", 1}};

static void *in; /* what the last run filled */

static err run_all(const char *id, const str *segments, const char *query, const char *type, str body) {
    const struct api_operation *op = operation(id);
    json_drop(&body_tree);
    arena_free(&arena);
    problem = (struct problem){0};
    in = arena_alloc(&arena, op->in_bytes);
    struct decode_input input = {segments, str_from(query), type, body};
    return decode(op, &input, &arena, in, &body_tree, &problem);
}

static err run(const char *id, const char *query, const char *body) {
    return run_all(id, one_segment, query, "application/json", str_from(body));
}

/* The complaint about this place, NULL when there is none. */
static const char *complaint(const char *path) {
    for (int i = 0; i < problem.field_count && i < PROBLEM_FIELDS_MAX; i++)
        if (strcmp(problem.fields[i].path, path) == 0) return problem.fields[i].detail;
    return NULL;
}

static int teardown(void **state) {
    json_drop(&body_tree);
    arena_free(&arena);
    return 0;
}

static void defaults(void **state) {
    assert_int_equal(run("box_list", "", ""), OK);
    struct in_box_list *list = in;
    assert_int_equal(list->limit, 50);
    assert_true(list->deep);
    assert_false(list->has_cursor);
    assert_false(list->has_state);

    assert_int_equal(run("box_create", "", "{\"title\":\"ab\",\"price\":7}"), OK);
    struct in_box_create *box = in;
    assert_int_equal(box->price, 7);
    assert_true(str_is(box->title, "ab"));
    assert_true(box->weight > 1.49 && box->weight < 1.51);
    assert_int_equal(box->shape, IN_BOX_CREATE_SHAPE_FLAT);
    assert_true(str_is(box->label, "say \"hi\""));
    assert_false(box->has_flags || box->has_ids || box->has_sealed || box->has_any || box->has_colour);
    assert_null(box->any);

    /* What a PATCH leaves out stays: no default. */
    assert_int_equal(run("box_update", "", "{}"), OK);
    assert_false(((struct in_box_update *)in)->has_overlap);
    assert_int_equal(run("box_update", "", ""), OK);
}

static void every_type(void **state) {
    assert_int_equal(run("box_create", "",
                         "{\"title\":\"ñandú\",\"price\":100,\"weight\":10.5,"
                         "\"handle\":\"a.B-_9\",\"text\":\"ññn\","
                         "\"shape\":\"long\",\"colour\":\"blue\",\"flags\":["
                         "\"c\",\"a\",\"a\"],\"ids\":[3,1],"
                         "\"names\":[\"x\",\"yé\"],\"sealed\":true,\"label\":"
                         "\"\",\"any\":{\"k\":[1,null]}}"),
                     OK);
    struct in_box_create *box = in;
    assert_true(str_is(box->title, "ñandú"));
    assert_int_equal(box->shape, IN_BOX_CREATE_SHAPE_LONG);
    assert_true(box->has_colour);
    assert_int_equal(box->colour, IN_BOX_CREATE_COLOUR_BLUE);
    assert_int_equal(box->flags, IN_BOX_CREATE_FLAGS_A | IN_BOX_CREATE_FLAGS_C);
    assert_int_equal(box->ids.count, 2);
    assert_int_equal(box->ids.items[0], 3);
    assert_int_equal(box->names.count, 2);
    assert_true(str_is(box->names.items[1], "yé"));
    assert_true(box->has_sealed && box->sealed);
    assert_int_equal(box->label.len, 0);
    assert_ptr_equal(box->any, json_object_get(body_tree, "any"));

    assert_int_equal(run("box_list", "limit=200&cursor=a%20b+c%C3%B1&state=shut&deep=false&", ""), OK);
    struct in_box_list *list = in;
    assert_int_equal(list->limit, 200);
    assert_true(str_is(list->cursor, "a b cñ"));
    assert_int_equal(list->state, IN_BOX_LIST_STATE_SHUT);
    assert_false(list->deep);
}

/* One wrong value each; the complaint says what is allowed. */
static void wrong_values(void **state) {
    static const struct {
        const char *member, *path, *says;
    } cases[] = {
        {"\"title\":\"a\"", "/title", "Must have 2 to 5 characters; it has 1."},
        {"\"title\":\"abcdef\"", "/title", "Must have 2 to 5 characters; it has 6."},
        {"\"title\":5", "/title", "Must be a string; it is a whole number."},
        {"\"title\":null", "/title", "Must be a string; it is null."},
        {"\"price\":101", "/price", "Must be from 0 to 100; it is 101."},
        {"\"price\":-1", "/price", "Must be from 0 to 100; it is -1."},
        {"\"price\":1.5", "/price", "Must be a whole number; it is a number with a fraction."},
        {"\"price\":\"1\"", "/price", "Must be a whole number; it is a string."},
        {"\"weight\":10.6", "/weight", "Must be from 0 to 10.5; it is 10.6."},
        {"\"weight\":true", "/weight", "Must be a number; it is a boolean."},
        {"\"handle\":\"a b\"", "/handle", "Only letters a to z, digits, dot, dash and underscore are allowed."},
        {"\"handle\":\"ñ\"", "/handle", "Only letters a to z, digits, dot, dash and underscore are allowed."},
        {"\"text\":\"ññññ\"", "/text", "Must have at most 6 bytes; it has 8."},
        {"\"text\":\"\"", "/text", "Must not be empty."},
        {"\"shape\":\"round\"", "/shape", "Must be \"cube\", \"flat\" or \"long\"; it is \"round\"."},
        {"\"shape\":1", "/shape", "Must be \"cube\", \"flat\" or \"long\"; it is a whole number."},
        {"\"flags\":\"a\"", "/flags", "Must be a list; it is a string."},
        {"\"flags\":[\"a\",\"d\"]", "/flags/1", "Must be \"a\", \"b\" or \"c\"; it is \"d\"."},
        {"\"flags\":[\"a\",\"a\",\"a\",\"a\"]", "/flags", "Must have 0 to 3 items; it has 4."},
        {"\"ids\":[]", "/ids", "Must have 1 to 4 items; it has 0."},
        {"\"ids\":[1,0]", "/ids/1", "Must be from 1 to 9007199254740991; it is 0."},
        {"\"ids\":[1,\"2\",3]", "/ids/1", "Must be a whole number; it is a string."},
        {"\"names\":[\"\"]", "/names/0", "Must have 1 to 3 characters; it has 0."},
        {"\"sealed\":1", "/sealed", "Must be true or false; it is a whole number."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[300];
        snprintf(text, sizeof text, "{%s%s%s}", strstr(cases[i].member, "title") ? "" : "\"title\":\"ab\",",
                 strstr(cases[i].member, "price") ? "" : "\"price\":1,", cases[i].member);
        assert_int_equal(run("box_create", "", text), ERR_INVALID);
        assert_int_equal(problem.field_count, 1);
        assert_string_equal(problem.fields[0].path, cases[i].path);
        assert_string_equal(problem.fields[0].detail, cases[i].says);
    }
}

static void all_wrong_at_once(void **state) {
    assert_int_equal(run("box_create", "", "{\"a/b~\":1,\"title\":\"\",\"ids\":[0,0]}"), ERR_INVALID);
    assert_int_equal(problem.field_count, 5);
    assert_non_null(complaint("/ids/0"));
    assert_non_null(complaint("/ids/1"));
    assert_non_null(complaint("/title"));
    assert_string_equal(complaint("/price"), "This property is required.");
    assert_non_null(strstr(complaint("/a~1b~0"), "known are: title, price, weight"));
    assert_non_null(strstr(problem.detail, "5 fields are wrong"));

    assert_int_equal(run("box_list", "limit=0&state=x&limit=5&colour=1&deep=1&cursor=%zz", ""), ERR_INVALID);
    assert_int_equal(problem.field_count, 6);
    assert_non_null(complaint("limit"));
    assert_non_null(strstr(complaint("colour"), "known are: limit, cursor, state, deep"));
    assert_non_null(complaint("state"));
    assert_non_null(complaint("deep"));
    assert_non_null(complaint("cursor"));

    /* More complaints than there is room for are counted. */
    assert_int_equal(run("box_create", "",
                         "{\"1\":1,\"2\":1,\"3\":1,\"4\":1,\"5\":1,\"6\":1,\"7\":"
                         "1,\"8\":1,\"9\":1,\"10\":1,\"11\":1,"
                         "\"12\":1,\"13\":1,\"14\":1,\"15\":1,\"16\":1,\"17\":1,"
                         "\"18\":1,\"19\":1,\"20\":1,\"21\":1}"),
                     ERR_INVALID);
    assert_int_equal(problem.field_count, 23);
}

static void names_from_outside(void **state) {
    /* long, wrong UTF-8, NUL: shown cut or not at all */
    char query[1200];
    memset(query, 'q', 1000);
    memcpy(query + 1000, "=1", 3);
    assert_int_equal(run("box_list", query, ""), ERR_INVALID);
    assert_true(strlen(problem.fields[0].path) == 60);
    assert_int_equal(run("box_list", "%FF=1", ""), ERR_INVALID);
    assert_string_equal(problem.fields[0].path, "");
    assert_int_equal(run("box_list", "state=%FF", ""), ERR_INVALID);
    assert_true(str_utf8_valid(str_from(problem.fields[0].detail)));
    assert_int_equal(run("box_list", "cursor=%FF", ""), ERR_INVALID);
    assert_int_equal(run("box_list", "cursor=a%00b", ""), ERR_INVALID);
    assert_int_equal(run("box_create", "", "{\"title\":\"a\\u0000b\",\"price\":1}"), ERR_BAD_JSON);
    assert_int_equal(run("box_list", "state=%4", ""), ERR_INVALID);
    assert_int_equal(run("box_list", "%", ""), ERR_INVALID);
    assert_int_equal(run("box_list", "=", ""), ERR_INVALID);
}

static void path_parameters(void **state) {
    static const str zero[] = {{"0", 1}}, word[] = {{"abc", 3}}, two[] = {{"7", 1}, {"long name!", 10}};
    assert_int_equal(run_all("box_show", zero, "", NULL, STR("")), ERR_NOT_FOUND);
    assert_non_null(complaint("box"));
    assert_int_equal(run_all("box_show", word, "", NULL, STR("")), ERR_NOT_FOUND);
    assert_int_equal(run_all("box_show", word, "x=1", NULL, STR("")), ERR_INVALID);
    assert_int_equal(run_all("name_show", two, "", NULL, STR("")), ERR_NOT_FOUND);
    assert_int_equal(run_all("name_show", one_segment, "", NULL, STR("")), OK);
    assert_true(str_is(((struct in_name_show *)in)->name, "x"));
    assert_int_equal(((struct in_name_show *)in)->box, 1);
}

static void bodies(void **state) {
    str body = STR("{\"title\":\"ab\",\"price\":7}");
    static const char *const good[] = {"application/json", "application/json; charset=utf-8",
                                       "Application/JSON;charset=\"UTF-8\" ", "application/json "};
    static const char *const bad[] = {NULL,
                                      "",
                                      "text/json",
                                      "application/jsonx",
                                      "application/json;",
                                      "application/json; charset=latin1",
                                      "application/json; charset=utf-8x",
                                      "application/json; charset=\"utf-8",
                                      "application/x-www-form-urlencoded"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_int_equal(run_all("box_create", one_segment, "", good[i], body), OK);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(run_all("box_create", one_segment, "", bad[i], body), ERR_UNSUPPORTED_TYPE);
    assert_int_equal(run("box_create", "", "[1]"), ERR_INVALID);
    assert_string_equal(complaint(""), "The body must be an object; it is a list.");
    assert_int_equal(run("box_create", "", "{"), ERR_BAD_JSON);
    assert_int_equal(problem.fields[0].line, 1);
    assert_int_equal(run("box_create", "", ""), ERR_INVALID);
    assert_int_equal(run_all("box_delete", one_segment, "", NULL, STR("")), OK);
    assert_int_equal(run("box_delete", "", "{}"), OK);
    assert_int_equal(run("box_delete", "", "{\"x\":1}"), ERR_INVALID);
    assert_non_null(strstr(complaint("/x"), "known are: none"));
    /* an upload's body is its own business */
    assert_int_equal(run_all("box_part", one_segment, "offset=4", "image/png", STR("{not json")), OK);
    assert_int_equal(run_all("box_part", one_segment, "", "image/png", STR("x")), ERR_INVALID);
    assert_string_equal(complaint("offset"), "This parameter is required.");
}

static void generated_table(void **state) {
    const struct api_operation *op = operation("box_create");
    assert_int_equal(op->roles, ROLE_REQUESTER | ROLE_OPERATOR);
    assert_int_equal(op->scopes, SCOPE_WRITE);
    assert_int_equal(op->status, 201);
    assert_int_equal(op->kind, API_COMMAND);
    assert_int_equal(operation("box_delete")->scopes, SCOPE_ADMIN);
    assert_int_equal(operation("box_part")->limit, LIMIT_UPLOAD);
    assert_true(operation("login")->is_public);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults),
        cmocka_unit_test(every_type),
        cmocka_unit_test(wrong_values),
        cmocka_unit_test(all_wrong_at_once),
        cmocka_unit_test(names_from_outside),
        cmocka_unit_test(path_parameters),
        cmocka_unit_test(bodies),
        cmocka_unit_test(generated_table),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
