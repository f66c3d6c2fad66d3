/* The rules of review, gold, packs, verdicts and offers a second time; see model.c. */
#include <string.h>

#include "model_parts.h"

/* --- review --- */

static err apply_send_back(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct annotation_decide *args = &call->op->args.decide;
    int64_t count = 0, tired = 0, now = call->command.now_usec, day = DAY_SECONDS * INT64_C(1000000);
    if (call->op->actor_id != p->project.owner_id) return ERR_NOT_FOUND;
    if (p->project.state == PROJECT_COMPLETED) return ERR_BAD_STATE;
    for (int i = 0; i < p->task_count; i++)
        for (int j = 0; j < p->tasks[i].hold_count; j++) {
            struct sim_hold *h = &p->tasks[i].holds[j];
            bool named = false;
            for (size_t k = 0; k < args->count; k++) named = named || args->ids[k] == h->annotation_id;
            if (!named || !h->answered || h->answer != ANNOTATION_SUBMITTED) continue;
            if (h->rounds == SEND_BACK_MAX) {
                tired++;
                continue;
            }
            h->answer = ANNOTATION_SENT_BACK;
            h->rounds++;
            h->lease = LEASE_LIVE;
            h->packed = false;
            h->taken_usec = now;
            h->deadline_usec = now + (p->project.task_usec > day ? p->project.task_usec : day);
            if (h->gold_right >= 0) p->gold_answers--, p->gold_right -= h->gold_right;
            h->gold_right = -1;
            p->tasks[i].answers--, p->tasks[i].leases++;
            model_unsure(p, &p->tasks[i]);
            p->submitted--, p->sent_back++, p->held[h->worker]++;
            sim->workers[h->worker].person.earned -= p->project.price_micros;
            count++;
        }
    if (count == 0 && tired > 0) return ERR_BAD_STATE;
    ENSURE(sim, reply_number(call->command.reply, "decided") == count, "%lld sent back", (long long)count);
    return OK;
}

/* Answers wanted beyond those paid for: from the owner's account to the escrow; false when it is short. */
static bool more_paid(struct sim *sim, struct sim_project *p, int64_t answers) {
    int64_t cost = answers > 0 ? answers * p->project.price_micros : 0;
    if (model_owner(sim, p)->available < cost) return false;
    model_owner(sim, p)->available -= cost;
    p->escrow_available += cost;
    return true;
}

static err apply_task_more(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct task_more *args = &call->op->args.more;
    if (call->op->actor_id != p->project.owner_id || args->task_id < 1 || args->task_id > p->task_count)
        return ERR_NOT_FOUND;
    struct sim_task *t = &p->tasks[args->task_id - 1];
    if (p->project.state != PROJECT_LIVE && p->project.state != PROJECT_PAUSED) return ERR_BAD_STATE;
    if (!t->funded || t->retired) return ERR_BAD_STATE;
    int64_t wanted = model_wanted(p, t);
    if (wanted < t->answers + t->leases) wanted = t->answers + t->leases;
    wanted += args->more;
    if (!more_paid(sim, p, wanted - model_most(p, t))) return ERR_SHORT_BALANCE;
    t->own_wanted = wanted;
    model_unsure(p, t);
    return OK;
}

/* --- gold --- */

static bool repairs(const struct sim_hold *h, int gold) {
    return h->answered && h->answer == ANNOTATION_REJECTED && h->gold_right == 0 && (gold < 0 || h->value == gold);
}

static void judged_again(struct sim *sim, struct sim_project *p, struct sim_task *t, struct sim_hold *h, int gold) {
    bool repaired = repairs(h, gold);
    if (!h->answered || h->answer == ANNOTATION_SENT_BACK) return;
    if (h->gold_right >= 0) p->gold_answers--, p->gold_right -= h->gold_right;
    h->gold_right = gold < 0 ? -1 : h->value == gold;
    if (h->gold_right >= 0) p->gold_answers++, p->gold_right += h->gold_right;
    if (h->contest == 1 && h->gold_right != 0) h->contest = 2, p->contests--;
    if (!repaired) return;
    p->escrow_available -= p->project.price_micros;
    sim->workers[h->worker].person.available += p->project.price_micros;
    h->answer = ANNOTATION_APPROVED;
    h->lease = LEASE_ANSWERED;
    t->answers++;
    p->rejected--, p->approved++;
    sim->settled_approved++;
    sim->repaired++;
}

/* gold -1: none any more */
static err gold_change(struct sim *sim, struct sim_project *p, struct sim_task *t, int gold, int64_t more) {
    bool was = t->lane == LANE_GOLD, now = gold >= 0, closed = p->project.state == PROJECT_COMPLETED;
    if (!was && !now) return ERR_BAD_STATE;
    if ((t->retired || closed) && !was) return ERR_BAD_STATE;
    int64_t count = 0, before = model_most(p, t), wanted = before;
    for (int i = 0; i < t->hold_count; i++) count += repairs(&t->holds[i], gold);
    int64_t held = t->answers + t->leases + count, base = now ? p->gold_wanted : p->project.overlap;
    if (was == now)
        wanted = held > wanted ? held : wanted;
    else
        wanted = held + (closed ? 0 : more) > base ? held + (closed ? 0 : more) : base;
    if (!t->funded && was != now) wanted = 0;
    if (t->retired) wanted = held;
    int64_t paid = closed || t->retired ? count : t->funded && wanted > before ? wanted - before : 0;
    if (!more_paid(sim, p, paid)) return ERR_SHORT_BALANCE;
    for (int i = 0; i < t->hold_count; i++) judged_again(sim, p, t, &t->holds[i], gold);
    t->lane = now ? LANE_GOLD : was ? 0 : t->lane;
    t->gold = now ? gold : 0;
    if (!t->retired) p->gold_count += now - was;
    if (t->funded && !t->retired && (was != now || count > 0)) {
        t->own_wanted = wanted;
        p->spare_answers += paid - (model_most(p, t) - before);
        model_unsure(p, t);
    }
    model_sweep(sim, p);
    return OK;
}

static err apply_gold(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct gold_set *args = &call->op->args.gold;
    if (call->op->actor_id != p->project.owner_id || args->task_id < 1 || args->task_id > p->task_count)
        return ERR_NOT_FOUND;
    return gold_change(sim, p, &p->tasks[args->task_id - 1], call->op->value, args->more);
}

static err apply_contest(struct sim_project *p, const struct sim_call *call) {
    int64_t task = call->op->args.contest.task_id;
    struct sim_hold *h = model_hold(p, task, call->op->worker);
    if (!h || !h->answered || h->gold_right != 0) return ERR_NOT_FOUND;
    const struct sim_task *t = &p->tasks[task - 1];
    bool over = model_done(p, t) || t->retired || p->project.state == PROJECT_COMPLETED;
    if (h->answer != ANNOTATION_REJECTED && !(h->answer == ANNOTATION_APPROVED && over)) return ERR_NOT_FOUND;
    if (h->contest) return ERR_CONFLICT;
    h->contest = 1;
    p->contests++;
    return OK;
}

static err apply_contest_decide(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct contest_decide *args = &call->op->args.contest_decide;
    int64_t open = 0;
    if (call->op->actor_id != p->project.owner_id || args->task_id < 1 || args->task_id > p->task_count)
        return ERR_NOT_FOUND;
    struct sim_task *t = &p->tasks[args->task_id - 1];
    for (int i = 0; i < t->hold_count; i++) open += t->holds[i].contest == 1;
    if (open == 0) return ERR_NOT_FOUND;
    if (args->falls) TRY(gold_change(sim, p, t, call->op->value, 0));
    sim->fallen += args->falls;
    for (int i = 0; i < t->hold_count; i++)
        if (t->holds[i].contest == 1) t->holds[i].contest = 2, p->contests--;
    ENSURE(sim, reply_number(call->command.reply, "decided") == open, "%lld contests", (long long)open);
    return OK;
}

/* --- packs --- */

static err apply_pack_take(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct pack_take *args = &call->op->args.pack_take;
    int worker = call->op->worker, before = p->packed[worker], told = 0;
    int64_t now = call->command.now_usec, deadline;
    bool none = before == 0 && model_best_lane(p, worker) < 0;
    if (before == 0 && p->project.state == PROJECT_DRAFT) return ERR_NOT_FOUND;
    if (before == 0 && p->project.state != PROJECT_LIVE) return ERR_PROJECT_CLOSED;
    if (none || (before == 0 && p->offers > 0 && call->command.outcome == ERR_NO_WORK)) return ERR_NO_WORK;
    ENSURE(sim, call->command.outcome == OK, "no pack: %s", err_code(call->command.outcome));
    for (const char *at = call->command.reply; (at = strstr(at, "\"task\":")); at++, told++) {
        int64_t task = reply_number(at, "task");
        deadline = reply_number(at, "deadline_usec");
        struct sim_hold *h = told < before ? model_hold(p, task, worker) : NULL;
        if (told >= before) {
            model_lease_given(sim, p, worker, task, deadline, now, true);
            continue;
        }
        ENSURE(sim, h && h->lease == LEASE_LIVE && h->packed, "task %lld is not of the pack", (long long)task);
        if (h->deadline_usec <= now) h->deadline_usec = now + SIM_PACK_SECONDS * INT64_C(1000000);
        ENSURE(sim, h->deadline_usec == deadline, "time of task %lld in a pack", (long long)task);
    }
    int most = args->count < SIM_PACK_TASKS ? (int)args->count : SIM_PACK_TASKS;
    ENSURE(sim, told >= before && p->packed[worker] <= (before > most ? before : most), "%d of %d tasks", told, before);
    if (told < most)
        ENSURE(sim, p->offers > 0 || p->project.state != PROJECT_LIVE || model_best_lane(p, worker) < 0,
               "a pack of %d although there is more", told);
    return OK;
}

/* As if it had never been taken. */
static err apply_pack_return(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct pack_return *args = &call->op->args.pack_return;
    int worker = call->op->worker;
    int64_t count = 0;
    for (size_t i = 0; i < args->count; i++) {
        struct sim_hold *h = model_hold(p, args->ids[i], worker);
        if (!h || !h->packed || h->lease != LEASE_LIVE) continue;
        struct sim_task *t = &p->tasks[args->ids[i] - 1];
        model_lease_over(sim, p, t, h, LEASE_RETURNED);
        memmove(h, h + 1, sizeof *h * (size_t)(&t->holds[--t->hold_count] - h));
        p->seen[worker * SIM_TASKS_MAX + args->ids[i] - 1] = 0;
        count++;
    }
    ENSURE(sim, reply_number(call->command.reply, "returned") == count, "%lld returned", (long long)count);
    return OK;
}

/* --- several answers at once --- */

const char *reply_part(const char *reply, const struct sim_op *inner) {
    char name[60];
    snprintf(name, sizeof name, "{\"request_id\":\"request-%lld\",", (long long)inner->number);
    const char *at = strstr(reply, name);
    return at ? at + strlen(name) : NULL;
}

const char *reply_next(const char *reply) {
    static const char name[] = "],\"next\":";
    const char *at = strstr(reply, name), *last = at;
    while (at) last = at, at = strstr(at + 1, name);
    return last ? last + sizeof name - 1 : NULL;
}

/* Each as if it had come alone: its own outcome, its own receipt. */
static void apply_answer(struct sim *sim, struct sim_project *p, const struct sim_call *call, struct sim_op *inner) {
    const char *part = reply_part(call->command.reply, inner), *said;
    ENSURE(sim, part, "no word of request %lld in %s", (long long)inner->number, call->command.reply);
    const char *end = strstr(part, ",{\"request_id\":");
    if (!end) end = reply_next(call->command.reply) - strlen("],\"next\":");
    char *text = strndup(part, (size_t)(end - 1 - part)); /* without the brace that ends the item */
    struct problem problem = {0};
    struct sim_call one = {.op = inner, .command = call->command, .again = true};
    one.command.problem = &problem;
    one.command.reply = NULL;
    one.command.repeated = inner->answered;
    if (reply_number(text, "status") == 200) {
        said = strstr(text, "\"reply\":");
        ENSURE(sim, said, "no reply in %s", text);
        one.command.reply = said + strlen("\"reply\":");
    } else {
        char code[60], *detail;
        for (err e = OK; e < ERR_COUNT; e++) {
            snprintf(code, sizeof code, "\"code\":\"%s\"", err_code(e));
            if (strstr(text, code)) one.command.outcome = e;
        }
        ENSURE(sim, one.command.outcome != OK && (detail = strstr(text, "\"detail\":")), "no code in %s", text);
        snprintf(problem.detail, sizeof problem.detail, "%s", detail);
    }
    if (inner->answered)
        model_repeated(sim, &one);
    else
        model_told(sim, &one, model_submit(sim, p, &one));
    free(text);
}

static err apply_answers(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct work_answers *args = &call->op->args.answers;
    for (size_t i = 0; i < args->count; i++) apply_answer(sim, p, call, call->op->inner[i]);
    model_next_given(sim, p, call->op->worker, args->take_next, reply_next(call->command.reply),
                     call->command.now_usec);
    sim->sent_together += (int64_t)args->count;
    return OK;
}

/* --- verdicts: what changed since somebody looked is left as it is --- */

static err apply_weigh(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const struct weigh *args = &call->op->args.weigh;
    for (size_t i = 0; i < args->count; i++) {
        const struct weigh_row *row = &args->rows[i];
        struct sim_task *t = row->task_id <= p->task_count ? &p->tasks[row->task_id - 1] : NULL;
        if (!t || !model_weighing(p, t) || t->answers != row->answers) continue;
        if (row->more && p->project.state != PROJECT_COMPLETED)
            t->own_wanted = t->answers + 1, sim->asked_more++;
        else
            t->sure = true, sim->ended_early++;
    }
    return OK;
}

/* --- offers: who gets one and how long it lasts is not foretold; what they hold is looked up after each group --- */

static err apply_offer(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    const char *reply = call->command.reply;
    int worker = call->op->worker;
    if (call->command.outcome == ERR_OFFER_GONE) return ERR_OFFER_GONE;
    if (!call->op->args.offer.accept) return OK;
    ENSURE(sim, call->command.outcome == OK && reply, "an offer ends as %s", err_code(call->command.outcome));
    model_next_given(sim, p, worker, true, strstr(reply, "\"lease\""), call->command.now_usec);
    return OK;
}

err model_apply_more(struct sim *sim, struct sim_project *p, const struct sim_call *call) {
    switch (call->op->kind) {
    case SIM_SEND_BACK: return apply_send_back(sim, p, call);
    case SIM_TASK_MORE: return apply_task_more(sim, p, call);
    case SIM_GOLD: return apply_gold(sim, p, call);
    case SIM_CONTEST: return apply_contest(p, call);
    case SIM_CONTEST_DECIDE: return apply_contest_decide(sim, p, call);
    case SIM_PACK_TAKE: return apply_pack_take(sim, p, call);
    case SIM_PACK_RETURN: return apply_pack_return(sim, p, call);
    case SIM_WISH: return OK;
    case SIM_OFFER: return apply_offer(sim, p, call);
    case SIM_ANSWERS: return apply_answers(sim, p, call);
    case SIM_WEIGH: return apply_weigh(sim, p, call);
    default: return ERR_INTERNAL;
    }
}
