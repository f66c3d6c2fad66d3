/* Tests of base/: what each small piece promises in its header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/json.h"
#include "base/limits.h"

static void utf8(void **state) {
    assert_true(str_utf8_valid(STR("ñandú 电影 🙂")));
    assert_int_equal(str_utf8_chars(STR("ñandú")), 5);
    assert_false(str_utf8_valid((str){"a\0b", 3}));
    assert_false(str_utf8_valid(STR("\xC0\xAF")));         /* overlong */
    assert_false(str_utf8_valid(STR("\xED\xA0\x80")));     /* surrogate */
    assert_false(str_utf8_valid(STR("\xF4\x90\x80\x80"))); /* past U+10FFFF */
    assert_false(str_utf8_valid(STR("\xE2\x82")));         /* cut */
}

static void numbers(void **state) {
    int64_t v = 7;
    assert_true(str_to_int64(STR("-9223372036854775807"), &v));
    assert_int_equal(v, -INT64_MAX);
    assert_false(str_to_int64(STR("9223372036854775808"), &v));
    assert_false(str_to_int64(STR("12a"), &v));
    assert_false(str_to_int64(STR("-"), &v));
    assert_false(str_to_int64(STR(""), &v));
}

static void hex(void **state) {
    char text[9];
    unsigned char bytes[4];
    hex_encode("\x00\x7f\x80\xff", 4, text);
    assert_string_equal(text, "007f80ff");
    assert_true(hex_decode(STR("007F80ff"), bytes, 4));
    assert_memory_equal(bytes, "\x00\x7f\x80\xff", 4);
    assert_false(hex_decode(STR("007F80f"), bytes, 4));
    assert_false(hex_decode(STR("007F80fg"), bytes, 4));
}

static void arenas(void **state) {
    struct arena a;
    arena_init(&a);
    char *first = arena_alloc(&a, 10);
    memset(first, 1, 10);
    for (int i = 0; i < 1000; i++) assert_non_null(arena_alloc(&a, 100));
    assert_int_equal(first[9], 1);
    arena_reset(&a);
    char *again = arena_alloc(&a, 5000);
    for (int i = 0; i < 5000; i++) assert_int_equal(again[i], 0);
    assert_string_equal(arena_printf(&a, "%d-%s", 5, "x"), "5-x");
    arena_free(&a);
}

static void buffers(void **state) {
    CLEANUP(buf_free) struct buf b = {0};
    buf_add_json_string(&b, STR("a\"\\\n\x01<é"));
    assert_string_equal(b.data, "\"a\\\"\\\\\\n\\u0001\\u003cé\"");
    buf_drop(&b, 2);
    assert_int_equal(b.data[0], '\\');
    buf_drop(&b, 1000);
    assert_int_equal(b.len, 0);
}

static void json_text_keeps_numbers(void **state) {
    static const char text[] = "{\"z\":[0.1,-1.5e-300,1.0,123456789012345680.0,33.333333333333336,12,-0.0],\"a\":"
                               "{\"k\\\"\\n\":null,\"e\":\"\xc3\xa9</b>\"},\"b\":true}";
    CLEANUP(json_drop) json_t *v = NULL;
    assert_int_equal(json_parse(str_from(text), &v, NULL), OK);
    CLEANUP(buf_free) struct buf b = {0};
    json_write(&b, v, false);
    assert_string_equal(b.data, "{\"z\":[0.1,-1.5e-300,1.0,1.2345678901234568e+17,33.333333333333336,12,-0.0],"
                                "\"a\":{\"k\\\"\\n\":null,\"e\":\"\xc3\xa9</b>\"},\"b\":true}");
    buf_clear(&b);
    json_write(&b, v, true);
    assert_int_equal(strncmp(b.data, "{\"a\":{\"e\":", 10), 0);
}

static void json_is_strict(void **state) {
    static const char *const wrong[] = {"{\"a\":1,\"a\":2}", "{} x", "[1,]", "{'a':1}", "\"\xff\"", "[012]", "", "nul"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        CLEANUP(json_drop) json_t *v = NULL;
        struct problem p = {0};
        assert_int_equal(json_parse(str_from(wrong[i]), &v, &p), ERR_BAD_JSON);
        assert_true(p.detail[0] != 0);
    }
    char deep[200];
    memset(deep, '[', JSON_DEPTH_MAX + 1);
    memset(deep + JSON_DEPTH_MAX + 1, ']', JSON_DEPTH_MAX + 1);
    CLEANUP(json_drop) json_t *v = NULL;
    assert_int_equal(json_parse((str){deep, 2 * JSON_DEPTH_MAX + 2}, &v, NULL), ERR_BAD_JSON);
    assert_int_equal(json_parse((str){deep + 1, 2 * JSON_DEPTH_MAX}, &v, NULL), OK);
    json_drop(&v);
    assert_int_equal(json_parse((str){"[1\0]", 4}, &v, NULL), ERR_BAD_JSON);
    assert_int_equal(json_parse((str){"{\"a\":true\0}", 11}, &v, NULL), ERR_BAD_JSON);
}

static void problems_stay_utf8(void **state) {
    struct problem p = {0};
    char text[PROBLEM_TEXT_BYTES * 2];
    for (size_t i = 0; i + 2 < sizeof text; i += 2) memcpy(text + i, "é", 3);
    problem_set(&p, ERR_INVALID, "x%s", text);
    assert_true(str_utf8_valid(str_from(p.detail)));
    for (int i = 0; i < PROBLEM_FIELDS_MAX + 5; i++) problem_field_add(&p, "/a", "wrong");
    assert_int_equal(p.field_count, PROBLEM_FIELDS_MAX + 5);
}

static void ids_grow(void **state) {
    int64_t last = id_new();
    for (int i = 0; i < 2000; i++) {
        int64_t id = id_new();
        assert_true(id > last);
        assert_true(id < INT64_C(1) << 53);
        last = id;
    }
    int64_t far = last + (INT64_C(1) << 30);
    id_floor_set(far);
    assert_true(id_new() > far);
}

static void times_are_read(void **state) {
    int64_t usec = 0;
    char text[21];
    assert_true(clock_parse(STR("2026-11-23T23:05:39Z"), &usec));
    clock_format(usec, text);
    assert_string_equal(text, "2026-11-23T23:05:39Z");
    assert_true(clock_parse(STR("2026-11-23T18:05:39.123-05:00"), &usec));
    clock_format(usec, text);
    assert_string_equal(text, "2026-11-23T23:05:39Z");
    assert_true(clock_parse(STR("2024-02-29T00:00:00+00:30"), &usec));
    clock_format(usec, text);
    assert_string_equal(text, "2024-02-28T23:30:00Z");
    static const char *const wrong[] = {"",
                                        "2026-11-23",
                                        "2026-11-23T23:05:39",
                                        "2026-11-23 23:05:39Z",
                                        "2026-13-01T00:00:00Z",
                                        "2026-02-29T00:00:00Z",
                                        "2026-11-23T24:00:00Z",
                                        "2026-11-23T23:05:39Zx",
                                        "2026-11-23T23:05:39+5:00",
                                        "2026-11-23T23:05:39+24:00",
                                        "1969-11-23T23:05:39Z"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) assert_false(clock_parse(str_from(wrong[i]), &usec));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8),
        cmocka_unit_test(numbers),
        cmocka_unit_test(hex),
        cmocka_unit_test(arenas),
        cmocka_unit_test(buffers),
        cmocka_unit_test(json_is_strict),
        cmocka_unit_test(json_text_keeps_numbers),
        cmocka_unit_test(problems_stay_utf8),
        cmocka_unit_test(times_are_read),
        cmocka_unit_test(ids_grow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
