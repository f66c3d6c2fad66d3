// Courses: the list with what one holds, and one course with lessons, practice and exam.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { dateTime, duration, errorText, money, percent, t } from '../shared/i18n.js';
import { Label, labelErrors, labelIsEmpty, labelReady, labelStart } from '../label/index.jsx';
import { Alert, Badge, Button, Card, Empty, Form, Loading, Page, Pages, useId } from '../shared/ui.jsx';
export { ready } from './words.js';
export { Requirements } from './requirements.jsx';

const Html = ({ html }) => <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
const failed = (error, retry) => (
  <Alert kind="warning" actions={<Button onClick={retry}>{t('ui.retry')}</Button>}>
    {errorText(error)}
  </Alert>
);

// What passing pays, and what of it is this person's.
function CoursePay({ course }) {
  if (!course.pay_micros) return null;
  const amount = money(course.pay_micros);
  if (course.paid_at) return <p>{t('training.paid', { amount })}</p>;
  const hour = course.typical_seconds ? money((course.pay_micros * 3600) / course.typical_seconds) : '';
  return (
    <>
      <p>
        <strong>{t(hour ? 'training.pays_about' : 'training.pays', { amount, hour })}</strong>
      </p>
      {course.held_until && <p class="muted small">{t('training.held_until', { date: dateTime(course.held_until) })}</p>}
      {!course.held_until && !course.passed_at && <p class="muted small">{course.places_left ? t('training.places_n', { n: course.places_left }) : t('training.no_places')}</p>}
    </>
  );
}

function Held() {
  const [items, set] = useState([]);
  useEffect(() => {
    api.get('/me/qualifications').then((reply) => set(reply.items), () => {});
  }, []);
  if (!items.length) return null;
  return (
    <Card title={t('training.held')}>
      <ul class="lines">
        {items.map((one) => (
          <li key={one.id}>
            <strong>{one.name}</strong>
            <span class="end nums">{one.score}</span>
            {one.score < one.given_score && <p class="why">{t('training.decayed', { given: one.given_score })}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Courses() {
  return (
    <Page title={t('training.courses')} lead={t('training.courses_lead')} narrow back={['#/profile', t('nav.profile')]}>
      <Held />
      <Pages load={(cursor) => api.get('/courses', { cursor })} error={failed} empty={<Empty icon="info" title={t('training.none')} />}>
        {(items) =>
          items.map((one) => (
            <Card key={one.id} title={one.title} actions={one.passed_at && <Badge kind="good">{percent(one.best_percent / 100)}</Badge>}>
              {one.description && <p>{one.description}</p>}
              <p class="muted small">{t('training.grants', { name: one.qualification.name })}</p>
              <CoursePay course={one} />
              <div>
                <Button kind={one.passed_at ? 'secondary' : 'primary'} href={'#/courses/' + one.id}>
                  {t('training.open')}
                </Button>
              </div>
            </Card>
          ))
        }
      </Pages>
    </Page>
  );
}

function Choices({ choices, value, onChange, disabled }) {
  const id = useId('q');
  return (
    <div role="radiogroup">
      {choices.map((choice, i) => (
        <div class="checkbox" key={i}>
          <input type="radio" id={id + i} name={id} checked={value === i} disabled={disabled} onChange={() => onChange(i)} />
          <div>
            <label for={id + i}>{choice}</label>
          </div>
        </div>
      ))}
    </div>
  );
}

function Practice({ course, part }) {
  const [choice, set] = useState(null);
  const [state, setState] = useState({});
  const send = async () => {
    setState({ busy: true });
    try {
      setState({ told: await api.post(`/courses/${course}/practice`, { position: part.position, choice }) });
    } catch (error) {
      setState({ error });
    }
  };
  const { told, error, busy } = state;
  return (
    <Card title={t('training.practice')}>
      <Html html={part.html} />
      <Choices choices={part.choices} value={choice} onChange={(value) => { set(value); setState({}); }} />
      {error && <Alert kind="bad">{errorText(error)}</Alert>}
      {told && (
        <Alert kind={told.right ? 'good' : 'warning'} title={told.right ? t('training.right') : t('training.wrong', { choice: part.choices[told.right_choice] })}>
          <Html html={told.explanation_html} />
        </Alert>
      )}
      <div>
        <Button busy={busy} disabled={choice === null} onClick={send}>
          {t('training.check')}
        </Button>
      </div>
    </Card>
  );
}

// An exam drawn from gold: tasks as they are worked on, one after the other on one page.
function GoldExam({ course, exam, onDone }) {
  const { questions, config } = exam;
  const [results, set] = useState(() => questions.map((question) => labelStart(config, question.data)));
  const [state, setState] = useState({ errors: {} });
  const send = async () => {
    const at = questions.findIndex((question, i) => labelIsEmpty(config, question.data, results[i]) || Object.keys(labelErrors(config, question.data, results[i])).length);
    if (at >= 0) return setState({ at, errors: labelErrors(config, questions[at].data, results[at]), wrong: t('training.answer_missing', { n: at + 1 }) });
    setState({ busy: true, errors: {} });
    try {
      onDone(await api.post(`/courses/${course}/exam/answers`, { results }));
    } catch (error) {
      setState({ error, errors: {} });
    }
    return undefined;
  };
  return (
    <Form onSubmit={send}>
      <p class="muted">{t('training.answer_gold')}</p>
      {questions.map((question, i) => (
        <Card key={question.position} title={t('training.question', { n: i + 1, of: questions.length })}>
          <Label config={config} data={question.data} value={results[i]} onChange={(value) => {
              set((old) => old.map((one, j) => (j === i ? value : one)));
              setState({ errors: {} });
            }} readOnly={!!state.busy} errors={state.at === i ? state.errors : {}} />
        </Card>
      ))}
      {(state.error || state.wrong) && <Alert kind="bad">{state.wrong || errorText(state.error)}</Alert>}
      <Button kind="primary" class="big wide" type="submit" busy={state.busy}>
        {t('training.hand_in')}
      </Button>
    </Form>
  );
}

function Exam({ course, questions, onDone }) {
  const [choices, set] = useState(questions.map(() => null));
  const [state, setState] = useState({});
  const left = choices.filter((one) => one === null).length;
  const send = async () => {
    if (left) return setState({ wrong: t('training.unanswered', { n: left }) });
    setState({ busy: true });
    try {
      onDone(await api.post(`/courses/${course}/exam/answers`, { choices }));
    } catch (error) {
      setState({ error });
    }
    return undefined;
  };
  return (
    <Form onSubmit={send}>
      {questions.map((question, i) => (
        <Card key={question.position} title={t('training.question', { n: i + 1, of: questions.length })}>
          <Html html={question.html} />
          <Choices choices={question.choices} value={choices[i]} onChange={(value) => set(choices.map((old, j) => (j === i ? value : old)))} />
        </Card>
      ))}
      {(state.error || state.wrong) && <Alert kind="bad">{state.wrong || errorText(state.error)}</Alert>}
      <Button kind="primary" class="big wide" type="submit" busy={state.busy}>
        {t('training.hand_in')}
      </Button>
    </Form>
  );
}

export function Course({ id }) {
  const [state, set] = useState({});
  const load = () => api.get('/courses/' + id).then((course) => set({ course }), (error) => set({ error }));
  useEffect(() => {
    load();
  }, [id]);
  const { course, error, exam, result } = state;
  const back = ['#/courses', t('training.courses')];
  if (!course)
    return error ? (
      <Page title={t('training.courses')} back={back} narrow>
        {failed(error, load)}
      </Page>
    ) : (
      <Loading />
    );
  const begin = async () => {
    set({ course, busy: true });
    try {
      const drawn = await api.post(`/courses/${id}/exam`);
      if (drawn.config) await labelReady(drawn.config);
      set({ course, exam: drawn });
    } catch (e) {
      set({ course, trouble: e });
    }
  };
  const done = async (told) => {
    set({ course: await api.get('/courses/' + id).catch(() => course), result: told });
    scrollTo(0, 0);
  };
  if (exam)
    return (
      <Page title={course.title} lead={t('training.exam_lead', { share: percent(course.pass_percent / 100) })} narrow>
        {exam.config ? <GoldExam course={id} exam={exam} onDone={done} /> : <Exam course={id} questions={exam.questions} onDone={done} />}
      </Page>
    );
  const waits = course.next_try_at && new Date(course.next_try_at) > new Date();
  return (
    <Page title={course.title} lead={course.description || undefined} back={back} narrow>
      {result && (
        <Alert kind={result.passed ? 'good' : 'warning'} title={t(result.passed ? 'training.passed' : 'training.failed', { share: percent(result.percent / 100) })}>
          {result.paid_micros > 0 && t('training.paid', { amount: money(result.paid_micros) }) + ' '}
          {result.passed ? t('training.passed_text', { name: course.qualification.name }) : t('training.failed_text', { share: percent(course.pass_percent / 100) })}
        </Alert>
      )}
      {course.parts.filter((part) => part.kind !== 'exam').map((part) => (part.kind === 'lesson' ? <Card key={part.position}><Html html={part.html} /></Card> : <Practice key={part.position} course={id} part={part} />))}
      <Card title={t('training.exam')}>
        <p>{t('training.exam_text', { n: course.exam_questions, share: percent(course.pass_percent / 100), name: course.qualification.name })}</p>
        <p class="muted small">{t('training.exam_retry', { time: duration(course.retry_seconds) })}</p>
        <CoursePay course={course} />
        {state.trouble && <Alert kind="bad">{errorText(state.trouble)}</Alert>}
        {waits ? (
          <Alert quiet>{t('training.next_try', { date: dateTime(course.next_try_at) })}</Alert>
        ) : (
          <Button kind="primary" class="big wide" busy={state.busy} onClick={begin}>
            {t('training.begin')}
          </Button>
        )}
      </Card>
    </Page>
  );
}
