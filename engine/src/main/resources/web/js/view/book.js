import { html, nothing } from '/lib/lit-html/lit-html.js';
import { REFUSED, SENT, WAITING, voidId } from '../core/items.js';
import { date, number, t, time } from '../i18n.js';
import { activityIcon, groupName, icon, pageHead, summary, teamName } from './parts.js';
import { refusalWords, sendingWords } from './words.js';

const REASONS = ['mistake', 'double', 'test', 'other'];

/** Everything entered on this phone: refused first, then waiting, then sent. */
export function book(app) {
  const { items, damaged } = app.state;
  const of = (state) => items.filter((item) => item.state === state).reverse();
  const refused = of(REFUSED);
  const waiting = of(WAITING).filter((item) => item.kind === 'check-in');
  const sent = of(SENT).filter((item) => item.kind === 'check-in');
  return html`
    ${pageHead(t('book.title'))}
    <main class="page book">
      ${standing(app)}
      ${strangers(app)}
      ${refused.length + damaged.length > 0 ? html`
        <section data-list="refused"><h2 class="bad">${icon('alert')}${t('book.refused')} <b>${number(refused.length + damaged.length)}</b></h2>
          <ul>${refused.map((item) => refusedRow(app, item))}${damaged.map((record) => damagedRow(app, record))}</ul>
        </section>` : nothing}
      ${waiting.length > 0 ? html`
        <section data-list="waiting"><h2>${icon('waiting')}${t('book.waiting')} <b>${number(waiting.length)}</b></h2>
          <p class="sending">${sendingWords(app).more}</p>
          <ul>${waiting.map((item) => row(app, item, waitingTools(app, item)))}</ul>
        </section>` : nothing}
      ${app.counts().waiting > 0 ? html`
        <button class="plain" type="button" @click=${() => app.phone.sender.kick()}>${icon('send')}${t('book.send')}</button>` : nothing}
      <section data-list="sent"><h2>${icon('check')}${t('book.sent')} <b>${number(sent.length)}</b></h2>
        ${sent.length === 0 ? html`<p>${t(items.length === 0 ? 'book.empty' : 'book.sent.none')}</p>` : nothing}
        <ul>${sent.map((item) => row(app, item, sentTools(app, item)))}</ul>
      </section>
      ${waiting.length + refused.length + damaged.length > 0 ? html`
        <section><button class="plain" type="button" @click=${() => app.backup()}>${icon('save')}${t('book.backup')}</button>
          <p><small>${t('book.backup.why')}</small></p></section>` : nothing}
    </main>`;
}

function standing(app) {
  const view = app.phone.board.view;
  if (!view) return nothing;
  const word = view.pace === null || view.pace === undefined ? 'none'
    : view.pace >= 1 ? 'on' : view.pace >= 0.7 ? 'behind' : 'late';
  const asOf = { time: time(view.heardAt), date: date(view.heardAt) };
  return html`
    <section class="standing">
      <dl>
        <div><dt>${t('book.total')}</dt><dd>${number(view.checkIns)}</dd></div>
        <div><dt>${t('book.rank')}</dt><dd>${number(view.rank)}/${number(view.teams)}</dd></div>
        <div class="pace ${word}"><dt>${t('book.pace')}</dt><dd>${t(`pace.${word}`)}</dd></div>
      </dl>
      <small>${view.live ? t('book.live') : t('book.asof', asOf)}</small>
    </section>`;
}

function strangers(app) {
  const { campaign, team } = app.phone;
  const others = app.state.items.filter((item) => item.state === WAITING && team && item.team !== team);
  if (others.length === 0) return nothing;
  const names = { team: teamName(campaign, others[0].team), now: teamName(campaign, team), n: others.length };
  return html`
    <div class="note bad">${icon('alert')}<span>${t('book.stranger', names)}
      <button class="small" type="button" @click=${() => app.phone.adopt()}>${t('book.stranger.adopt', names)}</button></span></div>`;
}

function row(app, item, tools, why = nothing) {
  const { campaign } = app.phone;
  const { entry } = item;
  const member = app.memberName(item.member);
  const at = Date.parse(item.occurredAt) + (item.offset ?? 0) * 1000;
  const when = date(at) === date(app.phone.clock.now()) ? time(at) : `${time(at)} ${date(at)}`;
  const facts = [when, member, ...entry.groups.map((group) => groupName(campaign, group))].filter(Boolean);
  return html`
    <li class="item" data-id=${item.id} data-state=${item.state}>
      ${activityIcon(entry.activity)}
      <div><b>${summary(campaign, entry)}</b><small>${facts.join(' · ')}</small>
        ${entry.replaces ? html`<small>${t('book.replaces')}</small>` : nothing}${why}</div>
      <div class="tools">${tools}</div>
    </li>`;
}

const tool = (label, act, kind = '') => html`<button class="small ${kind}" type="button" @click=${act}>${label}</button>`;

const waitingTools = (app, item) => [
  tool(t('book.edit'), () => app.edit(item)),
  item.tries === 0 ? tool(t('entry.undo'), () => app.takeBack(item.id, 'mistake')) : nothing,
];

function sentTools(app, item) {
  const follower = app.state.items.find(({ id }) => id === voidId(item.id));
  if (follower?.state === SENT) return html`<em>${t('book.voided')}</em>`;
  if (follower) return html`<em>${t('book.voiding')}</em>`;
  if (app.asks(item.id)) {
    return html`<fieldset class="ask"><legend>${t('book.void.why')}</legend>
      ${REASONS.map((reason) => tool(t(`book.void.${reason}`), () => app.takeBack(item.id, reason)))}
      ${tool(t('book.keep'), () => app.ask(null), 'quiet')}</fieldset>`;
  }
  return [tool(t('book.edit'), () => app.edit(item)), tool(t('book.void'), () => app.ask(item.id))];
}

function refusedRow(app, item) {
  const words = refusalWords(item.refusal);
  if (item.kind === 'void') {
    const target = app.state.items.find(({ id }) => id === item.of);
    const why = html`<p class="why">${t('book.void.refused', { what: words })}</p>`;
    const tools = [tool(t('book.retry'), () => app.phone.retry(item.id)), discardTools(app, item)];
    return target ? row(app, { ...target, id: item.id, state: item.state }, tools, why)
      : html`<li class="item" data-id=${item.id}><div>${why}</div><div class="tools">${tools}</div></li>`;
  }
  const why = html`<p class="why">${words}</p>`;
  return row(app, item, [tool(t('book.edit'), () => app.edit(item)), discardTools(app, item)], why);
}

const damagedRow = (app, record) => html`
  <li class="item" data-id=${record.id} data-state="damaged">${icon('alert')}
    <div><b>${t('book.damaged')}</b><p class="why">${t('book.damaged.why')}</p></div>
    <div class="tools">${discardTools(app, record)}</div></li>`;

function discardTools(app, { id }) {
  if (!app.asks(id)) return tool(t('book.discard'), () => app.ask(id));
  return html`<fieldset class="ask"><legend>${t('book.discard.sure')}</legend>
    ${tool(t('book.discard.yes'), () => app.discard(id), 'bad')}${tool(t('book.keep'), () => app.ask(null), 'quiet')}</fieldset>`;
}
