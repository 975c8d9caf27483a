/** A ticket on its holder's phone. The secret stays behind the «#», which browsers send to nobody. */
const REFRESH = 20_000;
const WHEN = { any: 'Lúc nào cũng được', morning: 'Buổi sáng', afternoon: 'Buổi chiều', evening: 'Buổi tối' };

const at = (id) => document.getElementById(id);
const holder = () => {
  const [code = '', secret = ''] = decodeURIComponent(location.hash.slice(1)).split('.');
  return { code: code.toUpperCase(), secret };
};

async function ask(path, body) {
  const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(path, { cache: 'no-store', ...init });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.title, { cause: answer.status });
  return json;
}

const moment = (iso) => {
  if (!iso) return '';
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(iso);
  return `${time}, ${day}/${month}/${year}`;
};

function step(id, state, remark) {
  at(id).dataset.state = state;
  at(id).querySelector('span').textContent = remark;
}

function fact(name, value) {
  if (!value) return [];
  const term = Object.assign(document.createElement('dt'), { textContent: name });
  return [term, Object.assign(document.createElement('dd'), { textContent: value })];
}

async function show(ticket) {
  const { status, claimedAt, closedAt } = ticket;
  const over = status === 'withdrawn' || status === 'cancelled';
  step('open', 'done', moment(ticket.requestedAt));
  step('claimed', claimedAt ? 'done' : over ? 'off' : 'next', claimedAt ? moment(claimedAt) : over ? '' : 'Đang chờ tổ nhận');
  step('closed', status === 'closed' ? 'done' : claimedAt && !over ? 'next' : 'off',
    status === 'closed' ? moment(closedAt) : claimedAt && !over ? 'Tổ sẽ gọi rồi đến' : '');
  at('said').textContent = status === 'withdrawn' ? 'Yêu cầu này đã được rút lại. Thông tin liên hệ của bác đã được xóa.'
    : status === 'cancelled' ? 'Phiếu hẹn này đã được hủy. Bác hỏi cán bộ tại bàn nếu vẫn cần giúp.' : '';
  at('steps').hidden = false;
  at('withdraw').hidden = over || status === 'closed';
  const campaign = await ask('/api/v1/campaign');
  const name = (list, code) => list.find((each) => each.code === code)?.name ?? code;
  const team = await ask(`/api/v1/teams/${encodeURIComponent(ticket.team)}`);
  at('facts').replaceChildren(
    ...fact('Việc cần giúp', name(campaign.activities, ticket.activity)),
    ...fact('Thôn', name(campaign.hamlets, ticket.hamlet)),
    ...fact('Lúc tiện', WHEN[ticket.when]),
    ...fact('Tổ', team.name), ...fact('Nơi gặp', team.hall), ...fact('Giờ gặp', team.hours), ...fact('Số gọi', team.phone));
  at('facts').hidden = false;
}

async function refresh() {
  try {
    await show(await ask('/api/v1/tickets', holder()));
  } catch (problem) {
    const known = problem.cause && problem.cause < 500;
    at('said').textContent = known ? problem.message : 'Chưa hỏi được máy chủ. Trang sẽ tự hỏi lại khi có mạng.';
    if (known && problem.cause !== 429) return;
  }
  setTimeout(() => (document.hidden ? waitForEyes() : refresh()), REFRESH);
}

const waitForEyes = () => document.addEventListener('visibilitychange', refresh, { once: true });

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
    await show(await ask('/api/v1/tickets/withdraw', holder()));
  } catch (problem) {
    at('said').textContent = problem.cause ? problem.message : 'Chưa rút được vì mất mạng. Bác thử lại giúp.';
    at('withdraw').hidden = false;
  }
});

at('code').textContent = holder().code;
addEventListener('hashchange', () => location.reload());
refresh();
