// What pointers on a picture mean. `live` is the picture's state of the moment (picture.jsx keeps it up to date).
//
//   one pointer    with the hand, the middle button: moves the picture;   on a handle of the selected region: drags it
//                  in the selected region: moves it;   else draws. A press without a drag chooses the region below it.
//   two pointers   zoom and move, and end what the first began
//
// A polygon is open until its first point is pressed again, on a double press, or Enter; each press adds a point.
import { areaOf, between, dragged, hits, handlesOf, isTiny, moved, snapMove, snapPoint, toPixels } from './shapes.js';
import { maskHas, maskNew, maskStroke } from './brush.js';
import { pan, toPicture, zoom } from './viewport.js';

const REACH = 8; // window pixels within which a handle is hit or a line snaps
const REACH_TOUCH = 22;

export function pointerUse(live) {
  const pointers = new Map(); // id -> window point
  let act = null;
  let frame = 0;
  let next = null;
  // At most one new draft for each drawn frame.
  const later = (draft) => {
    next = draft;
    live.draft = draft; // further moves go on from it
    if (!frame)
      frame = requestAnimationFrame(() => {
        frame = 0;
        live.setDraft(next);
      });
  };
  const settle = () => {
    if (frame) cancelAnimationFrame(frame);
    frame = 0;
  };
  const clampIn = ([x, y]) => [Math.min(Math.max(x, 0), live.size.W), Math.min(Math.max(y, 0), live.size.H)];
  const reach = (touch) => (touch ? REACH_TOUCH : REACH) / live.view.scale;
  const gOf = (region) => toPixels(region.shape, region.value, live.size.W, live.size.H);
  const windowPoint = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = [event.clientX - box.left, event.clientY - box.top];
    return live.unturned ? live.unturned(at) : at;
  };
  const snapped = (point, shape, id) => clampIn(snapPoint(point, live.linesFor(id), REACH / live.view.scale, live.pixelSnap(shape)));

  // The topmost region at a place: small ones before those they lie in.
  function regionAt(point, touch) {
    const found = live.all.filter((region) =>
      region.shape === 'brush' ? maskHas(live.maskOf(region, live.size.W, live.size.H), point[0], point[1]) : hits(region.shape, gOf(region), point, reach(touch))
    );
    const area = (region) => (region.shape === 'brush' ? Infinity : areaOf(region.shape, gOf(region)));
    return found.sort((a, b) => area(a) - area(b))[0] || null;
  }
  function handleAt(point, touch) {
    const region = live.selected;
    if (!region || live.readOnly || region.shape === 'brush') return null;
    const list = handlesOf(region.shape, gOf(region), live.canRotate(region.shape), 28 / live.view.scale);
    let best = null;
    let least = reach(touch);
    list.forEach((handle) => {
      const off = Math.hypot(handle.x - point[0], handle.y - point[1]);
      // Corners win over what lies between them.
      if (off < least - (handle.name[0] === 'm' ? 2 / live.view.scale : 0)) {
        least = off;
        best = handle;
      }
    });
    return best;
  }

  /* ---- drawing ---- */
  const brushDraft = () => {
    const on = live.selected && live.selected.shape === 'brush' ? live.selected : null;
    return { id: on && on.id, shape: 'brush', color: on ? on.color : null, mask: on ? live.maskOf(on, live.size.W, live.size.H) : maskNew(live.size.W, live.size.H) };
  };
  function pressPolygon(point, touch) {
    const open = live.draft && live.draft.open ? live.draft : null;
    if (open && open.g.points.length >= 3 && Math.hypot(point[0] - open.g.points[0][0], point[1] - open.g.points[0][1]) <= reach(touch)) return close();
    const at = snapped(point, 'polygon', null);
    live.setDraft((live.draft = { id: null, shape: 'polygon', open: true, g: { points: open ? open.g.points.concat([at]) : [at] } }));
    return undefined;
  }
  function close() {
    const open = live.draft;
    if (!open || !open.open) return;
    // A double press has put its point twice.
    const points = open.g.points.filter((p, i, list) => !i || Math.hypot(p[0] - list[i - 1][0], p[1] - list[i - 1][1]) > 2 / live.view.scale);
    live.draft = null;
    if (points.length >= 3) live.commit({ id: null, shape: 'polygon', g: { points } });
    else live.setDraft(null);
  }
  const point = (at) => {
    const [x, y] = snapped(at, 'keypoint', null);
    live.commit({ id: null, shape: 'keypoint', g: { x, y, size: live.pointSize() } });
  };

  /* ---- pointer events ---- */
  function begin(event, at) {
    const touch = event.pointerType === 'touch';
    const place = toPicture(live.view, at);
    if (event.button === 1 || live.active === 'hand') {
      const region = live.active === 'hand' && event.button === 0 ? regionAt(place, touch) : null;
      return { kind: 'pan', last: at, region, start: at };
    }
    if (live.draft && live.draft.open) return { kind: 'polygon', start: at, touch };
    if (live.active === 'brush') {
      const draft = brushDraft();
      if (live.brush.erase && !draft.id) return { kind: 'choose', start: at, place, touch };
      later({ ...draft, mask: maskStroke(draft.mask, place, place, live.radius(), live.brush.erase) });
      return { kind: 'brush', last: place };
    }
    const handle = handleAt(place, touch);
    if (handle) return { kind: 'handle', region: live.selected, handle: handle.name, g: gOf(live.selected), start: at };
    if (live.selected && live.selected.shape !== 'brush' && hits(live.selected.shape, gOf(live.selected), place, reach(touch))) return { kind: 'move', region: live.selected, g: gOf(live.selected), from: place, start: at };
    if (live.active === 'polygon' || live.active === 'keypoint') return { kind: live.active, start: at, touch };
    return { kind: 'draw', shape: live.active, from: snapped(clampIn(place), live.active, null), start: at, place, touch };
  }

  function goOn(at) {
    const place = toPicture(live.view, at);
    const far = Math.hypot(at[0] - act.start?.[0], at[1] - act.start?.[1]) >= live.least;
    if (far) act.dragged = true;
    if (act.kind === 'pan') {
      const [dx, dy] = [at[0] - act.last[0], at[1] - act.last[1]];
      act.last = at;
      live.setView((old) => pan(old, dx, dy, live.size.W, live.size.H));
    } else if (act.kind === 'brush') {
      later({ ...live.draft, mask: maskStroke(live.draft.mask, act.last, place, live.radius(), live.brush.erase) });
      act.last = place;
    } else if (!act.dragged) {
      // not yet a drag
    } else if (act.kind === 'draw') later({ id: null, shape: act.shape, g: between(act.shape, act.from, snapped(clampIn(place), act.shape, null)) });
    else if (act.kind === 'handle') {
      const to = act.handle === 'rotate' ? place : snapped(place, act.region.shape, act.region.id);
      later({ id: act.region.id, shape: act.region.shape, color: act.region.color, g: dragged(act.region.shape, act.g, act.handle, to, live.size.W, live.size.H) });
    } else if (act.kind === 'move') {
      let g = moved(act.region.shape, act.g, place[0] - act.from[0], place[1] - act.from[1], live.size.W, live.size.H);
      const lines = live.linesFor(act.region.id);
      if (lines || live.pixelSnap(act.region.shape)) {
        const [dx, dy] = snapMove(act.region.shape, g, lines, REACH / live.view.scale, live.pixelSnap(act.region.shape));
        g = moved(act.region.shape, g, dx, dy, live.size.W, live.size.H);
      }
      later({ id: act.region.id, shape: act.region.shape, color: act.region.color, g });
    }
  }

  function finish(at) {
    const place = toPicture(live.view, at);
    const was = act;
    act = null;
    settle();
    if (was.kind === 'pan') {
      if (!was.dragged) live.regions.select(was.region ? was.region.id : null);
    } else if (was.kind === 'brush') live.commit(live.draft);
    else if (was.kind === 'polygon') {
      const below = !was.dragged && !(live.draft && live.draft.open) && regionAt(place, was.touch);
      if (below && !live.selected) live.regions.select(below.id);
      else {
        if (live.selected) live.regions.select(null);
        pressPolygon(place, was.touch);
      }
    } else if (was.kind === 'keypoint') {
      const below = regionAt(place, was.touch);
      if (below && below.shape === 'keypoint') live.regions.select(below.id);
      else point(place);
    } else if (was.dragged && live.draft && !isTiny(live.draft.shape, live.draft.g, live.least / live.view.scale / 2)) live.commit(live.draft);
    else {
      live.setDraft(null);
      const below = regionAt(place, was.touch);
      // A press without a drag: chooses; again on the chosen one: what lies below it, or nothing.
      if (was.kind !== 'handle') live.regions.select(below && !(live.selected && below.id === live.selected.id) ? below.id : null);
    }
  }

  function pinch() {
    const [a, b] = [...pointers.values()];
    const now = { distance: Math.max(10, Math.hypot(a[0] - b[0], a[1] - b[1])), middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
    const was = act.pinch;
    act.pinch = now;
    if (was) live.setView((old) => zoom(pan(old, now.middle[0] - was.middle[0], now.middle[1] - was.middle[1], live.size.W, live.size.H), now.distance / was.distance, now.middle, live.size.W, live.size.H));
  }

  return {
    close,
    down(event) {
      if (event.button > 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = windowPoint(event);
      pointers.set(event.pointerId, at);
      live.setCursor(null);
      if (pointers.size === 2) {
        settle();
        if (!(live.draft && live.draft.open)) live.setDraft((live.draft = null));
        act = { kind: 'pinch' };
        pinch();
      } else if (pointers.size === 1) act = begin(event, at);
    },
    move(event) {
      if (!pointers.has(event.pointerId) || !act) return;
      pointers.set(event.pointerId, windowPoint(event));
      if (act.kind === 'pinch') pointers.size === 2 && pinch();
      else goOn(windowPoint(event));
    },
    up(event) {
      if (!pointers.delete(event.pointerId) || !act) return;
      if (act.kind === 'pinch') {
        if (!pointers.size) act = null;
        else act.pinch = null;
      } else finish(windowPoint(event));
    },
    cancel(event) {
      pointers.delete(event.pointerId);
      act = pointers.size ? act : null;
      settle();
      if (live.draft && !live.draft.open) live.setDraft(null);
    },
    /* ---- keys ---- */
    // Enter at the keyboard's cursor: begins, goes on, or ends.
    press(at) {
      const shape = live.active;
      if (shape === 'keypoint') return point(at);
      if (shape === 'polygon') return pressPolygon(at, false);
      if (shape === 'brush') {
        if (live.draft) return live.commit(live.draft);
        const draft = brushDraft();
        live.setDraft({ ...draft, mask: maskStroke(draft.mask, at, at, live.radius(), live.brush.erase) });
      } else if (live.draft) live.commit(live.draft);
      else live.setDraft({ id: null, shape, from: at, g: between(shape, at, at) });
      return undefined;
    },
    // The cursor moved while something is being drawn.
    stretched(draft, to, from) {
      if (draft.shape === 'brush') return { ...draft, mask: maskStroke(draft.mask, from, to, live.radius(), live.brush.erase) };
      if (draft.open || !draft.from) return draft;
      return { ...draft, g: between(draft.shape, draft.from, to) };
    },
  };
}
