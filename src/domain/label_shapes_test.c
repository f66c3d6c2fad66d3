/* Tests of the regions on pictures, sound, video and time series (label_shapes.c, label_media.c, label_brush.c). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/json.h"
#include "domain/label_brush.h"
#include "domain/label_config.h"

static const char *golden; /* tests/golden/brush_rle.json */

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
    if (label_config_parse(str_from(xml), &config, &p) != OK) fail_msg("%s: %s", xml, p.detail);
    return config;
}

static const char picture[] =
    "<View><Image name='image' value='$image'/>"
    "<RectangleLabels name='box' toName='image'><Label value='Car'/><Label value='Van' alias='V'/></RectangleLabels>"
    "<EllipseLabels name='round' toName='image'><Label value='Wheel'/></EllipseLabels>"
    "<PolygonLabels name='area' toName='image'><Label value='Road'/></PolygonLabels>"
    "<KeyPointLabels name='dot' toName='image'><Label value='Lamp'/></KeyPointLabels>"
    "<BrushLabels name='mask' toName='image'><Label value='Sky'/></BrushLabels>"
    "<Rectangle name='r' toName='image'/><Ellipse name='e' toName='image'/><Polygon name='p' toName='image'/>"
    "<KeyPoint name='k' toName='image'/><Brush name='b' toName='image' maxUsages='1'/>"
    "<Labels name='kind' toName='image'><Label value='Thing'/></Labels>"
    "<TextArea name='words' toName='image' perRegion='true'/></View>";
static const char picture_data[] = "{'image':'https://example.org/a.jpg'}";
static const char sound[] = "<View><Audio name='audio' value='$audio'/><Labels name='who' toName='audio'>"
                            "<Label value='A'/><Label value='B'/></Labels><TextArea name='said' toName='audio' "
                            "perRegion='true' required='true'/></View>";
static const char sound_data[] = "{'audio':'/files/0123456789abcdef0123456789abcdef01234567'}";
static const char film[] = "<View><Video name='video' value='$video' frameRate='25'/><VideoRectangle name='box' "
                           "toName='video'/><Labels name='what' toName='video'><Label value='Man'/><Label "
                           "value='Dog'/></Labels></View>";
static const char film_data[] = "{'video':'https://example.org/a.mp4'}";
static const char series[] =
    "<View><TimeSeries name='ts' value='$ts' timeColumn='t'><Channel column='v'/></TimeSeries>"
    "<TimeSeriesLabels name='state' toName='ts'><Label value='Run'/></TimeSeriesLabels></View>";
static const char series_data[] = "{'ts':{'t':[1,2,3],'v':[1.5,2,null]}}";

#define ON_PICTURE(name, type, value)                                                                               \
    "[{'id':'a','from_name':'" name "','to_name':'image','type':'" type "','original_width':7,'original_height':5," \
    "'image_rotation':0,'value':{" value "}}]"
#define BOX(place) ON_PICTURE("box", "rectanglelabels", place ",'rectanglelabels':['Car']")
#define ROUND(place) ON_PICTURE("round", "ellipselabels", place ",'ellipselabels':['Wheel']")
#define AREA(place) ON_PICTURE("area", "polygonlabels", place ",'polygonlabels':['Road']")
#define DOT(place) ON_PICTURE("dot", "keypointlabels", place ",'keypointlabels':['Lamp']")
#define MASK(place) ON_PICTURE("mask", "brushlabels", place ",'brushlabels':['Sky']")
#define PLAIN_MASK(id)                                                                    \
    "{'id':'" id "','from_name':'b','to_name':'image','type':'brush','original_width':7," \
    "'original_height':5,'image_rotation':0,'value':{'format':'rle','rle':[" RLE_BYTES "]}}"
/* 7 x 5 pixels, none painted: 140 values of 0 in one run of 8 bits' length */
#define RLE_BYTES "0,0,0,140,57,27,254,139,0,0"
#define SOUND(more, value)                                                                                        \
    "[{'id':'a','from_name':'who','to_name':'audio','type':'labels'" more ",'value':{" value ",'labels':['A']}}," \
    "{'id':'a','from_name':'said','to_name':'audio','type':'textarea','value':{'text':['hm']}}]"
#define FILM(value)                                                                                                \
    "[{'id':'a','from_name':'box','to_name':'video','type':'videorectangle','value':{'framesCount':50,'duration':" \
    "2," value "}}]"
#define KEY(frame, more) \
    "{'frame':" frame ",'enabled':true,'time':0.5,'x':10,'y':10,'width':20,'height':20,'rotation':0" more "}"
#define SERIES(value)                                                                         \
    "[{'id':'a','from_name':'state','to_name':'ts','type':'timeserieslabels','value':{" value \
    ",'timeserieslabels':['Run']}}]"

struct example {
    const char *config, *data, *result;
    const char *wrong; /* in the first error; NULL = the answer is right */
};

static const struct example examples[] = {
    {picture, picture_data, BOX("'x':10,'y':20.5,'width':30,'height':40,'rotation':0"), NULL},
    {picture, picture_data, BOX("'x':70,'y':-5,'width':30,'height':40,'rotation':45"), NULL},
    {picture, picture_data, BOX("'x':0,'y':0,'width':100.04,'height':100"), NULL},
    {picture, picture_data, BOX("'x':-3,'y':0,'width':10,'height':10"), "\"x\" must be a number from 0 to 100"},
    {picture, picture_data, BOX("'x':'3','y':0,'width':10,'height':10"), "\"x\" must be a number"},
    {picture, picture_data, BOX("'y':0,'width':10,'height':10"), "\"x\" must be a number"},
    {picture, picture_data, BOX("'x':95,'y':0,'width':10,'height':10"), "beyond the picture"},
    {picture, picture_data, BOX("'x':5,'y':91,'width':10,'height':10"), "beyond the picture"},
    {picture, picture_data, BOX("'x':5,'y':1,'width':0,'height':10"), "\"width\" must be more than 0"},
    {picture, picture_data, BOX("'x':5,'y':1,'width':10,'height':10,'rotation':400"), "\"rotation\" must be a number"},
    {picture, picture_data, BOX("'x':5,'y':1,'width':10,'height':10,'depth':4"), "no member \"depth\""},
    {picture, picture_data,
     ON_PICTURE("box", "rectanglelabels",
                "'x':5,'y':1,'width':10,'height':10,"
                "'rectanglelabels':['Van']"),
     "no label \"Van\""},
    {picture, picture_data, ON_PICTURE("box", "rectangle", "'x':5,'y':1,'width':10,'height':10"),
     "must be \"rectanglelabels\""},
    {picture, picture_data, ON_PICTURE("r", "rectangle", "'x':5,'y':1,'width':10,'height':10,'rotation':0"), NULL},
    {picture, picture_data, ROUND("'x':50,'y':50,'radiusX':60,'radiusY':10,'rotation':30"), NULL},
    {picture, picture_data, ROUND("'x':50,'y':50,'radiusX':-1,'radiusY':10"), "\"radiusX\" must be a number"},
    {picture, picture_data, ROUND("'x':50,'y':50,'radiusX':5,'radiusY':0"), "\"radiusY\" must be more than 0"},
    {picture, picture_data, ROUND("'x':50,'y':500,'radiusX':5,'radiusY':5"), "\"y\" must be a number from 0 to 100"},
    {picture, picture_data, ON_PICTURE("e", "ellipse", "'x':50,'y':50,'radiusX':5,'radiusY':5,'rotation':0"), NULL},
    {picture, picture_data, AREA("'points':[[1,1],[50,2.5],[30,100]],'closed':true"), NULL},
    {picture, picture_data, AREA("'points':[[1,1],[50,2.5],[30,100]]"), NULL},
    {picture, picture_data, AREA("'points':[[1,1],[50,2.5]]"), "a list of 3 to 10000 points"},
    {picture, picture_data, AREA("'points':'1,1'"), "a list of 3 to 10000 points"},
    {picture, picture_data, AREA("'points':[[1,1],[50],[30,100]]"), "A point must be [x, y]"},
    {picture, picture_data, AREA("'points':[[1,1],[50,101],[30,100]]"), "two numbers from 0 to 100"},
    {picture, picture_data, AREA("'points':[[1,1],[50,2.5],[30,100]],'closed':false"), "must be closed"},
    {picture, picture_data, ON_PICTURE("p", "polygon", "'points':[[1,1],[50,2.5],[30,100]],'closed':true"), NULL},
    {picture, picture_data, DOT("'x':3.1,'y':8.2,'width':2"), NULL},
    {picture, picture_data, DOT("'x':3.1,'y':108.2,'width':2"), "\"y\" must be a number"},
    {picture, picture_data, DOT("'x':3.1,'y':8.2,'width':null"), "\"width\" must be a number"},
    {picture, picture_data, ON_PICTURE("k", "keypoint", "'x':3.1,'y':8.2,'width':2"), NULL},
    {picture, picture_data, MASK("'format':'rle','rle':[" RLE_BYTES "]"), NULL},
    {picture, picture_data, ON_PICTURE("b", "brush", "'format':'rle','rle':[" RLE_BYTES "]"), NULL},
    {picture, picture_data, "[" PLAIN_MASK("a") "," PLAIN_MASK("z") "]", "\"b\" may be used 1 time only"},
    {picture, picture_data, MASK("'format':'png','rle':[" RLE_BYTES "]"), "\"format\" of a mask must be \"rle\""},
    {picture, picture_data, MASK("'format':'rle'"), "\"rle\" must be a list of bytes"},
    {picture, picture_data, MASK("'format':'rle','rle':[0,256]"), "\"rle\" must be a list of bytes"},
    {picture, picture_data, MASK("'format':'rle','rle':[0,0,0,140]"), "\"rle\" is too short"},
    {picture, picture_data, MASK("'format':'rle','rle':[0,0,0,144,57,27,254,139,0,0]"), "\"rle\" is not of a picture"},
    {picture, picture_data, MASK("'format':'rle','rle':[0,0,0,140,57,27,252]"), "\"rle\" ends before"},
    {picture, picture_data, MASK("'format':'rle','rle':[" RLE_BYTES ",0,0]"), "\"rle\" goes on after"},
    {picture, picture_data,
     "[{'id':'a','from_name':'mask','to_name':'image','type':'brushlabels','value':{"
     "'format':'rle','rle':[1],'brushlabels':['Sky']}}]",
     "needs original_width"},
    {picture, picture_data,
     "[{'id':'a','from_name':'r','to_name':'image','type':'rectangle','value':{'x':5,'y':1,'width':10,'height':10}},"
     "{'id':'a','from_name':'kind','to_name':'image','type':'labels','value':{'x':5,'y':1,'width':10,'height':10,"
     "'labels':['Thing']}},{'id':'a','from_name':'words','to_name':'image','type':'textarea','value':{'text':['x']}}]",
     NULL},
    {picture, picture_data,
     "[{'id':'a','from_name':'kind','to_name':'image','type':'labels','value':{'x':5,'y':1,'width':10,'height':10,"
     "'labels':['Thing']}}]",
     "no item with this id draws one"},
    {sound, sound_data, SOUND(",'original_length':18.5", "'start':3.1,'end':8.2,'channel':0"), NULL},
    {sound, sound_data, SOUND("", "'start':0,'end':0.5"), NULL},
    {sound, sound_data, SOUND("", "'start':3,'end':3"), "\"end\" must be later"},
    {sound, sound_data, SOUND("", "'start':-2,'end':3"), "\"start\" must be a number"},
    {sound, sound_data, SOUND("", "'start':2"), "\"end\" must be a number"},
    {sound, sound_data, SOUND(",'original_length':18.5", "'start':3,'end':30"), "ends after the sound"},
    {sound, sound_data, SOUND(",'original_length':0", "'start':3,'end':30"), "length of the sound"},
    {sound, sound_data, SOUND("", "'start':3,'end':4,'channel':-1"), "\"channel\" must be"},
    {sound, sound_data,
     "[{'id':'a','from_name':'who','to_name':'audio','type':'labels','value':{'start':1,'end':2,"
     "'labels':['A']}}]",
     "needs an answer for the region"},
    {film, film_data, FILM("'sequence':[" KEY("1", "") "," KEY("50", "") "],'labels':['Man']"), NULL},
    {film, film_data, FILM("'sequence':[" KEY("1", "") "]"), NULL},
    {film, film_data, FILM("'sequence':[]"), "a list of 1 to 5000 key frames"},
    {film, film_data, FILM("'labels':['Man']"), "a list of 1 to 5000 key frames"},
    {film, film_data, FILM("'sequence':[" KEY("5", "") "," KEY("5", "") "]"), "in the order of their frames"},
    {film, film_data, FILM("'sequence':[" KEY("0", "") "]"), "whole number from 1"},
    {film, film_data, FILM("'sequence':[" KEY("70", "") "]"), "behind the video's last frame"},
    {film, film_data, FILM("'sequence':[{'frame':1,'x':1,'y':1,'width':-4,'height':4}]"),
     "must be numbers, in percent"},
    {film, film_data, FILM("'sequence':[{'frame':1,'x':1,'y':1,'width':4,'height':4,'enabled':1}]"), "\"enabled\""},
    {film, film_data, FILM("'sequence':[{'frame':1,'x':1,'y':1,'width':4,'height':4,'time':-1}]"), "\"time\""},
    {film, film_data, FILM("'sequence':[{'frame':1,'x':1,'y':1,'width':4,'height':4,'rotation':900}]"), "\"rotation\""},
    {film, film_data, FILM("'sequence':[" KEY("1", "") "],'labels':['Cat']"), "no label \"Cat\""},
    {film, film_data,
     "[{'id':'a','from_name':'box','to_name':'video','type':'videorectangle','value':{'framesCount':0,"
     "'sequence':[" KEY("1", "") "]}}]",
     "\"framesCount\" must be"},
    {series, series_data, SERIES("'start':1,'end':3,'instant':false"), NULL},
    {series, series_data, SERIES("'start':2,'end':2,'instant':true"), NULL},
    {series, series_data, SERIES("'start':'2020-01-01','end':'2020-01-02','instant':false"), NULL},
    {series, series_data, SERIES("'start':1,'end':'2'"), "both be numbers or both be texts"},
    {series, series_data, SERIES("'start':4,'end':3"), "must not be before"},
    {series, series_data, SERIES("'start':1,'end':3,'instant':true"), "must end where it starts"},
    {series, series_data, SERIES("'start':1,'end':3,'instant':'no'"), "true or false"},
    {series, series_data, SERIES("'start':[1],'end':3"), "\"start\" must be a number, or a time"},
};

static void answers_by_example(void **state) {
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const struct example *e = &examples[i];
        struct label_config *config = config_of(e->config);
        CLEANUP(json_drop) json_t *data = json_of(e->data), *result = json_of(e->result);
        struct problem p = {0};
        err outcome = label_config_check_answer(config, data, result, &p);
        if (!e->wrong && outcome != OK) fail_msg("%s\n%s: %s", e->result, p.fields[0].path, p.detail);
        if (e->wrong && outcome != ERR_ANSWER_INVALID) fail_msg("%s\nis taken", e->result);
        if (e->wrong && !strstr(p.detail, e->wrong)) fail_msg("%s\n%s\nnot: %s", e->result, p.detail, e->wrong);
        if (!e->wrong) {
            CLEANUP(buf_free) struct buf key = {0};
            label_config_answer_key(config, result, &key);
            assert_true(key.len > 2);
            assert_true(label_config_gold_matches(config, result, result));
        }
        label_config_free(config);
    }
}

static const struct example pairs[] = {
    /* half of the area or more in common is the same thing */
    {picture, BOX("'x':10,'y':10,'width':40,'height':40"), BOX("'x':14,'y':12,'width':40,'height':40"), NULL},
    {picture, BOX("'x':10,'y':10,'width':40,'height':40"), BOX("'x':40,'y':12,'width':40,'height':40"), "apart"},
    {picture, BOX("'x':10,'y':10,'width':40,'height':20,'rotation':90"), BOX("'x':-10,'y':10,'width':20,'height':40"),
     "the second lies beside the picture, and is no right answer, but the rule knows it"},
    {picture, BOX("'x':50,'y':10,'width':40,'height':20,'rotation':90"), BOX("'x':30,'y':10,'width':20,'height':40"),
     NULL},
    {picture, BOX("'x':10,'y':10,'width':40,'height':40"),
     ON_PICTURE("box", "rectanglelabels", "'x':10,'y':10,'width':40,'height':40,'rectanglelabels':['V']"), "a van"},
    {picture, ROUND("'x':50,'y':50,'radiusX':10,'radiusY':20"), ROUND("'x':51,'y':52,'radiusX':10,'radiusY':20"), NULL},
    {picture, ROUND("'x':50,'y':50,'radiusX':10,'radiusY':20"), ROUND("'x':50,'y':50,'radiusX':20,'radiusY':10"),
     "crossed"},
    {picture, AREA("'points':[[0,0],[40,0],[40,40],[0,40]]"), AREA("'points':[[2,0],[42,1],[40,40],[0,40]]"), NULL},
    {picture, AREA("'points':[[0,0],[40,0],[40,40],[0,40]]"), AREA("'points':[[0,0],[40,40],[0,20]]"), "a part"},
    {picture, DOT("'x':50,'y':50,'width':1"), DOT("'x':51,'y':51,'width':3"), NULL},
    {picture, DOT("'x':50,'y':50,'width':1"), DOT("'x':56,'y':51,'width':1"), "elsewhere"},
    {sound, SOUND("", "'start':1,'end':3"), SOUND("", "'start':1.2,'end':3.3"), NULL},
    {sound, SOUND("", "'start':1,'end':3"), SOUND("", "'start':2.5,'end':5"), "later"},
    {film, FILM("'sequence':[" KEY("1", "") "," KEY("50", "") "]"), FILM("'sequence':[" KEY("1", "") "]"), NULL},
    {film, FILM("'sequence':[" KEY("1", "") "," KEY("50", "") "]"), FILM("'sequence':[" KEY("40", "") "]"), "late"},
    {series, SERIES("'start':1,'end':3"), SERIES("'start':1,'end':2.5"), NULL},
    {series, SERIES("'start':1,'end':3"), SERIES("'start':'1','end':'3'"), "texts"},
};

static void gold_by_example(void **state) {
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct label_config *config = config_of(pairs[i].config);
        CLEANUP(json_drop) json_t *gold = json_of(pairs[i].data), *result = json_of(pairs[i].result);
        bool right = label_config_gold_matches(config, gold, result);
        bool wanted = !pairs[i].wrong || strstr(pairs[i].wrong, "the rule knows it");
        if (right != wanted)
            fail_msg("%s\n%s\nare taken for %s", pairs[i].data, pairs[i].result, right ? "one" : "two");
        label_config_free(config);
    }
}

/* ------------------------------------------------------------------ masks */

static void reads_what_the_converter_wrote(void **state) {
    CLEANUP(json_drop) json_t *vectors = json_load_file(golden, 0, NULL);
    assert_true(json_array_size(vectors) >= 9);
    for (size_t i = 0; i < json_array_size(vectors); i++) {
        const json_t *v = json_array_get(vectors, i), *rle = json_object_get(v, "rle");
        int64_t width = json_integer_value(json_object_get(v, "width")),
                height = json_integer_value(json_object_get(v, "height"));
        const char *why = label_rle_wrong(rle, width, height);
        if (why) fail_msg("%s: %s", json_string_value(json_object_get(v, "name")), why);
        assert_non_null(label_rle_wrong(rle, width, height + 1));
        assert_non_null(label_rle_wrong(rle, width + 1, height));
        assert_true(label_rle_overlap(rle, rle) == 1);
        /* every shorter list is refused, but for the zeros at the end */
        CLEANUP(json_drop) json_t *cut = json_copy((json_t *)rle);
        json_array_remove(cut, json_array_size(cut) - 1);
        json_array_remove(cut, json_array_size(cut) - 1);
        assert_non_null(label_rle_wrong(cut, width, height));
    }
}

/* Counts painted pixels by comparing with a mask of the same size that is painted all over. */
static json_t *full_mask(int64_t width, int64_t height) {
    json_t *rle = json_array();
    int64_t values = width * height * 4;
    unsigned char head[] = {(unsigned char)(values >> 24),
                            (unsigned char)(values >> 16),
                            (unsigned char)(values >> 8),
                            (unsigned char)values,
                            7 << 3 | 7 >> 1,
                            (7 & 1) << 7 | 7 << 3 | 7 >> 1,
                            0};
    /* four lengths of 16 bits each, so that head is 53 bits: 32, 5 (7 = 8 bits), 15 15 15 15 */
    head[4] = 7 << 3 | 15 >> 1, head[5] = (15 & 1) << 7 | 15 << 3 | 15 >> 1, head[6] = (15 & 1) << 7 | 15 << 3;
    unsigned long long held = head[6] >> 3;
    int bits = 5;
    for (int i = 0; i < 6; i++) json_array_append_new(rle, json_integer(head[i]));
    for (int64_t left = values; left > 0;) {
        int64_t run = left < 65536 ? left : 65536;
        held = held << 27 | 4ull << 24 | (unsigned long long)(run - 1) << 8 | 255;
        bits += 27;
        for (; bits >= 8; bits -= 8) json_array_append_new(rle, json_integer((json_int_t)(held >> (bits - 8) & 255)));
        held &= (1ull << bits) - 1;
        left -= run;
    }
    json_array_append_new(rle, json_integer((json_int_t)(held << (8 - bits) & 255)));
    return rle;
}

static void measures_masks(void **state) {
    CLEANUP(json_drop) json_t *vectors = json_load_file(golden, 0, NULL);
    for (size_t i = 0; i < json_array_size(vectors); i++) {
        const json_t *v = json_array_get(vectors, i), *spans = json_object_get(v, "spans");
        int64_t width = json_integer_value(json_object_get(v, "width")),
                height = json_integer_value(json_object_get(v, "height")), painted = 0;
        for (size_t y = 0; y < json_array_size(spans); y++) {
            const json_t *row = json_array_get(spans, y);
            for (size_t k = 0; k < json_array_size(row); k++)
                painted += (k % 2 ? 1 : -1) * json_integer_value(json_array_get(row, k));
        }
        CLEANUP(json_drop) json_t *full = full_mask(width, height);
        assert_null(label_rle_wrong(full, width, height));
        double share = label_rle_overlap(full, json_object_get(v, "rle"));
        assert_int_equal((int)(share * (double)(width * height) + 0.5), painted);
    }
}

static void takes_task_data(void **state) {
    static const struct example tasks[] = {
        {series, series_data, NULL, NULL},
        {series, "{'ts':'t,v\\n1,2\\n2,3'}", NULL, NULL},
        {series, "{'ts':'/files/0123456789abcdef0123456789abcdef01234567'}", NULL, NULL},
        {series, "{'ts':'nothing'}", NULL, "must be a time series"},
        {series, "{'ts':{'t':[1,2],'v':[1]}}", NULL, "of the same length"},
        {series, "{'ts':{'t':[1,{}],'v':[1,2]}}", NULL, "of the same length"},
        {series, "{'ts':{}}", NULL, "of the same length"},
        {sound, "{'audio':'https://example.org/a.ogg'}", NULL, NULL},
        {sound, "{'audio':'data:audio/ogg;base64,AAAA'}", NULL, NULL},
        {sound, "{'audio':'data:text/html;base64,AAAA'}", NULL, "address of a sound or video file"},
        {sound, "{'audio':'javascript:alert(1)'}", NULL, "address of a sound or video file"},
        {sound, "{'audio':7}", NULL, "address of a sound or video file"},
    };
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++) {
        struct label_config *config = config_of(tasks[i].config);
        CLEANUP(json_drop) json_t *data = json_of(tasks[i].data);
        struct problem p = {0};
        err outcome = label_config_check_task(config, data, &p);
        if (!tasks[i].wrong != (outcome == OK)) fail_msg("%s: %s", tasks[i].data, p.detail);
        if (tasks[i].wrong && !strstr(p.fields[0].detail, tasks[i].wrong)) fail_msg("%s", p.fields[0].detail);
        label_config_free(config);
    }
}

int main(int argc, char **argv) {
    golden = argc > 1 ? argv[1] : "tests/golden/brush_rle.json";
    label_config_setup();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_by_example),
        cmocka_unit_test(gold_by_example),
        cmocka_unit_test(reads_what_the_converter_wrote),
        cmocka_unit_test(measures_masks),
        cmocka_unit_test(takes_task_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
