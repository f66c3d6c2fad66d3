/* Tests of import jobs on an SQLite file with a writer. Started with the argument "picture-check" it does what
 * `faena picture-check` does. */
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/inject.h"
#include "base/json.h"
#include "base/limits.h"
#include "core/commands.h"
#include "core/export_stream.h"
#include "core/import_adder.h"
#include "core/import_job.h"
#include "core/queries.h"
#include "domain/label_config.h"

static const char choices_xml[] =
    "<View><Text name=\"text\" value=\"$text\"/><Choices name=\"genre\" toName=\"text\" required=\"true\">"
    "<Choice value=\"Drama\"/><Choice value=\"Comedy\"/></Choices></View>";
static const char picture_xml[] =
    "<View><Image name=\"image\" value=\"$image\"/><Choices name=\"kind\" toName=\"image\" required=\"true\">"
    "<Choice value=\"Real\"/><Choice value=\"Made\"/></Choices></View>";
static const char red_png[] =
    "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01"
    "\x08\x02\x00\x00\x00\x90\x77\x53\xde\x00\x00\x00\x0c\x49\x44\x41\x54\x78\x9c\x63\xf8\xcf\xc0\x00"
    "\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";
static const char blue_png[] =
    "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00"
    "\x01\x08\x02\x00\x00\x00\x90\x77\x53\xde\x00\x00\x00\x0c\x49\x44\x41\x54\x78\x9c\x63\x60\x60"
    "\xf8\x0f\x00\x01\x03\x01\x00\x08\x89\xc2\xec\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/* --- a database, a requester, two projects --- */

struct fixture {
    char folder[40];
    struct store *store;
    struct store_conn *reader;
    struct writer *writer;
    struct files *files;
    struct arena arena;
    struct import_context context;
    int64_t owner_id, choices_id, picture_id;
    int asked, stop_at; /* stopping is asked; at which time it says yes (0 = never) */
    bool stop_adding;   /* it counts only while rows are being added */
    int64_t import_id;
};

static void run(struct fixture *f, const struct command_kind *kind, const void *args, int64_t actor_id) {
    struct problem p = {0};
    struct command c = {
        .kind = kind, .args = args, .actor_id = actor_id, .now_usec = clock_usec(), .arena = &f->arena, .problem = &p};
    if (writer_run(f->writer, &c) != OK) fail_msg("%s: %s", kind->name, p.detail);
}

static int64_t project_make(struct fixture *f, const char *xml) {
    struct project_create create = {.id = id_new(),
                                    .fields = {.title = STR("Test"),
                                               .description = STR(""),
                                               .instructions = STR(""),
                                               .label_config = str_from(xml),
                                               .price_micros = 1,
                                               .overlap = 1,
                                               .task_seconds = 60,
                                               .gold_permille = 100}};
    run(f, &cmd_project_create, &create, f->owner_id);
    return create.id;
}

static bool stopping(void *arg) {
    struct fixture *f = arg;
    struct import_head head;
    if (f->stop_adding && (import_head(f->reader, f->import_id, &head, NULL) != OK || head.handled_rows == 0))
        return false;
    return ++f->asked == f->stop_at;
}

static int setup(void **state) {
    struct fixture *f = mem_alloc(sizeof *f);
    struct problem p = {0};
    char path[80];
    snprintf(f->folder, sizeof f->folder, "/tmp/faena-import-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(path, sizeof path, "%s/t.db", f->folder);
    assert_int_equal(store_open(path, true, &f->store, &p), OK);
    assert_int_equal(store_connect(f->store, STORE_READ, &f->reader, &p), OK);
    assert_int_equal(writer_start(f->store, NULL, NULL, &f->writer, &p), OK);
    snprintf(path, sizeof path, "%s/files", f->folder);
    assert_int_equal(files_open(path, &f->files, &p), OK);
    arena_init(&f->arena);
    f->owner_id = id_new();
    struct person_create person = {.id = f->owner_id,
                                   .handle = STR("ana"),
                                   .display_name = STR(""),
                                   .password_hash = STR(""),
                                   .language = STR("en"),
                                   .roles = PERSON_REQUESTER};
    run(f, &cmd_person_create, &person, 0);
    f->choices_id = project_make(f, choices_xml);
    f->picture_id = project_make(f, picture_xml);
    f->context = (struct import_context){.store = f->store,
                                         .writer = f->writer,
                                         .files = f->files,
                                         .program = "/proc/self/exe",
                                         .stopping = stopping,
                                         .arg = f};
    *state = f;
    return 0;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where) { return remove(path); }

static int teardown(void **state) {
    struct fixture *f = *state;
    inject_on = false;
    writer_stop(f->writer);
    store_disconnect(f->reader);
    files_close(f->files);
    store_close(f->store);
    arena_free(&f->arena);
    nftw(f->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(f);
    return 0;
}

/* --- imports --- */

static int64_t import_begin(struct fixture *f, int64_t project_id, const char *name, bool good_rows, int64_t bytes) {
    struct import_create create = {.id = id_new(),
                                   .project_id = project_id,
                                   .file_name = str_from(name),
                                   .format = STR("auto"),
                                   .good_rows = good_rows,
                                   .bytes = bytes};
    run(f, &cmd_import_create, &create, f->owner_id);
    struct import_received received = {.id = create.id, .received_bytes = bytes};
    run(f, &cmd_import_received, &received, f->owner_id);
    struct import_start start = {.id = create.id};
    run(f, &cmd_import_start, &start, f->owner_id);
    f->import_id = create.id;
    return create.id;
}

/* Uploads the bytes as the server does and begins. */
static int64_t spooled(struct fixture *f, int64_t project_id, const char *name, bool good_rows, str bytes) {
    int64_t id = import_begin(f, project_id, name, good_rows, (int64_t)bytes.len), size;
    char spool[40];
    snprintf(spool, sizeof spool, "import-%lld", (long long)id);
    assert_int_equal(files_spool_write(f->files, spool, 0, bytes, &size, NULL), OK);
    return id;
}

struct numbers {
    const char *state;
    int64_t rows, added, repeated, wrong;
};

static void numbers_are(struct fixture *f, int64_t id, struct numbers expected) {
    CLEANUP(buf_free) struct buf text = {0};
    struct json_out o = out_new(&text);
    assert_int_equal(import_json(f->reader, id, &o), OK);
    CLEANUP(json_drop) json_t *import = NULL;
    assert_int_equal(json_parse(buf_str(&text), &import, NULL), OK);
    assert_string_equal(json_text(import, "state"), expected.state);
    assert_int_equal(json_int(import, "rows", -1), expected.rows);
    assert_int_equal(json_int(import, "added", -1), expected.added);
    assert_int_equal(json_int(import, "repeated", -1), expected.repeated);
    assert_int_equal(json_int(import, "wrong", -1), expected.wrong);
    bool failed = strcmp(expected.state, "failed") == 0;
    assert_int_equal(json_is_null(json_object_get(import, "error")), !failed);
}

static void report_is(struct fixture *f, int64_t id, const char *expected) {
    CLEANUP(buf_free) struct buf report = {0};
    buf_add_text(&report, "");
    assert_int_equal(import_report(f->reader, id, &report), OK);
    assert_string_equal(report.data, expected);
}

static int64_t task_count(struct fixture *f, int64_t project_id) {
    struct project_head head;
    bool found;
    assert_int_equal(project_head(f->reader, project_id, &head, &found), OK);
    return head.count.tasks;
}

/* The data, or another member, of a task as text. */
static char *task_member(struct fixture *f, int64_t project_id, int64_t task_id, const char *member) {
    struct project_head head;
    bool found;
    CLEANUP(buf_free) struct buf text = {0};
    struct json_out o = out_new(&text);
    assert_int_equal(project_head(f->reader, project_id, &head, &found), OK);
    assert_int_equal(task_json(f->reader, &head, task_id, false, &o, NULL), OK);
    CLEANUP(json_drop) json_t *task = NULL;
    assert_int_equal(json_parse(buf_str(&text), &task, NULL), OK);
    buf_clear(&text);
    json_write(&text, json_object_get(task, member), false);
    return arena_copy(&f->arena, text.data, text.len);
}

static int spool_files(const struct fixture *f) {
    CLEANUP(buf_free) struct buf path = {0};
    buf_printf(&path, "%s/spool", files_directory(f->files));
    DIR *directory = opendir(path.data);
    assert_non_null(directory);
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(directory));) count += entry->d_name[0] != '.';
    closedir(directory);
    return count;
}

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
    report_is(f, id, "");
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
                                ",,empty is a text\n"
                                "x,Western,\n"
                                "good too,Comedy,\n";
static const char wrong_report_start[] = "line,field,reason\r\n3,,";

static void one_wrong_row_keeps_all_out(void **state) {
    struct fixture *f = *state;
    int64_t id = spooled(f, f->choices_id, "films.csv", false, STR(wrong_csv));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), ERR_IMPORT_INVALID);
    assert_non_null(strstr(p.detail, "2 of 5 rows are wrong"));
    numbers_are(f, id, (struct numbers){"failed", 5, 0, 0, 2});
    assert_int_equal(task_count(f, f->choices_id), 0);
    CLEANUP(buf_free) struct buf report = {0};
    assert_int_equal(import_report(f->reader, id, &report), OK);
    assert_true(str_starts(buf_str(&report), wrong_report_start));
    assert_non_null(strstr(report.data, "\r\n5,gold,"));
    assert_int_equal(spool_files(f), 0);
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), ERR_BAD_STATE);
}

static void good_rows_are_kept(void **state) {
    struct fixture *f = *state;
    int64_t id = spooled(f, f->choices_id, "films.csv", true, STR(wrong_csv));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    numbers_are(f, id, (struct numbers){"done", 5, 3, 0, 2});
    assert_int_equal(task_count(f, f->choices_id), 3);
}

static void wrong_fields_are_named(void **state) {
    struct fixture *f = *state;
    static const char jsonl[] = "{\"other\":1}\n{\"text\":[1]}\n{\"data\":{\"text\":\"a\"},\"priority\":10}\n[1]\n";
    int64_t id = spooled(f, f->choices_id, "t.jsonl", true, STR(jsonl));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    CLEANUP(buf_free) struct buf report = {0};
    assert_int_equal(import_report(f->reader, id, &report), OK);
    assert_non_null(strstr(report.data, "\r\n1,text,"));
    assert_non_null(strstr(report.data, "\r\n2,text,"));
    assert_non_null(strstr(report.data, "\r\n3,priority,"));
    assert_non_null(strstr(report.data, "\r\n4,,"));
}

static void report_lists_the_first_thousand(void **state) {
    struct fixture *f = *state;
    CLEANUP(buf_free) struct buf text = {0};
    for (int i = 0; i < 1500; i++) buf_printf(&text, "{\"n\":%d}\n", i);
    int64_t id = spooled(f, f->choices_id, "t.jsonl", false, buf_str(&text));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), ERR_IMPORT_INVALID);
    numbers_are(f, id, (struct numbers){"failed", 1500, 0, 0, 1500});
    CLEANUP(buf_free) struct buf report = {0};
    assert_int_equal(import_report(f->reader, id, &report), OK);
    int lines = 0;
    for (size_t i = 0; i < report.len; i++) lines += report.data[i] == '\n';
    assert_int_equal(lines, 1 + IMPORT_BAD_ROWS_LISTED_MAX);
}

static void report_runs_no_formula(void **state) {
    struct fixture *f = *state;
    /* field names of the report come from the file */
    int64_t id = spooled(f, f->choices_id, "t.csv", true, STR("text,priority\n=1+1,\"=x\"\"\n\"\n"));
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, NULL, &p), OK);
    CLEANUP(buf_free) struct buf report = {0};
    assert_int_equal(import_report(f->reader, id, &report), OK);
    assert_null(strstr(report.data, "\n="));
    assert_null(strstr(report.data, ",="));
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
    assert_int_equal(export_stream_open(&order, STR(choices_xml), &stream, &p), OK);
    while (more) assert_int_equal(export_stream_next(stream, f->reader, &out, &more), OK);
    export_stream_close(stream);
    assert_non_null(strstr(out.data, "m1"));
}

/* --- files that cannot be read --- */

static void failed_with(struct fixture *f, int64_t id, const char *path, const char *part) {
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, path, &p), ERR_IMPORT_INVALID);
    if (!strstr(p.detail, part)) fail_msg("\"%s\" is not in: %s", part, p.detail);
}

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
    setenv("FAENA_INJECT", "commit:20,commit_lost:30,save:30000", 1);
    inject_setup();
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
    setenv("FAENA_INJECT", "commit:30+", 1);
    inject_setup();
    inject_on = true;
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
    run(f, &cmd_person_credit, &credit, 0);
    struct task_row row = {.data = STR("{\"text\":\"z\"}")};
    struct task_add add = {.project_id = f->choices_id, .rows = &row, .count = 1};
    run(f, &cmd_task_add, &add, f->owner_id);
    struct project_step_args step = {.id = f->choices_id, .step = PROJECT_PUBLISH};
    run(f, &cmd_project_step, &step, f->owner_id);
    step.step = PROJECT_COMPLETE;
    run(f, &cmd_project_step, &step, f->owner_id);
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
    CLEANUP(buf_free) struct buf report = {0};
    assert_int_equal(import_report(f->reader, id, &report), OK);
    assert_non_null(strstr(report.data, "\r\n3,in/note.txt,"));
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
    CLEANUP(buf_free) struct buf report = {0};
    assert_int_equal(import_report(f->reader, id, &report), OK);
    assert_non_null(strstr(report.data, "\r\n7,image,"));
    assert_non_null(strstr(report.data, "\r\n8,image,"));
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
    setenv("FAENA_INJECT", "begin:1,begin:2,begin:3", 1);
    inject_setup();
    inject_on = true;
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
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
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
