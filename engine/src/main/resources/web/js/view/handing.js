import { html, nothing } from '/lib/lit-html/lit-html.js';
import { number, t } from '../i18n.js';
import { icon, pageHead, teamName } from './parts.js';

/** This phone's waiting items as QR codes, one at a time. */
export function backupCodes(app) {
  const { at, count } = app.handing.shown;
  return html`
    ${pageHead(t('backup.title'), '#book')}
    <main class="page codes">
      <p>${t('backup.how')}</p>
      <figure role="img" aria-label=${t('backup.code', { k: at + 1, n: count })}>${app.handing.picture()}</figure>
      <div class="turning">
        <button class="plain" type="button" ?disabled=${at === 0} aria-label=${t('backup.previous')} @click=${() => app.handing.turn(-1)}>${icon('back')}</button>
        <b>${t('backup.code', { k: at + 1, n: count })}</b>
        <button class="plain next" type="button" ?disabled=${at + 1 >= count} aria-label=${t('backup.next')} @click=${() => app.handing.turn(1)}>${icon('back')}</button>
      </div>
      <p class="note good">${icon('check')}<span>${t('backup.safe')}</span></p>
    </main>`;
}

/** The codes scanned from another phone, with actions. */
export function handover(app) {
  const { received } = app.handing;
  return html`
    ${pageHead(t('handover.title'))}
    <main class="page handover">
      ${received === null ? html`<p>${t('handover.nothing')}</p>`
        : received.done ? done(received.done)
        : received.file ? whole(app, received)
        : partly(received)}
      ${received?.problem ? html`<p class="note bad" role="alert">${icon('alert')}<span>${received.problem}</span></p>` : nothing}
      ${received && !received.done
        ? html`<p><button class="small quiet" type="button" @click=${() => app.handing.drop()}>${t('handover.drop')}</button></p>` : nothing}
    </main>`;
}

const partly = ({ parts, count, missing }) => html`
  <p class="progress"><b>${number(parts.length)}/${number(count)}</b> ${t('handover.scanned')}</p>
  <ol class="dots" aria-hidden="true">${Array.from({ length: count }, (_, i) =>
    html`<li class=${missing.includes(i + 1) ? '' : 'there'}>${i + 1}</li>`)}</ol>
  <p>${t('handover.next', { missing: missing.map(String).join(', ') })}</p>`;

function whole(app, { file, busy, needsCode }) {
  const { campaign, team } = app.phone;
  const n = file.checkIns.length;
  return html`
    <p class="note good">${icon('check')}<span>${t('handover.whole', { team: teamName(campaign, file.team), n })}</span></p>
    ${team === file.team ? html`
      <section><button class="go ready" type="button" @click=${() => app.handing.adopt()}>${t('handover.adopt')}</button>
        <p><small>${t('handover.adopt.why')}</small></p></section>` : nothing}
    <section>
      <h2>${t('handover.leader')}</h2>
      <form class="code" novalidate @submit=${(event) => {
        event.preventDefault();
        const { username, password, totp } = event.target.elements;
        app.handing.takeIn(username.value.trim(), password.value, totp?.value.trim());
      }}>
        <label for="username">${t('handover.username')}</label>
        <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false">
        <label for="password">${t('handover.password')}</label>
        <input id="password" name="password" type="password" autocomplete="current-password">
        ${needsCode ? html`<label for="totp">${t('handover.totp')}</label>
          <input id="totp" name="totp" inputmode="numeric" autocomplete="one-time-code">` : nothing}
        <button class="go" type="submit" ?disabled=${busy}>${t(busy ? 'handover.taking' : 'handover.take')}</button>
      </form>
    </section>`;
}

const done = ({ accepted, duplicate, refused, voided }) => html`
  <p class="note good">${icon('check')}<span><b>${t('handover.done')}</b></span></p>
  <dl class="sums">
    <div><dt>${t('handover.accepted')}</dt><dd data-sum="accepted">${number(accepted)}</dd></div>
    <div><dt>${t('handover.duplicate')}</dt><dd>${number(duplicate)}</dd></div>
    ${voided > 0 ? html`<div><dt>${t('handover.voided')}</dt><dd>${number(voided)}</dd></div>` : nothing}
    ${refused > 0 ? html`<div><dt>${t('handover.refused')}</dt><dd>${number(refused)}</dd></div>` : nothing}
  </dl>
  <p>${t('handover.done.more')}</p>`;
