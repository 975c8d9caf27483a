import { html, nothing } from '/lib/lit-html/lit-html.js';
import { isDayOpen, madeAt } from '../core/items.js';
import { date, t, time } from '../i18n.js';
import { entryForm } from './entry.js';
import { pageHead } from './parts.js';

/** A check-in in the form again; the effect depends on whether the server has it. */
export function edit(app) {
  const { editing } = app.state;
  const made = madeAt(editing.item);
  const days = isDayOpen(editing.item) ? app.phone.days() : null;
  return html`
    ${pageHead(t('edit.title'))}
    <main class="page editing">
      <p>${editing.item.doubt ? t('edit.unknown') : t('edit.made', { time: time(made), date: date(made) })}</p>
      ${days ? dayField(editing.day, days, (day) => app.editing.day(day)) : nothing}
      ${entryForm({
        campaign: app.phone.campaign, draft: editing.draft, busy: app.state.busy, nudge: app.state.nudge,
        label: t('edit.go'), set: (draft) => app.editing.draft(draft), submit: () => app.editing.save(),
      })}
    </main>`;
}

/** On which day it was, for a check-in whose clock cannot be believed. */
const dayField = (day, { from, to }, set) => html`
  <label class="day-field">${t('edit.day')}
    <input type="date" data-field="day" min=${from} max=${to} .value=${day} @change=${(event) => set(event.target.value)}></label>`;
