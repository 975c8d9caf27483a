/**
 * What phones send whose wall clock shows no time that anybody lives in. Answers what an engine would not read, as texts:
 * a year out of 0001 … 9999, an offset of a century or more, or a time that is not when the tap was.
 */
async () => {
  const { Clock, written } = await import('/js/core/clock.js');
  const { placed } = await import('/js/core/placing.js');
  const { wire, checkInItem } = await import('/js/core/items.js');
  const { backup } = await import('/js/core/backup.js');
  const SECOND = 1_000, DAY = 24 * 3600 * SECOND, YEAR = 365.25 * DAY;
  const CENTURY = 100 * 365 * 24 * 3600;
  const truth = Date.parse('2026-03-12T03:00:00Z');
  const campaign = { zone: 'Asia/Ho_Chi_Minh', startDate: '2026-03-01', days: 45 };
  const readable = (text) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && text >= '0001';
  const walls = [
    ...[1, 5, 60, 99, 101, 500, 2026, 7900, 8100, 60_000, 250_000].flatMap((years) => [truth - years * YEAR, truth + years * YEAR]),
    0, -1, -62_135_596_800_001, 253_402_300_799_001, 8.64e15, -8.64e15, NaN,
  ];
  const wrong = [];
  const entry = { activity: 'apps', residents: 2, groups: [] };
  const look = (what, item) => {
    const { occurredAt, clockOffset = 0 } = wire(item);
    const { savedAt, checkIns } = backup({ items: [item], damaged: [] }, { enrolment: null, now: item.wall ?? NaN });
    for (const text of [occurredAt, savedAt, checkIns[0].checkIn.occurredAt]) {
      if (!readable(text)) wrong.push(`${what}: ${text}`);
    }
    if (!(Math.abs(clockOffset) < CENTURY)) wrong.push(`${what}: offset ${clockOffset}`);
    return Date.parse(occurredAt) + clockOffset * SECOND;
  };
  for (const wall of walls) {
    if (!readable(written(wall))) wrong.push(`${wall}: ${written(wall)}`);
    let now = truth;
    let shown = wall;
    const clock = new Clock({ now: () => (Number.isNaN(shown) ? NaN : Math.min(shown + now - truth, 8.64e15)), elapsed: () => now });
    look(`${wall} before any contact`, { ...checkInItem('a', 1, entry, clock.stamp(), { team: 'T01' }), wall });
    if (Number.isNaN(wall)) continue;
    clock.learn(truth, clock.moment(), now);
    now += 60 * SECOND;
    for (const later of [wall, truth]) {
      const item = checkInItem('a', 1, entry, clock.stamp(), { team: 'T01' });
      shown = later;
      now += 60 * SECOND;
      clock.learn(now, clock.moment(), now);
      const said = look(`${wall}, then ${later}`, { ...item, ...placed(item, clock, campaign), wall });
      if (Math.abs(said - now) > 300 * SECOND) wrong.push(`${wall}, then ${later}: ${new Date(said).toISOString()}`);
    }
  }
  // What an older version kept.
  for (const [occurredAt, offset] of [['+012026-03-12T03:00:00Z', -315_569_520_000], ['-000500-01-01T00:00:00Z', 79_000_000_000], ['0000-03-01T00:00:00Z', 0]]) {
    look(occurredAt, { ...checkInItem('a', 1, entry, { occurredAt, offset, contact: null }, { team: 'T01' }), wall: 0 });
  }
  return wrong;
}
