/* Tests of label_config.h: answers. Golden results have the shape Label Studio gives them. */
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
#include "base/limits.h"
#include "domain/label_config.h"

static const char films[] =
    "<View><Text name='text' value='$text'/>"
    "<Choices name='genre' toName='text' required='true' requiredMessage='Which one?'>"
    "<Choice value='Drama'/><Choice value='Comedy'/><Choice value='Other' alias='other'/></Choices>"
    "<Choices name='tags' toName='text' choice='multiple'>"
    "<Choice value='long'/><Choice value='old'/><Choice value='sad'/></Choices>"
    "<Choices name='beast' toName='text' choice='multiple' allowNested='true'>"
    "<Choice value='Animal' alias='animal'><Choice value='Dog'/><Choice value='Cat'/></Choice><Choice value='Plant'/>"
    "</Choices>"
    "<View visibleWhen='choice-selected' whenTagName='genre' whenChoiceValue='Other'>"
    "<TextArea name='why' toName='text' maxSubmissions='2' skipDuplicates='true' required='true'/></View>"
    "<Number name='age' toName='text' min='0' max='120' step='1'/>"
    "<Number name='size' toName='text' min='0.05' step='0.1'/>"
    "<Rating name='stars' toName='text' maxRating='4' visibleWhen='choice-unselected' whenTagName='beast' "
    "whenChoiceValue='animal'/>"
    "</View>";

static const char polls[] =
    "<View><Text name='text' value='$text'/>"
    "<Choices name='pick' toName='text' value='$options' choice='multiple'><Choice value='None'/>"
    "</Choices>"
    "<Choices name='tree' toName='text' value='$tree' allowNested='true'/>"
    "<Rating name='sure' toName='text' visibleWhen='choice-selected' whenTagName='tree' "
    "whenChoiceValue='X'/></View>";

static const char poll_data[] = "{'text':'x','options':['Red',{'value':'Blue','alias':'b'}],"
                                "'tree':[{'value':'X','children':['Y',{'value':'Z','alias':'z'}]},'W']}";

/* one item of a result, JSON written with ' for " */
#define ITEM(name, type, value) "{'from_name':'" name "','to_name':'text','type':'" type "','value':" value "}"
#define CHOICES(name, list) ITEM(name, "choices", "{'choices':" list "}")
#define DRAMA CHOICES("genre", "['Drama']")
#define OTHER CHOICES("genre", "['other']")
#define WHY(list) ITEM("why", "textarea", "{'text':" list "}")
#define NUMBER(name, n) ITEM(name, "number", "{'number':" n "}")
#define STARS(n) ITEM("stars", "rating", "{'rating':" n "}")

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

/* ------------------------------------------------------------------ right answers */

static const char *const right[] = {
    "[" DRAMA "]",
    /* as Label Studio exports them */
    "[{'id':'ZbU3uYb6_h','type':'choices','value':{'choices':['Comedy']},'origin':'manual','to_name':'text',"
    "'from_name':'genre'}]",
    "[{'id':'a','type':'choices','value':{'choices':['other']},'origin':'manual','to_name':'text','from_name':'genre'},"
    "{'id':'b','type':'textarea','value':{'text':['It is a documentary','and "
    "short']},'origin':'manual','to_name':'text',"
    "'from_name':'why','meta':{'lead_time':3.25}}]",
    "[" DRAMA ",{'id':'c','type':'choices','value':{'choices':['long','sad']},'to_name':'text','from_name':'tags'}]",
    "[" DRAMA ",{'id':'d','type':'choices','value':{'choices':[['Plant']]},'to_name':'text','from_name':'beast'},"
    "{'id':'e','type':'rating','value':{'rating':4},'score':0.9,'to_name':'text','from_name':'stars'}]",
    "[" DRAMA ",{'id':'f','type':'number','value':{'number':42},'to_name':'text','from_name':'age'}]",
    "[" DRAMA "," CHOICES("beast", "[['animal','Dog'],['animal','Cat'],['Plant']]") "]",
    "[" DRAMA "," NUMBER("age", "0") "," NUMBER("size", "0.35") "]",
    "[" DRAMA "," NUMBER("age", "120.0") "," NUMBER("size", "1000000.05") "]",
    "[" DRAMA "," STARS("1.0") "]",
};

static void takes_right_answers(void **state) {
    struct label_config *config = config_of(films);
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        CLEANUP(json_drop) json_t *result = json_of(right[i]);
        struct problem p = {0};
        if (label_config_check_answer(config, NULL, result, &p) != OK) fail_msg("%s\n%s", right[i], p.detail);
    }
    label_config_free(config);
}

/* ------------------------------------------------------------------ wrong answers */

struct mistake {
    const char *result, *path, *sentence;
};

static const struct mistake film_mistakes[] = {
    {"{}", "/result", "The answer must be a list of items: [{\"from_name\", \"to_name\", \"type\", \"value\"}]."},
    {"null", "/result", "The answer must be a list of items: [{\"from_name\", \"to_name\", \"type\", \"value\"}]."},
    {"[" DRAMA ",1]", "/result/1", "An item must be an object: {\"from_name\", \"to_name\", \"type\", \"value\"}."},
    {"[" DRAMA ",{}]", "/result/1/from_name", "An item needs from_name: the name of the control that it answers."},
    {"[" DRAMA ",{'from_name':7}]", "/result/1/from_name",
     "An item needs from_name: the name of the control that it answers."},
    {"[" DRAMA ",{'from_name':'text'}]", "/result/1/from_name",
     "There is no control \"text\"; there are: \"genre\", \"tags\", \"beast\", \"why\", \"age\", \"size\", \"stars\"."},
    {"[" DRAMA "," DRAMA "]", "/result/1/from_name", "\"genre\" is answered twice; send one item for each control."},
    {"[{'from_name':'genre','to_name':'genre','type':'choices','value':{'choices':['Drama']}}]", "/result/0/to_name",
     "to_name of \"genre\" must be \"text\"."},
    {"[{'from_name':'genre','type':'choices','value':{'choices':['Drama']}}]", "/result/0/to_name",
     "to_name of \"genre\" must be \"text\"."},
    {"[" ITEM("genre", "rating", "{'choices':['Drama']}") "]", "/result/0/type",
     "type of \"genre\" must be \"choices\"."},
    {"[" ITEM("genre", "choices", "['Drama']") "]", "/result/0/value",
     "value of \"genre\" must be an object with \"choices\"."},
    {"[" ITEM("genre", "choices", "{'rating':1}") "]", "/result/0/value",
     "value of \"genre\" must be an object with \"choices\"."},
    {"[{'from_name':'genre','to_name':'text','type':'choices'}]", "/result/0/value",
     "value of \"genre\" must be an object with \"choices\"."},
    {"[" ITEM("genre", "choices", "{'choices':['Drama'],'start':1}") "]", "/result/0/value",
     "value of \"genre\" must have \"choices\" only."},
    {"[{'id':7,'from_name':'genre','to_name':'text','type':'choices','value':{'choices':['Drama']}}]", "/result/0/id",
     "The id of an item is a text of at most 100 characters."},
    /* the whole */
    {"[]", "/result", "\"genre\" needs an answer. Which one?"},
    {"[" NUMBER("age", "3") "]", "/result", "\"genre\" needs an answer. Which one?"},
    {"[" OTHER "]", "/result", "\"why\" needs an answer."},
    {"[" DRAMA "," WHY("['x']") "]", "/result", "\"why\" is hidden with these answers and must not be answered."},
    {"[" DRAMA "," CHOICES("beast", "[['animal','Dog']]") "," STARS("1") "]", "/result",
     "\"stars\" is hidden with these answers and must not be answered."},
    /* choices */
    {"[" CHOICES("genre", "'Drama'") "]", "/result/0/value/choices",
     "\"genre\" wants a list with at least one choice."},
    {"[" CHOICES("genre", "[]") "]", "/result/0/value/choices", "\"genre\" wants a list with at least one choice."},
    {"[" CHOICES("genre", "[1]") "]", "/result/0/value/choices/0", "\"genre\" wants each choice as a text."},
    {"[" CHOICES("genre", "['drama']") "]", "/result/0/value/choices/0", "\"genre\" does not offer \"drama\"."},
    {"[" CHOICES("genre", "['Other']") "]", "/result/0/value/choices/0", "\"genre\" does not offer \"Other\"."},
    {"[" CHOICES("genre", "['Drama','Comedy']") "]", "/result/0/value/choices", "\"genre\" takes one choice, not 2."},
    {"[" DRAMA "," CHOICES("tags", "['old','new']") "]", "/result/1/value/choices/1",
     "\"tags\" does not offer \"new\"."},
    {"[" DRAMA "," CHOICES("tags", "['old','old']") "]", "/result/1/value/choices/1", "\"old\" is chosen twice."},
    {"[" DRAMA "," CHOICES("beast", "['Plant']") "]", "/result/1/value/choices/0",
     "\"beast\" wants each choice as a list of names from the top."},
    {"[" DRAMA "," CHOICES("beast", "[['Dog']]") "]", "/result/1/value/choices/0", "\"beast\" does not offer \"Dog\"."},
    {"[" DRAMA "," CHOICES("beast", "[['Animal','Dog']]") "]", "/result/1/value/choices/0",
     "\"beast\" does not offer \"Dog\"."},
    {"[" DRAMA "," CHOICES("beast", "[[]]") "]", "/result/1/value/choices/0", "\"beast\" does not offer \"\"."},
    {"[" DRAMA "," CHOICES("beast", "[['Plant','Tree']]") "]", "/result/1/value/choices/0",
     "\"beast\" does not offer \"Tree\"."},
    {"[" DRAMA "," CHOICES("beast", "[['Plant',1]]") "]", "/result/1/value/choices/0",
     "\"beast\" does not offer \"\"."},
    {"[" DRAMA "," CHOICES("beast", "[['animal']]") "]", "/result/1/value/choices/0",
     "\"animal\" holds other choices; choose one of those."},
    {"[" DRAMA "," CHOICES("beast", "[['Plant'],['Plant']]") "]", "/result/1/value/choices/1",
     "\"Plant\" is chosen twice."},
    /* textarea */
    {"[" OTHER "," WHY("'x'") "]", "/result/1/value/text", "\"why\" wants a list with at least one text."},
    {"[" OTHER "," WHY("[]") "]", "/result/1/value/text", "\"why\" wants a list with at least one text."},
    {"[" OTHER "," WHY("['x',1]") "]", "/result/1/value/text/1", "\"why\" wants texts."},
    {"[" OTHER "," WHY("[' \\n\u00A0\u3000']") "]", "/result/1/value/text/0", "The text for \"why\" is empty."},
    {"[" OTHER "," WHY("['a','b','c']") "]", "/result/1/value/text", "\"why\" takes at most 2 texts, not 3."},
    {"[" OTHER "," WHY("['Ño  x',' n\u0303O x']") "]", "/result/1/value/text/1",
     "\"why\" has this text already; every text must be different."},
    /* number */
    {"[" DRAMA "," NUMBER("age", "'3'") "]", "/result/1/value/number", "\"age\" wants a number."},
    {"[" DRAMA "," NUMBER("age", "null") "]", "/result/1/value/number", "\"age\" wants a number."},
    {"[" DRAMA "," NUMBER("age", "-1") "]", "/result/1/value/number", "\"age\" must be 0 or more."},
    {"[" DRAMA "," NUMBER("age", "120.5") "]", "/result/1/value/number", "\"age\" must be 120 or less."},
    {"[" DRAMA "," NUMBER("age", "3.5") "]", "/result/1/value/number", "\"age\" must be a whole number."},
    {"[" DRAMA "," NUMBER("size", "0.1") "]", "/result/1/value/number", "\"size\" must go in steps of 0.1."},
    {"[" DRAMA "," NUMBER("size", "0.04") "]", "/result/1/value/number", "\"size\" must be 0.05 or more."},
    /* rating */
    {"[" DRAMA "," STARS("'3'") "]", "/result/1/value/rating", "\"stars\" wants a whole number."},
    {"[" DRAMA "," STARS("2.5") "]", "/result/1/value/rating", "\"stars\" wants a whole number."},
    {"[" DRAMA "," STARS("0") "]", "/result/1/value/rating", "\"stars\" must be from 1 to 4."},
    {"[" DRAMA "," STARS("5") "]", "/result/1/value/rating", "\"stars\" must be from 1 to 4."},
};

static const struct mistake poll_mistakes[] = {
    {"[]", "/result", "The answer is empty; answer at least one control."},
    {"[" CHOICES("pick", "['None','Red','b']") "," CHOICES("tree", "[['X','z']]") "," ITEM("sure", "rating",
                                                                                           "{'rating':1}") "]",
     NULL, NULL},
    {"[" CHOICES("tree", "[['W']]") "]", NULL, NULL},
    {"[" CHOICES("pick", "['Blue']") "]", "/result/0/value/choices/0", "\"pick\" does not offer \"Blue\"."},
    {"[" CHOICES("tree", "[['X']]") "]", "/result/0/value/choices/0",
     "\"X\" holds other choices; choose one of those."},
    {"[" CHOICES("tree", "[['X','Z']]") "]", "/result/0/value/choices/0", "\"tree\" does not offer \"Z\"."},
    {"[" CHOICES("tree", "[['W']]") "," ITEM("sure", "rating", "{'rating':1}") "]", "/result",
     "\"sure\" is hidden with these answers and must not be answered."},
};

static int count_faults(const char *xml, const char *data_text, const struct mistake *mistakes, size_t count) {
    struct label_config *config = config_of(xml);
    CLEANUP(json_drop) json_t *data = data_text ? json_of(data_text) : NULL;
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const struct mistake *m = &mistakes[i];
        CLEANUP(json_drop) json_t *result = json_of(m->result);
        struct problem p = {0};
        err e = label_config_check_answer(config, data, result, &p);
        assert_int_equal(e, label_config_check_answer(config, data, result, NULL));
        assert_int_equal(e, m->path ? ERR_ANSWER_INVALID : OK);
        if (!m->path) continue;
        if (p.field_count != 1 || strcmp(p.fields[0].path, m->path) || strcmp(p.fields[0].detail, m->sentence) ||
            strcmp(p.detail, m->sentence))
            print_error("%s\nwanted %s: %s\ngot %d x %s: %s\n", m->result, m->path, m->sentence, p.field_count,
                        p.fields[0].path, p.fields[0].detail),
                wrong++;
    }
    label_config_free(config);
    return wrong;
}

static void finds_mistakes(void **state) {
    assert_int_equal(count_faults(films, NULL, film_mistakes, sizeof film_mistakes / sizeof *film_mistakes), 0);
    assert_int_equal(count_faults(polls, poll_data, poll_mistakes, sizeof poll_mistakes / sizeof *poll_mistakes), 0);
}

static void finds_several(void **state) {
    struct label_config *config = config_of(films);
    CLEANUP(json_drop)
    json_t *result =
        json_of("[" CHOICES("genre", "['x']") "," NUMBER("age", "-1") "," STARS("9") ",{'from_name':'q'}]");
    struct problem p = {0};
    assert_int_equal(label_config_check_answer(config, NULL, result, &p), ERR_ANSWER_INVALID);
    assert_int_equal(p.field_count, 4);
    assert_string_equal(p.fields[2].path, "/result/2/value/rating");
    label_config_free(config);
}

static void keeps_limits(void **state) {
    struct label_config *config =
        config_of("<View><Text name='text' value='$text'/><TextArea name='why' toName='text'/>"
                  "</View>");
    CLEANUP(json_drop) json_t *result = json_of("[" WHY("['x']") "]");
    json_t *texts = json_object_get(json_object_get(json_array_get(result, 0), "value"), "text");
    struct problem p = {0};
    CLEANUP(buf_free) struct buf text = {0};
    for (int i = 0; i < LABEL_TEXT_CHARS_MAX; i++) buf_add_text(&text, "ñ");
    json_array_set_new(texts, 0, json_stringn(text.data, text.len));
    assert_int_equal(label_config_check_answer(config, NULL, result, &p), OK);
    buf_add_char(&text, 'x');
    json_array_set_new(texts, 0, json_stringn(text.data, text.len));
    assert_int_equal(label_config_check_answer(config, NULL, result, &p), ERR_ANSWER_INVALID);
    assert_string_equal(p.detail, "The text for \"why\" is longer than 100000 characters.");
    json_array_clear(texts);
    for (int i = 0; i < LABEL_TEXTS_MAX; i++) json_array_append_new(texts, json_string("x"));
    assert_int_equal(label_config_check_answer(config, NULL, result, &p), OK);
    json_array_append_new(texts, json_string("x"));
    p = (struct problem){0};
    assert_int_equal(label_config_check_answer(config, NULL, result, &p), ERR_ANSWER_INVALID);
    assert_string_equal(p.detail, "\"why\" takes at most 200 texts, not 201.");
    json_array_clear(result);
    for (int i = 0; i <= ANSWER_ITEMS_MAX; i++) json_array_append_new(result, json_null());
    p = (struct problem){0};
    assert_int_equal(label_config_check_answer(config, NULL, result, &p), ERR_ANSWER_INVALID);
    assert_string_equal(p.detail, "The answer has more than 2000 items.");
    label_config_free(config);
    config = config_of("<View><Text name='text' value='$text'/><Choices name='tags' toName='text' choice='multiple'>"
                       "<Choice value='a'/></Choices></View>");
    json_t *many = json_array();
    for (int i = 0; i <= 2 * LABEL_OPTIONS_MAX; i++) json_array_append_new(many, json_string("a"));
    json_array_clear(result);
    json_array_append_new(result, json_pack("{s:s,s:s,s:s,s:{s:o}}", "from_name", "tags", "to_name", "text", "type",
                                            "choices", "value", "choices", many));
    p = (struct problem){0};
    assert_int_equal(label_config_check_answer(config, NULL, result, &p), ERR_ANSWER_INVALID);
    assert_string_equal(p.detail, "These are more choices than \"tags\" offers.");
    label_config_free(config);
}

/* More controls than fit into what the check keeps on the stack. */
static void takes_many_controls(void **state) {
    CLEANUP(buf_free) struct buf xml = {0}, list = {0}, key = {0};
    buf_add_text(&xml, "<View><Text name='text' value='$text'/>");
    buf_add_char(&list, '[');
    for (int i = 0; i < 200; i++) {
        buf_printf(&xml, "<Number name='n%d' toName='text' required='true'/>", i);
        buf_printf(&list, "%s{'from_name':'n%d','to_name':'text','type':'number','value':{'number':%d}}", i ? "," : "",
                   i, i);
    }
    buf_add_text(&xml, "</View>");
    buf_add_char(&list, ']');
    struct label_config *config = config_of(xml.data);
    CLEANUP(json_drop) json_t *result = json_of(list.data);
    assert_int_equal(label_config_check_answer(config, NULL, result, NULL), OK);
    label_config_answer_key(config, result, &key);
    assert_true(str_starts(buf_str(&key), "{\"n0\":0,\"n1\":1,\"n10\":10,\"n100\":100,"));
    assert_true(label_config_gold_matches(config, result, result));
    label_config_free(config);
}

/* Any <Choices>: without whenTagName. */
static void follows_any_choice(void **state) {
    struct label_config *config = config_of(
        "<View><Text name='text' value='$text'/><Choices name='genre' toName='text'><Choice value='Drama'/></Choices>"
        "<Rating name='stars' toName='text' required='true' visibleWhen='choice-selected'/>"
        "<Number name='age' toName='text' visibleWhen='choice-unselected' required='true'/></View>");
    static const struct {
        const char *result;
        err wanted;
    } cases[] = {
        {"[" DRAMA "," STARS("1") "]", OK},  {"[" NUMBER("age", "1") "]", OK},
        {"[" DRAMA "]", ERR_ANSWER_INVALID}, {"[" DRAMA "," STARS("1") "," NUMBER("age", "1") "]", ERR_ANSWER_INVALID},
        {"[]", ERR_ANSWER_INVALID},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(json_drop) json_t *result = json_of(cases[i].result);
        assert_int_equal(label_config_check_answer(config, NULL, result, NULL), cases[i].wanted);
    }
    label_config_free(config);
}

/* ------------------------------------------------------------------ keys and gold */

static const struct {
    const char *result, *key;
} keys[] = {
    {"[]", "{}"},
    {"[" CHOICES("tags", "['sad','long','old']") "," DRAMA "]", "{'genre':['Drama'],'tags':['long','old','sad']}"},
    {"[" CHOICES("beast", "[['animal','Dog'],['Plant'],['animal','Cat']]") "]",
     "{'beast':[['Plant'],['animal','Cat'],['animal','Dog']]}"},
    {"[" NUMBER("age", "42.0") "," NUMBER("size", "0.350") "," STARS("3.0") "]", "{'age':42,'size':0.35,'stars':3}"},
    {"[" NUMBER("size", "1e21") "," NUMBER("age", "-0.0") "]", "{'age':0,'size':1e+21}"},
    {"[" NUMBER("size", "0.30000000000000004") "]", "{'size':0.3}"},
    {"[" WHY("['  El NIN\u0303O\\t\\n\u00A0 y  Straße ','\u1E9E\u212B']") "]", "{'why':['el niño y strasse','sså']}"},
    {"[{'from_name':'nobody','value':{'number':1}}," DRAMA "]", "{'genre':['Drama']}"},
};

static void makes_keys(void **state) {
    struct label_config *config = config_of(films);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        CLEANUP(json_drop) json_t *result = json_of(keys[i].result);
        CLEANUP(buf_free) struct buf key = {0}, wanted = {0};
        for (const char *p = keys[i].key; *p; p++) buf_add_char(&wanted, *p == '\'' ? '"' : *p);
        label_config_answer_key(config, result, &key);
        assert_string_equal(key.data, wanted.data);
        CLEANUP(json_drop) json_t *parsed = NULL;
        assert_int_equal(json_parse(buf_str(&key), &parsed, NULL), OK);
    }
    label_config_free(config);
}

static const struct {
    const char *gold, *result;
    bool right;
} golds[] = {
    {"[" DRAMA "]", "[" DRAMA "," NUMBER("age", "3") "]", true},
    {"[" DRAMA "]", "[" OTHER "," WHY("['x']") "]", false},
    {"[" DRAMA "," NUMBER("age", "3") "]", "[" DRAMA "]", false},
    {"[" CHOICES("tags", "['old','sad']") "]", "[" CHOICES("tags", "['sad','old']") "]", true},
    {"[" CHOICES("tags", "['old','sad']") "]", "[" CHOICES("tags", "['sad']") "]", false},
    {"[" NUMBER("size", "1000000") "]", "[" NUMBER("size", "1000000.5") "]", true},
    {"[" NUMBER("size", "1000000") "]", "[" NUMBER("size", "1000002") "]", false},
    {"[" NUMBER("size", "0") "]", "[" NUMBER("size", "0.0000000005") "]", true},
    {"[" NUMBER("size", "0") "]", "[" NUMBER("size", "0.00000001") "]", false},
    {"[" NUMBER("age", "5") "]", "[" NUMBER("age", "5.0") "]", true},
    {"[" STARS("3") "]", "[" STARS("4") "]", false},
    {"[" WHY("['Sí.']") "]", "[" WHY("[' si\u0301. ']") "]", true},
    {"[" WHY("['yes']") "]", "[" WHY("['no']") "]", false},
    {"[]", "[" DRAMA "]", true},
};

static void measures_gold(void **state) {
    struct label_config *config = config_of(films);
    for (size_t i = 0; i < sizeof golds / sizeof *golds; i++) {
        CLEANUP(json_drop) json_t *gold = json_of(golds[i].gold), *result = json_of(golds[i].result);
        if (label_config_gold_matches(config, gold, result) != golds[i].right)
            fail_msg("%s against %s", golds[i].result, golds[i].gold);
    }
    label_config_free(config);
}

/* ------------------------------------------------------------------ simple values */

#define ONE(control) "<View><Text name='text' value='$text'/>" control "</View>"
#define ONE_GENRE                                                                                              \
    ONE("<Choices name='genre' toName='text'><Choice value='Drama'/><Choice value='1'/><Choice value='Other' " \
        "alias='other'/></Choices>")
#define ONE_TAGS                                                                                          \
    ONE("<Choices name='tags' toName='text' choice='multiple'><Choice value='old'/><Choice value='sad'/>" \
        "<Choice value='a|b'/></Choices>")
#define ONE_BEAST                                                                                          \
    ONE("<Choices name='beast' toName='text' choice='multiple' allowNested='true'><Choice value='Animal'>" \
        "<Choice value='Dog'/><Choice value='Cat'/></Choice><Choice value='Toy'><Choice value='Dog'/>"     \
        "<Choice value='Car' alias='c'/></Choice></Choices>")
#define ONE_WHY ONE("<TextArea name='why' toName='text'/>")
#define ONE_AGE ONE("<Number name='age' toName='text'/>")
#define ONE_STARS ONE("<Rating name='stars' toName='text'/>")
#define TWO ONE("<Number name='age' toName='text'/><Rating name='stars' toName='text'/>")
#define ONE_REQUIRED ONE("<Number name='age' toName='text'/><Rating name='stars' toName='text' required='true'/>")

static const struct {
    const char *xml, *value, *result, *sentence; /* result NULL: refused with the sentence */
} values[] = {
    {ONE_GENRE, "'Drama'", "[" DRAMA "]", NULL},
    {ONE_GENRE, "'Other'", "[" OTHER "]", NULL},
    {ONE_GENRE, "'other'", "[" OTHER "]", NULL},
    {ONE_GENRE, "1", "[" CHOICES("genre", "['1']") "]", NULL},
    {ONE_GENRE, "['Drama']", "[" DRAMA "]", NULL},
    {ONE_GENRE, "{'choices':['Drama']}", "[" DRAMA "]", NULL},
    {ONE_GENRE, "{'genre':'Drama'}", "[" DRAMA "]", NULL},
    {ONE_GENRE, "[" DRAMA "]", "[" DRAMA "]", NULL},
    {ONE_GENRE, "'Crime'", NULL, "\"genre\" does not offer \"Crime\"."},
    {ONE_GENRE, "'Drama|Other'", NULL, "\"genre\" does not offer \"Drama|Other\"."},
    {ONE_GENRE, "null", NULL, "This value cannot be an answer to \"genre\" (choices)."},
    {ONE_GENRE, "{}", NULL, "This value cannot be an answer to \"genre\" (choices)."},
    {ONE_GENRE, "[]", NULL, "\"genre\" wants a list with at least one choice."},
    {ONE_TAGS, "'old|sad'", "[" CHOICES("tags", "['old','sad']") "]", NULL},
    {ONE_TAGS, "' sad | old '", "[" CHOICES("tags", "['sad','old']") "]", NULL},
    {ONE_TAGS, "'a|b'", "[" CHOICES("tags", "['a|b']") "]", NULL},
    {ONE_TAGS, "['old','sad']", "[" CHOICES("tags", "['old','sad']") "]", NULL},
    {ONE_TAGS, "'old|new'", NULL, "This value cannot be an answer to \"tags\" (choices)."},
    {ONE_BEAST, "'Cat'", "[" CHOICES("beast", "[['Animal','Cat']]") "]", NULL},
    {ONE_BEAST, "'Car|Cat'", "[" CHOICES("beast", "[['Toy','c'],['Animal','Cat']]") "]", NULL},
    {ONE_BEAST, "[['Animal','Dog']]", "[" CHOICES("beast", "[['Animal','Dog']]") "]", NULL},
    {ONE_BEAST, "'Dog'", NULL, "This value cannot be an answer to \"beast\" (choices)."},
    {ONE_BEAST, "['Animal']", NULL, "\"beast\" wants each choice as a list of names from the top."},
    {ONE_WHY, "'a text'", "[" WHY("['a text']") "]", NULL},
    {ONE_WHY, "42.5", "[" WHY("['42.5']") "]", NULL},
    {ONE_WHY, "['a','b']", "[" WHY("['a','b']") "]", NULL},
    {ONE_WHY, "'[laughs]'", "[" WHY("['[laughs]']") "]", NULL},
    {ONE_WHY, "'[1]'", "[" WHY("['[1]']") "]", NULL},
    {ONE_WHY, "' '", NULL, "The text for \"why\" is empty."},
    {ONE_WHY, "true", NULL, "This value cannot be an answer to \"why\" (textarea)."},
    {ONE_AGE, "42", "[" NUMBER("age", "42") "]", NULL},
    {ONE_AGE, "' 42 '", "[" NUMBER("age", "42") "]", NULL},
    {ONE_AGE, "'-0.50'", "[" NUMBER("age", "-0.5") "]", NULL},
    {ONE_AGE, "'+.5e1'", "[" NUMBER("age", "5") "]", NULL},
    {ONE_AGE, "'007'", "[" NUMBER("age", "7") "]", NULL},
    {ONE_AGE, "'1e999'", NULL, "This value cannot be an answer to \"age\" (number)."},
    {ONE_AGE, "'0x10'", NULL, "This value cannot be an answer to \"age\" (number)."},
    {ONE_AGE, "''", NULL, "This value cannot be an answer to \"age\" (number)."},
    {ONE_AGE, "'four'", NULL, "This value cannot be an answer to \"age\" (number)."},
    {ONE_STARS, "3", "[" STARS("3") "]", NULL},
    {ONE_STARS, "'3'", "[" STARS("3") "]", NULL},
    {ONE_STARS, "{'rating':3}", "[" STARS("3") "]", NULL},
    {ONE_STARS, "9", NULL, "\"stars\" must be from 1 to 5."},
    {ONE_REQUIRED, "3", "[" STARS("3") "]", NULL},
    {TWO, "{'age':7,'stars':2}", "[" NUMBER("age", "7") "," STARS("2") "]", NULL},
    {TWO, "3", NULL, "The label config has several controls; say which one is answered: {\"age\": ...}."},
    {TWO, "{'age':7,'nobody':2}", NULL,
     "The label config has several controls; say which one is answered: {\"age\": ...}."},
    {TWO, "[{'from_name':'nobody'}]", NULL, "There is no control \"nobody\"; there are: \"age\", \"stars\"."},
};

static void reads_simple_values(void **state) {
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct label_config *config = config_of(values[i].xml);
        CLEANUP(json_drop) json_t *value = json_of(values[i].value), *result = NULL;
        struct problem p = {0};
        err e = label_config_answer_from_value(config, NULL, value, &result, &p);
        if (values[i].result) {
            if (e != OK) fail_msg("%s\n%s", values[i].value, p.detail);
            CLEANUP(json_drop) json_t *wanted = json_of(values[i].result);
            CLEANUP(buf_free) struct buf got = {0}, want = {0};
            json_write(&got, result, true);
            json_write(&want, wanted, true);
            assert_string_equal(got.data, want.data);
        } else {
            assert_int_equal(e, ERR_ANSWER_INVALID);
            assert_null(result);
            assert_string_equal(p.detail, values[i].sentence);
        }
        label_config_free(config);
    }
}

/* A cell of a CSV file that holds JSON. */
static void reads_json_in_text(void **state) {
    static const struct {
        const char *xml, *text, *result;
    } cells[] = {
        {TWO, "{'age': 7, 'stars': 2}", "[" NUMBER("age", "7") "," STARS("2") "]"},
        {TWO, "[" NUMBER("age", "7") "]", "[" NUMBER("age", "7") "]"},
        {ONE_TAGS, "['old','sad']", "[" CHOICES("tags", "['old','sad']") "]"},
        {ONE_TAGS, "{'choices':['old']}", "[" CHOICES("tags", "['old']") "]"},
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct label_config *config = config_of(cells[i].xml);
        CLEANUP(buf_free) struct buf text = {0}, got = {0}, want = {0};
        CLEANUP(json_drop) json_t *inner = json_of(cells[i].text), *wanted = json_of(cells[i].result), *result = NULL;
        json_write(&text, inner, false);
        CLEANUP(json_drop) json_t *value = json_stringn(text.data, text.len);
        assert_int_equal(label_config_answer_from_value(config, NULL, value, &result, NULL), OK);
        json_write(&got, result, true);
        json_write(&want, wanted, true);
        assert_string_equal(got.data, want.data);
        label_config_free(config);
    }
}

static void reads_task_choices(void **state) {
    struct label_config *config = config_of("<View><Text name='text' value='$text'/><Choices name='tree' toName='text' "
                                            "value='$tree' allowNested='true'/></View>");
    CLEANUP(json_drop)
    json_t *data = json_of(poll_data), *value = json_of("'Z'"), *result = NULL,
           *wanted = json_of("[" CHOICES("tree", "[['X','z']]") "]");
    assert_int_equal(label_config_answer_from_value(config, data, value, &result, NULL), OK);
    assert_true(json_equal(result, wanted));
    label_config_free(config);
}

static int setup(void **state) {
    label_config_setup();
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_right_answers), cmocka_unit_test(finds_mistakes),
        cmocka_unit_test(finds_several),       cmocka_unit_test(keeps_limits),
        cmocka_unit_test(takes_many_controls), cmocka_unit_test(follows_any_choice),
        cmocka_unit_test(makes_keys),          cmocka_unit_test(measures_gold),
        cmocka_unit_test(reads_simple_values), cmocka_unit_test(reads_json_in_text),
        cmocka_unit_test(reads_task_choices),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
