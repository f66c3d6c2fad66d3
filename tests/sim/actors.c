/* Who does what next: chance within what people do. */
#include <string.h>

#include "sim.h"

const char *const sim_answer_keys[SIM_VALUES] = {"{\"q\":\"a\"}", "{\"q\":\"b\"}", "{\"q\":\"c\"}", "{\"q\":\"d\"}"};
#define ANSWER(v) "[{\"from_name\":\"q\",\"to_name\":\"t\",\"type\":\"choices\",\"value\":{\"choices\":[\"" v "\"]}}]"
const char *const sim_answer_results[SIM_VALUES] = {ANSWER("a"), ANSWER("b"), ANSWER("c"), ANSWER("d")};

uint64_t sim_random(struct sim *sim) {
    uint64_t x = sim->random += UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

int sim_below(struct sim *sim, int bound) { return (int)(sim_random(sim) % (uint64_t)bound); }

bool sim_chance(struct sim *sim, int permille) { return sim_below(sim, 1000) < permille; }

/* --- ops --- */

struct sim_op *op_new(struct sim *sim, enum sim_kind kind, int project, int worker, int64_t actor_id) {
    struct sim_op *op = mem_alloc(sizeof *op);
    *op = (struct sim_op){.kind = kind,
                          .number = ++sim->next_number,
                          .project = project,
                          .worker = worker,
                          .actor_id = actor_id,
                          .references = 1};
    return op;
}

void op_release(struct sim_op *op) {
    if (--op->references > 0) return;
    for (int i = 0; i < SIM_ANSWERS_MAX; i++)
        if (op->inner[i]) op_release(op->inner[i]);
    free(op->weighed);
    free(op->items);
    free(op->problems);
    free(op->reply);
    free(op->rows);
    free(op->texts);
    free(op);
}

static struct sim_op *owner_op(struct sim *sim, enum sim_kind kind, int project) {
    return op_new(sim, kind, project, -1, sim->projects[project].project.owner_id);
}

static struct sim_op *worker_op(struct sim *sim, enum sim_kind kind, int project, int worker) {
    return op_new(sim, kind, project, worker, sim->workers[worker].person.id);
}

struct sim_op *op_credit(struct sim *sim, int requester, int64_t amount_micros) {
    struct sim_op *op = op_new(sim, SIM_CREDIT, 0, -1, 0);
    op->args.credit = (struct person_credit){.id = sim->requesters[requester].id, .amount_micros = amount_micros};
    return op;
}

/* Some of the numbers are used already: those rows must be counted as repeated. */
struct sim_op *op_task_add(struct sim *sim, int project, int count) {
    struct sim_op *op = owner_op(sim, SIM_TASK_ADD, project);
    op->rows = mem_alloc(sizeof *op->rows * (size_t)count);
    op->texts = mem_alloc(sizeof *op->texts * (size_t)count);
    for (int i = 0; i < count; i++) {
        int number = sim_below(sim, SIM_TASKS_MAX);
        struct task_row *row = &op->rows[i];
        snprintf(op->texts[i], sizeof op->texts[i], "%d", number);
        row->external_id = op->texts[i];
        task_key_hash(row->external_id, NULL, row->key_hash);
        row->data = STR("{\"text\":\"?\"}");
        row->gold = number % 17 == 0 ? sim_answer_results[0] : NULL;
        row->priority = number % 5 == 0 ? sim_below(sim, 10) : 0;
    }
    op->args.task_add =
        (struct task_add){.project_id = sim->projects[project].project.id, .rows = op->rows, .count = (size_t)count};
    return op;
}

struct sim_op *op_step(struct sim *sim, int project, enum project_step step) {
    struct sim_op *op = owner_op(sim, SIM_STEP, project);
    op->args.step = (struct project_step_args){.id = sim->projects[project].project.id, .step = step};
    return op;
}

struct sim_op *op_take(struct sim *sim, int project, int worker) {
    struct sim_op *op = worker_op(sim, SIM_TAKE, project, worker);
    op->args.take.project_id = sim->projects[project].project.id;
    return op;
}

struct sim_op *op_submit(struct sim *sim, int project, int worker, int64_t task) {
    struct sim_project *p = &sim->projects[project];
    struct sim_op *op = worker_op(sim, SIM_SUBMIT, project, worker);
    bool gold = task >= 1 && task <= p->task_count && p->tasks[task - 1].lane == LANE_GOLD;
    int right = gold ? p->tasks[task - 1].gold : 0;
    op->value = sim_chance(sim, 600) ? (int)(task % SIM_VALUES) : sim_below(sim, SIM_VALUES);
    op->args.submit = (struct work_submit){.project_id = p->project.id,
                                           .task_id = task,
                                           .result = str_from(sim_answer_results[op->value]),
                                           .answer_key = str_from(sim_answer_keys[op->value]),
                                           .gold_right = gold ? op->value == right : -1,
                                           .gold = gold ? sim_answer_results[right] : NULL,
                                           /* what a page measured by a clock that may be wrong by years */
                                           .measured_usec = (int64_t)(sim_random(sim) >> 20) - (INT64_C(1) << 40),
                                           .take_next = sim_chance(sim, 850)};
    return op;
}

/* --- workers --- */

static struct sim_op *op_give_back(struct sim *sim, int project, int worker, int64_t task, enum give_back why) {
    struct sim_op *op = worker_op(sim, SIM_GIVE_BACK, project, worker);
    op->args.give_back = (struct work_give_back){.project_id = sim->projects[project].project.id,
                                                 .task_id = task,
                                                 .why = why,
                                                 .reason = STR("cannot be read"),
                                                 .take_next = why != GIVE_RETURN && sim_chance(sim, 850)};
    return op;
}

static struct sim_op *op_heartbeat(struct sim *sim, int project, int worker, int64_t task) {
    struct sim_op *op = worker_op(sim, SIM_HEARTBEAT, project, worker);
    op->args.heartbeat = (struct work_heartbeat){.project_id = sim->projects[project].project.id, .task_id = task};
    return op;
}

/* Somebody who missed a gold task and is told so, if there is anybody; else this worker makes it up. */
struct sim_op *op_contest(struct sim *sim, int project, int worker) {
    int64_t task = 1 + sim_below(sim, SIM_TASKS_MAX);
    for (int n = 0, from = project; n < SIM_PROJECTS; n++) {
        int place = (from + n) % SIM_PROJECTS;
        const struct sim_project *p = &sim->projects[place];
        int first = p->task_count ? sim_below(sim, p->task_count) : 0;
        for (int i = 0; i < p->task_count; i++) {
            int at = (first + i) % p->task_count;
            for (int j = 0; j < p->tasks[at].hold_count; j++) {
                const struct sim_hold *h = &p->tasks[at].holds[j];
                if (h->answered && h->gold_right == 0 && h->answer == ANNOTATION_REJECTED && h->contest == 0)
                    task = at + 1, worker = h->worker, project = place, i = p->task_count, n = SIM_PROJECTS;
            }
        }
    }
    struct sim_op *op = worker_op(sim, SIM_CONTEST, project, worker);
    op->args.contest = (struct contest){
        .project_id = sim->projects[project].project.id, .task_id = task, .reason = STR("it is right")};
    return op;
}

static struct sim_op *op_pack_take(struct sim *sim, int project, int worker) {
    struct sim_op *op = worker_op(sim, SIM_PACK_TAKE, project, worker);
    op->args.pack_take = (struct pack_take){
        .project_id = sim->projects[project].project.id, .count = 1 + sim_below(sim, 30), .bytes = 1 << 20};
    return op;
}

/* The tasks of somebody's pack; at most `max`. */
static size_t pack_tasks(const struct sim_project *p, int worker, int64_t *ids, size_t max) {
    size_t count = 0;
    for (int i = 0; i < p->task_count && count < max && p->packed[worker]; i++) {
        const struct sim_hold *h = model_hold(p, i + 1, worker);
        if (h && h->packed && h->lease == LEASE_LIVE) ids[count++] = i + 1;
    }
    return count;
}

static struct sim_op *op_pack_return(struct sim *sim, int project, int worker) {
    struct sim_op *op = worker_op(sim, SIM_PACK_RETURN, project, worker);
    size_t count = pack_tasks(&sim->projects[project], worker, op->ids, 1 + (size_t)sim_below(sim, 12));
    op->ids[count++] = 1 + sim_below(sim, SIM_TASKS_MAX);
    op->args.pack_return =
        (struct pack_return){.project_id = sim->projects[project].project.id, .ids = op->ids, .count = count};
    return op;
}

struct sim_op *op_wish(struct sim *sim, int worker) {
    struct sim_op *op = worker_op(sim, SIM_WISH, 0, worker);
    op->args.wish = (struct wish_save){.wants_offers = sim_chance(sim, 850),
                                       .weekly_minutes = 60 * (1 + sim_below(sim, 40)),
                                       .quiet_from = 22 * 60,
                                       .quiet_to = 22 * 60 + sim_below(sim, 400),
                                       .utc_offset_minutes = 60 * (sim_below(sim, 24) - 12),
                                       .time_zone = STR("Etc/UTC")};
    return op;
}

/* What is held for them, or an offer that never was. */
static struct sim_op *op_offer(struct sim *sim, int worker) {
    int project = sim_below(sim, SIM_PROJECTS);
    int64_t id = offer_of(sim, worker, &project);
    struct sim_op *op = worker_op(sim, SIM_OFFER, project, worker);
    op->args.offer = (struct offer_answer){.project_id = sim->projects[project].project.id,
                                           .offer_id = id ? id : 4711,
                                           .accept = sim_chance(sim, 800),
                                           .tasks = sim_below(sim, 6)};
    return op;
}

/* --- several answers at once: what a device kept --- */

/* Takes the references of the inner ones. */
static struct sim_op *op_answers(struct sim *sim, int project, int worker, struct sim_op *const *inner, size_t count) {
    struct sim_op *op = worker_op(sim, SIM_ANSWERS, project, worker);
    op->items = mem_alloc(sizeof *op->items * count);
    op->problems = mem_alloc(sizeof *op->problems * count);
    op->texts = mem_alloc(sizeof *op->texts * count);
    for (size_t i = 0; i < count; i++) {
        struct work_answer *item = &op->items[i];
        int len = snprintf(op->texts[i], sizeof op->texts[i], "request-%lld", (long long)inner[i]->number);
        op->inner[i] = inner[i];
        *item = (struct work_answer){
            .submit = inner[i]->args.submit, .request_id = {op->texts[i], (size_t)len}, .problem = &op->problems[i]};
        memcpy(item->request_hash, &inner[i]->number, sizeof inner[i]->number);
    }
    op->args.answers = (struct work_answers){.project_id = sim->projects[project].project.id,
                                             .items = op->items,
                                             .count = count,
                                             .take_next = sim_chance(sim, 300)};
    return op;
}

/* From a pack, the task in hand, and now and then one that they never had. */
static struct sim_op *op_answers_new(struct sim *sim, int index) {
    struct sim_worker *w = &sim->workers[index];
    struct sim_op *inner[SIM_ANSWERS_MAX];
    int64_t ids[SIM_ANSWERS_MAX];
    size_t count = pack_tasks(&sim->projects[w->project], index, ids, (size_t)sim_below(sim, SIM_ANSWERS_MAX - 1));
    if (w->task) ids[count++] = w->task;
    if (count == 0 || sim_chance(sim, 50)) ids[count++] = 1 + sim_below(sim, SIM_TASKS_MAX);
    for (size_t i = 0; i < count; i++) {
        inner[i] = op_submit(sim, w->project, index, ids[i]);
        inner[i]->args.submit.take_next = false;
    }
    return op_answers(sim, w->project, index, inner, count);
}

/* The reply was lost: the same request, or the same answers in another order and without one of them. */
static struct sim_op *op_answers_again(struct sim *sim, struct sim_op *lost) {
    struct sim_op *inner[SIM_ANSWERS_MAX];
    size_t count = lost->args.answers.count;
    if (lost->kind != SIM_ANSWERS || sim_chance(sim, 400)) return lost;
    size_t from = (size_t)sim_below(sim, (int)count), left = count > 1 && sim_chance(sim, 300) ? count - 1 : count;
    for (size_t i = 0; i < left; i++) {
        inner[i] = lost->inner[(from + i) % count];
        inner[i]->references++;
    }
    struct sim_op *op = op_answers(sim, lost->project, lost->worker, inner, left);
    op_release(lost);
    return op;
}

/* Work without a network, contests, offers. NULL: none of them now. */
static struct sim_op *worker_extra(struct sim *sim, int index) {
    struct sim_worker *w = &sim->workers[index];
    int dice = sim_below(sim, 1000), packed = sim->projects[w->project].packed[index];
    if (index < SIM_WISHERS && dice < 20) return op_wish(sim, index);
    if (index < SIM_WISHERS && dice < 300) return op_offer(sim, index);
    if (packed && dice < 420) {
        int64_t ids[SIM_PACK_TASKS];
        size_t count = pack_tasks(&sim->projects[w->project], index, ids, SIM_PACK_TASKS);
        if (count) return op_submit(sim, w->project, index, ids[sim_below(sim, (int)count)]);
    }
    if ((packed && dice < 620) || dice > 970) return op_answers_new(sim, index);
    if (packed && dice < 660) return op_pack_return(sim, w->project, index);
    if (dice > 955) return op_contest(sim, w->project, index);
    return dice > 925 ? op_pack_take(sim, w->project, index) : NULL;
}

/* NULL: this worker does nothing now. */
static struct sim_op *worker_next(struct sim *sim, int index) {
    struct sim_worker *w = &sim->workers[index];
    if (w->away_until > sim->now_usec) return NULL;
    if (w->retry) {
        struct sim_op *op = w->retry; /* its reference passes on */
        w->retry = NULL;
        return op_answers_again(sim, op);
    }
    if (w->project == SIM_IDLE) {
        w->project = sim_below(sim, SIM_PROJECTS);
        w->task = 0;
    }
    struct sim_op *extra = worker_extra(sim, index);
    if (extra) return extra;
    if (w->task == 0 || sim_chance(sim, 20)) return op_take(sim, w->project, index);
    int dice = sim_below(sim, 1000);
    if (dice < 720) return op_submit(sim, w->project, index, w->task);
    if (dice < 780) return op_give_back(sim, w->project, index, w->task, GIVE_SKIP);
    if (dice < 810) return op_give_back(sim, w->project, index, w->task, GIVE_RETURN);
    if (dice < 830) return op_give_back(sim, w->project, index, w->task, GIVE_REPORT);
    if (dice < 880) return op_heartbeat(sim, w->project, index, w->task);
    if (dice < 890) return op_submit(sim, w->project, index, 1 + sim_below(sim, SIM_TASKS_MAX)); /* makes things up */
    if (dice < 900) { /* starts another project and forgets this task */
        w->project = SIM_IDLE;
        return NULL;
    }
    w->away_until = sim->now_usec + (int64_t)sim_below(sim, 900) * 1000000;
    return NULL;
}

void actors_told(struct sim *sim, struct sim_op *op, bool lost) {
    if (op->worker < 0) return;
    struct sim_worker *w = &sim->workers[op->worker];
    if (lost) {
        if (w->retry) return;
        w->retry = op;
        op->references++;
        sim->lost++;
        return;
    }
    if (op->kind == SIM_HEARTBEAT && op->outcome == OK) return;
    if (op->kind >= SIM_SEND_BACK && op->kind != SIM_OFFER && op->kind != SIM_ANSWERS) return;
    int64_t next = reply_number(op->kind == SIM_ANSWERS ? reply_next(op->reply) : op->reply, "task");
    w->task = op->outcome == OK && next > 0 ? next : 0;
    w->project = op->project;
    if (op->outcome == ERR_NO_WORK || op->outcome == ERR_PROJECT_CLOSED || op->outcome == ERR_NOT_FOUND)
        w->project = SIM_IDLE;
}

/* --- requesters --- */

static struct sim_op *op_decide(struct sim *sim, int project) {
    struct sim_project *p = &sim->projects[project];
    struct sim_op *op = owner_op(sim, SIM_DECIDE, project);
    size_t count = 0, most = 1 + (size_t)sim_below(sim, SIM_IDS_MAX - 1);
    for (int tries = 0; p->task_count && tries < 200 && count < most; tries++) {
        const struct sim_task *t = &p->tasks[sim_below(sim, p->task_count)];
        if (t->hold_count == 0) continue;
        const struct sim_hold *h = &t->holds[sim_below(sim, t->hold_count)];
        if (h->answered) op->ids[count++] = h->annotation_id; /* decided ones too, and some twice */
    }
    op->ids[count++] = 12345; /* nobody's */
    op->args.decide = (struct annotation_decide){.project_id = p->project.id,
                                                 .ids = op->ids,
                                                 .count = count,
                                                 .approve = sim_chance(sim, 700),
                                                 .reason = STR("wrong answer")};
    return op;
}

static struct sim_op *op_task_update(struct sim *sim, int project) {
    struct sim_project *p = &sim->projects[project];
    struct sim_op *op = owner_op(sim, SIM_TASK_UPDATE, project);
    bool retire = sim_chance(sim, 250);
    op->args.task_update = (struct task_update){.project_id = p->project.id,
                                                .task_id = 1 + sim_below(sim, p->task_count + 1),
                                                .retire = retire,
                                                .has_priority = !retire || sim_chance(sim, 100),
                                                .priority = sim_below(sim, 10)};
    return op;
}

static struct sim_op *op_project_update(struct sim *sim, int project) {
    struct sim_op *op = owner_op(sim, SIM_PROJECT_UPDATE, project);
    struct project_fields *f = &op->args.update.fields;
    op->args.update.id = sim->projects[project].project.id;
    f->has_price = sim_chance(sim, 200);
    f->price_micros = 10000 * (1 + sim_below(sim, 25));
    f->has_task_seconds = sim_chance(sim, 500);
    f->task_seconds = 30 + sim_below(sim, 300);
    f->has_approve_seconds = sim_chance(sim, 300);
    f->approve_seconds = sim_chance(sim, 300) ? 0 : sim_below(sim, 4000);
    return op;
}

static struct sim_op *op_send_back(struct sim *sim, int project) {
    struct sim_op *op = op_decide(sim, project);
    op->kind = SIM_SEND_BACK;
    if (op->args.decide.count > 12) op->args.decide.count = 12;
    return op;
}

static struct sim_op *op_task_more(struct sim *sim, int project) {
    struct sim_project *p = &sim->projects[project];
    struct sim_op *op = owner_op(sim, SIM_TASK_MORE, project);
    op->args.more = (struct task_more){
        .project_id = p->project.id, .task_id = 1 + sim_below(sim, p->task_count + 1), .more = 1 + sim_below(sim, 3)};
    return op;
}

/* A task of any kind; tasks that somebody contests rather often. */
static int64_t task_of_gold(struct sim *sim, const struct sim_project *p) {
    for (int tries = 0; tries < 400 && p->contests; tries++) {
        int i = sim_below(sim, p->task_count);
        for (int j = 0; j < p->tasks[i].hold_count; j++)
            if (p->tasks[i].holds[j].contest == 1) return i + 1;
    }
    for (int tries = 0; tries < 20; tries++) {
        int i = sim_below(sim, p->task_count + 1);
        if (i == p->task_count || p->tasks[i].lane == LANE_GOLD || sim_chance(sim, 30)) return i + 1;
    }
    return 1;
}

static struct sim_op *op_gold(struct sim *sim, int project) {
    struct sim_project *p = &sim->projects[project];
    struct sim_op *op = owner_op(sim, SIM_GOLD, project);
    op->value = sim_below(sim, SIM_VALUES + 1) - 1;
    op->args.gold = (struct gold_set){.project_id = p->project.id,
                                      .task_id = task_of_gold(sim, p),
                                      .gold = op->value < 0 ? NULL : sim_answer_results[op->value],
                                      .more = sim_below(sim, 4)};
    return op;
}

static struct sim_op *op_contest_decide(struct sim *sim, int project) {
    for (int n = 0; n < SIM_PROJECTS && sim->projects[project].contests == 0; n++)
        project = (project + 1) % SIM_PROJECTS;
    struct sim_project *p = &sim->projects[project];
    struct sim_op *op = owner_op(sim, SIM_CONTEST_DECIDE, project);
    op->value = sim_below(sim, SIM_VALUES + 1) - 1;
    op->args.contest_decide = (struct contest_decide){.project_id = p->project.id,
                                                      .task_id = task_of_gold(sim, p),
                                                      .falls = sim_chance(sim, 600),
                                                      .gold = op->value < 0 ? NULL : sim_answer_results[op->value],
                                                      .reply = STR("seen")};
    return op;
}

struct sim_op *op_contest_falls(struct sim *sim, int project, int64_t task, int gold) {
    struct sim_op *op = owner_op(sim, SIM_CONTEST_DECIDE, project);
    op->value = gold;
    op->args.contest_decide = (struct contest_decide){.project_id = sim->projects[project].project.id,
                                                      .task_id = task,
                                                      .falls = true,
                                                      .gold = sim_answer_results[gold],
                                                      .reply = STR("you are right")};
    return op;
}

/* Gold that was missed and waits for approval. */
struct sim_op *op_reject_missed(struct sim *sim, int project) {
    struct sim_project *p = &sim->projects[project];
    struct sim_op *op = owner_op(sim, SIM_DECIDE, project);
    size_t count = 0;
    for (int i = 0; i < p->task_count; i++)
        for (int j = 0; j < p->tasks[i].hold_count && count < SIM_IDS_MAX - 1; j++) {
            const struct sim_hold *h = &p->tasks[i].holds[j];
            if (h->answered && h->answer == ANNOTATION_SUBMITTED && h->gold_right == 0)
                op->ids[count++] = h->annotation_id;
        }
    op->ids[count++] = 12345;
    op->args.decide = (struct annotation_decide){
        .project_id = p->project.id, .ids = op->ids, .count = count, .reason = STR("missed gold")};
    return op;
}

/* Verdicts on what waits for one; some of them are on what has changed since, or on tasks that wait for none. */
struct sim_op *op_weigh(struct sim *sim, int project) {
    struct sim_project *p = &sim->projects[project];
    struct sim_op *op = op_new(sim, SIM_WEIGH, project, -1, 0);
    size_t count = 0;
    op->weighed = mem_alloc(sizeof *op->weighed * SIM_WEIGHED_MAX);
    for (int i = 0; i < p->task_count && count < SIM_WEIGHED_MAX; i++) {
        const struct sim_task *t = &p->tasks[i];
        if (!model_weighing(p, t) && !sim_chance(sim, 3)) continue;
        op->weighed[count++] = (struct weigh_row){.task_id = i + 1,
                                                  .answers = t->answers - sim_chance(sim, 50),
                                                  .more = sim_chance(sim, 450),
                                                  .posterior = sim_below(sim, 1000) / 1000.0};
    }
    op->args.weigh = (struct weigh){.project_id = p->project.id, .rows = op->weighed, .count = count};
    return op;
}

static struct sim_op *requester_next(struct sim *sim) {
    int project = sim_below(sim, SIM_PROJECTS), dice = sim_below(sim, 1000);
    enum project_state state = sim->projects[project].project.state;
    switch (sim_below(sim, 15)) {
    case 0: return op_send_back(sim, project);
    case 1: return op_task_more(sim, project);
    case 2: return op_gold(sim, project);
    case 3: return op_contest_decide(sim, project);
    case 4: return op_reject_missed(sim, 1 + sim_below(sim, SIM_PROJECTS - 1));
    case 6: return op_contest_decide(sim, project);
    case 5: return op_weigh(sim, SIM_PROJECTS - 1);
    default: break;
    }
    if (dice < 350) return op_decide(sim, project);
    if (dice < 550) return op_task_update(sim, project);
    if (dice < 620) return op_task_add(sim, project, 1 + sim_below(sim, 60));
    if (dice < 720) return op_step(sim, project, PROJECT_PUBLISH);
    if (dice < 760) return op_step(sim, project, PROJECT_PAUSE);
    if (dice < 860 && state == PROJECT_PAUSED) return op_step(sim, project, PROJECT_RESUME);
    if (dice < 900) return op_project_update(sim, project);
    if (dice < 902 && project == 0) return op_step(sim, project, PROJECT_COMPLETE);
    if (dice < 960) return op_credit(sim, sim_below(sim, SIM_REQUESTERS), 1 + sim_below(sim, 30000000));
    struct sim_op *op = op_decide(sim, project); /* somebody else's project */
    op->actor_id = sim->requesters[(project + 1) % SIM_REQUESTERS].id;
    return op;
}

int actors_next(struct sim *sim, struct sim_op *ops[SIM_GROUP_MAX]) {
    int count = 0, wanted = 1 + sim_below(sim, 90), regulars = sim->worker_count - SIM_FRESH;
    int first = sim_below(sim, regulars);
    /* A stretch of neighbours, so that nobody is asked twice; low numbers are at it more often. */
    if (sim_chance(sim, 600)) first = sim_below(sim, regulars / 10);
    for (int i = 0; i < wanted; i++) {
        struct sim_op *op = worker_next(sim, (first + i) % regulars);
        if (op) ops[count++] = op;
    }
    for (int i = sim_below(sim, 4); i > 0; i--) {
        struct sim_op *op = requester_next(sim);
        int at = sim_below(sim, count + 1);
        memmove(&ops[at + 1], &ops[at], sizeof *ops * (size_t)(count - at));
        ops[at] = op;
        count++;
    }
    return count;
}
