// Marks on pictures in a real browser: every control by mouse, by touch and by keys; undo, zoom, turning, snapping; a reload in
// between; and the result as the server has stored it against what a hand wrote down.
//
//   FAENA_BIN=build/faena node --test --test-reporter=tap tests/web/label_picture.test.mjs        (see harness.mjs)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, serverStart } from './harness.mjs';
import { drawn, kitStart, png } from './label_kit.mjs';
import { moduleLoad } from './modules.mjs';

const { rleDecode, maskArea, maskHas } = await moduleLoad('label/brush.js');
const SIZE = { original_width: 800, original_height: 600, image_rotation: 0 };
let server;
let browser;
let kit;
let address;

before(async () => {
  server = await serverStart();
  browser = await browserStart();
  kit = await kitStart(server);
  address = await kit.file((await kit.draft('<View><Text name="t" value="$t"/><Number name="n" toName="t"/></View>')).id, png(800, 600));
});
after(async () => {
  if (browser) await browser.close();
  if (server) await server.stop();
});

const config = (controls) => `<View><Image name="image" value="$image"/>${controls}</View>`;
const labels = (tag, name, ...values) => `<${tag} name="${name}" toName="image">${values.map((value) => `<Label value="${value}"/>`).join('')}</${tag}>`;
const item = (from_name, type, value) => ({ from_name, to_name: 'image', type, ...SIZE, value });

// The hand on the picture: places are percent of the picture, wherever it stands in its window.
async function hand(page) {
  await page.waitForSelector('.picture-window');
  const place = async () => {
    await page.locator('.picture-window').scrollIntoViewIfNeeded();
    const at = await page.evaluate(() => {
      const base = document.querySelector('.picture-window .picture-base').getBoundingClientRect();
      return { x: base.x, y: base.y, w: base.width, h: base.height };
    });
    return ([x, y]) => [at.x + (at.w * x) / 100, at.y + (at.h * y) / 100];
  };
  const settle = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return {
    async drag(...points) {
      const at = await place();
      await page.mouse.move(...at(points[0]));
      await page.mouse.down();
      for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 4 });
      await page.mouse.up();
      await settle();
    },
    async press(...points) {
      for (const point of points) {
        const at = await place();
        await page.mouse.click(...at(point));
        await settle();
      }
    },
    async touch(...fingers) {
      const at = await place();
      const client = await page.context().newCDPSession(page);
      const points = (i) => fingers.map((finger, id) => ({ id, x: at(finger[Math.min(i, finger.length - 1)])[0], y: at(finger[Math.min(i, finger.length - 1)])[1] }));
      await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
      for (let i = 1; i < Math.max(...fingers.map((finger) => finger.length)); i++) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(i) });
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await settle();
    },
    // A pen: it hovers, touches with some pressure, and leaves.
    async pen(...points) {
      const at = await place();
      const client = await page.context().newCDPSession(page);
      const event = (type, point, more) => client.send('Input.dispatchMouseEvent', { type, x: at(point)[0], y: at(point)[1], pointerType: 'pen', ...more });
      await event('mouseMoved', points[0]);
      await event('mousePressed', points[0], { button: 'left', buttons: 1, clickCount: 1, force: 0.4 });
      for (const point of points.slice(1)) await event('mouseMoved', point, { button: 'left', buttons: 1, force: 0.6 });
      await event('mouseReleased', points[points.length - 1], { button: 'left', buttons: 0, clickCount: 1 });
      await settle();
    },
    async keys(...keys) {
      await page.focus('.picture-window');
      for (const key of keys) await page.keyboard.press(key);
      await settle();
    },
    tool: (label) => page.click(`.picture-bar button[aria-label="${label}"]`).then(settle),
    label: (name) => page.click(`.label-chip:has-text("${name}")`).then(settle),
    settle,
  };
}

// body(page, hand) draws; the stored result must be `wanted`, and what a reload in the middle shows must be the same.
function draws(name, controls, options, body, wanted) {
  test(name, { timeout: 240000 }, async () => {
    const id = await kit.project(config(controls), [{ image: address }]);
    const page = await kit.work(browser, id, { width: 1000, locale: 'en', ...options });
    try {
      await body(page, await hand(page));
      const listed = await page.$$eval('.region-pick', (all) => all.map((one) => one.textContent));
      await page.waitForTimeout(400); // the draft is kept a moment after the change
      await page.reload();
      await page.waitForSelector('.region-pick');
      assert.deepEqual(await page.$$eval('.region-pick', (all) => all.map((one) => one.textContent)), listed, 'after a reload');
      assert.deepEqual(await axe(page), []);
      const result = await kit.submitted(page, id);
      if (typeof wanted === 'function') wanted(result);
      else assert.deepEqual(drawn(result), wanted);
      assert.deepEqual(page.problems, []);
    } finally {
      if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/${name.replace(/\W+/g, '-')}.png` }).catch(() => {});
      await page.context().close();
    }
  });
}

draws('RectangleLabels by mouse: drawn, moved, made larger, turned', labels('RectangleLabels', 'box', 'Car', 'Van'), {}, async (page, on) => {
  await on.label('Van');
  await on.drag([20, 20], [40, 50]);
  await on.drag([60, 60], [80, 80]);
  await on.press([70, 70]); // chooses the second
  await on.drag([70, 70], [75, 65]);
  await on.drag([85, 75], [95, 85]);
  await on.press([2, 2]); // chooses none
  await on.press([30, 30]);
  await page.keyboard.press('1'); // relabels the chosen one
  await on.keys(']', ']', ']', ']', ']', ']', 'Escape');
}, (result) => {
  const [first, second] = drawn(result, 2);
  assert.deepEqual(second, item('box', 'rectanglelabels', { x: 65, y: 55, width: 30, height: 30, rotation: 0, rectanglelabels: ['Van'] }));
  // 160 x 180 pixels round the centre (240, 210), turned by 30 degrees: the corner (-80, -90) from the centre goes to (-24.28, -117.94).
  assert.deepEqual(first, item('box', 'rectanglelabels', { x: 26.96, y: 15.34, width: 20, height: 30, rotation: 30, rectanglelabels: ['Car'] }));
});

const penSeen = (page) => page.evaluate(() => (window.seen = [], document.addEventListener('pointerdown', (event) => window.seen.push(event.pointerType), true)));
draws('RectangleLabels by pen: drawn and moved', labels('RectangleLabels', 'box', 'Car'), {}, async (page, on) => {
  await penSeen(page);
  await on.pen([20, 20], [30, 30], [40, 50]);
  await on.pen([30, 30], [30, 30]);
  await on.pen([30, 30], [40, 35], [50, 40]);
  assert.deepEqual(await page.evaluate(() => [...new Set(window.seen.filter((one) => one !== 'mouse'))]), ['pen']);
}, [item('box', 'rectanglelabels', { x: 40, y: 30, width: 20, height: 30, rotation: 0, rectanglelabels: ['Car'] })]);

draws('RectangleLabels by keys only', labels('RectangleLabels', 'box', 'Car', 'Van'), {}, async (page, on) => {
  await page.keyboard.press('2');
  await on.keys('ArrowRight', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter'); // from 51, 50 to 61, 55
  await page.focus('.region-pick');
  await page.keyboard.press('Enter');
  await on.keys('ArrowLeft', 'ArrowUp', 'Control+ArrowRight', 'Alt+ArrowDown');
}, [item('box', 'rectanglelabels', { x: 50, y: 49, width: 11, height: 5, rotation: 0, rectanglelabels: ['Van'] })]);

draws('Rectangle with Labels beside it, and undo', '<Rectangle name="box" toName="image"/>' + labels('Labels', 'kind', 'Car', 'Van'), {}, async (page, on) => {
  await on.label('Car');
  await on.drag([10, 10], [30, 30]);
  await on.drag([50, 50], [70, 70]);
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator('.region-pick').count(), 1);
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await page.locator('.region-pick').count(), 2);
  await page.click('.region-pick >> nth=0');
  await page.keyboard.press('Delete');
}, [item('box', 'rectangle', { x: 50, y: 50, width: 20, height: 20, rotation: 0 }), item('kind', 'labels', { x: 50, y: 50, width: 20, height: 20, rotation: 0, labels: ['Car'] })]);

draws('EllipseLabels by touch; two fingers zoom', labels('EllipseLabels', 'round', 'Wheel'), { width: 400 }, async (page, on) => {
  await on.touch([[20, 20], [30, 40], [40, 60]]);
  const before = await page.$eval('.picture-base', (base) => base.getBoundingClientRect().width);
  await on.touch([[40, 40], [35, 35], [20, 20]], [[60, 60], [65, 65], [80, 80]]);
  assert.ok((await page.$eval('.picture-base', (base) => base.getBoundingClientRect().width)) > before * 1.8, 'enlarged');
  assert.equal(await page.locator('.region-pick').count(), 1);
  await page.click('.picture-bar button[aria-label="Whole picture"]');
}, [item('round', 'ellipselabels', { x: 30, y: 40, radiusX: 10, radiusY: 20, rotation: 0, ellipselabels: ['Wheel'] })]);

draws('PolygonLabels by mouse: a point added, a point moved', labels('PolygonLabels', 'area', 'Road'), {}, async (page, on) => {
  await on.press([20, 20], [60, 20], [60, 60], [20, 60], [20, 20]);
  await on.press([40, 40]);
  await on.drag([40, 60], [40, 80]); // the middle of a side becomes a point
  await on.drag([20, 20], [10, 10]);
}, [item('area', 'polygonlabels', { points: [[10, 10], [60, 20], [60, 60], [40, 80], [20, 60]], closed: true, polygonlabels: ['Road'] })]);

draws('Polygon by keys', '<Polygon name="area" toName="image"/>', {}, async (page, on) => {
  await on.keys('Enter', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter', 'ArrowLeft', 'Enter', 'Backspace');
  await page.click('.picture-open .primary');
}, [item('area', 'polygon', { points: [[50, 50], [60, 50], [60, 60]], closed: true })]);

draws('KeyPointLabels by mouse and by keys', labels('KeyPointLabels', 'dot', 'Lamp', 'Sign'), {}, async (page, on) => {
  await on.label('Sign');
  await on.press([25, 75]);
  await on.keys('ArrowUp', 'Enter');
}, (result) => assert.deepEqual(drawn(result, 1), [item('dot', 'keypointlabels', { x: 25, y: 75, width: 0.6, keypointlabels: ['Sign'] }), item('dot', 'keypointlabels', { x: 50, y: 49, width: 0.6, keypointlabels: ['Sign'] })]));

draws('KeyPoint, Ellipse: shapes without labels, by their tools', '<KeyPoint name="dot" toName="image" strokeWidth="8"/><Ellipse name="round" toName="image"/>', {}, async (page, on) => {
  await on.tool('Point');
  await on.press([25, 75]);
  await on.tool('Ellipse');
  await on.drag([40, 40], [60, 60]);
}, [item('dot', 'keypoint', { x: 25, y: 75, width: 1 }), item('round', 'ellipse', { x: 50, y: 50, radiusX: 10, radiusY: 10, rotation: 0 })]);

const masks = (from, type, labelled) => (result) => {
  assert.equal(result.length, 1);
  const { rle, ...value } = result[0].value;
  assert.deepEqual(drawn([{ ...result[0], value }]), [item(from, type, { format: 'rle', ...labelled })]);
  const mask = rleDecode(rle, 800, 600);
  assert.ok(maskHas(mask, 240, 300) && maskHas(mask, 560, 300), 'both ends are painted');
  assert.ok(!maskHas(mask, 400, 300), 'what was erased is not');
  assert.ok(!maskHas(mask, 240, 240) && !maskHas(mask, 100, 300), 'what lies beside is not');
  // 320 x 36 pixels, two half discs of radius 18, less a disc of radius 18 that was erased.
  assert.ok(Math.abs(maskArea(mask) - 320 * 36) < 400, String(maskArea(mask)));
};
draws('BrushLabels by mouse, with the eraser', labels('BrushLabels', 'mask', 'Sky'), {}, async (page, on) => {
  await on.drag([30, 50], [70, 50]);
  await on.tool('Erase from the mask');
  await on.press([50, 50]);
}, masks('mask', 'brushlabels', { brushlabels: ['Sky'] }));

draws('BrushLabels by pen', labels('BrushLabels', 'mask', 'Sky'), {}, async (page, on) => {
  await on.pen([30, 50], [40, 50], [55, 50], [70, 50]);
  await on.tool('Erase from the mask');
  await on.pen([50, 50], [50, 50]);
}, masks('mask', 'brushlabels', { brushlabels: ['Sky'] }));

draws('Brush by keys', '<Brush name="mask" toName="image"/>', {}, async (page, on) => {
  await on.keys('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter', ...Array(8).fill('Shift+ArrowRight'), 'Enter');
  await on.tool('Erase from the mask');
  await on.keys(...Array(4).fill('Shift+ArrowLeft'), 'Enter', 'Enter');
}, masks('mask', 'brush', {}));

draws('Snapping: to another box, and to whole pixels', '<RectangleLabels name="box" toName="image" snap="pixel"><Label value="Car"/></RectangleLabels>', {}, async (page, on) => {
  await on.drag([20, 20], [40, 40]);
  await on.tool('Snap to edges');
  await on.drag([40.5, 60], [70, 19.6]);
}, (result) => {
  assert.deepEqual(drawn(result, 3)[1].value, { x: 40, y: 20, width: 30, height: 40, rotation: 0, rectanglelabels: ['Car'] });
  const pixels = result[0].value.x * 8;
  assert.ok(Math.abs(pixels - Math.round(pixels)) < 0.01, String(pixels));
});

draws('A text for each region', labels('RectangleLabels', 'box', 'Sign') + '<TextArea name="words" toName="image" perRegion="true" required="true" maxSubmissions="1"/>', {}, async (page, on) => {
  await on.drag([10, 10], [30, 30]);
  await page.fill('[data-control=words] textarea', 'STOP');
  await page.keyboard.press('Escape');
  await on.press([90, 90]); // chooses none
  await on.drag([50, 50], [70, 70]);
  await page.click('.submit');
  assert.match(await page.textContent('[data-control=words] .error'), /Each mark needs this/);
  await page.fill('[data-control=words] textarea', 'EXIT');
}, [
  item('box', 'rectanglelabels', { x: 10, y: 10, width: 20, height: 20, rotation: 0, rectanglelabels: ['Sign'] }),
  item('words', 'textarea', { x: 10, y: 10, width: 20, height: 20, rotation: 0, text: ['STOP'] }),
  item('box', 'rectanglelabels', { x: 50, y: 50, width: 20, height: 20, rotation: 0, rectanglelabels: ['Sign'] }),
  item('words', 'textarea', { x: 50, y: 50, width: 20, height: 20, rotation: 0, text: ['EXIT'] }),
]);

draws('Zoomed by the wheel and moved by the hand, a box is where it was drawn', labels('RectangleLabels', 'box', 'Car'), {}, async (page, on) => {
  await page.locator('.picture-window').hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -600);
  await page.keyboard.up('Control');
  await on.settle();
  await on.tool('Move and choose');
  await on.drag([50, 50], [55, 55]);
  await on.tool('Rectangle');
  await on.drag([45, 45], [52, 51]);
  await on.tool('Whole picture');
  assert.ok((await page.$eval('.picture-base', (base) => base.getBoundingClientRect().width)) < 1000);
}, [item('box', 'rectanglelabels', { x: 45, y: 45, width: 7, height: 6, rotation: 0, rectanglelabels: ['Car'] })]);

test('a task without regions loads nothing of them', { timeout: 180000 }, async () => {
  const id = await kit.project('<View><Image name="image" value="$image"/><Choices name="c" toName="image"><Choice value="a"/></Choices></View>', [{ image: address }]);
  const page = await kit.work(browser, id, {});
  await page.waitForSelector('.label-image img');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => /\/(regions|picture|tools)-/.test(name)));
  assert.deepEqual(loaded, []);
  await page.context().close();
});
