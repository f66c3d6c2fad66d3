// How fast sound and video play.
import { number, t } from '../shared/i18n.js';

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];

// first: what it begins with, in the list in any case; least: the slowest.
export function Speed({ first, least = 0, set }) {
  const speeds = [...new Set(SPEEDS.concat(first, least || []))].filter((speed) => speed >= least).sort((a, b) => a - b);
  return (
    <select aria-label={t('audio.speed')} class="audio-speed" onChange={(event) => set(Number(event.target.value))}>
      {speeds.map((speed) => (
        <option key={speed} value={speed} selected={speed === first}>
          {number(speed)}×
        </option>
      ))}
    </select>
  );
}
