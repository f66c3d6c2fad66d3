/* marks.h - boxes and spans of many workers, read from a file: a row each, for `faena aggregate --kind` and `faena
 * agree
 * --kind`.
 *
 * A row without numbers says that the worker saw the task: its label is FS_ABSTAINED. */
#pragma once
#include "cli/rows.h"

enum { MARK_TASK, MARK_WORKER, MARK_LABEL, MARK_NUMBERS };
#define BOX_COLUMNS "task,worker,label,x,y,width,height"
#define SPAN_COLUMNS "task,worker,label,start,end"

struct mark_rows {
    struct columns columns;
    struct who who;
    struct fs_names labels;
    int32_t *label;
    struct fs_box *box;
    int64_t *begin, *end;
    int64_t label_size, box_size, begin_size, end_size;
};

/* For rows_read; columns are read before. */
rows_fn box_row, span_row;
/* Views of the rows. */
struct fs_boxes marks_boxes(const struct mark_rows *marks);
struct fs_spans marks_spans(const struct mark_rows *marks);
void mark_rows_free(struct mark_rows *marks);
