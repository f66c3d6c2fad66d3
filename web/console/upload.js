// A file to the server in parts, over any link: a part that fails is asked about (received_bytes) and sent again from there,
// for as long as the person does not stop it.
//
//   await upload({ file, id, from, signal, onProgress(bytes), onTrouble(error | null) })
import { ApiError, api, pause } from '../shared/api.js';

const PART_BYTES_MIN = 128 * 1024; // on a slow link, so that the bar moves and a lost part costs little
const PART_BYTES_MAX = 4 * 1024 * 1024; // the server's limit
const PART_MSEC_MAX = 120000; // a part without answer by then counts as lost
const WAIT_MSEC_MAX = 15000;

const passing = (error) => error.status === 0 || error.status === 429 || error.status >= 500 || error.code === 'upload_gap';

async function part(id, blob, offset, signal) {
  const stop = new AbortController();
  const cancel = () => stop.abort();
  const timer = setTimeout(cancel, PART_MSEC_MAX);
  signal.addEventListener('abort', cancel);
  try {
    return await api.put('/imports/' + id + '/parts', blob, { query: { offset: String(offset) }, retries: 0, signal: stop.signal });
  } catch (error) {
    if (error instanceof ApiError || signal.aborted) throw error;
    throw new ApiError(0, { code: 'offline' });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

export async function upload({ file, id, from = 0, signal, onProgress, onTrouble }) {
  let at = from;
  let size = PART_BYTES_MIN * 2;
  let tries = 0;
  onProgress(at);
  while (at < file.size) {
    if (signal.aborted) return;
    const begun = Date.now();
    try {
      const reply = await part(id, file.slice(at, at + size), at, signal);
      at = Math.max(at, Math.min(file.size, reply.received_bytes));
      tries = 0;
      onTrouble(null);
      const took = Date.now() - begun;
      if (took < 1500) size = Math.min(PART_BYTES_MAX, size * 2);
      else if (took > 8000) size = Math.max(PART_BYTES_MIN, size / 2);
    } catch (error) {
      if (signal.aborted) return;
      if (!passing(error)) throw error;
      size = Math.max(PART_BYTES_MIN, size / 2);
      onTrouble(error);
      await pause(Math.max(error.waitMsec || 0, Math.min(WAIT_MSEC_MAX, 400 * 2 ** tries++)));
      try {
        at = (await api.get('/imports/' + id, {}, { retries: 0, signal })).received_bytes;
      } catch (e) {
        if (signal.aborted) return;
        if (!passing(e)) throw e;
      }
    }
    onProgress(at);
  }
}
