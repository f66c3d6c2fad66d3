/* A project's answers as numbers. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "core/estimate_internal.h"
#include "core/queries.h"
#include "domain/work.h"

SQL(SQL_ANSWERS, "SELECT a.task_id, a.worker_id, a.answer_key, a.work_usec, a.created_usec, t.lane, t.state, t.answers,"
                 " t.wanted FROM annotation a JOIN task t ON t.project_id = a.project_id AND t.id = a.task_id"
                 " WHERE a.project_id = ?1 AND a.state IN (0, 1) ORDER BY a.task_id, a.id");
SQL(SQL_GOLD, "SELECT t.id, d.gold FROM task t JOIN task_data d ON d.project_id = t.project_id AND d.id = t.id"
              " WHERE t.project_id = ?1 AND t.lane = 10 AND d.gold IS NOT NULL ORDER BY t.id");
SQL(SQL_VERSION, "SELECT coalesce(max(version), 0) FROM fit WHERE project_id = ?1");

static int32_t worker_number(struct estimate *e, int64_t id) {
    char text[24];
    int len = snprintf(text, sizeof text, "%lld", (long long)id);
    int32_t number = fs_names_add(&e->worker_names, text, (size_t)len);
    if (number < e->worker_count) return number;
    if (e->worker_count == e->worker_size) {
        e->worker_size = e->worker_size ? e->worker_size * 2 : 64;
        e->workers = mem_realloc(e->workers, sizeof *e->workers * (size_t)e->worker_size);
    }
    e->workers[e->worker_count++] = (struct estimate_worker){.id = id};
    return number;
}

static int32_t task_number(struct estimate *e, struct statement *s) {
    int64_t id = statement_col_int(s, 0);
    if (e->task_count > 0 && e->tasks[e->task_count - 1].id == id) return e->task_count - 1;
    if (e->task_count == e->task_size) {
        e->task_size = e->task_size ? e->task_size * 2 : 1024;
        e->tasks = mem_realloc(e->tasks, sizeof *e->tasks * (size_t)e->task_size);
    }
    int lane = (int)statement_col_int(s, 5);
    int64_t most = project_most(&e->project, &e->count, lane), own = statement_col_int(s, 8);
    e->tasks[e->task_count++] = (struct estimate_task){.id = id,
                                                       .lane = lane,
                                                       .state = (int)statement_col_int(s, 6),
                                                       .answers = statement_col_int(s, 7),
                                                       .most = own > most ? own : most};
    return e->task_count - 1;
}

/* The value of one control in an answer key, as its number; -1: left out. */
static int32_t value_number(struct estimate_control *control, const json_t *key) {
    const json_t *value = json_object_get(key, control->name);
    if (!value) return -1;
    CLEANUP(buf_free) struct buf text = {0};
    json_write(&text, value, true);
    return fs_names_add(&control->values, text.data, text.len);
}

static err answer_take(struct estimate *e, struct statement *s) {
    CLEANUP(json_drop) json_t *key = NULL;
    TRY(json_parse(statement_col_text(s, 2), &key, NULL));
    int32_t task = task_number(e, s), worker = worker_number(e, statement_col_int(s, 1)), first = -1;
    for (int i = 0; i < e->control_count; i++) {
        int32_t value = value_number(&e->controls[i], key);
        if (i == 0) first = value;
        if (value >= 0 && fs_table_add(&e->controls[i].table, task, worker, value) != FS_OK) return ERR_INTERNAL;
    }
    struct estimate_worker *w = &e->workers[worker];
    if (w->answers == w->times_size) {
        w->times_size = w->times_size ? w->times_size * 2 : 16;
        w->times = mem_realloc(w->times, sizeof *w->times * (size_t)w->times_size);
    }
    w->times[w->answers++] = statement_col_int(s, 3);
    if (e->answer_count == e->created_size) {
        size_t size = (size_t)(e->created_size = e->created_size ? e->created_size * 2 : 1024);
        e->created = mem_realloc(e->created, sizeof *e->created * size);
        e->at_task = mem_realloc(e->at_task, sizeof *e->at_task * size);
        e->at_worker = mem_realloc(e->at_worker, sizeof *e->at_worker * size);
        e->at_value = mem_realloc(e->at_value, sizeof *e->at_value * size);
    }
    e->created[e->answer_count] = statement_col_int(s, 4);
    e->at_task[e->answer_count] = task, e->at_worker[e->answer_count] = worker, e->at_value[e->answer_count] = first;
    e->answer_count++;
    return OK;
}

static int by_value(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void medians(struct estimate *e) {
    for (int32_t i = 0; i < e->worker_count; i++) {
        struct estimate_worker *w = &e->workers[i];
        qsort(w->times, (size_t)w->answers, sizeof *w->times, by_value);
        w->median_usec = w->times[w->answers / 2];
        free(w->times);
        w->times = NULL;
    }
}

/* Known classes of gold tasks that have answers. */
static err gold_load(struct store_conn *reader, struct estimate *e) {
    for (int i = 0; i < e->control_count; i++) {
        struct estimate_control *c = &e->controls[i];
        c->gold = mem_alloc(sizeof *c->gold * (size_t)(e->task_count + 1));
        for (int32_t t = 0; t < e->task_count; t++) c->gold[t] = -1;
    }
    int32_t at = 0;
    struct statement *s = statement(reader, &SQL_GOLD);
    statement_int(s, e->project.id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t id = statement_col_int(s, 0);
        while (at < e->task_count && e->tasks[at].id < id) at++;
        if (at == e->task_count || e->tasks[at].id != id) continue;
        CLEANUP(json_drop) json_t *result = NULL;
        CLEANUP(json_drop) json_t *key = NULL;
        CLEANUP(buf_free) struct buf text = {0};
        TRY(json_parse(statement_col_text(s, 1), &result, NULL));
        label_config_answer_key(e->config, result, &text);
        TRY(json_parse(buf_str(&text), &key, NULL));
        for (int i = 0; i < e->control_count; i++) e->controls[i].gold[at] = value_number(&e->controls[i], key);
    }
    statement_end(s);
    return OK;
}

/* Classes by their texts, as `faena aggregate` has them: then ties fall alike, whoever was first. */
static err classes_sort(struct estimate *e, struct estimate_control *c) {
    CLEANUP(buf_free) struct buf text = {0};
    struct fs_names texts = {0}, sorted = {0};
    int32_t count = c->values.count, *place = mem_alloc(sizeof *place * ((size_t)count + 1)),
            *from = mem_alloc(sizeof *from * ((size_t)count + 1));
    err result = OK;
    for (int32_t k = 0; k < count && result == OK; k++) {
        CLEANUP(json_drop) json_t *value = NULL;
        buf_clear(&text);
        result = json_parse(str_from(fs_names_text(&c->values, k, NULL)), &value, NULL);
        if (result == OK) label_key_text(value, &text);
        fs_names_add(&texts, text.data ? text.data : "", text.len);
    }
    if (result == OK && texts.count == count && fs_names_sort(&texts, place) == FS_OK) {
        for (int32_t k = 0; k < count; k++) from[place[k]] = k;
        for (int32_t k = 0; k < count; k++) {
            size_t len;
            const char *name = fs_names_text(&c->values, from[k], &len);
            fs_names_add(&sorted, name, len);
        }
        for (int64_t i = 0; i < c->table.count; i++) c->table.label[i] = place[c->table.label[i]];
        for (int32_t t = 0; t < e->task_count; t++)
            if (c->gold[t] >= 0) c->gold[t] = place[c->gold[t]];
        for (int64_t i = 0; c == e->controls && i < e->answer_count; i++)
            if (e->at_value[i] >= 0) e->at_value[i] = place[e->at_value[i]];
        fs_names_free(&c->values);
        c->values = sorted;
    }
    fs_names_free(&texts);
    free(place);
    free(from);
    return result;
}

static err answers_load(struct store_conn *reader, struct estimate *e) {
    struct statement *s = statement(reader, &SQL_ANSWERS);
    statement_int(s, e->project.id);
    err result = OK;
    for (bool has_row; result == OK;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        result = answer_take(e, s);
    }
    statement_end(s);
    return result;
}

err estimate_load(struct store_conn *reader, int64_t project_id, struct estimate *e) {
    struct project_head head;
    bool found;
    CLEANUP(buf_free) struct buf xml = {0};
    struct problem p = {0};
    TRY(project_head(reader, project_id, &head, &found));
    if (!found) return ERR_NOT_FOUND;
    e->project = head.project, e->count = head.count;
    TRY(project_texts(reader, project_id, &xml, NULL));
    TRY(label_config_parse(buf_str(&xml), &e->config, &p));
    size_t i;
    const json_t *one;
    json_array_foreach(label_config_controls(e->config), i, one) {
        if (e->control_count == ESTIMATE_CONTROLS_MAX) break;
        e->controls[e->control_count++].name = json_text(one, "name");
    }
    TRY(answers_load(reader, e));
    medians(e);
    TRY(gold_load(reader, e));
    for (i = 0; i < (size_t)e->control_count; i++) TRY(classes_sort(e, &e->controls[i]));
    struct statement *s = statement(reader, &SQL_VERSION);
    statement_int(s, project_id);
    TRY(statement_one(s, &found));
    e->version = statement_col_int(s, 0) + 1;
    statement_end(s);
    return OK;
}

void estimate_free(struct estimate *e) {
    for (int i = 0; i < e->control_count; i++) {
        struct estimate_control *c = &e->controls[i];
        fs_names_free(&c->values);
        fs_table_free(&c->table);
        fs_answers_free(c->answers);
        fs_adaptive_free(c->adaptive);
        fs_agreement_free(c->agreement);
        free(c->gold);
    }
    fs_names_free(&e->worker_names);
    fs_signals_free(&e->signals);
    for (int32_t i = 0; i < e->worker_count; i++) free(e->workers[i].times);
    free(e->tasks);
    free(e->workers);
    free(e->created);
    free(e->at_task);
    free(e->at_worker);
    free(e->at_value);
    label_config_free(e->config);
    arena_free(&e->arena);
}
