import { written } from './clock.js';
import { SENT, WAITING, closeItem, fromWire, isWhole, voidItem, wire } from './items.js';
import { nextSeq } from './records.js';
import { result } from './store.js';

/**
 * All unanswered items as a file's content. A leader uploads it; ids stay, so that a later send counts nothing twice.
 */
export function backup({ items, damaged }, { enrolment, now }) {
  const open = items.filter((item) => item.state !== SENT);
  return {
    format: 'gocua-phone-backup',
    version: 1,
    savedAt: written(now),
    team: enrolment?.team ?? null,
    device: enrolment?.device ?? null,
    checkIns: open.filter((item) => item.kind === 'check-in').map((item) => ({ team: item.team, ...marks(item), checkIn: wire(item) })),
    voids: open.filter((item) => item.kind === 'void').map((item) => ({ team: item.team, ...marks(item), of: item.of, reason: item.reason })),
    damaged,
  };
}

const marks = ({ state, refusal }) => (state === WAITING ? {} : { refused: refusal.code ?? refusal.outcome });

/** Adds a backup's items of a team to this phone's; answers the number of new check-ins. */
export async function takeInto(items, file, team) {
  let seq = await nextSeq(items);
  let taken = 0;
  const put = async (item) => {
    if (!isWhole(item) || (await result(items.get(item.id)))) return false;
    items.add({ ...item, seq: seq++ });
    return true;
  };
  for (const { checkIn } of file.checkIns.filter((one) => one.team === team)) {
    const item = fromWire(checkIn, team);
    if (!(await put(item))) continue;
    taken++;
    if (item.entry.helpRequest) await put(closeItem(item, seq));
  }
  for (const { of, reason } of file.voids.filter((one) => one.team === team)) await put(voidItem({ id: of, team }, seq, reason));
  return taken;
}
