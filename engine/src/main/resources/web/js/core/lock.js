import { pause } from './patience.js';
import { result } from './store.js';

/**
 * One sender at a time over all tabs. It only saves data, since ids make two senders harmless. So a frozen tab's lock
 * may be stolen, and a browser without locks does without.
 */
const PATIENCE = 60_000;
const PATIENCE_TO_STEAL = 10_000;
const HEARTBEAT = 20_000;
const LOOK_EVERY = 1_000;

export class Lock {
  #name;
  #store;
  #locks;
  #elapsed;
  #owner = crypto.getRandomValues(new Uint32Array(2)).join('-');

  constructor(name, store, locks = globalThis.navigator?.locks, elapsed = () => performance.now()) {
    this.#name = name;
    this.#store = store;
    this.#locks = locks;
    this.#elapsed = elapsed;
  }

  /** Runs `work` alone and returns its result. */
  run(work) {
    return this.#locks ? this.#withWebLocks(work) : this.#withLease(work);
  }

  async #withWebLocks(work) {
    for (const [patience, steal] of [[PATIENCE, false], [PATIENCE_TO_STEAL, true]]) {
      const tried = await this.#tried(patience, steal, work);
      if (tried) return tried.answer;
    }
    return work();
  }

  /** Null if the lock does not come in time; if it comes later, it is released at once. */
  #tried(patience, steal, work) {
    return new Promise((resolve, reject) => {
      let begun = false;
      let late = false;
      const stop = new AbortController();
      const timer = setTimeout(() => {
        if (begun) return;
        late = true;
        stop.abort();
        resolve(null);
      }, patience);
      const begin = async () => {
        if (late) return;
        begun = true;
        clearTimeout(timer);
        resolve({ answer: await work() });
      };
      // A request to steal takes no signal.
      this.#locks.request(this.#name, steal ? { steal } : { signal: stop.signal }, begin).catch((problem) => {
        if (!late) reject(problem);
      });
    });
  }

  /**
   * Without Web Locks or https: a lease in the store, renewed while the work lasts. Waiting pages measure its silence
   * by their own clocks.
   */
  async #withLease(work) {
    let heard = { beat: null, at: this.#elapsed() };
    for (;;) {
      const held = await this.#lease((there) => there === undefined || this.#elapsed() - heard.at > PATIENCE);
      if (held === null) break;
      if (held !== heard.beat) heard = { beat: held, at: this.#elapsed() };
      await pause(LOOK_EVERY);
    }
    const renewal = setInterval(() => this.#heartbeat().catch(() => {}), HEARTBEAT);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      await this.#release();
    }
  }

  get #key() {
    return `lock:${this.#name}`;
  }

  /** Takes the lease if it is mine or `free` accepts its state; else answers its owner's beat. */
  #lease(free) {
    return this.#store.transact('readwrite', ['settings'], async (settings) => {
      const there = await result(settings.get(this.#key));
      if (there?.owner !== this.#owner && !free(there)) return `${there.owner} ${there.beat}`;
      settings.put({ owner: this.#owner, beat: 0 }, this.#key);
      return null;
    });
  }

  #heartbeat() {
    return this.#store.transact('readwrite', ['settings'], async (settings) => {
      const there = await result(settings.get(this.#key));
      if (there?.owner === this.#owner) settings.put({ ...there, beat: there.beat + 1 }, this.#key);
    });
  }

  #release() {
    return this.#store.transact('readwrite', ['settings'], async (settings) => {
      const there = await result(settings.get(this.#key));
      if (there?.owner === this.#owner) settings.delete(this.#key);
    });
  }
}
