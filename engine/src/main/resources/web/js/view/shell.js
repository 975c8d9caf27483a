import { html, nothing } from '/lib/lit-html/lit-html.js';
import { date, t, time } from '../i18n.js';
import { book } from './book.js';
import { edit } from './edit.js';
import { enrol, replaceEnrolment } from './enrol.js';
import { backupCodes, handover } from './handing.js';
import { finish, help } from './help.js';
import { home } from './home.js';
import { machine } from './machine.js';
import { icon } from './parts.js';

const PAGES = { home, book, edit, help, finish, backup: backupCodes, handover, machine, enrol, replace: replaceEnrolment };

/** The whole window: warnings, then the page. */
export function shell(app) {
  const { state, phone } = app;
  return html`
    <div class="screen ${state.page}">
      ${phone.campaign?.rehearsal
        ? html`<p class="band rehearsal"><b>${t('app.rehearsal')}</b> <span>${t('app.rehearsal.note')}</span></p>`
        : nothing}
      ${bands(app)}
      ${PAGES[state.page](app)}
      <div class="unseen" role="status" aria-live="polite">${state.said}</div>
    </div>`;
}

function bands(app) {
  const { state, phone } = app;
  const all = [];
  if (state.outdated) all.push(band('bad', 'alert', t('problem.outdated'), t('problem.reload'), () => location.reload()));
  if (state.problem) all.push(band('bad', 'alert', state.problem, null, null, 'alert'));
  if (phone.enrolment?.revoked && !['enrol', 'handover'].includes(state.page)) {
    all.push(html`<p class="band bad">${icon('alert')}<span>${t(phone.enrolment.unused ? 'status.unused' : 'status.revoked')}</span><a class="small" href="#enrol">${t('status.revoked.go')}</a></p>`);
  }
  if (phone.campaign?.closing && !['home', 'enrol'].includes(state.page)) all.push(band('news', 'check', ended(phone.campaign.closing, phone.clock.trueNow())));
  if (state.update) all.push(band('news', 'save', t('update.ready'), t('update.go'), () => app.update()));
  return all;
}

/** The end: past work counts, and until when the rest may come. */
function ended({ lateUntil }, now) {
  const until = Date.parse(lateUntil);
  return now < until ? t('ended.late', { time: time(until), date: date(until) }) : t('ended.over');
}

const band = (kind, picture, text, label, act, role = nothing) => html`
  <p class="band ${kind}" role=${role}>${icon(picture)}<span>${text}</span>
    ${label ? html`<button class="small" type="button" @click=${act}>${label}</button>` : nothing}</p>`;

/** The browser keeps nothing: no form, rather than one that loses check-ins. Or its data is a newer version's. */
export const noStorage = (problem) => (problem.name === 'VersionError'
  ? stopped(t('problem.newer.title'), t('problem.newer')) : stopped(t('problem.storage.title'), t('problem.storage')));

/** The browser's memory does not answer: entries are safe, and the page keeps trying. */
export const silentStorage = () => stopped(t('problem.silent.title'), t('problem.silent.why'));

const stopped = (title, why) => html`
  <main class="page enrol">
    <img class="mark" src="/icons/icon.svg" alt="" width="88" height="88">
    <div role="alert"><h1 tabindex="-1">${title}</h1><p>${why}</p></div>
    <button class="go ready" type="button" @click=${() => location.reload()}>${t('problem.storage.try')}</button>
  </main>`;
