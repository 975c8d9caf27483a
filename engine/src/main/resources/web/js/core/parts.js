import { result } from './store.js';

/** The parts of another phone's backup, scanned one by one. */
export class Parts {
  #store;

  constructor(store) {
    this.#store = store;
  }

  /** Those of another series give way. */
  keep(part) {
    return this.#store.transact('readwrite', ['settings'], async (settings) => {
      const kept = (await result(settings.get('parts'))) ?? [];
      const others = kept.filter((one) => one.series === part.series && one.part !== part.part);
      settings.put([...others, part], 'parts');
    });
  }

  async all() {
    return (await this.#store.get('parts')) ?? [];
  }

  drop() {
    return this.#store.remove('parts');
  }
}
