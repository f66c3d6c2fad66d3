/* Tests of label_config.h: what a config may be, every error sentence with its place, and what is read from it. Task
 * data: label_task_test.c; answers: label_answer_test.c. */
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

#define TEXT "<Text name='t' value='$t'/>"
#define RATING "<Rating name='r' toName='t'/>"
#define PEOPLE "<Labels name='l' toName='t'><Label value='A'/><Label value='B'/></Labels>"
#define GENRE "<Choices name='g' toName='t'><Choice value='A'/><Choice value='B' alias='b'/></Choices>"
#define VIEW(inner) "<View>" TEXT RATING inner "</View>" /* inner begins at column 63 */

static struct label_config *config_of(const char *xml) {
    struct label_config *config;
    struct problem p = {0};
    err e = label_config_parse(str_from(xml), &config, &p);
    if (e != OK) fail_msg("%s\n%s", p.detail, xml);
    return config;
}

/* JSON of a value with sorted keys is `wanted`. */
static void assert_json(const json_t *value, const char *wanted) {
    CLEANUP(json_drop) json_t *parsed = json_loads(wanted, JSON_DECODE_ANY, NULL);
    CLEANUP(buf_free) struct buf got = {0}, want = {0};
    assert_non_null(parsed);
    json_write(&got, value, true);
    json_write(&want, parsed, true);
    assert_string_equal(got.data, want.data);
}

/* ------------------------------------------------------------------ errors */

struct mistake {
    const char *xml;
    int line, column;
    const char *sentence;
};

static const struct mistake mistakes[] = {
    /* the text */
    {"", 1, 1, "The label config is empty; it begins with <View>."},
    {" \n\t", 1, 1, "The label config is empty; it begins with <View>."},
    {"<View>\xFF</View>", 1, 1, "The label config is not valid UTF-8 text; save it as UTF-8."},
    /* the XML */
    {"View", 1, 1, "A label config begins with <View>."},
    {"<View>\n <View>\n</View>", 3, 8, "The text ends before <View> is closed."},
    {"<View>\n<Text></View>", 2, 14, "</View> stands where <Text> of line 2 must be closed with </Text> first."},
    {"<View/>\n<View/>", 2, 1, "There is something behind the outermost tag; one <View> must hold everything."},
    {"<View a=b/>", 1, 9, "The value of an attribute must stand in quotes: name=\"text\"."},
    {"<View a/>", 1, 8, "The attribute a needs a value: a=\"...\"."},
    {"<View a='1' a='2'/>", 1, 18, "The attribute a is given twice."},
    {"<View a='ñ&nbsp;'/>", 1, 17,
     "&nbsp; is not known in XML: only &amp; &lt; &gt; &quot; &apos; and numbers like &#160; are."},
    {"<View a='R&D'/>", 1, 13, "Write & as &amp;."},
    {"<View>R & D</View>", 1, 10, "Write & as &amp;."},
    {"<View a='x<y'/>", 1, 11, "Inside quotes write < as &lt;, and close the quotes."},
    {"<View a='&#31;'/>", 1, 15, "Here is a control character, which XML does not allow; take it out."},
    {"<View>\x01</View>", 1, 7, "Here is a control character, which XML does not allow; take it out."},
    {"<View><!-- a -- b --></View>", 1, 14, "A comment cannot hold -- inside; write a single -."},
    {"<View <b>", 1, 7, "This is not well-formed XML: error parsing attribute name."},
    {"<!DOCTYPE View SYSTEM 'http://example.org/x.dtd'><View/>", 1, 1,
     "A label config has no <!DOCTYPE>; take it out."},
    {"<!DOCTYPE v [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>\n<View a='&b;'/>", 1, 1,
     "A label config has no <!DOCTYPE>; take it out."},
    {VIEW("<?php x?>"), 1, 63, "Instructions like <?php ...?> are not used; take it out."},
    {"<View xmlns='http://example.org/'>" TEXT RATING "</View>", 1, 1,
     "Namespaces (xmlns) are not used in a label config; leave them out."},
    /* tags */
    {VIEW("<Txt/>"), 1, 63, "<Txt> is not a known tag; <Text> is."},
    {VIEW("<Blob/>"), 1, 63, "<Blob> is not a known tag; docs/labels.md lists all there are."},
    {VIEW("<PdfLabels name='l' toName='t'><Label value='a'/></PdfLabels>"), 1, 63, "<PdfLabels> is not supported yet."},
    {VIEW("<cubelabels name='l' toName='t'/>"), 1, 63, "<cubelabels> is not supported yet."},
    {"<Choices name='g' toName='t'><Choice value='A'/></Choices>", 1, 1, NULL},
    {VIEW("<Choice value='x'/>"), 1, 63, "<Choice> must stand inside <Choices>."},
    {VIEW("<Choices name='g' toName='t'><Choice value='A'/><View/></Choices>"), 1, 111,
     "<View> cannot stand inside <Choices>, which holds only <Choice>."},
    {VIEW("<Header value='h'><View/></Header>"), 1, 81, "<View> cannot stand inside <Header>, which holds no tags."},
    {VIEW("\n  words\n"), 1, 1, "There is text inside <View> (\"words\"); to show text use <Header value=\"...\"/>."},
    {VIEW("<Header value='h'>&lt;b></Header>"), 1, 63,
     "There is text inside <Header> (\"<b>\"); to show text use <Header value=\"...\"/>."},
    {"<View>" TEXT "</View>", 1, 1,
     "Nothing here can be answered: add a control such as <Choices>, <TextArea>, <Number> or <Rating>."},
    {"<View/>", 1, 1, NULL},
    /* attributes */
    {VIEW("<Header value='h'\n sizee='3'/>"), 2, 2,
     "<Header> has no attribute \"sizee\". It takes: value, size, style, underline, name."},
    {VIEW("<Style x='1'/>"), 1, 70, "<Style> has no attribute \"x\". It takes: no attributes."},
    {VIEW("<Header value='h' Value='i'/>"), 1, 81, "value is given twice, in different case."},
    {VIEW("<Header/>"), 1, 63, "<Header> needs value=\"...\"."},
    {VIEW("<Header value=''/>"), 1, 71, "value of <Header> is empty."},
    {VIEW("<Header value='h' underline='yes'/>"), 1, 81, "underline is \"true\" or \"false\", not \"yes\"."},
    {VIEW("<Header value='h' size='7'/>"), 1, 81, "size must be from 1 to 6."},
    {VIEW("<Header value='h' size='1.5'/>"), 1, 81, "size must be a whole number, not \"1.5\"."},
    {VIEW("<Header value='h' size='big'/>"), 1, 81, "size must be a number like 5 or 0.25, not \"big\"."},
    {VIEW("<View display='big'/>"), 1, 69,
     "display cannot be \"big\"; it is one of: block|inline|inline-block|flex|grid|none."},
    {VIEW("<View className='a{b'/>"), 1, 69,
     "className takes letters, digits, - and _, several names with spaces between, at most 100 characters."},
    {VIEW("<View idAttr='1a'/>"), 1, 69,
     "idAttr takes letters, digits, - and _ and begins with a letter, at most 100 characters."},
    {VIEW("<Image value='$i' width='wide'/>"), 1, 81, "width must be a length like 300, 300px or 50%, not \"wide\"."},
    {VIEW("<Image value='$i' gridColor='#12'/>"), 1, 81,
     "gridColor must be a colour like #ff8800 or orange, not \"#12\"."},
    {VIEW("<Text value='x' highlightColor='red;}'/>"), 1, 79,
     "highlightColor must be a colour like #ff8800 or orange, not \"red;}\"."},
    {VIEW("<Text value='x' valueType='url'/>"), 1, 79,
     "valueType=\"url\" is not supported yet. Put the text itself into the task; it is not fetched from an address "
     "yet."},
    {VIEW("<Text value='x' encoding='base64'/>"), 1, 79,
     "encoding=\"base64\" is not supported yet. Put plain text into the task."},
    {VIEW("<Image value='$i' valueList='$l'/>"), 1, 81, "<Image> takes value or valueList, not both."},
    {VIEW("<Number name='n' toName='t' perRegion='true'/>"), 1, 63,
     "perRegion: nothing here makes regions of \"t\"; add a control such as <Labels> for it."},
    {VIEW("<Number name='n' toName='t' perItem='true'/>"), 1, 91,
     "perItem: \"t\" is no list; it asks about each picture of <Image valueList=\"$pictures\">."},
    {VIEW("<View style='position:fixed'/>"), 1, 69,
     "The style has a position that is not static, relative or absolute."},
    /* fields */
    {VIEW("<Header value='$a.'/><Header value='Is $a[0] glad?'/>"), 1, 92,
     "\"$a[\" in value is not a field: inside of a text a field name has letters, digits and _ only. What is inside "
     "another field can be the whole value: \"$meta.title\" or \"$pages[0]\"."},
    {VIEW("<HyperText value='&lt;b>$a&lt;/b>'/>"), 1, 74,
     "value must be one field (\"$html\") or fixed HTML; a field inside of HTML is not filled in."},
    {VIEW("<Image value='ftp://example.org/$i'/>"), 1, 70,
     "value must be a field (\"$image\") or an address that begins with http://, https:// or /files/."},
    {VIEW("<Image value='x.png'/>"), 1, 70,
     "value must be a field (\"$image\") or an address that begins with http://, https:// or /files/."},
    {VIEW("<HyperText value='$t'/>"), 1, 22,
     "The field \"t\" is used in two ways (as text, HTML or a list of choices); use two fields."},
    {VIEW("<Choices name='g' toName='t' value='options'/>"), 1, 92,
     "value of <Choices> must be one field that holds a list of choices (\"$options\")."},
    /* names */
    {VIEW("<Text name='r' value='x'/>"), 1, 69, "The name \"r\" is used twice; every name must be different."},
    {VIEW("<Text name='' value='x'/>"), 1, 69, "A name has 1 to 100 characters."},
    {VIEW("<Number toName='t'/>"), 1, 63, "<Number> needs name=\"...\"."},
    {VIEW("<Number name='n'/>"), 1, 63, "<Number> needs toName=\"...\": the name of the object that it labels."},
    {VIEW("<Number name='n' toName='x'/>"), 1, 63, "toName: nothing here is named \"x\"."},
    {VIEW("<Number name='n' toName='r'/>"), 1, 63,
     "toName: \"r\" is a control (<Rating>); name an object such as <Text>."},
    {VIEW("<Header name='h' value='x'/><Number name='n' toName='h'/>"), 1, 91,
     "toName: \"h\" is a <Header>, which cannot be labelled; name an object such as <Text>."},
    {VIEW("<Number name='n' toName='t' hotkey='a'/><Number name='m' toName='t' hotkey='b, A'/>"), 1, 131,
     "The hotkey \"a\" is used twice."},
    {VIEW("<Number name='n' toName='t' hotkey='a,,b'/>"), 1, 91,
     "hotkey names no key; write one like \"a\", \"1\" or \"ctrl+b\"."},
    {VIEW("<Number name='n' toName='t' hotkey='ctrl+ctrl+ctrl+ctrl+ctrl+ctrl+ctrl+ctrl+a'/>"), 1, 91,
     "hotkey is longer than 40 characters."},
    /* controls */
    {VIEW("<Choices name='g' toName='t'/>"), 1, 63,
     "<Choices> has nothing to choose: put <Choice value=\"...\"/> into it, or value=\"$field\"."},
    {VIEW("<Choices name='g' toName='t' choice='two'><Choice value='A'/></Choices>"), 1, 92,
     "choice cannot be \"two\"; it is one of: single|multiple|single-radio."},
    {VIEW("<Choices name='g' toName='t'><Choice value='A'/><Choice value='B' alias='A'/></Choices>"), 1, 111,
     "The choice \"A\" is there twice."},
    {VIEW("<Choices name='g' toName='t'><Choice value='A' alias=''/></Choices>"), 1, 92,
     "alias of <Choice> is empty; leave it out to use the value."},
    {VIEW("<Choices name='g' toName='t'><Choice value='A'><Choice value='B'/></Choice></Choices>"), 1, 110,
     "A <Choice> inside a <Choice> needs allowNested=\"true\" on its <Choices>."},
    {VIEW("<Choices name='g' toName='t'><Choice value='$a'/></Choices>"), 1, 100,
     "A single choice cannot come from the task; give a list of choices in one field with <Choices value=\"$field\">."},
    {VIEW("<Choices name='g' toName='t'><Choice value='A' html='x'/></Choices>"), 1, 110,
     "html is not supported yet. A choice is shown as its value; HTML in choices is not supported."},
    {VIEW("<Number name='n' toName='t' min='2' max='1'/>"), 1, 63,
     "min is larger than max, so that no number is right."},
    {VIEW("<Number name='n' toName='t' step='0'/>"), 1, 91, "step must be from 1e-09 to 1e+15."},
    {VIEW("<Number name='n' toName='t' min='1' step='2' defaultValue='2'/>"), 1, 63,
     "defaultValue does not fit min, max and step."},
    {VIEW("<Number name='n' toName='t' min='1' slider='true'/>"), 1, 63, "A slider needs min and max."},
    {VIEW("<Rating name='n' toName='t' maxRating='101'/>"), 1, 91, "maxRating must be from 1 to 100."},
    {VIEW("<Rating name='n' toName='t' maxRating='3' defaultValue='4'/>"), 1, 63,
     "defaultValue is larger than maxRating."},
    {VIEW("<TextArea name='n' toName='t' maxSubmissions='201'/>"), 1, 93, "maxSubmissions must be from 0 to 200."},
    /* visibleWhen */
    {VIEW("<View visibleWhen='region-selected'/>"), 1, 69,
     "visibleWhen=\"region-selected\": nothing here makes regions; add a control such as <Labels>."},
    {VIEW("<View visibleWhen='no-region-selected'/>"), 1, 69,
     "visibleWhen=\"no-region-selected\": nothing here makes regions; add a control such as <Labels>."},
    {VIEW("<View whenLabelValue='x'/>"), 1, 69, "whenLabelValue does nothing without visibleWhen."},
    {VIEW("<View visibleWhen='choice-selected' whenLabelValue='x'/>" GENRE), 1, 99,
     "whenLabelValue does nothing with visibleWhen=\"choice-selected\"."},
    {VIEW(PEOPLE "<View visibleWhen='no-region-selected' whenTagName='l'/>"), 1, 175,
     "whenTagName does nothing with visibleWhen=\"no-region-selected\"."},
    {VIEW(PEOPLE "<View visibleWhen='region-selected' whenTagName='r'/>"), 1, 172,
     "whenTagName: there is no <Labels> named \"r\"."},
    {VIEW(PEOPLE "<View visibleWhen='region-selected' whenTagName='l' whenLabelValue='A,C'/>"), 1, 188,
     "whenLabelValue: <Labels> \"l\" has no label \"C\"."},
    /* labels and relations */
    {VIEW("<Label value='x'/>"), 1, 63, "<Label> must stand inside <Labels>."},
    {VIEW("<Labels name='l' toName='t'/>"), 1, 63,
     "<Labels> has no labels: put <Label value=\"...\"/> into it, or value=\"$field\"."},
    {VIEW("<Labels name='l' toName='t'><Label value='A'/><Label value='B' alias='A'/></Labels>"), 1, 109,
     "The label \"A\" is there twice."},
    {VIEW("<Labels name='l' toName='t'><Label value='$a'/></Labels>"), 1, 98,
     "value of a single <Label> cannot come from the task; write it here."},
    {VIEW("<Labels name='l' toName='t' perRegion='true'><Label value='A'/></Labels>"), 1, 91, NULL},
    {VIEW("<Relations><Relation value='x'/></Relations>"), 1, 63,
     "<Relations> needs regions to relate; add a control such as <Labels>."},
    {VIEW(PEOPLE "<Relations/>"), 1, 136, "<Relations> is empty: put <Relation value=\"...\"/> into it."},
    {VIEW(PEOPLE "<Relations><Choice value='x'/></Relations>"), 1, 147,
     "<Choice> cannot stand inside <Relations>, which holds only <Relation>."},
    {VIEW("<View whenTagName='g'/>" GENRE), 1, 69, "whenTagName does nothing without visibleWhen."},
    {VIEW("<View whenChoiceValue='A'/>" GENRE), 1, 69, "whenChoiceValue does nothing without visibleWhen."},
    {VIEW("<View visibleWhen='choice-selected' whenChoiceValue='A'/>" GENRE), 1, 99,
     "whenChoiceValue needs whenTagName: of which <Choices>?"},
    {VIEW("<View visibleWhen='choice-selected' whenTagName='r'/>" GENRE), 1, 99,
     "whenTagName: there is no <Choices> named \"r\"."},
    {VIEW("<View visibleWhen='choice-selected' whenTagName='g' whenChoiceValue='A, C'/>" GENRE), 1, 115,
     "whenChoiceValue: <Choices> \"g\" has no choice \"C\"."},
    {VIEW("<Choices name='x' toName='t' visibleWhen='choice-selected' whenTagName='y'><Choice value='A'/></Choices>"
          "<View visibleWhen='choice-selected' whenTagName='x'><Choices name='y' toName='t'><Choice "
          "value='A'/></Choices>"
          "</View>"),
     1, 167, "\"y\" can never be shown: that waits for an answer to \"x\", which is shown only after it."},
    /* Style */
    {VIEW("<Style>a { background: URL(x) }</Style>"), 1, 63,
     "<Style> has a function that loads something (url( and the like); nothing may be loaded."},
    {VIEW("<Style>/* a</Style>"), 1, 63, "<Style> has a comment that is not closed."},
};

/* What libxml2 finds is one error; of the others each config here has exactly one (sentence NULL: several). */
static void finds_mistakes(void **state) {
    int wrong = 0;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const struct mistake *m = &mistakes[i];
        struct label_config *config;
        struct problem p = {0};
        assert_int_equal(label_config_parse(str_from(m->xml), &config, &p), ERR_CONFIG_INVALID);
        assert_null(config);
        assert_int_equal(label_config_parse(str_from(m->xml), &config, NULL), ERR_CONFIG_INVALID);
        if (!m->sentence) continue;
        if (p.field_count != 1 || strcmp(p.fields[0].detail, m->sentence) || p.fields[0].line != m->line ||
            p.fields[0].column != m->column || strcmp(p.fields[0].path, "/label_config"))
            print_error("%s\nwanted %d:%d %s\ngot %d x %d:%d %s\n", m->xml, m->line, m->column, m->sentence,
                        p.field_count, p.fields[0].line, p.fields[0].column, p.fields[0].detail),
                wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void finds_several(void **state) {
    struct label_config *config;
    struct problem p = {0};
    assert_int_equal(label_config_parse(STR("<View>\n <Number/>\n <Header size='9'/>\n</View>"), &config, &p),
                     ERR_CONFIG_INVALID);
    static const int lines[] = {1, 2, 3, 3};
    assert_int_equal(p.field_count, 4);
    for (int i = 0; i < 4; i++) assert_int_equal(p.fields[i].line, lines[i]);
    assert_string_equal(p.detail,
                        "The label config has 4 errors; line 1, column 1: Nothing here can be labelled: add an "
                        "object such as <Text name=\"text\" value=\"$text\"/>.");
}

static const struct {
    const char *css, *why; /* NULL = good */
} styles[] = {
    {".a { color: red }", NULL},
    {"@media (max-width: 600px) { .a { flex: 1 } } @keyframes b { from { left: 0 } }", NULL},
    {".a::before { content: \"it's {\" ; background-position: 0 0; position : absolute }", NULL},
    {".a /* { url( */ { color: red }", NULL},
    {".a { scroll-behavior: smooth; --curl(x): 1 }", NULL},
    {"@import 'x';", "an @ rule other than @media and @keyframes."},
    {"@font-face { font-family: x }", "an @ rule other than @media and @keyframes."},
    {"@med\\69 a x {}", "a backslash; write the character itself."},
    {".a { background: u\\72l(x) }", "a backslash; write the character itself."},
    {"a{}&lt;/style>&lt;script>", "a < in it."},
    {"a{background:url(x)}", "a function that loads something (url( and the like); nothing may be loaded."},
    {"a{background:-webkit-image-set('x' 1x)}",
     "a function that loads something (url( and the like); nothing may be loaded."},
    {"a{width:EXPRESSION(1)}", "a function that loads something (url( and the like); nothing may be loaded."},
    {"a{behavior:x}", "behavior, -moz-binding or javascript: in it."},
    {"a{x:javascript:1}", "behavior, -moz-binding or javascript: in it."},
    {"a{position:fixed}", "a position that is not static, relative or absolute."},
    {"a{position/**/:/**/sticky}", "a position that is not static, relative or absolute."},
    {"a{position:var(--x)}", "a position that is not static, relative or absolute."},
    {"a{", "a bracket that is not closed."},
    {"a{}}", "a closing bracket without its opening one."},
    {"a{(})", "a closing bracket without its opening one."},
    {"a{content:'x\n'}", "quotes that are not closed on their line."},
    {"((((((((((((((((()))))))))))))))))", "brackets nested too deep."},
};

static void judges_styles(void **state) {
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        CLEANUP(buf_free) struct buf xml = {0}, wanted = {0};
        struct label_config *config;
        struct problem p = {0};
        buf_printf(&xml, "<View>" TEXT RATING "<Style>%s</Style></View>", styles[i].css);
        buf_printf(&wanted, "<Style> has %s", styles[i].why ? styles[i].why : "");
        err e = label_config_parse(buf_str(&xml), &config, &p);
        if (styles[i].why)
            assert_string_equal(p.fields[0].detail, wanted.data);
        else
            assert_int_equal(e, OK);
        label_config_free(config);
    }
    struct label_config *config;
    struct problem p = {0};
    assert_int_equal(label_config_parse(STR("<View style='a{}'>" TEXT RATING "</View>"), &config, &p),
                     ERR_CONFIG_INVALID);
    assert_string_equal(p.fields[0].detail, "The style has a brace { ; an attribute holds declarations only.");
    config = config_of("<View style='color: red /* x */'>" TEXT RATING "<Style>a{} /* b */</Style></View>");
    assert_json(json_object_get(label_config_json(config), "attrs"), "{\"style\":\"color: red  \"}");
    assert_json(json_object_get(json_array_get(json_object_get(label_config_json(config), "children"), 2), "children"),
                "[{\"text\":\"a{}  \"}]");
    label_config_free(config);
}

/* ------------------------------------------------------------------ limits */

static void assert_only_error(const struct buf *xml, const char *sentence) {
    struct label_config *config;
    struct problem p = {0};
    assert_int_equal(label_config_parse(buf_str(xml), &config, &p), ERR_CONFIG_INVALID);
    assert_string_equal(p.fields[0].detail, sentence);
}

static void assert_good(const struct buf *xml) { label_config_free(config_of(xml->data)); }

static void nest(struct buf *xml, int depth) {
    buf_clear(xml);
    for (int i = 0; i < depth - 1; i++) buf_add_text(xml, "<View>");
    buf_add_text(xml, TEXT RATING);
    for (int i = 0; i < depth - 1; i++) buf_add_text(xml, "</View>");
}

static void repeat(struct buf *xml, int count) {
    buf_clear(xml);
    buf_add_text(xml, "<View>" TEXT RATING);
    for (int i = 0; i < count - 3; i++) buf_add_text(xml, "<View/>");
    buf_add_text(xml, "</View>");
}

static void name_of(struct buf *xml, const char *before, size_t chars, const char *after) {
    buf_clear(xml);
    buf_add_text(xml, before);
    for (size_t i = 0; i < chars; i++) buf_add_text(xml, "ñ");
    buf_add_text(xml, after);
}

static void fields(struct buf *xml, int count) {
    buf_clear(xml);
    buf_add_text(xml, "<View>" TEXT RATING);
    for (int i = 1; i < count; i++) buf_printf(xml, "<Header value='$f%d'/>", i);
    buf_add_text(xml, "</View>");
}

static void keeps_limits(void **state) {
    CLEANUP(buf_free) struct buf xml = {0};
    nest(&xml, LABEL_CONFIG_DEPTH_MAX);
    assert_good(&xml);
    nest(&xml, LABEL_CONFIG_DEPTH_MAX + 1);
    assert_only_error(&xml, "Tags are nested more than 32 deep; put fewer into each other.");
    repeat(&xml, LABEL_CONFIG_NODES_MAX);
    assert_good(&xml);
    repeat(&xml, LABEL_CONFIG_NODES_MAX + 1);
    assert_only_error(&xml,
                      "There are more than 4000 tags; choices from the task (<Choices value=\"$field\">) need none.");
    repeat(&xml, 3);
    while (xml.len < LABEL_CONFIG_BYTES_MAX) buf_add_char(&xml, '\n');
    assert_good(&xml);
    buf_add_char(&xml, '\n');
    assert_only_error(&xml, "The label config is 131073 bytes long; at most 131072 are taken.");
    name_of(&xml, "<View>" TEXT RATING "<Text value='x' name='", LABEL_NAME_CHARS_MAX, "'/></View>");
    assert_good(&xml);
    name_of(&xml, "<View>" TEXT RATING "<Text value='x' name='", LABEL_NAME_CHARS_MAX + 1, "'/></View>");
    assert_only_error(&xml, "A name has 1 to 100 characters.");
    name_of(&xml, "<View>" TEXT "<Choices name='g' toName='t'><Choice value='", LABEL_CHOICE_CHARS_MAX,
            "'/></Choices></View>");
    assert_good(&xml);
    name_of(&xml, "<View>" TEXT "<Choices name='g' toName='t'><Choice value='", LABEL_CHOICE_CHARS_MAX + 1,
            "'/></Choices></View>");
    assert_only_error(&xml, "The value of a choice has at most 1000 characters.");
    fields(&xml, IMPORT_FIELDS_MAX);
    assert_good(&xml);
    fields(&xml, IMPORT_FIELDS_MAX + 1);
    assert_only_error(&xml, "The config names more than 200 fields of the task; use fewer.");
    buf_clear(&xml);
    buf_add_text(&xml, "<View>" TEXT RATING "<Header value='$");
    for (int i = 0; i <= LABEL_NAME_CHARS_MAX; i++) buf_add_char(&xml, 'a');
    buf_add_text(&xml, "'/></View>");
    assert_only_error(&xml, "A field name in value is longer than 100 characters.");
}

/* ------------------------------------------------------------------ what is read */

static void reads_configs(void **state) {
    struct label_config *config = config_of(
        "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-16'?>\n<!-- any -->\n"
        "<view classname='a b' STYLE='display: flex'>"
        "<Header value='Is $name glad? It costs $5, $name.' underline='True'/><Text name='t' value='$text'/>"
        "<HyperText name='h' value='&lt;b onclick=x>B&lt;/b>&lt;script>'/>"
        "<HyperText name='i' value='$html'/><Image name='p' value='$picture' zoom='1'/><Image "
        "value='https://a.org/?id=$id'/>"
        "<Choices name='g' toname='t' choice='multiple' required='true' showInLine='true' perRegion='false'>"
        "<Choice value='A' hotkey='1'/><Choice value='Bé' alias='b'/></Choices>"
        "<Choices name='d' toName='t' value='$options' allowNested='true'><Choice value='X'><Choice "
        "value='Y'/></Choice>"
        "</Choices>"
        "<TextArea name='w' toName='h' maxSubmissions='2' value='$text' visibleWhen='choice-selected' whenTagName='g'/>"
        "<Number name='n' toName='p' min='-1' max='1' step='.5' slider='true'/>"
        "<Rating name='r' toName='t' maxRating='7' icon='heart'/>"
        "</view>");
    assert_json(label_config_fields(config), "[\"name\",\"text\",\"html\",\"picture\",\"id\",\"options\"]");
    assert_json(
        label_config_controls(config),
        "[{\"name\":\"g\",\"to_name\":\"t\",\"type\":\"choices\",\"required\":true,\"multiple\":true,\"nested\":false,"
        "\"dynamic\":false,\"options\":[\"A\",\"b\"]},"
        "{\"name\":\"d\",\"to_name\":\"t\",\"type\":\"choices\",\"required\":false,\"multiple\":false,\"nested\":true,"
        "\"dynamic\":true,\"options\":[[\"X\",\"Y\"]]},"
        "{\"name\":\"w\",\"to_name\":\"h\",\"type\":\"textarea\",\"required\":false,\"max\":2},"
        "{\"name\":\"n\",\"to_name\":\"p\",\"type\":\"number\",\"required\":false,\"min\":-1.0,\"max\":1.0,\"step\":0."
        "5},"
        "{\"name\":\"r\",\"to_name\":\"t\",\"type\":\"rating\",\"required\":false,\"max\":7}]");
    assert_json(
        label_config_json(config),
        "{\"tag\":\"View\",\"attrs\":{\"className\":\"a b\",\"style\":\"display: flex\"},\"children\":["
        "{\"tag\":\"Header\",\"attrs\":{\"value\":\"Is $name glad? It costs $5, $name.\",\"underline\":\"true\"},"
        "\"children\":[]},"
        "{\"tag\":\"Text\",\"attrs\":{\"name\":\"t\",\"value\":\"$text\"},\"children\":[]},"
        "{\"tag\":\"HyperText\",\"attrs\":{\"name\":\"h\",\"value\":\"<b>B</b>\"},\"children\":[]},"
        "{\"tag\":\"HyperText\",\"attrs\":{\"name\":\"i\",\"value\":\"$html\"},\"children\":[]},"
        "{\"tag\":\"Image\",\"attrs\":{\"name\":\"p\",\"value\":\"$picture\",\"zoom\":\"true\"},\"children\":[]},"
        "{\"tag\":\"Image\",\"attrs\":{\"value\":\"https://a.org/?id=$id\"},\"children\":[]},"
        "{\"tag\":\"Choices\",\"attrs\":{\"name\":\"g\",\"toName\":\"t\",\"choice\":\"multiple\",\"required\":\"true\","
        "\"showInline\":\"true\",\"perRegion\":\"false\"},\"children\":["
        "{\"tag\":\"Choice\",\"attrs\":{\"value\":\"A\",\"hotkey\":\"1\"},\"children\":[]},"
        "{\"tag\":\"Choice\",\"attrs\":{\"value\":\"Bé\",\"alias\":\"b\"},\"children\":[]}]},"
        "{\"tag\":\"Choices\",\"attrs\":{\"name\":\"d\",\"toName\":\"t\",\"value\":\"$options\",\"allowNested\":"
        "\"true\"},"
        "\"children\":[{\"tag\":\"Choice\",\"attrs\":{\"value\":\"X\"},\"children\":["
        "{\"tag\":\"Choice\",\"attrs\":{\"value\":\"Y\"},\"children\":[]}]}]},"
        "{\"tag\":\"TextArea\",\"attrs\":{\"name\":\"w\",\"toName\":\"h\",\"maxSubmissions\":\"2\",\"value\":\"$text\","
        "\"visibleWhen\":\"choice-selected\",\"whenTagName\":\"g\"},\"children\":[]},"
        "{\"tag\":\"Number\",\"attrs\":{\"name\":\"n\",\"toName\":\"p\",\"min\":\"-1\",\"max\":\"1\",\"step\":\".5\","
        "\"slider\":\"true\"},\"children\":[]},"
        "{\"tag\":\"Rating\",\"attrs\":{\"name\":\"r\",\"toName\":\"t\",\"maxRating\":\"7\",\"icon\":\"heart\"},"
        "\"children\":[]}]}");
    label_config_free(config);
}

/* Two groups of which only one is shown wait for each other, and that is fine. */
static void takes_exclusive_groups(void **state) {
    label_config_free(config_of(
        "<View>" TEXT
        "<Choices name='x' toName='t' visibleWhen='choice-unselected' whenTagName='y'><Choice value='A'/></Choices>"
        "<Choices name='y' toName='t' visibleWhen='choice-unselected' whenTagName='x'><Choice "
        "value='A'/></Choices></View>"));
}

static int setup(void **state) {
    label_config_setup();
    return 0;
}

static void tells_the_kind_of_work(void **state) {
    static const struct {
        const char *xml;
        unsigned kinds;
    } cases[] = {
        {"<View>" TEXT RATING "</View>", 1u << WORK_TEXT},
        {"<View><View><Image name='i' value='$i'/></View><Rating name='r' toName='i'/></View>", 1u << WORK_PICTURE},
        {"<View>" TEXT "<Audio name='a' value='$a'/><Image name='i' value='$i'/><Rating name='r' toName='a'/></View>",
         1u << WORK_SOUND | 1u << WORK_PICTURE},
        {"<View><Video name='v' value='$v'/><Rating name='r' toName='v'/></View>", 1u << WORK_VIDEO},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct label_config *config = config_of(cases[i].xml);
        assert_int_equal(label_config_kinds(config), cases[i].kinds);
        label_config_free(config);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_mistakes),         cmocka_unit_test(finds_several),
        cmocka_unit_test(judges_styles),          cmocka_unit_test(keeps_limits),
        cmocka_unit_test(reads_configs),          cmocka_unit_test(takes_exclusive_groups),
        cmocka_unit_test(tells_the_kind_of_work),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
