/* Small worlds: what must hold in each, whatever its numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "domain/simulation.h"

enum { PEOPLE = 120 };
static double earned[PEOPLE];

static struct sim_result run(enum dispatch_rule rule, uint64_t seed) {
    struct sim_config config = {.rule = rule,
                                .people = PEOPLE,
                                .weeks = 1,
                                .supply = 0.3,
                                .batch_tasks = 100,
                                .pack_tasks = 50,
                                .away_permille = 300,
                                .seed = seed};
    struct sim_result r = {.earned = earned};
    sim_run(&config, &r);
    return r;
}

static void the_same_seed_gives_the_same(void **state) {
    (void)state;
    struct sim_result a = run(DISPATCH_FAIR, 3), b = run(DISPATCH_FAIR, 3), c = run(DISPATCH_FAIR, 4);
    assert_true(a.jain == b.jain && a.finish_hours == b.finish_hours && a.waiting_hours == b.waiting_hours);
    assert_true(a.finish_hours != c.finish_hours);
}

static void every_task_is_done_once(void **state) {
    (void)state;
    for (int rule = 0; rule < DISPATCH_RULES; rule++) {
        struct sim_result r = run((enum dispatch_rule)rule, 1);
        assert_true(r.batches > 10);
        assert_true(r.paid_hours > 0 && r.finish_hours > 0 && r.finish_90 >= r.finish_median);
        assert_true(r.lost >= 0 && r.lost <= 1 && r.lapsed >= 0 && r.lapsed <= 1);
        if (rule != DISPATCH_CREW) assert_int_equal(r.unfinished, 0);
    }
}

static void fair_is_fairer_than_the_race(void **state) {
    (void)state;
    struct sim_result race = run(DISPATCH_RACE, 1), fair = run(DISPATCH_FAIR, 1);
    assert_true(fair.jain > race.jain + 0.2);
    assert_true(fair.waiting_hours < race.waiting_hours / 5);
    assert_true(fair.night_hours < race.night_hours / 2);
    assert_true(race.lapsed <= 0); /* it offers nothing */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_gives_the_same),
        cmocka_unit_test(every_task_is_done_once),
        cmocka_unit_test(fair_is_fairer_than_the_race),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
