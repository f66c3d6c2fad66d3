/* The running server: wiring of store, writer, files, jobs, ticker and HTTP. */
#include "api/app.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "api/assets.h"
#include "api/route.h"
#include "api_gen.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "core/estimate_job.h"

/* --- ticker: time as a command, once a second, at once again while there is more --- */

static void pause_usec(int64_t usec) {
    struct timespec t = {.tv_sec = usec / 1000000, .tv_nsec = usec % 1000000 * 1000};
    nanosleep(&t, NULL);
}

static err ticker_run(struct app *app, struct arena *arena, const struct command_kind *kind, const void *args,
                      const char **reply) {
    struct problem problem = {0};
    arena_reset(arena);
    struct command command = {
        .kind = kind, .args = args, .now_usec = clock_usec(), .arena = arena, .problem = &problem};
    err e = writer_run(app->writer, &command);
    *reply = command.reply;
    return e;
}

/* Workers who connected or left since the last time. */
static void presence_tell(struct app *app, struct arena *arena) {
    enum { MOST = 4096 };
    static int64_t ids[MOST];
    static bool here[MOST];
    const char *reply;
    struct presence args = {.ids = ids, .here = here};
    args.count = presence_changes(app->presence, clock_usec(), ids, here, MOST);
    if (args.count > 0) ticker_run(app, arena, &cmd_presence, &args, &reply);
}

/* A second, or less when something was published. */
static void tick_wait(struct app *app) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    pthread_mutex_lock(&app->tick_lock);
    while (!app->tick_asked && pthread_cond_timedwait(&app->tick_wake, &app->tick_lock, &until) == 0) continue;
    app->tick_asked = false;
    pthread_mutex_unlock(&app->tick_lock);
}

static void tick_ask(struct app *app) {
    pthread_mutex_lock(&app->tick_lock);
    app->tick_asked = true;
    pthread_cond_signal(&app->tick_wake);
    pthread_mutex_unlock(&app->tick_lock);
}

/* Another node, or `faena init`, may have changed the limits. */
static void limits_look(struct app *app, struct store_conn **reader) {
    if (!*reader && store_connect(app->store, STORE_READ, reader, NULL) != OK) *reader = NULL;
    if (*reader && (store_reconnect(*reader) != OK || limits_refresh(app, *reader) != OK)) {
        store_disconnect(*reader);
        *reader = NULL;
    }
}

static void *ticker_thread(void *arg) {
    struct app *app = arg;
    struct store_conn *reader = NULL;
    int64_t receipt_cursor = -1, counted_usec = 0;
    struct arena arena;
    arena_init(&arena);
    while (!atomic_load(&app->stopping)) {
        bool more = false;
        presence_tell(app, &arena);
        limits_look(app, &reader);
        bool leads = store_leader(app->store); /* asks on a connection of this thread alone */
        atomic_store(&app->leads, leads);
        if (leads) {
            struct tick_args args = {.receipt_cursor = &receipt_cursor, .counted_usec = &counted_usec};
            const char *reply;
            err e = ticker_run(app, &arena, &cmd_tick, &args, &reply);
            more = e == OK && strstr(reply, "\"more\":true");
            if (e == OK && strstr(reply, "\"alerts\":true")) alert_sender_wake(app->sender);
        }
        if (!more) tick_wait(app);
    }
    arena_free(&arena);
    store_disconnect(reader);
    return NULL;
}

/* --- estimator: fits and verdicts, beside the writer --- */

static bool app_stopping(void *arg) { return atomic_load(&((struct app *)arg)->stopping); }

/* A project rests between two fits, so that a big one does not eat a processor: as long as a fit takes while tasks wait
 * for it, else three times as long and 3 seconds at least. */
static void *estimator_thread(void *arg) {
    enum { RESTING = 64, PAUSE_USEC = 300000, REST_FACTOR = 3, CALM_USEC = 3000000, FAULT_USEC = 10000000 };
    struct app *app = arg;
    struct estimate_context context = {
        .store = app->store, .writer = app->writer, .stopping = app_stopping, .arg = app};
    struct {
        int64_t project_id, ended_usec, rest_usec;
    } rests[RESTING] = {{0}};
    struct estimate_due due[ESTIMATE_DUE_MAX];
    while (!app_stopping(app)) {
        int count = 0;
        pause_usec(PAUSE_USEC);
        if (!atomic_load(&app->leads)) continue;
        if (!context.reader && store_connect(app->store, STORE_READ, &context.reader, NULL) != OK)
            context.reader = NULL;
        if (!context.reader || store_reconnect(context.reader) != OK || estimate_due(context.reader, due, &count) != OK)
            continue;
        for (int i = 0; i < count && !app_stopping(app); i++) {
            int64_t id = due[i].project_id, began = clock_usec();
            int at = (int)(id % RESTING);
            int64_t rest = rests[at].rest_usec * (due[i].urgent ? 1 : REST_FACTOR);
            if (rest < CALM_USEC && !due[i].urgent) rest = CALM_USEC;
            if (rests[at].project_id == id && rests[at].ended_usec + rest > began) continue;
            err e = estimate_run(&context, id);
            if (e != OK && e != ERR_STOPPING)
                log_line(LOG_WARN, NULL, "the labels of project %lld were not fitted: %s", (long long)id, err_code(e));
            rests[at].project_id = id;
            rests[at].ended_usec = clock_usec();
            rests[at].rest_usec = e == OK ? rests[at].ended_usec - began : FAULT_USEC;
        }
    }
    store_disconnect(context.reader);
    return NULL;
}

/* PostgreSQL: other nodes' commits. */
static void *listener_thread(void *arg) {
    struct app *app = arg;
    struct store_conn *conn = NULL;
    while (!atomic_load(&app->stopping)) {
        if (!conn && store_connect(app->store, STORE_READ, &conn, NULL) != OK) {
            conn = NULL;
            pause_usec(1000000);
            continue;
        }
        if (store_wait_notice(conn, 500000)) hub_wake(app);
    }
    store_disconnect(conn);
    return NULL;
}

/* SQLite: the log is copied into the database beside the commits and not between them. */
static void *checkpointer_thread(void *arg) {
    struct app *app = arg;
    struct store_conn *conn = NULL;
    while (!atomic_load(&app->stopping)) {
        pause_usec(100000);
        if (!conn && store_connect(app->store, STORE_WRITE, &conn, NULL) != OK) conn = NULL;
        if (conn) store_checkpoint(conn);
    }
    store_disconnect(conn);
    return NULL;
}

static void on_events(void *arg, int64_t seq) {
    struct app *app = arg;
    if (!app->http || atomic_load(&app->stopping)) return;
    hub_wake(app);
    if (writer_tick_asked(app->writer)) tick_ask(app);
}

/* --- loops --- */

static void *loop_start(void *context, struct http_loop *http_loop, int index) {
    struct app *app = context;
    struct api_loop *loop = mem_alloc(sizeof *loop);
    loop->app = app;
    loop->loop = http_loop;
    loop->index = index;
    if (!app->config.no_limits) loop->limiter = limiter_new(&app->limits.api);
    struct problem p = {0};
    if (store_connect(app->store, STORE_READ, &loop->reader, &p) != OK) {
        log_line(LOG_ERROR, NULL, "%s", p.detail);
        exit(1); /* at start only: the store was open a moment ago */
    }
    hub_loop_start(loop);
    return loop;
}

static void loop_stop(void *context, void *state) {
    struct api_loop *loop = state;
    hub_loop_stop(loop);
    config_cache_free(loop);
    store_disconnect(loop->reader);
    if (loop->limiter) limiter_free(loop->limiter);
    free(loop);
}

static void request_done(void *context, struct http_request *r, int status, size_t body_bytes, int64_t usec) {
    struct app *app = context;
    atomic_fetch_add(&app->requests, 1);
    atomic_fetch_add(&app->request_usec, usec);
    if (status >= 100 && status < 600) atomic_fetch_add(&app->responses[status / 100], 1);
    const char *note = http_request_note(r);
    enum log_level level = status >= 500 ? LOG_WARN : LOG_DEBUG;
    log_line(level, http_request_id(r), "%s %s %d %zu bytes %lld us", http_request_method_text(r), note ? note : "-",
             status, body_bytes, (long long)usec);
}

/* --- start --- */

static err settings_load(struct app *app, struct problem *p) {
    struct store_conn *reader;
    TRY(store_connect(app->store, STORE_READ, &reader, p));
    CLEANUP(buf_free) struct buf currency = {0};
    bool found = false;
    err e = setting_load(reader, "currency", &currency, &found);
    if (e == OK) e = limits_refresh(app, reader);
    int64_t highest = 0;
    if (e == OK) e = id_highest(reader, &highest);
    store_disconnect(reader);
    TRY(e);
    id_floor_set(highest);
    if (!found) return problem_set(p, ERR_CONFLICT, "The database has no settings yet: run `faena init` first.");
    snprintf(app->currency, sizeof app->currency, "%s", currency.data);
    return OK;
}

/* The key that session tokens and request digests are made with. It stands outside the database, so that a stolen copy
 * of that opens no session and tells nothing of passwords. Several nodes share it as they share the files. */
static err key_load(struct app *app, struct problem *p) {
    CLEANUP(buf_free) struct buf path = {0};
    buf_printf(&path, "%s/server.key", app->config.files_directory);
    for (int tries = 0; tries < 2; tries++) {
        int fd = open(path.data, O_RDONLY | O_CLOEXEC);
        if (fd >= 0) {
            ssize_t len = read(fd, app->secret, sizeof app->secret);
            close(fd);
            if (len == (ssize_t)sizeof app->secret) return OK;
            return problem_set(p, ERR_SYSTEM,
                               "%s is not a key of %zu bytes; remove it to get a new one (all are logged out).",
                               path.data, sizeof app->secret);
        }
        unsigned char fresh[sizeof app->secret];
        randombytes_buf(fresh, sizeof fresh);
        fd = open(path.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd < 0 && errno != EEXIST) break;
        if (fd >= 0) {
            bool written = write(fd, fresh, sizeof fresh) == (ssize_t)sizeof fresh && fsync(fd) == 0;
            close(fd);
            if (!written) break;
        }
    }
    return problem_set(p, ERR_SYSTEM, "The key file %s cannot be made: %s.", path.data, strerror(errno));
}

static void imports_resume(struct app *app) {
    struct store_conn *reader;
    int64_t ids[100];
    int count = 0;
    if (store_connect(app->store, STORE_READ, &reader, NULL) != OK) return;
    if (imports_running(reader, ids, 100, &count) != OK) count = 0;
    store_disconnect(reader);
    for (int i = 0; i < count; i++) import_job_submit(app, ids[i]);
}

static err http_start(struct app *app, struct problem *p) {
    struct http_config http = {.address = app->config.address,
                               .port = app->config.port,
                               .threads = app->config.threads,
                               .tls_cert = app->config.tls_cert,
                               .tls_key = app->config.tls_key,
                               .trust_forwarded = app->config.trust_forwarded,
                               .connections_each_max = app->config.no_limits ? 0 : app->config.connections_each,
                               .context = app,
                               .loop_start = loop_start,
                               .loop_stop = loop_stop,
                               .handle = api_dispatch,
                               .large_body = api_large_body,
                               .refuse = api_refuse,
                               .done = request_done};
    TRY(http_server_new(&http, &app->http, p));
    return http_server_start(app->http, p);
}

static err start(struct app *app, struct problem *p) {
    TRY(store_open(app->config.database, false, &app->store, p));
    TRY(store_serve_lock(app->store, &app->node, p));
    id_node_set(app->node);
    TRY(files_open(app->config.files_directory, &app->files, p));
    TRY(key_load(app, p));
    TRY(send_config_load(app->config.files_directory, &app->send_config, p));
    TRY(settings_load(app, p));
    snprintf(app->backup_directory, sizeof app->backup_directory, "%s%s",
             app->config.backup_directory ? app->config.backup_directory : app->config.files_directory,
             app->config.backup_directory ? "" : "/backups");
    app->frame = (struct api_frame){.table = &api_table,
                                    .assets = &assets_built,
                                    .hooks = {.authenticate = session_authenticate,
                                              .handle_other = app_handle_other,
                                              .limiter = limits_of_loop,
                                              .body_file = file_body_open}};
    crypto_generichash(app->frame.digest_key, sizeof app->frame.digest_key, (const unsigned char *)"digest", 6,
                       app->secret, sizeof app->secret);
    app->quick_jobs = jobs_start(2, 1000);
    app->file_jobs = jobs_start(2, 1000);
    app->long_jobs = jobs_start(1, 1000);
    store_checkpoint_apart(app->store);
    TRY(writer_start(app->store, on_events, app, &app->writer, p));
    app->sender = alert_sender_start(&(struct alert_sender_order){.store = app->store,
                                                                  .writer = app->writer,
                                                                  .config = &app->send_config,
                                                                  .secret = app->secret,
                                                                  .currency = app->currency,
                                                                  .node = app->node,
                                                                  .threads = 2});
    limits_sending_apply(app);
    TRY(http_start(app, p));
    if (pthread_create(&app->ticker, NULL, ticker_thread, app) != 0) abort();
    app->ticker_runs = true;
    if (pthread_create(&app->estimator, NULL, estimator_thread, app) != 0) abort();
    app->estimator_runs = true;
    if (store_kind(app->store) == STORE_SQLITE) {
        if (pthread_create(&app->checkpointer, NULL, checkpointer_thread, app) != 0) abort();
        app->checkpointer_runs = true;
    } else {
        if (pthread_create(&app->listener, NULL, listener_thread, app) != 0) abort();
        app->listener_runs = true;
    }
    imports_resume(app);
    return OK;
}

err app_start(const struct app_config *config, struct app **out, struct problem *p) {
    struct app *app = mem_alloc(sizeof *app);
    app->config = *config;
    limits_init(app);
    app->started_usec = clock_usec();
    app->presence = presence_new();
    pthread_mutex_init(&app->tick_lock, NULL);
    pthread_cond_init(&app->tick_wake, NULL);
    err e = start(app, p);
    if (e != OK) {
        app_stop(app);
        return e;
    }
    *out = app;
    return OK;
}

uint16_t app_port(const struct app *app) { return http_server_port(app->http); }

/* Order: no new requests; running ones end while the writer still writes; then jobs, ticker, writer. */
void app_stop(struct app *app) {
    atomic_store(&app->stopping, true);
    tick_ask(app);
    if (app->ticker_runs) pthread_join(app->ticker, NULL);
    if (app->estimator_runs) pthread_join(app->estimator, NULL);
    if (app->listener_runs) pthread_join(app->listener, NULL);
    if (app->checkpointer_runs) pthread_join(app->checkpointer, NULL);
    if (app->http) http_server_stop(app->http, 10000000);
    jobs_stop(app->quick_jobs);
    jobs_stop(app->file_jobs);
    jobs_stop(app->long_jobs);
    alert_sender_stop(app->sender);
    writer_stop(app->writer);
    if (app->http) http_server_free(app->http);
    if (app->files) files_close(app->files);
    send_config_free(&app->send_config);
    store_close(app->store);
    presence_free(app->presence);
    free(app);
}
