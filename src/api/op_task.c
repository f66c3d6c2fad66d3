/* Handlers: tasks, answers, review. */
#include <stdio.h>

#include "api/app.h"
#include "api_gen.h"
#include "base/json.h"
#include "base/limits.h"
#include "formats/import.h"

static err seen(struct api_call *call, int64_t project_id, struct project_head *head) {
    return project_seen(call->loop->reader, project_id, call->actor.person_id, call->actor.roles, head, call->problem);
}

err op_task_list(struct api_call *call, const struct in_task_list *in) {
    static const enum task_filter filters[] = {TASKS_OPEN,     TASKS_DONE, TASKS_RETIRED,
                                               TASKS_UNFUNDED, TASKS_GOLD, TASKS_REPORTED};
    struct project_head head;
    TRY(seen(call, in->project, &head));
    struct op_list list;
    TRY(op_list_begin(&list, call, 'k', in->limit, in->has_cursor, in->cursor, 0));
    enum task_filter filter = in->has_state ? filters[in->state] : TASKS_ALL;
    return op_list_reply(&list, call, 200, tasks_json(call->loop->reader, &head, filter, &list.page, &list.out));
}

static err task_reply(struct api_call *call, const struct project_head *head, int64_t task_id) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(task_json(call->loop->reader, head, task_id, true, &o, call->problem));
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_task_show(struct api_call *call, const struct in_task_show *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    return task_reply(call, &head, in->task);
}

static err finish_task(struct api_call *call, struct command *command) {
    const struct task_update *args = command->args;
    struct project_head head;
    TRY(seen(call, args->project_id, &head));
    return task_reply(call, &head, args->task_id);
}

err op_task_update(struct api_call *call, const struct in_task_update *in) {
    if (in->has_retired && !in->retired) {
        problem_field_add(call->problem, "/retired", "A retired task stays retired; import it again as a new task.");
        return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    }
    struct task_update *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct task_update){.project_id = in->project,
                                 .task_id = in->task,
                                 .retire = in->has_retired && in->retired,
                                 .has_priority = in->has_priority,
                                 .priority = in->priority};
    return op_command(call, &cmd_task_update, args, finish_task);
}

/* --- tasks sent as JSON --- */

/* JSON text in the call's arena; NULL for NULL. */
static const char *text_of(struct api_call *call, const json_t *value) {
    if (!value) return NULL;
    CLEANUP(buf_free) struct buf text = {0};
    json_write(&text, value, false);
    return arena_str(call->arena, buf_str(&text)).data;
}

static void task_wrong(struct api_call *call, size_t index, const char *path, const char *sentence) {
    char pointer[PROBLEM_PATH_BYTES];
    snprintf(pointer, sizeof pointer, "/tasks/%zu%s%s", index, *path && *path != '/' ? "/" : "", path);
    problem_field_add(call->problem, pointer, "%s", sentence);
}

/* The rules of import files, so that a task is the same however it comes in. */
static void row_read(struct api_call *call, const struct cached_config *config, size_t index, json_t *item,
                     struct import_row_parts *parts, struct task_row *row) {
    struct import_row read = {0};
    struct problem own = {0};
    import_row_take(item, TASK_DATA_BYTES_MAX, &read, parts);
    if (read.wrong) {
        task_wrong(call, index, read.wrong_field, read.wrong);
        return;
    }
    if (label_config_check_task(config->config, read.data, &own) != OK) {
        for (int i = 0; i < own.field_count && i < PROBLEM_FIELDS_MAX; i++)
            task_wrong(call, index, own.fields[i].path, own.fields[i].detail);
        if (own.field_count == 0) task_wrong(call, index, "", own.detail);
        return;
    }
    CLEANUP(json_drop) json_t *answer = NULL;
    if (read.gold && label_config_answer_from_value(config->config, read.data, read.gold, &answer, &own) != OK) {
        answer = NULL;
        task_wrong(call, index, "gold", own.field_count ? own.fields[0].detail : own.detail);
        return;
    }
    row->external_id = read.external_id ? arena_str(call->arena, str_from(read.external_id)).data : NULL;
    row->priority = read.priority;
    row->data = str_from(text_of(call, read.data));
    row->gold = text_of(call, answer);
    row->predictions = text_of(call, read.predictions);
    row->annotations = text_of(call, read.annotations);
    task_key_hash(row->external_id, read.data, row->key_hash);
}

err op_task_create(struct api_call *call, const struct in_task_create *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    size_t count = json_array_size(in->tasks);
    if (!json_is_array(in->tasks) || count == 0 || count > BULK_ITEMS_MAX) {
        problem_field_add(call->problem, "/tasks", "Send a list of 1 to %d tasks; for more, import a file.",
                          BULK_ITEMS_MAX);
        return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    }
    struct cached_config *config;
    TRY(config_cache_get(call->loop, in->project, head.config_version, &config, call->problem));
    struct task_row *rows = arena_alloc(call->arena, sizeof *rows * count);
    CLEANUP(import_row_parts_free) struct import_row_parts parts = {0};
    for (size_t i = 0; i < count; i++) row_read(call, config, i, json_array_get(in->tasks, i), &parts, &rows[i]);
    if (call->problem->field_count)
        return problem_set(call->problem, ERR_INVALID, "%d things are wrong with these tasks; none was added.",
                           call->problem->field_count);
    struct task_add *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct task_add){.project_id = in->project, .rows = rows, .count = count};
    return op_command(call, &cmd_task_add, args, finish_reply);
}

/* --- answers --- */

err op_annotation_list(struct api_call *call, const struct in_annotation_list *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    struct op_list list;
    TRY(op_list_begin(&list, call, 'a', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200,
                         annotations_json(call->loop->reader, &head, in->has_state ? in->state : -1,
                                          in->has_worker ? in->worker : 0, in->has_drawn && in->drawn, &list.page,
                                          &list.out));
}

static err decide(struct api_call *call, int64_t project_id, struct int64_list ids, bool approve, str reason) {
    struct annotation_decide *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct annotation_decide){
        .project_id = project_id, .ids = ids.items, .count = ids.count, .approve = approve, .reason = reason};
    return op_command(call, &cmd_annotation_decide, args, finish_reply);
}

err op_annotation_approve(struct api_call *call, const struct in_annotation_approve *in) {
    return decide(call, in->project, in->ids, true, STR(""));
}

err op_annotation_reject(struct api_call *call, const struct in_annotation_reject *in) {
    return decide(call, in->project, in->ids, false, in->reason);
}
