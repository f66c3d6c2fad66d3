// <Paragraphs>: a dialogue or a list of texts of the task: [{"author", "text"}]. One that is marked is drawn by spans.jsx.
import { later } from './later.jsx';
import { attr, filled, isMarked } from './tree.js';

const ParagraphSpans = later(() => import('./spans.jsx'), 'ParagraphSpans');

export const paragraphs = {
  kind: 'object',
  View({ node, data, form }) {
    const given = filled(attr(node, 'value'), data);
    const text = (value) => (value === undefined || value === null ? '' : String(value));
    const list = (Array.isArray(given) ? given : []).map((one) => ({ name: text(one[attr(node, 'nameKey') || 'author']), text: text(one[attr(node, 'textKey') || 'text']) }));
    if (isMarked(form, node)) return <ParagraphSpans node={node} list={list} />;
    return (
      <div class={'paragraphs' + (attr(node, 'layout') === 'dialogue' ? ' dialogue' : '')} style={attr(node, 'style') || undefined}>
        {list.map((one, i) => (
          <div key={i} class="paragraph">
            {one.name && <strong class="paragraph-name">{one.name}</strong>}
            <div class="paragraph-text" dir="auto">
              {one.text}
            </div>
          </div>
        ))}
      </div>
    );
  },
};
