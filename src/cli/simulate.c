/* `faena simulate`: the rules of giving out work, compared on the same people and batches. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "cli/cli.h"
#include "domain/simulation.h"

static const struct cli_option options[] = {
    {"people", "N", "workers (default: 2000)"},
    {"weeks", "N", "to simulate (default: 2)"},
    {"batch", "TASKS", "mean size of a batch; a task takes a minute (default: 300)"},
    {"supply", "PERCENT", "work that comes, of the hours that people wish (default: 30)"},
    {"pack", "TASKS", "race: tasks that one may take at once (default: 50)"},
    {"away", "PERMILLE", "of a batch, at most so much waits for who sleeps (default: 300)"},
    {"seeds", "N", "runs with seeds 1 to N, averaged (default: 2)"},
    {"rule", "NAME", "only race, fair, skill or crew (default: all four)"},
    {"plots", "DIR", "draw simulation-earnings.svg and simulation-times.svg there"},
    {NULL, NULL, NULL},
};

struct rule_sum {
    bool ran;
    struct sim_result mean; /* of the seeds */
    double jain_least, jain_most;
    double *earned; /* of all seeds, sorted */
};

struct simulate {
    struct cli *cli;
    struct sim_config config;
    int64_t seeds;
    struct rule_sum rules[DISPATCH_RULES];
};

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void result_add(struct sim_result *sum, const struct sim_result *one, double part) {
    sum->jain += one->jain * part;
    sum->nothing += one->nothing * part;
    sum->finish_hours += one->finish_hours * part;
    sum->finish_median += one->finish_median * part;
    sum->finish_90 += one->finish_90 * part;
    sum->tasks_hours += one->tasks_hours * part;
    sum->paid_hours += one->paid_hours * part;
    sum->waiting_hours += one->waiting_hours * part;
    sum->night_hours += one->night_hours * part;
    sum->lost += one->lost * part;
    sum->lapsed += one->lapsed * part;
    sum->right += one->right * part;
    sum->batches += one->batches;
    sum->unfinished += one->unfinished;
}

static void rule_run(struct simulate *s, enum dispatch_rule rule) {
    struct rule_sum *r = &s->rules[rule];
    size_t people = (size_t)s->config.people;
    r->earned = mem_alloc(people * (size_t)s->seeds * sizeof *r->earned);
    r->jain_least = 1;
    for (int64_t seed = 1; seed <= s->seeds; seed++) {
        struct sim_config config = s->config;
        config.rule = rule;
        config.seed = (uint64_t)seed;
        struct sim_result one = {.earned = r->earned + (size_t)(seed - 1) * people};
        sim_run(&config, &one);
        result_add(&r->mean, &one, 1 / (double)s->seeds);
        r->jain_least = fmin(r->jain_least, one.jain);
        r->jain_most = fmax(r->jain_most, one.jain);
    }
    qsort(r->earned, people * (size_t)s->seeds, sizeof *r->earned, by_size);
    r->ran = true;
}

static void print_table(const struct simulate *s) {
    static const char *const titles[] = {"Rule",
                                         ">Jain",
                                         ">Least Jain",
                                         ">Earned nothing",
                                         ">Finish (mean)",
                                         ">Finish (median)",
                                         ">Nine of ten",
                                         ">Per task",
                                         ">Waiting per paid hour",
                                         ">Night hours a week",
                                         ">Leases lost",
                                         ">Offers lapsed",
                                         ">Right",
                                         NULL};
    struct cli_table t;
    table_begin(&t, titles);
    for (int i = 0; i < DISPATCH_RULES; i++) {
        const struct sim_result *m = &s->rules[i].mean;
        if (!s->rules[i].ran) continue;
        table_cell(&t, "%s", dispatch_rule_word((enum dispatch_rule)i));
        table_cell(&t, "%.3f", m->jain);
        table_cell(&t, "%.3f", s->rules[i].jain_least);
        table_cell(&t, "%.1f %%", 100 * m->nothing);
        table_cell(&t, "%.2f h", m->finish_hours);
        table_cell(&t, "%.2f h", m->finish_median);
        table_cell(&t, "%.2f h", m->finish_90);
        table_cell(&t, "%.2f h", m->tasks_hours);
        table_cell(&t, "%.2f h", m->waiting_hours / (m->paid_hours > 0 ? m->paid_hours : 1));
        table_cell(&t, "%.2f", m->night_hours / s->config.people / s->config.weeks);
        table_cell(&t, "%.2f %%", 100 * m->lost);
        table_cell(&t, "%.1f %%", 100 * m->lapsed);
        table_cell(&t, "%.1f %%", 100 * m->right);
    }
    table_print(&t);
}

static void print_goals(const struct simulate *s) {
    const struct sim_result *race = &s->rules[DISPATCH_RACE].mean, *fair = &s->rules[DISPATCH_FAIR].mean;
    if (!s->rules[DISPATCH_RACE].ran || !s->rules[DISPATCH_FAIR].ran || race->waiting_hours <= 0) return;
    printf("\nfair against race: Jain %.3f against %.3f; waiting %+.1f %%; finish of a batch %+.0f %% in the mean,"
           " %+.0f %% in the median, %+.0f %% for nine of ten\n",
           fair->jain, race->jain, 100 * (fair->waiting_hours / race->waiting_hours - 1),
           100 * (fair->finish_hours / race->finish_hours - 1), 100 * (fair->finish_median / race->finish_median - 1),
           100 * (fair->finish_90 / race->finish_90 - 1));
}

/* --- pictures --- */

enum { WIDTH = 640, HEIGHT = 320, LEFT = 56, TOP = 40, RIGHT = 24, BOTTOM = 48 };
static const char *const colours[DISPATCH_RULES] = {"#c0392b", "#1f6f54", "#8a6d1f", "#5b5ea6"};

static FILE *picture_open(const struct simulate *s, const char *folder, const char *name, const char *title) {
    CLEANUP(buf_free) struct buf path = {0};
    buf_printf(&path, "%s/%s", folder, name);
    FILE *f = fopen(path.data, "w");
    if (!f) return NULL;
    fprintf(f,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" "
            "font-size=\"13\" role=\"img\"><title>%s</title><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>"
            "<text x=\"%d\" y=\"24\" font-size=\"15\">%s</text>\n",
            WIDTH, HEIGHT, title, LEFT, title);
    (void)s;
    return f;
}

/* Everybody, from who earned least to who earned most: a flat line is fair. */
static bool earnings_plot(const struct simulate *s, const char *folder) {
    enum { POINTS = 200, MOST = 6 };
    FILE *f = picture_open(s, folder, "simulation-earnings.svg", "Earnings per hour wished, as a part of the mean");
    if (!f) return false;
    double width = WIDTH - LEFT - RIGHT, height = HEIGHT - TOP - BOTTOM;
    for (int y = 0; y <= MOST; y++)
        fprintf(f,
                "<path d=\"M%d %.1fh%.0f\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" "
                "text-anchor=\"end\">%d</text>\n",
                LEFT, TOP + height * (1 - (double)y / MOST), width, LEFT - 6, TOP + height * (1 - (double)y / MOST) + 4,
                y);
    int line = 0;
    for (int i = 0; i < DISPATCH_RULES; i++) {
        const struct rule_sum *r = &s->rules[i];
        if (!r->ran) continue;
        size_t count = (size_t)s->config.people * (size_t)s->seeds;
        fprintf(f, "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"", colours[i]);
        for (int k = 0; k <= POINTS; k++) {
            double value = r->earned[(count - 1) * (size_t)k / POINTS];
            fprintf(f, "%.1f,%.1f ", LEFT + width * k / POINTS, TOP + height * (1 - fmin(value, MOST) / MOST));
        }
        fprintf(f, "\"/><text x=\"%d\" y=\"%d\" fill=\"%s\">%s: Jain %.3f</text>\n", LEFT + 16, TOP + 20 + 18 * line++,
                colours[i], dispatch_rule_word((enum dispatch_rule)i), r->mean.jain);
    }
    fprintf(f, "<text x=\"%d\" y=\"%d\">people, from who earned least to who earned most</text></svg>\n", LEFT,
            HEIGHT - 16);
    return fclose(f) == 0;
}

struct bar {
    const char *name, *unit;
    double value[DISPATCH_RULES];
};

static bool times_plot(const struct simulate *s, const char *folder) {
    struct bar bars[4] = {{.name = "finish of a batch, mean", .unit = "h"},
                          {.name = "finish of a batch, median", .unit = "h"},
                          {.name = "unpaid waiting per paid hour", .unit = "h"},
                          {.name = "night hours a week", .unit = "h"}};
    for (int i = 0; i < DISPATCH_RULES; i++) {
        const struct sim_result *m = &s->rules[i].mean;
        bars[0].value[i] = m->finish_hours;
        bars[1].value[i] = m->finish_median;
        bars[2].value[i] = m->paid_hours > 0 ? m->waiting_hours / m->paid_hours : 0;
        bars[3].value[i] = m->night_hours / s->config.people / s->config.weeks;
    }
    FILE *f = picture_open(s, folder, "simulation-times.svg", "Hours, by rule");
    if (!f) return false;
    double most = 0.01;
    for (int k = 0; k < 4; k++)
        for (int i = 0; i < DISPATCH_RULES; i++) most = fmax(most, bars[k].value[i]);
    double y = TOP + 6;
    for (int k = 0; k < 4; k++) {
        fprintf(f, "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s</text>\n", 230, y + 30, bars[k].name);
        for (int i = 0; i < DISPATCH_RULES; i++) {
            if (!s->rules[i].ran) continue;
            double width = 300 * bars[k].value[i] / most;
            fprintf(f,
                    "<rect x=\"240\" y=\"%.0f\" width=\"%.1f\" height=\"11\" fill=\"%s\"/><text x=\"%.1f\" "
                    "y=\"%.0f\" font-size=\"10\">%s %.2f %s</text>\n",
                    y, width < 1 ? 1 : width, colours[i], 246 + width, y + 9, dispatch_rule_word((enum dispatch_rule)i),
                    bars[k].value[i], bars[k].unit);
            y += 14;
        }
        y += 12;
    }
    fprintf(f, "</svg>\n");
    return fclose(f) == 0;
}

static bool rule_named(const char *word, enum dispatch_rule *rule) {
    for (int i = 0; i < DISPATCH_RULES; i++)
        if (strcmp(word, dispatch_rule_word((enum dispatch_rule)i)) == 0) {
            *rule = (enum dispatch_rule)i;
            return true;
        }
    return false;
}

static int simulate_run(struct cli *cli) {
    int64_t people = 2000, weeks = 2, batch = 300, supply = 30, pack = 50, away = 300;
    struct simulate s = {.cli = cli, .seeds = 2};
    if (!cli_number(cli, "people", 10, SIM_PEOPLE_MAX, &people) ||
        !cli_number(cli, "weeks", 1, SIM_WEEKS_MAX, &weeks) || !cli_number(cli, "batch", 10, 100000, &batch) ||
        !cli_number(cli, "supply", 1, 200, &supply) || !cli_number(cli, "pack", 1, 1000, &pack) ||
        !cli_number(cli, "away", 0, 1000, &away) || !cli_number(cli, "seeds", 1, 100, &s.seeds))
        return CLI_USAGE;
    s.config = (struct sim_config){.people = (int)people,
                                   .weeks = (int)weeks,
                                   .supply = (double)supply / 100,
                                   .batch_tasks = (int)batch,
                                   .pack_tasks = (int)pack,
                                   .away_permille = (int)away};
    const char *only = cli_value(cli, "rule", NULL), *folder = cli_value(cli, "plots", NULL);
    enum dispatch_rule rule = DISPATCH_FAIR;
    if (only && !rule_named(only, &rule))
        return cli_usage(cli, "--rule is race, fair, skill or crew, not \"%s\".", only);
    for (int i = 0; i < DISPATCH_RULES; i++)
        if (!only || rule == (enum dispatch_rule)i) rule_run(&s, (enum dispatch_rule)i);
    print_table(&s);
    print_goals(&s);
    int code = CLI_OK;
    if (folder && (!earnings_plot(&s, folder) || !times_plot(&s, folder)))
        code = cli_say_wrong(cli, "the plots in %s cannot be written: %s.", folder, strerror(errno));
    for (int i = 0; i < DISPATCH_RULES; i++) free(s.rules[i].earned);
    return code;
}

const struct cli_command command_simulate = {
    .name = "simulate",
    .summary = "compare the rules of giving out work on simulated people",
    .text =
        "The same people and batches under each rule: who earns what, how long a batch takes, how long people wait "
        "unpaid, how much of it at night. The rules are the ones that the server uses (src/domain/dispatch.h), people "
        "and their days are assumptions that stand in src/domain/simulation_people.c with their sources. It needs no "
        "database, and the same options give the same numbers.\n"
        "\n"
        "Columns. Jain: evenness of earnings per hour wished, 1 when all are equal, 1/N when one has all; least Jain: "
        "of all seeds. Finish: from publishing a batch to its last answer. Per task: from publishing to a task's "
        "answer. Waiting: at the page without a task. Leases lost: of tasks begun, those taken back because their "
        "time ran out. Offers lapsed: of tasks offered, those not taken in time.\n"
        "\n"
        "In the race, people take as large a pack as they may, since what they leave is gone; --pack 1 shows a race "
        "for single tasks. Under crew a fifth of the people are one, every fifth batch is reserved for it, and the "
        "rest is fair.",
    .examples = "faena simulate\n"
                "faena simulate --plots docs\n"
                "faena simulate --rule fair --away 0 --batch 2000\n",
    .options = options,
    .run = simulate_run,
};
