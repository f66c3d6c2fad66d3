/* `faena rank`: scores of items from comparisons of two, or from rankings. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "cli/plot.h"
#include "cli/report.h"
#include "cli/rows.h"

static const struct cli_option options[] = {
    {"model", "NAME",
     "bt (Bradley-Terry), noisy (with a skill of each worker), elo;\nof rankings: plackett-luce, borda, "
     "kemeny (default: bt)"},
    {"ties", "NAME", "half: half a win for each; davidson: ties have a strength of\ntheir own (default: half)"},
    {"side", NULL, "estimate how much it helps to stand on the left"},
    {"spread", "NAME",
     "intervals that allow: none; model: nothing; robust: a wrong\nmodel; clustered: workers who lean "
     "(default: clustered,\nrobust without workers)"},
    {"level", "PERCENT", "of intervals (default: 95)"},
    {"prior", "SD", "deviation of scores expected before (default: none where\nthe data decide, else 3)"},
    {"unit", "NAME", "logit, or elo: 400 points are odds of 10 (default: logit)"},
    {"step", "K", "of --model elo (default: 4)"},
    {"workers", NULL, "with --model noisy: the workers instead of the items"},
    {"plot", "FILE", "draw scores with intervals, as SVG"},
    COLUMNS_OPTION("left, right, label, worker"),
    REPORT_OPTION,
    {NULL, NULL, NULL},
};

enum model { MODEL_BT, MODEL_NOISY, MODEL_ELO, MODEL_PLACKETT_LUCE, MODEL_BORDA, MODEL_KEMENY };
static const char *const models[] = {"bt", "noisy", "elo", "plackett-luce", "borda", "kemeny"};

struct ranking {
    struct cli *cli;
    enum model model;
    struct columns columns;
    struct fs_names items, workers;
    /* comparisons */
    int32_t *left, *right, *worker;
    uint8_t *winner;
    int64_t count, left_size, right_size, worker_size, winner_size;
    bool all_have_workers;
    /* rankings */
    size_t *start;
    int32_t *item;
    int64_t lists, start_size, placed, item_size;
    double level, scale; /* scale: of scores into the unit */
};

/* --- reading --- */

static bool winner_read(struct rows *rows, const char *label, const char *left, const char *right, uint8_t *winner) {
    if (strcmp(label, left) == 0 || strcmp(label, "left") == 0)
        *winner = FS_LEFT;
    else if (strcmp(label, right) == 0 || strcmp(label, "right") == 0)
        *winner = FS_RIGHT;
    else if (strcmp(label, "tie") == 0 || strcmp(label, "=") == 0)
        *winner = FS_TIE;
    else
        return rows_wrong(
            rows, "\"%.60s\" won a comparison of \"%.60s\" and \"%.60s\"; write one of them, or left, right, tie.",
            label, left, right);
    return true;
}

static bool comparison_read(struct rows *rows, void *arg) {
    struct ranking *r = arg;
    const char *left = rows_needed(rows, r->columns.name[0]);
    const char *right = left ? rows_needed(rows, r->columns.name[1]) : NULL;
    const char *label = right ? rows_needed(rows, r->columns.name[2]) : NULL;
    const char *worker = rows_text(rows, r->columns.name[3]);
    uint8_t winner = FS_TIE;
    if (!label || !winner_read(rows, label, left, right, &winner)) return false;
    if (strcmp(left, right) == 0) return rows_wrong(rows, "\"%.60s\" is compared with itself.", left);
    if (r->count >= INT32_MAX) return rows_wrong(rows, "a file has at most %d comparisons.", INT32_MAX);
    r->left = grown(r->left, r->count, &r->left_size, sizeof *r->left);
    r->right = grown(r->right, r->count, &r->right_size, sizeof *r->right);
    r->worker = grown(r->worker, r->count, &r->worker_size, sizeof *r->worker);
    r->winner = grown(r->winner, r->count, &r->winner_size, sizeof *r->winner);
    r->left[r->count] = rows_name(rows, &r->items, left);
    r->right[r->count] = rows_name(rows, &r->items, right);
    r->worker[r->count] = worker ? rows_name(rows, &r->workers, worker) : 0;
    r->all_have_workers = r->all_have_workers && worker;
    r->winner[r->count++] = winner;
    return !rows->wrong;
}

static bool place_add(struct rows *rows, struct ranking *r, const char *name, size_t length) {
    while (length > 0 && name[0] == ' ') name++, length--;
    while (length > 0 && name[length - 1] == ' ') length--;
    if (length == 0) return rows_wrong(rows, "a ranking has a place without an item.");
    int32_t item = fs_names_add(&r->items, name, length);
    for (int64_t i = (int64_t)r->start[r->lists]; i < r->placed; i++)
        if (r->item[i] == item) return rows_wrong(rows, "\"%.*s\" stands twice in the ranking.", (int)length, name);
    r->item = grown(r->item, r->placed, &r->item_size, sizeof *r->item);
    r->item[r->placed++] = item;
    return item >= 0;
}

static bool list_read(struct rows *rows, void *arg) {
    struct ranking *r = arg;
    const char *column = r->columns.name[0];
    const json_t *list = json_object_get(rows->data, column);
    bool ok = true;
    if (!r->start) r->start = grown(NULL, 0, &r->start_size, sizeof *r->start); /* start[0] is 0 */
    if (json_is_array(list)) {
        size_t i;
        json_t *item;
        json_array_foreach(list, i, item) {
            if (!ok) break;
            ok = json_is_string(item) ? place_add(rows, r, json_string_value(item), json_string_length(item))
                                      : rows_wrong(rows, "the items of a ranking are texts.");
        }
    } else {
        const char *text = rows_needed(rows, column);
        if (!text) return false;
        for (const char *at = text; ok;) {
            size_t length = strcspn(at, ">");
            ok = place_add(rows, r, at, length);
            if (!at[length]) break;
            at += length + 1;
        }
    }
    r->start = grown(r->start, r->lists + 1, &r->start_size, sizeof *r->start);
    r->start[++r->lists] = (size_t)r->placed;
    return ok;
}

/* --- results --- */

/* Places of items by falling score, of equal ones the first; components one after the other. */
static int32_t *order_of(const double *score, const int32_t *component, int32_t items) {
    int32_t *order = mem_alloc(((size_t)items + 1) * sizeof *order);
    for (int32_t i = 0; i < items; i++) order[i] = i;
    for (int32_t gap = items / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11) /* shell sort */
        for (int32_t i = gap; i < items; i++) {
            int32_t item = order[i], at = i;
            for (; at >= gap; at -= gap) {
                int32_t other = order[at - gap];
                int32_t a = component ? component[item] : 0, b = component ? component[other] : 0;
                bool before = a != b ? a < b : score[item] != score[other] ? score[item] > score[other] : item < other;
                if (!before) break;
                order[at] = other;
            }
            order[at] = item;
        }
    return order;
}

static int plot_scores(const struct ranking *r, const int32_t *order, const double *score, const double *low,
                       const double *high, const int32_t *component) {
    const char *path = cli_value(r->cli, "plot", NULL);
    char axis[100];
    if (!path) return CLI_OK;
    struct plot_row *row = mem_alloc(((size_t)r->items.count + 1) * sizeof *row);
    for (int32_t i = 0; i < r->items.count; i++) {
        int32_t item = order[i];
        double at = score[item] * r->scale;
        row[i] = (struct plot_row){fs_names_text(&r->items, item, NULL), at, low ? low[item] * r->scale : at,
                                   high ? high[item] * r->scale : at, component ? component[item] : 0};
    }
    snprintf(axis, sizeof axis, low ? "score (%s) with %d %% interval" : "score (%s)",
             r->model == MODEL_BORDA ? "share beaten"
             : r->model == MODEL_ELO ? "rating"
             : r->scale != 1         ? "Elo points"
                                     : "logit",
             (int)lround(r->level * 100));
    struct plot plot = {.title = "Scores", .axis = axis, .row = row, .rows = r->items.count};
    bool ok = plot_write(&plot, path);
    free(row);
    return ok ? CLI_OK : cli_say_wrong(r->cli, "%s cannot be written: %s.", path, strerror(errno));
}

static int bt_print(const struct ranking *r, const struct fs_bt *bt) {
    static const char *const columns[] = {"item",        ">score",       ">low",       ">high", ">error",
                                          ">place_best", ">place_worst", ">component", NULL};
    struct report report;
    if (!report_begin(&report, r->cli, columns)) return CLI_USAGE;
    int32_t *order = order_of(bt->score, bt->component, bt->items);
    int32_t *best = mem_alloc((size_t)bt->items * sizeof *best), *worst = mem_alloc((size_t)bt->items * sizeof *worst);
    if (bt->covariance) fs_bt_places(bt, r->level, best, worst);
    for (int32_t k = 0; k < bt->items; k++) {
        int32_t i = order[k];
        int decimals = r->scale != 1 ? 1 : 4;
        report_text(&report, fs_names_text(&r->items, i, NULL));
        report_number(&report, bt->score[i] * r->scale, decimals);
        if (bt->error) {
            report_number(&report, bt->low[i] * r->scale, decimals);
            report_number(&report, bt->high[i] * r->scale, decimals);
            report_number(&report, bt->error[i] * r->scale, decimals);
            report_integer(&report, best[i]);
            report_integer(&report, worst[i]);
        } else {
            for (int none = 0; none < 5; none++) report_none(&report);
        }
        report_integer(&report, bt->component[i] + 1);
    }
    report_end(&report);
    int code = plot_scores(r, order, bt->score, bt->low, bt->high, bt->component);
    free(order);
    free(best);
    free(worst);
    return code;
}

static void bt_notes(const struct ranking *r, const struct fs_bt *bt) {
    static const char *const spreads[] = {"no intervals", "intervals of the model", "robust intervals",
                                          "intervals clustered by worker"};
    fprintf(stderr, "%lld comparisons of %d items, %d workers; %s.\n", (long long)r->count, r->items.count,
            r->workers.count, spreads[bt->spread]);
    if (bt->spread == FS_SPREAD_CLUSTERED && bt->clusters < 10)
        fprintf(stderr, "With only %u workers, intervals by worker are rough.\n", (unsigned)bt->clusters);
    if (bt->components > 1)
        fprintf(stderr,
                "The items fall into %d components that no comparison joins: scores of different components "
                "cannot be compared.\n",
                bt->components);
    if (bt->prior_used && r->model == MODEL_BT)
        fprintf(stderr, "A prior was used: without it, items that always win or lose would have no finite score.\n");
    if (!bt->converged) fprintf(stderr, "The fit did not converge; take the scores with care.\n");
}

static int run_bt(struct ranking *r, const struct fs_pairs *pairs, enum fs_spread spread, double prior) {
    struct fs_bt bt;
    struct fs_problem problem = {0};
    struct fs_bt_options o = {.tie_model = strcmp(cli_value(r->cli, "ties", "half"), "davidson") == 0,
                              .side = cli_switch(r->cli, "side"),
                              .prior_sd = prior,
                              .spread = spread,
                              .level = r->level};
    if (fs_bradley_terry(pairs, &o, &bt, &problem) != FS_OK) return cli_say_wrong(r->cli, "%s", problem.text);
    int code = bt_print(r, &bt);
    if (code == CLI_OK) bt_notes(r, &bt);
    if (o.side)
        fprintf(stderr, "The left side adds %.4f (error %.4f).\n", bt.side * r->scale, bt.side_error * r->scale);
    if (o.tie_model) fprintf(stderr, "Equal items tie %.4f times as often as one of them wins.\n", exp(bt.tie));
    fs_bt_free(&bt);
    return code;
}

static int noisy_workers_print(const struct ranking *r, const struct fs_noisy_bt *noisy) {
    static const char *const columns[] = {"worker", ">skill", ">left_when_guessing", NULL};
    struct report report;
    if (!report_begin(&report, r->cli, columns)) return CLI_USAGE;
    for (int32_t w = 0; w < noisy->workers; w++) {
        report_text(&report, fs_names_text(&r->workers, w, NULL));
        report_number(&report, noisy->skill[w], 4);
        report_number(&report, noisy->bias[w], 4);
    }
    report_end(&report);
    return CLI_OK;
}

static int run_noisy(struct ranking *r, const struct fs_pairs *pairs, enum fs_spread spread, double prior) {
    struct fs_noisy_bt noisy;
    struct fs_problem problem = {0};
    struct fs_noisy_options o = {.score_sd = prior, .spread = spread, .level = r->level};
    if (!pairs->worker) return cli_say_wrong(r->cli, "the model noisy needs a worker in every row.");
    if (fs_noisy_bt(pairs, &o, &noisy, &problem) != FS_OK) return cli_say_wrong(r->cli, "%s", problem.text);
    int code = cli_switch(r->cli, "workers") ? noisy_workers_print(r, &noisy) : bt_print(r, &noisy.bt);
    if (code == CLI_OK) bt_notes(r, &noisy.bt);
    fs_noisy_bt_free(&noisy);
    return code;
}

static int scores_print(const struct ranking *r, const double *score, const char *name, int decimals) {
    const char *const columns[] = {"item", name, NULL};
    struct report report;
    if (!report_begin(&report, r->cli, columns)) return CLI_USAGE;
    int32_t *order = order_of(score, NULL, r->items.count);
    for (int32_t k = 0; k < r->items.count; k++) {
        report_text(&report, fs_names_text(&r->items, order[k], NULL));
        report_number(&report, score[order[k]] * r->scale, decimals);
    }
    report_end(&report);
    int code = plot_scores(r, order, score, NULL, NULL, NULL);
    free(order);
    return code;
}

static int run_elo(struct ranking *r, const struct fs_pairs *pairs) {
    const char *step = cli_value(r->cli, "step", "4");
    struct fs_elo_options o = {0};
    if (!number_parse(step, &o.step) || !(o.step > 0 && o.step <= 10000))
        return cli_usage(r->cli, "--step is a number up to 10000, not \"%s\".", step);
    double *rating = mem_alloc((size_t)r->items.count * sizeof *rating);
    r->scale = 1;
    fs_elo(pairs, &o, rating);
    int code = scores_print(r, rating, ">rating", 1);
    free(rating);
    return code;
}

static int run_lists(struct ranking *r, double prior) {
    struct fs_rankings lists = {.count = (size_t)r->lists, .items = r->items.count, .start = r->start, .item = r->item};
    double *score = mem_alloc(((size_t)r->items.count + 1) * sizeof *score), cost = 0;
    int32_t *order = mem_alloc(((size_t)r->items.count + 1) * sizeof *order);
    bool exact = true;
    enum fs_status status = r->model == MODEL_BORDA           ? fs_borda(&lists, score)
                            : r->model == MODEL_PLACKETT_LUCE ? fs_plackett_luce(&lists, prior, score)
                                                              : fs_kemeny(&lists, order, &cost, &exact);
    int code;
    if (status == FS_TOO_LARGE) {
        code = cli_say_wrong(r->cli, "Kemeny's order is made of at most %d items; take borda or plackett-luce.",
                             FS_KEMENY_ITEMS_MAX);
    } else if (status != FS_OK) {
        code = cli_say_wrong(r->cli, "the rankings cannot be used: %s.", fs_status_name(status));
    } else if (r->model == MODEL_KEMENY) {
        for (int32_t i = 0; i < r->items.count; i++) score[order[i]] = r->items.count - i;
        code = scores_print(r, score, ">points", 0);
        fprintf(stderr, "%.0f of the pairs in the rankings stand the other way round%s.\n", cost,
                exact ? ", the least possible" : "; the least found");
    } else {
        if (r->model == MODEL_BORDA) r->scale = 1;
        code = scores_print(r, score, ">score", r->scale != 1 ? 1 : 4);
    }
    free(score);
    free(order);
    return code;
}

static int spread_read(const struct ranking *r, bool workers, enum fs_spread *spread) {
    static const char *const names[] = {"none", "model", "robust", "clustered"};
    const char *given = cli_value(r->cli, "spread", NULL);
    *spread = r->items.count > FS_SPREAD_ITEMS_MAX ? FS_SPREAD_NONE : workers ? FS_SPREAD_CLUSTERED : FS_SPREAD_ROBUST;
    if (!given && *spread == FS_SPREAD_NONE)
        fprintf(stderr, "Intervals are made for at most %d items; there are none here.\n", FS_SPREAD_ITEMS_MAX);
    for (int i = 0; given && i < 4; i++)
        if (strcmp(given, names[i]) == 0) {
            *spread = (enum fs_spread)i;
            if (*spread == FS_SPREAD_CLUSTERED && !workers)
                return cli_say_wrong(r->cli, "--spread clustered needs a worker in every row.");
            return CLI_OK;
        }
    return given ? cli_usage(r->cli, "the spread is none, model, robust or clustered, not \"%s\".", given) : CLI_OK;
}

static int options_read(struct ranking *r, double *prior) {
    const char *model = cli_value(r->cli, "model", "bt"), *unit = cli_value(r->cli, "unit", "logit");
    const char *ties = cli_value(r->cli, "ties", "half"), *deviation = cli_value(r->cli, "prior", NULL);
    int64_t level = 95;
    int count = sizeof models / sizeof *models, found = count;
    for (int i = 0; i < count; i++)
        if (strcmp(models[i], model) == 0) found = i;
    if (found == count)
        return cli_usage(r->cli, "the model is bt, noisy, elo, plackett-luce, borda or kemeny, not \"%s\".", model);
    if (strcmp(unit, "logit") != 0 && strcmp(unit, "elo") != 0)
        return cli_usage(r->cli, "the unit is logit or elo, not \"%s\".", unit);
    if (strcmp(ties, "half") != 0 && strcmp(ties, "davidson") != 0)
        return cli_usage(r->cli, "--ties is half or davidson, not \"%s\".", ties);
    if (deviation && (!number_parse(deviation, prior) || !(*prior >= 0.001 && *prior <= 1000)))
        return cli_usage(r->cli, "--prior is a number from 0.001 to 1000, not \"%s\".", deviation);
    if (!cli_number(r->cli, "level", 50, 99, &level)) return CLI_USAGE;
    r->model = (enum model)found;
    r->scale = strcmp(unit, "elo") == 0 ? FS_ELO_PER_SCORE : 1;
    r->level = (double)level / 100;
    return CLI_OK;
}

static int rank_run(struct cli *cli) {
    struct ranking r = {.cli = cli, .all_have_workers = true};
    double prior = 0;
    enum fs_spread spread = FS_SPREAD_NONE;
    int code = options_read(&r, &prior);
    bool lists = r.model >= MODEL_PLACKETT_LUCE;
    const char *usual = lists ? "ranking" : "left,right,label,worker";
    if (code == CLI_OK && !rows_columns(cli, usual, &r.columns)) code = CLI_USAGE;
    if (code == CLI_OK) code = rows_read(cli, cli->args[0], lists ? list_read : comparison_read, &r);
    if (code == CLI_OK && !lists) code = spread_read(&r, r.all_have_workers, &spread);
    if (code == CLI_OK && lists) {
        code = run_lists(&r, prior);
    } else if (code == CLI_OK) {
        struct fs_pairs pairs = {
            .count = (size_t)r.count, .items = r.items.count, .left = r.left, .right = r.right, .winner = r.winner};
        if (r.all_have_workers) {
            pairs.workers = r.workers.count;
            pairs.worker = r.worker;
        }
        code = r.model == MODEL_BT      ? run_bt(&r, &pairs, spread, prior)
               : r.model == MODEL_NOISY ? run_noisy(&r, &pairs, spread, prior)
                                        : run_elo(&r, &pairs);
    }
    columns_free(&r.columns);
    fs_names_free(&r.items);
    fs_names_free(&r.workers);
    free(r.left);
    free(r.right);
    free(r.worker);
    free(r.winner);
    free(r.start);
    free(r.item);
    return code;
}

const struct cli_command command_rank = {
    .name = "rank",
    .arguments = "FILE",
    .summary = "scores of items from comparisons or rankings",
    .text =
        "Reads comparisons of two items (a row each: left, right, label and, if known, worker; CSV, TSV, JSON or "
        "JSONL; "
        "\"-\": standard input) and prints a score with interval for each item, the best first, and the places it can "
        "hold.\n\n"
        "A score is a logarithm of odds: one more wins 73 % of the time, two more 88 %. Scores are 0 on average. Items "
        "that no chain of comparisons joins get different components, whose scores cannot be compared. An item that "
        "always won has no finite score of its own; a weak prior then gives it one, and a line says so.\n\n"
        "  --model noisy      also a skill for each worker, and which side they take when they guess\n"
        "  rankings           the column ranking holds \"a > b > c\", best first, or a list in JSON\n"
        "  --spread model     intervals as if all comparisons were independent: too narrow when workers have tastes",
    .examples = "faena rank votes.csv\n"
                "faena rank --unit elo --ties davidson --side --plot scores.svg votes.csv\n"
                "faena rank --model noisy --workers votes.csv\n"
                "faena rank --columns model_a,model_b,winner,judge arena.jsonl\n"
                "faena rank --model plackett-luce rankings.csv",
    .options = options,
    .args_min = 1,
    .args_max = 1,
    .run = rank_run,
};
