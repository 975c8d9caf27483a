import { NoContact, Overtaken, Refused } from './api.js';
import { Backoff } from './backoff.js';
import { wire } from './items.js';

const LARGEST_BATCH = 500;
const FIRST_BATCH = 100;

/** Repeated queries of the time, each spoilt by a set clock or a sleep. */
const MOST_ASKED = 3;

/** The sender's `state`: resting · sending · waiting (until `retryAt`, because of `why`) · locked-out. */
export const RESTING = 'resting';
export const SENDING = 'sending';
export const HELD = 'waiting';
export const LOCKED_OUT = 'locked-out';

/** Refusals of a request with one void or close that are its verdict; others concern the way. */
const VERDICTS = {
  void: new Set(['unknown-check-in', 'not-your-teams', 'too-late-to-void', 'unknown-reason']),
  close: new Set([
    'unknown-help-request', 'not-your-hamlet', 'already-claimed', 'already-closed', 'claim-first', 'unknown-check-in',
    'help-request-differs', 'already-withdrawn', 'already-cancelled', 'already-expired', 'no-team-for-hamlet',
    'contact-erased',
  ]),
};

/** Some items got no verdict; the others went through. */
class Unanswered extends Error {
  constructor(why) {
    super(why);
    this.name = 'Unanswered';
    this.why = why;
  }
}

/**
 * Sends the queue to the engine until it is empty. An item leaves the waiting state only by the server's answer for it:
 * a failed request tells nothing of its items.
 */
export class Sender {
  #queue;
  #api;
  #clock;
  #lock;
  #account;
  #place;
  #contact;
  #sync;
  #report;
  #tell;
  #backoff;
  #limit = FIRST_BATCH;
  /** Until when the server has asked for quiet (monotonic ms), whether it was our engine that did, and why. */
  #notBefore = { at: 0, binding: false, reason: 'busy' };
  #timer = null;
  #running = null;
  #again = false;
  /** A network or a person came during a round: passed items go once more as well. */
  #freshAgain = false;
  /** Items refused alone in their request: they go last. */
  #suspects = new Set();
  /** Number of those since the last success. */
  #alone = 0;

  /**
   * `account` answers {team, token} of items that may go out (null: none). `place` decides a check-in's time, for which
   * `contact` queries the engine's; `sync` reloads the account; `tell` gets every change.
   */
  constructor({
    queue, api, clock, lock, account, place, contact, sync, report = () => ({}), tell = () => {}, backoff = new Backoff(),
  }) {
    this.#queue = queue;
    this.#api = api;
    this.#clock = clock;
    this.#lock = lock;
    this.#account = account;
    this.#place = place;
    this.#contact = contact;
    this.#sync = sync;
    this.#report = report;
    this.#tell = tell;
    this.#backoff = backoff;
  }

  /**
   * Starts a round: a new check-in, a network or a person (both `fresh`). Shortens the phone's own wait, never our
   * engine's; a stranger's only if `fresh`.
   */
  kick({ fresh = false } = {}) {
    if (this.#running) {
      this.#again = true;
      this.#freshAgain ||= fresh;
      return this.#running;
    }
    clearTimeout(this.#timer);
    const wait = this.#notBefore.at - this.#clock.elapsed();
    if (wait > 0 && (this.#notBefore.binding || !fresh)) {
      this.#later(wait, this.#notBefore.reason);
      return Promise.resolve();
    }
    this.#running = this.#run().finally(() => {
      this.#running = null;
      const fresh = this.#freshAgain;
      if (!this.#again && !fresh) return;
      this.#again = false;
      this.#freshAgain = false;
      this.kick({ fresh });
    });
    return this.#running;
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #run() {
    try {
      const before = await this.#queue.heldFor();
      await this.#lock.run(() => this.#drain());
      this.#backoff.reset();
      this.#tell({ state: RESTING });
      const held = await this.#queue.heldFor();
      // An item whose hold has ended meanwhile may have been passed over.
      if (before + held > 0) this.#timer = setTimeout(() => this.kick(), held + 50);
    } catch (problem) {
      await this.#failed(problem);
    }
  }

  async #failed(problem) {
    if (problem instanceof Overtaken) {
      await this.#sync().catch((trouble) => console.warn(trouble));
      this.#again = true;
      return;
    }
    if (problem instanceof Refused && problem.shutsOut) {
      this.#tell({ state: LOCKED_OUT, problem });
      return;
    }
    const asked = problem.wait ?? 0;
    const reason = asked === 0 ? why(problem) : isQuota(problem) ? 'quota' : 'busy';
    if (asked > 0) this.#notBefore = { at: this.#clock.elapsed() + asked, binding: problem.binding, reason };
    this.#later(Math.max(asked, this.#backoff.next()), reason);
    const expected = [NoContact, Refused, Unanswered].some((kind) => problem instanceof kind);
    if (!expected) console.error(problem);
  }

  #later(wait, reason) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.kick(), wait);
    this.#tell({ state: HELD, retryAt: this.#clock.trueNow() + wait, why: reason });
  }

  async #drain() {
    this.#alone = 0;
    // An item without a known verdict stays, lets others pass, and goes again after a pause.
    const passed = new Map([...this.#suspects].map((id) => [id, 'refused']));
    await this.#drainBut(passed);
    const suspects = [...this.#suspects];
    this.#suspects.clear();
    suspects.forEach((id) => passed.delete(id));
    if (suspects.length > 0) await this.#drainBut(passed);
    if (passed.size > 0) throw new Unanswered([...passed.values()][0]);
  }

  async #drainBut(passed) {
    for (;;) {
      this.#again = false;
      const moved = (await this.#sendBatches(passed)) + (await this.#sendFollowers(passed));
      if (moved === 0 && !this.#again) break;
    }
  }

  async #sendBatches(passed) {
    let total = 0;
    for (;;) {
      const account = this.#account();
      if (!account) return total;
      await this.#askTheTime(account.team);
      const batch = await this.#queue.nextBatch(this.#limit, account.team, this.#place, passed);
      if (batch.length === 0) return total;
      this.#tell({ state: SENDING, items: batch.length });
      total += await this.#send(batch, account, passed);
    }
  }

  /** Placing needs a certain time, which no answer gives if a clock was set meanwhile. */
  async #askTheTime(team) {
    for (let asked = 0; asked < MOST_ASKED && this.#clock.certain() === null; asked++) {
      if ((asked > 0 && this.#clock.rehearsing) || !(await this.#queue.hasUnplaced(team))) return;
      await this.#contact();
    }
  }

  /** Answers how many items the engine has answered for. */
  async #send(batch, { token }, passed) {
    try {
      const { results } = await this.#api.send(batch.map(wire), await this.#report(), token);
      const asked = new Set(batch.map((item) => item.id));
      const mine = results.filter(({ id }) => asked.has(id));
      const answered = new Set(await this.#queue.settle(mine, token));
      for (const { id } of batch.filter((item) => !answered.has(item.id))) {
        const { outcome, code } = mine.find((one) => one.id === id) ?? {};
        passed.set(id, code === 'engine-clock' ? 'engine-clock' : outcome === 'later' ? 'later' : 'unclear');
      }
      this.#limit = Math.min(LARGEST_BATCH, this.#limit * 2);
      this.#alone = 0;
      return answered.size;
    } catch (problem) {
      this.#narrow(batch, problem, passed);
      return 0;
    }
  }

  /**
   * The engine refused a whole request. Halving finds a faulty item, and the rest goes through. If a second item alone
   * is refused too, the fault is elsewhere: all wait, and none is judged.
   */
  #narrow(batch, problem, passed) {
    const splits = problem instanceof Refused && [400, 413, 422].includes(problem.status);
    if (splits) this.#limit = Math.max(1, batch.length >> 1);
    else if (problem instanceof NoContact) this.#limit = Math.max(1, this.#limit >> 1);
    if (!splits) throw problem;
    if (batch.length === 1) this.#passOver(batch[0].id, problem, passed);
  }

  #passOver(id, problem, passed) {
    this.#suspects.add(id);
    passed.set(id, why(problem));
    this.#alone += 1;
    if (this.#alone > 1) throw problem;
  }

  async #sendFollowers(passed) {
    let total = 0;
    for (;;) {
      const account = this.#account();
      const next = account ? await this.#queue.nextFollower(account.team, passed) : null;
      if (!next) return total;
      this.#tell({ state: SENDING, items: 1 });
      const answer = await this.#followed(next, account, passed);
      if (answer) total += (await this.#queue.settle([answer], account.token)).length;
    }
  }

  /** Null where there was no verdict; the second time nothing else is tried either. */
  async #followed(item, { token }, passed) {
    try {
      if (item.kind === 'void') await this.#api.voidCheckIn(item.of, item.reason, token);
      else await this.#api.closeHelp(item.request, item.of, token);
      return { id: item.id, outcome: 'accepted' };
    } catch (problem) {
      if (!(problem instanceof Refused) || problem.shutsOut) throw problem;
      if (VERDICTS[item.kind].has(problem.code)) return rejection(item.id, problem);
      if (problem.wait > 0) throw problem;
      this.#passOver(item.id, problem, passed);
      return null;
    }
  }
}

/** The phone's hourly quota is used up: everything stays for later. */
const isQuota = (problem) => problem instanceof Refused && problem.code === 'phone-quota';

const rejection = (id, { code, title, detail }) => ({ id, outcome: 'rejected', code, message: detail || title });

function why(problem) {
  if (problem instanceof Unanswered) return problem.why;
  if (problem instanceof Refused && problem.code === 'team-left') return 'left';
  if (problem instanceof Refused && problem.code === 'invalid-time') return 'clock';
  if (problem instanceof Refused) return problem.status === 403 ? 'forbidden' : 'refused';
  return problem instanceof NoContact ? 'no-contact' : 'fault';
}
