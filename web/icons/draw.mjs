// The app's icon: an F whose last stroke is a dot, on a rounded square. Drawn here as SVG and, from the same numbers, as PNG.
import { deflateSync } from 'node:zlib';

const ACCENT = [0x0b, 0x66, 0x57];
const STROKE = 3.4; // in units of a 32 x 32 square
const DOT = [21, 22.5, 2.2];
const LINE = 'M11 24V11.5a2.5 2.5 0 0 1 2.5-2.5H22M11 16.5h8'; // same as Logo in shared/ui.jsx

export function iconSvg() {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0b6657"/>' +
    `<path d="${LINE}" fill="none" stroke="#fff" stroke-width="${STROKE}" stroke-linecap="round"/>` +
    `<circle cx="${DOT[0]}" cy="${DOT[1]}" r="${DOT[2]}" fill="#fff"/></svg>`
  );
}

const segment = (x, y, x1, y1, x2, y2) => {
  const t = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
};
const corner = (x, y) => (x <= 13.5 && y <= 11.5 ? Math.abs(Math.hypot(x - 13.5, y - 11.5) - 2.5) : Infinity);
const inDrawing = (x, y) =>
  Math.min(segment(x, y, 11, 24, 11, 11.5), segment(x, y, 13.5, 9, 22, 9), segment(x, y, 11, 16.5, 19, 16.5), corner(x, y)) <= STROKE / 2 ||
  Math.hypot(x - DOT[0], y - DOT[1]) <= DOT[2];
const inSquare = (x, y) => {
  const dx = Math.max(0, Math.abs(x - 16) - 7);
  const dy = Math.max(0, Math.abs(y - 16) - 7);
  return Math.hypot(dx, dy) <= 9;
};

const CRC = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

// maskable: the ground fills the picture and the drawing keeps to the safe circle.
export function iconPng(size, maskable) {
  const FINE = 3; // samples a pixel and direction
  const pixels = Buffer.alloc(size * (size * 4 + 1));
  const scale = maskable ? 1.35 : 1;
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      let ground = 0;
      let drawing = 0;
      for (let s = 0; s < FINE * FINE; s++) {
        const x = ((px + ((s % FINE) + 0.5) / FINE) / size) * 32;
        const y = ((py + (Math.floor(s / FINE) + 0.5) / FINE) / size) * 32;
        if (!maskable && !inSquare(x, y)) continue;
        ground++;
        if (inDrawing(16 + (x - 16) * scale, 16 + (y - 16) * scale)) drawing++;
      }
      const at = py * (size * 4 + 1) + 1 + px * 4;
      const mix = ground ? drawing / ground : 0;
      for (let c = 0; c < 3; c++) pixels[at + c] = Math.round(ACCENT[c] + (255 - ACCENT[c]) * mix);
      pixels[at + 3] = Math.round((255 * ground) / (FINE * FINE));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head[8] = 8; // bits a channel
  head[9] = 6; // RGBA
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
