import { html, nothing } from '/lib/lit-html/lit-html.js';
import { date, number, t, time } from '../i18n.js';
import { entryForm } from './entry.js';
import { over } from './over.js';
import { icon, teamName, undo } from './parts.js';
import { sendingWords } from './words.js';

/** The main screen: today's figures, the form, and the latest items. */
export function home(app) {
  const { draft, busy, nudge } = app.state;
  const label = draft.activity && draft.residents
    ? t('entry.go.n', { n: draft.residents }) : t('entry.go.none');
  return html`
    ${head(app)}
    ${notice(app)}
    <main class="home">
      <h1 class="unseen" tabindex="-1">${t('home.title')}</h1>
      ${over(app) ?? entryForm({
        campaign: app.phone.campaign, draft, busy, nudge, label,
        set: (changed) => app.draft(changed), submit: () => app.submit(),
      })}
    </main>
    ${foot(app)}`;
}

function head(app) {
  const { campaign, board, enrolment } = app.phone;
  const view = board.view;
  const team = teamName(campaign, enrolment.team);
  const member = app.who.member();
  return html`
    <header class="top">
      <a class="who" href="#machine">
        ${icon('phone')}
        <span><span class="unseen">${t('home.machine')}</span><b>${team}</b><small><span class="day">${member ?? campaignDay(campaign, view)}</span>${sample(campaign)}</small></span>
      </a>
      <div class="today" data-live=${view?.live ? 'yes' : 'no'}>
        <span class="unseen">${view ? t('home.today.label', { team, n: view.today }) : nothing}</span>
        <b aria-hidden="true" data-count="today">${view ? number(view.today) : '–'}</b>
        <span aria-hidden="true"><span>${t('home.today', { n: view?.today ?? 0 })}</span>${heard(view, app)}</span>
      </div>
    </header>`;
}

/** One line until it is tapped, so that the form stays in place. */
function notice(app) {
  const told = app.notice();
  if (!told) return nothing;
  return html`
    <details class="notice" data-notice=${told.id}>
      <summary>${icon('news')}<span>${told.text}</span></summary>
      <button class="small" type="button" @click=${() => app.readNotice(told.id)}>${icon('check')}${t('home.notice.read')}</button>
    </details>`;
}

const sample = ({ sample, rehearsal }) => (sample && !rehearsal ? html`<mark>${t('app.sample')}</mark>` : nothing);

function campaignDay(campaign, view) {
  const day = view?.day ?? campaign.today;
  if (campaign.closing) return t('home.after');
  if (day < 1) return t('home.before');
  return day > campaign.days ? t('home.after') : t('home.day', { day, days: campaign.days });
}

function heard(view, app) {
  if (!view) return nothing;
  if (view.live) return html`<small class="live"><i></i>${t('home.live')}</small>`;
  const now = app.phone.clock.trueNow();
  const today = date(view.heardAt) === date(now);
  return html`<small>${today ? t('home.asof', { time: time(view.heardAt) }) : t('home.asof.date', { date: date(view.heardAt) })}</small>`;
}

function foot(app) {
  const { toast, welcome } = app.state;
  return html`
    <footer class="foot">
      ${toast ? undo(app, toast) : [welcome ? enrolled(app) : status(app), helpLink(app)]}
    </footer>`;
}

/** Once, after enrolling: which team it is now, and the offer to install. */
const enrolled = (app) => html`
  <div class="undo" data-enrolled>
    <span>${icon('check')}<b>${t('enrol.done', { team: teamName(app.phone.campaign, app.phone.enrolment.team) })}</b></span>
    ${app.state.installer
      ? html`<button type="button" @click=${() => app.install()}>${icon('install')}${t('install.go')}</button>` : nothing}
  </div>`;

function status(app) {
  const { waiting, refused } = app.counts();
  const words = sendingWords(app);
  return html`
    <a class="status" href="#book" data-waiting=${waiting} data-refused=${refused}>
      ${words.icon ? icon(words.icon) : nothing}
      <span>${words.text}${words.more ? html`<small>${words.more}</small>` : nothing}</span>
      ${refused > 0 ? html`<b class="refused">${t('status.refused', { n: refused })}</b>` : nothing}
      <span class="open">${icon('book')}${t('home.book')}</span>
    </a>`;
}

/** Gold while a request is unclaimed. */
function helpLink(app) {
  const { open, mine } = app.helping.counts();
  const words = open > 0 ? t('home.help.open', { n: open }) : mine > 0 ? t('home.help.mine', { n: mine }) : t('home.help.none');
  return html`
    <a class="help-link" href="#help" data-open=${open} data-mine=${mine}>
      ${icon('bell')}${open + mine > 0 ? html`<b aria-hidden="true">${number(open || mine)}</b>` : nothing}
      <span aria-hidden="true">${t('home.help')}</span><span class="unseen">${words}</span>
    </a>`;
}
