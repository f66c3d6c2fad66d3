// <HyperText>: HTML of the task, or written between the tags. The server has sanitised it. One that is marked is drawn by
// spans.jsx.
import { useEffect, useRef } from 'preact/hooks';
import { later } from './later.jsx';
import { attr, isMarked, textOf } from './tree.js';

const HyperTextSpans = later(() => import('./spans.jsx'), 'HyperTextSpans');

// A link must not take the person away from the task; with clickableLinks="false" it is only text.
export function linksSafe(root, dead) {
  root.querySelectorAll('a[href]').forEach((link) => {
    if (dead) return link.removeAttribute('href');
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return undefined;
  });
}

// HTML that the server has made harmless; code and TeX in it are made readable by rich.js, when there are some.
export function Html({ html, class: more, style, id, dead }) {
  const box = useRef();
  useEffect(() => {
    linksSafe(box.current, dead);
    if (/class="language-/.test(html)) import('./rich.js').then((rich) => box.current && rich.enrich(box.current), () => {});
  }, [html]);
  return <div ref={box} id={id} class={more + ' prose'} style={style} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

export const hypertext = {
  kind: 'object',
  View({ node, data, form }) {
    const html = attr(node, 'value') ? textOf(attr(node, 'value'), data) : (node.children || []).map((child) => child.text || '').join('');
    return isMarked(form, node) ? <HyperTextSpans node={node} html={html} /> : <Html html={html} class="label-hypertext" dead={attr(node, 'clickableLinks') === 'false'} />;
  },
};
