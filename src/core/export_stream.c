#include "core/export_stream.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "domain/label_config.h"
#include "domain/tally.h"

enum { PAGE_TASKS = 100, PAGE_BYTES = 64 * 1024, ANSWERS_PER_TASK_MAX = TALLY_ANSWERS_MAX };

SQL(SQL_EXPORT_TASKS,
    "SELECT t.id, t.lane, d.external_id, d.data, d.gold, d.predictions, d.created_usec,"
    " coalesce(f.result, CASE WHEN l.label IS NULL THEN NULL ELSE coalesce(e.label, l.label) END), l.votes, l.answers,"
    " e.posterior, e.soft, CASE WHEN f.result IS NOT NULL THEN 'reviewer' WHEN e.label IS NOT NULL THEN (SELECT method"
    " FROM fit v WHERE v.project_id = ?1 AND v.version = e.version) ELSE 'votes' END"
    " FROM task t JOIN task_data d ON d.project_id = t.project_id AND d.id = t.id"
    " LEFT JOIN task_label l ON l.project_id = t.project_id AND l.task_id = t.id"
    " LEFT JOIN task_estimate e ON e.project_id = t.project_id AND e.task_id = t.id AND e.answers = t.answers"
    " LEFT JOIN task_fix f ON f.project_id = t.project_id AND f.task_id = t.id"
    " WHERE t.project_id = ?1 AND t.id > ?2 ORDER BY t.id LIMIT ?3");
SQL(SQL_EXPORT_ANSWERS, "SELECT a.task_id, a.id, w.handle, a.result, a.state, a.reason, a.created_usec, a.work_usec, "
                        "a.answer_key, a.decided_usec"
                        " FROM annotation a JOIN person w ON w.id = a.worker_id"
                        " WHERE a.project_id = ?1 AND a.task_id > ?2 AND a.task_id <= ?3 ORDER BY a.task_id, a.id");

struct export_stream {
    struct export_order order;
    struct label_config *config;
    struct export_writer *writer;
    const char *control; /* of EXPORT_ANSWERS */
    bool ended;
};

static err control_find(struct export_stream *stream, struct problem *p) {
    size_t i;
    const json_t *one;
    str wanted = stream->order.control;
    CLEANUP(buf_free) struct buf names = {0};
    json_array_foreach(label_config_controls(stream->config), i, one) {
        const char *name = json_text(one, "name");
        if (!stream->control && (wanted.len == 0 || str_is(wanted, name))) stream->control = name;
        if (names.len < 200) buf_printf(&names, "%s%s", i ? ", " : "", name);
    }
    if (stream->control || wanted.len == 0) return OK;
    return problem_set(p, ERR_INVALID, "The label config has no control \"%.*s\"; it has: %s.",
                       (int)(wanted.len < 60 ? wanted.len : 60), wanted.data, names.data ? names.data : "none");
}

err export_stream_open(const struct export_order *order, str config_xml, struct export_stream **out,
                       struct problem *p) {
    struct export_stream *stream = mem_alloc(sizeof *stream);
    stream->order = *order;
    err e = label_config_parse(config_xml, &stream->config, p);
    if (e == OK && order->format == EXPORT_ANSWERS && (e = control_find(stream, p)) != OK)
        label_config_free(stream->config);
    if (e != OK) {
        free(stream);
        return e;
    }
    stream->order.control = STR(""); /* the caller's text */
    *out = stream;
    return OK;
}

void export_stream_close(struct export_stream *stream) {
    if (stream->writer && !stream->ended) export_drop(stream->writer);
    label_config_free(stream->config);
    free(stream);
}

struct task_item {
    struct export_task task;
    bool gold, voted; /* voted: done, with its label of the votes */
};

struct page {
    struct arena arena;
    struct task_item items[PAGE_TASKS];
    int count;
    struct export_annotation *annotations; /* of the whole page, in task order */
    const char **keys;
    int annotation_count, annotation_size;
};

static void page_free(struct page *page) {
    arena_free(&page->arena);
    free(page->annotations);
    free(page->keys);
}

static const char *text_or_null(struct arena *a, struct statement *s, int column) {
    return statement_col_null(s, column) ? NULL : arena_str(a, statement_col_text(s, column)).data;
}

static err tasks_read(struct export_stream *stream, struct store_conn *c, struct page *page) {
    struct statement *s = statement(c, &SQL_EXPORT_TASKS);
    statement_int(s, stream->order.project_id);
    statement_int(s, stream->order.after);
    statement_int(s, PAGE_TASKS);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        struct task_item *item = &page->items[page->count++];
        item->gold = statement_col_int(s, 1) == 10;
        item->task = (struct export_task){.id = statement_col_int(s, 0),
                                          .external_id = text_or_null(&page->arena, s, 2),
                                          .data = text_or_null(&page->arena, s, 3),
                                          .gold = text_or_null(&page->arena, s, 4),
                                          .predictions = text_or_null(&page->arena, s, 5),
                                          .created_usec = statement_col_int(s, 6),
                                          .label = text_or_null(&page->arena, s, 7)};
        item->task.updated_usec = item->task.created_usec;
        item->voted = !statement_col_null(s, 8);
        if (item->voted) item->task.share = (double)statement_col_int(s, 8) / (double)statement_col_int(s, 9);
        item->task.has_posterior = !statement_col_null(s, 10);
        item->task.posterior = statement_col_real(s, 10);
        if (stream->order.soft) item->task.soft = text_or_null(&page->arena, s, 11);
        item->task.method = text_or_null(&page->arena, s, 12);
    }
    statement_end(s);
    return OK;
}

static err answers_read(struct export_stream *stream, struct store_conn *c, struct page *page, int64_t last) {
    static const char *const states[] = {"submitted", "approved", "rejected", "sent_back"};
    struct statement *s = statement(c, &SQL_EXPORT_ANSWERS);
    statement_int(s, stream->order.project_id);
    statement_int(s, stream->order.after);
    statement_int(s, last);
    int at = 0;
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        if (page->annotation_count == page->annotation_size) {
            page->annotation_size = page->annotation_size ? page->annotation_size * 2 : 256;
            page->annotations =
                mem_realloc(page->annotations, sizeof *page->annotations * (size_t)page->annotation_size);
            page->keys = mem_realloc(page->keys, sizeof *page->keys * (size_t)page->annotation_size);
        }
        int64_t task_id = statement_col_int(s, 0);
        while (at < page->count && page->items[at].task.id < task_id) at++;
        if (at == page->count) break;
        struct export_task *task = &page->items[at].task;
        int64_t state = statement_col_int(s, 4), created = statement_col_int(s, 6), decided = statement_col_int(s, 9);
        page->keys[page->annotation_count] = text_or_null(&page->arena, s, 8);
        page->annotations[page->annotation_count++] =
            (struct export_annotation){.id = statement_col_int(s, 1),
                                       .worker = text_or_null(&page->arena, s, 2),
                                       .result = text_or_null(&page->arena, s, 3),
                                       .state = states[state],
                                       .reason = text_or_null(&page->arena, s, 5),
                                       .created_usec = created,
                                       .work_usec = statement_col_int(s, 7)};
        task->annotation_count++;
        if (state < 2) task->answers++;
        if (created > task->updated_usec) task->updated_usec = created;
        if (decided > task->updated_usec) task->updated_usec = decided;
    }
    statement_end(s);
    return OK;
}

/* The label so far of a task that is not done yet; a reviewer may have given it one. */
static err label_so_far(struct page *page, struct export_task *task, int first) {
    struct tally_answer answers[ANSWERS_PER_TASK_MAX];
    int count = 0;
    for (int i = 0; i < task->annotation_count && count < ANSWERS_PER_TASK_MAX; i++)
        if (strcmp(task->annotations[i].state, "submitted") == 0 || strcmp(task->annotations[i].state, "approved") == 0)
            answers[count++] =
                (struct tally_answer){.key = page->keys[first + i], .result = task->annotations[i].result};
    if (count == 0) return OK;
    struct tally tally;
    TRY(tally_majority(answers, count, &tally));
    if (!task->label) {
        task->label = arena_str(&page->arena, buf_str(&tally.label)).data;
        task->method = "votes";
        task->has_posterior = false;
    }
    task->share = (double)tally.votes / tally.answers;
    buf_free(&tally.label);
    return OK;
}

/* The control's value in an answer key, in the page's memory; NULL: none. */
static const char *value_text(const struct export_stream *stream, struct page *page, str key) {
    CLEANUP(json_drop) json_t *parsed = NULL;
    CLEANUP(buf_free) struct buf text = {0};
    if (!stream->control || json_parse(key, &parsed, NULL) != OK) return NULL;
    const json_t *value = json_object_get(parsed, stream->control);
    if (!value) return NULL;
    label_key_text(value, &text);
    return arena_str(&page->arena, buf_str(&text)).data;
}

/* The same of a `result` list. */
static const char *result_text(const struct export_stream *stream, struct page *page, const char *result) {
    CLEANUP(json_drop) json_t *parsed = NULL;
    CLEANUP(buf_free) struct buf key = {0};
    if (!result || json_parse(str_from(result), &parsed, NULL) != OK) return NULL;
    label_config_answer_key(stream->config, parsed, &key);
    return value_text(stream, page, buf_str(&key));
}

static void values_find(const struct export_stream *stream, struct page *page, struct task_item *item, int first) {
    struct export_task *task = &item->task;
    for (int i = 0; i < task->annotation_count; i++)
        if (page->keys[first + i])
            page->annotations[first + i].value = value_text(stream, page, str_from(page->keys[first + i]));
    if (item->gold) task->gold_value = result_text(stream, page, task->gold);
    if (task->method && strcmp(task->method, "reviewer") == 0)
        task->fixed_value = result_text(stream, page, task->label);
}

static err page_write(struct export_stream *stream, struct page *page, struct buf *out) {
    int first = 0;
    for (int i = 0; i < page->count; i++) {
        struct task_item *item = &page->items[i];
        item->task.annotations = page->annotation_count ? page->annotations + first : NULL;
        if (stream->order.format == EXPORT_ANSWERS) values_find(stream, page, item, first);
        if (!item->voted) TRY(label_so_far(page, &item->task, first));
        first += item->task.annotation_count;
        if (item->gold && !stream->order.gold) continue;
        export_task(stream->writer, &item->task, out);
    }
    return OK;
}

err export_stream_next(struct export_stream *stream, struct store_conn *c, struct buf *out, bool *more) {
    *more = true;
    if (!stream->writer)
        stream->writer = export_begin(stream->order.format, stream->order.project_id,
                                      label_config_fields(stream->config), label_config_controls(stream->config), out);
    size_t start = out->len;
    while (out->len - start < PAGE_BYTES) {
        struct page *page = mem_alloc(sizeof *page);
        arena_init(&page->arena);
        err e = tasks_read(stream, c, page);
        int count = page->count;
        int64_t last = count ? page->items[count - 1].task.id : 0;
        if (e == OK && count) e = answers_read(stream, c, page, last);
        if (e == OK && count) e = page_write(stream, page, out);
        page_free(page);
        free(page);
        TRY(e);
        if (count == 0) {
            export_end(stream->writer, out);
            stream->ended = true;
            *more = false;
            return OK;
        }
        stream->order.after = last;
    }
    return OK;
}
