import { html, nothing } from '/lib/lit-html/lit-html.js';
import { chromeLink } from '../device.js';
import { t } from '../i18n.js';
import { icon, teamName } from './parts.js';

/** For a phone without a valid token: instructions, and a field for the code. */
export function enrol(app) {
  const { phone, state } = app;
  const again = Boolean(phone.enrolment);
  const { waiting } = app.counts();
  return html`
    <main class="page enrol">
      <img class="mark" src="/icons/icon.svg" alt="" width="88" height="88">
      <h1 tabindex="-1">${t(again ? 'enrol.again.title' : 'enrol.title')}</h1>
      <p>${t(phone.enrolment?.revoked ? 'enrol.again' : 'enrol.why')}</p>
      ${waiting > 0 ? html`<p class="note good">${icon('check')}<span>${t('enrol.kept', { n: waiting })}</span></p>` : nothing}
      ${state.inApp && !state.staying ? outside(app) : state.iosCode ? iosFirst(app) : form(app)}
      <section class="how">
        <h2>${t('enrol.how.title')}</h2>
        <p>${t('enrol.how')}</p>
      </section>
      ${again ? html`<p><a class="link" href="#book">${t('book.title')}</a></p>` : nothing}
    </main>`;
}

function form(app) {
  const { enrolling } = app.state;
  return html`
    <form class="code" novalidate @submit=${(event) => {
      event.preventDefault();
      app.enrolling.enrol(event.target.elements.code.value);
    }}>
      <label for="code">${t('enrol.code')}</label>
      <input id="code" name="code" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go"
        aria-describedby="code-hint ${enrolling.problem ? 'code-problem' : ''}" aria-invalid=${Boolean(enrolling.problem)}>
      <small id="code-hint">${t('enrol.code.hint')}</small>
      ${enrolling.problem
        ? html`<p class="note bad" id="code-problem" role="alert">${icon('alert')}<span>${enrolling.problem}</span></p>` : nothing}
      <button class="go ready" type="submit" ?disabled=${enrolling.busy}>
        ${enrolling.busy ? t('enrol.busy') : t('enrol.go')}
      </button>
    </form>`;
}

const iosFirst = (app) => html`
  <section class="note steps">
    <h2>${t('enrol.ios.title')}</h2>
    <p>${t('enrol.ios.why')}</p>
    <ol><li>${t('enrol.ios.1')}</li><li>${t('enrol.ios.2')}</li><li>${t('enrol.ios.3')}</li></ol>
    ${copying(app, app.state.iosCode, 'enrol.ios.copy', 'enrol.ios.copied')}
    <button class="plain" type="button" @click=${() => app.enrolling.enrol(app.state.iosCode)}>${t('enrol.ios.here')}</button>
  </section>`;

/** A chat app's window: the code is spent only if the person stays. */
function outside(app) {
  const { ios, outsideCode, enrolling } = app.state;
  const link = outsideCode ? `${location.origin}/#code=${outsideCode}` : `${location.origin}/`;
  return html`
    <section class="note steps">
      <h2>${t(ios ? 'outside.ios.title' : 'outside.title')}</h2>
      <p>${t(outsideCode ? 'outside.why.code' : 'outside.why')}</p>
      ${enrolling.problem ? html`<p class="note bad" role="alert">${icon('alert')}<span>${enrolling.problem}</span></p>` : nothing}
      ${ios ? html`<ol><li>${t('outside.ios.1')}</li><li>${t('outside.ios.2')}</li></ol>`
        : html`<a class="go ready" href=${chromeLink(link)}>${t('outside.go')}</a>`}
      <p>${t(ios ? 'outside.ios.or' : 'outside.or')}</p>
      ${copying(app, link, 'outside.copy', 'outside.copied')}
      <button class="plain" type="button" @click=${() => app.enrolling.stay()}>${t('outside.stay')}</button>
    </section>`;
}

/** A text to take along, and the button for it; where that fails, how to do it by hand. */
const copying = (app, text, go, done) => html`
  <output class="code-shown">${text}</output>
  <button class="plain" type="button" @click=${({ target }) =>
    app.enrolling.copy(text, target.previousElementSibling)}>${t(app.state.copied ? done : go)}</button>
  ${app.state.copied === false ? html`<p role="alert">${t('enrol.copy.hand')}</p>` : nothing}`;

/** A code came to a phone that has a team already. */
export function replaceEnrolment(app) {
  const team = teamName(app.phone.campaign, app.phone.enrolment.team);
  return html`
    <main class="page enrol">
      <h1 tabindex="-1">${t('enrol.replace.title')}</h1>
      <p>${t('enrol.replace', { team })}</p>
      ${app.state.enrolling.problem
        ? html`<p class="note bad" role="alert">${icon('alert')}<span>${app.state.enrolling.problem}</span></p>` : nothing}
      <button class="go ready" type="button" ?disabled=${app.state.enrolling.busy}
        @click=${() => app.enrolling.enrol(app.state.newCode)}>${t('enrol.replace.go')}</button>
      <button class="plain" type="button" @click=${() => app.enrolling.keep()}>${t('enrol.replace.keep', { team })}</button>
    </main>`;
}
