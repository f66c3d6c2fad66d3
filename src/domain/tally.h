/* tally.h - the majority label of a task from its answers. Pure.
 *
 * Votes are counted control by control on answer keys (label_config_answer_key: a JSON object {"control": key}), so
 * that a disagreement on one question does not lose the agreement on another. A tie goes to the value that was given
 * first. A control that an answer leaves out counts as the value "not answered". The share of a task is the lowest
 * share among its controls. */
#pragma once
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum { TALLY_ANSWERS_MAX = 1000 };

struct tally_answer {
    const char *key;    /* JSON object text */
    const char *result; /* JSON `result` list text */
};

struct tally {
    struct buf label; /* JSON `result` list; the caller frees */
    int votes;        /* for the label's least agreed control */
    int answers;
};

/* answers in the order they were given, at most TALLY_ANSWERS_MAX. ERR_INTERNAL when a stored text is not JSON. */
err tally_majority(const struct tally_answer *answers, int count, struct tally *tally);
