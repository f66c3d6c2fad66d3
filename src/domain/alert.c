#include "domain/alert.h"

static const int64_t MINUTE = 60000000;

bool alert_rule_matches(const struct alert_rule *rule, const struct alert_work *work) {
    if (work->tasks <= 0) return false;
    if (rule->project_id && rule->project_id != work->project_id) return false;
    if (rule->requester_id && rule->requester_id != work->requester_id) return false;
    if (rule->qualification_id) {
        bool asked = false;
        for (size_t i = 0; i < work->qualification_count && !asked; i++)
            asked = work->qualification_ids[i] == rule->qualification_id;
        if (!asked) return false;
    }
    if (rule->kind != WORK_ANY && !(work->kinds & (1u << rule->kind))) return false;
    if (work->rating_tenths < rule->rating_tenths) return false;
    return work->hour_micros >= rule->hour_micros && work->tasks >= rule->tasks_min;
}

/* Minutes since 1970 on the local clock; floors below zero too. */
static int64_t local_minutes(int utc_offset_minutes, int64_t usec) {
    int64_t minutes = usec / MINUTE - (usec % MINUTE < 0);
    return minutes + utc_offset_minutes;
}

int64_t alert_next_minute(int utc_offset_minutes, int minute, int64_t now_usec) {
    int64_t now = local_minutes(utc_offset_minutes, now_usec), day = ALERT_DAY_MINUTES;
    int64_t today = ((now % day) + day) % day, wait = ((minute - today) % day + day) % day;
    if (wait == 0) wait = day;
    return (now - utc_offset_minutes + wait) * MINUTE;
}

static bool is_quiet(const struct alert_times *times, int64_t usec) {
    if (times->quiet_from == times->quiet_to) return false;
    int64_t day = ALERT_DAY_MINUTES, local = local_minutes(times->utc_offset_minutes, usec);
    int minute = (int)(((local % day) + day) % day);
    return times->quiet_from < times->quiet_to ? minute >= times->quiet_from && minute < times->quiet_to
                                               : minute >= times->quiet_from || minute < times->quiet_to;
}

int64_t alert_hold(const struct alert_times *times, bool urgent, int64_t now_usec) {
    int64_t at = times->muted_until_usec > now_usec ? times->muted_until_usec : now_usec;
    if (!urgent && is_quiet(times, at)) at = alert_next_minute(times->utc_offset_minutes, times->quiet_to, at);
    return at;
}

void alert_decide(const struct alert_rule *rules, size_t count, const struct alert_work *work,
                  const struct alert_times *times, int64_t now_usec, struct alert_decision *decision) {
    *decision = (struct alert_decision){.when = ALERT_NO};
    for (size_t i = 0; i < count; i++) {
        const struct alert_rule *rule = &rules[i];
        if (!alert_rule_matches(rule, work)) continue;
        bool urgent = rule->urgent_hour_micros > 0 && work->hour_micros >= rule->urgent_hour_micros;
        bool digest = rule->digest && !urgent;
        int64_t from = digest ? alert_next_minute(times->utc_offset_minutes, times->digest_minute, now_usec) : now_usec;
        int64_t at = alert_hold(times, urgent, from);
        bool sooner = decision->when == ALERT_NO || at < decision->not_before_usec;
        /* Of two at the same time the single one: a digest tells less. */
        if (!sooner && !(at == decision->not_before_usec && decision->when == ALERT_DIGEST && !digest)) continue;
        *decision = (struct alert_decision){
            .when = digest ? ALERT_DIGEST : ALERT_SEND, .not_before_usec = at, .rule_id = rule->id, .urgent = urgent};
    }
}
