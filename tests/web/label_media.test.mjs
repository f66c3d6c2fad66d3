// Sound, video and time series in a real browser: marked by mouse and by keys, sent, and compared as stored with what a hand wrote
// down; and every result of tests/golden/label_studio_regions.json drawn as it came.
//
//   FAENA_BIN=build/faena node --test --test-reporter=tap tests/web/label_media.test.mjs        (see harness.mjs)
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axe, browserStart, pageOpen, serverStart, signUp } from './harness.mjs';
import { drawn, kitStart, png, wave } from './label_kit.mjs';
import { moduleLoad } from './modules.mjs';

const read = (name) => JSON.parse(readFileSync(new URL('../golden/' + name, import.meta.url), 'utf8'));
const golden = read('label_studio_regions.json').concat(read('label_studio_texts.json'));
// Items that stand by themselves: no regions and nothing told of one.
const MARKS = /^(labels|hypertextlabels|paragraphlabels)$/;
const { csvRows, seriesOf, timeReader, nearest } = await moduleLoad('label/series_data.js');
const { boxAt, keyPut, keyRemove, keyToggle, seenIn, frameOf, timeOf } = await moduleLoad('label/track.js');
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

const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
// Places are shares of the strip.
async function dragOn(page, selector, ...points) {
  await page.locator(selector).scrollIntoViewIfNeeded();
  const box = await page.locator(selector).boundingBox();
  const at = ([x, y]) => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(points[0]));
  await page.mouse.down();
  for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 5 });
  await page.mouse.up();
  await settle(page);
}
async function keysOn(page, selector, ...keys) {
  await page.focus(selector);
  for (const key of keys) await page.keyboard.press(key);
  await settle(page);
}

function marks(name, config, data, ready, options, body, wanted) {
  test(name, { timeout: 240000 }, async () => {
    const { id } = await kit.draft(config);
    await kit.add(id, [await data(id)]);
    const page = await kit.work(browser, id, { width: 1000, locale: 'en', ...options });
    try {
      await page.waitForSelector(ready);
      await body(page);
      const listed = await page.$$eval('.region-pick', (all) => all.map((one) => one.textContent));
      await page.waitForTimeout(400);
      await page.reload();
      await page.waitForSelector('.region-pick');
      assert.deepEqual(await page.$$eval('.region-pick', (all) => all.map((one) => one.textContent)), listed, 'after a reload');
      await page.waitForSelector(ready);
      assert.deepEqual(await axe(page), []);
      const result = await kit.submitted(page, id);
      if (typeof wanted === 'function') wanted(result);
      else assert.deepEqual(drawn(result, 1), wanted);
      assert.deepEqual(page.problems, []);
    } finally {
      if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/${name.replace(/\W+/g, '-')}.png` }).catch(() => {});
      await page.context().close();
    }
  });
}

/* ---- sound ---- */
const SOUND = '<View><Audio name="audio" value="$audio"/><Labels name="who" toName="audio"><Label value="Ana"/><Label value="Luis"/></Labels><TextArea name="said" toName="audio" perRegion="true" required="true" maxSubmissions="1"/></View>';
const heard = (value, extra) => ({ from_name: 'who', to_name: 'audio', type: 'labels', original_length: 4, value: { channel: 0, ...value }, ...extra });
marks('Audio: a stretch by mouse, one by keys, each with its text', SOUND, async (id) => ({ audio: await kit.file(id, wave(4)) }), '.strip', {}, async (page) => {
  await page.click('.label-chip:has-text("Luis")');
  await dragOn(page, '.strip', [0.25, 0.5], [0.5, 0.5]);
  await page.fill('[data-control=said] textarea', 'hola');
  await page.keyboard.press('Escape');
  await page.locator('.strip').press('Escape'); // chooses none
  await page.click('.label-chip:has-text("Ana")');
  await keysOn(page, '.strip', 'Home', 'Enter', 'ArrowRight', 'Alt+ArrowRight', 'Enter');
  await page.fill('[data-control=said] textarea', 'adiós');
  await keysOn(page, '.strip', 'Alt+ArrowRight', 'Alt+ArrowRight', ']');
}, (result) => {
  const round = drawn(result, 1).map((one) => one.value);
  assert.deepEqual(drawn(result, 1)[0], heard({ start: 1, end: 2, labels: ['Luis'] }));
  assert.deepEqual(round[1], { start: 1, end: 2, channel: 0, text: ['hola'] });
  assert.deepEqual(round[2], { start: 0, end: 1.3, channel: 0, labels: ['Ana'] });
  assert.deepEqual(round[3], { start: 0, end: 1.3, channel: 0, text: ['adiós'] });
});

marks('Audio by touch: a stretch is drawn and one of its ends moved; the wave is there and it plays', '<View><Audio name="audio" value="$audio"/><AudioLabels name="who" toName="audio"><Label value="Ana"/></AudioLabels></View>', async (id) => ({ audio: await kit.file(id, wave(4)) }), '.strip', { width: 400 }, async (page) => {
  const box = await page.locator('.strip').boundingBox();
  const client = await page.context().newCDPSession(page);
  const touch = async (...xs) => {
    const point = (x) => [{ x: box.x + box.width * x, y: box.y + 40 }];
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(xs[0]) });
    for (const x of xs.slice(1)) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(x) });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await settle(page);
  };
  await touch(0.25, 0.4, 0.5);
  await page.click('.region-pick');
  await touch(0.5, 0.6, 0.75);
  const painted = await page.$eval('.strip canvas', (canvas) => {
    const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const columns = new Set();
    for (let i = 3; i < data.length; i += 4) if (data[i] && ((i >> 2) / width | 0) < canvas.height / 4) columns.add((i >> 2) % width);
    return columns.size / width;
  });
  assert.ok(painted > 0.3, 'the wave fills the strip: ' + painted);
  await page.click('.audio button[aria-label="Play"]');
  await page.waitForFunction(() => document.querySelector('audio').currentTime > 0.2);
  await page.click('.audio button[aria-label="Pause"]');
}, [{ from_name: 'who', to_name: 'audio', type: 'audiolabels', original_length: 4, value: { start: 1, end: 3, channel: 0, audiolabels: ['Ana'] } }]);

test('who saves data hears the small copy; the original is a button away, with its size', { timeout: 180000, skip: !existsSync('/usr/bin/ffmpeg') && 'ffmpeg is not installed' }, async () => {
  const { id } = await kit.draft(SOUND);
  const address = await kit.file(id, wave(30));
  await kit.add(id, [{ audio: address }]);
  const page = await kit.work(browser, id, { width: 360, locale: 'en' });
  await page.evaluate(() => localStorage.setItem('faena.saving', JSON.stringify('on')));
  await page.reload();
  await page.waitForSelector('.strip');
  assert.equal(await page.getAttribute('audio', 'src'), address + '?sound=small');
  const button = page.locator('button:has-text("Original sound")');
  await button.waitFor();
  assert.equal(await button.textContent(), 'Original sound (0.5 MB)');
  assert.ok(Math.abs((await page.$eval('audio', (audio) => audio.duration)) - 30) < 0.05);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/small-sound.png`, fullPage: true });
  await button.click();
  await page.waitForFunction((wanted) => document.querySelector('audio').getAttribute('src') === wanted, address);
  assert.equal(await button.count(), 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

/* ---- time series ---- */
const SERIES = '<View><TimeSeriesLabels name="state" toName="ts"><Label value="Run"/><Label value="Walk"/></TimeSeriesLabels><TimeSeries name="ts" value="$ts" timeColumn="t"><Channel column="speed" units="m/s" legend="Speed"/><Channel column="heart"/></TimeSeries></View>';
const samples = { t: Array.from({ length: 101 }, (_, i) => i * 10), speed: Array.from({ length: 101 }, (_, i) => (i % 20 === 7 ? null : Math.sin(i / 9))), heart: Array.from({ length: 101 }, (_, i) => 60 + (i % 13)) };
marks('TimeSeries: stretches begin and end at samples', SERIES, async () => ({ ts: samples }), '.strip', {}, async (page) => {
  await page.click('.label-chip:has-text("Walk")');
  await dragOn(page, '.strip', [0.2, 0.5], [0.4003, 0.5]);
  await page.click('.label-chip:has-text("Run")');
  await keysOn(page, '.strip', 'End', 'Enter', 'ArrowLeft', 'ArrowLeft', 'Enter');
}, [
  { from_name: 'state', to_name: 'ts', type: 'timeserieslabels', value: { start: 200, end: 400, instant: false, timeserieslabels: ['Walk'] } },
  { from_name: 'state', to_name: 'ts', type: 'timeserieslabels', value: { start: 980, end: 1000, instant: false, timeserieslabels: ['Run'] } },
]);

const DATED = '<View><TimeSeries name="ts" value="$csv" timeColumn="day" timeFormat="%d.%m.%Y" sep=";"><Channel column="v"/></TimeSeries><TimeSeriesLabels name="state" toName="ts"><Label value="Up"/></TimeSeriesLabels></View>';
marks('TimeSeries of CSV with dates: written as the data has them', DATED, async () => ({ csv: 'day;v\n' + Array.from({ length: 11 }, (_, i) => `${String(i + 1).padStart(2, '0')}.03.2024;${i * i}`).join('\n') }), '.strip', { width: 360 }, (page) => dragOn(page, '.strip', [0.1, 0.5], [0.5, 0.5]), [
  { from_name: 'state', to_name: 'ts', type: 'timeserieslabels', value: { start: '02.03.2024', end: '06.03.2024', instant: false, timeserieslabels: ['Up'] } },
]);

test('time series: formats, separators, gaps', () => {
  assert.deepEqual(csvRows('a,"b ""x"", y"\r\n1,2\n', ','), [['a', 'b "x", y'], ['1', '2']]);
  assert.equal(timeReader('%Y-%m-%d %H:%M:%S.%f')('2020-06-15 20:01:02.250'), Date.UTC(2020, 5, 15, 20, 1, 2, 250));
  assert.equal(timeReader('%m/%d/%y %I:%M %p')('06/15/20 08:05 PM'), Date.UTC(2020, 5, 15, 20, 5));
  assert.ok(isNaN(timeReader('%Y')('x')));
  const series = seriesOf('T\tV\n1\t5\n2\t\n4\t7', { separator: '\t', timeColumn: 't', channels: ['v'] });
  assert.deepEqual([...series.times], [1, 2, 4]);
  assert.deepEqual([...series.channels[0]], [5, NaN, 7]);
  assert.equal(nearest(series.times, 2.9), 1);
  assert.equal(nearest(series.times, 3.1), 2);
  assert.equal(seriesOf({ v: [1, 2] }, { timeColumn: 't', channels: ['v'] }), null);
  assert.deepEqual([...seriesOf({ v: [1, 2] }, { channels: ['v'] }).times], [0, 1]);
});

/* ---- video ---- */
test('a box moves evenly between its key frames', () => {
  let sequence = keyPut([], 1, 25, { x: 0, y: 10, width: 20, height: 20, rotation: 0 });
  sequence = keyPut(sequence, 11, 25, { x: 50, y: 10, width: 20, height: 40, rotation: 0 });
  assert.deepEqual(sequence.map((one) => [one.frame, one.time, one.x]), [[1, 0.04, 0], [11, 0.44, 50]]);
  assert.deepEqual(boxAt(sequence, 6), { x: 25, y: 10, width: 20, height: 30, rotation: 0, key: false });
  assert.equal(boxAt(sequence, 11).key, true);
  assert.equal(boxAt(sequence.slice(1), 6), null);
  sequence = keyToggle(sequence, 11, 25);
  assert.equal(boxAt(sequence, 11).x, 50);
  assert.equal(boxAt(sequence, 12), null);
  assert.deepEqual(seenIn(sequence, 30), [[1, 11]]);
  assert.deepEqual(seenIn(keyToggle(sequence, 20, 25), 30), [[1, 11], [20, 20]].slice(0, 2));
  assert.deepEqual(keyRemove(sequence, 1).length, 1);
  assert.deepEqual(keyRemove(keyRemove(sequence, 1), 11).length, 1);
  for (const fps of [24, 25, 29.97]) for (const frame of [1, 2, 77, 1000]) assert.equal(frameOf(timeOf(frame, fps), fps), frame);
});

// A film made by the browser itself: two seconds, a square that moves.
async function film() {
  const page = await pageOpen(browser, server, {});
  await page.goto('/');
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const pen = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' });
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const ended = new Promise((done) => (recorder.onstop = done));
    recorder.start();
    const begin = performance.now();
    while (performance.now() - begin < 2000) {
      pen.fillStyle = '#456';
      pen.fillRect(0, 0, 320, 240);
      pen.fillStyle = '#fc3';
      pen.fillRect((performance.now() - begin) / 10, 80, 60, 60);
      await new Promise((next) => setTimeout(next, 20));
    }
    recorder.stop();
    await ended;
    // A recording does not tell its length; reading it to its end makes the player know it.
    return Array.from(new Uint8Array(await new Blob(parts).arrayBuffer()));
  });
  await page.context().close();
  return Buffer.from(bytes);
}
const FILM = '<View><Video name="video" value="$video" frameRate="25"/><VideoRectangle name="box" toName="video"/><Labels name="what" toName="video"><Label value="Square"/><Label value="Ball"/></Labels></View>';
marks('VideoRectangle: key frames by mouse and by keys', FILM, async (id) => ({ video: await kit.file(id, await film()) }), '.video-window + .picture-bar', {}, async (page) => {
  await page.click('.label-chip:has-text("Square")');
  const frames = await page.$eval('.video input[type=range]', (input) => Number(input.max));
  assert.ok(frames >= 40 && frames <= 60, String(frames));
  const place = await page.evaluate(() => {
    const outer = document.querySelector('.video-window').getBoundingClientRect();
    const inner = document.querySelector('.video-window video').getBoundingClientRect();
    return { x: (inner.x - outer.x) / outer.width, w: inner.width / outer.width };
  });
  const at = ([x, y]) => [place.x + x * place.w, y];
  await dragOn(page, '.video-window', at([0.1, 0.3]), at([0.3, 0.6]));
  assert.equal(await page.getAttribute('.video-track', 'aria-pressed'), 'true');
  await page.$eval('.video input[type=range]', (input) => {
    input.value = 21;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle(page);
  await dragOn(page, '.video-window', at([0.2, 0.45]), at([0.5, 0.45]));
  await keysOn(page, '.video-window', '.', '.', 'ArrowDown');
  await page.click('.video button:has-text("Disappears here")');
}, (result) => {
  assert.equal(result.length, 1);
  const { value, ...item } = drawn(result, 1)[0];
  assert.deepEqual(item, { from_name: 'box', to_name: 'video', type: 'videorectangle' });
  assert.deepEqual(value.labels, ['Square']);
  assert.ok(value.duration > 1.5 && value.framesCount >= 40, JSON.stringify(value));
  const key = (frame, x, y, enabled = true) => ({ frame, enabled, time: Math.round(frame / 2.5) / 10, x, y, width: 20, height: 30, rotation: 0 });
  assert.deepEqual(value.sequence, [key(1, 10, 30), key(21, 40, 30), key(23, 40, 31, false)]);
});

/* ---- what Label Studio exports ---- */
// Answers that belong to no mark are seen as they were given.
async function shown(page, example, marks) {
  for (const { id, from_name, type, value, item_index } of example.result.filter((item) => item.type !== 'relation' && !marks.has(item.id) && !item.item_index)) {
    const box = page.locator(`[data-control="${from_name}"]`);
    const checked = () => box.locator('input:checked').count();
    const text = async () => (await box.textContent()) + (await box.locator('input, textarea, select').evaluateAll((all) => all.map((one) => one.value).join(' ')));
    const where = [example.name, from_name, id, item_index].join(' ');
    if (type === 'choices') assert.equal(await checked(), value.choices.length, where);
    else if (type === 'rating') assert.equal(await box.locator('.star.on').count().then((n) => n || value.rating), value.rating, where);
    else if (type === 'textarea') for (const one of value.text) assert.ok((await text()).includes(one), where);
    else if (type === 'number') assert.match((await text()).replace(',', '.'), new RegExp(String(value.number)), where);
    else if (type === 'taxonomy') for (const path of value.taxonomy) assert.ok((await text()).includes(path[path.length - 1]) || (await checked()) > 0, where);
    else if (type === 'datetime') assert.ok((await text()).length > 0, where);
    else if (type === 'pairwise') assert.equal(await page.locator('.pairwise [aria-checked=true], .pairwise input:checked, .pairwise [aria-pressed=true]').count(), 1, where);
    else assert.equal(type, 'ranker', where);
  }
}
test('results of Label Studio are drawn as they came', { timeout: 240000 }, async () => {
  const worker = await pageOpen(browser, server, {});
  await signUp(worker);
  const requester = await pageOpen(browser, server, { locale: 'en' });
  await requester.goto('/console');
  const inside = Object.assign({}, server.logins.requester);
  await requester.fill('input[autocomplete=username]', inside.handle);
  await requester.fill('input[autocomplete=current-password]', inside.password);
  await requester.click('button[type=submit]');
  await requester.waitForFunction(() => !document.querySelector('input[autocomplete=current-password]'));
  const files = {};
  for (const example of golden) {
    const { id } = await kit.draft(example.config);
    if (!files.image) Object.assign(files, { image: await kit.file(id, png(960, 640)), audio: await kit.file(id, wave(19)), small: await kit.file(id, png(7, 5)) });
    const data = { ...example.data };
    if (data.image) data.image = example.result[0].original_width === 7 ? files.small : files.image;
    if (data.audio) data.audio = files.audio;
    if (data.images && typeof data.images[0] === 'string') data.images = data.images.map(() => files.image);
    await kit.add(id, [{ data }]);
    await worker.evaluate(
      async ([project, result]) => {
        const post = async (path, body) => {
          const reply = await fetch(`/api/v1/work/projects/${project}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }, body: JSON.stringify(body) });
          if (!reply.ok) throw new Error(await reply.text());
          return reply.json();
        };
        const { task } = await post('/take', {});
        await post(`/tasks/${task}/submit`, { result, take_next: false });
      },
      [id, example.result]
    );
    await requester.goto('about:blank'); // a new page, not the old one with another hash
    await requester.goto(`/console#/projects/${id}/review`);
    await requester.waitForSelector('.label-root :is(.label-control, .label-bar, .region-pick)', { state: 'attached' });
    const marks = example.result.filter((item) => MARKS.test(item.type) || item.value?.x !== undefined || item.value?.start !== undefined || /^(polygon|brush|video|timeseries)/.test(item.type));
    const regions = new Set(marks.map((item) => item.id)).size;
    if (regions) await requester.waitForSelector('.region-pick');
    assert.equal(await requester.locator('.region-pick').count(), regions, example.name);
    await shown(requester, example, new Set(marks.map((item) => item.id)));
    if (data.image && !/Brush/.test(example.name)) await requester.waitForFunction((n) => document.querySelectorAll('.picture-shapes > g > g > *').length === n, regions);
    if (/Brush/.test(example.name)) await requester.waitForFunction(() => Array.from(document.querySelectorAll('canvas.picture-base')).some((canvas) => canvas.width > 0 && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((one) => one)));
    if (data.audio || data.ts || data.csv) await requester.waitForFunction((n) => document.querySelectorAll('.strip-region').length === n, regions);
    assert.deepEqual(requester.problems.filter((one) => !/example\.org/.test(one)), [], example.name);
  }
  await requester.context().close();
  await worker.context().close();
});
