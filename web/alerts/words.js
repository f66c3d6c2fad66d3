// The words of the page of alerts (i18n/alerts/), which come with it.
import { wordsAdd } from '../shared/i18n.js';

let asked = null;
// then(), not a promise: what failed for want of a link is asked for again with the next try.
export const ready = {
  then(...ends) {
    asked =
      asked ||
      wordsAdd({ es: () => import('../i18n/alerts/es.json'), en: () => import('../i18n/alerts/en.json'), fr: () => import('../i18n/alerts/fr.json'), pt: () => import('../i18n/alerts/pt.json') }).catch((error) => {
        asked = null;
        throw error;
      });
    return asked.then(...ends);
  },
};
