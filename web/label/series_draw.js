// Draws one channel of a time series on a canvas.
import { nearest } from './series_data.js';

// Of the numbers between two samples, or all; [lowest, highest].
function rangeShown(series, c, first, last) {
  const { range, fixed } = series.looks[c];
  if (range) return range;
  const [low, high] = fixed ? series.ranges[c] : series.peaks[c].between(first, last + 1);
  return low <= high ? [low, high] : series.ranges[c];
}

// A line through the samples; a gap where there is no number.
function line(pen, numbers, [first, last], x, y, interpolation) {
  pen.beginPath();
  let before = null;
  for (let i = first; i <= last; i++) {
    if (isNaN(numbers[i])) {
      before = null;
      continue;
    }
    const [px, py] = [x(i), y(numbers[i])];
    if (before === null) pen.moveTo(px, py);
    else {
      const turn = { stepAfter: px, stepBefore: before[0], step: (px + before[0]) / 2 }[interpolation];
      if (turn !== undefined) {
        pen.lineTo(turn, before[1]);
        pen.lineTo(turn, py);
      }
      pen.lineTo(px, py);
    }
    before = [px, py];
  }
  pen.stroke();
}

function markers(pen, numbers, [first, last], x, y, look, dense) {
  const size = look.marker * dense;
  pen.fillStyle = look.markerColor;
  for (let i = first; i <= last; i++) {
    if (isNaN(numbers[i])) continue;
    if (look.markerSymbol === 'square') pen.fillRect(x(i) - size / 2, y(numbers[i]) - size / 2, size, size);
    else {
      pen.beginPath();
      pen.arc(x(i), y(numbers[i]), size / 2, 0, 2 * Math.PI);
      pen.fill();
    }
  }
}

/* place: {top, width, height: pixels of the canvas, dense: of them to one of the page, view: [from, to]} */
export function channelDraw(pen, series, c, { top, width, height, dense, view: [from, to] }) {
  const look = series.looks[c];
  const numbers = series.channels[c];
  const [begin, end] = look.times ? [Math.max(from, look.times[0]), Math.min(to, look.times[1])] : [from, to];
  const rows = [Math.max(0, nearest(series.times, begin) - (look.times ? 0 : 1)), Math.min(series.times.length - 1, nearest(series.times, end) + (look.times ? 0 : 1))];
  const [low, high] = rangeShown(series, c, ...rows);
  const x = (i) => ((series.times[i] - from) / (to - from)) * width;
  const y = (number) => top + height * (0.92 - (0.84 * (number - low)) / (high - low || 1));
  pen.save();
  pen.beginPath();
  pen.rect(0, top, width, height); // a range may leave numbers out
  pen.clip();
  pen.globalAlpha = look.alpha;
  pen.strokeStyle = pen.fillStyle = look.color;
  pen.lineWidth = look.width * dense;
  if (begin <= end && rows[1] - rows[0] > 3 * width) {
    // More samples than columns: each column shows the lowest and highest of its own.
    for (let px = 0; px < width; px++) {
      const [a, b] = [nearest(series.times, from + ((to - from) * px) / width), nearest(series.times, from + ((to - from) * (px + 1)) / width)];
      if (b < rows[0] || a > rows[1]) continue;
      const [least, most] = series.peaks[c].between(a, Math.max(b, a + 1));
      if (least <= most) pen.fillRect(px, y(most), 1, Math.max(dense, y(least) - y(most)));
    }
  } else if (begin <= end) {
    line(pen, numbers, rows, x, y, look.interpolation);
    if (look.marker) markers(pen, numbers, rows, x, y, look, dense);
  }
  pen.globalAlpha = 1;
  if (look.yAxis) {
    pen.font = `${11 * dense}px sans-serif`;
    pen.fillStyle = getComputedStyle(pen.canvas).color;
    pen.textBaseline = 'top';
    pen.fillText(look.written(high), 4 * dense, top + 3 * dense);
    pen.textBaseline = 'bottom';
    pen.fillText(look.written(low), 4 * dense, top + height - 2 * dense);
  }
  pen.restore();
}
