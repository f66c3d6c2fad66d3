/* qualification.h - what projects ask for and what people have, loaded; decided by domain/qualification. For commands
 * (the transaction's connection) and queries alike. */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/json_out.h"
#include "domain/qualification.h"
#include "store/store.h"

struct requirements {
    struct requirement items[REQUIREMENTS_MAX];
    int count;
};
err requirements_load(struct store_conn *c, int64_t project_id, struct requirements *requirements);

enum { QUALIFICATIONS_KNOWN = 100 };
/* What one person has. */
struct person_facts {
    int64_t language, approved, decided;
    struct {
        int64_t id, score; /* as decayed */
    } held[QUALIFICATIONS_KNOWN];
    int held_count;
};
err person_facts_load(struct store_conn *c, int64_t person_id, struct person_facts *facts);
bool person_has(const struct person_facts *facts, const struct requirement *requirement, int64_t *value);
bool requirements_met(const struct requirements *requirements, const struct person_facts *facts);
/* Both loaded: may they work there? True at once where nothing is asked for. */
err project_open_to(struct store_conn *c, int64_t project_id, int64_t person_id, bool *open);
/* Sends what both load ahead: first the requirements, which are read by then when the second is called. */
err requirements_ahead(struct store_conn *c, int64_t project_id);
err project_open_ahead(struct store_conn *c, int64_t project_id, int64_t person_id);
/* ERR_NOT_QUALIFIED with a sentence that names the first thing they lack. */
err project_open_check(struct store_conn *c, int64_t project_id, int64_t person_id, struct problem *p);

extern const char *const subject_words[REQUIREMENT_SUBJECTS], *const comparator_words[REQUIREMENT_COMPARATORS];
/* A list of {"subject", "qualification", "comparator", "values", "met", "value", "course"} with facts, without the last
 * three where facts is NULL. */
err requirements_json(struct store_conn *c, int64_t project_id, const struct person_facts *facts, struct json_out *o);
