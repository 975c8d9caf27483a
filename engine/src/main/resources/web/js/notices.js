/** What leaders tell everybody, and what of it has been read on this phone. */
export class Notices {
  #app;

  constructor(app) {
    this.#app = app;
  }

  /** The latest notice that has not been read here and is not over; null: none. */
  latest() {
    const now = this.#app.phone.help.now();
    const { notices = [] } = this.#app.phone.board.view ?? {};
    return notices.find(({ id, until }) => !this.#app.state.read.includes(id) && Date.parse(until) > now) ?? null;
  }

  /** A person has read it; what is over is forgotten. */
  read(id) {
    const known = new Set((this.#app.phone.board.view?.notices ?? []).map((one) => one.id));
    this.#app.keep({ read: [...this.#app.state.read.filter((one) => known.has(one)), id] });
  }
}
