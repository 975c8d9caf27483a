import { written } from './clock.js';
import { SENT, WAITING, wire } from './items.js';

/**
 * Everything the server has not answered for, as a file's content, for when all else fails.
 * A leader takes it in; ids are the same, so taking it in and sending it later count once.
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
