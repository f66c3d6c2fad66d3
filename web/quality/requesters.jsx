// Requesters as workers see them: what others think of them, and one's own rating of those one has worked for.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { errorText, number, t } from '../shared/i18n.js';
import { Alert, Button, Card, Empty, Form, Loading, Page, Pages, Select, Stat, toast } from '../shared/ui.jsx';
export { ready } from './words.js';

const ASPECTS = ['pay', 'fairness', 'clarity'];
const one = (value) => number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const failed = (error, retry) => (
  <Alert kind="warning" actions={<Button onClick={retry}>{t('ui.retry')}</Button>}>
    {errorText(error)}
  </Alert>
);

function Shown({ rating }) {
  if (!rating) return <p class="muted">{t('rating.none_yet')}</p>;
  return (
    <>
      <p>
        <strong class="nums">{t('rating.of_five', { n: one(rating.overall) })}</strong> <small class="muted">{t('rating.count', { n: rating.count })}</small>
      </p>
      <dl class="stats">
        {ASPECTS.map((name) => (
          <Stat key={name} label={t('rating.' + name)} value={one(rating[name])} />
        ))}
      </dl>
    </>
  );
}

function Rate({ requester, changed }) {
  const [form, set] = useState(requester.own || { pay: '', fairness: '', clarity: '' });
  const [state, setState] = useState({});
  const path = `/work/requesters/${requester.id}/rating`;
  const send = async () => {
    if (ASPECTS.some((name) => !form[name])) return setState({ wrong: t('rating.missing') });
    setState({ busy: true });
    try {
      changed(await api.put(path, Object.fromEntries(ASPECTS.map((name) => [name, Number(form[name])]))));
      setState({});
      toast(t('rating.thanks'));
    } catch (error) {
      setState({ wrong: errorText(error) });
    }
    return undefined;
  };
  const drop = async () => {
    try {
      await api.delete(path);
      changed({ ...requester, own: null });
      set({ pay: '', fairness: '', clarity: '' });
    } catch (error) {
      toast(errorText(error), 'bad');
    }
  };
  const options = [['', '–']].concat([5, 4, 3, 2, 1].map((n) => [String(n), t('rating.points_' + n)]));
  return (
    <Form onSubmit={send}>
      {ASPECTS.map((name) => (
        <Select key={name} label={t('rating.' + name)} hint={t('rating.' + name + '_hint')} value={String(form[name])} options={options} onChange={(e) => set({ ...form, [name]: e.target.value })} />
      ))}
      {state.wrong && <Alert kind="bad">{state.wrong}</Alert>}
      <div class="row">
        <Button kind={requester.own ? 'secondary' : 'primary'} type="submit" busy={state.busy}>
          {t(requester.own ? 'rating.change' : 'rating.rate')}
        </Button>
        {requester.own && (
          <Button kind="quiet" onClick={drop}>
            {t('rating.drop')}
          </Button>
        )}
      </div>
    </Form>
  );
}

function One({ first, title }) {
  const [requester, set] = useState(first);
  return (
    <Card title={title && (requester.display_name || requester.handle)}>
      <Shown rating={requester.rating} />
      {requester.may_rate ? <Rate requester={requester} changed={set} /> : <p class="muted small">{t('rating.later')}</p>}
    </Card>
  );
}

// Those whom one has worked for.
export function Requesters() {
  return (
    <Page title={t('rating.title')} lead={t('rating.lead')} narrow back={['#/profile', t('nav.profile')]}>
      <Pages load={(cursor) => api.get('/work/requesters', { cursor })} error={failed} empty={<Empty icon="star" title={t('rating.nobody')}>{t('rating.nobody_text')}</Empty>}>
        {(items) => items.map((requester) => <One key={requester.id} first={requester} title />)}
      </Pages>
    </Page>
  );
}

export function Requester({ id }) {
  const [state, set] = useState({});
  const load = () => api.get('/work/requesters/' + id).then((requester) => set({ requester }), (error) => set({ error }));
  useEffect(() => {
    load();
  }, [id]);
  const { requester, error } = state;
  if (!requester && !error) return <Loading />;
  return (
    <Page title={requester ? requester.display_name || requester.handle : t('rating.title')} lead={requester && t('rating.lead')} narrow back={['#/requesters', t('rating.title')]}>
      {error ? failed(error, load) : <One first={requester} />}
    </Page>
  );
}
