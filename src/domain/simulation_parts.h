/* simulation_parts.h - what simulation.c (work) and simulation_people.c (people and their days) share.
 *
 * Time is in milliseconds, events come from one heap. A person has at most one event of each kind ahead: `at[kind]` is
 * its time, and an event of another time is void. */
#pragma once
#include "domain/simulation.h"

enum {
    SIM_OFFERS = 8, /* of one person at a time */
    SIM_LINKS = 4,
    SIM_GROUP = 20 /* people who share one night watch */
};
#define SIM_SECOND INT64_C(1000)
#define SIM_MINUTE (60 * SIM_SECOND)
#define SIM_HOUR (60 * SIM_MINUTE)
#define SIM_DAY (24 * SIM_HOUR)
#define SIM_TASK_SECONDS 60.0
#define SIM_PRICE_MICROS 50000

enum sim_kind {
    SIM_WAKE,  /* a person's day begins */
    SIM_VISIT, /* first and second visit of the day, because of an alert, to watch at night, after a power cut */
    SIM_VISIT_LATER,
    SIM_CALLED,
    SIM_WATCH,
    SIM_CUT,
    SIM_CUT_END,
    SIM_LEAVE,
    SIM_CLAIM,     /* gets to work that was noticed */
    SIM_TASK,      /* a task is done */
    SIM_LEASE_END, /* what is leased goes back */
    SIM_LEFT_END,  /* the same of what was abandoned */
    SIM_LAPSE,     /* an offer's time is over */
    SIM_KINDS,
    SIM_PUBLISH = SIM_KINDS, /* of a batch */
    SIM_SHARE
};

struct sim_chance {
    uint64_t state;
};
uint64_t chance_next(struct sim_chance *c);
double chance_part(struct sim_chance *c); /* [0, 1) */
double chance_exponential(struct sim_chance *c, double mean);
double chance_normal(struct sim_chance *c);

struct sim_offer {
    int batch; /* -1 = none */
    int tasks, remaining;
    int64_t until;
};

struct sim_person {
    struct sim_chance chance;
    int number, link;
    double task_msec, reach_msec; /* one task with its traffic; from a tap to the first task */
    double glance_msec;           /* between two looks at the page while waiting at it */
    double watches;               /* part of their visits that they sit through in a race */
    double skill;
    int64_t wished_minutes;
    struct worker_times times;
    bool has_cuts;

    int64_t at[SIM_KINDS];
    int64_t visit_msec[2]; /* lengths of today's visits */
    bool present, woken;   /* woken: once in this night */
    int64_t present_from, until, idle_since, cut_until;

    /* leased: a pack in the race, one task at a time of an offer or of what is free */
    int batch, leased, offer;   /* batch -1 = none; offer: place among `offers`, -1 = none */
    int left_batch, left_tasks; /* abandoned */
    int64_t task_left;          /* of the task that was left */
    int64_t week, week_msec;    /* worked in this week */
    double lately;
    int64_t lately_at, offered_at;
    int kept_permille;
    struct sim_offer offers[SIM_OFFERS];
    double earned, waiting, night;
};

/* A person with all that is theirs; draws in a fixed order. */
void sim_person_make(struct sim_person *p, struct sim_chance *c, int number);
/* Sets the visits and the power cut of a day that begins now: at[] of them, without events. */
void sim_day_plan(struct sim_person *p, bool race, int64_t now);
bool sim_asleep(const struct sim_person *p, int64_t now);
/* A message: when they come because of it; 0 = they do not. */
int64_t sim_answers_at(struct sim_person *p, int64_t now);
int64_t sim_wakes_at(struct sim_person *p, int64_t now);    /* woken by the one on watch */
int64_t sim_morning_at(struct sim_person *p, int64_t now);  /* something was held for them overnight */
bool sim_on_watch(const struct sim_person *p, int64_t now); /* in the night that begins or holds now */
double sim_react_msec(struct sim_person *p);                /* sees it and taps */
bool sim_gives_up(struct sim_person *p);    /* at a task: leaves what is leased and does not come back to it */
int64_t sim_cut_msec(struct sim_person *p); /* length of a power cut */
