/* Tests of base/json_out.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/json_out.h"

static void nesting(void **state) {
    CLEANUP(buf_free) struct buf b = {0};
    buf_add_text(&b, "data: ");
    struct json_out o = out_new(&b);
    out_object_begin(&o);
    out_set_int(&o, "id", 7);
    out_set_text(&o, "none", NULL);
    out_set_str(&o, "text", STR("a\"<b>\n"));
    out_key(&o, "list");
    out_array_begin(&o);
    out_int(&o, -1);
    out_array_begin(&o);
    out_end(&o);
    out_object_begin(&o);
    out_end(&o);
    out_bool(&o, true);
    out_end(&o);
    out_set_bool(&o, "no", false);
    out_set_null(&o, "nil");
    out_set_raw(&o, "raw", STR("{\"x\":[1]}"));
    out_set_time(&o, "at", 1795475139 * INT64_C(1000000) + 999999);
    out_set_time(&o, "never", 0);
    out_set_double(&o, "share", 0.5);
    out_end(&o);
    assert_int_equal(o.depth, 0);
    assert_string_equal(
        b.data, "data: {\"id\":7,\"none\":null,\"text\":\"a\\\"\\u003cb>\\n\",\"list\":[-1,[],{},true],\"no\":false,"
                "\"nil\":null,\"raw\":{\"x\":[1]},\"at\":\"2026-11-23T23:05:39Z\",\"never\":null,\"share\":0.5}");
}

static void deepest(void **state) {
    CLEANUP(buf_free) struct buf b = {0};
    struct json_out o = out_new(&b);
    for (int i = 0; i < JSON_OUT_DEPTH_MAX; i++) {
        if (i % 2 == 0) {
            out_array_begin(&o);
        } else {
            out_object_begin(&o);
            out_key(&o, "k");
        }
        if (i % 2 == 1 && i + 1 == JSON_OUT_DEPTH_MAX) out_null(&o);
    }
    for (int i = 0; i < JSON_OUT_DEPTH_MAX; i++) out_end(&o);
    assert_int_equal(b.data[0], '[');
    assert_int_equal(b.data[b.len - 1], ']');
}

static const char *int_text(struct buf *b, int64_t value) {
    buf_clear(b);
    struct json_out o = out_new(b);
    out_int(&o, value);
    return b->data;
}

static const char *double_text(struct buf *b, double value) {
    buf_clear(b);
    struct json_out o = out_new(b);
    out_double(&o, value);
    return b->data;
}

static void numbers(void **state) {
    CLEANUP(buf_free) struct buf b = {0};
    assert_string_equal(int_text(&b, 0), "0");
    assert_string_equal(int_text(&b, INT64_MAX), "9223372036854775807");
    assert_string_equal(int_text(&b, INT64_MIN), "-9223372036854775808");
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-1.5, "-1.5"},
        {2.0 / 3, "0.666667"},
        {0.1, "0.1"},
        {0.000001, "0.000001"},
        {0.0000004, "0"},
        {-0.0000004, "0"},
        {0.9999999, "1"},
        {1234567.25, "1234567.25"},
        {100.05, "100.05"},
        {999999999999.0, "999999999999"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(double_text(&b, cases[i].value), cases[i].text);
    assert_string_equal(double_text(&b, 0.0 / (double)(b.len == 0)), "null");
    assert_string_equal(double_text(&b, 1e300 * 1e300), "null");
    static const double large[] = {1e12, -1e12, 123456789012345678.0, 1e18, -1.5e300};
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        CLEANUP(json_drop) json_t *v = NULL;
        assert_int_equal(json_parse(str_from(double_text(&b, large[i])), &v, NULL), OK);
        assert_true(json_number_value(v) <= large[i] && json_number_value(v) >= large[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(nesting), cmocka_unit_test(deepest), cmocka_unit_test(numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
