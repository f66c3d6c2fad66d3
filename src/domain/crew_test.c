/* Nights, shifts, whose turn it is, waking. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "domain/crew.h"

#define MIN INT64_C(60000000)
#define HOUR (60 * MIN)
#define DAY (24 * HOUR)
#define T0 (INT64_C(20000) * DAY) /* midnight UTC */

static void nights(void **state) {
    static const struct {
        int from, to, offset;
        int64_t at, begin, end;
    } cases[] = {
        {1320, 360, 0, T0 + 12 * HOUR, T0 + 22 * HOUR, T0 + 30 * HOUR},    /* at noon: tonight */
        {1320, 360, 0, T0 + 23 * HOUR, T0 + 22 * HOUR, T0 + 30 * HOUR},    /* it has begun */
        {1320, 360, 0, T0 + 29 * HOUR, T0 + 22 * HOUR, T0 + 30 * HOUR},    /* after midnight */
        {1320, 360, 0, T0 + 30 * HOUR, T0 + 46 * HOUR, T0 + 54 * HOUR},    /* over: the next */
        {1320, 360, -240, T0 + 12 * HOUR, T0 + 26 * HOUR, T0 + 34 * HOUR}, /* 22:00 at UTC-4 */
        {1320, 360, 840, T0, T0 + 8 * HOUR, T0 + 16 * HOUR},
        {60, 300, 0, T0, T0 + 1 * HOUR, T0 + 5 * HOUR},
        {0, 1439, 0, T0, T0, T0 + 1439 * MIN},
    };
    int64_t begin, end;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct crew_night night = {cases[i].from, cases[i].to, cases[i].offset};
        assert_true(crew_night_at(&night, cases[i].at, &begin, &end));
        assert_int_equal(begin, cases[i].begin);
        assert_int_equal(end, cases[i].end);
    }
    assert_false(crew_night_at(&(struct crew_night){300, 300, 0}, T0, &begin, &end));
}

static void shifts(void **state) {
    assert_int_equal(crew_shifts(0, 8 * HOUR, 5), 2);
    assert_int_equal(crew_shifts(0, 8 * HOUR, 1), 1);
    assert_int_equal(crew_shifts(0, 9 * HOUR, 5), 3);
    assert_int_equal(crew_shifts(0, HOUR, 5), 1);
    assert_int_equal(crew_shifts(0, 8 * HOUR, 0), 1);
    int64_t from, to, last = T0;
    for (int i = 0; i < 3; i++) {
        crew_shift(T0, T0 + 500 * MIN, 3, i, &from, &to);
        assert_int_equal(from, last);
        assert_true(to - from >= 166 * MIN && to - from <= 167 * MIN);
        last = to;
    }
    assert_int_equal(last, T0 + 500 * MIN);
}

/* Watches `nights` nights of eight hours from the given one; minutes of sleep in `watched`. */
static void watch(struct crew_watcher *w, int count, int first_night, int night_count) {
    for (int n = first_night; n < first_night + night_count; n++) {
        int64_t begin = T0 + n * DAY + 22 * HOUR, end = begin + 8 * HOUR, from, to;
        int parts = crew_shifts(begin, end, count);
        for (int i = 0; i < parts; i++) {
            crew_shift(begin, end, parts, i, &from, &to);
            crew_count(w, count, crew_next(w, count, from, to), from, to);
        }
    }
}

static void turns_are_fair(void **state) {
    for (int count = 1; count <= 20; count++) {
        struct crew_watcher w[20] = {0};
        for (int i = 0; i < count; i++) w[i].id = 100 + i;
        watch(w, count, 0, 90);
        int64_t least = INT64_MAX, most = 0;
        for (int i = 0; i < count; i++) {
            if (w[i].watched_minutes < least) least = w[i].watched_minutes;
            if (w[i].watched_minutes > most) most = w[i].watched_minutes;
            assert_int_equal(w[i].watched_minutes + w[i].spared_minutes, 90 * 480);
        }
        assert_true(most - least <= CREW_SHIFT_MINUTES_MAX);
    }
}

static void nobody_watches_the_whole_night_when_two_can(void **state) {
    struct crew_watcher w[2] = {{.id = 1}, {.id = 2}};
    watch(w, 2, 0, 1);
    assert_int_equal(w[0].watched_minutes, 240);
    assert_int_equal(w[1].watched_minutes, 240);
}

static void who_joins_late_neither_catches_up_nor_goes_first(void **state) {
    struct crew_watcher w[5] = {{.id = 1}, {.id = 2}, {.id = 3}, {.id = 4}, {.id = 5}};
    watch(w, 4, 0, 60);
    int64_t before = w[0].watched_minutes;
    watch(w, 5, 60, 20);
    /* 40 shifts for five: eight each, not all forty for the new one. */
    assert_in_range(w[4].watched_minutes, 6 * 240, 9 * 240);
    assert_in_range(w[0].watched_minutes - before, 7 * 240, 9 * 240);
}

static void who_is_awake_goes_first(void **state) {
    /* One lives where it is morning then. */
    struct crew_watcher w[3] = {
        {.id = 1}, {.id = 2}, {.id = 3, .times = {.quiet_from = 1320, .quiet_to = 360, .utc_offset_minutes = 480}}};
    int64_t from = T0 + 22 * HOUR, to = T0 + 26 * HOUR;
    assert_int_equal(crew_cost(&w[0], from, to), 240);
    assert_int_equal(crew_cost(&w[2], from, to), 0);
    assert_int_equal(crew_next(w, 3, from, to), 2);
    crew_count(w, 3, 2, from, to);
    assert_int_equal(w[2].watched_minutes, 0);
    assert_int_equal(w[0].spared_minutes, 240);
    assert_int_equal(crew_next(w, 3, from + DAY, to + DAY), 2);
}

static void the_order_does_not_matter(void **state) {
    struct crew_watcher w[4] = {{.id = 4, .watched_minutes = 240}, {.id = 2}, {.id = 3}, {.id = 1, .last_usec = 9}};
    assert_int_equal(w[crew_next(w, 4, T0, T0 + HOUR)].id, 2);
    struct crew_watcher turned[4] = {w[3], w[2], w[1], w[0]};
    assert_int_equal(turned[crew_next(turned, 4, T0, T0 + HOUR)].id, 2);
    assert_int_equal(crew_next(w, 0, T0, T0 + HOUR), -1);
}

static void waking(void **state) {
    struct crew_wake_facts f = {
        .on_watch = true, .tasks = 1, .wakes = 1, .wakes_max = 2, .last_usec = T0, .now_usec = T0 + CREW_WAKE_GAP_USEC};
    assert_int_equal(crew_wake_check(&f), CREW_WAKE_OK);
    f.now_usec--;
    assert_int_equal(crew_wake_check(&f), CREW_WAKE_TOO_SOON);
    f.wakes = 2;
    assert_int_equal(crew_wake_check(&f), CREW_WAKE_TOO_MANY);
    f.tasks = 0;
    assert_int_equal(crew_wake_check(&f), CREW_WAKE_NO_WORK);
    f.on_watch = false;
    assert_int_equal(crew_wake_check(&f), CREW_WAKE_NOT_ON_WATCH);
}

static void heirs(void **state) {
    struct crew_seat seats[] = {
        {.id = 7, .joined_usec = 50}, {.id = 9, .joined_usec = 40}, {.id = 8, .joined_usec = 40}};
    assert_int_equal(crew_heir(seats, 3), 2);
    seats[0].coordinator = true;
    assert_int_equal(crew_heir(seats, 3), -1);
    assert_int_equal(crew_heir(seats, 0), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nights),
        cmocka_unit_test(shifts),
        cmocka_unit_test(turns_are_fair),
        cmocka_unit_test(nobody_watches_the_whole_night_when_two_can),
        cmocka_unit_test(who_joins_late_neither_catches_up_nor_goes_first),
        cmocka_unit_test(who_is_awake_goes_first),
        cmocka_unit_test(the_order_does_not_matter),
        cmocka_unit_test(waking),
        cmocka_unit_test(heirs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
