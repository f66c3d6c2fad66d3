// <Header>: a title or question inside the task. size 1 (largest) to 6.
import { attr, flag, textOf } from './tree.js';

export const header = {
  kind: 'object',
  View: ({ node, data }) => (
    <h2 class={'label-header size' + (Number(attr(node, 'size')) || 4) + (flag(node, 'underline') ? ' underline' : '')} style={attr(node, 'style') || undefined}>
      {textOf(attr(node, 'value'), data)}
    </h2>
  ),
};
