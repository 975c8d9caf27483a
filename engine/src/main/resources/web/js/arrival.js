/**
 * What came in the address's fragment, an enrolment code or a part of a backup, taken out of the address before anything
 * else happens: it must stay neither in the history nor in a screenshot. This module imports nothing, so that it runs first.
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

/** The code in a fragment, a whole link or what a person typed; null when there is none. */
export function codeIn(text) {
  const start = text.indexOf('#');
  const found = start < 0 ? null : /[#&]code=([^&\s]+)/.exec(text.slice(start));
  return found ? decoded(found[1]) : null;
}

/** What no browser has encoded is a wrong code, and nothing worse. */
function decoded(code) {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

/** Gives the code away, once. */
export function takeCode() {
  const code = arrived;
  arrived = null;
  return code;
}

/** Gives the part of a backup away, once. */
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
