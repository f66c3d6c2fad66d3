// Masks painted on pictures, and Label Studio's RLE of them. Pure.
//
// A mask is a list of spans per row of the picture: rows[y] = [from, to, from, to, ...], sorted, apart from each other, `to`
// not in it. So a stroke costs as much as it is high, whatever the picture's size, and the RLE is written from the spans.
//
// RLE (value.rle, a list of bytes) is a stream of bits, the highest first, zeros at the end up to a whole byte:
//   32 bits  count of values = width * height * 4 (red, green, blue, alpha of every pixel, by rows)
//   5 bits   bits of one value - 1;   4 x 4 bits   four sizes of a run's length - 1: 3, 4, 8, 16
//   then runs: 1 bit (1 = the same value repeated, 0 = different ones), 2 bits which size, length - 1 in so many bits,
//   and the value once, or all the values
// We write all four parts of a pixel alike, 255 or 0, as Label Studio's converter does; of what others wrote, alpha counts.
const SIZES = [3, 4, 8, 16];
const RUN_MAX = 1 << 16;

export const maskNew = (width, height) => ({ width, height, rows: Array.from({ length: height }, () => []) });

/* ---- spans ---- */
export function spansAdd(spans, from, to) {
  const out = [];
  let i = 0;
  for (; i < spans.length && spans[i + 1] < from; i += 2) out.push(spans[i], spans[i + 1]);
  for (; i < spans.length && spans[i] <= to; i += 2) {
    from = Math.min(from, spans[i]);
    to = Math.max(to, spans[i + 1]);
  }
  out.push(from, to);
  for (; i < spans.length; i++) out.push(spans[i]);
  return out;
}
export function spansCut(spans, from, to) {
  const out = [];
  for (let i = 0; i < spans.length; i += 2) {
    if (spans[i] < from) out.push(spans[i], Math.min(spans[i + 1], from));
    if (spans[i + 1] > to) out.push(Math.max(spans[i], to), spans[i + 1]);
  }
  return out;
}

// A stroke of a round brush from a to b, pixels whose centres it covers. Gives a new mask; rows not touched are shared.
export function maskStroke(mask, a, b, radius, erase) {
  const rows = mask.rows.slice();
  const top = Math.max(0, Math.floor(Math.min(a[1], b[1]) - radius));
  const bottom = Math.min(mask.height - 1, Math.ceil(Math.max(a[1], b[1]) + radius));
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  for (let y = top; y <= bottom; y++) {
    const cy = y + 0.5;
    let left = Infinity;
    let right = -Infinity;
    const take = (x1, x2) => {
      left = Math.min(left, x1);
      right = Math.max(right, x2);
    };
    for (const end of [a, b]) {
      const off = Math.abs(cy - end[1]);
      if (off <= radius) {
        const half = Math.sqrt(radius * radius - off * off);
        take(end[0] - half, end[0] + half);
      }
    }
    // The band between the two ends: where the line's distance and the place along it both fit.
    if (length > 0) {
      const [ux, uy] = [dx / length, dy / length];
      if (Math.abs(ux) < 1e-9) {
        if (cy >= Math.min(a[1], b[1]) && cy <= Math.max(a[1], b[1])) take(a[0] - radius, a[0] + radius);
      } else {
        // Along: 0 <= (x-ax)ux + (cy-ay)uy <= length;  across: |(x-ax)(-uy) + (cy-ay)ux| <= radius.
        const along = [(0 - (cy - a[1]) * uy) / ux + a[0], (length - (cy - a[1]) * uy) / ux + a[0]].sort((p, q) => p - q);
        const across = Math.abs(uy) < 1e-9 ? (Math.abs(cy - a[1]) <= radius ? [-Infinity, Infinity] : [1, 0]) : [((cy - a[1]) * ux - radius) / uy + a[0], ((cy - a[1]) * ux + radius) / uy + a[0]].sort((p, q) => p - q);
        const [from, to] = [Math.max(along[0], across[0]), Math.min(along[1], across[1])];
        if (from <= to) take(from, to);
      }
    }
    const from = Math.max(0, Math.ceil(left - 0.5));
    const to = Math.min(mask.width, Math.floor(right - 0.5) + 1);
    if (from < to) rows[y] = erase ? spansCut(rows[y], from, to) : spansAdd(rows[y], from, to);
  }
  return { ...mask, rows };
}
export const maskHas = (mask, x, y) => {
  const spans = mask.rows[Math.floor(y)] || [];
  for (let i = 0; i < spans.length; i += 2) if (x >= spans[i] && x < spans[i + 1]) return true;
  return false;
};
export const maskEmpty = (mask) => mask.rows.every((spans) => !spans.length);
export const maskArea = (mask) => mask.rows.reduce((sum, spans) => sum + spans.reduce((row, x, i) => row + (i & 1 ? x : -x), 0), 0);

/* ---- RLE ---- */
function bitWriter() {
  const bytes = [];
  let held = 0;
  let count = 0;
  return {
    // value is less than 2^32
    put(value, bits) {
      while (bits > 0) {
        const some = Math.min(bits, 8 - count);
        bits -= some;
        held = (held << some) | ((value >>> bits) & ((1 << some) - 1));
        count += some;
        if (count === 8) {
          bytes.push(held);
          held = count = 0;
        }
      }
    },
    end() {
      // At least one bit of zeros, as the converter writes it.
      bytes.push(held << (8 - count));
      return bytes;
    },
  };
}
export function rleEncode(mask) {
  const out = bitWriter();
  out.put(mask.width * mask.height * 4, 32);
  out.put(7, 5);
  SIZES.forEach((size) => out.put(size - 1, 4));
  let value = 0;
  let run = 0;
  const flush = () => {
    let left = run;
    while (left > 0) {
      const length = Math.min(left, RUN_MAX);
      const size = length <= 8 ? 0 : length <= 16 ? 1 : length <= 256 ? 2 : 3;
      out.put(1, 1);
      out.put(size, 2);
      out.put(length - 1, SIZES[size]);
      out.put(value, 8);
      left -= length;
    }
    run = 0;
  };
  const add = (next, length) => {
    if (!length) return;
    if (next !== value) {
      flush();
      value = next;
    }
    run += length;
  };
  for (const spans of mask.rows) {
    let x = 0;
    for (let i = 0; i < spans.length; i += 2) {
      add(0, (spans[i] - x) * 4);
      add(255, (spans[i + 1] - spans[i]) * 4);
      x = spans[i + 1];
    }
    add(0, (mask.width - x) * 4);
  }
  flush();
  return out.end();
}

// The mask, or null when these bytes are no RLE of a picture of this size.
export function rleDecode(rle, width, height) {
  let at = 0;
  const read = (bits) => {
    let value = 0;
    while (bits > 0) {
      const some = Math.min(bits, 8 - (at & 7));
      value = value * (1 << some) + ((rle[at >> 3] >> (8 - (at & 7) - some)) & ((1 << some) - 1));
      bits -= some;
      at += some;
    }
    return value;
  };
  const total = width * height * 4;
  if (rle.length * 8 < 53 || read(32) !== total) return null;
  const word = read(5) + 1;
  const sizes = [0, 0, 0, 0].map(() => read(4) + 1);
  const mask = maskNew(width, height);
  const full = word >= 8 ? 8 : word;
  // Values from..to are all `value`: the alphas among them that are set make spans.
  const fill = (from, to) => {
    let pixel = Math.ceil((from - 3) / 4);
    const end = Math.floor((to - 1 - 3) / 4) + 1; // pixels whose alpha lies in it
    while (pixel < end) {
      const y = Math.floor(pixel / width);
      const x = pixel - y * width;
      const stop = Math.min(width, x + end - pixel);
      const row = mask.rows[y];
      if (row.length && row[row.length - 1] === x) row[row.length - 1] = stop;
      else row.push(x, stop);
      pixel += stop - x;
    }
  };
  let i = 0;
  while (i < total) {
    if (at + 3 > rle.length * 8) return null;
    const same = read(1);
    const length = read(sizes[read(2)]) + 1;
    if (i + length > total || at + (same ? word : word * length) > rle.length * 8) return null;
    if (same) {
      if (read(word) >= 2 ** (full - 1)) fill(i, i + length);
    } else for (let k = 0; k < length; k++) if (read(word) >= 2 ** (full - 1)) fill(i + k, i + k + 1);
    i += length;
  }
  return mask;
}
