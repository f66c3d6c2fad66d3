// How long the worker's page takes to answer a person on an old machine: Debian's Chromium with its processor slowed six times
// (DevTools). Real mouse and keys; the time is the browser's own, from the event to the next frame on the screen (Event Timing).
// Prints JSON that bench.py reads: {interaction: {goal_msec, median_msec, worst_msec, n}}
//
//   FAENA_BIN=build/src/faena node tests/bench/interactions.mjs [TIMES] [RATE]
import { logIn, packTake, pause, placeMake, deviceMake, workerReady } from '../offline/kit.mjs';
import { png } from '../web/label_kit.mjs';

const TIMES = Number(process.argv[2]) || 8;
const RATE = Number(process.argv[3]) || 6;
const TEXT = 100;
const PICTURE = 200;
const words = (n) => Array.from({ length: 120 }, (_, i) => `word${(i * 7 + n) % 53}`).join(' ');
const CONFIGS = {
  choice: '<View><Text name="text" value="$text"/><Choices name="c" toName="text" required="true"><Choice value="Good"/><Choice value="Bad"/><Choice value="Neither"/></Choices></View>',
  write: '<View><Text name="text" value="$text"/><TextArea name="c" toName="text" rows="5" maxSubmissions="1"/></View>',
  spans: '<View><Labels name="c" toName="text"><Label value="Place"/><Label value="Person"/></Labels><Text name="text" value="$text"/></View>',
  boxes: '<View><RectangleLabels name="c" toName="picture"><Label value="Car"/><Label value="Tree"/></RectangleLabels><Image name="picture" value="$picture"/></View>',
};

const place = await placeMake();
const device = await deviceMake(place);
const out = {};
try {
  const requester = await place.api(place.logins.requester);
  const projects = {};
  for (const [name, label_config] of Object.entries(CONFIGS)) {
    const { id } = await requester('POST', '/projects', { title: name, label_config, price_micros: 0, gold_permille: 0, task_seconds: 3600 });
    const picture = name === 'boxes' && (await requester('POST', `/projects/${id}/files`, png(1600, 1200))).address;
    await requester('POST', `/projects/${id}/tasks`, { tasks: Array.from({ length: 30 }, (_, n) => (picture ? { picture } : { text: `film ${n + 1} ` + words(n) })) });
    await requester('POST', `/projects/${id}/publish`);
    projects[name] = id;
  }
  const page = await device.start('/', ['--window-size=800,900']);
  await logIn(page, 'lento', true);
  await workerReady(page);
  await packTake(page, projects.choice, 20);
  const cdp = await device.context.newCDPSession(page);
  await device.context.addInitScript(() => {
    globalThis.events = [];
    new PerformanceObserver((list) => globalThis.events.push(...list.getEntries().map((one) => ({ name: one.name, msec: one.duration })))).observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  const settle = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))));
  // The longest of the events that one act made; what the browser does not list took less than 16 ms.
  const measure = async (what, goal_msec, act, times = TIMES) => {
    const all = [];
    for (let n = 0; n < times; n++) {
      await settle();
      await page.evaluate(() => (globalThis.events.length = 0));
      await act(n);
      await settle();
      all.push(await page.evaluate(() => Math.max(8, ...globalThis.events.filter((one) => !/over|enter|leave|out/.test(one.name)).map((one) => one.msec))));
    }
    all.sort((a, b) => a - b);
    out[what] = { goal_msec, median_msec: all[all.length >> 1], worst_msec: all[all.length - 1], n: all.length };
    console.error(what, JSON.stringify(out[what]));
  };
  const open = async (name, ready) => {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.goto(`${place.url}/?${name}#/projects/${projects[name]}/work`);
    await page.waitForSelector(ready);
    await pause(500);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: RATE });
    await pause(300);
  };
  await open('choice', '.task .choice');
  await measure('text: a choice', TEXT, (n) => page.click(`.task .choice >> nth=${n % 3}`));
  await measure('text: a choice by its key', TEXT, (n) => page.keyboard.press(String((n % 3) + 1)));
  await measure('text: send, up to the next task of a pack', TEXT, async () => {
    const old = await page.textContent('.task .label-text');
    if (!(await page.$('.task .choice.on'))) await page.click('.task .choice >> nth=0');
    await page.evaluate(() => (globalThis.events.length = 0));
    await page.click('.submit');
    await page.waitForFunction((text) => document.querySelector('.task .label-text').textContent !== text, old);
  });
  await open('write', '.task textarea');
  await page.focus('.task textarea');
  await measure('text: a letter', TEXT, () => page.keyboard.press('a'), TIMES * 3);
  await open('spans', '.task .label-text');
  await measure('text: a label picked', TEXT, (n) => page.click(`.task .label-control button >> nth=${n % 2}`));
  await page.click('.task .label-control button >> nth=0');
  await measure('text: a span marked', TEXT, async (n) => {
    const box = await page.locator('.task .label-text').boundingBox();
    const y = box.y + 14 + (n % 4) * 22;
    await page.mouse.move(box.x + 30, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 110, y, { steps: 3 });
    await page.mouse.up();
  });
  await open('boxes', '.picture-base');
  await page.click('.task .label-control button >> nth=0');
  await measure('picture: a box drawn', PICTURE, async (n) => {
    const box = await page.locator('.picture-window').boundingBox();
    const [x, y] = [box.x + 20 + (n % 4) * 70, box.y + 20 + (n >> 2) * 60];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 50, y + 40, { steps: 6 });
    await page.mouse.up();
  });
  await measure('picture: zoom', PICTURE, (n) => page.click(`.picture-bar .picture-tools:last-of-type button >> nth=${n % 2 ? 0 : 2}`));
  await measure('picture: undo', PICTURE, () => page.keyboard.press('Control+z'));
} finally {
  await device.stop();
  await place.stop();
}
console.log(JSON.stringify(out));
