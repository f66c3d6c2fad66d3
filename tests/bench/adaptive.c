/* Adaptive overlap on real answers (--data DIR, with NAME/labels.csv and NAME/gold.csv) and on simulated crowds
 * (--simulate SEEDS [--tasks N]). Prints one JSON object a line. */
#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stats/faena-stats.h"
#include "tests/bench/crowd.h"

enum { REPLAY_SEEDS = 5, ANSWERS_MIN = 2 };
static const double answers_least = 9; /* sets with fewer answers a task have nothing to save */

static int fail(const char *what, const struct fs_problem *p) {
    fprintf(stderr, "adaptive: %s %s\n", what, p ? p->text : strerror(errno));
    return 1;
}

/* Columns of whole numbers after a header line; false at the end. */
static bool row_read(FILE *file, int32_t *columns, int count) {
    for (int i = 0; i < count; i++)
        if (fscanf(file, i ? ",%d" : "%d", &columns[i]) != 1) return false;
    return true;
}

static FILE *csv_open(const char *dir, const char *set, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s/%s", dir, set, name);
    FILE *file = fopen(path, "r");
    if (file && fscanf(file, "%*[^\n]") != 0) return NULL;
    return file;
}

static int set_replay(const char *dir, const char *set, double target, enum fs_method method, double *saved,
                      double *lost) {
    struct fs_table table = {0};
    struct fs_problem p = {0};
    int32_t row[3];
    FILE *labels = csv_open(dir, set, "labels.csv"), *known = csv_open(dir, set, "gold.csv");
    if (!labels || !known) return fail(set, NULL);
    while (row_read(labels, row, 3)) fs_table_add(&table, row[0], row[1], row[2]);
    int32_t *gold = malloc(sizeof *gold * (size_t)table.task_count);
    for (int32_t t = 0; t < table.task_count; t++) gold[t] = -1;
    while (row_read(known, row, 2))
        if (row[0] < table.task_count) gold[row[0]] = row[1];
    fclose(labels);
    fclose(known);
    int code = 2;
    if ((double)table.count / table.task_count >= answers_least) {
        struct fs_replay sum = {0}, r;
        int stopped = 0;
        code = 0;
        for (int seed = 1; seed <= REPLAY_SEEDS && code == 0; seed++) {
            struct fs_adaptive_options o = {
                .method = method, .target = target, .answers_min = ANSWERS_MIN, .answers_most = 1, .threads = 1};
            if (fs_replay_run(&table, gold, &o, (uint64_t)seed, &r, &p) != FS_OK) code = fail(set, &p);
            sum.saved += r.saved / REPLAY_SEEDS, sum.accuracy += r.accuracy / REPLAY_SEEDS;
            sum.accuracy_all += r.accuracy_all / REPLAY_SEEDS, sum.expected += r.expected / REPLAY_SEEDS;
            sum.accuracy_mix += r.accuracy_mix / REPLAY_SEEDS, sum.mix_all += r.mix_all / REPLAY_SEEDS;
            sum.rho += r.rho / REPLAY_SEEDS, sum.answers += r.answers / REPLAY_SEEDS;
            stopped += !r.saving;
        }
        *saved = sum.saved, *lost = sum.accuracy_all - sum.accuracy;
        printf("{\"set\":\"%s\",\"saved\":%.3f,\"answers\":%.2f,\"accuracy\":%.4f,\"accuracy_all\":%.4f,\"lost\":%.4f,"
               "\"mix\":%.4f,\"mix_all\":%.4f,\"expected\":%.4f,\"rho\":%.3f,\"guard_stopped\":%d}\n",
               set, sum.saved, sum.answers, sum.accuracy, sum.accuracy_all, *lost, sum.accuracy_mix, sum.mix_all,
               sum.expected, sum.rho, stopped);
        fflush(stdout);
    }
    free(gold);
    fs_table_free(&table);
    return code;
}

static int data_replay(const char *dir, int count, char **sets, double target, enum fs_method method) {
    double saved = 0, lost = 0;
    int used = 0;
    for (int i = 0; i < count; i++) {
        double s, l;
        int code = set_replay(dir, sets[i], target, method, &s, &l);
        if (code == 1) return 1;
        if (code == 0) saved += s, lost += l, used++;
    }
    if (used)
        printf("{\"sets\":%d,\"target\":%.3f,\"saved\":%.3f,\"lost\":%.4f}\n", used, target, saved / used, lost / used);
    return 0;
}

static int is_name(const struct dirent *entry) { return entry->d_name[0] != '.'; }

/* Every folder of DIR that has both files. */
static int all_replay(const char *dir, double target, enum fs_method method) {
    struct dirent **entries;
    int count = scandir(dir, &entries, is_name, alphasort), used = 0;
    if (count < 0) return fail(dir, NULL);
    char **sets = malloc(sizeof *sets * (size_t)(count + 1));
    for (int i = 0; i < count; i++) {
        char path[4096];
        bool whole = true;
        for (int file = 0; file < 2; file++) {
            snprintf(path, sizeof path, "%s/%s/%s.csv", dir, entries[i]->d_name, file ? "gold" : "labels");
            whole = whole && access(path, R_OK) == 0;
        }
        if (whole) sets[used++] = entries[i]->d_name;
    }
    int code = data_replay(dir, used, sets, target, method);
    for (int i = 0; i < count; i++) free(entries[i]);
    free(entries);
    free(sets);
    return code;
}

static const char *value(int argc, char **argv, const char *name, const char *usual) {
    for (int i = 1; i + 1 < argc; i++)
        if (strcmp(argv[i], name) == 0) return argv[i + 1];
    return usual;
}

int main(int argc, char **argv) {
    const char *dir = value(argc, argv, "--data", NULL), *seeds = value(argc, argv, "--simulate", NULL);
    double target = atof(value(argc, argv, "--target", "0.985"));
    enum fs_method method = fs_method_named(value(argc, argv, "--method", "prior-ds"));
    int sets = argc;
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--sets") == 0) sets = i + 1;
    if (dir && sets >= argc) return all_replay(dir, target, method);
    if (dir) return data_replay(dir, argc - sets, argv + sets, target, method);
    if (seeds) return crowd_seeds(atoi(seeds), atoi(value(argc, argv, "--tasks", "2000")), target);
    fprintf(stderr, "adaptive: --data DIR [--sets NAME ...] | --simulate SEEDS [--tasks N]  [--target 0.985]\n");
    return 2;
}
