/* Any JSON as task data, as an answer, and as a simple value, for a config with every control. The input is a JSON list
 * [data, result, value] or any other JSON, which then is all three. */
#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/json.h"
#include "domain/label_config.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const char xml[] =
    "<View><Text name='t' value='$text'/><HyperText name='h' value='$html'/><Image name='i' value='$image'/>"
    "<Choices name='c' toName='t'><Choice value='A'/><Choice value='B' alias='b'/></Choices>"
    "<Choices name='m' toName='t' choice='multiple' value='$list'><Choice value='A'/></Choices>"
    "<Choices name='n' toName='t' choice='multiple' allowNested='true' value='$tree'><Choice value='X'><Choice "
    "value='Y'/>"
    "</Choice></Choices>"
    "<View visibleWhen='choice-selected' whenTagName='c' whenChoiceValue='B'>"
    "<TextArea name='w' toName='t' maxSubmissions='3' skipDuplicates='true' required='true'/></View>"
    "<Number name='u' toName='t' min='0' max='10' step='0.5'/>"
    "<Rating name='r' toName='t' visibleWhen='choice-unselected' whenTagName='n' whenChoiceValue='X'/></View>";

/* Regions, relations, lists and repeated parts. */
static const char xml_regions[] =
    "<View><Text name='t' value='$text'/><HyperText name='h' value='$html'/><Paragraphs name='p' value='$talk'/>"
    "<Image name='i' value='$image'/><List name='l' value='$items'/><Table name='b' value='$table'/>"
    "<Chat name='a' value='$chat'/><Markdown name='m' value='$meta.md'/>"
    "<Labels name='x' toName='t' choice='multiple' maxUsages='2' value='$labels'><Label value='A'/><Label value='B' "
    "alias='b'/></Labels><HyperTextLabels name='y' toName='h'><Label value='A'/></HyperTextLabels>"
    "<ParagraphLabels name='z' toName='p'><Label value='A'/></ParagraphLabels>"
    "<RectangleLabels name='r' toName='i'><Label value='A'/></RectangleLabels><Brush name='s' toName='i'/>"
    "<Choices name='c' toName='t' perRegion='true' required='true' visibleWhen='region-selected' whenTagName='x' "
    "whenLabelValue='A'><Choice value='1'/><Choice value='2'/></Choices>"
    "<TextArea name='w' toName='t' perRegion='true' visibleWhen='choice-selected' whenTagName='c' whenChoiceValue='1'/>"
    "<Relations><Relation value='R'/></Relations><DateTime name='d' toName='t' only='date' min='2020'/>"
    "<Taxonomy name='n' toName='t'><Choice value='X'><Choice value='Y'/></Choice></Taxonomy>"
    "<Pairwise name='k' toName='t,h'/><Ranker name='o' toName='l'><Bucket name='good'/></Ranker>"
    "<Repeater on='$pages'><Text name='t_{{idx}}' value='$pages[{{idx}}].text'/><Rating name='r_{{idx}}' "
    "toName='t_{{idx}}'/></Repeater></View>";

static void check(const struct label_config *config, const json_t *data, const json_t *result) {
    struct problem p = {0};
    err e = label_config_check_answer(config, data, result, &p);
    assert((e == OK) == (p.field_count == 0));
    assert(e == label_config_check_answer(config, data, result, NULL));
    for (int i = 0; i < p.field_count && i < PROBLEM_FIELDS_MAX; i++)
        assert(str_utf8_valid(str_from(p.fields[i].detail)));
    if (e != OK) return;
    CLEANUP(buf_free) struct buf key = {0};
    CLEANUP(json_drop) json_t *parsed = NULL;
    label_config_answer_key(config, result, &key);
    assert(json_parse(buf_str(&key), &parsed, NULL) == OK);
    assert(label_config_gold_matches(config, result, result));
}

static void run(const struct label_config *config, const json_t *data, const json_t *result, const json_t *value) {
    CLEANUP(json_drop) json_t *shown = NULL, *made = NULL;
    struct problem p = {0};
    label_config_check_task(config, data, &p);
    shown = label_config_page_data(config, data);
    check(config, data, result);
    if (label_config_answer_from_value(config, data, value, &made, NULL) == OK) check(config, data, made);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    static struct label_config *config, *regions;
    if (!config) {
        label_config_setup();
        if (label_config_parse(STR(xml), &config, NULL) != OK) assert(0);
        if (label_config_parse(STR(xml_regions), &regions, NULL) != OK) assert(0);
    }
    CLEANUP(json_drop) json_t *all = NULL;
    if (json_parse((str){(const char *)bytes, len}, &all, NULL) != OK) return 0;
    bool is_three = json_array_size(all) == 3;
    const json_t *data = is_three ? json_array_get(all, 0) : all, *result = is_three ? json_array_get(all, 1) : all,
                 *value = is_three ? json_array_get(all, 2) : all;
    run(config, data, result, value);
    run(regions, data, result, value);
    return 0;
}
