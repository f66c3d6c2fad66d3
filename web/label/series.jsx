// <TimeSeries> with its <Channel>s: lines over one time, on which stretches are marked (strip.jsx). A stretch begins and ends at
// samples; its ends are written as the task's data has them.
//
// A region: {start, end, instant}
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { clock, locale, t } from '../shared/i18n.js';
import { Button, Spinner } from '../shared/ui.jsx';
import { useRegions } from './regions.jsx';
import { Strip, StripZoom } from './strip.jsx';
import { attr, filled } from './tree.js';
import { peaksOf } from './peaks.js';
import { channelDraw } from './series_draw.js';
import { Overview, overviewOf } from './series_overview.jsx';
import { numberWriter, rangeOf, timeWriter } from './series_format.js';
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

// What a <Channel> says of its looks; times in its ranges are read as those of the data.
const plainNumber = (value) => new Intl.NumberFormat(locale(), { maximumSignificantDigits: 4 }).format(value);
function looksOf(node, child, c, readTime) {
  const given = (name) => attr(child, name) || attr(node, name);
  const color = attr(child, 'strokeColor') || COLORS[c % COLORS.length];
  return {
    title: attr(child, 'legend') || attr(child, 'column'),
    units: attr(child, 'units'),
    written: numberWriter(attr(child, 'displayFormat')) || plainNumber,
    height: Number(attr(child, 'height')) || HEIGHT,
    color,
    width: Number(attr(child, 'strokeWidth')) || 1.5,
    alpha: attr(child, 'opacity') ? Number(attr(child, 'opacity')) : 1,
    interpolation: attr(child, 'interpolation'),
    marker: Number(attr(child, 'markerSize')) || 0,
    markerColor: attr(child, 'markerColor') || color,
    markerSymbol: attr(child, 'markerSymbol'),
    axis: attr(child, 'showAxis') !== 'false',
    yAxis: attr(child, 'showAxis') !== 'false' && attr(child, 'showYAxis') !== 'false',
    fixed: given('fixedScale') === 'true',
    times: rangeOf(attr(child, 'timeRange'), readTime),
    range: rangeOf(attr(child, 'dataRange')),
  };
}

function Plot({ node, value }) {
  const name = attr(node, 'name');
  const regions = useRegions() || NO_REGIONS;
  const series = useMemo(() => {
    const channels = (node.children || []).filter((child) => child.tag === 'Channel');
    const asked = { separator: escapes[attr(node, 'sep')] || attr(node, 'sep'), timeColumn: attr(node, 'timeColumn'), timeFormat: attr(node, 'timeFormat'), channels: channels.map((child) => attr(child, 'column')) };
    const made = seriesOf(value, asked);
    if (!made || !made.times.length || !isFinite(made.times[0])) return null;
    made.peaks = made.channels.map((numbers) => peaksOf([numbers], 1));
    made.ranges = made.peaks.map((peaks) => peaks.between(0, made.times.length));
    made.read = asked.timeFormat ? timeReader(asked.timeFormat) : (text) => (isFinite(text) ? Number(text) : Date.parse(text));
    made.looks = channels.map((child, c) => looksOf(node, child, c, made.read));
    made.overview = overviewOf(attr(node, 'overviewChannels'), channels, made);
    return made;
  }, [value, node]);
  const whole = series ? [series.times[0], series.times[series.times.length - 1]] : [0, 1];
  const [view, setView] = useState(() => [whole[0], whole[0] + (whole[1] - whole[0]) * Math.min(1, (parseFloat(attr(node, 'overviewWidth')) || 100) / 100)]);
  const [cursor, setCursor] = useState(whole[0]);
  const height = series ? series.looks.reduce((sum, one) => sum + one.height, 0) : 0;

  const draw = useCallback(
    (pen, w, h, shown, dense) => {
      let top = 0;
      series.looks.forEach((look, c) => {
        channelDraw(pen, series, c, { top, width: w, height: look.height * dense, dense, view: shown });
        top += look.height * dense;
        if (c + 1 < series.channels.length) {
          pen.fillStyle = 'rgba(128,128,128,0.4)';
          pen.fillRect(0, top - 1, w, 1);
        }
      });
    },
    [series]
  );
  const write = useMemo(() => {
    const writer = (format) => (/%[A-Za-z]/.test(format) ? timeWriter(format, locale()) : numberWriter(format));
    const dates = series && series.dates;
    const date = new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium', timeZone: 'UTC' });
    const plain = new Intl.NumberFormat(locale(), { maximumSignificantDigits: 8 });
    return {
      time: writer(attr(node, 'timeDisplayFormat')) || (dates ? (time) => date.format(new Date(time)) : (time) => plain.format(time)),
      duration: writer(attr(node, 'durationDisplayFormat')) || (dates ? (time) => clock(time / 1000) : (time) => plain.format(time)),
    };
  }, [series]);

  if (!series)
    return (
      <div class="label-image-failed" role="status">
        <p>{t('series.wrong')}</p>
      </div>
    );
  const ends = (place) => (series.texts ? [series.read(place.start), series.read(place.end)] : [Number(place.start), Number(place.end)]);
  const at = nearest(series.times, cursor);
  const chosen = regions.of(name).find((region) => region.id === regions.selected);
  return (
    <div class="series">
      <div class="picture-bar" role="toolbar" aria-label={t('series.tools')}>
        <p class="nums small">
          {write.time(cursor)}
          {series.looks.map((look, c) => (
            <span key={c} class="series-value">
              <span class="label-chip-dot" style={{ '--chip': look.color }} aria-hidden="true" /> {look.title} {isNaN(series.channels[c][at]) ? '—' : look.written(series.channels[c][at])} {look.units}
            </span>
          ))}
          {chosen && (
            <span class="series-value">
              {t('series.duration')} {write.duration(ends(chosen.value)[1] - ends(chosen.value)[0])}
            </span>
          )}
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
        cursorStyle={{ background: attr(node, 'cursorColor') || undefined }}
        seek={setCursor}
        draw={draw}
        height={height}
        step={(view[1] - view[0]) / 100}
        label={series.looks.map((look) => look.title).join(', ')}
        snap={(time) => series.times[nearest(series.times, time)]}
        ends={ends}
        make={(from, to) => ({ start: series.cells[nearest(series.times, from)], end: series.cells[nearest(series.times, to)], instant: from === to })}
      >
        {series.looks.some((look) => look.axis) && (
          <p class="small muted nums series-ends">
            <span>{write.time(view[0])}</span>
            <span>{write.time(view[1])}</span>
          </p>
        )}
        {series.overview.length > 0 && <Overview series={series} whole={whole} view={view} setView={setView} />}
      </Strip>
    </div>
  );
}
