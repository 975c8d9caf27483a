import { result } from './store.js';

/**
 * One sender at a time, however many tabs are open.
 * It only saves data: ids make two senders harmless, so a tab that the phone has frozen may be robbed of the lock.
 */
const PATIENCE = 60_000;
const LEASE = 90_000;

export class Lock {
  #name;
  #store;
  #locks;
  #owner = crypto.getRandomValues(new Uint32Array(2)).join('-');

  constructor(name, store, locks = globalThis.navigator?.locks) {
    this.#name = name;
    this.#store = store;
    this.#locks = locks;
  }

  /** Runs `work` alone and answers what it answers. */
  run(work) {
    return this.#locks ? this.#withWebLocks(work) : this.#withLease(work);
  }

  async #withWebLocks(work) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    let started = false;
    const begin = () => {
      started = true;
      clearTimeout(timer);
      return work();
    };
    try {
      return await this.#locks.request(this.#name, { signal: stop.signal }, begin);
    } catch (problem) {
      if (started || problem.name !== 'AbortError') throw problem;
      return this.#locks.request(this.#name, { steal: true }, work);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Browsers without Web Locks, and pages without https: a lease in the store, renewed while the work lasts. */
  async #withLease(work) {
    while (!(await this.#lease(true))) await new Promise((resume) => setTimeout(resume, 1_000));
    const renewal = setInterval(() => this.#lease(true).catch(() => {}), LEASE / 3);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      await this.#lease(false);
    }
  }

  #lease(wanted) {
    const key = `lock:${this.#name}`;
    return this.#store.transact('readwrite', ['settings'], async (settings) => {
      const now = Date.now();
      const held = await result(settings.get(key));
      const taken = held && held.owner !== this.#owner && held.until > now && held.until < now + 2 * LEASE;
      if (taken) return false;
      if (wanted) settings.put({ owner: this.#owner, until: now + LEASE }, key);
      else settings.delete(key);
      return true;
    });
  }
}
