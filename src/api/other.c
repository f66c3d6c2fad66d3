/* Addresses beside the API and the pages: /healthz, /readyz, /metrics, /files/NAME. */
#include <string.h>

#include "api/app.h"
#include "base/clock.h"

static void text_reply(struct http_request *r, int status, const char *text) {
    http_reply_header(r, "Cache-Control", "no-store");
    http_reply(r, status, "text/plain; charset=utf-8", str_from(text));
}

/* Ready: the database answers and the writer takes commands. */
static void ready_reply(struct app *app, struct http_request *r) {
    struct api_loop *loop = http_request_state(r);
    int64_t seq;
    bool ready =
        !atomic_load(&app->stopping) && store_reconnect(loop->reader) == OK && event_last(loop->reader, &seq) == OK;
    text_reply(r, ready ? 200 : 503,
               ready ? "ready\n" : "not ready: the database does not answer or the server is stopping\n");
}

static void metric(struct buf *b, const char *name, const char *kind, const char *help, long long value) {
    buf_printf(b, "# HELP faena_%s %s\n# TYPE faena_%s %s\nfaena_%s %lld\n", name, help, name, kind, name, value);
}

static void metrics_reply(struct app *app, struct http_request *r) {
    const char *remote = http_request_remote(r);
    if (!app->config.metrics_open && strcmp(remote, "127.0.0.1") != 0 && strcmp(remote, "::1") != 0) {
        api_reply_problem(r, ERR_FORBIDDEN, NULL);
        return;
    }
    struct writer_numbers n;
    writer_numbers(app->writer, &n);
    CLEANUP(buf_free) struct buf b = {0};
    metric(&b, "commands_total", "counter", "Commands that were run.", n.commands);
    metric(&b, "batches_total", "counter", "Transactions they were run in.", n.batches);
    metric(&b, "faults_total", "counter", "Transactions rolled back by a fault.", n.faults);
    metric(&b, "commands_repeated_total", "counter", "Commands answered from a receipt.", n.repeated);
    metric(&b, "queue_commands", "gauge", "Commands that wait for the writer.", n.queued);
    metric(&b, "event_seq", "gauge", "Newest event written by this node.", n.last_seq);
    metric(&b, "connections", "gauge", "Open connections.", http_server_connections(app->http));
    metric(&b, "sse_streams", "gauge", "Open server-sent event streams.", atomic_load(&app->sse_open));
    metric(&b, "requests_total", "counter", "Requests answered.", atomic_load(&app->requests));
    metric(&b, "request_usec_total", "counter", "Time from a request's first byte to its reply, summed.",
           atomic_load(&app->request_usec));
    buf_add_text(&b,
                 "# HELP faena_responses_total Replies by class of status.\n# TYPE faena_responses_total counter\n");
    for (int i = 1; i < 6; i++)
        buf_printf(&b, "faena_responses_total{class=\"%dxx\"} %lld\n", i, (long long)atomic_load(&app->responses[i]));
    http_reply_header(r, "Cache-Control", "no-store");
    http_reply(r, 200, "text/plain; version=0.0.4; charset=utf-8", buf_str(&b));
}

bool app_handle_other(void *context, struct http_request *r) {
    struct app *app = context;
    str path = http_request_path(r);
    enum http_method method = http_request_method(r);
    if (hooks_handle(app, r)) return true;
    bool file = str_starts(path, "/files/");
    if (!file && !str_is(path, "/healthz") && !str_is(path, "/readyz") && !str_is(path, "/metrics")) return false;
    if (method != HTTP_GET && method != HTTP_HEAD) {
        http_reply_header(r, "Allow", "GET, HEAD");
        api_reply_problem(r, ERR_METHOD_NOT_ALLOWED, NULL);
        return true;
    }
    if (file && stored_tiles_reply(app, r, (str){path.data + 7, path.len - 7})) return true;
    if (file)
        stored_file_reply(app, r, arena_copy(http_request_arena(r), path.data + 7, path.len - 7));
    else if (str_is(path, "/healthz"))
        text_reply(r, 200, "ok\n");
    else if (str_is(path, "/readyz"))
        ready_reply(app, r);
    else
        metrics_reply(app, r);
    return true;
}
