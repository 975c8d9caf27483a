import { Refused } from './api.js';
import { Backoff } from './backoff.js';

const SILENCE = 40_000;
const LONGEST_GONE = 10 * 60_000;

export const OPEN = 'open';
export const CLAIMED = 'claimed';

/**
 * Help requests of my team's hamlets: {team, at, heardAt, live, requests}, oldest first. Rows are absolute values with
 * versions: the newer wins. They name a hamlet and no person; contacts are read one by one and not kept.
 */
export class HelpFeed {
  #api;
  #team;
  #clock;
  #tell;
  #lockedOut;
  #backoff = new Backoff({ base: 1_000, cap: 60_000 });
  #stop = null;
  #silence = null;
  #retry = null;
  #view;
  /** When this page last heard something (monotonic ms); null: not yet. */
  #heardAt = null;

  /** `last` is the last known state; `lockedOut` runs for an invalid token. */
  constructor({ api, team, clock, tell, lockedOut = () => {}, last = null }) {
    this.#api = api;
    this.#team = team;
    this.#clock = clock;
    this.#tell = tell;
    this.#lockedOut = lockedOut;
    this.#view = last && { ...last, live: false };
  }

  get view() {
    return this.#view?.team === this.#team() ? this.#view : null;
  }

  start() {
    if (this.#stop || !this.#team()) return;
    clearTimeout(this.#retry);
    const stop = new AbortController();
    this.#stop = stop;
    this.#listen();
    const hear = (name, data) => {
      if (this.#stop !== stop) return;
      const said = JSON.parse(data);
      if (said.at) this.#clock.heard(Date.parse(said.at));
      this.#heard(name, said);
    };
    this.#api.follow('/api/v1/help-requests/stream', stop.signal, hear).then(
      () => this.#ended(stop, 0),
      (problem) => this.#failed(stop, problem),
    );
  }

  stop() {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    const stop = this.#stop;
    this.#stop = null;
    stop?.abort();
    if (this.#view?.live) this.#set({ ...this.#view, live: false });
  }

  /** Takes a row from the answer to this phone's command. */
  take(row) {
    const view = this.view;
    if (view) this.#set({ ...view, requests: merged(view.requests, row) });
  }

  /** The engine's time as known to this phone; fast in a rehearsal. */
  now() {
    const view = this.view;
    if (!view) return this.#clock.trueNow();
    if (this.#heardAt !== null) return view.at + (this.#clock.elapsed() - this.#heardAt);
    return view.at + Math.max(0, this.#clock.trueNow() - view.heardAt);
  }

  #heard(name, data) {
    this.#backoff.reset();
    this.#listen();
    if (data.at) this.#heardAt = this.#clock.elapsed();
    const known = { team: this.#team(), live: true, heardAt: this.#clock.trueNow(), at: this.#view?.at ?? this.#clock.trueNow() };
    if (name === 'requests') this.#set({ ...known, at: Date.parse(data.at), requests: data.helpRequests });
    else if (name === 'request') this.#set({ ...known, requests: merged(this.view?.requests ?? [], data) });
    else if (name === 'beat') this.#heartbeat({ ...known, at: Date.parse(data.at) });
  }

  /** Drops others' claims shown for long enough. */
  #heartbeat(known) {
    const before = this.view?.requests ?? [];
    const requests = before.filter((row) =>
      row.status === OPEN || row.mine || known.at - Date.parse(row.claimedAt ?? row.requestedAt) < LONGEST_GONE);
    this.#set({ ...known, requests: requests.length === before.length ? before : requests });
  }

  #ended(stop, wait) {
    if (this.#stop !== stop) return;
    this.stop();
    this.#retry = setTimeout(() => this.start(), Math.max(wait, this.#backoff.next()));
  }

  #failed(stop, problem) {
    if (this.#stop !== stop) return;
    if (problem instanceof Refused && problem.shutsOut) {
      this.stop();
      this.#lockedOut(problem);
    } else {
      this.#ended(stop, problem.wait ?? 0);
    }
  }

  #listen() {
    clearTimeout(this.#silence);
    const stop = this.#stop;
    this.#silence = setTimeout(() => this.#ended(stop, 0), SILENCE);
  }

  #set(view) {
    this.#view = view;
    this.#tell(view);
  }
}

function merged(rows, row) {
  const known = rows.find(({ code }) => code === row.code);
  if (known && known.version >= row.version) return rows;
  return [...rows.filter(({ code }) => code !== row.code), row]
    .sort((a, b) => Date.parse(a.requestedAt) - Date.parse(b.requestedAt) || a.code.localeCompare(b.code));
}
