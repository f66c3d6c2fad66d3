// What a project asks of its workers: a list of comparisons, all of which must hold.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Button, Card, Input, Select, toast } from '../shared/ui.jsx';
import { t } from '../shared/i18n.js';
import { Loaded, Trouble, useAction, useLoad } from './load.jsx';

const SUBJECTS = ['qualification', 'language', 'approval_percent', 'approved_answers'];
const COMPARATORS = ['exists', 'does_not_exist', 'equal_to', 'not_equal_to', 'less_than', 'less_than_or_equal_to', 'greater_than', 'greater_than_or_equal_to', 'in', 'not_in'];
const takesNone = (comparator) => comparator === 'exists' || comparator === 'does_not_exist';
const toForm = (one) => ({ subject: one.subject, qualification: one.qualification ? String(one.qualification.id) : '', comparator: one.comparator, values: one.values.join(', ') });

function toBody(one) {
  const words = takesNone(one.comparator) ? [] : one.values.split(/[,\s]+/).filter(Boolean);
  return {
    subject: one.subject,
    comparator: one.comparator,
    values: one.subject === 'language' ? words.map((word) => word.toLowerCase()) : words.map((word) => (/^\d+$/.test(word) ? Number(word) : word)),
    ...(one.subject === 'qualification' && { qualification: Number(one.qualification) }),
  };
}

function Editor({ id, first, qualifications }) {
  const [list, set] = useState(first.map(toForm));
  const change = (at, more) => set(list.map((one, i) => (i === at ? { ...one, ...more } : one)));
  const [save, busy, error] = useAction(async () => {
    const reply = await api.put(`/projects/${id}/requirements`, { requirements: list.map(toBody) });
    set(reply.items.map(toForm));
    toast(t('requirements.saved'));
  });
  const wrong = (at) => ((error && error.errors) || []).filter((e) => e.pointer.startsWith('/requirements/' + at)).map((e) => e.detail).join(' ');
  return (
    <Card title={t('requirements.title')}>
      <p class="muted">{list.length ? t('requirements.lead') : t('requirements.none')}</p>
      {list.map((one, i) => (
        <div class="row" key={i}>
          <Select label={t('requirements.subject')} value={one.subject} error={wrong(i) || undefined} options={SUBJECTS.map((name) => [name, t('requirements.' + name)])} onChange={(e) => change(i, { subject: e.target.value })} />
          {one.subject === 'qualification' && (
            <Select label={t('requirements.which')} value={one.qualification} options={[['', t('requirements.choose')]].concat(qualifications.map((q) => [String(q.id), q.name]))} onChange={(e) => change(i, { qualification: e.target.value })} />
          )}
          <Select label={t('requirements.comparator')} value={one.comparator} options={COMPARATORS.map((name) => [name, t('requirements.' + name)])} onChange={(e) => change(i, { comparator: e.target.value })} />
          {!takesNone(one.comparator) && <Input label={t('requirements.values')} hint={one.subject === 'language' ? 'es, en, fr, pt' : undefined} value={one.values} onInput={(e) => change(i, { values: e.target.value })} />}
          <Button kind="quiet" onClick={() => set(list.filter((_, j) => j !== i))}>
            {t('requirements.remove')}
          </Button>
        </div>
      ))}
      {error && !error.errors.length && <Trouble error={error} />}
      <div class="row">
        <Button icon="plus" disabled={list.length >= 10} onClick={() => set(list.concat({ subject: 'qualification', qualification: '', comparator: 'greater_than_or_equal_to', values: '80' }))}>
          {t('requirements.add')}
        </Button>
        <Button kind="primary" busy={busy} onClick={save}>
          {t('ui.save')}
        </Button>
        <a href="#/training">{t('requirements.courses')}</a>
      </div>
    </Card>
  );
}

export function Requirements({ id }) {
  const both = useLoad(() => Promise.all([api.get(`/projects/${id}/requirements`), api.get('/qualifications', { limit: 200 })]), [id]);
  return <Loaded of={both}>{([requirements, qualifications]) => <Editor id={id} first={requirements.items} qualifications={qualifications.items} />}</Loaded>;
}
