/* simulation.h - weeks of work by a population of workers, the same people and batches under each rule of dispatch.
 * Pure: one seed, one result.
 *
 * People differ in link, attention, speed, skill, hours wished, time zone, sleep and power cuts; batches come at any
 * hour and are together `supply` of the hours wished. All that is assumed stands as constants at the top of
 * simulation_people.c with its source or as what it is, a guess; `faena simulate` prints how much hangs on them.
 *
 *   race      who is at the page watches it; whoever reaches a batch first takes a pack of it, and the next one after.
 *             At night one of each group of twenty watches and wakes the others
 *   the rest  shares, caps and holding times are those of domain/dispatch, called as core/dispatch_step.c does. Nobody
 *             watches, for nothing is lost by it: people look in when their hours begin and when an alert comes, work
 *             what is held for them and what is free, and go when there is nothing
 *
 * A message (of a chat in the race, of an alert otherwise) reaches the same people with the same delays. */
#pragma once
#include "domain/dispatch.h"

enum { SIM_PEOPLE_MAX = 20000, SIM_WEEKS_MAX = 26 };

struct sim_config {
    enum dispatch_rule rule;
    int people, weeks;
    double supply;     /* hours of work that come, as a part of the hours wished */
    int batch_tasks;   /* mean size of a batch; a task takes a minute on average */
    int pack_tasks;    /* in the race: tasks that one may take at once */
    int away_permille; /* as a project's own */
    uint64_t seed;
};

struct sim_result {
    double jain;         /* of earnings per hour wished, over people */
    double nothing;      /* part of the people who earned nothing */
    double finish_hours; /* mean time from publishing a batch to its last answer */
    double finish_median;
    double finish_90;     /* nine of ten batches are done by then */
    double tasks_hours;   /* mean time from publishing to an answer, over tasks */
    double paid_hours;    /* of all people, in all weeks */
    double waiting_hours; /* at the page without a task, unpaid */
    double night_hours;   /* awake for work in one's own sleeping hours */
    double lost;          /* part of the tasks begun or packed that were taken back because their lease ran out */
    double lapsed;        /* part of the tasks offered that were not taken in time */
    double right;         /* part of the answers */
    int batches, unfinished, people;
    double *earned; /* per hour wished, sorted, as a part of the mean; the caller's, `people` numbers */
};

void sim_run(const struct sim_config *config, struct sim_result *result);
