// Light, dark or as the device says. CSS does the rest by html[data-theme] (style.css).
import { kept } from './store.js';

export const themeNow = () => kept.get('theme') || 'auto';

export function themeUse(name = themeNow()) {
  if (name === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  kept.set('theme', name);
}
