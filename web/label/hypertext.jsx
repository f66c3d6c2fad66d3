// <HyperText>: HTML of the task, or written between the tags. The server has sanitised it.
import { useEffect, useRef } from 'preact/hooks';
import { attr, textOf } from './tree.js';

function View({ node, data }) {
  const box = useRef();
  const html = attr(node, 'value') ? textOf(attr(node, 'value'), data) : (node.children || []).map((child) => child.text || '').join('');
  useEffect(() => {
    box.current.querySelectorAll('a[href]').forEach((link) => {
      link.target = '_blank'; // a link must not take the person away from the task
      link.rel = 'noopener noreferrer';
    });
  }, [html]);
  return <div ref={box} class="label-hypertext prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

export const hypertext = { kind: 'object', View };
