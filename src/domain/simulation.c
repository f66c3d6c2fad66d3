#include "domain/simulation.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "domain/simulation_parts.h"

enum { BATCHES_MAX = 200000, LEASE_MSEC = 600000, OVERTIME_MSEC = 7200000 };
#define PACK_MSEC SIM_DAY /* the default of a project */
#define CALLED_MSEC SIM_HOUR
#define LOOK_MSEC SIM_MINUTE /* who finds nothing and has no reason to watch goes after this */
/* A week beyond what they wished: who won a race does not stop, for tomorrow there may be nothing. */
#define RACE_WEEK_MSEC (60 * SIM_HOUR)

struct batch {
    int64_t at, due, end;
    int tasks, free, reserved, done;
};

struct event {
    int64_t at;
    int kind, who;
};

struct world {
    const struct sim_config *config;
    bool race;
    struct sim_person *people;
    struct batch *batches;
    struct event *heap;
    size_t events, room;
    struct dispatch_worker *workers;
    uint32_t *places, *scratch;
    int batch_count, published, open_from;
    int64_t now, end;
    int64_t begun, lost, offered, lapsed, answers, right;
    double answer_msec;
};

/* --- events --- */

static bool sooner(const struct event *a, const struct event *b) {
    if (a->at != b->at) return a->at < b->at;
    if (a->kind != b->kind) return a->kind < b->kind;
    return a->who < b->who;
}

static void event_add(struct world *w, int64_t at, int kind, int who) {
    if (at >= w->end) return;
    if (w->events == w->room) {
        w->room = w->room ? w->room * 2 : 4096;
        w->heap = mem_realloc(w->heap, w->room * sizeof *w->heap);
    }
    struct event e = {at, kind, who};
    size_t i = w->events++;
    for (; i > 0 && sooner(&e, &w->heap[(i - 1) / 2]); i = (i - 1) / 2) w->heap[i] = w->heap[(i - 1) / 2];
    w->heap[i] = e;
}

static struct event event_next(struct world *w) {
    struct event top = w->heap[0], last = w->heap[--w->events];
    size_t i = 0;
    for (size_t child; (child = 2 * i + 1) < w->events; i = child) {
        if (child + 1 < w->events && sooner(&w->heap[child + 1], &w->heap[child])) child++;
        if (!sooner(&w->heap[child], &last)) break;
        w->heap[i] = w->heap[child];
    }
    w->heap[i] = last;
    return top;
}

static void person_at(struct world *w, struct sim_person *p, enum sim_kind kind, int64_t at) {
    p->at[kind] = at;
    if (at > 0) event_add(w, at, kind, p->number);
}

static void share_at(struct world *w, int number, int64_t at) {
    struct batch *b = &w->batches[number];
    if (w->race || (b->due > 0 && b->due <= at)) return;
    b->due = at;
    event_add(w, at, SIM_SHARE, number);
}
/* As core/offer.c: soon for those who wait, and not for each of thousands by itself. */
static void share_soon(struct world *w, int number) { share_at(w, number, w->now + 2100); }

/* --- what there is for a person --- */

static int64_t week_of_msec(int64_t msec) { return msec / (7 * SIM_DAY); }

static int64_t week_msec(const struct world *w, const struct sim_person *p) {
    return p->week == week_of_msec(w->now) ? p->week_msec : 0;
}
static bool satisfied(const struct world *w, const struct sim_person *p) {
    return week_msec(w, p) >= (w->race ? RACE_WEEK_MSEC : p->wished_minutes * SIM_MINUTE);
}

static int offer_first(const struct sim_person *p) {
    int best = -1;
    for (int i = 0; i < SIM_OFFERS; i++)
        if (p->offers[i].batch >= 0 && (best < 0 || p->offers[i].until < p->offers[best].until)) best = i;
    return best;
}

static bool crew_member(const struct sim_person *p) { return p->number % 5 == 0; }
/* Under the rule crew every fifth batch is reserved for it, the rest is fair. */
static bool crew_batch(const struct world *w, int number) {
    return w->config->rule == DISPATCH_CREW && number % 5 == 0;
}

static int batch_open(struct world *w, const struct sim_person *p) {
    while (w->open_from < w->published && w->batches[w->open_from].done == w->batches[w->open_from].tasks)
        w->open_from++;
    for (int i = w->open_from; i < w->published; i++)
        if (w->batches[i].free > 0 && (!crew_batch(w, i) || crew_member(p))) return i;
    return -1;
}

static void waited(struct world *w, struct sim_person *p) {
    if (p->idle_since > 0) p->waiting += (double)(w->now - p->idle_since);
    p->idle_since = 0;
}

/* Idle at the page: on the way to work, or waiting for some. */
static void look(struct world *w, struct sim_person *p) {
    if (p->idle_since == 0) p->idle_since = w->now;
    if (!satisfied(w, p) && (offer_first(p) >= 0 || batch_open(w, p) >= 0))
        person_at(w, p, SIM_CLAIM, w->now + (int64_t)sim_react_msec(p));
    else if (!w->race || satisfied(w, p))
        person_at(w, p, SIM_LEAVE, w->now + LOOK_MSEC);
}

/* Something has come for somebody who sits there: seen at their next look. */
static void notice(struct world *w, struct sim_person *p) {
    if (!p->present || p->batch >= 0 || p->at[SIM_CLAIM] > 0 || satisfied(w, p)) return;
    double glance = p->glance_msec * chance_part(&p->chance);
    person_at(w, p, SIM_CLAIM, w->now + (int64_t)(glance + sim_react_msec(p)));
}

static void leave(struct world *w, struct sim_person *p) {
    waited(w, p);
    p->present = false;
    p->times.online = false;
    p->night += (double)quiet_minutes(&p->times, p->present_from * 1000, w->now * 1000) * SIM_MINUTE;
    if (p->at[SIM_TASK] > 0) p->task_left = p->at[SIM_TASK] - w->now;
    p->at[SIM_TASK] = p->at[SIM_CLAIM] = p->at[SIM_LEAVE] = 0;
}

static void visit(struct world *w, struct sim_person *p, int64_t until) {
    if (w->now < p->cut_until || (satisfied(w, p) && p->batch < 0)) return;
    if (until > p->until) p->until = until;
    person_at(w, p, SIM_LEAVE, p->until);
    if (p->present) return;
    p->present = p->times.online = true;
    /* As core/offer_cmd.c: who is back is trusted with offers again. */
    if (p->kept_permille < KEPT_BACK) p->kept_permille = KEPT_BACK;
    p->present_from = w->now;
    if (p->batch < 0)
        look(w, p);
    else
        person_at(w, p, SIM_TASK, w->now + p->task_left + (int64_t)p->reach_msec);
}

/* --- taking and doing --- */

static void offer_over(struct world *w, struct sim_person *p, int at, bool lapsed) {
    struct sim_offer *o = &p->offers[at];
    int taken = o->tasks - o->remaining;
    if (lapsed) {
        w->batches[o->batch].reserved -= o->remaining;
        w->batches[o->batch].free += o->remaining;
        w->lapsed += o->remaining;
    }
    p->kept_permille = (3 * p->kept_permille + 1000 * taken / o->tasks) / 4;
    share_soon(w, o->batch);
    o->batch = -1;
    if (p->offer == at) p->offer = -1;
}

static void lapse_next(struct world *w, struct sim_person *p) {
    int first = offer_first(p);
    person_at(w, p, SIM_LAPSE, first >= 0 ? p->offers[first].until : 0);
}

static void task_begin(struct world *w, struct sim_person *p) {
    p->at[SIM_CLAIM] = 0;
    waited(w, p);
    person_at(w, p, SIM_TASK, w->now + (int64_t)p->task_msec);
    person_at(w, p, SIM_LEAVE, p->until > w->now ? p->until : w->now + 1);
}

/* Leaves, and forgets what is leased: only its time brings that back. */
static void abandon(struct world *w, struct sim_person *p) {
    if (p->at[SIM_LEFT_END] == 0) {
        p->left_batch = p->batch;
        p->left_tasks = p->leased;
        person_at(w, p, SIM_LEFT_END, p->at[SIM_LEASE_END]);
        p->batch = p->offer = -1;
        p->leased = 0;
        p->at[SIM_LEASE_END] = 0;
    }
    leave(w, p);
}

/* One task of what is held for them. */
static void offer_use(struct world *w, struct sim_person *p, int at) {
    struct sim_offer *o = &p->offers[at];
    p->offer = at;
    p->batch = o->batch;
    p->leased = 1;
    w->begun++;
    w->batches[o->batch].reserved--;
    o->remaining--;
    int64_t until = offer_work_until(o->remaining, (int64_t)(SIM_TASK_SECONDS * 1.05e6), LEASE_MSEC * INT64_C(1000),
                                     p->times.link_usec, w->now * 1000) /
                    1000;
    if (until > o->until) o->until = until;
    if (o->remaining == 0) offer_over(w, p, at, false);
    lapse_next(w, p);
    person_at(w, p, SIM_LEASE_END, w->now + LEASE_MSEC);
    task_begin(w, p);
    if (sim_gives_up(p)) abandon(w, p);
}

static void claim(struct world *w, struct sim_person *p) {
    int own = offer_first(p), open;
    if (own >= 0) {
        offer_use(w, p, own);
        return;
    }
    open = batch_open(w, p);
    if (open < 0) {
        look(w, p); /* others were quicker */
        return;
    }
    int most = w->race ? w->config->pack_tasks : 1, free = w->batches[open].free;
    p->batch = open;
    p->leased = free < most ? free : most;
    w->batches[open].free -= p->leased;
    w->begun += p->leased;
    person_at(w, p, SIM_LEASE_END, w->now + (w->race ? PACK_MSEC : LEASE_MSEC));
    task_begin(w, p);
}

static void task_count(struct world *w, struct sim_person *p) {
    struct batch *b = &w->batches[p->batch];
    if (++b->done == b->tasks) b->end = w->now;
    w->answer_msec += (double)(w->now - b->at);
    p->earned += SIM_PRICE_MICROS;
    p->lately = (double)earned_faded((int64_t)p->lately, p->lately_at * 1000, w->now * 1000) + SIM_PRICE_MICROS;
    p->lately_at = w->now;
    if (p->week != week_of_msec(w->now)) p->week_msec = 0;
    p->week = week_of_msec(w->now);
    p->week_msec += (int64_t)p->task_msec;
    w->answers++;
    w->right += chance_part(&p->chance) < p->skill;
}

static void task_done(struct world *w, struct sim_person *p) {
    task_count(w, p);
    p->task_left = 0;
    if (--p->leased > 0 && sim_gives_up(p)) {
        abandon(w, p);
        return;
    }
    if (p->leased > 0) {
        person_at(w, p, SIM_TASK, w->now + (int64_t)p->task_msec);
        return;
    }
    p->batch = -1;
    p->at[SIM_LEASE_END] = 0;
    if (p->offer >= 0 && p->offers[p->offer].batch >= 0)
        offer_use(w, p, p->offer);
    else if (w->now >= p->until)
        leave(w, p);
    else
        look(w, p);
}

static void tasks_return(struct world *w, int number, int tasks) {
    w->batches[number].free += tasks;
    w->lost += tasks;
    share_soon(w, number);
    for (int i = 0; i < w->config->people && w->race; i++) notice(w, &w->people[i]);
}

static void lease_end(struct world *w, struct sim_person *p) {
    tasks_return(w, p->batch, p->leased);
    p->batch = p->offer = -1;
    p->leased = 0;
    p->task_left = p->at[SIM_TASK] = 0;
    if (p->present) look(w, p);
}

/* --- offers: the same steps as core/dispatch_step.c --- */

static bool candidate(struct world *w, struct sim_person *p, int number, struct dispatch_worker *out,
                      int *asleep_holds) {
    int64_t now = w->now * 1000, held = 0, task_usec = (int64_t)(SIM_TASK_SECONDS * 1.05e6);
    bool room = false, has = false;
    for (int i = 0; i < SIM_OFFERS; i++) {
        const struct sim_offer *o = &p->offers[i];
        room = room || o->batch < 0;
        if (o->batch < 0) continue;
        held += o->remaining;
        has = has || o->batch == number;
        if (o->batch == number && o->until > w->now + HOLD_AWAKE_USEC_MAX / 1000) *asleep_holds += o->remaining;
    }
    if (has || !room) return false;
    struct offer_cap_facts facts = {.task_usec = task_usec,
                                    .unseen = w->batches[number].tasks,
                                    .person_left = INT32_MAX,
                                    .week_minutes =
                                        p->wished_minutes - week_msec(w, p) / SIM_MINUTE - held * task_usec / 60000000,
                                    .kept_permille = p->kept_permille,
                                    .proven = p->earned > 0};
    int64_t quiet = quiet_until(&p->times, now);
    *out = (struct dispatch_worker){.id = p->number + 1,
                                    .earned_micros = earned_faded((int64_t)p->lately, p->lately_at * 1000, now) +
                                                     held * SIM_PRICE_MICROS,
                                    .wished_minutes = p->wished_minutes,
                                    .waiting_usec = p->offered_at,
                                    .ready_usec = p->times.online ? now + held * task_usec
                                                  : quiet > 0     ? quiet
                                                                  : now + 30 * SIM_MINUTE * 1000,
                                    .skill = p->skill,
                                    .member = crew_member(p),
                                    .away = !p->times.online && quiet > 0,
                                    .cap = offer_cap(&facts)};
    return out->cap > 0;
}

static void offer_make(struct world *w, struct sim_person *p, int number, const struct dispatch_worker *share) {
    int64_t now = w->now * 1000;
    int at = 0;
    while (p->offers[at].batch >= 0) at++;
    int given = share->given;
    int64_t until = offer_hold_until(&p->times, share->ready_usec, now, 0) / 1000;
    p->offers[at] = (struct sim_offer){number, given, given, until};
    p->offered_at = now;
    w->batches[number].free -= given;
    w->batches[number].reserved += given;
    w->offered += given;
    lapse_next(w, p);
    if (p->times.online)
        notice(w, p);
    else if (!sim_asleep(p, w->now) && p->at[SIM_CALLED] == 0)
        person_at(w, p, SIM_CALLED, sim_answers_at(p, w->now));
}

static void batch_share(struct world *w, int number) {
    struct batch *b = &w->batches[number];
    const struct sim_config *config = w->config;
    size_t count = 0;
    int asleep_holds = 0;
    b->due = 0;
    if (b->free == 0) return;
    for (int i = 0; i < config->people; i++)
        if (candidate(w, &w->people[i], number, &w->workers[count], &asleep_holds)) w->places[count++] = (uint32_t)i;
    int64_t away = (int64_t)(b->free + b->reserved) * config->away_permille / 1000 - asleep_holds;
    struct dispatch_order order = {.rule = config->rule == DISPATCH_CREW && !crew_batch(w, number) ? DISPATCH_FAIR
                                                                                                   : config->rule,
                                   .tasks = b->free,
                                   .away_max = away > 0 ? away : 0,
                                   .price_micros = SIM_PRICE_MICROS,
                                   .task_usec = (int64_t)(SIM_TASK_SECONDS * 1.05e6),
                                   .piece = offer_piece((int64_t)(SIM_TASK_SECONDS * 1.05e6)),
                                   .seed = config->seed ^ (uint64_t)w->now ^ (uint64_t)number << 40,
                                   .now_usec = w->now * 1000};
    dispatch_share(&order, w->workers, count, w->scratch);
    for (size_t i = 0; i < count; i++)
        if (w->workers[i].given > 0) offer_make(w, &w->people[w->places[i]], number, &w->workers[i]);
    if (b->free > 0) share_at(w, number, w->now + 10 * SIM_SECOND + (int64_t)count * 10);
    for (int i = 0; i < config->people && b->free > 0; i++) notice(w, &w->people[i]);
}

/* --- a batch comes --- */

/* The message in the chat; who is on watch wakes their group. */
static void batch_race(struct world *w) {
    bool watched = false;
    for (int i = 0; i < w->config->people; i++) {
        struct sim_person *p = &w->people[i];
        if (i % SIM_GROUP == 0) watched = false;
        if (p->present) {
            watched = watched || sim_on_watch(p, w->now);
            notice(w, p);
        } else if (!satisfied(w, p) && p->at[SIM_CALLED] == 0) {
            bool asleep = sim_asleep(p, w->now);
            if (asleep && (p->woken || !watched)) continue;
            p->woken = p->woken || asleep;
            person_at(w, p, SIM_CALLED, asleep ? sim_wakes_at(p, w->now) : sim_answers_at(p, w->now));
        }
    }
}

static void batch_publish(struct world *w, int number) {
    w->published = number + 1;
    if (w->race)
        batch_race(w);
    else
        share_at(w, number, w->now);
}

/* --- the run --- */

static void day_begin(struct world *w, struct sim_person *p) {
    sim_day_plan(p, w->race, w->now);
    static const enum sim_kind planned[] = {SIM_WAKE, SIM_VISIT, SIM_VISIT_LATER, SIM_WATCH, SIM_CUT};
    for (int i = 0; i < 5; i++)
        if (p->at[planned[i]] > 0) event_add(w, p->at[planned[i]], planned[i], p->number);
    if (!w->race && offer_first(p) >= 0 && p->at[SIM_CALLED] == 0)
        person_at(w, p, SIM_CALLED, sim_morning_at(p, w->now));
}

static void person_event(struct world *w, struct sim_person *p, enum sim_kind kind) {
    p->at[kind] = 0;
    switch (kind) {
    case SIM_WAKE: day_begin(w, p); break;
    case SIM_VISIT: visit(w, p, w->now + p->visit_msec[0]); break;
    case SIM_VISIT_LATER: visit(w, p, w->now + p->visit_msec[1]); break;
    case SIM_CALLED: visit(w, p, w->now + CALLED_MSEC); break;
    case SIM_WATCH: visit(w, p, w->now + 8 * SIM_HOUR); break;
    case SIM_CUT:
        p->cut_until = w->now + sim_cut_msec(p);
        person_at(w, p, SIM_CUT_END, p->present ? p->cut_until : 0);
        if (p->present) leave(w, p);
        break;
    case SIM_CUT_END: visit(w, p, p->until); break;
    case SIM_LEAVE:
        /* What is begun is ended first, within reason. */
        if (p->batch >= 0 && w->now < p->until + OVERTIME_MSEC)
            person_at(w, p, SIM_LEAVE, p->until + OVERTIME_MSEC);
        else
            leave(w, p);
        break;
    case SIM_CLAIM: claim(w, p); break;
    case SIM_TASK: task_done(w, p); break;
    case SIM_LEASE_END: lease_end(w, p); break;
    case SIM_LEFT_END: tasks_return(w, p->left_batch, p->left_tasks); break;
    case SIM_LAPSE:
        for (int i = 0; i < SIM_OFFERS; i++)
            if (p->offers[i].batch >= 0 && p->offers[i].until <= w->now) offer_over(w, p, i, true);
        lapse_next(w, p);
        break;
    default: assert(false);
    }
}

static void world_make(struct world *w) {
    const struct sim_config *config = w->config;
    struct sim_chance c = {config->seed * 7919 + 1}; /* the same people and batches under each rule */
    double wished = 0, task = 0;
    for (int i = 0; i < config->people; i++) {
        struct sim_person *p = &w->people[i];
        sim_person_make(p, &c, i);
        wished += (double)p->wished_minutes * 60;
        task += p->task_msec / 1000 / config->people;
        int64_t wake = p->times.quiet_to - p->times.utc_offset_minutes;
        person_at(w, p, SIM_WAKE, (wake + 2 * MINUTES_PER_DAY) % MINUTES_PER_DAY * SIM_MINUTE + 1);
    }
    /* The last batches have three days to be finished in. */
    double seconds = 86400.0 * (7 * config->weeks - 3);
    double gap = 7 * 86400.0 * config->batch_tasks * task / (config->supply * wished);
    for (double at = chance_exponential(&c, gap); at < seconds && w->batch_count < BATCHES_MAX;
         at += chance_exponential(&c, gap)) {
        int tasks = (int)(config->batch_tasks * exp(0.6 * chance_normal(&c) - 0.18));
        if (tasks < 10) tasks = 10;
        event_add(w, (int64_t)(at * 1000), SIM_PUBLISH, w->batch_count);
        w->batches[w->batch_count++] = (struct batch){.at = (int64_t)(at * 1000), .tasks = tasks, .free = tasks};
    }
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void batches_sum(const struct world *w, struct sim_result *r) {
    double *hours = mem_alloc(((size_t)w->batch_count + 1) * sizeof *hours);
    int ended = 0;
    for (int i = 0; i < w->batch_count; i++) {
        const struct batch *b = &w->batches[i];
        r->unfinished += b->end == 0;
        if (b->end == 0) continue;
        hours[ended] = (double)(b->end - b->at) / (double)SIM_HOUR;
        r->finish_hours += hours[ended++];
    }
    qsort(hours, (size_t)ended, sizeof *hours, by_size);
    if (ended > 0) {
        r->finish_hours /= ended;
        r->finish_median = hours[ended / 2];
        r->finish_90 = hours[ended * 9 / 10];
    }
    r->batches = w->batch_count;
    free(hours);
}

static void people_sum(const struct world *w, struct sim_result *r) {
    int people = w->config->people;
    double mean = 0;
    for (int i = 0; i < people; i++) {
        struct sim_person *p = &w->people[i];
        r->earned[i] = p->earned / (double)p->wished_minutes;
        mean += r->earned[i] / people;
        r->nothing += (p->earned > 0 ? 0.0 : 1.0) / people;
        r->waiting_hours += p->waiting / (double)SIM_HOUR;
        r->night_hours += p->night / (double)SIM_HOUR;
        r->paid_hours += p->earned / SIM_PRICE_MICROS * p->task_msec / (double)SIM_HOUR;
    }
    r->jain = jain_index(r->earned, (size_t)people);
    qsort(r->earned, (size_t)people, sizeof *r->earned, by_size);
    for (int i = 0; i < people && mean > 0; i++) r->earned[i] /= mean;
    r->people = people;
}

static void world_run(struct world *w) {
    while (w->events > 0) {
        struct event e = event_next(w);
        w->now = e.at;
        if (e.kind == SIM_PUBLISH)
            batch_publish(w, e.who);
        else if (e.kind == SIM_SHARE) {
            if (w->batches[e.who].due == e.at) batch_share(w, e.who);
        } else if (w->people[e.who].at[e.kind] == e.at)
            person_event(w, &w->people[e.who], (enum sim_kind)e.kind);
    }
    w->now = w->end;
    for (int i = 0; i < w->config->people; i++)
        if (w->people[i].present) leave(w, &w->people[i]);
}

void sim_run(const struct sim_config *config, struct sim_result *r) {
    assert(config->people > 0 && config->people <= SIM_PEOPLE_MAX && config->weeks <= SIM_WEEKS_MAX);
    size_t people = (size_t)config->people;
    struct world w = {.config = config,
                      .race = config->rule == DISPATCH_RACE,
                      .people = mem_alloc(people * sizeof *w.people),
                      .batches = mem_alloc(BATCHES_MAX * sizeof *w.batches),
                      .workers = mem_alloc((people + 1) * sizeof *w.workers),
                      .places = mem_alloc((people + 1) * sizeof *w.places),
                      .scratch = mem_alloc((people + 1) * sizeof *w.scratch),
                      .end = config->weeks * 7 * SIM_DAY};
    *r = (struct sim_result){.earned = r->earned};
    world_make(&w);
    world_run(&w);
    batches_sum(&w, r);
    people_sum(&w, r);
    if (w.begun) r->lost = (double)w.lost / (double)w.begun;
    if (w.offered) r->lapsed = (double)w.lapsed / (double)w.offered;
    if (w.answers) r->right = (double)w.right / (double)w.answers;
    if (w.answers) r->tasks_hours = w.answer_msec / (double)w.answers / (double)SIM_HOUR;
    free(w.people);
    free(w.batches);
    free(w.heap);
    free(w.workers);
    free(w.places);
    free(w.scratch);
}
