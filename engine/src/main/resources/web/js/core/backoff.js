/** Waits that grow and are spread out, so that a village coming back into the network does not arrive as one. */
export class Backoff {
  #base;
  #cap;
  #random;
  #failures = 0;

  constructor({ base = 2_000, cap = 300_000, random = Math.random } = {}) {
    this.#base = base;
    this.#cap = cap;
    this.#random = random;
  }

  reset() {
    this.#failures = 0;
  }

  /** Milliseconds to wait after one more failure: between half and all of a ceiling that doubles. */
  next() {
    const ceiling = Math.min(this.#cap, this.#base * 2 ** this.#failures++);
    return ceiling * (0.5 + this.#random() / 2);
  }
}

/** `Retry-After` in milliseconds (seconds, or a date by the answer's clock `now`), at most an hour; 0: there is none. */
export function retryAfter(header, now) {
  if (!header) return 0;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds), 3_600_000) : 0;
}
