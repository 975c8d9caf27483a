import { uuidv7 } from './ids.js';
import { result } from './store.js';

/** Made before the first try with a code, and kept until one has been answered. */
export function attemptId(store, code) {
  return store.transact('readwrite', ['settings'], async (settings) => {
    const kept = await result(settings.get('enrolling'));
    if (kept?.code === code) return kept.id;
    const id = uuidv7();
    settings.put({ code, id }, 'enrolling');
    return id;
  });
}

/**
 * Stores a new enrolment, unless the phone was enrolled meanwhile: `before` is the one at the start. The latest attempt
 * counts.
 */
export function keepEnrolled(store, enrolled, attempt, before) {
  return store.transact('readwrite', ['settings'], async (settings) => {
    const kept = await result(settings.get('enrolment'));
    const latest = (await result(settings.get('enrolling')))?.id === attempt;
    if (!latest && kept?.token !== before?.token) return;
    settings.put(enrolled, 'enrolment');
    if (latest) settings.delete('enrolling');
  });
}

/** Drops `token`, which is no longer good, for disuse if `unused`; a newer one stays. */
export function revoke(store, token, unused = false) {
  return store.transact('readwrite', ['settings'], async (settings) => {
    const kept = await result(settings.get('enrolment'));
    if (kept?.token === token) settings.put({ ...kept, revoked: true, unused }, 'enrolment');
  });
}
