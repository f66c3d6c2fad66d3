/* dispatch.h - who is offered which share of the work that a project has free. Pure.
 *
 *   candidates -> dispatch_share -> shares -> offers held for a while (offer_hold_until) -> taken, or to the next
 *
 * Rules, interchangeable:
 *   race   who is ready first takes all they can; the product makes no offers then
 *   fair   the next piece goes to whoever has earned least per hour they wish to work, then to who is ready sooner,
 * then to who has waited longest, then by a draw that the seed fixes. Delay counts as earned: two hours until a piece
 * is begun as much as the mean of all has, and never more. Pieces added one by one in this order reach the max-min
 * allocation up to that mean. For people who are asleep something is held when they are behind (below three quarters of
 * the mean); who is not gets theirs of other work, when they are there. skill  the most information per money first: 1
 * - entropy of an answer's correctness, over its cost, less the longer it is waited for crew   as fair, members of the
 * crew only
 *
 * Invariants: the shares sum to at most `tasks`; nobody gets more than their cap; what is held for people who are
 * asleep never passes away_max; the same input gives the same shares whatever the order of the candidates. Cost:
 * O(candidates) for the heap, then O(log candidates) for each piece given: O((workers + tasks) log workers). */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum dispatch_rule { DISPATCH_RACE, DISPATCH_FAIR, DISPATCH_SKILL, DISPATCH_CREW, DISPATCH_RULES };
const char *dispatch_rule_word(enum dispatch_rule rule);

/* A project's row of project_dispatch. */
struct dispatch_terms {
    enum dispatch_rule rule;
    int away_permille;
    int64_t person_max, crew_id, deadline_usec, device;
    int64_t reserved; /* tasks held by live offers */
    int64_t due_usec; /* when offers are to be looked at again */
    int64_t publish_usec, repeat_days, budget_micros, expected_tasks;
    int64_t published_usec; /* of the project */
};
#define DISPATCH_NEVER INT64_C(9000000000000000)

/* Is what is not held for somebody for anyone, and nothing held anew: race, or near the deadline. */
bool dispatch_open(const struct dispatch_terms *terms, int64_t now_usec);

struct dispatch_worker {
    int64_t id;
    int64_t earned_micros;  /* lately (earned_faded), with what live offers hold for them */
    int64_t wished_minutes; /* a week, at least 1 */
    int64_t
        waiting_usec;   /* time of their last offer or, without one, of their wish: the earlier, the longer they wait */
    int64_t ready_usec; /* when they can begin: after what they hold, or when they are back */
    int64_t joined_usec; /* when they began here */
    double skill;        /* probability that an answer of theirs is right */
    int64_t cost_micros; /* of one answer of theirs; 0: the project's price */
    int32_t cap;         /* tasks at most in this share */
    bool away;           /* asleep: what is held for them waits long */
    bool member;         /* of the project's crew */
    int32_t given;       /* out: their share */
    double level;        /* scratch: the smaller, the earlier served */
    uint64_t draw;       /* scratch */
};

struct dispatch_order {
    enum dispatch_rule rule;
    int64_t tasks;    /* free to be given */
    int64_t away_max; /* of them, at most so many for people who are asleep */
    int64_t price_micros;
    int64_t task_usec; /* expected time of one */
    int32_t piece;     /* tasks given at a time: what is worth a message; at least 1 */
    uint64_t seed;
    int64_t now_usec;
};

/* Sets `given` of each; returns how many tasks were given. heap: scratch for `count` numbers. */
int64_t dispatch_share(const struct dispatch_order *order, struct dispatch_worker *workers, size_t count,
                       uint32_t *heap);

/* Who is new here is treated as if they had earned as much per wished hour as the middle one of the others, fading over
 * their first week: they stand in the line like everybody, and ten fresh accounts do not stand before it. */
void dispatch_fair_start(struct dispatch_worker *workers, size_t count, int64_t now_usec, double *scratch);

/* --- a worker's times --- */
enum { MINUTES_PER_DAY = 1440 };
struct worker_times {
    int quiet_from, quiet_to; /* minutes of the local day, 0..1439; equal: no quiet hours */
    int utc_offset_minutes;   /* local = UTC + this */
    bool online;              /* connected now */
    int64_t link_usec;        /* round trip of their link as their page measured it; 0: not known */
};
/* When the quiet hours that hold now end; 0 when it is not quiet. */
int64_t quiet_until(const struct worker_times *w, int64_t now_usec);
/* Minutes of [from, to) that lie in quiet hours. */
int64_t quiet_minutes(const struct worker_times *w, int64_t from_usec, int64_t to_usec);
/* How long an offer waits for an answer: when connected, minutes (more on a slow link) after ready_usec, when they are
 * through with what they hold, an hour at most; until a while after the quiet hours when asleep; half an hour when
 * awake but not connected; never past last_usec (0: no such limit). */
int64_t offer_hold_until(const struct worker_times *w, int64_t ready_usec, int64_t now_usec, int64_t last_usec);
/* Longer than any offer to somebody who is awake waits. */
#define HOLD_AWAKE_USEC_MAX (INT64_C(3600) * 1000000)
/* The time that an accepted offer's rest stays with a worker who has just taken a task of it. */
int64_t offer_work_until(int64_t left, int64_t task_usec, int64_t lease_usec, int64_t link_usec, int64_t now_usec);
/* From then on what is free is for anyone: a tenth of the project's span before its deadline, at most six hours. */
int64_t deadline_open_from(int64_t published_usec, int64_t deadline_usec);

/* Weeks begin on Monday 0:00 UTC; number 0 held the first day of 1970. */
int64_t week_of(int64_t usec);
int64_t week_begin(int64_t week);
/* Is so little in sight for the coming seven days that it is worth telling who asked: below a tenth of their wish. */
bool week_looks_empty(double own_hours, double wished_hours);

/* --- amounts --- */
/* What was earned fades by half every five days, so that it stands for about a week. */
int64_t earned_faded(int64_t micros, int64_t then_usec, int64_t now_usec);
/* Tasks at most for one worker in one offer: an hour's work, not more than what is left of their week, not more than
 * they have not seen; those who are new or seldom use what is held for them get less. kept: permille of offered tasks
 * they took. Below KEPT_LEAST nothing is held for them, so that those who stay away never keep work from those who are
 * there; who connects again or says their wishes again stands at KEPT_BACK at least. */
enum { KEPT_LEAST = 100, KEPT_BACK = 250 };
struct offer_cap_facts {
    int64_t task_usec;    /* expected time of one */
    int64_t unseen;       /* tasks of the project not given to them yet */
    int64_t person_left;  /* answers that the project's limit per person still allows */
    int64_t week_minutes; /* wished, less what they worked and hold this week */
    int kept_permille;
    bool proven; /* has earned something before */
};
int32_t offer_cap(const struct offer_cap_facts *f);
/* Expected time of a task: as measured, else a quarter of the lease. */
int64_t task_usec_expected(int64_t median_usec, int64_t lease_usec);
/* Tasks worth a message of their own: five minutes of work. */
int32_t offer_piece(int64_t task_usec);

/* --- what a choice of speed or fairness does, told before it is made --- */
struct dispatch_effect {
    int64_t finish_usec; /* from now until the last task is done; -1: nobody there */
    int64_t people;      /* who get something */
    int64_t away_tasks;  /* that wait for people who are asleep */
    double jain;         /* of earnings per wished hour after it, of all candidates */
};
/* Run after dispatch_share: what was given is done by its owner when ready, the rest by whoever is connected. */
struct dispatch_effect dispatch_effect(const struct dispatch_order *order, const struct dispatch_worker *workers,
                                       size_t count, int64_t task_usec);
/* (sum x)^2 / (n sum x^2): 1 = all equal, 1/n = one has all. 1 for nothing at all. */
double jain_index(const double *x, size_t count);
