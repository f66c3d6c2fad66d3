// Words of the pages that only some visits need (i18n/more/), which come with them (more.jsx).
import { wordsAdd } from '../shared/i18n.js';

let asked = null;
export const ready = {
  then(...ends) {
    asked =
      asked ||
      wordsAdd({ es: () => import('../i18n/more/es.json'), en: () => import('../i18n/more/en.json'), fr: () => import('../i18n/more/fr.json'), pt: () => import('../i18n/more/pt.json') }).catch((error) => {
        asked = null;
        throw error;
      });
    return asked.then(...ends);
  },
};
