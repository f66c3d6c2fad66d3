// A task as a worker sees it, drawn from data as it was imported. Workers get HTML that the server has made harmless; here,
// where requesters, reviewers and the operator look at raw data of others, the page does it itself before <HyperText> shows it.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Label } from '../label/index.jsx';
import { Spinner } from '../shared/ui.jsx';
import { dataServed } from './check.js';

// As src/domain/sanitize.c: what is not here is unwrapped, what is in GONE goes with its content.
const KEPT = new Set(
  (
    'a abbr article aside b bdi blockquote br caption cite code dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 ' +
    'header hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead ' +
    'tr u ul var wbr'
  ).split(' ')
);
const GONE = new Set('script style svg math template noscript noembed noframes textarea title select iframe object embed audio video head'.split(' '));
const ATTRIBUTES = { td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], ol: ['start'], img: ['alt', 'width', 'height'] };

export function cleanHtml(html) {
  const dirty = new DOMParser().parseFromString(html, 'text/html'); // inert: runs and loads nothing
  const clean = document.implementation.createHTMLDocument('');
  const copy = (from, to) => {
    from.childNodes.forEach((node) => {
      if (node.nodeType === 3) to.appendChild(clean.createTextNode(node.data));
      if (node.nodeType !== 1) return;
      const name = node.localName;
      if (GONE.has(name) || node.namespaceURI !== 'http://www.w3.org/1999/xhtml') return;
      if (!KEPT.has(name)) {
        copy(node, to);
        return;
      }
      const made = clean.createElement(name);
      (ATTRIBUTES[name] || []).forEach((attribute) => node.hasAttribute(attribute) && made.setAttribute(attribute, node.getAttribute(attribute)));
      const address = (node.getAttribute(name === 'img' ? 'src' : 'href') || '').trim();
      if (name === 'a' && /^(https?:|mailto:)/i.test(address)) made.setAttribute('href', address);
      if (name === 'img' && /^(https?:\/\/|\/files\/|data:image\/(png|jpeg|webp|gif);base64,)/i.test(address)) made.setAttribute('src', address);
      copy(node, made);
      to.appendChild(made);
    });
  };
  copy(dirty.body, clean.body);
  return clean.body.innerHTML;
}

// The config with its own HTML cleaned, and the names of the data fields that it shows as HTML.
function prepared(config) {
  const fields = new Set();
  const walk = (node) => {
    if (!node.tag) return node;
    let children = (node.children || []).map(walk);
    if (/^(HyperText|Markdown|List)$/.test(node.tag)) {
      const value = (node.attrs && node.attrs.value) || '';
      for (const [, field] of value.matchAll(/\$([\w-]+)/g)) fields.add(field);
      children = children.map((child) => (child.text === undefined ? child : { text: cleanHtml(child.text) }));
    }
    return { ...node, children };
  };
  return { config: walk(config), fields: [...fields] };
}

const cleanValue = (value) =>
  typeof value === 'string' ? cleanHtml(value) : Array.isArray(value) ? value.map(cleanValue) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleanValue(one)])) : value;

const nothing = () => {};

// As <Label>.
export function TaskView({ config, data, onChange = nothing, ...rest }) {
  const ready = useMemo(() => prepared(config), [config]);
  const [served, setServed] = useState(null); // {data: as given, shown: as the server makes it}
  const asked = useMemo(() => dataServed(config, data), [config, data]);
  useEffect(() => {
    let mine = true;
    if (asked) asked.then((shown) => mine && setServed({ data, shown }), () => mine && setServed({ data, shown: null }));
    return () => (mine = false);
  }, [asked]);
  const cleaned = useMemo(() => {
    if (!ready.fields.length) return data;
    const copy = { ...data };
    ready.fields.forEach((field) => field in copy && (copy[field] = cleanValue(copy[field])));
    return copy;
  }, [ready, data]);
  if (asked && (!served || served.data !== data)) return <Spinner />;
  return <Label config={ready.config} data={(asked && served.shown) || cleaned} onChange={onChange} {...rest} />;
}
