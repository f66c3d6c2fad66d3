// Saving data: the person's switch, else what the browser asks for; and how many bytes went over the link today.
import { kept } from './store.js';

// 'on', 'off' or 'auto'.
export const savingNow = () => kept.get('saving') || 'auto';
export const savingSet = (value) => kept.set('saving', value);
export function savingData() {
  const link = navigator.connection;
  return savingNow() === 'on' || (savingNow() === 'auto' && !!(link && link.saveData));
}

// A picture of the task in a copy as wide as a page shows it, or twice that; addresses of other servers stay as they are. Where the
// person has decided, the server is not to look at what the browser says of saving data ("exact").
export const pictureAddress = (address, twice) => (/^\/files\/[0-9a-f]{40}$/.test(address) ? address + '?w=' + (savingData() ? 320 : 640) * (twice ? 2 : 1) + (twice || savingNow() === 'off' ? '&exact=1' : '') : address);

const day = () => new Date().toISOString().slice(0, 10);
let sum = 0; // bytes not written down yet
let timer = 0;

export const usageToday = () => {
  const row = kept.get('bytes');
  return sum + (row && row.day === day() ? row.bytes : 0);
};

function usageKeep() {
  timer = 0;
  const row = kept.get('bytes');
  kept.set('bytes', { day: day(), bytes: Math.round(sum + (row && row.day === day() ? row.bytes : 0)) });
  sum = 0;
}

export function usageAdd(bytes) {
  sum += bytes;
  timer = timer || setTimeout(usageKeep, 3000);
}

// What the browser tells of its own loads; what it took from its cache counts nothing.
export function usageWatch() {
  if (typeof PerformanceObserver === 'undefined') return;
  const add = (entries) => usageAdd(entries.reduce((all, entry) => all + (entry.transferSize || 0), 0));
  try {
    new PerformanceObserver((list) => add(list.getEntries())).observe({ type: 'resource', buffered: true });
    add(performance.getEntriesByType('navigation'));
  } catch (e) {
    /* an old browser: it counts nothing */
  }
}
