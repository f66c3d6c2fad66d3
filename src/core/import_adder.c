#include "core/import_adder.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/json.h"

enum { BUSY_PAUSE_MSEC = 20 };

/* A text in the chunk's buffer, which may still move. */
struct place {
    size_t at;
    bool there;
};

struct chunk {
    struct import_adder *adder;
    struct task_row rows[IMPORT_CHUNK_ROWS];
    struct place external_ids[IMPORT_CHUNK_ROWS], golds[IMPORT_CHUNK_ROWS], predictions[IMPORT_CHUNK_ROWS],
        annotations[IMPORT_CHUNK_ROWS];
    size_t data_at[IMPORT_CHUNK_ROWS];
    struct buf text;
    int64_t first_row;
    struct task_add args;
    struct command command;
    struct arena arena;
    struct problem problem;
    char request_id[80];
};

struct import_adder {
    struct writer *writer;
    struct import_adder_order order;
    int64_t rows, bytes; /* of the file, dealt with up to now */
    struct chunk *filling;

    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t moved;
    int first, waiting; /* ring: chunks[first] is the oldest of `waiting` full ones */
    bool running;       /* chunks[first] is with the writer */
    err failed;
    struct problem problem; /* why */
    struct chunk chunks[IMPORT_CHUNKS];
};

struct import_adder *import_adder_new(struct writer *writer, const struct import_adder_order *order) {
    struct import_adder *adder = mem_alloc(sizeof *adder);
    adder->writer = writer;
    adder->order = *order;
    adder->rows = order->handled_rows;
    pthread_mutex_init(&adder->lock, NULL);
    pthread_cond_init(&adder->moved, NULL);
    for (int i = 0; i < IMPORT_CHUNKS; i++) {
        adder->chunks[i].adder = adder;
        arena_init(&adder->chunks[i].arena);
    }
    adder->filling = &adder->chunks[0];
    adder->filling->first_row = adder->rows;
    return adder;
}

/* --- submitting; the lock is held --- */

static void chunk_done(struct command *command);

static void fail(struct import_adder *adder, err e, const struct problem *p) {
    if (adder->failed != OK) return;
    adder->failed = e;
    adder->problem = *p;
}

/* Hands the oldest full chunk to the writer. When its queue is full, the caller's thread tries again later. */
static void next_submit(struct import_adder *adder) {
    if (adder->running || adder->waiting == 0 || adder->failed != OK) return;
    struct chunk *chunk = &adder->chunks[adder->first];
    arena_reset(&chunk->arena);
    chunk->command = (struct command){
        .kind = &cmd_task_add,
        .args = &chunk->args,
        .actor_id = adder->order.person_id,
        .request_id = str_from(chunk->request_id),
        .now_usec = clock_usec(),
        .arena = &chunk->arena,
        .problem = &chunk->problem,
        .done = chunk_done,
        .done_arg = chunk,
    };
    adder->running = true;
    err e = writer_submit(adder->writer, &chunk->command);
    if (e == OK) return;
    adder->running = false;
    problem_set(&chunk->problem, e, "%s", err_sentence(e));
    if (e != ERR_BUSY) fail(adder, e, &chunk->problem);
}

/* On the writer's thread. */
static void chunk_done(struct command *command) {
    struct chunk *chunk = command->done_arg;
    struct import_adder *adder = chunk->adder;
    pthread_mutex_lock(&adder->lock);
    if (command->outcome != OK) fail(adder, command->outcome, command->problem);
    adder->first = (adder->first + 1) % IMPORT_CHUNKS;
    adder->waiting--;
    adder->running = false;
    next_submit(adder);
    pthread_cond_signal(&adder->moved);
    pthread_mutex_unlock(&adder->lock);
}

/* Waits until at most `waiting` full chunks are left, or all stands still after a failure. */
static err drain(struct import_adder *adder, int waiting, struct problem *p) {
    pthread_mutex_lock(&adder->lock);
    for (;;) {
        next_submit(adder);
        if (!adder->running && adder->failed != OK) break;
        if (adder->waiting <= waiting) break;
        if (adder->running) {
            pthread_cond_wait(&adder->moved, &adder->lock);
        } else {
            pthread_mutex_unlock(&adder->lock);
            nanosleep(&(struct timespec){.tv_nsec = BUSY_PAUSE_MSEC * 1000000L}, NULL);
            pthread_mutex_lock(&adder->lock);
        }
    }
    err e = adder->failed;
    if (e != OK && p) *p = adder->problem;
    pthread_mutex_unlock(&adder->lock);
    return e;
}

/* --- filling; on the caller's thread --- */

static const char *text_of(const struct chunk *chunk, struct place place) {
    return place.there ? chunk->text.data + place.at : NULL;
}

/* Closes the chunk being filled and takes the next. */
static err chunk_close(struct import_adder *adder, struct problem *p) {
    struct chunk *chunk = adder->filling;
    for (size_t i = 0; i < chunk->args.count; i++) {
        struct task_row *row = &chunk->rows[i];
        row->external_id = text_of(chunk, chunk->external_ids[i]);
        row->data.data = chunk->text.data + chunk->data_at[i];
        row->gold = text_of(chunk, chunk->golds[i]);
        row->predictions = text_of(chunk, chunk->predictions[i]);
        row->annotations = text_of(chunk, chunk->annotations[i]);
    }
    chunk->args.project_id = adder->order.project_id;
    chunk->args.import_id = adder->order.import_id;
    chunk->args.rows = chunk->rows;
    chunk->args.handled_rows = adder->rows;
    chunk->args.handled_bytes = adder->bytes;
    snprintf(chunk->request_id, sizeof chunk->request_id, "import-%lld-%lld-%lld", (long long)adder->order.import_id,
             (long long)chunk->first_row, (long long)adder->rows);
    pthread_mutex_lock(&adder->lock);
    adder->waiting++;
    pthread_mutex_unlock(&adder->lock);
    TRY(drain(adder, IMPORT_CHUNKS - 1, p));
    chunk = adder->filling = &adder->chunks[(chunk - adder->chunks + 1) % IMPORT_CHUNKS];
    chunk->args.count = 0;
    buf_clear(&chunk->text);
    chunk->first_row = adder->rows;
    return OK;
}

static struct place json_place(struct buf *text, const json_t *value) {
    struct place place = {text->len, value != NULL};
    if (!value) return place;
    json_write(text, value, false);
    buf_add_char(text, 0);
    return place;
}

err import_adder_row(struct import_adder *adder, const struct import_good_row *good, struct problem *p) {
    struct chunk *chunk = adder->filling;
    struct buf *text = &chunk->text;
    size_t i = chunk->args.count++;
    struct task_row *row = &chunk->rows[i];
    task_key_hash(good->external_id, good->data, row->key_hash);
    row->priority = good->priority;
    chunk->data_at[i] = text->len;
    json_write(text, good->data, false);
    row->data.len = text->len - chunk->data_at[i];
    buf_add_char(text, 0);
    chunk->external_ids[i] = (struct place){text->len, good->external_id != NULL};
    if (good->external_id) buf_add(text, good->external_id, strlen(good->external_id) + 1);
    chunk->golds[i] = json_place(text, good->gold);
    chunk->predictions[i] = json_place(text, good->predictions);
    chunk->annotations[i] = json_place(text, good->annotations);
    import_adder_pass(adder, good->end_bytes);
    if (chunk->args.count < IMPORT_CHUNK_ROWS && text->len < IMPORT_CHUNK_BYTES) return OK;
    return chunk_close(adder, p);
}

void import_adder_pass(struct import_adder *adder, int64_t end_bytes) {
    adder->rows++;
    adder->bytes = end_bytes;
}

err import_adder_finish(struct import_adder *adder, struct problem *p) {
    if (adder->rows > adder->filling->first_row) TRY(chunk_close(adder, p));
    return drain(adder, 0, p);
}

void import_adder_free(struct import_adder *adder) {
    if (!adder) return;
    drain(adder, 0, NULL);
    for (int i = 0; i < IMPORT_CHUNKS; i++) {
        buf_free(&adder->chunks[i].text);
        arena_free(&adder->chunks[i].arena);
    }
    pthread_mutex_destroy(&adder->lock);
    pthread_cond_destroy(&adder->moved);
    free(adder);
}
