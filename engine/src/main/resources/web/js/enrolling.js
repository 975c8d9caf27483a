import { NoContact, Refused } from './core/api.js';
import { enrolmentIn } from './core/link.js';
import { copied } from './device.js';
import { t } from './i18n.js';
import { notKept } from './view/words.js';

/** Actions of the enrolment pages. */
export class Enrolling {
  #app;

  constructor(app) {
    this.#app = app;
  }

  /** A link was opened: {code}, or {cut: true} where the code was lost; null: none. */
  arrive(found) {
    if (!found) return;
    const { phone, state } = this.#app;
    if (found.cut) this.#app.change({ enrolling: { busy: false, problem: t('enrol.cut') } });
    else if (phone.team) this.#app.change({ newCode: found.code });
    else if (state.inApp && !state.staying) this.#app.change({ outsideCode: found.code, copied: null });
    else if (state.ios && !state.installed && !state.inApp) this.#app.change({ iosCode: found.code });
    else this.enrol(found.code);
    this.#app.turn();
    if (found.cut && phone.team) this.#app.change({ problem: t('enrol.cut') });
  }

  /** The person enrols in the chat app's browser all the same. */
  stay() {
    const code = this.#app.state.outsideCode;
    this.#app.change({ staying: true, outsideCode: null });
    if (code) this.enrol(code);
  }

  async enrol(typed) {
    const found = enrolmentIn(typed);
    if (found?.cut) return this.#app.change({ enrolling: { busy: false, problem: t('enrol.cut') } });
    const code = found?.code ?? typed.trim();
    if (code === '') return this.#app.change({ enrolling: { busy: false, problem: t('enrol.empty') } });
    this.#app.change({ enrolling: { busy: true, problem: null } });
    try {
      await this.#app.phone.enrol(code);
    } catch (problem) {
      return this.#app.change({ enrolling: { busy: false, problem: words(problem) } });
    }
    this.#app.change({ enrolling: { busy: false, problem: null }, newCode: null, iosCode: null, welcome: true });
    this.#app.go('');
    this.#app.persist();
  }

  /** The phone stays its team's. */
  keep() {
    this.#app.change({ newCode: null, enrolling: { busy: false, problem: null } });
    this.#app.turn();
  }

  /** Copies a shown text; says so only if it was. */
  async copy(text, shown) {
    this.#app.change({ copied: await copied(text, shown) });
  }
}

function words(problem) {
  if (problem instanceof NoContact) return t('problem.no-contact');
  if (!(problem instanceof Refused)) {
    console.error(problem);
    return t(notKept(problem) ?? 'problem.unexpected');
  }
  const wait = problem.wait > 0 ? ` ${t('problem.wait', { n: Math.ceil(problem.wait / 1000) })}` : '';
  return (problem.detail || problem.title || t('problem.unexpected')) + wait;
}
