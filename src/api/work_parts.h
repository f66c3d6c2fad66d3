/* work_parts.h - what the handlers of workers share (op_work.c, op_pack.c); private to api. */
#pragma once
#include "api/app.h"

/* A lease of a command's reply with the task's data and its ticket, or null. */
err lease_write(struct api_call *call, int64_t project_id, const json_t *lease, struct json_out *o);

/* Checks an answer against the label config and fills what work_submit needs of it. */
err answer_check(struct api_call *call, int64_t project_id, int64_t task_id, const json_t *result,
                 struct work_submit *args, struct problem *p);

/* Proof that a task was given to a person, made with the server's key: with it an answer is taken even when a database
 * that was restored from a backup does not know of the lease any more. */
enum { TICKET_BYTES = 25 };
void ticket_make(const struct app *app, int64_t project_id, int64_t task_id, int64_t worker_id, char out[TICKET_BYTES]);

/* {"seq", "mark", "seen"}: the newest event and when it was made, and when the event `seen` was made (null: there is no
 * such one). Whoever remembers a pair can tell later that the database was put back to an earlier day. */
err store_mark_write(struct api_call *call, bool has_seen, int64_t seen, struct json_out *o);
