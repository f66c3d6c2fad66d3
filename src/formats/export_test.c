/* Tests of export: a hand-written text for every format, JSON read back by the JSON parser, CSV by our own importer. */
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/json.h"
#include "formats/export.h"
#include "formats/import.h"
#include "formats/json_slice.h"

static json_t *parsed(const char *text) {
    json_t *value = NULL;
    assert_int_equal(json_parse(str_from(text), &value, NULL), OK);
    return value;
}

static const char fields_text[] = "[\"text\",\"n\"]";
static const char controls_text[] = "[{\"name\":\"genre\",\"to_name\":\"text\",\"type\":\"choices\"},"
                                    "{\"name\":\"note\",\"to_name\":\"text\",\"type\":\"textarea\"},"
                                    "{\"name\":\"stars\",\"to_name\":\"text\",\"type\":\"rating\"},"
                                    "{\"name\":\"year\",\"to_name\":\"text\",\"type\":\"number\"}]";
#define ITEM(name, type, value) \
    "{\"from_name\":\"" name "\",\"to_name\":\"text\",\"type\":\"" type "\",\"value\":" value "}"
#define GENRE(choices) ITEM("genre", "choices", "{\"choices\":" choices "}")
#define NOTE(texts) ITEM("note", "textarea", "{\"text\":" texts "}")
#define STARS(n) ITEM("stars", "rating", "{\"rating\":" n "}")
#define YEAR(n) ITEM("year", "number", "{\"number\":" n "}")

/* 2026-03-01T12:00:00 UTC */
static const int64_t noon = INT64_C(1772366400000000);
static const int64_t second = 1000000;

static const char first_result[] = "[" GENRE("[\"Drama\"]") "," NOTE("[\"good\"]") "]";
static const char second_result[] = "[" GENRE("[\"Drama\",\"War\"]") "," STARS("4") "," YEAR("0.10") "]";
static const struct export_annotation answers[] = {
    {.id = 11,
     .worker = "ana",
     .result = first_result,
     .state = "approved",
     .created_usec = INT64_C(1772366400000000),
     .work_usec = 12345678},
    {.id = 12,
     .worker = "b<o>",
     .result = "[]",
     .state = "rejected",
     .reason = "Empty: \"no\"",
     .created_usec = INT64_C(1772366401000001),
     .work_usec = 400},
    {.id = 13,
     .worker = "eva",
     .result = second_result,
     .state = "submitted",
     .created_usec = INT64_C(1772366402500000),
     .work_usec = 3000000},
};

static struct export_task task_full(void) {
    return (struct export_task){
        .id = 7,
        .external_id = "t-1",
        .data = "{\"text\":\"uno, \\\"dos\\\"\",\"n\":1.50,\"id\":99,\"genre\":\"x\"}",
        .gold = "[" GENRE("[\"War\"]") "]",
        .label = "[" GENRE("[\"Drama\",\"War\"]") "," YEAR("1999") "]",
        .share = 2.0 / 3,
        .has_posterior = true,
        .posterior = 0.875,
        .method = "votes",
        .answers = 2,
        .created_usec = noon,
        .updated_usec = noon + 60 * second,
        .annotations = answers,
        .annotation_count = 3,
        .predictions = "[{\"model_version\":\"m\",\"score\":0.5,\"result\":[]}]",
    };
}

static struct export_task task_bare(void) {
    return (struct export_task){
        .id = 8, .data = "{\"text\":\"=1+1\",\n\"n\":null}", .created_usec = noon, .updated_usec = noon};
}

static void exported(enum export_format format, struct export_task *tasks, int count, struct buf *out) {
    CLEANUP(json_drop) json_t *fields = parsed(fields_text);
    CLEANUP(json_drop) json_t *controls = parsed(controls_text);
    struct export_writer *w = export_begin(format, 3, fields, controls, out);
    for (int i = 0; i < count; i++) export_task(w, &tasks[i], out);
    export_end(w, out);
}

static void check(enum export_format format, const char *expected) {
    struct export_task tasks[] = {task_full(), task_bare()};
    CLEANUP(buf_free) struct buf out = {0};
    exported(format, tasks, 2, &out);
    assert_string_equal(out.data, expected);
    if (format != EXPORT_CSV && format != EXPORT_JSONL) {
        json_t *list = parsed(out.data);
        assert_true(json_is_array(list));
        json_decref(list);
    }
}

#define FULL_JSON                                                                                                      \
    "{\"task\":7,\"external_id\":\"t-1\",\"data\":{\"text\":\"uno, \\\"dos\\\"\",\"n\":1.50,\"id\":99,\"genre\":"      \
    "\"x\"},\"label\":[" GENRE("[\"Drama\",\"War\"]") "," YEAR(                                                        \
        "1999") "],\"share\":0.666667,\"posterior\":0.875,\"method\":\"votes\",\"answers\":2,"                         \
                "\"gold\":[" GENRE(                                                                                    \
                    "[\"War\"]") "],\"annotations\":["                                                                 \
                                 "{\"id\":11,\"worker\":\"ana\",\"state\":\"approved\",\"reason\":null,\"created_"     \
                                 "at\":\"2026-03-01T12:00:00Z\","                                                      \
                                 "\"seconds\":12.346,\"result\":[" GENRE("[\"Drama\"]") "," NOTE(                      \
                                     "[\"good\"]") "]},"                                                               \
                                                   "{\"id\":12,\"worker\":\"b\\u003co>\",\"state\":\"rejected\","      \
                                                   "\"reason\":\"Empty: \\\"no\\\"\","                                 \
                                                   "\"created_at\":\"2026-03-01T12:00:01Z\",\"seconds\":0,\"result\":" \
                                                   "[]},"                                                              \
                                                   "{\"id\":13,\"worker\":\"eva\",\"state\":\"submitted\",\"reason\":" \
                                                   "null,\"created_at\":\"2026-03-01T12:00:02Z\","                     \
                                                   "\"seconds\":3,\"result\":[" GENRE(                                 \
                                                       "[\"Drama\",\"War\"]") "," STARS("4") "," YEAR("0.10") "]}]}"
#define BARE_JSON                                                                   \
    "{\"task\":8,\"external_id\":null,\"data\":{\"text\":\"=1+1\", "                \
    "\"n\":null},\"label\":null,\"share\":null,\"posterior\":null,\"method\":null," \
    "\"answers\":0,\"gold\":null,\"annotations\":[]}"

static void json_format(void **state) { check(EXPORT_JSON, "[\n" FULL_JSON ",\n" BARE_JSON "\n]\n"); }
static void jsonl_format(void **state) { check(EXPORT_JSONL, FULL_JSON "\n" BARE_JSON "\n"); }

static void csv_format(void **state) {
    check(EXPORT_CSV, "task,external_id,text,n,genre,note,stars,year,share,posterior,method,answers\r\n"
                      "7,t-1,\"uno, \"\"dos\"\"\",1.50,Drama|War,,,1999,0.666667,0.875,votes,2\r\n"
                      "8,,'=1+1,,,,,,,,,0\r\n");
}

static void json_min_format(void **state) {
    check(EXPORT_JSON_MIN,
          "[\n"
          "{\"text\":\"uno, \\\"dos\\\"\",\"n\":1.50,\"id\":7,\"genre\":{\"choices\":[\"Drama\",\"War\"]},"
          "\"stars\":[{\"rating\":4}],\"year\":[{\"number\":0.10}],\"annotator\":\"eva\",\"annotation_id\":13,"
          "\"created_at\":\"2026-03-01T12:00:02.500000Z\",\"updated_at\":\"2026-03-01T12:00:02.500000Z\",\"lead_time\":"
          "3},\n"
          "{\"text\":\"uno, \\\"dos\\\"\",\"n\":1.50,\"id\":7,\"genre\":\"Drama\",\"note\":\"good\","
          "\"annotator\":\"ana\",\"annotation_id\":11,\"created_at\":\"2026-03-01T12:00:00.000000Z\","
          "\"updated_at\":\"2026-03-01T12:00:00.000000Z\",\"lead_time\":12.346},\n"
          "{\"text\":\"=1+1\",\"n\":null,\"id\":8,\"annotator\":null,\"annotation_id\":null,\"created_at\":null,"
          "\"updated_at\":null,\"lead_time\":null}\n"
          "]\n");
}

#define LS_TAIL                                                                                                        \
    "\"import_id\":null,\"last_action\":null,\"task\":7,\"project\":3,\"updated_by\":null,\"parent_prediction\":null," \
    "\"parent_annotation\":null,\"last_created_by\":null}"
#define LS_BY(name) "\"completed_by\":{\"email\":\"" name "\",\"first_name\":\"\",\"last_name\":\"\"}"
#define LS_AT(time) "\"created_at\":\"" time "\",\"updated_at\":\"" time "\",\"draft_created_at\":null,"

static void label_studio_format(void **state) {
    check(EXPORT_LABEL_STUDIO,
          "[\n{\"id\":7,\"annotations\":["
          "{\"id\":11," LS_BY("ana") ",\"result\":[" GENRE("[\"Drama\"]") "," NOTE(
              "[\"good\"]") "],"
                            "\"was_cancelled\":false,\"ground_truth\":false," LS_AT(
                                "2026-03-01T12:00:00.000000Z") "\"lead_time\":12.346,\"prediction\":{},\"result_"
                                                               "count\":2," LS_TAIL ","
                                                               "{\"id\":12," LS_BY("b\\u003co>") ",\"result\":[],\"was_"
                                                                                                 "cancelled\":true,"
                                                                                                 "\"ground_truth\":"
                                                                                                 "false," LS_AT(
                                                                                                     "2026-03-01T12:00:"
                                                                                                     "01.000001Z") "\"l"
                                                                                                                   "ead"
                                                                                                                   "_ti"
                                                                                                                   "me"
                                                                                                                   "\":"
                                                                                                                   "0,"
                                                                                                                   "\"p"
                                                                                                                   "red"
                                                                                                                   "ict"
                                                                                                                   "ion"
                                                                                                                   "\":"
                                                                                                                   "{},"
                                                                                                                   "\"r"
                                                                                                                   "esu"
                                                                                                                   "lt_"
                                                                                                                   "cou"
                                                                                                                   "nt"
                                                                                                                   "\":"
                                                                                                                   "0"
                                                                                                                   "," LS_TAIL
                                                                                                                   ","
                                                                                                                   "{\""
                                                                                                                   "id"
                                                                                                                   "\":"
                                                                                                                   "13"
                                                                                                                   "," LS_BY("eva") ",\"result\":[" GENRE(
                                                                                                                       "[\"Drama\",\"War\"]") "," STARS("4") "," YEAR("0.10") "],"
                                                                                                                                                                              "\"was_cancelled\":false,\"ground_truth\":false," LS_AT(
                                                                                                                                                                                  "2026-03-01T12:00:02.500000Z") "\"lead_time\":3,\"prediction\":{},\"result_count\":3," LS_TAIL
                                                                                                                                                                                                                 ","
                                                                                                                                                                                                                 "{\"id\":7,\"completed_by\":null,\"result\":[" GENRE("[\"War\"]") "],\"was_cancelled\":false,"
                                                                                                                                                                                                                                                                                   "\"ground_truth\":true," LS_AT("2026-03-01T12:00:00.000000Z") "\"lead_time\":null,\"prediction\":{},\"result_count\":1," LS_TAIL "],\"file_upload\":null,\"drafts\":[],\"predictions\":[{\"model_version\":\"m\",\"score\":0.5,\"result\":[]}],"
                                                                                                                                                                                                                                                                                                                                                 "\"data\":{\"text\":\"uno, \\\"dos\\\"\",\"n\":1.50,\"id\":99,\"genre\":\"x\"},"
                                                                                                                                                                                                                                                                                                                                                 "\"meta\":{\"external_id\":\"t-1\",\"label\":[" GENRE(
                                                                                                                                                                                                                                                                                                                                                     "[\"Drama\",\"War\"]") "," YEAR("1999") "],\"share\":0.666667},\"created_at\":\"2026-03-01T12:00:00.000000Z\","
                                                                                                                                                                                                                                                                                                                                                                                             "\"updated_at\":\"2026-03-01T12:01:00.000000Z\",\"inner_id\":1,\"total_annotations\":3,"
                                                                                                                                                                                                                                                                                                                                                                                             "\"cancelled_annotations\":1,\"total_predictions\":1,\"comment_count\":0,\"unresolved_comment_count\":0,"
                                                                                                                                                                                                                                                                                                                                                                                             "\"last_comment_updated_at\":null,\"project\":3,\"updated_by\":null,\"comment_authors\":[]},\n"
                                                                                                                                                                                                                                                                                                                                                                                             "{\"id\":8,\"annotations\":[],\"file_upload\":null,\"drafts\":[],\"predictions\":[],"
                                                                                                                                                                                                                                                                                                                                                                                             "\"data\":{\"text\":\"=1+1\", \"n\":null},\"meta\":{},\"created_at\":\"2026-03-01T12:00:00.000000Z\","
                                                                                                                                                                                                                                                                                                                                                                                             "\"updated_at\":\"2026-03-01T12:00:00.000000Z\",\"inner_id\":2,\"total_annotations\":0,"
                                                                                                                                                                                                                                                                                                                                                                                             "\"cancelled_annotations\":0,\"total_predictions\":0,\"comment_count\":0,\"unresolved_comment_count\":0,"
                                                                                                                                                                                                                                                                                                                                                                                             "\"last_comment_updated_at\":null,\"project\":3,\"updated_by\":null,\"comment_authors\":[]}\n]\n");
}

static void empty_exports(void **state) {
    static const char *const expected[] = {
        [EXPORT_JSON] = "[\n]\n",
        [EXPORT_JSONL] = "",
        [EXPORT_CSV] = "task,external_id,text,n,genre,note,stars,year,share,posterior,method,answers\r\n",
        [EXPORT_LABEL_STUDIO] = "[\n]\n",
        [EXPORT_JSON_MIN] = "[\n]\n",
    };
    for (enum export_format format = EXPORT_JSON; format <= EXPORT_JSON_MIN; format++) {
        CLEANUP(buf_free) struct buf out = {0};
        exported(format, NULL, 0, &out);
        assert_string_equal(out.data ? out.data : "", expected[format]);
    }
    CLEANUP(buf_free) struct buf out = {0};
    export_drop(export_begin(EXPORT_CSV, 1, NULL, NULL, &out));
    assert_string_equal(out.data, "task,external_id,share,posterior,method,answers\r\n");
    export_drop(NULL);
}

/* The caller may send and empty the buffer after every task. */
static void streams(void **state) {
    CLEANUP(json_drop) json_t *fields = parsed(fields_text);
    CLEANUP(json_drop) json_t *controls = parsed(controls_text);
    for (enum export_format format = EXPORT_JSON; format <= EXPORT_JSON_MIN; format++) {
        struct export_task tasks[] = {task_full(), task_bare()};
        CLEANUP(buf_free) struct buf whole = {0}, sent = {0}, part = {0};
        exported(format, tasks, 2, &whole);
        struct export_writer *w = export_begin(format, 3, fields, controls, &part);
        for (int i = 0; i < 2; i++) {
            buf_add_str(&sent, buf_str(&part));
            buf_clear(&part);
            export_task(w, &tasks[i], &part);
        }
        export_end(w, &part);
        buf_add_str(&sent, buf_str(&part));
        assert_string_equal(sent.data, whole.data);
    }
}

static void csv_cells(void **state) {
    static const struct {
        const char *data, *cell;
    } cases[] = {
        {"\"-5\"", "-5"},
        {"\"+5.5e-3\"", "+5.5e-3"},
        {"-5", "-5"},
        {"\"-5-3\"", "'-5-3"},
        {"\"+\"", "'+"},
        {"\"-1.\"", "'-1."},
        {"\"@cmd\"", "'@cmd"},
        {"\"=HYPERLINK(\\\"x\\\",1)\"", "\"'=HYPERLINK(\"\"x\"\",1)\""},
        {"\"\\tx\"", "\"'\tx\""},
        {"\"\\rx\"", "\"'\rx\""},
        {"\"a\\nb\"", "\"a\nb\""},
        {"\" a\"", "\" a\""},
        {"\"a \"", "\"a \""},
        {"\"ni\\u00f1o\"", "niño"},
        {"true", "true"},
        {"[1, \"x\"]", "\"[1, \"\"x\"\"]\""},
        {"{\"k\":1}", "\"{\"\"k\"\":1}\""},
        {"12345678901234567890.10", "12345678901234567890.10"},
        {"\"\"", ""},
    };
    CLEANUP(json_drop) json_t *fields = parsed("[\"a\"]");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(buf_free) struct buf data = {0}, out = {0}, expected = {0};
        buf_printf(&data, "{\"other\":\"}\",\"a\":%s}", cases[i].data);
        struct export_writer *w = export_begin(EXPORT_CSV, 1, fields, NULL, &out);
        buf_clear(&out);
        export_task(w, &(struct export_task){.id = 1, .data = data.data}, &out);
        export_end(w, &out);
        buf_printf(&expected, "1,,%s,,,,0\r\n", cases[i].cell);
        assert_string_equal(out.data, expected.data);
    }
}

static void csv_names_are_unique(void **state) {
    CLEANUP(json_drop) json_t *fields = parsed("[\"task\",\"a\",\"a_2\",\"=x\"]");
    CLEANUP(json_drop)
    json_t *controls = parsed("[{\"name\":\"a\",\"type\":\"choices\"},{\"name\":\"share\",\"type\":\"number\"}]");
    CLEANUP(buf_free) struct buf out = {0};
    export_drop(export_begin(EXPORT_CSV, 1, fields, controls, &out));
    assert_string_equal(out.data, "task,external_id,task_2,a,a_2,'=x,a_3,share,share_2,posterior,method,answers\r\n");
}

/* What JSON_MIN makes of each way to answer. */
static void json_min_values(void **state) {
    static const struct {
        const char *result, *members;
    } cases[] = {
        {"[" GENRE("[]") "]", "\"genre\":{\"choices\":[]},"},
        {"[" GENRE("[\"A\"]") "," GENRE("[\"B\",\"C\"]") "]", "\"genre\":[\"A\",{\"choices\":[\"B\",\"C\"]}],"},
        {"[" NOTE("[\"a\",\"b\"]") "]", "\"note\":{\"text\":[\"a\",\"b\"]},"},
        {"[" NOTE("\"a\"") "]", "\"note\":\"a\","},
        {"[" ITEM("unknown", "choices", "{}") "," STARS("1") "," STARS("2") "]",
         "\"stars\":[{\"rating\":1},{\"rating\":2}],"},
        {"[{\"value\":{\"number\":1},\"original_height\":20,\"from_name\":\"year\",\"original_width\":10}]",
         "\"year\":[{\"number\":1,\"original_width\":10,\"original_height\":20}],"},
        {"[{\"from_name\":\"year\"},3,null]", "\"year\":[null],"},
        {"[", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct export_annotation a = {
            .id = 2, .worker = "w", .state = "approved", .result = cases[i].result, .created_usec = noon};
        struct export_task task = {.id = 1, .data = "{}", .annotations = &a, .annotation_count = 1};
        CLEANUP(buf_free) struct buf out = {0}, expected = {0};
        exported(EXPORT_JSON_MIN, &task, 1, &out);
        buf_printf(
            &expected,
            "[\n{\"id\":1,%s\"annotator\":\"w\",\"annotation_id\":2,\"created_at\":\"2026-03-01T12:00:00.000000Z\","
            "\"updated_at\":\"2026-03-01T12:00:00.000000Z\",\"lead_time\":0}\n]\n",
            cases[i].members);
        assert_string_equal(out.data, expected.data);
        json_t *list = parsed(out.data);
        json_decref(list);
    }
}

static void numbers_do_not_follow_the_locale(void **state) {
    const char *const locales[] = {"de_DE.UTF-8", "es_ES.UTF-8", "fr_FR.UTF-8", "C.UTF-8"};
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
        if (!setlocale(LC_ALL, locales[i])) continue;
        struct export_task task = {.id = 1, .data = "{}", .label = "[]", .share = 0.5};
        CLEANUP(buf_free) struct buf out = {0};
        exported(EXPORT_JSONL, &task, 1, &out);
        assert_non_null(strstr(out.data, "\"share\":0.5,"));
        task.share = NAN;
        buf_clear(&out);
        exported(EXPORT_JSONL, &task, 1, &out);
        assert_non_null(strstr(out.data, "\"share\":0,"));
        task.share = 1;
        buf_clear(&out);
        exported(EXPORT_JSONL, &task, 1, &out);
        assert_non_null(strstr(out.data, "\"share\":1,"));
    }
    setlocale(LC_ALL, "C");
}

/* --- read back --- */

static err row_keep(void *arg, const struct import_row *row) {
    assert_null(row->wrong);
    json_array_append(arg, row->data);
    if (row->external_id)
        json_object_set_new(json_array_get(arg, json_array_size(arg) - 1), "external_id",
                            json_string(row->external_id));
    return OK;
}

static json_t *read_back(enum import_format format, const struct buf *file) {
    json_t *rows = json_array();
    struct import_parser *parser = import_parser_new(format, row_keep, rows);
    assert_int_equal(import_parser_feed(parser, buf_str(file), NULL), OK);
    assert_int_equal(import_parser_finish(parser, NULL), OK);
    import_parser_free(parser);
    return rows;
}

static void our_importer_reads_them(void **state) {
    static const char *const texts[] = {"plain",        "a,b", "say \"hi\"", "two\nlines\r\n", " outer ", "\"", "",
                                        "ñandú 🙂", "1|2", ";\t"};
    CLEANUP(json_drop) json_t *fields = parsed(fields_text);
    CLEANUP(buf_free) struct buf csv = {0}, jsonl = {0}, studio = {0};
    struct export_writer *to_csv = export_begin(EXPORT_CSV, 1, fields, NULL, &csv);
    struct export_writer *to_jsonl = export_begin(EXPORT_JSONL, 1, fields, NULL, &jsonl);
    struct export_writer *to_studio = export_begin(EXPORT_LABEL_STUDIO, 1, fields, NULL, &studio);
    size_t count = sizeof texts / sizeof *texts;
    for (size_t i = 0; i < count; i++) {
        CLEANUP(buf_free) struct buf data = {0};
        buf_add_text(&data, "{\"text\":");
        buf_add_json_string(&data, str_from(texts[i]));
        buf_printf(&data, ",\"n\":%zu}", i);
        struct export_task task = {
            .id = (int64_t)i, .external_id = "e", .data = data.data, .created_usec = noon, .updated_usec = noon};
        export_task(to_csv, &task, &csv);
        export_task(to_jsonl, &task, &jsonl);
        export_task(to_studio, &task, &studio);
    }
    export_end(to_csv, &csv);
    export_end(to_jsonl, &jsonl);
    export_end(to_studio, &studio);
    CLEANUP(json_drop) json_t *csv_rows = read_back(IMPORT_CSV, &csv);
    CLEANUP(json_drop) json_t *jsonl_rows = read_back(IMPORT_JSONL, &jsonl);
    CLEANUP(json_drop) json_t *studio_rows = read_back(IMPORT_JSON, &studio);
    assert_int_equal(json_array_size(csv_rows), count);
    assert_int_equal(json_array_size(jsonl_rows), count);
    assert_int_equal(json_array_size(studio_rows), count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(json_text(json_array_get(csv_rows, i), "text"), texts[i]);
        assert_string_equal(json_text(json_array_get(csv_rows, i), "external_id"), "e");
        assert_string_equal(json_text(json_array_get(jsonl_rows, i), "text"), texts[i]);
        assert_string_equal(json_text(json_array_get(jsonl_rows, i), "external_id"), "e");
        assert_string_equal(json_text(json_array_get(studio_rows, i), "text"), texts[i]);
    }
}

/* --- slices --- */

static void slices_of_broken_text(void **state) {
    static const char *const texts[] = {"",
                                        "{",
                                        "[",
                                        "{\"",
                                        "{\"a",
                                        "{\"a\"",
                                        "{\"a\":",
                                        "{\"a\":\"",
                                        "[\"\\",
                                        "[[[",
                                        "}",
                                        "]",
                                        "{\"a\":{\"b\":[1,2}",
                                        "[1,,2]",
                                        "null",
                                        "[\"\\u12\"]"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t n = strlen(texts[i]);
        char *copy = malloc(n + 1);
        memcpy(copy, texts[i], n);
        CLEANUP(buf_free) struct buf out = {0};
        str text = {copy, n}, key, value;
        struct json_slice s = json_slice_open(text);
        while (json_slice_member(&s, &key, &value)) json_slice_text(&out, value);
        s = json_slice_open(text);
        while (json_slice_element(&s, &value)) json_slice_text(&out, value);
        free(copy);
    }
    str value;
    assert_true(json_slice_find(STR(" { \"a\" : 1 , \"g\\u0065n\" : [ 2 , \"]\" ] } "), "gen", &value));
    assert_true(str_is(value, "[ 2 , \"]\" ]"));
    assert_false(json_slice_find(STR("{\"a\":{\"gen\":1}}"), "gen", &value));
    assert_int_equal(json_slice_count(STR("[ 1 , {\"a\":[1,2]} , \"x,y\" ]")), 3);
    assert_int_equal(json_slice_count(STR("[ ]")), 0);
    assert_int_equal(json_slice_count(STR("12")), 0);
}

static void names(void **state) {
    static const char *const words[] = {"json", "jsonl", "csv", "label_studio", "json_min"};
    for (size_t i = 0; i < 5; i++) {
        enum export_format format = EXPORT_JSON;
        assert_true(export_format_named(words[i], &format));
        assert_int_equal(format, i);
        assert_int_equal(export_format_ending(format)[0], '.');
        assert_non_null(strchr(export_format_type(format), '/'));
    }
    enum export_format format;
    assert_false(export_format_named("xml", &format));
    assert_false(export_format_named(NULL, &format));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_format),
        cmocka_unit_test(jsonl_format),
        cmocka_unit_test(csv_format),
        cmocka_unit_test(json_min_format),
        cmocka_unit_test(label_studio_format),
        cmocka_unit_test(empty_exports),
        cmocka_unit_test(streams),
        cmocka_unit_test(csv_cells),
        cmocka_unit_test(csv_names_are_unique),
        cmocka_unit_test(json_min_values),
        cmocka_unit_test(numbers_do_not_follow_the_locale),
        cmocka_unit_test(our_importer_reads_them),
        cmocka_unit_test(slices_of_broken_text),
        cmocka_unit_test(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
