/* What the handlers op_*.c are written with. */
#include <stdlib.h>
#include <string.h>

#include "api/app.h"
#include "api/route.h"
#include "base/json.h"
#include "base/limits.h"

/* --- commands --- */

struct op_command {
    struct command command; /* first */
    struct api_call *call;
    finish_fn *finish;
};

static void command_deliver(void *arg) {
    struct op_command *op = arg;
    struct api_call *call = op->call;
    err e = op->command.outcome;
    if (e == OK) e = op->finish(call, &op->command);
    if (e != OK) api_fail(call, e);
}

/* On the writer's thread: only hands over. */
static void command_done(struct command *command) {
    struct op_command *op = command->done_arg;
    http_loop_post(op->call->loop->loop, command_deliver, op);
}

err op_command(struct api_call *call, const struct command_kind *kind, const void *args, finish_fn *finish) {
    struct op_command *op = arena_alloc(call->arena, sizeof *op);
    *op = (struct op_command){
        .command = {.kind = kind,
                    .args = args,
                    .actor_id = call->actor.person_id,
                    .actor_roles = call->actor.roles,
                    .request_id = call->request_id,
                    .now_usec = call->now_usec,
                    .arena = call->arena,
                    .problem = call->problem,
                    .done = command_done,
                    .done_arg = op},
        .call = call,
        .finish = finish,
    };
    memcpy(op->command.request_hash, call->digest, sizeof op->command.request_hash);
    err e = writer_submit(call->loop->app->writer, &op->command);
    return e == OK ? OK : problem_set(call->problem, e, "%s", err_sentence(e));
}

err finish_reply(struct api_call *call, struct command *command) {
    api_reply_text(call, call->operation->status, "application/json",
                   command->reply ? str_from(command->reply) : STR("{}"));
    return OK;
}

err finish_empty(struct api_call *call, struct command *command) {
    api_reply_empty(call, 204);
    return OK;
}

int64_t reply_int(const struct command *command, const char *key) {
    CLEANUP(json_drop) json_t *reply = NULL;
    if (!command->reply || json_parse(str_from(command->reply), &reply, NULL) != OK) return 0;
    return json_int(reply, key, 0);
}

/* --- jobs --- */

struct op_job {
    struct api_call *call;
    void (*fn)(void *arg), (*back)(void *arg);
    void *arg;
};

static void job_run(void *arg) {
    struct op_job *job = arg;
    job->fn(job->arg);
    http_loop_post(job->call->loop->loop, job->back, job->arg);
}

err op_job(struct api_call *call, struct jobs *jobs, void (*fn)(void *arg), void (*back)(void *arg), void *arg) {
    struct op_job *job = arena_alloc(call->arena, sizeof *job);
    *job = (struct op_job){call, fn, back, arg};
    if (jobs_submit(jobs, job_run, job)) return OK;
    return problem_set(call->problem, ERR_BUSY, "%s", err_sentence(ERR_BUSY));
}

/* --- lists --- */

err op_list_begin(struct op_list *list, struct api_call *call, unsigned char kind, int64_t limit, bool has_cursor,
                  str cursor, int64_t start) {
    *list = (struct op_list){.kind = kind, .page = {.after = start, .limit = (int)limit}};
    if (has_cursor) TRY(api_cursor_decode(cursor, kind, &list->page.after, 1, call->problem));
    list->out = out_new(&list->buf);
    out_object_begin(&list->out);
    out_key(&list->out, "items");
    out_array_begin(&list->out);
    return OK;
}

err op_list_reply(struct op_list *list, struct api_call *call, int status, err e) {
    if (e == OK) {
        out_end(&list->out);
        out_key(&list->out, "next_cursor");
        if (list->page.more) {
            char text[API_CURSOR_BYTES];
            api_cursor_encode(list->kind, &list->page.next, 1, text);
            out_text(&list->out, text);
        } else {
            out_null(&list->out);
        }
        out_end(&list->out);
        api_reply_buf(call, status, &list->buf);
    }
    buf_free(&list->buf);
    return e;
}

/* --- label configs --- */

err config_cache_get(struct api_loop *loop, int64_t project_id, int64_t version, struct cached_config **out,
                     struct problem *p) {
    struct cached_config *oldest = &loop->configs[0];
    for (int i = 0; i < CONFIGS_CACHED; i++) {
        struct cached_config *at = &loop->configs[i];
        if (at->config && at->project_id == project_id && at->version == version) {
            at->used = ++loop->config_clock;
            *out = at;
            return OK;
        }
        if (at->used < oldest->used) oldest = at;
    }
    CLEANUP(buf_free) struct buf xml = {0};
    TRY(project_texts(loop->reader, project_id, &xml, NULL));
    struct label_config *config;
    TRY(label_config_parse(buf_str(&xml), &config, p));
    if (oldest->config) label_config_free(oldest->config);
    *oldest = (struct cached_config){
        .project_id = project_id, .version = version, .config = config, .used = ++loop->config_clock};
    *out = oldest;
    return OK;
}

void config_cache_free(struct api_loop *loop) {
    for (int i = 0; i < CONFIGS_CACHED; i++)
        if (loop->configs[i].config) label_config_free(loop->configs[i].config);
}

err worker_data_write(const struct cached_config *config, const char *data, struct json_out *o) {
    CLEANUP(json_drop) json_t *whole = NULL;
    CLEANUP(json_drop) json_t *shown = NULL;
    TRY(json_parse(str_from(data), &whole, NULL));
    shown = label_config_page_data(config->config, whole);
    CLEANUP(buf_free) struct buf text = {0};
    json_write(&text, shown, false);
    out_raw(o, buf_str(&text));
    return OK;
}
