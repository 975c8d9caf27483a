import { uuidv7 } from './ids.js';
import {
  HELD_FOR, REFUSED, SENT, WAITING, checkInItem, closeId, closeItem, isWhole, mayBeKnown, voidId,
} from './items.js';
import { Overtaken } from './api.js';
import { takeInto } from './backup.js';
import { follow, forgettable, inTime, isOfRequest, isSendable, isUnplaced, nextSeq, ordered, putOff, refuse, sorted } from './records.js';
import { result } from './store.js';

const TAKEN = new Set(['accepted', 'duplicate']);
const OUTCOMES = new Set([...TAKEN, 'rejected', 'conflict']);

/**
 * All entries of this phone until the server has answered for them, and a while longer. `changed` runs once a change is
 * on disk.
 */
export class Queue {
  #store;
  #changed;
  #now;
  #elapsed;
  /** When this page first saw a held-back item (monotonic ms), by id. */
  #heldSince = new Map();
  /** Left the phone in a backup, though there was no room to write that down. */
  #handed = new Set();

  /** `now` is the phone's best known time, `elapsed` its monotonic clock (both ms). */
  constructor(store, changed = () => {}, { now = Date.now, elapsed = () => performance.now() } = {}) {
    this.#store = store;
    this.#changed = changed;
    this.#now = now;
    this.#elapsed = elapsed;
  }

  /**
   * Keeps a check-in, and with it the close of the help request that it answers.
   * When this answers, both are on disk; when it throws, nothing is, unless the memory was silent: then the same `id`
   * makes a second try harmless.
   */
  async add(entry, stamp, owner, held = false, id = uuidv7()) {
    const put = () => this.#write(async (items) => {
      const there = await result(items.get(id));
      if (there) return there;
      const seq = await nextSeq(items);
      const item = checkInItem(id, seq, entry, stamp, owner, held ? this.#now() + HELD_FOR : null);
      if (held) this.#heldSince.set(id, this.#elapsed());
      items.add(item);
      if (entry.helpRequest) items.add(closeItem(item, seq + 1));
      return item;
    });
    try {
      return await put();
    } catch (problem) {
      if (problem?.name !== 'QuotaExceededError') throw problem;
      // The server has these already: they make room for the others.
      await this.prune(Infinity, 0);
      return put();
    }
  }

  /** Undoes a check-in: deletes it if it never left the phone, else sends a void after its answer. */
  voidCheckIn(id, reason) {
    return this.#write(async (items) => {
      const item = await result(items.get(id));
      if (!item) return;
      const close = await result(items.get(closeId(id)));
      if (close && close.state !== SENT) items.delete(close.id);
      if (item.state !== SENT && !this.#mayBeKnown(item)) items.delete(id);
      else await follow(items, item, reason);
    });
  }

  /**
   * Corrects a check-in; `moved` changes its time too, if a person set its day. In place if the server cannot have it.
   * Otherwise as a void, followed by a new check-in that replaces it.
   */
  correct(id, entry, moved = null) {
    return this.#write(async (items) => {
      const item = await result(items.get(id));
      if (!item) return;
      const { helpRequest } = item.entry;
      if (helpRequest) entry = { ...entry, helpRequest };
      const unseen = item.state === WAITING && !this.#mayBeKnown(item);
      const rejected = item.state === REFUSED && item.refusal.outcome === 'rejected';
      if (unseen || rejected) {
        const { replaces } = item.entry;
        items.put(inTime({
          ...item, entry: { ...entry, ...(replaces && { replaces }) }, state: WAITING, refusal: null,
          settled: item.settled && (!rejected || item.placed === true),
        }, moved));
        return;
      }
      if (item.state === REFUSED) items.put({ ...item, state: SENT, doneAt: this.#now() });
      await follow(items, item, 'mistake');
      const { occurredAt, offset, contact, after, life, mono, shaken, settled, placed, team, member } = item;
      const stamp = inTime({ occurredAt, offset, contact, after, life, mono, shaken, settled, placed }, moved);
      items.add(checkInItem(uuidv7(), await nextSeq(items), { ...entry, replaces: id }, stamp, { team, member }));
    });
  }

  /** Sets a check-in's day, chosen by a person: `moved` has the new time. */
  place(id, moved) {
    return this.#write(async (items) => {
      const item = await result(items.get(id));
      if (item?.doubt) items.put(inTime(item, moved));
    });
  }

  /** Drops a refused item that a person has read. A void's replacement goes with it. */
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

  /** Lets another team's waiting items go out for `team`, as a person decided. */
  adopt(team) {
    return this.#write(async (items) => {
      for (const item of await result(items.getAll())) {
        if (isWhole(item) && item.state === WAITING && item.team !== team) items.put({ ...item, team });
      }
    });
  }

  /** Adds another phone's backup, with its ids and values. Answers the number of new check-ins. */
  takeIn(file, team) {
    return this.#write((items) => takeInto(items, file, team));
  }

  /** All items, for a backup. Marks them first, like a try to send: from here on the server may have them. */
  async handOut() {
    const put = async (items) => {
      const records = await result(items.getAll());
      for (const item of records.filter((one) => isWhole(one) && one.state !== SENT)) {
        this.#handed.add(item.id);
        if (!item.handed) items.put({ ...item, handed: true });
      }
      return sorted(records);
    };
    try {
      return await this.#write(put);
    } catch (problem) {
      // A full phone is what backups are for; the mark is then kept until this page ends.
      console.warn(problem);
      return this.list();
    }
  }

  /** Whether check-ins of `team` still need a time. */
  async hasUnplaced(team) {
    const { items } = await this.list();
    return items.some((item) => isSendable(item, team) && isUnplaced(item) && !item.doubt);
  }

  /**
   * The next check-ins to send, oldest first, marked as tried before. `place` decides an item's time once, or asks a
   * person; `passed` has ids to leave out.
   */
  async nextBatch(limit, team, place, passed = new Map()) {
    let doubts = 0;
    const batch = await this.#write(async (items) => {
      const all = await ordered(items);
      const voids = new Map(all.filter((item) => item.kind === 'void').map((item) => [item.id, item]));
      const free = ({ entry }) => (voids.get(voidId(entry.replaces))?.state ?? SENT) === SENT;
      const next = [];
      for (const item of all) {
        if (next.length >= limit) break;
        // Voided items may keep any day.
        const voided = voids.has(voidId(item.id));
        if (!isSendable(item, team) || (item.doubt && !voided)) continue;
        if (!free(item) || passed.has(item.id) || this.#heldFor(item) > 0) continue;
        const time = isUnplaced(item) ? { after: null, ...item, ...place(item) } : item;
        const tried = { ...time, tries: item.tries + 1 };
        if (tried.doubt && !voided) {
          doubts++;
          items.put({ ...item, doubt: tried.doubt });
        } else {
          items.put(tried);
          next.push(tried);
        }
      }
      return next;
    }, false);
    if (doubts > 0) this.#changed();
    return batch;
  }

  /** The next void or close whose check-in the server has answered for, or null. */
  nextFollower(team, passed = new Map()) {
    return this.#write(async (items) => {
      const all = await ordered(items);
      const state = new Map(all.map((item) => [item.id, item.state]));
      const next = all.find((item) => item.kind !== 'check-in' && item.state === WAITING && item.team === team
        && !passed.has(item.id) && (state.get(item.of) ?? SENT) === SENT);
      if (!next) return null;
      const tried = { ...next, tries: next.tries + 1 };
      items.put(tried);
      return tried;
    }, false);
  }

  /** How long the next undoable visit is still held back (ms); 0: none. */
  async heldFor() {
    const { items } = await this.list();
    return items.map((item) => this.#heldFor(item)).reduce((least, one) => (one > 0 && (least === 0 || one < least) ? one : least), 0);
  }

  /**
   * Stores the server's answers, `[{id, outcome, code?, message?}]`, if `token` is still in use. Returns the ids with a
   * known outcome; the others stay.
   */
  async settle(answers, token) {
    const known = await this.#store.transact('readwrite', ['items', 'settings'], async (items, settings) => {
      const enrolment = await result(settings.get('enrolment'));
      if (enrolment?.token !== token) return null;
      for (const { id, outcome, code = null, message = null } of answers) {
        const item = await result(items.get(id));
        if (!item || item.state === SENT) continue;
        if (TAKEN.has(outcome)) items.put({ ...item, state: SENT, refusal: null, doneAt: this.#now() });
        else if (OUTCOMES.has(outcome)) await refuse(items, item, { outcome, code, message, at: this.#now() });
        else if (item.kind === 'check-in') items.put(item.placed ? { ...item, later: code ?? 'later' } : putOff(item, code));
      }
      return answers.filter(({ outcome }) => OUTCOMES.has(outcome)).map(({ id }) => id);
    });
    if (known === null) throw new Overtaken();
    this.#changed();
    return known;
  }

  /** Everything, oldest first, as {items, damaged}. */
  async list() {
    const listed = sorted(await this.#store.transact('readonly', ['items'], (items) => result(items.getAll())));
    listed.items.forEach((item) => this.#heldFor(item));
    return listed;
  }

  /** Forgets items sent before `before` (ms), and all but the newest `most`. */
  prune(before, most) {
    return this.#write(async (items) => {
      forgettable(await ordered(items), before, most).forEach((item) => items.delete(item.id));
    }, false);
  }

  /** What the first version took for refused because a request was, waits again. */
  reopen() {
    return this.#write(async (items) => {
      for (const item of await ordered(items)) {
        if (isOfRequest(item)) items.put({ ...item, state: WAITING, refusal: null });
      }
    });
  }

  #mayBeKnown(item) {
    return mayBeKnown(item) || this.#handed.has(item.id);
  }

  /** Each page measures from when it first saw the item, without any wall clock. */
  #heldFor({ id, state, freeAt, tries }) {
    if (!freeAt || state !== WAITING || tries > 0) return 0;
    if (!this.#heldSince.has(id)) this.#heldSince.set(id, this.#elapsed());
    return Math.max(0, HELD_FOR - (this.#elapsed() - this.#heldSince.get(id)));
  }

  async #write(work, tell = true) {
    const answer = await this.#store.transact('readwrite', ['items'], work);
    if (tell) this.#changed();
    return answer;
  }
}
