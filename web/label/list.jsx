// <List>: items of the task: [{"id", "title", "body", "html"}]. With a <Ranker> on it, that one draws them.
import { Html } from './hypertext.jsx';
import { attr, filled } from './tree.js';

export const itemsOf = (node, data) => {
  const given = filled(attr(node, 'value'), data);
  return Array.isArray(given) ? given.filter((item) => item && item.id) : [];
};
export const Item = ({ item }) => (
  <div class="list-item">
    {item.title && <strong>{item.title}</strong>}
    {item.html ? <Html html={item.html} class="list-html" /> : item.body && <p dir="auto">{item.body}</p>}
    {!item.title && !item.html && !item.body && <span>{item.id}</span>}
  </div>
);

export const list = {
  kind: 'object',
  View({ node, data, form }) {
    if (form.controls.some((control) => control.row.type === 'ranker' && control.toName === attr(node, 'name'))) return null;
    return (
      <section class="ranker-column htx-ranker-column" aria-label={attr(node, 'title') || attr(node, 'name')}>
        {attr(node, 'title') && <h2>{attr(node, 'title')}</h2>}
        <ul class="plain-list stack tight">
          {itemsOf(node, data).map((item) => (
            <li key={item.id} class="ranker-item htx-ranker-item">
              <Item item={item} />
            </li>
          ))}
        </ul>
      </section>
    );
  },
};
