import { NoContact, Refused } from './core/api.js';
import { joined, missing, partOf, series } from './core/series.js';
import { t } from './i18n.js';

const PIXELS = 900;

/**
 * A backup from screen to camera, without a network. One phone shows QR codes. Another opens their links, and sends the
 * check-ins as its own team's or lets a leader upload them. Ids stay, so that each counts once.
 */
export class Handing {
  #app;
  #links = [];
  #pictures = [];
  #awake = null;
  /** The shown code and the number of codes. */
  shown = { at: 0, count: 0 };
  /** The scanned backup: {count, parts, file?, problem?, busy?, needsCode?, done?}, or null. */
  received = null;

  constructor(app) {
    this.#app = app;
  }

  // --- showing ---

  /** Makes the codes for everything that waits on this phone. */
  async begin() {
    let QrCreator;
    let links;
    try {
      ({ default: QrCreator } = await import('/lib/qr-creator/qr-creator.es6.min.js'));
      links = await series(await this.#app.phone.handOut(), location.origin);
    } catch (problem) {
      console.error(problem);
      this.#app.change({ problem: t('backup.failed') });
      return;
    }
    this.#links = links;
    this.#pictures = links.map((text) => () => drawn(QrCreator, text));
    this.shown = { at: 0, count: links.length };
    this.#app.go('backup');
    this.#stayAwake().catch((problem) => console.info(problem.message));
  }

  async #stayAwake() {
    const lock = await navigator.wakeLock?.request('screen');
    if (location.hash !== '#backup') await lock?.release();
    else this.#awake ??= lock ?? null;
  }

  turn(by) {
    this.shown.at = Math.min(this.shown.count - 1, Math.max(0, this.shown.at + by));
    this.#app.change({ said: t('backup.code', { k: this.shown.at + 1, n: this.shown.count }) });
  }

  /** The code that is shown, drawn when it is first looked at. */
  picture() {
    const { at } = this.shown;
    if (typeof this.#pictures[at] === 'function') this.#pictures[at] = this.#pictures[at]();
    return this.#pictures[at];
  }

  /** The page was left. */
  rest() {
    this.#awake?.release();
    this.#awake = null;
  }

  // --- receiving ---

  /** A code was scanned and its link opened here. */
  async arrive(link) {
    const part = partOf(link);
    if (part) await this.#app.phone.parts.keep(part);
    if (!this.#app.phone.campaign) this.#app.phone.refresh().catch(() => {});
    await this.check();
    this.#app.go('handover');
  }

  /** The scanned parts so far, from any tab. */
  async check() {
    const parts = await this.#app.phone.parts.all();
    if (parts.length === 0) {
      this.received = null;
      return;
    }
    const [{ count }] = parts;
    this.received = { count, parts, missing: missing(parts, count) };
    if (this.received.missing.length > 0) return;
    try {
      this.received.file = await joined(parts);
    } catch (problem) {
      console.warn(problem);
      this.received.problem = t('handover.unreadable');
    }
  }

  /** A phone of the same team sends them as if they had been entered on it. */
  async adopt() {
    const taken = await this.#app.phone.takeIn(this.received.file);
    await this.drop();
    this.#app.change({ said: t('handover.adopted', { n: taken }) });
    this.#app.go('book');
  }

  /** A leader signs in for this one thing. */
  async takeIn(username, password, totp) {
    const { api } = this.#app.phone;
    const { received } = this;
    const { file, parts } = received;
    this.#is(received, { busy: true, problem: null });
    try {
      const { token } = await api.signIn(username, password, totp);
      const answer = await api.takeIn(file.team, parts.map(({ link }) => link), token);
      await api.signOut(token).catch(() => {});
      await this.#app.phone.parts.drop();
      this.#is(received, { busy: false, done: summed(answer) });
    } catch (problem) {
      const needsCode = received.needsCode || problem.code === 'code-needed';
      this.#is(received, { busy: false, needsCode, problem: words(problem) });
    }
  }

  async drop() {
    await this.#app.phone.parts.drop();
    this.received = null;
    this.#app.paint();
  }

  /** Whether it is still the same: it may have been dropped or replaced. */
  #is(received, values) {
    Object.assign(received, values);
    this.#app.paint();
  }
}

function drawn(QrCreator, text) {
  const canvas = document.createElement('canvas');
  canvas.width = PIXELS;
  canvas.height = PIXELS;
  QrCreator.render({ text, radius: 0, ecLevel: 'L', fill: '#000000', background: '#ffffff', size: PIXELS }, canvas);
  return canvas;
}

function summed({ results, voids }) {
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  return {
    accepted: count('accepted'), duplicate: count('duplicate'), refused: count('rejected') + count('conflict'),
    voided: voids.filter(({ outcome }) => outcome === 'voided').length,
  };
}

function words(problem) {
  if (problem instanceof NoContact) return t('handover.no-contact');
  if (problem instanceof Refused) return problem.detail || problem.title;
  console.error(problem);
  return t('problem.unexpected');
}
