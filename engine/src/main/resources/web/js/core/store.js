import { Silent, within } from './patience.js';

/**
 * The phone's memory: one IndexedDB database with the queue (`items`) and everything else (`settings`).
 * Writes are asked to be durable, so that «đã ghi» survives a battery pulled out the next instant.
 * A browser may leave any of its questions unanswered: then this throws `Silent`, and the next try begins anew.
 */
const SCHEMA = 1;
const OPENING = 8_000;
const WORKING = 20_000;

export class Store {
  #name;
  #connection = null;
  #outdated;
  /** Abandoned openings, which may still come. */
  #late = [];

  /** `outdated` is called when a newer page needs to change the schema: this page must be loaded again. */
  constructor(name = 'gocua', outdated = () => {}) {
    this.#name = name;
    this.#outdated = outdated;
  }

  /**
   * Runs `work` in one transaction and returns once it is on disk. `work` may only await requests of its stores
   * (through `result`). After `Silent` the outcome is unknown.
   */
  async transact(mode, names, work) {
    const transaction = await this.#begin(mode, names);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
    });
    done.catch(() => {});
    try {
      return await within(WORKING, this.#work(transaction, names, work, done), 'the memory');
    } catch (problem) {
      if (problem instanceof Silent) {
        this.#connection = null;
        abort(transaction);
      }
      throw problem;
    }
  }

  async #work(transaction, names, work, done) {
    let answer;
    try {
      answer = await work(...names.map((name) => transaction.objectStore(name)));
    } catch (problem) {
      abort(transaction);
      throw transaction.error ?? problem;
    }
    await done;
    return answer;
  }

  /** All settings, by key. */
  settings() {
    return this.transact('readonly', ['settings'], async (settings) => {
      const [keys, values] = await Promise.all([result(settings.getAllKeys()), result(settings.getAll())]);
      return Object.fromEntries(keys.map((key, place) => [key, values[place]]));
    });
  }

  get(key) {
    return this.transact('readonly', ['settings'], (settings) => result(settings.get(key)));
  }

  set(key, value) {
    return this.transact('readwrite', ['settings'], (settings) => result(settings.put(value, key)));
  }

  remove(key) {
    return this.transact('readwrite', ['settings'], (settings) => result(settings.delete(key)));
  }

  async #begin(mode, names) {
    try {
      return (await this.#open()).transaction(names, mode, { durability: 'strict' });
    } catch (problem) {
      // A phone that slept may find its connection closed under it; a second one is a fresh start.
      if (problem.name !== 'InvalidStateError') throw problem;
      this.#connection = null;
      return (await this.#open()).transaction(names, mode, { durability: 'strict' });
    }
  }

  async #open() {
    const opening = (this.#connection ??= Promise.any([this.#connect(), ...this.#late]).catch((problems) => {
      throw problems.errors[0];
    }));
    try {
      return await within(OPENING, opening, 'the memory');
    } catch (problem) {
      if (this.#connection === opening) this.#connection = null;
      if (problem instanceof Silent && !this.#late.includes(opening)) this.#late = [...this.#late.slice(-2), opening];
      throw problem;
    }
  }

  async #connect() {
    const database = await connect(this.#name);
    database.onclose = () => (this.#connection = null);
    database.onversionchange = () => {
      database.close();
      this.#connection = null;
      this.#outdated();
    };
    return database;
  }
}

/** The result of one request, as a promise. */
export function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function connect(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, SCHEMA);
    request.onupgradeneeded = () => {
      const items = request.result.createObjectStore('items', { keyPath: 'id' });
      items.createIndex('seq', 'seq');
      request.result.createObjectStore('settings');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => console.warn('another page holds the memory');
  });
}

function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // Ended already.
  }
}
