// The operator's payouts: who waits for money, a table for the bank, what was paid and what was not.
import { useState } from 'preact/hooks';
import { api, url } from '../shared/api.js';
import { dateTime, money, t } from '../shared/i18n.js';
import { Badge, Button, Card, Empty, Form, Input, Page, Pages, TabPanel, Table, Tabs, ask, toast } from '../shared/ui.jsx';
import { Trouble, fieldErrors, useAction } from './load.jsx';

const STATES = ['asked', 'paid', 'refused', 'taken_back'];

// Those that are marked are paid together, with one reference, or refused with one reason.
function Decide({ rows, done }) {
  const [form, set] = useState({ reference: '', reason: '' });
  const sum = rows.reduce((all, row) => all + row.amount_micros, 0);
  const [send, busy, error] = useAction(async (paid) => {
    const more = paid ? { reference: form.reference.trim() } : { reason: form.reason.trim() };
    const title = t(paid ? 'payouts.pay_ask' : 'payouts.refuse_ask', { n: rows.length, amount: money(sum) });
    if (!(await ask({ title, text: t(paid ? 'payouts.pay_text' : 'payouts.refuse_text'), yes: t(paid ? 'payouts.pay' : 'payouts.refuse'), danger: !paid }))) return;
    await api.post('/payouts/decide', { ids: rows.map((row) => row.id), paid, ...more });
    toast(t(paid ? 'payouts.paid_done' : 'payouts.refused_done', { n: rows.length }));
    done();
  });
  const wrong = fieldErrors(error);
  const field = (name) => ({ value: form[name], error: wrong['/' + name], onInput: (e) => set({ ...form, [name]: e.target.value }) });
  return (
    <Card title={t('payouts.marked', { n: rows.length, amount: money(sum) })}>
      {error && <Trouble error={error} />}
      <div class="payout-decide">
        <Form onSubmit={() => send(true)}>
          <Input label={t('payouts.reference')} hint={t('payouts.reference_hint')} required maxLength={120} {...field('reference')} />
          <div>
            <Button kind="primary" type="submit" busy={busy}>
              {t('payouts.pay')}
            </Button>
          </div>
        </Form>
        <Form onSubmit={() => send(false)}>
          <Input label={t('payouts.reason')} hint={t('payouts.reason_hint')} required minLength={5} maxLength={500} {...field('reason')} />
          <div>
            <Button kind="danger" type="submit" busy={busy}>
              {t('payouts.refuse')}
            </Button>
          </div>
        </Form>
      </div>
    </Card>
  );
}

function Rows({ state }) {
  const [marked, setMarked] = useState([]);
  const [turn, setTurn] = useState(0);
  const waits = state === 'asked';
  return (
    <Pages load={(cursor) => api.get('/payouts', { state, cursor })} reload={turn} empty={<Empty icon="wallet" title={t('payouts.none_' + state)} />} error={(e, retry) => <Trouble error={e} retry={retry} />}>
      {(items) => {
        const chosen = items.filter((row) => marked.includes(row.id));
        const mark = {
          key: 'mark',
          label: <input type="checkbox" aria-label={t('payouts.mark_all')} checked={chosen.length === items.length} onChange={(e) => setMarked(e.target.checked ? items.map((row) => row.id) : [])} />,
          name: t('payouts.mark'),
          render: (row) => <input type="checkbox" aria-label={t('payouts.mark_one', { handle: row.person.handle })} checked={marked.includes(row.id)} onChange={(e) => setMarked(e.target.checked ? [...marked, row.id] : marked.filter((id) => id !== row.id))} />,
        };
        const columns = [
          {
            key: 'person',
            label: t('payouts.person'),
            render: (row) => (
              <span>
                <strong>{row.person.handle}</strong> {row.person.disabled && <Badge kind="bad">{t('accounts.locked')}</Badge>}
                {row.others > 0 && (
                  <a class="block" href="#/accounts">
                    {t('payouts.others', { n: row.others })}
                  </a>
                )}
              </span>
            ),
          },
          { key: 'amount', label: t('payouts.amount'), end: true, render: (row) => money(row.amount_micros) },
          {
            key: 'address',
            label: t('payouts.address'),
            render: (row) => (
              <span>
                {row.method}: <code class="break">{row.address}</code>
                <small class="muted block">{row.holder}</small>
              </span>
            ),
          },
          { key: 'asked_at', label: t('payouts.asked_at'), render: (row) => dateTime(row.asked_at) },
        ];
        const outcome = {
          key: 'outcome',
          label: t('payouts.outcome'),
          render: (row) => (
            <span>
              {row.reference || row.reason}
              <small class="muted block">
                {dateTime(row.decided_at)} {row.decided_by}
              </small>
            </span>
          ),
        };
        return (
          <>
            {chosen.length > 0 && (
              <Decide
                rows={chosen}
                done={() => {
                  setMarked([]);
                  setTurn(turn + 1);
                }}
              />
            )}
            <Table caption={t('payouts.state_' + state)} rows={items} columns={waits ? [mark, ...columns] : [...columns, outcome]} selected={(row) => marked.includes(row.id)} />
          </>
        );
      }}
    </Pages>
  );
}

export function PayoutsPage() {
  const [state, setState] = useState('asked');
  return (
    <Page
      title={t('nav.payouts')}
      lead={t('payouts.lead')}
      actions={
        <Button icon="download" href={url('/payouts/csv', { state })} download="payouts.csv">
          {t('payouts.csv')}
        </Button>
      }
    >
      <Tabs label={t('nav.payouts')} tabs={STATES.map((one) => [one, t('payouts.state_' + one)])} value={state} onChange={setState}>
        <TabPanel name={state}>
          <Rows key={state} state={state} />
        </TabPanel>
      </Tabs>
    </Page>
  );
}
