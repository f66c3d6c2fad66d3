/* Masks: see label_brush.h. */
#include "domain/label_brush.h"

#include <string.h>

#include "domain/label_parts.h"

enum { HEADER_BITS = 32 + 5 + 4 * 4, VALUES_OF_PIXEL = 4, ALPHA = 3 };

struct bits {
    const json_t *bytes;
    size_t count; /* of bits */
    size_t at;
};

/* At most 32 bits; the caller has seen that they are there. */
static uint32_t bits_read(struct bits *b, int n) {
    uint64_t value = 0;
    while (n > 0) {
        unsigned byte = (unsigned)json_integer_value(json_array_get(b->bytes, b->at / 8));
        int left = 8 - (int)(b->at % 8), take = n < left ? n : left;
        value = value << take | ((byte >> (left - take)) & ((1u << take) - 1));
        b->at += (size_t)take;
        n -= take;
    }
    return (uint32_t)value;
}

static bool bits_left(const struct bits *b, uint64_t n) { return b->count - b->at >= n; }

/* ------------------------------------------------------------------ runs */

struct reader {
    struct bits bits;
    int64_t total, next; /* values; the next one's index */
    int word_bits, length_bits[4];
    /* the run under way */
    int64_t left;
    bool same;
    uint32_t value;
};

static bool reader_begin(struct reader *r, const json_t *rle) {
    *r = (struct reader){.bits = {.bytes = rle, .count = json_array_size(rle) * 8}};
    if (!bits_left(&r->bits, HEADER_BITS)) return false;
    r->total = bits_read(&r->bits, 32);
    r->word_bits = (int)bits_read(&r->bits, 5) + 1;
    for (int i = 0; i < 4; i++) r->length_bits[i] = (int)bits_read(&r->bits, 4) + 1;
    return true;
}

/* The next run's head; why not, or NULL. */
static const char *run_begin(struct reader *r) {
    if (!bits_left(&r->bits, 3)) return "ends before the picture does.";
    r->same = bits_read(&r->bits, 1);
    int length = r->length_bits[bits_read(&r->bits, 2)];
    if (!bits_left(&r->bits, (uint64_t)length)) return "ends before the picture does.";
    r->left = (int64_t)bits_read(&r->bits, length) + 1;
    if (r->left > r->total - r->next) return "has more values than the picture.";
    if (!bits_left(&r->bits, (uint64_t)r->word_bits * (uint64_t)(r->same ? 1 : r->left)))
        return "ends before the picture does.";
    if (r->same) r->value = bits_read(&r->bits, r->word_bits);
    return NULL;
}

const char *label_rle_wrong(const json_t *rle, int64_t width, int64_t height) {
    if (!json_is_array(rle)) return "must be a list of bytes, whole numbers from 0 to 255.";
    for (size_t i = 0; i < json_array_size(rle); i++) {
        const json_t *byte = json_array_get(rle, i);
        if (!json_is_integer(byte) || json_integer_value(byte) < 0 || json_integer_value(byte) > 255)
            return "must be a list of bytes, whole numbers from 0 to 255.";
    }
    struct reader r;
    if (!reader_begin(&r, rle)) return "is too short; it begins with 53 bits that say how it is written.";
    if (r.total / VALUES_OF_PIXEL / width != height || r.total != width * height * VALUES_OF_PIXEL)
        return "is not of a picture of original_width x original_height pixels with four values each.";
    while (r.next < r.total) {
        const char *why = run_begin(&r);
        if (why) return why;
        if (!r.same) r.bits.at += (size_t)r.word_bits * (size_t)r.left;
        r.next += r.left;
    }
    return r.bits.count - r.bits.at > 15 ? "goes on after the picture's end." : NULL;
}

/* ------------------------------------------------------------------ painted pixels, as stretches */

/* Values from..to that are alike. */
struct stretch {
    int64_t from, to;
    bool painted;
};

/* The next stretch of equal values; false at the end. */
static bool stretch_next(struct reader *r, struct stretch *s) {
    if (r->next >= r->total) return false;
    if (r->left == 0 && run_begin(r)) return false;
    int64_t count = r->same ? r->left : 1;
    uint32_t value = r->same ? r->value : bits_read(&r->bits, r->word_bits);
    *s = (struct stretch){r->next, r->next + count, value >= 1u << (r->word_bits >= 8 ? 7 : r->word_bits - 1)};
    r->next += count;
    r->left -= count;
    return true;
}

/* Alphas among the values from..to. */
static int64_t pixels_between(int64_t from, int64_t to) {
    return (to + VALUES_OF_PIXEL - 1 - ALPHA) / VALUES_OF_PIXEL -
           (from + VALUES_OF_PIXEL - 1 - ALPHA) / VALUES_OF_PIXEL;
}

double label_rle_overlap(const json_t *a, const json_t *b) {
    struct reader ra, rb;
    struct stretch sa = {0}, sb = {0};
    if (!reader_begin(&ra, a) || !reader_begin(&rb, b) || ra.total != rb.total) return 0;
    int64_t both = 0, either = 0;
    for (int64_t at = 0; at < ra.total;) {
        if (sa.to <= at && !stretch_next(&ra, &sa)) break;
        if (sb.to <= at && !stretch_next(&rb, &sb)) break;
        int64_t to = sa.to < sb.to ? sa.to : sb.to, pixels = pixels_between(at, to);
        if (sa.painted && sb.painted) both += pixels;
        if (sa.painted || sb.painted) either += pixels;
        at = to;
    }
    return either == 0 ? 1 : (double)both / (double)either;
}
