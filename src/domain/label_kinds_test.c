/* Tests of label_config.h, control by control: what an answer looks like, and what is wrong with others. Right answers
 * have the shape that Label Studio exports. */
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

#define ITEM(type, value) "{'id':'i','from_name':'c','to_name':'o','type':'" type "','value':" value "}"
#define TEXT "<Text name='o' value='$text'/>"

static const struct {
    const char *name, *xml, *data;
} kinds[] = {
    {"date", "<View>" TEXT "<DateTime name='c' toName='o' only='date' min='2020-02-01' max='2024'/></View>",
     "{'text':''}"},
    {"both", "<View>" TEXT "<DateTime name='c' toName='o'/></View>", "{'text':''}"},
    {"time", "<View>" TEXT "<DateTime name='c' toName='o' only='time' min='08:00'/></View>", "{'text':''}"},
    {"month", "<View>" TEXT "<DateTime name='c' toName='o' only='month,year'/></View>", "{'text':''}"},
    {"own", "<View>" TEXT "<DateTime name='c' toName='o' only='date' format='%d.%m.%Y, 100%%'/></View>", "{'text':''}"},
    {"tree",
     "<View>" TEXT "<Taxonomy name='c' toName='o' maxUsages='2'><Choice value='Archaea'/><Choice value='Eukarya' "
     "alias='E'><Choice value='Human'/><Choice value='Oak'/></Choice></Taxonomy></View>",
     "{'text':''}"},
    {"leafs", "<View>" TEXT "<Taxonomy name='c' toName='o' leafsOnly='true' value='$tree'/></View>",
     "{'text':'','tree':[{'value':'A','children':['B',{'value':'C','children':['D']}]}]}"},
    {"pair", "<View><Text name='x' value='$x'/><Text name='y' value='$y'/><Pairwise name='c' toName='x,y'/></View>",
     "{'x':'','y':''}"},
    {"rank", "<View><List name='o' value='$items' title='T'/><Ranker name='c' toName='o'/></View>",
     "{'items':[{'id':'a','title':'A'},{'id':'b','body':'B'},{'id':'c','html':'<b>C</b>'}]}"},
    {"buckets",
     "<View><List name='o' value='$items'/><Ranker name='c' toName='o'><Bucket name='good' title='Good'/><Bucket "
     "name='bad'/></Ranker></View>",
     "{'items':[{'id':'a'},{'id':'b'},{'id':'c'}]}"},
    {"all",
     "<View><List name='o' value='$items'/><Ranker name='c' toName='o'><Bucket name='good'/><Bucket name='rest' "
     "default='true'/></Ranker></View>",
     "{'items':[{'id':'a'},{'id':'b'}]}"},
    {"html",
     "<View><HyperText name='o' value='$html'/><HyperTextLabels name='c' toName='o'><Label "
     "value='X'/></HyperTextLabels>"
     "</View>",
     "{'html':'<p>Tom &amp; <b>Jerry</b> \U0001F600</p><script>no</script><p>run</p>'}"},
    {"talk",
     "<View><Paragraphs name='o' value='$talk' layout='dialogue' nameKey='who'/><ParagraphLabels name='c' toName='o'>"
     "<Label value='X'/></ParagraphLabels></View>",
     "{'talk':[{'who':'Ana','text':'Good day'},{'who':'Bo','text':'\u05E9\u05DC\u05D5\u05DD, Ana'}]}"},
};

#define SPAN(type, rest) ITEM(type, "{" rest ",'" type "':['X']}")

static const struct {
    const char *kind, *result, *path, *sentence; /* path NULL = right */
} answers[] = {
    {"date", "[" ITEM("datetime", "{'datetime':'2024-02-29'}") "]", NULL, NULL},
    {"date", "[" ITEM("datetime", "{'datetime':'2024-12-31'}") "]", NULL, NULL},
    {"date", "[" ITEM("datetime", "{'datetime':'2023-02-29'}") "]", "/result/0/value/datetime",
     "\"c\" wants a date or time written like %Y-%m-%d."},
    {"date", "[" ITEM("datetime", "{'datetime':'2023-13-01'}") "]", "/result/0/value/datetime",
     "\"c\" wants a date or time written like %Y-%m-%d."},
    {"date", "[" ITEM("datetime", "{'datetime':'2020-01-31'}") "]", "/result/0/value/datetime",
     "\"c\" must not be before 2020-02-01."},
    {"date", "[" ITEM("datetime", "{'datetime':'2025-01-01'}") "]", "/result/0/value/datetime",
     "\"c\" must not be after 2024."},
    {"date", "[" ITEM("datetime", "{'datetime':20240101}") "]", "/result/0/value/datetime",
     "\"c\" wants a date or time written like %Y-%m-%d."},
    {"both", "[" ITEM("datetime", "{'datetime':'2024-02-29T23:59'}") "]", NULL, NULL},
    {"both", "[" ITEM("datetime", "{'datetime':'2024-02-29T24:00'}") "]", "/result/0/value/datetime",
     "\"c\" wants a date or time written like %Y-%m-%dT%H:%M."},
    {"time", "[" ITEM("datetime", "{'datetime':'08:00'}") "]", NULL, NULL},
    {"time", "[" ITEM("datetime", "{'datetime':'07:59'}") "]", "/result/0/value/datetime",
     "\"c\" must not be before 08:00."},
    {"month", "[" ITEM("datetime", "{'datetime':'2024-02'}") "]", NULL, NULL},
    {"own", "[" ITEM("datetime", "{'datetime':'29.02.2024, 100%'}") "]", NULL, NULL},
    {"own", "[" ITEM("datetime", "{'datetime':'2024-02-29'}") "]", "/result/0/value/datetime",
     "\"c\" wants a date or time written like %d.%m.%Y, 100%%."},
    {"tree", "[" ITEM("taxonomy", "{'taxonomy':[['Archaea'],['E','Human']]}") "]", NULL, NULL},
    {"tree", "[" ITEM("taxonomy", "{'taxonomy':[['E']]}") "]", NULL, NULL},
    {"tree", "[" ITEM("taxonomy", "{'taxonomy':[['E'],['E','Human'],['E','Oak']]}") "]", "/result/0/value/taxonomy",
     "\"c\" takes at most 2 choices, not 3."},
    {"tree", "[" ITEM("taxonomy", "{'taxonomy':[['Human']]}") "]", "/result/0/value/taxonomy/0",
     "\"c\" does not offer \"Human\"."},
    {"tree", "[" ITEM("taxonomy", "{'taxonomy':['Archaea']}") "]", "/result/0/value/taxonomy/0",
     "\"c\" wants each choice as a list of names from the top."},
    {"leafs", "[" ITEM("taxonomy", "{'taxonomy':[['A','C','D']]}") "]", NULL, NULL},
    {"leafs", "[" ITEM("taxonomy", "{'taxonomy':[['A','C']]}") "]", "/result/0/value/taxonomy/0",
     "\"C\" holds other choices; choose one of those."},
    {"pair", "[{'from_name':'c','to_name':'x,y','type':'pairwise','value':{'selected':'left'}}]", NULL, NULL},
    {"pair", "[{'from_name':'c','to_name':'x','type':'pairwise','value':{'selected':'right'}}]", NULL, NULL},
    {"pair", "[{'from_name':'c','to_name':'y','type':'pairwise','value':{'selected':'right'}}]", "/result/0/to_name",
     "to_name of \"c\" must be \"x,y\"."},
    {"pair", "[{'from_name':'c','to_name':'x,y','type':'pairwise','value':{'selected':'both'}}]",
     "/result/0/value/selected", "\"c\" wants \"left\" or \"right\"."},
    {"rank", "[" ITEM("ranker", "{'ranker':{'c':['b','a','c']}}") "]", NULL, NULL},
    {"rank", "[" ITEM("ranker", "{'ranker':{'c':['b','a']}}") "]", "/result/0/value/ranker",
     "The item \"c\" is missing."},
    {"rank", "[" ITEM("ranker", "{'ranker':{'c':['b','a','b']}}") "]", "/result/0/value/ranker",
     "The item \"b\" is there twice."},
    {"rank", "[" ITEM("ranker", "{'ranker':{'c':['b','x','a']}}") "]", "/result/0/value/ranker",
     "There is no item \"x\"."},
    {"rank", "[" ITEM("ranker", "{'ranker':{'d':['b','c','a']}}") "]", "/result/0/value/ranker",
     "\"c\" has no list \"d\"."},
    {"rank", "[" ITEM("ranker", "{'ranker':['b','c','a']}") "]", "/result/0/value/ranker",
     "\"c\" wants an object with lists of ids."},
    {"buckets", "[" ITEM("ranker", "{'ranker':{'_':['c'],'good':['b','a'],'bad':[]}}") "]", NULL, NULL},
    {"buckets", "[" ITEM("ranker", "{'ranker':{'good':['b','a']}}") "]", NULL, NULL},
    {"buckets", "[" ITEM("ranker", "{'ranker':{'good':['b','a'],'_':[]}}") "]", "/result/0/value/ranker",
     "The item \"c\" is missing."},
    {"buckets", "[" ITEM("ranker", "{'ranker':{'good':['b'],'bad':['b']}}") "]", "/result/0/value/ranker",
     "The item \"b\" is there twice."},
    {"all", "[" ITEM("ranker", "{'ranker':{'good':['b'],'rest':['a']}}") "]", NULL, NULL},
    {"all", "[" ITEM("ranker", "{'ranker':{'good':['b']}}") "]", "/result/0/value/ranker",
     "The item \"a\" is missing."},
    {"html",
     "[" SPAN("hypertextlabels", "'start':'/p[1]/b[1]/text()[1]','end':'/p[1]/text()[2]','startOffset':0,'endOffset':3,"
                                 "'globalOffsets':{'start':6,'end':14},'text':'Jerry \U0001F600'") "]",
     NULL, NULL},
    {"html",
     "[" SPAN("hypertextlabels", "'start':'/p[2]/text()[1]','end':'/p[2]/text()[1]','startOffset':0,'endOffset':3") "]",
     NULL, NULL},
    {"html",
     "[" SPAN("hypertextlabels", "'start':'/p[2]/text()[1]','end':'/p[2]/text()[1]','startOffset':0,'endOffset':3,"
                                 "'globalOffsets':{'start':14,'end':18}") "]",
     "/result/0/value/globalOffsets", "The end is behind the end of the text."},
    {"html",
     "[" SPAN("hypertextlabels", "'start':'/p[2]/text()[1]','end':'/p[2]/text()[1]','startOffset':0,'endOffset':3,"
                                 "'text':'no'") "]",
     "/result/0/value/text", "This is not a text of the HTML."},
    {"html", "[" SPAN("hypertextlabels", "'start':4,'end':'/p[2]','startOffset':0,'endOffset':3") "]",
     "/result/0/value/start", "start must be an XPath of a text in the HTML, such as \"/p[1]/text()[1]\"."},
    {"talk", "[" SPAN("paragraphlabels", "'start':'0','end':'0','startOffset':0,'endOffset':4,'text':'Good'") "]", NULL,
     NULL},
    {"talk",
     "[" SPAN("paragraphlabels",
              "'start':'0','end':'1','startOffset':5,'endOffset':4,'text':'day\\n\\n\u05E9\u05DC\u05D5"
              "\u05DD'") "]",
     NULL, NULL},
    {"talk", "[" SPAN("paragraphlabels", "'start':'0','end':'2','startOffset':5,'endOffset':4") "]",
     "/result/0/value/end", "end must be the number of a paragraph, from \"0\" to \"1\"."},
    {"talk", "[" SPAN("paragraphlabels", "'start':'1','end':'0','startOffset':0,'endOffset':4") "]",
     "/result/0/value/end", "The end must be behind the start."},
    {"talk", "[" SPAN("paragraphlabels", "'start':'1','end':'1','startOffset':0,'endOffset':40") "]",
     "/result/0/value/endOffset", "endOffset is behind the end of the paragraph or inside a character."},
    {"talk", "[" SPAN("paragraphlabels", "'start':'1','end':'1','startOffset':0,'endOffset':4,'text':'Ana'") "]",
     "/result/0/value/text", "The text there is \"\u05E9\u05DC\u05D5\u05DD \"."},
};

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
    if (label_config_parse(str_from(xml), &config, &p) != OK) fail_msg("%s\n%s", xml, p.detail);
    return config;
}

static void checks_answers(void **state) {
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        size_t k = 0;
        while (strcmp(kinds[k].name, answers[i].kind) != 0) k++;
        struct label_config *config = config_of(kinds[k].xml);
        CLEANUP(json_drop) json_t *data = json_of(kinds[k].data), *result = json_of(answers[i].result);
        struct problem p = {0};
        assert_int_equal(label_config_check_task(config, data, NULL), OK);
        err e = label_config_check_answer(config, data, result, &p);
        if (!answers[i].path) {
            if (e != OK) fail_msg("%s\n%s: %s", answers[i].result, p.fields[0].path, p.detail);
            CLEANUP(buf_free) struct buf key = {0};
            label_config_answer_key(config, result, &key);
            assert_true(key.len > 5);
            assert_true(label_config_gold_matches(config, result, result));
        } else if (e != ERR_ANSWER_INVALID || strcmp(p.fields[0].path, answers[i].path) != 0 ||
                   strcmp(p.fields[0].detail, answers[i].sentence) != 0) {
            fail_msg("%s\nwanted %s: %s\ngot %s: %s", answers[i].result, answers[i].path, answers[i].sentence,
                     p.fields[0].path, p.fields[0].detail);
        }
        label_config_free(config);
    }
}

/* ------------------------------------------------------------------ configs that are refused */

static const struct {
    const char *xml;
    int column;
    const char *sentence;
} mistakes[] = {
    {"<View>" TEXT "<DateTime name='c' toName='o' only='day'/></View>", 37,
     "only of <DateTime> is \"date\", \"time\", \"date,time\", \"month,year\" or \"year\"."},
    {"<View>" TEXT "<DateTime name='c' toName='o' format='%B'/></View>", 37,
     "format of <DateTime> knows %Y, %m, %d, %H, %M and %% only."},
    {"<View>" TEXT "<DateTime name='c' toName='o' min='soon'/></View>", 37,
     "min of <DateTime> must be like 2024-12-31, 2024 or, for times, 18:00."},
    {"<View>" TEXT "<Taxonomy name='c' toName='o'/></View>", 37,
     "<Taxonomy> has nothing to choose: put <Choice value=\"...\"/> into it, or value=\"$field\"."},
    {"<View>" TEXT "<Pairwise name='c' toName='o'/></View>", 37,
     "<Pairwise> compares two objects: toName=\"left,right\"."},
    {"<View>" TEXT "<Pairwise name='c' toName='o,x'/></View>", 37, "toName: there is no object named \"x\"."},
    {"<View>" TEXT "<Ranker name='c' toName='o'/></View>", 37, "<Ranker> cannot label <Text>; it labels: List."},
    {"<View><List name='o' value='$i'/><Ranker name='c' toName='o'><Bucket name='_'/></Ranker></View>", 62,
     "\"_\" is the list itself; give the bucket another name."},
    {"<View><List name='o' value='$i'/><Ranker name='c' toName='o'><Bucket name='a' default='true'/><Bucket name='b' "
     "default='true'/></Ranker></View>",
     95, "Only one bucket can be the default."},
    {"<View><List name='o' value='items'/><Ranker name='c' toName='o'/></View>", 22,
     "value of <List> must be one field of the task (\"$field\")."},
    {"<View>" TEXT "<HyperTextLabels name='c' toName='o'><Label value='X'/></HyperTextLabels></View>", 37,
     "<HyperTextLabels> cannot label <Text>; it labels: HyperText."},
    {"<View><Table name='o' value='$t'/><Labels name='c' toName='o'><Label value='X'/></Labels></View>", 35,
     "<Labels> labels regions of <Table>, but nothing here draws them; add a control that does."},
    {"<View>" TEXT "<TextArea name='c' toName='o'/><Filter toName='c'/></View>", 68,
     "toName of <Filter>: there is no <Labels> or <Choices> named \"c\"."},
    {"<View>" TEXT "<TextArea name='c' toName='o'/><Panel value='x'/></View>", 68,
     "<Panel> must stand inside <Collapse>."},
    {"<View>" TEXT "<Collapse><Rating name='c' toName='o'/></Collapse></View>", 47,
     "<Rating> cannot stand inside <Collapse>, which holds only <Panel>."},
    {"<View><Chat name='o' value='$m' llm='x'/><Rating name='c' toName='o'/></View>", 33,
     "llm is not supported yet. No model answers while somebody works."},
    {"<View><Markdown name='o' value='a $b c'/><Rating name='c' toName='o'/></View>", 26,
     "value must be one field (\"$text\") or fixed Markdown; a field inside of Markdown is not filled in."},
    {"<View><Repeater on='$a'><Text name='o' value='$a[{{idx}}].t'/><Rating name='c_{{idx}}' toName='o'/></Repeater>"
     "</View>",
     31, "The name \"o\" is used twice; every name must be different."},
    {"<View><Repeater on='$a'><Text name='o_{{idx}}' value='$a[{{idx}}].t'/><Rating name='c_{{idx}}' toName='x'/>"
     "</Repeater></View>",
     71, "toName: nothing here is named \"x\"."},
};

static void finds_mistakes(void **state) {
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct label_config *config;
        struct problem p = {0};
        assert_int_equal(label_config_parse(str_from(mistakes[i].xml), &config, &p), ERR_CONFIG_INVALID);
        if (p.field_count != 1 || p.fields[0].column != mistakes[i].column ||
            strcmp(p.fields[0].detail, mistakes[i].sentence) != 0)
            fail_msg("%s\nwanted %d %s\ngot %d x %d %s", mistakes[i].xml, mistakes[i].column, mistakes[i].sentence,
                     p.field_count, p.fields[0].column, p.fields[0].detail);
    }
}

/* ------------------------------------------------------------------ task data */

#define LISTS                                                                                                        \
    "<View><Paragraphs name='p' value='$talk'/><List name='l' value='$items'/><Chat name='h' value='$chat'/><Table " \
    "name='t' value='$table'/><Markdown name='m' value='$md'/><Text name='x' value='$meta.title'/><Rating name='r' " \
    "toName='x'/></View>"

static const struct {
    const char *member, *value, *path, *sentence;
} datas[] = {
    {"talk", "{}", "/data/talk", "\"talk\" must be a list of at most 2000 paragraphs."},
    {"talk", "['x']", "/data/talk/0", "A paragraph must be an object with the text \"text\"."},
    {"talk", "[{'text':'x','author':1}]", "/data/talk/0", "\"author\" of a paragraph must be a text."},
    {"items", "[{'id':'a'},{'title':'x'}]", "/data/items/1",
     "An item must be an object with an \"id\" that is a text and not empty."},
    {"items", "[{'id':'a'},{'id':'a'}]", "/data/items/0", "The id \"a\" is there twice."},
    {"items", "[{'id':'a','body':7}]", "/data/items/0", "\"body\" of an item must be a text."},
    {"chat", "[{'role':'user'}]", "/data/chat/0",
     "A message must be an object with the texts \"role\" and \"content\"."},
    {"table", "'x'", "/data/table",
     "A table is an object {\"name\": value} or a list of such objects, of at most 2000 rows, each value a text, a "
     "number, true, false or null."},
    {"table", "{'a':{}}", "/data/table",
     "A table is an object {\"name\": value} or a list of such objects, of at most 2000 rows, each value a text, a "
     "number, true, false or null."},
    {"md", "3", "/data/md", "\"md\" must be a text with Markdown, not a number."},
    {"meta", "{'name':'x'}", "/data/meta.title", "The task has no field \"meta.title\", which the label config shows."},
};

static json_t *good_data(void) {
    return json_of("{'talk':[{'text':'x','author':'A'}],'items':[{'id':'a','html':'<i onclick=x>y</i>'}],"
                   "'chat':[{'role':'user','content':'*hi* <b>$x^2$'}],'table':{'a':1,'b':null},"
                   "'md':'$$a<b$$ **x** <script>','meta':{'title':'T'}}");
}

static void checks_task_data(void **state) {
    struct label_config *config = config_of(LISTS);
    CLEANUP(json_drop) json_t *good = good_data();
    struct problem none = {0};
    if (label_config_check_task(config, good, &none) != OK) fail_msg("%s", none.detail);
    for (size_t i = 0; i < sizeof datas / sizeof *datas; i++) {
        CLEANUP(json_drop) json_t *data = good_data();
        struct problem p = {0};
        json_object_set_new(data, datas[i].member, json_of(datas[i].value));
        assert_int_equal(label_config_check_task(config, data, &p), ERR_INVALID);
        assert_string_equal(p.fields[0].path, datas[i].path);
        assert_string_equal(p.fields[0].detail, datas[i].sentence);
    }
    label_config_free(config);
}

/* The page gets HTML that is clean, whatever the task holds. */
static void shows_clean_data(void **state) {
    struct label_config *config = config_of(LISTS);
    CLEANUP(json_drop) json_t *data = good_data();
    CLEANUP(json_drop) json_t *shown = label_config_page_data(config, data);
    json_t *item = json_array_get(json_object_get(shown, "items"), 0),
           *message = json_array_get(json_object_get(shown, "chat"), 0);
    assert_string_equal(json_text(item, "html"), "<i>y</i>");
    assert_string_equal(json_text(message, "content"), "*hi* <b>$x^2$");
    assert_string_equal(json_text(message, "html"),
                        "<p><em>hi</em> &lt;b&gt;<code class=\"language-math\">x^2</code></p>\n");
    assert_string_equal(json_text(shown, "md"), "<p><code class=\"language-math-display\">a&lt;b</code> "
                                                "<strong>x</strong> &lt;script&gt;</p>\n");
    assert_string_equal(json_text(json_object_get(shown, "meta"), "title"), "T");
    assert_int_equal(json_object_size(shown), 6);
    label_config_free(config);
}

/* ------------------------------------------------------------------ <Repeater> */

static const char pages[] =
    "<View><Repeater on='$pages' mode='pagination'><HyperText name='t_{{idx}}' value='$pages[{{idx}}].html'/>"
    "<Choices name='c_{{idx}}' toName='t_{{idx}}' required='true'><Choice value='A'/><Choice value='B'/></Choices>"
    "</Repeater></View>";

#define PAGE(n, choice) \
    "{'from_name':'c_" n "','to_name':'t_" n "','type':'choices','value':{'choices':['" choice "']}}"

static void repeats(void **state) {
    struct label_config *config = config_of(pages);
    CLEANUP(json_drop)
    json_t *data = json_of("{'pages':[{'html':'<b onclick=x>1</b>'},{'html':'2'},{'html':'3'}]}"), *shown = NULL,
           *right = json_of("[" PAGE("0", "A") "," PAGE("2", "B") "," PAGE("1", "A") "]"),
           *missing = json_of("[" PAGE("0", "A") "," PAGE("1", "B") "]"),
           *strange = json_of("[" PAGE("0", "A") "," PAGE("1", "B") "," PAGE("2", "B") "," PAGE("3", "B") "]"),
           *wrong = json_of("{'pages':[{'html':'1'},{'text':'2'}]}"), *none = json_of("{'pages':'x'}");
    struct problem p = {0}, q = {0}, r = {0}, s = {0};
    assert_int_equal(label_config_check_task(config, data, NULL), OK);
    assert_int_equal(label_config_check_task(config, wrong, &p), ERR_INVALID);
    assert_string_equal(p.fields[0].path, "/data/pages[1].html");
    assert_int_equal(label_config_check_task(config, none, &q), ERR_INVALID);
    assert_string_equal(q.detail, "\"pages\" must be a list of at most 200 items, not a text.");
    shown = label_config_page_data(config, data);
    assert_string_equal(json_text(json_array_get(json_object_get(shown, "pages"), 0), "html"), "<b>1</b>");
    assert_int_equal(label_config_check_answer(config, data, right, NULL), OK);
    assert_int_equal(label_config_check_answer(config, data, missing, &r), ERR_ANSWER_INVALID);
    assert_string_equal(r.detail, "\"c_2\" needs an answer.");
    assert_int_equal(label_config_check_answer(config, data, strange, &s), ERR_ANSWER_INVALID);
    assert_string_equal(s.fields[0].path, "/result/3/from_name");
    CLEANUP(buf_free) struct buf key = {0}, json = {0};
    label_config_answer_key(config, right, &key);
    assert_string_equal(key.data, "{\"c_0\":[\"A\"],\"c_1\":[\"A\"],\"c_2\":[\"B\"]}");
    assert_true(label_config_gold_matches(config, right, right));
    assert_false(label_config_gold_matches(config, right, missing));
    json_write(&json, label_config_json(config), false);
    assert_non_null(strstr(json.data, "\"name\":\"c_{{idx}}\""));
    assert_null(strstr(json.data, "c_0"));
    assert_int_equal(json_array_size(label_config_controls(config)), 1);
    assert_string_equal(json_text(json_array_get(label_config_controls(config), 0), "name"), "c_{{idx}}");
    assert_int_equal(json_array_size(label_config_fields(config)), 1);
    label_config_free(config);
}

static int setup(void **state) {
    label_config_setup();
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_answers),   cmocka_unit_test(finds_mistakes), cmocka_unit_test(checks_task_data),
        cmocka_unit_test(shows_clean_data), cmocka_unit_test(repeats),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
