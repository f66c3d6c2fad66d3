// Masks and Label Studio's RLE without a browser, against vectors made by Label Studio's own converter (tests/golden/README.md).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { moduleLoad } from './modules.mjs';

const { maskNew, maskStroke, maskHas, maskArea, maskEmpty, rleEncode, rleDecode, spansAdd, spansCut } = await moduleLoad('label/brush.js');
const vectors = JSON.parse(readFileSync(new URL('../golden/brush_rle.json', import.meta.url), 'utf8'));

for (const vector of vectors)
  test('RLE: ' + vector.name, () => {
    const mask = rleDecode(vector.rle, vector.width, vector.height);
    assert.deepEqual(mask.rows, vector.spans);
    const again = rleEncode(mask);
    // What the converter wrote from a plain mask is written alike; all else reads back alike.
    if (!/colours|different/.test(vector.name)) assert.deepEqual(again, vector.rle);
    assert.deepEqual(rleDecode(again, vector.width, vector.height).rows, vector.spans);
  });

test('bytes that are no RLE of this picture are none', () => {
  const { rle, width, height } = vectors.find((one) => one.name === 'a ring');
  assert.equal(rleDecode(rle, width + 1, height), null);
  assert.equal(rleDecode(rle.slice(0, 12), width, height), null);
  assert.equal(rleDecode([], 1, 1), null);
  assert.equal(rleDecode([0, 0, 0, 4, 56], 1, 1), null);
});

test('spans join and part', () => {
  assert.deepEqual(spansAdd([1, 3, 6, 8], 3, 6), [1, 8]);
  assert.deepEqual(spansAdd([1, 3, 9, 12], 5, 7), [1, 3, 5, 7, 9, 12]);
  assert.deepEqual(spansAdd([], 5, 7), [5, 7]);
  assert.deepEqual(spansCut([1, 10], 3, 5), [1, 3, 5, 10]);
  assert.deepEqual(spansCut([1, 4, 6, 9], 3, 7), [1, 3, 7, 9]);
  assert.deepEqual(spansCut([1, 4], 0, 9), []);
});

test('a stroke covers the pixels whose centres are within the brush, and no others', () => {
  const near = ([x, y], a, b) => {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const along = dx || dy ? Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy))) : 0;
    return Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy);
  };
  for (const [a, b, radius] of [[[20, 20], [20, 20], 6.3], [[5, 5], [40, 22], 4.7], [[30, 4], [30, 33], 3], [[2, 30], [44, 30], 2.5], [[40, 30], [8, 3], 9.1], [[-5, -5], [60, 50], 5]]) {
    const mask = maskStroke(maskNew(48, 36), a, b, radius, false);
    for (let y = 0; y < 36; y++)
      for (let x = 0; x < 48; x++) {
        const distance = near([x + 0.5, y + 0.5], a, b);
        if (Math.abs(distance - radius) > 1e-6) assert.equal(maskHas(mask, x, y), distance < radius, `${a} ${b} ${radius} at ${x},${y}`);
      }
    assert.ok(maskEmpty(maskStroke(mask, a, b, radius + 1, true)));
  }
});

test('a mask of a picture of 48 million pixels is painted and written by its spans', () => {
  const mask = maskStroke(maskNew(8000, 6000), [4000, 3000], [4400, 3300], 200, false);
  assert.ok(Math.abs(maskArea(mask) - (Math.PI * 200 * 200 + 500 * 400)) < 500);
  const rle = rleEncode(mask);
  assert.deepEqual(rleDecode(rle, 8000, 6000).rows, mask.rows);
});
