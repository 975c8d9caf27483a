import { html, nothing } from '/lib/lit-html/lit-html.js';
import { isOutside } from '../core/days.js';
import { REFUSED } from '../core/items.js';
import { closeOf } from '../helping.js';
import { date, has, number, t, time } from '../i18n.js';
import { entryForm } from './entry.js';
import { activityIcon, activityName, hamletName, icon, pageHead, teamName, undo } from './parts.js';

/** My team's help requests: unclaimed ones, and its own. */
export function help(app) {
  const { mine, open, gone } = app.helping.lists();
  const view = app.phone.help.view;
  return html`
    ${pageHead(t('help.title'))}
    <main class="page help" data-live=${view?.live ? 'yes' : 'no'}>
      ${heard(app, view)}
      ${section('mine', t('help.mine'), 'person', mine, (row) => mineCard(app, row))}
      ${section('open', t('help.open'), 'bell', open, (row) => openCard(app, row))}
      ${view && mine.length + open.length === 0 ? html`
        <div class="nobody">${icon('check')}<p><b>${t('help.none')}</b></p><p>${t('help.none.more')}</p></div>` : nothing}
      ${section('gone', t('help.gone'), 'alert', gone, (row) => goneCard(app, row))}
    </main>
    ${app.state.toast ? html`<footer class="foot pinned">${undo(app, app.state.toast)}</footer>` : nothing}`;
}

function heard(app, view) {
  if (!view) return html`<p class="note">${icon('offline')}<span>${t('help.never')}</span></p>`;
  if (view.live) return html`<p class="fresh"><i></i>${t('help.live')}</p>`;
  const values = { time: time(view.heardAt), date: date(view.heardAt) };
  return html`<p class="note">${icon('offline')}<span>${t('help.asof', values)}</span></p>`;
}

const section = (name, title, picture, rows, card) => (rows.length === 0 ? nothing : html`
  <section data-list=${name}><h2>${icon(picture)}${title} <b>${number(rows.length)}</b></h2>
    <ul>${rows.map(card)}</ul>
  </section>`);

function facts(app, row) {
  const { campaign } = app.phone;
  const wanted = row.when && row.when !== 'any' && has(`help.when.${row.when}`) ? t(`help.when.${row.when}`) : null;
  return html`
    ${activityIcon(row.activity)}
    <span class="what"><b>${activityName(campaign, row.activity)}</b>
      <span>${hamletName(campaign, row.hamlet)}${wanted ? html` · <strong>${wanted}</strong>` : nothing}</span>
      <small>${age(app.phone.help.now() - Date.parse(row.requestedAt))} · ${row.code}</small></span>`;
}

/** A waiting time in words. */
export function age(ms) {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return t('help.age.now');
  if (minutes < 60) return t('help.age.minutes', { n: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t('help.age.hours', { n: hours }) : t('help.age.days', { n: Math.floor(hours / 24) });
}

const problemOf = (app, { code }) => {
  const words = app.helping.problem(code);
  return words ? html`<p class="why" role="alert">${words}</p>` : nothing;
};

/** The engine has lost the contact; the ticket's holder may give it again. */
const lostNote = (row) => (row.contactLost
  ? html`<p class="note bad">${icon('alert')}<span>${t('help.contact.lost')}</span></p>` : nothing);

function openCard(app, row) {
  const busy = app.helping.isBusy(row.code);
  return html`
    <li class="card" data-code=${row.code}>
      <div class="facts">${facts(app, row)}</div>
      ${lostNote(row)}
      ${problemOf(app, row)}
      <button class="go ready" type="button" ?disabled=${busy} @click=${() => app.helping.claim(row)}>
        ${busy ? t('help.claiming') : t('help.claim')}</button>
    </li>`;
}

function goneCard(app, row) {
  return html`
    <li class="card gone" data-code=${row.code}>
      <div class="facts">${facts(app, row)}</div>
      <p class="why">${app.helping.problem(row.code) ?? t('help.taken', { team: teamName(app.phone.campaign, row.team) })}</p>
    </li>`;
}

function mineCard(app, row) {
  const close = closeOf(app.state.items, row.code);
  return html`
    <li class="card mine" data-code=${row.code}>
      <div class="facts">${facts(app, row)}</div>
      ${close ? doneNote(close) : [contactOf(app, row), problemOf(app, row), mineTools(app, row)]}
    </li>`;
}

const doneNote = ({ state }) => (state === REFUSED
  ? html`<p class="note bad">${icon('alert')}<span>${t('help.done.refused')} <a class="small" href="#book">${t('home.book')}</a></span></p>`
  : html`<p class="note good">${icon('check')}<span>${t('help.done.waiting')}</span></p>`);

function contactOf(app, row) {
  const contact = app.helping.contact(row.code);
  if (row.contactLost) return lostNote(row);
  if (!contact) {
    const busy = app.helping.isBusy(row.code);
    return html`<button class="plain" type="button" ?disabled=${busy} @click=${() => app.helping.show(row)}>
      ${icon('person')}${t(busy ? 'help.contact.asking' : 'help.contact.show')}</button>`;
  }
  return html`
    <div class="contact">
      <p><b>${contact.name}</b></p>
      <p>${contact.address}</p>
      ${contact.guardian ? html`<p>${t('help.guardian')}</p>` : nothing}
      <small>${t('help.contact.why')}</small>
    </div>
    <a class="go call" href=${`tel:${contact.phone}`}>${icon('call')}${t('help.call')} <span class="digits">${spaced(contact.phone)}</span></a>`;
}

const spaced = (phone) => phone.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3');

function mineTools(app, row) {
  const over = isOutside(app.phone.campaign, app.phone.help.now());
  if (app.asks(`done ${row.code}`)) {
    return html`<fieldset class="ask"><legend>${t('help.done.sure')}</legend>
      <p>${t('help.done.over')}</p>
      <button class="small" type="button" @click=${() => app.helping.close(row)}>${t('help.done')}</button>
      <button class="small quiet" type="button" @click=${() => app.ask(null)}>${t('help.keep')}</button></fieldset>`;
  }
  if (app.asks(row.code)) {
    return html`<fieldset class="ask"><legend>${t('help.release.sure')}</legend>
      <button class="small" type="button" @click=${() => app.helping.release(row)}>${t('help.release')}</button>
      <button class="small quiet" type="button" @click=${() => app.ask(null)}>${t('help.keep')}</button></fieldset>`;
  }
  return html`<div class="pair">
    <button class="plain" type="button" ?disabled=${app.helping.isBusy(row.code)} @click=${() => app.ask(row.code)}>${t('help.release')}</button>
    <button class="go ready" type="button" @click=${() => (over ? app.ask(`done ${row.code}`) : app.beginFinish(row))}>${icon('check')}${t('help.done')}</button></div>`;
}

/** The check-in that closes a visit, with known values filled in. */
export function finish(app) {
  const { request, draft } = app.state.finishing;
  const { campaign } = app.phone;
  return html`
    ${pageHead(t('help.finish.title', { code: request.code }), '#help')}
    <main class="page editing">
      <p>${t('help.finish.why', { hamlet: hamletName(campaign, request.hamlet) })}</p>
      ${entryForm({
        campaign, draft, busy: app.state.busy, nudge: app.state.nudge,
        label: t('help.finish.go'), set: (changed) => app.finishDraft(changed), submit: () => app.finish(),
      })}
    </main>`;
}
