/* Results with marks on pictures, sound, video and time series, as JSON: a result that is taken is right by itself as
 * gold and has the same key again; one that is not has an error with a sentence. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "domain/label_config.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LABELS(tag, name, to) \
    "<" tag " name='" name "' toName='" to "'><Label value='A'/><Label value='B' alias='b'/></" tag ">"
static const char xml[] =
    "<View><Image name='image' value='$image'/><Image name='pages' valueList='$pages'/><Audio name='audio' "
    "value='$audio'/>"
    "<Video name='video' value='$video'/><TimeSeries name='series' value='$series' timeColumn='t'><Channel column='v'/>"
    "</TimeSeries>" LABELS("RectangleLabels", "rect", "image") LABELS("EllipseLabels", "oval", "image")
        LABELS("PolygonLabels", "poly", "image") LABELS("KeyPointLabels", "point", "image")
            LABELS("BrushLabels", "mask", "image") LABELS("RectangleLabels", "page", "pages")
                LABELS("Labels", "heard", "audio")
                    LABELS("TimeSeriesLabels", "event", "series") "<VideoRectangle name='box' toName='video'/>" LABELS(
                        "Labels", "what", "video") "<TextArea name='words' toName='image' perRegion='true'/>"
                                                   "<Choices name='kind' toName='pages' perItem='true'><Choice "
                                                   "value='x'/><Choice value='y'/></Choices>"
                                                   "<Relations><Relation value='r'/></Relations></View>";
static const char task_text[] =
    "{\"image\":\"/files/a\",\"pages\":[\"/files/a\",\"/files/b\"],\"audio\":\"/files/c\",\"video\":\"/files/d\","
    "\"series\":{\"t\":[1,2,3,4],\"v\":[1,2,3,4]}}";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct label_config *config;
    static json_t *task;
    if (!config) {
        struct problem p = {0};
        assert(label_config_parse(str_from(xml), &config, &p) == OK);
        assert(json_parse(str_from(task_text), &task, NULL) == OK);
        assert(label_config_check_task(config, task, NULL) == OK);
    }
    json_t *result = NULL;
    if (json_parse((str){(const char *)data, size}, &result, NULL) != OK) return 0;
    struct problem p = {0};
    if (label_config_check_answer(config, task, result, &p) != OK) {
        assert(p.field_count > 0 && p.fields[0].detail[0]);
    } else {
        CLEANUP(buf_free) struct buf key = {0}, again = {0};
        label_config_answer_key(config, result, &key);
        label_config_answer_key(config, result, &again);
        assert(key.len > 0 && str_equal(buf_str(&key), buf_str(&again)));
        assert(label_config_gold_matches(config, result, result));
    }
    json_decref(result);
    return 0;
}
