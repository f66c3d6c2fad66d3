/* Any bytes as a label config: parsed or refused with errors that can be sent. */
#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/json.h"
#include "domain/label_config.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    static bool ready;
    if (!ready) label_config_setup();
    ready = true;
    struct label_config *config;
    struct problem p = {0};
    err e = label_config_parse((str){(const char *)bytes, len}, &config, &p);
    assert(str_utf8_valid(str_from(p.detail)));
    for (int i = 0; i < p.field_count && i < PROBLEM_FIELDS_MAX; i++) {
        assert(str_utf8_valid(str_from(p.fields[i].detail)));
        assert(p.fields[i].line >= 1 && p.fields[i].column >= 1);
    }
    assert((e == OK) == (config != NULL) && (e == OK) == (p.field_count == 0));
    if (e != OK) return 0;
    CLEANUP(buf_free) struct buf text = {0};
    json_write(&text, label_config_json(config), false);
    json_write(&text, label_config_controls(config), false);
    assert(json_array_size(label_config_controls(config)) > 0);
    CLEANUP(json_drop) json_t *data = json_object(), *result = json_array();
    size_t i;
    json_t *field;
    json_array_foreach((json_t *)label_config_fields(config), i, field)
        json_object_set_new(data, json_string_value(field), json_string("/files/a"));
    bool fits = label_config_check_task(config, data, NULL) == OK;
    CLEANUP(json_drop) json_t *shown = label_config_page_data(config, data);
    /* What is repeated is not shown when the task has no list for it; such a task is refused. */
    size_t fields = json_array_size(label_config_fields(config));
    assert(json_object_size(shown) <= fields && (!fits || json_object_size(shown) == fields));
    label_config_check_answer(config, data, result, &p);
    label_config_answer_key(config, result, &text);
    label_config_free(config);
    return 0;
}
