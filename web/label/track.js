// A box that moves through a video: key frames, between which it moves evenly. Pure. As Label Studio stores it:
//   value {framesCount, duration, sequence: [{frame, enabled, time, x, y, width, height, rotation}], labels}
// Frames count from 1; time is frame / frames per second. A key frame that is not enabled is the last on which the box is seen.
const PLACE = ['x', 'y', 'width', 'height', 'rotation'];
const round = (value) => Math.round(value * 1e4) / 1e4 + 0;

// {x, y, width, height, rotation, key: is it a key frame} at a frame, or null when the box is not seen there.
export function boxAt(sequence, frame) {
  let last = null;
  let next = null;
  for (const one of sequence) {
    if (one.frame <= frame) last = one;
    else if (!next) next = one;
  }
  if (!last || (last.enabled === false && last.frame !== frame)) return null;
  const share = next ? (frame - last.frame) / (next.frame - last.frame) : 0;
  const box = { key: last.frame === frame };
  PLACE.forEach((name) => (box[name] = round((last[name] || 0) * (1 - share) + ((next ? next : last)[name] || 0) * share)));
  return box;
}
export function keyPut(sequence, frame, fps, place) {
  const old = sequence.find((one) => one.frame === frame);
  const key = { enabled: true, ...old, frame, time: round(frame / fps) };
  PLACE.forEach((name) => (key[name] = round(place[name] || 0)));
  return sequence.filter((one) => one.frame !== frame).concat(key).sort((a, b) => a.frame - b.frame);
}
// The last key frame stays: a box is somewhere.
export const keyRemove = (sequence, frame) => (sequence.length > 1 ? sequence.filter((one) => one.frame !== frame) : sequence);
// Hides the box behind this frame, or shows it again.
export function keyToggle(sequence, frame, fps) {
  const box = boxAt(sequence, frame) || boxAt(sequence, Math.max(...sequence.filter((one) => one.frame <= frame).map((one) => one.frame), sequence[0].frame));
  const with_ = sequence.some((one) => one.frame === frame) ? sequence : keyPut(sequence, frame, fps, box);
  return with_.map((one) => (one.frame === frame ? { ...one, enabled: one.enabled === false } : one));
}
// Stretches of frames on which it is seen: [[from, to], ...]
export function seenIn(sequence, frames) {
  const list = [];
  sequence.forEach((one, i) => {
    const next = sequence[i + 1];
    const to = one.enabled === false ? one.frame : next ? next.frame : frames;
    const before = list[list.length - 1];
    if (before && before[1] === one.frame) before[1] = to;
    else list.push([one.frame, to]);
  });
  return list;
}
export const frameOf = (time, fps) => Math.floor(time * fps + 1e-6) + 1;
// A time in the middle of the frame, where no rounding shows its neighbour.
export const timeOf = (frame, fps) => (frame - 0.5) / fps;
