// Who reviews a project: nobody named means every reviewer of the server.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Button, Card, Input } from '../shared/ui.jsx';
import { errorText, t } from '../shared/i18n.js';
import { Loaded, useAction, useLoad } from './load.jsx';

export function Reviewers({ id }) {
  const list = useLoad(() => api.get('/projects/' + id + '/reviewers'), [id]);
  const [handle, setHandle] = useState('');
  const [wrong, setWrong] = useState(null);
  const [add, adding] = useAction(async (event) => {
    event.preventDefault();
    setWrong(null);
    try {
      list.set(await api.post('/projects/' + id + '/reviewers', { handle: handle.trim() }));
      setHandle('');
    } catch (error) {
      setWrong(errorText(error));
    }
  });
  const [remove, removing] = useAction(async (name) => list.set(await api.post('/projects/' + id + '/reviewers/remove', { handle: name })), { tell: true });
  return (
    <Card title={t('reviewers.title')}>
      <p class="muted">{t('reviewers.hint')}</p>
      <Loaded of={list}>
        {({ items }) => (
          <ul class="plain-list">
            {items.map((one) => (
              <li key={one.handle} class="row between">
                <strong class="clip">{one.handle}</strong>
                <Button class="small" busy={removing} aria-label={t('reviewers.remove_of', { handle: one.handle })} onClick={() => remove(one.handle)}>
                  {t('reviewers.remove')}
                </Button>
              </li>
            ))}
            {!items.length && <li class="muted">{t('reviewers.none')}</li>}
          </ul>
        )}
      </Loaded>
      <form class="row" onSubmit={add}>
        <div class="grow">
          <Input label={t('reviewers.handle')} minLength={2} maxLength={40} value={handle} error={wrong} autoCapitalize="none" onInput={(e) => setHandle(e.target.value)} />
        </div>
        <Button type="submit" busy={adding} disabled={handle.trim().length < 2}>
          {t('reviewers.add')}
        </Button>
      </form>
    </Card>
  );
}
