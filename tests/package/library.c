/* A program of somebody else's: a call of every part of libfaena-stats. It fails by its exit code's line. */
#include <faena-stats.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MUST(what) \
    if (!(what)) return __LINE__ % 250 + 1

static const int32_t task[] = {0, 0, 0, 1, 1, 1}, worker[] = {0, 1, 2, 0, 1, 2}, label[] = {1, 1, 0, 0, 0, 0};

static int labels_and_agreement(void) {
    struct fs_table table = {0};
    struct fs_answers *answers;
    struct fs_fit *fit;
    struct fs_agreement *agreement;
    struct fs_problem problem = {0};
    double posterior[2];
    for (int i = 0; i < 6; i++) MUST(fs_table_add(&table, task[i], worker[i], label[i]) == FS_OK);
    MUST(fs_answers_new(&table, NULL, &answers, &problem) == FS_OK);
    for (int m = 0; m < FS_METHODS; m++) {
        MUST(fs_fit_new(answers, &(struct fs_fit_options){.method = (enum fs_method)m}, &fit, &problem) == FS_OK);
        MUST(fit->label[1] == 0);
        MUST(fs_fit_task(fit, worker, label, 1, posterior) == FS_OK && fabs(posterior[0] + posterior[1] - 1) < 1e-9);
        fs_fit_free(fit);
    }
    MUST(fs_agree(answers, &(struct fs_agree_options){0}, &agreement, &problem) == FS_OK);
    /* 4 of 6 pairs; chance: (0: 4, 1: 2) of 6, without the answer itself. */
    MUST(fabs(agreement->coefficient[FS_ALPHA].value - (1 - (2.0 / 6) / (8.0 / 15))) < 1e-12);
    fs_agreement_free(agreement);
    fs_answers_free(answers);
    fs_table_free(&table);
    return 0;
}

static int reading(void) {
    static const char text[] = "task,worker,label\na,x,yes\na,y,no\n";
    struct fs_dataset dataset = {0};
    struct fs_problem problem = {0};
    struct fs_reader *reader = fs_reader_new(&dataset, NULL);
    MUST(reader && fs_reader_feed(reader, text, strlen(text), &problem) == FS_OK);
    MUST(fs_reader_end(reader, &problem) == FS_OK && fs_dataset_finish(&dataset) == FS_OK);
    MUST(dataset.table.count == 2 && strcmp(fs_names_text(&dataset.classes, 0, NULL), "no") == 0);
    fs_reader_free(reader);
    fs_dataset_free(&dataset);
    return 0;
}

static int ranks(void) {
    static const int32_t left[] = {0, 0, 0, 0}, right[] = {1, 1, 1, 1};
    static const uint8_t winner[] = {FS_LEFT, FS_LEFT, FS_LEFT, FS_RIGHT};
    struct fs_pairs pairs = {.count = 4, .items = 2, .left = left, .right = right, .winner = winner};
    struct fs_bt bt = {0};
    MUST(fs_bradley_terry(&pairs, &(struct fs_bt_options){.level = 0.95}, &bt, NULL) == FS_OK);
    MUST(fabs(bt.score[0] - bt.score[1] - log(3)) < 1e-6);
    fs_bt_free(&bt);
    return 0;
}

static int numbers_and_texts(void) {
    static const double value[] = {1, 2, 9, 4, 4, 5};
    static const char *const text[] = {"a b c", "a b c", "a x c", "d", "d", "e"};
    struct fs_numbers numbers = {6, 2, 3, task, worker, value, NULL};
    struct fs_texts texts = {6, 2, 3, task, worker, text};
    struct fs_number_fit *number;
    struct fs_text_fit *fit;
    MUST(fs_number_new(&numbers, &(struct fs_number_options){.method = FS_NUMBER_MEDIAN}, &number, NULL) == FS_OK);
    MUST(number->task[0].value == 2 && number->task[1].value == 4);
    fs_number_free(number);
    MUST(fs_text_new(&texts, NULL, &fit, NULL) == FS_OK && strcmp(fit->task[0].text, "a b c") == 0);
    fs_text_free(fit);
    return 0;
}

static int marks(void) {
    static const struct fs_box box[] = {{0, 0, 10, 10}, {1, 0, 10, 10}, {50, 50, 9, 9}};
    struct fs_boxes boxes = {3, 1, 3, 1, (int32_t[]){0, 0, 0}, worker, (int32_t[]){0, 0, 0}, box};
    struct fs_box_fit *fit;
    MUST(fs_boxes_merge(&boxes, NULL, &fit, NULL) == FS_OK && fit->count == 1 && fit->result[0].votes == 2);
    fs_box_fit_free(fit);
    return 0;
}

int main(void) {
    int line = labels_and_agreement();
    if (!line) line = reading();
    if (!line) line = ranks();
    if (!line) line = numbers_and_texts();
    if (!line) line = marks();
    return line;
}
