/* label_brush.h - Label Studio's run-length code of painted masks ("rle" of <BrushLabels>), a list of bytes.
 *
 * A stream of bits, the highest of each byte first, with zeros at the end up to a whole byte:
 *   32 bits  how many values there are: width * height * 4 (red, green, blue and alpha of every pixel, row by row)
 *   5 bits   bits of a value, less 1
 *   4 x 4    four lengths in bits, each less 1
 *   then runs until all values are there: 1 bit (1 = one value repeated, 0 = different values), 2 bits (which length),
 *   the count of values less 1 in so many bits, and the value or the values
 * A pixel is painted when its alpha is at least half. Nothing is unpacked into memory: a picture may have 10^12 pixels
 * and a mask a few bytes. */
#pragma once
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

/* NULL, or what is wrong with it as the end of a sentence that begins with "rle". */
const char *label_rle_wrong(const json_t *rle, int64_t width, int64_t height);

/* Pixels painted in both, divided by pixels painted in either; 1 when neither has any. Both are valid; 0 when their
 * sizes differ. */
double label_rle_overlap(const json_t *a, const json_t *b);
