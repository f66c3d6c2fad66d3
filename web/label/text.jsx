// <Text>: text of the task, lines kept as they are. One that is marked is drawn by spans.jsx.
import { later } from './later.jsx';
import { attr, isMarked, textOf } from './tree.js';

const TextSpans = later(() => import('./spans.jsx'), 'TextSpans');

export const text = {
  kind: 'object',
  View: ({ node, data, form }) =>
    isMarked(form, node) ? (
      <TextSpans node={node} text={textOf(attr(node, 'value'), data)} />
    ) : (
      <div class="label-text" style={attr(node, 'style') || undefined} dir="auto">
        {textOf(attr(node, 'value'), data)}
      </div>
    ),
};
