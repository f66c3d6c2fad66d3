// Offers above the list, hours, forecast, crews: parts of the chunk of what only some visits need (worker/more.jsx). Their looks
// come with them and are not waited for.
import address from './offers.css?url';

export { Offers, OfferPage } from './offers.jsx';
export { Hours } from './hours.jsx';
export { Coming } from './coming.jsx';

const link = document.createElement('link');
link.rel = 'stylesheet';
link.href = address;
document.head.appendChild(link);
