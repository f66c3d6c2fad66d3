/* What a project will probably take and give, before it is published. */
#include <string.h>

#include "base/json.h"
#include "core/queries.h"
#include "domain/label_config.h"
#include "stats/fs_adaptive.h"
#include "stats/fs_forecast.h"

/* Before anything is known: 85 of 100 right, worth twenty answers. Gold of other projects says less about this one the
 * farther away they are, so it counts as so many answers at most. */
static const double usual_right = 17, usual_answers = 20, owner_most = 100, server_most = 30;
static const double spread_usual = 0.08, rho_usual = 0.06;

SQL(SQL_GOLD_OWNER, "SELECT coalesce(sum(n.gold_answers), 0), coalesce(sum(n.gold_right), 0) FROM project_count n JOIN"
                    " project p ON p.id = n.project_id WHERE p.owner_id = ?1 AND p.id <> ?2");
SQL(SQL_GOLD_SERVER, "SELECT coalesce(sum(n.gold_answers), 0), coalesce(sum(n.gold_right), 0) FROM project_count n JOIN"
                     " project p ON p.id = n.project_id WHERE p.owner_id <> ?1 AND p.id <> ?2");
SQL(SQL_FIT_SUMMARY, "SELECT summary FROM fit WHERE project_id = ?1 ORDER BY version DESC LIMIT 1");

/* Classes of the first control that has a fixed number of them; 0: none has. */
static err classes_of(struct store_conn *c, int64_t project_id, int *classes) {
    CLEANUP(buf_free) struct buf xml = {0};
    struct label_config *config;
    struct problem p = {0};
    TRY(project_texts(c, project_id, &xml, NULL));
    TRY(label_config_parse(buf_str(&xml), &config, &p));
    *classes = 0;
    size_t i;
    const json_t *one;
    json_array_foreach(label_config_controls(config), i, one) {
        const char *type = json_text(one, "type");
        size_t options = json_array_size(json_object_get(one, "options"));
        if (*classes || !type || json_is_true(json_object_get(one, "multiple"))) continue;
        if (strcmp(type, "choices") == 0 && !json_is_true(json_object_get(one, "dynamic"))) *classes = (int)options;
        if (strcmp(type, "rating") == 0) *classes = (int)json_int(one, "max", 5);
        if (strcmp(type, "pairwise") == 0) *classes = 2;
    }
    label_config_free(config);
    if (*classes < 2 || *classes > FS_ADAPTIVE_CLASSES_MAX) *classes = 0;
    return OK;
}

static err gold_add(struct store_conn *c, const struct sql *sql, const struct project *project, double most,
                    struct fs_forecast_options *o) {
    bool has_row;
    struct statement *s = statement(c, sql);
    statement_int(s, project->owner_id);
    statement_int(s, project->id);
    TRY(statement_one(s, &has_row));
    double answers = (double)statement_col_int(s, 0), right = (double)statement_col_int(s, 1);
    double weight = answers > most ? most / answers : 1;
    o->answers += answers * weight, o->right += right * weight;
    statement_end(s);
    return OK;
}

/* The correlation of errors that the newest fit of the project found. */
static err rho_of(struct store_conn *c, int64_t project_id, double *rho) {
    bool has_row;
    *rho = rho_usual;
    struct statement *s = statement(c, &SQL_FIT_SUMMARY);
    statement_int(s, project_id);
    TRY(statement_one(s, &has_row));
    CLEANUP(json_drop) json_t *summary = NULL;
    if (has_row && json_parse(statement_col_text(s, 0), &summary, NULL) == OK) {
        const json_t *found = json_object_get(json_array_get(json_object_get(summary, "controls"), 0), "rho");
        if (json_is_number(found)) *rho = json_number_value(found);
        if (*rho > 0.9) *rho = 0.9;
    }
    statement_end(s);
    return OK;
}

static void forecast_write(const struct project *project, const struct project_quote *quote,
                           const struct fs_forecast_options *o, const struct fs_forecast *f, struct json_out *out) {
    double tasks = (double)quote->answers / project->overlap;
    int64_t answers = (int64_t)(tasks * f->answers + 0.5), low = (int64_t)(tasks * f->answers_low);
    int64_t high = (int64_t)(tasks * f->answers_high + 0.999), gold = quote->gold_answers;
    out_object_begin(out);
    out_set_double(out, "answers_per_task", f->answers);
    out_set_int(out, "answers", answers);
    out_set_int(out, "answers_low", low);
    out_set_int(out, "answers_high", high);
    out_set_int(out, "cost_micros", (answers + gold) * project->price_micros);
    out_set_int(out, "cost_low_micros", (low + gold) * project->price_micros);
    out_set_int(out, "cost_high_micros", (high + gold) * project->price_micros);
    out_set_double(out, "accuracy", f->accuracy);
    out_set_double(out, "low", f->low);
    out_set_double(out, "high", f->high);
    out_set_double(out, "early", f->sure);
    out_set_double(out, "worker_accuracy", o->right / o->answers);
    out_set_double(out, "known_answers", o->answers - usual_answers);
    out_end(out);
}

err preview_json(struct store_conn *c, const struct project_head *head, const struct project_quote *quote,
                 struct json_out *out) {
    const struct project *project = &head->project;
    struct fs_forecast forecast;
    struct fs_forecast_options o = {.stop = project->overlap_rule == OVERLAP_SURE           ? FS_STOP_SURE
                                            : project->overlap_rule == OVERLAP_DISAGREEMENT ? FS_STOP_AGREED
                                                                                            : FS_STOP_ALL,
                                    .answers_min = project_adaptive(project) ? project->overlap_min : project->overlap,
                                    .answers_most = project->overlap,
                                    .target = project->target_permille / 1000.0,
                                    .right = usual_right + (double)head->count.gold_right,
                                    .answers = usual_answers + (double)head->count.gold_answers,
                                    .spread = spread_usual,
                                    .seed = (uint64_t)project->id};
    TRY(classes_of(c, project->id, &o.classes));
    TRY(gold_add(c, &SQL_GOLD_OWNER, project, owner_most, &o));
    TRY(gold_add(c, &SQL_GOLD_SERVER, project, server_most, &o));
    TRY(rho_of(c, project->id, &o.rho));
    if (o.classes == 0 || fs_forecast_new(&o, &forecast, NULL) != FS_OK)
        out_null(out);
    else
        forecast_write(project, quote, &o, &forecast, out);
    return OK;
}
