import { enrolmentIn, plain } from './core/link.js';

/**
 * Takes an enrolment code or a part of a backup out of the address's fragment, first of all. So it stays in no history
 * or screenshot.
 */
let arrived = null;
let part = null;
let hear = () => {};

function take() {
  const text = plain(location.hash);
  const isPart = text.startsWith('#b=');
  const found = isPart || !/code=/i.test(text) ? null : enrolmentIn(text);
  if (!found && !isPart) return;
  if (isPart) part = text;
  history.replaceState(null, '', location.pathname);
  arrived = found;
  hear();
}

/** Gives what the link was found to have, once: {code}, {cut: true} or null. */
export function takeEnrolment() {
  const found = arrived;
  arrived = null;
  return found;
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
