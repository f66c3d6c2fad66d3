/* Texts: distances, ROVER as published and as crowd-kit answers, truth of simulated listeners, and bad input. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stats/faena-stats.h"
#include "stats/numeric.h"

static void near(double got, double wanted, double tolerance) {
    if (!(fabs(got - wanted) <= tolerance)) fail_msg("%.12g, not %.12g", got, wanted);
}

static void distances(void **state) {
    near(fs_text_distance("kitten", "sitting"), 3.0 / 7, 1e-15);
    near(fs_text_distance("", ""), 0, 0);
    near(fs_text_distance("", "abc"), 1, 0);
    near(fs_text_distance("naïve", "naive"), 0.2, 1e-15); /* one character, two bytes */
    near(fs_text_distance("日本語", "日本"), 1.0 / 3, 1e-15);
    near(fs_text_distance("a\xff", "a\xfe"), 0.5, 1e-15);               /* no UTF-8 */
    near(fs_text_distance("\xe6\x97", "\xe6\x97"), 0, 0);               /* cut off */
    near(fs_text_distance("\xc0\x80", "\xed\xa0\x80"), 2.0 / 3, 1e-15); /* overlong, surrogate: bytes */
    near(fs_word_error_rate("the cat sat on the mat", "the cat sit on mat"), 2.0 / 6, 1e-15);
    near(fs_word_error_rate("", "more"), 1, 0);
    near(fs_word_error_rate(" \t\n", ""), 0, 0);
    /* The long way: all ways to edit short sequences. */
    struct fs_random random = fs_random_stream(1, 1);
    for (int round = 0; round < 300; round++) {
        int32_t a[6], b[6], table[7][7];
        int n = (int)fs_random_below(&random, 7), m = (int)fs_random_below(&random, 7);
        for (int i = 0; i < n; i++) a[i] = (int32_t)fs_random_below(&random, 3);
        for (int i = 0; i < m; i++) b[i] = (int32_t)fs_random_below(&random, 3);
        for (int i = 0; i <= n; i++)
            for (int j = 0; j <= m; j++) {
                int least = i == 0 ? j : j == 0 ? i : table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
                if (i && j && table[i - 1][j] + 1 < least) least = table[i - 1][j] + 1;
                if (i && j && table[i][j - 1] + 1 < least) least = table[i][j - 1] + 1;
                table[i][j] = least;
            }
        assert_int_equal(fs_edits(a, n, b, m), table[n][m]);
    }
}

enum { MOST = 1000 };

/* All texts of task 0 by workers 0, 1, 2 ... */
static struct fs_text_fit *merged(int count, const char *const *text, struct fs_text_options options) {
    int32_t task[MOST] = {0}, worker[MOST];
    for (int i = 0; i < count; i++) worker[i] = i;
    struct fs_texts texts = {
        .count = count, .tasks = 1, .workers = count, .task = task, .worker = worker, .text = text};
    struct fs_text_fit *fit;
    struct fs_problem problem = {0};
    if (fs_text_new(&texts, &options, &fit, &problem) != FS_OK) fail_msg("%s", problem.text);
    return fit;
}

static void expect(int count, const char *const *text, struct fs_text_options options, const char *wanted) {
    struct fs_text_fit *fit = merged(count, text, options);
    assert_string_equal(fit->task[0].text, wanted);
    assert_true(fit->task[0].support >= 0 && fit->task[0].support <= 1);
    fs_text_free(fit);
}

static void rover(void **state) {
    static const char *const toy[] = {"a b c d", "b z d e", "b c d e f"}; /* crowd-kit's own test */
    expect(3, toy, (struct fs_text_options){.as_given = true}, "b c d e");
    expect(3, toy, (struct fs_text_options){0}, "b c d e");
    expect(1, toy, (struct fs_text_options){0}, "a b c d");
    static const char *const heard[] = {"there is more than one amongst us", "there is more than among us",
                                        "there is  more then one\tamongst us "};
    expect(3, heard, (struct fs_text_options){0}, "there is more than one amongst us");
    static const char *const characters[] = {"日本語", "日木語", "日本吾"};
    expect(3, characters, (struct fs_text_options){.by_character = true}, "日本語");
    static const char *const nothing[] = {"", "", "word"};
    expect(3, nothing, (struct fs_text_options){0}, "");
    /* Equal votes: the longer, then the greater word; else what was heard first. */
    static const char *const tied[] = {"cat", "house", "mouse"};
    expect(3, tied, (struct fs_text_options){.as_given = true}, "mouse");
}

static void closest(void **state) {
    static const char *const text[] = {"the quick fox", "the quick brown fox", "quick brown fox", "a lazy dog"};
    expect(4, text, (struct fs_text_options){.method = FS_TEXT_CLOSEST}, "the quick brown fox");
    struct fs_text_fit *fit =
        merged(2, (const char *const[]){"ab", "ac"}, (struct fs_text_options){.method = FS_TEXT_CLOSEST});
    assert_string_equal(fit->task[0].text, "ab");
    near(fit->task[0].agreement, 0.5, 1e-15);
    fs_text_free(fit);
}

/* The order of rows does not matter. */
static void order_free(void **state) {
    static const char *const text[] = {"one too three for", "one two tree four", "won two three four",
                                       "one two three five"};
    for (int method = FS_TEXT_ROVER; method <= FS_TEXT_CLOSEST; method++) {
        char *first = NULL;
        for (int turn = 0; turn < 4; turn++) {
            const char *turned[4];
            for (int i = 0; i < 4; i++) turned[i] = text[(i + turn) % 4];
            struct fs_text_fit *fit =
                merged(4, turned, (struct fs_text_options){.method = (enum fs_text_method)method});
            if (first) assert_string_equal(fit->task[0].text, first);
            if (!first) first = strdup(fit->task[0].text);
            fs_text_free(fit);
        }
        free(first);
    }
}

/* Listeners who mishear words: votes beat the best listener; weights beat plain votes. */
static void listeners(void **state) {
    enum { TASKS = 60, WORKERS = 5, LENGTH = 12, ROWS = TASKS * WORKERS };
    static const double wrong[WORKERS] = {0.1, 0.15, 0.2, 0.55, 0.6};
    struct fs_random random = fs_random_stream(4, 4);
    int32_t *task = calloc(ROWS, sizeof *task), *worker = calloc(ROWS, sizeof *worker);
    char **text = calloc(ROWS, sizeof *text), truth[TASKS][LENGTH * 5 + 1];
    for (int t = 0, row = 0; t < TASKS; t++) {
        truth[t][0] = 0;
        for (int i = 0; i < LENGTH; i++)
            snprintf(truth[t] + strlen(truth[t]), 6, "%sw%02d", i ? " " : "", (int)fs_random_below(&random, 90));
        for (int w = 0; w < WORKERS; w++, row++) {
            char heard[LENGTH * 10 + 1] = "";
            for (int i = 0; i < LENGTH; i++) {
                double u = fs_random_uniform(&random) / wrong[w];
                size_t at = strlen(heard);
                if (u < 0.3) continue; /* missed */
                if (u < 0.9)
                    snprintf(heard + at, sizeof heard - at, "w%02d ", (int)fs_random_below(&random, 90));
                else
                    snprintf(heard + at, sizeof heard - at, "%.3s %s", truth[t] + i * 4, u < 1 ? "uh " : "");
            }
            task[row] = t;
            worker[row] = w;
            text[row] = strdup(heard);
        }
    }
    struct fs_texts texts = {.count = ROWS,
                             .tasks = TASKS,
                             .workers = WORKERS,
                             .task = task,
                             .worker = worker,
                             .text = (const char *const *)text};
    double rate[3] = {0};
    for (int kind = 0; kind < 3; kind++) {
        struct fs_text_options options = {.method = kind == 2 ? FS_TEXT_CLOSEST : FS_TEXT_ROVER, .equal = kind == 1};
        struct fs_text_fit *fit;
        assert_int_equal(fs_text_new(&texts, &options, &fit, NULL), FS_OK);
        for (int t = 0; t < TASKS; t++) rate[kind] += fs_word_error_rate(truth[t], fit->task[t].text) / TASKS;
        if (kind == 0) {
            for (int w = 0; w < WORKERS; w++) assert_true((fit->worker[w].skill > 0.6) == (wrong[w] < 0.4));
            near(fit->worker[0].word_error_rate, 0.1, 0.06);
        }
        struct fs_text_fit *again; /* threads change nothing */
        options.threads = 7;
        assert_int_equal(fs_text_new(&texts, &options, &again, NULL), FS_OK);
        for (int t = 0; t < TASKS; t++) assert_string_equal(again->task[t].text, fit->task[t].text);
        fs_text_free(again);
        fs_text_free(fit);
    }
    if (!(rate[0] < 0.04 && rate[0] < rate[1] && rate[1] < rate[2])) fail_msg("%g %g %g", rate[0], rate[1], rate[2]);
    for (int row = 0; row < ROWS; row++) free(text[row]);
    free(text);
    free(task);
    free(worker);
}

static void bad_input(void **state) {
    struct fs_text_fit *fit;
    struct fs_problem problem = {0};
    int32_t zero = 0, one = 1;
    char *large = calloc(1, FS_TEXT_CHARACTERS_MAX + 2), *wordy = calloc(1, FS_TEXT_WORDS_MAX * 2 + 3);
    memset(large, 'x', FS_TEXT_CHARACTERS_MAX + 1);
    for (int i = 0; i <= FS_TEXT_WORDS_MAX; i++) memcpy(wordy + 2 * i, "x ", 2);
    const char *text[] = {large};
    struct fs_texts texts = {.tasks = 1, .workers = 1, .task = &zero, .worker = &zero, .text = text};
    assert_int_equal(fs_text_new(&texts, NULL, &fit, &problem), FS_EMPTY);
    texts.count = 1;
    assert_int_equal(fs_text_new(&texts, NULL, &fit, &problem), FS_TOO_LARGE);
    assert_non_null(strstr(problem.text, "Text 1"));
    text[0] = wordy;
    assert_int_equal(fs_text_new(&texts, NULL, &fit, &problem), FS_TOO_LARGE);
    wordy[FS_TEXT_WORDS_MAX * 2] = 0; /* as many as there may be */
    assert_int_equal(fs_text_new(&texts, NULL, &fit, &problem), FS_OK);
    fs_text_free(fit);
    texts.worker = &one;
    assert_int_equal(fs_text_new(&texts, NULL, &fit, &problem), FS_INVALID);
    free(large);
    free(wordy);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances),  cmocka_unit_test(rover),     cmocka_unit_test(closest),
        cmocka_unit_test(order_free), cmocka_unit_test(listeners), cmocka_unit_test(bad_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
