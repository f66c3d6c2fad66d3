/* Handlers around offers: wishes, offers, forecast, a project's terms, the operator's limits. */
#include "api/work_parts.h"
#include "api_gen.h"
#include "base/clock.h"
#include "base/json.h"
#include "domain/dispatch.h"

/* --- wishes --- */

static err wishes_reply(struct api_call *call) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(wishes_json(call->loop->reader, call->actor.person_id, &o));
    api_reply_buf(call, 200, &body);
    return OK;
}

static err wishes_saved(struct api_call *call, struct command *command) { return wishes_reply(call); }

err op_wish_show(struct api_call *call, const struct in_wish_show *in) { return wishes_reply(call); }

err op_wish_save(struct api_call *call, const struct in_wish_save *in) {
    struct wish_save *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct wish_save){.wants_offers = in->wants_offers,
                               .chosen_only = in->chosen_only,
                               .tell_empty = in->tell_empty,
                               .weekly_minutes = in->weekly_minutes,
                               .quiet_from = in->quiet_from,
                               .quiet_to = in->quiet_to,
                               .time_zone = in->time_zone,
                               .utc_offset_minutes = in->utc_offset_minutes,
                               .least_hour_micros = in->least_hour_micros,
                               .device = in->device,
                               .has_link = in->has_link_msec,
                               .link_usec = in->link_msec * 1000};
    return op_command(call, &cmd_wish_save, args, wishes_saved);
}

err op_wish_project(struct api_call *call, const struct in_wish_project *in) {
    static const int wanted[] = {1, 0, -1};
    struct wish_project *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct wish_project){.project_id = in->project, .wanted = wanted[in->wish]};
    return op_command(call, &cmd_wish_project, args, wishes_saved);
}

/* --- offers --- */

err op_offer_list(struct api_call *call, const struct in_offer_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'f', 200, false, STR(""), 0));
    return op_list_reply(&list, call, 200, offers_json(call->loop->reader, call->actor.person_id, in->past, &list.out));
}

static err accepted(struct api_call *call, struct command *command) {
    const struct offer_answer *args = command->args;
    CLEANUP(json_drop) json_t *reply = NULL;
    TRY(json_parse(str_from(command->reply), &reply, NULL));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_int(&o, "offer", json_int(reply, "offer", 0));
    out_set_int(&o, "project", json_int(reply, "project", 0));
    out_set_int(&o, "tasks", json_int(reply, "tasks", 0));
    out_key(&o, "lease");
    TRY(lease_write(call, args->project_id, json_object_get(reply, "lease"), &o));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

static err answer(struct api_call *call, int64_t offer, bool accept, int64_t tasks, finish_fn *finish) {
    struct offer_answer *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct offer_answer){.offer_id = offer, .accept = accept, .tasks = tasks};
    TRY(offer_project(call->loop->reader, call->actor.person_id, offer, &args->project_id, call->problem));
    return op_command(call, &cmd_offer_answer, args, finish);
}

err op_offer_accept(struct api_call *call, const struct in_offer_accept *in) {
    return answer(call, in->offer, true, in->has_tasks ? in->tasks : 0, accepted);
}

err op_offer_decline(struct api_call *call, const struct in_offer_decline *in) {
    return answer(call, in->offer, false, 0, finish_empty);
}

err op_forecast_show(struct api_call *call, const struct in_forecast_show *in) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(forecast_json(call->loop->reader, call->actor.person_id, call->now_usec, &o));
    api_reply_buf(call, 200, &body);
    return OK;
}

/* --- a project's terms --- */

static err terms_reply(struct api_call *call, int64_t project_id) {
    struct project_head head;
    TRY(project_seen(call->loop->reader, project_id, call->actor.person_id, call->actor.roles, &head, call->problem));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(dispatch_json(call->loop->reader, &head, call->now_usec, &o));
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_dispatch_show(struct api_call *call, const struct in_dispatch_show *in) {
    return terms_reply(call, in->project);
}

static err terms_saved(struct api_call *call, struct command *command) {
    return terms_reply(call, reply_int(command, "id"));
}

/* "" = none = 0 */
static void time_read(struct api_call *call, const char *path, str text, int64_t *usec) {
    *usec = 0;
    if (text.len == 0 || clock_parse(text, usec)) return;
    problem_field_add(call->problem, path, "Write a time as 2027-01-31T08:00:00Z.");
}

err op_dispatch_update(struct api_call *call, const struct in_dispatch_update *in) {
    static const int64_t devices[] = {0, 2};
    struct project_dispatch_set *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct project_dispatch_set){.project_id = in->project,
                                          .has_rule = in->has_rule,
                                          .has_away = in->has_away_permille,
                                          .has_person_max = in->has_person_max,
                                          .has_crew = in->has_crew,
                                          .has_deadline = in->has_deadline,
                                          .has_device = in->has_device,
                                          .has_publish = in->has_publish_at,
                                          .has_repeat = in->has_repeat_days,
                                          .has_budget = in->has_budget_micros,
                                          .has_expected = in->has_expected_tasks,
                                          .rule = in->rule,
                                          .away_permille = in->away_permille,
                                          .person_max = in->person_max,
                                          .crew_id = in->crew,
                                          .device = in->has_device ? devices[in->device] : 0,
                                          .repeat_days = in->repeat_days,
                                          .budget_micros = in->budget_micros,
                                          .expected_tasks = in->expected_tasks};
    if (in->has_deadline) time_read(call, "/deadline", in->deadline, &args->deadline_usec);
    if (in->has_publish_at) time_read(call, "/publish_at", in->publish_at, &args->publish_usec);
    if (call->problem->field_count > 0) return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    return op_command(call, &cmd_project_dispatch_set, args, terms_saved);
}

/* --- the operator's limits --- */

static err limits_reply(struct api_call *call) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(dispatch_limits_json(call->loop->reader, &o));
    api_reply_buf(call, 200, &body);
    return OK;
}

static err limits_saved(struct api_call *call, struct command *command) { return limits_reply(call); }

err op_dispatch_limits_show(struct api_call *call, const struct in_dispatch_limits_show *in) {
    return limits_reply(call);
}

err op_dispatch_limits_update(struct api_call *call, const struct in_dispatch_limits_update *in) {
    struct dispatch_limits_set *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct dispatch_limits_set){.has_away_min = in->has_away_permille_min,
                                         .has_away_max = in->has_away_permille_max,
                                         .has_weekly = in->has_weekly_minutes_max,
                                         .has_race = in->has_race,
                                         .race = in->race,
                                         .away_min = in->away_permille_min,
                                         .away_max = in->away_permille_max,
                                         .weekly_minutes = in->weekly_minutes_max};
    return op_command(call, &cmd_dispatch_limits_set, args, limits_saved);
}
