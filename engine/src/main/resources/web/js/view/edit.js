import { html } from '/lib/lit-html/lit-html.js';
import { madeAt } from '../core/items.js';
import { date, t, time } from '../i18n.js';
import { entryForm } from './entry.js';
import { pageHead } from './parts.js';

/** A check-in once more in the form: what comes of it depends on whether the server has it. */
export function edit(app) {
  const { editing } = app.state;
  const made = madeAt(editing.item);
  return html`
    ${pageHead(t('edit.title'))}
    <main class="page editing">
      <p>${t('edit.made', { time: time(made), date: date(made) })}</p>
      ${entryForm({
        campaign: app.phone.campaign, draft: editing.draft, busy: app.state.busy, nudge: app.state.nudge,
        label: t('edit.go'), set: (draft) => app.editDraft(draft), submit: () => app.saveEdit(),
      })}
    </main>`;
}
