/* Handlers: projects, label configs, live events, export. */
#include <stdlib.h>
#include <string.h>

#include "api/app.h"
#include "api/route.h"
#include "api_gen.h"
#include "base/clock.h"
#include "core/export_stream.h"
#include "domain/markdown.h"

static err seen(struct api_call *call, int64_t project_id, struct project_head *head) {
    return project_seen(call->loop->reader, project_id, call->actor.person_id, call->actor.roles, head, call->problem);
}

static err project_reply(struct api_call *call, int64_t id, int status) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(project_json(call->loop->reader, id, true, &o));
    api_reply_buf(call, status, &body);
    return OK;
}

static err finish_project(struct api_call *call, struct command *command) {
    return project_reply(call, reply_int(command, "id"), call->operation->status);
}

err op_project_list(struct api_call *call, const struct in_project_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'j', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    bool all = call->actor.roles & ROLE_OPERATOR, reviewer = call->actor.roles & ROLE_REVIEWER;
    return op_list_reply(
        &list, call, 200,
        projects_json(call->loop->reader, all ? 0 : call->actor.person_id, !all && reviewer, &list.page, &list.out));
}

err op_project_show(struct api_call *call, const struct in_project_show *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    return project_reply(call, in->project, 200);
}

static err config_check(struct api_call *call, str xml) {
    struct label_config *config;
    TRY(label_config_parse(xml, &config, call->problem));
    label_config_free(config);
    return OK;
}

err op_project_create(struct api_call *call, const struct in_project_create *in) {
    TRY(config_check(call, in->label_config));
    struct project_create *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct project_create){.id = id_new(),
                                    .fields = {.title = in->title,
                                               .description = in->has_description ? in->description : STR(""),
                                               .instructions = in->has_instructions ? in->instructions : STR(""),
                                               .label_config = in->label_config,
                                               .price_micros = in->price_micros,
                                               .overlap = in->overlap,
                                               .task_seconds = in->task_seconds,
                                               .approve_seconds = in->approve_seconds,
                                               .gold_permille = in->gold_permille,
                                               .has_pack_tasks = true,
                                               .has_pack_seconds = true,
                                               .pack_tasks = in->pack_tasks,
                                               .pack_seconds = in->pack_seconds,
                                               .has_overlap_rule = in->has_overlap_rule,
                                               .has_overlap_min = in->has_overlap_min,
                                               .has_target_permille = in->has_target_permille,
                                               .has_review_permille = in->has_review_permille,
                                               .overlap_rule = in->overlap_rule,
                                               .overlap_min = in->overlap_min,
                                               .target_permille = in->target_permille,
                                               .review_permille = in->review_permille}};
    return op_command(call, &cmd_project_create, args, finish_project);
}

err op_project_update(struct api_call *call, const struct in_project_update *in) {
    if (in->has_label_config) TRY(config_check(call, in->label_config));
    struct project_update *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct project_update){.id = in->project,
                                    .fields = {.has_title = in->has_title,
                                               .has_description = in->has_description,
                                               .has_instructions = in->has_instructions,
                                               .has_label_config = in->has_label_config,
                                               .has_price = in->has_price_micros,
                                               .has_overlap = in->has_overlap,
                                               .has_task_seconds = in->has_task_seconds,
                                               .has_approve_seconds = in->has_approve_seconds,
                                               .has_gold_permille = in->has_gold_permille,
                                               .has_overlap_rule = in->has_overlap_rule,
                                               .has_overlap_min = in->has_overlap_min,
                                               .has_target_permille = in->has_target_permille,
                                               .has_review_permille = in->has_review_permille,
                                               .overlap_rule = in->overlap_rule,
                                               .overlap_min = in->overlap_min,
                                               .target_permille = in->target_permille,
                                               .review_permille = in->review_permille,
                                               .title = in->title,
                                               .description = in->description,
                                               .instructions = in->instructions,
                                               .label_config = in->label_config,
                                               .price_micros = in->price_micros,
                                               .overlap = in->overlap,
                                               .task_seconds = in->task_seconds,
                                               .approve_seconds = in->approve_seconds,
                                               .gold_permille = in->gold_permille,
                                               .has_pack_tasks = in->has_pack_tasks,
                                               .has_pack_seconds = in->has_pack_seconds,
                                               .pack_tasks = in->pack_tasks,
                                               .pack_seconds = in->pack_seconds}};
    return op_command(call, &cmd_project_update, args, finish_project);
}

err op_project_quote(struct api_call *call, const struct in_project_quote *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(quote_json(call->loop->reader, &head, &o, call->problem));
    api_reply_buf(call, 200, &body);
    return OK;
}

static err step(struct api_call *call, int64_t id, enum project_step what) {
    struct project_step_args *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct project_step_args){.id = id, .step = what};
    return op_command(call, &cmd_project_step, args, finish_project);
}

err op_project_publish(struct api_call *call, const struct in_project_publish *in) {
    return step(call, in->project, PROJECT_PUBLISH);
}
err op_project_pause(struct api_call *call, const struct in_project_pause *in) {
    return step(call, in->project, PROJECT_PAUSE);
}
err op_project_resume(struct api_call *call, const struct in_project_resume *in) {
    return step(call, in->project, PROJECT_RESUME);
}
err op_project_complete(struct api_call *call, const struct in_project_complete *in) {
    return step(call, in->project, PROJECT_COMPLETE);
}

err op_project_events(struct api_call *call, const struct in_project_events *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    return hub_subscribe(call, in->project, 0, in->has_after, in->after);
}

err op_work_events(struct api_call *call, const struct in_work_events *in) {
    return hub_subscribe(call, 0, call->actor.person_id, in->has_after, in->after);
}

/* --- previews --- */

err op_label_config_check(struct api_call *call, const struct in_label_config_check *in) {
    struct label_config *config = NULL;
    struct problem *found = arena_alloc(call->arena, sizeof *found);
    err e = label_config_parse(in->label_config, &config, found);
    if (e != OK && e != ERR_CONFIG_INVALID) return e;
    json_t *reply = json_object(), *errors = json_array();
    for (int i = 0; i < found->field_count && i < PROBLEM_FIELDS_MAX; i++)
        json_array_append_new(errors, json_pack("{s:i, s:i, s:s}", "line", found->fields[i].line, "column",
                                                found->fields[i].column, "detail", found->fields[i].detail));
    json_object_set_new(reply, "ok", json_boolean(e == OK));
    json_object_set_new(reply, "errors", errors);
    json_object_set_new(reply, "config", config ? json_incref((json_t *)label_config_json(config)) : json_null());
    json_object_set_new(reply, "fields", config ? json_incref((json_t *)label_config_fields(config)) : json_null());
    json_object_set_new(reply, "controls", config ? json_incref((json_t *)label_config_controls(config)) : json_null());
    bool shown = config && json_is_object(in->data);
    json_object_set_new(reply, "shown", shown ? label_config_page_data(config, in->data) : json_null());
    api_reply_json(call, 200, reply);
    json_decref(reply);
    label_config_free(config);
    return OK;
}

err op_markdown_render(struct api_call *call, const struct in_markdown_render *in) {
    CLEANUP(buf_free) struct buf html = {0};
    CLEANUP(buf_free) struct buf body = {0};
    markdown_html(in->text, &html);
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_str(&o, "html", buf_str(&html));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

/* --- export --- */

struct export_download {
    struct api_loop *loop;
    struct export_stream *stream;
};

static bool export_pull(void *arg, struct http_stream *stream, bool *failed) {
    struct export_download *d = arg;
    CLEANUP(buf_free) struct buf out = {0};
    bool more;
    if (export_stream_next(d->stream, d->loop->reader, &out, &more) != OK) {
        *failed = true;
        return false;
    }
    http_stream_write(stream, buf_str(&out));
    return more;
}

static void export_end_(void *arg, bool complete) {
    struct export_download *d = arg;
    export_stream_close(d->stream);
    free(d);
}

err op_project_export(struct api_call *call, const struct in_project_export *in) {
    static const enum export_format formats[] = {EXPORT_JSON,         EXPORT_JSONL,    EXPORT_CSV,
                                                 EXPORT_LABEL_STUDIO, EXPORT_JSON_MIN, EXPORT_ANSWERS};
    struct project_head head;
    TRY(seen(call, in->project, &head));
    CLEANUP(buf_free) struct buf xml = {0};
    TRY(project_texts(call->loop->reader, in->project, &xml, NULL));
    struct export_order order = {.project_id = in->project,
                                 .format = formats[in->format],
                                 .after = in->after,
                                 .gold = in->gold,
                                 .soft = in->soft,
                                 .control = in->control};
    struct export_download *d = mem_alloc(sizeof *d);
    d->loop = call->loop;
    err e = export_stream_open(&order, buf_str(&xml), &d->stream, call->problem);
    if (e != OK) {
        free(d);
        return e;
    }
    const char *name = arena_printf(call->arena, "attachment; filename=\"project-%lld%s\"", (long long)in->project,
                                    export_format_ending(order.format));
    struct http_request *request = call->request;
    api_call_end(call);
    http_reply_header(request, "Content-Disposition", name);
    http_reply_header(request, "Cache-Control", "no-store");
    http_stream_begin(request, 200, export_format_type(order.format), export_pull, export_end_, d);
    return OK;
}
