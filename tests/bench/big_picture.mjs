// How a photo of 8,000 x 6,000 pixels feels on a slow core: uploaded, cut into tiles, shown, moved, zoomed and marked in Chromium whose
// CPU is slowed six times. Prints the figures of docs/performance.md.
//
//   FAENA_BIN=build/src/faena node tests/bench/big_picture.mjs [PHOTO.jpg]        without a photo the browser draws one
import { readFileSync } from 'node:fs';
import { browserStart, pageOpen, serverStart, wireMeter } from '../web/harness.mjs';
import { kitStart } from '../web/label_kit.mjs';

const SLOWED = 6;
const CONFIG = '<View><Image name="image" value="$image"/><RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels><Brush name="mask" toName="image"/></View>';

async function photoDrawn(browser, server) {
  const page = await pageOpen(browser, server, {});
  await page.goto('/');
  const text = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 8000, height: 6000 });
    const pen = canvas.getContext('2d');
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    pen.fillStyle = '#7a8';
    pen.fillRect(0, 0, 8000, 6000);
    for (let i = 0; i < 60000; i++) {
      pen.fillStyle = `hsl(${random() * 360} 40% ${30 + random() * 50}%)`;
      pen.fillRect(random() * 8000, random() * 6000, 5 + random() * 90, 5 + random() * 90);
    }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    return new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
      reader.readAsDataURL(blob);
    });
  });
  await page.context().close();
  return Buffer.from(text, 'base64');
}

const server = await serverStart();
const browser = await browserStart();
const kit = await kitStart(server);
const photo = process.argv[2] ? readFileSync(process.argv[2]) : await photoDrawn(browser, server);
const say = (what, value) => console.log(what.padEnd(62), value);
const began = Date.now();
const { id } = await kit.draft(CONFIG);
const address = await kit.file(id, photo);
say(`upload, check and tiles of ${(photo.length / 1e6).toFixed(1)} MB, whole`, (Date.now() - began) / 1000 + ' s');
await kit.add(id, [{ image: address }]);

const page = await kit.work(browser, id, { width: 1000, locale: 'en' });
await page.waitForSelector('.picture-window');
const client = await page.context().newCDPSession(page);
await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
const meter = await wireMeter(page);
const box = await page.locator('.picture-window').boundingBox();
const at = (x, y) => ({ x: box.x + box.width * x, y: box.y + box.height * y });
const frames = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const mouse = (type, point, more) => client.send('Input.dispatchMouseEvent', { type, ...point, ...more });
const sorted = (list) => list.slice().sort((a, b) => a - b);
const share = (list, part) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * part))];

// Each step: from the input to the second frame after it, in which it is seen; and what of it the page's own thread worked, which
// other programs on the machine do not change.
await client.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
await client.send('Performance.enable');
const metric = async (name) => (await client.send('Performance.getMetrics')).metrics.find((one) => one.name === name).value;
async function measure(name, steps, act) {
  await frames();
  const times = [];
  const before = await metric('TaskDuration');
  for (let i = 0; i < steps; i++) {
    const from = performance.now();
    await act(i);
    await frames();
    times.push(performance.now() - from);
  }
  const worked = ((await metric('TaskDuration')) - before) / steps;
  say(`${name}: thread works per step; input to seen, median / 95 %`, `${(worked * 1000).toFixed(0)} ms; ${share(times, 0.5).toFixed(0)} / ${share(times, 0.95).toFixed(0)} ms`);
}
const wheel = (delta, point) => mouse('mouseWheel', point, { deltaX: 0, deltaY: delta, modifiers: 2 });

await measure('nothing done (two frames)', 20, async () => {});
await measure('zoom in by the wheel', 16, (i) => wheel(-220, at(0.5 + 0.01 * (i % 3), 0.5)));
await page.waitForTimeout(1500);
await page.click('.picture-bar button[aria-label="Move and choose"]');
await mouse('mousePressed', at(0.8, 0.8), { button: 'left', buttons: 1, clickCount: 1 });
await measure('pan', 40, (i) => mouse('mouseMoved', at(0.8 - i * 0.014, 0.8 - i * 0.014), { button: 'left', buttons: 1 }));
await mouse('mouseReleased', at(0.24, 0.24), { button: 'left', clickCount: 1 });
await page.click('.picture-bar button[aria-label="Rectangle"]');
await mouse('mousePressed', at(0.2, 0.2), { button: 'left', buttons: 1, clickCount: 1 });
await measure('draw a box', 20, (i) => mouse('mouseMoved', at(0.2 + i * 0.02, 0.2 + i * 0.02), { button: 'left', buttons: 1 }));
await measure('let go: the box is in the answer', 1, () => mouse('mouseReleased', at(0.6, 0.6), { button: 'left', clickCount: 1 }));
await page.click('.picture-bar button[aria-label="Mask"]');
await mouse('mousePressed', at(0.2, 0.7), { button: 'left', buttons: 1, clickCount: 1 });
await measure('paint a mask', 20, (i) => mouse('mouseMoved', at(0.2 + i * 0.02, 0.7 + 0.005 * i), { button: 'left', buttons: 1 }));
await measure('let go: the mask is in the answer', 1, () => mouse('mouseReleased', at(0.6, 0.8), { button: 'left', clickCount: 1 }));
await measure('zoom out by the wheel', 16, () => wheel(220, at(0.5, 0.5)));
say('tiles loaded on the way', `${meter.read().requests.filter((one) => /tiles/.test(one.url)).length} of about 260`);
say('heap of the page', ((await metric('JSHeapUsedSize')) / 1e6).toFixed(0) + ' MB');
await browser.close();
await server.stop();
