// What tests of push messages share: a person of the API, a push service as Firefox's own speaks, and Firefox by WebDriver BiDi.
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket, { WebSocketServer } from 'ws';

export const pause = (msec) => new Promise((resolve) => setTimeout(resolve, msec));

export async function until(what, find, msec = 60000) {
  for (const end = Date.now() + msec; ; await pause(100)) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(what + ' did not happen');
  }
}

// One person: call('POST', '/me/alerts/rules', {...}) -> the reply's JSON.
export async function person(server, login) {
  let cookie = '';
  const call = async (method, path, body) => {
    const reply = await fetch(server.url + '/api/v1' + path, {
      method,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomBytes(9).toString('hex'), Cookie: cookie },
      body: body && JSON.stringify(body),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    if (reply.headers.get('set-cookie')) cookie = reply.headers.get('set-cookie').split(';')[0];
    return text ? JSON.parse(text) : null;
  };
  await call('POST', login.sign_up ? '/people' : '/session', { handle: login.handle, password: login.password });
  return call;
}

export const CONFIG = '<View><Text name="text" value="$text"/><Choices name="genre" toName="text"><Choice value="Drama"/><Choice value="Comedy"/></Choices></View>';

// Work of the demo's requester that anybody may take.
export async function publish(server, title) {
  const call = await person(server, server.logins.requester);
  const { id } = await call('POST', '/projects', { title, label_config: CONFIG, price_micros: 50000, task_seconds: 60 });
  await call('POST', `/projects/${id}/tasks`, { tasks: [{ text: 'one' }, { text: 'two' }] });
  await call('POST', `/projects/${id}/publish`);
  return id;
}

// Takes what a push service takes: {url, got: [{path, headers, body}]}.
export async function catcher() {
  const got = [];
  const http = createServer((request, reply) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      got.push({ path: request.url, headers: request.headers, body: Buffer.concat(parts) });
      reply.writeHead(201, { Location: '/m/' + got.length });
      reply.end();
    });
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { url: 'http://127.0.0.1:' + http.address().port, got, close: () => http.close() };
}

// The protocol between Firefox and its push service, as much as a browser needs that only receives.
export async function pushService() {
  const service = await catcher();
  const port = new URL(service.url).port;
  let browser = null;
  service.close();
  const http = createServer((request, reply) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const channelID = request.url.split('/').pop();
      service.got.push({ path: request.url, headers: request.headers, body });
      browser.send(JSON.stringify({ messageType: 'notification', channelID, version: 'v' + service.got.length, ttl: Number(request.headers.ttl), data: body.toString('base64url'), headers: { encoding: request.headers['content-encoding'] } }));
      reply.writeHead(201, { Location: '/m/' + service.got.length, TTL: request.headers.ttl });
      reply.end();
    });
  });
  const sockets = new WebSocketServer({ server: http, handleProtocols: (names) => [...names][0] });
  sockets.on('connection', (socket) => {
    browser = socket;
    socket.on('message', (text) => {
      const message = JSON.parse(text);
      if (message.messageType === 'hello') socket.send(JSON.stringify({ messageType: 'hello', status: 200, uaid: randomBytes(16).toString('hex'), use_webpush: true, broadcasts: {} }));
      if (message.messageType === 'register') socket.send(JSON.stringify({ messageType: 'register', status: 200, channelID: message.channelID, pushEndpoint: `http://127.0.0.1:${port}/wpush/v2/${message.channelID}` }));
      if (message.messageType === 'ack') service.acked = message.updates;
      if (message.messageType === 'ping') socket.send('{}');
    });
  });
  await new Promise((resolve) => http.listen(port, '127.0.0.1', resolve));
  return {
    ...service,
    socket: `ws://127.0.0.1:${port}/`,
    acks: () => service.acked,
    close() {
      sockets.clients.forEach((one) => one.terminate());
      http.close();
    },
  };
}

// Of a Firefox that talks to a push service of ours and to nobody else; dom.push.serverURL is added.
export const FIREFOX_PUSH = {
  'dom.push.enabled': true,
  'dom.push.connection.enabled': true,
  'dom.push.testing.allowInsecureServerURL': true,
  'dom.push.testing.ignorePermission': true,
  'permissions.default.desktop-notification': 1,
  'dom.serviceWorkers.testing.enabled': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.prefs.recommended': false,
  'app.update.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'intl.accept_languages': 'es-CO, es',
};

// Firefox without a screen: {go(url), run(expression) -> its value, stop()}.
export async function firefoxStart(program, prefs) {
  const profile = mkdtempSync(join(tmpdir(), 'faena-firefox-'));
  writeFileSync(join(profile, 'user.js'), Object.entries(prefs).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error('Firefox does not listen:\n' + text)), 60000);
    child.stderr.on('data', (part) => {
      text += part;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(text);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}:\n` + text)));
  });
  const socket = new WebSocket(address + '/session');
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map();
  let count = 0;
  socket.on('message', (text) => {
    const message = JSON.parse(text);
    const wait = waiting.get(message.id);
    if (!wait) return;
    waiting.delete(message.id);
    if (message.type === 'error') wait.reject(new Error(message.error + ': ' + message.message));
    else wait.resolve(message.result);
  });
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++count, { resolve, reject });
      socket.send(JSON.stringify({ id: count, method, params }));
    });
  await send('session.new', { capabilities: {} });
  const context = (await send('browsingContext.getTree', {})).contexts[0].context;
  return {
    go: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async run(expression) {
      const { result, exceptionDetails } = await send('script.evaluate', { expression: `(async () => JSON.stringify(await (${expression})))()`, target: { context }, awaitPromise: true });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value === undefined ? undefined : JSON.parse(result.value);
    },
    async stop() {
      socket.close();
      child.kill('SIGTERM');
      await Promise.race([ended, pause(5000)]);
      child.kill('SIGKILL');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
