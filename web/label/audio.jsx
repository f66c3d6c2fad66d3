// <Audio>: sound with its wave, on which stretches are marked (strip.jsx). The wave is drawn from the file itself, decoded at
// 8 kHz to keep memory small; a file of another server, or a very long one, plays over a plain line.
// On a thin link, or while data is saved, the server's smaller copy plays (Opus at 16 kbit/s, where it can make one); the
// original is a button away, with its size.
//
// A region: {start, end, channel: 0} in seconds, with original_length beside `value`.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { clock, number, t } from '../shared/i18n.js';
import { savingData, savingNow } from '../shared/saving.js';
import { Button, iconsAdd } from '../shared/ui.jsx';
import { useRegions } from './regions.jsx';
import { Speed } from './speed.jsx';
import { Strip, StripZoom, panned } from './strip.jsx';
import { keyMatches, keyList, attr, flag, textOf } from './tree.js';
import { peaksOf } from './peaks.js';
import { toolsReady } from './tools.js';
import { isOwn } from './tiles.js';

export const ready = toolsReady;
iconsAdd({ play: 'M7 5l12 7-12 7z', pause: 'M8 5v14M16 5v14', again: 'M5 12a7 7 0 1 0 2-5M7 3v4h4' });

const DECODED_SECONDS_MAX = 45 * 60;
const RATE = 8000;
const round = (seconds) => Math.round(seconds * 1000) / 1000;

const linkIsThin = () => savingData() || (savingNow() !== 'off' && /2g|3g/.test((navigator.connection || {}).effectiveType || ''));
const megabytes = (bytes) => number(bytes / 1e6, { style: 'unit', unit: 'megabyte', maximumFractionDigits: bytes < 1e7 ? 1 : 0 });

// told(bytes): how large the original of a copy is.
async function waveOf(address, seconds, told) {
  if (!/^(\/|data:)/.test(address) || seconds > DECODED_SECONDS_MAX || typeof OfflineAudioContext === 'undefined') return null;
  let bytes;
  if (address.startsWith('data:')) {
    bytes = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0)).buffer;
  } else {
    const reply = await fetch(address, { credentials: 'same-origin' });
    if (!reply.ok) return null;
    told(Number(reply.headers.get('X-Original-Bytes')) || 0);
    bytes = await reply.arrayBuffer();
  }
  const sound = await new Promise((done, failed) => new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes, done, failed));
  return peaksOf(Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i)), sound.sampleRate);
}

export function Audio({ node, data }) {
  const name = attr(node, 'name');
  const original = textOf(attr(node, 'value'), data);
  const [small, setSmall] = useState(() => isOwn(original) && linkIsThin());
  const address = small ? original + '?sound=small' : original;
  const [originalBytes, setOriginalBytes] = useState(0);
  const regions = useRegions();
  const sound = useRef();
  const [length, setLength] = useState(0);
  const [wave, setWave] = useState(null);
  const [view, setView] = useState([0, 1]);
  const [now, setNow] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(0);
  const stopAt = useRef(null);
  const resumeAt = useRef(0); // where the copy was when the original took its place
  const selected = regions && regions.of(name).find((region) => region.id === regions.selected);

  useEffect(() => {
    if (!length) return undefined;
    let gone = false;
    setView([0, length / (Number(attr(node, 'defaultZoom')) || 1)]);
    waveOf(address, length, (bytes) => !gone && setOriginalBytes(bytes)).then((peaks) => !gone && setWave(peaks), () => {}); // without a wave it still plays
    return () => (gone = true);
  }, [address, length]);

  // The clock moves with every drawn frame while it plays; a stretch that was played ends at its end.
  useEffect(() => {
    if (!playing) return undefined;
    let frame;
    const tick = () => {
      const at = sound.current.currentTime;
      if (stopAt.current !== null && at >= stopAt.current) sound.current.pause();
      setNow(at);
      setView((old) => (at > old[1] || at < old[0] ? panned(old, at - old[0], [0, length]) : old));
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [playing, length]);

  const playOriginal = () => {
    resumeAt.current = sound.current.currentTime;
    setOriginalBytes(0);
    setSmall(false);
  };
  const seek = (seconds) => {
    stopAt.current = null;
    sound.current.currentTime = seconds;
    setNow(seconds);
  };
  const toggle = () => {
    stopAt.current = null;
    if (sound.current.paused) sound.current.play().catch(() => setFailed((n) => n + 1));
    else sound.current.pause();
  };
  const playRegion = () => {
    sound.current.currentTime = selected.value.start;
    stopAt.current = selected.value.end;
    sound.current.play().catch(() => {});
  };
  const known = (event) => {
    if (isFinite(event.target.duration)) setLength(event.target.duration);
    const volume = Number(attr(node, 'defaultVolume'));
    if (attr(node, 'defaultVolume')) event.target.volume = volume;
    event.target.playbackRate = Number(attr(node, 'defaultSpeed')) || 1;
    if (resumeAt.current) event.target.currentTime = resumeAt.current;
    resumeAt.current = 0;
  };
  // Space plays, as does the requester's own key; nothing while somebody types.
  const hotkeys = keyList(attr(node, 'hotkey')).concat('space');
  const press = useRef();
  press.current = (event) => {
    if (event.defaultPrevented || /^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(event.target.tagName) || document.querySelector('dialog[open]')) return;
    if (!hotkeys.some((key) => keyMatches(key, event))) return;
    event.preventDefault();
    toggle();
  };
  useEffect(() => {
    const listener = (event) => press.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  const loud = Number(attr(node, 'defaultScale')) || 1;
  const draw = useCallback(
    (pen, w, h, [from, to]) => {
      const style = getComputedStyle(document.documentElement);
      pen.fillStyle = style.getPropertyValue('--accent') || '#0b6657';
      if (!wave) {
        pen.fillRect(0, h / 2 - 1, w, 2);
        return;
      }
      for (let x = 0; x < w; x++) {
        const [low, high] = wave.between(from + ((to - from) * x) / w, from + ((to - from) * (x + 1)) / w);
        const [top, bottom] = [high, low].map((value) => h / 2 - Math.min(1, Math.max(-1, value * loud)) * (h / 2) * 0.96);
        pen.fillRect(x, top, 1, Math.max(1, bottom - top));
      }
    },
    [wave]
  );

  return (
    <div class="audio">
      {failed > 0 && (
        <div class="label-image-failed" role="status">
          <p>{t('audio.failed')}</p>
          <Button onClick={() => setFailed(0)}>{t('ui.retry')}</Button>
        </div>
      )}
      {!failed && <audio ref={sound} src={address} preload="metadata" onLoadedMetadata={known} onDurationChange={known} onPlay={() => setPlaying(true)} onPause={() => setPlaying(false)} onError={() => (small ? setSmall(false) : setFailed(1))} />}
      {!failed && (
        <div class="picture-bar" role="toolbar" aria-label={t('audio.tools')}>
          <div class="row audio-play">
            <Button kind="secondary" icon={playing ? 'pause' : 'play'} aria-label={t(playing ? 'audio.pause' : 'audio.play')} title={t(playing ? 'audio.pause' : 'audio.play')} onClick={toggle} />
            {selected && (
              <Button kind="quiet" icon="again" onClick={playRegion}>
                {t('audio.play_region')}
              </Button>
            )}
            <span class="nums audio-time">
              {clock(now)} / {clock(length)}
            </span>
            {originalBytes > 0 && (
              <Button kind="quiet" onClick={playOriginal}>
                {t('audio.original', { size: megabytes(originalBytes) })}
              </Button>
            )}
          </div>
          <div class="row">
            {flag(node, 'volume') && (
              <label class="picture-size audio-volume">
                {t('audio.volume')}
                <input type="range" min="0" max="1" step="0.05" defaultValue={attr(node, 'defaultVolume') || 1} onInput={(event) => (sound.current.volume = Number(event.target.value))} />
              </label>
            )}
            {length > 0 && regions && attr(node, 'zoom') !== 'false' && <StripZoom view={view} setView={setView} whole={[0, length]} cursor={now} />}
            {attr(node, 'speed') !== 'false' && <Speed first={Number(attr(node, 'defaultSpeed')) || 1} set={(speed) => (sound.current.playbackRate = speed)} />}
          </div>
        </div>
      )}
      {!failed && length > 0 && (
        <Strip
          regions={regions || NO_REGIONS}
          name={name}
          shape="audio"
          whole={[0, length]}
          view={view}
          setView={setView}
          cursor={now}
          seek={seek}
          draw={draw}
          cursorStyle={{ background: attr(node, 'cursorColor') || undefined, width: attr(node, 'cursorWidth') ? attr(node, 'cursorWidth') + 'px' : undefined }}
          height={Number(attr(node, 'height')) || 96}
          step={1}
          label={t('audio.wave')}
          extra={{ original_length: round(length) }}
          ends={(value) => [value.start, value.end]}
          make={(from, to) => (round(to) > round(from) ? { start: round(from), end: round(to), channel: 0 } : null)}
        />
      )}
    </div>
  );
}
// Sound that is only heard: no control marks it.
const NO_REGIONS = { of: () => [], shapes: () => [], readOnly: true, selected: null, select() {} };
