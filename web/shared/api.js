// Calls to the server. One write = one Idempotency-Key: a retry after a lost reply sends the same key and the same body,
// so the server does it once (it keeps the reply). Failed calls throw ApiError; a link that stays down throws code "offline".
//
//   await api.get('/work/projects', { limit: 50 })
//   await api.post('/projects', { title, ... })
//   await api.post(path, body, { key, retries: Infinity, onWait: (error) => showIt() })
//   await api.put('/imports/7/parts', blob, { query: { offset } })        a Blob goes as raw bytes

import { pressed } from './press.js';

const BASE = '/api/v1';
const CALL_MSEC_MAX = 30000; // a JSON call without answer by then counts as a lost link
const WAIT_MSEC_MAX = 20000; // longest pause between two tries
const PATIENCE_MSEC = 5000; // longest Retry-After that a call with few retries waits for

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || problem.code);
    this.status = status; // 0 when no reply came
    this.code = problem.code || 'internal';
    this.detail = problem.detail || problem.title || '';
    this.errors = problem.errors || []; // [{pointer, detail, line?, column?}]
    this.problem = problem; // with what else the reply held (missing_micros ...)
  }
}

// 20 random characters. crypto.randomUUID is missing on plain http.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  return Array.from(bytes, (b) => 'abcdefghijklmnopqrstuvwxyz012345'[b & 31]).join('');
}

// The server's clock, from the Date of its replies: deadlines must not depend on a phone that is an hour off.
let clockOffset = 0;
export const serverNow = () => Date.now() + clockOffset;

// Called with the error when a call finds the login gone.
let loginLost = () => {};
export function onLoginLost(fn) {
  loginLost = fn;
}

export function url(path, query) {
  const pairs = Object.entries(query || {}).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = pairs.map(([name, value]) => name + '=' + encodeURIComponent(value)).join('&');
  return BASE + path + (text ? '?' + text : '');
}

async function once(method, address, headers, body, signal) {
  const stop = new AbortController();
  const cancel = () => stop.abort();
  const timer = body instanceof Blob ? 0 : setTimeout(cancel, CALL_MSEC_MAX);
  if (signal) signal.addEventListener('abort', cancel);
  try {
    const reply = await fetch(address, { method, headers, body, signal: stop.signal, credentials: 'same-origin', cache: 'no-store' });
    const date = Date.parse(reply.headers.get('Date'));
    if (date && Math.abs(date - serverNow()) > 2000) clockOffset = date - Date.now();
    const text = await reply.text();
    await pressed();
    const isJson = text && /json/.test(reply.headers.get('Content-Type') || '');
    if (reply.ok) return isJson ? JSON.parse(text) : text;
    const error = new ApiError(reply.status, isJson ? JSON.parse(text) : { code: reply.status >= 500 ? 'busy' : 'bad_request' });
    error.waitMsec = 1000 * (Number(reply.headers.get('Retry-After')) || 0);
    throw error;
  } catch (e) {
    if (e instanceof ApiError || (signal && signal.aborted)) throw e;
    throw new ApiError(0, { code: 'offline', detail: 'The server cannot be reached.' });
  } finally {
    clearTimeout(timer);
    if (signal) signal.removeEventListener('abort', cancel);
  }
}

// Sleeps, but wakes when the link comes back or the page is looked at again.
export function pause(msec) {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      resolve();
    };
    const timer = setTimeout(wake, msec);
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
  });
}

const passing = (error) => error.status === 0 || error.status === 429 || error.status >= 500;

// options: query, key, retries (2), signal, onWait(error) before each pause. A string body is sent as the JSON it is.
export async function call(method, path, body, options = {}) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['Idempotency-Key'] = options.key || newId();
  if (body instanceof Blob) headers['Content-Type'] = 'application/octet-stream';
  else if (method !== 'GET') {
    headers['Content-Type'] = 'application/json';
    body = typeof body === 'string' ? body : JSON.stringify(body || {});
  }
  const retries = options.retries === undefined ? 2 : options.retries;
  for (let tries = 0; ; tries++) {
    try {
      return await once(method, url(path, options.query), headers, body, options.signal);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'unauthenticated') loginLost(error);
      if (!passing(error) || tries >= retries) throw error;
      if (retries < Infinity && error.waitMsec > PATIENCE_MSEC) throw error; // a person would think that it hangs
      if (options.onWait) options.onWait(error);
      await pause(Math.max(error.waitMsec || 0, Math.min(WAIT_MSEC_MAX, 500 * 2 ** tries) * (0.7 + 0.6 * Math.random())));
      if (options.signal && options.signal.aborted) throw error;
    }
  }
}

export const api = {
  get: (path, query, options) => call('GET', path, undefined, { query, ...options }),
  post: (path, body, options) => call('POST', path, body, options),
  put: (path, body, options) => call('PUT', path, body, options),
  patch: (path, body, options) => call('PATCH', path, body, options),
  delete: (path, options) => call('DELETE', path, undefined, options),
};
