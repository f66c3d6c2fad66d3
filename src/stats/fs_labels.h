/* fs_labels.h - answers of workers to tasks: names made numbers, and the table of answers.
 *
 *   fs_table t = {0} -> fs_table_add / fs_table_read -> fs_fit ... -> fs_table_free
 *
 * Tasks, workers and classes are numbers from 0. Who has names lets fs_names give the numbers (in order of first
 * appearance, so that a table that only grows keeps its numbers); who has numbers already adds them as they are.
 *
 * A label of FS_ABSTAINED says that the worker saw the task and gave no answer. */
#pragma once
#include "fs_core.h"

enum { FS_ABSTAINED = -1 };

/* --- names --- */

/* Texts by number. Zero-initialise; fs_names_free. Reading is safe from several threads. */
struct fs_names {
    char *bytes;      /* all texts, one after the other, each ended by NUL */
    size_t len, size; /* bytes used, bytes allocated */
    uint64_t *starts; /* where each begins; starts[count] = len */
    int32_t count, starts_size;
    struct fs_name_slot *slots; /* open addressing, a power of two */
    uint32_t slot_mask;
};

/* The number of a text, given now or before; -1: no memory, 2^31 names, or longer than 16 MB. */
FS_API int32_t fs_names_add(struct fs_names *names, const char *text, size_t len);
/* -1: not there. */
FS_API int32_t fs_names_find(const struct fs_names *names, const char *text, size_t len);
/* Ended by NUL; valid until the next add. len may be NULL. */
FS_API const char *fs_names_text(const struct fs_names *names, int32_t number, size_t *len);
/* Puts the texts into order, as numbers when all are decimal numbers, else by bytes; place[old number] = new number
 * (count long, may be NULL). */
FS_API enum fs_status fs_names_sort(struct fs_names *names, int32_t *place);
FS_API void fs_names_free(struct fs_names *names);

/* --- the table --- */

/* Columns of equal length. Zero-initialise; fs_table_free. */
struct fs_table {
    int64_t count, size;            /* answers used, allocated; at most FS_ANSWERS_MAX */
    int32_t *task, *worker, *label; /* label: FS_ABSTAINED or a class */
    double *weight;                 /* NULL: all count 1; finite and >= 0 */
    int64_t *time;                  /* NULL: the order of rows is the order of time */
    int32_t task_count, worker_count, class_count;
};

#define FS_ANSWERS_MAX INT32_C(2000000000)

/* Makes room for so many more. */
FS_API enum fs_status fs_table_reserve(struct fs_table *table, int64_t more);
/* Counts grow with the numbers seen. FS_INVALID: a negative number (but FS_ABSTAINED as label). */
FS_API enum fs_status fs_table_add(struct fs_table *table, int32_t task, int32_t worker, int32_t label);
/* The same with weight and time; the columns are made when first needed. */
FS_API enum fs_status fs_table_add_weighted(struct fs_table *table, int32_t task, int32_t worker, int32_t label,
                                            double weight, int64_t time);
/* Frees the columns and keeps the counts: what a fit needs is in its fs_answers then. */
FS_API void fs_table_drop_columns(struct fs_table *table);
FS_API void fs_table_free(struct fs_table *table);
