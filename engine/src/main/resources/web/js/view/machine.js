import { html, nothing } from '/lib/lit-html/lit-html.js';
import { languages, spoken, t } from '../i18n.js';
import { hamletName, icon, pageHead, teamName } from './parts.js';

/** Settings of this phone: holder, hamlet, and its memory's safety. */
export function machine(app) {
  const { campaign, enrolment } = app.phone;
  return html`
    ${pageHead(t('home.machine'))}
    <main class="page machine">
      <p class="team">${t('machine.team')}<b>${teamName(campaign, enrolment.team)}</b></p>
      <p class="note"><span>${t('machine.id', { id: enrolment.device.slice(-4) })}</span></p>
      ${members(app)}
      ${hamlets(app)}
      <fieldset class="choices"><legend>${t('machine.language')}</legend>
        ${languages().map(({ tag, name }) => choice('language', tag, name, spoken() === tag, () => app.speak(tag)))}
      </fieldset>
      ${install(app)}
      <section><h2>${t('machine.safety')}</h2>
        <p class="note ${app.state.offline === 'yes' ? 'good' : ''}">${icon(app.state.offline === 'yes' ? 'check' : 'offline')}
          <span>${t(`machine.offline.${app.state.offline}`)}</span></p>
        <p class="note ${app.state.persisted ? 'good' : ''}">${icon(app.state.persisted ? 'check' : 'alert')}
          <span>${t(app.state.persisted ? 'machine.kept.yes' : 'machine.kept.no')}</span></p>
        ${app.state.persisted === false
          ? html`<button class="plain" type="button" @click=${() => app.persist()}>${t('machine.kept.ask')}</button>` : nothing}
      </section>
      <section><a class="plain" href="#enrol">${t('machine.enrol')}</a></section>
      ${app.phone.app ? html`<p><small>${t('machine.version', { version: app.phone.app })}</small></p>` : nothing}
    </main>`;
}

const choice = (group, value, label, chosen, act) => html`
  <label class="chip"><input type="radio" name=${group} value=${value} .checked=${chosen} @change=${act}><span>${label}</span>${icon('check')}</label>`;

function members(app) {
  const { members: names, member } = app.state;
  return html`
    <fieldset class="choices"><legend>${t('machine.member')}</legend>
      ${names.length > 0 ? choice('member', '', t('machine.member.nobody'), member === null, () => app.who.chooseMember(null)) : nothing}
      ${names.map(({ id, name }) => html`<span class="removable">
        ${choice('member', id, name, member === id, () => app.who.chooseMember(id))}
        <button class="small quiet" type="button" aria-label=${t('machine.member.remove', { name })}
          @click=${() => app.who.removeMember(id)}>×</button></span>`)}
    </fieldset>
    <form class="adding" @submit=${(event) => {
      event.preventDefault();
      app.who.addMember(event.target.elements.name.value);
      event.target.reset();
    }}>
      <input name="name" maxlength="40" autocomplete="off" aria-label=${t('machine.member.name')} placeholder=${t('machine.member.name')}>
      <button class="small" type="submit">${t('machine.member.add')}</button>
    </form>
    <small>${t('machine.member.why')}</small>`;
}

/** Only for a team of several hamlets; the choice is kept. */
function hamlets(app) {
  const mine = app.who.hamlets();
  if (mine.length < 2) return nothing;
  const chosen = app.who.hamlet();
  return html`
    <fieldset class="choices"><legend>${t('machine.hamlet')}</legend>
      ${choice('hamlet', '', t('machine.hamlet.none'), chosen === null, () => app.who.chooseHamlet(null))}
      ${mine.map((code) => choice('hamlet', code, hamletName(app.phone.campaign, code), chosen === code, () => app.who.chooseHamlet(code)))}
    </fieldset>`;
}

function install(app) {
  const { installer, installed, ios } = app.state;
  if (installed) return html`<p class="note good">${icon('check')}<span>${t('machine.install.done')}</span></p>`;
  if (!installer && !ios) return nothing;
  return html`
    <section><h2>${t('machine.install')}</h2>
      <p>${t(ios ? 'machine.install.ios' : 'machine.install.why')}</p>
      ${installer ? html`<button class="plain" type="button" @click=${() => app.install()}>${icon('install')}${t('machine.install')}</button>` : nothing}
    </section>`;
}
