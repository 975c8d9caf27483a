import { Api } from './api.js';
import { BoardFeed } from './board.js';
import { Clock } from './clock.js';
import { Lock } from './lock.js';
import { Queue } from './queue.js';
import { LOCKED_OUT, RESTING, Sender } from './sender.js';
import { Store, result } from './store.js';

const WEEK = 7 * 24 * 3_600_000;
const KEPT_SENT = 300;

/**
 * One phone without its screen: what is kept, what is sent, what is known.
 * Everything is parameterised, so that a page can run many of them beside each other.
 * Tells `changed` (what was entered, or what became of it) and `news` (enrolment, campaign, sender, board).
 */
export class Phone extends EventTarget {
  static async open({ database = 'gocua', outdated, ...surroundings } = {}) {
    const store = new Store(database, outdated);
    return new Phone({ ...surroundings, database, store, kept: await store.settings() });
  }

  #channel = null;
  #keptToday = null;
  app = null;
  sending = { state: RESTING };

  /** `kept` are the settings as they were when the phone was opened. */
  constructor({ store, database, base = '', fetch, now, locks, language, kept }) {
    super();
    this.store = store;
    this.kept = kept;
    this.enrolment = kept.enrolment ?? null;
    this.campaign = kept.campaign ?? null;
    this.clock = new Clock({ now, known: kept.clock, saved: (knowledge) => this.#keep('clock', knowledge) });
    this.clock.rehearsing = this.campaign?.rehearsal === true;
    this.api = new Api({ base, fetch, language, clock: this.clock, token: () => this.enrolment?.token });
    this.queue = new Queue(store, () => this.#changed());
    this.sender = new Sender({
      queue: this.queue, api: this.api, clock: this.clock, lock: new Lock(`${database}-send`, store, locks),
      team: () => this.team, report: () => this.#report(), tell: (sending) => this.#sender(sending),
    });
    this.board = new BoardFeed({
      base, clock: this.clock, last: kept.board, team: () => this.enrolment?.team,
      tell: (view) => this.#board(view),
    });
    if (typeof BroadcastChannel !== 'undefined') {
      this.#channel = new BroadcastChannel(database);
      this.#channel.onmessage = ({ data }) => this.#heard(data);
    }
  }

  /** The team whose items may go out: none without a token that works. */
  get team() {
    return this.enrolment && !this.enrolment.revoked ? this.enrolment.team : null;
  }

  /**
   * Trades a code for a token. The queue stays as it is and goes out under the new token.
   * The campaign is read first: a code is spent only when nothing else can fail.
   */
  async enrol(code) {
    await this.refresh();
    const { device, token, team } = await this.api.enrol(code);
    this.enrolment = { device, token, team };
    await this.store.set('enrolment', this.enrolment);
    this.#tellTabs('enrolment');
    this.#news();
    this.board.stop();
    this.board.start();
    this.sender.kick();
  }

  /** Reads the campaign anew; without a network the kept one stays. */
  async refresh() {
    const campaign = await this.api.campaign();
    this.clock.rehearsing = campaign.rehearsal === true;
    this.campaign = campaign;
    await this.store.set('campaign', campaign);
    this.#news();
  }

  async checkIn(entry, member = null) {
    const owner = { team: this.enrolment.team, member };
    const item = await this.queue.add(entry, this.clock.stamp(), owner);
    this.sender.kick();
    return item;
  }

  async takeBack(id, reason) {
    await this.queue.takeBack(id, reason);
    this.sender.kick();
  }

  async correct(id, entry) {
    await this.queue.correct(id, entry);
    this.sender.kick();
  }

  async retry(id) {
    await this.queue.retry(id);
    this.sender.kick();
  }

  async adopt() {
    await this.queue.adopt(this.team);
    this.sender.kick();
  }

  tidy() {
    return this.queue.prune(this.clock.now() - WEEK, KEPT_SENT);
  }

  close() {
    this.sender.stop();
    this.board.stop();
    this.#channel?.close();
  }

  async #report() {
    const { items } = await this.queue.list();
    return { app: this.app, waiting: items.filter((item) => item.state === 'waiting').length };
  }

  #sender(sending) {
    this.sending = sending;
    if (sending.state === LOCKED_OUT) this.#lockedOut().catch((problem) => console.error(problem));
    this.#news();
  }

  /** The token is no good any more, unless another tab has enrolled anew meanwhile. */
  async #lockedOut() {
    const mine = this.enrolment;
    this.enrolment = await this.store.transact('readwrite', ['settings'], async (settings) => {
      const kept = await result(settings.get('enrolment'));
      if (kept?.token !== mine?.token) return kept ?? null;
      const revoked = { ...mine, revoked: true };
      settings.put(revoked, 'enrolment');
      return revoked;
    });
    this.#tellTabs('enrolment');
    this.#news();
    if (this.team) this.sender.kick();
  }

  #board(view) {
    const worthKeeping = !view.live || view.today !== this.#keptToday;
    if (worthKeeping) {
      this.#keptToday = view.today;
      this.#keep('board', view);
    }
    this.#news();
  }

  #changed() {
    this.#tellTabs('items');
    this.dispatchEvent(new Event('changed'));
  }

  async #heard(what) {
    if (what === 'enrolment') {
      this.enrolment = (await this.store.get('enrolment')) ?? null;
      this.#news();
      this.board.start();
    } else {
      this.dispatchEvent(new Event('changed'));
    }
  }

  #tellTabs(what) {
    this.#channel?.postMessage(what);
  }

  /** Knowledge that is nice to have: losing it to a full phone loses no check-in. */
  #keep(key, value) {
    this.store.set(key, value).catch((problem) => console.warn(key, problem.name));
  }

  #news() {
    this.dispatchEvent(new Event('news'));
  }
}
