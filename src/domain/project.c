#include "domain/project.h"

#include <assert.h>

#include "base/limits.h"

const char *project_state_word(enum project_state state) {
    static const char *const words[] = {"draft", "live", "paused", "completed"};
    return words[state];
}

const char *overlap_rule_word(enum overlap_rule rule) {
    static const char *const words[] = {"fixed", "disagreement", "sure"};
    return words[rule];
}

/* Gold answers that make up `permille` of all when `answers` are not gold, rounded up per gold task. */
static int64_t gold_wanted(int64_t answers, int64_t gold_tasks, int permille) {
    if (gold_tasks == 0) return 0;
    int64_t gold_answers = (answers * permille + (999 - permille)) / (1000 - permille);
    return (gold_answers + gold_tasks - 1) / gold_tasks;
}

err project_quote(const struct project *project, const struct project_count *count, struct project_quote *quote,
                  struct problem *p) {
    *quote = (struct project_quote){0};
    int64_t normal = count->tasks - count->gold_tasks; /* with the retired ones, as in funded */
    quote->tasks = count->tasks - count->funded - count->funded_gold;
    if (quote->tasks == 0)
        return problem_set(p, ERR_NO_TASKS,
                           count->tasks == 0 ? "The project has no tasks yet; import some first."
                                             : "All tasks of this project are funded already.");
    quote->answers = (normal - count->funded) * project->overlap;
    quote->gold_wanted =
        gold_wanted((normal - count->retired) * project->overlap, count->gold_tasks, project->gold_permille);
    if (quote->gold_wanted < count->gold_wanted) quote->gold_wanted = count->gold_wanted;
    quote->gold_answers = quote->gold_wanted * count->gold_tasks - count->gold_wanted * count->funded_gold;
    int64_t answers = quote->answers + quote->gold_answers;
    if (__builtin_mul_overflow(answers, project->price_micros, &quote->cost_micros) ||
        quote->cost_micros > MONEY_MICROS_MAX)
        return problem_set(p, ERR_INVALID,
                           "%lld answers at this price cost more than a transfer can hold; publish in parts.",
                           (long long)answers);
    return OK;
}

int64_t project_wanted(const struct project *project, const struct project_count *count, int lane) {
    if (lane == LANE_GOLD) return count->gold_wanted;
    return project_adaptive(project) ? project->overlap_min : project->overlap;
}

int64_t project_most(const struct project *project, const struct project_count *count, int lane) {
    return lane == LANE_GOLD ? count->gold_wanted : project->overlap;
}

bool project_adaptive(const struct project *project) {
    return project->overlap_rule != OVERLAP_FIXED && project->overlap_min < project->overlap;
}

err project_rule_check(const struct project *project, struct problem *p) {
    if (project->overlap_rule == OVERLAP_FIXED) return OK;
    if (project->overlap_min > project->overlap)
        problem_field_add(p, "/overlap_min", "The least number of answers is at most the overlap, which is %d.",
                          project->overlap);
    if (project->overlap < 2)
        problem_field_add(p, "/overlap", "With fewer than 2 answers there is nothing to compare: raise the overlap.");
    if (project->overlap_rule == OVERLAP_DISAGREEMENT && project->overlap_min < 2)
        problem_field_add(p, "/overlap_min", "Two answers are the least that can disagree.");
    return p->field_count ? problem_set(p, ERR_INVALID, "The rule of the overlap does not fit its numbers.") : OK;
}

void project_refit(struct project_count *count) {
    count->fitted_at_answers = count->fitted_at_answers < 0 ? count->fitted_at_answers - 1 : -1;
}

int64_t project_wanted_all(const struct project *project, const struct project_count *count) {
    return (count->funded - count->retired) * project->overlap + count->funded_gold * count->gold_wanted;
}

int64_t project_opened_next(const struct project *project, const struct project_count *count) {
    if (project->state == PROJECT_COMPLETED || count->funded_to - count->opened_to <= OPEN_TASKS_MAX)
        return count->funded_to;
    return count->opened_to + OPEN_TASKS_MAX;
}

int64_t project_left(const struct project *project, const struct project_count *n, int64_t served) {
    int64_t free_answers = n->funded * project->overlap - n->retired * project->overlap -
                           (n->submitted + n->approved - n->gold_standing) - n->leases;
    int64_t open_tasks = n->funded - n->retired - n->done - n->weighing;
    int64_t left = open_tasks < n->funded - served ? open_tasks : n->funded - served;
    if (left > free_answers) left = free_answers;
    return left < 0 ? 0 : left;
}

int64_t project_free(const struct project *project, const struct project_count *n) {
    int64_t answers = n->submitted + n->approved, tasks = n->funded - n->retired;
    int64_t each = project_adaptive(project) ? project->overlap_min : project->overlap;
    int64_t left = tasks * each - (answers - n->gold_standing) - n->leases;
    /* Of weighed tasks some have got more than the least. One that is neither done nor weighing and has no lease wants
     * an answer. */
    int64_t open = tasks - n->done - n->weighing - n->leases;
    if (project_adaptive(project) && open > left) left = open;
    int64_t all = project_wanted_all(project, n) - answers - n->leases;
    if (all < left) left = all;
    return left > 0 ? left : 0;
}

err project_step(enum project_state from, enum project_step step, enum project_state *to, struct problem *p) {
    static const enum project_state none = (enum project_state) - 1;
    const enum project_state table[4][4] = {
        /*               publish       pause           resume        complete */
        [PROJECT_DRAFT] = {PROJECT_LIVE, none, none, none},
        [PROJECT_LIVE] = {PROJECT_LIVE, PROJECT_PAUSED, none, PROJECT_COMPLETED},
        [PROJECT_PAUSED] = {PROJECT_PAUSED, none, PROJECT_LIVE, PROJECT_COMPLETED},
        [PROJECT_COMPLETED] = {none, none, none, none},
    };
    static const char *const verbs[] = {"published", "paused", "resumed", "completed"};
    static const char *const hints[] = {"publish it first", "it can be paused or completed",
                                        "it can be resumed or completed", "a completed project stays so"};
    *to = table[from][step];
    if (*to != none) return OK;
    return problem_set(p, ERR_BAD_STATE, "A %s project cannot be %s: %s.", project_state_word(from), verbs[step],
                       hints[from]);
}
