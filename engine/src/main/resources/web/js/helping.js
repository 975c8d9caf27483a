import { NoContact, Overtaken, Refused } from './core/api.js';
import { CLAIMED, OPEN } from './core/help.js';
import { date, t, time } from './i18n.js';
import { teamName } from './view/parts.js';

const CONTACT_SHOWN = 10 * 60_000;
const HALF_A_DAY = 12 * 3_600_000;

/**
 * Actions of the help page. A contact is kept in this object only, while the page is shown: never in storage or
 * history.
 */
export class Helping {
  #app;
  #busy = new Set();
  #contacts = new Map();
  #problems = new Map();
  #forgetting = null;
  /** When a contact was last shown, by both clocks (ms): timers stop while the phone sleeps. */
  #shownAt = null;
  #known = null;

  constructor(app) {
    this.#app = app;
  }

  /** {mine, open, gone}: claimed by my team, unclaimed, just claimed by another. */
  lists() {
    const rows = this.#app.phone.help.view?.requests ?? [];
    const done = new Set(this.#app.state.items.filter(({ kind }) => kind === 'close').map(({ request }) => request));
    return {
      mine: rows.filter((row) => row.mine && row.status === CLAIMED),
      open: rows.filter((row) => row.status === OPEN),
      gone: rows.filter((row) => !row.mine && row.status === CLAIMED),
      isDone: ({ code }) => done.has(code),
    };
  }

  /** Number of open requests: unclaimed, and my team's unfinished ones. */
  counts() {
    const { mine, open, isDone } = this.lists();
    return { open: open.length, mine: mine.filter((row) => !isDone(row)).length };
  }

  /** Announces new requests on other pages and to screen readers. */
  heard() {
    const open = new Set(this.lists().open.map(({ code }) => code));
    const fresh = this.#known && [...open].some((code) => !this.#known.has(code));
    if (this.#app.phone.help.view?.live) this.#known = open;
    navigator.setAppBadge?.(open.size).catch(() => {});
    if (!fresh || !this.#app.phone.help.view.live) return;
    navigator.vibrate?.([40, 80, 40]);
    this.#app.change({ said: t('help.new') });
  }

  isBusy = (code) => this.#busy.has(code);
  problem = (code) => this.#problems.get(code) ?? null;

  /** The contact of a request that my team has, while it has it. */
  contact(code) {
    return this.#contacts.get(code) ?? null;
  }

  async claim(row) {
    const won = await this.#act(row.code, async () => {
      this.#app.phone.help.take(await this.#app.phone.api.help(row.code, 'claim'));
      return true;
    });
    if (!won) return;
    navigator.vibrate?.(30);
    this.#app.change({ said: t('help.claimed') });
    await this.show(row);
  }

  async release(row) {
    this.#app.ask(null);
    await this.#act(row.code, async () => {
      this.#app.phone.help.take(await this.#app.phone.api.help(row.code, 'release'));
      this.#contacts.delete(row.code);
    });
  }

  /** Closes a request without a check-in, as the campaign takes none now. */
  async close(row) {
    this.#app.ask(null);
    const closed = await this.#act(row.code, async () => {
      this.#app.phone.help.take(await this.#app.phone.api.help(row.code, 'close'));
      this.#contacts.delete(row.code);
      return true;
    });
    if (closed) this.#app.change({ said: t('help.done.now', { code: row.code }) });
  }

  /** Asks the engine who it is. */
  show(row) {
    return this.#act(row.code, async () => {
      this.#contacts.set(row.code, await this.#app.phone.api.contact(row.code));
      clearTimeout(this.#forgetting);
      this.#forgetting = setTimeout(() => this.forget(), CONTACT_SHOWN);
      this.#shownAt = { wall: Date.now(), mono: performance.now() };
    });
  }

  /** The phone is visible again: it may have slept past its timers. */
  wake() {
    if (!this.#shownAt) return;
    const { wall, mono } = this.#shownAt;
    if (Math.max(Math.abs(Date.now() - wall), performance.now() - mono) >= CONTACT_SHOWN) this.forget();
  }

  /** The page has been left, or has been open for long. */
  forget() {
    clearTimeout(this.#forgetting);
    if (this.#contacts.size === 0 && this.#problems.size === 0) return;
    this.#contacts.clear();
    this.#problems.clear();
    this.#app.paint();
  }

  async #act(code, work) {
    if (this.#busy.has(code)) return null;
    this.#busy.add(code);
    this.#problems.delete(code);
    this.#app.paint();
    try {
      return await work();
    } catch (problem) {
      this.#problems.set(code, this.#words(problem));
      this.#contacts.delete(code);
      this.#app.change({ said: this.#problems.get(code) });
      return null;
    } finally {
      this.#busy.delete(code);
      this.#app.paint();
    }
  }

  #words(problem) {
    if (problem instanceof NoContact) return t('help.no-contact');
    if (problem instanceof Overtaken) return t('help.overtaken');
    if (!(problem instanceof Refused)) {
      console.error(problem);
      return t('problem.unexpected');
    }
    if (problem.code === 'contact-quota' && problem.wait) return t('help.contact-quota', { time: moment(problem.wait) });
    const team = problem.team && teamName(this.#app.phone.campaign, problem.team);
    if (problem.code === 'already-claimed' && team) return t('help.lost', { team });
    if (problem.code === 'already-closed' && team) return t('help.closed-by', { team });
    return problem.detail || problem.title || t('problem.unexpected');
  }
}

/** A time after so many ms, with its date if that is not soon. */
function moment(wait) {
  const at = new Date(Date.now() + wait);
  return wait < HALF_A_DAY ? time(at) : `${time(at)} ${date(at)}`;
}

/** The item that closes a request; null without one. */
export const closeOf = (items, code) => items.find((item) => item.kind === 'close' && item.request === code) ?? null;
