/* The two shapes that readers of Label Studio's exports know.
 *
 * JSON: what it and Faena call differently: completed_by is an object whose `email` is the worker's handle; a rejected
 * annotation is was_cancelled, so that its readers leave it out; the gold answer is one more annotation, with
 * ground_truth true, the task's id (which no annotation has) and no completed_by; the aggregated label, its share and
 * the external id stand in the task's free object `meta`.
 *
 * JSON_MIN: one object per annotation that was not rejected, newest first; a task without any annotation gives one
 * object with nulls. A member of data that has the name of another member is left out. The value of a control is, as in
 * the converter: for choices and textarea the one string, or else the value object ({"choices": [...]}); a list of
 * value objects for all other controls ([{"rating": 4}]), and whenever a control was answered several times. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "formats/export_internal.h"
#include "formats/json_slice.h"

static bool rejected(const struct export_annotation *a) {
    return a->state && (strcmp(a->state, "rejected") == 0 || strcmp(a->state, "sent_back") == 0);
}

static str text_of(const json_t *string) { return (str){json_string_value(string), json_string_length(string)}; }

/* --- JSON --- */

static void annotation_add(const struct export_writer *w, const struct export_task *task,
                           const struct export_annotation *a, bool ground_truth, struct buf *out) {
    buf_add_text(out, "{\"id\":");
    export_add_id(out, a->id);
    buf_add_text(out, ",\"completed_by\":");
    if (a->worker) buf_add_text(out, "{\"email\":");
    export_add_text(out, a->worker);
    if (a->worker) buf_add_text(out, ",\"first_name\":\"\",\"last_name\":\"\"}");
    buf_add_text(out, ",\"result\":");
    export_add_json(out, a->result, "[]");
    buf_add_text(out, rejected(a) ? ",\"was_cancelled\":true" : ",\"was_cancelled\":false");
    buf_add_text(out, ground_truth ? ",\"ground_truth\":true" : ",\"ground_truth\":false");
    buf_add_text(out, ",\"created_at\":");
    export_add_time_usec(out, a->created_usec);
    buf_add_text(out, ",\"updated_at\":");
    export_add_time_usec(out, a->created_usec);
    buf_add_text(out, ",\"draft_created_at\":null,\"lead_time\":");
    if (ground_truth)
        buf_add_text(out, "null");
    else
        export_add_seconds(out, a->work_usec);
    buf_add_text(out, ",\"prediction\":{},\"result_count\":");
    export_add_id(out, (int64_t)json_slice_count(str_from(a->result)));
    buf_add_text(out, ",\"import_id\":null,\"last_action\":null,\"task\":");
    export_add_id(out, task->id);
    buf_add_text(out, ",\"project\":");
    export_add_id(out, w->project_id);
    buf_add_text(
        out, ",\"updated_by\":null,\"parent_prediction\":null,\"parent_annotation\":null,\"last_created_by\":null}");
}

static void annotations_add(const struct export_writer *w, const struct export_task *task, struct buf *out) {
    buf_add_text(out, ",\"annotations\":[");
    for (int i = 0; i < task->annotation_count; i++) {
        if (i) buf_add_char(out, ',');
        annotation_add(w, task, &task->annotations[i], false, out);
    }
    if (task->gold) {
        struct export_annotation gold = {.id = task->id, .result = task->gold, .created_usec = task->created_usec};
        if (task->annotation_count) buf_add_char(out, ',');
        annotation_add(w, task, &gold, true, out);
    }
    buf_add_char(out, ']');
}

static void meta_add(const struct export_task *task, struct buf *out) {
    buf_add_text(out, ",\"meta\":{");
    size_t empty = out->len;
    if (task->external_id) {
        buf_add_text(out, "\"external_id\":");
        export_add_text(out, task->external_id);
    }
    if (task->label) {
        buf_add_text(out, out->len > empty ? ",\"label\":" : "\"label\":");
        export_add_json(out, task->label, "null");
        buf_add_text(out, ",\"share\":");
        export_add_share(out, task->share);
    }
    buf_add_char(out, '}');
}

void export_label_studio_task(struct export_writer *w, const struct export_task *task, struct buf *out) {
    int cancelled = 0;
    for (int i = 0; i < task->annotation_count; i++) cancelled += rejected(&task->annotations[i]);
    export_object_begin(w, out);
    buf_add_text(out, "{\"id\":");
    export_add_id(out, task->id);
    annotations_add(w, task, out);
    buf_add_text(out, ",\"file_upload\":null,\"drafts\":[],\"predictions\":");
    export_add_json(out, task->predictions, "[]");
    buf_add_text(out, ",\"data\":");
    export_add_json(out, task->data, "{}");
    meta_add(task, out);
    buf_add_text(out, ",\"created_at\":");
    export_add_time_usec(out, task->created_usec);
    buf_add_text(out, ",\"updated_at\":");
    export_add_time_usec(out, task->updated_usec);
    buf_add_text(out, ",\"inner_id\":");
    export_add_id(out, w->task_count);
    buf_add_text(out, ",\"total_annotations\":");
    export_add_id(out, task->annotation_count - cancelled + (task->gold ? 1 : 0));
    buf_add_text(out, ",\"cancelled_annotations\":");
    export_add_id(out, cancelled);
    buf_add_text(out, ",\"total_predictions\":");
    export_add_id(out, (int64_t)json_slice_count(str_from(task->predictions)));
    buf_add_text(out,
                 ",\"comment_count\":0,\"unresolved_comment_count\":0,\"last_comment_updated_at\":null,\"project\":");
    export_add_id(out, w->project_id);
    buf_add_text(out, ",\"updated_by\":null,\"comment_authors\":[]}");
}

/* --- JSON_MIN --- */

static str control_text(const struct export_writer *w, int control, const char *member) {
    return text_of(json_object_get(json_array_get(w->controls, (size_t)control), member));
}

static int control_find(const struct export_writer *w, str quoted_name) {
    if (quoted_name.len < 2) return -1;
    str name = {quoted_name.data + 1, quoted_name.len - 2};
    for (int i = 0; i < (int)json_array_size(w->controls); i++)
        if (json_slice_key_is(name, control_text(w, i, "name"))) return i;
    return -1;
}

static struct export_item item_read(const struct export_writer *w, str text) {
    struct export_item item = {.control = -1};
    struct json_slice s = json_slice_open(text);
    for (str key, value; json_slice_member(&s, &key, &value);) {
        if (str_is(key, "from_name"))
            item.control = control_find(w, value);
        else if (str_is(key, "value"))
            item.value = value;
        else if (str_is(key, "original_width"))
            item.width = value;
        else if (str_is(key, "original_height"))
            item.height = value;
    }
    return item;
}

static void items_read(struct export_writer *w, str result) {
    size_t controls = json_array_size(w->controls);
    if (!w->control_items) w->control_items = mem_alloc((controls + 1) * sizeof *w->control_items);
    memset(w->control_items, 0, controls * sizeof *w->control_items);
    w->item_count = 0;
    struct json_slice s = json_slice_open(result);
    for (str text; json_slice_element(&s, &text);) {
        struct export_item item = item_read(w, text);
        if (item.control < 0) continue;
        if (w->item_count == w->item_room) {
            w->item_room = w->item_room ? 2 * w->item_room : 16;
            w->items = mem_realloc(w->items, (size_t)w->item_room * sizeof *w->items);
        }
        w->items[w->item_count++] = item;
        w->control_items[item.control]++;
    }
}

/* A list with one element gives that element. */
static bool single(str value, str *only) {
    if (value.len && *value.data == '"') {
        *only = value;
        return true;
    }
    if (value.len == 0 || *value.data != '[') return false;
    struct json_slice s = json_slice_open(value);
    str second;
    return json_slice_element(&s, only) && !json_slice_element(&s, &second);
}

static void item_add(const struct export_item *item, const char *string_member, struct buf *out) {
    str list, only;
    if (string_member && json_slice_find(item->value, string_member, &list) && single(list, &only)) {
        buf_add_str(out, only);
        return;
    }
    if (item->value.len == 0) {
        buf_add_text(out, "null");
        return;
    }
    bool open = item->value.len > 2 && (item->width.len || item->height.len);
    buf_add(out, item->value.data, item->value.len - (open ? 1 : 0));
    if (!open) return;
    if (item->width.len) buf_printf(out, ",\"original_width\":%.*s", STR_ARG(item->width));
    if (item->height.len) buf_printf(out, ",\"original_height\":%.*s", STR_ARG(item->height));
    buf_add_char(out, '}');
}

static void control_add(const struct export_writer *w, int control, struct buf *out) {
    str type = control_text(w, control, "type");
    const char *string_member = str_is(type, "choices") ? "choices" : str_is(type, "textarea") ? "text" : NULL;
    bool list = w->control_items[control] > 1 || !string_member;
    buf_add_json_string(out, control_text(w, control, "name"));
    buf_add_text(out, list ? ":[" : ":");
    bool first = true;
    for (int i = 0; i < w->item_count; i++) {
        if (w->items[i].control != control) continue;
        if (!first) buf_add_char(out, ',');
        first = false;
        item_add(&w->items[i], string_member, out);
    }
    buf_add_text(out, list ? "]," : ",");
}

/* Would this member of data be overwritten by one that comes later. */
static bool overwritten(const struct export_writer *w, str key) {
    static const str fixed[] = {{"id", 2},          {"annotator", 9},   {"annotation_id", 13},
                                {"created_at", 10}, {"updated_at", 10}, {"lead_time", 9}};
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (json_slice_key_is(key, fixed[i])) return true;
    for (int i = 0; i < (int)json_array_size(w->controls); i++)
        if (w->control_items[i] && json_slice_key_is(key, control_text(w, i, "name"))) return true;
    return false;
}

/* a NULL: the task has no annotation. */
static void min_object(struct export_writer *w, const struct export_task *task, const struct export_annotation *a,
                       struct buf *out) {
    items_read(w, str_from(a ? a->result : NULL));
    export_object_begin(w, out);
    buf_add_char(out, '{');
    struct json_slice data = json_slice_open(str_from(task->data));
    for (str key, value; json_slice_member(&data, &key, &value);) {
        if (overwritten(w, key)) continue;
        buf_add_char(out, '"');
        buf_add_str(out, key);
        buf_add_text(out, "\":");
        buf_add_str(out, value);
        buf_add_char(out, ',');
    }
    buf_add_text(out, "\"id\":");
    export_add_id(out, task->id);
    buf_add_char(out, ',');
    for (int i = 0; i < (int)json_array_size(w->controls); i++)
        if (w->control_items[i]) control_add(w, i, out);
    if (!a) {
        buf_add_text(out, "\"annotator\":null,\"annotation_id\":null,\"created_at\":null,\"updated_at\":null,"
                          "\"lead_time\":null}");
        return;
    }
    buf_add_text(out, "\"annotator\":");
    export_add_text(out, a->worker);
    buf_add_text(out, ",\"annotation_id\":");
    export_add_id(out, a->id);
    buf_add_text(out, ",\"created_at\":");
    export_add_time_usec(out, a->created_usec);
    buf_add_text(out, ",\"updated_at\":");
    export_add_time_usec(out, a->created_usec);
    buf_add_text(out, ",\"lead_time\":");
    export_add_seconds(out, a->work_usec);
    buf_add_char(out, '}');
}

static int newer_first(const void *x, const void *y) {
    const struct export_annotation *a = *(const struct export_annotation *const *)x;
    const struct export_annotation *b = *(const struct export_annotation *const *)y;
    if (a->created_usec != b->created_usec) return a->created_usec > b->created_usec ? -1 : 1;
    return a < b ? -1 : a > b; /* as they came */
}

void export_json_min_task(struct export_writer *w, const struct export_task *task, struct buf *out) {
    if (task->annotation_count == 0) {
        min_object(w, task, NULL, out);
        return;
    }
    const struct export_annotation **order = mem_alloc((size_t)task->annotation_count * sizeof *order);
    for (int i = 0; i < task->annotation_count; i++) order[i] = &task->annotations[i];
    qsort(order, (size_t)task->annotation_count, sizeof *order, newer_first);
    for (int i = 0; i < task->annotation_count; i++)
        if (!rejected(order[i])) min_object(w, task, order[i], out);
    free(order);
}
