/* Funding over several publications; single quotes and steps stand in tests/table/project_quote.txt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "domain/project.h"

/* What publishing does to the counts (core/project_cmd.c). */
static int64_t publish(const struct project *project, struct project_count *count) {
    struct project_quote quote;
    assert_int_equal(project_quote(project, count, &quote, NULL), OK);
    count->funded = count->tasks - count->gold_tasks;
    count->funded_gold = count->gold_tasks;
    count->gold_wanted = quote.gold_wanted;
    return quote.cost_micros;
}

/* However tasks come in, what was reserved in all is the price of every answer wanted. */
static void money_in_steps_is_money_at_once(void **state) {
    struct project project = {.price_micros = 7, .overlap = 3, .gold_permille = 130};
    struct project_count steps = {0}, once = {0};
    int64_t paid = 0;
    for (int round = 1; round <= 40; round++) {
        steps.tasks += 1 + round % 5;
        if (round % 7 == 0) steps.tasks++, steps.gold_tasks++;
        paid += publish(&project, &steps);
        assert_int_equal(paid, project_wanted_all(&project, &steps) * project.price_micros);
    }
    once.tasks = steps.tasks;
    once.gold_tasks = steps.gold_tasks;
    int64_t together = publish(&project, &once);
    assert_true(paid >= together); /* gold wanted early is not taken back */
    assert_int_equal(once.funded, steps.funded);
}

static void gold_keeps_its_share(void **state) {
    for (int permille = 1; permille <= GOLD_PERMILLE_MAX; permille += 7)
        for (int gold = 1; gold <= 20; gold += 3) {
            struct project project = {.price_micros = 1, .overlap = 2, .gold_permille = permille};
            struct project_count count = {.tasks = 500 + gold, .gold_tasks = gold};
            struct project_quote quote;
            assert_int_equal(project_quote(&project, &count, &quote, NULL), OK);
            int64_t all = quote.answers + quote.gold_answers;
            assert_true(quote.gold_answers * 1000 >= permille * all); /* at least the share, */
            assert_true((quote.gold_answers - gold) * 1000 <
                        permille * (all - gold)); /* and no more than rounding up asks */
        }
}

/* A retired gold task is a retired task: neither it nor gold for retired tasks is paid for again. */
static void retired_tasks_cost_nothing(void **state) {
    struct project project = {.price_micros = 1, .overlap = 1, .gold_permille = 100};
    struct project_count count = {.tasks = 95, .gold_tasks = 5};
    publish(&project, &count);
    assert_int_equal(count.gold_wanted, 2);
    count.gold_tasks -= 3, count.funded_gold -= 3, count.funded += 3, count.retired += 3;
    count.tasks += 90;
    struct project_quote quote;
    assert_int_equal(project_quote(&project, &count, &quote, NULL), OK);
    assert_int_equal(quote.answers, 90);
    assert_int_equal(quote.gold_wanted, 10); /* 20 for 180, from two gold tasks */
    assert_int_equal(quote.gold_answers, 10 * 2 - 2 * 2);
}

static void free_work_is_never_more_than_there_is(void **state) {
    struct project project = {.overlap = 2};
    struct project_count count = {.tasks = 11, .gold_tasks = 1, .funded = 10, .funded_gold = 1, .gold_wanted = 8};
    assert_int_equal(project_free(&project, &count), 20);
    /* three answers to the gold task, one of them rejected, and five to others */
    count.submitted = 5, count.approved = 2, count.rejected = 1, count.gold_answers = 3, count.gold_standing = 2;
    assert_int_equal(project_free(&project, &count), 15);
    assert_int_equal(project_left(&project, &count, 0), 10);
}

/* Of 10 tasks with 2 to 5 answers: what a verdict may never ask for is nobody's. */
static void what_is_saved_is_not_free(void **state) {
    struct project project = {.overlap = 5, .overlap_rule = OVERLAP_SURE, .overlap_min = 2};
    struct project_count count = {.tasks = 10, .funded = 10};
    assert_int_equal(project_free(&project, &count), 20);
    count.submitted = 7, count.leases = 2; /* three weighed, one answer on the way to the fourth, one lease besides */
    count.weighing = 3;
    assert_int_equal(project_free(&project, &count), 11);
    count.submitted = 41, count.done = 9, count.weighing = 0, count.leases = 0; /* the last one has one answer */
    assert_int_equal(project_free(&project, &count), 1);
    count.submitted = 42, count.weighing = 1;
    assert_int_equal(project_free(&project, &count), 0);
    project.overlap_min = 5; /* not weighed at all */
    assert_int_equal(project_free(&project, &count), 8);
}

static void wanted_by_lane(void **state) {
    struct project project = {.overlap = 3};
    struct project_count count = {
        .tasks = 12, .gold_tasks = 2, .funded = 10, .funded_gold = 2, .gold_wanted = 8, .retired = 4};
    assert_int_equal(project_wanted(&project, &count, 0), 3);
    assert_int_equal(project_wanted(&project, &count, 9), 3);
    assert_int_equal(project_wanted(&project, &count, LANE_GOLD), 8);
    assert_int_equal(project_wanted_all(&project, &count), 6 * 3 + 2 * 8);
}

static void refused_steps_say_what_is_possible(void **state) {
    struct problem p = {0};
    enum project_state to;
    assert_int_equal(project_step(PROJECT_DRAFT, PROJECT_PAUSE, &to, &p), ERR_BAD_STATE);
    assert_non_null(strstr(p.detail, "publish it first"));
    assert_int_equal(project_step(PROJECT_COMPLETED, PROJECT_PUBLISH, &to, &p), ERR_BAD_STATE);
    assert_non_null(strstr(p.detail, "completed"));
}

static void nothing_overflows(void **state) {
    struct project project = {
        .price_micros = PRICE_MICROS_MAX, .overlap = OVERLAP_MAX, .gold_permille = GOLD_PERMILLE_MAX};
    struct project_count count = {.tasks = TASKS_PER_PROJECT_MAX, .gold_tasks = 1};
    struct project_quote quote;
    struct problem p = {0};
    assert_int_equal(project_quote(&project, &count, &quote, &p), ERR_INVALID);
    assert_non_null(strstr(p.detail, "publish in parts"));
    project.price_micros = 0;
    assert_int_equal(project_quote(&project, &count, &quote, &p), OK);
    assert_int_equal(quote.gold_answers, (TASKS_PER_PROJECT_MAX - INT64_C(1)) * OVERLAP_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(money_in_steps_is_money_at_once),    cmocka_unit_test(gold_keeps_its_share),
        cmocka_unit_test(retired_tasks_cost_nothing),         cmocka_unit_test(free_work_is_never_more_than_there_is),
        cmocka_unit_test(what_is_saved_is_not_free),          cmocka_unit_test(wanted_by_lane),
        cmocka_unit_test(refused_steps_say_what_is_possible), cmocka_unit_test(nothing_overflows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
