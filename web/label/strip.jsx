// A strip of time on which stretches are marked: under sound (audio.jsx) and time series (series.jsx).
//
//   <Strip name regions whole={[0, 12.5]} view setView cursor seek draw={(canvas, view) => ...} height shape make={(from, to) => place} ends={(value) => [from, to]} snap />
//
// A drag marks a stretch, its ends are dragged, inside the chosen one it is moved; a press chooses or sets the cursor. Keys:
// arrows move the cursor, Enter begins and ends a stretch, [ and ] put an end of the chosen one at the cursor. Two fingers or
// Ctrl and the wheel zoom.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button, cx, iconsAdd } from '../shared/ui.jsx';
import { regionName } from './regions.jsx';

iconsAdd({ play: 'M7 5l12 7-12 7z', pause: 'M8 5v14M16 5v14', zoomin: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM16 16l4 4M8 11h6M11 8v6', zoomout: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM16 16l4 4M8 11h6' });

const LEAST = 4; // pixels that a drag must cover
const NEAR = { mouse: 7, touch: 18 };
const ZOOM_MAX = 2000;
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

export function zoomed(view, factor, at, whole) {
  const room = whole[1] - whole[0];
  const span = clamp((view[1] - view[0]) / factor, room / ZOOM_MAX, room);
  const from = clamp(at - ((at - view[0]) / (view[1] - view[0])) * span, whole[0], whole[1] - span);
  return [from, from + span];
}
export const panned = (view, by, whole) => {
  const span = view[1] - view[0];
  const from = clamp(view[0] + by, whole[0], whole[1] - span);
  return [from, from + span];
};

// regions: the store (regions.jsx)
export function Strip({ regions, name, shape, whole, view, setView, cursor, seek, draw, height, make, ends, snap, extra, label, step, cursorStyle, children }) {
  const box = useRef();
  const canvas = useRef();
  const [draft, setDraft] = useState(null); // {id | null, range}
  const [began, setBegan] = useState(null); // by Enter
  const live = useRef({});
  const all = regions.of(name);
  const readOnly = regions.readOnly || !regions.shapes(name).length;
  const selected = all.find((region) => region.id === regions.selected);
  Object.assign(live.current, { regions, all, selected, view, whole, readOnly, draft, ends, make, setView, seek, snap, extra });

  useEffect(() => {
    const paint = () => {
      const dense = Math.min(2, devicePixelRatio || 1);
      const one = canvas.current;
      if (!one) return;
      const [w, h] = [Math.round(one.clientWidth * dense), Math.round(height * dense)];
      if (one.width !== w || one.height !== h) Object.assign(one, { width: w, height: h });
      const pen = one.getContext('2d');
      pen.clearRect(0, 0, w, h);
      draw(pen, w, h, view, dense);
    };
    paint();
    const watch = new ResizeObserver(paint);
    watch.observe(canvas.current);
    return () => watch.disconnect();
  }, [view, draw, height]);

  const commit = (id, range) => {
    const now = live.current;
    setDraft(null);
    let [from, to] = range[0] <= range[1] ? range : [range[1], range[0]];
    if (now.snap) [from, to] = [now.snap(from), now.snap(to)];
    const place = now.make(clamp(from, now.whole[0], now.whole[1]), clamp(to, now.whole[0], now.whole[1]));
    if (!place) return;
    if (id) now.regions.change(id, place);
    else now.regions.add(name, shape, place, now.extra);
  };

  const pointer = useMemo(() => {
    const pointers = new Map();
    let act = null;
    const x = (event) => event.clientX - box.current.getBoundingClientRect().left;
    const width = () => box.current.clientWidth;
    const valueAt = (px) => live.current.view[0] + (px / width()) * (live.current.view[1] - live.current.view[0]);
    const pxOf = (value) => ((value - live.current.view[0]) / (live.current.view[1] - live.current.view[0])) * width();
    const under = (value) => live.current.all.filter((region) => ((range) => value >= range[0] && value <= range[1])(live.current.ends(region.value))).sort((a, b) => ((p, q) => p[1] - p[0] - (q[1] - q[0]))(live.current.ends(a.value), live.current.ends(b.value)))[0];
    const begin = (event) => {
      const px = x(event);
      const { selected: on, readOnly: fixed } = live.current;
      const start = { px, value: valueAt(px), dragged: false };
      if (!on || fixed) return { kind: fixed ? 'look' : 'draw', ...start };
      const range = live.current.ends(on.value);
      const near = NEAR[event.pointerType] || NEAR.mouse;
      const offs = range.map((value) => Math.abs(pxOf(value) - px));
      if (Math.min(...offs) <= near) return { kind: 'end', end: offs[0] < offs[1] ? 0 : 1, region: on, range, ...start };
      if (start.value > range[0] && start.value < range[1]) return { kind: 'move', region: on, range, ...start };
      return { kind: 'draw', ...start };
    };
    const rangeNow = (value) => {
      const { whole: all_ } = live.current;
      const by = value - act.value;
      if (act.kind === 'draw') return [act.value, value];
      if (act.kind === 'end') return act.end ? [act.range[0], value] : [value, act.range[1]];
      const off = clamp(by, all_[0] - act.range[0], all_[1] - act.range[1]);
      return [act.range[0] + off, act.range[1] + off];
    };
    const pinch = () => {
      const [a, b] = [...pointers.values()];
      const now = { distance: Math.max(20, Math.abs(a - b)), middle: (a + b) / 2 };
      const was = act.pinch;
      act.pinch = now;
      if (was) live.current.setView(panned(zoomed(live.current.view, now.distance / was.distance, valueAt(now.middle), live.current.whole), valueAt(was.middle) - valueAt(now.middle), live.current.whole));
    };
    return {
      down(event) {
        if (event.button) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pointers.set(event.pointerId, x(event));
        if (pointers.size === 2) {
          setDraft(null);
          act = { kind: 'pinch' };
          pinch();
        } else if (pointers.size === 1) act = begin(event);
      },
      move(event) {
        if (!act || !pointers.has(event.pointerId)) return;
        pointers.set(event.pointerId, x(event));
        if (act.kind === 'pinch') return pointers.size === 2 && pinch();
        if (Math.abs(x(event) - act.px) >= LEAST) act.dragged = true;
        if (act.dragged && act.kind !== 'look') setDraft({ id: act.region ? act.region.id : null, color: act.region && act.region.color, range: rangeNow(clamp(valueAt(x(event)), ...live.current.whole)) });
        return undefined;
      },
      up(event) {
        if (!pointers.delete(event.pointerId) || !act) return;
        const was = act;
        if (was.kind === 'pinch') {
          if (!pointers.size) act = null;
          return;
        }
        const value = clamp(valueAt(x(event)), ...live.current.whole);
        const range = was.dragged && was.kind !== 'look' ? rangeNow(value) : null;
        act = null;
        if (range) commit(was.region ? was.region.id : null, range);
        else {
          const below = under(value);
          live.current.regions.select(below && !(live.current.selected && live.current.selected.id === below.id) ? below.id : null);
          live.current.seek(value);
        }
      },
      cancel(event) {
        pointers.delete(event.pointerId);
        act = null;
        setDraft(null);
      },
    };
  }, []);

  useEffect(() => {
    const wheel = (event) => {
      const now = live.current;
      const span = now.view[1] - now.view[0];
      const at = now.view[0] + ((event.clientX - box.current.getBoundingClientRect().left) / box.current.clientWidth) * span;
      if (event.ctrlKey || event.metaKey) now.setView(zoomed(now.view, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), at, now.whole));
      else if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) now.setView(panned(now.view, ((event.deltaX || event.deltaY) / box.current.clientWidth) * span, now.whole));
      else return;
      event.preventDefault();
    };
    const one = box.current;
    one.addEventListener('wheel', wheel, { passive: false });
    return () => one.removeEventListener('wheel', wheel);
  }, []);

  const keys = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    const run = (fn) => {
      event.preventDefault();
      event.stopPropagation();
      fn();
    };
    const by = step * (event.shiftKey ? 5 : event.altKey ? 0.1 : 1);
    const go = (value) => {
      const to = clamp(snap ? snap(value) : value, ...whole);
      seek(to);
      if (to < view[0] || to > view[1]) setView(panned(view, to - (view[0] + view[1]) / 2, whole));
    };
    if (event.key === 'ArrowRight') run(() => go(cursor + by));
    else if (event.key === 'ArrowLeft') run(() => go(cursor - by));
    else if (event.key === 'Home') run(() => go(whole[0]));
    else if (event.key === 'End') run(() => go(whole[1]));
    else if (event.key === '+' || event.key === '=') run(() => setView(zoomed(view, 1.5, cursor, whole)));
    else if (event.key === '-') run(() => setView(zoomed(view, 1 / 1.5, cursor, whole)));
    else if (readOnly) return;
    else if (event.key === 'Enter')
      run(() => {
        if (began === null) setBegan(cursor);
        else {
          setBegan(null);
          commit(null, [began, cursor]);
        }
      });
    else if (event.key === 'Escape' && began !== null) run(() => setBegan(null));
    else if ((event.key === '[' || event.key === ']') && selected) {
      const range = ends(selected.value);
      run(() => commit(selected.id, event.key === '[' ? [cursor, range[1]] : [range[0], cursor]));
    }
  };

  const span = view[1] - view[0];
  const percent = (value) => ((value - view[0]) / span) * 100;
  const bar = (range, more) => <div {...more} style={{ ...(more.style || {}), left: percent(Math.min(...range)) + '%', width: Math.max(percent(Math.max(...range)) - percent(Math.min(...range)), 0.15) + '%' }} />;
  return (
    <div class="strip-outer">
      <div class={cx('strip', !readOnly && 'draw')} ref={box} tabIndex={0} role="application" aria-roledescription={t('strip.role')} aria-label={label + '. ' + t(readOnly ? 'strip.keys_look' : 'strip.keys')} style={{ height: height + 'px' }} onKeyDown={keys} onPointerDown={pointer.down} onPointerMove={pointer.move} onPointerUp={pointer.up} onPointerCancel={pointer.cancel}>
        <canvas ref={canvas} style={{ height: height + 'px' }} />
        {all.filter((region) => !draft || region.id !== draft.id).map((region) => bar(ends(region.value), { key: region.id, class: cx('strip-region', region.id === regions.selected && 'on'), style: region.look, title: regionName(region) }))}
        {draft && bar(draft.range, { class: 'strip-region on', style: { '--chip': draft.color || 'var(--accent)' } })}
        {began !== null && bar([began, cursor], { class: 'strip-region on', style: { '--chip': 'var(--accent)' } })}
        {cursor >= view[0] && cursor <= view[1] && <div class="strip-cursor" style={{ ...cursorStyle, left: percent(cursor) + '%' }} />}
      </div>
      {span < (whole[1] - whole[0]) * 0.999 && (
        <input type="range" class="strip-scroll" aria-label={t('strip.position')} min={whole[0]} max={whole[1] - span} step="any" value={view[0]} onInput={(event) => setView([Number(event.target.value), Number(event.target.value) + span])} />
      )}
      {children}
    </div>
  );
}

export const StripZoom = ({ view, setView, whole, cursor }) => (
  <>
    <Button kind="quiet" icon="zoomout" aria-label={t('picture.zoom_out')} title={t('picture.zoom_out')} onClick={() => setView(zoomed(view, 1 / 2, cursor, whole))} />
    <Button kind="quiet" icon="zoomin" aria-label={t('picture.zoom_in')} title={t('picture.zoom_in')} onClick={() => setView(zoomed(view, 2, cursor, whole))} />
  </>
);
