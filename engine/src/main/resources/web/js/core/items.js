import { MOST_OFFSET, written } from './clock.js';
import { isUuid } from './ids.js';

/**
 * What the queue keeps, one record an item:
 *
 *   check-in {id, kind, seq, state, team, member, occurredAt, offset, contact, settled, entry, tries, refusal, doneAt,
 *             after?, life?, mono?, shaken?, adrift?, placed?, doubt?, handed?, freeAt?, later?}
 *   void     {id: «<check-in>/void», kind, seq, state, team, of, reason, tries, refusal, doneAt}
 *   close    {id: «<check-in>/close», kind, seq, state, team, of, request, tries, refusal, doneAt}
 *
 * `state`: waiting (the server has not answered for it) · sent (accepted or duplicate) · refused (a person has to look).
 * `entry` is what the person entered; `tries` counts the times it was handed to the network, `handed` says that it left
 * the phone in a backup: either way the engine may have it. `after`, `life`, `mono` and `shaken` are what the clock knew
 * at the tap, `adrift` says that the engine's own was wrong then, `placed` that its time is not the wall clock's, `doubt`
 * {from, to} that a person has to say which day it was.
 * `later` is the code with which the engine put it off.
 * A check-in that answers a help request names it (`entry.helpRequest`) and is followed by a close. It waits a while
 * (`freeAt` says that it does), as long as it can be undone: a request that was closed stays closed.
 */
export const WAITING = 'waiting';
export const SENT = 'sent';
export const REFUSED = 'refused';

/** When a check-in was made (ms), as far as known: not before the latest time heard then. */
export function madeAt({ occurredAt, offset, settled, after }) {
  const time = Date.parse(occurredAt) + (offset ?? 0) * 1000;
  return settled ? time : Math.max(time, after ?? time);
}

/** Whether the engine may have an unanswered check-in: undoing it takes a void. */
export const mayBeKnown = ({ tries, handed }) => tries > 0 || handed === true;

/** Whether the wall clock's time of it is in doubt, so that a person may set the day. */
export const isDayOpen = ({ state, doubt, placed, refusal }) =>
  Boolean(doubt || placed) || (state === REFUSED && refusal?.outcome === 'rejected');

export const voidId = (id) => `${id}/void`;
export const closeId = (id) => `${id}/close`;

/** How long a visit that closes a request is held back (ms). */
export const HELD_FOR = 10_000;

export function checkInItem(id, seq, entry, stamp, { team, member = null }, freeAt = null) {
  return {
    id, seq, team, member, entry, kind: 'check-in', state: WAITING,
    settled: false, ...stamp, tries: 0, refusal: null, doneAt: null, ...(freeAt && { freeAt }),
  };
}

export function closeItem({ id, team, entry }, seq) {
  return {
    id: closeId(id), seq, team, of: id, request: entry.helpRequest, kind: 'close', state: WAITING,
    tries: 0, refusal: null, doneAt: null,
  };
}

export function voidItem(target, seq, reason) {
  return {
    id: voidId(target.id), seq, team: target.team, of: target.id, reason, kind: 'void', state: WAITING,
    tries: 0, refusal: null, doneAt: null,
  };
}

/** What is kept of the form. */
export function entryOf({ activity, residents, groups }, hamlet) {
  return { activity, residents, groups, ...(hamlet && { hamlet }) };
}

/** The check-in as the engine wants it. */
export function wire({ id, occurredAt, offset, entry }) {
  const { activity, residents, groups, hamlet, helpRequest, replaces } = entry;
  const body = { id, ...timeOf(occurredAt, offset), activity, residents };
  if (groups.length > 0) body.groups = [...groups].sort();
  if (hamlet) body.hamlet = hamlet;
  if (helpRequest) body.helpRequest = helpRequest;
  if (replaces) body.replaces = replaces;
  return body;
}

/** An older version may have kept unreadable times: adds the offset, and bounds the year. */
function timeOf(occurredAt, offset) {
  const shown = Date.parse(occurredAt);
  if (offset !== null && Math.abs(offset) > MOST_OFFSET) return { occurredAt: written(shown + offset * 1000), clockOffset: 0 };
  const bounded = /^\d{4}-/.test(occurredAt) && !occurredAt.startsWith('0000') ? occurredAt : written(shown);
  return { occurredAt: bounded, ...(offset !== null && { clockOffset: offset }) };
}

/** Another phone's unsent item; its clock's data is kept. */
export function fromWire({ id, occurredAt, clockOffset = null, groups = [], ...entry }, team) {
  const item = checkInItem(id, 0, { ...entry, groups }, { occurredAt, offset: clockOffset, contact: null }, { team });
  return { ...item, settled: true, handed: true };
}

/**
 * A record that a dying phone half wrote, or another program changed, is shown and exported, never sent. How much is too
 * much, the engine says.
 */
export function isWhole(record) {
  if (!Number.isFinite(record?.seq) || ![WAITING, SENT, REFUSED].includes(record.state)) return false;
  if (typeof record.team !== 'string') return false;
  if (record.kind === 'void') return isUuid(record.of) && record.id === voidId(record.of);
  if (record.kind === 'close') return isUuid(record.of) && record.id === closeId(record.of) && typeof record.request === 'string';
  return record.kind === 'check-in' && isUuid(record.id) && isEntry(record.entry) && isTime(record);
}

function isEntry(entry) {
  return typeof entry?.activity === 'string'
    && Number.isInteger(entry.residents) && entry.residents >= 0
    && Array.isArray(entry.groups)
    && entry.groups.every((group) => typeof group === 'string');
}

const isTime = ({ occurredAt, offset }) =>
  !Number.isNaN(Date.parse(occurredAt)) && (offset === null || Number.isInteger(offset));
