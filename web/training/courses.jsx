// Courses: the list with what one holds, and one course with lessons, practice and exam.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { dateTime, duration, errorText, percent, t } from '../shared/i18n.js';
import { Alert, Badge, Button, Card, Empty, Form, Loading, Page, Pages, useId } from '../shared/ui.jsx';
export { ready } from './words.js';
export { Requirements } from './requirements.jsx';

const Html = ({ html }) => <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
const failed = (error, retry) => (
  <Alert kind="warning" actions={<Button onClick={retry}>{t('ui.retry')}</Button>}>
    {errorText(error)}
  </Alert>
);

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
  const { course, error, questions, result } = state;
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
      set({ course, questions: (await api.post(`/courses/${id}/exam`)).questions });
    } catch (e) {
      set({ course, trouble: e });
    }
  };
  if (questions)
    return (
      <Page title={course.title} lead={t('training.exam_lead', { share: percent(course.pass_percent / 100) })} narrow>
        <Exam
          course={id}
          questions={questions}
          onDone={async (told) => {
            set({ course: await api.get('/courses/' + id).catch(() => course), result: told });
            scrollTo(0, 0);
          }}
        />
      </Page>
    );
  const waits = course.next_try_at && new Date(course.next_try_at) > new Date();
  return (
    <Page title={course.title} lead={course.description || undefined} back={back} narrow>
      {result && (
        <Alert kind={result.passed ? 'good' : 'warning'} title={t(result.passed ? 'training.passed' : 'training.failed', { share: percent(result.percent / 100) })}>
          {result.passed ? t('training.passed_text', { name: course.qualification.name }) : t('training.failed_text', { share: percent(course.pass_percent / 100) })}
        </Alert>
      )}
      {course.parts.filter((part) => part.kind !== 'exam').map((part) => (part.kind === 'lesson' ? <Card key={part.position}><Html html={part.html} /></Card> : <Practice key={part.position} course={id} part={part} />))}
      <Card title={t('training.exam')}>
        <p>{t('training.exam_text', { n: course.exam_questions, share: percent(course.pass_percent / 100), name: course.qualification.name })}</p>
        <p class="muted small">{t('training.exam_retry', { time: duration(course.retry_seconds) })}</p>
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
