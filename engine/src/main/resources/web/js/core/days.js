/** Calendar days («2025-08-12») of a campaign's zone, in whatever zone the phone is. */
const DAY = 24 * 3_600_000;
const formats = new Map();

function parts(zone) {
  if (!formats.has(zone)) {
    const form = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' };
    formats.set(zone, new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', form));
  }
  return formats.get(zone);
}

/** The day of an instant (ms). */
export function dayOf(instant, zone) {
  const found = Object.fromEntries(parts(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${found.year.padStart(4, '0')}-${found.month}-${found.day}`;
}

/** The day so many days after another. */
export const plusDays = (day, days) => new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The first instant (ms) of a day: found by halving, so that no rule of any zone has to be known. */
export function startOf(day, zone) {
  let before = Date.parse(`${day}T00:00:00Z`) - 30 * 3_600_000;
  let there = before + 60 * 3_600_000;
  while (there - before > 1) {
    const middle = Math.floor((before + there) / 2);
    if (dayOf(middle, zone) >= day) there = middle;
    else before = middle;
  }
  return there;
}

/** Whether no check-in of an instant (ms) counts: the campaign is closed, has not begun, or its last day is past. */
export function isOutside({ closing, startDate, days, zone }, instant) {
  const day = dayOf(instant, zone);
  return Boolean(closing) || day < startDate || day > plusDays(startDate, days - 1);
}

/** All days from one to another, the last `most` of them at most. */
export function daysFrom(first, last, most = 400) {
  const days = [];
  for (let day = last; day >= first && days.length < most; day = plusDays(day, -1)) days.unshift(day);
  return days;
}

/**
 * An instant on a chosen day: as near to `guess` as possible, between `earliest` and `latest` (ms; null: unknown) if
 * the day allows.
 */
export function instantOn(day, zone, guess, earliest = null, latest = null) {
  const start = startOf(day, zone);
  const end = startOf(plusDays(day, 1), zone) - 1_000;
  const likely = dayOf(guess, zone) === day ? guess : start + (end - start) / 2;
  const possible = Math.min(Math.max(likely, earliest ?? likely), latest ?? Infinity);
  return Math.round(Math.min(Math.max(possible, start), end));
}
