/* export_internal.h - what export.c and the writers of the formats share; private to formats/. */
#pragma once
#include "formats/export.h"

/* One item of a `result` list, borrowed from its text. */
struct export_item {
    str value, width, height;
    int control; /* its place in the list of controls, -1 = none of them */
};

struct export_writer {
    enum export_format format;
    int64_t project_id;
    const json_t *fields, *controls;
    int64_t task_count, object_count; /* written so far */
    /* CSV: the present task's value of each field (borrowed from its data), and a cell in the making */
    str *values;
    struct buf cell;
    /* JSON_MIN: the present annotation's items, and how many of them each control has */
    struct export_item *items;
    int item_count, item_room;
    int *control_items;
};

/* The part before an object of a list. */
void export_object_begin(struct export_writer *w, struct buf *out);
/* A JSON text as it is, on one line; NULL gives `otherwise`. */
void export_add_json(struct buf *out, const char *json, const char *otherwise);
/* A number with up to three decimals. */
void export_add_seconds(struct buf *out, int64_t usec);
/* "2026-11-23T23:05:39.000123Z" with quotes, as Label Studio writes times */
void export_add_time_usec(struct buf *out, int64_t usec);
/* A share 0..1 with up to six decimals. */
void export_add_share(struct buf *out, double share);
void export_add_id(struct buf *out, int64_t id);
/* A JSON string, or null. */
void export_add_text(struct buf *out, const char *text);

void export_csv_begin(struct export_writer *w, struct buf *out);
void export_csv_task(struct export_writer *w, const struct export_task *task, struct buf *out);
void export_label_studio_task(struct export_writer *w, const struct export_task *task, struct buf *out);
void export_json_min_task(struct export_writer *w, const struct export_task *task, struct buf *out);
void export_answers_task(struct export_writer *w, const struct export_task *task, struct buf *out);
