import { codeIn } from './arrival.js';
import { NoContact, Refused } from './core/api.js';
import { dayOf, instantOn } from './core/days.js';
import { uuidv7 } from './core/ids.js';
import { MOST_RESIDENTS, REFUSED, WAITING, entryOf, isDayOpen, madeAt } from './core/items.js';
import { movedTo } from './core/placing.js';
import { download, isIos, isInstalled } from './device.js';
import { Handing } from './handing.js';
import { Helping } from './helping.js';
import { date, speak, t } from './i18n.js';
import { emptyDraft, isComplete, leastFor, withActivity } from './view/entry.js';
import { summary } from './view/parts.js';
import { refreshWorker } from './worker.js';

const UNDO_FOR = 10_000;
const DRAFT = 'gocua.draft';

/** What the screen shows and what a tap does. Everything that must survive lives in `phone`. */
export class App {
  #paint;
  #undoing = null;
  /** The id of what nobody knows whether it is kept: the same entry once more is the same check-in. */
  #unsure = null;

  static async open(phone, paint) {
    const app = new App(phone, paint);
    await app.reload();
    return app;
  }

  constructor(phone, paint) {
    this.phone = phone;
    this.#paint = paint;
    this.helping = new Helping(this);
    this.handing = new Handing(this);
    this.state = {
      // the form; the check-in that is being edited; the help request that is being finished
      draft: emptyDraft(), editing: null, finishing: null, busy: false, nudge: false, problem: null, toast: null, said: '',
      // the queue, and the row of the book that is open or asks back
      items: [], damaged: [], opened: null, asked: null,
      enrolling: { busy: false, problem: null }, newCode: null, iosCode: null, copied: false, welcome: false,
      members: phone.kept.members ?? [], member: phone.kept.member ?? null, hamlet: phone.kept.hamlet ?? null,
      read: phone.kept.read ?? [],
      // the device: a new version that waits, whether the app opens offline, whether its memory is promised to last
      update: null, outdated: false, offline: 'soon', persisted: null,
      installer: null, installed: isInstalled(), ios: isIos(), ...remembered(),
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

  /** Something is known that was not: by the engine's word, or from another tab. */
  news() {
    this.helping.heard();
    this.paint();
  }

  /** The address has changed. */
  turn() {
    this.helping.forget();
    if (location.hash !== '#backup') this.handing.rest();
    if (location.hash === '#handover') this.handing.look().then(() => this.paint());
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

  // --- enrolment ---

  arrive(code) {
    if (!code) return;
    if (this.phone.team) this.change({ newCode: code });
    else if (this.state.ios && !this.state.installed) this.change({ iosCode: code });
    else this.enrol(code);
    this.turn();
  }

  async enrol(typed) {
    const code = codeIn(typed) ?? typed.trim();
    if (code === '') return this.change({ enrolling: { busy: false, problem: t('enrol.empty') } });
    this.change({ enrolling: { busy: true, problem: null } });
    try {
      await this.phone.enrol(code);
    } catch (problem) {
      return this.change({ enrolling: { busy: false, problem: enrolProblem(problem) } });
    }
    this.change({ enrolling: { busy: false, problem: null }, newCode: null, iosCode: null, welcome: true });
    this.go('');
    this.persist();
  }

  keepEnrolment() {
    this.change({ newCode: null, enrolling: { busy: false, problem: null } });
    this.turn();
  }

  async copyCode() {
    await navigator.clipboard?.writeText(this.state.iosCode);
    this.change({ copied: true });
  }

  // --- check-ins ---

  draft(draft) {
    this.#form({ draft });
  }

  async submit() {
    const { draft, busy } = this.state;
    if (busy || !this.#complete(draft)) return;
    const entry = entryOf(draft, this.hamlet());
    const item = await this.#entering(entry, (id) => this.phone.checkIn(entry, this.state.member, id));
    if (!item) return;
    navigator.vibrate?.(30);
    this.draft(emptyDraft());
    this.change({ welcome: false });
    this.#offerUndo({ id: item.id, entry }, t('entry.saved.full', { what: summary(this.phone.campaign, entry) }));
  }

  async undo() {
    const { id } = this.state.toast;
    await this.takeBack(id, 'mistake');
    this.#offerUndo(null, t('entry.undone'));
  }

  async takeBack(id, reason) {
    await this.phone.takeBack(id, reason);
    this.ask(null);
  }

  async discard(id) {
    await this.phone.queue.discard(id);
    this.ask(null);
  }

  edit(item) {
    const { activity, residents, groups } = item.entry;
    const day = isDayOpen(item) && !item.doubt && this.phone.campaign ? dayOf(madeAt(item), this.phone.campaign.zone) : '';
    this.#form({ editing: { item, day, draft: { activity, residents, groups, counted: true } } });
    this.go('edit');
  }

  editDraft(draft) {
    this.#form({ editing: { ...this.state.editing, draft } });
  }

  editDay(day) {
    this.#form({ editing: { ...this.state.editing, day } });
  }

  /** Says on which day a check-in was made whose clock cannot be believed. */
  async place(item, day) {
    await this.#saving(() => this.phone.place(item.id, this.#moved(item, day)));
  }

  /** What a day that a person has set makes of a check-in's time; null: nothing. */
  #moved(item, day) {
    const { clock, campaign } = this.phone;
    const made = madeAt(item);
    if (!day || (!item.doubt && dayOf(made, campaign.zone) === day)) return null;
    return movedTo(instantOn(day, campaign.zone, made, item.after ?? null, clock.trueNow()), item);
  }

  async saveEdit() {
    const { editing: { item, draft, day }, busy } = this.state;
    if (busy || !this.#complete(draft) || !this.#isPossible(day)) return;
    const saved = await this.#saving(async () => {
      await this.phone.correct(item.id, entryOf(draft, item.entry.hamlet), this.#moved(item, day));
      return true;
    });
    if (!saved) return;
    this.#form({ editing: null });
    this.change({ page: 'book', said: t('edit.saved') });
    this.go('book');
  }

  /** A form as it is now: it outlives a reload of its tab. */
  #form(changed) {
    this.change({ ...changed, nudge: false, problem: null });
    const { draft, editing, finishing } = this.state;
    remember({ draft, editing, finishing });
  }

  // --- help requests ---

  beginFinish({ code, activity, hamlet }) {
    const known = this.phone.campaign.activities.some((one) => one.code === activity);
    const draft = known ? withActivity(emptyDraft(), activity) : emptyDraft();
    this.#form({ finishing: { request: { code, hamlet }, draft } });
    this.go('finish');
  }

  finishDraft(draft) {
    this.#form({ finishing: { ...this.state.finishing, draft } });
  }

  async finish() {
    const { finishing: { request, draft }, busy } = this.state;
    if (busy || !this.#complete(draft)) return;
    const entry = { ...entryOf(draft, request.hamlet), helpRequest: request.code };
    const item = await this.#entering(entry, (id) => this.phone.finish(entry, this.state.member, id));
    if (!item) return;
    navigator.vibrate?.(30);
    this.#form({ finishing: null });
    this.change({ page: 'help' });
    this.#offerUndo({ id: item.id, entry }, t('help.finished', { code: request.code }));
    this.go('help');
  }

  // --- the rest of the screen ---

  /** Opens a row's tools, or closes them. */
  open(id) {
    this.change({ opened: this.state.opened === id ? null : id, asked: null });
  }

  /** A row that asks back before it does something; null: none. */
  ask(id) {
    this.change({ asked: id });
  }

  asks(id) {
    return this.state.asked === id;
  }

  async backup() {
    const file = await this.#saving(() => this.phone.handOut(), 'problem.unexpected');
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

  // --- what leaders tell everybody ---

  /** The latest notice that has not been read here and is not over; null: none. */
  notice() {
    const now = this.phone.help.now();
    const { notices = [] } = this.phone.board.view ?? {};
    return notices.find(({ id, until }) => !this.state.read.includes(id) && Date.parse(until) > now) ?? null;
  }

  readNotice(id) {
    const known = new Set((this.phone.board.view?.notices ?? []).map((one) => one.id));
    this.#keep({ read: [...this.state.read.filter((one) => known.has(one)), id] });
  }

  // --- who and where, on this phone only ---

  member() {
    return this.memberName(this.state.member);
  }

  memberName(id) {
    return this.state.members.find((one) => one.id === id)?.name ?? null;
  }

  addMember(typed) {
    const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
    if (name === '') return;
    const id = String(Math.max(0, ...this.state.members.map((one) => Number(one.id))) + 1);
    this.#keep({ members: [...this.state.members, { id, name }], member: id });
  }

  removeMember(id) {
    const members = this.state.members.filter((one) => one.id !== id);
    this.#keep({ members, member: this.state.member === id ? null : this.state.member });
  }

  chooseMember(id) {
    this.#keep({ member: id });
  }

  hamlets() {
    const { campaign, enrolment } = this.phone;
    return campaign?.teams.find(({ code }) => code === enrolment?.team)?.hamlets ?? [];
  }

  hamlet() {
    const mine = this.hamlets();
    return mine.length === 1 ? mine[0] : (mine.find((code) => code === this.state.hamlet) ?? null);
  }

  chooseHamlet(code) {
    this.#keep({ hamlet: code });
  }

  #keep(values) {
    this.change(values);
    Object.entries(values).forEach(([key, value]) =>
      this.phone.store.set(key, value).catch(() => this.change({ problem: t('problem.unexpected') })));
  }

  #complete(draft) {
    if (isComplete(draft)) return true;
    const problem = draft.activity === null ? t('entry.choose')
      : t('entry.range', { least: leastFor(draft.activity), most: MOST_RESIDENTS });
    this.change({ nudge: draft.activity === null, problem });
    return false;
  }

  /** A day that was set must be one of the campaign's, and not to come. */
  #isPossible(day) {
    const days = this.phone.days();
    if (!day || !days || (day >= days.from && day <= days.to)) return true;
    this.change({ problem: t('edit.day.range', { from: shown(days.from), to: shown(days.to) }) });
    return false;
  }

  /** Saves under an id that stays the same if the same is entered again because nobody said whether it was kept. */
  async #entering(entry, save) {
    const key = JSON.stringify(entry);
    if (this.#unsure?.key !== key) this.#unsure = { key, id: uuidv7() };
    const item = await this.#saving(() => save(this.#unsure.id));
    if (item) this.#unsure = null;
    return item;
  }

  /** Says «saved» only once it is on disk; a failure leaves the form as it is. */
  async #saving(work, otherwise = 'problem.not-saved') {
    this.change({ busy: true, problem: null });
    try {
      return await work();
    } catch (problem) {
      console.error(problem);
      this.change({ problem: t(SAVING[problem?.name] ?? otherwise) });
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

/** What kept something from being kept. */
const SAVING = { QuotaExceededError: 'problem.quota', Silent: 'problem.silent' };

/** A day as people here write it. */
const shown = (day) => day.split('-').reverse().join('/');

function enrolProblem(problem) {
  if (problem instanceof NoContact) return t('problem.no-contact');
  if (!(problem instanceof Refused)) {
    console.error(problem);
    return t(SAVING[problem?.name] ?? 'problem.unexpected');
  }
  const wait = problem.wait > 0 ? ` ${t('problem.wait', { n: Math.ceil(problem.wait / 1000) })}` : '';
  return (problem.detail || problem.title || t('problem.unexpected')) + wait;
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
