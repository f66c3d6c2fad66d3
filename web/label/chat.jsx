// <Chat>: a conversation with a model: [{"role": "user", "content": Markdown}]; `html` is what the server made of the content.
import { t } from '../shared/i18n.js';
import { Html } from './hypertext.jsx';
import { attr, filled } from './tree.js';

const KNOWN = ['user', 'assistant', 'system', 'tool'];

export const chat = {
  kind: 'object',
  View({ node, data }) {
    const given = filled(attr(node, 'value'), data);
    return (
      <ol class="chat plain-list" style={attr(node, 'style') || undefined} aria-label={t('chat.role')}>
        {(Array.isArray(given) ? given : []).map((message, i) => (
          <li key={i} class={'message ' + (KNOWN.includes(message.role) ? message.role : 'other')}>
            <strong>{KNOWN.includes(message.role) ? t('chat.' + message.role) : String(message.role)}</strong>
            {message.html === undefined ? (
              <div class="label-text" dir="auto">
                {String(message.content)}
              </div>
            ) : (
              <Html html={message.html} class="message-text" />
            )}
          </li>
        ))}
      </ol>
    );
  },
};
