// Projects for tests of label controls: made by the API as a requester's program would, worked on in the browser.
//
//   const kit = await kitStart(server)              a requester with money, through the demo's operator and requester
//   const project = await kit.project(config, tasks) -> id, published
//   const address = await kit.file(project, bytes)
//   const page = await kit.work(browser, project, options)     a fresh worker with the first task open; page.kit = {task}
//   await kit.submitted(page)  -> the result as the server has stored it
import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { crc32 } from './console_lib.mjs';
import { freshHandle, pageOpen, signUp } from './harness.mjs';

export async function kitStart(server) {
  let cookie = '';
  const call = async (method, path, body, type = 'application/json') => {
    const reply = await fetch(server.url + '/api/v1' + path, {
      method,
      headers: { Accept: 'application/json', ...(cookie ? { Cookie: cookie } : {}), ...(method === 'GET' ? {} : { 'Content-Type': type, 'Idempotency-Key': randomUUID() }) },
      body: body === undefined ? undefined : type === 'application/json' ? JSON.stringify(body) : body,
    });
    const set = reply.headers.getSetCookie();
    if (set.length) cookie = set[0].split(';')[0];
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return text && /json/.test(reply.headers.get('content-type')) ? JSON.parse(text) : text;
  };
  await call('POST', '/session', server.logins.requester);

  const draft = (config, more = {}) => call('POST', '/projects', { title: 'Labels ' + freshHandle(), label_config: config, price_micros: 0, ...more });
  return {
    call,
    draft,
    async add(id, tasks) {
      await call('POST', `/projects/${id}/tasks`, { tasks });
      await call('POST', `/projects/${id}/publish`, {});
    },
    async project(config, tasks, more) {
      const { id } = await draft(config, more);
      await this.add(id, tasks);
      return id;
    },
    file: (id, bytes) => call('POST', `/projects/${id}/files`, bytes, 'application/octet-stream').then((reply) => reply.address),
    results: (id) => call('GET', `/projects/${id}/annotations`).then((list) => list.items.map((item) => item.result)),
    async work(browser, id, options) {
      const page = await pageOpen(browser, server, options);
      await signUp(page);
      await page.goto(`/#/projects/${id}/work`);
      await page.waitForSelector('.task .label-root');
      return page;
    },
    async submitted(page, id) {
      const before = (await this.results(id)).length;
      await page.click('.submit');
      for (let tries = 0; tries < 100; tries++) {
        const results = await this.results(id);
        if (results.length > before) return results[0];
        await page.waitForTimeout(100);
      }
      throw new Error('The answer was not stored: ' + (await page.$$eval('.work .alert, .work .error', (all) => all.map((one) => one.textContent).join(' '))));
    },
  };
}

// A PNG of soft colours with some edges in it.
export function png(width, height) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const out = Buffer.alloc(8 + data.length + 4);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), 8 + data.length);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      const block = ((x >> 6) + (y >> 6)) & 1;
      rows[at] = 150 + (60 * x) / width + block * 20;
      rows[at + 1] = 170 + (50 * y) / height;
      rows[at + 2] = 190 - block * 25;
    }
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

// A result without its random ids, numbers rounded to whole percent or tenths, for comparing what a hand has drawn.
export const drawn = (result, digits = 0) =>
  JSON.parse(JSON.stringify(result), (key, value) => (typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 10 ** digits) / 10 ** digits + 0 : value)).map(({ id, ...rest }) => rest);

// Sound of so many seconds: 8 kHz, one channel, a tone that gets louder and softer.
export function wave(seconds) {
  const count = Math.round(seconds * 8000);
  const out = Buffer.alloc(44 + count * 2);
  out.write('RIFF', 0);
  out.writeUInt32LE(36 + count * 2, 4);
  out.write('WAVEfmt ', 8);
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(8000, 24);
  out.writeUInt32LE(16000, 28);
  out.writeUInt16LE(2, 32);
  out.writeUInt16LE(16, 34);
  out.write('data', 36);
  out.writeUInt32LE(count * 2, 40);
  for (let i = 0; i < count; i++) out.writeInt16LE(Math.round(26000 * (0.6 + 0.4 * Math.sin(i / 2500)) * Math.sin(i / 3)), 44 + i * 2);
  return out;
}
