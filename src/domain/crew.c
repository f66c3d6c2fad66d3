#include "domain/crew.h"

#define MINUTE_USEC INT64_C(60000000)
#define DAY_USEC (MINUTES_PER_DAY * MINUTE_USEC)
/* Weighs as one night that was shared evenly: without it the first watch of a crew would count as all of one's nights.
 */
enum { PRIOR_MINUTES = 480 };

static int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

bool crew_night_at(const struct crew_night *night, int64_t usec, int64_t *begin, int64_t *end) {
    if (night->from == night->to) return false;
    int64_t length = (night->to - night->from + MINUTES_PER_DAY) % MINUTES_PER_DAY * MINUTE_USEC;
    int64_t shift = (night->from - night->utc_offset_minutes) * MINUTE_USEC;
    *begin = floor_div(usec - shift, DAY_USEC) * DAY_USEC + shift;
    if (*begin + length <= usec) *begin += DAY_USEC;
    *end = *begin + length;
    return true;
}

int crew_shifts(int64_t begin_usec, int64_t end_usec, int watchers) {
    int64_t minutes = (end_usec - begin_usec) / MINUTE_USEC;
    int64_t wanted = (minutes + CREW_SHIFT_MINUTES_MAX - 1) / CREW_SHIFT_MINUTES_MAX;
    if (wanted > watchers) wanted = watchers;
    return wanted > 1 ? (int)wanted : 1;
}

void crew_shift(int64_t begin_usec, int64_t end_usec, int shifts, int i, int64_t *from, int64_t *to) {
    int64_t minutes = (end_usec - begin_usec) / MINUTE_USEC;
    *from = begin_usec + minutes * i / shifts * MINUTE_USEC;
    *to = begin_usec + minutes * (i + 1) / shifts * MINUTE_USEC;
}

int64_t crew_cost(const struct crew_watcher *w, int64_t from_usec, int64_t to_usec) {
    if (w->times.quiet_from == w->times.quiet_to) return (to_usec - from_usec) / MINUTE_USEC;
    return quiet_minutes(&w->times, from_usec, to_usec);
}

/* Share of their nights that somebody has watched after taking this one: part / whole. */
struct share {
    int64_t part, whole;
};

static struct share share_after(const struct crew_watcher *w, int count, int64_t cost) {
    return (struct share){w->watched_minutes + cost + PRIOR_MINUTES / count,
                          w->watched_minutes + w->spared_minutes + cost + PRIOR_MINUTES};
}

static bool before(const struct crew_watcher *a, int64_t a_cost, const struct crew_watcher *b, int64_t b_cost,
                   int count) {
    struct share x = share_after(a, count, a_cost), y = share_after(b, count, b_cost);
    int64_t left = x.part * y.whole, right = y.part * x.whole;
    if (left != right) return left < right;
    if (a->last_usec != b->last_usec) return a->last_usec < b->last_usec;
    return a->id < b->id;
}

int crew_next(const struct crew_watcher *watchers, int count, int64_t from_usec, int64_t to_usec) {
    int best = -1;
    int64_t best_cost = 0;
    for (int i = 0; i < count; i++) {
        int64_t cost = crew_cost(&watchers[i], from_usec, to_usec);
        if (best >= 0 && !before(&watchers[i], cost, &watchers[best], best_cost, count)) continue;
        best = i;
        best_cost = cost;
    }
    return best;
}

void crew_count(struct crew_watcher *watchers, int count, int watcher, int64_t from_usec, int64_t to_usec) {
    for (int i = 0; i < count; i++) {
        int64_t cost = crew_cost(&watchers[i], from_usec, to_usec);
        if (i == watcher)
            watchers[i].watched_minutes += cost;
        else
            watchers[i].spared_minutes += cost;
    }
    if (watcher >= 0 && watchers[watcher].last_usec < from_usec) watchers[watcher].last_usec = from_usec;
}

enum crew_refusal crew_wake_check(const struct crew_wake_facts *f) {
    if (!f->on_watch) return CREW_WAKE_NOT_ON_WATCH;
    if (f->tasks <= 0) return CREW_WAKE_NO_WORK;
    if (f->wakes >= f->wakes_max) return CREW_WAKE_TOO_MANY;
    if (f->last_usec > 0 && f->last_usec + CREW_WAKE_GAP_USEC > f->now_usec) return CREW_WAKE_TOO_SOON;
    return CREW_WAKE_OK;
}

int crew_heir(const struct crew_seat *seats, int count) {
    int heir = -1;
    for (int i = 0; i < count; i++) {
        if (seats[i].coordinator) return -1;
        if (heir < 0 || seats[i].joined_usec < seats[heir].joined_usec ||
            (seats[i].joined_usec == seats[heir].joined_usec && seats[i].id < seats[heir].id))
            heir = i;
    }
    return heir;
}
