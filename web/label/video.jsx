// <Video>: plays, steps by frames, and holds boxes that move through it (<VideoRectangle>, track.js). Boxes are drawn and moved as
// on pictures (picture_pointer.js): what is moved at a frame becomes a key frame there.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { clock, t } from '../shared/i18n.js';
import { Button, iconsAdd } from '../shared/ui.jsx';
import { regionName, useRegions } from './regions.jsx';
import { attr, flag, textOf } from './tree.js';
import { handlesOf, isTiny, moved, resized, toPercent, toPixels } from './shapes.js';
import { fit, toWindow } from './viewport.js';
import { pointerUse } from './picture_pointer.js';
import { Handles, Shape } from './picture_layers.jsx';
import { boxAt, frameOf, keyPut, keyRemove, keyToggle, seenIn, timeOf } from './track.js';
import { Speed } from './speed.jsx';
import { toolsReady } from './tools.js';

export const ready = toolsReady;
iconsAdd({
  play: 'M7 5l12 7-12 7z',
  pause: 'M8 5v14M16 5v14',
  frameback: 'M15 6l-6 6 6 6M7 6v12',
  framenext: 'M9 6l6 6-6 6M17 6v12',
  key: 'M12 5l7 7-7 7-7-7z',
  keyoff: 'M12 5l7 7-7 7-7-7zM4 4l16 16',
  eye: 'M3 12c3-5 6-6 9-6s6 1 9 6c-3 5-6 6-9 6s-6-1-9-6zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
});
const FPS = 24;
const LEAST = 4;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const NO_REGIONS = { of: () => [], shapes: () => [], readOnly: true, selected: null, select() {} };

export function Video({ node, data }) {
  const name = attr(node, 'name');
  const address = textOf(attr(node, 'value'), data);
  const fps = Number(textOf(attr(node, 'frameRate'), data)) || FPS;
  const regions = useRegions() || NO_REGIONS;
  const film = useRef();
  const outer = useRef();
  const [size, setSize] = useState(null); // {W, H, duration}
  const [view, setView] = useState(null);
  const [frame, setFrame] = useState(1);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [draft, setDraft] = useState(null);
  const [cursor, setCursor] = useState(null);
  const live = useRef({});
  const frames = size ? Math.max(1, Math.ceil(size.duration * fps - 1e-6)) : 1;
  const draws = regions.shapes(name).includes('video');
  const readOnly = regions.readOnly || !draws;
  const tracks = regions.of(name).filter((region) => region.shape === 'video');
  const track = tracks.find((region) => region.id === regions.selected);

  // Boxes as the pointers of pictures know them: rectangles of this frame.
  const boxes = tracks.map((region) => ({ ...region, shape: 'rectangle', value: boxAt(region.value.sequence || [], frame) })).filter((region) => region.value);
  const selected = boxes.find((region) => region.id === regions.selected);

  useEffect(() => {
    const box = outer.current;
    if (!size || !box) return undefined;
    const measure = () => {
      const w = box.clientWidth;
      const h = Math.max(120, Math.min(Math.round((w * size.H) / size.W), Math.round(innerHeight * 0.55), Number(attr(node, 'height')) || Infinity));
      setView(fit(w, h, size.W, size.H));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, [size]);

  useEffect(() => {
    if (!playing) return undefined;
    let next;
    const tick = () => {
      if (film.current) setFrame(Math.min(frames, frameOf(film.current.currentTime, fps)));
      next = requestAnimationFrame(tick);
    };
    next = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(next);
  }, [playing, frames]);

  const go = (to) => {
    const at = Math.min(Math.max(to, 1), frames);
    film.current.pause();
    film.current.currentTime = Math.min(timeOf(at, fps), Math.max(0, size.duration - 0.001));
    setFrame(at);
  };
  const toggle = () => (film.current.paused ? film.current.play().catch(() => setFailed(true)) : go(frame));

  const change = (region, sequence, join) => regions.change(region.id, { sequence }, join);
  const place = (id, box, join) => {
    if (id) {
      const region = tracks.find((one) => one.id === id);
      change(region, keyPut(region.value.sequence, frame, fps, box), join);
    } else {
      const made = regions.add(name, 'video', { framesCount: frames, duration: Math.round(size.duration * 1000) / 1000, sequence: keyPut([], frame, fps, box) });
      regions.select(made);
    }
  };
  const commit = (one) => {
    setDraft(null);
    if (isTiny('rectangle', one.g, LEAST / view.scale / 2)) return;
    place(one.id, toPercent('rectangle', one.g, size.W, size.H));
  };
  Object.assign(live.current, { view, setView: () => {}, size, active: readOnly ? 'hand' : 'rectangle', draft, setDraft, all: boxes, selected, regions, readOnly, canRotate: () => true, pixelSnap: () => false, linesFor: () => null, commit, least: LEAST, setCursor });
  const pointer = useMemo(() => pointerUse(live.current), []);

  const keys = (event) => {
    if (event.defaultPrevented || !view) return;
    const arrow = ARROWS[event.key];
    const step = event.shiftKey ? 5 : event.altKey ? 0.1 : 1;
    const run = (fn) => {
      event.preventDefault();
      event.stopPropagation();
      fn();
    };
    const by = arrow && [(arrow[0] * step * size.W) / 100, (arrow[1] * step * size.H) / 100];
    if (event.key === ',') run(() => go(frame - 1));
    else if (event.key === '.') run(() => go(frame + 1));
    else if (event.key === 'Home') run(() => go(1));
    else if (event.key === 'End') run(() => go(frames));
    else if (event.key === ' ') run(toggle);
    else if (readOnly) return;
    else if (arrow && selected && !draft) {
      const g = toPixels('rectangle', selected.value, size.W, size.H);
      const next = event.ctrlKey ? resized('rectangle', g, by[0], by[1], size.W, size.H) : moved('rectangle', g, by[0], by[1], size.W, size.H);
      run(() => place(selected.id, toPercent('rectangle', next, size.W, size.H), 'keys'));
    } else if (arrow) {
      const from = cursor || [size.W / 2, size.H / 2];
      const to = [Math.min(Math.max(from[0] + by[0], 0), size.W), Math.min(Math.max(from[1] + by[1], 0), size.H)];
      run(() => {
        setCursor(to);
        if (draft) setDraft(pointer.stretched(draft, to, from));
      });
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey)
      run(() => {
        const at = cursor || [size.W / 2, size.H / 2];
        setCursor(at);
        if (selected && !draft) regions.select(null);
        pointer.press(at);
      });
    else if (event.key === 'Escape' && (draft || cursor))
      run(() => {
        setDraft(null);
        setCursor(null);
      });
  };

  const least = Number(attr(node, 'minPlaybackSpeed')) || 0;
  const known = (event) => {
    const one = event.target;
    const speed = Number(attr(node, 'defaultPlaybackSpeed'));
    if (speed && event.type === 'loadedmetadata') one.playbackRate = Math.max(speed, least);
    if (one.videoWidth && isFinite(one.duration)) setSize((old) => (old && old.duration === one.duration ? old : { W: one.videoWidth, H: one.videoHeight, duration: one.duration }));
  };
  if (failed)
    return (
      <div class="label-image-failed" role="status">
        <p>{t('video.failed')}</p>
        <Button onClick={() => setFailed(false)}>{t('ui.retry')}</Button>
      </div>
    );
  const sequence = track ? track.value.sequence : [];
  const keyed = sequence.find((one) => one.frame === frame);
  const shown = track && boxAt(sequence, frame);
  const percent = (one) => ((one - 1) / Math.max(1, frames - 1)) * 100;
  return (
    <div class="video" ref={outer}>
      <div class="picture-window video-window" style={{ height: view ? view.h + 'px' : undefined }} tabIndex={0} role="application" aria-roledescription={t('video.role')} aria-label={t('video.label') + '. ' + t(readOnly ? 'video.keys_look' : 'video.keys')} onKeyDown={keys} onPointerDown={view && !readOnly ? pointer.down : undefined} onPointerMove={pointer.move} onPointerUp={pointer.up} onPointerCancel={pointer.cancel} onClick={view && readOnly ? toggle : undefined}>
        <video ref={film} src={address} preload="auto" playsInline muted={flag(node, 'muted')} onLoadedMetadata={known} onDurationChange={known} onPlay={() => setPlaying(true)} onPause={() => setPlaying(false)} onEnded={() => setFrame(frames)} onError={() => setFailed(true)} style={view ? { left: view.x + 'px', top: view.y + 'px', width: size.W * view.scale + 'px', height: size.H * view.scale + 'px' } : undefined} />
        {view && (
          <svg class="picture-shapes" aria-hidden="true">
            <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
              {boxes.filter((region) => !draft || region.id !== draft.id).map((region) => <Shape key={region.id} shape="rectangle" g={toPixels('rectangle', region.value, size.W, size.H)} look={region.look} on={region.id === regions.selected} />)}
              {draft && <Shape shape="rectangle" g={draft.g} color={draft.color || 'var(--accent)'} on />}
            </g>
            {!readOnly && selected && (!draft || draft.id === selected.id) && <Handles list={handlesOf('rectangle', draft ? draft.g : toPixels('rectangle', selected.value, size.W, size.H), true, 28 / view.scale)} view={view} shape="rectangle" />}
            {cursor && <path class="picture-cursor" d={(([x, y]) => `M${x - 14} ${y}H${x + 14}M${x} ${y - 14}V${y + 14}`)(toWindow(view, cursor))} />}
          </svg>
        )}
      </div>
      {size && (
        <>
          <div class="picture-bar" role="toolbar" aria-label={t('video.tools')}>
            <div class="row audio-play">
              <Button kind="quiet" icon="frameback" aria-label={t('video.back')} title={t('video.back')} onClick={() => go(frame - 1)} />
              <Button kind="secondary" icon={playing ? 'pause' : 'play'} aria-label={t(playing ? 'audio.pause' : 'audio.play')} title={t(playing ? 'audio.pause' : 'audio.play')} onClick={toggle} />
              <Button kind="quiet" icon="framenext" aria-label={t('video.next')} title={t('video.next')} onClick={() => go(frame + 1)} />
              <span class="nums audio-time">{t('video.frame', { frame, frames })} · {clock((frame - 1) / fps)}</span>
            </div>
            <Speed first={Math.max(Number(attr(node, 'defaultPlaybackSpeed')) || 1, least)} least={least} set={(speed) => (film.current.playbackRate = speed)} />
            {track && !readOnly && (
              <div class="row">
                <Button kind="quiet" icon={keyed ? 'keyoff' : 'key'} disabled={keyed ? sequence.length < 2 : !shown} onClick={() => change(track, keyed ? keyRemove(sequence, frame) : keyPut(sequence, frame, fps, shown))}>
                  {t(keyed ? 'video.key_remove' : 'video.key_add')}
                </Button>
                <Button kind="quiet" icon="eye" disabled={frame < sequence[0].frame} onClick={() => change(track, keyToggle(sequence, frame, fps))}>
                  {t(shown && !(keyed && keyed.enabled === false) ? 'video.hide' : 'video.show')}
                </Button>
              </div>
            )}
          </div>
          <input type="range" class="strip-scroll" aria-label={t('video.position')} aria-valuetext={t('video.frame', { frame, frames })} min="1" max={frames} step="1" value={frame} onInput={(event) => go(Number(event.target.value))} />
          <div class="video-tracks" style={attr(node, 'timelineHeight') ? { maxHeight: attr(node, 'timelineHeight') + 'px', overflowY: 'auto' } : undefined}>
            {tracks.map((region) => (
              <button key={region.id} type="button" class={'video-track' + (region.id === regions.selected ? ' on' : '')} aria-pressed={region.id === regions.selected ? 'true' : 'false'} aria-label={t('video.track', { name: regionName(region), n: region.value.sequence.length })} style={{ '--chip': region.color }} onClick={() => regions.select(region.id)}>
                {seenIn(region.value.sequence, frames).map(([from, to]) => <span key={from} class="video-seen" style={{ left: percent(from) + '%', width: percent(to) - percent(from) + '%' }} />)}
                {region.value.sequence.map((one) => <span key={one.frame} class="video-key" style={{ left: percent(one.frame) + '%' }} />)}
                <span class="video-now" style={{ left: percent(frame) + '%' }} />
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
