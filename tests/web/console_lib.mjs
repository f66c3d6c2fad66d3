// What the console's tests need beside the browser: people who use the API, and pictures.
import { deflateSync } from 'node:zlib';
import { PASSWORD, freshHandle } from './harness.mjs';

// A person who uses the API: workers of the story.
export class Person {
  static async make(server, role = 'worker') {
    const person = new Person();
    person.url = server.url;
    person.handle = freshHandle(role[0]);
    person.me = (await person.call('POST', '/people', { handle: person.handle, password: PASSWORD, role, language: 'en' })).person;
    return person;
  }
  async call(method, path, body) {
    const reply = await fetch(this.url + '/api/v1' + path, {
      method,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': Math.random().toString(36).slice(2), ...(this.cookie ? { Cookie: this.cookie } : {}) },
      body: method === 'GET' ? undefined : JSON.stringify(body || {}),
    });
    if (reply.headers.get('set-cookie')) this.cookie = reply.headers.get('set-cookie').split(';')[0];
    const text = await reply.text();
    const json = text ? JSON.parse(text) : null;
    if (!reply.ok) throw Object.assign(new Error(json.detail), { status: reply.status, code: json.code });
    return json;
  }
  // Answers up to n tasks of a project made from the film template; genreOf(task id) chooses.
  async answer(project, n, genreOf = () => 'Drama') {
    let lease = await this.call('POST', `/work/projects/${project}/take`);
    const done = [];
    while (lease && n-- > 0) {
      const result = [{ from_name: 'genre', to_name: 'synopsis', type: 'choices', value: { choices: [genreOf(lease.task)] } }];
      const reply = await this.call('POST', `/work/projects/${project}/tasks/${lease.task}/submit`, { result, work_seconds: 12, take_next: n > 0 });
      done.push(lease.task);
      lease = reply.next;
    }
    return done;
  }
}

// As a PNG has it; Debian's node is too old to have it of its own.
const TABLE = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
export const crc32 = (bytes) => (bytes.reduce((c, b) => TABLE[(c ^ b) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

// A small PNG of one colour.
export function png(red, green, blue) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.from([0, 0, 0, 16, 0, 0, 0, 16, 8, 2, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.concat(Array(16).fill(Buffer.from([red, green, blue])))]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(Array(16).fill(row)))), chunk('IEND', Buffer.alloc(0))]);
}
