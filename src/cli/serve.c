/* `faena serve`: runs the server until SIGTERM or SIGINT. */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "api/app.h"
#include "base/limits.h"
#include "base/log.h"
#include "cli/cli.h"

static const struct option longs[] = {
    {"address", required_argument, NULL, 'a'},
    {"port", required_argument, NULL, 'p'},
    {"threads", required_argument, NULL, 't'},
    {"tls-cert", required_argument, NULL, 'c'},
    {"tls-key", required_argument, NULL, 'k'},
    {"trust-proxy", no_argument, NULL, 'x'},
    {"connections-each", required_argument, NULL, 'e'},
    {"backups", required_argument, NULL, 'b'},
    {"metrics-open", no_argument, NULL, 'm'},
    {"no-rate-limits", no_argument, NULL, 'n'},
    {"log", required_argument, NULL, 'l'},
    {"log-level", required_argument, NULL, 'v'},
    {NULL, 0, NULL, 0},
};

static int number(const char *text, int least, int most, const char *what) {
    int64_t value;
    if (str_to_int64(str_from(text), &value) && value >= least && value <= most) return (int)value;
    fprintf(stderr, "faena serve: %s must be a number from %d to %d, not \"%s\".\n", what, least, most, text);
    exit(2);
}

static enum log_level level(const char *text) {
    static const char *const words[] = {"debug", "info", "warn", "error"};
    for (int i = 0; i < 4; i++)
        if (strcmp(text, words[i]) == 0) return (enum log_level)i;
    fprintf(stderr, "faena serve: --log-level is debug, info, warn or error, not \"%s\".\n", text);
    exit(2);
}

/* Ten thousand listeners need as many descriptors. */
static void descriptors_raise(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

static int serve_run(struct cli *cli) {
    struct app_config config = {.database = cli->database,
                                .files_directory = cli->files,
                                .address = "127.0.0.1",
                                .port = 8080,
                                .threads = 2,
                                .connections_each = HTTP_CONNECTIONS_EACH_USUAL};
    bool json = false;
    enum log_level least = LOG_INFO;
    optind = 1;
    for (int c; (c = getopt_long(cli->argc, cli->argv, "", longs, NULL)) != -1;) {
        switch (c) {
        case 'a': config.address = optarg; break;
        case 'p': config.port = (uint16_t)number(optarg, 0, 65535, "--port"); break;
        case 't': config.threads = number(optarg, 1, 64, "--threads"); break;
        case 'c': config.tls_cert = optarg; break;
        case 'k': config.tls_key = optarg; break;
        case 'x': config.trust_forwarded = true; break;
        case 'e': config.connections_each = number(optarg, 0, HTTP_CONNECTIONS_MAX, "--connections-each"); break;
        case 'b': config.backup_directory = optarg; break;
        case 'm': config.metrics_open = true; break;
        case 'n': config.no_limits = true; break;
        case 'l': json = strcmp(optarg, "json") == 0; break;
        case 'v': least = level(optarg); break;
        default: return 2;
        }
    }
    if (!config.tls_cert != !config.tls_key) {
        fprintf(stderr, "faena serve: --tls-cert and --tls-key go together.\n");
        return 2;
    }
    log_setup(json, least);
    descriptors_raise();
    /* Blocked before the first thread starts, so that only sigwait below gets them. */
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
    struct app *app;
    struct problem p = {0};
    err e = app_start(&config, &app, &p);
    if (e != OK) {
        fprintf(stderr, "faena serve: %s\n", p.detail[0] ? p.detail : err_sentence(e));
        return 1;
    }
    printf("Faena listens on %s://%s:%u/ (workers) and %s://%s:%u/console (requesters, operator)\n",
           config.tls_cert ? "https" : "http", config.address, app_port(app), config.tls_cert ? "https" : "http",
           config.address, app_port(app));
    fflush(stdout);
    int signal_number = 0;
    sigwait(&signals, &signal_number);
    log_line(LOG_INFO, NULL, "stopping: running requests may end");
    app_stop(app);
    return 0;
}

static const struct cli_option options[] = {
    {"address", "IP", "where to listen (default: 127.0.0.1; 0.0.0.0 for all)"},
    {"port", "NUMBER", "0 picks a free one (default: 8080)"},
    {"threads", "NUMBER", "event loops, 1 to 64 (default: 2)"},
    {"tls-cert", "FILE", "PEM chain: serve HTTPS"},
    {"tls-key", "FILE", "PEM key that goes with it"},
    {"trust-proxy", NULL, "take the client's address from X-Forwarded-For: only behind one's own proxy"},
    {"connections-each", "NUMBER",
     "most connections of one address, 0 for any number (default: 1000); this\nmachine's own are not counted"},
    {"backups", "DIR", "where the console's backups go (default: backups in the files directory)"},
    {"metrics-open", NULL, "/metrics for everybody, not only this machine"},
    {"no-rate-limits", NULL, "for benches and tests"},
    {"log", "text|json", "form of the log on standard error (default: text)"},
    {"log-level", "LEVEL", "debug, info, warn or error (default: info)"},
    {NULL, NULL, NULL},
};

const struct cli_command command_serve = {
    .name = "serve",
    .summary = "run the server",
    .text = "Serves the pages and the API until SIGTERM or SIGINT; running requests may then end. Workers begin at /, "
            "requesters\n"
            "and the operator at /console. Make the database first with `faena init`.",
    .examples =
        "faena serve\n"
        "faena serve --address 0.0.0.0 --port 443 --tls-cert chain.pem --tls-key key.pem\n"
        "faena serve --database postgresql://faena@db.example/faena --files /srv/faena --trust-proxy --log json\n",
    .options = options,
    .run = serve_run,
};
