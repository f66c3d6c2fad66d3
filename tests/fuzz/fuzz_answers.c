/* Files of answers (CSV, JSONL): read in one piece and cut anywhere, both ways give the same table or the same
 * sentence; what was read is then aggregated. The first byte tells how: bit 0 gold, bit 1 several labels a cell, the
 * rest where to cut. */
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "stats/faena-stats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static enum fs_status read_cut(struct fs_dataset *dataset, const struct fs_read_options *options, const char *bytes,
                               size_t len, size_t piece, struct fs_problem *problem) {
    struct fs_reader *reader = fs_reader_new(dataset, options);
    assert(reader);
    enum fs_status status = FS_OK;
    for (size_t at = 0; status == FS_OK && at < len; at += piece) {
        size_t n = piece < len - at ? piece : len - at;
        /* Exactly this size, so that the address sanitizer sees a read past the end. */
        char *copy = malloc(n);
        assert(copy);
        memcpy(copy, bytes + at, n);
        status = fs_reader_feed(reader, copy, n, problem);
        free(copy);
    }
    if (status == FS_OK) status = fs_reader_end(reader, problem);
    fs_reader_free(reader);
    return status;
}

static void same(const struct fs_dataset *a, const struct fs_dataset *b) {
    assert(a->table.count == b->table.count && a->gold.count == b->gold.count);
    assert(a->tasks.count == b->tasks.count && a->workers.count == b->workers.count);
    assert(a->classes.count == b->classes.count && a->tasks.len == b->tasks.len);
    assert(a->tasks.len == 0 || memcmp(a->tasks.bytes, b->tasks.bytes, a->tasks.len) == 0);
    assert(a->classes.len == 0 || memcmp(a->classes.bytes, b->classes.bytes, a->classes.len) == 0);
    for (int64_t i = 0; i < a->table.count; i++)
        assert(a->table.task[i] == b->table.task[i] && a->table.label[i] == b->table.label[i]);
}

static void fit(struct fs_dataset *dataset) {
    struct fs_answers *answers;
    struct fs_fit *fit;
    struct fs_problem problem = {0};
    if (fs_dataset_finish(dataset) != FS_OK) return;
    if (dataset->table.task_count > 1000 || dataset->classes.count > 100) return;
    if (fs_answers_new(&dataset->table, NULL, &answers, &problem) != FS_OK) {
        assert(problem.text[0]);
        return;
    }
    if (fs_fit_new(answers, &(struct fs_fit_options){.threads = 1}, &fit, &problem) == FS_OK) {
        for (int32_t t = 0; t < fit->task_count; t++) assert(fit->confidence[t] >= 0 && fit->confidence[t] <= 1.000001);
        fs_fit_free(fit);
    }
    fs_answers_free(answers);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1) return 0;
    struct fs_read_options options = {.gold = data[0] & 1, .classes = data[0] & 2 ? "|" : NULL};
    struct fs_dataset whole = {0}, cut = {0};
    struct fs_problem a = {0}, b = {0};
    const char *bytes = (const char *)data + 1;
    if (options.gold) { /* tasks that gold can be of */
        fs_names_add(&whole.tasks, "1", 1);
        fs_names_add(&cut.tasks, "1", 1);
    }
    enum fs_status x = read_cut(&whole, &options, bytes, size - 1, size, &a);
    enum fs_status y = read_cut(&cut, &options, bytes, size - 1, (size_t)(data[0] >> 2) + 1, &b);
    assert(x == y);
    assert(x == FS_OK || a.text[0]);
    assert(strcmp(a.text, b.text) == 0);
    same(&whole, &cut);
    if (x == FS_OK && !options.gold) fit(&whole);
    fs_dataset_free(&whole);
    fs_dataset_free(&cut);
    return 0;
}
