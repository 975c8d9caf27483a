import { Api } from './api.js';
import { backup } from './backup.js';
import { BoardFeed } from './board.js';
import { Clock } from './clock.js';
import { dayOf } from './days.js';
import { attemptId, keepEnrolled, revoke } from './enrolment.js';
import { HelpFeed } from './help.js';
import { Lock } from './lock.js';
import { campaignDays, placed } from './placing.js';
import { Queue } from './queue.js';
import { LOCKED_OUT, RESTING, Sender } from './sender.js';
import { Parts } from './series.js';
import { Store } from './store.js';

const WEEK = 7 * 24 * 3_600_000;
const KEPT_SENT = 300;

/**
 * One phone without its screen: storage, sending, knowledge. Fully parameterised, so that a page can run many. Emits
 * `changed` (items) and `news` (enrolment, campaign, sender, board, help).
 */
export class Phone extends EventTarget {
  /** `store` is the memory where there is one already; throws `Silent` if it does not answer. */
  static async open({ database = 'gocua', outdated, store = new Store(database, outdated), ...surroundings } = {}) {
    return new Phone({ ...surroundings, database, store, kept: await store.settings() });
  }

  #tabs = null;
  #keptToday = null;
  #keptNotices = null;
  #keptRequests = null;
  #listening = false;
  app = null;
  sending = { state: RESTING };

  /** `kept` are the settings as they were when the phone was opened. */
  constructor({ store, database, base = '', fetch, now, elapsed, locks, language, kept }) {
    super();
    this.store = store;
    this.kept = kept;
    this.enrolment = kept.enrolment ?? null;
    this.campaign = kept.campaign ?? null;
    this.clock = new Clock({ now, elapsed, known: kept.clock, saved: (knowledge) => this.#keep('clock', knowledge) });
    this.clock.rehearsing = this.campaign?.rehearsal === true;
    this.api = new Api({
      base, fetch, language, clock: this.clock,
      token: () => this.enrolment?.token, inUse: async () => (await store.get('enrolment'))?.token,
    });
    this.queue = new Queue(store, () => this.#changed(), {
      now: () => this.clock.trueNow(), elapsed: () => this.clock.elapsed(),
    });
    this.sender = new Sender({
      queue: this.queue, api: this.api, clock: this.clock,
      lock: new Lock(`${database}-send`, store, locks, () => this.clock.elapsed()),
      account: () => this.team && { team: this.team, token: this.enrolment.token },
      place: (item) => placed(item, this.clock, this.campaign),
      contact: () => this.refresh(), sync: () => this.sync(),
      report: () => this.#report(), tell: (sending) => this.#sender(sending),
    });
    this.board = new BoardFeed({
      base, clock: this.clock, last: kept.board, team: () => this.enrolment?.team,
      tell: (view) => this.#board(view),
      anew: () => this.refresh().catch((problem) => console.info(problem.message)),
    });
    this.help = new HelpFeed({
      api: this.api, clock: this.clock, last: kept.help, team: () => this.team,
      tell: (view) => this.#help(view), lockedOut: (problem) => this.#revoked(problem),
    });
    this.parts = new Parts(store);
    this.#tabs = channel(database);
    if (this.#tabs) this.#tabs.onmessage = ({ data }) => this.#heard(data);
  }

  /** The team whose items may go out: none without a token that works. */
  get team() {
    return this.enrolment && !this.enrolment.revoked ? this.enrolment.team : null;
  }

  /**
   * Trades a code for a token. The queue is kept and sent under the new token. Reads the campaign first, so that a code
   * is only spent when nothing else can fail. If another tab or code enrolled meanwhile, the latest start counts.
   */
  async enrol(code) {
    await this.refresh();
    const before = await this.store.get('enrolment');
    const attempt = await attemptId(this.store, code);
    const { device, token, team } = await this.api.enrol(code, attempt);
    await keepEnrolled(this.store, { device, token, team }, attempt, before);
    await this.sync();
    this.#tabs?.postMessage('enrolment');
    this.sender.kick({ fresh: true });
  }

  /** Takes over the phone's present enrolment, from any tab; answers whether it changed. */
  async sync() {
    const kept = (await this.store.get('enrolment')) ?? null;
    const same = kept?.token === this.enrolment?.token && kept?.revoked === this.enrolment?.revoked;
    if (same) return false;
    this.enrolment = kept;
    this.#news();
    this.#listenAnew();
    return true;
  }

  /** Follows the board and help requests while the page is visible. */
  listen() {
    this.#listening = true;
    this.board.start();
    this.help.start();
  }

  hush() {
    this.#listening = false;
    this.board.stop();
    this.help.stop();
  }

  /** Reads the campaign anew; without a network the kept one stays. */
  async refresh() {
    const campaign = await this.api.campaign();
    this.clock.rehearsing = campaign.rehearsal === true;
    this.campaign = campaign;
    await this.store.set('campaign', campaign);
    this.#news();
  }

  /** `id` is given if an earlier try may have been kept. */
  async checkIn(entry, member = null, id = undefined) {
    await this.sync();
    const item = await this.queue.add(entry, this.clock.stamp(), { team: this.enrolment.team, member }, false, id);
    this.sender.kick();
    return item;
  }

  /** A visit is done: its check-in, whose entry names the help request, and behind it the request's close. */
  async finish(entry, member = null, id = undefined) {
    await this.sync();
    const item = await this.queue.add(entry, this.clock.stamp(), { team: this.enrolment.team, member }, true, id);
    this.sender.kick();
    return item;
  }

  async voidCheckIn(id, reason) {
    await this.queue.voidCheckIn(id, reason);
    this.sender.kick();
  }

  async correct(id, entry, moved = null) {
    await this.queue.correct(id, entry, moved);
    this.sender.kick();
  }

  async place(id, moved) {
    await this.queue.place(id, moved);
    this.sender.kick();
  }

  async retry(id) {
    await this.queue.retry(id);
    this.sender.kick({ fresh: true });
  }

  async adopt() {
    await this.queue.adopt(this.team);
    this.sender.kick();
  }

  /** Everything that the server has not answered for, as a file's content; from now on it counts as sent. */
  async handOut() {
    return backup(await this.queue.handOut(), { enrolment: this.enrolment, now: this.clock.trueNow() });
  }

  /** The first and last day on which something can have been done, as far as is known; null: none yet. */
  days() {
    if (!this.campaign) return null;
    const [from, last] = campaignDays(this.campaign);
    const today = dayOf(this.clock.trueNow(), this.campaign.zone);
    const to = today < last ? today : last;
    return from <= to ? { from, to } : null;
  }

  async takeIn(file) {
    const taken = await this.queue.takeIn(file, this.team);
    this.sender.kick();
    return taken;
  }

  /** Forgets items sent long ago, once the time is certain. */
  async cleanUp() {
    await this.queue.reopen();
    const now = this.clock.certain();
    await this.queue.prune(now === null ? -Infinity : now - WEEK, KEPT_SENT);
  }

  close() {
    this.sender.stop();
    this.hush();
    this.#tabs?.close();
  }

  async #report() {
    const { items } = await this.queue.list();
    return { app: this.app, waiting: items.filter((item) => item.state === 'waiting').length };
  }

  #sender(sending) {
    this.sending = sending;
    if (sending.state === LOCKED_OUT) this.#revoked(sending.problem);
    this.#news();
  }

  #revoked(problem) {
    this.#lockedOut(problem.token, problem.unused).catch((trouble) => console.error(trouble));
  }

  #listenAnew() {
    if (!this.#listening) return;
    this.hush();
    this.listen();
  }

  /** The engine does not know `token`: matters only if it is the one in use in any tab. */
  async #lockedOut(token, unused) {
    await revoke(this.store, token, unused);
    await this.sync();
    this.#tabs?.postMessage('enrolment');
    if (this.team) {
      this.sending = { state: RESTING };
      this.sender.kick();
    }
    this.#news();
  }

  #board(view) {
    const worthKeeping = !view.live || view.today !== this.#keptToday || view.notices !== this.#keptNotices;
    if (worthKeeping) {
      this.#keptToday = view.today;
      this.#keptNotices = view.notices;
      this.#keep('board', view);
    }
    this.#news();
  }

  #help(view) {
    const worthKeeping = !view.live || view.requests !== this.#keptRequests;
    if (worthKeeping) {
      this.#keptRequests = view.requests;
      this.#keep('help', view);
    }
    this.#news();
  }

  #changed() {
    this.#tabs?.postMessage('items');
    this.dispatchEvent(new Event('changed'));
  }

  #heard(what) {
    if (what === 'enrolment') this.sync().catch((problem) => console.warn(problem.name));
    else this.dispatchEvent(new Event('changed'));
  }

  /** Knowledge that is nice to have: losing it to a full phone loses no check-in. */
  #keep(key, value) {
    this.store.set(key, value).catch((problem) => console.warn(key, problem.name));
  }

  #news() {
    this.dispatchEvent(new Event('news'));
  }
}

/** Tabs without a channel look when they are shown. */
function channel(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
