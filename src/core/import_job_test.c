/* Tests of import jobs on an SQLite file with a writer. Started with the argument "picture-check" it does what
 * `faena picture-check` does. */
#include "core/import_kit.h"

#include <sodium.h>
#include <stdio.h>
#include <unistd.h>
#include <zip.h>

#include "base/inject.h"
#include "base/json.h"
#include "base/limits.h"
#include "core/export_stream.h"
#include "core/import_adder.h"
#include "domain/label_config.h"

static const char red_png[] =
    "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01"
    "\x08\x02\x00\x00\x00\x90\x77\x53\xde\x00\x00\x00\x0c\x49\x44\x41\x54\x78\x9c\x63\xf8\xcf\xc0\x00"
    "\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";
static const char blue_png[] =
    "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00"
    "\x01\x08\x02\x00\x00\x00\x90\x77\x53\xde\x00\x00\x00\x0c\x49\x44\x41\x54\x78\x9c\x63\x60\x60"
    "\xf8\x0f\x00\x01\x03\x01\x00\x08\x89\xc2\xec\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/* --- both modes --- */

static void all_good_rows_are_added_once(void **state) {
    struct fixture *f = *state;
    static const char csv[] = "external_id,text,priority,gold\r\n"
                              "a,\"one, two\",3,\r\n"
                              "b,three,,Drama\r\n"
                              "a,twice in one file,,\r\n";
    int64_t id = spooled(f, f->choices_id, "films.csv", false, STR(csv));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 3, 2, 1, 0});
    assert_string_equal(report_of(f, id), "");
    assert_int_equal(task_count(f, f->choices_id), 2);
    assert_string_equal(task_member(f, f->choices_id, 1, "data"), "{\"text\":\"one, two\"}");
    assert_string_equal(task_member(f, f->choices_id, 1, "priority"), "3");
    assert_string_equal(task_member(f, f->choices_id, 1, "external_id"), "\"a\"");
    assert_non_null(strstr(task_member(f, f->choices_id, 2, "gold"), "{\"choices\":[\"Drama\"]}"));
    assert_int_equal(spool_files(f), 0);
    /* a done import does nothing more */
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    /* the same file again */
    id = spooled(f, f->choices_id, "films.csv", true, STR(csv));
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 3, 0, 3, 0});
    assert_int_equal(task_count(f, f->choices_id), 2);
}

static void content_tells_rows_without_an_id_apart(void **state) {
    struct fixture *f = *state;
    static const char jsonl[] = "{\"text\":\"x\",\"n\":1}\n{\"n\":1,\"text\":\"x\"}\n{\"text\":\"x\",\"n\":2}\n";
    int64_t id = spooled(f, f->choices_id, "t.jsonl", false, STR(jsonl));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 3, 2, 1, 0});
}

static const char wrong_csv[] = "text,gold,note\n"
                                "good,,\n"
                                "too,many,columns,here\n"
                                ",,there is nothing to show\n"
                                "x,Western,\n"
                                "good too,Comedy,\n";
static const char wrong_report_start[] = "line,field,reason\r\n3,,";

static void one_wrong_row_keeps_all_out(void **state) {
    struct fixture *f = *state;
    int64_t id = spooled(f, f->choices_id, "films.csv", false, STR(wrong_csv));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), ERR_IMPORT_INVALID);
    assert_non_null(strstr(p.detail, "3 of 5 rows are wrong"));
    numbers_are(f, id, (struct numbers){"failed", 5, 0, 0, 3});
    assert_int_equal(task_count(f, f->choices_id), 0);
    const char *report = report_of(f, id);
    assert_true(str_starts(str_from(report), wrong_report_start));
    assert_non_null(strstr(report, "\r\n4,text,"));
    assert_non_null(strstr(report, "\r\n5,gold,"));
    assert_int_equal(spool_files(f), 0);
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), ERR_BAD_STATE);
}

static void good_rows_are_kept(void **state) {
    struct fixture *f = *state;
    int64_t id = spooled(f, f->choices_id, "films.csv", true, STR(wrong_csv));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 5, 2, 0, 3});
    assert_int_equal(task_count(f, f->choices_id), 2);
}

static void wrong_fields_are_named(void **state) {
    struct fixture *f = *state;
    static const char jsonl[] = "{\"other\":1}\n{\"text\":[1]}\n{\"data\":{\"text\":\"a\"},\"priority\":10}\n[1]\n";
    int64_t id = spooled(f, f->choices_id, "t.jsonl", true, STR(jsonl));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    const char *report = report_of(f, id);
    assert_non_null(strstr(report, "\r\n1,text,"));
    assert_non_null(strstr(report, "\r\n2,text,"));
    assert_non_null(strstr(report, "\r\n3,priority,"));
    assert_non_null(strstr(report, "\r\n4,,"));
}

static void report_lists_the_first_thousand(void **state) {
    struct fixture *f = *state;
    CLEANUP(buf_free) struct buf text = {0};
    for (int i = 0; i < 1500; i++) buf_printf(&text, "{\"n\":%d}\n", i);
    int64_t id = spooled(f, f->choices_id, "t.jsonl", false, buf_str(&text));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), ERR_IMPORT_INVALID);
    numbers_are(f, id, (struct numbers){"failed", 1500, 0, 0, 1500});
    const char *report = report_of(f, id);
    int lines = 0;
    for (const char *c = report; *c; c++) lines += *c == '\n';
    assert_int_equal(lines, 1 + IMPORT_BAD_ROWS_LISTED_MAX);
}

static void report_runs_no_formula(void **state) {
    struct fixture *f = *state;
    /* field names of the report come from the file */
    int64_t id = spooled(f, f->choices_id, "t.csv", true, STR("text,priority\n=1+1,\"=x\"\"\n\"\n"));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    const char *report = report_of(f, id);
    assert_null(strstr(report, "\n="));
    assert_null(strstr(report, ",="));
    numbers_are(f, id, (struct numbers){"done", 1, 0, 0, 1});
}

static void label_studio_tasks_keep_their_lists(void **state) {
    struct fixture *f = *state;
    static const char json[] = "[{\"id\":7,\"data\":{\"text\":\"a\"},\"predictions\":[{\"model_version\":\"m1\","
                               "\"result\":[]}],\"annotations\":"
                               "[{\"ground_truth\":true,\"result\":[{\"from_name\":\"genre\",\"to_name\":\"text\","
                               "\"type\":\"choices\",\"value\":"
                               "{\"choices\":[\"Comedy\"]}}]}]}]";
    int64_t id = spooled(f, f->choices_id, "export.json", false, STR(json));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 1, 1, 0, 0});
    assert_string_equal(task_member(f, f->choices_id, 1, "external_id"), "\"7\"");
    assert_non_null(strstr(task_member(f, f->choices_id, 1, "gold"), "Comedy"));
    /* predictions come out with an export */
    struct export_order order = {.project_id = f->choices_id, .format = EXPORT_LABEL_STUDIO, .gold = true};
    struct export_stream *stream;
    CLEANUP(buf_free) struct buf out = {0};
    bool more = true;
    assert_int_equal(export_stream_open(&order, str_from(kit_choices_xml), &stream, &p), OK);
    while (more) assert_int_equal(export_stream_next(stream, f->reader, &out, &more), OK);
    export_stream_close(stream);
    assert_non_null(strstr(out.data, "m1"));
}

/* --- files that cannot be read --- */

static void unreadable_files_fail_with_a_sentence(void **state) {
    struct fixture *f = *state;
    failed_with(f, import_begin(f, f->choices_id, "t.csv", false, 5), NULL, "not here any more");
    failed_with(f, import_begin(f, f->choices_id, "t.csv", false, 5), "/nowhere/t.csv",
                "/nowhere/t.csv cannot be read");
    failed_with(f, import_begin(f, f->choices_id, "t.csv", false, 5), f->folder, "not a regular file");
    failed_with(f, spooled(f, f->choices_id, "t.csv", false, STR("text\n")), NULL, "no rows");
    failed_with(f, spooled(f, f->choices_id, "t", false, STR("\x01\x02\x03")), NULL, "what kind of file");
    failed_with(f, spooled(f, f->choices_id, "t.json", false, STR("[{\"text\":\"a\"}, {\"text\"")), NULL, "");
    failed_with(f, spooled(f, f->choices_id, "t.zip", false, STR("PK\x03\x04 no zip")), NULL, "shows no picture");
    failed_with(f, spooled(f, f->picture_id, "t.zip", false, STR("PK\x03\x04 no zip")), NULL, "zip");
    assert_int_equal(task_count(f, f->choices_id), 0);
    assert_int_equal(spool_files(f), 0);
}

static void a_break_keeps_the_good_rows_before(void **state) {
    struct fixture *f = *state;
    int64_t id = spooled(f, f->choices_id, "t.json", true, STR("[{\"text\":\"a\"},\n{\"text\":\"b\"},\n{\"text\" 3}]"));
    failed_with(f, id, NULL, "The good rows before that were added");
    assert_int_equal(task_count(f, f->choices_id), 2);
    id = spooled(f, f->choices_id, "t.json", false, STR("[{\"text\":\"c\"},\n{\"text\" 3}]"));
    failed_with(f, id, NULL, "Line 2");
    assert_int_equal(task_count(f, f->choices_id), 2);
}

/* --- large ones, broken off --- */

enum { MANY = 60000, WRONG_EVERY = 1000 };

static str many_rows(struct buf *text, bool some_wrong) {
    for (int i = 0; i < MANY; i++)
        buf_printf(text, some_wrong && i % WRONG_EVERY == 0 ? "{\"n\":%d}\n" : "{\"text\":\"row number %d\"}\n", i);
    return buf_str(text);
}

/* Stops again and again; every time the job goes on where it was. */
static void stopped_and_resumed(struct fixture *f, bool good_rows) {
    CLEANUP(buf_free) struct buf text = {0};
    int64_t id = spooled(f, f->choices_id, "t.jsonl", good_rows, many_rows(&text, good_rows));
    struct problem p = {0};
    int stops = 0, wrong = good_rows ? MANY / WRONG_EVERY : 0;
    int64_t before = 0;
    f->stop_adding = true;
    f->stop_at = 1;
    for (err e = ERR_STOPPING; e != OK; f->asked = 0) {
        e = import_job_run(&f->context, id, NULL, &p);
        struct import_head head;
        assert_int_equal(import_head(f->reader, id, &head, &p), OK);
        assert_true(head.handled_rows >= before);
        if (e == OK) break;
        assert_int_equal(e, ERR_STOPPING);
        assert_int_equal(head.state, IMPORT_IMPORTING);
        assert_true(task_count(f, f->choices_id) <= head.handled_rows);
        before = head.handled_rows;
        if (++stops == 3) f->stop_at = 0;
    }
    assert_true(stops > 0); /* adding takes longer than the time between two questions */
    numbers_are(f, id, (struct numbers){"done", MANY, MANY - wrong, 0, wrong});
    assert_int_equal(task_count(f, f->choices_id), MANY - wrong);
    assert_string_equal(task_member(f, f->choices_id, MANY - wrong, "data"), "{\"text\":\"row number 59999\"}");
    assert_int_equal(spool_files(f), 0);
}

static void mode_all_goes_on_where_it_was(void **state) { stopped_and_resumed(*state, false); }
static void mode_good_goes_on_where_it_was(void **state) { stopped_and_resumed(*state, true); }

/* A COMMIT that fails, and one whose answer is lost: no row is lost, none is counted twice. */
static void faults_lose_nothing(void **state) {
    struct fixture *f = *state;
    CLEANUP(buf_free) struct buf text = {0};
    int64_t id = spooled(f, f->choices_id, "t.jsonl", false, many_rows(&text, false));
    struct problem p = {0};
    kit_inject("commit:20,commit_lost:30,save:30000");
    err e;
    while ((e = import_job_run(&f->context, id, NULL, &p)) != OK) assert_true(err_is_fault(e));
    inject_on = false;
    numbers_are(f, id, (struct numbers){"done", MANY, MANY, 0, 0});
    assert_int_equal(task_count(f, f->choices_id), MANY);
}

static void a_full_disk_is_no_failure_of_the_file(void **state) {
    struct fixture *f = *state;
    CLEANUP(buf_free) struct buf text = {0};
    int64_t id = spooled(f, f->choices_id, "t.jsonl", false, many_rows(&text, false));
    struct problem p = {0};
    struct import_head head;
    kit_inject("commit:30+");
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), ERR_STORE_FULL);
    inject_on = false;
    assert_int_equal(import_head(f->reader, id, &head, &p), OK);
    assert_int_equal(head.state, IMPORT_IMPORTING);
    assert_int_equal(task_count(f, f->choices_id), head.handled_rows);
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", MANY, MANY, 0, 0});
}

static void large_rows_are_sent_in_smaller_chunks(void **state) {
    struct fixture *f = *state;
    enum { ROWS = 40, BYTES = 200000 };
    CLEANUP(buf_free) struct buf text = {0};
    for (int i = 0; i < ROWS; i++) {
        buf_printf(&text, "{\"external_id\":\"%d\",\"text\":\"", i);
        for (int j = 0; j < BYTES; j++) buf_add_char(&text, 'x');
        buf_add_text(&text, "\"}\n");
    }
    int64_t id = spooled(f, f->choices_id, "t.jsonl", false, buf_str(&text));
    struct problem p = {0};
    struct writer_numbers before, after;
    writer_numbers(f->writer, &before);
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    writer_numbers(f->writer, &after);
    numbers_are(f, id, (struct numbers){"done", ROWS, ROWS, 0, 0});
    assert_true(after.commands - before.commands > ROWS * BYTES / (IMPORT_CHUNK_BYTES + BYTES));
}

static void a_completed_project_ends_the_import(void **state) {
    struct fixture *f = *state;
    int64_t id = spooled(f, f->choices_id, "t.jsonl", false, STR("{\"text\":\"a\"}\n"));
    struct person_credit credit = {.id = f->owner_id, .amount_micros = 1000};
    kit_run(f, &cmd_person_credit, &credit, 0);
    struct task_row row = {.data = STR("{\"text\":\"z\"}")};
    struct task_add add = {.project_id = f->choices_id, .rows = &row, .count = 1};
    kit_run(f, &cmd_task_add, &add, f->owner_id);
    struct project_step_args step = {.id = f->choices_id, .step = PROJECT_PUBLISH};
    kit_run(f, &cmd_project_step, &step, f->owner_id);
    step.step = PROJECT_COMPLETE;
    kit_run(f, &cmd_project_step, &step, f->owner_id);
    failed_with(f, id, NULL, "completed");
    assert_int_equal(task_count(f, f->choices_id), 1);
}

/* --- zips --- */

struct member {
    const char *name;
    str bytes;
};

static str zip_made(struct fixture *f, const struct member *members, size_t count) {
    char path[80];
    int error;
    snprintf(path, sizeof path, "%s/made.zip", f->folder);
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    for (size_t i = 0; i < count; i++) {
        zip_source_t *source = zip_source_buffer(zip, members[i].bytes.data, members[i].bytes.len, 0);
        assert_true(zip_file_add(zip, members[i].name, source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    FILE *file = fopen(path, "rb");
    char *bytes = arena_alloc(&f->arena, 100000);
    size_t len = fread(bytes, 1, 100000, file);
    fclose(file);
    return (str){bytes, len};
}

static void pictures_of_a_zip_become_tasks(void **state) {
    struct fixture *f = *state;
    struct member members[] = {
        {"in/red.png", STR(red_png)}, {"in/blue ñ.png", STR(blue_png)}, {"in/note.txt", STR("hello")}};
    struct problem p = {0};
    int64_t id = spooled(f, f->picture_id, "set.zip", false, zip_made(f, members, 3));
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), ERR_IMPORT_INVALID);
    numbers_are(f, id, (struct numbers){"failed", 3, 0, 0, 1});
    id = spooled(f, f->picture_id, "set.zip", true, zip_made(f, members, 3));
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 3, 2, 0, 1});
    const char *report = report_of(f, id);
    assert_non_null(strstr(report, "\r\n3,in/note.txt,"));
    const char *data = task_member(f, f->picture_id, 2, "data");
    assert_non_null(strstr(data, "\"file\":\"in/blue ñ.png\""));
    const char *address = strstr(data, "/files/");
    assert_non_null(address);
    char name[BLOB_NAME_BYTES] = {0};
    memcpy(name, address + 7, BLOB_NAME_BYTES - 1);
    int fd;
    int64_t bytes;
    assert_int_equal(files_open_blob(f->files, name, &fd, &bytes), OK);
    assert_int_equal(bytes, sizeof blue_png - 1);
    close(fd);
    assert_int_equal(spool_files(f), 0);
    id = spooled(f, f->picture_id, "again.zip", false, zip_made(f, members, 2));
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 2, 0, 2, 0});
}

static void rows_of_a_zip_name_its_pictures(void **state) {
    struct fixture *f = *state;
    static const char csv[] = "image,gold\n"
                              "red.png,Made\n"        /* beside the tasks file */
                              "set/p/blue.png,Real\n" /* whole path */
                              "blue.png,\n"           /* the only one of that name */
                              "./red.png,\n"          /* the same content as the first row */
                              "https://example.org/a.png,\n"
                              "gone.png,\n"
                              "bad.png,\n";
    struct member members[] = {{"set/red.png", STR(red_png)},
                               {"set/tasks.csv", STR(csv)},
                               {"set/p/blue.png", STR(blue_png)},
                               {"set/bad.png", STR("no picture")}};
    struct problem p = {0};
    int64_t id = spooled(f, f->picture_id, "set.zip", true, zip_made(f, members, 4));
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 7, 3, 2, 2});
    assert_non_null(strstr(task_member(f, f->picture_id, 1, "data"), "{\"image\":\"/files/"));
    assert_non_null(strstr(task_member(f, f->picture_id, 1, "gold"), "Made"));
    const char *report = report_of(f, id);
    assert_non_null(strstr(report, "\r\n7,image,"));
    assert_non_null(strstr(report, "\r\n8,image,"));
    struct member twice[] = {{"tasks.csv", STR(csv)}, {"b/tasks.json", STR("[]")}};
    failed_with(f, spooled(f, f->picture_id, "set.zip", true, zip_made(f, twice, 2)), NULL, "more than one tasks file");
    assert_int_equal(spool_files(f), 0);
}

static void a_name_that_two_pictures_have_is_no_name(void **state) {
    struct fixture *f = *state;
    struct member members[] = {{"a/x.png", STR(red_png)},
                               {"b/x.png", STR(blue_png)},
                               {"tasks.jsonl", STR("{\"image\":\"x.png\"}\n{\"image\":\"b/x.png\"}\n")}};
    struct problem p = {0};
    int64_t id = spooled(f, f->picture_id, "set.zip", true, zip_made(f, members, 3));
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 2, 1, 0, 1});
}

/* A fault while the archive is unpacked; then it is unpacked again. */
static void an_archive_is_unpacked_again_after_a_fault(void **state) {
    struct fixture *f = *state;
    struct member members[] = {{"red.png", STR(red_png)}, {"blue.png", STR(blue_png)}};
    struct problem p = {0};
    int64_t id = spooled(f, f->picture_id, "set.zip", false, zip_made(f, members, 2));
    kit_inject("begin:1,begin:2,begin:3");
    err e = import_job_run(&f->context, id, NULL, &p);
    inject_on = false;
    if (e != OK) assert_true(err_is_fault(e));
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 2, 2, 0, 0});
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "picture-check") == 0) return picture_check_main();
    if (sodium_init() < 0) return 1;
    label_config_setup();
#define CASE(name) cmocka_unit_test_setup_teardown(name, kit_setup, kit_teardown)
    const struct CMUnitTest tests[] = {
        CASE(all_good_rows_are_added_once),
        CASE(content_tells_rows_without_an_id_apart),
        CASE(one_wrong_row_keeps_all_out),
        CASE(good_rows_are_kept),
        CASE(wrong_fields_are_named),
        CASE(report_lists_the_first_thousand),
        CASE(report_runs_no_formula),
        CASE(label_studio_tasks_keep_their_lists),
        CASE(unreadable_files_fail_with_a_sentence),
        CASE(a_break_keeps_the_good_rows_before),
        CASE(mode_all_goes_on_where_it_was),
        CASE(mode_good_goes_on_where_it_was),
        CASE(faults_lose_nothing),
        CASE(a_full_disk_is_no_failure_of_the_file),
        CASE(large_rows_are_sent_in_smaller_chunks),
        CASE(a_completed_project_ends_the_import),
        CASE(pictures_of_a_zip_become_tasks),
        CASE(rows_of_a_zip_name_its_pictures),
        CASE(a_name_that_two_pictures_have_is_no_name),
        CASE(an_archive_is_unpacked_again_after_a_fault),
    };
#undef CASE
    return cmocka_run_group_tests(tests, NULL, NULL);
}
