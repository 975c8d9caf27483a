import { dayOf, instantOn } from './core/days.js';
import { entryOf, isDayOpen, madeAt } from './core/items.js';
import { movedTo } from './core/placing.js';
import { t } from './i18n.js';

/** A check-in that is entered anew, or whose day a person sets. */
export class Editing {
  #app;

  constructor(app) {
    this.#app = app;
  }

  begin(item) {
    const day = isDayOpen(item) && !item.doubt && this.#app.phone.campaign ? dayOf(madeAt(item), this.#app.phone.campaign.zone) : '';
    this.#app.form({ editing: { item, day, draft: { ...item.entry, counted: true } } });
    this.#app.go('edit');
  }

  draft(draft) {
    this.#app.form({ editing: { ...this.#app.state.editing, draft } });
  }

  day(day) {
    this.#app.form({ editing: { ...this.#app.state.editing, day } });
  }

  /** Sets the day of a check-in whose clock is in doubt. */
  async place(item, day) {
    await this.#app.saving(() => this.#app.phone.place(item.id, this.#moved(item, day)));
  }

  /** Time of a check-in on a chosen day; null: unchanged. */
  #moved(item, day) {
    const { clock, campaign } = this.#app.phone;
    const made = madeAt(item);
    if (!day || (!item.doubt && dayOf(made, campaign.zone) === day)) return null;
    return movedTo(instantOn(day, campaign.zone, made, item.after ?? null, clock.trueNow()), item);
  }

  async save() {
    const { editing: { item, draft, day }, busy } = this.#app.state;
    if (busy || !this.#app.isComplete(draft) || !this.#isPossible(day)) return;
    const saved = await this.#app.saving(async () => {
      await this.#app.phone.correct(item.id, entryOf(draft, item.entry.hamlet), this.#moved(item, day));
      return true;
    });
    if (!saved) return;
    this.#app.form({ editing: null });
    this.#app.change({ page: 'book', said: t('edit.saved') });
    this.#app.go('book');
  }

  /** A chosen day must be one of the campaign's, and not to come. */
  #isPossible(day) {
    const days = this.#app.phone.days();
    if (!day || !days || (day >= days.from && day <= days.to)) return true;
    this.#app.change({ problem: t('edit.day.range', { from: shown(days.from), to: shown(days.to) }) });
    return false;
  }
}

/** A day as people here write it. */
const shown = (day) => day.split('-').reverse().join('/');
