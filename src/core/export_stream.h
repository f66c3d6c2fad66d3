/* export_stream.h - a project's tasks with labels and answers, page by page, through a writer of formats/.
 *
 *   export_stream_open -> export_stream_next (appends about 64 KB) until !more -> export_stream_close
 *
 * Constant memory: one page of tasks at a time, each page its own snapshot (a long download holds no transaction).
 * The connection is the caller's and used only inside next. */
#pragma once
#include "base/buf.h"
#include "formats/export.h"
#include "store/store.h"

struct export_stream;

struct export_order {
    int64_t project_id;
    enum export_format format;
    int64_t after; /* task id to start after */
    bool gold;     /* with gold tasks */
    bool soft;     /* with every class's probability (JSON, JSONL) */
    str control;   /* EXPORT_ANSWERS: whose answers; empty: those of the first */
};
/* config_xml: the project's label config. ERR_INVALID: it has no such control. */
err export_stream_open(const struct export_order *order, str config_xml, struct export_stream **stream,
                       struct problem *p);
err export_stream_next(struct export_stream *stream, struct store_conn *c, struct buf *out, bool *more);
void export_stream_close(struct export_stream *stream);
