// Geometry of what is drawn on pictures. Pure. Shapes are worked on in pixels of the whole picture ("g"), because angles mean
// nothing in percent; results hold percent of width and height, as Label Studio stores them:
//
//   rectangle  {x, y, width, height, rotation}   g {x, y, w, h, r}       x, y: the corner it turns round, clockwise in degrees
//   ellipse    {x, y, radiusX, radiusY, rotation}  g {x, y, rx, ry, r}   x, y: the centre
//   polygon    {points: [[x, y], ...], closed}   g {points}
//   keypoint   {x, y, width}                     g {x, y, size}
const SMALL = 1e-9;
export const round = (value) => Math.round(value * 1e4) / 1e4 + 0;
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

export function toPixels(shape, value, W, H) {
  const [px, py] = [W / 100, H / 100];
  if (shape === 'rectangle') return { x: value.x * px, y: value.y * py, w: value.width * px, h: value.height * py, r: value.rotation || 0 };
  if (shape === 'ellipse') return { x: value.x * px, y: value.y * py, rx: value.radiusX * px, ry: value.radiusY * py, r: value.rotation || 0 };
  if (shape === 'polygon') return { points: (value.points || []).map(([x, y]) => [x * px, y * py]) };
  return { x: value.x * px, y: value.y * py, size: (value.width || 0) * px };
}
export function toPercent(shape, g, W, H) {
  const x = (value) => round((value * 100) / W);
  const y = (value) => round((value * 100) / H);
  if (shape === 'rectangle') return { x: x(g.x), y: y(g.y), width: x(g.w), height: y(g.h), rotation: round(g.r) };
  if (shape === 'ellipse') return { x: x(g.x), y: y(g.y), radiusX: x(g.rx), radiusY: y(g.ry), rotation: round(g.r) };
  if (shape === 'polygon') return { points: g.points.map((p) => [x(p[0]), y(p[1])]), closed: true };
  return { x: x(g.x), y: y(g.y), width: x(g.size) };
}

/* ---- turning ---- */
export function turn([x, y], degrees) {
  const a = (degrees * Math.PI) / 180;
  return [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)];
}
// A point of the picture in the frame of the shape: before it was turned, its anchor at 0, 0.
const local = (g, [x, y]) => turn([x - g.x, y - g.y], -g.r);
const outside = (g, point) => {
  const [x, y] = turn(point, g.r);
  return [g.x + x, g.y + y];
};
export const centre = (shape, g) => {
  if (shape === 'rectangle') return outside(g, [g.w / 2, g.h / 2]);
  if (shape !== 'polygon') return [g.x, g.y];
  const xs = g.points.map((p) => p[0]);
  const ys = g.points.map((p) => p[1]);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
};
export function rotateTo(shape, g, degrees) {
  const r = ((degrees % 360) + 360) % 360;
  if (shape === 'ellipse') return { ...g, r };
  const [cx, cy] = centre(shape, g);
  const [x, y] = turn([g.w / 2, g.h / 2], r);
  return { ...g, r, x: cx - x, y: cy - y };
}

/* ---- making ---- */
// From one corner to the other.
export function between(shape, a, b) {
  const [x, y, w, h] = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
  return shape === 'ellipse' ? { x: x + w / 2, y: y + h / 2, rx: w / 2, ry: h / 2, r: 0 } : { x, y, w, h, r: 0 };
}
export const isTiny = (shape, g, least) => (shape === 'rectangle' ? g.w < least || g.h < least : shape === 'ellipse' ? g.rx * 2 < least || g.ry * 2 < least : shape === 'polygon' ? g.points.length < 3 : false);

/* ---- moving: stays on the picture; what is turned at least with its centre ---- */
function box(shape, g) {
  if (shape === 'rectangle' && Math.abs(g.r) < SMALL) return [g.x, g.y, g.x + g.w, g.y + g.h];
  if (shape === 'ellipse' && Math.abs(g.r) < SMALL) return [g.x - g.rx, g.y - g.ry, g.x + g.rx, g.y + g.ry];
  if (shape === 'polygon') {
    const xs = g.points.map((p) => p[0]);
    const ys = g.points.map((p) => p[1]);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }
  const [x, y] = centre(shape, g);
  return [x, y, x, y];
}
export const boxOf = box;
const shifted = (shape, g, dx, dy) => (shape === 'polygon' ? { points: g.points.map(([x, y]) => [x + dx, y + dy]) } : { ...g, x: g.x + dx, y: g.y + dy });
export function moved(shape, g, dx, dy, W, H) {
  const [left, top, right, bottom] = box(shape, g);
  return shifted(shape, g, clamp(dx, Math.min(-left, 0), Math.max(W - right, 0)), clamp(dy, Math.min(-top, 0), Math.max(H - bottom, 0)));
}

/* ---- handles: [{name, x, y}] in pixels of the picture ---- */
const SIDES = { nw: [0, 0], n: [0.5, 0], ne: [1, 0], e: [1, 0.5], se: [1, 1], s: [0.5, 1], sw: [0, 1], w: [0, 0.5] };
export function handlesOf(shape, g, canRotate, away) {
  const at = (name, point) => {
    const [x, y] = outside(g, point);
    return { name, x, y };
  };
  if (shape === 'rectangle' || shape === 'ellipse') {
    const [w, h] = shape === 'rectangle' ? [g.w, g.h] : [2 * g.rx, 2 * g.ry];
    const [ox, oy] = shape === 'rectangle' ? [0, 0] : [-g.rx, -g.ry];
    const list = Object.keys(SIDES).map((name) => at(name, [ox + SIDES[name][0] * w, oy + SIDES[name][1] * h]));
    if (canRotate) list.push(at('rotate', [ox + w / 2, oy - away]));
    return list;
  }
  if (shape === 'polygon') {
    const points = g.points.map(([x, y], i) => ({ name: 'v' + i, x, y }));
    const middles = g.points.map(([x, y], i) => {
      const next = g.points[(i + 1) % g.points.length];
      return { name: 'm' + i, x: (x + next[0]) / 2, y: (y + next[1]) / 2 };
    });
    return points.concat(middles);
  }
  return [];
}

// A handle dragged to a point. `inside`: the point kept on the picture.
export function dragged(shape, g, handle, point, W, H) {
  const inside = [clamp(point[0], 0, W), clamp(point[1], 0, H)];
  if (handle === 'rotate') {
    const [cx, cy] = centre(shape, g);
    return rotateTo(shape, g, Math.round((Math.atan2(point[0] - cx, cy - point[1]) * 180) / Math.PI));
  }
  if (shape === 'polygon') {
    const i = Number(handle.slice(1));
    const points = g.points.slice();
    if (handle[0] === 'm') points.splice(i + 1, 0, inside);
    else points[i] = inside;
    return { points };
  }
  const [x, y] = local(g, inside);
  let [left, top, right, bottom] = shape === 'rectangle' ? [0, 0, g.w, g.h] : [-g.rx, -g.ry, g.rx, g.ry];
  if (handle.includes('w')) left = x;
  if (handle.includes('e')) right = x;
  if (handle.includes('n')) top = y;
  if (handle.includes('s')) bottom = y;
  if (left > right) [left, right] = [right, left];
  if (top > bottom) [top, bottom] = [bottom, top];
  if (shape === 'rectangle') {
    const [nx, ny] = outside(g, [left, top]);
    return { ...g, x: nx, y: ny, w: right - left, h: bottom - top };
  }
  const [cx, cy] = outside(g, [(left + right) / 2, (top + bottom) / 2]);
  return { ...g, x: cx, y: cy, rx: (right - left) / 2, ry: (bottom - top) / 2 };
}
// By keys: larger or smaller by so many pixels, from its anchor.
export function resized(shape, g, dx, dy, W, H) {
  if (shape === 'rectangle') {
    const flat = Math.abs(g.r) < SMALL;
    return { ...g, w: clamp(g.w + dx, 1, flat ? W - g.x : W), h: clamp(g.h + dy, 1, flat ? H - g.y : H) };
  }
  if (shape === 'ellipse') return { ...g, rx: clamp(g.rx + dx, 1, Math.min(g.x, W - g.x)), ry: clamp(g.ry + dy, 1, Math.min(g.y, H - g.y)) };
  if (shape === 'keypoint') return { ...g, size: clamp(g.size + dx, 1, W) };
  const [cx, cy] = centre(shape, g);
  const [left, top, right, bottom] = box(shape, g);
  const [fx, fy] = [right > left ? 1 + dx / (right - left) : 1, bottom > top ? 1 + dy / (bottom - top) : 1];
  return { points: g.points.map(([x, y]) => [clamp(cx + (x - cx) * Math.max(fx, 0.05), 0, W), clamp(cy + (y - cy) * Math.max(fy, 0.05), 0, H)]) };
}

/* ---- hitting: is the point in the shape, or within `near` pixels of a point ---- */
export function hits(shape, g, point, near) {
  if (shape === 'keypoint') return Math.hypot(point[0] - g.x, point[1] - g.y) <= Math.max(near, g.size / 2);
  if (shape === 'polygon') {
    let inside = false;
    const p = g.points;
    for (let i = 0, j = p.length - 1; i < p.length; j = i++)
      if (p[i][1] > point[1] !== p[j][1] > point[1] && point[0] < ((p[j][0] - p[i][0]) * (point[1] - p[i][1])) / (p[j][1] - p[i][1]) + p[i][0]) inside = !inside;
    return inside;
  }
  const [x, y] = local(g, point);
  if (shape === 'rectangle') return x >= -near / 2 && y >= -near / 2 && x <= g.w + near / 2 && y <= g.h + near / 2;
  return g.rx > 0 && g.ry > 0 && (x / g.rx) ** 2 + (y / g.ry) ** 2 <= 1;
}
export const areaOf = (shape, g) => (shape === 'rectangle' ? g.w * g.h : shape === 'ellipse' ? Math.PI * g.rx * g.ry : shape === 'keypoint' ? 0 : (([a, b, c, d]) => (c - a) * (d - b))(box(shape, g)));

/* ---- snapping ---- */
// The nearest line within reach, else the value itself.
function nearest(value, lines, reach) {
  let best = value;
  let least = reach;
  for (const line of lines) {
    const off = Math.abs(line - value);
    if (off <= least) {
      least = off;
      best = line;
    }
  }
  return best;
}
// Lines that others offer: their edges and corners, and the picture's own.
export function snapLines(shapes, W, H) {
  const xs = [0, W];
  const ys = [0, H];
  shapes.forEach(({ shape, g }) => {
    if (shape === 'polygon') g.points.forEach(([x, y]) => xs.push(x) && ys.push(y));
    else {
      const [left, top, right, bottom] = box(shape, g);
      xs.push(left, right);
      ys.push(top, bottom);
    }
  });
  return { xs, ys };
}
export const snapPoint = (point, lines, reach, pixel) => {
  const [x, y] = lines ? [nearest(point[0], lines.xs, reach), nearest(point[1], lines.ys, reach)] : point;
  return pixel ? [Math.round(x), Math.round(y)] : [x, y];
};
// How far a whole shape must be moved so that one of its edges lies on a line.
export function snapMove(shape, g, lines, reach, pixel) {
  const [left, top, right, bottom] = box(shape, g);
  const [x, y] = snapPoint([left, top], lines, reach, pixel);
  if (!lines) return [x - left, y - top];
  const [x2, y2] = snapPoint([right, bottom], lines, reach, false);
  return [x !== left ? x - left : x2 - right, y !== top ? y - top : y2 - bottom];
}
