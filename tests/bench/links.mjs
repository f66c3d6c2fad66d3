// How long a worker waits on slow links, in Debian's Chromium behind slowlink (slowlink.c): real TCP, real browser, nothing cached but
// what an earlier visit left. Prints JSON that bench.py reads.
//
//   FAENA_BIN=build/src/faena SLOWLINK=build/tests/bench/slowlink node tests/bench/links.mjs [RUNS] [--types] [--tls | --tls-rsa]
//
//   first visit    a fresh browser with a login opens the address of a project's work, up to a text task that can be answered
//   newcomer       the same by hand: welcome page, sign up, list, project, work: the sum of what the person waits for
//   return visit   the browser is started again and opens the same address
//   next task      from a pack on the device: the press on "send" up to the next task
//
// --tls: the server's own TLS, with a chain of an ECDSA certificate and the one above it, as ACME gives them; --tls-rsa: with RSA.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { PASSWORD, packTake, pause, placeMake } from '../offline/kit.mjs';
import { png, wave } from '../web/label_kit.mjs';

export const LINKS = { '280/256 kbit/s, 800 ms': { down: 280, up: 256, rtt: 800 }, '70 kbit/s, 1,400 ms': { down: 70, up: 70, rtt: 1400 } };
const ADDRESS = '10.214.0.1';
const WAIT_MSEC = 180000;

const text = '<Text name="text" value="$text"/>';
const picture = '<Image name="picture" value="$picture"/>';
const long = (n) => `Sample ${n}. The river has moved and nobody agrees on where the bridge stood; the old map shows a ford two miles above it, and a mill that no letter mentions.`;
// One kind of task each: [config, data of task n, what must be there to answer]
const complete = (selector) => `(() => { const one = document.querySelector('${selector}'); return one && one.complete && one.naturalWidth > 0; })()`;
const there = (selector) => `document.querySelector('${selector}')`;
const KINDS = {
  'text, one choice': [`<View>${text}<Choices name="c" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices></View>`, (n) => ({ text: long(n) }), there('.task .choice')],
  'text, writing': [`<View>${text}<TextArea name="c" toName="text" rows="4"/></View>`, (n) => ({ text: long(n) }), there('.task textarea')],
  'text, spans': [`<View><Labels name="c" toName="text"><Label value="Place"/><Label value="Person"/></Labels>${text}</View>`, (n) => ({ text: long(n) }), there('.task .label-control button')],
  'two texts, pairwise': ['<View><Pairwise name="c" toName="a,b"/><Text name="a" value="$a"/><Text name="b" value="$b"/></View>', (n) => ({ a: long(n), b: long(n + 1000) }), there('.task .label-text')],
  'picture, one choice': [`<View>${picture}<Choices name="c" toName="picture"><Choice value="Real"/><Choice value="Made"/></Choices></View>`, (n, files) => ({ picture: files.pictures[n] }), complete('.label-image img')],
  'picture, boxes': [`<View><RectangleLabels name="c" toName="picture"><Label value="Car"/><Label value="Tree"/></RectangleLabels>${picture}</View>`, (n, files) => ({ picture: files.pictures[n] }), complete('.picture-base')],
  'sound of 10 s, writing': ['<View><Audio name="sound" value="$sound"/><TextArea name="c" toName="sound"/></View>', (n, files) => ({ sound: files.sounds[n] }), `(() => { const one = document.querySelector('.task audio'); return one && one.readyState >= 1; })()`],
};

/* ---- certificates ---- */
// Those of a private authority and an intermediate one: {flags of the server, spki: what the browser is told to trust}.
function chainMake(folder, rsa) {
  const openssl = (...words) => execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  const key = (name) => (rsa ? openssl('genrsa', '-out', name + '.key', '2048') : openssl('ecparam', '-genkey', '-name', 'prime256v1', '-noout', '-out', name + '.key'));
  writeFileSync(join(folder, 'ca.ext'), 'basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign,digitalSignature\n');
  writeFileSync(join(folder, 'leaf.ext'), `basicConstraints=critical,CA:false\nsubjectAltName=IP:${ADDRESS},IP:127.0.0.1\nextendedKeyUsage=serverAuth\nkeyUsage=critical,digitalSignature\nauthorityInfoAccess=caIssuers;URI:http://e1.example.org/\n`);
  key('root');
  openssl('req', '-x509', '-new', '-key', 'root.key', '-subj', '/C=XX/O=Example Trust/CN=Example Root 1', '-days', '30', '-out', 'root.pem');
  for (const [name, above, file] of [['middle', 'root', 'ca.ext'], ['leaf', 'middle', 'leaf.ext']]) {
    key(name);
    openssl('req', '-new', '-key', name + '.key', '-subj', name === 'leaf' ? '/CN=work.example.org' : '/C=XX/O=Example Trust/CN=Example Issuer E1', '-out', name + '.csr');
    openssl('x509', '-req', '-in', name + '.csr', '-CA', above + '.pem', '-CAkey', above + '.key', '-CAcreateserial', '-days', '30', '-extfile', file, '-out', name + '.pem');
  }
  writeFileSync(join(folder, 'chain.pem'), readFileSync(join(folder, 'leaf.pem'), 'utf8') + readFileSync(join(folder, 'middle.pem'), 'utf8'));
  const point = openssl('x509', '-in', 'leaf.pem', '-pubkey', '-noout').toString();
  const spki = createHash('sha256').update(Buffer.from(point.replace(/-----[^-]+-----|\s/g, ''), 'base64')).digest('base64');
  return { flags: ['--tls-cert', join(folder, 'chain.pem'), '--tls-key', join(folder, 'leaf.key')], spki };
}

/* ---- the browser behind the link ---- */
let scheme = 'http';
let spki = '';
function browserOf(link, folder, port) {
  const wrapper = join(folder, 'browser.sh');
  const counts = join(folder, 'counts');
  writeFileSync(wrapper, `#!/bin/sh\nexec ${process.env.SLOWLINK} --down ${link.down} --up ${link.up} --rtt ${link.rtt} --counts ${counts} -- ${process.env.CHROMIUM || '/usr/bin/chromium'} "$@"\n`);
  chmodSync(wrapper, 0o755);
  return {
    bytes() {
      const both = readFileSync(counts);
      return Number(both.readBigInt64LE(0)) + Number(both.readBigInt64LE(8));
    },
    // A profile on the disk: what one visit leaves, the next one has.
    open: (profile) =>
      chromium.launchPersistentContext(profile, {
        executablePath: wrapper,
        viewport: { width: 360, height: 740 },
        isMobile: true,
        hasTouch: true,
        locale: 'es-CO',
        reducedMotion: 'reduce',
        baseURL: `${scheme}://${ADDRESS}:${port}`,
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', spki ? '--ignore-certificate-errors-spki-list=' + spki : `--unsafely-treat-insecure-origin-as-secure=http://${ADDRESS}:${port}`],
      }),
  };
}

const clock = () => performance.now();
async function timed(body) {
  const began = clock();
  await body();
  return clock() - began;
}

async function visits(place, link, project, n) {
  const folder = mkdtempSync(join(tmpdir(), 'faena-links-'));
  const browser = browserOf(link, folder, place.link.target);
  const work = `/#/projects/${project}/work`;
  const out = {};
  try {
    // With a login, straight to the work.
    const handle = `link${link.down}x${n}`;
    const { cookie } = await place.api({ handle, fresh: true });
    const [name, value] = cookie.split('=');
    let context = await browser.open(join(folder, 'one'));
    await context.addCookies([{ name, value, expires: Date.now() / 1000 + 86400, url: `${scheme}://${ADDRESS}:${place.link.target}` }]);
    let page = context.pages()[0];
    page.setDefaultTimeout(WAIT_MSEC);
    out.first_msec = await timed(() => page.goto(work, { waitUntil: 'commit' }).then(() => page.waitForSelector('.task .choice')));
    out.first_bytes = browser.bytes();
    if (process.env.LINKS_TRACE) console.error(await page.evaluate(() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource')).map((one) => `${one.startTime.toFixed(0)} +${one.duration.toFixed(0)} ${one.name.slice(-44)} ${one.transferSize}`).join('\n')));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await pause(link.rtt * 4);
    out.whole_bytes = browser.bytes();
    await packTake(page, project, 10);
    await page.goto(work);
    const msec = [];
    for (let i = 0; i < 8; i++) msec.push(await nextTask(page));
    out.next_msec = msec.sort((a, b) => a - b)[4];
    await pause(link.rtt * 4);
    await context.close();
    // The next day.
    context = await browser.open(join(folder, 'one'));
    page = context.pages()[0];
    page.setDefaultTimeout(WAIT_MSEC);
    out.return_msec = await timed(() => page.goto(work, { waitUntil: 'commit' }).then(() => page.waitForSelector('.task .choice')));
    await pause(link.rtt * 3);
    out.return_bytes = browser.bytes();
    await context.close();
    context = await browser.open(join(folder, 'one'));
    page = context.pages()[0];
    page.setDefaultTimeout(WAIT_MSEC);
    out.list_msec = await timed(() => page.goto('/#/', { waitUntil: 'commit' }).then(() => page.waitForSelector('.offers')));
    await context.close();
    // A newcomer, by hand.
    context = await browser.open(join(folder, 'two'));
    page = context.pages()[0];
    page.setDefaultTimeout(WAIT_MSEC);
    out.welcome_msec = await timed(() => page.goto('/', { waitUntil: 'commit' }).then(() => page.waitForSelector('.welcome')));
    await page.goto('/#/signup');
    await page.fill('input[autocomplete=username]', handle + 'n');
    await page.fill('input[type=password]', PASSWORD);
    out.signup_msec = await timed(() => page.click('button[type=submit]').then(() => page.waitForSelector('.offers')));
    out.begin_msec = await timed(() => page.goto(work).then(() => page.waitForSelector('.task .choice')));
    out.newcomer_msec = out.welcome_msec + out.signup_msec + out.begin_msec;
    out.newcomer_bytes = browser.bytes();
    await context.close();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return out;
}

// From the press to the next task, by the page's own clock.
const nextTask = (page) =>
  page.evaluate(async () => {
    const shown = () => (document.querySelector('.task .label-text') || { textContent: '' }).textContent;
    const wait = () => new Promise((resolve) => setTimeout(resolve, 0));
    while (!shown() || document.querySelector('.task[aria-busy]')) await wait();
    document.querySelector('.task .choice').click();
    while (!document.querySelector('.task .choice.on')) await wait();
    const old = shown();
    const began = performance.now();
    document.querySelector('.submit').click();
    while (shown() === old || !document.querySelector('.task .choice')) await wait();
    return performance.now() - began;
  });

// The page's own policy allows no expressions made of text; the debugger does.
async function until(page, expression) {
  for (const end = clock() + WAIT_MSEC; !(await page.evaluate(`!!(${expression})`)); await pause(20)) if (clock() > end) throw new Error(expression + ' did not come true');
}

// One kind of task after the other, the app being there already: what its first task costs with its tools, and each further one.
async function kinds(place, link) {
  const folder = mkdtempSync(join(tmpdir(), 'faena-links-'));
  const browser = browserOf(link, folder, place.link.target);
  const rows = {};
  try {
    const requester = await place.api(place.logins.requester);
    const { id: box } = await requester('POST', '/projects', { title: 'Files', label_config: KINDS['text, writing'][0], price_micros: 0 });
    const file = async (bytes) => (await requester('POST', `/projects/${box}/files`, bytes)).address;
    const files = { pictures: {}, sounds: {} };
    for (let n = 1; n <= 4; n++) {
      files.pictures[n] = await file(png(1600, 1200 - n));
      files.sounds[n] = await file(wave(10 + n / 100));
    }
    const { cookie } = await place.api({ handle: `kinds${link.down}`, fresh: true });
    const [name, value] = cookie.split('=');
    const context = await browser.open(join(folder, 'one'));
    await context.addCookies([{ name, value, expires: Date.now() / 1000 + 86400, url: `${scheme}://${ADDRESS}:${place.link.target}` }]);
    const page = context.pages()[0];
    page.setDefaultTimeout(WAIT_MSEC);
    await page.goto('/#/');
    await page.waitForSelector('.offers');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await pause(link.rtt * 8);
    for (const [kind, [label_config, data, ready]] of Object.entries(KINDS)) {
      const { id } = await requester('POST', '/projects', { title: kind, label_config, price_micros: 0, gold_permille: 0, task_seconds: 3600 });
      await requester('POST', `/projects/${id}/tasks`, { tasks: [1, 2, 3, 4].map((n) => data(n, files)) });
      await requester('POST', `/projects/${id}/publish`);
      // The copies of the pictures are made with the first request; that is no part of the link.
      if (/picture/.test(label_config)) for (const address of Object.values(files.pictures)) for (const w of [320, 640, 1280]) await fetch(`${scheme}://127.0.0.1:${place.link.target}${address}?w=${w}`, { headers: { Cookie: cookie, Accept: 'image/avif,image/webp,*/*' } }).then((reply) => reply.arrayBuffer());
      const before = browser.bytes();
      const first = await timed(() => page.goto(`/#/projects/${id}/work`).then(() => until(page, ready)));
      await pause(link.rtt * 4);
      const after = browser.bytes();
      await page.evaluate(() => (globalThis.old = document.querySelector('.task .label-root')));
      const began = clock();
      await page.click('.work-bar .button:first-child');
      await until(page, `document.querySelector('.task .label-root') !== globalThis.old && ${ready}`);
      const next = clock() - began;
      await pause(link.rtt * 4);
      rows[kind] = { first_msec: first, first_bytes: after - before, next_msec: next, next_bytes: browser.bytes() - after };
    }
    await context.close();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return rows;
}

const median = (list) => list.slice().sort((a, b) => a - b)[list.length >> 1];
async function main() {
  const args = process.argv.slice(2);
  const runs = Number(args.find((one) => /^\d+$/.test(one)) || 1);
  const types = args.includes('--types');
  try {
    execFileSync(process.env.SLOWLINK, ['--', 'true'], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    console.log(JSON.stringify({ skipped: String(error.stderr || error.message).trim() }));
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'faena-chain-'));
  const chain = args.some((one) => /^--tls/.test(one)) ? chainMake(folder, args.includes('--tls-rsa')) : null;
  if (chain) {
    scheme = 'https';
    spki = chain.spki;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // our own calls go to this machine
  }
  const place = await placeMake({ address: '0.0.0.0', scheme, flags: chain ? chain.flags : [] });
  const out = {};
  try {
    const project = await place.project(200, { label_config: KINDS['text, one choice'][0], overlap: 20, price_micros: 0 });
    for (const [name, link] of Object.entries(LINKS)) {
      const rows = [];
      for (let n = 0; n < runs; n++) {
        rows.push(await visits(place, link, project, n));
        console.error(name, JSON.stringify(rows[n]));
      }
      out[name] = { visits: Object.fromEntries(Object.keys(rows[0]).map((key) => [key, median(rows.map((row) => row[key]))])), kinds: types ? await kinds(place, link) : null };
      if (types) console.error(JSON.stringify(out[name].kinds, null, 1));
    }
  } finally {
    await place.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(JSON.stringify(out));
}
await main();
