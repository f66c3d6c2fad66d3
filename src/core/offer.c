#include "core/offer.h"

SQL(SQL_OFFER_LOAD, "SELECT id, state, tasks, remaining, made_usec, until_usec FROM offer"
                    " WHERE project_id = ?1 AND worker_id = ?2 AND state < 2");
SQL(SQL_OFFER_SAVE, "UPDATE offer SET state = ?4, tasks = ?5, remaining = ?6, until_usec = ?7"
                    " WHERE project_id = ?1 AND worker_id = ?2 AND id = ?3");
SQL(SQL_OFFERS_NEWEST, "SELECT worker_id, id, state, tasks, remaining, made_usec, until_usec FROM offer"
                       " WHERE project_id = ?1 AND state < 2 ORDER BY state, +id DESC LIMIT ?2");
SQL(SQL_OFFERS_WITHDRAW, "UPDATE offer SET state = 5 WHERE project_id = ?1 AND state < 2");
/* A crew that everybody has left keeps no work from the others. */
SQL(SQL_MEMBER, "SELECT 1 WHERE EXISTS (SELECT 1 FROM crew_member WHERE crew_id = ?1 AND person_id = ?2) OR NOT EXISTS"
                " (SELECT 1 FROM crew_member WHERE crew_id = ?1)");
SQL(SQL_LINK, "SELECT link_usec FROM worker_wish WHERE worker_id = ?1");
/* ?2: permille of the offer that was taken, -1 = do not judge by it; ?3: time worked on it */
SQL(SQL_WISH_LEARN, "UPDATE worker_wish SET kept_permille = CASE WHEN ?2 < 0 THEN kept_permille ELSE (3 * kept_permille"
                    " + ?2) / 4 END, worked_usec = worked_usec + ?3 WHERE worker_id = ?1");

static int64_t project_task_usec(const struct tx_project *project) {
    return task_usec_expected(project->count.median_work_usec, project->project.task_usec);
}

void dispatch_due(struct tx_project *project, int64_t usec) {
    if (project->dispatch.rule == DISPATCH_RACE || project->dispatch.due_usec <= usec) return;
    project->dispatch.due_usec = usec;
    project->dispatch_changed = true;
}

/* Somebody has used up or lost their share: soon enough for them, and not for each of thousands by itself. */
static void due_soon(struct tx_project *project, int64_t now_usec) {
    dispatch_due(project, now_usec + 2000000 + project->count.workers * 100);
}

static struct statement *offer_query(struct tx *tx, const struct tx_project *project, int64_t worker_id) {
    struct statement *s = statement(tx->conn, &SQL_OFFER_LOAD);
    statement_int(s, project->project.id);
    statement_int(s, worker_id);
    return s;
}

err offer_ahead(struct tx *tx, const struct tx_project *project, int64_t worker_id) {
    return project->dispatch.reserved == 0 ? OK : statement_ahead(offer_query(tx, project, worker_id), worker_id);
}

err offer_load(struct tx *tx, const struct tx_project *project, int64_t worker_id, struct offer *offer) {
    *offer = (struct offer){.worker_id = worker_id};
    if (project->dispatch.reserved == 0) return OK;
    bool found;
    struct statement *s = offer_query(tx, project, worker_id);
    TRY(statement_one(s, &found));
    if (found)
        *offer = (struct offer){.id = statement_col_int(s, 0),
                                .worker_id = worker_id,
                                .state = (enum offer_state)statement_col_int(s, 1),
                                .tasks = statement_col_int(s, 2),
                                .remaining = statement_col_int(s, 3),
                                .made_usec = statement_col_int(s, 4),
                                .until_usec = statement_col_int(s, 5)};
    statement_end(s);
    return OK;
}

static err offer_save(struct tx *tx, const struct tx_project *project, const struct offer *o) {
    struct statement *s = statement(tx->conn, &SQL_OFFER_SAVE);
    statement_int(s, project->project.id);
    statement_int(s, o->worker_id);
    statement_int(s, o->id);
    statement_int(s, o->state);
    statement_int(s, o->tasks);
    statement_int(s, o->remaining);
    statement_int(s, o->until_usec);
    return statement_run(s, 1);
}

err offer_check(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t served, int64_t now_usec,
                struct offer *own, bool *allowed) {
    const struct dispatch_terms *terms = &project->dispatch;
    *own = (struct offer){0};
    *allowed = terms->person_max == 0 || served < terms->person_max;
    if (!*allowed) return OK;
    TRY(offer_load(tx, project, worker_id, own));
    if (own->id) return OK;
    if (terms->reserved > 0) *allowed = project_free(&project->project, &project->count) > terms->reserved;
    if (!*allowed || terms->rule != DISPATCH_CREW || dispatch_open(terms, now_usec)) return OK;
    struct statement *s = statement(tx->conn, &SQL_MEMBER);
    statement_int(s, terms->crew_id);
    statement_int(s, worker_id);
    TRY(statement_one(s, allowed));
    statement_end(s);
    return OK;
}

/* What the way of an offer tells of its worker: how much of what is held for them they use, how long they worked. */
static err wish_learn(struct tx *tx, const struct tx_project *project, const struct offer *o, bool judge) {
    int64_t taken = o->tasks - o->remaining;
    struct statement *s = statement(tx->conn, &SQL_WISH_LEARN);
    statement_int(s, o->worker_id);
    statement_int(s, judge && o->tasks > 0 ? taken * 1000 / o->tasks : -1);
    statement_int(s, taken * project_task_usec(project));
    return statement_run(s, -1);
}

static void reserved_lower(struct tx_project *project, int64_t by) {
    project->dispatch.reserved -= by;
    project->dispatch_changed = true;
}

static err link_load(struct tx *tx, int64_t worker_id, int64_t *link_usec) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_LINK);
    statement_int(s, worker_id);
    TRY(statement_one(s, &found));
    *link_usec = found ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return OK;
}

/* Who works at it keeps the rest for as long as that takes. */
static err work_prolong(struct tx *tx, const struct tx_project *project, struct offer *own, int64_t now_usec) {
    int64_t link_usec;
    TRY(link_load(tx, own->worker_id, &link_usec));
    int64_t until =
        offer_work_until(own->remaining, project_task_usec(project), project->project.task_usec, link_usec, now_usec);
    if (own->until_usec < until) own->until_usec = until;
    return OK;
}

err offer_use(struct tx *tx, struct tx_project *project, struct offer *own, int64_t now_usec) {
    if (!own->id) return OK;
    own->state = OFFER_ACCEPTED;
    own->remaining--;
    reserved_lower(project, 1);
    if (own->remaining == 0) {
        own->state = OFFER_USED;
        TRY(wish_learn(tx, project, own, true));
        due_soon(project, now_usec);
    } else {
        TRY(work_prolong(tx, project, own, now_usec));
    }
    return offer_save(tx, project, own);
}

err offer_accept(struct tx *tx, struct tx_project *project, struct offer *own, int64_t tasks, int64_t now_usec) {
    if (tasks < own->remaining) {
        int64_t less = own->remaining - tasks;
        own->tasks -= less;
        own->remaining = tasks;
        reserved_lower(project, less);
        due_soon(project, now_usec);
    }
    /* A second yes without work in between gives no more time. */
    if (own->state == OFFER_WAITING) TRY(work_prolong(tx, project, own, now_usec));
    own->state = OFFER_ACCEPTED;
    return offer_save(tx, project, own);
}

err offer_end(struct tx *tx, struct tx_project *project, struct offer *offer, enum offer_state state,
              int64_t now_usec) {
    /* To say no is worth as much as a yes: the share goes on at once. Only silence counts. */
    TRY(wish_learn(tx, project, offer, state == OFFER_LAPSED));
    reserved_lower(project, offer->remaining);
    offer->state = state;
    due_soon(project, now_usec);
    return offer_save(tx, project, offer);
}

SQL(SQL_OFFERS_OF, "SELECT project_id FROM offer WHERE worker_id = ?1 AND state < 2 ORDER BY project_id LIMIT ?2");

err offers_of_worker_end(struct tx *tx, int64_t worker_id, int64_t now_usec) {
    enum { ROWS = 500 };
    int64_t ids[ROWS];
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_OFFERS_OF);
    statement_int(s, worker_id);
    statement_int(s, ROWS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row) ids[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    for (int i = 0; i < count; i++) {
        struct tx_project *project;
        struct offer own;
        TRY(tx_project(tx, ids[i], &project));
        if (!project) return ERR_INTERNAL;
        TRY(offer_load(tx, project, worker_id, &own));
        if (own.id) TRY(offer_end(tx, project, &own, OFFER_DECLINED, now_usec));
    }
    return OK;
}

err offers_withdraw(struct tx *tx, struct tx_project *project) {
    if (project->dispatch.due_usec != DISPATCH_NEVER) {
        project->dispatch.due_usec = DISPATCH_NEVER;
        project->dispatch_changed = true;
    }
    if (project->dispatch.reserved == 0) return OK;
    reserved_lower(project, project->dispatch.reserved);
    struct statement *s = statement(tx->conn, &SQL_OFFERS_WITHDRAW);
    statement_int(s, project->project.id);
    return statement_run(s, -1);
}

err offers_fit(struct tx *tx, struct tx_project *project) {
    enum { ROWS = 100 };
    int64_t free = project_free(&project->project, &project->count);
    while (project->dispatch.reserved > free) {
        struct offer offers[ROWS];
        int count = 0;
        struct statement *s = statement(tx->conn, &SQL_OFFERS_NEWEST);
        statement_int(s, project->project.id);
        statement_int(s, ROWS);
        for (bool has_row = true; has_row;) {
            TRY(statement_step(s, &has_row));
            if (has_row)
                offers[count++] = (struct offer){.worker_id = statement_col_int(s, 0),
                                                 .id = statement_col_int(s, 1),
                                                 .state = (enum offer_state)statement_col_int(s, 2),
                                                 .tasks = statement_col_int(s, 3),
                                                 .remaining = statement_col_int(s, 4),
                                                 .made_usec = statement_col_int(s, 5),
                                                 .until_usec = statement_col_int(s, 6)};
        }
        statement_end(s);
        if (count == 0) return ERR_INTERNAL; /* more reserved than the offers say */
        for (int i = 0; i < count && project->dispatch.reserved > free; i++) {
            struct offer *o = &offers[i];
            int64_t cut = project->dispatch.reserved - free;
            if (cut > o->remaining) cut = o->remaining;
            o->remaining -= cut;
            o->tasks -= cut;
            if (o->remaining == 0) o->state = o->tasks > 0 ? OFFER_USED : OFFER_WITHDRAWN;
            reserved_lower(project, cut);
            TRY(offer_save(tx, project, o));
        }
    }
    return OK;
}
