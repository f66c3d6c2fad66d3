// Accounts that have something in common, for a reviewer to judge.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { dateTime, t } from '../shared/i18n.js';
import { Badge, Button, Card, Checkbox, Empty, Form, Input, Page, toast } from '../shared/ui.jsx';
import { Loaded, Trouble, useAction, useLoad } from './load.jsx';

function Group({ group, onDone }) {
  const [note, setNote] = useState('');
  const [send, busy, error] = useAction(async () => {
    if (!note.trim()) return;
    await api.post('/system/accounts', { kind: group.kind, mark: group.mark, note: note.trim() });
    toast(t('accounts.saved'));
    onDone();
  });
  return (
    <Card title={t('accounts.' + group.kind)} actions={<Badge kind={group.open ? 'warning' : 'plain'}>{t('accounts.n', { n: group.accounts })}</Badge>}>
      <ul>
        {group.people.map((person) => (
          <li key={person.id}>
            <strong>{person.handle}</strong> {person.disabled && <Badge kind="bad">{t('accounts.locked')}</Badge>} <span class="muted">{t('accounts.answers', { n: person.answers })}, {t('accounts.seen', { date: dateTime(person.seen_at) })}</span>
          </li>
        ))}
      </ul>
      {group.review && <p class="muted">{t('accounts.review', { by: group.review.by, date: dateTime(group.review.at), note: group.review.note })}</p>}
      {group.open && (
        <Form onSubmit={send}>
          {error && <Trouble error={error} />}
          <Input label={t('accounts.note')} maxLength={500} value={note} onInput={(e) => setNote(e.target.value)} />
          <div class="row">
            <Button type="submit" busy={busy}>
              {t('accounts.save')}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  );
}

export function Accounts() {
  const [all, setAll] = useState(false);
  const list = useLoad(() => api.get('/system/accounts', { open: !all }), [all]);
  return (
    <Page title={t('accounts.title')} lead={t('accounts.lead')}>
      <Checkbox label={t('accounts.all')} checked={all} onChange={(e) => setAll(e.target.checked)} />
      <Loaded of={list}>
        {({ items }) =>
          items.length ? (
            items.map((group) => <Group key={group.kind + group.mark} group={group} onDone={list.reload} />)
          ) : (
            <Empty icon="check" title={t('accounts.none')} />
          )
        }
      </Loaded>
    </Page>
  );
}
