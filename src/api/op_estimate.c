/* Handlers: quality of a project as the newest fit sees it. */
#include "api/app.h"
#include "api_gen.h"

static err seen(struct api_call *call, int64_t project_id, struct project_head *head) {
    return project_seen(call->loop->reader, project_id, call->actor.person_id, call->actor.roles, head, call->problem);
}

err op_quality_show(struct api_call *call, const struct in_quality_show *in) {
    struct project_head head;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(seen(call, in->project, &head));
    TRY(quality_json(call->loop->reader, &head, &o));
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_fit_list(struct api_call *call, const struct in_fit_list *in) {
    struct project_head head;
    struct op_list list;
    TRY(seen(call, in->project, &head));
    TRY(op_list_begin(&list, call, 'f', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200, fits_json(call->loop->reader, in->project, &list.page, &list.out));
}

err op_quality_workers(struct api_call *call, const struct in_quality_workers *in) {
    struct project_head head;
    struct op_list list;
    TRY(seen(call, in->project, &head));
    TRY(op_list_begin(&list, call, 'w', in->limit, in->has_cursor, in->cursor, 0));
    return op_list_reply(&list, call, 200,
                         quality_workers_json(call->loop->reader, in->project, &list.page, &list.out));
}

err op_quality_tasks(struct api_call *call, const struct in_quality_tasks *in) {
    struct project_head head;
    struct op_list list;
    TRY(seen(call, in->project, &head));
    TRY(op_list_begin(&list, call, 'd', in->limit, false, STR(""), 0));
    return op_list_reply(&list, call, 200,
                         quality_tasks_json(call->loop->reader, in->project, (int)in->limit, &list.out));
}

err op_quality_csv(struct api_call *call, const struct in_quality_csv *in) {
    struct project_head head;
    CLEANUP(buf_free) struct buf body = {0};
    TRY(seen(call, in->project, &head));
    static const char *const names[] = {"workers", "doubt", "agreement", "confusion", "drift", "versions"};
    char disposition[64];
    if (in->table == QUALITY_WORKERS)
        TRY(quality_workers_csv(call->loop->reader, in->project, &body));
    else if (in->table == QUALITY_TASKS)
        TRY(quality_tasks_csv(call->loop->reader, in->project, &body));
    else if (in->table == QUALITY_VERSIONS)
        TRY(fits_csv(call->loop->reader, in->project, &body));
    else
        TRY(quality_summary_csv(call->loop->reader, in->project, (enum quality_table)in->table, &body));
    snprintf(disposition, sizeof disposition, "attachment; filename=\"%s.csv\"", names[in->table]);
    http_reply_header(call->request, "Content-Disposition", disposition);
    api_reply_text(call, 200, "text/csv; charset=utf-8", buf_str(&body));
    return OK;
}

static err signals_reply(struct api_call *call, int64_t project_id, bool open_only) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 's', 200, false, STR(""), 0));
    return op_list_reply(&list, call, 200, signals_json(call->loop->reader, project_id, open_only, &list.out));
}

err op_signal_list(struct api_call *call, const struct in_signal_list *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    return signals_reply(call, in->project, in->has_state);
}

static err finish_signal(struct api_call *call, struct command *command) {
    const struct signal_decide *args = command->args;
    return signals_reply(call, args->project_id, false);
}

err op_signal_decide(struct api_call *call, const struct in_signal_decide *in) {
    struct signal_decide *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct signal_decide){
        .project_id = in->project, .worker_id = in->worker, .kind = (int)in->kind + 1, .confirm = in->confirm};
    return op_command(call, &cmd_signal_decide, args, finish_signal);
}
