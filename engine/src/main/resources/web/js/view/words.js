import { HELD, SENDING } from '../core/sender.js';
import { speaksFirst, t, time } from '../i18n.js';

/** State of sending in one line: {icon, text, more}. */
export function sendingWords(app) {
  const { waiting, doubtful, enteredToday } = app.counts();
  const { sending } = app.phone;
  if (waiting === 0) {
    return enteredToday > 0 ? { icon: 'check', text: t('status.all-sent') } : { icon: null, text: t('status.nothing') };
  }
  if (doubtful > 0 && doubtful === waiting) return { icon: 'alert', text: t('status.doubtful', { n: doubtful }), more: t('status.doubtful.more') };
  if (sending.state === SENDING) return { icon: 'send', text: t('status.sending', { n: waiting }) };
  const more = sending.state === HELD ? t(`status.waiting.${sending.why}`, { time: time(sending.retryAt) }) : '';
  return { icon: sending.why === 'no-contact' ? 'offline' : 'waiting', text: t('status.waiting', { n: waiting }), more };
}

/** Why the server refused: its own Vietnamese words, or ours in another language. */
export function refusalWords({ outcome, code, message }) {
  if (outcome === 'conflict') return t('refused.conflict');
  const own = t(`refused.${code}`);
  const known = own !== `refused.${code}`;
  if (speaksFirst()) return message || (known ? own : t('refused.other'));
  return known ? own : message || t('refused.other');
}

const NOT_KEPT = { QuotaExceededError: 'problem.quota', Silent: 'problem.silent' };

/** Text for a failure of the phone's memory; undefined: another failure. */
export const notKept = (problem) => NOT_KEPT[problem?.name];
