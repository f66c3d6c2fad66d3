/* Rules, quiet hours, mute, digest; and what is said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "domain/alert.h"

#define MINUTE INT64_C(60000000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
/* 2026-11-25 00:00 UTC */
#define MIDNIGHT (INT64_C(20782) * DAY)
enum { UNIT = 1000000, VENEZUELA = -240 };

static struct alert_work work_of(int64_t hour_units, int64_t tasks) {
    return (struct alert_work){.project_id = 5, .requester_id = 9, .hour_micros = hour_units * UNIT, .tasks = tasks};
}

static void one_condition_that_fails_is_enough(void **state) {
    static const int64_t asked[] = {71, 72};
    struct alert_work work = work_of(6, 10);
    work.qualification_ids = asked;
    work.qualification_count = 2;
    work.kinds = 1u << WORK_SOUND | 1u << WORK_PICTURE;
    work.rating_tenths = 42;
    static const struct {
        struct alert_rule rule;
        bool matches;
    } cases[] = {
        {{.id = 1}, true},
        {{.hour_micros = 6 * UNIT}, true},
        {{.hour_micros = 6 * UNIT + 1}, false},
        {{.tasks_min = 10}, true},
        {{.tasks_min = 11}, false},
        {{.project_id = 5}, true},
        {{.project_id = 6}, false},
        {{.requester_id = 9}, true},
        {{.requester_id = 8}, false},
        {{.qualification_id = 72}, true},
        {{.qualification_id = 73}, false},
        {{.kind = WORK_SOUND}, true},
        {{.kind = WORK_TEXT}, false},
        {{.rating_tenths = 42}, true},
        {{.rating_tenths = 43}, false},
        {{.project_id = 5, .requester_id = 9, .qualification_id = 71, .hour_micros = UNIT, .tasks_min = 1}, true},
        {{.project_id = 5, .requester_id = 9, .hour_micros = 7 * UNIT, .tasks_min = 1}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (alert_rule_matches(&cases[i].rule, &work) != cases[i].matches) fail_msg("case %zu", i);
    work.tasks = 0;
    assert_false(alert_rule_matches(&cases[0].rule, &work));
}

static void nobody_is_woken(void **state) {
    struct alert_rule rule = {.id = 1, .hour_micros = 2 * UNIT, .urgent_hour_micros = 10 * UNIT};
    struct alert_times times = {.quiet_from = 22 * 60, .quiet_to = 6 * 60, .utc_offset_minutes = VENEZUELA};
    struct alert_work work = work_of(5, 3);
    struct alert_decision d;
    int64_t night = MIDNIGHT + 6 * HOUR + 13; /* 02:00 in Caracas */
    alert_decide(&rule, 1, &work, &times, night, &d);
    assert_int_equal(d.when, ALERT_SEND);
    assert_int_equal(d.not_before_usec, MIDNIGHT + 10 * HOUR); /* 06:00 there */
    assert_false(d.urgent);
    work.hour_micros = 10 * UNIT;
    alert_decide(&rule, 1, &work, &times, night, &d);
    assert_int_equal(d.not_before_usec, night);
    assert_true(d.urgent);
    work.hour_micros = 5 * UNIT;
    alert_decide(&rule, 1, &work, &times, MIDNIGHT + 10 * HOUR, &d); /* the first minute of the day */
    assert_int_equal(d.not_before_usec, MIDNIGHT + 10 * HOUR);
    alert_decide(&rule, 1, &work, &times, MIDNIGHT + 2 * HOUR, &d); /* 22:00: the first minute of the night */
    assert_int_equal(d.not_before_usec, MIDNIGHT + 10 * HOUR);
    alert_decide(&rule, 1, &work, &times, MIDNIGHT + 2 * HOUR - 1, &d);
    assert_int_equal(d.not_before_usec, MIDNIGHT + 2 * HOUR - 1);
    work.hour_micros = UNIT;
    alert_decide(&rule, 1, &work, &times, night, &d);
    assert_int_equal(d.when, ALERT_NO);
}

static void mute_is_stronger_than_pay(void **state) {
    struct alert_rule rule = {.id = 1, .urgent_hour_micros = UNIT};
    struct alert_times times = {.muted_until_usec = MIDNIGHT + 8 * HOUR};
    struct alert_work work = work_of(50, 3);
    struct alert_decision d;
    alert_decide(&rule, 1, &work, &times, MIDNIGHT, &d);
    assert_int_equal(d.not_before_usec, MIDNIGHT + 8 * HOUR);
    /* The end of a mute may fall into quiet hours. */
    times.quiet_from = 7 * 60, times.quiet_to = 9 * 60;
    assert_int_equal(alert_hold(&times, false, MIDNIGHT), MIDNIGHT + 9 * HOUR);
    assert_int_equal(alert_hold(&times, true, MIDNIGHT), MIDNIGHT + 8 * HOUR);
}

static void the_soonest_rule_tells(void **state) {
    struct alert_rule rules[] = {{.id = 1, .digest = true}, {.id = 2, .hour_micros = 4 * UNIT}};
    struct alert_times times = {.digest_minute = 8 * 60};
    struct alert_work work = work_of(5, 3);
    struct alert_decision d;
    alert_decide(rules, 2, &work, &times, MIDNIGHT, &d);
    assert_int_equal(d.rule_id, 2);
    assert_int_equal(d.when, ALERT_SEND);
    work.hour_micros = 3 * UNIT;
    alert_decide(rules, 2, &work, &times, MIDNIGHT, &d);
    assert_int_equal(d.when, ALERT_DIGEST);
    assert_int_equal(d.not_before_usec, MIDNIGHT + 8 * HOUR);
    alert_decide(rules, 2, &work, &times, MIDNIGHT + 8 * HOUR, &d); /* this morning's has gone */
    assert_int_equal(d.not_before_usec, MIDNIGHT + 32 * HOUR);
    rules[0].urgent_hour_micros = 3 * UNIT;
    alert_decide(rules, 2, &work, &times, MIDNIGHT, &d);
    assert_int_equal(d.when, ALERT_SEND);
    alert_decide(rules, 0, &work, &times, MIDNIGHT, &d);
    assert_int_equal(d.when, ALERT_NO);
}

static void quiet_hours_over_all_zones(void **state) {
    for (int offset = -720; offset <= 840; offset += 15)
        for (int from = 0; from < 1440; from += 97)
            for (int length = 0; length < 1440; length += 119) {
                struct alert_times t = {
                    .quiet_from = from, .quiet_to = (from + length) % 1440, .utc_offset_minutes = offset};
                for (int64_t now = MIDNIGHT; now < MIDNIGHT + DAY; now += 53 * MINUTE) {
                    int64_t at = alert_hold(&t, false, now);
                    assert_true(at >= now && at <= now + length * MINUTE);
                    assert_int_equal(alert_hold(&t, false, at), at);
                }
            }
}

static void said(const char *language, const struct alert_facts *f, const char *title, const char *text) {
    CLEANUP(buf_free) struct buf a = {0};
    CLEANUP(buf_free) struct buf b = {0};
    alert_title(str_from(language), f, &a);
    alert_text(str_from(language), f, &b);
    assert_string_equal(a.data, title);
    assert_string_equal(b.data, text);
}

static void what_is_needed_to_decide(void **state) {
    struct alert_facts f = {.project = STR("Films"),
                            .currency = STR("USD"),
                            .tasks = 3,
                            .price_micros = 50000,
                            .hour_micros = 12504000,
                            .now_usec = MIDNIGHT + 15 * HOUR,
                            .utc_offset_minutes = VENEZUELA};
    said("en", &f, "3 tasks: Films", "12.50 USD an hour, 0.05 USD a task, while there is work.");
    f.until_usec = MIDNIGHT + 18 * HOUR;
    f.offer = true;
    said("es", &f, "3 tareas: Films", "12.50 USD por hora, 0.05 USD por tarea, reservado para ti hasta las 14:00.");
    f.offer = false;
    f.tasks = 1;
    f.until_usec = MIDNIGHT + 34 * HOUR;
    f.estimated = true;
    said("fr", &f, "1 tâche : Films",
         "environ 12.50 USD de l'heure (pas encore mesuré), 0.05 USD par tâche, jusqu'à 26/11 06:00.");
    f.price_micros = 1234567;
    said("pt", &f, "1 tarefa: Films",
         "cerca de 12.50 USD por hora (ainda sem medir), 1.234567 USD por tarefa, até 26/11 06:00.");
    said("xx", &f, "1 tarea: Films",
         "unos 12.50 USD por hora (aún sin medir), 1.234567 USD por tarea, hasta las 26/11 06:00.");
    for (int i = 0; i < 4; i++)
        for (int word = 0; word < ALERT_WORDS; word++)
            assert_non_null(alert_word(str_from((const char *[]){"es", "en", "fr", "pt"}[i]), (enum alert_word)word));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_condition_that_fails_is_enough), cmocka_unit_test(nobody_is_woken),
        cmocka_unit_test(mute_is_stronger_than_pay),          cmocka_unit_test(the_soonest_rule_tells),
        cmocka_unit_test(quiet_hours_over_all_zones),         cmocka_unit_test(what_is_needed_to_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
