/* Properties of sharing that hold for any input; single cases stand in tests/table/dispatch.txt. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "domain/dispatch.h"

enum { PEOPLE_MAX = 60, ROUNDS = 400 };
#define DAY INT64_C(86400000000)

static uint64_t random_state;
static uint64_t random_next(void) {
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return random_state >> 33;
}
static int64_t between(int64_t from, int64_t to) { return from + (int64_t)(random_next() % (uint64_t)(to - from + 1)); }

static size_t people_make(struct dispatch_worker *workers) {
    size_t count = (size_t)between(0, PEOPLE_MAX);
    for (size_t i = 0; i < count; i++)
        workers[i] =
            (struct dispatch_worker){.id = (int64_t)i + 1,
                                     .earned_micros = between(0, 3) ? between(0, 20000000) : 0,
                                     .wished_minutes = between(1, 3000),
                                     .waiting_usec = between(0, 5),
                                     .ready_usec = between(0, 10) * INT64_C(1000000000), /* almost three hours */
                                     .skill = (double)between(0, 100) / 100,
                                     .cap = (int32_t)between(0, 40),
                                     .away = between(0, 2) == 0,
                                     .member = between(0, 1) == 0};
    return count;
}

static struct dispatch_order order_make(void) {
    struct dispatch_order order = {.rule = (enum dispatch_rule)between(0, DISPATCH_RULES - 1),
                                   .tasks = between(0, 600),
                                   .price_micros = between(0, 1) ? between(1000, 250000) : 0,
                                   .task_usec = between(0, 3) * INT64_C(1200000000),
                                   .piece = (int32_t)between(1, 12),
                                   .seed = random_next()};
    order.away_max = between(0, order.tasks);
    return order;
}

static void never_more_than_there_is(void **state) {
    random_state = 1;
    for (int round = 0; round < ROUNDS; round++) {
        struct dispatch_worker workers[PEOPLE_MAX];
        uint32_t heap[PEOPLE_MAX];
        size_t count = people_make(workers);
        struct dispatch_order order = order_make();
        int64_t given = dispatch_share(&order, workers, count, heap), sum = 0, away = 0, room = 0;
        for (size_t i = 0; i < count; i++) {
            const struct dispatch_worker *w = &workers[i];
            assert_in_range(w->given, 0, w->cap);
            if (order.rule == DISPATCH_CREW && !w->member) assert_int_equal(w->given, 0);
            sum += w->given;
            if (w->away) away += w->given;
            if (!w->away && (order.rule != DISPATCH_CREW || w->member)) room += w->cap;
        }
        assert_int_equal(sum, given);
        assert_true(given <= order.tasks);
        assert_true(away <= order.away_max);
        /* Nothing stays while somebody who is there has room. */
        assert_true(given == order.tasks || given - away == room);
    }
}

/* Whatever order they stand in, each gets the same. */
static void order_of_candidates_is_nothing(void **state) {
    random_state = 2;
    for (int round = 0; round < ROUNDS; round++) {
        struct dispatch_worker workers[PEOPLE_MAX], other[PEOPLE_MAX];
        uint32_t heap[PEOPLE_MAX];
        size_t count = people_make(workers);
        struct dispatch_order order = order_make();
        for (size_t i = 0; i < count; i++) other[i] = workers[count - 1 - i];
        dispatch_share(&order, workers, count, heap);
        dispatch_share(&order, other, count, heap);
        for (size_t i = 0; i < count; i++) assert_int_equal(workers[i].given, other[count - 1 - i].given);
    }
}

/* Max-min: moving one piece from somebody to somebody lower (with room) could not have helped the lower one: at the
 * last piece that the upper one got, they were not above by more than the mean, which is the most that delay counts;
 * not at all when nobody is waited for. Who is asleep and not behind is not in question. */
static void fair_is_max_min(void **state) {
    random_state = 3;
    for (int round = 0; round < ROUNDS; round++) {
        struct dispatch_worker workers[PEOPLE_MAX];
        uint32_t heap[PEOPLE_MAX];
        size_t count = people_make(workers);
        struct dispatch_order order = order_make();
        order.rule = DISPATCH_FAIR;
        order.piece = 1;
        order.away_max = order.tasks;
        order.price_micros = between(1000, 250000);
        for (size_t i = 0; i < count && round % 2 == 0; i++) workers[i].ready_usec = order.task_usec = 0;
        dispatch_share(&order, workers, count, heap);
        double earned = 0, wished = 0;
        for (size_t i = 0; i < count; i++) {
            earned += (double)workers[i].earned_micros;
            wished += (double)workers[i].wished_minutes;
        }
        double mean = wished > 0 ? earned / wished : 0, band = round % 2 ? mean : 0;
        for (size_t i = 0; i < count; i++) {
            const struct dispatch_worker *high = &workers[i];
            if (high->given == 0) continue;
            double last = ((double)high->earned_micros + (double)(high->given - 1) * (double)order.price_micros) /
                          (double)high->wished_minutes;
            for (size_t j = 0; j < count; j++) {
                const struct dispatch_worker *low = &workers[j];
                if (low->given == low->cap) continue;
                if (low->away && (double)low->earned_micros / (double)low->wished_minutes > 0.75 * mean) continue;
                double now = ((double)low->earned_micros + (double)low->given * (double)order.price_micros) /
                             (double)low->wished_minutes;
                assert_true(last <= (now + band) * (1 + 1e-12));
            }
        }
    }
}

/* Two hours of waiting count as much as the mean has earned, and no time more than that. */
static void delay_counts_as_earned(void **state) {
    int64_t hour = INT64_C(3600000000);
    struct dispatch_worker workers[3] = {
        {.id = 1, .earned_micros = 1000, .wished_minutes = 10, .ready_usec = hour, .cap = 100},
        {.id = 2, .earned_micros = 1400, .wished_minutes = 10, .ready_usec = 0, .cap = 100},
        {.id = 3, .earned_micros = 600, .wished_minutes = 10, .ready_usec = 100 * hour, .cap = 100}};
    uint32_t heap[3];
    struct dispatch_order order = {.rule = DISPATCH_FAIR, .tasks = 1, .price_micros = 1, .piece = 1};
    /* The mean is 100 a minute: 150, 140 and 160. */
    dispatch_share(&order, workers, 3, heap);
    assert_int_equal(workers[1].given, 1);
    workers[1].earned_micros = 1600; /* the mean is 107, they stand at 153, 160 and 167 */
    dispatch_share(&order, workers, 3, heap);
    assert_int_equal(workers[0].given, 1);
    /* What is given is worked one after the other: the next piece of another is begun sooner. */
    workers[0] = workers[1] = (struct dispatch_worker){.earned_micros = 1000, .wished_minutes = 10, .cap = 100};
    workers[0].id = 1;
    workers[1].id = 2;
    workers[1].earned_micros = 1100;
    order.tasks = 2;
    dispatch_share(&order, workers, 2, heap);
    assert_int_equal(workers[0].given, 2);
    order.task_usec = hour;
    dispatch_share(&order, workers, 2, heap);
    assert_int_equal(workers[0].given, 1);
}

/* Held overnight is for who has fallen behind; others get theirs when they are there. */
static void sleepers_who_are_behind(void **state) {
    struct dispatch_worker workers[3] = {{.id = 1, .earned_micros = 1000, .wished_minutes = 10, .cap = 2},
                                         {.id = 2, .earned_micros = 1000, .wished_minutes = 10, .cap = 9, .away = true},
                                         {.id = 3, .earned_micros = 400, .wished_minutes = 10, .cap = 9, .away = true}};
    uint32_t heap[3];
    struct dispatch_order order = {
        .rule = DISPATCH_FAIR, .tasks = 20, .away_max = 20, .price_micros = 1, .piece = 1, .now_usec = 0};
    assert_int_equal(dispatch_share(&order, workers, 3, heap), 11);
    assert_int_equal(workers[0].given, 2);
    assert_int_equal(workers[1].given, 0);
    assert_int_equal(workers[2].given, 9);
    for (int i = 0; i < 3; i++) workers[i].earned_micros = 0; /* nobody has anything: nobody is behind or ahead */
    assert_int_equal(dispatch_share(&order, workers, 3, heap), 20);
    assert_int_equal(workers[1].given, 9);
}

/* Nobody loses when there is more work, and nobody gains by having earned more. */
static void more_work_and_more_earned(void **state) {
    random_state = 4;
    for (int round = 0; round < ROUNDS; round++) {
        struct dispatch_worker workers[PEOPLE_MAX], again[PEOPLE_MAX];
        uint32_t heap[PEOPLE_MAX];
        size_t count = people_make(workers);
        if (count == 0) continue;
        struct dispatch_order order = order_make();
        order.rule = DISPATCH_FAIR;
        order.piece = 1;
        order.away_max = order.tasks;
        dispatch_share(&order, workers, count, heap);
        memcpy(again, workers, sizeof again);
        order.tasks += 50;
        order.away_max = order.tasks;
        dispatch_share(&order, again, count, heap);
        for (size_t i = 0; i < count; i++) assert_true(again[i].given >= workers[i].given);
        order.tasks -= 50;
        order.away_max = order.tasks;
        size_t rich = (size_t)between(0, (int64_t)count - 1);
        again[rich].earned_micros += between(1, 5000000);
        dispatch_share(&order, again, count, heap);
        assert_true(again[rich].given <= workers[rich].given);
    }
}

static void seeds_draw_anew(void **state) {
    struct dispatch_worker workers[50];
    uint32_t heap[50];
    int won[50] = {0};
    for (uint64_t seed = 0; seed < 1000; seed++) {
        for (size_t i = 0; i < 50; i++)
            workers[i] = (struct dispatch_worker){.id = (int64_t)i + 1, .wished_minutes = 60, .cap = 1};
        struct dispatch_order order = {.rule = DISPATCH_FAIR, .tasks = 10, .piece = 1, .price_micros = 1, .seed = seed};
        assert_int_equal(dispatch_share(&order, workers, 50, heap), 10);
        for (size_t i = 0; i < 50; i++) won[i] += workers[i].given;
    }
    for (size_t i = 0; i < 50; i++) assert_in_range(won[i], 140, 260); /* 200 is expected; sqrt(160) = 12.6 */
}

static void who_is_new_stands_in_the_middle(void **state) {
    struct dispatch_worker workers[6] = {0};
    double scratch[6];
    int64_t now = 100 * DAY;
    for (int i = 0; i < 5; i++)
        workers[i] = (struct dispatch_worker){.id = i + 1, .earned_micros = i * 1000000, .wished_minutes = 100};
    workers[5] = (struct dispatch_worker){.id = 6, .wished_minutes = 200, .joined_usec = now};
    dispatch_fair_start(workers, 6, now, scratch);
    assert_int_equal(workers[5].earned_micros, 4000000); /* 2 per 100 minutes is the middle */
    for (int i = 0; i < 5; i++) assert_int_equal(workers[i].earned_micros, i * 1000000);
    workers[5].earned_micros = 0;
    workers[5].joined_usec = now - 7 * DAY / 2;
    dispatch_fair_start(workers, 6, now, scratch);
    assert_int_equal(workers[5].earned_micros, 2000000);
    /* All new: nothing to compare with. */
    for (int i = 0; i < 6; i++) workers[i].joined_usec = now, workers[i].earned_micros = i;
    dispatch_fair_start(workers, 6, now, scratch);
    for (int i = 0; i < 6; i++) assert_int_equal(workers[i].earned_micros, i);
}

static void amounts(void **state) {
    /* 2026-11-22 was a Sunday */
    assert_int_equal(week_of(INT64_C(1795391999) * 1000000) + 1, week_of(INT64_C(1795392000) * 1000000));
    assert_int_equal(week_begin(week_of(INT64_C(1795392000) * 1000000)), INT64_C(1795392000) * 1000000);
    assert_true(week_looks_empty(0, 10));
    assert_true(week_looks_empty(0.99, 10));
    assert_false(week_looks_empty(1, 10));
    assert_false(week_looks_empty(0, 0)); /* who wishes nothing misses nothing */
    assert_int_equal(earned_faded(8000, 0, 0), 8000);
    assert_int_equal(earned_faded(8000, 0, 5 * DAY), 4000);
    assert_int_equal(earned_faded(8000, 0, 15 * DAY), 1000);
    assert_int_equal(earned_faded(8000, DAY, 0), 8000); /* a clock gone back */
    assert_int_equal(offer_piece(30000000), 10);
    assert_int_equal(offer_piece(INT64_C(3600000000)), 1);
    struct offer_cap_facts f = {.task_usec = 60000000,
                                .unseen = 1000,
                                .person_left = 1000,
                                .week_minutes = 600,
                                .kept_permille = 1000,
                                .proven = true};
    assert_int_equal(offer_cap(&f), 60);
    f.kept_permille = 500;
    assert_int_equal(offer_cap(&f), 30);
    f.kept_permille = KEPT_LEAST - 1;
    assert_int_equal(offer_cap(&f), 0); /* they let everything lapse */
    f.kept_permille = KEPT_LEAST;
    assert_int_equal(offer_cap(&f), 15);
    f.proven = false;
    assert_int_equal(offer_cap(&f), 5);
    f.week_minutes = 3;
    assert_int_equal(offer_cap(&f), 3);
    f.unseen = 2;
    assert_int_equal(offer_cap(&f), 2);
    f.person_left = -4;
    assert_int_equal(offer_cap(&f), 0);
    assert_int_equal(deadline_open_from(0, 10 * DAY), 10 * DAY - DAY / 4);
    assert_int_equal(deadline_open_from(0, DAY), DAY - DAY / 10);
    assert_int_equal(deadline_open_from(DAY, 0), 0);
}

static void jain(void **state) {
    assert_true(fabs(jain_index((double[]){1, 1, 1, 1}, 4) - 1) < 1e-12);
    assert_true(fabs(jain_index((double[]){5, 0, 0, 0}, 4) - 0.25) < 1e-12);
    assert_true(fabs(jain_index((double[]){0, 0}, 2) - 1) < 1e-12);
    assert_true(fabs(jain_index(NULL, 0) - 1) < 1e-12);
}

static void effect_of_waiting_for_sleepers(void **state) {
    struct dispatch_worker workers[4];
    uint32_t heap[4];
    int64_t hour = INT64_C(3600000000), task = 60000000;
    for (int i = 0; i < 4; i++)
        workers[i] = (struct dispatch_worker){
            .id = i + 1, .wished_minutes = 600, .cap = 100, .away = i >= 2, .ready_usec = i >= 2 ? 8 * hour : 0};
    struct dispatch_order order = {.rule = DISPATCH_FAIR, .tasks = 120, .piece = 1, .price_micros = 50000, .seed = 1};
    dispatch_share(&order, workers, 4, heap);
    struct dispatch_effect now = dispatch_effect(&order, workers, 4, task);
    assert_int_equal(now.finish_usec, hour);
    assert_int_equal(now.people, 2);
    assert_true(fabs(now.jain - 0.5) < 1e-9);
    order.away_max = 120;
    dispatch_share(&order, workers, 4, heap);
    struct dispatch_effect all = dispatch_effect(&order, workers, 4, task);
    assert_int_equal(all.finish_usec, 8 * hour + 30 * task);
    assert_int_equal(all.away_tasks, 60);
    assert_true(fabs(all.jain - 1) < 1e-9);
    for (int i = 0; i < 4; i++) workers[i].cap = 0, workers[i].away = true;
    dispatch_share(&order, workers, 4, heap);
    assert_int_equal(dispatch_effect(&order, workers, 4, task).finish_usec, -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(never_more_than_there_is),
        cmocka_unit_test(order_of_candidates_is_nothing),
        cmocka_unit_test(fair_is_max_min),
        cmocka_unit_test(delay_counts_as_earned),
        cmocka_unit_test(sleepers_who_are_behind),
        cmocka_unit_test(more_work_and_more_earned),
        cmocka_unit_test(seeds_draw_anew),
        cmocka_unit_test(who_is_new_stands_in_the_middle),
        cmocka_unit_test(amounts),
        cmocka_unit_test(jain),
        cmocka_unit_test(effect_of_waiting_for_sleepers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
