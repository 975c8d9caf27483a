import { REFUSED, SENT, WAITING, closeId, isWhole, voidId, voidItem } from './items.js';
import { result } from './store.js';

/**
 * Codes that the first version stored as an item's refusal, though the request was refused: for its way, its size, or
 * the phone's standing.
 */
const OF_REQUESTS = new Set([
  'bad-request', 'bad-address', 'not-json', 'damaged-encoding', 'unsupported-encoding', 'body-too-large', 'not-found',
  'method-not-allowed', 'phones-only', 'leaders-only', 'team-left',
]);

/** Whether a record's refusal concerns its request only. */
export function isOfRequest({ state, refusal }) {
  const { code, outcome } = refusal ?? {};
  return state === REFUSED && outcome === 'rejected' && (OF_REQUESTS.has(code) || /^status-\d+$/.test(code ?? ''));
}

/** Whether a check-in waits for its team's token to be sent. */
export const isSendable = (item, team) =>
  item.kind === 'check-in' && item.state === WAITING && item.team === team;

/**
 * Whether a check-in's time is still to be decided. Version 0.1 decided at the first try, even without contact: its
 * items, without `after`, are decided again.
 */
export const isUnplaced = ({ settled, contact, after, placed, handed }) =>
  !settled || (contact !== null && after === undefined && !placed && !handed);

/**
 * Put off: the next try may know more of its time. If the engine's clock is wrong, its earlier times are void. Another
 * phone's item stays as it came.
 */
export const putOff = (item, code) => (item.handed && item.life === undefined ? item : {
  ...item, settled: false, later: code ?? 'later', ...(code === 'engine-clock' && { after: null, contact: null, adrift: true }),
});

/** The item at the time that a person's choice makes of it. */
export function inTime(item, moved) {
  if (!moved) return item;
  const { doubt: _, ...rest } = item;
  return { ...rest, ...moved, settled: true, placed: true };
}

/** Records as {items, damaged}: whole ones in the order they were entered. */
export function sorted(records) {
  const items = records.filter(isWhole).sort((a, b) => a.seq - b.seq);
  return { items, damaged: records.filter((record) => !isWhole(record)) };
}

export async function ordered(items) {
  return sorted(await result(items.getAll())).items;
}

export async function nextSeq(items) {
  const newest = await result(items.index('seq').openCursor(null, 'prev'));
  return Number.isFinite(newest?.key) ? newest.key + 1 : 1;
}

/** A void behind its check-in, at most one. */
export async function follow(items, item, reason) {
  const there = await result(items.get(voidId(item.id)));
  if (!there) items.add(voidItem(item, await nextSeq(items), reason));
  else if (there.state === REFUSED) items.put({ ...there, state: WAITING, refusal: null });
}

/** A check-in that failed needs no void, and its replacement is sent alone. */
export async function refuse(items, item, refusal) {
  const follower = item.kind === 'check-in' ? await result(items.get(voidId(item.id))) : null;
  if (!follower || refusal.outcome === 'conflict') {
    items.put({ ...item, state: REFUSED, refusal });
    return;
  }
  items.delete(item.id);
  items.delete(follower.id);
  items.delete(closeId(item.id));
  for (const other of await result(items.getAll())) {
    if (other.entry?.replaces !== item.id) continue;
    const { replaces: _, ...entry } = other.entry;
    items.put({ ...other, entry });
  }
}

/** Sent items to forget: before `before` (ms), and all but the newest `most`. */
export function forgettable(all, before, most) {
  const needed = new Set(all.filter((item) => item.state !== SENT).flatMap((item) => [item.of, item.entry?.replaces]));
  return all
    .filter((item) => item.state === SENT && !needed.has(item.id) && !needed.has(item.of))
    .reverse()
    .filter((item, place) => item.doneAt < before || place >= most);
}
