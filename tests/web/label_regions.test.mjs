// Regions without a browser: how the items of a result list make regions, and what each change does to the list.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { moduleLoad } from './modules.mjs';

const { formOf, regionsOf, regionAdd, regionAnswer, regionAnswerSet, regionChange, regionLabel, regionRemove, labelUses, errorsOf, answersOf, resultOf, isVisible } = await moduleLoad('label/tree.js', 'label/region_rules.js');

const node = (tag, attrs = {}, ...children) => ({ tag, attrs, children });
const label = (value, more = {}) => node('Label', { value, ...more });
const image = node('Image', { name: 'image', value: '$image' });
const text = node('Text', { name: 'text', value: '$text' });
const view = (...children) => node('View', {}, ...children);
const place = { x: 1, y: 2, width: 3, height: 4, rotation: 0 };
const size = { original_width: 800, original_height: 600, image_rotation: 0 };
const noId = (result) => result.map(({ id, ...rest }) => rest);

const boxes = formOf(view(image, node('RectangleLabels', { name: 'box', toName: 'image' }, label('Car', { background: 'red' }), label('Van', { alias: 'van' }))), {});
const split = formOf(view(image, node('Rectangle', { name: 'box', toName: 'image' }), node('Labels', { name: 'kind', toName: 'image', choice: 'multiple' }, label('Car'), label('Van')), node('TextArea', { name: 'words', toName: 'image', perRegion: 'true', required: 'true' })), {});

test('a labelled box is one item', () => {
  const [result, id] = regionAdd(boxes, [], 'image', 'rectangle', place, size, { box: ['van'] });
  assert.deepEqual(result, [{ id, from_name: 'box', to_name: 'image', type: 'rectanglelabels', ...size, value: { ...place, rectanglelabels: ['van'] } }]);
  const [region] = regionsOf(boxes, result);
  assert.deepEqual([region.shape, region.value, region.labels, region.texts, region.index], ['rectangle', place, ['van'], ['Van'], 1]);
  assert.equal(labelUses(result, boxes.controls[0], 'van'), 1);
});

test('a shape with labels beside it is two items with one id', () => {
  const [result, id] = regionAdd(split, [], 'image', 'rectangle', place, size, { kind: ['Car'] });
  assert.deepEqual(result, [
    { id, from_name: 'box', to_name: 'image', type: 'rectangle', ...size, value: place },
    { id, from_name: 'kind', to_name: 'image', type: 'labels', ...size, value: { ...place, labels: ['Car'] } },
  ]);
  const [region] = regionsOf(split, result);
  assert.equal(region.items.length, 2);
  const moved = regionChange(split, result, id, { x: 9 });
  assert.deepEqual(moved.map((item) => item.value.x), [9, 9]);
  const bare = regionLabel(split, result, region, split.controls[1], []);
  assert.deepEqual(noId(bare), [{ from_name: 'box', to_name: 'image', type: 'rectangle', ...size, value: place }]);
  const again = regionLabel(split, bare, regionsOf(split, bare)[0], split.controls[1], ['Car', 'Van']);
  assert.deepEqual(again[1], { id, from_name: 'kind', to_name: 'image', type: 'labels', ...size, value: { ...place, labels: ['Car', 'Van'] } });
});

test('what is told of a region has its id and place; it is required of each', () => {
  let [result] = regionAdd(split, [], 'image', 'rectangle', place, size, {});
  const words = split.controls[2];
  const region = regionsOf(split, result)[0];
  assert.deepEqual(errorsOf(split, result), { words: ['label.required_region'] });
  result = regionAnswerSet(result, region, words, { text: ['STOP'] });
  assert.deepEqual(result[1], { id: region.id, from_name: 'words', to_name: 'image', type: 'textarea', ...size, value: { ...place, text: ['STOP'] } });
  assert.deepEqual(regionAnswer(result, region, words), { text: ['STOP'] });
  assert.deepEqual(errorsOf(split, result), {});
  assert.deepEqual(answersOf(result, split).words, undefined);
  assert.equal(regionAnswerSet(result, region, words, null).length, 1);
  assert.deepEqual(errorsOf(split, []), {});
});

test('regions go with their relations and what is told of them; the rest of the answer stays', () => {
  const form = formOf(view(image, text, node('RectangleLabels', { name: 'box', toName: 'image' }, label('Car')), node('Rating', { name: 'r', toName: 'image' })), {});
  let [result, a] = regionAdd(form, [], 'image', 'rectangle', place, size, {});
  let b;
  [result, b] = regionAdd(form, result, 'image', 'rectangle', place, size, {});
  result = result.concat({ type: 'relation', from_id: a, to_id: b, direction: 'right' });
  result = resultOf(form, { r: { rating: 2 } }, result);
  assert.deepEqual(result.map((item) => item.type), ['rating', 'rectanglelabels', 'rectanglelabels', 'relation']);
  assert.deepEqual(regionRemove(form, result, [b]).map((item) => item.type), ['rating', 'rectanglelabels']);
  assert.deepEqual(noId(resultOf(form, { r: { rating: 3 } }, [{ id: 'x', from_name: 'r', to_name: 'image', type: 'rating', value: { rating: 2 }, origin: 'manual' }])), [{ from_name: 'r', to_name: 'image', type: 'rating', value: { rating: 3 }, origin: 'manual' }]);
});

test('a box without label is complete only where none is asked for', () => {
  const two = formOf(view(image, node('RectangleLabels', { name: 'box', toName: 'image' }, label('Car'), label('Van'))), {});
  const [result] = regionAdd(two, [], 'image', 'rectangle', place, size, {});
  assert.deepEqual(errorsOf(two, result), { box: ['label.no_label'] });
  assert.deepEqual(errorsOf(two, regionLabel(two, result, regionsOf(two, result)[0], two.controls[0], ['Van'])), {});
});

test('a box of the other control takes the place of one without label', () => {
  const two = formOf(view(image, node('RectangleLabels', { name: 'a', toName: 'image' }, label('Car')), node('RectangleLabels', { name: 'b', toName: 'image' }, label('Dog'))), {});
  const [result, id] = regionAdd(two, [], 'image', 'rectangle', place, size, {});
  assert.deepEqual(regionLabel(two, result, regionsOf(two, result)[0], two.controls[1], ['Dog']), [{ id, from_name: 'b', to_name: 'image', type: 'rectanglelabels', ...size, value: { ...place, rectanglelabels: ['Dog'] } }]);
});

const boxItem = (name) => ({ from_name: 'box', type: 'rectanglelabels', value: { rectanglelabels: [name] } });

test('whenLabelValue looks at the selected region', () => {
  const form = formOf(view(image, node('RectangleLabels', { name: 'box', toName: 'image' }, label('Car'), label('Van')), node('Choices', { name: 'c', toName: 'image', perRegion: 'true', required: 'true', visibleWhen: 'region-selected', whenLabelValue: 'Van' }, node('Choice', { value: 'x' }))), {});
  const guards = form.controls[1].guards;
  assert.equal(isVisible(guards, {}, { ...form, selected: null }), false);
  assert.equal(isVisible(guards, {}, { ...form, selected: { items: [boxItem('Car')] } }), false);
  assert.equal(isVisible(guards, {}, { ...form, selected: { items: [boxItem('Van')] } }), true);
  const [car] = regionAdd(form, [], 'image', 'rectangle', place, size, { box: ['Car'] });
  assert.deepEqual(errorsOf(form, car), {});
  const [van] = regionAdd(form, [], 'image', 'rectangle', place, size, { box: ['Van'] });
  assert.deepEqual(errorsOf(form, van), { c: ['label.required_region'] });
});

/* ---- the rest of the pages knows marks too ---- */
globalThis.navigator = globalThis.navigator || { language: 'en', languages: ['en'] };
const { itemText } = await moduleLoad('console/words.js');
test('an answer in one line says what was marked, never a list of numbers', () => {
  const rle = Array.from({ length: 3000 }, (_, i) => i % 256);
  const cases = [
    [{ type: 'brushlabels', value: { format: 'rle', rle, brushlabels: ['Sky'] } }, /^Sky: mark\.mask$/],
    [{ type: 'brush', value: { format: 'rle', rle } }, /^mark\.mask$/],
    [{ type: 'rectanglelabels', value: { ...place, rectanglelabels: ['Car', 'Red'] } }, /^Car, Red: mark\.box$/],
    [{ type: 'polygon', value: { points: [[1, 2], [3, 4], [5, 6]], closed: true } }, /^mark\.polygon$/],
    [{ type: 'labels', value: { start: 0, end: 3, text: 'Ana', labels: ['Person'] } }, /^Person: “Ana”$/],
    [{ type: 'labels', value: { start: 1.25, end: 3, channel: 0, labels: ['Ana'] } }, /^Ana: mark\.sound 1[.,][23]–3 s$/],
    [{ type: 'labels', value: { ...place, labels: ['Car'] } }, /^Car: mark\.box$/],
    [{ type: 'hypertextlabels', value: { start: '/p[1]/text()[1]', startOffset: 0, text: 'x'.repeat(100), hypertextlabels: ['N'] } }, /^N: “x{60}…”$/],
    [{ type: 'videorectangle', value: { sequence: [{ frame: 1 }], labels: ['Car'] } }, /^Car: mark\.video$/],
    [{ type: 'timeserieslabels', value: { start: 1, end: 2, timeserieslabels: ['Run'] } }, /^Run: mark\.series$/],
    [{ type: 'relation', from_id: 'a', to_id: 'b', labels: ['knows'] }, /^mark\.relation: knows$/],
    [{ type: 'taxonomy', value: { taxonomy: [['A', 'B'], ['C']] } }, /^A › B, C$/],
    [{ type: 'datetime', value: { datetime: '2024-02-29' } }, /^2024-02-29$/],
    [{ type: 'pairwise', value: { selected: 'left' } }, /^left$/],
    [{ type: 'textarea', value: { ...place, text: ['STOP'] } }, /^STOP$/],
  ];
  for (const [item, wanted] of cases) assert.match(itemText(item), wanted, JSON.stringify(item).slice(0, 80));
});

test('every control of docs/labels.md is driven by a browser test that looks at what was stored', () => {
  const controls = [...readFileSync(new URL('../../docs/labels.md', import.meta.url), 'utf8').matchAll(/^### (\w+)\n\ncontrol\. /gm)].map((one) => one[1]);
  const driven = readdirSync(new URL('.', import.meta.url))
    .filter((name) => /^(label_(kinds|picture|media|items)|worker)\.test\.mjs$/.test(name))
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
    .join('');
  assert.ok(controls.length >= 24);
  assert.deepEqual(controls.filter((control) => !driven.includes(`<${control} `) && !driven.includes(`labels('${control}'`)), []);
});

test('style sheets close what they open', () => {
  const folder = new URL('../../web/', import.meta.url);
  const sheets = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.css'));
  assert.ok(sheets.length >= 5);
  for (const name of sheets) {
    const text = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[^]*?\*\/|"[^"\n]*"|'[^'\n]*'/g, '');
    let depth = 0;
    for (const [, letter] of text.matchAll(/([{}])/g)) assert.ok((depth += letter === '{' ? 1 : -1) >= 0 && depth <= 2, `${name}: a block in a block`);
    assert.equal(depth, 0, name);
  }
});
