import { NoContact, Refused } from './api.js';
import { Backoff } from './backoff.js';
import { wire } from './items.js';

const LARGEST_BATCH = 500;
const FIRST_BATCH = 100;

/** What the sender is doing: `state` resting · sending · waiting (until `retryAt`, because of `why`) · locked-out. */
export const RESTING = 'resting';
export const SENDING = 'sending';
export const HELD = 'waiting';
export const LOCKED_OUT = 'locked-out';

/**
 * Empties the queue into the engine, by itself, for as long as it takes.
 * An item leaves the queue's waiting state only by the server's answer for that item.
 */
export class Sender {
  #queue;
  #api;
  #clock;
  #lock;
  #team;
  #report;
  #tell;
  #backoff;
  #limit = FIRST_BATCH;
  #notBefore = 0;
  #heldBy = 'busy';
  #timer = null;
  #running = null;
  #again = false;

  /** `team` answers whose items may go out now (null: none), `tell` hears every change of state. */
  constructor({ queue, api, clock, lock, team, report = () => ({}), tell = () => {}, backoff = new Backoff() }) {
    this.#queue = queue;
    this.#api = api;
    this.#clock = clock;
    this.#lock = lock;
    this.#team = team;
    this.#report = report;
    this.#tell = tell;
    this.#backoff = backoff;
  }

  /**
   * Something may be ready to go: a new check-in, a network, a person who asks.
   * It cuts the phone's own wait short, never one that the server has asked for.
   */
  kick() {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    clearTimeout(this.#timer);
    const wait = this.#notBefore - Date.now();
    if (wait > 0) {
      this.#later(wait, this.#heldBy);
      return Promise.resolve();
    }
    this.#running = this.#run().finally(() => {
      this.#running = null;
      if (this.#again) {
        this.#again = false;
        this.kick();
      }
    });
    return this.#running;
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #run() {
    try {
      await this.#lock.run(() => this.#drain());
      this.#backoff.reset();
      this.#tell({ state: RESTING });
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401) {
        this.#tell({ state: LOCKED_OUT, problem });
        return;
      }
      const asked = problem.wait ?? 0;
      if (asked > 0) this.#notBefore = Date.now() + asked;
      this.#heldBy = isQuota(problem) ? 'quota' : 'busy';
      this.#later(Math.max(asked, this.#backoff.next()), asked > 0 ? this.#heldBy : why(problem));
      if (!(problem instanceof NoContact || problem instanceof Refused)) console.error(problem);
    }
  }

  #later(wait, reason) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.kick(), wait);
    this.#tell({ state: HELD, retryAt: Date.now() + wait, why: reason });
  }

  async #drain() {
    // Answers this page does not understand: those items stay, let the others pass, and go again after a pause.
    const passed = new Set();
    for (;;) {
      this.#again = false;
      const moved = (await this.#sendBatches(passed)) + (await this.#sendFollowers());
      if (moved === 0 && !this.#again) break;
    }
    if (passed.size > 0) throw new NoContact('unknown outcome');
  }

  async #sendBatches(passed) {
    let total = 0;
    for (;;) {
      const team = this.#team();
      const settle = (item) => this.#clock.settle(item);
      const batch = team ? await this.#queue.nextBatch(this.#limit, team, settle, passed, this.#clock.now()) : [];
      if (batch.length === 0) return total;
      this.#tell({ state: SENDING, items: batch.length });
      const answered = new Set(await this.#send(batch));
      batch.filter(({ id }) => !answered.has(id)).forEach(({ id }) => passed.add(id));
      total += answered.size;
      this.#limit = Math.min(LARGEST_BATCH, this.#limit * 2);
    }
  }

  /** Answers the ids that the engine has answered for. */
  async #send(batch) {
    try {
      const { results } = await this.#api.send(batch.map(wire), await this.#report());
      const asked = new Set(batch.map((item) => item.id));
      return await this.#queue.settle((results ?? []).filter(({ id }) => asked.has(id)));
    } catch (problem) {
      if (problem instanceof NoContact) this.#limit = Math.max(1, this.#limit >> 1);
      if (!(problem instanceof Refused) || !isAboutContent(problem)) throw problem;
      return this.#sendApart(batch, problem);
    }
  }

  /** The engine could not take the batch as a whole: the item at fault is found by halving, the rest goes through. */
  async #sendApart(batch, problem) {
    if (batch.length === 1) return this.#queue.settle([rejection(batch[0].id, problem)]);
    const middle = batch.length >> 1;
    return [...(await this.#send(batch.slice(0, middle))), ...(await this.#send(batch.slice(middle)))];
  }

  async #sendFollowers() {
    let total = 0;
    for (;;) {
      const team = this.#team();
      const next = team ? await this.#queue.nextFollower(team) : null;
      if (!next) return total;
      this.#tell({ state: SENDING, items: 1 });
      total += (await this.#queue.settle([await this.#followed(next)])).length;
    }
  }

  async #followed(item) {
    try {
      if (item.kind === 'void') await this.#api.voidCheckIn(item.of, item.reason);
      else await this.#api.closeHelp(item.request, item.of);
      return { id: item.id, outcome: 'accepted' };
    } catch (problem) {
      const final = problem instanceof Refused && (isAboutContent(problem) || [403, 404, 409].includes(problem.status));
      if (!final) throw problem;
      return rejection(item.id, problem);
    }
  }
}

/** The phone has sent more than one phone does in an hour: everything stays, and goes on later. */
const isQuota = (problem) => problem instanceof Refused && problem.code === 'phone-quota';

const isAboutContent = (problem) => [400, 413, 422].includes(problem.status);

const rejection = (id, { code, title, detail }) => ({ id, outcome: 'rejected', code, message: detail || title });

function why(problem) {
  if (problem instanceof Refused && problem.code === 'team-left') return 'left';
  if (problem instanceof Refused) return problem.status === 403 ? 'forbidden' : 'refused';
  return problem instanceof NoContact ? 'no-contact' : 'fault';
}
