// What is coming: scheduled batches, and hours of work a week as far as they can be foretold.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { date, dateTime, errorText, money, number, t } from '../shared/i18n.js';
import { Alert, Button, Card, Loading, Page } from '../shared/ui.jsx';

const hours = (n) => number(n, { maximumFractionDigits: n < 10 ? 1 : 0 });

function Week({ week, most, wished }) {
  const empty = week.your_hours < 0.05;
  return (
    <li>
      <p>
        <strong>{t('coming.week', { date: date(week.begins_at) })}</strong> {empty ? t('coming.empty') : t('coming.yours', { hours: hours(week.your_hours) })}
      </p>
      <div class="bar" aria-hidden="true">
        <i style={{ width: `${Math.round((100 * Math.min(week.your_hours, most)) / most)}%` }} />
      </div>
      <p class="muted small">
        {t('coming.of', { waiting: hours(week.waiting_hours), scheduled: hours(week.scheduled_hours), usual: hours(week.usual_hours) })}
        {wished > 0 && week.your_hours >= wished ? ' ' + t('coming.enough') : ''}
      </p>
    </li>
  );
}

export function Coming() {
  const [state, set] = useState({});
  const load = () => api.get('/work/forecast').then((data) => set({ data }), (error) => set({ error }));
  useEffect(() => {
    load();
  }, []);
  if (state.error)
    return (
      <Page title={t('coming.title')} narrow>
        <Alert kind="warning" actions={<Button onClick={load}>{t('ui.retry')}</Button>}>
          {errorText(state.error)}
        </Alert>
      </Page>
    );
  if (!state.data) return <Loading />;
  const { weeks, batches, wished_hours } = state.data;
  const most = Math.max(1, wished_hours, ...weeks.map((week) => week.your_hours));
  return (
    <Page title={t('coming.title')} lead={t('coming.lead')} back={['#/', t('nav.work')]} narrow>
      <Card title={t('coming.weeks')}>
        {wished_hours === 0 && (
          <Alert quiet actions={<Button href="#/hours">{t('offer.ask_button')}</Button>}>
            {t('coming.say_hours')}
          </Alert>
        )}
        <ul class="weeks">
          {weeks.map((week) => (
            <Week key={week.begins_at} week={week} most={most} wished={wished_hours} />
          ))}
        </ul>
      </Card>
      <Card title={t('coming.batches')}>
        {batches.length === 0 && <p class="muted">{t('coming.no_batches')}</p>}
        <ul class="members">
          {batches.map((batch) => (
            <li key={batch.project.id}>
              <span>
                <strong>{batch.project.title}</strong>
                <br />
                <span class="muted small">
                  {dateTime(batch.publish_at)}
                  {batch.repeat_days > 0 ? ' · ' + t('coming.repeats', { n: batch.repeat_days }) : ''}
                </span>
              </span>
              <span class="nums">{t('coming.tasks', { n: batch.tasks, price: money(batch.price_micros) })}</span>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
