/* The people of the simulation: who they are, when they are there, how they answer. */
#include <math.h>

#include "domain/simulation_parts.h"

/* Measured through an emulated link (70 kbit/s with 1,400 ms round trip; 280 kbit/s with 800 ms; 400 kbit/s with 400 ms
 * and 2 % loss): seconds for a task's 4 KB and for the first task of a project with 30 KB. Fibre and how many people
 * have which link are assumed. */
static const struct {
    double share, task_seconds, reach_seconds, round_seconds;
} links[SIM_LINKS] = {{0.15, 5.0, 8.4, 1.4}, {0.25, 2.6, 3.9, 0.8}, {0.30, 1.3, 2.1, 0.4}, {0.30, 0.2, 0.4, 0.05}};

/* Workers live where such work is done most: the Americas, East Africa, South and South-East Asia. Assumed. */
static const int zones[] = {-300, -240, -180, 180, 330, 420, 480};

/* Hours wished: 24.5 a week were worked on average, paid and unpaid, on five such platforms, and most wished for more
 * (ILO, Digital labour platforms and the future of work, 2018, chapter 4). */
#define WISHED_LEAST 10.0
#define WISHED_MOST 45.0

/* Assumed. Who waits at a page looks at it every minute in the middle, one in twenty more often than every 5 s, one in
 * twenty less often than every 12 minutes; one in fifty has a script that looks each second. */
#define GLANCE_SECONDS 60.0
#define GLANCE_SIGMA 1.5
#define SCRIPTS 0.02
/* Assumed. A third have power cuts, one in two days, two hours on average. Six of ten come for a message, half an hour
 * later on average; eight of ten look in after waking when something is held for them; who is woken at night comes in
 * half of the cases. At one in two thousand tasks
 * somebody leaves what they hold, without giving it back. */
#define CUT_PEOPLE 0.33
#define CUTS_PER_DAY 0.5
#define CUT_HOURS 2.0
#define ANSWERED 0.6
#define ANSWER_MINUTES 30.0
#define MORNING_ANSWERED 0.8
#define MORNING_MINUTES 20.0
#define WOKEN_ANSWERED 0.5
#define WOKEN_MINUTES 5.0
#define GIVES_UP 0.0005
enum { SLEEP_MINUTES = 8 * 60 };

/* SplitMix64: the same everywhere. */
uint64_t chance_next(struct sim_chance *c) {
    uint64_t x = c->state += UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}
double chance_part(struct sim_chance *c) { return (double)(chance_next(c) >> 11) * 0x1.0p-53; }
double chance_exponential(struct sim_chance *c, double mean) { return -mean * log(1 - chance_part(c)); }
double chance_normal(struct sim_chance *c) {
    double radius = sqrt(-2 * log(1 - chance_part(c)));
    return radius * cos(2 * M_PI * chance_part(c));
}

void sim_person_make(struct sim_person *p, struct sim_chance *c, int number) {
    *p = (struct sim_person){
        .chance = {chance_next(c)}, .number = number, .batch = -1, .offer = -1, .kept_permille = 1000};
    double u = chance_part(c);
    while (p->link + 1 < SIM_LINKS && u > links[p->link].share) u -= links[p->link++].share;
    double speed = exp(0.3 * chance_normal(c) - 0.045);
    p->task_msec = 1000 * (SIM_TASK_SECONDS * speed + links[p->link].task_seconds);
    p->reach_msec = 1000 * links[p->link].reach_seconds;
    double glance = GLANCE_SECONDS * exp(GLANCE_SIGMA * chance_normal(c));
    p->glance_msec = 1000 * (chance_part(c) < SCRIPTS ? 1 : glance);
    p->skill = 0.75 + 0.22 * chance_part(c);
    /* Some can hardly watch, some do little else: arcsine law. */
    double angle = sin(M_PI / 2 * chance_part(c));
    p->watches = angle * angle;
    p->wished_minutes = (int64_t)(60 * (WISHED_LEAST + (WISHED_MOST - WISHED_LEAST) * chance_part(c)));
    p->times.utc_offset_minutes = zones[chance_next(c) % (sizeof zones / sizeof *zones)];
    int sleep = 23 * 60 + (int)(60 * chance_normal(c));
    p->times.quiet_from = (sleep % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    p->times.quiet_to = (p->times.quiet_from + SLEEP_MINUTES) % MINUTES_PER_DAY;
    p->times.link_usec = (int64_t)(links[p->link].round_seconds * 1e6);
    p->has_cuts = chance_part(c) < CUT_PEOPLE;
    for (int i = 0; i < SIM_OFFERS; i++) p->offers[i].batch = -1;
}

bool sim_asleep(const struct sim_person *p, int64_t now) { return quiet_until(&p->times, now * 1000) > 0; }

bool sim_on_watch(const struct sim_person *p, int64_t now) {
    int64_t local = now + p->times.utc_offset_minutes * SIM_MINUTE + 12 * SIM_HOUR;
    return local / SIM_DAY % SIM_GROUP == p->number % SIM_GROUP;
}

void sim_day_plan(struct sim_person *p, bool race, int64_t now) {
    double length = (double)p->wished_minutes * SIM_MINUTE / 7 * (0.6 + 0.8 * chance_part(&p->chance));
    double first = length * (0.4 + 0.3 * chance_part(&p->chance)), awake = 16.0 * SIM_HOUR;
    double slack = fmax(awake - length, 10.0 * SIM_MINUTE);
    double a = slack * chance_part(&p->chance), b = a + first + (slack - a) * chance_part(&p->chance);
    p->at[SIM_VISIT] = now + (int64_t)a;
    p->at[SIM_VISIT_LATER] = now + (int64_t)b;
    p->visit_msec[0] = (int64_t)(first * (race ? p->watches : 1));
    p->visit_msec[1] = (int64_t)((length - first) * (race ? p->watches : 1));
    p->at[SIM_WAKE] = now + SIM_DAY;
    p->at[SIM_WATCH] = race && sim_on_watch(p, now + 16 * SIM_HOUR) ? now + 16 * SIM_HOUR : 0;
    p->woken = false;
    if (p->has_cuts && chance_part(&p->chance) < CUTS_PER_DAY)
        p->at[SIM_CUT] = now + (int64_t)((double)SIM_DAY * chance_part(&p->chance));
}

/* 0 when the chance is missed; else after an exponential time. */
static int64_t comes_at(struct sim_person *p, double answered, double minutes, int64_t now) {
    if (chance_part(&p->chance) >= answered) return 0;
    return now + (int64_t)chance_exponential(&p->chance, minutes * SIM_MINUTE);
}
int64_t sim_answers_at(struct sim_person *p, int64_t now) { return comes_at(p, ANSWERED, ANSWER_MINUTES, now); }
int64_t sim_wakes_at(struct sim_person *p, int64_t now) { return comes_at(p, WOKEN_ANSWERED, WOKEN_MINUTES, now); }
int64_t sim_morning_at(struct sim_person *p, int64_t now) {
    return comes_at(p, MORNING_ANSWERED, MORNING_MINUTES, now);
}

/* Seeing and tapping takes four seconds or so. */
double sim_react_msec(struct sim_person *p) { return 4000 * exp(0.5 * chance_normal(&p->chance)) + p->reach_msec; }
bool sim_gives_up(struct sim_person *p) { return chance_part(&p->chance) < GIVES_UP; }
int64_t sim_cut_msec(struct sim_person *p) { return (int64_t)chance_exponential(&p->chance, CUT_HOURS * SIM_HOUR); }
