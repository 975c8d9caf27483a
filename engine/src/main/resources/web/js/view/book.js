import { html, nothing } from '/lib/lit-html/lit-html.js';
import { REFUSED, SENT, WAITING, madeAt, voidId } from '../core/items.js';
import { daysFrom, startOf } from '../core/days.js';
import { date, number, t, time } from '../i18n.js';
import { activityIcon, groupName, icon, pageHead, summary, teamName } from './parts.js';
import { refusalWords, sendingWords } from './words.js';

const REASONS = ['mistake', 'double', 'test', 'other'];

/** Everything entered on this phone: refused first, then waiting, then sent. */
export function book(app) {
  const { items, damaged } = app.state;
  const of = (state) => items.filter((item) => item.state === state).reverse();
  const refused = of(REFUSED);
  const entered = of(WAITING).filter((item) => item.kind === 'check-in');
  const waiting = entered.filter((item) => !item.doubt);
  const doubtful = entered.filter((item) => item.doubt);
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
      ${doubtful.length > 0 ? html`
        <section data-list="doubtful"><h2 class="bad">${icon('waiting')}${t('book.doubtful')} <b>${number(doubtful.length)}</b></h2>
          <p>${t(doubtful.some(isPutOff) ? 'book.doubtful.engine' : 'book.doubtful.why')}</p>
          <ul>${doubtful.map((item) => doubtfulRow(app, item))}</ul>
        </section>` : nothing}
      ${waiting.length > 0 ? html`
        <section data-list="waiting"><h2>${icon('waiting')}${t('book.waiting')} <b>${number(waiting.length)}</b></h2>
          <p class="sending">${sendingWords(app).more}</p>
          ${putOffWords(waiting)}
          <ul>${waiting.map((item) => waitingRow(app, item))}</ul>
        </section>` : nothing}
      ${app.counts().waiting > 0 ? html`
        <button class="plain" type="button" @click=${() => app.phone.sender.kick({ fresh: true })}>${icon('send')}${t('book.send')}</button>` : nothing}
      <section data-list="sent"><h2>${icon('check')}${t('book.sent')} <b>${number(sent.length)}</b></h2>
        ${sent.length === 0 ? html`<p>${t(items.length === 0 ? 'book.empty' : 'book.sent.none')}</p>` : nothing}
        <ul>${sent.map((item) => sentRow(app, item))}</ul>
      </section>
      ${entered.length + refused.length + damaged.length > 0 ? html`
        <section><h2>${icon('save')}${t('book.backup.title')}</h2>
          <div class="pair"><button class="plain" type="button" @click=${() => app.backup()}>${t('book.backup')}</button>
            <button class="plain" type="button" data-codes @click=${() => app.handing.begin()}>${t('book.backup.codes')}</button></div>
          <p><small>${t('book.backup.why')}</small></p></section>` : nothing}
    </main>`;
}

const isPutOff = ({ later }) => later === 'engine-clock';

/** Why the server has put items off: nothing is lost, and nobody here is at fault. */
function putOffWords(waiting) {
  const clock = waiting.filter(isPutOff).length;
  const others = waiting.filter((item) => item.later && !isPutOff(item)).length;
  return html`
    ${clock > 0 ? html`<p class="put-off">${t('book.later.engine-clock', { n: clock })}</p>` : nothing}
    ${others > 0 ? html`<p class="put-off">${t('book.later', { n: others })}</p>` : nothing}`;
}

function standing(app) {
  const view = app.phone.board.view;
  if (!view) return nothing;
  const { level = 'none' } = view;
  const asOf = { time: time(view.heardAt), date: date(view.heardAt) };
  return html`
    <section class="standing">
      <dl>
        <div><dt>${t('book.total')}</dt><dd>${number(view.checkIns)}</dd></div>
        <div><dt>${t('book.rank')}</dt><dd>${number(view.rank)}/${number(view.teams)}</dd></div>
        <div class="pace ${level}"><dt>${t('book.pace')}</dt><dd>${t(`pace.${level}`)}</dd></div>
      </dl>
      <small>${view.live ? t('book.live') : t('book.asof', asOf)}</small>
    </section>`;
}

function strangers(app) {
  const { campaign, team } = app.phone;
  const others = app.state.items.filter((item) => item.state === WAITING && item.kind !== 'close' && team && item.team !== team);
  if (others.length === 0) return nothing;
  const names = { team: teamName(campaign, others[0].team), now: teamName(campaign, team), n: others.length };
  return html`
    <div class="note bad">${icon('alert')}<span>${t('book.stranger', names)}
      <button class="small" type="button" @click=${() => app.phone.adopt()}>${t('book.stranger.adopt', names)}</button></span></div>`;
}

function what(app, item) {
  const { campaign, clock } = app.phone;
  const { entry } = item;
  const at = madeAt(item);
  const facts = [
    item.doubt ? null : date(at) === date(clock.trueNow()) ? time(at) : `${time(at)} ${date(at)}`,
    app.who.memberName(item.member),
    ...entry.groups.map((group) => groupName(campaign, group)),
    entry.helpRequest ? t('book.ticket', { code: entry.helpRequest }) : null,
    entry.replaces ? t('book.replaces') : null,
  ];
  return html`${activityIcon(entry.activity)}
    <span class="what"><b>${summary(campaign, entry)}</b><small>${facts.filter(Boolean).join(' · ')}</small></span>`;
}

/** A row that needs a person: reason and actions. */
const openRow = (app, item, why, tools) => html`
  <li class="item" data-id=${item.id} data-state=${item.state}>
    ${what(app, item)}<p class="why">${why}</p><div class="tools">${tools}</div>
  </li>`;

/** A row that is as it should be: it opens its tools when tapped. */
function quietRow(app, item, mark, tools) {
  if (tools === null) return html`<li class="item voided" data-id=${item.id} data-state=${item.state}>${what(app, item)}<em>${mark}</em></li>`;
  const opened = app.state.opened === item.id;
  return html`
    <li class="item" data-id=${item.id} data-state=${item.state}>
      <button class="line" type="button" aria-expanded=${opened} @click=${() => app.open(item.id)}>
        ${what(app, item)}${icon('more')}
      </button>
      ${opened ? html`<div class="tools">${tools()}</div>` : nothing}
    </li>`;
}

const tool = (label, act, kind = '') => html`<button class="small ${kind}" type="button" @click=${act}>${label}</button>`;

const followerOf = (app, item) => app.state.items.find(({ id }) => id === voidId(item.id));

/** A waiting item can be undone, however often it was tried. */
const waitingRow = (app, item) => (followerOf(app, item) ? quietRow(app, item, t('book.voiding'), null)
  : quietRow(app, item, null, () => waitingTools(app, item)));

const waitingTools = (app, item) => [
  tool(t('book.edit'), () => app.editing.begin(item)),
  tool(t('entry.undo'), () => app.voidCheckIn(item.id, 'mistake')),
];

const MOST_BUTTONS = 4;

/** Several days are possible: a person has to choose. */
function doubtfulRow(app, item) {
  if (followerOf(app, item)) return quietRow(app, item, t('book.voiding'), null);
  const { zone } = app.phone.campaign;
  const days = daysFrom(item.doubt.from, item.doubt.to);
  const choices = days.length <= MOST_BUTTONS ? days : [];
  return openRow(app, item, t('book.doubtful.ask'), [
    ...choices.map((day) => html`<button class="small" type="button" data-day=${day} @click=${() => app.editing.place(item, day)}>
      ${dayName(app, startOf(day, zone))}</button>`),
    tool(t(choices.length > 0 ? 'book.edit' : 'book.doubtful.choose'), () => app.editing.begin(item)),
    tool(t('entry.undo'), () => app.voidCheckIn(item.id, 'mistake')),
  ]);
}

function dayName(app, start) {
  const now = app.phone.clock.trueNow();
  const near = [['book.today', now], ['book.yesterday', now - 24 * 3_600_000]].find(([, at]) => date(at) === date(start));
  return near ? t(near[0], { date: date(start) }) : date(start);
}

function sentRow(app, item) {
  const follower = followerOf(app, item);
  if (!follower) return quietRow(app, item, null, () => sentTools(app, item));
  const marks = { [SENT]: 'book.voided', [WAITING]: 'book.voiding', [REFUSED]: 'book.void.stuck' };
  return quietRow(app, item, t(marks[follower.state]), null);
}

function sentTools(app, item) {
  if (app.asks(item.id)) {
    return html`<fieldset class="ask"><legend>${t('book.void.why')}</legend>
      ${REASONS.map((reason) => tool(t(`book.void.${reason}`), () => app.voidCheckIn(item.id, reason)))}
      ${tool(t('book.keep'), () => app.ask(null), 'quiet')}</fieldset>`;
  }
  return [tool(t('book.edit'), () => app.editing.begin(item)), tool(t('book.void'), () => app.ask(item.id))];
}

function refusedRow(app, item) {
  const words = refusalWords(item.refusal);
  if (item.kind === 'void') {
    const target = app.state.items.find(({ id }) => id === item.of);
    const tools = [tool(t('book.retry'), () => app.phone.retry(item.id)), discardTools(app, item)];
    return openRow(app, { ...target, id: item.id, state: item.state }, t('book.void.refused', { what: words }), tools);
  }
  if (item.kind === 'close') return closeRow(app, item, words);
  return openRow(app, item, words, [tool(t('book.edit'), () => app.editing.begin(item)), discardTools(app, item)]);
}

/** The check-in counts; only the request could not be closed by it. */
const closeRow = (app, item, words) => html`
  <li class="item" data-id=${item.id} data-state=${item.state}>${icon('bell')}
    <span class="what"><b>${t('book.close', { code: item.request })}</b></span><p class="why">${words}</p>
    <div class="tools">${tool(t('book.retry'), () => app.phone.retry(item.id))}${discardTools(app, item)}</div></li>`;

const damagedRow = (app, record) => html`
  <li class="item" data-id=${record.id} data-state="damaged">${icon('alert')}
    <span class="what"><b>${t('book.damaged')}</b></span><p class="why">${t('book.damaged.why')}</p>
    <div class="tools">${discardTools(app, record)}</div></li>`;

function discardTools(app, { id }) {
  if (!app.asks(id)) return tool(t('book.discard'), () => app.ask(id));
  return html`<fieldset class="ask"><legend>${t('book.discard.sure')}</legend>
    ${tool(t('book.discard.yes'), () => app.discard(id), 'bad')}${tool(t('book.keep'), () => app.ask(null), 'quiet')}</fieldset>`;
}
