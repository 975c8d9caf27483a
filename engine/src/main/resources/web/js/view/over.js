import { html, nothing } from '/lib/lit-html/lit-html.js';
import { date, t, time } from '../i18n.js';
import { icon, teamName } from './parts.js';

/**
 * Replaces the form when a new check-in would not count: the campaign has ended, or lacks the team. Shows the fate of
 * waiting items. Null: show the form.
 */
export function over(app) {
  const { campaign, enrolment, clock } = app.phone;
  const { waiting, refused } = app.counts();
  if (campaign.closing) return ended(campaign.closing, clock.trueNow(), waiting, refused);
  if (hasLeft(campaign, enrolment.team)) return left(teamName(campaign, enrolment.team), waiting);
  return null;
}

/** Every campaign has teams: one kept without any proves nothing. */
const hasLeft = ({ teams }, team) => teams?.length > 0 && !teams.some(({ code }) => code === team);

function ended({ lateUntil }, now, waiting, refused) {
  const until = Date.parse(lateUntil);
  const late = { n: waiting, time: time(until), date: date(until) };
  const open = now < until;
  const kept = waiting > 0 ? t(open ? 'over.waiting.late' : 'over.waiting', late) : t(open ? 'over.sent.late' : 'over.sent', late);
  return panel('check', t('over.title'), [
    t('over.thanks'),
    kept,
    refused > 0 ? t('over.refused', { n: refused }) : null,
  ], waiting + refused > 0 ? html`<a class="go ready" href="#book">${icon('book')}${t('book.title')}</a>` : nothing);
}

const left = (team, waiting) => panel('alert', t('over.left.title', { team }), [
  t('over.left'),
  waiting > 0 ? t('over.left.waiting', { n: waiting }) : null,
], html`<a class="go ready" href="#enrol">${t('over.left.go')}</a>`);

const panel = (picture, title, sentences, way) => html`
  <section class="over" role="status">
    ${icon(picture)}
    <h2>${title}</h2>
    ${sentences.filter(Boolean).map((sentence) => html`<p>${sentence}</p>`)}
    ${way}
  </section>`;
