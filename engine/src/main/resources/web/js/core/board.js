import { Backoff } from './backoff.js';

const SILENCE = 6_000;

/**
 * My team's figures from the board's stream: {day, today, checkIns, residents, rank, level, teams, heardAt, live}, and
 * {notices}. `live` is false after six seconds of silence: figures are then those of `heardAt`.
 */
export class BoardFeed {
  #url;
  #team;
  #tell;
  #clock;
  #backoff = new Backoff({ base: 1_000, cap: 60_000 });
  #source = null;
  #silence = null;
  #retry = null;
  #view;
  #anew;

  /** `last` is the last known state; `anew` runs when the campaign may have changed. */
  constructor({ base = '', team, clock, tell, last = null, anew = () => {} }) {
    this.#anew = anew;
    this.#url = `${base}/api/v1/board/stream`;
    this.#team = team;
    this.#clock = clock;
    this.#tell = tell;
    this.#view = last && { ...last, live: false };
  }

  get view() {
    return this.#view?.team === this.#team() ? this.#view : null;
  }

  /** The latest notice that is none of `read` and not over; null: none. */
  notice(read, now) {
    const { notices = [] } = this.view ?? {};
    return notices.find(({ id, until }) => !read.includes(id) && Date.parse(until) > now) ?? null;
  }

  /** Notices of `read` that still exist. */
  told(read) {
    const known = new Set((this.view?.notices ?? []).map(({ id }) => id));
    return read.filter((id) => known.has(id));
  }

  start() {
    if (this.#source || !this.#team()) return;
    clearTimeout(this.#retry);
    const source = new EventSource(this.#url);
    this.#source = source;
    const on = (name, use) => source.addEventListener(name, (event) => {
      if (this.#source === source) this.#heard(use(event.data) ?? {});
    });
    let boards = 0;
    on('board', (data) => {
      // The first is everybody's; later ones follow a change of teams, targets, or the end.
      boards += 1;
      if (boards > 1) this.#anew();
      return this.#numbers(JSON.parse(data));
    });
    on('tally', (data) => this.#numbers(JSON.parse(data)));
    on('notice', (data) => this.#notices(JSON.parse(data)));
    on('beat', () => {});
    source.onerror = () => {
      if (this.#source === source) this.#reopen();
    };
    this.#listen();
  }

  stop() {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = null;
    if (this.#view?.live) this.#set({ ...this.#view, live: false });
  }

  #heard(numbers) {
    this.#backoff.reset();
    this.#listen();
    const before = this.view;
    const view = { ...before, ...numbers, live: true, heardAt: this.#clock.trueNow() };
    if (view.today === undefined) return;
    const same = before?.live && Object.keys(numbers).every((key) => numbers[key] === before[key]);
    if (same) this.#view = view;
    else this.#set(view);
  }

  /** My team's part of the news; nothing without one. */
  #numbers({ day, teams = [] }) {
    const row = teams.find(({ team }) => team === this.#team());
    const several = Math.max(teams.length, this.view?.teams ?? 0);
    if (!row) return { day, teams: several };
    const { today, checkIns, residents, rank, target } = row;
    const level = row.level === 'none' && target === 0 ? 'no-target' : row.level;
    return { team: row.team, day, today, checkIns, residents, rank, level, teams: several };
  }

  /** Notices for phones; an equal list is no news. */
  #notices({ notices = [] }) {
    const mine = notices.filter(({ where }) => where.includes('phones')).map(({ id, text, until }) => ({ id, text, until }));
    return JSON.stringify(mine) === JSON.stringify(this.view?.notices) ? {} : { notices: mine };
  }

  #listen() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#reopen(), SILENCE);
  }

  #reopen() {
    this.stop();
    this.#retry = setTimeout(() => this.start(), this.#backoff.next());
  }

  #set(view) {
    this.#view = view;
    this.#tell(view);
  }
}
