// What a new project can begin with.
import { useState } from 'preact/hooks';
import { Alert, Button, Icon, Page } from '../shared/ui.jsx';
import { duration, language, money, t } from '../shared/i18n.js';
import { kept } from '../shared/store.js';
import { TemplatePicture } from './gallery_pictures.jsx';
import { GROUPS, templateIn, templates } from '../templates/index.js';

export function Gallery() {
  const [search, setSearch] = useState('');
  const [left, setLeft] = useState(kept.get('draft'));
  const all = templates.map((template) => templateIn(template, language()));
  const plain = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const shown = all.filter((one) => plain(one.title + ' ' + one.description).includes(plain(search.trim())));
  return (
    <Page title={t('gallery.title')} lead={t('gallery.lead')} back={['#/projects', t('nav.projects')]}>
      {left && (
        <Alert
          kind="info"
          title={t('gallery.left', { title: left.title || t('gallery.untitled') })}
          actions={
            <div class="row">
              <Button kind="primary" href="#/new/left">
                {t('gallery.go_on')}
              </Button>
              <Button
                onClick={() => {
                  kept.drop('draft');
                  setLeft(null);
                }}
              >
                {t('gallery.drop')}
              </Button>
            </div>
          }
        />
      )}
      <div class="row">
        <div class="search grow">
          <Icon name="search" />
          <input type="search" aria-label={t('gallery.search')} placeholder={t('gallery.search')} value={search} onInput={(e) => setSearch(e.target.value)} />
        </div>
        <Button icon="code" href="#/new/blank">
          {t('gallery.blank')}
        </Button>
      </div>
      {!shown.length && <p class="muted">{t('gallery.nothing')}</p>}
      {GROUPS.filter((group) => shown.some((one) => one.group === group)).map((group) => (
        <section key={group} class="stack tight">
          <h2>{t('gallery.group.' + group)}</h2>
          <ul class="gallery plain-list">
            {shown
              .filter((one) => one.group === group)
              .map((one) => (
                <li key={one.id}>
                  <a class="template card" href={'#/new/' + one.id}>
                    <TemplatePicture picture={one.picture} />
                    <strong>{one.title}</strong>
                    <span class="muted">{one.description}</span>
                    <small class="muted nums">
                      {money(one.price_micros)} · {duration(one.seconds)}
                    </small>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
