// <TimeSeries> with its <Channel>s: lines over one time, on which stretches are marked (strip.jsx). A stretch begins and ends at
// samples; its ends are written as the task's data has them.
//
// A region: {start, end, instant}
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { locale, t } from '../shared/i18n.js';
import { Button, Spinner } from '../shared/ui.jsx';
import { useRegions } from './regions.jsx';
import { Strip, StripZoom } from './strip.jsx';
import { attr, filled } from './tree.js';
import { peaksOf } from './peaks.js';
import { nearest, seriesOf, timeReader } from './series_data.js';
import { toolsReady } from './tools.js';

export const ready = toolsReady;
const HEIGHT = 110;
const COLORS = ['#1f6fb4', '#b4541f', '#2f8f57', '#7b4fa3', '#0f8b8d'];
const NO_REGIONS = { of: () => [], shapes: () => [], readOnly: true, selected: null, select() {} };
const escapes = { '\\t': '\t', tab: '\t' };

function useSource(value) {
  const remote = typeof value === 'string' && value.startsWith('/files/');
  const [state, set] = useState({ value: remote ? null : value, failed: false, tries: 0 });
  useEffect(() => {
    if (!remote) return set({ value, failed: false, tries: 0 });
    let gone = false;
    fetch(value, { credentials: 'same-origin' })
      .then((reply) => (reply.ok ? reply.text() : Promise.reject(new Error(reply.status))))
      .then(
        (text) => !gone && set({ value: /^\s*\{/.test(text) ? JSON.parse(text) : text, failed: false, tries: state.tries }),
        () => !gone && set({ value: null, failed: true, tries: state.tries })
      );
    return () => (gone = true);
  }, [value, state.tries]);
  return { ...state, retry: () => set({ value: null, failed: false, tries: state.tries + 1 }) };
}

export function Series({ node, data }) {
  const source = useSource(filled(attr(node, 'value'), data));
  if (source.failed)
    return (
      <div class="label-image-failed" role="status">
        <p>{t('series.failed')}</p>
        <Button onClick={source.retry}>{t('ui.retry')}</Button>
      </div>
    );
  return source.value ? <Plot node={node} value={source.value} /> : <Spinner />;
}

function Plot({ node, value }) {
  const name = attr(node, 'name');
  const regions = useRegions() || NO_REGIONS;
  const channels = (node.children || []).filter((child) => child.tag === 'Channel');
  const series = useMemo(() => {
    const made = seriesOf(value, { separator: escapes[attr(node, 'sep')] || attr(node, 'sep'), timeColumn: attr(node, 'timeColumn'), timeFormat: attr(node, 'timeFormat'), channels: channels.map((child) => attr(child, 'column')) });
    if (!made || !made.times.length || !isFinite(made.times[0])) return null;
    made.peaks = made.channels.map((numbers) => peaksOf([numbers], 1));
    made.ranges = made.peaks.map((peaks) => peaks.between(0, made.times.length));
    return made;
  }, [value, node]);
  const whole = series ? [series.times[0], series.times[series.times.length - 1]] : [0, 1];
  const [view, setView] = useState(whole);
  const [cursor, setCursor] = useState(whole[0]);
  const heights = channels.map((child) => Number(attr(child, 'height')) || HEIGHT);
  const height = heights.reduce((sum, one) => sum + one, 0);

  const draw = useCallback(
    (pen, w, h, [from, to], dense) => {
      let top = 0;
      const x = (time) => ((time - from) / (to - from)) * w;
      const [first, last] = [Math.max(0, nearest(series.times, from) - 1), Math.min(series.times.length - 1, nearest(series.times, to) + 1)];
      series.channels.forEach((numbers, c) => {
        const tall = heights[c] * dense;
        const [low, high] = series.ranges[c];
        const y = (number) => top + tall * (0.92 - (0.84 * (number - low)) / (high - low || 1));
        pen.strokeStyle = pen.fillStyle = attr(channels[c], 'strokeColor') || COLORS[c % COLORS.length];
        pen.lineWidth = (Number(attr(channels[c], 'strokeWidth')) || 1.5) * dense;
        if (last - first > 3 * w) {
          // More samples than columns: each column shows the lowest and highest of its own.
          for (let px = 0; px < w; px++) {
            const [a, b] = [nearest(series.times, from + ((to - from) * px) / w), nearest(series.times, from + ((to - from) * (px + 1)) / w)];
            const [least, most] = series.peaks[c].between(a, Math.max(b, a + 1));
            if (least <= most) pen.fillRect(px, y(most), 1, Math.max(dense, y(least) - y(most)));
          }
        } else {
          const steps = /step/.test(attr(channels[c], 'interpolation'));
          pen.beginPath();
          let before = null;
          for (let i = first; i <= last; i++) {
            if (isNaN(numbers[i])) {
              before = null;
              continue;
            }
            const [px, py] = [x(series.times[i]), y(numbers[i])];
            if (before === null) pen.moveTo(px, py);
            else if (steps) {
              pen.lineTo(px, before);
              pen.lineTo(px, py);
            } else pen.lineTo(px, py);
            before = py;
          }
          pen.stroke();
        }
        top += tall;
        if (c + 1 < series.channels.length) {
          pen.fillStyle = 'rgba(128,128,128,0.4)';
          pen.fillRect(0, top - 1, w, 1);
        }
      });
    },
    [series]
  );
  const asText = (time) => (series.dates ? new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium', timeZone: 'UTC' }).format(new Date(time)) : new Intl.NumberFormat(locale(), { maximumSignificantDigits: 8 }).format(time));
  const reader = useMemo(() => (attr(node, 'timeFormat') ? timeReader(attr(node, 'timeFormat')) : (text) => (isFinite(text) ? Number(text) : Date.parse(text))), [node]);

  if (!series)
    return (
      <div class="label-image-failed" role="status">
        <p>{t('series.wrong')}</p>
      </div>
    );
  const number = (value_) => new Intl.NumberFormat(locale(), { maximumSignificantDigits: 4 }).format(value_);
  const at = nearest(series.times, cursor);
  return (
    <div class="series">
      <div class="picture-bar" role="toolbar" aria-label={t('series.tools')}>
        <p class="nums small">
          {asText(cursor)}
          {channels.map((child, c) => (
            <span key={c} class="series-value">
              <span class="label-chip-dot" style={{ '--chip': attr(child, 'strokeColor') || COLORS[c % COLORS.length] }} aria-hidden="true" /> {attr(child, 'legend') || attr(child, 'column')} {isNaN(series.channels[c][at]) ? '—' : number(series.channels[c][at])} {attr(child, 'units')}
            </span>
          ))}
        </p>
        <div class="row">
          <StripZoom view={view} setView={setView} whole={whole} cursor={cursor} />
        </div>
      </div>
      <Strip
        regions={regions}
        name={name}
        shape="series"
        whole={whole}
        view={view}
        setView={setView}
        cursor={cursor}
        seek={setCursor}
        draw={draw}
        height={height}
        step={(view[1] - view[0]) / 100}
        label={channels.map((child) => attr(child, 'legend') || attr(child, 'column')).join(', ')}
        snap={(time) => series.times[nearest(series.times, time)]}
        ends={(place) => (series.texts ? [reader(place.start), reader(place.end)] : [Number(place.start), Number(place.end)])}
        make={(from, to) => ({ start: series.cells[nearest(series.times, from)], end: series.cells[nearest(series.times, to)], instant: from === to })}
      >
        <p class="small muted nums series-ends">
          <span>{asText(view[0])}</span>
          <span>{asText(view[1])}</span>
        </p>
      </Strip>
    </div>
  );
}
