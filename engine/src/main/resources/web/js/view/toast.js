import { html } from '/lib/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { brief, icon } from './parts.js';

/** What was recorded a moment ago, and for ten seconds the way back. */
export const undo = (app, toast) => html`
  <div class="undo" data-undo>
    <span>${icon('check')}<span><b>${t('entry.saved')}</b><small>${brief(app.phone.campaign, toast.entry)}</small></span></span>
    <button type="button" @click=${() => app.undo()}>${icon('undo')}${t('entry.undo')}</button>
  </div>`;
