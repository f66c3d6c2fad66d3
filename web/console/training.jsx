// Qualifications and the courses that grant them.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Badge, Button, Card, Dialog, Empty, Form, Input, Page, Select, Stat, Table, TextArea, ask, toast } from '../shared/ui.jsx';
import { date, duration, money, number, t } from '../shared/i18n.js';
import { go } from '../shared/router.js';
import { Loaded, Trouble, fieldErrors, useAction, useLoad } from './load.jsx';

const STATES = { open: 'good', draft: 'warning' };

/* ---- who holds it ---- */
function Holders({ qualification, onClose }) {
  const holders = useLoad(() => api.get(`/qualifications/${qualification.id}/holders`, { limit: 200 }), [qualification.id]);
  const [form, set] = useState({ person: '', score: '100' });
  const [give, busy, error] = useAction(async () => {
    await api.put(`/qualifications/${qualification.id}/holders/${Number(form.person) || 0}`, { score: Number(form.score) });
    set({ ...form, person: '' });
    holders.reload();
  });
  const take = async (row) => {
    if (!(await ask({ title: t('training.take_title'), text: t('training.take_text', { name: row.person.handle }), yes: t('training.take'), danger: true }))) return;
    await api.delete(`/qualifications/${qualification.id}/holders/${row.person.id}`).catch(() => {});
    holders.reload();
  };
  return (
    <Dialog title={qualification.name} onClose={onClose} wide>
      <Form onSubmit={give}>
        <div class="row">
          <Input label={t('training.person')} inputMode="numeric" required value={form.person} error={error ? fieldErrors(error)['/score'] : undefined} onInput={(e) => set({ ...form, person: e.target.value })} />
          <Input label={t('training.score')} inputMode="numeric" required value={form.score} onInput={(e) => set({ ...form, score: e.target.value })} />
          <Button kind="primary" type="submit" busy={busy}>
            {t('training.give')}
          </Button>
        </div>
        {error && <Trouble error={error} />}
      </Form>
      <Loaded of={holders}>
        {({ items }) =>
          items.length ? (
            <Table
              caption={t('training.holders')}
              rows={items.map((one) => ({ ...one, id: one.person.id }))}
              columns={[
                { key: 'person', label: t('training.holders'), render: (row) => row.person.handle },
                { key: 'score', label: t('training.score'), end: true },
                { key: 'given_at', label: t('training.given'), render: (row) => date(row.given_at) + ' · ' + t(row.by_course ? 'training.by_course' : 'training.by_hand') },
                { key: 'take', label: '', render: (row) => <Button kind="quiet" onClick={() => take(row)}>{t('training.take')}</Button> },
              ]}
            />
          ) : (
            <p class="muted">{t('training.holders_none')}</p>
          )
        }
      </Loaded>
    </Dialog>
  );
}

function QualificationDialog({ onClose, onDone }) {
  const [form, set] = useState({ name: '', description: '' });
  const [save, busy, error] = useAction(async () => {
    await api.post('/qualifications', { name: form.name.trim(), description: form.description.trim() });
    onDone();
  });
  const wrong = fieldErrors(error);
  return (
    <Dialog title={t('training.qualification_new')} onClose={onClose}>
      <Form onSubmit={save}>
        {error && <Trouble error={error} />}
        <Input label={t('training.name')} required maxLength={200} error={wrong['/name']} value={form.name} onInput={(e) => set({ ...form, name: e.target.value })} />
        <TextArea label={t('training.description')} optional maxLength={2000} value={form.description} onInput={(e) => set({ ...form, description: e.target.value })} />
        <div>
          <Button kind="primary" type="submit" busy={busy}>
            {t('ui.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

export function Training({ session }) {
  const both = useLoad(() => Promise.all([api.get('/qualifications', { limit: 200 }), api.get('/courses', { limit: 200 })]), []);
  const [open, set] = useState(null);
  const mine = (one) => one.owner.id === session.person.id;
  return (
    <Page title={t('nav.training')} lead={t('training.lead')}>
      <Loaded of={both}>
        {([qualifications, courses]) => (
          <>
            <Card title={t('training.qualifications')} actions={<Button icon="plus" onClick={() => set('new')}>{t('training.qualification_new')}</Button>}>
              {qualifications.items.length ? (
                <Table
                  caption={t('training.qualifications')}
                  rows={qualifications.items}
                  columns={[
                    { key: 'name', label: t('training.name'), render: (row) => <strong>{row.name}</strong> },
                    { key: 'owner', label: t('training.owner'), render: (row) => row.owner.handle },
                    { key: 'holders', label: t('training.holders'), end: true },
                    { key: 'open', label: '', render: (row) => mine(row) && <Button kind="quiet" onClick={() => set(row)}>{t('training.holders')}</Button> },
                  ]}
                />
              ) : (
                <Empty icon="star" title={t('training.qualifications_none')} />
              )}
            </Card>
            <Card title={t('training.courses')} actions={qualifications.items.some(mine) && <Button icon="plus" href="#/training/new">{t('training.course_new')}</Button>}>
              {courses.items.filter((one) => one.own).length ? (
                <Table
                  caption={t('training.courses')}
                  rows={courses.items.filter((one) => one.own)}
                  columns={[
                    { key: 'title', label: t('training.course'), render: (row) => <a href={'#/training/' + row.id}>{row.title}</a> },
                    { key: 'grants', label: t('training.grants'), render: (row) => row.qualification.name },
                    { key: 'state', label: t('training.state'), render: (row) => <Badge kind={STATES[row.state]}>{t('training.state_' + row.state)}</Badge> },
                  ]}
                />
              ) : (
                <p class="muted">{t('training.courses_none')}</p>
              )}
            </Card>
          </>
        )}
      </Loaded>
      {open === 'new' && (
        <QualificationDialog
          onClose={() => set(null)}
          onDone={() => {
            set(null);
            both.reload();
          }}
        />
      )}
      {open && open !== 'new' && (
        <Holders
          qualification={open}
          onClose={() => {
            set(null);
            both.reload();
          }}
        />
      )}
    </Page>
  );
}

/* ---- one course ---- */
const KINDS = ['lesson', 'practice', 'exam'];
const partForm = (part) => ({ kind: part.kind, text: part.text, choices: part.choices.join('\n'), right: String(part.right + 1), explanation: part.explanation });
const partBody = (part) => ({
  kind: part.kind,
  text: part.text,
  ...(part.kind !== 'lesson' && { choices: part.choices.split('\n').map((line) => line.trim()).filter(Boolean), right: Number(part.right) - 1, explanation: part.explanation }),
});

function Part({ part, number, wrong, change, drop }) {
  return (
    <Card title={t('training.part', { n: number })} actions={<Button kind="quiet" onClick={drop}>{t('training.part_drop')}</Button>}>
      <Select label={t('training.kind')} value={part.kind} options={KINDS.map((kind) => [kind, t('training.kind_' + kind)])} onChange={(e) => change({ kind: e.target.value })} />
      <TextArea label={t('training.text')} hint={t('training.text_hint')} rows={part.kind === 'lesson' ? 10 : 3} error={wrong} value={part.text} onInput={(e) => change({ text: e.target.value })} />
      {part.kind !== 'lesson' && (
        <>
          <TextArea label={t('training.choices')} hint={t('training.choices_hint')} value={part.choices} onInput={(e) => change({ choices: e.target.value })} />
          <Input label={t('training.right')} inputMode="numeric" value={part.right} onInput={(e) => change({ right: e.target.value })} />
          {part.kind === 'practice' && <TextArea label={t('training.explanation')} value={part.explanation} onInput={(e) => change({ explanation: e.target.value })} />}
        </>
      )}
    </Card>
  );
}

// For how many people the pay is reserved, with what that costs.
function Places({ title, pay, yes, send, onClose, onDone }) {
  const [count, set] = useState('20');
  const [act, busy, error] = useAction(async () => {
    await send(Number(count) || 0);
    onDone();
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={act}>
        {error && <Trouble error={error} />}
        <p>{t('training.places_text')}</p>
        <Input label={t('training.places')} inputMode="numeric" required error={fieldErrors(error)['/places']} value={count} onInput={(e) => set(e.target.value)} />
        <p class="muted">{t('training.places_cost', { amount: money((Number(count) || 0) * pay) })}</p>
        <div>
          <Button kind="primary" type="submit" busy={busy}>
            {yes}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

// "0,5" and "0.5" are both half a unit.
const microsOf = (text) => Math.round(Number(text.trim().replace(',', '.')) * 1e6) || 0;

// What came of an open or closed course, and places to add.
function Standing({ course, reload }) {
  const [adding, set] = useState(false);
  return (
    <>
      <dl class="stats">
        <Stat label={t('training.learners')} value={number(course.learners)} />
        <Stat label={t('training.passed_n')} value={number(course.passed)} />
        <Stat label={t('training.typical')} value={course.typical_seconds ? duration(course.typical_seconds) : '–'} />
        {course.pay_micros > 0 && <Stat label={t('training.pay')} value={money(course.pay_micros)} note={course.typical_seconds ? t('training.per_hour', { amount: money((course.pay_micros * 3600) / course.typical_seconds) }) : ''} />}
        {course.pay_micros > 0 && <Stat label={t('training.places_left')} value={number(course.places_left)} />}
      </dl>
      {course.pay_micros > 0 && course.state === 'open' && (
        <div>
          <Button icon="plus" onClick={() => set(true)}>
            {t('training.places_add')}
          </Button>
        </div>
      )}
      {adding && (
        <Places
          title={t('training.places_add')}
          pay={course.pay_micros}
          yes={t('training.places_add')}
          send={(places) => api.post(`/courses/${course.id}/places`, { places })}
          onClose={() => set(false)}
          onDone={() => {
            set(false);
            reload();
          }}
        />
      )}
    </>
  );
}

function CourseForm({ course, qualifications }) {
  const fresh = !course;
  const [form, set] = useState(
    fresh
      ? { title: '', description: '', qualification: String(qualifications[0] ? qualifications[0].id : ''), pass: '80', questions: '5', hours: '24', gold: '', pay: '' }
      : { title: course.title, description: course.description, qualification: String(course.qualification.id), pass: String(course.pass_percent), questions: String(course.exam_questions), hours: String(course.retry_seconds / 3600), gold: course.gold_project ? String(course.gold_project) : '', pay: course.pay_micros ? String(course.pay_micros / 1e6) : '' }
  );
  const [places, setPlaces] = useState(false);
  const drafts = useLoad(() => api.get('/projects', { limit: 200 }), []);
  const pools = ((drafts.data && drafts.data.items) || []).filter((one) => one.state === 'draft').map((one) => [String(one.id), one.title]);
  const [parts, setParts] = useState(fresh ? [{ kind: 'lesson', text: '', choices: '', right: '1', explanation: '' }] : course.parts.map(partForm));
  const field = (name) => ({ value: form[name], onInput: (e) => set({ ...form, [name]: e.target.value }) });
  const body = () => ({
    title: form.title.trim(),
    description: form.description.trim(),
    qualification: Number(form.qualification),
    pass_percent: Number(form.pass),
    exam_questions: Number(form.questions),
    retry_seconds: Math.round(Number(form.hours) * 3600),
    parts: parts.map(partBody),
    ...(form.gold && { gold_project: Number(form.gold) }),
    pay_micros: microsOf(form.pay),
  });
  const [save, busy, error] = useAction(async () => {
    const saved = await (fresh ? api.post('/courses', body()) : api.put('/courses/' + course.id, body()));
    toast(t('training.saved'));
    if (fresh) go('/training/' + saved.id, { replace: true });
  });
  const [open, opening, trouble] = useAction(async () => {
    const pays = microsOf(form.pay) > 0;
    if (!pays && !(await ask({ title: t('training.open_title'), text: t('training.open_text'), yes: t('training.open') }))) return;
    await api.put('/courses/' + course.id, body());
    if (pays) return setPlaces(true);
    await api.post(`/courses/${course.id}/open`, {});
    go('/training');
    return undefined;
  });
  const wrong = fieldErrors(error || trouble);
  const change = (at, more) => setParts(parts.map((part, i) => (i === at ? { ...part, ...more } : part)));
  return (
    <Form onSubmit={save}>
      {(error || trouble) && <Trouble error={error || trouble} />}
      <Card>
        <Input label={t('training.title')} required maxLength={200} error={wrong['/title']} {...field('title')} />
        <TextArea label={t('training.description')} optional maxLength={2000} {...field('description')} />
        <Select label={t('training.grants')} value={form.qualification} error={wrong['/qualification']} options={qualifications.map((q) => [String(q.id), q.name])} onChange={(e) => set({ ...form, qualification: e.target.value })} />
        <div class="row">
          <Input label={t('training.pass')} inputMode="numeric" error={wrong['/pass_percent']} {...field('pass')} />
          <Input label={t('training.questions')} inputMode="numeric" error={wrong['/exam_questions']} {...field('questions')} />
          <Input label={t('training.retry')} inputMode="decimal" error={wrong['/retry_seconds']} {...field('hours')} />
        </div>
        <Select label={t('training.pool')} hint={t('training.pool_hint')} value={form.gold} error={wrong['/gold_project']} options={[['', t('training.pool_none')]].concat(pools)} onChange={(e) => set({ ...form, gold: e.target.value })} />
        <Input label={t('training.pay')} hint={t('training.pay_hint')} optional inputMode="decimal" error={wrong['/pay_micros']} {...field('pay')} />
      </Card>
      {places && <Places title={t('training.open_title')} pay={microsOf(form.pay)} yes={t('training.open')} send={(count) => api.post(`/courses/${course.id}/open`, { places: count })} onClose={() => setPlaces(false)} onDone={() => go('/training')} />}
      {parts.map((part, i) => (
        <Part key={i} part={part} number={i + 1} wrong={wrong['/parts/' + i]} change={(more) => change(i, more)} drop={() => setParts(parts.filter((_, j) => j !== i))} />
      ))}
      <div class="row">
        {KINDS.map((kind) => (
          <Button key={kind} icon="plus" onClick={() => setParts(parts.concat({ kind, text: '', choices: '', right: '1', explanation: '' }))}>
            {t('training.kind_' + kind)}
          </Button>
        ))}
      </div>
      <div class="row">
        <Button kind="primary" type="submit" busy={busy}>
          {t('ui.save')}
        </Button>
        {!fresh && (
          <Button busy={opening} onClick={open}>
            {t('training.open')}
          </Button>
        )}
      </div>
    </Form>
  );
}

export function CoursePage({ id, session }) {
  const both = useLoad(() => Promise.all([id === 'new' ? null : api.get('/courses/' + id), api.get('/qualifications', { limit: 200 })]), [id]);
  const [close, closing] = useAction(
    async () => {
      await api.post(`/courses/${id}/close`);
      both.reload();
    },
    { tell: true }
  );
  return (
    <Loaded of={both}>
      {([course, qualifications]) => (
        <Page title={course ? course.title : t('training.course_new')} back={['#/training', t('nav.training')]} actions={course && <Badge kind={STATES[course.state]}>{t('training.state_' + course.state)}</Badge>}>
          {!course || course.state === 'draft' ? (
            <CourseForm key={id} course={course} qualifications={qualifications.items.filter((one) => one.owner.id === session.person.id)} />
          ) : (
            <Card>
              <p>{t('training.fixed')}</p>
              <Standing course={course} reload={both.reload} />
              {course.state === 'open' && (
                <div>
                  <Button busy={closing} onClick={close}>
                    {t('training.close')}
                  </Button>
                </div>
              )}
            </Card>
          )}
        </Page>
      )}
    </Loaded>
  );
}
