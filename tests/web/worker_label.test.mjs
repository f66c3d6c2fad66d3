// The label renderer's rules without a browser: what a config asks, which answers are visible, and the result list that is
// sent. The server holds the same rules in src/domain/label_*.c; tests/web/worker.test.mjs tries both together.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleLoad } from './modules.mjs';

const { answersOf, errorsOf, filled, formOf, initialAnswers, keyMatches, resultOf, visibleAnswers, numberParse, scopedSelector, moneyParse, moneyFormat, moneyInput } = await moduleLoad(
  'label/tree.js',
  'label/number.jsx',
  'label/style.jsx',
  'shared/money.js'
);

const node = (tag, attrs = {}, ...children) => ({ tag, attrs, children });
const choice = (value, more = {}, ...children) => node('Choice', { value, ...more }, ...children);
const text = node('Text', { name: 't', value: '$text' });
const view = (...children) => node('View', {}, text, ...children);
const keyOf = (form, key) => form.keys.find((one) => one.key === key);

test('fields of the task are filled in', () => {
  const data = { a: 'A', n: 3, list: ['x'] };
  assert.deepEqual(filled('$list', data), ['x']);
  assert.equal(filled('$a ($n).', data), 'A (3).');
  assert.equal(filled('costs $5 and $missing', data), 'costs $5 and $missing');
  assert.equal(filled('$missing', data), undefined);
});

test('single and multiple choices give Label Studio values; a second press takes the choice back', () => {
  const form = formOf(view(node('Choices', { name: 'g', toName: 't' }, choice('Drama'), choice('Comedy', { alias: 'com' })), node('Choices', { name: 'm', toName: 't', choice: 'multiple' }, choice('A'), choice('B'))), {});
  assert.deepEqual(form.keys.map((key) => key.key), ['1', '2', '3', '4']);
  assert.deepEqual(keyOf(form, '2').press(undefined), { choices: ['com'] });
  assert.deepEqual(keyOf(form, '1').press({ choices: ['com'] }), { choices: ['Drama'] });
  assert.equal(keyOf(form, '1').press({ choices: ['Drama'] }), null);
  assert.deepEqual(keyOf(form, '3').press({ choices: ['B'] }), { choices: ['A', 'B'] });
  const result = resultOf(form, { g: { choices: ['com'] } }, []);
  assert.match(result[0].id, /^[\w-]{10}$/);
  assert.deepEqual({ ...result[0], id: '' }, { id: '', from_name: 'g', to_name: 't', type: 'choices', value: { choices: ['com'] } });
  assert.equal(resultOf(form, { g: { choices: ['Drama'] } }, result)[0].id, result[0].id);
});

test('nested choices are paths, and only the ends can be chosen', () => {
  const form = formOf(view(node('Choices', { name: 'g', toName: 't', allowNested: 'true' }, choice('Animal', { alias: 'an' }, choice('Dog'), choice('Cat')), choice('Plant'))), {});
  assert.deepEqual(form.controls[0].leaves.map((leaf) => leaf.sent), [['an', 'Dog'], ['an', 'Cat'], ['Plant']]);
  assert.deepEqual(keyOf(form, '1').press(null), { choices: [['an', 'Dog']] });
});

test('choices come from the task', () => {
  const config = view(node('Choices', { name: 'g', toName: 't', value: '$options' }));
  const form = formOf(config, { options: ['x', { value: 'y', alias: 'Y', hint: 'h' }] });
  assert.deepEqual(form.controls[0].leaves.map((leaf) => leaf.sent), ['x', 'Y']);
  assert.deepEqual(formOf(config, {}).controls[0].leaves, []);
});

test('randomized choices keep one order for one task', () => {
  const config = view(node('Choices', { name: 'g', toName: 't', randomize: 'true' }, ...'abcdefgh'.split('').map((one) => choice(one))));
  const order = (data) => formOf(config, data).controls[0].leaves.map((leaf) => leaf.sent).join('');
  assert.equal(order({ text: '1' }), order({ text: '1' }));
  assert.equal(order({ text: '1' }).split('').sort().join(''), 'abcdefgh');
  assert.ok(new Set(['1', '2', '3', '4', '5'].map((n) => order({ text: n }))).size > 1);
});

test('keys that are asked for come first, the others take the next free digit', () => {
  const form = formOf(view(node('Choices', { name: 'g', toName: 't' }, choice('A', { hotkey: '2' }), choice('B'), choice('C', { hotkey: 'ctrl+b, q' }), choice('D')), node('Rating', { name: 'r', toName: 't', maxRating: '3' })), {});
  assert.deepEqual(form.keys.map((key) => key.key), ['2', '1', 'ctrl+b', 'q', '3', '4', '5', '6']);
  const event = (key, more) => ({ key, code: /\d/.test(key) ? 'Digit' + key : '', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more });
  assert.ok(keyMatches('ctrl+b', event('b', { ctrlKey: true })));
  assert.ok(!keyMatches('b', event('b', { ctrlKey: true })));
  assert.ok(keyMatches('1', event('&', { code: 'Digit1' })), 'digits by their place on French keyboards');
  assert.ok(keyMatches('space', event(' ')));
});

test('hidden controls are not answered, also in a chain, and ask nothing', () => {
  const when = (tag, value, kind = 'choice-selected') => ({ visibleWhen: kind, whenTagName: tag, whenChoiceValue: value });
  const form = formOf(
    view(
      node('Choices', { name: 'a', toName: 't', required: 'true' }, choice('yes'), choice('no', { alias: 'n' })),
      node('View', when('a', 'yes,maybe'), node('Choices', { name: 'b', toName: 't', required: 'true' }, choice('x'))),
      node('TextArea', { name: 'c', toName: 't', required: 'true', ...when('b', 'x') }),
      node('Number', { name: 'd', toName: 't', required: 'true', ...when('a', 'no') }),
      node('Rating', { name: 'e', toName: 't', required: 'true', ...when('a', 'yes', 'choice-unselected') })
    ),
    {}
  );
  const all = { a: { choices: ['yes'] }, b: { choices: ['x'] }, c: { text: ['hm'] }, d: { number: 1 }, e: { rating: 2 } };
  assert.deepEqual(Object.keys(visibleAnswers(form, all)), ['a', 'b', 'c']);
  assert.deepEqual(Object.keys(visibleAnswers(form, { ...all, a: { choices: ['n'] } })), ['a', 'd', 'e']);
  assert.deepEqual(Object.keys(errorsOf(form, resultOf(form, {}, []))), ['a', 'e']);
  assert.deepEqual(Object.keys(errorsOf(form, resultOf(form, { a: { choices: ['yes'] } }, []))), ['b']);
});

test('what a control begins with', () => {
  const form = formOf(
    view(
      node('Choices', { name: 'a', toName: 't' }, choice('x'), choice('y', { selected: 'true' })),
      node('TextArea', { name: 'b', toName: 't', value: 'Dear $text' }),
      node('Number', { name: 'c', toName: 't', defaultValue: '4' }),
      node('Rating', { name: 'd', toName: 't', maxRating: '3', defaultValue: '9' }),
      node('Rating', { name: 'e', toName: 't' })
    ),
    { text: 'Luz' }
  );
  assert.deepEqual(initialAnswers(form), { a: { choices: ['y'] }, b: { text: ['Dear Luz'] }, c: { number: 4 }, d: { rating: 3 } });
});

test('numbers: comma or point, limits and steps', () => {
  for (const [typed, value] of [['3,5', 3.5], ['3.5', 3.5], ['-1 200,5', -1200.5], ['1.234,50', 1234.5], ['1,234.50', 1234.5], ['\u22122', -2], ['.5', 0.5], ['1e3', 1000], ['', null], ['-', null], ['doce', null], ['1.2.3', null], ['1,2,3', null], ['1e999', null], ['0x10', null]])
    assert.equal(numberParse(typed), value, typed);
  const form = formOf(view(node('Number', { name: 'n', toName: 't', min: '0', max: '10', step: '0.1' })), {});
  const error = (value) => Object.values(errorsOf(form, resultOf(form, { n: value }, []))).map((wrong) => wrong[0])[0];
  assert.equal(error({ number: 0.3 }), undefined);
  assert.equal(error({ number: 0.35 }), 'label.number_step');
  assert.equal(error({ number: -1 }), 'label.number_from');
  assert.equal(error({ number: 11 }), 'label.number_to');
  assert.equal(error({ number: null, typed: 'x' }), 'label.number_wrong');
});

test('texts: empty ones in between and repeats are refused', () => {
  const form = formOf(view(node('TextArea', { name: 'w', toName: 't', skipDuplicates: 'true' })), {});
  const error = (texts) => Object.values(errorsOf(form, resultOf(form, { w: { text: texts } }, []))).map((wrong) => wrong[0])[0];
  assert.equal(error(['a', 'b']), undefined);
  assert.equal(error(['a', ' ', 'b']), 'label.text_empty');
  assert.equal(error(['Hola  tú', 'hola tú ']), 'label.text_twice');
});

test('a requester’s own sentence is shown when an answer is missing', () => {
  const form = formOf(view(node('Rating', { name: 'r', toName: 't', required: 'true', requiredMessage: 'Rate it' })), {});
  assert.deepEqual(errorsOf(form, []), { r: 'Rate it' });
  assert.deepEqual(answersOf([{ from_name: 'r', value: { rating: 1 } }]), { r: { rating: 1 } });
});

test('the requester’s CSS is put below the task', () => {
  assert.equal(scopedSelector('a, .b:is(c, d) > e'), '.label-root a,.label-root .b:is(c, d) > e');
  assert.equal(scopedSelector('[title="x"]'), '.label-root [title="x"]');
});

test('money is read and written without losing a micro-unit', () => {
  for (const [typed, micros] of [['0.05', 50000], ['0,05', 50000], ['1.234,5', 1234500000], ['12', 12000000], ['0.000001', 1], ['0.0000001', null], ['-1', null], ['a', null]]) assert.equal(moneyParse(typed), micros, typed);
  for (const micros of [0, 1, 50000, 100000, 1234567, 10000000000]) assert.equal(moneyParse(moneyInput(micros)), micros);
  assert.equal(moneyFormat(50000, 'USD', 'en'), '$0.05');
  assert.equal(moneyFormat(2500, 'USD', 'en'), '$0.0025');
});
