import { html, nothing } from '/lib/lit-html/lit-html.js';
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
      ${state.iosCode ? iosFirst(app) : form(app)}
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
    <output class="code-shown">${app.state.iosCode}</output>
    <button class="go ready" type="button" @click=${() => app.enrolling.copyCode()}>
      ${t(app.state.copied ? 'enrol.ios.copied' : 'enrol.ios.copy')}
    </button>
    <button class="plain" type="button" @click=${() => app.enrolling.enrol(app.state.iosCode)}>${t('enrol.ios.here')}</button>
  </section>`;

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
