// What stands around every page: the list of places (beside it on a wide screen, behind a button on a narrow one), who is
// logged in, their balance, language and look.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon, LanguagePicker, Logo, ThemePicker, toast } from '../shared/ui.jsx';
import { errorText, money, t } from '../shared/i18n.js';
import { usePlace } from '../shared/router.js';
import { sessionEnd, sessionPatch } from '../shared/session.js';
import { api } from '../shared/api.js';
import { hasRole } from './words.js';

const PLACES = [
  ['/projects', 'nav.projects', 'work', null],
  ['/training', 'nav.training', 'star', 'requester'],
  ['/money', 'nav.money', 'wallet', 'requester'],
  ['/tokens', 'nav.tokens', 'key', null],
  ['/accounts', 'nav.accounts', 'search', 'reviewer'],
  ['/people', 'nav.people', 'users', 'operator'],
  ['/accounts', 'nav.accounts', 'search', 'operator'],
  ['/payouts', 'nav.payouts', 'coin', 'operator'],
  ['/health', 'nav.health', 'chart', 'operator'],
  ['/limits', 'nav.limits', 'clock', 'operator'],
  ['/backups', 'nav.backups', 'download', 'operator'],
  ['/audit', 'nav.audit', 'check', 'operator'],
];
const isHere = (path, place) => path === place || path.startsWith(place + '/') || (place === '/projects' && (path === '/' || path.startsWith('/new')));

export function Frame({ session, children }) {
  const { path } = usePlace();
  const [open, setOpen] = useState(false);
  const button = useRef();
  useEffect(() => setOpen(false), [path]);
  const links = (role) =>
    PLACES.filter((p) => (role ? p[3] === role : p[3] !== 'operator') && (!p[3] || hasRole(session, p[3])) && !(p[3] === 'reviewer' && hasRole(session, 'operator'))).map(([place, name, icon]) => (
      <li key={place}>
        <a href={'#' + place} aria-current={isHere(path, place) ? 'page' : undefined}>
          <Icon name={icon} /> {t(name)}
        </a>
      </li>
    ));
  const logOut = () => sessionEnd().catch((e) => toast(errorText(e), 'bad'));
  // The account keeps the language, so that other devices greet in it; a failure is not worth a message.
  const keepLanguage = (language) =>
    api.patch('/me', { language }).then(
      (person) => sessionPatch({ person }),
      () => {}
    );
  return (
    <div class="frame">
      <a class="skip-link" href="#main" onClick={(e) => { e.preventDefault(); document.getElementById('main').focus(); }}>
        {t('ui.skip_to_content')}
      </a>
      <header class="top">
        <Logo href="#/projects" />
        <button ref={button} type="button" class="button quiet menu-button" aria-expanded={open ? 'true' : 'false'} aria-controls="places" onClick={() => setOpen(!open)}>
          <Icon name={open ? 'close' : 'menu'} /> {t('nav.menu')}
        </button>
      </header>
      <aside
        id="places"
        aria-label={t('nav.menu')}
        class={open ? 'side open' : 'side'}
        onKeyDown={(e) => {
          if (e.key === 'Escape' && open) {
            setOpen(false);
            button.current.focus();
          }
        }}
      >
        <Logo href="#/projects" />
        <nav aria-label={t('nav.places')}>
          <ul>{links('')}</ul>
          {hasRole(session, 'operator') && (
            <>
              <h2 class="side-title">{t('nav.operator')}</h2>
              <ul>{links('operator')}</ul>
            </>
          )}
        </nav>
        <div class="side-foot">
          {hasRole(session, 'requester') && (
            <a class="balance" href="#/money">
              <span>{t('nav.balance')}</span>
              <strong>{money(session.available_micros)}</strong>
            </a>
          )}
          <div class="row side-person">
            <a href="#/me" class="grow" aria-current={path === '/me' ? 'page' : undefined}>
              <Icon name="person" /> <span class="clip">{session.person.display_name || session.person.handle}</span>
            </a>
            <Button kind="quiet" onClick={logOut}>
              {t('nav.log_out')}
            </Button>
          </div>
          <div class="row side-look">
            <LanguagePicker onPick={keepLanguage} />
            <ThemePicker />
          </div>
        </div>
      </aside>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
