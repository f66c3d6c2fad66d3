/* Handlers of qualifications, requirements and courses. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "api/app.h"
#include "api_gen.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/limits.h"
#include "core/qualification.h"

enum { PARTS_MAX = 200, PART_TEXT_BYTES_MAX = 16384, CHOICES_MIN = 2, CHOICES_MAX = 8, CHOICE_CHARS_MAX = 500 };

static err field_wrong(struct api_call *call, const char *path, const char *why) {
    problem_field_add(call->problem, path, "%s", why);
    return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
}

/* --- qualifications --- */

err op_qualification_list(struct api_call *call, const struct in_qualification_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'q', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200, qualifications_json(call->loop->reader, 0, &list.page, &list.out));
}

static err qualification_saved(struct api_call *call, struct command *command) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    struct page page = {.after = INT64_MAX, .limit = 1};
    TRY(qualifications_json(call->loop->reader, reply_int(command, "id"), &page, &o));
    api_reply_buf(call, call->operation->status, &body);
    return OK;
}

err op_qualification_create(struct api_call *call, const struct in_qualification_create *in) {
    struct qualification_save *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct qualification_save){.id = id_new(),
                                        .is_new = true,
                                        .name = in->name,
                                        .description = in->has_description ? in->description : STR("")};
    return op_command(call, &cmd_qualification_save, args, qualification_saved);
}

err op_qualification_update(struct api_call *call, const struct in_qualification_update *in) {
    struct qualification_save *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct qualification_save){
        .id = in->qualification, .name = in->name, .description = in->has_description ? in->description : STR("")};
    return op_command(call, &cmd_qualification_save, args, qualification_saved);
}

err op_holder_list(struct api_call *call, const struct in_holder_list *in) {
    struct op_list list;
    TRY(qualification_seen(call->loop->reader, in->qualification, call->actor.person_id, call->actor.roles,
                           call->problem));
    TRY(op_list_begin(&list, call, 'r', in->limit, in->has_cursor, in->cursor, 0));
    return op_list_reply(&list, call, 200, holders_json(call->loop->reader, in->qualification, &list.page, &list.out));
}

static err give(struct api_call *call, int64_t qualification_id, int64_t person_id, int64_t score) {
    struct qualification_give *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct qualification_give){.qualification_id = qualification_id, .person_id = person_id, .score = score};
    return op_command(call, &cmd_qualification_give, args, finish_empty);
}

err op_holder_set(struct api_call *call, const struct in_holder_set *in) {
    return give(call, in->qualification, in->person, in->score);
}

err op_holder_delete(struct api_call *call, const struct in_holder_delete *in) {
    return give(call, in->qualification, in->person, -1);
}

err op_own_qualification_list(struct api_call *call, const struct in_own_qualification_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'v', 200, false, STR(""), 0));
    return op_list_reply(&list, call, 200,
                         own_qualifications_json(call->loop->reader, call->actor.person_id, &list.out));
}

/* --- requirements --- */

static err requirements_reply(struct api_call *call, int64_t project_id) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_key(&o, "items");
    TRY(requirements_json(call->loop->reader, project_id, NULL, &o));
    out_set_null(&o, "next_cursor");
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_requirement_list(struct api_call *call, const struct in_requirement_list *in) {
    struct project_head head;
    TRY(project_seen(call->loop->reader, in->project, call->actor.person_id, call->actor.roles, &head, call->problem));
    return requirements_reply(call, in->project);
}

static int word_index(const char *word, const char *const *words, int count) {
    for (int i = 0; word && i < count; i++)
        if (strcmp(words[i], word) == 0) return i;
    return -1;
}

static bool number_read(const json_t *value, enum requirement_subject subject, int64_t *number) {
    static const char *const languages[] = {"es", "en", "fr", "pt"};
    if (subject == SUBJECT_LANGUAGE) {
        *number = word_index(json_string_value(value), languages, 4);
        return *number >= 0;
    }
    *number = json_is_integer(value) ? json_integer_value(value) : -1;
    return *number >= 0 && *number <= (subject == SUBJECT_ANSWERS ? 1000000000 : 100);
}

/* Why it is none; NULL = read. */
static const char *requirement_read(const json_t *item, struct requirement *r) {
    static const char *const members[] = {"subject", "qualification", "comparator", "values"};
    const char *key;
    json_t *member;
    if (!json_is_object(item)) return "A requirement is an object.";
    json_object_foreach((json_t *)item, key,
                        member) if (word_index(key, members, 4) <
                                    0) return "A requirement has subject, qualification, comparator and values.";
    int subject = word_index(json_text(item, "subject"), subject_words, REQUIREMENT_SUBJECTS),
        comparator = word_index(json_text(item, "comparator"), comparator_words, REQUIREMENT_COMPARATORS);
    if (subject < 0) return "The subject is qualification, language, approval_percent or approved_answers.";
    if (comparator < 0) return "This comparator is not known; see the description of Requirement.";
    *r = (struct requirement){.subject = (enum requirement_subject)subject,
                              .comparator = (enum requirement_comparator)comparator,
                              .qualification_id =
                                  subject == SUBJECT_QUALIFICATION ? json_int(item, "qualification", 0) : 0};
    if (subject == SUBJECT_QUALIFICATION && r->qualification_id < 1) return "Name the qualification by its id.";
    bool list;
    size_t wanted = (size_t)comparator_numbers(r->comparator, &list), i;
    const json_t *values = json_object_get(item, "values"), *value;
    size_t given = json_array_size(values);
    if (values && !json_is_array(values)) return "The values are a list.";
    if (list ? given < 1 || given > REQUIREMENT_NUMBERS_MAX : given != wanted)
        return list ? "in and not_in take 1 to 10 values." : "This comparator takes another number of values.";
    json_array_foreach(
        values, i,
        value) if (!number_read(value, r->subject,
                                &r->numbers[r->number_count++])) return "A value is 0 to 100, a number of answers, or "
                                                                        "a language (es, en, fr, pt).";
    return NULL;
}

static err requirements_saved(struct api_call *call, struct command *command) {
    const struct requirements_set *args = command->args;
    return requirements_reply(call, args->project_id);
}

err op_requirement_set(struct api_call *call, const struct in_requirement_set *in) {
    struct requirements_set *args = arena_alloc(call->arena, sizeof *args);
    struct requirement *items = arena_alloc(call->arena, sizeof *items * REQUIREMENTS_MAX);
    size_t i;
    const json_t *item;
    if (!json_is_array(in->requirements) || json_array_size(in->requirements) > REQUIREMENTS_MAX)
        return field_wrong(call, "/requirements", "The requirements are a list of at most 10.");
    json_array_foreach(in->requirements, i, item) {
        const char *why = requirement_read(item, &items[i]);
        if (why) return field_wrong(call, arena_printf(call->arena, "/requirements/%zu", i), why);
    }
    *args = (struct requirements_set){
        .project_id = in->project, .items = items, .count = (int)json_array_size(in->requirements)};
    return op_command(call, &cmd_requirements_set, args, requirements_saved);
}

/* --- courses --- */

err op_course_list(struct api_call *call, const struct in_course_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'c', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200,
                         courses_json(call->loop->reader, call->actor.person_id, &list.page, &list.out));
}

static err course_reply(struct api_call *call, int64_t id) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(course_json(call->loop->reader, id, call->actor.person_id, &o, call->problem));
    api_reply_buf(call, call->operation->status, &body);
    return OK;
}

err op_course_show(struct api_call *call, const struct in_course_show *in) { return course_reply(call, in->course); }

static bool text_read(const json_t *item, const char *name, bool needed, str *text) {
    const json_t *value = json_object_get(item, name);
    *text = STR("");
    if (!value) return !needed;
    if (!json_is_string(value)) return false;
    *text = (str){json_string_value(value), json_string_length(value)};
    return text->len <= PART_TEXT_BYTES_MAX && (!needed || text->len > 0) && str_utf8_valid(*text);
}

static const char *part_read(struct arena *a, const json_t *item, struct course_part *part) {
    static const char *const kinds[] = {"lesson", "practice", "exam"}, *const members[] = {"kind", "text", "choices",
                                                                                           "right", "explanation"};
    const char *key;
    json_t *member;
    if (!json_is_object(item)) return "A part is an object.";
    json_object_foreach((json_t *)item, key,
                        member) if (word_index(key, members, 5) <
                                    0) return "A part has kind, text, choices, right and explanation.";
    part->kind = word_index(json_text(item, "kind"), kinds, 3);
    if (part->kind < 0) return "The kind is lesson, practice or exam.";
    if (!text_read(item, "text", true, &part->text) || !text_read(item, "explanation", false, &part->explanation))
        return "Texts have at most 16,384 bytes; a part needs one.";
    part->choices = STR("[]");
    if (part->kind == 0) return json_object_get(item, "choices") ? "A lesson has no choices." : NULL;
    const json_t *choices = json_object_get(item, "choices"), *choice;
    size_t count = json_array_size(choices), i;
    if (count < CHOICES_MIN || count > CHOICES_MAX) return "A question has 2 to 8 choices.";
    json_array_foreach(choices, i, choice) {
        str text = {json_string_value(choice), json_string_length(choice)};
        if (!json_is_string(choice) || text.len == 0 || !str_utf8_valid(text) ||
            str_utf8_chars(text) > CHOICE_CHARS_MAX)
            return "A choice is a text of at most 500 characters.";
    }
    part->right_choice = json_int(item, "right", -1);
    if (part->right_choice < 0 || part->right_choice >= (int64_t)count)
        return "right is the index of a choice, from 0.";
    CLEANUP(buf_free) struct buf text = {0};
    json_write(&text, choices, false);
    part->choices = arena_str(a, buf_str(&text));
    return NULL;
}

static err course_saved(struct api_call *call, struct command *command) {
    return course_reply(call, reply_int(command, "id"));
}

static err course_save(struct api_call *call, struct course_save order, const json_t *list) {
    struct course_save *args = arena_alloc(call->arena, sizeof *args);
    size_t count = json_array_size(list), i;
    const json_t *item;
    if (!json_is_array(list) || count == 0 || count > PARTS_MAX)
        return field_wrong(call, "/parts", "The parts are a list of 1 to 200.");
    struct course_part *parts = arena_alloc(call->arena, sizeof *parts * count);
    json_array_foreach(list, i, item) {
        const char *why = part_read(call->arena, item, &parts[i]);
        if (why) return field_wrong(call, arena_printf(call->arena, "/parts/%zu", i), why);
    }
    *args = order;
    args->parts = parts;
    args->part_count = (int)count;
    return op_command(call, &cmd_course_save, args, course_saved);
}

err op_course_create(struct api_call *call, const struct in_course_create *in) {
    return course_save(call,
                       (struct course_save){.id = id_new(),
                                            .is_new = true,
                                            .qualification_id = in->qualification,
                                            .pass_percent = in->pass_percent,
                                            .exam_questions = in->exam_questions,
                                            .retry_seconds = in->retry_seconds,
                                            .gold_project_id = in->has_gold_project ? in->gold_project : 0,
                                            .pay_micros = in->pay_micros,
                                            .title = in->title,
                                            .description = in->has_description ? in->description : STR("")},
                       in->parts);
}

err op_course_update(struct api_call *call, const struct in_course_update *in) {
    return course_save(call,
                       (struct course_save){.id = in->course,
                                            .qualification_id = in->qualification,
                                            .pass_percent = in->pass_percent,
                                            .exam_questions = in->exam_questions,
                                            .retry_seconds = in->retry_seconds,
                                            .gold_project_id = in->has_gold_project ? in->gold_project : 0,
                                            .pay_micros = in->pay_micros,
                                            .title = in->title,
                                            .description = in->has_description ? in->description : STR("")},
                       in->parts);
}

static err course_stepped(struct api_call *call, struct command *command) {
    const struct course_step *args = command->args;
    return course_reply(call, args->id);
}

static err step(struct api_call *call, int64_t id, bool open, int64_t places) {
    struct course_step *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct course_step){.id = id, .open = open, .places = places};
    return op_command(call, &cmd_course_step, args, course_stepped);
}

err op_course_open(struct api_call *call, const struct in_course_open *in) {
    return step(call, in->course, true, in->has_places ? in->places : 0);
}

err op_course_close(struct api_call *call, const struct in_course_close *in) {
    return step(call, in->course, false, 0);
}

static err course_funded(struct api_call *call, struct command *command) {
    const struct course_fund_args *args = command->args;
    return course_reply(call, args->id);
}

err op_course_fund(struct api_call *call, const struct in_course_fund *in) {
    struct course_fund_args *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct course_fund_args){.id = in->course, .places = in->places};
    return op_command(call, &cmd_course_fund, args, course_funded);
}

/* --- learning --- */

static err practised(struct api_call *call, struct command *command) {
    const struct course_practice *args = command->args;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_bool(&o, "right", strstr(command->reply, "true") != NULL);
    TRY(course_part_json(call->loop->reader, args->course_id, args->position, true, &o));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_course_practice(struct api_call *call, const struct in_course_practice *in) {
    struct course_practice *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct course_practice){.course_id = in->course, .position = in->position, .choice = in->choice};
    return op_command(call, &cmd_course_practice, args, practised);
}

/* Gold tasks as workers see tasks, without what is right. */
static err gold_write(struct api_call *call, int64_t project_id, const json_t *ids, struct json_out *o) {
    struct project_head head;
    struct cached_config *config;
    size_t i;
    const json_t *id;
    TRY(project_seen(call->loop->reader, project_id, 0, PERSON_OPERATOR, &head, call->problem));
    TRY(config_cache_get(call->loop, project_id, head.config_version, &config, call->problem));
    json_array_foreach(ids, i, id) {
        CLEANUP(buf_free) struct buf data = {0};
        TRY(course_task_data(call->loop->reader, project_id, json_integer_value(id), &data));
        buf_add_char(&data, 0);
        out_object_begin(o);
        out_set_int(o, "position", json_integer_value(id));
        out_set_text(o, "kind", "gold");
        out_key(o, "data");
        TRY(worker_data_write(config, data.data, o));
        out_end(o);
    }
    out_end(o);
    CLEANUP(buf_free) struct buf tree = {0};
    json_write(&tree, label_config_json(config->config), false);
    out_set_raw(o, "config", buf_str(&tree));
    out_end(o);
    return OK;
}

static err exam_begun(struct api_call *call, struct command *command) {
    const struct course_exam_begin *args = command->args;
    CLEANUP(json_drop) json_t *reply = NULL;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    size_t i;
    const json_t *position;
    TRY(json_parse(str_from(command->reply), &reply, NULL));
    out_object_begin(&o);
    out_key(&o, "questions");
    out_array_begin(&o);
    int64_t project_id = json_int(reply, "project", 0);
    if (project_id) {
        TRY(gold_write(call, project_id, json_object_get(reply, "questions"), &o));
        api_reply_buf(call, 200, &body);
        return OK;
    }
    json_array_foreach(json_object_get(reply, "questions"), i, position)
        TRY(course_part_json(call->loop->reader, args->course_id, json_integer_value(position), false, &o));
    out_end(&o);
    out_set_null(&o, "config");
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_course_exam(struct api_call *call, const struct in_course_exam *in) {
    struct course_exam_begin *args = arena_alloc(call->arena, sizeof *args);
    args->course_id = in->course;
    randombytes_buf(&args->seed, sizeof args->seed);
    return op_command(call, &cmd_course_exam_begin, args, exam_begun);
}

static err exam_ended(struct api_call *call, struct command *command) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_int(&o, "percent", reply_int(command, "percent"));
    out_set_bool(&o, "passed", strstr(command->reply, "\"passed\":true") != NULL);
    out_set_time(&o, "next_try_at", reply_int(command, "next_usec"));
    out_set_int(&o, "paid_micros", reply_int(command, "paid_micros"));
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

/* One `result` list for each gold task; whether it is a whole answer is looked at with the task's config. */
static err exam_results(struct api_call *call, int64_t course_id, const json_t *list) {
    struct course_exam_end *args = arena_alloc(call->arena, sizeof *args);
    size_t count = json_array_size(list), i;
    const json_t *one;
    if (!json_is_array(list) || count < 1 || count > 100)
        return field_wrong(call, "/results", "The results are a list of 1 to 100 result lists.");
    str *results = arena_alloc(call->arena, sizeof *results * count);
    json_array_foreach(list, i, one) {
        CLEANUP(buf_free) struct buf text = {0};
        json_write(&text, one, false);
        if (!json_is_array(one) || text.len > ANSWER_BYTES_MAX)
            return field_wrong(call, arena_printf(call->arena, "/results/%zu", i), "A result is a list of items.");
        results[i] = arena_str(call->arena, buf_str(&text));
    }
    *args = (struct course_exam_end){.course_id = course_id, .results = results, .count = count};
    return op_command(call, &cmd_course_exam_end, args, exam_ended);
}

err op_course_exam_answer(struct api_call *call, const struct in_course_exam_answer *in) {
    if (in->results) return exam_results(call, in->course, in->results);
    struct course_exam_end *args = arena_alloc(call->arena, sizeof *args);
    size_t count = json_array_size(in->choices), i;
    const json_t *choice;
    if (!json_is_array(in->choices) || count < 1 || count > 100)
        return field_wrong(call, "/choices", "The choices are a list of 1 to 100 numbers.");
    int64_t *choices = arena_alloc(call->arena, sizeof *choices * count);
    json_array_foreach(in->choices, i, choice) {
        choices[i] = json_is_integer(choice) ? json_integer_value(choice) : -1;
        if (choices[i] < 0 || choices[i] >= CHOICES_MAX)
            return field_wrong(call, arena_printf(call->arena, "/choices/%zu", i), "A choice is a number from 0 to 7.");
    }
    *args = (struct course_exam_end){.course_id = in->course, .choices = choices, .count = count};
    return op_command(call, &cmd_course_exam_end, args, exam_ended);
}
