/* fs_read.h - answers from CSV and JSONL, as a stream.
 *
 *   fs_reader_new -> fs_reader_feed (blocks of any size, again and again) -> fs_reader_end -> fs_reader_free
 *                 -> fs_dataset_finish: classes in order -> fs_answers_new(&dataset.table)
 *
 * CSV: RFC 4180 with comma, semicolon or tab (what the first line has most of), with or without a header, LF or CR LF,
 * a byte order mark is skipped. JSONL: one object a line; values are texts, numbers or booleans.
 * Columns are found by name (task, task_id, item, ...; worker, annotator, ...; label, answer, ...; weight; time,
 * created_at, ...), or as the options name them; without a header they are task, worker, label, in this order.
 * An empty label (null in JSONL) says that the worker abstained. Time is a number, or a date as in RFC 3339.
 *
 * A wrong line ends the reading: FS_INVALID with its number, the column, and what to do. */
#pragma once
#include "fs_labels.h"

enum fs_format { FS_FORMAT_AUTO, FS_FORMAT_CSV, FS_FORMAT_JSONL };

enum { FS_RECORD_BYTES_MAX = 1 << 20, FS_COLUMNS_MAX = 256 };

/* Names and answers of one file, and its known labels (gold) when they were read too. */
struct fs_dataset {
    struct fs_names tasks, workers, classes;
    struct fs_table table;
    struct fs_table gold; /* task and label; worker is 0 */
    bool as_given;        /* classes keep the order of their first appearance, and ties go by it, as crowd-kit's do */
    int64_t gold_unanswered; /* known labels of tasks without answers: set aside */
};

struct fs_read_options {
    enum fs_format format;                             /* auto: JSONL when the first byte that is no blank is { */
    const char *task, *worker, *label, *weight, *time; /* columns' names; NULL: the usual ones */
    bool gold;                                         /* this file has known labels of tasks: no workers needed */
    const char *classes; /* multi-label: what separates labels in a cell; NULL: a cell is one label */
};

/* dataset is the caller's, zero-initialised, and may be read into by several readers in turn (first answers, then
 * gold). NULL: no memory. */
FS_API struct fs_reader *fs_reader_new(struct fs_dataset *dataset, const struct fs_read_options *options);
FS_API enum fs_status fs_reader_feed(struct fs_reader *reader, const char *bytes, size_t len,
                                     struct fs_problem *problem);
/* The last line may lack its end. FS_EMPTY: no answers. */
FS_API enum fs_status fs_reader_end(struct fs_reader *reader, struct fs_problem *problem);
FS_API void fs_reader_free(struct fs_reader *reader);

/* Puts classes into order (fs_names_sort) unless as_given, so that ties and columns do not depend on the order of rows.
 */
FS_API enum fs_status fs_dataset_finish(struct fs_dataset *dataset);
/* Per task the known class or -1 (dataset.table.task_count long, to be freed); of several the last counts. NULL: no
 * memory. */
FS_API int32_t *fs_dataset_gold(const struct fs_dataset *dataset);
FS_API void fs_dataset_free(struct fs_dataset *dataset);
