// The pages that only some visits need, in one chunk: few chunks are cheap on a slow link, and one is quickly kept for a time
// without any (sw.js).
import { Balance, History, Profile } from './account.jsx';
import { Waiting } from './waiting.jsx';
import { Coming, Hours, OfferPage, Offers } from '../offers/pages.js';
import { ready } from './words.js';

export { Keys, Report } from './asides.jsx';
export { Pack } from './pack.jsx';
export { giveBackKeep, givesSend, roomMake, strayMove } from './rare.js';
export { Offers, ready };
// By their address (main.jsx).
export const pages = { ready, balance: Balance, history: History, profile: Profile, waiting: Waiting, hours: Hours, coming: Coming, 'offers/:id': OfferPage };
