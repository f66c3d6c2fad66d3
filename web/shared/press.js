// A page must not change under a finger: what moves or goes between the press and the letting go takes the click with it. So a reply
// of the server that comes while something is pressed waits until it is let go (api.js).
const TAP_MSEC = 100; // the click of a touch comes a moment after its finger is lifted
const PRESS_MSEC_MAX = 30000; // a browser may forget to say that a button was let go

let wait = null;
let release;
let timer;

function end() {
  if (wait) release();
  wait = null;
}
function endIn(msec) {
  clearTimeout(timer);
  timer = setTimeout(end, msec);
}

addEventListener(
  'pointerdown',
  (event) => {
    if (event.button) return; // only the first one makes clicks
    wait = wait || new Promise((resolve) => (release = resolve));
    endIn(PRESS_MSEC_MAX);
  },
  { capture: true, passive: true }
);
['pointerup', 'pointercancel'].forEach((name) => addEventListener(name, () => endIn(TAP_MSEC), { capture: true, passive: true }));

// null, or what is fulfilled when nothing is pressed any more.
export const pressed = () => wait;
