import { Api } from './api.js';
import { BoardFeed } from './board.js';
import { Clock } from './clock.js';
import { HelpFeed } from './help.js';
import { uuidv7 } from './ids.js';
import { HELD_FOR } from './items.js';
import { Lock } from './lock.js';
import { Queue } from './queue.js';
import { LOCKED_OUT, RESTING, Sender } from './sender.js';
import { Store, result } from './store.js';

const WEEK = 7 * 24 * 3_600_000;
const KEPT_SENT = 300;

/**
 * One phone without its screen: what is kept, what is sent, what is known.
 * Everything is parameterised, so that a page can run many of them beside each other.
 * Tells `changed` (what was entered, or what became of it) and `news` (enrolment, campaign, sender, board, help).
 */
export class Phone extends EventTarget {
  static async open({ database = 'gocua', outdated, ...surroundings } = {}) {
    const store = new Store(database, outdated);
    return new Phone({ ...surroundings, database, store, kept: await store.settings() });
  }

  #channel = null;
  #keptToday = null;
  #keptNotices = null;
  #keptRequests = null;
  #listening = false;
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
      anew: () => this.refresh().catch((problem) => console.info(problem.message)),
    });
    this.help = new HelpFeed({
      api: this.api, clock: this.clock, last: kept.help, team: () => this.team,
      tell: (view) => this.#help(view), lockedOut: () => this.#shutOut(),
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
    const { device, token, team } = await this.api.enrol(code, await this.#enrolmentId(code));
    this.enrolment = { device, token, team };
    await this.store.transact('readwrite', ['settings'], (settings) => {
      settings.put(this.enrolment, 'enrolment');
      settings.delete('enrolling');
    });
    this.#tellTabs('enrolment');
    this.#news();
    this.#listenAnew();
    this.sender.kick();
  }

  /** Hears of the board and of help requests, as long as somebody looks. */
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

  async checkIn(entry, member = null) {
    const owner = { team: this.enrolment.team, member };
    const item = await this.queue.add(entry, this.clock.stamp(), owner);
    this.sender.kick();
    return item;
  }

  /** A visit is done: its check-in, whose entry names the help request, and behind it the request's close. */
  async finish(entry, member = null) {
    const owner = { team: this.enrolment.team, member };
    const item = await this.queue.add(entry, this.clock.stamp(), owner, this.clock.now() + HELD_FOR);
    setTimeout(() => this.sender.kick(), HELD_FOR + 100);
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

  /** Parts of another phone's backup, scanned one by one; those of another series give way. */
  keepPart(part) {
    return this.store.transact('readwrite', ['settings'], async (settings) => {
      const kept = (await result(settings.get('parts'))) ?? [];
      const others = kept.filter((one) => one.series === part.series && one.part !== part.part);
      settings.put([...others, part], 'parts');
    });
  }

  async parts() {
    return (await this.store.get('parts')) ?? [];
  }

  dropParts() {
    return this.store.remove('parts');
  }

  async takeIn(file) {
    const taken = await this.queue.takeIn(file, this.team);
    this.sender.kick();
    return taken;
  }

  tidy() {
    return this.queue.prune(this.clock.now() - WEEK, KEPT_SENT);
  }

  close() {
    this.sender.stop();
    this.hush();
    this.#channel?.close();
  }

  /** Made before the first try with a code, and kept until one has been answered. */
  #enrolmentId(code) {
    return this.store.transact('readwrite', ['settings'], async (settings) => {
      const kept = await result(settings.get('enrolling'));
      if (kept?.code === code) return kept.id;
      const id = uuidv7();
      settings.put({ code, id }, 'enrolling');
      return id;
    });
  }

  async #report() {
    const { items } = await this.queue.list();
    return { app: this.app, waiting: items.filter((item) => item.state === 'waiting').length };
  }

  #sender(sending) {
    this.sending = sending;
    if (sending.state === LOCKED_OUT) this.#shutOut();
    this.#news();
  }

  #shutOut() {
    this.#lockedOut().catch((problem) => console.error(problem));
  }

  #listenAnew() {
    if (!this.#listening) return;
    this.hush();
    this.listen();
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
    this.#listenAnew();
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
    this.#tellTabs('items');
    this.dispatchEvent(new Event('changed'));
  }

  async #heard(what) {
    if (what === 'enrolment') {
      this.enrolment = (await this.store.get('enrolment')) ?? null;
      this.#news();
      this.#listenAnew();
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
