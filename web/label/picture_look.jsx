// How <Image> wants its picture looked at: turned, brighter, with a grid, a cross at the pointer, its place and first size. Nothing of
// it goes into the answer: marks are in percent of the picture as it is stored.
import { t } from '../shared/i18n.js';
import { Button, iconsAdd } from '../shared/ui.jsx';
import { attr, flag } from './tree.js';

iconsAdd({ turn: 'M19 12a7 7 0 1 1-2-5M17 3v4h-4' });

const PLACES = { left: 0, center: 0.5, right: 1, top: 0, bottom: 1 };
const share = (node, name) => (attr(node, name) in PLACES ? PLACES[attr(node, name)] : 0.5);

// For viewport.js: where a smaller picture stands (in the middle when it is turned), and how small it may be.
export const placeOf = (node, turn) => ({ align: turn ? [0.5, 0.5] : [share(node, 'horizontalAlignment'), share(node, 'verticalAlignment')], out: flag(node, 'negativeZoom') || /original|auto/.test(attr(node, 'defaultZoom')) ? 0.1 : 1 });
// The scale it is first shown at, given the one that fits the window.
export const firstScale = (node, fits) => ({ original: 1, auto: Math.min(1, fits) }[attr(node, 'defaultZoom')] || fits);
// By how much a press of the zoom buttons and keys enlarges.
export const zoomStep = (node) => Number(attr(node, 'zoomBy')) || 1.5;

/* A picture turned by quarters (clockwise) is drawn in a frame that is turned with it; everything in the frame, pointers too, knows
 * nothing of it. view: of the frame; the window has its sides changed when it lies. */
export const lies = (turn) => turn % 2 === 1;
export const windowOf = (view, turn) => (lies(turn) ? [view.h, view.w] : [view.w, view.h]);
export const frameStyle = (view, turn) => (turn ? { width: view.w + 'px', height: view.h + 'px', transform: ['', `translate(${view.h}px, 0) rotate(90deg)`, `translate(${view.w}px, ${view.h}px) rotate(180deg)`, `translate(0, ${view.w}px) rotate(-90deg)`][turn] } : undefined);
// A point of the window in the frame.
export const unturned = (view, turn, [x, y]) => [[x, y], [y, view.h - x], [view.w - x, view.h - y], [view.w - y, x]][turn];
// A direction of the window in the frame.
export const unturnedStep = (turn, [dx, dy]) => [[dx, dy], [dy, -dx], [-dx, -dy], [-dy, dx]][turn];

// The controls that the config asks for. look: {turn, bright, contrast}
export function LookBar({ node, look, setLook }) {
  const slider = (name, words) => (
    <label class="picture-size">
      {t(words)}
      <input type="range" min="0.3" max="2.5" step="0.1" value={look[name]} onInput={(event) => setLook({ ...look, [name]: Number(event.target.value) })} />
    </label>
  );
  return (
    <>
      {flag(node, 'rotateControl') && <Button kind="quiet" icon="turn" aria-label={t('picture.turn')} title={t('picture.turn')} onClick={() => setLook({ ...look, turn: (look.turn + 1) % 4 })} />}
      {flag(node, 'brightnessControl') && slider('bright', 'picture.brightness')}
      {flag(node, 'contrastControl') && slider('contrast', 'picture.contrast')}
    </>
  );
}
export const filterOf = (look) => (look.bright === 1 && look.contrast === 1 ? undefined : { filter: `brightness(${look.bright}) contrast(${look.contrast})` });

// A cell is so many pixels of the window while the whole picture is seen.
const GRID = 30;
export function Grid({ node, W, H, fits }) {
  const cell = (Number(attr(node, 'gridSize')) || GRID) / fits;
  let d = '';
  for (let x = cell; x < W; x += cell) d += `M${x} 0V${H}`;
  for (let y = cell; y < H; y += cell) d += `M0 ${y}H${W}`;
  return <path class="picture-grid" d={d} style={{ stroke: attr(node, 'gridColor') || undefined }} />;
}

// Two lines that follow the pointer; moved without drawing anything anew.
export const crossMove = (event) => {
  const box = event.currentTarget.getBoundingClientRect();
  event.currentTarget.style.setProperty('--cross-x', event.clientX - box.left + 'px');
  event.currentTarget.style.setProperty('--cross-y', event.clientY - box.top + 'px');
};
export const Cross = () => <div class="picture-cross" aria-hidden="true" />;
