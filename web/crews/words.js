// The words and looks of crews (i18n/crews/, crews.css), which come with their pages.
import address from './crews.css?url';
import { wordsAdd } from '../shared/i18n.js';

const link = document.createElement('link');
link.rel = 'stylesheet';
link.href = address;
document.head.appendChild(link);

let asked = null;
// then(), not a promise: what failed for want of a link is asked for again with the next try.
export const ready = {
  then(...ends) {
    asked =
      asked ||
      wordsAdd({ es: () => import('../i18n/crews/es.json'), en: () => import('../i18n/crews/en.json'), fr: () => import('../i18n/crews/fr.json'), pt: () => import('../i18n/crews/pt.json') }).catch((error) => {
        asked = null;
        throw error;
      });
    return asked.then(...ends);
  },
};
