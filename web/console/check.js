// Label configs as the server reads them. The same text is asked for once.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { useSettled } from './load.jsx';

const known = new Map();
const KNOWN_MAX = 20;
const texts = new WeakMap(); // config tree -> its text

export async function configCheck(text) {
  if (known.has(text)) return known.get(text);
  const reply = await api.post('/label-configs/check', { label_config: text });
  known.set(text, reply);
  if (reply.config) texts.set(reply.config, text);
  if (known.size > KNOWN_MAX) known.delete(known.keys().next().value);
  return reply;
}

// Task data as a worker's page gets it, for configs with what only the server makes (Markdown, conversations, HTML of lists): null
// when the config has none of these.
const isServed = (node) => /^(Markdown|Chat|List|Repeater)$/.test(node.tag) || (node.children || []).some(isServed);
export const dataServed = (config, data) => (isServed(config) && texts.has(config) ? api.post('/label-configs/check', { label_config: texts.get(config), data }).then((reply) => reply.shown) : null);

// While one writes: {check: newest reply, good: last reply without errors, busy, error}.
export function useCheck(text) {
  const settled = useSettled(text, 350);
  const [state, set] = useState({ check: null, good: null, busy: true, error: null });
  const turn = useRef(0);
  useEffect(() => {
    const mine = ++turn.current;
    if (!settled.trim()) {
      set((old) => ({ ...old, check: null, busy: false, error: null }));
      return;
    }
    set((old) => ({ ...old, busy: true }));
    configCheck(settled).then(
      (check) => mine === turn.current && set((old) => ({ check, good: check.ok ? check : old.good, busy: false, error: null })),
      (error) => mine === turn.current && set((old) => ({ ...old, busy: false, error }))
    );
  }, [settled]);
  return { ...state, busy: state.busy || settled !== text };
}

// Fields of task data that hold addresses of pictures.
export function pictureFields(config) {
  const names = new Set();
  const walk = (node) => {
    const field = node.tag === 'Image' && /^\$([\w.-]+)$/.exec((node.attrs && node.attrs.value) || '');
    if (field) names.add(field[1]);
    (node.children || []).forEach(walk);
  };
  if (config) walk(config);
  return [...names];
}
