/* app.h - the running server: what its parts share, and the helpers that the handlers op_*.c are written with.
 *
 *   app_start -> (http loops, writer, jobs, ticker run) -> app_stop
 *
 * Threads: an api_loop belongs to its loop thread. The app itself is read-only after app_start but for its atomics. */
#pragma once
#include <pthread.h>
#include <stdatomic.h>

#include "api/api.h"
#include "api/limit.h"
#include "core/alert_sender.h"
#include "core/commands.h"
#include "core/jobs.h"
#include "core/password.h"
#include "core/queries.h"
#include "core/writer.h"
#include "domain/label_config.h"
#include "files/files.h"

struct app_config {
    const char *database, *files_directory, *backup_directory; /* backup_directory NULL: files_directory/backups */
    const char *address;
    uint16_t port;
    int threads;
    const char *tls_cert, *tls_key; /* NULL: plain HTTP */
    bool trust_forwarded;
    bool metrics_open;    /* /metrics for all, not only from this machine */
    int connections_each; /* of one address; 0: any number */
    bool no_limits;       /* no rate limits, nor the one before: for benches and tests */
};

/* What the operator may change while the server runs (op_limits.c). */
struct live_limits {
    pthread_mutex_t lock; /* guards api and sending */
    struct api_limits api;
    struct send_speed {
        int64_t per_second, address_usec; /* 0 = no limit */
    } sending[SEND_CHANNELS];
    int64_t whatsapp_cap_micros;
    atomic_int version; /* grows when api has changed: each loop then takes it over */
    atomic_bool signup_open;
};

struct app {
    struct api_frame frame; /* first: hooks get it as their context */
    struct app_config config;
    struct store *store;
    struct writer *writer;
    struct files *files;
    struct jobs *quick_jobs, *file_jobs, *long_jobs; /* hashing; pictures and sound; imports and backups */
    struct http_server *http;
    char currency[8];
    unsigned char secret[32];
    char backup_directory[4096];
    int64_t started_usec;
    int node;
    struct live_limits limits;
    struct send_config send_config;
    struct alert_sender *sender;
    struct presence_table *presence;
    pthread_mutex_t tick_lock; /* guards tick_asked */
    pthread_cond_t tick_wake;
    bool tick_asked; /* something was published: tick at once */
    pthread_t ticker, listener, checkpointer, estimator;
    bool ticker_runs, listener_runs, checkpointer_runs, estimator_runs;
    atomic_bool stopping;
    atomic_bool leads;                                 /* this node runs tick and the estimator */
    atomic_llong requests, request_usec, responses[6]; /* by first digit of the status */
    atomic_int sse_open;
};

/* A label config kept by a loop; see config_cache_get. */
struct cached_config {
    int64_t project_id, version;
    struct label_config *config;
    uint64_t used; /* clock of uses, for eviction */
};
enum { CONFIGS_CACHED = 64 };

struct subscriber;
struct api_loop {
    struct app *app;
    struct http_loop *loop;
    int index;
    struct store_conn *reader;
    struct limiter *limiter;
    int limits_version; /* what the limiter has taken over */
    struct cached_config configs[CONFIGS_CACHED];
    uint64_t config_clock;
    /* live events (hub.c) */
    struct subscriber *first_subscriber, *round_next;
    int64_t last_seq;          /* newest event this loop has handed out */
    struct event_batch *batch; /* being handed out; NULL = idle */
    atomic_bool wake_posted;
};

/* --- start and stop (app.c) --- */
err app_start(const struct app_config *config, struct app **app, struct problem *p);
void app_stop(struct app *app); /* lets running requests end, at most 10 s */
uint16_t app_port(const struct app *app);

/* --- the operator's limits (op_limits.c) --- */
void limits_init(struct app *app);
/* Reads what is set, now: at start, after a change, and each second for what other nodes have changed. */
err limits_refresh(struct app *app, struct store_conn *reader);
void limits_sending_apply(struct app *app);            /* tells the sender */
struct limiter *limits_of_loop(struct api_loop *loop); /* the hook */

/* --- helpers of handlers (op_help.c) --- */
/* Hands a command to the writer; args must live in the call's arena. When it is done: finish(call, command) on the
 * loop, which replies and returns OK, or returns what went wrong. */
typedef err finish_fn(struct api_call *call, struct command *command);
err op_command(struct api_call *call, const struct command_kind *kind, const void *args, finish_fn *finish);
/* Finishers: the command's own reply; nothing (204). */
err finish_reply(struct api_call *call, struct command *command);
err finish_empty(struct api_call *call, struct command *command);
/* A number of the command's reply. */
int64_t reply_int(const struct command *command, const char *key);

/* Runs fn(arg) on a job thread, then back(arg) on the call's loop. ERR_BUSY when too many wait. */
err op_job(struct api_call *call, struct jobs *jobs, void (*fn)(void *arg), void (*back)(void *arg), void *arg);

/* A list reply: op_list_begin -> items written by a query -> op_list_reply. */
struct op_list {
    struct buf buf;
    struct json_out out;
    struct page page;
    unsigned char kind;
};
/* cursor "" = from the start, where `after` is start. ERR_BAD_CURSOR. */
err op_list_begin(struct op_list *list, struct api_call *call, unsigned char kind, int64_t limit, bool has_cursor,
                  str cursor, int64_t start);
/* e: what the query returned; frees the list. */
err op_list_reply(struct op_list *list, struct api_call *call, int status, err e);

/* The config of a project, parsed and kept; NULL in *out never with OK. */
err config_cache_get(struct api_loop *loop, int64_t project_id, int64_t version, struct cached_config **out,
                     struct problem *p);
void config_cache_free(struct api_loop *loop);
/* Task data as a worker's page may see it: only the fields that the config names (a column with the answer stays here),
 * HTML made harmless. */
err worker_data_write(const struct cached_config *config, const char *data, struct json_out *o);

/* --- who is connected (presence.c) --- */
/* Counts a worker's streams; what changed is written down by the ticker, as one command. Any thread. */
struct presence_table;
struct presence_table *presence_new(void);
void presence_free(struct presence_table *table);
void presence_open(struct presence_table *table, int64_t worker_id);
void presence_close(struct presence_table *table, int64_t worker_id);
/* The changes since the last call, at most `max`, and now and then those who stay; sorted by id. */
size_t presence_changes(struct presence_table *table, int64_t now_usec, int64_t *ids, bool *here, size_t max);

/* --- codes that link a channel (op_alert.c) --- */
enum { CHANNEL_CODE_BYTES = 9 }; /* 40 bits as letters, and the end */
void channel_code_make(struct api_call *call, char code[CHANNEL_CODE_BYTES], unsigned char hash[32]);

/* --- live events (hub.c) --- */
/* project_id != 0: that project's events; else those for a worker. Takes the call over. */
err hub_subscribe(struct api_call *call, int64_t project_id, int64_t worker_id, bool has_after, int64_t after);
void hub_wake(struct app *app); /* there may be new events; any thread */
void hub_loop_start(struct api_loop *loop);
void hub_loop_stop(struct api_loop *loop);

/* --- sessions (session.c) --- */
err session_authenticate(struct api_call *call);
/* The hash of the session cookie of a request; false without one. */
bool session_hash(struct api_call *call, unsigned char hash[32]);
void session_cookie_set(struct api_call *call, const char *token); /* NULL: clears it */

/* The mark that this browser was given before; false when it has none. */
bool device_mark(struct api_call *call, char mark[TOKEN_TEXT_BYTES]);
void device_cookie_set(struct api_call *call, const char *mark);

/* What services send us (hooks.c): true when it has replied, or will. */
bool hooks_handle(struct app *app, struct http_request *request);

/* A file for a picture, sound or video that is being uploaded (op_import.c). */
err file_body_open(struct api_call *call, int64_t bytes, int *fd);

/* Addresses that are neither API nor page (other.c). */
bool app_handle_other(void *context, struct http_request *request);
/* GET and HEAD of /files/NAME (stored_file.c). name lives as long as the request. */
/* GET and HEAD of /files/NAME/tiles...; path is what follows /files/. False when it is none of these. */
bool stored_tiles_reply(struct app *app, struct http_request *request, str path);
void stored_file_reply(struct app *app, struct http_request *request, const char *name);
void import_job_submit(struct app *app, int64_t import_id);
