// The whole of a time series, small, with a window over what is seen above: overviewChannels.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { attr } from './tree.js';
import { channelDraw } from './series_draw.js';
import { panned } from './strip.jsx';

const HEIGHT = 44;

// Places of the channels that a config names for it, by column, legend or number.
export function overviewOf(text, channels, series) {
  const places = text ? text.split(',').map((part) => part.trim()).map((part) => {
    const at = channels.findIndex((child) => attr(child, 'column') === part || attr(child, 'legend') === part);
    return at >= 0 ? at : Number(part);
  }) : [];
  return places.filter((at) => series.channels[at]);
}

export function Overview({ series, whole, view, setView }) {
  const canvas = useRef();
  // Drawn plainly, over one another, whatever the channels look like above.
  const plain = useMemo(() => ({ ...series, looks: series.looks.map((look) => ({ ...look, fixed: true, range: null, yAxis: false, marker: 0, width: 1 })) }), [series]);
  useEffect(() => {
    const paint = () => {
      const box = canvas.current;
      const dense = Math.min(2, devicePixelRatio || 1);
      Object.assign(box, { width: Math.round(box.clientWidth * dense), height: HEIGHT * dense });
      const pen = box.getContext('2d');
      series.overview.forEach((c) => channelDraw(pen, plain, c, { top: 0, width: box.width, height: box.height, dense, view: whole }));
    };
    paint();
    const watch = new ResizeObserver(paint);
    watch.observe(canvas.current);
    return () => watch.disconnect();
  }, [plain]);
  const percent = (time) => ((time - whole[0]) / (whole[1] - whole[0] || 1)) * 100;
  const centre = (event) => {
    if (event.type !== 'pointerdown' && !event.buttons) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const at = whole[0] + ((event.clientX - box.left) / box.width) * (whole[1] - whole[0]);
    setView((old) => panned(old, at - (old[0] + old[1]) / 2, whole));
  };
  return (
    <div class="series-overview" role="img" aria-label={t('series.overview')} style={{ height: HEIGHT + 'px' }} onPointerDown={centre} onPointerMove={centre}>
      <canvas ref={canvas} />
      <div class="series-window" style={{ left: percent(view[0]) + '%', width: Math.max(0.5, percent(view[1]) - percent(view[0])) + '%' }} />
    </div>
  );
}
