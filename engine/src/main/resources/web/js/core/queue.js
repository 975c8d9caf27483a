import { uuidv7 } from './ids.js';
import { REFUSED, SENT, WAITING, checkInItem, closeId, closeItem, fromWire, isHeld, isWhole, voidId, voidItem } from './items.js';
import { result } from './store.js';

const TAKEN = new Set(['accepted', 'duplicate']);
const OUTCOMES = new Set([...TAKEN, 'rejected', 'conflict']);

/**
 * Everything entered on this phone, from the tap until the server has answered for it, and a while longer.
 * A change is told to `changed` after it is on disk.
 */
export class Queue {
  #store;
  #changed;

  constructor(store, changed = () => {}) {
    this.#store = store;
    this.#changed = changed;
  }

  /**
   * Keeps a check-in, and with it the close of the help request that it answers.
   * When this answers, both are on disk; when it throws, nothing is.
   */
  async add(entry, stamp, owner, freeAt = null) {
    const put = () => this.#write(async (items) => {
      const seq = await nextSeq(items);
      const item = checkInItem(uuidv7(), seq, entry, stamp, owner, freeAt);
      items.add(item);
      if (entry.helpRequest) items.add(closeItem(item, seq + 1));
      return item;
    });
    try {
      return await put();
    } catch (problem) {
      if (problem?.name !== 'QuotaExceededError') throw problem;
      // What the server has is only a convenience here: it makes room for what it has not.
      await this.prune(Infinity, 0);
      return put();
    }
  }

  /** Takes a check-in back: forgotten if the network never saw it, else a void follows it. */
  takeBack(id, reason) {
    return this.#write(async (items) => {
      const item = await result(items.get(id));
      if (!item) return;
      const close = await result(items.get(closeId(id)));
      if (close && close.state !== SENT) items.delete(close.id);
      if (item.state !== SENT && item.tries === 0) items.delete(id);
      else await follow(items, item, reason);
    });
  }

  /**
   * Enters a check-in anew. In place, with its id, where the server cannot have it;
   * else as a void and, once that is through, a new check-in that replaces it.
   */
  correct(id, entry) {
    return this.#write(async (items) => {
      const item = await result(items.get(id));
      if (!item) return;
      const { helpRequest } = item.entry;
      if (helpRequest) entry = { ...entry, helpRequest };
      const unseen = item.state === WAITING && item.tries === 0;
      const rejected = item.state === REFUSED && item.refusal.outcome === 'rejected';
      if (unseen || rejected) {
        const { replaces } = item.entry;
        items.put({
          ...item, entry: { ...entry, ...(replaces && { replaces }) }, state: WAITING, refusal: null,
          settled: item.settled && !rejected,
        });
        return;
      }
      if (item.state === REFUSED) items.put({ ...item, state: SENT, doneAt: Date.now() });
      await follow(items, item, 'mistake');
      const { occurredAt, offset, contact, team, member } = item;
      const stamp = { occurredAt, offset, contact };
      items.add(checkInItem(uuidv7(), await nextSeq(items), { ...entry, replaces: id }, stamp, { team, member }));
    });
  }

  /** A person has read why an item was refused and lets it go. With a void goes the check-in that waited for it. */
  discard(id) {
    return this.#write(async (items) => {
      const item = await result(items.get(id));
      if (!item || (isWhole(item) && item.state !== REFUSED)) return;
      items.delete(id);
      items.delete(closeId(id));
      if (item.kind === 'void') {
        for (const other of await result(items.getAll())) {
          if (other.entry?.replaces === item.of && other.state === WAITING) items.delete(other.id);
        }
      }
    });
  }

  /** Sends a refused item once more, as it is. */
  retry(id) {
    return this.#write(async (items) => {
      const item = await result(items.get(id));
      if (item?.state === REFUSED) items.put({ ...item, state: WAITING, refusal: null });
    });
  }

  /** What waits was entered for another team; a person has said that it now goes out for `team`. */
  adopt(team) {
    return this.#write(async (items) => {
      for (const item of await result(items.getAll())) {
        if (isWhole(item) && item.state === WAITING && item.team !== team) items.put({ ...item, team });
      }
    });
  }

  /**
   * Takes in what another phone of the team could not send, from its backup: with its ids, as it entered them.
   * Answers how many check-ins are new here.
   */
  takeIn(file, team) {
    return this.#write(async (items) => {
      let seq = await nextSeq(items);
      let taken = 0;
      const put = async (item) => {
        if (!isWhole(item) || (await result(items.get(item.id)))) return false;
        items.add({ ...item, seq: seq++ });
        return true;
      };
      for (const { checkIn } of file.checkIns.filter((one) => one.team === team)) {
        const item = fromWire(checkIn, team);
        if (!(await put(item))) continue;
        taken++;
        if (item.entry.helpRequest) await put(closeItem(item, seq));
      }
      for (const { of, reason } of file.voids.filter((one) => one.team === team)) await put(voidItem({ id: of, team }, seq, reason));
      return taken;
    });
  }

  /**
   * The next check-ins to send, oldest first, marked as tried before anybody sees them.
   * `settle` decides an item's clock offset once; `passed` are ids to leave out; `now` is the phone's time.
   */
  nextBatch(limit, team, settle, passed = new Set(), now = Date.now()) {
    return this.#write(async (items) => {
      const all = await ordered(items);
      const voids = new Map(all.filter((item) => item.kind === 'void').map((item) => [item.id, item]));
      const free = ({ entry }) => (voids.get(voidId(entry.replaces))?.state ?? SENT) === SENT;
      return all
        .filter((item) => item.kind === 'check-in' && item.state === WAITING && item.team === team)
        .filter((item) => free(item) && !passed.has(item.id) && !isHeld(item, now))
        .slice(0, limit)
        .map((item) => {
          const offset = item.settled ? item.offset : settle(item);
          const tried = { ...item, offset, settled: true, tries: item.tries + 1 };
          items.put(tried);
          return tried;
        });
    }, false);
  }

  /** The next void or close whose check-in the server has answered for, or null. */
  nextFollower(team) {
    return this.#write(async (items) => {
      const all = await ordered(items);
      const state = new Map(all.map((item) => [item.id, item.state]));
      const next = all.find((item) => item.kind !== 'check-in' && item.state === WAITING && item.team === team
        && (state.get(item.of) ?? SENT) === SENT);
      if (!next) return null;
      const tried = { ...next, tries: next.tries + 1 };
      items.put(tried);
      return tried;
    }, false);
  }

  /**
   * Writes down the server's answers: `[{id, outcome, code?, message?}]`.
   * Answers the ids whose outcome is one this page knows; the others stay as they are.
   */
  settle(answers) {
    return this.#write(async (items) => {
      const known = answers.filter(({ outcome }) => OUTCOMES.has(outcome));
      for (const { id, outcome, code = null, message = null } of known) {
        const item = await result(items.get(id));
        if (!item || item.state === SENT) continue;
        if (TAKEN.has(outcome)) items.put({ ...item, state: SENT, refusal: null, doneAt: Date.now() });
        else await refuse(items, item, { outcome, code, message, at: Date.now() });
      }
      return known.map(({ id }) => id);
    });
  }

  /** Everything, oldest first, as {items, damaged}. */
  async list() {
    const records = await this.#store.transact('readonly', ['items'], (items) => result(items.getAll()));
    const whole = records.filter(isWhole).sort((a, b) => a.seq - b.seq);
    return { items: whole, damaged: records.filter((record) => !isWhole(record)) };
  }

  /** Forgets what was sent before `before` (ms), and all but the newest `most` of it. */
  prune(before, most) {
    return this.#write(async (items) => {
      const all = await ordered(items);
      const needed = new Set(all.filter((item) => item.state !== SENT).flatMap((item) => [item.of, item.entry?.replaces]));
      all
        .filter((item) => item.state === SENT && !needed.has(item.id) && !needed.has(item.of))
        .reverse()
        .filter((item, place) => item.doneAt < before || place >= most)
        .forEach((item) => items.delete(item.id));
    }, false);
  }

  async #write(work, tell = true) {
    const answer = await this.#store.transact('readwrite', ['items'], work);
    if (tell) this.#changed();
    return answer;
  }
}

async function ordered(items) {
  return (await result(items.getAll())).filter(isWhole).sort((a, b) => a.seq - b.seq);
}

async function nextSeq(items) {
  const newest = await result(items.index('seq').openCursor(null, 'prev'));
  return Number.isFinite(newest?.key) ? newest.key + 1 : 1;
}

/** A void behind its check-in, at most one. */
async function follow(items, item, reason) {
  const there = await result(items.get(voidId(item.id)));
  if (!there) items.add(voidItem(item, await nextSeq(items), reason));
  else if (there.state === REFUSED) items.put({ ...there, state: WAITING, refusal: null });
}

/** A check-in that never came to be needs no void, and what was to replace it stands on its own. */
async function refuse(items, item, refusal) {
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
