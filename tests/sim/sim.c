/* sim [--seed N] [--calls N] [--workers N] [--database URL] [--wipe]
 *
 * Without --seed: seeds 1 to 5 and a fresh one, each in a process of its own, as TAP. On PostgreSQL the database is
 * emptied before each seed, which --wipe must allow. See sim.h. */
#include <dirent.h>
#include <getopt.h>
#include <semaphore.h>
#include <stdarg.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/inject.h"
#include "base/log.h"
#include "sim.h"

enum { FIXED_SEEDS = 5, COMPARE_GROUPS = 40, FIRST_WORKER_ID = 1000000, FIRST_PROJECT_ID = 5000 };

_Noreturn void sim_fail(const struct sim *sim, const char *file, int line, const char *format, ...) {
    va_list args;
    fprintf(stderr, "# seed %llu, call %lld (%s:%d): ", (unsigned long long)sim->seed, (long long)sim->calls, file,
            line);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fprintf(stderr, "\n");
    _exit(1);
}

/* --- the gate: keeps the writer busy while a group is queued, so that the group's order and batches are known --- */

struct gate {
    sem_t entered, open;
    bool passed; /* a batch may be run again after a fault */
};

static err gate_run(struct tx *tx, struct command *c) {
    struct gate *gate = (struct gate *)c->args;
    if (gate->passed) return OK;
    sem_post(&gate->entered);
    sem_wait(&gate->open);
    gate->passed = true;
    return OK;
}
static const struct command_kind cmd_gate = {"gate", gate_run};

static void done(struct command *c) { sem_post(c->done_arg); }

/* --- the writer --- */

static void writer_open(struct sim *sim) {
    struct problem p = {0};
    err e = writer_start(sim->store, NULL, NULL, &sim->writer, &p);
    ENSURE(sim, e == OK, "the writer does not start: %s", p.detail);
}

static void writer_close(struct sim *sim) {
    struct writer_numbers numbers;
    writer_numbers(sim->writer, &numbers);
    sim->faults += numbers.faults;
    writer_stop(sim->writer); /* finishes what is queued */
    sim->writer = NULL;
}

static void store_open_(struct sim *sim, bool create) {
    struct problem p = {0};
    int node;
    err e = store_open(sim->database, create, &sim->store, &p);
    if (e == OK) e = store_serve_lock(sim->store, &node, &p);
    if (e == OK) e = store_connect(sim->store, STORE_READ, &sim->reader, &p);
    ENSURE(sim, e == OK, "%s", p.detail);
}

static void store_close_(struct sim *sim) {
    store_disconnect(sim->reader);
    store_close(sim->store);
}

/* --- groups --- */

static void call_init(struct sim *sim, struct sim_call *call, struct sim_op *op) {
    static const struct command_kind *const kinds[] = {
        [SIM_TAKE] = &cmd_work_take,
        [SIM_SUBMIT] = &cmd_work_submit,
        [SIM_GIVE_BACK] = &cmd_work_give_back,
        [SIM_HEARTBEAT] = &cmd_work_heartbeat,
        [SIM_DECIDE] = &cmd_annotation_decide,
        [SIM_TASK_UPDATE] = &cmd_task_update,
        [SIM_TASK_ADD] = &cmd_task_add,
        [SIM_STEP] = &cmd_project_step,
        [SIM_PROJECT_UPDATE] = &cmd_project_update,
        [SIM_CREDIT] = &cmd_person_credit,
        [SIM_SEND_BACK] = &cmd_annotation_send_back,
        [SIM_TASK_MORE] = &cmd_task_more,
        [SIM_GOLD] = &cmd_gold_set,
        [SIM_CONTEST] = &cmd_contest,
        [SIM_CONTEST_DECIDE] = &cmd_contest_decide,
        [SIM_PACK_TAKE] = &cmd_pack_take,
        [SIM_PACK_RETURN] = &cmd_pack_return,
        [SIM_WISH] = &cmd_wish_save,
        [SIM_OFFER] = &cmd_offer_answer,
        [SIM_ANSWERS] = &cmd_work_answers,
        [SIM_WEIGH] = &cmd_weigh,
    };
    *call = (struct sim_call){.op = op};
    op->references++;
    arena_init(&call->arena);
    int len = snprintf(call->request_id, sizeof call->request_id, "request-%lld", (long long)op->number);
    /* Loops stamp their requests; the writer may see them a little out of order. */
    int64_t now = sim->now_usec - sim_below(sim, 2000000);
    call->command = (struct command){.kind = kinds[op->kind],
                                     .args = &op->args,
                                     .actor_id = op->actor_id,
                                     .request_id = {call->request_id, (size_t)len},
                                     .now_usec = now,
                                     .arena = &call->arena,
                                     .problem = &call->problem};
    memcpy(call->command.request_hash, &op->number, sizeof op->number);
}

static void call_free(struct sim_call *call) {
    arena_free(&call->arena);
    op_release(call->op);
}

/* A fault reached the client, who asks again at once. What the group's other commands saw follows from whether this one
 * had happened: then it is applied in its place, else after the others. */
static bool call_again(struct sim *sim, struct sim_call *call) {
    for (int tries = 0; tries < 5 && err_is_fault(call->command.outcome); tries++) {
        struct sim_op *op = call->op;
        int64_t now = call->command.now_usec;
        op->references++;
        call_free(call);
        call_init(sim, call, op);
        call->again = true;
        call->command.now_usec = now; /* which of the two happened is not known yet */
        op->references--;
        writer_run(sim->writer, &call->command);
    }
    return call->command.repeated;
}

static void group_submit(struct sim *sim, struct sim_call *calls, int count, bool stop) {
    struct gate gate = {.passed = false};
    sem_t all;
    sem_init(&gate.entered, 0, 0);
    sem_init(&gate.open, 0, 0);
    sem_init(&all, 0, 0);
    struct arena arena;
    arena_init(&arena);
    struct problem problem = {0};
    struct command command = {.kind = &cmd_gate,
                              .args = &gate,
                              .now_usec = sim->now_usec,
                              .arena = &arena,
                              .problem = &problem,
                              .done = done,
                              .done_arg = &all};
    ENSURE(sim, writer_submit(sim->writer, &command) == OK, "the writer takes nothing");
    sem_wait(&gate.entered);
    for (int i = 0; i < count; i++) {
        calls[i].command.done = done;
        calls[i].command.done_arg = &all;
        ENSURE(sim, writer_submit(sim->writer, &calls[i].command) == OK, "the writer takes nothing");
    }
    sem_post(&gate.open);
    if (stop) { /* what is queued must be finished first */
        writer_close(sim);
        writer_open(sim);
        sim->restarts++;
    }
    for (int i = 0; i <= count; i++) sem_wait(&all);
    arena_free(&arena);
    sem_destroy(&gate.entered);
    sem_destroy(&gate.open);
    sem_destroy(&all);
}

/* Runs ops in this order, some of them twice; takes their references. */
static void group_run(struct sim *sim, struct sim_op **ops, int op_count, bool stop) {
    static struct sim_call calls[SIM_GROUP_MAX * 2];
    bool after[SIM_GROUP_MAX * 2] = {0};
    int count = 0;
    for (int i = 0; i < op_count; i++) {
        call_init(sim, &calls[count++], ops[i]);
        if (sim_chance(sim, 60)) call_init(sim, &calls[count++], ops[i]);
        if (ops[i]->answered && sim_chance(sim, 50)) {
            calls[count - 1].wrong_hash = true;
            calls[count - 1].command.request_hash[15] = 1;
        }
    }
    group_submit(sim, calls, count, stop);
    for (int i = 0; i < count; i++)
        if (err_is_fault(calls[i].command.outcome)) after[i] = !call_again(sim, &calls[i]);
    for (int later = 0; later < 2; later++)
        for (int i = 0; i < count; i++) {
            if (after[i] != later) continue;
            model_apply(sim, &calls[i]);
            sim->calls++;
        }
    offers_count(sim);
    for (int i = 0; i < op_count; i++) actors_told(sim, ops[i], !sim->post_phase && sim_chance(sim, 80));
    for (int i = 0; i < count; i++) call_free(&calls[i]);
    for (int i = 0; i < op_count; i++) op_release(ops[i]);
}

static void run_one(struct sim *sim, struct sim_op *op) { group_run(sim, &op, 1, false); }

static void tick(struct sim *sim) {
    struct tick_args args = {.receipt_cursor = &sim->receipt_cursor};
    struct arena arena;
    arena_init(&arena);
    for (bool more = true; more;) {
        struct problem problem = {0};
        arena_reset(&arena);
        struct command c = {
            .kind = &cmd_tick, .args = &args, .now_usec = sim->now_usec, .arena = &arena, .problem = &problem};
        err e = writer_run(sim->writer, &c);
        more = e != OK || strstr(c.reply, "true");
        ENSURE(sim, e == OK || err_is_fault(e), "a tick was refused: %s", err_code(e));
    }
    arena_free(&arena);
    model_tick(sim, sim->now_usec);
    offers_count(sim);
}

/* --- the story --- */

/* Points that fail once each, at places that the seed chooses, behind the making of the schema: each migration is a
 * commit. */
static void faults_arm(struct sim *sim) {
    static const struct {
        const char *point;
        int from, range;
    } points[] = {{"commit_lost", 40, 60}, {"commit_lost", 70, 400}, {"commit_lost", 300, 600}, {"commit", 40, 300},
                  {"commit", 100, 800},    {"begin", 40, 300},       {"begin", 100, 800},       {"load", 100, 3000},
                  {"load", 3000, 30000},   {"load", 3000, 90000},    {"save", 3000, 10000},     {"save", 3000, 60000},
                  {"save", 3000, 120000}};
    struct buf text = {0};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        buf_printf(&text, "%s%s:%d", i ? "," : "", points[i].point, points[i].from + sim_below(sim, points[i].range));
    setenv("FAENA_INJECT", text.data, 1);
    inject_setup();
    buf_free(&text);
}

static void world_make(struct sim *sim) {
    for (int i = 0; i < SIM_REQUESTERS; i++) sim->requesters[i].id = 100 + i;
    for (int i = 0; i < sim->worker_count; i++) {
        sim->workers[i].person.id = FIRST_WORKER_ID + i;
        sim->workers[i].project = SIM_IDLE;
    }
    for (int i = 0; i < SIM_PROJECTS; i++) {
        static const int overlaps[SIM_PROJECTS] = {1, 2, 3, 5, 6};
        sim->projects[i].project =
            (struct project){.id = FIRST_PROJECT_ID + i,
                             .owner_id = 100 + i % SIM_REQUESTERS,
                             .price_micros = i == 3 && sim_chance(sim, 300) ? 0 : 50000 * (i + 1) + i,
                             .overlap = overlaps[i],
                             .overlap_rule = i == SIM_PROJECTS - 1 ? OVERLAP_SURE : OVERLAP_FIXED,
                             .overlap_min = i == SIM_PROJECTS - 1 ? 2 : 0,
                             .target_permille = 900,
                             .gold_permille = 70 * i,
                             .task_usec = 60000000,
                             .approve_usec = i == 1 ? 0 : 600000000};
    }
}

#define CONFIG                                                                                       \
    "<View><Text name=\"t\" value=\"$text\"/><Choices name=\"q\" toName=\"t\"><Choice value=\"a\"/>" \
    "<Choice value=\"b\"/><Choice value=\"c\"/><Choice value=\"d\"/></Choices></View>"

/* With a receipt: a COMMIT whose answer is lost makes the writer run it again. */
static void must_run(struct sim *sim, const struct command_kind *kind, const void *args, int64_t actor_id) {
    struct arena arena;
    arena_init(&arena);
    char request_id[40];
    int len = snprintf(request_id, sizeof request_id, "setup-%lld", (long long)++sim->setup_calls);
    struct problem problem = {0};
    struct command c = {.kind = kind,
                        .args = args,
                        .actor_id = actor_id,
                        .now_usec = sim->now_usec,
                        .request_id = {request_id, (size_t)len},
                        .arena = &arena,
                        .problem = &problem};
    err e = writer_run(sim->writer, &c);
    ENSURE(sim, e == OK, "%s: %s %s", kind->name, err_code(e), problem.detail);
    arena_free(&arena);
}

static void person_store(struct sim *sim, int64_t id, const char *handle, int index, unsigned roles) {
    char name[20];
    snprintf(name, sizeof name, "%s%d", handle, index);
    must_run(sim, &cmd_person_create,
             &(struct person_create){.id = id,
                                     .handle = str_from(name),
                                     .password_hash = STR(""),
                                     .display_name = STR(""),
                                     .language = STR("es"),
                                     .roles = roles},
             0);
}

static void world_store(struct sim *sim) {
    must_run(sim, &cmd_settings_init, &(struct settings_init){.currency = STR("USD"), .signup = STR("open")}, 0);
    for (int i = 0; i < SIM_REQUESTERS; i++) {
        person_store(sim, sim->requesters[i].id, "requester", i, PERSON_REQUESTER);
        run_one(sim, op_credit(sim, i, 150000000));
    }
    for (int i = 0; i < SIM_WISHERS; i++) person_store(sim, sim->workers[i].person.id, "worker", i, PERSON_WORKER);
    for (int i = 0; i < SIM_WISHERS; i++) run_one(sim, op_wish(sim, i));
    for (int i = 0; i < SIM_PROJECTS; i++) {
        const struct project *p = &sim->projects[i].project;
        must_run(sim, &cmd_project_create,
                 &(struct project_create){.id = p->id,
                                          .fields = {.title = STR("simulated"),
                                                     .description = STR(""),
                                                     .instructions = STR(""),
                                                     .label_config = STR(CONFIG),
                                                     .price_micros = p->price_micros,
                                                     .overlap = p->overlap,
                                                     .has_overlap_rule = true,
                                                     .overlap_rule = p->overlap_rule,
                                                     .has_overlap_min = p->overlap_min > 0,
                                                     .overlap_min = p->overlap_min,
                                                     .has_target_permille = p->target_permille > 0,
                                                     .target_permille = p->target_permille,
                                                     .task_seconds = p->task_usec / 1000000,
                                                     .approve_seconds = p->approve_usec / 1000000,
                                                     .gold_permille = p->gold_permille,
                                                     .has_pack_tasks = true,
                                                     .pack_tasks = SIM_PACK_TASKS,
                                                     .has_pack_seconds = true,
                                                     .pack_seconds = SIM_PACK_SECONDS}},
                 p->owner_id);
        run_one(sim, op_task_add(sim, i, 300));
        run_one(sim, op_step(sim, i, PROJECT_PUBLISH));
    }
}

static void working_days(struct sim *sim) {
    for (int group = 1; sim->calls < sim->calls_max; group++) {
        struct sim_op *ops[SIM_GROUP_MAX];
        int count = actors_next(sim, ops);
        group_run(sim, ops, count, group == 30 || sim_chance(sim, 20));
        sim->now_usec += (int64_t)sim_below(sim, 20) * 1000000;
        if (sim_chance(sim, 5)) sim->now_usec += (int64_t)sim_below(sim, 7200) * 1000000;
        if (sim_chance(sim, 600)) tick(sim);
        if (group == 50 || sim_chance(sim, 5)) {
            writer_close(sim);
            store_close_(sim);
            store_open_(sim, false);
            writer_open(sim);
            sim->restarts++;
        }
        if (group % COMPARE_GROUPS == 0) compare_all(sim);
    }
    compare_all(sim);
}

/* Everyone comes back and asks again for what they never heard of. */
static void replies_fetch(struct sim *sim) {
    for (int i = 0; i < sim->worker_count; i++) {
        struct sim_op *op = sim->workers[i].retry;
        sim->workers[i].retry = NULL;
        if (op) run_one(sim, op);
    }
}

enum { SIM_WAITS = 600 }; /* half hours */

/* Verdicts on all that waits for one; false: nothing did. */
static bool all_weighed(struct sim *sim, int project) {
    struct sim_project *p = &sim->projects[project];
    bool any = false;
    for (bool more = true; more;) {
        more = false;
        for (int i = 0; i < p->task_count; i++) more = more || model_weighing(p, &p->tasks[i]);
        if (more) run_one(sim, op_weigh(sim, project));
        any = any || more;
    }
    return any;
}

/* Newcomers do all the work that is left. */
static void work_end(struct sim *sim, int project) {
    int first = sim->worker_count - SIM_FRESH, busy = SIM_FRESH;
    for (int i = first; i < sim->worker_count; i++)
        sim->workers[i] = (struct sim_worker){.person = sim->workers[i].person, .project = project};
    for (int waits = 0; busy && waits < SIM_WAITS;) {
        struct sim_op *ops[SIM_FRESH];
        busy = 0;
        for (int i = first; i < sim->worker_count; i++) {
            struct sim_worker *w = &sim->workers[i];
            if (w->project == SIM_IDLE) continue;
            ops[busy++] = w->task ? op_submit(sim, project, i, w->task) : op_take(sim, project, i);
        }
        group_run(sim, ops, busy, false);
        sim->now_usec += 1000000;
        if (busy == 0 && all_weighed(sim, project)) {
            for (int i = first; i < sim->worker_count; i++) sim->workers[i].project = project;
            busy = SIM_FRESH;
        }
        if (busy || sim->projects[project].offers == 0) continue;
        /* What is held for people who do not come is theirs for a while only. */
        sim->now_usec += INT64_C(1800) * 1000000;
        tick(sim);
        sim->now_usec += INT64_C(60) * 1000000;
        tick(sim);
        waits++;
        for (int i = first; i < sim->worker_count; i++) sim->workers[i].project = project;
        busy = SIM_FRESH;
    }
}

/* What was sent back and not done in time is done after all, where the task still waits for it. */
static void sent_back_late(struct sim *sim) {
    for (int i = 0; i < SIM_PROJECTS; i++) {
        struct sim_project *p = &sim->projects[i];
        for (int j = 0; j < p->task_count; j++)
            for (int k = 0; k < p->tasks[j].hold_count; k++) {
                const struct sim_hold *h = &p->tasks[j].holds[k];
                if (!h->answered || h->lease != LEASE_EXPIRED) continue;
                struct sim_op *op = op_submit(sim, i, h->worker, j + 1);
                op->args.submit.take_next = false;
                run_one(sim, op);
            }
    }
}

/* Missed gold is rejected, somebody contests it, and is right: all who said the same are paid. */
static void gold_falls(struct sim *sim, int project) {
    struct sim_project *p = &sim->projects[project];
    run_one(sim, op_reject_missed(sim, project));
    if (p->contests == 0) run_one(sim, op_contest(sim, project, 0));
    for (int i = 0; i < p->task_count && p->contests > 0; i++)
        for (int j = 0; j < p->tasks[i].hold_count; j++) {
            const struct sim_hold *h = &p->tasks[i].holds[j];
            if (h->contest != 1) continue;
            run_one(sim, op_contest_falls(sim, project, i + 1, h->value));
            break;
        }
}

static void last_day(struct sim *sim) {
    sim->post_phase = true;
    replies_fetch(sim);
    sim->now_usec += 2 * DAY_SECONDS * INT64_C(1000000);
    tick(sim);
    sent_back_late(sim);
    for (int i = 0; i < SIM_REQUESTERS; i++) run_one(sim, op_credit(sim, i, INT64_C(10000000000)));
    for (int i = 0; i < SIM_PROJECTS; i++) {
        struct sim_project *p = &sim->projects[i];
        run_one(sim, op_step(sim, i, PROJECT_PUBLISH));
        if (p->project.state == PROJECT_PAUSED) run_one(sim, op_step(sim, i, PROJECT_RESUME));
        if (p->project.state != PROJECT_LIVE) continue;
        work_end(sim, i);
        gold_falls(sim, i);
    }
    sim->now_usec += 2 * DAY_SECONDS * INT64_C(1000000);
    tick(sim);
    compare_all(sim);
    for (int i = 0; i < SIM_PROJECTS; i++) {
        const struct sim_project *p = &sim->projects[i];
        for (int j = 0; p->project.state == PROJECT_LIVE && j < p->task_count; j++) {
            const struct sim_task *t = &p->tasks[j];
            if (t->lane != LANE_GOLD && !t->retired)
                ENSURE(sim, t->answers == model_wanted(p, t) && !model_weighing(p, t),
                       "task %d of project %d ends with %d of %d answers, %d offers hold work", j + 1, i, t->answers,
                       (int)model_wanted(p, t), p->offers);
        }
        run_one(sim, op_step(sim, i, PROJECT_COMPLETE));
    }
    compare_all(sim);
    compare_audit(sim);
}

static void seed_run(struct sim *sim) {
    sim->random = sim->seed;
    sim->now_usec = INT64_C(1800000000000000);
    sim->receipt_cursor = -1;
    sim->workers = mem_alloc(sizeof *sim->workers * (size_t)sim->worker_count);
    faults_arm(sim);
    world_make(sim);
    model_init(sim);
    store_open_(sim, true);
    writer_open(sim);
    world_store(sim);
    working_days(sim);
    last_day(sim);
    writer_close(sim);
    store_close_(sim);
    sim_report(sim);
    /* A run that never met what it is for would prove nothing. */
    ENSURE(sim, sim->faults >= 4 && sim->late > 0 && sim->gold_served > 0 && sim->repeats > 100 && sim->restarts > 0,
           "the run has met too little");
    ENSURE(sim,
           sim->ended_early > 0 && sim->asked_more > 0 && sim->sent_together > 0 && sim->fallen > 0 &&
               sim->repaired > 0,
           "the run has met too little of verdicts, of answers that came together or of gold that fell");
    for (int i = 0; i < sim->worker_count; i++)
        if (sim->workers[i].retry) op_release(sim->workers[i].retry);
    model_free(sim);
    free(sim->workers);
}

/* --- processes --- */

static void wipe(const char *database) {
    struct store *store;
    struct store_conn *conn;
    struct problem p = {0};
    if (store_open(database, true, &store, &p) != OK || store_connect(store, STORE_WRITE, &conn, &p) != OK ||
        store_script(conn, "DROP SCHEMA public CASCADE; CREATE SCHEMA public") != OK) {
        fprintf(stderr, "sim: the database cannot be emptied: %s\n", p.detail);
        exit(1);
    }
    store_disconnect(conn);
    store_close(store);
}

static void directory_remove(const char *path) {
    DIR *directory = opendir(path);
    for (struct dirent *entry; directory && (entry = readdir(directory));)
        if (entry->d_name[0] != '.') unlinkat(dirfd(directory), entry->d_name, 0);
    if (directory) closedir(directory);
    rmdir(path);
}

/* In a process of its own: faults are armed once per process, and a crash is that seed's failure only. */
static bool seed_passes(const struct sim *settings, uint64_t seed, bool may_wipe) {
    const char *base = getenv("TMPDIR");
    CLEANUP(buf_free) struct buf directory = {0};
    CLEANUP(buf_free) struct buf url = {0};
    buf_printf(&directory, "%s/faena-sim-XXXXXX", base ? base : "/tmp");
    if (!mkdtemp(directory.data)) return false;
    buf_printf(&url, "sqlite:%s/sim.db", directory.data);
    if (settings->database && may_wipe) wipe(settings->database);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct sim sim = *settings;
        sim.seed = seed;
        if (!sim.database) sim.database = url.data;
        log_setup(false, LOG_ERROR);
        seed_run(&sim);
        buf_free(&url);
        buf_free(&directory);
        exit(0);
    }
    int status = -1;
    if (child > 0) waitpid(child, &status, 0);
    directory_remove(directory.data);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int main(int argc, char **argv) {
    static const struct option options[] = {{"seed", required_argument, NULL, 's'},
                                            {"calls", required_argument, NULL, 'c'},
                                            {"workers", required_argument, NULL, 'w'},
                                            {"database", required_argument, NULL, 'd'},
                                            {"wipe", no_argument, NULL, 'x'},
                                            {"fixed", required_argument, NULL, 'f'},
                                            {NULL, 0, NULL, 0}};
    static struct sim settings = {.calls_max = 7000, .worker_count = 2000};
    uint64_t seed = 0;
    int fixed = FIXED_SEEDS;
    bool may_wipe = false;
    for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        switch (c) {
        case 's': seed = strtoull(optarg, NULL, 10); break;
        case 'c': settings.calls_max = strtoll(optarg, NULL, 10); break;
        case 'w': settings.worker_count = atoi(optarg); break;
        case 'd': settings.database = optarg; break;
        case 'x': may_wipe = true; break;
        case 'f': fixed = atoi(optarg); break;
        default: return 2;
        }
    }
    settings.worker_count += SIM_FRESH;
    if (settings.worker_count < 200 ||
        (settings.database && strncmp(settings.database, "postgres", 8) == 0 && !may_wipe)) {
        fprintf(stderr, "sim: at least 188 workers; a PostgreSQL database is emptied first, which --wipe allows\n");
        return 2;
    }
    int failed = 0, count = seed ? 1 : fixed + 1;
    printf("1..%d\n", count);
    for (int i = 1; i <= count; i++) {
        uint64_t n = seed ? seed : i <= fixed ? (uint64_t)i : (uint64_t)clock_usec() % 1000000000;
        bool good = seed_passes(&settings, n, may_wipe);
        failed += !good;
        printf("%sok %d - seed %llu%s\n", good ? "" : "not ", i, (unsigned long long)n,
               i > fixed && !seed ? " (fresh)" : "");
        if (!good) printf("# again: sim --seed %llu\n", (unsigned long long)n);
    }
    return failed ? 1 : 0;
}
