/* Tests of label_config.h: task data, and use from many threads. */
#include <pthread.h>
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
#include "domain/label_config.h"

static struct label_config *config_of(const char *xml) {
    struct label_config *config;
    struct problem p = {0};
    if (label_config_parse(str_from(xml), &config, &p) != OK) fail_msg("%s\n%s", p.detail, xml);
    return config;
}

#define DATA_CONFIG                                                                                           \
    "<View><Text name='t' value='$text'/><HyperText name='h' value='$html'/><Image name='i' value='$image'/>" \
    "<Choices name='g' toName='t' value='$options'><Choice value='A'/></Choices>"                             \
    "<Choices name='k' toName='t' value='$tree' allowNested='true'/></View>"

static const struct {
    const char *data, *path, *sentence; /* path NULL = good */
} datas[] = {
    {"{'text':'x','html':'<b>','image':'https://a.org/x.jpg','options':['B',{'value':'C','alias':'c'}],"
     "'tree':[{'value':'X','children':['Y','Z']}],'more':1}",
     NULL, NULL},
    {"{'text':1.5,'html':'','image':'/files/0a','options':[],'tree':['X']}", NULL, NULL},
    {"{'text':'','html':'','image':'data:image/svg+xml,%3Csvg/%3E','options':['B'],'tree':['X']}", NULL, NULL},
    {"[]", "/data", "The data of a task must be an object: {\"field\": value, ...}."},
    {"{'html':'','image':'/files/0a','options':[],'tree':['X']}", "/data/text",
     "The task has no field \"text\", which the label config shows."},
    {"{'text':null,'html':'','image':'/files/0a','options':[],'tree':['X']}", "/data/text",
     "\"text\" must be a text or a number, not null."},
    {"{'text':[],'html':'','image':'/files/0a','options':[],'tree':['X']}", "/data/text",
     "\"text\" must be a text or a number, not a list."},
    {"{'text':true,'html':'','image':'/files/0a','options':[],'tree':['X']}", "/data/text",
     "\"text\" must be a text or a number, not true or false."},
    {"{'text':{},'html':'','image':'/files/0a','options':[],'tree':['X']}", "/data/text",
     "\"text\" must be a text or a number, not an object."},
    {"{'text':'','html':1,'image':'/files/0a','options':[],'tree':['X']}", "/data/html",
     "\"html\" must be a text with HTML, not a number."},
    {"{'text':'','html':'','image':'s3://b/x.jpg','options':[],'tree':['X']}", "/data/image",
     "\"image\" must be the address of a picture: http(s)://..., /files/... of this server, or data:image/..."},
    {"{'text':'','html':'','image':'javascript:1','options':[],'tree':['X']}", "/data/image",
     "\"image\" must be the address of a picture: http(s)://..., /files/... of this server, or data:image/..."},
    {"{'text':'','html':'','image':7,'options':[],'tree':['X']}", "/data/image",
     "\"image\" must be the address of a picture: http(s)://..., /files/... of this server, or data:image/..."},
    {"{'text':'','html':'','image':'/files/0a','tree':['X']}", "/data/options",
     "The task has no field \"options\", which the label config shows."},
    {"{'text':'','html':'','image':'/files/0a','options':'B','tree':['X']}", "/data/options",
     "This must be a list of choices: texts, or {\"value\": \"...\"}."},
    {"{'text':'','html':'','image':'/files/0a','options':[1],'tree':['X']}", "/data/options/0",
     "A choice must be a text or {\"value\": \"...\"}."},
    {"{'text':'','html':'','image':'/files/0a','options':['B',{'alias':'c'}],'tree':['X']}", "/data/options/1",
     "A choice needs a value that is a text and not empty."},
    {"{'text':'','html':'','image':'/files/0a','options':[''],'tree':['X']}", "/data/options/0",
     "A choice needs a value that is a text and not empty."},
    {"{'text':'','html':'','image':'/files/0a','options':[{'value':'B','html':'x'}],'tree':['X']}", "/data/options/0",
     "HTML in choices is not supported; use value."},
    {"{'text':'','html':'','image':'/files/0a','options':[{'value':'B','children':['C']}],'tree':['X']}",
     "/data/options/0", "Choices inside of a choice need allowNested=\"true\" in the label config."},
    {"{'text':'','html':'','image':'/files/0a','options':['A'],'tree':['X']}", "/data/options",
     "A choice is there twice; each must be different."},
    {"{'text':'','html':'','image':'/files/0a','options':[],'tree':[]}", "/data/tree", "The list of choices is empty."},
    {"{'text':'','html':'','image':'/files/0a','options':[],'tree':[{'value':'X','children':['Y','Y']}]}",
     "/data/tree/0", "A choice is there twice; each must be different."},
    {"{'text':'','html':'','image':'/files/0a','options':[],'tree':[{'value':'X','children':'Y'}]}", "/data/tree/0",
     "This must be a list of choices: texts, or {\"value\": \"...\"}."},
};

/* JSON written with ' for " */
static json_t *json_of(const char *text) {
    CLEANUP(buf_free) struct buf plain = {0};
    for (const char *p = text; *p; p++) buf_add_char(&plain, *p == '\'' ? '"' : *p);
    json_t *value = json_loadb(plain.data, plain.len, JSON_DECODE_ANY, NULL);
    if (!value) fail_msg("not JSON: %s", text);
    return value;
}

static void checks_task_data(void **state) {
    struct label_config *config = config_of(DATA_CONFIG);
    for (size_t i = 0; i < sizeof datas / sizeof *datas; i++) {
        CLEANUP(json_drop) json_t *data = json_of(datas[i].data);
        struct problem p = {0};
        err e = label_config_check_task(config, data, &p);
        assert_int_equal(e, label_config_check_task(config, data, NULL));
        if (!datas[i].path) {
            if (e != OK) fail_msg("%s\n%s", datas[i].data, p.detail);
            continue;
        }
        assert_int_equal(e, ERR_INVALID);
        assert_int_equal(p.field_count, 1);
        assert_string_equal(p.fields[0].path, datas[i].path);
        assert_string_equal(p.fields[0].detail, datas[i].sentence);
    }
    label_config_free(config);
}

static void bounds_task_choices(void **state) {
    struct label_config *config =
        config_of("<View><Text name='t' value='$t'/><Choices name='g' toName='t' value='$o'/></View>");
    CLEANUP(json_drop) json_t *data = json_of("{'t':'x','o':[]}");
    for (int i = 0; i < LABEL_OPTIONS_MAX; i++)
        json_array_append_new(json_object_get(data, "o"), json_sprintf("choice %d", i));
    struct problem p = {0};
    assert_int_equal(label_config_check_task(config, data, &p), OK);
    json_array_append_new(json_object_get(data, "o"), json_string("more"));
    assert_int_equal(label_config_check_task(config, data, &p), ERR_INVALID);
    assert_string_equal(p.fields[0].detail, "There are more than 4000 choices.");
    CLEANUP(buf_free) struct buf text = {0};
    for (int i = 0; i <= LABEL_CHOICE_CHARS_MAX; i++) buf_add_char(&text, 'x');
    json_object_set_new(data, "o", json_pack("[s]", text.data));
    p = (struct problem){0};
    assert_int_equal(label_config_check_task(config, data, &p), ERR_INVALID);
    assert_string_equal(p.fields[0].detail, "A choice is too long; value and alias have at most 1000 characters.");
    label_config_free(config);
}

static void shows_only_what_is_needed(void **state) {
    struct label_config *config = config_of(DATA_CONFIG);
    CLEANUP(json_drop)
    json_t *data =
        json_of("{'text':'<b>','html':'<b onclick=x>B</b><script>1</script>','image':'/files/0a','options':['B'],"
                "'answer':'secret'}");
    CLEANUP(json_drop) json_t *shown = label_config_page_data(config, data);
    CLEANUP(json_drop) json_t *wanted = json_of("{'text':'<b>','html':'<b>B</b>','image':'/files/0a','options':['B']}");
    assert_true(json_equal(shown, wanted));
    label_config_free(config);
}

static void *work(void *shared) {
    const struct label_config *config = shared;
    CLEANUP(json_drop) json_t *data = json_of("{'text':1}");
    for (int i = 0; i < 200; i++) {
        struct label_config *own = config_of("<View><Text name='t' value='$t'/><HyperText value='&lt;b>x'/>"
                                             "<Rating name='r' toName='t'/></View>");
        struct problem p = {0};
        label_config_check_task(config, data, &p);
        if (p.field_count != 4) abort();
        if (label_config_check_task(own, data, NULL) != ERR_INVALID) abort();
        label_config_free(own);
    }
    return NULL;
}

static void serves_many_threads(void **state) {
    struct label_config *config = config_of(DATA_CONFIG);
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) assert_int_equal(pthread_create(&threads[i], NULL, work, config), 0);
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    label_config_free(config);
}

static int setup(void **state) {
    label_config_setup();
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_task_data),
        cmocka_unit_test(bounds_task_choices),
        cmocka_unit_test(shows_only_what_is_needed),
        cmocka_unit_test(serves_many_threads),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
