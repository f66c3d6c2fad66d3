/* `faena bench kinds`: what libfaena-stats does beside labels - agreement, comparisons, numbers, texts, marks - on
 * answers made up from a truth with slips. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/clock.h"
#include "cli/bench.h"
#include "stats/faena-stats.h"

enum { OVERLAP = 5, WORKERS = 500, ITEMS = 500, TEXT_WORDS = 12, SIDE = 256 };

static uint64_t state = 1;

static int32_t draw(int32_t below) {
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int32_t)((state >> 32) * (uint64_t)below >> 32);
}

struct made {
    int64_t count;
    int32_t tasks;
    int32_t *task, *worker, *label;
};

/* The time between a clock's start and its end is what is reported. */
struct lap {
    int64_t begin, usec;
    double cpu;
};

static double cpu_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void lap_begin(struct lap *lap) {
    lap->cpu = cpu_seconds();
    lap->begin = clock_monotonic_usec();
}

static void lap_end(struct lap *lap) {
    lap->usec = clock_monotonic_usec() - lap->begin;
    lap->cpu = cpu_seconds() - lap->cpu;
}

static void made_new(struct made *made, int64_t count) {
    made->count = count;
    made->tasks = (int32_t)((count + OVERLAP - 1) / OVERLAP);
    made->task = mem_alloc((size_t)count * sizeof *made->task);
    made->worker = mem_alloc((size_t)count * sizeof *made->worker);
    made->label = mem_alloc((size_t)count * sizeof *made->label);
    for (int64_t i = 0; i < count; i++) {
        made->task[i] = (int32_t)(i / OVERLAP);
        made->worker[i] = (int32_t)((i % OVERLAP) * (WORKERS / OVERLAP) + draw(WORKERS / OVERLAP));
        made->label[i] = draw(100) < 80 ? made->task[i] % 5 : draw(5);
    }
}

/* --- agreement --- */

static enum fs_status run_alpha(const struct made *made, int resamples, struct lap *lap, struct fs_problem *problem) {
    struct fs_table table = {0};
    struct fs_answers *answers = NULL;
    struct fs_agreement *agreement = NULL;
    struct fs_agree_options options = {.resamples = resamples, .seed = 1};
    for (int64_t i = 0; i < made->count; i++)
        if (fs_table_add(&table, made->task[i], made->worker[i], made->label[i]) != FS_OK) return FS_NO_MEMORY;
    lap_begin(lap);
    enum fs_status status = fs_answers_new(&table, NULL, &answers, problem);
    if (status == FS_OK) status = fs_agree(answers, &options, &agreement, problem);
    lap_end(lap);
    fs_agreement_free(agreement);
    fs_answers_free(answers);
    fs_table_free(&table);
    return status;
}

static enum fs_status kind_alpha(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_alpha(made, 0, lap, problem);
}

static enum fs_status kind_alpha_interval(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_alpha(made, 1000, lap, problem);
}

/* --- comparisons --- */

static enum fs_status run_rank(const struct made *made, int model, enum fs_spread spread, struct lap *lap,
                               struct fs_problem *problem) {
    int32_t *left = mem_alloc((size_t)made->count * sizeof *left),
            *right = mem_alloc((size_t)made->count * sizeof *right);
    uint8_t *winner = mem_alloc((size_t)made->count);
    double rating[ITEMS];
    struct fs_pairs pairs = {.count = (size_t)made->count,
                             .items = ITEMS,
                             .workers = WORKERS,
                             .left = left,
                             .right = right,
                             .winner = winner,
                             .worker = made->worker};
    struct fs_bt_options options = {.spread = spread, .level = 0.95};
    struct fs_noisy_options noisy_options = {.spread = spread, .level = 0.95};
    struct fs_bt bt = {0};
    struct fs_noisy_bt noisy = {0};
    for (int64_t i = 0; i < made->count; i++) {
        left[i] = draw(ITEMS);
        right[i] = (left[i] + 1 + draw(ITEMS - 1)) % ITEMS;
        winner[i] = draw(1000) < 500 + (left[i] - right[i]) * 400 / ITEMS ? FS_LEFT : FS_RIGHT;
    }
    lap_begin(lap);
    enum fs_status status = model == 0   ? fs_bradley_terry(&pairs, &options, &bt, problem)
                            : model == 1 ? fs_noisy_bt(&pairs, &noisy_options, &noisy, problem)
                                         : fs_elo(&pairs, &(struct fs_elo_options){0}, rating);
    lap_end(lap);
    fs_bt_free(&bt);
    fs_noisy_bt_free(&noisy);
    free(left);
    free(right);
    free(winner);
    return status;
}

static enum fs_status kind_bt(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_rank(made, 0, FS_SPREAD_NONE, lap, problem);
}

static enum fs_status kind_bt_clustered(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_rank(made, 0, FS_SPREAD_CLUSTERED, lap, problem);
}

static enum fs_status kind_noisy(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_rank(made, 1, FS_SPREAD_NONE, lap, problem);
}

static enum fs_status kind_elo(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_rank(made, 2, FS_SPREAD_NONE, lap, problem);
}

/* --- numbers and texts --- */

static enum fs_status kind_number(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    double *value = mem_alloc((size_t)made->count * sizeof *value);
    struct fs_numbers numbers = {.count = made->count,
                                 .tasks = made->tasks,
                                 .workers = WORKERS,
                                 .task = made->task,
                                 .worker = made->worker,
                                 .value = value};
    struct fs_number_fit *fit = NULL;
    for (int64_t i = 0; i < made->count; i++)
        value[i] = made->task[i] % 100 + (made->worker[i] % 7 - 3) * 0.5 + (draw(1000) + draw(1000) - 1000) * 0.004;
    lap_begin(lap);
    enum fs_status status = fs_number_new(&numbers, NULL, &fit, problem);
    lap_end(lap);
    fs_number_free(fit);
    free(value);
    return status;
}

static enum fs_status run_text(const struct made *made, enum fs_text_method method, struct lap *lap,
                               struct fs_problem *problem) {
    enum { SIZE = TEXT_WORDS * 10 + 1 };
    char *bytes = mem_alloc((size_t)made->count * SIZE);
    const char **text = mem_alloc((size_t)made->count * sizeof *text);
    struct fs_texts texts = {.count = made->count,
                             .tasks = made->tasks,
                             .workers = WORKERS,
                             .task = made->task,
                             .worker = made->worker,
                             .text = text};
    struct fs_text_fit *fit = NULL;
    for (int64_t i = 0; i < made->count; i++) {
        char *at = bytes + i * SIZE;
        text[i] = at;
        *at = 0;
        for (int word = 0; word < TEXT_WORDS; word++) {
            int32_t slip = draw(20);
            if (slip == 0) continue;
            at += snprintf(at, 11, "%s%x", word ? " " : "",
                           slip == 1 ? draw(1 << 20) : (made->task[i] * 31 + word) * 7919 % 99991);
        }
    }
    lap_begin(lap);
    enum fs_status status = fs_text_new(&texts, &(struct fs_text_options){.method = method}, &fit, problem);
    lap_end(lap);
    fs_text_free(fit);
    free(text);
    free(bytes);
    return status;
}

static enum fs_status kind_rover(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_text(made, FS_TEXT_ROVER, lap, problem);
}

static enum fs_status kind_closest(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_text(made, FS_TEXT_CLOSEST, lap, problem);
}

/* --- marks --- */

static enum fs_status kind_box(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    struct fs_box *box = mem_alloc((size_t)made->count * sizeof *box);
    struct fs_boxes boxes = {made->count, made->tasks, WORKERS, 5, made->task, made->worker, made->label, box};
    struct fs_box_fit *fit = NULL;
    for (int64_t i = 0; i < made->count; i++)
        box[i] = (struct fs_box){made->task[i] % 50 + draw(8), draw(8), 40 + draw(8), 40 + draw(8)};
    lap_begin(lap);
    enum fs_status status = fs_boxes_merge(&boxes, NULL, &fit, problem);
    lap_end(lap);
    fs_box_fit_free(fit);
    free(box);
    return status;
}

static enum fs_status kind_span(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    int64_t *begin = mem_alloc((size_t)made->count * sizeof *begin),
            *end = mem_alloc((size_t)made->count * sizeof *end);
    struct fs_spans spans = {made->count, made->tasks, WORKERS, 5, made->task, made->worker, made->label, begin, end};
    struct fs_span_fit *fit = NULL;
    for (int64_t i = 0; i < made->count; i++) {
        begin[i] = made->task[i] % 90 + (draw(5) == 0);
        end[i] = begin[i] + 10 - draw(2);
    }
    lap_begin(lap);
    enum fs_status status = fs_spans_merge(&spans, NULL, &fit, problem);
    lap_end(lap);
    fs_span_fit_free(fit);
    free(begin);
    free(end);
    return status;
}

/* Answers are masks of 256 x 256 pixels here, five of each picture. */
static enum fs_status run_masks(const struct made *made, enum fs_mask_method method, struct lap *lap,
                                struct fs_problem *problem) {
    uint8_t *pixels = mem_alloc((size_t)OVERLAP * SIDE * SIDE), *result = mem_alloc((size_t)SIDE * SIDE);
    const uint8_t *mask[OVERLAP];
    enum fs_status status = FS_OK;
    struct lap one;
    *lap = (struct lap){0};
    for (int32_t t = 0; status == FS_OK && t < made->tasks; t++) {
        for (int w = 0; w < OVERLAP; w++) {
            int32_t x = 100 + draw(20), y = 100 + draw(20), r = 60 + draw(10);
            mask[w] = pixels + w * SIDE * SIDE;
            for (int32_t p = 0; p < SIDE * SIDE; p++)
                pixels[w * SIDE * SIDE + p] = (p % SIDE - x) * (p % SIDE - x) + (p / SIDE - y) * (p / SIDE - y) < r * r;
        }
        lap_begin(&one);
        status = fs_masks_merge(SIDE, SIDE, OVERLAP, mask, method, result, NULL, NULL, problem);
        lap_end(&one);
        lap->usec += one.usec;
        lap->cpu += one.cpu;
    }
    free(pixels);
    free(result);
    return status;
}

static enum fs_status kind_staple(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_masks(made, FS_MASK_STAPLE, lap, problem);
}

static enum fs_status kind_rasa(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_masks(made, FS_MASK_RASA, lap, problem);
}

static enum fs_status kind_mask_majority(const struct made *made, struct lap *lap, struct fs_problem *problem) {
    return run_masks(made, FS_MASK_MAJORITY, lap, problem);
}

int bench_kinds(struct cli *cli) {
    static const struct {
        const char *name;
        enum fs_status (*run)(const struct made *made, struct lap *lap, struct fs_problem *problem);
    } kinds[] = {{"alpha", kind_alpha},     {"alpha-interval", kind_alpha_interval},
                 {"bt", kind_bt},           {"bt-clustered", kind_bt_clustered},
                 {"noisy", kind_noisy},     {"elo", kind_elo},
                 {"number", kind_number},   {"rover", kind_rover},
                 {"closest", kind_closest}, {"box", kind_box},
                 {"span", kind_span},       {"staple", kind_staple},
                 {"rasa", kind_rasa},       {"mask-majority", kind_mask_majority}};
    const char *name = bench_text(cli, "--method", "alpha");
    struct made made;
    struct fs_problem problem = {0};
    struct lap lap = {0};
    struct rusage usage;
    size_t kind = 0, count = sizeof kinds / sizeof *kinds;
    while (kind < count && strcmp(kinds[kind].name, name) != 0) kind++;
    if (kind == count) return cli_say_wrong(cli, "there is no kind \"%s\".", name);
    made_new(&made, bench_number(cli, "--answers", 100000));
    enum fs_status status = kinds[kind].run(&made, &lap, &problem);
    free(made.task);
    free(made.worker);
    free(made.label);
    if (status != FS_OK) return cli_say_wrong(cli, "%s: %s", fs_status_name(status), problem.text);
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"seconds\":%.6f,\"cpu_seconds\":%.6f,\"rss_mb\":%.1f}\n", (double)lap.usec / 1e6, lap.cpu,
           (double)usage.ru_maxrss / 1024);
    return CLI_OK;
}
