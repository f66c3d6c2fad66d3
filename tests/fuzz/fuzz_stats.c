/* The library on arrays that bytes make: whatever the numbers, a call ends with a result that is finite or with a
 * sentence. The first byte chooses the part, the second its options; then come rows of nine bytes. */
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "stats/faena-stats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ROWS_MAX = 300, ROW_BYTES = 9 };

struct input {
    int count;
    uint8_t option;
    int32_t task[ROWS_MAX], worker[ROWS_MAX], label[ROWS_MAX];
    double number[ROWS_MAX]; /* any double that six bytes can make, NaN and infinity among them */
    uint8_t raw[ROWS_MAX][6];
};

static void input_read(struct input *in, const uint8_t *data, size_t size) {
    in->option = data[1];
    for (data += 2, size -= 2; size >= ROW_BYTES && in->count < ROWS_MAX; data += ROW_BYTES, size -= ROW_BYTES) {
        int i = in->count++;
        uint64_t bits = 0;
        in->task[i] = data[0] % 16;
        in->worker[i] = data[1] % 12;
        in->label[i] = data[2] == 255 ? FS_ABSTAINED : data[2] % 7;
        memcpy(in->raw[i], data + 3, 6);
        for (int b = 0; b < 6; b++) bits = bits << 8 | data[3 + b];
        bits <<= 16;
        if (in->option & 1)
            memcpy(&in->number[i], &bits, sizeof bits);
        else
            in->number[i] = (double)(int8_t)data[3] + data[4] / 256.0;
    }
}

static void said(enum fs_status status, const struct fs_problem *problem) {
    assert(status == FS_OK || problem->text[0]);
    assert(strlen(problem->text) < sizeof problem->text);
}

static void share(double p) { assert(p >= 0 && p <= 1 + 1e-9); }

/* --- labels --- */

static void labels(const struct input *in) {
    struct fs_table table = {0};
    struct fs_answers *answers = NULL;
    struct fs_fit *fit = NULL;
    struct fs_agreement *agreement = NULL;
    struct fs_problem problem = {0};
    bool weighted = in->option & 2;
    for (int i = 0; i < in->count; i++) {
        enum fs_status added =
            weighted ? fs_table_add_weighted(&table, in->task[i], in->worker[i], in->label[i], in->number[i], i)
                     : fs_table_add(&table, in->task[i], in->worker[i], in->label[i]);
        assert(added == FS_OK || (weighted && added == FS_INVALID));
    }
    struct fs_answers_options how = {
        .keep_repeated = in->option & 4, .abstain_is_answer = in->option & 8, .threads = 1};
    struct fs_fit_options options = {.method = (enum fs_method)((in->option >> 4) % FS_METHODS),
                                     .ordinal = in->option & 32,
                                     .compat = in->option & 64,
                                     .starts = 1,
                                     .iterations_max = 20,
                                     .threads = 1};
    enum fs_status status = fs_answers_new(&table, &how, &answers, &problem);
    said(status, &problem);
    if (status == FS_OK) said(status = fs_fit_new(answers, &options, &fit, &problem), &problem);
    for (int32_t t = 0; fit && t < fit->task_count; t++) share(fit->confidence[t]);
    for (int32_t w = 0; fit && w < fit->worker_count; w++) {
        double low, high;
        fs_fit_skill_interval(fit, w, &low, &high);
        share(fit->skill[w]);
        share(low);
        share(high);
        assert(low <= high);
    }
    for (int64_t i = 0; fit && fit->posterior && i < (int64_t)fit->task_count * fit->class_count; i++)
        share(fit->posterior[i]);
    if (answers &&
        fs_agree(answers, &(struct fs_agree_options){.resamples = 3, .threads = 1}, &agreement, &problem) == FS_OK)
        for (int c = 0; c < FS_COEFFICIENTS; c++)
            assert(isfinite(agreement->coefficient[c].value) && isfinite(agreement->coefficient[c].low));
    fs_agreement_free(agreement);
    fs_fit_free(fit);
    fs_answers_free(answers);
    fs_table_free(&table);
}

/* --- comparisons --- */

static void comparisons(const struct input *in) {
    int32_t left[ROWS_MAX], right[ROWS_MAX];
    uint8_t winner[ROWS_MAX];
    struct fs_bt bt = {0};
    struct fs_noisy_bt noisy = {0};
    struct fs_problem problem = {0};
    for (int i = 0; i < in->count; i++) {
        left[i] = in->task[i];
        right[i] = in->raw[i][0] % 16;
        winner[i] = in->raw[i][1] % 3;
    }
    struct fs_pairs pairs = {.count = (size_t)in->count,
                             .items = 16,
                             .workers = 12,
                             .left = left,
                             .right = right,
                             .winner = winner,
                             .worker = in->worker,
                             .weight = in->option & 2 ? in->number : NULL};
    struct fs_bt_options options = {.tie_model = in->option & 4,
                                    .side = in->option & 8,
                                    .level = 0.95,
                                    .spread = (enum fs_spread)(in->option >> 4 & 3)};
    enum fs_status status = fs_bradley_terry(&pairs, &options, &bt, &problem);
    said(status, &problem);
    for (int i = 0; status == FS_OK && i < 16; i++) {
        assert(isfinite(bt.score[i]));
        assert(!bt.low || (isfinite(bt.low[i]) && bt.low[i] <= bt.high[i]));
    }
    fs_bt_free(&bt);
    status =
        fs_noisy_bt(&pairs, &(struct fs_noisy_options){.iterations_max = 20, .spread = options.spread, .level = 0.9},
                    &noisy, &problem);
    said(status, &problem);
    for (int i = 0; status == FS_OK && i < 16; i++) assert(isfinite(noisy.bt.score[i]));
    for (int w = 0; status == FS_OK && w < 12; w++) share(noisy.skill[w]);
    fs_noisy_bt_free(&noisy);
}

/* --- numbers and texts --- */

static void numbers(const struct input *in) {
    double weight[ROWS_MAX];
    struct fs_number_fit *fit = NULL;
    struct fs_problem problem = {0};
    for (int i = 0; i < in->count; i++) weight[i] = in->raw[i][5] / 16.0;
    struct fs_numbers rows = {in->count, 16, 12, in->task, in->worker, in->number, in->option & 2 ? weight : NULL};
    struct fs_number_options options = {.method = (enum fs_number_method)((in->option >> 2) % 3), .iterations_max = 30};
    said(fs_number_new(&rows, &options, &fit, &problem), &problem);
    for (int t = 0; fit && t < 16; t++)
        assert(isfinite(fit->task[t].value) && isfinite(fit->task[t].error) && fit->task[t].low <= fit->task[t].high);
    for (int w = 0; fit && w < 12; w++) assert(isfinite(fit->worker[w].bias) && isfinite(fit->worker[w].deviation));
    fs_number_free(fit);
}

static void texts(const struct input *in) {
    char bytes[ROWS_MAX][7];
    const char *text[ROWS_MAX];
    struct fs_text_fit *fit = NULL;
    struct fs_problem problem = {0};
    for (int i = 0; i < in->count; i++) {
        memcpy(bytes[i], in->raw[i], 6);
        bytes[i][6] = 0;
        text[i] = bytes[i];
    }
    struct fs_texts rows = {in->count, 16, 12, in->task, in->worker, text};
    struct fs_text_options options = {.method = in->option & 2 ? FS_TEXT_CLOSEST : FS_TEXT_ROVER,
                                      .by_character = in->option & 4,
                                      .as_given = in->option & 8,
                                      .equal = in->option & 16,
                                      .threads = 1};
    said(fs_text_new(&rows, &options, &fit, &problem), &problem);
    for (int t = 0; fit && t < 16; t++) {
        share(fit->task[t].support);
        share(fit->task[t].agreement);
        assert(!fit->task[t].text == !fit->task[t].answers);
    }
    for (int w = 0; fit && w < 12; w++) {
        share(fit->worker[w].skill);
        assert(isfinite(fit->worker[w].word_error_rate));
    }
    fs_text_free(fit);
}

/* --- marks --- */

static void boxes(const struct input *in) {
    struct fs_box box[ROWS_MAX];
    struct fs_box_fit *fit = NULL;
    struct fs_matches *matches = NULL;
    struct fs_problem problem = {0};
    for (int i = 0; i < in->count; i++)
        box[i] = (struct fs_box){in->number[i], in->raw[i][3], in->raw[i][4],
                                 in->option & 1 ? in->raw[i][5] : in->raw[i][5] + 1.0};
    struct fs_boxes rows = {in->count, 16, 12, 7, in->task, in->worker, in->label, box};
    said(fs_boxes_merge(&rows, &(struct fs_box_options){.equal = in->option & 2}, &fit, &problem), &problem);
    for (int64_t i = 0; fit && i < fit->count; i++) {
        share(fit->result[i].share);
        share(fit->result[i].iou);
        assert(isfinite(fit->result[i].box.x) && fit->result[i].box.width > 0 && fit->result[i].box.height > 0);
    }
    said(fs_boxes_agree(&rows, 0, &matches, &problem), &problem);
    if (matches && matches->all.defined) share(matches->all.f1);
    fs_matches_free(matches);
    fs_box_fit_free(fit);
}

static void spans(const struct input *in) {
    int64_t begin[ROWS_MAX], end[ROWS_MAX];
    struct fs_span_fit *fit = NULL;
    struct fs_matches *matches = NULL;
    struct fs_problem problem = {0};
    for (int i = 0; i < in->count; i++) {
        begin[i] = in->raw[i][0];
        end[i] = begin[i] + in->raw[i][1] % 32 + !(in->option & 1);
    }
    struct fs_spans rows = {in->count, 16, 12, 7, in->task, in->worker, in->label, begin, end};
    said(fs_spans_merge(&rows, &(struct fs_span_options){.by_length = in->option & 2}, &fit, &problem), &problem);
    for (int64_t i = 0; fit && i < fit->count; i++) {
        share(fit->result[i].confidence);
        assert(fit->result[i].begin < fit->result[i].end);
    }
    said(fs_spans_agree(&rows, &matches, &problem), &problem);
    fs_matches_free(matches);
    fs_span_fit_free(fit);
}

/* Rows of one worker are the points of their polygon. */
static void polygons(const struct input *in) {
    struct fs_polygon polygon[12] = {{0}};
    struct fs_point point[12][ROWS_MAX];
    struct fs_polygon_set set = {0};
    struct fs_mask_worker worker[12];
    struct fs_problem problem = {0};
    for (int w = 0; w < 12; w++) polygon[w].point = point[w];
    for (int i = 0; i < in->count; i++) {
        struct fs_polygon *p = &polygon[in->worker[i]];
        p->point[p->count++] = (struct fs_point){in->number[i], in->raw[i][3]};
    }
    enum fs_status status =
        fs_polygons_merge(12, polygon, (enum fs_mask_method)((in->option >> 1) % 3), 32, &set, worker, &problem);
    said(status, &problem);
    for (int i = 0; status == FS_OK && i < set.count; i++) {
        assert(set.polygon[i].count >= 3);
        for (int k = 0; k < set.polygon[i].count; k++)
            assert(isfinite(set.polygon[i].point[k].x) && isfinite(set.polygon[i].point[k].y));
    }
    for (int w = 0; status == FS_OK && w < 12; w++) share(worker[w].iou);
    if (status == FS_OK) fs_polygon_set_free(&set);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static void (*const parts[])(const struct input *in) = {labels, comparisons, numbers, texts,
                                                            boxes,  spans,       polygons};
    if (size < 2) return 0;
    struct input in = {0};
    input_read(&in, data, size);
    parts[data[0] % (sizeof parts / sizeof *parts)](&in);
    return 0;
}
