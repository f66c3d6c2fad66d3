// Several pictures in one tag, and what is answered for each of them or for each mark, in a real browser.
//
//   FAENA_BIN=build/faena node --test --test-reporter=tap tests/web/label_items.test.mjs        (see harness.mjs)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, serverStart } from './harness.mjs';
import { drawn, kitStart, png } from './label_kit.mjs';

let server;
let browser;
let kit;
let pages;
before(async () => {
  server = await serverStart();
  browser = await browserStart();
  kit = await kitStart(server);
  const { id } = await kit.draft('<View><Text name="t" value="$t"/><Number name="n" toName="t"/></View>');
  pages = [await kit.file(id, png(800, 600)), await kit.file(id, png(400, 800)), await kit.file(id, png(640, 480))];
});
after(async () => {
  if (browser) await browser.close();
  if (server) await server.stop();
});

async function task(config, data, options, body) {
  const id = await kit.project(config, [data]);
  const page = await kit.work(browser, id, { width: 1000, locale: 'en', ...options });
  try {
    await body(page, id);
    assert.deepEqual(page.problems, []);
  } finally {
    await page.context().close();
  }
}
const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
async function box(page, from, to) {
  await page.waitForSelector('.picture-window .picture-base');
  await page.locator('.picture-window').scrollIntoViewIfNeeded();
  const at = await page.locator('.picture-window .picture-base').boundingBox();
  await page.mouse.move(at.x + at.width * from[0], at.y + at.height * from[1]);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width * to[0], at.y + at.height * to[1], { steps: 4 });
  await page.mouse.up();
  await settle(page);
}

const BOXES =
  '<View><Image name="image" valueList="$pages"/><RectangleLabels name="box" toName="image"><Label value="Stamp"/></RectangleLabels><TextArea name="words" toName="image" perRegion="true" maxSubmissions="1"/><Choices name="kind" toName="image" perItem="true" required="true"><Choice value="photo"/><Choice value="scan"/></Choices><Rating name="sharp" toName="image" perItem="true" visibleWhen="choice-selected" whenTagName="kind" whenChoiceValue="photo"/><TextArea name="all" toName="image" maxSubmissions="1"/></View>';

test('three pictures: marks and answers belong to the one that is shown', { timeout: 180000 }, () =>
  task(BOXES, { pages }, {}, async (page, id) => {
    const choose = (name) => page.click(`[data-control=kind] .choice:has-text("${name}")`);
    await page.waitForSelector('.pictures-bar');
    await box(page, [0.1, 0.1], [0.3, 0.5]);
    await page.fill('[data-control=words] textarea', 'PAID');
    await page.keyboard.press('Escape');
    await choose('photo');
    await page.click('[data-control=sharp] .star >> nth=3');
    await page.click('[aria-label="Next picture"]');
    assert.equal(await page.locator('[data-control=kind] input:checked').count(), 0);
    assert.equal(await page.locator('[data-control=sharp]').count(), 0, 'hidden until this one is a photo');
    await box(page, [0.5, 0.25], [0.75, 0.75]);
    await choose('photo');
    await page.click('[data-control=sharp] .star >> nth=1');
    await choose('scan'); // takes the stars with it
    await page.fill('[data-control=all] textarea', 'a letter');
    await page.click('.submit');
    assert.match(await page.textContent('[data-control=kind] .error'), /Each picture needs this/);
    await page.click('.pictures-bar span');
    await page.keyboard.press('PageDown');
    await choose('photo');
    assert.deepEqual(await page.$$eval('.region-about', (all) => all.map((one) => one.textContent)), ['picture 1', 'picture 2']);
    await page.waitForTimeout(400);
    await page.reload();
    await page.waitForSelector('.region-pick');
    await page.click('.region-pick >> nth=1'); // brings its picture
    await page.waitForFunction(() => /2 of 3/.test(document.querySelector('.pictures-bar').textContent));
    assert.equal(await page.locator('[data-control=kind] input:checked').getAttribute('value'), '["scan"]');
    assert.deepEqual(await axe(page), []);
    const region = (n, w, h, value) => ({ to_name: 'image', original_width: w, original_height: h, image_rotation: 0, item_index: n, value });
    const place = { x: 10, y: 10, width: 20, height: 40, rotation: 0 };
    const about = (n, from_name, type, value) => ({ from_name, to_name: 'image', type, item_index: n, value });
    const order = (one) => one.from_name + (one.item_index || 0);
    const result = drawn(await kit.submitted(page, id)).sort((a, b) => (order(a) < order(b) ? -1 : 1));
    assert.deepEqual(result, [
      { from_name: 'all', to_name: 'image', type: 'textarea', value: { text: ['a letter'] } },
      { from_name: 'box', type: 'rectanglelabels', ...region(0, 800, 600, { ...place, rectanglelabels: ['Stamp'] }) },
      { from_name: 'box', type: 'rectanglelabels', ...region(1, 400, 800, { x: 50, y: 25, width: 25, height: 50, rotation: 0, rectanglelabels: ['Stamp'] }) },
      about(0, 'kind', 'choices', { choices: ['photo'] }),
      about(1, 'kind', 'choices', { choices: ['scan'] }),
      about(2, 'kind', 'choices', { choices: ['photo'] }),
      about(0, 'sharp', 'rating', { rating: 4 }),
      { from_name: 'words', type: 'textarea', ...region(0, 800, 600, { ...place, text: ['PAID'] }) },
    ]);
  }));

test('pictures that are only looked at, on a phone', { timeout: 180000 }, () =>
  task('<View><Image name="image" valueList="$pages"/><Choices name="c" toName="image"><Choice value="A"/><Choice value="B"/></Choices></View>', { pages }, { width: 360 }, async (page, id) => {
    await page.waitForSelector('.label-image img');
    for (const n of [2, 3]) {
      await page.click('[aria-label="Next picture"]');
      assert.match(await page.textContent('.pictures-bar'), new RegExp(`${n} of 3`));
    }
    assert.equal(await page.getAttribute('.label-image img', 'src').then((src) => src.startsWith(pages[2])), true);
    assert.equal(await page.isDisabled('[aria-label="Next picture"]'), true);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await axe(page), []);
    await page.click('.choice:has-text("B")');
    assert.deepEqual(drawn(await kit.submitted(page, id)), [{ from_name: 'c', to_name: 'image', type: 'choices', value: { choices: ['B'] } }]);
  }));

test('what is hidden for a mark is not sent with it', { timeout: 180000 }, () =>
  task('<View><Text name="text" value="$text"/><Labels name="who" toName="text"><Label value="Person"/><Label value="Place"/></Labels><Choices name="kind" toName="text" perRegion="true" visibleWhen="region-selected" whenTagName="who" whenLabelValue="Person"><Choice value="real"/><Choice value="made up"/></Choices><TextArea name="why" toName="text" perRegion="true" maxSubmissions="1" visibleWhen="choice-selected" whenTagName="kind" whenChoiceValue="made up"/></View>', { text: 'Ana lives in Roma' }, {}, async (page, id) => {
    await page.waitForSelector('.spans-text');
    await page.keyboard.press('1');
    await page.focus('.spans-text');
    for (const key of ['Home', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.click('[data-control=kind] .choice:has-text("made up")');
    await page.fill('[data-control=why] textarea', 'from a novel'); // shown by what was said of this mark
    await page.click('.label-chip:has-text("Place")'); // now it is a place: both are gone
    assert.equal(await page.locator('[data-control=kind] .choice').count(), 0);
    assert.deepEqual(drawn(await kit.submitted(page, id)), [{ from_name: 'who', to_name: 'text', type: 'labels', value: { start: 0, end: 3, text: 'Ana', labels: ['Place'] } }]);
  }));

test('high contrast and reduced motion: colours of marks stay, what is chosen has a line round it, nothing moves', { timeout: 180000 }, () =>
  task('<View><Image name="image" valueList="$pages"/><RectangleLabels name="box" toName="image"><Label value="Stamp" background="#d1495b"/><Label value="Seal"/></RectangleLabels></View>', { pages }, { width: 360 }, async (page) => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.waitForSelector('.picture-window');
    await page.click('.label-chip:has-text("Stamp")');
    const chip = page.locator('.label-chip:has-text("Stamp")');
    const style = (locator, name) => locator.evaluate((one, key) => getComputedStyle(one)[key], name);
    assert.equal(await style(chip.locator('.label-chip-dot'), 'backgroundColor'), 'rgb(209, 73, 91)');
    assert.equal(await style(chip, 'outlineStyle'), 'solid');
    assert.equal(await style(page.locator('.label-chip:has-text("Seal")'), 'outlineStyle'), 'none');
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  }));
