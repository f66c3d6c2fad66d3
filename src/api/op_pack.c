/* Handlers for work without a network: packs of tasks, several answers in one request. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "api/work_parts.h"
#include "api_gen.h"
#include "base/json.h"
#include "base/limits.h"

/* --- packs --- */

static err pack_taken(struct api_call *call, struct command *command) {
    const struct pack_take *args = command->args;
    CLEANUP(json_drop) json_t *reply = NULL;
    TRY(json_parse(str_from(command->reply), &reply, NULL));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_key(&o, "leases");
    out_array_begin(&o);
    size_t i;
    json_t *lease;
    json_array_foreach(json_object_get(reply, "leases"), i, lease) TRY(lease_write(call, args->project_id, lease, &o));
    out_end(&o);
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_pack_take(struct api_call *call, const struct in_pack_take *in) {
    struct pack_take *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct pack_take){.project_id = in->project, .count = in->count, .bytes = in->bytes};
    return op_command(call, &cmd_pack_take, args, pack_taken);
}

err op_pack_return(struct api_call *call, const struct in_pack_return *in) {
    struct pack_return *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct pack_return){.project_id = in->project, .ids = in->tasks.items, .count = in->tasks.count};
    return op_command(call, &cmd_pack_return, args, finish_reply);
}

/* --- several answers --- */

void ticket_make(const struct app *app, int64_t project_id, int64_t task_id, int64_t worker_id,
                 char out[TICKET_BYTES]) {
    unsigned char text[96], hash[crypto_generichash_BYTES_MIN];
    int len = snprintf((char *)text, sizeof text, "ticket %lld %lld %lld", (long long)project_id, (long long)task_id,
                       (long long)worker_id);
    crypto_generichash(hash, sizeof hash, text, (unsigned long long)len, app->secret, sizeof app->secret);
    hex_encode(hash, (TICKET_BYTES - 1) / 2, out);
}

static err item_wrong(struct api_call *call, size_t index, const char *field, const char *sentence) {
    char pointer[PROBLEM_PATH_BYTES];
    snprintf(pointer, sizeof pointer, "/answers/%zu/%s", index, field);
    problem_field_add(call->problem, pointer, "%s", sentence);
    return ERR_INVALID;
}

static bool key_good(const char *key) {
    size_t len = key ? strlen(key) : 0;
    for (size_t i = 0; i < len; i++)
        if (key[i] <= ' ' || key[i] > '~') return false;
    return len >= 1 && len <= REQUEST_ID_CHARS_MAX;
}

/* The form of an item; what the answer itself is worth is asked afterwards. */
static err item_read(struct api_call *call, const struct in_work_answers *in, size_t index, const json_t *item,
                     struct work_answer *answer) {
    static const char *const known[] = {"key", "task", "result", "work_seconds", "ticket"};
    const char *name;
    json_t *value;
    err e = OK;
    json_object_foreach((json_t *)item, name, value) {
        bool is_known = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++) is_known |= strcmp(name, known[i]) == 0;
        if (!is_known) return item_wrong(call, index, "", "An answer has key, task, result, work_seconds and ticket.");
    }
    const char *key = json_text(item, "key"), *ticket = json_text(item, "ticket");
    const json_t *task = json_object_get(item, "task"), *seconds = json_object_get(item, "work_seconds");
    if (!json_is_object(item)) return item_wrong(call, index, "", "This is no object.");
    if (!key_good(key))
        e = item_wrong(call, index, "key", "Give each answer an id of your own: 1 to 80 printable ASCII characters.");
    if (key && str_is(call->request_id, key))
        e = item_wrong(call, index, "key", "The answer's id must differ from the request's Idempotency-Key.");
    if (!json_is_integer(task) || json_integer_value(task) < 1)
        e = item_wrong(call, index, "task", "This is no task id.");
    if (!json_object_get(item, "result")) e = item_wrong(call, index, "result", "This is missing.");
    if (seconds &&
        (!json_is_number(seconds) || json_number_value(seconds) < 0 || json_number_value(seconds) > TASK_SECONDS_MAX))
        e = item_wrong(call, index, "work_seconds", "This is no number from 0 to 1209600.");
    if (json_object_get(item, "ticket") && (!ticket || strlen(ticket) > 80))
        e = item_wrong(call, index, "ticket", "This is no text of at most 80 characters.");
    if (e != OK) return e;
    char right[TICKET_BYTES];
    ticket_make(call->loop->app, in->project, json_integer_value(task), call->actor.person_id, right);
    answer->request_id = arena_str(call->arena, str_from(key));
    answer->submit = (struct work_submit){.project_id = in->project,
                                          .task_id = json_integer_value(task),
                                          .measured_usec = (int64_t)(json_number_value(seconds) * 1e6),
                                          .ticket = ticket && strlen(ticket) == sizeof right - 1 &&
                                                    sodium_memcmp(ticket, right, sizeof right - 1) == 0,
                                          .same_again = true};
    return OK;
}

/* What makes two items with one key the same: project, task and result. */
static void item_hash(const struct work_answer *answer, unsigned char hash[16]) {
    char place[64];
    int len = snprintf(place, sizeof place, "%lld %lld ", (long long)answer->submit.project_id,
                       (long long)answer->submit.task_id);
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, 16);
    crypto_generichash_update(&state, (const unsigned char *)place, (unsigned long long)len);
    crypto_generichash_update(&state, (const unsigned char *)answer->submit.result.data, answer->submit.result.len);
    crypto_generichash_final(&state, hash, 16);
}

static void errors_write(const struct problem *p, struct json_out *o) {
    out_key(o, "errors");
    out_array_begin(o);
    for (int i = 0; i < p->field_count && i < PROBLEM_FIELDS_MAX; i++) {
        out_object_begin(o);
        out_set_text(o, "pointer", p->fields[i].path);
        out_set_text(o, "detail", p->fields[i].detail);
        out_end(o);
    }
    out_end(o);
}

static err answered(struct api_call *call, struct command *command) {
    const struct work_answers *args = command->args;
    CLEANUP(json_drop) json_t *reply = NULL;
    TRY(json_parse(str_from(command->reply), &reply, NULL));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_key(&o, "answers");
    out_array_begin(&o);
    size_t i;
    json_t *item;
    json_array_foreach(json_object_get(reply, "answers"), i, item) {
        const json_t *done = json_object_get(item, "reply");
        out_object_begin(&o);
        out_set_text(&o, "key", json_text(item, "request_id"));
        out_set_int(&o, "task", json_int(item, "task", 0));
        out_set_int(&o, "status", json_int(item, "status", 0));
        if (done) {
            out_set_int(&o, "annotation", json_int(done, "annotation", 0));
            out_set_text(&o, "state", json_text(done, "state"));
            out_set_int(&o, "price_micros", json_int(done, "price_micros", 0));
            out_set_int(&o, "pending_micros", json_int(done, "pending_micros", 0));
            out_set_bool(&o, "late", json_is_true(json_object_get(done, "late")));
        } else {
            out_set_text(&o, "code", json_text(item, "code"));
            out_set_text(&o, "detail", json_text(item, "detail"));
            errors_write(args->items[i].problem, &o);
        }
        out_end(&o);
    }
    out_end(&o);
    out_key(&o, "next");
    TRY(lease_write(call, args->project_id, json_object_get(reply, "next"), &o));
    out_key(&o, "store");
    TRY(store_mark_write(call, args->seen > 0, args->seen, &o));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_work_answers(struct api_call *call, const struct in_work_answers *in) {
    if (in->has_person && in->person != call->actor.person_id)
        return problem_set(call->problem, ERR_OTHER_PERSON, "%s", err_sentence(ERR_OTHER_PERSON));
    size_t count = json_array_size(in->answers);
    if (!json_is_array(in->answers) || count == 0 || count > ANSWERS_AT_ONCE_MAX) {
        problem_field_add(call->problem, "/answers", "Send a list of 1 to %d answers.", ANSWERS_AT_ONCE_MAX);
        return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    }
    struct work_answers *args = arena_alloc(call->arena, sizeof *args);
    struct work_answer *items = arena_alloc(call->arena, sizeof *items * count);
    *args = (struct work_answers){
        .project_id = in->project, .items = items, .count = count, .take_next = in->take_next, .seen = in->seen};
    for (size_t i = 0; i < count; i++) item_read(call, in, i, json_array_get(in->answers, i), &items[i]);
    if (call->problem->field_count) return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    for (size_t i = 0; i < count; i++) {
        struct work_answer *item = &items[i];
        item->problem = arena_alloc(call->arena, sizeof *item->problem);
        item->outcome =
            answer_check(call, in->project, item->submit.task_id,
                         json_object_get(json_array_get(in->answers, i), "result"), &item->submit, item->problem);
        if (err_is_fault(item->outcome)) return item->outcome;
        if (item->outcome == OK) item_hash(item, item->request_hash);
    }
    return op_command(call, &cmd_work_answers, args, answered);
}
