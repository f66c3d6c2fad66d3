#include "domain/tally.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"

/* Which answer's value wins for one control, and by how many votes. */
static int winner(json_t **keys, int count, const char *control, int *votes) {
    int best = 0;
    *votes = 0;
    for (int i = 0; i < count; i++) {
        const json_t *value = json_object_get(keys[i], control);
        int same = 0;
        bool counted_before = false;
        for (int j = 0; j < count; j++) {
            const json_t *other = json_object_get(keys[j], control);
            if (value == other || (value && other && json_equal(value, other))) {
                if (j < i) counted_before = true;
                same++;
            }
        }
        if (!counted_before && same > *votes) {
            *votes = same;
            best = i;
        }
    }
    return best;
}

/* Takes the items of one control from an answer into the label. */
static void take_items(json_t *label, json_t *result, const char *control) {
    size_t i;
    json_t *item;
    json_array_foreach(result, i, item) {
        const char *name = json_text(item, "from_name");
        if (name && strcmp(name, control) == 0) json_array_append(label, item);
    }
}

/* Is there an item with this id in the label, and is it from this answer. */
static bool took_region(const json_t *label, const json_t *result, const char *id) {
    for (size_t i = 0; id && i < json_array_size(label); i++) {
        const json_t *item = json_array_get(label, i);
        const char *own = json_text(item, "id");
        if (!own || strcmp(own, id) != 0) continue;
        for (size_t k = 0; k < json_array_size(result); k++)
            if (json_array_get(result, k) == item) return true;
    }
    return false;
}

/* Relations belong to no control: those between regions that are in the label come along. All regions of a task have
 * one key, so that all of them are from one answer. */
static void take_relations(json_t *label, const json_t *result) {
    for (size_t i = 0; i < json_array_size(result); i++) {
        json_t *item = json_array_get(result, i);
        const char *type = json_text(item, "type");
        if (type && strcmp(type, "relation") == 0 && !json_text(item, "from_name") &&
            took_region(label, result, json_text(item, "from_id")) &&
            took_region(label, result, json_text(item, "to_id")))
            json_array_append(label, item);
    }
}

err tally_majority(const struct tally_answer *answers, int count, struct tally *tally) {
    assert(count > 0 && count <= TALLY_ANSWERS_MAX);
    *tally = (struct tally){.votes = count, .answers = count};
    if (count == 1) {
        buf_add_text(&tally->label, answers[0].result);
        return OK;
    }
    json_t **keys = mem_alloc(sizeof *keys * (size_t)count), **results = mem_alloc(sizeof *results * (size_t)count);
    json_t *controls = json_object(), *label = json_array();
    err e = OK;
    for (int i = 0; i < count && e == OK; i++) {
        e = json_parse(str_from(answers[i].key), &keys[i], NULL);
        if (e == OK) e = json_parse(str_from(answers[i].result), &results[i], NULL);
        if (e == OK) json_object_update_missing(controls, keys[i]);
    }
    if (e == OK) {
        const char *control;
        json_t *unused;
        json_object_foreach(controls, control, unused) {
            int votes, best = winner(keys, count, control, &votes);
            if (votes < tally->votes) tally->votes = votes;
            take_items(label, results[best], control);
        }
        for (int i = 0; i < count; i++) take_relations(label, results[i]);
        json_write(&tally->label, label, false);
    }
    for (int i = 0; i < count; i++) {
        json_decref(keys[i]);
        json_decref(results[i]);
    }
    json_decref(controls);
    json_decref(label);
    free(keys);
    free(results);
    return e == OK ? OK : ERR_INTERNAL;
}
