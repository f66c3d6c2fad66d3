/* Handlers around money that leaves: asked for by people, paid or refused by the operator. */
#include "api/app.h"
#include "api_gen.h"
#include "base/clock.h"

err op_payout_terms(struct api_call *call, const struct in_payout_terms *in) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(payout_terms_json(call->loop->reader, call->arena, call->actor.person_id, &o));
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_own_payout_list(struct api_call *call, const struct in_own_payout_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'y', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200,
                         payouts_own_json(call->loop->reader, call->actor.person_id, &list.page, &list.out));
}

static err asked(struct api_call *call, struct command *command) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(payout_own_json(call->loop->reader, call->actor.person_id, reply_int(command, "id"), &o));
    api_reply_buf(call, 201, &body);
    return OK;
}

err op_payout_ask(struct api_call *call, const struct in_payout_ask *in) {
    struct payout_ask *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct payout_ask){.id = id_new(),
                                .amount_micros = in->amount_micros,
                                .method = in->method,
                                .address = in->address,
                                .holder = in->holder};
    return op_command(call, &cmd_payout_ask, args, asked);
}

err op_payout_take_back(struct api_call *call, const struct in_payout_take_back *in) {
    struct payout_take_back *args = arena_alloc(call->arena, sizeof *args);
    args->id = in->payout;
    return op_command(call, &cmd_payout_take_back, args, finish_empty);
}

/* --- the operator's --- */

err op_payout_list(struct api_call *call, const struct in_payout_list *in) {
    struct op_list list;
    enum payout_state state = (enum payout_state)in->state;
    TRY(op_list_begin(&list, call, (unsigned char)('0' + state), in->limit, in->has_cursor, in->cursor,
                      state == PAYOUT_ASKED ? 0 : INT64_MAX));
    return op_list_reply(&list, call, 200, payouts_json(call->loop->reader, state, &list.page, &list.out));
}

err op_payout_csv(struct api_call *call, const struct in_payout_csv *in) {
    CLEANUP(buf_free) struct buf body = {0};
    TRY(payouts_csv(call->loop->reader, (enum payout_state)in->state, call->loop->app->currency, &body));
    http_reply_header(call->request, "Content-Disposition", "attachment; filename=\"payouts.csv\"");
    http_reply_header(call->request, "Cache-Control", "no-store");
    api_reply_text(call, 200, "text/csv; charset=utf-8", buf_str(&body));
    return OK;
}

err op_payout_decide(struct api_call *call, const struct in_payout_decide *in) {
    struct payout_decide *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct payout_decide){.ids = in->ids.items,
                                   .count = in->ids.count,
                                   .paid = in->paid,
                                   .reference = in->has_reference ? in->reference : STR(""),
                                   .reason = in->has_reason ? in->reason : STR("")};
    if (in->paid && args->reference.len == 0)
        problem_field_add(call->problem, "/reference", "Write down the reference of the bank or wallet.");
    if (!in->paid && args->reason.len == 0)
        problem_field_add(call->problem, "/reason", "Write why; the person reads it.");
    if (call->problem->field_count > 0) return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    return op_command(call, &cmd_payout_decide, args, finish_reply);
}
