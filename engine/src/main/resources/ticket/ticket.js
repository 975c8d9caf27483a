import { ticketIn } from '/js/core/link.js';

/** A ticket on its holder's phone. The secret stays behind the «#», which browsers send to nobody. */
const REFRESH = 20_000;
const ANSWER = 20_000;
const OURS = 'urn:gocua:problem:';

const FIRST = document.documentElement.lang;

const read = async (path) => (await fetch(path)).json();
const { languages } = await read('/i18n/index.json');
const wanted = navigator.languages.map((each) => each.split('-')[0]).find((each) => languages.some(({ tag }) => tag === each));
const basis = await read(`/t/i18n/${FIRST}.json`);
let words = basis;
let shown = null;
const at = (id) => document.getElementById(id);
const say = (text) => { at('said').textContent = text; };

/** Throws with the status as its cause if it was our engine that refused; else nobody of ours has answered in time. */
async function ask(path, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ANSWER);
  try {
    const headers = { 'accept-language': document.documentElement.lang };
    const init = body ? { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) } : { headers };
    const answer = await fetch(path, { cache: 'no-store', signal: stop.signal, ...init });
    const json = await answer.json();
    if (answer.ok) return json;
    throw new Error(json.title, { cause: String(json.type).startsWith(OURS) ? answer.status : null });
  } finally {
    clearTimeout(timer);
  }
}

function moment(iso) {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(iso);
  return `${time}, ${day}/${month}/${year}`;
}

function step(id, state, remark) {
  at(id).dataset.state = state;
  at(id).querySelector('span').textContent = remark;
}

function fact(name, value) {
  if (!value) return [];
  const term = Object.assign(document.createElement('dt'), { textContent: words[name] });
  return [term, Object.assign(document.createElement('dd'), { textContent: value })];
}

function showSteps({ status, state, reason, requestedAt, claimedAt, closedAt, contactLost }) {
  const ended = status === 'withdrawn' || status === 'cancelled';
  step('open', 'done', moment(requestedAt));
  if (claimedAt) step('claimed', 'done', moment(claimedAt));
  else step('claimed', ended ? 'off' : 'next', ended ? '' : words['claimed.wait']);
  if (status === 'closed') step('closed', 'done', moment(closedAt));
  else if (claimedAt && !ended) step('closed', 'next', words['closed.wait']);
  else step('closed', 'off', '');
  const lost = contactLost && status !== 'closed';
  const why = state === 'expired' ? words[`expired.${reason}`] ?? words.expired : words[status];
  say(ended ? why : lost ? words['contact.lost'] : '');
  at('steps').hidden = false;
  const asking = !at('ask').hidden;
  at('withdraw').hidden = ended || status === 'closed' || asking;
}

async function showFacts({ activity, hamlet, when, team, earlier }) {
  const campaign = await ask('/api/v1/campaign');
  const name = (list, code) => list.find((each) => each.code === code)?.name;
  const met = team ? await ask(`/api/v1/teams/${encodeURIComponent(team)}`) : { name: words['team.none'] };
  const phone = met.phone && met.sample ? `${met.phone} (${words.sample})` : met.phone;
  at('facts').replaceChildren(
    ...fact('activity', name(campaign.activities, activity) ?? earlier?.activity ?? activity),
    ...fact('hamlet', name(campaign.hamlets, hamlet) ?? earlier?.hamlet ?? hamlet),
    ...fact('when', words[`when.${when}`]), ...fact('team', met.name),
    ...fact('hall', met.hall), ...fact('hours', met.hours), ...fact('phone', phone));
  at('facts').hidden = false;
}

async function show(ticket) {
  shown = ticket;
  at('see').hidden = !at('own').hidden;
  showSteps(ticket);
  await showFacts(ticket);
}

function date(iso) {
  const [, year, month, day] = /^(\d+)-(\d+)-(\d+)T/.exec(iso);
  return `${day}/${month}/${year}`;
}

/** Shows what the engine keeps of the holder. It stays in this page only, until it is hidden or left. */
async function showOwn() {
  const own = await ask('/api/v1/tickets/data', { code, secret });
  const { contact, consent } = own;
  const campaign = await ask('/api/v1/campaign');
  const groups = contact?.groups.map((code) => campaign.groups.find((each) => each.code === code)?.name ?? code) ?? [];
  at('kept').replaceChildren(
    ...(contact ? [
      ...fact(own.guardian ? 'own.guardian' : 'own.name', contact.name), ...fact('own.phone', contact.phone),
      ...fact('own.address', contact.address), ...fact('own.groups', groups.join(', ') || words['own.groups.none'])] : []),
    ...fact('own.consent', `${consent.textVersion} · ${moment(consent.at)}`));
  at('until').textContent = contact ? words['own.until'].replace('{date}', date(own.eraseAt)) : words['own.nothing'];
  at('rights').textContent = words['own.rights'].replace('{contact}', campaign.dataController?.contact ?? words['own.contact']);
  at('groups').hidden = groups.length === 0;
  at('own').hidden = false;
  at('see').hidden = true;
}

function hideOwn() {
  at('kept').replaceChildren();
  at('own').hidden = true;
  at('see').hidden = shown === null;
}

async function tried(work) {
  try {
    await work();
  } catch (problem) {
    say(problem.cause ? problem.message : words['withdraw.away']);
    at('said').scrollIntoView({ block: 'center' });
  }
}

at('see').addEventListener('click', () => tried(showOwn));
at('hide').addEventListener('click', hideOwn);
at('groups').addEventListener('click', () => tried(async () => {
  await ask('/api/v1/tickets/withdraw-groups', { code, secret });
  await showOwn();
  say(words['own.groups.withdrawn']);
  at('said').scrollIntoView({ block: 'center' });
}));
addEventListener('pagehide', hideOwn);

async function refresh() {
  try {
    await show(await ask('/api/v1/tickets', { code, secret }));
  } catch (problem) {
    const refused = problem.cause >= 400 && problem.cause < 500;
    say(refused ? problem.message : words.away);
    // Only what is wrong with the ticket itself stays wrong: 400 or 408 may be of the way here, 429 passes.
    if ([401, 403, 404, 410].includes(problem.cause)) return;
  }
  setTimeout(() => {
    if (document.hidden) document.addEventListener('visibilitychange', refresh, { once: true });
    else refresh();
  }, REFRESH);
}

at('withdraw').addEventListener('click', () => {
  at('ask').hidden = false;
  at('withdraw').hidden = true;
  at('no').focus();
});
at('no').addEventListener('click', () => {
  at('ask').hidden = true;
  at('withdraw').hidden = false;
});
at('yes').addEventListener('click', async () => {
  at('ask').hidden = true;
  try {
    hideOwn();
    await show(await ask('/api/v1/tickets/withdraw', { code, secret }));
    at('said').scrollIntoView({ block: 'center' });
  } catch (problem) {
    say(problem.cause ? problem.message : words['withdraw.away']);
    at('withdraw').hidden = false;
  }
});

/** Speaks a language; what its texts lack, the page's own says. */
async function speak(tag) {
  words = tag === FIRST ? basis : { ...basis, ...await read(`/t/i18n/${tag}.json`) };
  document.documentElement.lang = tag;
  document.title = `${words.title} ${code}`;
  document.querySelectorAll('[data-word]').forEach((each) => { each.textContent = words[each.dataset.word]; });
  at('languages').replaceChildren(...languages.filter((each) => each.tag !== tag).map(choice));
  hideOwn();
  if (!secret) say(words[cut ? 'cut' : 'none']);
  if (shown) await show(shown);
}

function choice({ tag, name }) {
  const button = Object.assign(document.createElement('button'), { type: 'button', lang: tag, textContent: name });
  button.addEventListener('click', () => speak(tag).catch(() => say(words.away)));
  return button;
}

addEventListener('hashchange', () => location.reload());
const { code, secret, cut } = ticketIn(location.hash);
at('code').textContent = code;
await speak(wanted ?? FIRST);
if (secret) refresh();
