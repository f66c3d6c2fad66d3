/* Handlers of the operator: health, backup, audit. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "api/app.h"
#include "api_gen.h"
#include "base/clock.h"

static int64_t rss_bytes(void) {
    FILE *f = fopen("/proc/self/statm", "re");
    long pages = 0, resident = 0;
    if (f && fscanf(f, "%ld %ld", &pages, &resident) != 2) resident = 0;
    if (f) fclose(f);
    return (int64_t)resident * sysconf(_SC_PAGESIZE);
}

static int64_t disk_free_bytes(const char *path) {
    struct statvfs disk;
    return statvfs(path, &disk) == 0 ? (int64_t)disk.f_bavail * (int64_t)disk.f_frsize : 0;
}

/* --- backups --- */

enum { BACKUPS_LISTED_MAX = 100 };
struct backup {
    char name[80];
    int64_t bytes, created_usec;
};

static int64_t modified_usec(const struct stat *st) {
    return (int64_t)st->st_mtim.tv_sec * 1000000 + st->st_mtim.tv_nsec / 1000;
}

static int newest_first(const void *a, const void *b) {
    const struct backup *x = a, *y = b;
    return (x->created_usec < y->created_usec) - (x->created_usec > y->created_usec);
}

static int backups_list(const char *directory, struct backup backups[BACKUPS_LISTED_MAX]) {
    DIR *d = opendir(directory);
    int count = 0;
    for (struct dirent *entry; d && count < BACKUPS_LISTED_MAX && (entry = readdir(d));) {
        struct stat st;
        if (strncmp(entry->d_name, "faena-", 6) != 0 || strlen(entry->d_name) >= sizeof backups->name ||
            fstatat(dirfd(d), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode))
            continue;
        struct backup *b = &backups[count++];
        memcpy(b->name, entry->d_name, strlen(entry->d_name) + 1);
        b->bytes = st.st_size;
        b->created_usec = modified_usec(&st);
    }
    if (d) closedir(d);
    qsort(backups, (size_t)count, sizeof *backups, newest_first);
    return count;
}

static void backup_write(struct json_out *o, const struct backup *b) {
    out_object_begin(o);
    out_set_text(o, "name", b->name);
    out_set_int(o, "bytes", b->bytes);
    out_set_time(o, "created_at", b->created_usec);
    out_end(o);
}

/* --- health --- */

/* Bytes of all files in a folder and the folders in it; links are not followed. */
static int64_t directory_bytes(int at, const char *name, int depth) {
    enum { DEPTH_MAX = 4 };
    int64_t bytes = 0;
    int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *d = fd >= 0 ? fdopendir(fd) : NULL;
    if (!d) {
        if (fd >= 0) close(fd);
        return 0;
    }
    for (struct dirent *entry; (entry = readdir(d));) {
        struct stat st;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if (fstatat(dirfd(d), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0) continue;
        if (S_ISREG(st.st_mode)) bytes += st.st_size;
        if (S_ISDIR(st.st_mode) && depth < DEPTH_MAX) bytes += directory_bytes(dirfd(d), entry->d_name, depth + 1);
    }
    closedir(d);
    return bytes;
}

static void server_numbers_write(struct app *app, struct json_out *o) {
    struct writer_numbers numbers;
    writer_numbers(app->writer, &numbers);
    out_set_text(o, "version", FAENA_VERSION);
    out_set_text(o, "store", store_kind(app->store) == STORE_SQLITE ? "sqlite" : "postgresql");
    out_set_int(o, "schema", store_schema_newest());
    out_set_int(o, "node", app->node);
    out_set_time(o, "started_at", app->started_usec);
    out_set_int(o, "uptime_seconds", (clock_usec() - app->started_usec) / 1000000);
    out_set_int(o, "disk_free_bytes", disk_free_bytes(app->config.files_directory));
    out_set_int(o, "rss_bytes", rss_bytes());
    out_set_int(o, "connections", http_server_connections(app->http));
    out_set_int(o, "sse", atomic_load(&app->sse_open));
    out_set_int(o, "queue", numbers.queued);
    out_set_int(o, "commands", numbers.commands);
    out_set_int(o, "batches", numbers.batches);
    out_set_int(o, "faults", numbers.faults);
    out_set_int(o, "repeated", numbers.repeated);
}

struct health {
    struct api_call *call;
    int64_t files_bytes;
};

/* On a job thread: there may be many files. */
static void health_measure(void *arg) {
    struct health *health = arg;
    health->files_bytes = directory_bytes(AT_FDCWD, health->call->loop->app->config.files_directory, 0);
}

static err health_reply(struct api_call *call, int64_t files_bytes) {
    struct app *app = call->loop->app;
    struct system_counts counts;
    TRY(system_counts(call->loop->reader, &counts));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    server_numbers_write(app, &o);
    out_set_int(&o, "database_bytes", counts.database_bytes);
    out_set_int(&o, "files_bytes", files_bytes);
    out_set_int(&o, "people", counts.people);
    out_set_int(&o, "projects", counts.projects);
    out_set_int(&o, "tasks", counts.tasks);
    out_set_int(&o, "annotations", counts.annotations);
    struct backup backups[BACKUPS_LISTED_MAX] = {0};
    int count = backups_list(app->backup_directory, backups);
    out_set_time(&o, "last_backup_at", count ? backups[0].created_usec : 0);
    out_set_text(&o, "backup_directory", app->backup_directory);
    out_key(&o, "backups");
    out_array_begin(&o);
    for (int i = 0; i < count; i++) backup_write(&o, &backups[i]);
    out_end(&o);
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

static void health_measured(void *arg) {
    struct health *health = arg;
    err e = health_reply(health->call, health->files_bytes);
    if (e != OK) api_fail(health->call, e);
}

err op_system_show(struct api_call *call, const struct in_system_show *in) {
    struct health *health = arena_alloc(call->arena, sizeof *health);
    health->call = call;
    return op_job(call, call->loop->app->quick_jobs, health_measure, health_measured, health);
}

struct backup_order {
    struct api_call *call;
    char path[4200];
    struct backup backup;
    err result;
};

static void backup_make(void *arg) {
    struct backup_order *order = arg;
    struct app *app = order->call->loop->app;
    if (mkdir(app->backup_directory, 0700) != 0 && access(app->backup_directory, W_OK) != 0) {
        order->result = problem_set(order->call->problem, ERR_SYSTEM, "The backup folder %s cannot be made.",
                                    app->backup_directory);
        return;
    }
    order->result = store_backup(app->store, order->path, order->call->problem);
    struct stat st;
    if (order->result != OK || stat(order->path, &st) != 0) return;
    order->backup.bytes = st.st_size;
    order->backup.created_usec = modified_usec(&st);
}

static void backup_made(void *arg) {
    struct backup_order *order = arg;
    struct api_call *call = order->call;
    if (order->result != OK) {
        api_fail(call, order->result);
        return;
    }
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    backup_write(&o, &order->backup);
    api_reply_buf(call, 201, &body);
}

err op_system_backup(struct api_call *call, const struct in_system_backup *in) {
    struct app *app = call->loop->app;
    struct backup_order *order = arena_alloc(call->arena, sizeof *order);
    order->call = call;
    order->backup.created_usec = call->now_usec;
    char when[21];
    clock_format(call->now_usec, when);
    for (char *c = when; *c; c++)
        if (*c == ':') *c = '-';
    snprintf(order->backup.name, sizeof order->backup.name, "faena-%s-%lld.%s", when,
             (long long)(call->now_usec % 1000000), store_kind(app->store) == STORE_SQLITE ? "db" : "pgdump");
    snprintf(order->path, sizeof order->path, "%s/%s", app->backup_directory, order->backup.name);
    return op_job(call, app->long_jobs, backup_make, backup_made, order);
}

/* --- audit: reads everything, so on a job thread with a connection of its own --- */

struct audit_order {
    struct api_call *call;
    struct audit_check checks[AUDIT_CHECKS_MAX];
    int count;
    bool ok;
    err result;
};

static void audit_make(void *arg) {
    struct audit_order *order = arg;
    struct store_conn *reader;
    order->result = store_connect(order->call->loop->app->store, STORE_READ, &reader, order->call->problem);
    if (order->result != OK) return;
    order->result = audit_run(reader, order->checks, &order->count, &order->ok);
    store_disconnect(reader);
}

static void audit_made(void *arg) {
    struct audit_order *order = arg;
    struct api_call *call = order->call;
    if (order->result != OK) {
        api_fail(call, order->result);
        return;
    }
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_bool(&o, "ok", order->ok);
    out_key(&o, "checks");
    out_array_begin(&o);
    for (int i = 0; i < order->count; i++) {
        out_object_begin(&o);
        out_set_text(&o, "name", order->checks[i].name);
        out_set_bool(&o, "ok", order->checks[i].ok);
        out_set_text(&o, "detail", order->checks[i].detail);
        out_end(&o);
    }
    out_end(&o);
    out_end(&o);
    api_reply_buf(call, 200, &body);
}

err op_system_audit(struct api_call *call, const struct in_system_audit *in) {
    struct audit_order *order = arena_alloc(call->arena, sizeof *order);
    order->call = call;
    return op_job(call, call->loop->app->long_jobs, audit_make, audit_made, order);
}

/* --- what accounts have in common --- */

err op_account_signal_list(struct api_call *call, const struct in_account_signal_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'x', 200, false, STR(""), 0));
    return op_list_reply(&list, call, 200, account_signals_json(call->loop->reader, in->open, call->arena, &list.out));
}

err op_account_signal_review(struct api_call *call, const struct in_account_signal_review *in) {
    struct account_signal_review *args = arena_alloc(call->arena, sizeof *args);
    unsigned char *hash = arena_alloc(call->arena, TOKEN_HASH_BYTES);
    if (!hex_decode(in->mark, hash, TOKEN_HASH_BYTES)) {
        problem_field_add(call->problem, "/mark", "The mark is as the list gives it: 64 hex digits.");
        return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    }
    *args = (struct account_signal_review){
        .kind = (int64_t)in->kind + 1, .hash = {(const char *)hash, TOKEN_HASH_BYTES}, .note = in->note};
    return op_command(call, &cmd_account_signal_review, args, finish_empty);
}
