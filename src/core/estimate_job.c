#include "core/estimate_job.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "core/commands.h"
#include "core/estimate_internal.h"
#include "domain/work.h"

enum { SLICE = 300 };

#define URGENT                                                                                                       \
    "CASE WHEN n.weighing > 0 OR (n.fitted_at_answers >= 0 AND n.submitted + n.approved >= n.fitted_at_answers + 10" \
    " + n.fitted_at_answers / 10) THEN 1 ELSE 0 END"
SQL(SQL_DUE,
    "SELECT n.project_id, " URGENT " FROM project_count n WHERE n.weighing > 0 OR (n.submitted + n.approved >= 10"
    " AND n.submitted + n.approved <> n.fitted_at_answers) ORDER BY 2 DESC, n.weighing DESC, n.project_id"
    " LIMIT ?1");
SQL(SQL_KNOWN, "SELECT task_id, soft, answers FROM task_estimate WHERE project_id = ?1 ORDER BY task_id");
SQL(SQL_TASK_ANSWERS, "SELECT answer_key, result FROM annotation WHERE project_id = ?1 AND task_id = ?2"
                      " AND state IN (0, 1) ORDER BY +id");
SQL(SQL_TASK_GOLD, "SELECT gold FROM task_data WHERE project_id = ?1 AND id = ?2 AND gold IS NOT NULL");

err estimate_due(struct store_conn *reader, struct estimate_due *due, int *count) {
    *count = 0;
    struct statement *s = statement(reader, &SQL_DUE);
    statement_int(s, ESTIMATE_DUE_MAX);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        due[(*count)++] = (struct estimate_due){statement_col_int(s, 0), statement_col_int(s, 1) != 0};
    }
    statement_end(s);
    return OK;
}

static err save(const struct estimate_context *context, const struct command_kind *kind, const void *args) {
    struct arena arena;
    arena_init(&arena);
    struct problem problem = {0};
    struct command command = {
        .kind = kind, .args = args, .now_usec = clock_usec(), .arena = &arena, .problem = &problem};
    err e = writer_run(context->writer, &command);
    arena_free(&arena);
    return e;
}

/* --- labels --- */

static void items_take(json_t *label, const json_t *items, const char *control) {
    size_t at;
    json_t *item;
    json_array_foreach(items, at, item) {
        const char *from = json_text(item, "from_name");
        if (from && strcmp(from, control) == 0) json_array_append(label, item);
    }
}

/* What is known of a gold task where no answer says so. */
static err gold_build(const struct estimate *e, struct store_conn *reader, int32_t task, const bool *taken,
                      json_t *label) {
    bool found, wanted = false;
    for (int i = 0; i < e->control_count; i++)
        wanted = wanted || (!taken[i] && e->controls[i].used && e->controls[i].gold[task] >= 0);
    if (!wanted) return OK;
    CLEANUP(json_drop) json_t *items = NULL;
    struct statement *s = statement(reader, &SQL_TASK_GOLD);
    statement_int(s, e->project.id);
    statement_int(s, e->tasks[task].id);
    err result = statement_one(s, &found);
    if (result == OK && found) result = json_parse(statement_col_text(s, 0), &items, NULL);
    statement_end(s);
    for (int i = 0; i < e->control_count; i++)
        if (!taken[i] && e->controls[i].used && e->controls[i].gold[task] >= 0)
            items_take(label, items, e->controls[i].name);
    return result;
}

/* The items that the first answer with the winning value gives to each control; controls that were not fitted keep
 * their votes' winner, which is the first answer's where all differ. */
static err label_build(const struct estimate *e, struct store_conn *reader, int32_t task, struct buf *out) {
    json_t *label = json_array();
    bool taken[ESTIMATE_CONTROLS_MAX] = {0}, has_row;
    struct statement *s = statement(reader, &SQL_TASK_ANSWERS);
    statement_int(s, e->project.id);
    statement_int(s, e->tasks[task].id);
    err result;
    while ((result = statement_step(s, &has_row)) == OK && has_row) {
        CLEANUP(json_drop) json_t *key = NULL;
        CLEANUP(json_drop) json_t *items = NULL;
        if (json_parse(statement_col_text(s, 0), &key, NULL) != OK ||
            json_parse(statement_col_text(s, 1), &items, NULL) != OK)
            continue;
        for (int i = 0; i < e->control_count; i++) {
            const struct estimate_control *c = &e->controls[i];
            const json_t *value = json_object_get(key, c->name);
            if (taken[i] || !value) continue;
            if (c->used) {
                CLEANUP(buf_free) struct buf text = {0};
                json_write(&text, value, true);
                if (fs_names_find(&c->values, text.data, text.len) != c->adaptive->fit->label[task]) continue;
            }
            taken[i] = true;
            items_take(label, items, c->name);
        }
    }
    statement_end(s);
    if (result == OK) result = gold_build(e, reader, task, taken, label);
    json_write(out, label, false);
    json_decref(label);
    return result;
}

/* What is stored of a task. */
struct known {
    const char *soft;
    int64_t answers;
};

static err labels_save(const struct estimate_context *context, struct estimate *e, const struct known *known) {
    struct estimate_row rows[SLICE];
    struct estimate_rows args = {.project_id = e->project.id, .version = e->version, .rows = rows};
    struct arena arena;
    arena_init(&arena);
    err result = OK;
    for (int32_t t = 0; t <= e->task_count && result == OK; t++) {
        if (args.count == SLICE || (t == e->task_count && args.count > 0)) {
            result = save(context, &cmd_estimate_rows, &args);
            args.count = 0;
            arena_reset(&arena);
        }
        if (t == e->task_count || result != OK) break;
        if (context->stopping && context->stopping(context->arg)) result = ERR_STOPPING;
        CLEANUP(buf_free) struct buf soft = {0};
        CLEANUP(buf_free) struct buf label = {0};
        bool told = estimate_soft(e, t, &soft);
        if (told && known[t].soft && known[t].answers == e->tasks[t].answers && strcmp(known[t].soft, soft.data) == 0)
            continue;
        if (result == OK) result = label_build(e, context->reader, t, &label);
        rows[args.count++] = (struct estimate_row){.task_id = e->tasks[t].id,
                                                   .label = arena_str(&arena, buf_str(&label)),
                                                   .soft = arena_str(&arena, buf_str(&soft)),
                                                   .posterior = e->tasks[t].posterior,
                                                   .raw = e->tasks[t].raw,
                                                   .answers = e->tasks[t].answers};
    }
    arena_free(&arena);
    return result;
}

/* Distributions that are stored, by task number; only what changed is written. */
static err known_load(struct estimate *e, struct store_conn *reader, struct known *known) {
    int32_t at = 0;
    struct statement *s = statement(reader, &SQL_KNOWN);
    statement_int(s, e->project.id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t id = statement_col_int(s, 0);
        while (at < e->task_count && e->tasks[at].id < id) at++;
        if (at < e->task_count && e->tasks[at].id == id)
            known[at] = (struct known){arena_str(&e->arena, statement_col_text(s, 1)).data, statement_col_int(s, 2)};
    }
    statement_end(s);
    return OK;
}

/* --- verdicts: the most doubtful first, so that they stand first in the queue --- */

static int by_doubt(const void *a, const void *b) {
    const struct weigh_row *x = a, *y = b;
    return (x->posterior > y->posterior) - (x->posterior < y->posterior);
}

static err verdicts_save(const struct estimate_context *context, struct estimate *e) {
    struct weigh_row *rows = arena_alloc(&e->arena, sizeof *rows * ((size_t)e->task_count + 1));
    size_t count = 0;
    for (int32_t t = 0; t < e->task_count; t++)
        if (e->tasks[t].state == TASK_WEIGHING)
            rows[count++] = (struct weigh_row){e->tasks[t].id, e->tasks[t].answers, e->tasks[t].verdict == FS_MORE,
                                               e->tasks[t].posterior};
    qsort(rows, count, sizeof *rows, by_doubt);
    for (size_t at = 0; at < count; at += SLICE) {
        struct weigh args = {
            .project_id = e->project.id, .rows = rows + at, .count = count - at < SLICE ? count - at : SLICE};
        TRY(save(context, &cmd_weigh, &args));
    }
    return OK;
}

err estimate_save(const struct estimate_context *context, struct estimate *e) {
    struct known *known = arena_alloc(&e->arena, sizeof *known * ((size_t)e->task_count + 1));
    CLEANUP(buf_free) struct buf summary = {0};
    CLEANUP(buf_free) struct buf parameters = {0};
    estimate_summary(e, &summary);
    buf_printf(&parameters, "{\"target\":%.3f,\"answers_min\":%d,\"answers_most\":%d,\"seed\":\"%lld\"}",
               e->project.target_permille / 1000.0, e->project.overlap_min, e->project.overlap,
               (long long)e->project.id);
    struct fit_save args = {.project_id = e->project.id,
                            .version = e->version,
                            .method = fs_method_name(e->method),
                            .parameters = parameters.data,
                            .summary = buf_str(&summary),
                            .answers = e->answer_count,
                            .fitted_before = e->count.fitted_at_answers,
                            .tasks = e->task_count,
                            .took_usec = clock_usec() - e->began_usec,
                            .workers = arena_alloc(&e->arena, sizeof *args.workers * ((size_t)e->worker_count + 1)),
                            .worker_count = (size_t)e->worker_count,
                            .signals = arena_alloc(&e->arena, sizeof *args.signals * ((size_t)e->signals.count + 1)),
                            .signal_count = (size_t)e->signals.count};
    for (int32_t i = 0; i < e->worker_count; i++) {
        const struct estimate_worker *w = &e->workers[i];
        args.workers[i] = (struct fit_worker){w->id, w->answers, w->median_usec, w->accuracy, w->low, w->high};
    }
    for (int64_t i = 0; i < e->signals.count; i++) {
        const struct fs_signal *s = &e->signals.signal[i];
        args.signals[i] = (struct fit_signal){.worker_id = e->workers[s->worker].id,
                                              .other_id = s->other >= 0 ? e->workers[s->other].id : 0,
                                              .kind = (int)s->kind,
                                              .strength = s->strength,
                                              .seen = s->seen,
                                              .usual = s->usual,
                                              .answers = s->answers};
    }
    TRY(save(context, &cmd_fit_save, &args));
    if (e->used > 0) {
        TRY(known_load(e, context->reader, known));
        TRY(labels_save(context, e, known));
    }
    return OK;
}

err estimate_run(const struct estimate_context *context, int64_t project_id) {
    struct estimate *e = mem_alloc(sizeof *e);
    arena_init(&e->arena);
    e->began_usec = clock_usec();
    err result = estimate_load(context->reader, project_id, e);
    if (result == OK) result = estimate_fit(e);
    if (result == OK) result = verdicts_save(context, e);
    if (result == OK) result = estimate_save(context, e);
    estimate_free(e);
    free(e);
    return result;
}
