/**
 * Takes an enrolment code or a part of a backup out of the address's fragment, first of all. So it stays in no history
 * or screenshot. Imports nothing, to run first.
 */
let arrived = null;
let part = null;
let hear = () => {};

function take() {
  const code = codeIn(location.hash);
  const isPart = location.hash.startsWith('#b=');
  if (!code && !isPart) return;
  if (isPart) part = location.hash;
  history.replaceState(null, '', location.pathname);
  arrived = code;
  hear();
}

/** The code in a fragment, a link or a typed text; null without one. */
export function codeIn(text) {
  const start = text.indexOf('#');
  const found = start < 0 ? null : /[#&]code=([^&\s]+)/.exec(text.slice(start));
  return found ? decoded(found[1]) : null;
}

/** A wrongly encoded text is a wrong code. */
function decoded(code) {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

/** Gives the code, once. */
export function takeCode() {
  const code = arrived;
  arrived = null;
  return code;
}

/** Gives the part of a backup, once. */
export function takePart() {
  const link = part;
  part = null;
  return link;
}

/** A link may also be opened in a tab that has the app already: that only changes the fragment. */
export function onArrival(listener) {
  hear = listener;
}

addEventListener('hashchange', take);
take();
