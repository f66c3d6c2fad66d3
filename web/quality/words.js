// The words of a worker's page of their own quality (i18n/quality/), which come with it.
import { wordsAdd } from '../shared/i18n.js';

let asked = null;
// then(), not a promise: what failed for want of a link is asked for again with the next try.
export const ready = {
  then(...ends) {
    asked =
      asked ||
      wordsAdd({ es: () => import('../i18n/quality/es.json'), en: () => import('../i18n/quality/en.json'), fr: () => import('../i18n/quality/fr.json'), pt: () => import('../i18n/quality/pt.json') }).catch((error) => {
        asked = null;
        throw error;
      });
    return asked.then(...ends);
  },
};
