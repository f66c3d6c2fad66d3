/* Handlers: gold, contests, and review beyond approving and rejecting. */
#include <string.h>

#include "api/app.h"
#include "api_gen.h"
#include "base/json.h"
#include "base/limits.h"

static err seen(struct api_call *call, int64_t project_id, struct project_head *head) {
    return project_seen(call->loop->reader, project_id, call->actor.person_id, call->actor.roles, head, call->problem);
}

/* A result that a requester or reviewer gives for a task, checked as a worker's is; its text and key in the arena. */
static err result_check(struct api_call *call, int64_t project_id, int64_t task_id, json_t *result, const char *field,
                        str *text, str *key) {
    struct task_facts facts = {0};
    bool found;
    struct cached_config *config;
    CLEANUP(json_drop) json_t *data = NULL;
    CLEANUP(buf_free) struct buf out = {0};
    TRY(task_facts(call->loop->reader, project_id, task_id, call->arena, &facts, &found));
    if (!found) return problem_set(call->problem, ERR_NOT_FOUND, "This project has no task %lld.", (long long)task_id);
    TRY(config_cache_get(call->loop, project_id, facts.config_version, &config, call->problem));
    TRY(json_parse(str_from(facts.data), &data, NULL));
    TRY(label_config_check_answer(config->config, data, result, call->problem));
    json_write(&out, result, false);
    if (out.len > ANSWER_BYTES_MAX) {
        problem_field_add(call->problem, field, "An answer has at most %d bytes.", ANSWER_BYTES_MAX);
        return problem_set(call->problem, ERR_TOO_LARGE, "An answer has at most %d bytes.", ANSWER_BYTES_MAX);
    }
    *text = arena_str(call->arena, buf_str(&out));
    if (!key) return OK;
    buf_clear(&out);
    label_config_answer_key(config->config, result, &out);
    *key = arena_str(call->arena, buf_str(&out));
    return OK;
}

static err task_reply(struct api_call *call, int64_t project_id, int64_t task_id) {
    struct project_head head;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(seen(call, project_id, &head));
    TRY(task_json(call->loop->reader, &head, task_id, true, &o, call->problem));
    api_reply_buf(call, 200, &body);
    return OK;
}

/* --- gold --- */

static err finish_gold(struct api_call *call, struct command *command) {
    const struct gold_set *args = command->args;
    return task_reply(call, args->project_id, args->task_id);
}

err op_gold_put(struct api_call *call, const struct in_gold_put *in) {
    struct project_head head;
    str gold;
    TRY(seen(call, in->project, &head));
    TRY(result_check(call, in->project, in->task, in->gold, "/gold", &gold, NULL));
    struct gold_set *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct gold_set){.project_id = in->project,
                              .task_id = in->task,
                              .gold = gold.data,
                              .note = in->has_note && in->note.len ? arena_str(call->arena, in->note).data : NULL,
                              .more = in->answers};
    return op_command(call, &cmd_gold_set, args, finish_gold);
}

err op_gold_delete(struct api_call *call, const struct in_gold_delete *in) {
    struct gold_set *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct gold_set){.project_id = in->project, .task_id = in->task};
    return op_command(call, &cmd_gold_set, args, finish_gold);
}

err op_gold_promote(struct api_call *call, const struct in_gold_promote *in) {
    struct gold_promote *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct gold_promote){
        .project_id = in->project, .tasks = in->tasks.items, .count = in->tasks.count, .more = in->answers};
    return op_command(call, &cmd_gold_promote, args, finish_reply);
}

err op_gold_candidates(struct api_call *call, const struct in_gold_candidates *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    struct op_list list;
    TRY(op_list_begin(&list, call, 'g', in->limit, false, STR(""), 0));
    return op_list_reply(&list, call, 200,
                         gold_candidates_json(call->loop->reader, in->project, (int)in->limit, &list.out));
}

/* --- contests --- */

err op_work_contest(struct api_call *call, const struct in_work_contest *in) {
    struct contest *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct contest){.project_id = in->project, .task_id = in->task, .reason = in->reason};
    return op_command(call, &cmd_contest, args, finish_empty);
}

err op_contest_list(struct api_call *call, const struct in_contest_list *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    struct op_list list;
    TRY(op_list_begin(&list, call, 'c', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200,
                         contests_json(call->loop->reader, in->project, in->has_state, &list.page, &list.out));
}

err op_contest_decide(struct api_call *call, const struct in_contest_decide *in) {
    struct contest_decide *args = arena_alloc(call->arena, sizeof *args);
    *args =
        (struct contest_decide){.project_id = in->project,
                                .task_id = in->task,
                                .falls = in->falls,
                                .reply = in->reply,
                                .note = in->has_note && in->note.len ? arena_str(call->arena, in->note).data : NULL};
    if (in->falls && in->has_gold && !json_is_null(in->gold)) {
        struct project_head head;
        str gold;
        TRY(seen(call, in->project, &head));
        TRY(result_check(call, in->project, in->task, in->gold, "/gold", &gold, NULL));
        args->gold = gold.data;
    }
    return op_command(call, &cmd_contest_decide, args, finish_reply);
}

/* --- a worker's own quality --- */

err op_my_quality(struct api_call *call, const struct in_my_quality *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'q', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(
        &list, call, 200,
        my_quality_json(call->loop->reader, call->actor.person_id, call->arena, &list.page, &list.out));
}

/* The same data that the worker saw when answering. */
static err missed_data(void *arg, int64_t project_id, int64_t config_version, str data, struct json_out *o) {
    struct api_call *call = arg;
    const char *text = arena_str(call->arena, data).data;
    struct cached_config *config;
    TRY(config_cache_get(call->loop, project_id, config_version, &config, call->problem));
    return worker_data_write(config, text, o);
}

err op_my_gold(struct api_call *call, const struct in_my_gold *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'm', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(
        &list, call, 200,
        missed_gold_each(call->loop->reader, call->actor.person_id, &list.page, missed_data, call, &list.out));
}

/* --- review --- */

err op_annotation_send_back(struct api_call *call, const struct in_annotation_send_back *in) {
    struct annotation_decide *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct annotation_decide){
        .project_id = in->project, .ids = in->ids.items, .count = in->ids.count, .reason = in->comment};
    return op_command(call, &cmd_annotation_send_back, args, finish_reply);
}

static err finish_fix(struct api_call *call, struct command *command) {
    const struct task_fix *args = command->args;
    return task_reply(call, args->project_id, args->task_id);
}

static err fix(struct api_call *call, const struct command_kind *kind, int64_t project_id, int64_t task_id,
               json_t *result, str comment) {
    struct project_head head;
    struct task_fix *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct task_fix){.project_id = project_id, .task_id = task_id, .comment = comment};
    TRY(seen(call, project_id, &head));
    if (result) TRY(result_check(call, project_id, task_id, result, "/result", &args->result, &args->answer_key));
    return op_command(call, kind, args, finish_fix);
}

err op_label_put(struct api_call *call, const struct in_label_put *in) {
    return fix(call, &cmd_task_fix, in->project, in->task, in->result, in->has_comment ? in->comment : STR(""));
}

err op_label_delete(struct api_call *call, const struct in_label_delete *in) {
    return fix(call, &cmd_task_fix, in->project, in->task, NULL, STR(""));
}

err op_opinion_put(struct api_call *call, const struct in_opinion_put *in) {
    return fix(call, &cmd_opinion_set, in->project, in->task, in->result, STR(""));
}

err op_opinion_next(struct api_call *call, const struct in_opinion_next *in) {
    struct project_head head;
    bool found;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(seen(call, in->project, &head));
    TRY(opinion_next_json(call->loop->reader, in->project, call->actor.person_id, &o, &found));
    if (!found)
        return problem_set(call->problem, ERR_NO_WORK,
                           "No done task waits for your opinion: you have given one on each.");
    api_reply_buf(call, 200, &body);
    return OK;
}

static err finish_more(struct api_call *call, struct command *command) {
    const struct task_more *args = command->args;
    return task_reply(call, args->project_id, args->task_id);
}

err op_task_more(struct api_call *call, const struct in_task_more *in) {
    struct task_more *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct task_more){.project_id = in->project, .task_id = in->task, .more = in->answers};
    return op_command(call, &cmd_task_more, args, finish_more);
}

/* --- who reviews --- */

static err reviewers_reply(struct api_call *call, int64_t project_id) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'v', PAGE_ROWS_MAX, false, STR(""), 0));
    return op_list_reply(&list, call, 200, reviewers_json(call->loop->reader, project_id, &list.out));
}

err op_reviewer_list(struct api_call *call, const struct in_reviewer_list *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    return reviewers_reply(call, in->project);
}

static err finish_reviewers(struct api_call *call, struct command *command) {
    const struct reviewer_set *args = command->args;
    return reviewers_reply(call, args->project_id);
}

static err reviewer(struct api_call *call, int64_t project_id, str handle, bool remove) {
    struct reviewer_set *args = arena_alloc(call->arena, sizeof *args);
    char *lower = arena_alloc(call->arena, handle.len + 1);
    for (size_t i = 0; i < handle.len; i++)
        lower[i] = (char)(handle.data[i] >= 'A' && handle.data[i] <= 'Z' ? handle.data[i] + 32 : handle.data[i]);
    *args = (struct reviewer_set){.project_id = project_id, .handle = {lower, handle.len}, .remove = remove};
    return op_command(call, &cmd_reviewer_set, args, finish_reviewers);
}

err op_reviewer_add(struct api_call *call, const struct in_reviewer_add *in) {
    return reviewer(call, in->project, in->handle, false);
}

err op_reviewer_remove(struct api_call *call, const struct in_reviewer_remove *in) {
    return reviewer(call, in->project, in->handle, true);
}
