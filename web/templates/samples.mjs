// Makes the sounds and films of the templates' sample tasks: synthesised here, so that they are ours and small. Needs ffmpeg.
//
//   node web/templates/samples.mjs        writes `tasks` of the templates named at the end anew
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const RATE = 16000;
let seed = 1;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const sum = (...parts) => (t) => parts.reduce((all, part) => all + part(t), 0);
// A part that begins at a time and lasts.
const at = (begin, length, sound) => (t) => (t >= begin && t < begin + length ? sound(t - begin, length) * Math.min(1, (t - begin) * 40, (begin + length - t) * 40) : 0);
const tone = (hertz, loud = 0.4) => (t) => loud * Math.sin(2 * Math.PI * hertz * t);
const bell = (hertz) => (t) => 0.5 * Math.exp(-4 * t) * (Math.sin(2 * Math.PI * hertz * t) + 0.5 * Math.sin(2 * Math.PI * hertz * 2.76 * t) + 0.25 * Math.sin(2 * Math.PI * hertz * 5.4 * t));
const noise = (loud = 0.2) => () => loud * (2 * random() - 1);
const engine = (hertz) => (t) => 0.3 * (2 * ((t * hertz) % 1) - 1) * (0.7 + 0.3 * Math.sin(2 * Math.PI * 7 * t));
const siren = () => (t) => 0.4 * Math.sin(2 * Math.PI * (700 * t - 200 / (2 * Math.PI) * Math.cos(2 * Math.PI * 2 * t)));
const chirp = () => (t) => 0.4 * Math.sin(2 * Math.PI * (2200 * t + 2500 * t * t));
// Vowels by their first three formants (hertz), sung at a pitch: harmonics are loud where a formant is near.
const FORMANTS = { a: [800, 1200, 2500], e: [500, 1900, 2500], i: [300, 2300, 3000], o: [500, 900, 2400], u: [320, 800, 2300] };
const vowel = (letter, pitch) => (t) => {
  let out = 0;
  for (let n = 1; n * pitch < 3600; n++) {
    const loud = FORMANTS[letter].reduce((all, hertz, i) => all + Math.exp(-(((n * pitch - hertz) / 120) ** 2)) / (i + 1), 0.01);
    out += loud * Math.sin(2 * Math.PI * n * pitch * (t + 0.004 * Math.sin(2 * Math.PI * 5 * t)) * (1 - 0.02 * t));
  }
  return 0.3 * out;
};
const say = (begin, letters, pitch) => sum(...Array.from(letters, (letter, i) => at(begin + i * 0.45, 0.38, vowel(letter, pitch))));

function ffmpeg(input, args) {
  return execFileSync('ffmpeg', ['-v', 'error', ...args, '-fflags', '+bitexact', '-flags', '+bitexact', '-map_metadata', '-1', 'pipe:1'], { input, maxBuffer: 1 << 26 });
}
function sound(seconds, of) {
  const samples = Buffer.alloc(Math.round(seconds * RATE) * 2);
  for (let i = 0; i < samples.length / 2; i++) samples.writeInt16LE(Math.max(-32767, Math.min(32767, Math.round(of(i / RATE) * 32767))), i * 2);
  const bytes = ffmpeg(samples, ['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', 'pipe:0', '-c:a', 'libopus', '-b:a', '10k', '-application', 'audio', '-f', 'ogg']);
  return 'data:audio/ogg;base64,' + bytes.toString('base64');
}

const [W, H, FPS] = [192, 144, 12];
// draw(t, put): put(x, y, [r, g, b]) colours a pixel.
function film(seconds, colour) {
  const frames = [];
  for (let f = 0; f < seconds * FPS; f++) {
    const frame = Buffer.alloc(W * H * 3);
    for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) frame.set(colour(x / W, y / H, f / FPS), (y * W + x) * 3);
    frames.push(frame);
  }
  const bytes = ffmpeg(Buffer.concat(frames), ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${W}x${H}`, '-r', String(FPS), '-i', 'pipe:0', '-c:v', 'libvpx', '-pix_fmt', 'yuv420p', '-b:v', '40k', '-crf', '40', '-g', '12', '-f', 'webm']);
  return 'data:video/webm;base64,' + bytes.toString('base64');
}
const sky = (y) => (y < 0.7 ? [190, 214, 232] : [128, 140, 120]);
const ball = (cx, cy, r, colour) => (x, y) => ((x - cx) ** 2 + ((y - cy) * 0.75) ** 2 < r * r ? colour : null);
const car = (cx, cy, colour) => (x, y) => (Math.abs(x - cx) < 0.13 && y > cy - 0.08 && y < cy + 0.04 ? colour : Math.abs(x - cx) < 0.07 && y > cy - 0.16 && y <= cy - 0.08 ? colour : (Math.abs(Math.abs(x - cx) - 0.08) < 0.03 && Math.abs(y - cy - 0.05) < 0.035 && [30, 30, 34]) || null);
const scene = (...things) => (x, y, t) => things.reduce((found, thing) => thing(t)(x, y) || found, sky(y));
const RED = [205, 66, 60];
const BLUE = [56, 98, 176];
const YELLOW = [240, 196, 60];

const tasks = {
  transcription: [
    { audio: sound(2.2, say(0.2, 'aeio', 140)) },
    { audio: sound(2, say(0.3, 'oua', 210)) },
    { audio: sound(2.2, sum(say(0.2, 'iao', 170), noise(0.02))) },
  ],
  'speaker-turns': [
    { audio: sound(3, sum(say(0.2, 'aei', 120), say(1.7, 'ou', 240))) },
    { audio: sound(3, sum(say(0.2, 'o', 230), say(0.9, 'aia', 125))) },
    { audio: sound(3.2, sum(say(0.1, 'ua', 130), say(1.1, 'ei', 235), say(2.2, 'oo', 128))) },
  ],
  'sound-events': [
    { audio: sound(3, sum(noise(0.03), at(0.5, 0.9, bell(660)), at(1.8, 0.8, siren()))) },
    { audio: sound(3, sum(at(0, 1.4, engine(45)), at(1.9, 0.12, chirp()), at(2.2, 0.12, chirp()))) },
    { audio: sound(3, sum(noise(0.03), at(0.3, 0.1, chirp()), at(0.9, 1, engine(60)), at(2.1, 0.8, bell(880)))) },
  ],
  'sound-kind': [{ audio: sound(1.6, at(0.1, 1.4, bell(520))) }, { audio: sound(1.6, at(0.1, 1.4, siren())) }, { audio: sound(1.6, at(0.1, 1.4, engine(50))) }],
  'follow-objects': [
    { video: film(2, scene((t) => car(0.15 + 0.3 * t, 0.78, RED))) },
    { video: film(2, scene((t) => ball(0.5, 0.25 + 0.45 * Math.abs(Math.sin(3 * t)), 0.07, YELLOW))) },
    { video: film(2, scene((t) => car(0.9 - 0.35 * t, 0.8, BLUE), (t) => ball(0.2 + 0.2 * t, 0.3, 0.05, YELLOW))) },
  ],
  'film-content': [
    { video: film(2, scene((t) => car(0.2 + 0.3 * t, 0.78, BLUE))) },
    { video: film(2, scene((t) => ball(0.2 + 0.3 * t, 0.6 - 0.4 * Math.abs(Math.sin(2.5 * t)), 0.08, RED))) },
    { video: film(2, scene(() => ball(0.7, 0.25, 0.08, YELLOW))) },
  ],
};
for (const [id, list] of Object.entries(tasks)) {
  const path = new URL(`./${id}.json`, import.meta.url);
  const template = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...template, tasks: list }, null, 2) + '\n');
}
