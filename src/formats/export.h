/* export.h - labelled tasks as they leave: JSON, JSONL, CSV, Label Studio JSON and JSON_MIN. Pure and streaming: one
 * task at a time appended to a buffer that the caller sends and empties.
 *
 *   export_begin -> export_task* -> export_end
 */
#pragma once
#include <jansson.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

enum export_format { EXPORT_JSON, EXPORT_JSONL, EXPORT_CSV, EXPORT_LABEL_STUDIO, EXPORT_JSON_MIN, EXPORT_ANSWERS };

struct export_annotation {
    int64_t id;
    const char *worker; /* handle, or a stable alias when names are hidden */
    const char *result; /* JSON text of the `result` list */
    const char *state;  /* "submitted", "approved", "rejected" */
    const char *reason; /* rejection reason or NULL */
    int64_t created_usec;
    int64_t work_usec; /* time spent on it */
    const char *value; /* EXPORT_ANSWERS: the answer to the control asked for, NULL = none */
};

struct export_task {
    int64_t id;
    const char *external_id; /* NULL = none */
    const char *data;        /* JSON text of the data object */
    const char *gold;        /* JSON text of the gold `result` list, NULL = none */
    const char *label;       /* JSON text of the aggregated `result` list, NULL = none yet */
    double share;            /* share of votes of the most given answer, 0..1: the agreement */
    bool has_posterior;
    double posterior;   /* of the label, calibrated, 0..1 */
    const char *method; /* where the label is from: "votes", "reviewer" or the model's name; NULL without a label */
    const char *soft;   /* JSON text: control -> value -> probability; NULL = not asked for or not known */
    int answers;        /* answers that count (not rejected) */
    int64_t created_usec, updated_usec;
    const struct export_annotation *annotations;
    int annotation_count;
    const char *predictions;              /* JSON text of a list, NULL = none */
    const char *gold_value, *fixed_value; /* EXPORT_ANSWERS: of the control asked for; fixed: by a reviewer */
};

struct export_writer; /* holds format, project and, for CSV, the columns */

/* fields: array of data field names (columns for CSV); controls: label_config_controls(). Both are kept by reference.
 *
 *   JSON, JSONL    {"task":7,"external_id":..,"data":{..},"label":[..],"share":0.67,"posterior":0.98,
 *                  "method":"votes","answers":3,"gold":..,"soft":{..} (only when asked
 * for),"annotations":[{"id","worker","state","reason","created_at","seconds","result"}]}; share is null without a label
 *   CSV            task, external_id, the data fields, per control its label as text (several joined by "|"), share,
 *                  posterior, method, answers; RFC 4180. A later column of the same name becomes NAME_2. A cell that
 * starts with = + - @ TAB or CR gets a leading apostrophe unless it is a plain number (formula injection) LABEL_STUDIO
 * the shape Label Studio's JSON export has; export_label_studio.c says where ours differs JSON_MIN       Label Studio's
 * JSON_MIN: data fields, id, per control its value, annotator, annotation_id, created_at, updated_at, lead_time; one
 * object per annotation that was not rejected
 *   ANSWERS        what `faena aggregate --exported` reads, one line for each answer that counts:
 *                  {"task":7,"worker":"ana","label":"Drama","gold":null,"fixed":null}
 *
 * The JSON texts of a task must be valid JSON: they are pasted, not parsed. */
struct export_writer *export_begin(enum export_format format, int64_t project_id, const json_t *fields,
                                   const json_t *controls, struct buf *out);
void export_task(struct export_writer *w, const struct export_task *task, struct buf *out);
void export_end(struct export_writer *w, struct buf *out); /* frees w */
void export_drop(struct export_writer *w);                 /* frees w without an end, for a broken stream */

/* json jsonl csv label_studio json_min answers */
bool export_format_named(const char *name, enum export_format *format);
bool export_format_lines(enum export_format format);         /* a line a row, without brackets around */
const char *export_format_type(enum export_format format);   /* content type */
const char *export_format_ending(enum export_format format); /* file name ending */
