// What a config says of looks has its effect in a real browser: pictures that are turned and brighter, colours and lines of marks,
// players, time series, trees; and a mark too many is not made.
//
//   FAENA_BIN=build/faena node --test --test-reporter=tap tests/web/label_looks.test.mjs        (see harness.mjs)
//   LOOKS=/tmp/looks     also writes pictures of the pages there
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, serverStart } from './harness.mjs';
import { kitStart, png, wave } from './label_kit.mjs';
import { moduleLoad } from './modules.mjs';

const { numberWriter, timeWriter, rangeOf } = await moduleLoad('label/series_format.js');
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

// One task of a config on a page; data(id) makes it.
const work = (name, config, data, body) =>
  test(name, { timeout: 180000 }, async () => {
    const { id } = await kit.draft(config);
    await kit.add(id, [await data(id)]);
    const page = await kit.work(browser, id, { width: 360, locale: 'en' });
    try {
      await body(page, id);
      if (process.env.LOOKS) await page.screenshot({ path: `${process.env.LOOKS}-${name.replace(/\W+/g, '-')}.png`, fullPage: true });
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(page.problems, []);
    } finally {
      await page.context().close();
    }
  });
const styleOf = (page, selector, name) => page.$eval(selector, (one, wanted) => getComputedStyle(one)[wanted], name);
const pictureOf = async (id) => ({ image: await kit.file(id, png(300, 200)) });
async function drag(page, selector, ...points) {
  await page.locator(selector).scrollIntoViewIfNeeded();
  const box = await page.locator(selector).boundingBox();
  const at = ([x, y]) => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(points[0]));
  await page.mouse.down();
  for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 5 });
  await page.mouse.up();
}
const marks = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll('.region-pick').length === wanted, count);

work(
  'a picture: turned, brighter, with a grid and a cross; what is drawn on it lies where it was drawn',
  `<View><Image name="image" value="$image" rotateControl="true" brightnessControl="true" contrastControl="true" grid="true" gridSize="20" gridColor="#ff0000" crosshair="true" zoomBy="2" negativeZoom="true" horizontalAlignment="left"/>
  <RectangleLabels name="box" toName="image" fillColor="#00ff00" opacity="0.5" strokeWidth="6" pointSize="large" pointStyle="circle"><Label value="Car" background="#0000ff"/></RectangleLabels></View>`,
  pictureOf,
  async (page, id) => {
    await page.waitForSelector('.picture-window');
    const flat = await page.locator('.picture-window').boundingBox();
    await page.click('[aria-label="Turn the picture"]');
    await page.waitForFunction((height) => document.querySelector('.picture-window').offsetHeight > height, flat.height);
    // Upper left on the screen is the picture's lower left now.
    await drag(page, '.picture-window', [0.05, 0.05], [0.5, 0.3]);
    await marks(page, 1);
    assert.equal(await styleOf(page, '.picture-shapes rect', 'fill'), 'rgb(0, 255, 0)');
    assert.equal(await styleOf(page, '.picture-shapes rect', 'fillOpacity'), '0.5');
    assert.equal(await styleOf(page, '.picture-shapes rect', 'strokeWidth'), '6px');
    assert.equal(await styleOf(page, '.picture-shapes rect', 'stroke'), 'rgb(0, 0, 255)');
    assert.equal(await styleOf(page, '.picture-grid', 'stroke'), 'rgb(255, 0, 0)');
    assert.equal(await styleOf(page, '.picture-cross', 'display'), 'block');
    await page.click('.region-pick');
    await page.waitForSelector('.picture-handles circle');
    assert.equal(await page.$('.picture-handles rect'), null, 'points are circles');
    await page.locator('.picture-size input').first().fill('1.5');
    assert.match(await page.$eval('.picture-frame .picture-frame', (one) => one.style.filter), /brightness\(1\.5\) contrast\(1\)/);
    const scale = () => page.$eval('.picture-shapes g', (one) => Number(/scale\(([\d.]+)/.exec(one.getAttribute('transform'))[1]));
    const first = await scale();
    await page.click('[aria-label="Zoom out"]');
    await page.waitForFunction(() => true);
    assert.ok(Math.abs((await scale()) - first / 2) < 0.01, 'zoomed out by two');
    const [item] = await kit.submitted(page, id);
    // Across the screen is up the picture: 5 to 50 % of the width is from the bottom, 5 to 30 % of the height is from the left.
    const { x, y, width, height } = item.value;
    [x - 5, y - 50, width - 25, height - 45].forEach((off) => assert.ok(Math.abs(off) < 2, JSON.stringify(item.value)));
    assert.equal(item.image_rotation, 0);
  }
);

work(
  'a picture that is only looked at has the same tools, and its first size',
  `<View><Image name="image" value="$image" defaultZoom="original" rotateControl="true" verticalAlignment="top"/><Choices name="c" toName="image"><Choice value="A"/></Choices></View>`,
  async (id) => ({ image: await kit.file(id, png(100, 60)) }),
  async (page) => {
    await page.waitForSelector('.picture-window');
    assert.equal(await page.$eval('.picture-shapes g', (one) => /scale\(([\d.]+)/.exec(one.getAttribute('transform'))[1]), '1');
    await page.click('[aria-label="Turn the picture"]');
    await page.waitForFunction(() => /rotate\(90deg\)/.test(document.querySelector('.picture-frame').style.transform));
  }
);

work(
  'labels: their size, alias, colour when chosen, one below the other; one too many is refused with a word',
  `<View><Labels name="l" toName="text" maxUsages="1" showInline="false"><Label value="Person" alias="PER" showAlias="true" aliasStyle="color: #900000" size="large" selectedColor="#123456"/></Labels><Text name="text" value="$text"/></View>`,
  async () => ({ text: 'Ana sees Bea' }),
  async (page) => {
    const chip = page.locator('.label-chip');
    await chip.click();
    assert.match(await chip.textContent(), /PersonPER/);
    assert.equal(await styleOf(page, '.label-chip', 'color'), 'rgb(18, 52, 86)');
    assert.equal(await styleOf(page, '.label-bar', 'flexDirection'), 'column');
    await page.focus('.spans-text');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await marks(page, 1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.label-root .error[role=alert]');
    assert.match(await page.textContent('.label-root .error[role=alert]'), /“Person” has been used as often as it may be/);
    await marks(page, 1);
  }
);

work(
  'masks: as many as maxUsages says',
  `<View><Image name="image" value="$image"/><Brush name="b" toName="image" maxUsages="1"/></View>`,
  pictureOf,
  async (page, id) => {
    await page.waitForSelector('.picture-window');
    await drag(page, '.picture-window', [0.2, 0.2], [0.4, 0.4]);
    await marks(page, 1);
    await page.focus('.picture-window');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.region-pick[aria-pressed=false]');
    await drag(page, '.picture-window', [0.7, 0.7], [0.9, 0.9]);
    await page.waitForSelector('.label-root .error[role=alert]');
    await marks(page, 1);
    assert.equal((await kit.submitted(page, id)).length, 1);
  }
);

work(
  'sound: what its player shows, and how the wave begins',
  `<View><Labels name="who" toName="audio"><Label value="A"/></Labels><Audio name="audio" value="$audio" zoom="false" speed="false" volume="true" defaultVolume="0.5" defaultZoom="4" defaultScale="0.2" cursorColor="#ff0000" cursorWidth="5"/></View>`,
  async (id) => ({ audio: await kit.file(id, wave(8)) }),
  async (page) => {
    await page.waitForSelector('.strip-scroll'); // a quarter is seen
    assert.equal(await page.$('.audio-speed'), null);
    assert.equal(await page.$('[aria-label="Zoom in"]'), null);
    assert.equal(await styleOf(page, '.strip-cursor', 'backgroundColor'), 'rgb(255, 0, 0)');
    assert.equal(await styleOf(page, '.strip-cursor', 'width'), '5px');
    assert.equal(await page.$eval('audio', (one) => one.volume), 0.5);
    await page.locator('.audio-volume input').fill('0.25');
    assert.equal(await page.$eval('audio', (one) => one.volume), 0.25);
  }
);

const SERIES = `<View><TimeSeriesLabels name="state" toName="ts"><Label value="Run"/></TimeSeriesLabels>
<TimeSeries name="ts" value="$ts" valueType="json" timeColumn="time" timeFormat="%Y-%m-%d %H:%M" timeDisplayFormat="%H h %M" durationDisplayFormat="%H:%M" overviewChannels="v,1" overviewWidth="50%" cursorColor="#ff0000">
<Channel column="v" legend="Heat" units="°C" displayFormat=".1f" dataRange="0,100" strokeColor="#00aa00" interpolation="stepAfter" markerSize="5" markerSymbol="square" height="90"/>
<Channel column="w" showYAxis="false" opacity="0.4" fixedScale="true" height="60" timeRange="2026-01-01 02:00,2026-01-01 08:00"/></TimeSeries></View>`;
work(
  'a time series: formats, the overview, a first window, and what its channels look like',
  SERIES,
  async () => {
    const hours = Array.from({ length: 24 }, (_, i) => i);
    return { ts: { time: hours.map((h) => `2026-01-01 ${String(h).padStart(2, '0')}:00`), v: hours.map((h) => 20 + h / 2), w: hours.map((h) => (h * 7) % 11) } };
  },
  async (page) => {
    await page.waitForSelector('.series-overview');
    assert.match(await page.textContent('.series .picture-bar p'), /^00 h 00.*Heat 20\.0 °C/);
    assert.match(await page.textContent('.series-ends'), /00 h 00.*11 h 30/);
    assert.match(await page.$eval('.series-window', (one) => one.style.width), /^50%/);
    assert.equal(await styleOf(page, '.strip-cursor', 'backgroundColor'), 'rgb(255, 0, 0)');
    await page.click('.label-chip');
    await drag(page, '.strip', [0.1, 0.5], [0.6, 0.5]);
    await marks(page, 1);
    await page.click('.region-pick');
    await page.waitForFunction(() => /Length 0\d:00/.test(document.querySelector('.series .picture-bar p').textContent));
    // Of the second channel nothing is drawn outside of its times: in its half of the canvas the first column is empty.
    const drawnAt = (x) => page.$eval('.strip canvas', (canvas, share) => {
      const dense = canvas.height / 150;
      const found = canvas.getContext('2d').getImageData(Math.round(canvas.width * share), Math.round(95 * dense), 1, Math.round(50 * dense)).data;
      return Array.from(found).some((value, i) => i % 4 === 3 && value > 0);
    }, x);
    assert.deepEqual([await drawnAt(0.05), await drawnAt(0.4)], [false, true]);
    const at = () => page.$eval('.series-window', (one) => parseFloat(one.style.left));
    await page.click('.series-overview', { position: { x: (await page.locator('.series-overview').boundingBox()).width - 5, y: 20 } });
    await page.waitForFunction(() => parseFloat(document.querySelector('.series-window').style.left) > 45);
    assert.ok((await at()) <= 50.1);
  }
);

work(
  'a tree in colours and no wider than asked; links of a text that lead nowhere',
  `<View><HyperText name="h" value="$h" clickableLinks="false"/><Taxonomy name="t" toName="h" maxWidth="200px"><Choice value="Red" color="#ff0000"/><Choice value="Plain"/></Taxonomy></View>`,
  async () => ({ h: 'See <a href="https://example.org/">here</a>' }),
  async (page) => {
    await page.waitForSelector('.tree');
    assert.equal(await styleOf(page, '.tree', 'maxWidth'), '200px');
    assert.equal((await page.$$('.tree-dot')).length, 1);
    assert.equal(await styleOf(page, '.tree-dot', 'backgroundColor'), 'rgb(255, 0, 0)');
    assert.equal(await page.$('.label-hypertext a[href]'), null);
  }
);

test('numbers and times are written as their formats say', () => {
  const cases = [
    ['.2f', 3.14159, '3.14'], [',.1f', 1234567.89, '1,234,567.9'], ['d', 41.6, '42'], ['.1%', 0.1234, '12.3%'], ['$,.2f', -1234.5, '−$1,234.50'], ['(.1f', -2, '(2.0)'], ['+d', 7, '+7'],
    ['.3s', 42e6, '42.0M'], ['.2s', 0.0042, '4.2m'], ['.2e', 123456, '1.23e+5'], ['~s', 1500, '1.5k'], ['.3r', 1234567, '1230000'], ['', 1, null], ['.3', 3.14159, '3.14'], ['.2~f', 3.5, '3.5'], [',', 12345.5, '12,345.5'], ['.0f', -0.2, '0'],
  ];
  for (const [format, value, wanted] of cases) assert.equal(numberWriter(format) && numberWriter(format)(value), wanted, format);
  assert.equal(numberWriter('%Y'), null);
  const time = Date.UTC(2026, 1, 3, 16, 5, 9, 42);
  assert.equal(timeWriter('%Y-%m-%d %H:%M:%S.%L %I %p %j %y 100%%', 'en')(time), '2026-02-03 16:05:09.042 04 PM 034 26 100%');
  assert.equal(timeWriter('%A %B', 'es')(time), 'martes febrero');
  assert.deepEqual(rangeOf('-10, 20.5'), [-10, 20.5]);
  assert.equal(rangeOf(''), null);
});
