/* Tests of label_config.h: answers with regions, as Label Studio exports them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/json.h"
#include "domain/label_config.h"

static const char people[] =
    "<View><Text name='text' value='$text'/>"
    "<Labels name='label' toName='text'><Label value='Person' maxUsages='2'/><Label value='Place' "
    "alias='LOC'/></Labels>"
    "<Choices name='kind' toName='text' perRegion='true' visibleWhen='region-selected' whenTagName='label' "
    "whenLabelValue='Person' required='true'><Choice value='real'/><Choice value='made up'/></Choices>"
    "<TextArea name='note' toName='text' perRegion='true' visibleWhen='choice-selected' whenTagName='kind' "
    "whenChoiceValue='made up'/>"
    "<Relations><Relation value='lives in'/><Relation value='knows'/></Relations>"
    "<Rating name='sure' toName='text' visibleWhen='region-selected'/></View>";

/* UTF-16: "Ana" 0..3, "Cádiz" with a combining accent 12..18, the emoji 19..21, Hebrew 22..26 */
static const char data[] = "{'text':'Ana vive en Ca\u0301diz \U0001F600 \u05E9\u05DC\u05D5\u05DD'}";

#define ITEM(id, name, type, value) \
    "{'id':'" id "','from_name':'" name "','to_name':'text','type':'" type "','value':" value "}"
#define SPAN(id, start, end, text, label) \
    ITEM(id, "label", "labels", "{'start':" start ",'end':" end ",'text':'" text "','labels':['" label "']}")
#define ANA SPAN("a", "0", "3", "Ana", "Person")
#define CADIZ SPAN("c", "12", "18", "Ca\u0301diz", "LOC")
#define KIND(id, choice) ITEM(id, "kind", "choices", "{'start':0,'end':3,'text':'Ana','choices':['" choice "']}")
#define REAL KIND("a", "real")
#define RELATION(from, to, more) "{'type':'relation','from_id':'" from "','to_id':'" to "'" more "}"

static json_t *json_of(const char *text) {
    CLEANUP(buf_free) struct buf plain = {0};
    for (const char *p = text; *p; p++) buf_add_char(&plain, *p == '\'' ? '"' : *p);
    json_t *value = json_loadb(plain.data, plain.len, JSON_DECODE_ANY, NULL);
    if (!value) fail_msg("not JSON: %s", text);
    return value;
}

static struct label_config *config_of(const char *xml) {
    struct label_config *config;
    struct problem p = {0};
    if (label_config_parse(str_from(xml), &config, &p) != OK) fail_msg("%s", p.detail);
    return config;
}

static const char *const right[] = {
    "[]", /* nobody and nowhere */
    "[" ANA "," REAL "]",
    "[" CADIZ "]",
    "[" SPAN("e", "19", "21", "\U0001F600", "LOC") "," SPAN("h", "22", "26", "\u05E9\u05DC\u05D5\u05DD", "LOC") "]",
    "[" SPAN("e", "0", "8", "Ana\\nvive", "LOC") "]", /* white space in a quote does not count */
    "[" ITEM("c", "label", "labels", "{'start':12.0,'end':18,'labels':['LOC']}") "]",
    "[" KIND("a", "made up") "," ITEM("a", "note", "textarea", "{'start':0,'end':3,'text':['who?']}") "," ANA "]",
    "[" ANA "," ITEM("a", "kind", "choices", "{'choices':['real']}") "]",
    "[" ANA "," REAL "," CADIZ
    "," RELATION("a", "c", ",'direction':'right','labels':['lives in']") "," RELATION("c", "a", "") "]",
    "[{'from_name':'sure','to_name':'text','type':'rating','value':{'rating':4}}]",
    "[" CADIZ ",{'from_name':'sure','to_name':'text','type':'rating','value':{'rating':4}}]",
};

static void takes_right_answers(void **state) {
    struct label_config *config = config_of(people);
    CLEANUP(json_drop) json_t *task = json_of(data);
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        CLEANUP(json_drop) json_t *result = json_of(right[i]);
        struct problem p = {0};
        if (label_config_check_answer(config, task, result, &p) != OK)
            fail_msg("%s\n%s: %s", right[i], p.fields[0].path, p.detail);
        assert_true(label_config_gold_matches(config, result, result));
    }
    label_config_free(config);
}

static const struct mistake {
    const char *result, *path, *sentence;
} mistakes[] = {
    {"[" ANA "]", "/result/0", "\"kind\" needs an answer for the region \"a\"."},
    {"[" ANA "," REAL "," REAL "]", "/result/2/from_name", "\"kind\" is there twice for the region \"a\"."},
    {"[" REAL "]", "/result/0/id", "There is no region \"a\": no item with this id draws one."},
    {"[{'from_name':'label','to_name':'text','type':'labels','value':{'start':0,'end':3,'labels':['LOC']}}]",
     "/result/0/id", "An item of a region needs an id, the same for all items of that region."},
    {"[" SPAN("c", "12", "18", "Cadiz", "LOC") "]", "/result/0/value/text", "The text there is \"Ca\u0301diz\"."},
    {"[" SPAN("c", "12", "27", "", "LOC") "]", "/result/0/value/end",
     "end is behind the end of the text or inside a character."},
    {"[" SPAN("c", "19", "20", "", "LOC") "]", "/result/0/value/end",
     "end is behind the end of the text or inside a character."},
    {"[" SPAN("c", "-1", "20", "", "LOC") "]", "/result/0/value/start",
     "start must be a whole number, counted in UTF-16 code units from 0."},
    {"[" SPAN("c", "1", "'2'", "", "LOC") "]", "/result/0/value/end",
     "end must be a whole number, counted in UTF-16 code units from 0."},
    {"[" SPAN("c", "3", "3", "", "LOC") "]", "/result/0/value/end", "end must be larger than start."},
    {"[" SPAN("c", "0", "3", "Ana", "Place") "]", "/result/0/value/labels/0", "\"label\" has no label \"Place\"."},
    {"[" ITEM("c", "label", "labels", "{'start':0,'end':3,'labels':['LOC','Person']}") "]", "/result/0/value/labels",
     "\"label\" takes one label for a region, not 2."},
    {"[" ITEM("c", "label", "labels", "{'start':0,'end':3,'labels':[]}") "]", "/result/0/value/labels",
     "\"label\" wants a list with at least one label."},
    {"[" ITEM("c", "label", "labels", "{'start':0,'end':3,'labels':['LOC'],'x':1}") "]", "/result/0/value/x",
     "value of \"label\" has no member \"x\"."},
    {"[" ITEM("c", "label", "labels", "[]") "]", "/result/0/value", "value of \"label\" must be an object."},
    {"[" ANA ",{'id':'a','from_name':'kind','to_name':'text','type':'choices','value':{'start':1,'choices':['real']}}]",
     "/result/1/value/start", "\"start\" of \"kind\" is not that of the region \"a\"."},
    {"[" CADIZ "," ITEM("c", "kind", "choices", "{'choices':['real']}") "]", "/result/1",
     "\"kind\" is hidden for the region \"c\" and must not be answered."},
    {"[" ANA "," REAL "," ITEM("a", "note", "textarea", "{'text':['who?']}") "]", "/result/2",
     "\"note\" is hidden for the region \"a\" and must not be answered."},
    {"[" SPAN("a", "0", "1", "A", "Person") "," SPAN("b", "1", "2", "n", "Person") "," SPAN(
         "c", "2", "3", "a", "Person") "," KIND("a", "x") "]",
     NULL, NULL},
    {"[" CADIZ ",{'original_width':2.5,'id':'d','from_name':'label','to_name':'text','type':'labels',"
     "'value':{'start':0,'end':3,'labels':['LOC']}}]",
     "/result/1/original_width", "original_width is the picture's size in pixels, a whole number."},
    {"[" CADIZ "," RELATION("c", "x", "") "]", "/result/1/to_id", "There is no region \"x\"."},
    {"[" CADIZ ",{'type':'relation','to_id':'c'}]", "/result/1/from_id",
     "A relation needs from_id: the id of a region."},
    {"[" CADIZ "," RELATION("c", "c", "") "]", "/result/1/to_id", "A region cannot be related to itself."},
    {"[" CADIZ "," ANA "," REAL "," RELATION("c", "a", ",'labels':['likes']") "]", "/result/3/labels",
     "<Relations> has no \"likes\"."},
    {"[" CADIZ "," ANA "," REAL "," RELATION("c", "a", ",'labels':['knows','knows']") "]", "/result/3/labels",
     "\"knows\" is there twice."},
    {"[" CADIZ "," ANA "," REAL "," RELATION("c", "a", ",'labels':'knows'") "]", "/result/3/labels",
     "The labels of a relation are a list of texts."},
    {"[" CADIZ "," ANA "," REAL "," RELATION("c", "a", ",'direction':'up'") "]", "/result/3/direction",
     "direction is \"left\", \"right\" or \"bi\"."},
};

static void finds_mistakes(void **state) {
    struct label_config *config = config_of(people);
    CLEANUP(json_drop) json_t *task = json_of(data);
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const struct mistake *m = &mistakes[i];
        CLEANUP(json_drop) json_t *result = json_of(m->result);
        struct problem p = {0};
        assert_int_equal(label_config_check_answer(config, task, result, &p), ERR_ANSWER_INVALID);
        if (!m->path) continue;
        if (strcmp(p.fields[0].path, m->path) != 0 || strcmp(p.fields[0].detail, m->sentence) != 0)
            fail_msg("%s\nwanted %s: %s\ngot %s: %s", m->result, m->path, m->sentence, p.fields[0].path,
                     p.fields[0].detail);
    }
    label_config_free(config);
}

/* A label may be used twice, a third time is told. */
static void counts_uses(void **state) {
    struct label_config *config = config_of("<View><Text name='text' value='abc'/><Labels name='label' toName='text' "
                                            "maxUsages='1'><Label value='X'/><Label value='Y' maxUsages='2'/></Labels>"
                                            "</View>");
    CLEANUP(json_drop) json_t *task = json_of("{}");
    CLEANUP(json_drop)
    json_t *result = json_of("[" SPAN("a", "0", "1", "a", "Y") "," SPAN("b", "1", "2", "b", "Y") "," SPAN(
        "c", "2", "3", "c", "X") "," SPAN("d", "2", "3", "c", "X") "]");
    struct problem p = {0};
    assert_int_equal(label_config_check_answer(config, task, result, &p), ERR_ANSWER_INVALID);
    assert_int_equal(p.field_count, 1);
    assert_string_equal(p.fields[0].path, "/result/3/value/labels/0");
    assert_string_equal(p.fields[0].detail, "The label \"X\" may be used 1 time only.");
    label_config_free(config);
}

/* Equal whatever the ids and the order; different when a region, a label or a relation is. */
static void makes_keys(void **state) {
#define JAN SPAN("z", "0", "3", "Ana", "Person")
#define CAD SPAN("b", "12", "18", "Ca\u0301diz", "LOC")
    static const struct {
        const char *a, *b;
        bool same;
    } pairs[] = {
        {"[" ANA "," REAL "," CADIZ "]", "[" CAD "," KIND("z", "real") "," JAN "]", true},
        {"[" ANA "," REAL "," CADIZ "]", "[" CAD "," KIND("z", "made up") "," JAN "]", false},
        {"[" ANA "," REAL "," CADIZ "]", "[" ANA "," REAL "]", false},
        {"[" CADIZ "]", "[" SPAN("c", "12", "17", "Ca\u0301di", "LOC") "]", false},
        {"[" ANA "," REAL "," CADIZ "," RELATION("a", "c", ",'labels':['knows','lives in']") "]",
         "[" CAD "," KIND("z", "real") "," JAN
                                       "," RELATION("b", "z", ",'labels':['lives in','knows'],'direction':'left'") "]",
         true},
        {"[" ANA "," REAL "," CADIZ "," RELATION("a", "c", "") "]",
         "[" ANA "," REAL "," CADIZ "," RELATION("c", "a", "") "]", false},
        {"[" ANA "," REAL "," CADIZ "," RELATION("a", "c", ",'direction':'bi'") "]",
         "[" ANA "," REAL "," CADIZ "," RELATION("c", "a", ",'direction':'bi'") "]", true},
        {"[" ANA "," REAL "," CADIZ "," RELATION("a", "c", "") "]", "[" ANA "," REAL "," CADIZ "]", false},
    };
    struct label_config *config = config_of(people);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        CLEANUP(json_drop) json_t *a = json_of(pairs[i].a), *b = json_of(pairs[i].b);
        CLEANUP(buf_free) struct buf x = {0}, y = {0};
        label_config_answer_key(config, a, &x);
        label_config_answer_key(config, b, &y);
        if (pairs[i].same)
            assert_string_equal(x.data, y.data);
        else
            assert_string_not_equal(x.data, y.data);
    }
    CLEANUP(json_drop) json_t *result = json_of("[" CADIZ "]");
    CLEANUP(buf_free) struct buf key = {0};
    label_config_answer_key(config, result, &key);
    assert_string_equal(key.data,
                        "{\"label\":{\"regions\":[[\"text\",[12,18],{\"label\":[\"LOC\"]}]],\"relations\":[]}}");
    label_config_free(config);
}

static void measures_gold(void **state) {
    struct label_config *config = config_of(people);
    CLEANUP(json_drop)
    json_t *none = json_of("[]"), *one = json_of("[" CADIZ "]"), *two = json_of("[" ANA "," REAL "," CADIZ "]"),
           *other = json_of("[" CAD "," KIND("z", "real") "," JAN "]");
    assert_true(label_config_gold_matches(config, none, none));
    assert_false(label_config_gold_matches(config, none, one));
    assert_false(label_config_gold_matches(config, one, two));
    assert_false(label_config_gold_matches(config, two, one));
    assert_true(label_config_gold_matches(config, two, other));
    label_config_free(config);
}

/* Labels that come with the task. */
static void takes_task_labels(void **state) {
    struct label_config *config = config_of("<View><Text name='text' value='$text'/><Labels name='label' toName='text' "
                                            "value='$labels'><Label value='X'/></Labels></View>");
    CLEANUP(json_drop) json_t *task = json_of("{'text':'Ana','labels':['Y',{'value':'Z','alias':'z'}]}");
    CLEANUP(json_drop) json_t *wrong = json_of("{'text':'Ana','labels':['Y',{'alias':'z'}]}");
    static const char *const names[] = {"X", "Y", "z", "Z"};
    assert_int_equal(label_config_check_task(config, task, NULL), OK);
    struct problem p = {0};
    assert_int_equal(label_config_check_task(config, wrong, &p), ERR_INVALID);
    assert_string_equal(p.fields[0].path, "/data/labels/1");
    for (int i = 0; i < 4; i++) {
        CLEANUP(json_drop) json_t *result = json_of("[" SPAN("a", "0", "3", "Ana", "?") "]");
        json_array_set_new(json_object_get(json_object_get(json_array_get(result, 0), "value"), "labels"), 0,
                           json_string(names[i]));
        assert_int_equal(label_config_check_answer(config, task, result, NULL), i < 3 ? OK : ERR_ANSWER_INVALID);
    }
    label_config_free(config);
}

static int setup(void **state) {
    label_config_setup();
    return 0;
}

/* ---- several pictures in one tag ---- */

static const char pages[] =
    "<View><Image name='img' valueList='$pages'/>"
    "<RectangleLabels name='box' toName='img'><Label value='Car'/></RectangleLabels>"
    "<TextArea name='words' toName='img' perRegion='true'/>"
    "<Choices name='kind' toName='img' perItem='true' required='true'><Choice value='photo'/><Choice "
    "value='scan'/></Choices>"
    "<Rating name='sharp' toName='img' perItem='true' visibleWhen='choice-selected' whenTagName='kind' "
    "whenChoiceValue='photo'/>"
    "<TextArea name='all' toName='img'/></View>";
static const char pages_data[] = "{'pages':['https://example.org/1.jpg','/files/2.png']}";

#define PAGE(n, name, type, value) \
    "{'item_index':" n ",'from_name':'" name "','to_name':'img','type':'" type "','value':" value "}"
#define PAGE_KIND(n, choice) PAGE(n, "kind", "choices", "{'choices':['" choice "']}")
#define PAGE_SHARP(n) PAGE(n, "sharp", "rating", "{'rating':4}")
#define PLACE "'x':1,'y':2,'width':3,'height':4,'rotation':0"
#define PAGE_BOX(id, n)                                                                              \
    "{'id':'" id "'," n "'from_name':'box','to_name':'img','type':'rectanglelabels','value':{" PLACE \
    ",'rectanglelabels':['Car']}}"
#define BOTH PAGE_KIND("0", "photo") "," PAGE_KIND("1", "scan")

static void several_pictures(void **state) {
    static const struct {
        const char *result, *path; /* NULL: right */
    } cases[] = {
        {"[" BOTH "]", NULL},
        {"[" BOTH "," PAGE_SHARP("0") "," PAGE_BOX("a", "'item_index':1,") "," PAGE_BOX("b", "") "]", NULL},
        {"[" BOTH ",{'from_name':'all','to_name':'img','type':'textarea','value':{'text':['two']}}]", NULL},
        {"[" BOTH "," PAGE_BOX("a", "'item_index':1,") ",{'id':'a','item_index':1,'from_name':'words','to_name':'img','"
                                                       "type':'textarea','value':{" PLACE ",'text':['x']}}]",
         NULL},
        {"[" PAGE_KIND("0", "photo") "]", "/result"},
        {"[" BOTH "," PAGE_KIND("1", "scan") "]", "/result/2/item_index"},
        {"[" PAGE_KIND("0", "photo") "," PAGE_KIND("2", "scan") "]", "/result/1/item_index"},
        {"[" PAGE_KIND("'0'", "photo") "," PAGE_KIND("1", "scan") "]", "/result/0/item_index"},
        {"[{'from_name':'kind','to_name':'img','type':'choices','value':{'choices':['scan']}}," PAGE_KIND("1",
                                                                                                          "scan") "]",
         "/result/0/item_index"},
        {"[" BOTH "," PAGE_SHARP("1") "]", "/result/2"}, /* hidden: it is a scan */
        {"[" PAGE_KIND("0", "oil") "," PAGE_KIND("1", "scan") "]", "/result/0/value/choices/0"},
        {"[" BOTH "," PAGE_BOX("a", "'item_index':2,") "]", "/result/2/item_index"},
        {"[" BOTH "," PAGE_BOX(
             "a", "'item_index':1,") ",{'id':'a','from_name':'words','to_name':'img','type':'textarea','value':{" PLACE
                                     ",'text':['x']}}]",
         "/result/3/item_index"},
    };
    struct label_config *config = config_of(pages);
    CLEANUP(json_drop) json_t *task = json_of(pages_data);
    assert_int_equal(label_config_check_task(config, task, NULL), OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(json_drop) json_t *result = json_of(cases[i].result);
        struct problem p = {0};
        err e = label_config_check_answer(config, task, result, &p);
        if ((e == OK) != !cases[i].path || (cases[i].path && strcmp(p.fields[0].path, cases[i].path) != 0))
            fail_msg("%s\n%s: %s", cases[i].result, p.fields[0].path, p.detail);
    }
    label_config_free(config);
}

static void key_of(const struct label_config *config, const char *text, struct buf *key) {
    CLEANUP(json_drop) json_t *result = json_of(text);
    buf_clear(key);
    label_config_answer_key(config, result, key);
}

static bool gold_hit(const struct label_config *config, const char *gold, const char *given) {
    CLEANUP(json_drop) json_t *a = json_of(gold), *b = json_of(given);
    return label_config_gold_matches(config, a, b);
}

static void several_pictures_are_told_apart(void **state) {
    struct label_config *config = config_of(pages);
    CLEANUP(buf_free) struct buf a = {0}, b = {0};
    key_of(config, "[" BOTH "]", &a);
    assert_string_equal(a.data, "{\"kind\":{\"0\":[\"photo\"],\"1\":[\"scan\"]}}");
    key_of(config, "[" PAGE_KIND("1", "scan") "," PAGE_KIND("0", "photo") "]", &b);
    assert_string_equal(a.data, b.data);
    key_of(config, "[" PAGE_BOX("a", "'item_index':1,") "]", &a);
    key_of(config, "[" PAGE_BOX("a", "") "]", &b);
    assert_string_not_equal(a.data, b.data);
    key_of(config, "[" PAGE_BOX("a", "'item_index':0,") "]", &a);
    assert_string_equal(a.data, b.data);
    assert_true(gold_hit(config, "[" PAGE_KIND("1", "scan") "]", "[" BOTH "]"));
    assert_false(gold_hit(config, "[" PAGE_KIND("0", "scan") "]", "[" BOTH "]"));
    assert_false(gold_hit(config, "[" BOTH "]", "[" PAGE_KIND("1", "scan") "]"));
    assert_true(gold_hit(config, "[" PAGE_BOX("a", "'item_index':1,") "]", "[" PAGE_BOX("z", "'item_index':1,") "]"));
    assert_false(gold_hit(config, "[" PAGE_BOX("a", "'item_index':1,") "]", "[" PAGE_BOX("z", "") "]"));
    label_config_free(config);
}

static void wrong_lists(void **state) {
    static const struct {
        const char *xml, *sentence;
    } configs[] = {
        {"<View><Image name='i'/><Choices name='c' toName='i'><Choice value='a'/></Choices></View>", "needs value="},
        {"<View><Image name='i' value='$a' valueList='$b'/><Choices name='c' toName='i'><Choice "
         "value='a'/></Choices></View>",
         "value or valueList, not both"},
        {"<View><Image name='i' valueList='https://example.org/a.jpg'/><Choices name='c' toName='i'><Choice "
         "value='a'/></Choices></View>",
         "must be one field of the task"},
        {"<View><Image name='i' value='$a'/><Choices name='c' toName='i' perItem='true'><Choice "
         "value='a'/></Choices></View>",
         "is no list"},
        {"<View><Image name='i' valueList='$a'/><Rectangle name='r' toName='i'/><Choices name='c' toName='i' "
         "perItem='true' "
         "perRegion='true'><Choice value='a'/></Choices></View>",
         "cannot stand together"},
    };
    for (size_t i = 0; i < sizeof configs / sizeof *configs; i++) {
        struct label_config *config;
        struct problem p = {0};
        assert_int_not_equal(label_config_parse(str_from(configs[i].xml), &config, &p), OK);
        if (!strstr(p.fields[0].detail, configs[i].sentence)) fail_msg("%s: %s", configs[i].xml, p.fields[0].detail);
    }
    static const char *const tasks[] = {"{}", "{'pages':'a.jpg'}", "{'pages':[]}", "{'pages':['https://a/b',5]}",
                                        "{'pages':['javascript:alert(1)']}"};
    struct label_config *config = config_of(pages);
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++) {
        CLEANUP(json_drop) json_t *task = json_of(tasks[i]);
        struct problem p = {0};
        assert_int_equal(label_config_check_task(config, task, &p), ERR_INVALID);
        assert_memory_equal(p.fields[0].path, "/data/pages", 11);
    }
    label_config_free(config);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_right_answers), cmocka_unit_test(finds_mistakes),
        cmocka_unit_test(counts_uses),         cmocka_unit_test(makes_keys),
        cmocka_unit_test(measures_gold),       cmocka_unit_test(takes_task_labels),
        cmocka_unit_test(several_pictures),    cmocka_unit_test(several_pictures_are_told_apart),
        cmocka_unit_test(wrong_lists),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
