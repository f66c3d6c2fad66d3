// Lowest and highest values of sound, so that a wave of any length is drawn at once. Pure.
const BLOCK = 64; // samples of the finest level; each coarser one joins four

export function peaksOf(channels, rate) {
  const length = channels[0].length;
  const count = Math.ceil(length / BLOCK);
  let level = { size: BLOCK, low: new Float32Array(count), high: new Float32Array(count) };
  for (let i = 0; i < count; i++) {
    let [low, high] = [Infinity, -Infinity];
    const end = Math.min(length, (i + 1) * BLOCK);
    for (const samples of channels)
      for (let k = i * BLOCK; k < end; k++) {
        if (samples[k] < low) low = samples[k];
        if (samples[k] > high) high = samples[k];
      }
    level.low[i] = low;
    level.high[i] = high;
  }
  const levels = [level];
  while (level.low.length > 512) {
    const next = { size: level.size * 4, low: new Float32Array(Math.ceil(level.low.length / 4)), high: new Float32Array(Math.ceil(level.low.length / 4)) };
    for (let i = 0; i < next.low.length; i++) {
      next.low[i] = Math.min(...level.low.subarray(i * 4, i * 4 + 4));
      next.high[i] = Math.max(...level.high.subarray(i * 4, i * 4 + 4));
    }
    levels.push((level = next));
  }
  return {
    // [lowest, highest] between two times in seconds
    between(from, to) {
      const [a, b] = [Math.max(0, from * rate), Math.min(length, to * rate)];
      if (b <= a) return [0, 0];
      let use = levels[0];
      for (const one of levels) if (one.size <= (b - a) / 2) use = one;
      const [first, last] = [Math.floor(a / use.size), Math.min(use.low.length - 1, Math.floor((b - 1) / use.size))];
      let [low, high] = [Infinity, -Infinity];
      for (let i = first; i <= last; i++) {
        low = Math.min(low, use.low[i]);
        high = Math.max(high, use.high[i]);
      }
      return [low, high];
    },
  };
}
