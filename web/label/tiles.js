// Deep-zoom tiles of big pictures, made by the server (src/files/tiles.c):
//
//   GET /files/NAME/tiles                    {width, height, tile, levels}   levels 0: small, has no tiles
//   GET /files/NAME/tiles/LEVEL/COLUMN/ROW   a JPEG of at most tile x tile pixels; level 0 is the smallest, halves of the next
import { savingData, savingNow } from '../shared/saving.js';

const KEPT_MAX = 160; // decoded tiles kept in memory
const OWN = /^\/files\/[0-9a-f]{40}$/;

// {W, H, own, tiles: null | ...} of a picture of this server, else null.
export const isOwn = (address) => OWN.test(address);
export function tilesAsk(address) {
  return fetch(address + '/tiles', { credentials: 'same-origin' }).then(
    (reply) => (reply.ok ? reply.json().then((info) => ({ W: info.width, H: info.height, own: true, tiles: info.levels ? { ...info, address, kept: new Map() } : null })) : null),
    () => null
  );
}
// The smallest copy that fills the window's pixels, or every other one of them to save data; the file itself when it is looked at from
// nearer. Where the page has decided, the server is not to decide again ("exact").
export function copyAddress(address, size, scale) {
  const wanted = size.W * scale * (savingData() ? 0.5 : Math.min(2, devicePixelRatio || 1));
  const width = [320, 640, 1280].find((one) => one >= wanted);
  return size.own && width && width < size.W ? address + '?w=' + width + (savingData() || savingNow() === 'off' ? '&exact=1' : '') : address;
}

function tileOf(tiles, level, column, row, redraw) {
  const key = `${level}/${column}/${row}`;
  let tile = tiles.kept.get(key);
  if (tile) {
    tiles.kept.delete(key); // used last, dropped last
    tiles.kept.set(key, tile);
    return tile.ready ? tile : null;
  }
  tile = new Image();
  tile.ready = false;
  tile.onload = () => {
    tile.ready = true;
    redraw();
  };
  tile.onerror = () => tiles.kept.delete(key); // asked for again when drawn again
  tile.src = `${tiles.address}/tiles/${key}`;
  tiles.kept.set(key, tile);
  if (tiles.kept.size > KEPT_MAX) tiles.kept.delete(tiles.kept.keys().next().value);
  return null;
}

// Draws what the window shows; draws again as tiles come. Gives what stops that.
export function tilesDraw(canvas, tiles, view) {
  const dense = Math.min(2, devicePixelRatio || 1);
  const [w, h] = [Math.round(view.w * dense), Math.round(view.h * dense)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  const pen = canvas.getContext('2d');
  let gone = false;
  let asked = 0;
  const top = tiles.levels - 1;
  const best = Math.min(top, Math.max(0, Math.ceil(top + Math.log2(view.scale * dense) - 0.25)));
  const layer = (level) => {
    const half = 2 ** (top - level); // pixels of the picture for one of the level
    const side = tiles.tile * half;
    const [x1, y1] = [Math.max(0, -view.x / view.scale), Math.max(0, -view.y / view.scale)];
    const [x2, y2] = [Math.min(tiles.width, (view.w - view.x) / view.scale), Math.min(tiles.height, (view.h - view.y) / view.scale)];
    for (let row = Math.floor(y1 / side); row * side < y2; row++)
      for (let column = Math.floor(x1 / side); column * side < x2; column++) {
        const tile = tileOf(tiles, level, column, row, redraw);
        if (tile) pen.drawImage(tile, column * side, row * side, tile.naturalWidth * half, tile.naturalHeight * half);
      }
  };
  const draw = () => {
    asked = 0;
    if (gone) return;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, w, h);
    pen.setTransform(view.scale * dense, 0, 0, view.scale * dense, view.x * dense, view.y * dense);
    layer(0); // the whole picture, coarse, below what is still to come
    if (best > 1) layer(best - 1);
    if (best > 0) layer(best);
  };
  function redraw() {
    if (!asked && !gone) asked = requestAnimationFrame(draw);
  }
  draw();
  return () => {
    gone = true;
    cancelAnimationFrame(asked);
  };
}
