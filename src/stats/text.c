/* Texts of several workers: one task at a time, all tasks twice when workers are weighted. */
#include <stdlib.h>
#include <string.h>

#include "numeric.h"
#include "text_words.h"

enum { PARTS = 32 };

/* Results against which word error rates are shrunk: as from so many words of a typical worker. */
static const double PRIOR_WORDS = 20, SKILL_LEAST = 0.05;

struct run {
    const struct fs_texts *texts;
    const struct fs_text_options *options;
    struct fs_text_fit *fit;
    size_t *start; /* rows of each task, in the order of rows */
    int32_t *order;
    double *weight;        /* per worker */
    double *edits, *words; /* per row: words to change, words of the result */
    bool failed[PARTS];
};

/* One task's texts, made ready. */
struct task {
    int32_t count;
    const int32_t *row;
    struct words *words, *characters;
    double *weight;
    double *distance; /* count * count, normalised, in characters */
    double *mean;     /* weighted mean distance to the others */
    int32_t *by_near; /* texts by nearness to all */
    struct fs_names names;
};

static bool task_distances(struct task *t) {
    for (int32_t i = 0; i < t->count; i++)
        for (int32_t j = 0; j < i; j++) {
            const struct words *a = &t->characters[i], *b = &t->characters[j];
            int64_t edits = fs_edits(a->word, a->count, b->word, b->count),
                    longer = a->count > b->count ? a->count : b->count;
            if (edits < 0) return false;
            double distance = longer > 0 ? (double)edits / (double)longer : 0;
            t->distance[i * t->count + j] = t->distance[j * t->count + i] = distance;
        }
    for (int32_t i = 0; i < t->count; i++) {
        double sum = 0, weight = 0;
        for (int32_t j = 0; j < t->count; j++) {
            if (i == j) continue;
            sum += t->weight[j] * t->distance[i * t->count + j];
            weight += t->weight[j];
        }
        t->mean[i] = weight > 0 ? sum / weight : 0;
    }
    return true;
}

/* a goes before b: nearer, else by bytes, else by row. */
static bool nearer(const struct run *r, const struct task *t, int32_t a, int32_t b) {
    if (t->mean[a] < t->mean[b] - 1e-12) return true;
    if (t->mean[a] > t->mean[b] + 1e-12) return false;
    int order = r->options->as_given ? 0 : strcmp(r->texts->text[t->row[a]], r->texts->text[t->row[b]]);
    return order != 0 ? order < 0 : a < b;
}

static bool task_begin(const struct run *r, int32_t number, struct fs_scratch *s, struct task *t) {
    *t = (struct task){.count = (int32_t)(r->start[number + 1] - r->start[number]), .row = r->order + r->start[number]};
    t->words = fs_scratch_new(s, t->count, sizeof *t->words);
    t->characters = fs_scratch_new(s, t->count, sizeof *t->characters);
    t->weight = fs_scratch_new(s, t->count, sizeof *t->weight);
    t->distance = fs_scratch_new(s, (int64_t)t->count * t->count, sizeof *t->distance);
    t->mean = fs_scratch_new(s, t->count, sizeof *t->mean);
    t->by_near = fs_scratch_new(s, t->count, sizeof *t->by_near);
    if (s->failed) return false;
    for (int32_t i = 0; i < t->count; i++) {
        const char *text = r->texts->text[t->row[i]];
        t->weight[i] = r->weight[r->texts->worker[t->row[i]]];
        t->characters[i].word = fs_scratch_new(s, (int64_t)strlen(text), sizeof(int32_t));
        if (s->failed || !fs_words_of(text, r->options->by_character, &t->names, s, &t->words[i])) return false;
        t->characters[i].count = fs_characters(text, t->characters[i].word);
    }
    if (!task_distances(t)) return false;
    for (int32_t i = 0; i < t->count; i++) {
        int32_t at = i;
        for (; at > 0 && nearer(r, t, i, t->by_near[at - 1]); at--) t->by_near[at] = t->by_near[at - 1];
        t->by_near[at] = i;
    }
    return true;
}

static char *text_of(const struct words *words, const struct fs_names *names, bool by_character) {
    size_t bytes = 1, length;
    for (int64_t i = 0; i < words->count; i++) {
        fs_names_text(names, words->word[i], &length);
        bytes += length + 1;
    }
    char *text = malloc(bytes), *at = text;
    if (!text) return NULL;
    for (int64_t i = 0; i < words->count; i++) {
        if (i > 0 && !by_character) *at++ = ' ';
        const char *word = fs_names_text(names, words->word[i], &length);
        memcpy(at, word, length);
        at += length;
    }
    *at = 0;
    return text;
}

static bool task_rover(const struct run *r, struct task *t, struct fs_scratch *s, struct words *result,
                       struct fs_text_task *out) {
    struct rover rover = {.texts = t->count, .names = &t->names, .as_given = r->options->as_given};
    struct words *ordered = fs_scratch_new(s, t->count, sizeof *ordered);
    double *weight = fs_scratch_new(s, t->count, sizeof *weight);
    int64_t all = 0;
    for (int32_t i = 0; i < t->count; i++) all += t->words[i].count;
    result->word = fs_scratch_new(s, all, sizeof *result->word);
    if (s->failed) return false;
    for (int32_t i = 0; i < t->count; i++) {
        int32_t from = r->options->as_given ? i : t->by_near[i];
        ordered[i] = t->words[from];
        weight[i] = t->weight[from];
    }
    rover.text = ordered;
    rover.weight = weight;
    if (!fs_rover(&rover, s, result, &out->support)) return false;
    out->text = text_of(result, &t->names, r->options->by_character);
    return out->text != NULL;
}

static bool task_run(struct run *r, int32_t number) {
    struct fs_scratch s = {0};
    struct task t;
    struct words result = {0};
    struct fs_text_task *out = &r->fit->task[number];
    bool ok = task_begin(r, number, &s, &t);
    free(out->text);
    out->text = NULL;
    out->answers = t.count;
    if (ok && r->options->method == FS_TEXT_ROVER) {
        ok = task_rover(r, &t, &s, &result, out);
    } else if (ok) {
        int32_t best = t.by_near[0];
        result = t.words[best];
        out->support = 1 - t.mean[best];
        out->text = strdup(r->texts->text[t.row[best]]);
        ok = out->text != NULL;
    }
    double sum = 0;
    for (int64_t i = 0; ok && i < (int64_t)t.count * t.count; i++) sum += t.distance[i];
    out->agreement = t.count > 1 ? 1 - sum / ((double)t.count * (t.count - 1)) : 1;
    for (int32_t i = 0; i < t.count && ok; i++) {
        int64_t edits = fs_edits(t.words[i].word, t.words[i].count, result.word, result.count);
        ok = edits >= 0;
        r->edits[t.row[i]] = (double)edits;
        r->words[t.row[i]] = (double)result.count;
    }
    fs_names_free(&t.names);
    fs_scratch_free(&s);
    return ok;
}

static void part_run(void *arg, int part) {
    struct run *r = arg;
    for (int32_t t = part; t < r->texts->tasks && !r->failed[part]; t += PARTS)
        if (r->start[t] < r->start[t + 1]) r->failed[part] = !task_run(r, t);
}

static bool all_run(struct run *r) {
    int64_t bytes = 0;
    for (int64_t i = 0; i < r->texts->count; i++) bytes += (int64_t)strlen(r->texts->text[i]);
    fs_parallel(fs_threads(r->options->threads, bytes * 10), PARTS, part_run, r);
    for (int part = 0; part < PARTS; part++)
        if (r->failed[part]) return false;
    return true;
}

static bool workers_fill(struct run *r, struct fs_scratch *s) {
    const struct fs_texts *texts = r->texts;
    double *edits = fs_scratch_new(s, texts->workers, sizeof *edits),
           *words = fs_scratch_new(s, texts->workers, sizeof *words);
    double all_edits = 0, all_words = 0;
    if (s->failed) return false;
    for (int32_t w = 0; w < texts->workers; w++) r->fit->worker[w].answers = 0;
    for (int64_t i = 0; i < texts->count; i++) {
        r->fit->worker[texts->worker[i]].answers++;
        edits[texts->worker[i]] += r->edits[i];
        words[texts->worker[i]] += r->words[i];
        all_edits += r->edits[i];
        all_words += r->words[i];
    }
    double common = (all_edits + 1) / (all_words + 2);
    for (int32_t w = 0; w < texts->workers; w++) {
        struct fs_text_worker *worker = &r->fit->worker[w];
        worker->word_error_rate = words[w] > 0 ? edits[w] / words[w] : edits[w] > 0;
        double shrunk = (edits[w] + PRIOR_WORDS * common) / (words[w] + PRIOR_WORDS);
        worker->skill = shrunk < 1 ? 1 - shrunk : 0;
        r->weight[w] = worker->skill > SKILL_LEAST ? worker->skill : SKILL_LEAST;
    }
    return true;
}

static enum fs_status texts_check(const struct fs_texts *texts, bool by_character, struct fs_problem *problem) {
    if (texts->count == 0) return fs_refuse(problem, FS_EMPTY, "There are no texts.");
    if (texts->count > INT32_MAX) return fs_refuse(problem, FS_TOO_LARGE, "There are more than %d texts.", INT32_MAX);
    for (int64_t i = 0; i < texts->count; i++) {
        if (texts->task[i] < 0 || texts->task[i] >= texts->tasks || texts->worker[i] < 0 ||
            texts->worker[i] >= texts->workers)
            return fs_refuse(problem, FS_INVALID, "Text %lld has a task or worker outside of the counts.",
                             (long long)i + 1);
        int64_t characters, words;
        fs_text_size(texts->text[i], by_character, &characters, &words);
        if (characters > FS_TEXT_CHARACTERS_MAX || words > FS_TEXT_WORDS_MAX)
            return fs_refuse(problem, FS_TOO_LARGE,
                             "Text %lld has %lld words and %lld characters; at most %d and %d are compared. Split it.",
                             (long long)i + 1, (long long)words, (long long)characters, FS_TEXT_WORDS_MAX,
                             FS_TEXT_CHARACTERS_MAX);
    }
    return FS_OK;
}

/* Each text is compared with each: the work grows with the square of all. */
static bool task_fits(const struct run *r, int32_t task) {
    size_t bytes = 0;
    for (size_t k = r->start[task]; k < r->start[task + 1]; k++) bytes += strlen(r->texts->text[r->order[k]]);
    return r->start[task + 1] - r->start[task] <= FS_TEXTS_PER_TASK_MAX && bytes <= FS_TEXT_TASK_BYTES_MAX;
}

static enum fs_status run(struct run *r, struct fs_scratch *s, struct fs_problem *problem) {
    const struct fs_texts *texts = r->texts;
    r->start = fs_scratch_new(s, (int64_t)texts->tasks + 1, sizeof *r->start);
    r->order = fs_scratch_new(s, texts->count, sizeof *r->order);
    r->weight = fs_scratch_new(s, texts->workers, sizeof *r->weight);
    r->edits = fs_scratch_new(s, texts->count, sizeof *r->edits);
    r->words = fs_scratch_new(s, texts->count, sizeof *r->words);
    r->fit->task_count = texts->tasks;
    r->fit->worker_count = texts->workers;
    r->fit->task = fs_calloc(texts->tasks, sizeof *r->fit->task);
    r->fit->worker = fs_calloc(texts->workers, sizeof *r->fit->worker);
    if (s->failed || !r->fit->task || !r->fit->worker) return FS_NO_MEMORY;
    fs_group_by(texts->task, (size_t)texts->count, texts->tasks, r->start, r->order);
    for (int32_t t = 0; t < texts->tasks; t++)
        if (!task_fits(r, t))
            return fs_refuse(problem, FS_TOO_LARGE,
                             "The task of text %d has more than %d texts, or they are longer than %d bytes together.",
                             r->order[r->start[t]] + 1, FS_TEXTS_PER_TASK_MAX, FS_TEXT_TASK_BYTES_MAX);
    for (int32_t w = 0; w < texts->workers; w++) r->weight[w] = 1;
    if (!all_run(r) || !workers_fill(r, s)) return FS_NO_MEMORY;
    if (r->options->as_given || r->options->equal) return FS_OK;
    return all_run(r) && workers_fill(r, s) ? FS_OK : FS_NO_MEMORY;
}

enum fs_status fs_text_new(const struct fs_texts *texts, const struct fs_text_options *options,
                           struct fs_text_fit **fit, struct fs_problem *problem) {
    static const struct fs_text_options defaults;
    struct fs_scratch s = {0};
    *fit = NULL;
    enum fs_status status = texts_check(texts, options && options->by_character, problem);
    if (status != FS_OK) return status;
    struct run r = {.texts = texts, .options = options ? options : &defaults, .fit = fs_calloc(1, sizeof *r.fit)};
    status = r.fit ? run(&r, &s, problem) : FS_NO_MEMORY;
    fs_scratch_free(&s);
    if (status == FS_NO_MEMORY) fs_refuse(problem, status, "There is not enough memory for these texts.");
    if (status == FS_OK)
        *fit = r.fit;
    else
        fs_text_free(r.fit);
    return status;
}

void fs_text_free(struct fs_text_fit *fit) {
    if (!fit) return;
    for (int32_t t = 0; fit->task && t < fit->task_count; t++) free(fit->task[t].text);
    free(fit->task);
    free(fit->worker);
    free(fit);
}
