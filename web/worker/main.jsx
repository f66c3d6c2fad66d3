import { render } from 'preact';
import { Hosts, Page } from '../shared/ui.jsx';
import { languageStart } from '../shared/i18n.js';

languageStart({
  es: [() => import('../i18n/es.json')],
  en: [() => import('../i18n/en.json')],
  fr: [() => import('../i18n/fr.json')],
  pt: [() => import('../i18n/pt.json')],
}).then(() => render(<><Page title="Faena" /><Hosts /></>, document.getElementById('app')));
