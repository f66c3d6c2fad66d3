// What a project asks of its workers, what somebody has of it, and the way to the rest.
import { t } from '../shared/i18n.js';
import { Badge, Button, Card } from '../shared/ui.jsx';
export { ready } from './words.js';

const name = (value, subject) => (subject === 'language' ? t('training.language_' + value) : subject === 'approval_percent' ? value + ' %' : String(value));

function wanted({ subject, qualification, comparator, values }) {
  const what = subject === 'qualification' ? '«' + qualification.name + '»' : t('training.subject_' + subject);
  return t('training.' + comparator, { what, values: values.map((value) => name(value, subject)).join(', ') });
}

export function Requirements({ project }) {
  return (
    <Card title={t(project.qualified ? 'training.asks' : 'training.closed')}>
      <ul class="lines">
        {project.requirements.map((one, i) => (
          <li key={i}>
            <strong>{wanted(one)}</strong>
            <span class="end">
              <Badge kind={one.met ? 'good' : 'warning'}>{t(one.met ? 'training.met' : 'training.missing')}</Badge>
            </span>
            <span class="muted small whole">{one.value === null ? t('training.you_none') : t('training.you', { value: name(one.value, one.subject) })}</span>
            {!one.met && one.course && (
              <span class="whole">
                <Button kind="primary" href={'#/courses/' + one.course}>
                  {t('training.to_course')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
