/* The rules a second time, as plainly as they can be written: no queue, no cursors, no batches. */
#include <string.h>

#include "model_parts.h"

/* --- small questions --- */

int64_t model_wanted(const struct sim_project *p, const struct sim_task *t) {
    if (t->retired) return t->answers + t->leases;
    int64_t least = p->project.overlap_rule == OVERLAP_FIXED ? p->project.overlap : p->project.overlap_min;
    int64_t wanted = t->lane == LANE_GOLD ? p->gold_wanted : least;
    return wanted > t->own_wanted ? wanted : t->own_wanted;
}

int64_t model_most(const struct sim_project *p, const struct sim_task *t) {
    int64_t wanted = model_wanted(p, t), most = t->lane == LANE_GOLD ? p->gold_wanted : p->project.overlap;
    return t->retired || wanted > most ? wanted : most;
}

static bool has_wanted(const struct sim_project *p, const struct sim_task *t) {
    return t->funded && !t->retired && model_wanted(p, t) > 0 && t->answers >= model_wanted(p, t);
}

bool model_weighing(const struct sim_project *p, const struct sim_task *t) {
    return has_wanted(p, t) && !t->sure && model_wanted(p, t) < model_most(p, t);
}

void model_unsure(const struct sim_project *p, struct sim_task *t) {
    if (t->answers < model_wanted(p, t)) t->sure = false;
}

bool model_open(const struct sim_project *p, const struct sim_task *t) {
    return t->funded && !t->retired && t->answers + t->leases < model_wanted(p, t);
}

bool model_done(const struct sim_project *p, const struct sim_task *t) {
    return has_wanted(p, t) && !model_weighing(p, t);
}

struct sim_hold *model_hold(const struct sim_project *p, int64_t task, int worker) {
    if (task < 1 || task > p->task_count) return NULL;
    struct sim_task *t = &p->tasks[task - 1];
    for (int i = 0; i < t->hold_count; i++)
        if (t->holds[i].worker == worker) return &t->holds[i];
    return NULL;
}

int64_t reply_number(const char *reply, const char *key) {
    char name[40];
    snprintf(name, sizeof name, "\"%s\":", key);
    const char *at = reply ? strstr(reply, name) : NULL;
    return at ? strtoll(at + strlen(name), NULL, 10) : -1;
}

static bool stands(const struct sim_hold *h) {
    return h->answered && (h->answer == ANNOTATION_SUBMITTED || h->answer == ANNOTATION_APPROVED);
}

int model_label(const struct sim_task *t, int *votes) {
    int count[SIM_VALUES] = {0}, best = -1;
    int64_t first[SIM_VALUES] = {0};
    for (int i = 0; i < t->hold_count; i++) {
        const struct sim_hold *h = &t->holds[i];
        if (!stands(h)) continue;
        if (count[h->value]++ == 0 || h->annotation_id < first[h->value]) first[h->value] = h->annotation_id;
    }
    for (int v = 0; v < SIM_VALUES; v++)
        if (count[v] && (best < 0 || count[v] > count[best] || (count[v] == count[best] && first[v] < first[best])))
            best = v;
    *votes = best < 0 ? 0 : count[best];
    return best;
}

struct sim_person *model_owner(struct sim *sim, const struct sim_project *p) {
    for (int i = 0; i < SIM_REQUESTERS; i++)
        if (sim->requesters[i].id == p->project.owner_id) return &sim->requesters[i];
    abort();
}

/* --- money --- */

static void pay_pend(struct sim *sim, struct sim_project *p, int worker) {
    ENSURE(sim, p->escrow_available >= p->project.price_micros, "escrow of project %lld does not cover a lease",
           (long long)p->project.id);
    p->escrow_available -= p->project.price_micros;
    p->escrow_pending += p->project.price_micros;
    sim->workers[worker].person.pending_in += p->project.price_micros;
}

static void pay_end(struct sim *sim, struct sim_project *p, const struct sim_task *t, int worker, bool post) {
    struct sim_person *person = &sim->workers[worker].person;
    bool open = p->project.state == PROJECT_LIVE || p->project.state == PROJECT_PAUSED;
    p->escrow_pending -= p->project.price_micros;
    person->pending_in -= p->project.price_micros;
    if (post)
        person->available += p->project.price_micros;
    else if (t->retired && open) /* nobody is asked in their place */
        model_owner(sim, p)->available += p->project.price_micros;
    else
        p->escrow_available += p->project.price_micros;
}

void model_sweep(struct sim *sim, struct sim_project *p) {
    if (p->project.state != PROJECT_COMPLETED) return;
    model_owner(sim, p)->available += p->escrow_available;
    p->escrow_available = 0;
}

/* --- leases --- */

static bool work_for(const struct sim_project *p, int task_index, int worker) {
    return model_open(p, &p->tasks[task_index]) && !p->seen[worker * SIM_TASKS_MAX + task_index];
}

/* The highest lane with a task for this worker; -1: none. Gold does not count. */
int model_best_lane(const struct sim_project *p, int worker) {
    int lane = -1;
    for (int i = 0; i < p->task_count; i++)
        if (p->tasks[i].lane != LANE_GOLD && p->tasks[i].lane > lane && work_for(p, i, worker)) lane = p->tasks[i].lane;
    return lane;
}

/* A new lease, as the reply says; task -1 = none was given. While work is held for others, there may be none. */
void model_lease_given(struct sim *sim, struct sim_project *p, int worker, int64_t task, int64_t deadline, int64_t now,
                       bool packed) {
    int lane = p->project.state == PROJECT_LIVE ? model_best_lane(p, worker) : -1;
    if (task < 0) {
        ENSURE(sim, lane < 0 || p->offers > 0, "worker %d got nothing although lane %d has a task for them", worker,
               lane);
        return;
    }
    ENSURE(sim, lane >= 0, "worker %d got task %lld of a project without work for them", worker, (long long)task);
    ENSURE(sim, task >= 1 && task <= p->task_count, "task %lld does not exist", (long long)task);
    struct sim_task *t = &p->tasks[task - 1];
    ENSURE(sim, packed || p->held[worker] == 0, "worker %d got task %lld and holds %d", worker, (long long)task,
           p->held[worker]);
    ENSURE(sim, !p->seen[worker * SIM_TASKS_MAX + task - 1], "worker %d sees task %lld twice", worker, (long long)task);
    ENSURE(sim, model_open(p, t), "task %lld is not open: %d answers, %d leases", (long long)task, t->answers,
           t->leases);
    ENSURE(sim, t->lane == LANE_GOLD || t->lane == lane, "task %lld of lane %d although lane %d waits", (long long)task,
           t->lane, lane);
    ENSURE(sim, deadline == now + (packed ? SIM_PACK_SECONDS * INT64_C(1000000) : p->project.task_usec),
           "deadline %lld", (long long)deadline);
    sim->gold_served += t->lane == LANE_GOLD;
    t->holds = mem_realloc(t->holds, sizeof *t->holds * (size_t)(t->hold_count + 1));
    t->holds[t->hold_count++] =
        (struct sim_hold){.worker = worker, .taken_usec = now, .deadline_usec = deadline, .packed = packed};
    t->leases++;
    p->seen[worker * SIM_TASKS_MAX + task - 1] = 1;
    (packed ? p->packed : p->held)[worker]++;
    p->workers += !p->served[worker];
    p->served[worker] = true;
    pay_pend(sim, p, worker);
}

/* A lease that a worker holds is given again, with new time when it was out of time. */
static void lease_again(struct sim *sim, struct sim_project *p, int worker, int64_t task, int64_t deadline,
                        int64_t now) {
    struct sim_hold *h = model_hold(p, task, worker);
    ENSURE(sim, h && h->lease == LEASE_LIVE && !h->packed, "worker %d holds another task and got %lld", worker,
           (long long)task);
    if (h->deadline_usec <= now) h->deadline_usec = now + p->project.task_usec;
    ENSURE(sim, deadline == h->deadline_usec, "worker %d got task %lld again until %lld", worker, (long long)task,
           (long long)deadline);
}

/* `next` of a reply. */
void model_next_given(struct sim *sim, struct sim_project *p, int worker, bool asked, const char *reply, int64_t now) {
    int64_t task = reply_number(reply, "task"), deadline = reply_number(reply, "deadline_usec");
    if (!asked)
        ENSURE(sim, task == -1, "a task came unasked");
    else if (p->held[worker])
        lease_again(sim, p, worker, task, deadline, now);
    else
        model_lease_given(sim, p, worker, task, deadline, now, false);
}

void model_lease_over(struct sim *sim, struct sim_project *p, struct sim_task *t, struct sim_hold *h,
                      enum lease_state state) {
    h->lease = state;
    t->leases--;
    (h->packed ? p->packed : p->held)[h->worker]--;
    if (h->answered) { /* sent back and not done again */
        h->answer = ANNOTATION_REJECTED;
        p->sent_back--;
        p->rejected++;
    }
    pay_end(sim, p, t, h->worker, false);
    model_sweep(sim, p);
}

/* --- each kind of call: what must come of it, and what it changes. Each returns the outcome that the rules want. ---
 */

static err apply_take(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    int worker = call->op->worker;
    const char *reply = call->command.reply;
    int64_t now = call->command.now_usec;
    if (p->held[worker]) {
        lease_again(sim, p, worker, reply_number(reply, "task"), reply_number(reply, "deadline_usec"), now);
        return OK;
    }
    if (p->project.state == PROJECT_DRAFT) return ERR_NOT_FOUND;
    if (p->project.state != PROJECT_LIVE) return ERR_PROJECT_CLOSED;
    if (model_best_lane(p, worker) < 0 || (call->command.outcome == ERR_NO_WORK && p->offers > 0)) return ERR_NO_WORK;
    ENSURE(sim, call->command.outcome == OK, "worker %d got %s although there is work", worker,
           err_code(call->command.outcome));
    model_next_given(sim, p, worker, true, reply, now);
    return OK;
}

err model_submit(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct work_submit *args = &call->op->args.submit;
    const char *reply = call->command.reply;
    int worker = call->op->worker;
    int64_t now = call->command.now_usec;
    struct sim_hold *h = model_hold(p, args->task_id, worker);
    if (!h || h->lease == LEASE_RETURNED) return ERR_NO_LEASE;
    if (h->lease == LEASE_ANSWERED) return ERR_ALREADY_ANSWERED;
    struct sim_task *t = &p->tasks[args->task_id - 1];
    bool late = h->lease == LEASE_EXPIRED;
    if (late && p->project.state == PROJECT_COMPLETED) return ERR_PROJECT_CLOSED;
    if (late && !model_open(p, t)) return ERR_TASK_FULL;
    ENSURE(sim, call->command.outcome == OK, "the answer was refused: %s", err_code(call->command.outcome));
    bool approved = p->project.approve_usec == 0;
    if (h->answered) { /* sent back: done again, in time or later */
        late ? p->rejected-- : p->sent_back--;
        sim->late_again += late;
    }
    if (late) {
        pay_pend(sim, p, worker);
        sim->late++;
    } else {
        t->leases--;
        (h->packed ? p->packed : p->held)[worker]--;
    }
    t->answers++;
    h->lease = LEASE_ANSWERED;
    h->answered = true;
    h->answer = approved ? ANNOTATION_APPROVED : ANNOTATION_SUBMITTED;
    h->value = call->op->value;
    h->gold_right = t->lane == LANE_GOLD ? call->op->value == t->gold : -1; /* by what is gold now */
    h->annotation_id = reply_number(reply, "annotation");
    h->created_usec = now;
    h->approves_usec = now + p->project.approve_usec;
    if (approved) {
        pay_end(sim, p, t, worker, true);
        p->approved++;
    } else {
        p->submitted++;
        sim->workers[worker].person.earned += p->project.price_micros;
    }
    if (h->gold_right >= 0) {
        p->gold_answers++;
        p->gold_right += h->gold_right;
    }
    sim->submits++;
    model_next_given(sim, p, worker, args->take_next, reply, now);
    ENSURE(sim, reply_number(reply, "price_micros") == p->project.price_micros, "price in %s", reply);
    ENSURE(sim, reply_number(reply, "pending_micros") == sim->workers[worker].person.earned, "pending in %s", reply);
    ENSURE(sim, strstr(reply, late ? "\"late\":true" : "\"late\":false"), "late in %s", reply);
    ENSURE(sim, strstr(reply, approved ? "\"approved\"" : "\"submitted\""), "state in %s", reply);
    return OK;
}

static err apply_give_back(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct work_give_back *args = &call->op->args.give_back;
    int worker = call->op->worker;
    struct sim_hold *h = model_hold(p, args->task_id, worker);
    if (!h || h->lease != LEASE_LIVE) return ERR_NO_LEASE;
    struct sim_task *t = &p->tasks[args->task_id - 1];
    if (args->why == GIVE_REPORT) {
        t->reports++;
        p->reports++;
    }
    model_lease_over(sim, p, t, h, LEASE_RETURNED);
    model_next_given(sim, p, worker, args->take_next, call->command.reply, call->command.now_usec);
    return OK;
}

static err apply_heartbeat(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    struct sim_hold *h = model_hold(p, call->op->args.heartbeat.task_id, call->op->worker);
    if (!h || h->lease != LEASE_LIVE) return ERR_NO_LEASE;
    int64_t deadline = call->command.now_usec + p->project.task_usec, last = h->taken_usec + 3 * p->project.task_usec;
    if (deadline > last) deadline = last;
    if (deadline > h->deadline_usec) h->deadline_usec = deadline;
    ENSURE(sim, reply_number(call->command.reply, "deadline_usec") == h->deadline_usec, "deadline after a heartbeat");
    return OK;
}

static void settle(struct sim *sim, struct sim_project *p, struct sim_task *t, struct sim_hold *h, bool approve) {
    h->answer = approve ? ANNOTATION_APPROVED : ANNOTATION_REJECTED;
    p->submitted--;
    sim->workers[h->worker].person.earned -= p->project.price_micros;
    pay_end(sim, p, t, h->worker, approve);
    if (approve) {
        p->approved++;
        sim->settled_approved++;
        return;
    }
    p->rejected++;
    t->answers--;
    model_unsure(p, t);
    sim->settled_rejected++;
    model_sweep(sim, p);
}

static err apply_decide(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct annotation_decide *args = &call->op->args.decide;
    if (call->op->actor_id != p->project.owner_id) return ERR_NOT_FOUND;
    int64_t count = 0;
    for (int i = 0; i < p->task_count; i++)
        for (int j = 0; j < p->tasks[i].hold_count; j++) {
            struct sim_hold *h = &p->tasks[i].holds[j];
            if (!h->answered || h->answer != ANNOTATION_SUBMITTED) continue;
            for (size_t k = 0; k < args->count; k++)
                if (args->ids[k] == h->annotation_id) {
                    settle(sim, p, &p->tasks[i], h, args->approve);
                    count++;
                    break;
                }
        }
    ENSURE(sim, reply_number(call->command.reply, "decided") == count, "%lld decided, not %s", (long long)count,
           call->command.reply ? call->command.reply : "-");
    return OK;
}

static err apply_task_update(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct task_update *args = &call->op->args.task_update;
    if (call->op->actor_id != p->project.owner_id || args->task_id < 1 || args->task_id > p->task_count)
        return ERR_NOT_FOUND;
    struct sim_task *t = &p->tasks[args->task_id - 1];
    if (args->retire && (t->retired || model_done(p, t))) return ERR_BAD_STATE;
    if (args->has_priority && t->lane == LANE_GOLD) return ERR_BAD_STATE;
    if (args->has_priority) t->lane = (int)args->priority;
    if (!args->retire) return OK;
    int64_t left = (model_most(p, t) - t->answers - t->leases) * p->project.price_micros;
    if (t->funded && left > 0 && (p->project.state == PROJECT_LIVE || p->project.state == PROJECT_PAUSED)) {
        p->escrow_available -= left;
        model_owner(sim, p)->available += left;
    }
    t->retired = true;
    p->gold_count -= t->lane == LANE_GOLD;
    return OK;
}

static err apply_task_add(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct task_add *args = &call->op->args.task_add;
    if (call->op->actor_id != p->project.owner_id) return ERR_NOT_FOUND;
    if (p->project.state == PROJECT_COMPLETED) return ERR_BAD_STATE;
    int64_t added = 0;
    for (size_t i = 0; i < args->count; i++) {
        const struct task_row *row = &args->rows[i];
        int number = atoi(row->external_id);
        if (p->known[number]) continue;
        p->known[number] = true;
        p->tasks[p->task_count++] = (struct sim_task){.lane = row->gold ? LANE_GOLD : row->priority};
        p->gold_count += row->gold != NULL;
        added++;
    }
    ENSURE(sim, reply_number(call->command.reply, "added") == added, "%lld added, not %s", (long long)added,
           call->command.reply ? call->command.reply : "-");
    ENSURE(sim, reply_number(call->command.reply, "repeated") == (int64_t)args->count - added, "repeated");
    return OK;
}

static int64_t divide_up(int64_t a, int64_t b) { return (a + b - 1) / b; }

/* Gold is gold_permille of all answers, rounded up to whole answers and to the same number for each gold task. */
static int64_t gold_wanted(const struct sim_project *p) {
    if (p->gold_count == 0) return 0;
    int64_t normal = 0;
    for (int i = 0; i < p->task_count; i++) normal += p->tasks[i].lane != LANE_GOLD && !p->tasks[i].retired;
    int64_t answers = normal * p->project.overlap, permille = p->project.gold_permille;
    int64_t wanted = divide_up(divide_up(answers * permille, 1000 - permille), p->gold_count);
    return wanted > p->gold_wanted ? wanted : p->gold_wanted;
}

/* Answers wanted of all tasks once gold tasks want so many, less those wanted now. */
static int64_t wanted_rises(const struct sim_project *p, int64_t gold) {
    int64_t sum = 0;
    for (int i = 0; i < p->task_count; i++) {
        const struct sim_task *t = &p->tasks[i];
        if (t->retired) continue;
        int64_t most = t->lane == LANE_GOLD && gold > t->own_wanted ? gold : model_most(p, t);
        sum += most - (t->funded ? model_most(p, t) : 0);
    }
    return sum;
}

/* The pay of all answers that are wanted now and were not before goes from the owner to the escrow. */
static err publish(struct sim *sim, struct sim_project *p, const struct sim_call *call, enum project_state to) {
    int64_t wanted = gold_wanted(p), answers = 0, news = 0;
    for (int i = 0; i < p->task_count; i++) {
        const struct sim_task *t = &p->tasks[i];
        bool gold = t->lane == LANE_GOLD;
        if (t->retired) continue;
        news += !t->funded;
        if (gold)
            answers += t->funded ? wanted - p->gold_wanted : wanted;
        else if (!t->funded)
            answers += p->project.overlap;
    }
    if (news == 0) return ERR_NO_TASKS;
    int64_t cost = answers * p->project.price_micros;
    struct sim_person *person = model_owner(sim, p);
    if (person->available < cost) {
        ENSURE(sim,
               call->command.outcome == ERR_SHORT_BALANCE &&
                   call->command.problem->missing_micros == cost - person->available,
               "missing %lld, not %lld", (long long)(cost - person->available), call->command.problem->missing_micros);
        return ERR_SHORT_BALANCE;
    }
    person->available -= cost;
    p->escrow_available += cost;
    p->spare_answers += answers - wanted_rises(p, wanted);
    p->gold_wanted = wanted;
    for (int i = 0; i < p->task_count; i++)
        if (!p->tasks[i].retired) p->tasks[i].funded = true;
    p->project.state = to;
    return OK;
}

static err apply_step(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    if (call->op->actor_id != p->project.owner_id) return ERR_NOT_FOUND;
    enum project_state state = p->project.state;
    switch (call->op->args.step.step) {
    case PROJECT_PUBLISH:
        if (state == PROJECT_COMPLETED) return ERR_BAD_STATE;
        return publish(sim, p, call, state == PROJECT_DRAFT ? PROJECT_LIVE : state);
    case PROJECT_PAUSE:
        if (state != PROJECT_LIVE) return ERR_BAD_STATE;
        p->project.state = PROJECT_PAUSED;
        return OK;
    case PROJECT_RESUME:
        if (state != PROJECT_PAUSED) return ERR_BAD_STATE;
        p->project.state = PROJECT_LIVE;
        return OK;
    case PROJECT_COMPLETE:
        if (state != PROJECT_LIVE && state != PROJECT_PAUSED) return ERR_BAD_STATE;
        p->project.state = PROJECT_COMPLETED;
        model_sweep(sim, p);
        return OK;
    }
    return ERR_INTERNAL;
}

static err apply_project_update(struct sim_project *p, const struct sim_call *call) {
    const struct project_fields *f = &call->op->args.update.fields;
    if (call->op->actor_id != p->project.owner_id) return ERR_NOT_FOUND;
    if (p->project.state == PROJECT_COMPLETED) return ERR_BAD_STATE;
    if (p->project.state != PROJECT_DRAFT && f->has_price) return ERR_NOT_DRAFT;
    if (f->has_price) p->project.price_micros = f->price_micros;
    if (f->has_task_seconds) p->project.task_usec = f->task_seconds * 1000000;
    if (f->has_approve_seconds) p->project.approve_usec = f->approve_seconds * 1000000;
    return OK;
}

static err apply_credit(struct sim *sim, const struct sim_call *call) {
    const struct person_credit *args = &call->op->args.credit;
    for (int i = 0; i < SIM_REQUESTERS; i++)
        if (sim->requesters[i].id == args->id) sim->requesters[i].available += args->amount_micros;
    sim->source_out += args->amount_micros;
    return OK;
}

static err apply_kind(struct sim *sim, const struct sim_call *call) {
    struct sim_project *p = &sim->projects[call->op->project];
    switch (call->op->kind) {
    case SIM_TAKE: return apply_take(sim, p, call);
    case SIM_SUBMIT: return model_submit(sim, p, call);
    case SIM_GIVE_BACK: return apply_give_back(sim, p, call);
    case SIM_HEARTBEAT: return apply_heartbeat(sim, p, call);
    case SIM_DECIDE: return apply_decide(sim, p, call);
    case SIM_TASK_UPDATE: return apply_task_update(sim, p, call);
    case SIM_TASK_ADD: return apply_task_add(sim, p, call);
    case SIM_STEP: return apply_step(sim, p, call);
    case SIM_PROJECT_UPDATE: return apply_project_update(p, call);
    case SIM_CREDIT: return apply_credit(sim, call);
    default: return model_apply_more(sim, p, call);
    }
}

/* --- the calls --- */

/* The same request again: the same reply, and nothing happened. */
void model_repeated(struct sim *sim, const struct sim_call *call) {
    const struct sim_op *op = call->op;
    const struct command *c = &call->command;
    if (call->wrong_hash) {
        ENSURE(sim, c->outcome == ERR_REQUEST_ID_REUSED, "the request id was taken for another request: %s",
               err_code(c->outcome));
        return;
    }
    ENSURE(sim, c->repeated, "request %lld was run twice", (long long)op->number);
    ENSURE(sim, c->outcome == op->outcome, "request %lld ended as %s and then as %s", (long long)op->number,
           err_code(op->outcome), err_code(c->outcome));
    if (op->outcome == OK)
        ENSURE(sim, strcmp(op->reply, c->reply ? c->reply : "{}") == 0, "request %lld: %s, then %s",
               (long long)op->number, op->reply, c->reply);
    else
        ENSURE(sim, strcmp(op->detail, c->problem->detail) == 0, "request %lld: \"%s\", then \"%s\"",
               (long long)op->number, op->detail, c->problem->detail);
    sim->repeats++;
}

void model_apply(struct sim *sim, const struct sim_call *call) {
    struct sim_op *op = call->op;
    const struct command *c = &call->command;
    ENSURE(sim, !err_is_fault(c->outcome), "a fault reached the client: %s", err_code(c->outcome));
    if (op->answered) {
        model_repeated(sim, call);
        return;
    }
    ENSURE(sim, call->again || !c->repeated, "request %lld is new and was answered as a repeat", (long long)op->number);
    model_told(sim, call, apply_kind(sim, call));
}

void model_told(struct sim *sim, const struct sim_call *call, err wanted) {
    struct sim_op *op = call->op;
    const struct command *c = &call->command;
    ENSURE(sim, c->outcome == wanted, "request %lld of kind %d: %s, the rules say %s (%s)", (long long)op->number,
           op->kind, err_code(c->outcome), err_code(wanted), c->problem->detail);
    op->answered = true;
    op->outcome = c->outcome;
    if (c->outcome == OK) op->reply = mem_copy(c->reply ? c->reply : "{}");
    memcpy(op->detail, c->problem->detail, sizeof op->detail);
    sim->receipts++;
    (c->outcome == OK ? sim->happened : sim->refused)[op->kind]++;
}

void model_tick(struct sim *sim, int64_t now_usec) {
    for (int i = 0; i < SIM_PROJECTS; i++) {
        struct sim_project *p = &sim->projects[i];
        for (int j = 0; j < p->task_count; j++)
            for (int k = 0; k < p->tasks[j].hold_count; k++) {
                struct sim_hold *h = &p->tasks[j].holds[k];
                if (h->lease == LEASE_LIVE && h->deadline_usec <= now_usec)
                    model_lease_over(sim, p, &p->tasks[j], h, LEASE_EXPIRED);
                if (h->answered && h->answer == ANNOTATION_SUBMITTED && h->approves_usec <= now_usec)
                    settle(sim, p, &p->tasks[j], h, true);
            }
    }
}

void model_init(struct sim *sim) {
    for (int i = 0; i < SIM_PROJECTS; i++) {
        struct sim_project *p = &sim->projects[i];
        p->tasks = mem_alloc(sizeof *p->tasks * SIM_TASKS_MAX);
        p->seen = mem_alloc((size_t)sim->worker_count * SIM_TASKS_MAX);
        p->held = mem_alloc(sizeof *p->held * (size_t)sim->worker_count);
        p->packed = mem_alloc(sizeof *p->packed * (size_t)sim->worker_count);
        p->served = mem_alloc(sizeof *p->served * (size_t)sim->worker_count);
    }
}

void model_free(struct sim *sim) {
    for (int i = 0; i < SIM_PROJECTS; i++) {
        struct sim_project *p = &sim->projects[i];
        for (int j = 0; j < p->task_count; j++) free(p->tasks[j].holds);
        free(p->tasks);
        free(p->seen);
        free(p->held);
        free(p->packed);
        free(p->served);
    }
}
