// Where a picture stands in its window: scale (window pixels per picture pixel) and the place of its upper left corner.
// Pure; every function gives a new view {w, h, scale, x, y, align, out} (w, h: the window; align: where a picture stands that is
// smaller than it, [0..1, 0..1]; out: how far it may be made smaller than the window, as a share).
export const ZOOM_MAX = 16;
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

export const fitScale = (w, h, W, H) => Math.min(w / W, h / H);
export const MIDDLE = { align: [0.5, 0.5], out: 1 };
export function fit(w, h, W, H, { align, out } = MIDDLE) {
  const scale = fitScale(w, h, W, H);
  return { w, h, scale, align, out, x: (w - W * scale) * align[0], y: (h - H * scale) * align[1] };
}
// The picture never leaves the window: it fills it, or stands in its middle.
function kept(view, W, H) {
  const place = (at, size, room, share) => (size <= room ? (room - size) * share : clamp(at, room - size, 0));
  return { ...view, x: place(view.x, W * view.scale, view.w, view.align[0]), y: place(view.y, H * view.scale, view.h, view.align[1]) };
}
export const pan = (view, dx, dy, W, H) => kept({ ...view, x: view.x + dx, y: view.y + dy }, W, H);
// The point of the window stays where it is.
export function zoom(view, factor, [px, py], W, H) {
  const least = fitScale(view.w, view.h, W, H);
  const scale = clamp(view.scale * factor, least * view.out, Math.max(least, ZOOM_MAX));
  const f = scale / view.scale;
  return kept({ ...view, scale, x: px - (px - view.x) * f, y: py - (py - view.y) * f }, W, H);
}
export function resize(view, w, h, W, H) {
  const was = fitScale(view.w, view.h, W, H);
  if (Math.abs(view.scale / was - 1) < 0.001) return fit(w, h, W, H, view);
  const scale = Math.max(fitScale(w, h, W, H) * view.out, view.scale);
  const f = scale / view.scale;
  return kept({ ...view, w, h, scale, x: w / 2 - (view.w / 2 - view.x) * f, y: h / 2 - (view.h / 2 - view.y) * f }, W, H);
}
export const toPicture = (view, [x, y]) => [(x - view.x) / view.scale, (y - view.y) / view.scale];
export const toWindow = (view, [x, y]) => [x * view.scale + view.x, y * view.scale + view.y];
// Shows a place that is outside the window.
export function reveal(view, [left, top, right, bottom], W, H) {
  const [x1, y1] = toWindow(view, [left, top]);
  const [x2, y2] = toWindow(view, [right, bottom]);
  const off = (from, to, room) => (from >= 0 && to <= room ? 0 : to - from > room || from < 0 ? -from + 10 : room - to - 10);
  return pan(view, off(x1, x2, view.w), off(y1, y2, view.h), W, H);
}
