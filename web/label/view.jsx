// <View>: holds other tags; className and style as the requester wrote them (style.jsx scopes the rest).
import { attr } from './tree.js';

export const view = {
  kind: 'layout',
  View: ({ node, children }) => (
    <div id={attr(node, 'idAttr') || undefined} class={['label-view', attr(node, 'className')].filter(Boolean).join(' ')} style={attr(node, 'style') || (attr(node, 'display') ? 'display:' + attr(node, 'display') : undefined)}>
      {children}
    </div>
  ),
};
