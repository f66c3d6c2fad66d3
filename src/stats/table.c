/* The table of answers: columns that grow. */
#include <math.h>
#include <stdlib.h>

#include "fs_labels.h"
#include "internal.h"

static bool column_grow(void *column, int64_t count, size_t item_bytes) {
    void **at = column;
    void *grown = realloc(*at, (size_t)count * item_bytes);
    if (grown) *at = grown;
    return grown != NULL;
}

enum fs_status fs_table_reserve(struct fs_table *table, int64_t more) {
    if (more < 0 || more > FS_ANSWERS_MAX || table->count + more > FS_ANSWERS_MAX) return FS_TOO_LARGE;
    if (table->count + more <= table->size) return FS_OK;
    int64_t size = table->size + table->size / 2 + 64;
    if (size < table->count + more) size = table->count + more;
    bool grown = column_grow(&table->task, size, sizeof *table->task) &&
                 column_grow(&table->worker, size, sizeof *table->worker) &&
                 column_grow(&table->label, size, sizeof *table->label) &&
                 (!table->weight || column_grow(&table->weight, size, sizeof *table->weight)) &&
                 (!table->time || column_grow(&table->time, size, sizeof *table->time));
    if (!grown) return FS_NO_MEMORY;
    table->size = size;
    return FS_OK;
}

enum fs_status fs_table_add(struct fs_table *table, int32_t task, int32_t worker, int32_t label) {
    if (task < 0 || worker < 0 || label < FS_ABSTAINED || task == INT32_MAX || worker == INT32_MAX ||
        label == INT32_MAX)
        return FS_INVALID;
    if (table->count == table->size) {
        enum fs_status status = fs_table_reserve(table, 1);
        if (status != FS_OK) return status;
    }
    int64_t i = table->count++;
    table->task[i] = task;
    table->worker[i] = worker;
    table->label[i] = label;
    if (table->weight) table->weight[i] = 1;
    if (table->time) table->time[i] = 0;
    if (task >= table->task_count) table->task_count = task + 1;
    if (worker >= table->worker_count) table->worker_count = worker + 1;
    if (label >= table->class_count) table->class_count = label + 1;
    return FS_OK;
}

enum fs_status fs_table_add_weighted(struct fs_table *table, int32_t task, int32_t worker, int32_t label, double weight,
                                     int64_t time) {
    if (!(weight >= 0) || !isfinite(weight)) return FS_INVALID;
    enum fs_status status = fs_table_add(table, task, worker, label);
    if (status != FS_OK) return status;
    int64_t last = table->count - 1;
    if (weight != 1 && !table->weight) {
        table->weight = fs_calloc(table->size, sizeof *table->weight);
        for (int64_t i = 0; table->weight && i < last; i++) table->weight[i] = 1;
    }
    if (time != 0 && !table->time) table->time = fs_calloc(table->size, sizeof *table->time);
    if ((weight != 1 && !table->weight) || (time != 0 && !table->time)) {
        table->count--;
        return FS_NO_MEMORY;
    }
    if (table->weight) table->weight[last] = weight;
    if (table->time) table->time[last] = time;
    return FS_OK;
}

void fs_table_drop_columns(struct fs_table *table) {
    free(table->task);
    free(table->worker);
    free(table->label);
    free(table->weight);
    free(table->time);
    table->task = table->worker = table->label = NULL;
    table->weight = NULL;
    table->time = NULL;
    table->count = table->size = 0;
}

void fs_table_free(struct fs_table *table) {
    fs_table_drop_columns(table);
    *table = (struct fs_table){0};
}
