/* Handlers of workers: the list, taking, answering. The answer is checked against the label config here, on the loop,
 * so that the writer only writes. */
#include <string.h>

#include "api/work_parts.h"
#include "api_gen.h"
#include "base/json.h"
#include "base/limits.h"
#include "domain/markdown.h"

err op_work_list(struct api_call *call, const struct in_work_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'o', in->limit, in->has_cursor, in->cursor, 0));
    return op_list_reply(&list, call, 200,
                         work_projects_json(call->loop->reader, call->actor.person_id, &list.page, &list.out));
}

err op_work_show(struct api_call *call, const struct in_work_show *in) {
    struct api_loop *loop = call->loop;
    CLEANUP(buf_free) struct buf body = {0};
    CLEANUP(buf_free) struct buf instructions = {0};
    CLEANUP(buf_free) struct buf html = {0};
    CLEANUP(buf_free) struct buf tree = {0};
    struct json_out o = out_new(&body);
    TRY(work_project_json(loop->reader, in->project, call->actor.person_id, &o, call->problem));
    struct project_head head;
    bool found;
    TRY(project_head(loop->reader, in->project, &head, &found));
    TRY(project_texts(loop->reader, in->project, NULL, &instructions));
    struct cached_config *config;
    TRY(config_cache_get(loop, in->project, head.config_version, &config, call->problem));
    markdown_html(buf_str(&instructions), &html);
    out_set_str(&o, "instructions_html", buf_str(&html));
    json_write(&tree, label_config_json(config->config), false);
    out_set_raw(&o, "config", buf_str(&tree));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

/* --- leases --- */

err lease_write(struct api_call *call, int64_t project_id, const json_t *lease, struct json_out *o) {
    if (!json_is_object(lease)) {
        out_null(o);
        return OK;
    }
    struct task_facts facts = {0};
    bool found;
    int64_t task_id = json_int(lease, "task", 0);
    TRY(task_facts(call->loop->reader, project_id, task_id, call->arena, &facts, &found));
    if (!found) return ERR_INTERNAL;
    struct cached_config *config;
    TRY(config_cache_get(call->loop, project_id, facts.config_version, &config, call->problem));
    out_object_begin(o);
    out_set_int(o, "task", task_id);
    out_set_time(o, "deadline", json_int(lease, "deadline_usec", 0));
    out_set_int(o, "price_micros", json_int(lease, "price_micros", 0));
    out_set_int(o, "config_version", facts.config_version);
    char ticket[TICKET_BYTES];
    ticket_make(call->loop->app, project_id, task_id, call->actor.person_id, ticket);
    out_set_text(o, "ticket", ticket);
    out_key(o, "data");
    TRY(worker_data_write(config, facts.data, o));
    if (json_is_true(json_object_get(lease, "again")))
        TRY(answer_again(call->loop->reader, project_id, task_id, call->actor.person_id, o));
    else
        out_set_null(o, "again");
    out_end(o);
    return OK;
}

static err taken(struct api_call *call, struct command *command) {
    const struct work_take *args = command->args;
    CLEANUP(json_drop) json_t *reply = NULL;
    TRY(json_parse(str_from(command->reply), &reply, NULL));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(lease_write(call, args->project_id, reply, &o));
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_work_take(struct api_call *call, const struct in_work_take *in) {
    struct work_take *args = arena_alloc(call->arena, sizeof *args);
    args->project_id = in->project;
    return op_command(call, &cmd_work_take, args, taken);
}

/* --- answers --- */

static err submitted(struct api_call *call, struct command *command) {
    const struct work_submit *args = command->args;
    CLEANUP(json_drop) json_t *reply = NULL;
    TRY(json_parse(str_from(command->reply), &reply, NULL));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_int(&o, "annotation", json_int(reply, "annotation", 0));
    out_set_text(&o, "state", json_text(reply, "state"));
    out_set_int(&o, "price_micros", json_int(reply, "price_micros", 0));
    out_set_int(&o, "pending_micros", json_int(reply, "pending_micros", 0));
    out_set_bool(&o, "late", json_is_true(json_object_get(reply, "late")));
    out_key(&o, "next");
    TRY(lease_write(call, args->project_id, json_object_get(reply, "next"), &o));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err answer_check(struct api_call *call, int64_t project_id, int64_t task_id, const json_t *result,
                 struct work_submit *args, struct problem *p) {
    struct task_facts facts = {0};
    bool found;
    TRY(task_facts(call->loop->reader, project_id, task_id, call->arena, &facts, &found));
    if (!found) return problem_set(p, ERR_NOT_FOUND, "This project has no task %lld.", (long long)task_id);
    struct cached_config *config;
    TRY(config_cache_get(call->loop, project_id, facts.config_version, &config, p));
    CLEANUP(json_drop) json_t *data = NULL;
    CLEANUP(json_drop) json_t *gold = NULL;
    TRY(json_parse(str_from(facts.data), &data, NULL));
    TRY(label_config_check_answer(config->config, data, result, p));
    CLEANUP(buf_free) struct buf text = {0};
    json_write(&text, result, false);
    if (text.len > ANSWER_BYTES_MAX)
        return problem_set(p, ERR_TOO_LARGE, "An answer has at most %d bytes.", ANSWER_BYTES_MAX);
    args->result = arena_str(call->arena, buf_str(&text));
    buf_clear(&text);
    label_config_answer_key(config->config, result, &text);
    args->answer_key = arena_str(call->arena, buf_str(&text));
    args->gold_right = -1;
    if (facts.gold) {
        TRY(json_parse(str_from(facts.gold), &gold, NULL));
        args->gold_right = label_config_gold_matches(config->config, gold, result);
        args->gold = facts.gold;
    }
    return OK;
}

err op_work_submit(struct api_call *call, const struct in_work_submit *in) {
    struct work_submit *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct work_submit){.project_id = in->project,
                                 .task_id = in->task,
                                 .measured_usec = (int64_t)(in->work_seconds * 1e6),
                                 .take_next = in->take_next};
    TRY(answer_check(call, in->project, in->task, in->result, args, call->problem));
    return op_command(call, &cmd_work_submit, args, submitted);
}

/* --- giving back --- */

static err given_back(struct api_call *call, struct command *command) {
    const struct work_give_back *args = command->args;
    if (args->why == GIVE_RETURN) return finish_empty(call, command);
    CLEANUP(json_drop) json_t *reply = NULL;
    TRY(json_parse(str_from(command->reply), &reply, NULL));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_key(&o, "next");
    TRY(lease_write(call, args->project_id, json_object_get(reply, "next"), &o));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

static err give_back(struct api_call *call, struct work_give_back order) {
    struct work_give_back *args = arena_alloc(call->arena, sizeof *args);
    *args = order;
    return op_command(call, &cmd_work_give_back, args, given_back);
}

err op_work_skip(struct api_call *call, const struct in_work_skip *in) {
    return give_back(call,
                     (struct work_give_back){
                         .project_id = in->project, .task_id = in->task, .why = GIVE_SKIP, .take_next = in->take_next});
}

err op_work_return(struct api_call *call, const struct in_work_return *in) {
    return give_back(call, (struct work_give_back){.project_id = in->project, .task_id = in->task, .why = GIVE_RETURN});
}

err op_work_report(struct api_call *call, const struct in_work_report *in) {
    return give_back(call, (struct work_give_back){.project_id = in->project,
                                                   .task_id = in->task,
                                                   .why = GIVE_REPORT,
                                                   .reason = in->reason,
                                                   .take_next = in->take_next});
}

static err heartbeat_done(struct api_call *call, struct command *command) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_time(&o, "deadline", reply_int(command, "deadline_usec"));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_work_heartbeat(struct api_call *call, const struct in_work_heartbeat *in) {
    struct work_heartbeat *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct work_heartbeat){.project_id = in->project, .task_id = in->task};
    return op_command(call, &cmd_work_heartbeat, args, heartbeat_done);
}
