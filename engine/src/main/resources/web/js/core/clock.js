/**
 * What the phone knows of the engine's time.
 *
 * `offset` is «engine minus phone» in whole seconds, learned from every answer that came back quickly enough.
 * It is written down with each check-in at the tap, because the phone's clock may be set between tap and sending.
 */
const TOLERANCE = 120_000;
const SLOWEST_CONTACT = 60_000;
const FRESH = 600_000;

export class Clock {
  #now;
  #known = null;
  #saved;

  /** `saved` is called with the knowledge to keep; `known` is what was kept last time. */
  constructor({ now = Date.now, known = null, saved = () => {} } = {}) {
    this.#now = now;
    this.#known = known;
    this.#saved = saved;
  }

  /** A rehearsal runs on a fast clock of its own: there is nothing to learn from it, and nothing to send. */
  rehearsing = false;

  get offset() {
    return this.rehearsing || !this.#known ? null : this.#known.offset;
  }

  now() {
    return this.#now();
  }

  /** The time as far as the phone knows it, for showing. */
  trueNow() {
    return this.#now() + (this.offset ?? 0) * 1000;
  }

  /** The engine said `instant` (ms) in an answer asked for at `asked` and received at `received` (phone's ms). */
  learn(instant, asked, received = this.#now()) {
    if (this.rehearsing || !Number.isFinite(instant)) return;
    if (received < asked || received - asked > SLOWEST_CONTACT) return;
    const offset = Math.round((instant - (asked + received) / 2) / 1000) + 0;
    this.#known = { offset, engine: instant, phone: received };
    this.#saved(this.#known);
  }

  /** What a check-in made now has to remember of time. */
  stamp() {
    const now = this.#now();
    return {
      occurredAt: new Date(Math.floor(now / 1000) * 1000).toISOString().replace('.000Z', 'Z'),
      offset: this.offset,
      contact: this.rehearsing ? null : (this.#known?.engine ?? null),
    };
  }

  /**
   * The offset to send with a check-in, decided before its first try and kept afterwards.
   * The tap lies between the last contact before it and now; if the offset of the tap puts it outside,
   * the phone's clock was set in between, and the present offset is tried instead.
   */
  settle({ occurredAt, offset, contact }) {
    if (this.rehearsing) return null;
    if (offset === null || !this.#isFresh()) return offset;
    const tapped = Date.parse(occurredAt);
    const latest = this.#now() + this.#known.offset * 1000 + TOLERANCE;
    const earliest = contact === null ? -Infinity : contact - TOLERANCE;
    const fits = (seconds) => tapped + seconds * 1000 >= earliest && tapped + seconds * 1000 <= latest;
    return [offset, this.#known.offset].find(fits) ?? offset;
  }

  #isFresh() {
    const age = this.#now() - (this.#known?.phone ?? -Infinity);
    return age >= 0 && age < FRESH;
  }
}
