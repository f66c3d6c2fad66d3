/* Masks (label_brush.h): two codes for one picture. The first two bytes are its width and height, the third says where
 * the second code begins. A code that is taken overlaps with itself, and with another one as that one with it. */
#include <assert.h>
#include <math.h>
#include <stdint.h>

#include "domain/label_brush.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static json_t *list_of(const uint8_t *bytes, size_t len) {
    json_t *list = json_array();
    for (size_t i = 0; i < len; i++) json_array_append_new(list, json_integer(bytes[i]));
    return list;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 3) return 0;
    int64_t width = data[0] + 1, height = data[1] + 1;
    size_t len = size - 3, cut = data[2] < len ? data[2] : len;
    json_t *a = list_of(data + 3, cut), *b = list_of(data + 3 + cut, len - cut);
    bool a_good = !label_rle_wrong(a, width, height), b_good = !label_rle_wrong(b, width, height);
    if (a_good) assert(label_rle_overlap(a, a) == 1);
    if (a_good && b_good) {
        double one = label_rle_overlap(a, b), other = label_rle_overlap(b, a);
        assert(one >= 0 && one <= 1 && fabs(one - other) < 1e-9);
    }
    json_decref(a);
    json_decref(b);
    return 0;
}
