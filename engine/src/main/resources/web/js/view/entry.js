import { html, nothing } from '/lib/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { activityIcon, activityName, groupName, icon } from './parts.js';

const WIDE = new Set(['class', 'on-duty']);

/** On duty may help nobody; all other help has a resident. */
export const leastFor = (activity) => (activity === 'on-duty' ? 0 : 1);
export const usualFor = (activity) => ({ 'on-duty': 0, class: 20 })[activity] ?? 1;
const stepFor = (activity) => (activity === 'class' ? 5 : 1);

export const emptyDraft = () => ({ activity: null, residents: 1, groups: [], counted: false });

/** The draft with another activity: an untouched number follows it. */
export function withActivity(draft, activity) {
  const residents = draft.counted && draft.residents >= leastFor(activity) ? draft.residents : usualFor(activity);
  return withResidents({ ...draft, activity }, residents, draft.counted);
}

export function withResidents(draft, residents, counted = true) {
  return { ...draft, residents, counted, groups: residents === 0 ? [] : draft.groups };
}

/** The engine's largest number; an older one names none. */
export const mostFor = (campaign) => campaign?.limits?.residents ?? 500;

export function isComplete({ activity, residents }, campaign) {
  return activity !== null && Number.isInteger(residents)
    && residents >= leastFor(activity) && residents <= mostFor(campaign);
}

/** The one form: activity → residents → groups → save. `set` takes the changed draft. */
export function entryForm({ campaign, draft, set, submit, busy, label, nudge }) {
  return html`
    <form id="entry" class="entry" novalidate @submit=${(event) => { event.preventDefault(); submit(); }}>
      ${activities(campaign, draft, set, nudge)}
      ${stepper(campaign, draft, set)}
      ${groups(campaign, draft, set)}
      <button class="go ${isComplete(draft, campaign) ? 'ready' : ''}" type="submit" ?disabled=${busy}>
        ${busy ? t('entry.saving') : label}
      </button>
    </form>`;
}

function activities(campaign, draft, set, nudge) {
  const choice = ({ code }) => html`
    <label class="activity ${WIDE.has(code) ? 'wide' : ''}" data-activity=${code}>
      <input type="radio" name="activity" value=${code} .checked=${draft.activity === code}
        @change=${() => set(withActivity(draft, code))}>
      ${activityIcon(code)}<span>${activityName(campaign, code)}</span>
    </label>`;
  return html`
    <div class="activities ${nudge ? 'nudge' : ''}" role="radiogroup" aria-label=${t('entry.activity')}>
      ${campaign.activities.map(choice)}
    </div>`;
}

function stepper(campaign, draft, set) {
  const most = mostFor(campaign);
  const least = leastFor(draft.activity);
  const step = stepFor(draft.activity);
  const label = t(draft.activity === 'class' ? 'entry.attendance' : 'entry.residents');
  const number = Number.isInteger(draft.residents) ? draft.residents : 0;
  const by = (amount) => () => {
    const rounded = amount > 0 ? Math.floor(number / step) * step : Math.ceil(number / step) * step;
    set(withResidents(draft, Math.min(most, Math.max(least, rounded + amount))));
  };
  const typed = (event) => {
    const digits = event.target.value.replace(/\D/g, '').slice(0, 3);
    event.target.value = digits;
    set(withResidents(draft, digits === '' ? null : Number(digits)));
  };
  return html`
    <div class="stepper" role="group" aria-label=${label}>
      <button type="button" class="step" aria-label=${t('entry.less', { n: step })}
        ?disabled=${number <= least} @click=${by(-step)}>−${step > 1 ? html`<small>${step}</small>` : nothing}</button>
      <label class="count">
        <input inputmode="numeric" autocomplete="off" enterkeyhint="done" aria-label=${label} data-field="residents"
          .value=${draft.residents === null ? '' : String(draft.residents)}
          @focus=${(event) => event.target.select()} @input=${typed}>
        <span>${icon('person')}${draft.activity === 'class' ? t('entry.attendance') : t('entry.residents')}</span>
      </label>
      <button type="button" class="step" aria-label=${t('entry.more', { n: step })}
        ?disabled=${number >= most} @click=${by(step)}>+${step > 1 ? html`<small>${step}</small>` : nothing}</button>
    </div>`;
}

function groups(campaign, draft, set) {
  const none = draft.residents === 0;
  const toggle = (code) => (event) => {
    const others = draft.groups.filter((group) => group !== code);
    set({ ...draft, groups: event.target.checked ? [...others, code] : others });
  };
  return html`
    <div class="groups" role="group" aria-label=${t('entry.groups')}>
      ${campaign.groups.map(({ code }) => html`
        <label class="chip" data-group=${code}>
          <input type="checkbox" .checked=${draft.groups.includes(code)} ?disabled=${none} @change=${toggle(code)}>
          <span>${groupName(campaign, code)}</span>${icon('check')}
        </label>`)}
    </div>`;
}
