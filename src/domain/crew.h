/* crew.h - rules of a crew: whose turn it is to watch, what a watch spares the others, when somebody may be woken.
 * Pure.
 *
 *   night -> shifts (crew_shifts, crew_shift) -> whose turn (crew_next) -> watched -> minutes of sleep counted
 * (crew_cost)
 *
 * Offers wait for people who sleep, so a watch is for urgent work only. Invariants: of members who stay equally long,
 * none watches more than about a shift of sleep above another; who joins late neither catches up nor goes first; who is
 * awake anyway goes before those whose sleep it would take; the order of the members does not matter. */
#pragma once
#include "domain/dispatch.h"

enum { CREW_MEMBERS_MAX = 100, CREWS_PER_PERSON_MAX = 5, CREW_SHIFT_MINUTES_MAX = 240, CREW_PLAN_NIGHTS = 7 };
#define CREW_WAKE_GAP_USEC (INT64_C(30) * 60 * 1000000)

struct crew_night {
    int from, to; /* minutes of the crew's local day; equal: nights are not watched */
    int utc_offset_minutes;
};
/* The first night that ends after `usec` and when it is over; false when nights are not watched. */
bool crew_night_at(const struct crew_night *night, int64_t usec, int64_t *begin, int64_t *end);
/* A night is cut into shifts of at most four hours, as far as there are people for them; at least 1. */
int crew_shifts(int64_t begin_usec, int64_t end_usec, int watchers);
void crew_shift(int64_t begin_usec, int64_t end_usec, int shifts, int i, int64_t *from, int64_t *to);

struct crew_watcher {
    int64_t id;
    int64_t watched_minutes;   /* minutes of sleep that watching took, with what is planned */
    int64_t spared_minutes;    /* and that others' watches spared them */
    int64_t last_usec;         /* begin of their newest watch, 0 = none yet */
    struct worker_times times; /* quiet hours; equal ends: the crew's night is theirs */
};
/* Minutes of this person's sleep in [from, to). */
int64_t crew_cost(const struct crew_watcher *w, int64_t from_usec, int64_t to_usec);
/* Index of who watches from..to: the one with the least share of their nights watched once they have done it. -1 when
 * there is nobody. */
int crew_next(const struct crew_watcher *watchers, int count, int64_t from_usec, int64_t to_usec);
/* What a watch of `watcher` adds to everybody. */
void crew_count(struct crew_watcher *watchers, int count, int watcher, int64_t from_usec, int64_t to_usec);

/* --- waking --- */
enum crew_refusal { CREW_WAKE_OK, CREW_WAKE_NOT_ON_WATCH, CREW_WAKE_NO_WORK, CREW_WAKE_TOO_MANY, CREW_WAKE_TOO_SOON };
struct crew_wake_facts {
    bool on_watch;
    int64_t tasks;                       /* that wait in the project */
    int64_t wakes, wakes_max, last_usec; /* in this watch's night; newest, 0 = none */
    int64_t now_usec;
};
enum crew_refusal crew_wake_check(const struct crew_wake_facts *f);

/* Who coordinates when nobody does: the one who joined first. Index, or -1. */
struct crew_seat {
    int64_t id, joined_usec;
    bool coordinator;
};
int crew_heir(const struct crew_seat *seats, int count);
