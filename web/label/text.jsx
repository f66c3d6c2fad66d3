// <Text>: text of the task, lines kept as they are.
import { attr, textOf } from './tree.js';

export const text = {
  kind: 'object',
  View: ({ node, data }) => (
    <div class="label-text" style={attr(node, 'style') || undefined}>
      {textOf(attr(node, 'value'), data)}
    </div>
  ),
};
