// The parts every page is made of. All texts come from the caller, already translated. Looks: style.css.
import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LANGUAGES, language, languageChoose, t, useMissing } from './i18n.js';
import { usePageTitle } from './router.js';
import { makeStore } from './store.js';
import { themeNow, themeUse } from './theme.js';

export const cx = (...names) => names.filter(Boolean).join(' ');

let ids = 0;
export function useId(prefix = 'i') {
  const id = useRef('');
  if (!id.current) id.current = prefix + ++ids;
  return id.current;
}

/* ---- pictures: 24 x 24 line drawings ---- */
const PATHS = {
  work: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16',
  wallet: 'M4 7h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7zm0 0a2 2 0 0 1 2-2h10M16 13h.01',
  history: 'M12 7v5l3 2M4.5 9A8 8 0 1 1 4 12M4 5v4h4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c.6-3.6 3.4-5 7-5s6.4 1.4 7 5',
  back: 'M14 6l-6 6 6 6',
  next: 'M10 6l6 6-6 6',
  clock: 'M12 7v5l3 2M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  flag: 'M6 21V4h11l-2 4 2 4H6',
  skip: 'M5 6l7 6-7 6zM13 6l6 6-6 6',
  check: 'M5 13l4 4L19 7',
  close: 'M6 6l12 12M18 6L6 18',
  info: 'M12 11v5M12 8h.01M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  warning: 'M12 9v4M12 16h.01M12 4l9 16H3z',
  stop: 'M7 7h10v10H7z',
  keyboard: 'M3 7h18v10H3zM7 10h.01M12 10h.01M17 10h.01M8 14h8',
  plus: 'M12 5v14M5 12h14',
  menu: 'M4 7h16M4 12h16M4 17h16',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  upload: 'M12 20V9M7 12l5-5 5 5M5 4h14',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM16 16l4 4',
  offline: 'M4 4l16 16M8.5 8.6A8 8 0 0 0 5 10.5M12 8a10 10 0 0 1 7 2.5M9 14a5 5 0 0 1 5-.6M12 18h.01',
  users: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c.4-3.4 2.6-5 6-5s5.6 1.6 6 5M16 4.5a3.5 3.5 0 0 1 0 6M18 15.5c1.8.7 2.8 2.2 3 4.5',
  chart: 'M5 20V11M12 20V4M19 20v-6',
  settings: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4',
};
// An app's own drawings.
export const iconsAdd = (more) => Object.assign(PATHS, more);
export function Icon({ name, size = 20 }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

export const Spinner = ({ label }) => (
  <span class="spinner" role="status">
    <span class="hidden">{label || t('ui.loading')}</span>
  </span>
);

/* ---- buttons: kind primary | secondary | quiet | danger; busy shows a spinner and takes no clicks ---- */
export function Button({ kind = 'secondary', busy, icon, class: more, href, children, onClick, ...rest }) {
  const inside = (
    <>
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </>
  );
  const names = cx('button', kind, children === undefined && 'only-icon', more);
  if (href)
    return (
      <a class={names} href={href} onClick={onClick} {...rest}>
        {inside}
      </a>
    );
  return (
    <button type="button" class={names} aria-disabled={busy ? 'true' : undefined} onClick={busy ? (e) => e.preventDefault() : onClick} {...rest}>
      {inside}
    </button>
  );
}

/* ---- fields: <Field label hint error required>{(props) => <input {...props} />}</Field>, or the short forms ---- */
export function Field({ label, hint, error, required, optional, class: more, children }) {
  const id = useId('f');
  const about = cx(hint && id + 'h', error && id + 'e') || undefined;
  return (
    <div class={cx('field', error && 'wrong', more)}>
      <label for={id}>
        {label}
        {optional && <span class="optional"> {t('ui.optional')}</span>}
      </label>
      {hint && (
        <p class="hint" id={id + 'h'}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': about, 'aria-invalid': error ? 'true' : undefined, required })}
      {error && (
        <p class="error" id={id + 'e'}>
          <Icon name="warning" size={16} /> {error}
        </p>
      )}
    </div>
  );
}
const split = ({ label, hint, error, required, optional, class: more, ...rest }) => [{ label, hint, error, required, optional, class: more }, rest];
export function Input(props) {
  const [field, rest] = split(props);
  return <Field {...field}>{(given) => <input type="text" {...given} {...rest} />}</Field>;
}
export function TextArea(props) {
  const [field, rest] = split(props);
  return <Field {...field}>{(given) => <textarea rows={4} {...given} {...rest} />}</Field>;
}
// options: [[value, text], ...]
export function Select(props) {
  const [field, { options, value, ...rest }] = split(props);
  return (
    <Field {...field}>
      {(given) => (
        <select {...given} {...rest} value={value}>
          {options.map(([name, text]) => (
            <option key={name} value={name} selected={name === value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
export function Checkbox({ label, hint, ...rest }) {
  const id = useId('c');
  return (
    <div class="checkbox">
      <input type="checkbox" id={id} aria-describedby={hint ? id + 'h' : undefined} {...rest} />
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p class="hint" id={id + 'h'}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
// Calls `then` once what was just set is drawn: Preact draws in a microtask queued by the first change, so one queued after it is
// late enough, and nothing can be typed in between. A timer would be a moment late, and take the focus from under a key.
export const whenDrawn = (then) => Promise.resolve().then(then);

// For a form that may be refused: call it before sending, and what it returns afterwards. The focus goes to the first wrong field
// in `root()`, unless the person has gone on to another field meanwhile.
export function wrongFocus(root) {
  const at = document.activeElement;
  return () =>
    whenDrawn(() => {
      const now = document.activeElement;
      const wrong = root() && root().querySelector('[aria-invalid=true]');
      if (wrong && (now === at || now === document.body)) wrong.focus();
    });
}

// A form that calls onSubmit without leaving the page, and moves the focus to the first wrong field after a refusal.
export function Form({ onSubmit, children, ...rest }) {
  const form = useRef();
  const send = async (event) => {
    event.preventDefault();
    const focusWrong = wrongFocus(() => form.current);
    await onSubmit(event);
    focusWrong();
  };
  return (
    <form ref={form} noValidate onSubmit={send} {...rest}>
      {children}
    </form>
  );
}

/* ---- messages: kind info | good | warning | bad. Bad ones interrupt a screen reader, others wait. ---- */
export function Alert({ kind = 'info', title, children, actions, quiet }) {
  return (
    <div class={cx('alert', kind)} role={quiet ? undefined : kind === 'bad' ? 'alert' : 'status'}>
      <Icon name={{ good: 'check', info: 'info' }[kind] || 'warning'} />
      <div class="grow">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {actions}
    </div>
  );
}

const toasts = makeStore([]);
export function toast(text, kind = 'good') {
  const id = ++ids;
  toasts.set((list) => list.concat({ id, text, kind }));
  setTimeout(() => toasts.set((list) => list.filter((item) => item.id !== id)), 5000);
}

/* ---- dialogs: the focus stays inside, Escape closes, the focus goes back ---- */
export function Dialog({ title, onClose, children, actions, wide }) {
  const box = useRef();
  const id = useId('d');
  const close = useRef(onClose);
  close.current = onClose;
  // Before the next key, which must not go to the page beneath any more.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = box.current;
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute('open', '');
    const cancel = (event) => {
      event.preventDefault();
      close.current();
    };
    dialog.addEventListener('cancel', cancel);
    return () => {
      if (dialog.close) dialog.close();
      if (before && before.focus) before.focus();
    };
  }, []);
  return (
    <dialog ref={box} class={cx('dialog', wide && 'wide')} aria-labelledby={id} onClick={(e) => e.target === box.current && onClose()}>
      <div class="dialog-body">
        <header>
          <h2 id={id}>{title}</h2>
          <Button kind="quiet" icon="close" aria-label={t('ui.close')} onClick={onClose} />
        </header>
        {children}
        {actions && <footer>{actions}</footer>}
      </div>
    </dialog>
  );
}

const question = makeStore(null);
// if (await ask({ title, text, yes, danger })) ...
export const ask = (words) => new Promise((answer) => question.set({ ...words, answer }));

// Toasts and questions; once in every app, beside the page.
export function Hosts() {
  const list = toasts.use();
  const asked = question.use();
  const missing = useMissing();
  const answer = (value) => {
    question.set(null);
    asked.answer(value);
  };
  return (
    <>
      <div class="toasts" role="status" aria-live="polite">
        {list.map((item) => (
          <div key={item.id} class={cx('toast', item.kind)}>
            <Icon name={item.kind === 'good' ? 'check' : item.kind === 'info' ? 'info' : 'warning'} />
            {item.text}
          </div>
        ))}
        {missing && (
          <div class="toast">
            {LANGUAGES[missing]}: {t('ui.failed')}
            <Button onClick={() => location.reload()}>{t('ui.retry')}</Button>
          </div>
        )}
      </div>
      {asked && (
        <Dialog
          title={asked.title}
          onClose={() => answer(false)}
          actions={
            <>
              <Button onClick={() => answer(false)}>{asked.no || t('ui.cancel')}</Button>
              <Button kind={asked.danger ? 'danger' : 'primary'} onClick={() => answer(true)}>
                {asked.yes || t('ui.yes')}
              </Button>
            </>
          }
        >
          <p>{asked.text}</p>
        </Dialog>
      )}
    </>
  );
}

/* ---- layout ---- */
// The heading every page begins with; takes the focus after a navigation.
export function Page({ title, lead, actions, back, narrow, children }) {
  const heading = useRef();
  usePageTitle(title, heading);
  return (
    <div class={cx('page', narrow && 'narrow')}>
      <header class="page-head">
        {back && (
          <a class="back" href={back[0]}>
            <Icon name="back" size={18} /> {back[1]}
          </a>
        )}
        <div class="row between">
          <div class="grow">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {lead && <p class="lead">{lead}</p>}
          </div>
          {actions && <div class="row">{actions}</div>}
        </div>
      </header>
      {children}
    </div>
  );
}
export const Card = ({ title, actions, class: more, children, ...rest }) => (
  <section class={cx('card', more)} {...rest}>
    {(title || actions) && (
      <header class="row between">
        {title && <h2>{title}</h2>}
        {actions && <div class="row">{actions}</div>}
      </header>
    )}
    {children}
  </section>
);
export const Badge = ({ kind = 'plain', children }) => <span class={cx('badge', kind)}>{children}</span>;
// A number with its name; inside a <dl class="stats">.
export const Stat = ({ label, value, note }) => (
  <div class="stat">
    <dt>{label}</dt>
    <dd>
      {value}
      {note && <small>{note}</small>}
    </dd>
  </div>
);
export const Empty = ({ icon = 'info', title, children, actions }) => (
  <div class="empty">
    <Icon name={icon} size={36} />
    <p class="empty-title">{title}</p>
    {children && <div class="muted">{children}</div>}
    {actions && <div class="row center">{actions}</div>}
  </div>
);
// value and max in the same unit; label is read out.
export const Progress = ({ value, max = 1, label }) => <progress class="progress" value={value} max={max || 1} aria-label={label} />;

// columns: [{key, label, name (the label as plain text, when label is not), end (aligned to the end), render(row)}]. On a narrow
// screen each row is a card.
export function Table({ caption, columns, rows, rowKey = 'id', selected }) {
  return (
    <div class="table-box">
      <table class="table" role="table">
        <caption class="hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((c) => (
              <th key={c.key} role="columnheader" scope="col" class={c.end ? 'end' : undefined}>
                {c.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row[rowKey]} role="row" class={selected && selected(row) ? 'selected' : undefined}>
              {columns.map((c) => (
                <td key={c.key} role="cell" data-label={c.name || (typeof c.label === 'string' ? c.label : undefined)} class={c.end ? 'end' : undefined}>
                  {c.render ? c.render(row) : row[c.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// Cursor lists. `load(cursor)` answers {items, next_cursor}; children(items) draws them. `reload` any value that changes to
// begin again.
export function Pages({ load, reload, children, empty, error: errorView }) {
  const [state, set] = useState({ items: null, cursor: null, busy: true, error: null });
  const turn = useRef(0);
  const more = async (cursor) => {
    const mine = ++turn.current;
    set((old) => ({ ...old, busy: true, error: null }));
    try {
      const reply = await load(cursor);
      if (mine === turn.current) set((old) => ({ items: cursor ? old.items.concat(reply.items) : reply.items, cursor: reply.next_cursor, busy: false, error: null }));
    } catch (error) {
      if (mine === turn.current) set((old) => ({ ...old, busy: false, error }));
    }
  };
  useEffect(() => {
    more(null);
  }, [reload]);
  return (
    <>
      {state.items && (state.items.length ? children(state.items) : empty)}
      {state.error && (errorView ? errorView(state.error, () => more(state.cursor)) : null)}
      {state.busy && !state.items && <Loading />}
      {state.cursor && (
        <div class="row center">
          <Button busy={state.busy} onClick={() => more(state.cursor)}>
            {t('ui.more')}
          </Button>
        </div>
      )}
    </>
  );
}
export const Loading = () => (
  <div class="loading">
    <Spinner />
  </div>
);

// tabs: [[name, text], ...]; the panel is the caller's: <div role="tabpanel" id={id + name} aria-labelledby={id + name + 't'}>,
// or use TabPanel inside Tabs.
const TabsContext = createContext({});
export function Tabs({ label, tabs, value, onChange, children }) {
  const id = useId('t');
  const keys = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex(([name]) => name === value);
    const name = tabs[(at + step + tabs.length) % tabs.length][0];
    onChange(name);
    document.getElementById(id + name + 't').focus();
  };
  return (
    <TabsContext.Provider value={{ id, value }}>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={keys}>
        {tabs.map(([name, text]) => (
          <button key={name} type="button" role="tab" id={id + name + 't'} aria-selected={name === value ? 'true' : 'false'} aria-controls={name === value ? id + name : undefined} tabIndex={name === value ? 0 : -1} onClick={() => onChange(name)}>
            {text}
          </button>
        ))}
      </div>
      {children}
    </TabsContext.Provider>
  );
}
export function TabPanel({ name, children }) {
  const { id, value } = useContext(TabsContext);
  return name === value ? (
    <div role="tabpanel" id={id + name} aria-labelledby={id + name + 't'} tabIndex={-1} class="stack">
      {children}
    </div>
  ) : null;
}

/* ---- language and look, on every page, logged in or not ---- */
export function LanguagePicker({ onPick }) {
  return (
    <select
      class="small"
      aria-label={t('ui.language')}
      onChange={async (event) => {
        const picker = event.target;
        try {
          await languageChoose(picker.value);
          if (onPick) onPick(picker.value);
        } catch (error) {
          picker.value = language();
          toast(t('ui.failed'), 'bad');
        }
      }}
    >
      {Object.entries(LANGUAGES).map(([name, text]) => (
        <option key={name} value={name} lang={name} selected={name === language()}>
          {text}
        </option>
      ))}
    </select>
  );
}
export function ThemePicker() {
  const [theme, set] = useState(themeNow());
  return (
    <select
      class="small"
      aria-label={t('ui.theme')}
      onChange={(event) => {
        themeUse(event.target.value);
        set(event.target.value);
      }}
    >
      {['auto', 'light', 'dark'].map((name) => (
        <option key={name} value={name} selected={name === theme}>
          {t('ui.theme.' + name)}
        </option>
      ))}
    </select>
  );
}
export const Logo = ({ href = '#/' }) => (
  <a class="logo" href={href}>
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" class="logo-box" />
      <path d="M11 24V11.5a2.5 2.5 0 0 1 2.5-2.5H22M11 16.5h8" class="logo-line" />
      <circle cx="21" cy="22.5" r="2.2" class="logo-dot" />
    </svg>
    Faena
  </a>
);
