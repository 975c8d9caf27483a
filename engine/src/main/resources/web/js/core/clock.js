/**
 * What the phone knows of the engine's time.
 *
 * Two clocks of the phone help: the wall clock, which anybody may set and a flat battery sends to 1970, and the
 * monotonic one, which nobody sets but which may stand still while the phone sleeps and begins anew with every page.
 * So a duration is measured by the monotonic clock, and it is never longer than the time that has really passed: the
 * engine's last word plus what has passed since is the earliest that it can be.
 *
 * `offset` is «engine minus wall clock» in whole seconds, as of the engine's last word. It is written down with each
 * check-in at the tap, because the wall clock may be set between tap and sending.
 */
export const TOLERANCE = 120_000;
const SLOWEST_CONTACT = 60_000;
const SAVE_EVERY = 60_000;

/** Largest offset that the engine accepts (s): beyond it the wall clock is nonsense. */
export const MOST_OFFSET = 99 * 365 * 24 * 3600;

const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59Z');

/** An instant (ms) within the years that the engine knows, as its text. */
export const written = (instant) =>
  new Date(Number.isFinite(instant) ? Math.min(Math.max(instant, FIRST), LAST) : 0).toISOString();

export class Clock {
  #now;
  #elapsed;
  #known;
  #saved;
  #savedAt = -Infinity;
  /** The engine's time `engine` as of the monotonic `mono`, when the wall showed `wall`; exact, or only the earliest. */
  #anchor = null;
  /** Both clocks at the last comparison with the engine's, or when the page began. */
  #start;
  /** Names this life of the page: readings of the monotonic clock can be compared within it only. */
  #life = crypto.getRandomValues(new Uint32Array(2)).join('-');

  /** `saved` gets the state to keep; `known` is the one last kept. */
  constructor({ now = Date.now, elapsed = () => performance.now(), known = null, saved = () => {} } = {}) {
    this.#now = now;
    this.#elapsed = elapsed;
    this.#known = known;
    this.#saved = saved;
    this.#start = { wall: now(), mono: elapsed() };
    const engine = Math.max(known?.engine ?? -Infinity, known?.after ?? -Infinity);
    if (Number.isFinite(engine)) this.#anchor = { engine, mono: elapsed(), wall: now(), exact: false };
  }

  /** A rehearsal runs on a fast clock of its own: there is nothing to learn from it, and nothing to send. */
  rehearsing = false;

  /** «Engine minus wall clock» in seconds as far as it is known; null: it is not, or must not be sent. */
  get offset() {
    return this.rehearsing || !this.#known ? null : this.#known.offset + this.#setBack();
  }

  /** Seconds by which the wall clock was set back since. Forward it also goes after a sleep. */
  #setBack() {
    const lacking = this.#elapsed() - this.#start.mono - (this.#now() - this.#start.wall);
    return lacking > TOLERANCE ? Math.round(lacking / 1000) : 0;
  }

  /** The wall clock (ms), right or wrong. */
  now() {
    return this.#now();
  }

  /** The monotonic clock (ms), for durations. */
  elapsed() {
    return this.#elapsed();
  }

  /** Both clocks (ms): {mono, wall}. */
  moment() {
    return { mono: this.#elapsed(), wall: this.#now() };
  }

  /** The best known time, for showing. */
  trueNow() {
    return Math.max(this.#now() + (this.offset ?? 0) * 1000, this.earliest() ?? -Infinity);
  }

  /** The same where the wall clock may show no time at all. */
  #best() {
    const known = this.trueNow();
    return Number.isFinite(known) ? known : this.earliest();
  }

  /** The earliest possible engine time (ms); null: never heard. */
  earliest() {
    if (this.rehearsing || !this.#anchor) return null;
    return this.#anchor.engine + (this.#elapsed() - this.#anchor.mono);
  }

  /**
   * The engine's time (ms) where it is certain: this page has heard it, and since then the phone has neither slept nor
   * had its clock set. Else null: the engine has to be asked.
   */
  certain() {
    if (this.rehearsing || !this.#anchor?.exact) return null;
    const passed = this.#elapsed() - this.#anchor.mono;
    const shown = this.#now() - this.#anchor.wall;
    return Math.abs(shown - passed) <= TOLERANCE ? this.#anchor.engine + passed : null;
  }

  /**
   * Our engine answered `instant` (ms), asked at `asked` and received at `received` (monotonic ms). If both clocks went
   * apart meanwhile, the phone slept over the answer, or a clock was set.
   */
  learn(instant, asked, received = this.#elapsed()) {
    if (this.rehearsing || !Number.isFinite(instant)) return;
    const apart = this.#now() - asked.wall - (this.#elapsed() - asked.mono);
    if (received < asked.mono || received - asked.mono > SLOWEST_CONTACT || Math.abs(apart) > TOLERANCE) {
      this.heard(instant);
      return;
    }
    const mono = (asked.mono + received) / 2;
    const wall = this.#now() - (this.#elapsed() - mono);
    this.#anchor = { engine: instant, mono, wall, exact: true };
    this.#know(instant, wall);
  }

  /** Our engine sent `instant` (ms) unasked, perhaps long ago: it is that late at least. */
  heard(instant) {
    if (this.rehearsing || !Number.isFinite(instant)) return;
    const earliest = this.earliest() ?? -Infinity;
    const further = instant - earliest;
    if (further < 0 || (this.certain() !== null && further < TOLERANCE)) return;
    const wall = this.#now();
    this.#anchor = { engine: instant, mono: this.#elapsed(), wall, exact: false };
    // An old message may arrive late, after a sleep: only one ahead of the wall clock proves this behind.
    if (instant - (wall + (this.offset ?? 0) * 1000) > TOLERANCE) this.#know(instant, wall);
    else this.#keepEarliest();
  }

  #know(instant, wall) {
    this.#known = { offset: Math.round((instant - wall) / 1000) + 0, engine: instant, phone: Math.round(wall) };
    this.#start = { wall: this.#now(), mono: this.#elapsed() };
    this.#save();
  }

  /** The monotonic clock ends with its page; how far it came is worth keeping, now and then. */
  #keepEarliest() {
    if (!this.#known || this.#elapsed() - this.#savedAt < SAVE_EVERY) return;
    this.#known = { ...this.#known, after: Math.round(this.earliest()) };
    this.#save();
  }

  #save() {
    this.#savedAt = this.#elapsed();
    this.#saved(this.#known);
  }

  /**
   * Time data for a new check-in: the wall clock and its offset, the last `contact`, the earliest possible time
   * (`after`). Also the monotonic clock with its page's life, and whether the wall clock was set back (`shaken`).
   */
  stamp() {
    const offset = this.offset;
    const wall = this.#now();
    // A wall clock that can't be written, or repaired by an offset, gives way to the known time.
    const nonsense = !(wall >= FIRST && wall <= LAST) || Math.abs(offset ?? 0) > MOST_OFFSET;
    const shown = nonsense && offset !== null ? this.#best() : wall;
    const occurredAt = written(Math.floor(shown / 1000) * 1000).replace('.000Z', 'Z');
    if (this.rehearsing) return { occurredAt, offset: null, contact: null };
    const after = this.earliest();
    this.#keepEarliest();
    return {
      occurredAt, offset: nonsense && offset !== null ? 0 : offset, contact: this.#known?.engine ?? null,
      after: after === null ? null : Math.round(after), life: this.#life, mono: Math.round(this.#elapsed()),
      ...(this.#setBack() > 0 && { shaken: true }),
    };
  }

  /** Bounds (ms) of the time of a check-in that is sent now; null: unknown. */
  bounds({ after, contact, life, mono }) {
    const certain = this.certain();
    if (certain === null) return null;
    const since = life === this.#life && Number.isFinite(mono) ? Math.max(0, this.#elapsed() - mono) : 0;
    const latest = certain - since;
    const earliest = after ?? contact ?? null;
    // The engine's own clock was set since: it once said what is not yet.
    const broken = earliest !== null && earliest > latest + TOLERANCE;
    return { earliest: broken ? null : earliest, latest };
  }
}
