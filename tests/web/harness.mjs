// Starts what a browser test needs: a server with the demo, and Chromium.
//
//   FAENA_URL   a server that runs already (its demo logins are used), or
//   FAENA_BIN   the program: it gets a fresh database with the demo in a temporary folder, on a free port
//   CHROMIUM    the browser, /usr/bin/chromium unless told
//
//   const server = await serverStart();       {url, logins: {requester, worker, operator: {handle, password}}, stop()}
//   const browser = await browserStart();
//   const page = await pageOpen(browser, server, { width: 360 });      its `problems` are console errors and exceptions
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const START_MSEC = 60000;
const ROLES = ['requester', 'worker', 'operator'];

// The demo prints a table of its logins, in which the handle is the role; FAENA_LOGINS ("worker=ana:secret,...") tells them for
// a server that runs already.
function loginsOf(text) {
  const logins = {};
  for (const role of ROLES) {
    const row = new RegExp('^' + role + '\\s+(\\S+)\\s', 'm').exec(text);
    const told = new RegExp(role + '=([^:,]+):([^,]+)').exec(text);
    if (told) logins[role] = { handle: told[1], password: told[2] };
    else if (row) logins[role] = { handle: role, password: row[1] };
  }
  return logins;
}

// options.alerts: text of alerts.conf.
export async function serverStart(options = {}) {
  if (process.env.FAENA_URL) return { url: process.env.FAENA_URL.replace(/\/$/, ''), logins: loginsOf(process.env.FAENA_LOGINS || ''), stop: async () => {} };
  const bin = process.env.FAENA_BIN;
  if (!bin) throw new Error('Set FAENA_BIN to the program or FAENA_URL to a running server.');
  const folder = mkdtempSync(join(tmpdir(), 'faena-web-'));
  const database = 'sqlite:' + join(folder, 'faena.db');
  execFileSync(bin, ['init', '--database', database], { encoding: 'utf8' });
  const said = execFileSync(bin, ['demo', '--database', database], { encoding: 'utf8' });
  if (options.alerts) writeFileSync(join(folder, 'faena.files', 'alerts.conf'), options.alerts);
  // No limits: one address signs up more people here than a server would let it.
  const child = spawn(bin, ['serve', '--database', database, '--port', '0', '--no-rate-limits'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error('The server did not print its address:\n' + text)), START_MSEC);
    const read = (part) => {
      text += part;
      const match = /https?:\/\/[\w.:[\]-]+:\d+/.exec(text);
      if (!match) return;
      clearTimeout(timer);
      resolve(match[0].replace(/0\.0\.0\.0|\[::\]/, '127.0.0.1'));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n` + text)));
  });
  return {
    url,
    logins: loginsOf(said),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const browserStart = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

// What was pressed, what was sent and what came back, newest last: for the message of a test that waited in vain.
const TRACE_LINES = 24;
const PRESSES = ['pointerdown', 'pointerup', 'pointercancel', 'click'];
async function traceKeep(page) {
  const lines = [];
  const keep = (line) => lines.push(`${new Date().toISOString().slice(17, 23)} ${line}`) > TRACE_LINES && lines.shift();
  const short = (request) => request.method() + ' ' + request.url().replace(/^\w+:..[^/]+/, '').slice(0, 80);
  page.on('request', (request) => keep('> ' + short(request)));
  page.on('response', (reply) => keep(`< ${reply.status()} ${short(reply.request())}`));
  page.on('requestfailed', (request) => keep(`! ${short(request)} ${request.failure() && request.failure().errorText}`));
  page.on('console', (message) => message.text().startsWith('pressed: ') && keep(message.text()));
  page.on('framenavigated', (frame) => keep('at ' + frame.url().replace(/^\w+:..[^/]+/, '')));
  await page.addInitScript((kinds) => {
    for (const kind of kinds)
      addEventListener(
        kind,
        (event) => console.debug(`pressed: ${kind} ${event.target.tagName} "${(event.target.textContent || '').slice(0, 24)}" at ${Math.round(event.clientX)},${Math.round(event.clientY)}`),
        true
      );
  }, PRESSES);
  page.trace = () => lines.join('\n');
}

// options: width (1280), scheme, locale, serviceWorkers; a context of its own, so a login of its own.
export async function pageOpen(browser, server, options = {}) {
  const width = options.width || 1280;
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width, height: width < 600 ? 740 : 800 },
    hasTouch: width < 600,
    isMobile: width < 600,
    colorScheme: options.scheme || 'light',
    locale: options.locale || 'es-CO',
    reducedMotion: 'reduce',
    serviceWorkers: options.serviceWorkers || 'allow',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45000); // a busy machine is slow; no test is about it
  page.problems = [];
  await traceKeep(page);
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (message) => {
    // A refused call (401 at a wrong login ...), a lost link and the service worker's look for an update without one are
    // also written to the console by the browser; they are no fault of the page.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR_INTERNET_DISCONNECTED|error occurred when fetching the script/.test(message.text())) page.problems.push(message.text());
  });
  return page;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Violations as lines; an empty list is what we want. The script is run through the debugger, which no CSP refuses.
export async function axe(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(0, 3).join(' ')}`));
}

// Counts what goes over the wire: {read()} -> {bytes, requests: [{url, bytes}]} since the last reset().
export async function wireMeter(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const running = new Map();
  let requests = [];
  client.on('Network.requestWillBeSent', (event) => running.set(event.requestId, { url: event.request.url, body: (event.request.postData || '').length }));
  client.on('Network.loadingFinished', (event) => {
    const request = running.get(event.requestId);
    if (request && !request.url.startsWith('data:')) requests.push({ url: request.url, bytes: event.encodedDataLength, sent: request.body });
  });
  return {
    reset: () => (requests = []),
    read: () => ({ bytes: requests.reduce((sum, one) => sum + one.bytes, 0), sent: requests.reduce((sum, one) => sum + one.sent, 0), requests }),
  };
}

let count = 0;
export const freshHandle = (prefix = 'w') => `${prefix}${Date.now().toString(36)}${(count++).toString(36)}`;
export const PASSWORD = 'una frase corta';

export async function signUp(page, handle = freshHandle()) {
  await page.goto('/#/signup');
  await page.fill('input[autocomplete=username]', handle);
  await page.fill('input[autocomplete=new-password]', PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForSelector('.offers, .empty');
  return handle;
}
