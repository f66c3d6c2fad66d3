/* Reading answers: columns by name, quotes, dates, several labels, and what is wrong with a line. */
#include "stats/fit_kit.h"
#include "stats/read.h"

static enum fs_status read_text(struct fs_dataset *dataset, const char *text, const struct fs_read_options *options,
                                struct fs_problem *problem) {
    struct fs_reader *reader = fs_reader_new(dataset, options);
    enum fs_status status = fs_reader_feed(reader, text, strlen(text), problem);
    if (status == FS_OK) status = fs_reader_end(reader, problem);
    fs_reader_free(reader);
    return status;
}

/* "task/worker/label@weight" of each row. */
static void expect(const char *text, const struct fs_read_options *options, const char *wanted) {
    struct fs_dataset d = {0};
    struct fs_problem problem = {0};
    char got[2000] = "";
    if (read_text(&d, text, options, &problem) != FS_OK) fail_msg("%s", problem.text);
    for (int64_t i = 0; i < d.table.count; i++) {
        size_t len = strlen(got);
        int32_t label = d.table.label[i];
        snprintf(got + len, sizeof got - len, "%s/%s/%s", fs_names_text(&d.tasks, d.table.task[i], NULL),
                 fs_names_text(&d.workers, d.table.worker[i], NULL),
                 label < 0 ? "-" : fs_names_text(&d.classes, label, NULL));
        len = strlen(got);
        snprintf(got + len, sizeof got - len, d.table.weight ? "@%g " : " ", d.table.weight ? d.table.weight[i] : 0);
    }
    assert_string_equal(got, wanted);
    fs_dataset_free(&d);
}

static void refused(const char *text, const struct fs_read_options *options, int64_t line, const char *part) {
    struct fs_dataset d = {0};
    struct fs_problem problem = {0};
    assert_int_not_equal(read_text(&d, text, options, &problem), FS_OK);
    if (!strstr(problem.text, part)) fail_msg("\"%s\" does not say \"%s\"", problem.text, part);
    assert_int_equal(problem.line, line);
    fs_dataset_free(&d);
}

static void columns_are_found(void **state) {
    expect("1,a,x\n1,b,y", NULL, "1/a/x 1/b/y ");
    expect("task,worker,label\n1,a,x\n", NULL, "1/a/x ");
    expect("Answer;Item ID;Annotator\r\nx;1;a\r\n", NULL, "1/a/x ");
    expect("worker_id\textra\ttask_id\tlabel\na\t?\t1\tx\n", NULL, "1/a/x ");
    expect("\xef\xbb\xbftask,worker,label\n1,a,x\n", NULL, "1/a/x ");
    expect("thing,who,said,w\n1,a,x,0.5\n",
           &(struct fs_read_options){.task = "thing", .worker = "who", .label = "said", .weight = "w"}, "1/a/x@0.5 ");
    expect("{\"item\": 1, \"user\": \"a\", \"answer\": true, \"meta\": {\"task\": 9}}\n", NULL, "1/a/true ");
}

static void values_are_read(void **state) {
    expect("task,worker,label\n\"a,\"\"b\"\"\n\",w,\n", NULL, "a,\"b\"\n/w/- ");
    expect("task,worker,label\n\n1,a,x\n\n", NULL, "1/a/x ");
    expect("{\"task\":\"\\u00e9\\ud83d\\ude00\\t\",\"worker\":1.50,\"label\":null}", NULL,
           "\xc3\xa9\xf0\x9f\x98\x80\t/1.50/- ");
    expect("task,worker,label\n1,a,x|y\n1,b,\n", &(struct fs_read_options){.classes = "|"}, "1/a/x 1/a/y 1/b/- ");
    int64_t time;
    assert_true(fs_time_read("2026-01-31T12:00:00.25Z", 23, &time) && time == INT64_C(1769860800250000));
    assert_true(fs_time_read("2026-01-31T14:00:00+02:00", 25, &time) && time == INT64_C(1769860800000000));
    assert_true(fs_time_read("1970-01-01", 10, &time) && time == 0);
    assert_true(fs_time_read("-17", 3, &time) && time == -17);
    assert_false(fs_time_read("2026-02-31x", 11, &time));
    assert_false(fs_time_read("yesterday", 9, &time));
}

static void wrong_lines_are_named(void **state) {
    refused("", NULL, 0, "no answers");
    refused("task,worker,label\n", NULL, 0, "no answers");
    refused("1,a\n", NULL, 1, "worker");
    refused("task,label\n1,x\n", NULL, 1, "worker");
    refused("task,worker,label\n1,a,x\n1,a\n", NULL, 3, "2 columns");
    refused("task,worker,label\n,a,x\n", NULL, 2, "task is empty");
    refused("task,worker,label,weight\n1,a,x,nan\n", NULL, 2, "weight");
    refused("task,worker,label,weight\n1,a,x,-1\n", NULL, 2, "weight");
    refused("task,worker,label,time\n1,a,x,soon\n", NULL, 2, "time");
    refused("task,worker,label\n\"1\n2\",a,x\n1,a,\"x\n", NULL, 4, "quote");
    refused("{\"task\":1,\"worker\":2,\"label\":3}\n{\"task\":1", NULL, 2, "comma");
    refused("{\"task\":1,\"worker\":2,\"label\":[3]}\n", NULL, 1, "list");
    refused("task,worker,label\n1,a,x\n", &(struct fs_read_options){.worker = "nobody"}, 1, "nobody");
}

static void gold_and_order(void **state) {
    struct fs_dataset d = {0};
    assert_int_equal(read_text(&d, "task,worker,label\n7,a,10\n8,a,9\n8,b,-1\n", NULL, NULL), FS_OK);
    assert_int_equal(read_text(&d, "task,label\n8,2\n5,10\n", &(struct fs_read_options){.gold = true}, NULL), FS_OK);
    assert_int_equal(fs_dataset_finish(&d), FS_OK);
    assert_int_equal(d.gold_unanswered, 1);
    assert_int_equal(d.table.class_count, 4);
    static const char *const wanted[] = {"-1", "2", "9", "10"};
    for (int k = 0; k < 4; k++) assert_string_equal(fs_names_text(&d.classes, k, NULL), wanted[k]);
    assert_int_equal(d.table.label[0], 3);
    int32_t *gold = fs_dataset_gold(&d);
    assert_int_equal(gold[0], -1);
    assert_int_equal(gold[1], 1);
    free(gold);
    fs_dataset_free(&d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found),
        cmocka_unit_test(values_are_read),
        cmocka_unit_test(wrong_lines_are_named),
        cmocka_unit_test(gold_and_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
