import { uuidv7 } from './core/ids.js';
import { REFUSED, WAITING, entryOf, madeAt } from './core/items.js';
import { download, isInApp, isIos, isInstalled } from './device.js';
import { Editing } from './editing.js';
import { Enrolling } from './enrolling.js';
import { Handing } from './handing.js';
import { Helping } from './helping.js';
import { date, speak, t } from './i18n.js';
import { emptyDraft, isComplete, leastFor, mostFor, withActivity } from './view/entry.js';
import { summary } from './view/parts.js';
import { notKept } from './view/words.js';
import { Who } from './who.js';
import { refreshWorker } from './worker.js';

const UNDO_FOR = 10_000;
const DRAFT = 'gocua.draft';

/** The screen's state and actions. Everything durable lives in `phone`. */
export class App {
  #paint;
  #undoing = null;
  /** Id of an entry that may have been kept: the same entry again is the same check-in. */
  #unsure = null;

  static async open(phone, paint) {
    const app = new App(phone, paint);
    await app.reload();
    return app;
  }

  constructor(phone, paint) {
    this.phone = phone;
    this.#paint = paint;
    this.enrolling = new Enrolling(this);
    this.editing = new Editing(this);
    this.who = new Who(this);
    this.helping = new Helping(this);
    this.handing = new Handing(this);
    this.state = {
      // the form; the check-in that is being edited; the help request that is being finished
      draft: emptyDraft(), editing: null, finishing: null, busy: false, nudge: false, problem: null, toast: null, said: '',
      // the queue, and the open or asking row of the book
      items: [], damaged: [], opened: null, asked: null,
      enrolling: { busy: false, problem: null }, newCode: null, iosCode: null, outsideCode: null, copied: null, welcome: false,
      members: phone.kept.members ?? [], member: phone.kept.member ?? null, hamlet: phone.kept.hamlet ?? null,
      read: phone.kept.read ?? [],
      // the device: a new version that waits, whether the app opens offline, whether its memory is promised to last
      update: null, outdated: false, offline: 'soon', persisted: null,
      installer: null, installed: isInstalled(), ios: isIos(),
      inApp: isInApp(), staying: false, ...remembered(),
    };
    this.state.page = this.#page();
  }

  paint() {
    this.#paint(this);
  }

  change(values) {
    Object.assign(this.state, values);
    this.paint();
  }

  async reload() {
    this.change(await this.phone.queue.list());
  }

  /** New knowledge, from the engine or another tab. */
  news() {
    this.helping.heard();
    this.paint();
  }

  /** The address has changed. */
  turn() {
    this.helping.forget();
    if (location.hash !== '#backup') this.handing.rest();
    if (location.hash === '#handover') this.handing.check().then(() => this.paint());
    this.change({ page: this.#page(), opened: null, asked: null, problem: null, nudge: false });
    this.reload();
  }

  /** The page that the address names, as far as this phone may show it. */
  #page() {
    const { enrolment, campaign } = this.phone;
    const named = location.hash.slice(1);
    if (this.state.newCode) return 'replace';
    if (named === 'handover') return 'handover';
    if (!enrolment || !campaign) return 'enrol';
    if (named === 'backup') return this.handing.shown.count > 0 ? 'backup' : 'book';
    if (named === 'edit') return this.state.editing ? 'edit' : 'home';
    if (named === 'finish') return this.state.finishing ? 'finish' : 'help';
    return ['book', 'help', 'machine', 'enrol'].includes(named) ? named : 'home';
  }

  // --- check-ins ---

  draft(draft) {
    this.form({ draft });
  }

  async submit() {
    const { draft, busy } = this.state;
    if (busy || !this.isComplete(draft)) return;
    const entry = entryOf(draft, this.who.hamlet());
    const item = await this.#entering(entry, (id) => this.phone.checkIn(entry, this.state.member, id));
    if (!item) return;
    navigator.vibrate?.(30);
    this.draft(emptyDraft());
    this.change({ welcome: false });
    this.#offerUndo({ id: item.id, entry }, t('entry.saved.full', { what: summary(this.phone.campaign, entry) }));
  }

  async undo() {
    const { id } = this.state.toast;
    await this.voidCheckIn(id, 'mistake');
    this.#offerUndo(null, t('entry.undone'));
  }

  async voidCheckIn(id, reason) {
    await this.phone.voidCheckIn(id, reason);
    this.ask(null);
  }

  async discard(id) {
    await this.phone.queue.discard(id);
    this.ask(null);
  }

  /** A form as it is now: it outlives a reload of its tab. */
  form(changed) {
    this.change({ ...changed, nudge: false, problem: null });
    const { draft, editing, finishing } = this.state;
    remember({ draft, editing, finishing });
  }

  // --- help requests ---

  beginFinish({ code, activity, hamlet }) {
    const known = this.phone.campaign.activities.some((one) => one.code === activity);
    const draft = known ? withActivity(emptyDraft(), activity) : emptyDraft();
    this.form({ finishing: { request: { code, hamlet }, draft } });
    this.go('finish');
  }

  finishDraft(draft) {
    this.form({ finishing: { ...this.state.finishing, draft } });
  }

  async finish() {
    const { finishing: { request, draft }, busy } = this.state;
    if (busy || !this.isComplete(draft)) return;
    const entry = { ...entryOf(draft, request.hamlet), helpRequest: request.code };
    const item = await this.#entering(entry, (id) => this.phone.finish(entry, this.state.member, id));
    if (!item) return;
    navigator.vibrate?.(30);
    this.form({ finishing: null });
    this.change({ page: 'help' });
    this.#offerUndo({ id: item.id, entry }, t('help.finished', { code: request.code }));
    this.go('help');
  }

  // --- the rest of the screen ---

  /** Opens a row's tools, or closes them. */
  open(id) {
    this.change({ opened: this.state.opened === id ? null : id, asked: null });
  }

  /** A row that asks for a confirmation; null: none. */
  ask(id) {
    this.change({ asked: id });
  }

  asks(id) {
    return this.state.asked === id;
  }

  async backup() {
    const file = await this.saving(() => this.phone.handOut(), 'problem.unexpected');
    if (!file) return;
    const count = file.checkIns.length + file.voids.length + file.damaged.length;
    download(`go-cua-${file.team ?? ''}-${file.savedAt.slice(0, 16).replace(/\D/g, '')}.json`, JSON.stringify(file, null, 1));
    this.change({ said: t('book.backup.done', { n: count }) });
  }

  counts() {
    const { items, damaged } = this.state;
    const today = date(this.phone.clock.trueNow());
    const enteredToday = items.filter((item) => item.kind === 'check-in' && date(madeAt(item)) === today);
    return {
      waiting: items.filter((item) => item.state === WAITING && item.kind !== 'close').length,
      refused: items.filter((item) => item.state === REFUSED).length + damaged.length,
      doubtful: items.filter((item) => item.state === WAITING && item.doubt).length,
      enteredToday: enteredToday.length,
    };
  }

  go(page) {
    if (location.hash.slice(1) === page) this.turn();
    else location.hash = page;
  }

  async speak(language) {
    await speak(language);
    await this.phone.store.set('language', language);
    this.paint();
  }

  outdated() {
    this.change({ outdated: true });
  }

  update() {
    refreshWorker(this.state.update);
  }

  async persist() {
    const asked = await navigator.storage?.persist?.()?.catch(() => false);
    this.change({ persisted: asked ?? null });
  }

  async install() {
    const { installer } = this.state;
    installer.prompt();
    const { outcome } = await installer.userChoice;
    this.change({ installer: null, installed: outcome === 'accepted', welcome: false });
  }

  /** The leaders' unread notice; null: none. */
  notice() {
    return this.phone.board.notice(this.state.read, this.phone.help.now());
  }

  readNotice(id) {
    this.keep({ read: [...this.phone.board.told(this.state.read), id] });
  }

  /** Keeps settings of this phone. */
  keep(values) {
    this.change(values);
    Object.entries(values).forEach(([key, value]) =>
      this.phone.store.set(key, value).catch(() => this.change({ problem: t('problem.unexpected') })));
  }

  /** Whether a form can be kept; if not, it says why. */
  isComplete(draft) {
    if (isComplete(draft, this.phone.campaign)) return true;
    const problem = draft.activity === null ? t('entry.choose')
      : t('entry.range', { least: leastFor(draft.activity), most: mostFor(this.phone.campaign) });
    this.change({ nudge: draft.activity === null, problem });
    return false;
  }

  /** Saves under an id that a repeat of the same entry keeps, if the outcome was unknown. */
  async #entering(entry, save) {
    const key = JSON.stringify(entry);
    if (this.#unsure?.key !== key) this.#unsure = { key, id: uuidv7() };
    const item = await this.saving(() => save(this.#unsure.id));
    if (item) this.#unsure = null;
    return item;
  }

  /** Shows «saved» only once it is on disk; a failure leaves the form. */
  async saving(work, otherwise = 'problem.not-saved') {
    this.change({ busy: true, problem: null });
    try {
      return await work();
    } catch (problem) {
      console.error(problem);
      this.change({ problem: t(notKept(problem) ?? otherwise) });
      return null;
    } finally {
      this.change({ busy: false });
    }
  }

  #offerUndo(toast, said) {
    clearTimeout(this.#undoing);
    this.change({ toast, said });
    if (toast) this.#undoing = setTimeout(() => this.change({ toast: null }), UNDO_FOR);
  }
}

/** The form in hand outlives a reload of its tab. */
function remember(forms) {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(forms));
  } catch {
    // A browser that keeps nothing loses the form on reload, and only that.
  }
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT)) ?? {};
  } catch {
    return {};
  }
}
