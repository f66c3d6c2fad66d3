/* Handlers of what workers think of requesters. */
#include "api/app.h"
#include "api_gen.h"
#include "core/rating.h"

static err requester_reply(struct api_call *call, int64_t requester_id) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(requester_json(call->loop->reader, requester_id, call->actor.person_id, &o, call->problem));
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_requester_list(struct api_call *call, const struct in_requester_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'y', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200,
                         rateable_json(call->loop->reader, call->actor.person_id, &list.page, &list.out));
}

err op_requester_show(struct api_call *call, const struct in_requester_show *in) {
    return requester_reply(call, in->requester);
}

static err rated(struct api_call *call, struct command *command) {
    const struct rating_save *args = command->args;
    return requester_reply(call, args->requester_id);
}

err op_requester_rate(struct api_call *call, const struct in_requester_rate *in) {
    struct rating_save *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct rating_save){
        .requester_id = in->requester, .pay = in->pay, .fairness = in->fairness, .clarity = in->clarity};
    return op_command(call, &cmd_rating_save, args, rated);
}

err op_requester_rating_delete(struct api_call *call, const struct in_requester_rating_delete *in) {
    struct rating_drop *args = arena_alloc(call->arena, sizeof *args);
    args->requester_id = in->requester;
    return op_command(call, &cmd_rating_drop, args, finish_empty);
}
