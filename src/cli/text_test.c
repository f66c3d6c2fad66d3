/* Tests of money and near names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "cli/cli.h"

static void money_is_exact(void **state) {
    static const struct {
        const char *text;
        int64_t micros; /* -1: refused */
    } cases[] = {
        {"0.05", 50000},
        {"1", 1000000},
        {"0", 0},
        {".5", 500000},
        {"12.", 12000000},
        {"0.000001", 1},
        {"0.0000001", -1},
        {"", -1},
        {".", -1},
        {"-1", -1},
        {"1,5", -1},
        {"1e3", -1},
        {" 1", -1},
        {"0.1 ", -1},
        {"10000", PRICE_MICROS_MAX},
        {"10000.000001", -1},
        {"99999999999999999999", -1},
        {"1.2.3", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t micros = -1;
        bool good = money_parse(str_from(cases[i].text), PRICE_MICROS_MAX, &micros);
        if (good != (cases[i].micros >= 0) || micros != cases[i].micros)
            fail_msg("\"%s\" gave %lld", cases[i].text, (long long)micros);
    }
}

static void written(int64_t micros, const char *expected) {
    CLEANUP(buf_free) struct buf b = {0};
    money_write(&b, micros, "USD");
    assert_string_equal(b.data, expected);
}

static void money_is_written(void **state) {
    written(0, "0.00 USD");
    written(50000, "0.05 USD");
    written(1250, "0.00125 USD");
    written(500000000, "500.00 USD");
    written(-1500000, "-1.50 USD");
    written(INT64_MIN, "-9223372036854.775808 USD");
}

static void near_names_are_found(void **state) {
    static const char *const names[] = {"serve", "init", "import", "export", NULL, "user add"};
    assert_string_equal(nearest("srve", names, 6), "serve");
    assert_string_equal(nearest("improt", names, 6), "import");
    assert_string_equal(nearest("exp", names, 6), "export");
    assert_string_equal(nearest("usr add", names, 6), "user add");
    assert_null(nearest("xyzzy", names, 6));
    assert_null(nearest("", names, 0));
    assert_null(nearest("a word that is far longer than any name of a command could be", names, 6));
}

static void passwords_of_databases_are_not_shown(void **state) {
    static const char *const cases[][2] = {
        {"sqlite:/var/lib/faena/faena.db", "sqlite:/var/lib/faena/faena.db"},
        {"postgresql://db.example/faena", "postgresql://db.example/faena"},
        {"postgresql://faena@db.example:5432/faena", "postgresql://faena@db.example:5432/faena"},
        {"postgresql://faena:s3c@ret@db.example/faena?sslmode=require",
         "postgresql://faena:...@db.example/faena?sslmode=require"},
        {"postgres:///faena?host=/run/pg&password=s3cret&user=faena",
         "postgres:///faena?host=/run/pg&password=...&user=faena"},
        {"postgresql://faena:s3cret@db.example", "postgresql://faena:...@db.example"},
        {"postgresql://db.example?password=s3cret", "postgresql://db.example?password=..."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf shown = {0};
        database_shown(&shown, cases[i][0]);
        buf_add_char(&shown, 0);
        assert_string_equal(shown.data, cases[i][1]);
        buf_free(&shown);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(money_is_exact),
        cmocka_unit_test(money_is_written),
        cmocka_unit_test(near_names_are_found),
        cmocka_unit_test(passwords_of_databases_are_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
