// What all chunks of label tools share: their words (i18n/label/) and their style sheet, both loaded once, with the first tool.
//
//   export const ready = toolsReady;        in every module that label/later.jsx loads
import { wordsAdd } from '../shared/i18n.js';
import address from './tools.css?url';

function styleLoad(href) {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error('No style sheet: ' + href));
    };
    document.head.appendChild(link);
  });
}

// then(), not a promise: what failed for want of a link is asked for again with the next try.
let asked = null;
export const toolsReady = {
  then(...ends) {
    asked =
      asked ||
      Promise.all([
        styleLoad(address),
        wordsAdd({ es: () => import('../i18n/label/es.json'), en: () => import('../i18n/label/en.json'), fr: () => import('../i18n/label/fr.json'), pt: () => import('../i18n/label/pt.json') }),
      ]).catch((error) => {
        asked = null;
        throw error;
      });
    return asked.then(...ends);
  },
};
