/* `faena bench`: measuring. What all parts share, and the preparation. */
#include "cli/bench.h"

#include <arpa/inet.h>
#include <math.h>
#include <netinet/tcp.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "core/commands.h"
#include "core/password.h"
#include "core/writer.h"

const char *bench_text(const struct cli *cli, const char *name, const char *fallback) {
    for (int i = 1; i + 1 < cli->argc; i++)
        if (strcmp(cli->argv[i], name) == 0) return cli->argv[i + 1];
    return fallback;
}

int64_t bench_number(const struct cli *cli, const char *name, int64_t fallback) {
    const char *text = bench_text(cli, name, NULL);
    int64_t value;
    if (!text) return fallback;
    if (str_to_int64(str_from(text), &value) && value > 0) return value;
    fprintf(stderr, "faena bench: %s must be a positive number, not \"%s\".\n", name, text);
    exit(2);
}

int bench_connect(const char *url) {
    char host[64];
    int port;
    if (sscanf(url, "http://%63[^:/]:%d", host, &port) != 2) {
        fprintf(stderr, "faena bench: --url must look like http://127.0.0.1:8080, not \"%s\".\n", url);
        exit(2);
    }
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;
    if (fd < 0 || inet_pton(AF_INET, host, &address.sin_addr) != 1 ||
        connect(fd, (struct sockaddr *)&address, sizeof address) != 0) {
        perror("faena bench: connect");
        exit(1);
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

void bench_times_add(struct bench_times *t, int64_t usec) {
    int bucket = usec > 0 ? (int)(log2((double)usec) * 8) : 0;
    if (bucket > 399) bucket = 399;
    t->counts[bucket]++;
    t->total++;
}

int64_t bench_times_quantile(const struct bench_times *t, double q) {
    int64_t wanted = (int64_t)((double)t->total * q), seen = 0;
    for (int i = 0; i < 400; i++) {
        seen += t->counts[i];
        if (seen > wanted) return (int64_t)exp2((i + 1) / 8.0);
    }
    return 0;
}

/* --- prepare --- */

static struct writer *writer;
static struct arena arena;

static const char *run(const struct command_kind *kind, const void *args, int64_t actor_id) {
    struct problem p = {0};
    arena_reset(&arena);
    struct command c = {
        .kind = kind, .args = args, .actor_id = actor_id, .now_usec = clock_usec(), .arena = &arena, .problem = &p};
    err e = writer_run(writer, &c);
    if (e != OK) {
        fprintf(stderr, "faena bench: %s: %s\n", kind->name, p.detail);
        exit(1);
    }
    return c.reply;
}

static int64_t person_add(const char *handle, unsigned roles) {
    struct person_create person = {.id = id_new(),
                                   .handle = str_from(handle),
                                   .display_name = STR(""),
                                   .password_hash = STR(""),
                                   .language = STR("en"),
                                   .roles = roles};
    run(&cmd_person_create, &person, 0);
    return person.id;
}

static void token_add(int64_t person_id, unsigned scopes, char token[TOKEN_TEXT_BYTES]) {
    unsigned char bytes[32], hash[TOKEN_HASH_BYTES];
    randombytes_buf(bytes, sizeof bytes);
    hex_encode(bytes, sizeof bytes, token);
    token_hash(str_from(token), hash);
    struct token_create create = {.id = id_new(),
                                  .name = STR("bench"),
                                  .token_hash = {(const char *)hash, sizeof hash},
                                  .scopes = scopes,
                                  .expires_usec = clock_usec() + INT64_C(86400000000)};
    run(&cmd_token_create, &create, person_id);
}

/* Tasks `from` to `to`. The true class of the task with id n is n % 3; ids count from 1. */
static void tasks_add(int64_t project_id, int64_t owner_id, int64_t from, int64_t to, int64_t gold_each) {
    enum { CHUNK = 1000 };
#define GOLD(class) \
    "[{\"from_name\":\"genre\",\"to_name\":\"text\",\"type\":\"choices\",\"value\":{\"choices\":[\"" class "\"]}}]"
    static const char *const golds[] = {GOLD("Drama"), GOLD("Comedy"), GOLD("Horror")};
    static struct task_row rows[CHUNK];
    static char data[CHUNK][400];
    for (int64_t at = from; at < to; at += CHUNK) {
        size_t count = 0;
        for (; count < CHUNK && at + (int64_t)count < to; count++) {
            int64_t n = at + (int64_t)count;
            int len = snprintf(
                data[count], sizeof data[count],
                "{\"text\":\"%lld A man returns to the village of his childhood and finds that the river has "
                "moved; those who stayed no longer agree on where the bridge stood, and a child leads him there "
                "by night. The film follows the three days in which they look for it.\"}",
                (long long)n);
            rows[count] = (struct task_row){.data = {data[count], (size_t)len}};
            if (gold_each && n % gold_each == 0) rows[count].gold = golds[(n + 1) % 3];
            crypto_generichash(rows[count].key_hash, 16, (const unsigned char *)data[count], (size_t)len, NULL, 0);
        }
        struct task_add add = {.project_id = project_id, .rows = rows, .count = count};
        run(&cmd_task_add, &add, owner_id);
    }
}

static const char config_xml[] =
    "<View><Text name=\"text\" value=\"$text\"/><Choices name=\"genre\" toName=\"text\" required=\"true\">"
    "<Choice value=\"Drama\"/><Choice value=\"Comedy\"/><Choice value=\"Horror\"/></Choices></View>";

int bench_prepare(struct cli *cli) {
    int64_t tasks = bench_number(cli, "--tasks", 10000), workers = bench_number(cli, "--workers", 64);
    int64_t target = bench_number(cli, "--target", 0), gold = bench_number(cli, "--gold", 0);
    struct store *store;
    struct problem p = {0};
    if (store_open(cli->database, false, &store, &p) != OK || writer_start(store, NULL, NULL, &writer, &p) != OK) {
        fprintf(stderr, "faena bench: %s\n", p.detail);
        return 1;
    }
    char token[TOKEN_TEXT_BYTES];
    char owner[40];
    snprintf(owner, sizeof owner, "bench-owner-%lld", (long long)id_new());
    int64_t source = person_add(owner, PERSON_REQUESTER);
    struct person_credit credit = {.id = source, .amount_micros = INT64_C(1000000000000)};
    run(&cmd_person_credit, &credit, 0);
    struct project_create create = {.id = id_new(),
                                    .fields = {.title = STR("Bench"),
                                               .description = STR(""),
                                               .instructions = STR(""),
                                               .label_config = {config_xml, sizeof config_xml - 1},
                                               .price_micros = 1000,
                                               .overlap = bench_number(cli, "--overlap", 3),
                                               .has_overlap_rule = true,
                                               .has_overlap_min = true,
                                               .has_target_permille = true,
                                               .has_gold_permille = true,
                                               .overlap_rule = target ? OVERLAP_SURE : OVERLAP_FIXED,
                                               .overlap_min = target ? 2 : 1,
                                               .target_permille = target ? target : TARGET_PERMILLE_USUAL,
                                               .gold_permille = gold ? 1000 / gold : 0,
                                               .task_seconds = 3600,
                                               .approve_seconds = 86400}};
    run(&cmd_project_create, &create, source);
    tasks_add(create.id, source, 0, tasks, gold);
    struct project_step_args publish = {.id = create.id, .step = PROJECT_PUBLISH};
    if (!bench_text(cli, "--draft", NULL)) run(&cmd_project_step, &publish, source);
    tasks_add(create.id, source, tasks, tasks + bench_number(cli, "--more", 0), gold);
    token_add(source, 15, token);
    printf("{\"project\":%lld,\"tasks\":%lld,\"owner\":%lld,\"owner_token\":\"%s\",\"workers\":[", (long long)create.id,
           (long long)tasks, (long long)source, token);
    for (int64_t i = 0; i < workers; i++) {
        char handle[40];
        snprintf(handle, sizeof handle, "bench-%lld-%lld", (long long)source, (long long)i);
        int64_t id = person_add(handle, PERSON_WORKER);
        token_add(id, 15, token);
        printf("%s{\"id\":%lld,\"token\":\"%s\"}", i ? "," : "", (long long)id, token);
    }
    printf("]}\n");
    writer_stop(writer);
    store_close(store);
    arena_free(&arena);
    return 0;
}

static int bench_run(struct cli *cli) {
    static const struct {
        const char *name;
        int (*run)(struct cli *cli);
    } parts[] = {{"prepare", bench_prepare}, {"bare", bench_bare},   {"load", bench_load},   {"insert", bench_insert},
                 {"crowd", bench_crowd},     {"sse", bench_sse},     {"share", bench_share}, {"offers", bench_offers},
                 {"sink", bench_sink},       {"stats", bench_stats}, {"names", bench_names}, {"kinds", bench_kinds}};
    for (size_t i = 0; cli->argc > 1 && i < sizeof parts / sizeof *parts; i++)
        if (strcmp(cli->argv[1], parts[i].name) == 0) return parts[i].run(cli);
    fprintf(stderr, "faena bench: name a part: prepare, bare, load, crowd, insert, sse, share, offers, sink, stats, "
                    "names or kinds. ./bench "
                    "runs them all.\n");
    return 2;
}

static const struct cli_option options[] = {
    {"tasks", "NUMBER", "prepare, insert: how many"},
    {"workers", "NUMBER", "prepare: how many (default: 64); stats"},
    {"overlap", "NUMBER", "prepare: answers per task (default: 3)"},
    {"target", "PERMILLE", "prepare: adaptive overlap from 2 answers up, to this certainty"},
    {"gold", "NUMBER", "prepare: every Nth task is gold, for `crowd`"},
    {"draft", "1", "prepare: publish nothing"},
    {"more", "NUMBER", "prepare: so many tasks more, not paid for yet"},
    {"setup", "FILE", "what prepare printed (default: setup.json)"},
    {"seconds", "NUMBER", "bare, load: how long (default: 5)"},
    {"url", "URL", "load, sse: the running server"},
    {"clients", "NUMBER", "load: connections (default: 64)"},
    {"listeners", "NUMBER", "sse: how many (default: 10000)"},
    {"messages", "NUMBER", "sink: push messages to wait for (default: 50000)"},
    {"rounds", "NUMBER", "sse: events (default: 5)"},
    {"answers", "NUMBER", "stats, names, kinds: how many (default: 1000000)"},
    {"classes", "NUMBER", "stats: how many (default: 4)"},
    {"method", "NAME", "stats: of `faena aggregate` (default: mix); kinds: alpha, bt, ..."},
    {"iterations", "NUMBER", "stats: exactly so many (default: as the method likes)"},
    {"scalar", "1", "stats: without AVX2"},
    {"csv", "FILE", "stats: write the answers here too"},
    {"idle", "SECONDS", "sse: pause before the first event (default: 2)"},
    {NULL, NULL, NULL},
};

const struct cli_command command_bench = {
    .name = "bench",
    .arguments = "PART",
    .summary = "measure: prepare, bare, load, crowd, insert, sse, share, offers, sink, stats, names or kinds",
    .text = "The parts that ./bench in the source runs, repeats and writes to docs/performance.md. Each prints one "
            "JSON object.\n"
            "Never on a database that is in use: prepare adds people, money and a project.",
    .examples = "faena bench prepare --tasks 100000 > setup.json\n"
                "faena bench bare --setup setup.json\n"
                "faena bench load --setup setup.json --url http://127.0.0.1:8080\n",
    .options = options,
    .args_min = 1,
    .args_max = 1,
    .run = bench_run,
};
