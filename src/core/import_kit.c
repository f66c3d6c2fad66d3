#include "core/import_kit.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/inject.h"
#include "base/json.h"

const char kit_choices_xml[] =
    "<View><Text name=\"text\" value=\"$text\"/><Choices name=\"genre\" toName=\"text\" required=\"true\">"
    "<Choice value=\"Drama\"/><Choice value=\"Comedy\"/></Choices></View>";
static const char picture_xml[] =
    "<View><Image name=\"image\" value=\"$image\"/><Choices name=\"kind\" toName=\"image\" required=\"true\">"
    "<Choice value=\"Real\"/><Choice value=\"Made\"/></Choices></View>";
/* --- a database, a requester, two projects --- */

void kit_run(struct fixture *f, const struct command_kind *kind, const void *args, int64_t actor_id) {
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
    kit_run(f, &cmd_project_create, &create, f->owner_id);
    return create.id;
}

static bool stopping(void *arg) {
    struct fixture *f = arg;
    struct import_head head;
    if (f->stop_adding && (import_head(f->reader, f->import_id, &head, NULL) != OK || head.handled_rows == 0))
        return false;
    return ++f->asked == f->stop_at;
}

int kit_setup(void **state) {
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
    kit_run(f, &cmd_person_create, &person, 0);
    f->choices_id = project_make(f, kit_choices_xml);
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

int kit_teardown(void **state) {
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

int64_t import_begin(struct fixture *f, int64_t project_id, const char *name, bool good_rows, int64_t bytes) {
    struct import_create create = {.id = id_new(),
                                   .project_id = project_id,
                                   .file_name = str_from(name),
                                   .format = STR("auto"),
                                   .good_rows = good_rows,
                                   .bytes = bytes};
    kit_run(f, &cmd_import_create, &create, f->owner_id);
    struct import_received received = {.id = create.id, .received_bytes = bytes};
    kit_run(f, &cmd_import_received, &received, f->owner_id);
    struct import_start start = {.id = create.id};
    kit_run(f, &cmd_import_start, &start, f->owner_id);
    f->import_id = create.id;
    return create.id;
}

/* Uploads the bytes as the server does and begins. */
int64_t spooled(struct fixture *f, int64_t project_id, const char *name, bool good_rows, str bytes) {
    int64_t id = import_begin(f, project_id, name, good_rows, (int64_t)bytes.len), size;
    char spool[40];
    snprintf(spool, sizeof spool, "import-%lld", (long long)id);
    assert_int_equal(files_spool_write(f->files, spool, 0, bytes, &size, NULL), OK);
    return id;
}

void numbers_are(struct fixture *f, int64_t id, struct numbers expected) {
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

const char *report_of(struct fixture *f, int64_t id) {
    CLEANUP(buf_free) struct buf report = {0};
    buf_add_text(&report, "");
    assert_int_equal(import_report(f->reader, id, &report), OK);
    return arena_copy(&f->arena, report.data, report.len);
}

int64_t task_count(struct fixture *f, int64_t project_id) {
    struct project_head head;
    bool found;
    assert_int_equal(project_head(f->reader, project_id, &head, &found), OK);
    return head.count.tasks;
}

/* The data, or another member, of a task as text. */
const char *task_member(struct fixture *f, int64_t project_id, int64_t task_id, const char *member) {
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

int spool_files(const struct fixture *f) {
    CLEANUP(buf_free) struct buf path = {0};
    buf_printf(&path, "%s/spool", files_directory(f->files));
    DIR *directory = opendir(path.data);
    assert_non_null(directory);
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(directory));) count += entry->d_name[0] != '.';
    closedir(directory);
    return count;
}

void failed_with(struct fixture *f, int64_t id, const char *path, const char *part) {
    struct problem p = {0};
    assert_int_equal(import_job_run(&f->context, id, path, &p), ERR_IMPORT_INVALID);
    if (!strstr(p.detail, part)) fail_msg("\"%s\" is not in: %s", part, p.detail);
}

void kit_inject(const char *points) {
    setenv("FAENA_INJECT", points, 1);
    inject_setup();
    inject_on = true;
}
