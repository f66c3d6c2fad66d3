/* `faena bench stats` and `names`: libfaena-stats on answers made up from the Dawid-Skene model itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/clock.h"
#include "cli/bench.h"
#include "stats/faena-stats.h"

enum { OVERLAP = 5, TEXT_BYTES = 64 };

static uint64_t state = 1;

static uint32_t draw(uint32_t below) {
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((state >> 32) * below >> 32);
}

static double cpu_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Rows in no order; the truth of task t is t % classes; worker w is right in 50 to 95 of 100. */
static void answer_make(int64_t tasks, int64_t workers, int64_t classes, int32_t *task, int32_t *worker,
                        int32_t *label) {
    *task = (int32_t)draw((uint32_t)tasks);
    *worker = (int32_t)draw((uint32_t)workers);
    uint32_t accuracy = 50 + (uint32_t)*worker * 2654435761u % 46;
    *label = (int32_t)(draw(100) < accuracy ? *task % classes : draw((uint32_t)classes));
}

int bench_stats(struct cli *cli) {
    int64_t count = bench_number(cli, "--answers", 1000000), classes = bench_number(cli, "--classes", 4);
    int64_t tasks = count / OVERLAP + 1, workers = bench_number(cli, "--workers", count / 2000 + 20);
    const char *name = bench_text(cli, "--method", "mix"), *csv = bench_text(cli, "--csv", "");
    struct fs_table table = {.class_count = (int32_t)classes};
    struct fs_answers *answers;
    struct fs_fit *fit;
    struct fs_problem problem = {0};
    struct fs_fit_options order = {.method = fs_method_named(name),
                                   .iterations_max = (int)bench_number(cli, "--iterations", 0),
                                   .no_avx2 = bench_number(cli, "--scalar", 0) != 0};
    if (order.iterations_max) order.tolerance = 1e-300; /* all of them */
    FILE *file = *csv ? fopen(csv, "we") : NULL;
    if (file) fprintf(file, "task,worker,label\n");
    if (fs_table_reserve(&table, count) != FS_OK) return cli_say_wrong(cli, "there is not enough memory.");
    for (int64_t i = 0; i < count; i++) {
        int32_t task, worker, label;
        answer_make(tasks, workers, classes, &task, &worker, &label);
        fs_table_add(&table, task, worker, label);
        if (file) fprintf(file, "%d,%d,%d\n", task, worker, label);
    }
    if (file) fclose(file);
    int64_t begin = clock_monotonic_usec();
    double cpu = cpu_seconds(), index_cpu;
    enum fs_status status = fs_answers_new(&table, NULL, &answers, &problem);
    if (count > 20000000) fs_table_drop_columns(&table); /* as `faena aggregate` does */
    int64_t indexed = clock_monotonic_usec();
    index_cpu = cpu_seconds() - cpu;
    if (status == FS_OK) status = fs_fit_new(answers, &order, &fit, &problem);
    if (status != FS_OK) return cli_say_wrong(cli, "%s", problem.text);
    int64_t end = clock_monotonic_usec(), right = 0, answered = 0;
    cpu = cpu_seconds() - cpu;
    for (int32_t t = 0; t < fit->task_count; t++) {
        answered += fit->label[t] >= 0;
        right += fit->label[t] == t % classes;
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"index_seconds\":%.6f,\"fit_seconds\":%.6f,\"cpu_seconds\":%.6f,\"index_cpu_seconds\":%.6f,"
           "\"iterations\":%d,\"accuracy\":%.6f,"
           "\"rss_mb\":%.1f}\n",
           (double)(indexed - begin) / 1e6, (double)(end - indexed) / 1e6, cpu, index_cpu, fit->iterations,
           (double)right / (double)(answered ? answered : 1), (double)usage.ru_maxrss / 1024);
    fs_fit_free(fit);
    fs_answers_free(answers);
    fs_table_free(&table);
    return CLI_OK;
}

/* Ids as in files of others: UUIDs of tasks, short names of workers and labels. */
int bench_names(struct cli *cli) {
    int64_t count = bench_number(cli, "--answers", 1000000), tasks = count / OVERLAP + 1;
    size_t size = (size_t)count * TEXT_BYTES + TEXT_BYTES, len = 0;
    char *text = mem_alloc(size);
    struct fs_dataset dataset = {0};
    struct fs_problem problem = {0};
    len += (size_t)snprintf(text, size, "task,worker,label\n");
    for (int64_t i = 0; i < count; i++) {
        int32_t task, worker, label;
        answer_make(tasks, 500, 4, &task, &worker, &label);
        uint64_t mixed = (uint64_t)task * UINT64_C(0x9e3779b97f4a7c15);
        len += (size_t)snprintf(text + len, size - len, "%08x-%04x-4000-8000-%012llx,worker-%d,class %d\n",
                                (uint32_t)(mixed >> 32), (uint32_t)(mixed >> 16) & 0xffff, (unsigned long long)task,
                                worker, label);
    }
    double begin = cpu_seconds();
    struct fs_reader *reader = fs_reader_new(&dataset, NULL);
    enum fs_status status = fs_reader_feed(reader, text, len, &problem);
    if (status == FS_OK) status = fs_reader_end(reader, &problem);
    if (status != FS_OK) return cli_say_wrong(cli, "%s", problem.text);
    double read = cpu_seconds() - begin;
    printf("{\"read_mb_per_second\":%.1f,\"names\":%d}\n", (double)len / 1e6 / read, dataset.tasks.count);
    fs_reader_free(reader);
    fs_dataset_free(&dataset);
    free(text);
    return CLI_OK;
}
