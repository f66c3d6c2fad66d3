/* The whole database against the model, in one snapshot; and what a run covered. */
#include <string.h>

#include "core/queries.h"
#include "domain/ledger.h"
#include "sim.h"

SQL(SQL_TASKS, "SELECT id, lane, state, answers, leases, reports FROM task WHERE project_id = ?1 ORDER BY id");
SQL(SQL_LEASES, "SELECT worker_id, task_id, state, taken_usec, deadline_usec FROM lease WHERE project_id = ?1");
SQL(SQL_ANNOTATIONS,
    "SELECT worker_id, task_id, id, state, result, answer_key, gold_right, created_usec, approves_usec,"
    " work_usec FROM annotation WHERE project_id = ?1");
SQL(SQL_LABELS, "SELECT task_id, label, votes, answers FROM task_label WHERE project_id = ?1");
SQL(SQL_AGREEMENT, "SELECT coalesce(sum(votes), 0), coalesce(sum(answers), 0) FROM task_label WHERE project_id = ?1"
                   " AND answers > 1");
SQL(SQL_COUNTS,
    "SELECT tasks, gold_tasks, leases, submitted, approved, rejected, gold_answers, gold_right, reports, workers, done,"
    " funded - retired, funded_gold, agreed_votes, judged_votes, sent_back, contests, weighing FROM project_count "
    "WHERE "
    "project_id = ?1");
SQL(SQL_STATE, "SELECT state FROM project WHERE id = ?1");
SQL(SQL_ACCOUNTS,
    "SELECT id, credits_posted - debits_posted - debits_pending, debits_pending, credits_pending FROM account");
SQL(SQL_OFFERS, "SELECT count(*), coalesce(sum(remaining), 0) FROM offer WHERE project_id = ?1 AND state < 2");
SQL(SQL_OFFER_OF, "SELECT project_id, id FROM offer WHERE worker_id = ?1 AND state < 2 ORDER BY project_id LIMIT 1");
SQL(SQL_OFFERS_MADE, "SELECT count(*) FROM offer");
SQL(SQL_RESERVED, "SELECT reserved FROM project_dispatch WHERE project_id = ?1");
SQL(SQL_RECEIPTS, "SELECT count(*) FROM receipt");
SQL(SQL_EVENTS, "SELECT count(*) FROM event WHERE kind = ?1");

static struct statement *query(struct sim *sim, const struct sql *sql, int64_t id) {
    struct statement *s = statement(sim->reader, sql);
    if (id) statement_int(s, id);
    return s;
}

static bool step(struct sim *sim, struct statement *s) {
    bool has_row;
    err e = statement_step(s, &has_row);
    ENSURE(sim, e == OK, "a query failed: %s", store_message(sim->reader));
    return has_row;
}

static bool one(struct sim *sim, struct statement *s, const char *what) {
    bool has_row = step(sim, s);
    ENSURE(sim, has_row, "no row: %s", what);
    return has_row;
}

static int worker_index(const struct sim *sim, int64_t id) {
    int64_t index = id - sim->workers[0].person.id;
    ENSURE(sim, index >= 0 && index < sim->worker_count, "worker %lld is not known", (long long)id);
    return (int)index;
}

static enum task_state state_wanted(const struct sim_project *p, const struct sim_task *t) {
    if (t->retired) return TASK_RETIRED;
    if (!t->funded) return p->project.state == PROJECT_DRAFT ? TASK_OPEN : TASK_UNFUNDED;
    if (model_wanted(p, t) == 0) return TASK_FULL; /* gold of a project without gold share: never given out */
    if (model_weighing(p, t)) return TASK_WEIGHING;
    if (t->answers >= model_wanted(p, t)) return TASK_DONE;
    return t->answers + t->leases >= model_wanted(p, t) ? TASK_FULL : TASK_OPEN;
}

static void compare_tasks(struct sim *sim, const struct sim_project *p) {
    struct statement *s = query(sim, &SQL_TASKS, p->project.id);
    int count = 0;
    while (step(sim, s)) {
        const struct sim_task *t = &p->tasks[count++];
        ENSURE(sim, statement_col_int(s, 0) == count && count <= p->task_count, "task %d", count);
        ENSURE(sim, statement_col_int(s, 1) == t->lane, "task %d is in lane %d, not %d", count,
               (int)statement_col_int(s, 1), t->lane);
        int state = (int)statement_col_int(s, 2);
        if (state == TASK_OPEN && t->funded && model_wanted(p, t) == 0 && t->lane == LANE_GOLD) state = TASK_FULL;
        ENSURE(sim, state == (int)state_wanted(p, t),
               "task %d of project %lld, lane %d, has state %d, not %d: %d answers, %d leases of %lld", count,
               (long long)p->project.id, t->lane, state, state_wanted(p, t), t->answers, t->leases,
               (long long)model_wanted(p, t));
        ENSURE(sim, statement_col_int(s, 3) == t->answers, "task %d: answers", count);
        ENSURE(sim, statement_col_int(s, 4) == t->leases, "task %d: leases", count);
        ENSURE(sim, statement_col_int(s, 5) == t->reports, "task %d: reports", count);
    }
    ENSURE(sim, count == p->task_count, "%d tasks, not %d", count, p->task_count);
}

static void compare_leases(struct sim *sim, const struct sim_project *p) {
    struct statement *s = query(sim, &SQL_LEASES, p->project.id);
    int count = 0, wanted = 0;
    for (int i = 0; i < p->task_count; i++) wanted += p->tasks[i].hold_count;
    while (step(sim, s)) {
        int64_t task = statement_col_int(s, 1);
        const struct sim_hold *h = model_hold(p, task, worker_index(sim, statement_col_int(s, 0)));
        ENSURE(sim, h, "a lease of task %lld that nobody took", (long long)task);
        ENSURE(sim, statement_col_int(s, 2) == (int)h->lease, "task %lld, worker %d: lease state %d, not %d",
               (long long)task, h->worker, (int)statement_col_int(s, 2), h->lease);
        ENSURE(sim, statement_col_int(s, 3) == h->taken_usec && statement_col_int(s, 4) == h->deadline_usec,
               "task %lld, worker %d: times of the lease", (long long)task, h->worker);
        count++;
    }
    ENSURE(sim, count == wanted, "%d leases, not %d", count, wanted);
}

static void compare_annotation(struct sim *sim, const struct sim_project *p, struct statement *s) {
    int64_t task = statement_col_int(s, 1);
    const struct sim_hold *h = model_hold(p, task, worker_index(sim, statement_col_int(s, 0)));
    ENSURE(sim, h && h->answered, "an answer to task %lld that nobody gave", (long long)task);
    ENSURE(sim, statement_col_int(s, 2) == h->annotation_id, "task %lld: id of an answer", (long long)task);
    ENSURE(sim, statement_col_int(s, 3) == (int)h->answer, "task %lld: answer state %d, not %d", (long long)task,
           (int)statement_col_int(s, 3), h->answer);
    ENSURE(sim, str_is(statement_col_text(s, 4), sim_answer_results[h->value]), "task %lld: answer", (long long)task);
    ENSURE(sim, str_is(statement_col_text(s, 5), sim_answer_keys[h->value]), "task %lld: key", (long long)task);
    ENSURE(sim, statement_col_null(s, 6) ? h->gold_right < 0 : statement_col_int(s, 6) == h->gold_right,
           "task %lld: gold", (long long)task);
    ENSURE(sim, statement_col_int(s, 7) == h->created_usec && statement_col_int(s, 8) == h->approves_usec,
           "task %lld: times of an answer", (long long)task);
    int64_t passed = h->created_usec > h->taken_usec ? h->created_usec - h->taken_usec : 0,
            took = statement_col_int(s, 9);
    ENSURE(sim, took >= 0 && (took <= passed || h->rounds), "task %lld took %lld of %lld us", (long long)task,
           (long long)took, (long long)passed);
}

static void compare_annotations(struct sim *sim, const struct sim_project *p) {
    struct statement *s = query(sim, &SQL_ANNOTATIONS, p->project.id);
    int count = 0, wanted = 0;
    for (int i = 0; i < p->task_count; i++)
        for (int j = 0; j < p->tasks[i].hold_count; j++) wanted += p->tasks[i].holds[j].answered;
    for (; step(sim, s); count++) compare_annotation(sim, p, s);
    ENSURE(sim, count == wanted, "%d answers are stored, %d were accepted", count, wanted);
}

/* Done tasks have the label that a plain count gives; a gold task that wants more answers again may keep its last. */
static void compare_labels(struct sim *sim, const struct sim_project *p) {
    struct statement *s = query(sim, &SQL_LABELS, p->project.id);
    int done = 0, done_normal = 0, labelled = 0;
    for (int i = 0; i < p->task_count; i++) {
        bool is_done = state_wanted(p, &p->tasks[i]) == TASK_DONE;
        done += is_done;
        done_normal += is_done && p->tasks[i].lane != LANE_GOLD;
    }
    while (step(sim, s)) {
        int64_t task = statement_col_int(s, 0);
        const struct sim_task *t = &p->tasks[task - 1];
        if (state_wanted(p, t) != TASK_DONE) {
            ENSURE(sim, t->lane == LANE_GOLD || t->retired, "task %lld has a label and is not done", (long long)task);
            continue;
        }
        int votes, value = model_label(t, &votes);
        labelled++;
        ENSURE(sim, value >= 0 && str_is(statement_col_text(s, 1), sim_answer_results[value]), "task %lld: label",
               (long long)task);
        ENSURE(sim, statement_col_int(s, 2) == votes && statement_col_int(s, 3) == t->answers, "task %lld: votes",
               (long long)task);
    }
    ENSURE(sim, labelled == done, "%d labels of %d done tasks", labelled, done);
    s = query(sim, &SQL_AGREEMENT, p->project.id);
    one(sim, s, "agreement");
    int64_t votes = statement_col_int(s, 0), answers = statement_col_int(s, 1);
    s = query(sim, &SQL_COUNTS, p->project.id);
    one(sim, s, "counts");
    ENSURE(sim, statement_col_int(s, 10) == done_normal, "%d done tasks counted, not %d", (int)statement_col_int(s, 10),
           done_normal);
    ENSURE(sim, statement_col_int(s, 13) == votes && statement_col_int(s, 14) == answers,
           "agreement of %d/%d votes counted, not %d/%d", (int)statement_col_int(s, 13), (int)statement_col_int(s, 14),
           (int)votes, (int)answers);
    statement_end(s);
}

static void compare_counts(struct sim *sim, const struct sim_project *p) {
    int64_t leases = 0, funded = 0, funded_gold = 0, weighing = 0;
    for (int i = 0; i < p->task_count; i++) {
        const struct sim_task *t = &p->tasks[i];
        leases += t->leases;
        weighing += model_weighing(p, t);
        if (t->lane == LANE_GOLD)
            funded_gold += t->funded && !t->retired;
        else
            funded += t->funded && !t->retired;
    }
    const int64_t wanted[] = {p->task_count, p->gold_count,   leases,        p->submitted, p->approved,
                              p->rejected,   p->gold_answers, p->gold_right, p->reports,   p->workers};
    struct statement *s = query(sim, &SQL_COUNTS, p->project.id);
    one(sim, s, "counts");
    for (int i = 0; i < 10; i++)
        ENSURE(sim, statement_col_int(s, i) == wanted[i], "number %d of the project is %lld, not %lld", i,
               (long long)statement_col_int(s, i), (long long)wanted[i]);
    ENSURE(sim, statement_col_int(s, 15) == p->sent_back, "%d answers sent back, not %d", (int)statement_col_int(s, 15),
           (int)p->sent_back);
    ENSURE(sim, statement_col_int(s, 16) == p->contests, "%d contests, not %d", (int)statement_col_int(s, 16),
           (int)p->contests);
    ENSURE(sim, statement_col_int(s, 17) == weighing, "%d tasks weighing, not %d", (int)statement_col_int(s, 17),
           (int)weighing);
    if (p->project.state != PROJECT_DRAFT) {
        ENSURE(sim, statement_col_int(s, 11) == funded, "%d tasks are funded, not %d", (int)statement_col_int(s, 11),
               (int)funded);
        ENSURE(sim, statement_col_int(s, 12) == funded_gold, "funded gold");
    }
    statement_end(s);
    s = query(sim, &SQL_STATE, p->project.id);
    one(sim, s, "project");
    ENSURE(sim, statement_col_int(s, 0) == (int)p->project.state, "state of the project");
    statement_end(s);
}

/* --- money --- */

/* What the model says of an account: available, going, coming. False when there is none of that id. */
static bool account_wanted(const struct sim *sim, int64_t id, int64_t wanted[3]) {
    const struct sim_person *person = NULL;
    memset(wanted, 0, 3 * sizeof *wanted);
    for (int i = 0; i < SIM_PROJECTS; i++)
        if (sim->projects[i].project.id == id) {
            wanted[0] = sim->projects[i].escrow_available;
            wanted[1] = sim->projects[i].escrow_pending;
            return true;
        }
    for (int i = 0; i < SIM_REQUESTERS; i++)
        if (sim->requesters[i].id == id) person = &sim->requesters[i];
    if (id >= sim->workers[0].person.id && id < sim->workers[0].person.id + sim->worker_count)
        person = &sim->workers[id - sim->workers[0].person.id].person;
    if (person) {
        wanted[0] = person->available;
        wanted[2] = person->pending_in;
    }
    if (id == ACCOUNT_SOURCE_ID) wanted[0] = -sim->source_out;
    return person || id == ACCOUNT_SOURCE_ID;
}

/* Every row is what the model says, and their sums leave no room for a row that is missing. */
static void compare_accounts(struct sim *sim, int64_t available, int64_t going) {
    struct statement *s = query(sim, &SQL_ACCOUNTS, 0);
    while (step(sim, s)) {
        int64_t id = statement_col_int(s, 0), wanted[3];
        ENSURE(sim, account_wanted(sim, id, wanted), "account %lld is nobody's", (long long)id);
        for (int i = 0; i < 3; i++)
            ENSURE(sim, statement_col_int(s, i + 1) == wanted[i], "account %lld: number %d is %lld, not %lld",
                   (long long)id, i, (long long)statement_col_int(s, i + 1), (long long)wanted[i]);
        available -= wanted[0];
        going -= wanted[1];
    }
    ENSURE(sim, available == 0 && going == 0, "accounts with %lld available, %lld going are missing",
           (long long)available, (long long)going);
}

/* The escrow holds exactly the pay of the answers that are still wanted, and nothing once the project is completed. */
static void compare_escrow(struct sim *sim, const struct sim_project *p) {
    int64_t open_answers = 0, live = 0;
    for (int i = 0; i < p->task_count; i++) {
        const struct sim_task *t = &p->tasks[i];
        if (t->funded) open_answers += model_most(p, t) - t->answers - t->leases;
        live += t->leases;
    }
    open_answers += p->spare_answers;
    ENSURE(sim, p->spare_answers >= 0 || p->project.state == PROJECT_COMPLETED,
           "answers of project %lld are not paid for", (long long)p->project.id);
    int64_t price = p->project.price_micros, wanted = p->project.state == PROJECT_COMPLETED ? 0 : open_answers * price;
    ENSURE(sim, p->escrow_available == wanted, "escrow of project %lld has %lld, not %lld", (long long)p->project.id,
           (long long)p->escrow_available, (long long)wanted);
    ENSURE(sim, p->escrow_pending == (live + p->submitted) * price, "reserved pay of project %lld",
           (long long)p->project.id);
}

static int64_t event_count(struct sim *sim, const char *kind) {
    struct statement *s = statement(sim->reader, &SQL_EVENTS);
    statement_text(s, str_from(kind));
    one(sim, s, kind);
    int64_t count = statement_col_int(s, 0);
    statement_end(s);
    return count;
}

static void compare_money(struct sim *sim) {
    int64_t available = 0, going = 0;
    for (int i = 0; i < SIM_PROJECTS; i++) {
        compare_escrow(sim, &sim->projects[i]);
        available += sim->projects[i].escrow_available;
        going += sim->projects[i].escrow_pending;
    }
    for (int i = 0; i < SIM_REQUESTERS; i++) available += sim->requesters[i].available;
    for (int i = 0; i < sim->worker_count; i++) available += sim->workers[i].person.available;
    ENSURE(sim, available + going == sim->source_out, "%lld micro-units exist, %lld were issued",
           (long long)(available + going), (long long)sim->source_out);
    compare_accounts(sim, available - sim->source_out, going);
}

void compare_all(struct sim *sim) {
    ENSURE(sim, store_begin(sim->reader) == OK, "no snapshot");
    for (int i = 0; i < SIM_PROJECTS; i++) {
        const struct sim_project *p = &sim->projects[i];
        compare_tasks(sim, p);
        compare_leases(sim, p);
        compare_annotations(sim, p);
        compare_labels(sim, p);
        compare_counts(sim, p);
    }
    compare_money(sim);
    struct statement *s = query(sim, &SQL_RECEIPTS, 0);
    one(sim, s, "receipts");
    ENSURE(sim, statement_col_int(s, 0) == sim->receipts + sim->setup_calls, "%lld receipts, not %lld",
           (long long)statement_col_int(s, 0), (long long)(sim->receipts + sim->setup_calls));
    statement_end(s);
    ENSURE(sim, event_count(sim, "annotation.submitted") == sim->submits, "events of answers");
    ENSURE(sim, event_count(sim, "annotation.approved") == sim->settled_approved, "events of approvals");
    ENSURE(sim, event_count(sim, "annotation.rejected") == sim->settled_rejected, "events of rejections");
    store_rollback(sim->reader);
}

/* Answers that may still be given out. */
static int64_t free_answers(const struct sim_project *p) {
    int64_t sum = 0;
    for (int i = 0; i < p->task_count; i++)
        if (model_open(p, &p->tasks[i]))
            sum += model_wanted(p, &p->tasks[i]) - p->tasks[i].answers - p->tasks[i].leases;
    return sum;
}

void offers_count(struct sim *sim) {
    for (int i = 0; i < SIM_PROJECTS; i++) {
        struct sim_project *p = &sim->projects[i];
        struct statement *s = query(sim, &SQL_OFFERS, p->project.id);
        one(sim, s, "offers");
        p->offers = (int)statement_col_int(s, 0);
        int64_t held = statement_col_int(s, 1);
        statement_end(s);
        s = query(sim, &SQL_RESERVED, p->project.id);
        if (!step(sim, s)) continue; /* not made yet */
        ENSURE(sim, statement_col_int(s, 0) == held, "%lld tasks are reserved, offers hold %lld",
               (long long)statement_col_int(s, 0), (long long)held);
        statement_end(s);
        ENSURE(sim, held == 0 || (p->project.state == PROJECT_LIVE && held <= free_answers(p)),
               "offers hold %lld of %lld free answers in project %d", (long long)held, (long long)free_answers(p), i);
    }
    struct statement *s = query(sim, &SQL_OFFERS_MADE, 0);
    one(sim, s, "offers");
    sim->offers_made = statement_col_int(s, 0);
    statement_end(s);
}

int64_t offer_of(struct sim *sim, int worker, int *project) {
    struct statement *s = query(sim, &SQL_OFFER_OF, sim->workers[worker].person.id);
    int64_t id = 0;
    if (step(sim, s)) {
        for (int i = 0; i < SIM_PROJECTS; i++)
            if (sim->projects[i].project.id == statement_col_int(s, 0)) *project = i;
        id = statement_col_int(s, 1);
    }
    statement_end(s);
    return id;
}

void compare_audit(struct sim *sim) {
    struct audit_check checks[AUDIT_CHECKS_MAX];
    int count;
    bool all_ok;
    ENSURE(sim, audit_run(sim->reader, checks, &count, &all_ok) == OK, "the audit cannot run: %s",
           store_message(sim->reader));
    for (int i = 0; i < count; i++) ENSURE(sim, checks[i].ok, "%s: %s", checks[i].name, checks[i].detail);
    ENSURE(sim, all_ok && count > 10, "the audit looked at %d rules", count);
}

/* --- what a run covered --- */

void sim_report(const struct sim *sim) {
    static const char *const names[] = {
        "takes",   "answers",          "given back",       "heartbeats", "decisions",      "task changes",
        "imports", "project steps",    "project changes",  "credits",    "sent back",      "more judges",
        "gold",    "contests",         "contests decided", "packs",      "packs returned", "wishes",
        "offers",  "answers together", "verdicts"};
    printf("# seed %llu: %lld calls (", (unsigned long long)sim->seed, (long long)sim->calls);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        printf("%s%s %lld/%lld", i ? ", " : "", names[i], (long long)sim->happened[i], (long long)sim->refused[i]);
    printf(" done/refused); ended early %lld, one more %lld, sent together %lld, contests fallen %lld",
           (long long)sim->ended_early, (long long)sim->asked_more, (long long)sim->sent_together,
           (long long)sim->fallen);
    printf("; late after sent back %lld, repaired %lld, offers made %lld, late %lld, gold %lld, replies "
           "lost %lld, repeats %lld, faults %lld, restarts %lld\n",
           (long long)sim->late_again, (long long)sim->repaired, (long long)sim->offers_made, (long long)sim->late,
           (long long)sim->gold_served, (long long)sim->lost, (long long)sim->repeats, (long long)sim->faults,
           (long long)sim->restarts);
    fflush(stdout);
}
