import { html, svg } from '/lib/lit-html/lit-html.js';
import { has, t } from '../i18n.js';

const DRAWN = new Set(
  ['public-services', 'digital-id', 'apps', 'payments', 'commerce', 'online-safety', 'class', 'on-duty']);

/** A decorative picture of the sprite. */
export const icon = (name) => html`<svg class="icon" aria-hidden="true">${svg`<use href=${`/icons/sprite.svg#${name}`}></use>`}</svg>`;

export const activityIcon = (code) => icon(DRAWN.has(code) ? code : 'other');

/** The campaign's own words, unless the chosen language is another than the campaign's and has its own. */
const named = (kind, list, code) =>
  has(`${kind}.${code}`) ? t(`${kind}.${code}`) : (list?.find((one) => one.code === code)?.name ?? code);

export const activityName = (campaign, code) => named('activity', campaign?.activities, code);
export const groupName = (campaign, code) => named('group', campaign?.groups, code);
export const hamletName = (campaign, code) => named('hamlet', campaign?.hamlets, code);
/** Also of a removed team, for its earlier check-ins. */
export const teamName = (campaign, code) =>
  named('team', [...(campaign?.teams ?? []), ...(campaign?.formerTeams ?? [])], code);

export function summary(campaign, { activity, residents }) {
  const values = { activity: activityName(campaign, activity), n: residents };
  return residents === 0 ? t('entry.summary.none', values) : t('entry.summary', values);
}

/** The same in one line: the most distinctive part first. */
export function brief(campaign, { activity, residents }) {
  const values = { activity: activityName(campaign, activity), n: residents };
  return residents === 0 ? t('entry.summary.none', values) : t('entry.brief', values);
}

/** The head of every page but the first. */
export const pageHead = (title, back = '#') => html`
  <header class="page-head">
    <a class="round" href=${back} aria-label=${t('app.back')}>${icon('back')}</a>
    <h1 tabindex="-1">${title}</h1>
  </header>`;

/** The last check-in, with undo for ten seconds. */
export const undo = (app, toast) => html`
  <div class="undo" data-undo>
    <span>${icon('check')}<span><b>${t('entry.saved')}</b><small>${brief(app.phone.campaign, toast.entry)}</small></span></span>
    <button type="button" @click=${() => app.undo()}>${icon('undo')}${t('entry.undo')}</button>
  </div>`;
