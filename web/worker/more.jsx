// The pages that only some visits need, in one chunk: few chunks are cheap on a slow link, and one is quickly kept for a time
// without any (sw.js).
import { later } from '../label/later.jsx';
import { Balance, History, Profile } from './account.jsx';
import { Waiting } from './waiting.jsx';
import { Coming, Hours, OfferPage, Offers } from '../offers/pages.js';
import { ready } from './words.js';

export { Back, Keys, Report } from './asides.jsx';
export { Pack } from './pack.jsx';
export { giveBackKeep, givesSend, roomMake, strayMove } from './rare.js';
export { Offers, ready };

const crews = () => import('../crews/pages.jsx');
const requesters = () => import('../quality/requesters.jsx');
const training = () => import('../training/courses.jsx');
// By their address (main.jsx). Those that come by later() are chunks of their own.
export const pages = {
  ready,
  balance: Balance,
  history: History,
  profile: Profile,
  waiting: Waiting,
  hours: Hours,
  coming: Coming,
  'offers/:id': OfferPage,
  alerts: later(() => import('../alerts/alerts.jsx'), 'Alerts'),
  quality: later(() => import('../quality/mine.jsx'), 'Mine'),
  requesters: later(requesters, 'Requesters'),
  'requesters/:id': later(requesters, 'Requester'),
  courses: later(training, 'Courses'),
  'courses/:id': later(training, 'Course'),
  crews: later(crews, 'Crews'),
  'crews/:id': later(crews, 'Crew'),
  'join/:id': later(crews, 'Invitation'),
};
