import { codeIn } from './arrival.js';
import { NoContact, Refused } from './core/api.js';
import { t } from './i18n.js';
import { notKept } from './view/words.js';

/** Actions of the enrolment pages. */
export class Enrolling {
  #app;

  constructor(app) {
    this.#app = app;
  }

  /** A link with a code was opened. */
  arrive(code) {
    if (!code) return;
    if (this.#app.phone.team) this.#app.change({ newCode: code });
    else if (this.#app.state.ios && !this.#app.state.installed) this.#app.change({ iosCode: code });
    else this.enrol(code);
    this.#app.turn();
  }

  async enrol(typed) {
    const code = codeIn(typed) ?? typed.trim();
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

  async copyCode() {
    await navigator.clipboard?.writeText(this.#app.state.iosCode);
    this.#app.change({ copied: true });
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
