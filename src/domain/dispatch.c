#include "domain/dispatch.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define MINUTE_USEC INT64_C(60000000)
#define HOUR_USEC (60 * MINUTE_USEC)
#define DAY_USEC (24 * HOUR_USEC)
#define WEEK_USEC (7 * DAY_USEC)

/* Chosen by `faena simulate`. Half or twice the time changes little; without it, batches take three times as long and
 * earnings are no evener. Work held for every sleeper doubles the time again: only who is behind needs that. */
#define DELAY_AS_MEAN_USEC (2 * HOUR_USEC)
#define BEHIND_PART 0.75
/* By the same: what an answer tells is worth a quarter when it is waited for; skill ends batches in a third of the
 * time. */
#define DELAY_COSTS 0.75

/* How long offers wait. */
#define HOLD_ONLINE_USEC (10 * MINUTE_USEC)
#define HOLD_AFTER_QUIET_USEC (45 * MINUTE_USEC)
#define HOLD_UNSEEN_USEC (30 * MINUTE_USEC)
enum { HOLD_LINK_ROUNDS = 400 }; /* round trips added for the link: ten minutes at 1.5 s */
#define HOLD_LINK_USEC_MAX (20 * MINUTE_USEC)

const char *dispatch_rule_word(enum dispatch_rule rule) {
    static const char *const words[DISPATCH_RULES] = {"race", "fair", "skill", "crew"};
    return words[rule];
}

bool dispatch_open(const struct dispatch_terms *terms, int64_t now_usec) {
    if (terms->rule == DISPATCH_RACE) return true;
    return terms->deadline_usec > 0 && now_usec >= deadline_open_from(terms->published_usec, terms->deadline_usec);
}

/* SplitMix64's finaliser. */
static uint64_t mix(uint64_t x) {
    x += UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

/* --- the heap: places in `workers`, the next to be served on top --- */

static bool before(const struct dispatch_worker *a, const struct dispatch_worker *b) {
    if (a->level < b->level || a->level > b->level) return a->level < b->level;
    if (a->ready_usec != b->ready_usec) return a->ready_usec < b->ready_usec;
    if (a->waiting_usec != b->waiting_usec) return a->waiting_usec < b->waiting_usec;
    if (a->draw != b->draw) return a->draw < b->draw;
    return a->id < b->id;
}

static void sift_down(const struct dispatch_worker *workers, uint32_t *heap, size_t count, size_t at) {
    uint32_t moving = heap[at];
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && before(&workers[heap[child + 1]], &workers[heap[child]])) child++;
        if (!before(&workers[heap[child]], &workers[moving])) break;
        heap[at] = heap[child];
    }
    heap[at] = moving;
}

/* --- rules --- */

static double entropy_bits(double p) {
    if (p <= 0 || p >= 1) return 0;
    return -(p * log2(p) + (1 - p) * log2(1 - p));
}

static double level_fair(const struct dispatch_worker *w, int64_t price_micros) {
    double earned = (double)w->earned_micros + (double)w->given * (double)price_micros;
    return earned / (double)(w->wished_minutes > 0 ? w->wished_minutes : 1);
}

/* Earned per wished minute by all together. Whole numbers: the same in any order. */
static double level_mean(const struct dispatch_worker *workers, size_t count) {
    int64_t earned = 0, wished = 0;
    for (size_t i = 0; i < count; i++) {
        earned += workers[i].earned_micros;
        wished += workers[i].wished_minutes > 0 ? workers[i].wished_minutes : 1;
    }
    return wished > 0 ? (double)earned / (double)wished : 0;
}

/* Until their next piece is begun, as a part of DELAY_AS_MEAN_USEC; 1 at most. */
static double delay_part(const struct dispatch_order *order, const struct dispatch_worker *w) {
    int64_t delay = w->ready_usec - order->now_usec;
    if (delay < 0) delay = 0;
    delay += w->given * order->task_usec;
    return delay < DELAY_AS_MEAN_USEC ? (double)delay / (double)DELAY_AS_MEAN_USEC : 1;
}

static double level_of(const struct dispatch_order *order, const struct dispatch_worker *w, double mean) {
    switch (order->rule) {
    case DISPATCH_RACE: return (double)(w->ready_usec - order->now_usec);
    case DISPATCH_SKILL: {
        /* Who is wrong more often than a coin tells as much, but not what we want to know. */
        double information = w->skill > 0.5 ? 1 - entropy_bits(w->skill) : 0;
        int64_t cost = w->cost_micros > 0 ? w->cost_micros : order->price_micros;
        return -information * (1 - DELAY_COSTS * delay_part(order, w)) / (double)(cost > 0 ? cost : 1);
    }
    default: return level_fair(w, order->price_micros) + mean * delay_part(order, w);
    }
}

static bool in_question(const struct dispatch_order *order, const struct dispatch_worker *w, double mean) {
    if (w->cap <= 0 || (order->rule == DISPATCH_CREW && !w->member)) return false;
    bool in_turns = order->rule == DISPATCH_FAIR || order->rule == DISPATCH_CREW;
    return !in_turns || !w->away || level_fair(w, 0) <= BEHIND_PART * mean;
}

int64_t dispatch_share(const struct dispatch_order *order, struct dispatch_worker *workers, size_t count,
                       uint32_t *heap) {
    assert(order->piece >= 1);
    bool in_turns = order->rule == DISPATCH_FAIR || order->rule == DISPATCH_CREW;
    double mean = level_mean(workers, count);
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        struct dispatch_worker *w = &workers[i];
        w->given = 0;
        w->draw = mix(mix(order->seed) ^ (uint64_t)w->id);
        w->level = level_of(order, w, mean);
        if (in_question(order, w, mean)) heap[size++] = (uint32_t)i;
    }
    for (size_t i = size / 2; i-- > 0;) sift_down(workers, heap, size, i);
    int64_t left = order->tasks, away_left = order->away_max;
    while (left > 0 && size > 0) {
        struct dispatch_worker *w = &workers[heap[0]];
        int64_t most = w->cap - w->given, piece = in_turns && order->piece < most ? order->piece : most;
        if (piece > left) piece = left;
        if (w->away && piece > away_left) piece = away_left;
        w->given += (int32_t)piece;
        left -= piece;
        if (w->away) away_left -= piece;
        if (piece == 0 || w->given == w->cap)
            heap[0] = heap[--size];
        else
            w->level = level_of(order, w, mean);
        if (size > 0) sift_down(workers, heap, size, 0);
    }
    return order->tasks - left;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void dispatch_fair_start(struct dispatch_worker *workers, size_t count, int64_t now_usec, double *scratch) {
    size_t others = 0;
    for (size_t i = 0; i < count; i++)
        if (workers[i].joined_usec <= now_usec - WEEK_USEC) scratch[others++] = level_fair(&workers[i], 0);
    if (others == 0) return;
    qsort(scratch, others, sizeof *scratch, by_size);
    double middle = scratch[others / 2];
    for (size_t i = 0; i < count; i++) {
        struct dispatch_worker *w = &workers[i];
        int64_t age = now_usec - w->joined_usec;
        if (age >= WEEK_USEC) continue;
        double fresh = 1 - (double)(age > 0 ? age : 0) / (double)WEEK_USEC;
        int64_t stand_in = (int64_t)(fresh * middle * (double)w->wished_minutes);
        if (w->earned_micros < stand_in) w->earned_micros = stand_in;
    }
}

/* --- times --- */

static int64_t local_minute(const struct worker_times *w, int64_t usec) {
    int64_t minute = (usec / MINUTE_USEC + w->utc_offset_minutes) % MINUTES_PER_DAY;
    return minute < 0 ? minute + MINUTES_PER_DAY : minute;
}

int64_t quiet_until(const struct worker_times *w, int64_t now_usec) {
    if (w->quiet_from == w->quiet_to) return 0;
    int64_t minute = local_minute(w, now_usec);
    int64_t length = (w->quiet_to - w->quiet_from + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    int64_t into = (minute - w->quiet_from + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    if (into >= length) return 0;
    return (now_usec / MINUTE_USEC + length - into) * MINUTE_USEC;
}

int64_t quiet_minutes(const struct worker_times *w, int64_t from_usec, int64_t to_usec) {
    if (w->quiet_from == w->quiet_to || to_usec <= from_usec) return 0;
    int64_t length = (w->quiet_to - w->quiet_from + MINUTES_PER_DAY) % MINUTES_PER_DAY, sum = 0;
    int64_t from = from_usec / MINUTE_USEC + w->utc_offset_minutes, to = to_usec / MINUTE_USEC + w->utc_offset_minutes;
    /* The day before the first may reach into it. */
    for (int64_t day = from / MINUTES_PER_DAY - 1; day * MINUTES_PER_DAY < to; day++) {
        int64_t begin = day * MINUTES_PER_DAY + w->quiet_from, end = begin + length;
        if (begin < from) begin = from;
        if (end > to) end = to;
        if (end > begin) sum += end - begin;
    }
    return sum;
}

static int64_t link_allowance(int64_t link_usec) {
    int64_t allowance = link_usec * HOLD_LINK_ROUNDS;
    return allowance < HOLD_LINK_USEC_MAX ? allowance : HOLD_LINK_USEC_MAX;
}

int64_t offer_hold_until(const struct worker_times *w, int64_t ready_usec, int64_t now_usec, int64_t last_usec) {
    int64_t quiet_end = quiet_until(w, now_usec), until;
    if (w->online) {
        until = (ready_usec > now_usec ? ready_usec : now_usec) + HOLD_ONLINE_USEC + link_allowance(w->link_usec);
        if (until > now_usec + HOLD_AWAKE_USEC_MAX) until = now_usec + HOLD_AWAKE_USEC_MAX;
    } else if (quiet_end > 0)
        until = quiet_end + HOLD_AFTER_QUIET_USEC + link_allowance(w->link_usec);
    else
        until = now_usec + HOLD_UNSEEN_USEC;
    return last_usec > 0 && until > last_usec ? last_usec : until;
}

int64_t offer_work_until(int64_t left, int64_t task_usec, int64_t lease_usec, int64_t link_usec, int64_t now_usec) {
    int64_t work = left * task_usec * 2;
    if (work > DAY_USEC) work = DAY_USEC;
    return now_usec + lease_usec + work + HOLD_ONLINE_USEC + link_allowance(link_usec);
}

int64_t deadline_open_from(int64_t published_usec, int64_t deadline_usec) {
    int64_t tenth = (deadline_usec - published_usec) / 10, most = 6 * HOUR_USEC;
    if (tenth < 0) tenth = 0;
    return deadline_usec - (tenth < most ? tenth : most);
}

/* 1970 began on a Thursday. */
int64_t week_of(int64_t usec) { return (usec + 3 * DAY_USEC) / WEEK_USEC; }
int64_t week_begin(int64_t week) { return week * WEEK_USEC - 3 * DAY_USEC; }
bool week_looks_empty(double own_hours, double wished_hours) { return own_hours * 10 < wished_hours; }

/* --- amounts --- */

int64_t earned_faded(int64_t micros, int64_t then_usec, int64_t now_usec) {
    if (now_usec <= then_usec || micros == 0) return micros;
    return (int64_t)((double)micros * exp2(-(double)(now_usec - then_usec) / (double)(5 * DAY_USEC)));
}

int64_t task_usec_expected(int64_t median_usec, int64_t lease_usec) {
    int64_t usec = median_usec > 0 ? median_usec : lease_usec / 4;
    return usec > 1000000 ? usec : 1000000;
}

int32_t offer_piece(int64_t task_usec) {
    int64_t piece = 5 * MINUTE_USEC / task_usec;
    return (int32_t)(piece < 1 ? 1 : piece);
}

int32_t offer_cap(const struct offer_cap_facts *f) {
    if (f->kept_permille < KEPT_LEAST) return 0;
    int64_t cap = HOUR_USEC / f->task_usec, week = f->week_minutes * MINUTE_USEC / f->task_usec;
    int kept = f->kept_permille < KEPT_BACK ? KEPT_BACK : f->kept_permille;
    cap = cap * kept / 1000;
    if (!f->proven) cap /= 3;
    if (cap < 1) cap = 1;
    if (cap > week) cap = week;
    if (cap > f->unseen) cap = f->unseen;
    if (cap > f->person_left) cap = f->person_left;
    return (int32_t)(cap < 0 ? 0 : cap);
}

/* --- effect --- */

double jain_index(const double *x, size_t count) {
    double sum = 0, squares = 0;
    for (size_t i = 0; i < count; i++) {
        sum += x[i];
        squares += x[i] * x[i];
    }
    return squares > 0 ? sum * sum / ((double)count * squares) : 1;
}

struct dispatch_effect dispatch_effect(const struct dispatch_order *order, const struct dispatch_worker *workers,
                                       size_t count, int64_t task_usec) {
    struct dispatch_effect e = {0};
    int64_t given = 0, online = 0, last_usec = 0;
    double sum = 0, squares = 0;
    for (size_t i = 0; i < count; i++) {
        const struct dispatch_worker *w = &workers[i];
        online += !w->away;
        double level = level_fair(w, order->price_micros);
        sum += level;
        squares += level * level;
        if (w->given == 0) continue;
        e.people++;
        given += w->given;
        if (w->away) e.away_tasks += w->given;
        int64_t ready = w->ready_usec > order->now_usec ? w->ready_usec - order->now_usec : 0;
        int64_t end = ready + w->given * task_usec;
        if (end > last_usec) last_usec = end;
    }
    e.jain = squares > 0 ? sum * sum / ((double)count * squares) : 1;
    /* Everybody who is connected goes on with what is left, after their own share. */
    int64_t now_work = order->tasks - e.away_tasks;
    if (now_work > 0) {
        if (online == 0) {
            e.finish_usec = given == order->tasks ? last_usec : -1;
            return e;
        }
        int64_t open = (int64_t)((double)now_work * (double)task_usec / (double)online);
        if (open > last_usec) last_usec = open;
    }
    e.finish_usec = last_usec;
    return e;
}
