/* dispatch_load.h - the candidates of a project, and the operator's limits on what a requester may choose. Both read
 * and write connections; no lock is needed: what they say steers a decision and binds nobody. */
#pragma once
#include "domain/dispatch.h"
#include "domain/project.h"
#include "store/store.h"

/* A connected worker is written down at connecting and every four minutes; silence for longer means gone. */
#define SEEN_LASTS_USEC INT64_C(600000000)
/* Who is awake but not connected is told by an alert and expected back within this. */
#define AWAY_BACK_USEC (INT64_C(30) * 60 * 1000000)

struct dispatch_limits {
    int away_min, away_max;     /* permille that may wait for people who are asleep */
    int64_t weekly_minutes_max; /* wishes above this count as this */
    bool race;                  /* may a requester choose the race */
};
err dispatch_limits_load(struct store_conn *c, struct dispatch_limits *limits);

struct dispatch_place {
    const struct project *project;
    const struct project_count *count;
    const struct dispatch_terms *terms;
    int64_t weekly_max; /* minutes */
};
struct candidate {
    struct dispatch_worker worker;
    struct worker_times times;
};
/* Two lists side by side, so that deciding walks over what it needs. */
struct candidates {
    struct dispatch_worker *workers;
    struct worker_times *times;
    uint32_t *heap;
    size_t count;
};
/* Everybody who wants offers and fits (wishes, device, limits), without those who have a live offer of the project. To
 * be freed also after a fault. */
err candidates_load(struct store_conn *c, const struct dispatch_place *place, int64_t now_usec,
                    struct candidates *list);
void candidates_free(struct candidates *list);
