// The words of courses and requirements (i18n/training/), which come with their pages.
import { wordsAdd } from '../shared/i18n.js';

let asked = null;
// then(), not a promise: what failed for want of a link is asked for again with the next try.
export const ready = {
  then(...ends) {
    asked =
      asked ||
      wordsAdd({ es: () => import('../i18n/training/es.json'), en: () => import('../i18n/training/en.json'), fr: () => import('../i18n/training/fr.json'), pt: () => import('../i18n/training/pt.json') }).catch((error) => {
        asked = null;
        throw error;
      });
    return asked.then(...ends);
  },
};
