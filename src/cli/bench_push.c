/* `faena bench sink`: a local push service that takes everything, for `./bench push`. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "cli/bench.h"
#include "http/http.h"

struct sink {
    pthread_mutex_t lock;
    pthread_cond_t all;
    int64_t wanted, taken, bytes, first_usec, last_usec;
};

static void take(void *context, struct http_request *r) {
    struct sink *sink = context;
    size_t len = http_request_body(r).len;
    const char *encoding = http_request_header(r, "Content-Encoding");
    bool good = encoding && strcmp(encoding, "aes128gcm") == 0 && len > 103 && http_request_header(r, "TTL");
    http_reply(r, good ? 201 : 400, NULL, STR(""));
    pthread_mutex_lock(&sink->lock);
    if (good) {
        sink->last_usec = clock_monotonic_usec();
        if (sink->taken++ == 0) sink->first_usec = sink->last_usec;
        sink->bytes += (int64_t)len;
        if (sink->taken == sink->wanted) pthread_cond_signal(&sink->all);
    }
    pthread_mutex_unlock(&sink->lock);
}

/* Prints its address, then, when all have come, what it counted. */
int bench_sink(struct cli *cli) {
    struct sink sink = {.lock = PTHREAD_MUTEX_INITIALIZER,
                        .all = PTHREAD_COND_INITIALIZER,
                        .wanted = bench_number(cli, "--messages", 50000)};
    struct http_config config = {.address = "127.0.0.1", .threads = 1, .context = &sink, .handle = take};
    struct http_server *server;
    struct problem p = {0};
    if (http_server_new(&config, &server, &p) != OK || http_server_start(server, &p) != OK) {
        fprintf(stderr, "faena bench: %s\n", p.detail);
        return 1;
    }
    printf("http://127.0.0.1:%u\n", http_server_port(server));
    fflush(stdout);
    pthread_mutex_lock(&sink.lock);
    while (sink.taken < sink.wanted) pthread_cond_wait(&sink.all, &sink.lock);
    printf("{\"taken\":%lld,\"bytes\":%lld,\"usec\":%lld}\n", (long long)sink.taken, (long long)sink.bytes,
           (long long)(sink.last_usec - sink.first_usec));
    pthread_mutex_unlock(&sink.lock);
    fflush(stdout);
    http_server_stop(server, 0);
    http_server_free(server);
    return 0;
}
