// What is drawn on a picture's window: the picture, masks, shapes and handles.
import { useEffect, useRef } from 'preact/hooks';
import { rleDecode, maskNew } from './brush.js';
import { copyAddress, tilesDraw } from './tiles.js';
import { toPixels } from './shapes.js';
import { toWindow } from './viewport.js';

/* ---- the picture: one <img> moved by the compositor, or tiles on a canvas ---- */
export function Base({ address, size, view, smooth, onFailed }) {
  const canvas = useRef();
  const near = useRef(0); // never back to a coarser copy: the finer one is there already
  near.current = Math.max(near.current, view.scale);
  useEffect(() => (size.tiles ? tilesDraw(canvas.current, size.tiles, view) : undefined), [size, view]);
  if (size.tiles) return <canvas ref={canvas} class="picture-base" />;
  return <img class="picture-base" src={copyAddress(address, size, near.current)} alt="" draggable={false} onError={onFailed} style={{ width: size.W + 'px', height: size.H + 'px', imageRendering: smooth || view.scale < 3 ? '' : 'pixelated', transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }} />;
}

/* ---- shapes, in pixels of the picture; lines keep their width ---- */
const path = (points, open) => 'M' + points.map((p) => p.join(' ')).join('L') + (open ? '' : 'Z');
// look: as region_rules.js says of a region.
export function Shape({ shape, g, color, look: style, on, open }) {
  const look = { class: on ? 'on' : undefined, style: style || { '--chip': color } };
  if (shape === 'rectangle') return <rect x={g.x} y={g.y} width={g.w} height={g.h} transform={g.r ? `rotate(${g.r} ${g.x} ${g.y})` : undefined} {...look} />;
  if (shape === 'ellipse') return <ellipse cx={g.x} cy={g.y} rx={g.rx} ry={g.ry} transform={g.r ? `rotate(${g.r} ${g.x} ${g.y})` : undefined} {...look} />;
  if (shape === 'polygon') return <path d={path(g.points, open)} {...look} />;
  return (
    <g {...look}>
      <circle cx={g.x} cy={g.y} r={Math.max(g.size / 2, 0.5)} />
      <path class="dot" d={`M${g.x} ${g.y}h.001`} />
    </g>
  );
}
export const Shapes = ({ regions, W, H, selected, hidden }) => (
  <g>
    {regions
      .filter((region) => region.shape !== 'brush' && region.shape && region.id !== hidden)
      .map((region) => (
        <Shape key={region.id} shape={region.shape} g={toPixels(region.shape, region.value, W, H)} look={region.look} on={region.id === selected} />
      ))}
  </g>
);
const GROWN = { small: 0.7, large: 1.4 };
// size: small, medium, large; style: rectangle, circle; as pointSize and pointStyle say.
export const Handles = ({ list, view, shape, size, style }) => (
  <g class="picture-handles">
    {list.map((handle) => {
      const [x, y] = toWindow(view, [handle.x, handle.y]);
      const small = handle.name[0] === 'm';
      const r = (GROWN[size] || 1) * (small ? 4 : 5.5);
      const round = handle.name === 'rotate' || (style ? style === 'circle' : shape !== 'rectangle');
      const look = { key: handle.name, class: small ? 'small' : undefined };
      return round ? <circle cx={x} cy={y} r={r} {...look} /> : <rect x={x - r} y={y - r} width={2 * r} height={2 * r} {...look} />;
    })}
  </g>
);

/* ---- masks ---- */
const masks = new WeakMap(); // rle -> mask: a result's lists are not changed, only replaced
// One that was just painted need not be read back.
export const maskKeep = (rle, mask) => masks.set(rle, mask);
export function maskOf(region, W, H) {
  const rle = region.value.rle;
  if (!Array.isArray(rle)) return maskNew(W, H);
  let mask = masks.get(rle);
  if (!mask || mask.width !== W || mask.height !== H) {
    mask = rleDecode(rle, W, H) || maskNew(W, H);
    masks.set(rle, mask);
  }
  return mask;
}

// One row of the window shows one row of the picture.
function maskDraw(pen, mask, view, color) {
  pen.fillStyle = color;
  const top = Math.max(0, Math.floor(view.y));
  const bottom = Math.min(view.h, Math.ceil(view.y + mask.height * view.scale));
  // Enlarged: rows of the picture are several of the window.
  const step = Math.max(1, view.scale);
  for (let y = top; y < bottom; ) {
    const row = Math.floor((y + 0.5 - view.y) / view.scale);
    const to = step > 1 ? Math.min(bottom, Math.max(y + 1, Math.ceil(view.y + (row + 1) * view.scale))) : y + 1;
    const spans = mask.rows[row];
    if (spans) for (let i = 0; i < spans.length; i += 2) pen.fillRect(view.x + spans[i] * view.scale, y, Math.max((spans[i + 1] - spans[i]) * view.scale, 0.5), to - y);
    y = to;
  }
}
export function Masks({ regions, W, H, view, draft, selected }) {
  const canvas = useRef();
  const list = regions.filter((region) => region.shape === 'brush');
  const any = list.length > 0 || !!draft;
  useEffect(() => {
    if (!any) return;
    const box = canvas.current;
    if (box.width !== Math.round(view.w) || box.height !== Math.round(view.h)) {
      box.width = Math.round(view.w);
      box.height = Math.round(view.h);
    }
    const pen = box.getContext('2d');
    pen.clearRect(0, 0, box.width, box.height);
    list.forEach((region) => {
      if (draft && draft.id === region.id) return;
      const alpha = region.look['--chip-alpha'];
      pen.globalAlpha = alpha !== undefined ? (region.id === selected ? Math.min(1, alpha + 0.2) : alpha) : region.id === selected ? 0.65 : 0.42;
      maskDraw(pen, maskOf(region, W, H), view, region.look['--chip-fill'] || region.color);
    });
    if (draft) {
      pen.globalAlpha = 0.65;
      maskDraw(pen, draft.mask, view, draft.color || '#0b6657');
    }
  }, [regions, view, draft, selected, W, H]);
  return any ? <canvas ref={canvas} class="picture-base" /> : null;
}
