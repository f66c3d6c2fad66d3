// <Image> that is marked: draws rectangles, ellipses, polygons, points and masks with mouse, pen, fingers and keys.
//
//   picture.jsx        the window, its layers and its bar of tools; keys
//   picture_pointer.js what a press, a drag and a second finger mean
//   picture_layers.jsx the drawings: shapes (SVG), masks (canvas), the picture itself (one <img> or tiles)
//   picture_look.jsx   what its config asks for to see better: turning, brightness, a grid
//   shapes.js brush.js viewport.js tiles.js      the pure parts
//
// A drag changes only `draft`, a shape drawn above the others; the result changes when it ends.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button, Spinner, cx, iconsAdd } from '../shared/ui.jsx';
import { useRegions } from './regions.jsx';
import { attr, flag, textOf } from './tree.js';
import { boxOf, handlesOf, isTiny, moved, resized, rotateTo, round, snapLines, toPercent, toPixels } from './shapes.js';
import { maskEmpty, maskNew, maskStroke, rleEncode } from './brush.js';
import { fit, fitScale, pan, resize, reveal, toPicture, toWindow, zoom, ZOOM_MAX } from './viewport.js';
import { pointerUse } from './picture_pointer.js';
import { Cross, Grid, LookBar, crossMove, filterOf, firstScale, frameStyle, lies, placeOf, unturned, unturnedStep, windowOf, zoomStep } from './picture_look.jsx';
import { Base, Handles, Masks, Shape, Shapes, maskKeep, maskOf } from './picture_layers.jsx';
import { isOwn, tilesAsk } from './tiles.js';
import { toolsReady } from './tools.js';

export const ready = toolsReady;
iconsAdd({
  hand: 'M8 12V6.5a1.5 1.5 0 0 1 3 0V11m0-5.500a1.5 1.5 0 0 1 3 0V11m0-4a1.500 1.500 0 0 1 3 0v7a6 6 0 0 1-6 6c-3 0-4-1.500-7-6.500-.800-1.400 1-2.500 2-1.500l2 2',
  rectangle: 'M4 6h16v12H4z',
  ellipse: 'M12 6c5 0 9 2.700 9 6s-4 6-9 6-9-2.700-9-6 4-6 9-6z',
  polygon: 'M12 4l8 6-3 9H7L4 10z',
  keypoint: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v4M12 17v4M3 12h4M17 12h4',
  brush: 'M14 4l6 6-8 8-4-1-1-4zM7 17l-3 3',
  erase: 'M9 19L4 14l9-9 6 6-8 8zM9 19h11',
  zoomin: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM16 16l4 4M8 11h6M11 8v6',
  zoomout: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM16 16l4 4M8 11h6',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  magnet: 'M6 4v8a6 6 0 0 0 12 0V4M6 8h3M15 8h3M9 4v8a3 3 0 0 0 6 0V4',
});

const LEAST = 4; // window pixels that a drag must cover to make a shape
const WINDOW_SHARE = 0.62; // of the height of the page

// Keys' steps in percent of the picture: plain, with Shift, with Alt.
const stepOf = (event) => (event.shiftKey ? 5 : event.altKey ? 0.1 : 1);
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// Only looked at.
const NO_REGIONS = { of: () => [], shapes: () => [], controls: () => [], picks: {}, readOnly: true, selected: null, select() {} };

export function Picture({ node, data, address, onFailed }) {
  const name = attr(node, 'name');
  const regions = useRegions() || NO_REGIONS;
  const all = regions.of(name, node.item);
  const shapes = regions.shapes(name);
  const readOnly = regions.readOnly;
  const [size, setSize] = useState(null); // {W, H, tiles} of the picture
  const [plain, setPlain] = useState(!isOwn(address)); // the server tells nothing of it: its size comes with the picture itself
  const [view, setView] = useState(null);
  const [tool, setTool] = useState(null); // null: as the picked label says
  const [brush, setBrush] = useState({ share: 0.03, erase: false }); // radius as a share of the picture's smaller side
  const [snap, setSnap] = useState(false);
  const [draft, setDraft] = useState(null); // {id | null, shape, g | mask, open}
  const [look, setLook] = useState({ turn: 0, bright: 1, contrast: 1 });
  const [cursor, setCursor] = useState(null); // of the keyboard, in pixels of the picture
  const frame = useRef();
  const live = useRef({});

  // image.jsx gives another address another Picture; the <img> may have come before this effect.
  useEffect(() => {
    let gone = false;
    if (isOwn(address)) tilesAsk(address).then((found) => !gone && (found ? setSize(found) : setPlain(true)));
    return () => (gone = true);
  }, [address]);

  // The picked label's control decides what is drawn; a tool pressed by hand holds until another label is picked.
  const picked = regions.controls(name).find((control) => control.labels && (regions.picks[control.name] || []).length && control.row.shape);
  const pickedShape = picked ? picked.row.shape : null;
  useEffect(() => setTool(null), [pickedShape]);
  const active = readOnly ? 'hand' : tool || pickedShape || (shapes.includes('rectangle') ? 'rectangle' : shapes[0]) || 'hand';
  const makers = (shape) => regions.controls(name).filter((control) => (control.row.shape || '') === shape);
  const setting = (shape, key) => makers(shape).map((control) => attr(control.node, key)).find(Boolean) || '';
  const canRotate = (shape) => shape !== 'polygon' && makers(shape).every((control) => attr(control.node, 'canRotate') !== 'false');
  const pixelSnap = (shape) => setting(shape, 'snap') === 'pixel';

  // The window's size follows its column's.
  useEffect(() => {
    const box = frame.current;
    if (!size || !box) return undefined; // gone before its effects ran
    const measure = () => {
      const w = box.clientWidth;
      const [W, H] = lies(look.turn) ? [size.H, size.W] : [size.W, size.H];
      const tall = Math.max(200, Math.min(Math.round((w * H) / W), Math.round(innerHeight * WINDOW_SHARE)));
      const [fw, fh] = lies(look.turn) ? [tall, w] : [w, tall];
      setView((old) => (old ? (old.w === fw && old.h === fh ? old : resize({ ...old, ...placeOf(node, look.turn) }, fw, fh, size.W, size.H)) : first(fw, fh)));
    };
    const first = (fw, fh) => {
      const whole = fit(fw, fh, size.W, size.H, placeOf(node));
      return zoom(whole, firstScale(node, whole.scale) / whole.scale, [fw / 2, fh / 2], size.W, size.H);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, [size, look.turn]);

  const selected = all.find((region) => region.id === regions.selected);
  // A region chosen in the list is brought into view.
  useEffect(() => {
    if (!selected || !view || selected.shape === 'brush') return;
    setView((old) => reveal(old, boxOf(selected.shape, toPixels(selected.shape, selected.value, size.W, size.H)), size.W, size.H));
  }, [selected && selected.id]);

  const extra = size && { original_width: size.W, original_height: size.H, image_rotation: 0, ...(node.item === undefined ? {} : { item_index: node.item }) };
  const linesFor = (id) => (snap && size ? snapLines(all.filter((region) => region.id !== id && region.shape !== 'brush').map((region) => ({ shape: region.shape, g: toPixels(region.shape, region.value, size.W, size.H) })), size.W, size.H) : null);
  const commit = (one) => {
    setDraft(null);
    if (one.shape === 'brush') {
      if (maskEmpty(one.mask)) {
        if (one.id) regions.remove(one.id);
        return;
      }
      const place = { format: 'rle', rle: rleEncode(one.mask) };
      maskKeep(place.rle, one.mask);
      if (one.id) regions.change(one.id, place, null, extra);
      else regions.select(regions.add(name, 'brush', place, extra)); // the next stroke goes on with it
      return;
    }
    if (isTiny(one.shape, one.g, LEAST / view.scale / 2)) return;
    const place = toPercent(one.shape, one.g, size.W, size.H);
    if (one.id) regions.change(one.id, place);
    else regions.add(name, one.shape, place, extra);
  };
  const pointSize = () => {
    const share = Number(setting('keypoint', 'strokeWidth')) || 1;
    return Math.max(size.W * 0.006, share);
  };
  const radius = () => Math.max(0.5, brush.share * Math.min(size.W, size.H));
  Object.assign(live.current, { view, setView, size, active, brush, radius, draft, setDraft, all, selected, regions, readOnly, canRotate, pixelSnap, linesFor, commit, pointSize, name, shapes, least: LEAST, setCursor, maskOf, turn: look.turn, unturned: (at) => unturned(view, look.turn, at) });
  const pointer = useMemo(() => pointerUse(live.current), []);

  // Wheel: with Ctrl (and the pinch of a touchpad) it zooms; on an enlarged picture it moves it; else the page scrolls.
  useEffect(() => {
    const outer = frame.current;
    if (!size || !outer) return undefined;
    const wheel = (event) => {
      const { view: now, size: of, turn } = live.current;
      const window = outer.querySelector('.picture-window');
      if (!now || !window || !window.contains(event.target)) return;
      const box = window.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        if (attr(node, 'zoom') === 'false') return;
        event.preventDefault();
        setView((old) => zoom(old, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), unturned(old, turn, [event.clientX - box.left, event.clientY - box.top]), of.W, of.H));
      } else if (now.scale > fitScale(now.w, now.h, of.W, of.H) * 1.001) {
        event.preventDefault();
        setView((old) => pan(old, ...unturnedStep(turn, [-event.deltaX, -event.deltaY]), of.W, of.H));
      }
    };
    outer.addEventListener('wheel', wheel, { passive: false });
    return () => outer.removeEventListener('wheel', wheel);
  }, [size]);

  const whole = () => setView(fit(view.w, view.h, size.W, size.H, view));
  const zoomBy = (factor) => setView((old) => zoom(old, factor, [old.w / 2, old.h / 2], size.W, size.H));

  /* ---- keys, while the picture has the focus ---- */
  const keys = (event) => {
    if (!view || event.defaultPrevented) return;
    const key = event.key;
    const arrow = ARROWS[key] && unturnedStep(look.turn, ARROWS[key]);
    const [dx, dy] = arrow ? [(arrow[0] * stepOf(event) * size.W) / 100, (arrow[1] * stepOf(event) * size.H) / 100] : [0, 0];
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (key === '+' || key === '=') zoomBy(zoomStep(node)), done();
    else if (key === '-') zoomBy(1 / zoomStep(node)), done();
    else if (key === '0') whole(), done();
    else if (readOnly) {
      if (arrow) setView(pan(view, -dx * view.scale, -dy * view.scale, size.W, size.H)), done();
    } else if (arrow && selected && selected.shape !== 'brush' && !draft) {
      const g = toPixels(selected.shape, selected.value, size.W, size.H);
      const next = event.ctrlKey ? resized(selected.shape, g, dx, dy, size.W, size.H) : moved(selected.shape, g, dx, dy, size.W, size.H);
      regions.change(selected.id, toPercent(selected.shape, next, size.W, size.H), 'keys');
      setView(reveal(view, boxOf(selected.shape, next), size.W, size.H));
      done();
    } else if ((key === '[' || key === ']') && selected && (selected.shape === 'rectangle' || selected.shape === 'ellipse') && canRotate(selected.shape)) {
      const g = toPixels(selected.shape, selected.value, size.W, size.H);
      regions.change(selected.id, toPercent(selected.shape, rotateTo(selected.shape, g, g.r + (key === ']' ? 5 : -5)), size.W, size.H), 'keys');
      done();
    } else if (arrow) {
      const from = cursor || [size.W / 2, size.H / 2];
      const to = [Math.min(Math.max(from[0] + dx, 0), size.W), Math.min(Math.max(from[1] + dy, 0), size.H)];
      setCursor(to);
      setView(reveal(view, [to[0], to[1], to[0], to[1]], size.W, size.H));
      if (draft) setDraft(pointer.stretched(draft, to, from));
      done();
    } else if (key === 'Enter' && !event.ctrlKey && !event.metaKey && active !== 'hand') {
      const at = cursor || [size.W / 2, size.H / 2];
      setCursor(at);
      if (selected && active !== 'brush' && !draft) regions.select(null);
      pointer.press(at);
      done();
    } else if (key === 'Escape' && (draft || cursor)) {
      setDraft(null);
      setCursor(null);
      done();
    } else if (key === 'Backspace' && draft && draft.open) {
      const points = draft.g.points.slice(0, -1);
      setDraft(points.length ? { ...draft, g: { points } } : null);
      done();
    }
  };

  const loaded = (event) => setSize((old) => old || { own: false, W: event.target.naturalWidth, H: event.target.naturalHeight, tiles: null });
  const drawn = useMemo(() => size && <Shapes regions={all} W={size.W} H={size.H} selected={regions.selected} hidden={draft && draft.id} />, [size, regions.list, regions.selected, draft && draft.id]);
  const outerH = view && windowOf(view, look.turn)[1];
  const tools = shapes.length > 1 || shapes[0] === 'brush' || view;
  return (
    <div class="picture" ref={frame} style={{ width: attr(node, 'width') || undefined, maxWidth: attr(node, 'maxWidth') || undefined }}>
      {!size && plain && <img class="picture-first" src={address} alt="" onLoad={loaded} onError={onFailed} />}
      {!view && <Spinner />}
      {tools && view && (
        <div class="picture-bar" role="toolbar" aria-label={t('picture.tools')}>
          {!readOnly && (
            <div class="picture-tools">
              {['hand', ...shapes].map((one) => (
                <Button key={one} kind="quiet" icon={one} class={cx(active === one && !(one === 'brush' && brush.erase) && 'on')} aria-pressed={active === one ? 'true' : 'false'} aria-label={t(one === 'hand' ? 'picture.hand' : 'region.' + one)} title={t(one === 'hand' ? 'picture.hand' : 'region.' + one)} onClick={() => (setDraft(null), setTool(one), setBrush({ ...brush, erase: false }))} />
              ))}
              {shapes.includes('brush') && <Button kind="quiet" icon="erase" class={cx(active === 'brush' && brush.erase && 'on')} aria-pressed={active === 'brush' && brush.erase ? 'true' : 'false'} aria-label={t('picture.erase')} title={t('picture.erase')} onClick={() => (setTool('brush'), setBrush({ ...brush, erase: true }))} />}
              {shapes.some((one) => one !== 'brush') && <Button kind="quiet" icon="magnet" class={cx(snap && 'on')} aria-pressed={snap ? 'true' : 'false'} aria-label={t('picture.snap')} title={t('picture.snap')} onClick={() => setSnap(!snap)} />}
            </div>
          )}
          <div class="picture-tools">
            {attr(node, 'zoomControl') !== 'false' && (
              <>
                <Button kind="quiet" icon="zoomout" aria-label={t('picture.zoom_out')} title={t('picture.zoom_out')} onClick={() => zoomBy(1 / zoomStep(node))} />
                <Button kind="quiet" icon="fit" aria-label={t('picture.fit')} title={t('picture.fit')} onClick={whole} />
                <Button kind="quiet" icon="zoomin" aria-label={t('picture.zoom_in')} title={t('picture.zoom_in')} onClick={() => zoomBy(zoomStep(node))} />
              </>
            )}
            <LookBar node={node} look={look} setLook={setLook} />
          </div>
          {!readOnly && shapes.includes('brush') && (
            <label class="picture-size">
              {t('picture.brush_size')}
              <input type="range" disabled={active !== 'brush'} min="0.2" max="10" step="0.1" value={brush.share * 100} onInput={(event) => setBrush({ ...brush, share: Number(event.target.value) / 100 })} />
            </label>
          )}
        </div>
      )}
      {view && (
        <div
          class={cx('picture-window', active === 'hand' ? 'hand' : 'draw')}
          style={{ height: outerH + 'px' }}
          tabIndex={0}
          role="application"
          aria-roledescription={t('picture.role')}
          aria-label={(attr(node, 'alt') || t('label.image')) + '. ' + t(readOnly ? 'picture.keys_look' : 'picture.keys')}
          onKeyDown={keys}
          onPointerDown={pointer.down}
          onPointerMove={flag(node, 'crosshair') ? (event) => (crossMove(event), pointer.move(event)) : pointer.move}
          onPointerUp={pointer.up}
          onPointerCancel={pointer.cancel}
          onDblClick={pointer.close}
          onContextMenu={(event) => event.preventDefault()}
        >
          <div class="picture-frame" style={frameStyle(view, look.turn)}>
            <div class="picture-frame" style={filterOf(look)}>
              <Base address={address} size={size} view={view} onFailed={onFailed} smooth={attr(node, 'smoothing') !== 'false'} />
            </div>
            <Masks regions={all} W={size.W} H={size.H} view={view} draft={draft && draft.shape === 'brush' ? draft : null} selected={regions.selected} />
            <svg class="picture-shapes" aria-hidden="true">
              <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
                {flag(node, 'grid') && <Grid node={node} W={size.W} H={size.H} fits={fitScale(view.w, view.h, size.W, size.H)} />}
                {drawn}
                {draft && draft.g && <Shape shape={draft.shape} g={draft.g} color={draft.color || 'var(--accent)'} open={draft.open} on />}
              </g>
              {!readOnly && selected && selected.shape !== 'brush' && (!draft || draft.id === selected.id) && <Handles list={handlesOf(selected.shape, draft && draft.id ? draft.g : toPixels(selected.shape, selected.value, size.W, size.H), canRotate(selected.shape), 28 / view.scale)} view={view} shape={selected.shape} size={setting(selected.shape, 'pointSize')} style={setting(selected.shape, 'pointStyle')} />}
              {draft && draft.open && <Handles list={draft.g.points.map(([x, y], i) => ({ name: 'o' + i, x, y }))} view={view} shape="open" size={setting('polygon', 'pointSize')} style={setting('polygon', 'pointStyle')} />}
              {cursor && <path class="picture-cursor" d={(([x, y]) => `M${x - 14} ${y}H${x + 14}M${x} ${y - 14}V${y + 14}`)(toWindow(view, cursor))} />}
            </svg>
          </div>
          {flag(node, 'crosshair') && <Cross />}
        </div>
      )}
      {draft && draft.open && (
        <div class="row picture-open">
          <Button kind="primary" icon="check" disabled={draft.g.points.length < 3} onClick={pointer.close}>
            {t('picture.close_shape')}
          </Button>
          <Button onClick={() => setDraft(null)}>{t('ui.cancel')}</Button>
        </div>
      )}
    </div>
  );
}
