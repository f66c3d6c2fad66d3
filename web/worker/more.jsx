// The pages that only some visits need, in one chunk: few chunks are cheap on a slow link, and one is quickly kept for a time
// without any (sw.js).
export { Balance, History, Profile } from './account.jsx';
export { Keys, Report } from './asides.jsx';
export { Pack } from './pack.jsx';
export { giveBackKeep, givesSend, roomMake, strayMove } from './rare.js';
export { Waiting } from './waiting.jsx';
export { ready } from './words.js';
