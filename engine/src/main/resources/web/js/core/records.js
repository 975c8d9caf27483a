import { REFUSED, SENT, WAITING, closeId, isWhole, voidId, voidItem } from './items.js';
import { result } from './store.js';

/**
 * What the first version wrote down as a refusal of an item, though it was one of a request: of what a network had made
 * of it, of its size, of the phone's standing. No item's own verdict has these codes.
 */
const OF_REQUESTS = new Set([
  'bad-request', 'bad-address', 'not-json', 'damaged-encoding', 'unsupported-encoding', 'body-too-large', 'not-found',
  'method-not-allowed', 'phones-only', 'leaders-only', 'team-left',
]);

/** Whether a record is refused by what is no verdict on it. */
export function isOfRequest({ state, refusal }) {
  const { code, outcome } = refusal ?? {};
  return state === REFUSED && outcome === 'rejected' && (OF_REQUESTS.has(code) || /^status-\d+$/.test(code ?? ''));
}

/** Whether a check-in waits for its team's token to be sent. */
export const isSendable = (item, team) =>
  item.kind === 'check-in' && item.state === WAITING && item.team === team;

/**
 * Whether it still has to be decided when a check-in was made. Version 0.1 decided at the first try, though it had not
 * reached the engine: such items, which know no `after`, are looked at once more.
 */
export const isUnplaced = ({ settled, contact, after, placed, handed }) =>
  !settled || (contact !== null && after === undefined && !placed && !handed);

/**
 * Neither taken nor refused: by the next try more may be known of its time. If it is the engine's own clock that is
 * wrong, what it had said of the time until then is worth nothing. Of another phone's tap this one knows nothing more:
 * such an item stays as it came.
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

/** A check-in that never came to be needs no void, and what was to replace it stands on its own. */
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

/** What was sent and may be forgotten: before `before` (ms), and all but the newest `most`. */
export function forgettable(all, before, most) {
  const needed = new Set(all.filter((item) => item.state !== SENT).flatMap((item) => [item.of, item.entry?.replaces]));
  return all
    .filter((item) => item.state === SENT && !needed.has(item.id) && !needed.has(item.of))
    .reverse()
    .filter((item, place) => item.doneAt < before || place >= most);
}
