/* command.h - a write: what it is, who asked, what came of it.
 *
 *   made by api/, cli/ or tick -> writer_submit -> run inside a batch's transaction -> COMMIT -> done(command)
 *
 * `run` is load -> decide -> save: it reads through the tx, lets a pure function of domain/ decide, and only then
 * writes. A refusal (outcome) has written nothing. A fault rolls the whole batch back.
 *
 * Ownership: the maker owns the command and its arena; between writer_submit and done only the writer touches them. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct tx;
struct command;

struct command_kind {
    const char *name;
    err (*run)(struct tx *tx, struct command *command);
    bool of_project; /* its args begin with the id of the project that it works on */
    bool alone;      /* has a batch for itself: it works on projects that only it finds */
    /* Sends what run will load, see writer.c; in two steps: 0 for what follows from the args, 1 for what follows from
     * what step 0 has read. A command that has this changes rows of its actor, tasks by task_save, and what the tx
     * shares, and nothing else. NULL: it may change anything. */
    err (*ahead)(struct tx *tx, const struct command *command, int step);
};

struct command {
    const struct command_kind *kind;
    const void *args;     /* the kind's own struct */
    int64_t actor_id;     /* 0 = nobody */
    unsigned actor_roles; /* as in api.h: bits 1 worker 2 requester 4 reviewer 8 operator */
    str request_id;       /* empty: no receipt */
    unsigned char request_hash[16];
    int64_t now_usec;
    struct arena *arena;     /* for the reply */
    struct problem *problem; /* filled on refusal; never NULL */

    err outcome;
    const char *reply; /* JSON object text without secrets; NULL = {} */
    bool repeated;     /* answered from the receipt of an earlier request */

    void (*done)(struct command *command); /* on the writer's thread, after the batch is durable or given up */
    void *done_arg;
    struct command *next; /* writer's */
    bool ran;             /* writer's: run before, in a batch that was given up or whose fate is unknown */
};

/* bits of actor_roles */
enum { PERSON_WORKER = 1, PERSON_REQUESTER = 2, PERSON_REVIEWER = 4, PERSON_OPERATOR = 8 };

/* The reply, printf-like JSON. */
void command_reply(struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));
