// The words of payouts (i18n/payouts/), which come with their part of the balance.
import { wordsAdd } from '../shared/i18n.js';

let asked = null;
// then(), not a promise: what failed for want of a link is asked for again with the next try.
export const ready = {
  then(...ends) {
    asked =
      asked ||
      wordsAdd({ es: () => import('../i18n/payouts/es.json'), en: () => import('../i18n/payouts/en.json'), fr: () => import('../i18n/payouts/fr.json'), pt: () => import('../i18n/payouts/pt.json') }).catch((error) => {
        asked = null;
        throw error;
      });
    return asked.then(...ends);
  },
};
