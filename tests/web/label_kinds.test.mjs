// Controls for texts and answers in a real browser: each by mouse and by keys, a reload in between, and the result as the server
// has stored it against what a hand wrote down. (Marks on pictures: label_picture.test.mjs.)
//
//   FAENA_BIN=build/faena node --test --test-reporter=tap tests/web/label_kinds.test.mjs        (see harness.mjs)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, serverStart } from './harness.mjs';
import { kitStart } from './label_kit.mjs';

let server;
let browser;
let kit;
before(async () => {
  server = await serverStart();
  browser = await browserStart();
  kit = await kitStart(server);
});
after(async () => {
  if (browser) await browser.close();
  if (server) await server.stop();
});

// Ids are random: the first one met becomes "1", the next "2" ...; they must be the same where they are the same.
function plain(result) {
  const names = new Map();
  const known = (id) => names.get(id) || names.set(id, String(names.size + 1)).get(id);
  return result.map((item) => (item.type === 'relation' ? { ...item, from_id: known(item.from_id), to_id: known(item.to_id) } : { ...item, id: known(item.id) }));
}
const item = (id, from_name, to_name, type, value) => ({ id: String(id), from_name, to_name, type, value });

/* One control: the config, a task, what hands do, and what must be stored. The page is reloaded before it is sent. */
function control(name, { xml, data, expected, hands, width = 1280, more }) {
  test(name, { timeout: 180000 }, async () => {
    const project = await kit.project(`<View>${xml}</View>`, [{ data }]);
    const page = await kit.work(browser, project, { width, locale: 'en-US' });
    try {
      await hands(page);
      assert.deepEqual(await axe(page), []);
      if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/${name.replace(/\W+/g, '-')}.png`, fullPage: true });
      if (more) await more(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing sticks out at the side');
      await page.waitForTimeout(2500); // drafts are kept every 2 s
      await page.reload();
      await page.waitForSelector('.task .label-control, .task .label-bar');
      await page.waitForTimeout(300);
      assert.deepEqual(plain(await kit.submitted(page, project)), expected);
      assert.deepEqual(page.problems, []);
    } catch (error) {
      if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/failed-${name.replace(/\W+/g, '-')}.png`, fullPage: true }).catch(() => {});
      throw error;
    } finally {
      await page.context().close();
    }
  });
}

/* ---- hands ---- */
// Where `words` begin in a text node that holds them, or where they end; on the other side when written from right to left.
const edge = (page, words, behind) =>
  page.evaluate(
    ([text, end]) => {
      const root = document.querySelector('.spans-text');
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(text);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, end ? at + text.length - 1 : at);
        range.setEnd(node, end ? at + text.length : at + 1);
        const box = range.getBoundingClientRect();
        const rightToLeft = /[\u0590-\u08ff]/.test(range.toString());
        return [end !== rightToLeft ? box.right - 0.5 : box.left + 0.5, box.top + box.height / 2];
      }
      throw new Error('no text: ' + text);
    },
    [words, behind]
  );
// Drags over words, from where the first begin to where the last end.
async function drag(page, first, last = first) {
  await page.waitForSelector('.spans-text');
  await page.locator('.spans-text').scrollIntoViewIfNeeded();
  await page.mouse.move(...(await edge(page, first, false)));
  await page.mouse.down();
  await page.mouse.move(...(await edge(page, last, true)), { steps: 5 });
  await page.mouse.up();
}
const chip = (page, name) => page.locator('.label-chip', { hasText: name }).first().click();
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

/* ---- marks in texts ---- */
const PEOPLE = '<Labels name="who" toName="text"><Label value="Person" background="#c33"/><Label value="Place" alias="LOC"/></Labels>';
// In UTF-16: a letter with a combining accent is two units, an emoji is two; Hebrew is written from right to left.
const TEXT = 'Ana vive en Ca\u0301diz \u{1F600} con \u05E9\u05DC\u05D5\u05DD.';

control('Labels on Text, by mouse: a label first, then words; words first, then a label', {
  xml: `<Text name="text" value="$text"/>${PEOPLE}`,
  data: { text: TEXT },
  async hands(page) {
    await chip(page, 'Person');
    await drag(page, 'Ana');
    await chip(page, 'Person'); // lets go of it
    await drag(page, 'Ca\u0301diz');
    await page.waitForSelector('.spans-bar');
    await chip(page, 'Place');
    await drag(page, '\u{1F600}');
    await drag(page, '\u05E9\u05DC\u05D5\u05DD');
    assert.equal(await page.locator('mark.span').count(), 4);
    await page.locator('mark.span', { hasText: '\u{1F600}' }).click();
    await press(page, 'Delete');
    assert.equal(await page.locator('mark.span').count(), 3);
  },
  expected: [
    item(1, 'who', 'text', 'labels', { start: 0, end: 3, text: 'Ana', labels: ['Person'] }),
    item(2, 'who', 'text', 'labels', { start: 12, end: 18, text: 'Ca\u0301diz', labels: ['LOC'] }),
    item(3, 'who', 'text', 'labels', { start: 26, end: 30, text: '\u05E9\u05DC\u05D5\u05DD', labels: ['LOC'] }),
  ],
});

control('Labels on Text, by keys', {
  xml: `<Text name="text" value="$text"/>${PEOPLE}`,
  data: { text: 'Ana vive en Roma' },
  width: 360,
  async hands(page) {
    await page.waitForSelector('.spans-text');
    await press(page, '1');
    await page.focus('.spans-text');
    await press(page, 'Home', 'Shift+ArrowRight', 'Enter');
    await page.waitForSelector('mark.span');
    await press(page, '1', '2', 'End', 'Shift+Alt+ArrowLeft', 'Shift+ArrowLeft', 'Enter');
    await page.waitForFunction(() => document.querySelectorAll('mark.span').length === 2);
  },
  expected: [item(1, 'who', 'text', 'labels', { start: 0, end: 3, text: 'Ana', labels: ['Person'] }), item(2, 'who', 'text', 'labels', { start: 12, end: 16, text: 'Roma', labels: ['LOC'] })],
});

control('What is told of each mark: perRegion, whenLabelValue; whole words', {
  xml: `<Text name="text" value="$text" granularity="word"/>${PEOPLE}<Choices name="kind" toName="text" perRegion="true" required="true" visibleWhen="region-selected" whenTagName="who" whenLabelValue="Person"><Choice value="real"/><Choice value="made up"/></Choices><TextArea name="note" toName="text" perRegion="true" maxSubmissions="1"/>`,
  data: { text: 'Ana vive en Roma' },
  async hands(page) {
    await chip(page, 'Person');
    await drag(page, 'na'); // becomes the whole word
    await page.locator('[data-control=kind] .choice', { hasText: 'made up' }).click();
    await page.locator('[data-control=note] textarea').fill('who is she?');
    await page.locator('.region-pick').click(); // let go
    await page.waitForFunction(() => !document.querySelector('[data-control=note] textarea'));
  },
  expected: [
    item(1, 'who', 'text', 'labels', { start: 0, end: 3, text: 'Ana', labels: ['Person'] }),
    item(1, 'kind', 'text', 'choices', { start: 0, end: 3, text: 'Ana', choices: ['made up'] }),
    item(1, 'note', 'text', 'textarea', { start: 0, end: 3, text: ['who is she?'] }),
  ],
});

control('Relations between marks', {
  xml: `<Text name="text" value="$text"/>${PEOPLE}<Relations><Relation value="lives in"/><Relation value="knows"/></Relations>`,
  data: { text: 'Ana vive en Roma' },
  async hands(page) {
    await chip(page, 'Person');
    await drag(page, 'Ana');
    await chip(page, 'Place');
    await drag(page, 'Roma');
    await page.locator('mark.span', { hasText: 'Ana' }).click();
    await page.locator('mark.span', { hasText: 'Roma' }).click();
    await page.getByRole('button', { name: 'Relate' }).click();
    await page.locator('.relation .label-chip', { hasText: 'lives in' }).click();
    await press(page, 'Control+z'); // the label
    assert.equal(await page.locator('.relation .label-chip.on').count(), 0);
    await page.locator('.relation .label-chip', { hasText: 'lives in' }).click();
  },
  expected: [
    item(1, 'who', 'text', 'labels', { start: 0, end: 3, text: 'Ana', labels: ['Person'] }),
    item(2, 'who', 'text', 'labels', { start: 12, end: 16, text: 'Roma', labels: ['LOC'] }),
    { from_id: '1', to_id: '2', type: 'relation', direction: 'right', labels: ['lives in'] },
  ],
});

control('HyperTextLabels: XPaths, offsets in nodes and in the whole', {
  xml: '<HyperText name="page" value="$html"/><HyperTextLabels name="what" toName="page"><Label value="Name"/></HyperTextLabels>',
  data: { html: '<h2>Cats</h2><p>Tom &amp; <b>Jerry</b> run.</p><p>Tom sleeps.</p>' },
  async hands(page) {
    await drag(page, 'Jerry', 'run');
    await drag(page, 'sleeps');
  },
  expected: [
    item(1, 'what', 'page', 'hypertextlabels', { start: '/p[1]/b[1]/text()[1]', end: '/p[1]/text()[2]', startOffset: 0, endOffset: 4, globalOffsets: { start: 10, end: 19 }, text: 'Jerry run', hypertextlabels: ['Name'] }),
    item(2, 'what', 'page', 'hypertextlabels', { start: '/p[2]/text()[1]', end: '/p[2]/text()[1]', startOffset: 4, endOffset: 10, globalOffsets: { start: 24, end: 30 }, text: 'sleeps', hypertextlabels: ['Name'] }),
  ],
});

control('ParagraphLabels in a dialogue', {
  xml: '<Paragraphs name="talk" value="$talk" layout="dialogue"/><ParagraphLabels name="act" toName="talk"><Label value="Question"/><Label value="Answer"/></ParagraphLabels>',
  data: { talk: [{ author: 'Ana', text: 'Where do you live?' }, { author: 'Bo', text: 'In Roma, and you?' }] },
  width: 360,
  async hands(page) {
    await chip(page, 'Answer');
    await drag(page, 'In Roma');
    await chip(page, 'Question');
    await drag(page, 'live?', 'In');
  },
  expected: [
    item(1, 'act', 'talk', 'paragraphlabels', { start: '1', end: '1', startOffset: 0, endOffset: 7, text: 'In Roma', paragraphlabels: ['Answer'] }),
    item(2, 'act', 'talk', 'paragraphlabels', { start: '0', end: '1', startOffset: 13, endOffset: 2, text: 'live?\n\nIn', paragraphlabels: ['Question'] }),
  ],
});

control('Filter finds a label; Enter takes it', {
  xml: '<Text name="text" value="$text"/><Filter toName="who" minlength="1" hotkey="f"/><Labels name="who" toName="text"><Label value="Person"/><Label value="Ciudad"/><Label value="País"/></Labels>',
  data: { text: 'Roma y Perú' },
  async hands(page) {
    await page.waitForSelector('.label-chip');
    await press(page, 'f');
    await page.keyboard.type('pais');
    await page.waitForFunction(() => [...document.querySelectorAll('.label-chip')].filter((one) => !one.hidden).map((one) => one.textContent).join() === 'País3');
    await press(page, 'Enter');
    await drag(page, 'Perú');
  },
  expected: [item(1, 'who', 'text', 'labels', { start: 7, end: 11, text: 'Perú', labels: ['País'] })],
});

/* ---- answers ---- */
const T = '<Text name="text" value="$text"/>';
const ONE = { text: 'x' };

control('DateTime: date, time, month and year, own format', {
  xml: `${T}<DateTime name="day" toName="text" only="date"/><DateTime name="at" toName="text" only="time"/><DateTime name="month" toName="text" only="month,year"/><DateTime name="own" toName="text" only="date" format="%d/%m/%Y"/><DateTime name="both" toName="text"/>`,
  data: ONE,
  width: 360,
  async hands(page) {
    await page.locator('[data-control=day] input').fill('2024-02-29');
    await page.locator('[data-control=at] input').fill('08:05');
    await page.locator('[data-control=month] select').selectOption('03');
    await page.click('.submit');
    await page.waitForSelector('[data-control=month].wrong');
    await page.locator('[data-control=month] input').fill('1999');
    await page.locator('[data-control=own] input').fill('2024-12-31');
    await page.locator('[data-control=both] input').fill('2024-12-31T23:59');
  },
  expected: [
    item(1, 'day', 'text', 'datetime', { datetime: '2024-02-29' }),
    item(2, 'at', 'text', 'datetime', { datetime: '08:05' }),
    item(3, 'month', 'text', 'datetime', { datetime: '1999-03' }),
    item(4, 'own', 'text', 'datetime', { datetime: '31/12/2024' }),
    item(5, 'both', 'text', 'datetime', { datetime: '2024-12-31T23:59' }),
  ],
});

control('Taxonomy: branches and ends, by mouse and keys', {
  xml: `${T}<Taxonomy name="kind" toName="text"><Choice value="Archaea"/><Choice value="Eukarya" alias="E"><Choice value="Human"/><Choice value="Oak"/></Choice></Taxonomy>`,
  data: ONE,
  width: 360,
  async hands(page) {
    await page.locator('.tree .choice', { hasText: 'Archaea' }).click();
    await page.getByRole('button', { name: 'Eukarya', exact: true }).focus();
    await press(page, 'Enter');
    await page.getByRole('checkbox', { name: 'Oak' }).focus();
    await press(page, 'Space');
  },
  expected: [item(1, 'kind', 'text', 'taxonomy', { taxonomy: [['Archaea'], ['E', 'Oak']] })],
});

control('Pairwise by key', {
  xml: '<Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="better" toName="a,b"/>',
  data: { a: 'one', b: 'two' },
  width: 360,
  async hands(page) {
    await page.waitForSelector('.pairwise');
    await press(page, '2');
  },
  expected: [item(1, 'better', 'a,b', 'pairwise', { selected: 'right' })],
});

const ITEMS = { items: [{ id: 'a', title: 'Alpha' }, { id: 'b', title: 'Beta', body: 'second' }, { id: 'c', html: '<b>Gamma</b>' }] };
control('Ranker puts a List in order, by keys and by dragging', {
  xml: '<List name="docs" value="$items" title="Results"/><Ranker name="rank" toName="docs"/>',
  data: ITEMS,
  width: 360,
  async hands(page) {
    await page.getByRole('button', { name: 'Move Beta up' }).focus();
    await press(page, 'Enter');
    await page.waitForSelector('li:first-child[data-id=b]');
    await page.dragAndDrop('li[data-id=c] .list-item', 'li[data-id=b] .list-item');
  },
  expected: [item(1, 'rank', 'docs', 'ranker', { ranker: { rank: ['c', 'b', 'a'] } })],
});

control('Ranker with buckets', {
  xml: '<List name="docs" value="$items"/><Ranker name="rank" toName="docs"><Bucket name="good" title="Good"/><Bucket name="bad" title="Bad"/></Ranker>',
  data: ITEMS,
  async hands(page) {
    await page.getByRole('combobox', { name: 'Move Beta to' }).selectOption('good');
    await page.getByRole('combobox', { name: 'Move c to' }).selectOption('bad');
  },
  expected: [item(1, 'rank', 'docs', 'ranker', { ranker: { _: ['a'], good: ['b'], bad: ['c'] } })],
});

control('Repeater: the same questions for each page of the task', {
  xml: '<Repeater on="$pages" mode="pagination"><Text name="t_{{idx}}" value="$pages[{{idx}}].text"/><Choices name="c_{{idx}}" toName="t_{{idx}}" required="true"><Choice value="A"/><Choice value="B"/></Choices></Repeater>',
  data: { pages: [{ text: 'first' }, { text: 'second' }] },
  width: 360,
  async hands(page) {
    await page.locator('.choice:visible', { hasText: 'A' }).click();
    await page.getByRole('button', { name: 'Next part' }).click();
    await page.locator('.choice:visible', { hasText: 'B' }).click();
  },
  expected: [item(1, 'c_0', 't_0', 'choices', { choices: ['A'] }), item(2, 'c_1', 't_1', 'choices', { choices: ['B'] })],
});

control('Shortcuts of a TextArea, by button and key', {
  xml: `${T}<TextArea name="words" toName="text" maxSubmissions="1"><Shortcut alias="dash" value=" – "/><Shortcut value="[noise]" hotkey="ctrl+n"/></TextArea>`,
  data: ONE,
  width: 360,
  async hands(page) {
    await page.locator('textarea').fill('ab');
    await press(page, 'ArrowLeft');
    await chip(page, 'dash');
    await page.waitForFunction(() => document.activeElement.tagName === 'TEXTAREA');
    await page.locator('textarea').dispatchEvent('keydown', { key: 'n', ctrlKey: true, bubbles: true, cancelable: true });
  },
  expected: [item(1, 'words', 'text', 'textarea', { text: ['a – [noise]b'] })],
});

control('Collapse, Table, Chat and Markdown show the task; code has colours, TeX is MathML', {
  xml: '<Chat name="chat" value="$chat"/><Markdown name="md" value="$md"/><Collapse><Panel value="Facts of $name" open="true"><Table name="facts" value="$facts"/></Panel><Panel value="Rows"><Table name="rows" value="$rows"/></Panel></Collapse><Rating name="good" toName="chat"/>',
  data: {
    name: 'Ana',
    chat: [{ role: 'user', content: 'What is $x^2$?' }, { role: 'assistant', content: 'A *square*:\n\n```python\nprint(x ** 2) # comment\n```' }, { role: 'judge', content: '<script>alert(1)</script>' }],
    md: '# Head\n\n$$\\frac{a}{b}$$ and [a link](https://example.org) <img src=x onerror=alert(1)>',
    facts: { age: 7, known: true, none: null },
    rows: [{ a: 1, b: 'x' }, { a: 2, c: 'y' }],
  },
  width: 360,
  async hands(page) {
    await page.waitForSelector('.message math msup');
    await page.waitForSelector('.hljs-comment');
    await page.waitForSelector('.math.display mfrac');
    assert.equal(await page.locator('.label-markdown script, .message script, .label-markdown img').count(), 0);
    assert.equal(await page.locator('.label-markdown a').getAttribute('rel'), 'noopener noreferrer');
    assert.equal(await page.getByRole('cell', { name: '7' }).count(), 1);
    await page.locator('summary', { hasText: 'Rows' }).click();
    await page.waitForFunction(() => document.querySelectorAll('details[open]').length === 1);
    assert.deepEqual(await page.locator('details[open] thead th').allTextContents(), ['a', 'b', 'c']);
    await page.locator('.star').nth(3).click();
  },
  expected: [item(1, 'good', 'chat', 'rating', { rating: 4 })],
});
