/* What the answers of a project say: a fit for every control with few values, verdicts, and a summary. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "core/estimate_internal.h"
#include "domain/work.h"

enum { CLASSES_SURELY = 20, CONFUSION_CLASSES_MAX = 20, DRIFT_DAYS_MAX = 60, RESAMPLES = 200 };

/* --- fit --- */

/* Free texts and measured numbers have about as many values as answers: no class to speak of. */
static bool categorical(const struct estimate_control *c) {
    int32_t classes = c->values.count;
    return c->table.count > 0 && classes > 0 && classes <= FS_ADAPTIVE_CLASSES_MAX &&
           (classes <= CLASSES_SURELY || c->table.count >= 4 * (int64_t)classes);
}

static enum fs_status control_fit(struct estimate *e, struct estimate_control *c, const int32_t *most,
                                  const uint8_t *watched) {
    c->table.task_count = e->task_count, c->table.worker_count = e->worker_count;
    c->table.class_count = c->values.count;
    struct fs_adaptive_options options = {.method = e->method,
                                          .target = e->project.target_permille / 1000.0,
                                          .answers_min = e->project.overlap_min,
                                          .answers_most = e->project.overlap,
                                          .most = most,
                                          .gold = c->gold,
                                          .watched = e->project.overlap_rule == OVERLAP_SURE ? watched : NULL,
                                          .seed = (uint64_t)e->project.id,
                                          .threads = 1};
    enum fs_status status = fs_answers_new(&c->table, &(struct fs_answers_options){.threads = 1}, &c->answers, NULL);
    if (status == FS_OK) status = fs_adaptive_new(c->answers, &options, &c->adaptive, NULL);
    if (status == FS_OK)
        status =
            fs_agree(c->answers, &(struct fs_agree_options){.resamples = RESAMPLES, .threads = 1}, &c->agreement, NULL);
    return status;
}

/* Most votes for one value, strictly more than half. */
static bool agreed(const struct estimate_control *c, int32_t task) {
    const struct fs_answers *a = c->answers;
    int64_t count = a->start[task + 1] - a->start[task];
    for (int64_t i = a->start[task]; i < a->start[task + 1]; i++) {
        int64_t same = 0;
        for (int64_t j = a->start[task]; j < a->start[task + 1]; j++) same += a->label[i] == a->label[j];
        if (2 * same > count) return true;
    }
    return count == 0;
}

static void tasks_judge(struct estimate *e, const struct estimate_control *c, bool first) {
    for (int32_t t = 0; t < e->task_count; t++) {
        struct estimate_task *task = &e->tasks[t];
        double confidence = c->adaptive->confidence[t], raw = c->adaptive->fit->confidence[t];
        int verdict = c->adaptive->verdict[t];
        if (e->project.overlap_rule == OVERLAP_DISAGREEMENT && verdict != FS_ALL)
            verdict = agreed(c, t) ? FS_SURE : FS_MORE;
        if (first || confidence < task->posterior) task->posterior = confidence, task->raw = raw;
        if (first || verdict == FS_MORE) task->verdict = verdict;
    }
}

static void workers_judge(struct estimate *e, const struct fs_fit *fit) {
    for (int32_t w = 0; w < e->worker_count; w++) {
        e->workers[w].accuracy = fit->skill[w];
        fs_fit_skill_interval(fit, w, &e->workers[w].low, &e->workers[w].high);
    }
}

err estimate_fit(struct estimate *e) {
    size_t count = (size_t)e->task_count + 1;
    int32_t *most = arena_alloc(&e->arena, sizeof *most * count);
    uint8_t *watched = arena_alloc(&e->arena, count);
    double *seconds = arena_alloc(&e->arena, sizeof *seconds * ((size_t)e->worker_count + 1));
    for (int32_t t = 0; t < e->task_count; t++) {
        most[t] = (int32_t)e->tasks[t].most;
        watched[t] = fs_watched((uint64_t)e->project.id, e->tasks[t].id);
        e->tasks[t].verdict = FS_SURE;
    }
    for (int32_t w = 0; w < e->worker_count; w++) seconds[w] = (double)e->workers[w].median_usec / 1e6;
    /* The pool is best where all answers are in; what decides when to stop must not be too sure of itself. */
    e->method = e->project.overlap_rule == OVERLAP_SURE ? FS_PRIOR_DS : FS_MIX;
    for (int i = 0; i < e->control_count; i++) {
        struct estimate_control *c = &e->controls[i];
        if (!categorical(c)) continue;
        enum fs_status status = control_fit(e, c, most, watched);
        if (status != FS_OK) return ERR_INTERNAL;
        c->used = true;
        tasks_judge(e, c, e->used == 0);
        if (e->used == 0) {
            workers_judge(e, c->adaptive->fit);
            if (fs_signals_new(c->answers, c->adaptive->fit, seconds, 0, &e->signals, NULL) != FS_OK)
                return ERR_INTERNAL;
        }
        e->used++;
    }
    /* Where nothing can be weighed, nothing is saved either. */
    for (int32_t t = 0; e->used == 0 && t < e->task_count; t++) e->tasks[t].verdict = FS_MORE;
    return OK;
}

/* --- a task's distribution --- */

static void number_add(struct buf *out, double value) { buf_printf(out, "%.6g", value); }

bool estimate_soft(const struct estimate *e, int32_t task, struct buf *out) {
    double q[FS_ADAPTIVE_CLASSES_MAX];
    bool first = true, told = true;
    buf_add_char(out, '{');
    for (int i = 0; i < e->control_count; i++) {
        const struct estimate_control *c = &e->controls[i];
        if (!c->used) continue;
        int count = (int)(c->answers->start[task + 1] - c->answers->start[task]), classes = c->values.count;
        if (count == 0) continue;
        fs_temper(c->adaptive->fit->posterior + (size_t)task * (size_t)classes, c->adaptive->fit->prior, classes, count,
                  c->adaptive->rho, c->adaptive->temperature, q);
        if (!first) buf_add_char(out, ',');
        first = false;
        buf_add_json_string(out, str_from(c->name));
        buf_add_text(out, ":{");
        bool any = false;
        for (int k = 0; k < classes; k++) {
            if (k != c->adaptive->fit->label[task]) told = told && q[k] < q[c->adaptive->fit->label[task]] - 2e-3;
            if (q[k] < 5e-4) continue;
            if (any) buf_add_char(out, ',');
            any = true;
            buf_add_json_string(out, str_from(fs_names_text(&c->values, k, NULL)));
            buf_printf(out, ":%.3f", q[k]);
        }
        buf_add_char(out, '}');
    }
    buf_add_char(out, '}');
    return told;
}

/* --- the summary --- */

static void coefficient_add(struct buf *out, const char *name, const struct fs_coefficient *c) {
    buf_printf(out, ",\"%s\":", name);
    if (!c->defined) {
        buf_add_text(out, "null");
        return;
    }
    buf_add_text(out, "{\"value\":");
    number_add(out, c->value);
    buf_add_text(out, ",\"low\":");
    number_add(out, c->has_interval ? c->low : c->value);
    buf_add_text(out, ",\"high\":");
    number_add(out, c->has_interval ? c->high : c->value);
    buf_add_char(out, '}');
}

/* Rows: labels; columns: answers. */
static void confusion_add(struct buf *out, const struct estimate_control *c) {
    int classes = c->values.count;
    if (classes > CONFUSION_CLASSES_MAX) {
        buf_add_text(out, ",\"confusion\":null");
        return;
    }
    int64_t counts[CONFUSION_CLASSES_MAX][CONFUSION_CLASSES_MAX] = {{0}};
    for (int32_t t = 0; t < c->answers->task_count; t++)
        for (int64_t i = c->answers->start[t]; i < c->answers->start[t + 1]; i++)
            counts[c->adaptive->fit->label[t]][c->answers->label[i]]++;
    buf_add_text(out, ",\"confusion\":[");
    for (int i = 0; i < classes; i++) {
        buf_add_text(out, i ? ",[" : "[");
        for (int j = 0; j < classes; j++) buf_printf(out, "%s%lld", j ? "," : "", (long long)counts[i][j]);
        buf_add_char(out, ']');
    }
    buf_add_char(out, ']');
}

static void control_add(struct buf *out, const struct estimate_control *c) {
    const struct fs_adaptive *d = c->adaptive;
    buf_add_text(out, "{\"name\":");
    buf_add_json_string(out, str_from(c->name));
    buf_add_text(out, ",\"classes\":[");
    for (int i = 0; i < c->values.count; i++) {
        if (i) buf_add_char(out, ',');
        buf_add_json_string(out, str_from(fs_names_text(&c->values, i, NULL)));
    }
    buf_add_char(out, ']');
    coefficient_add(out, "alpha", &c->agreement->coefficient[FS_ALPHA]);
    coefficient_add(out, "fleiss", &c->agreement->coefficient[FS_FLEISS]);
    coefficient_add(out, "gwet", &c->agreement->coefficient[FS_GWET]);
    coefficient_add(out, "percent", &c->agreement->coefficient[FS_PERCENT]);
    confusion_add(out, c);
    buf_printf(out,
               ",\"rho\":%.4f,\"temperature\":%.3f,\"known\":%d,\"watched\":%d,\"loss\":%.4f,\"saving\":%s,"
               "\"accuracy\":%.4f,\"low\":%.4f,\"high\":%.4f}",
               d->rho, d->temperature, d->known, d->watched, d->loss, d->saving ? "true" : "false", d->accuracy, d->low,
               d->high);
}

struct day {
    int64_t day, answers, agreed, gold, gold_right;
};

/* Day by day, of the first control: how many answers are the label, and how many gold answers are right. */
static int drift(const struct estimate *e, const struct estimate_control *c, struct day *days) {
    int64_t last = 0;
    for (int64_t i = 0; i < e->answer_count; i++)
        if (e->created[i] / INT64_C(86400000000) > last) last = e->created[i] / INT64_C(86400000000);
    for (int i = 0; i < DRIFT_DAYS_MAX; i++) days[i] = (struct day){.day = last - DRIFT_DAYS_MAX + 1 + i};
    for (int64_t i = 0; i < e->answer_count; i++) {
        int64_t at = e->created[i] / INT64_C(86400000000) - (last - DRIFT_DAYS_MAX + 1);
        int32_t task = e->at_task[i];
        if (at < 0 || e->at_value[i] < 0) continue;
        days[at].answers++, days[at].agreed += c->adaptive->fit->label[task] == e->at_value[i];
        if (c->gold[task] >= 0) days[at].gold++, days[at].gold_right += c->gold[task] == e->at_value[i];
    }
    return DRIFT_DAYS_MAX;
}

void estimate_summary(const struct estimate *e, struct buf *out) {
    buf_add_text(out, "{\"controls\":[");
    const struct estimate_control *first = NULL;
    for (int i = 0; i < e->control_count; i++) {
        if (!e->controls[i].used) continue;
        if (first) buf_add_char(out, ',');
        if (!first) first = &e->controls[i];
        control_add(out, &e->controls[i]);
    }
    buf_add_text(out, "],\"drift\":[");
    struct day days[DRIFT_DAYS_MAX];
    int count = first == &e->controls[0] && first ? drift(e, first, days) : 0;
    bool any = false;
    for (int i = 0; i < count; i++) {
        if (days[i].answers == 0) continue;
        buf_printf(out, "%s{\"day\":%lld,\"answers\":%lld,\"agreed\":%lld,\"gold\":%lld,\"gold_right\":%lld}",
                   any ? "," : "", (long long)days[i].day, (long long)days[i].answers, (long long)days[i].agreed,
                   (long long)days[i].gold, (long long)days[i].gold_right);
        any = true;
    }
    buf_add_text(out, "]}");
}
