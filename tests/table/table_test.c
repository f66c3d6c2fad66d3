/* Applies the tables of this folder to the rules of src/domain: table_test FILE ... One TAP test per case; the README
 * and the head of each table say what its lines mean. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/dispatch.h"
#include "domain/ledger.h"
#include "domain/work.h"

enum { LINE_BYTES = 400, WORDS_MAX = 24, NAMES_MAX = 12, SECOND = 1000000 };

/* The case being run. */
struct table {
    const char *file;
    int line, tests, failed;
    char title[LINE_BYTES];
    bool begun, broken;

    /* ledger */
    struct {
        char name[40];
        struct account account;
    } accounts[NAMES_MAX];
    int account_count;

    /* lease */
    struct {
        char name[40];
        struct lease lease;
    } workers[NAMES_MAX];
    int worker_count;
    struct task task;
    enum project_state project;

    /* dispatch */
    char candidate_names[NAMES_MAX][40];
    struct dispatch_worker candidates[NAMES_MAX];
    int candidate_count;
};

static void wrong(struct table *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void wrong(struct table *t, const char *format, ...) {
    va_list args;
    va_start(args, format);
    printf("# %s:%d: ", t->file, t->line);
    vprintf(format, args);
    putchar('\n');
    va_end(args);
    t->broken = true;
}

static void case_end(struct table *t) {
    if (!t->begun) return;
    t->failed += t->broken;
    printf("%s %d - %s\n", t->broken ? "not ok" : "ok", ++t->tests, t->title);
    fflush(stdout);
}

static void case_begin(struct table *t, const char *title) {
    case_end(t);
    snprintf(t->title, sizeof t->title, "%s", title);
    t->begun = true;
    t->broken = false;
    t->account_count = t->worker_count = t->candidate_count = 0;
    t->task = (struct task){0};
    t->project = PROJECT_LIVE;
}

/* --- words --- */

struct words {
    const char *word[WORDS_MAX];
    int count;
};

static const char *word(const struct words *w, int i) { return i < w->count ? w->word[i] : ""; }

static bool is(const struct words *w, int i, const char *text) { return strcmp(word(w, i), text) == 0; }

/* Where the words after "=>" begin; count when there is none. */
static int result_at(const struct words *w) {
    int i = 0;
    while (i < w->count && strcmp(w->word[i], "=>") != 0) i++;
    return i < w->count ? i + 1 : i;
}

static int64_t number(struct table *t, const char *text) {
    char *end;
    long long value = strtoll(text, &end, 10);
    if (!*text || *end) wrong(t, "\"%s\" is no whole number", text);
    return value;
}

/* "-1.25" as micro-units */
static int64_t money(struct table *t, const char *text) {
    bool negative = *text == '-';
    char *end;
    long long units = strtoll(text + negative, &end, 10), fraction = 0;
    int digits = 0;
    if (*end == '.')
        for (end++; *end >= '0' && *end <= '9' && digits < 6; end++, digits++) fraction = fraction * 10 + (*end - '0');
    for (; digits < 6; digits++) fraction *= 10;
    if (!*text || *end) wrong(t, "\"%s\" is no amount", text);
    int64_t micros = units * 1000000 + fraction;
    return negative ? -micros : micros;
}

static void same(struct table *t, const char *what, int64_t got, int64_t wanted) {
    if (got != wanted) wrong(t, "%s is %lld and should be %lld", what, (long long)got, (long long)wanted);
}

/* --- ledger --- */

static struct account *account(struct table *t, const char *name) {
    for (int i = 0; i < t->account_count; i++)
        if (strcmp(t->accounts[i].name, name) == 0) return &t->accounts[i].account;
    wrong(t, "there is no account \"%s\"", name);
    return NULL;
}

static void account_add(struct table *t, const struct words *w) {
    if (t->account_count == NAMES_MAX) {
        wrong(t, "too many accounts");
        return;
    }
    int64_t amount = money(t, word(w, 3));
    struct account *a = &t->accounts[t->account_count].account;
    snprintf(t->accounts[t->account_count++].name, sizeof t->accounts[0].name, "%s", word(w, 1));
    *a = (struct account){.id = t->account_count, .credits_posted = amount};
    if (is(w, 2, "source"))
        a->kind = ACCOUNT_SOURCE;
    else if (is(w, 2, "person"))
        a->kind = ACCOUNT_PERSON;
    else if (is(w, 2, "escrow"))
        a->kind = ACCOUNT_ESCROW;
    else
        wrong(t, "\"%s\" is no kind of account", word(w, 2));
}

static void sums(const struct table *t, int64_t *posted, int64_t *pending) {
    *posted = *pending = 0;
    for (int i = 0; i < t->account_count; i++) {
        const struct account *a = &t->accounts[i].account;
        *posted += a->credits_posted - a->debits_posted;
        *pending += a->credits_pending - a->debits_pending;
    }
}

static bool account_same(const struct account *a, const struct account *b) {
    return a->debits_posted == b->debits_posted && a->credits_posted == b->credits_posted &&
           a->debits_pending == b->debits_pending && a->credits_pending == b->credits_pending;
}

static void transfer(struct table *t, const struct words *w) {
    struct account *from = account(t, word(w, 1)), *to = account(t, word(w, 2));
    if (!from || !to) return;
    int64_t amount = money(t, word(w, 3)), posted[2], pending[2];
    struct account before[2] = {*from, *to};
    struct problem p = {0};
    err e = OK, wanted = is(w, 4, "short") ? ERR_SHORT_BALANCE : is(w, 4, "invalid") ? ERR_INVALID : OK;
    sums(t, &posted[0], &pending[0]);
    if (is(w, 0, "post"))
        e = ledger_post(from, to, amount, &p);
    else if (is(w, 0, "pend"))
        e = ledger_pend(from, to, amount, &p);
    else
        (is(w, 0, "settle") ? ledger_settle : ledger_void)(from, to, amount);
    sums(t, &posted[1], &pending[1]);
    if (e != wanted) wrong(t, "the step gave \"%s\" and not \"%s\"", err_code(e), err_code(wanted));
    if (wanted == ERR_SHORT_BALANCE) same(t, "what is missing", p.missing_micros, money(t, word(w, 5)));
    if (e != OK && !(account_same(&before[0], from) && account_same(&before[1], to)))
        wrong(t, "a refused step has changed an account");
    same(t, "the sum over all accounts", posted[1], posted[0]);
    same(t, "the sum of what is set aside", pending[1], 0);
}

static void balance(struct table *t, const struct words *w) {
    const struct account *a = account(t, word(w, 1));
    if (!a) return;
    same(t, "what can leave the account", account_available(a), money(t, word(w, 2)));
    if (!is(w, 3, "out") || !is(w, 5, "in")) wrong(t, "write: then NAME MONEY out MONEY in MONEY");
    same(t, "what is set aside to leave", a->debits_pending, money(t, word(w, 4)));
    same(t, "what is set aside to come in", a->credits_pending, money(t, word(w, 6)));
}

static bool ledger_line(struct table *t, const struct words *w) {
    if (is(w, 0, "has"))
        account_add(t, w);
    else if (is(w, 0, "post") || is(w, 0, "pend") || is(w, 0, "settle") || is(w, 0, "void"))
        transfer(t, w);
    else if (is(w, 0, "then"))
        balance(t, w);
    else
        return false;
    return true;
}

/* --- leases --- */

static struct lease *lease_of(struct table *t, const char *name) {
    for (int i = 0; i < t->worker_count; i++)
        if (strcmp(t->workers[i].name, name) == 0) return &t->workers[i].lease;
    return NULL;
}

static void outcome_check(struct table *t, const struct words *w, err e, bool late, bool reopened) {
    static const char *const states[] = {"unfunded", "open", "done", "retired", "full"};
    int at = result_at(w);
    if (is(w, at, "refused")) {
        if (e == OK || strcmp(err_code(e), word(w, at + 1)) != 0)
            wrong(t, "the step gave \"%s\" and should be refused with \"%s\"", err_code(e), word(w, at + 1));
        return;
    }
    if (e != OK) {
        wrong(t, "the step was refused with \"%s\"", err_code(e));
        return;
    }
    if (!is(w, at, states[t->task.state]))
        wrong(t, "the task is %s and should be %s", states[t->task.state], word(w, at));
    same(t, "answers", t->task.answers, number(t, word(w, at + 1)));
    same(t, "workers who hold it", t->task.leases, number(t, word(w, at + 2)));
    bool wants_late = false, wants_reopened = false;
    for (int i = at + 3; i < w->count; i++) {
        wants_late = wants_late || is(w, i, "late");
        wants_reopened = wants_reopened || is(w, i, "reopened");
    }
    same(t, "late", late, wants_late);
    same(t, "reopened", reopened, wants_reopened);
}

/* What core/work_cmd.c asks of the store before: an open task that this worker never had, of a live project. */
static err take(struct table *t, const char *name) {
    if (t->project != PROJECT_LIVE || t->task.state != TASK_OPEN || lease_of(t, name)) return ERR_NO_WORK;
    assert(t->worker_count < NAMES_MAX);
    snprintf(t->workers[t->worker_count].name, sizeof t->workers[0].name, "%s", name);
    t->workers[t->worker_count++].lease = (struct lease){.state = LEASE_LIVE};
    task_lease_add(&t->task);
    return OK;
}

static err answer(struct table *t, const char *name, bool *late) {
    struct lease *lease = lease_of(t, name);
    struct submit_facts facts = {.project = t->project, .lease = lease, .task = &t->task};
    bool done;
    TRY(submit_decide(&facts, late, NULL));
    lease->state = LEASE_ANSWERED;
    task_answer_add(&t->task, *late, &done);
    return OK;
}

static err give_back(struct table *t, const char *name, enum lease_state to, bool *reopened) {
    struct lease *lease = lease_of(t, name);
    if (!lease || lease->state != LEASE_LIVE) return ERR_NO_LEASE;
    lease->state = to;
    task_lease_drop(&t->task, reopened);
    return OK;
}

static void work_step(struct table *t, const struct words *w) {
    bool late = false, reopened = false, undone;
    err e = OK;
    if (is(w, 0, "take"))
        e = take(t, word(w, 1));
    else if (is(w, 0, "answer"))
        e = answer(t, word(w, 1), &late);
    else if (is(w, 0, "return") || is(w, 0, "expire"))
        e = give_back(t, word(w, 1), is(w, 0, "return") ? LEASE_RETURNED : LEASE_EXPIRED, &reopened);
    else if (is(w, 0, "reject"))
        task_answer_drop(&t->task, &reopened, &undone);
    else
        task_retire(&t->task);
    outcome_check(t, w, e, late, reopened);
    if (t->task.state != TASK_RETIRED && t->task.answers + t->task.leases > t->task.wanted)
        wrong(t, "more answers and workers than are wanted");
}

static void project_set(struct table *t, const char *text) {
    for (enum project_state state = PROJECT_DRAFT; state <= PROJECT_COMPLETED; state++)
        if (strcmp(project_state_word(state), text) == 0) {
            t->project = state;
            return;
        }
    wrong(t, "\"%s\" is no state of a project", text);
}

static void heartbeat(struct table *t, const struct words *w) {
    struct lease lease = {.state = LEASE_LIVE,
                          .taken_usec = number(t, word(w, 1)) * SECOND,
                          .deadline_usec = number(t, word(w, 3)) * SECOND};
    int64_t deadline = lease_prolonged(&lease, number(t, word(w, 2)) * SECOND, number(t, word(w, 4)) * SECOND);
    same(t, "the deadline", deadline, number(t, word(w, result_at(w))) * SECOND);
}

static bool lease_line(struct table *t, const struct words *w) {
    if (is(w, 0, "wanted"))
        t->task = (struct task){.state = TASK_OPEN, .wanted = number(t, word(w, 1))};
    else if (is(w, 0, "take") || is(w, 0, "answer") || is(w, 0, "return") || is(w, 0, "expire") || is(w, 0, "reject") ||
             is(w, 0, "retire"))
        work_step(t, w);
    else if (is(w, 0, "project"))
        project_set(t, word(w, 1));
    else if (is(w, 0, "beat"))
        heartbeat(t, w);
    else if (is(w, 0, "took"))
        same(t, "the time", work_usec(number(t, word(w, 1)) * SECOND, SECOND, (1 + number(t, word(w, 2))) * SECOND),
             number(t, word(w, result_at(w))) * SECOND);
    else if (is(w, 0, "hour"))
        same(t, "pay per hour", pay_per_hour(money(t, word(w, 1)), number(t, word(w, 2)) * SECOND),
             money(t, word(w, result_at(w))));
    else
        return false;
    return true;
}

/* --- quotes and states --- */

static void quote_check(struct table *t, const struct words *w) {
    if (!is(w, 6, "/")) wrong(t, "write: quote TASKS GOLD OVERLAP PRICE SHARE / FUNDED FUNDED-GOLD GOLD-WANTED => ...");
    struct project project = {.overlap = (int)number(t, word(w, 3)),
                              .price_micros = money(t, word(w, 4)),
                              .gold_permille = (int)number(t, word(w, 5))};
    struct project_count count = {.tasks = number(t, word(w, 1)),
                                  .gold_tasks = number(t, word(w, 2)),
                                  .funded = number(t, word(w, 7)),
                                  .funded_gold = number(t, word(w, 8)),
                                  .gold_wanted = number(t, word(w, 9))};
    struct project_quote quote;
    int at = result_at(w);
    err e = project_quote(&project, &count, &quote, NULL);
    if (is(w, at, "refused") || e != OK) {
        if (!is(w, at, "refused") || strcmp(err_code(e), word(w, at + 1)) != 0)
            wrong(t, "the quote gave \"%s\"", err_code(e));
        return;
    }
    same(t, "tasks to pay for", quote.tasks, number(t, word(w, at)));
    same(t, "answers", quote.answers, number(t, word(w, at + 1)));
    same(t, "answers of gold", quote.gold_answers, number(t, word(w, at + 2)));
    same(t, "answers of each gold task", quote.gold_wanted, number(t, word(w, at + 3)));
    same(t, "cost", quote.cost_micros, money(t, word(w, at + 4)));
}

static void state_step(struct table *t, const struct words *w) {
    static const char *const steps[] = {"publish", "pause", "resume", "complete"};
    int step = 0, at = result_at(w);
    while (step < 4 && !is(w, 2, steps[step])) step++;
    if (step == 4) {
        wrong(t, "\"%s\" is no step", word(w, 2));
        return;
    }
    project_set(t, word(w, 1));
    enum project_state to;
    err e = project_step(t->project, (enum project_step)step, &to, NULL);
    const char *got = e == OK ? project_state_word(to) : err_code(e);
    const char *wanted = is(w, at, "refused") ? word(w, at + 1) : word(w, at);
    if (strcmp(got, wanted) != 0) wrong(t, "it leads to \"%s\" and should lead to \"%s\"", got, wanted);
}

static bool quote_line(struct table *t, const struct words *w) {
    if (is(w, 0, "quote"))
        quote_check(t, w);
    else if (is(w, 0, "step"))
        state_step(t, w);
    else
        return false;
    return true;
}

/* --- dispatch --- */

static struct dispatch_worker *candidate(struct table *t, const char *name, bool make) {
    for (int i = 0; i < t->candidate_count; i++)
        if (strcmp(t->candidate_names[i], name) == 0) return &t->candidates[i];
    if (!make || t->candidate_count == NAMES_MAX) {
        wrong(t, "there is no worker \"%s\"", name);
        return NULL;
    }
    snprintf(t->candidate_names[t->candidate_count], sizeof t->candidate_names[0], "%s", name);
    struct dispatch_worker *w = &t->candidates[t->candidate_count++];
    *w = (struct dispatch_worker){.id = t->candidate_count, .wished_minutes = 60, .cap = 1000, .skill = 0.9};
    return w;
}

/* worker NAME then pairs of a word and its value, or a word alone */
static void candidate_add(struct table *t, const struct words *w) {
    struct dispatch_worker *one = candidate(t, word(w, 1), true);
    for (int i = 2; one && i < w->count; i++) {
        if (is(w, i, "away"))
            one->away = true;
        else if (is(w, i, "member"))
            one->member = true;
        else if (is(w, i, "earned"))
            one->earned_micros = money(t, word(w, ++i));
        else if (is(w, i, "wishes"))
            one->wished_minutes = number(t, word(w, ++i)) * 60;
        else if (is(w, i, "waits"))
            one->waiting_usec = -number(t, word(w, ++i));
        else if (is(w, i, "ready"))
            one->ready_usec = number(t, word(w, ++i)) * SECOND;
        else if (is(w, i, "most"))
            one->cap = (int32_t)number(t, word(w, ++i));
        else if (is(w, i, "right"))
            one->skill = (double)number(t, word(w, ++i)) / 100;
        else
            wrong(t, "\"%s\" says nothing of a worker", word(w, i));
    }
}

/* share RULE TASKS PIECE PRICE AWAY-MOST => NAME TASKS ... */
static void share_check(struct table *t, const struct words *w) {
    struct dispatch_order order = {.tasks = number(t, word(w, 2)),
                                   .piece = (int32_t)number(t, word(w, 3)),
                                   .price_micros = money(t, word(w, 4)),
                                   .away_max = number(t, word(w, 5)),
                                   .seed = 1};
    while (order.rule < DISPATCH_RULES && !is(w, 1, dispatch_rule_word(order.rule))) order.rule++;
    if (order.rule == DISPATCH_RULES) {
        wrong(t, "\"%s\" is no rule", word(w, 1));
        return;
    }
    uint32_t heap[NAMES_MAX];
    int64_t given = dispatch_share(&order, t->candidates, (size_t)t->candidate_count, heap), sum = 0;
    for (int i = result_at(w); i + 1 < w->count; i += 2) {
        const struct dispatch_worker *one = candidate(t, word(w, i), false);
        if (one) same(t, word(w, i), one->given, number(t, word(w, i + 1)));
        sum += number(t, word(w, i + 1));
    }
    same(t, "all that is given", given, sum);
}

static int64_t clock_minute(struct table *t, const char *text) {
    int hours, minutes;
    if (sscanf(text, "%d:%d", &hours, &minutes) == 2) return hours * 60 + minutes;
    wrong(t, "\"%s\" is no time of day", text);
    return 0;
}

/* hold online|away LINK-MSEC FROM TO OFFSET-HOURS NOW [READY] => END; quiet FROM TO OFFSET-HOURS A B => MINUTES: times
 * of day, the end may lie on the next */
static void times_check(struct table *t, const struct words *w) {
    enum { DAY = 1440 };
    bool hold = is(w, 0, "hold");
    int at = hold ? 3 : 1;
    struct worker_times times = {.online = is(w, 1, "online"),
                                 .link_usec = hold ? number(t, word(w, 2)) * 1000 : 0,
                                 .quiet_from = (int)clock_minute(t, word(w, at)),
                                 .quiet_to = (int)clock_minute(t, word(w, at + 1)),
                                 .utc_offset_minutes = (int)number(t, word(w, at + 2)) * 60};
    int64_t now = (10 * DAY + clock_minute(t, word(w, at + 3))) * 60 * SECOND;
    if (hold) {
        int64_t ready = result_at(w) > at + 5 ? (10 * DAY + clock_minute(t, word(w, at + 4))) * 60 * SECOND : now;
        int64_t until = offer_hold_until(&times, ready, now, 0) / (60 * SECOND);
        same(t, "minutes until then", until - 10 * DAY, clock_minute(t, word(w, result_at(w))));
    } else {
        int64_t end = (10 * DAY + clock_minute(t, word(w, at + 4))) * 60 * SECOND;
        same(t, "quiet minutes", quiet_minutes(&times, now, end), number(t, word(w, result_at(w))));
    }
}

static bool dispatch_line(struct table *t, const struct words *w) {
    if (is(w, 0, "worker"))
        candidate_add(t, w);
    else if (is(w, 0, "share"))
        share_check(t, w);
    else if (is(w, 0, "hold") || is(w, 0, "quiet"))
        times_check(t, w);
    else
        return false;
    return true;
}

/* --- files --- */

static void line_run(struct table *t, char *line) {
    line[strcspn(line, "#\n")] = 0;
    if (strncmp(line, "case ", 5) == 0) {
        case_begin(t, line + 5);
        return;
    }
    struct words w = {0};
    char *rest = NULL;
    for (char *at = strtok_r(line, " \t", &rest); at && w.count < WORDS_MAX; at = strtok_r(NULL, " \t", &rest))
        w.word[w.count++] = at;
    if (w.count == 0) return;
    if (!t->begun || !(ledger_line(t, &w) || lease_line(t, &w) || quote_line(t, &w) || dispatch_line(t, &w)))
        wrong(t, "\"%s\" is not understood", w.word[0]);
}

static bool file_run(struct table *t, const char *path) {
    FILE *file = fopen(path, "re");
    if (!file) {
        printf("Bail out! %s cannot be opened\n", path);
        return false;
    }
    const char *slash = strrchr(path, '/');
    t->file = slash ? slash + 1 : path;
    t->line = 0;
    t->begun = false;
    char line[LINE_BYTES];
    while (fgets(line, sizeof line, file)) {
        t->line++;
        line_run(t, line);
    }
    case_end(t);
    fclose(file);
    return true;
}

int main(int argc, char **argv) {
    struct table t = {0};
    for (int i = 1; i < argc; i++)
        if (!file_run(&t, argv[i])) return 1;
    printf("1..%d\n", t.tests);
    return t.failed || t.tests == 0;
}
