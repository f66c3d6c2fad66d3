// Loads whatever these tasks draw with, so that they can be worked on without a link: the chunks that label/ asks for by and by.
//
//   await labelPreload(config, dataOfSeveralTasks)
import { labelReady } from './index.jsx';
import { attr, formOf, isMarked } from './tree.js';
import { table } from './table.js';

const chunk = (load) => load().then((module) => Promise.resolve(module.ready));
const spans = () => import('./spans.jsx');
// What a tag draws with when it is marked. Others say it themselves (row.View.preload).
const MARKED = { Image: () => import('./picture.jsx'), Text: spans, HyperText: spans, Paragraphs: spans };

// Pictures that are marked: they are taken along with more detail.
export function picturesMarked(config, data) {
  const form = formOf(config, data);
  const some = (node) => (node.tag === 'Image' && isMarked(form, node)) || (node.children || []).some(some);
  return some(config);
}

export async function labelPreload(config, several) {
  await labelReady(config);
  const form = formOf(config, several[0] || {});
  const wanted = [];
  const walk = (node) => {
    const row = table[node.tag];
    if (row && row.View && row.View.preload) wanted.push(row.View.preload());
    if (MARKED[node.tag] && attr(node, 'name') && isMarked(form, node)) wanted.push(chunk(MARKED[node.tag]));
    if (node.tag === 'Shortcut') wanted.push(chunk(() => import('./shortcuts.jsx')));
    (node.children || []).forEach(walk);
  };
  walk(config);
  if (form.regional) wanted.push(chunk(() => import('./regions.jsx')));
  const text = JSON.stringify(several);
  if (/language-/.test(text)) {
    wanted.push(import('./rich.js'), /language-math/.test(text) && import('./rich_math.js'));
    if (/language-(?!math)/.test(text)) wanted.push(import('./rich_code.js'));
  }
  return Promise.all(wanted);
}
