// What the worker's app loads when it is needed: offers above the list, hours, forecast, crews. With its looks.
import { ready as words } from '../worker/words.js';
import address from './offers.css?url';

export { Offers, OfferPage } from './offers.jsx';
export { Hours } from './hours.jsx';
export { Coming } from './coming.jsx';

function styleLoad() {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error('No style sheet: ' + address));
    };
    document.head.appendChild(link);
  });
}

// then(), not a promise: what failed for want of a link is asked for again with the next try.
let asked = null;
export const ready = {
  then(...ends) {
    asked =
      asked ||
      Promise.all([words, styleLoad()]).catch((error) => {
        asked = null;
        throw error;
      });
    return asked.then(...ends);
  },
};
