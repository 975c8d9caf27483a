import { MOST_OFFSET, TOLERANCE, written } from './clock.js';
import { dayOf, instantOn, plusDays } from './days.js';

/** Moves a check-in's time to `instant` (ms) by its offset, so that content already sent stays the same. */
export function movedTo(instant, { occurredAt }) {
  const offset = Math.round((instant - Date.parse(occurredAt)) / 1000);
  if (Math.abs(offset) <= MOST_OFFSET) return { offset };
  return { occurredAt: written(Math.round(instant / 1000) * 1000).replace('.000Z', 'Z'), offset: 0 };
}

/**
 * When a check-in was made, decided before its first try and kept afterwards: it lies between the last contact before
 * the tap and now. What its wall clock says counts if that is possible, by the offset of the tap or else of now. If
 * nothing fits, or two answers on two days do, the bounds decide as long as they leave one day; else a person does.
 *
 * Answers what to change of the item: {settled, offset, …} or {doubt: {from, to}}.
 */
export function placed(item, clock, campaign) {
  if (clock.rehearsing) return { settled: true, offset: null };
  const bounds = clock.bounds(item);
  if (bounds === null || item.offset === null) return { settled: true };
  const fitting = fittingOffsets(item, clock.offset, bounds);
  const { zone } = campaign ?? {};
  const days = new Set(zone && fitting.map((offset) => dayOf(timeOf(item, offset), zone)));
  const inDoubt = item.adrift && days.size > 1;
  if (!zone || (bounds.earliest === null && !inDoubt)) return { settled: true, offset: fitting[0] ?? item.offset };
  if (days.size === 1) return { settled: true, offset: fitting[0] };
  const span = days.size > 1 ? [...days].sort() : [dayOf(bounds.earliest, zone), dayOf(bounds.latest, zone)];
  const [from, to] = withinCampaign(span[0], span[span.length - 1], campaign);
  if (from > to) return { settled: true, offset: fitting[0] ?? item.offset };
  if (from < to) return { doubt: { from, to } };
  const middle = (bounds.earliest + bounds.latest) / 2;
  return { settled: true, placed: true, ...movedTo(instantOn(from, zone, middle, bounds.earliest, bounds.latest), item) };
}

const timeOf = ({ occurredAt }, offset) => Date.parse(occurredAt) + offset * 1000;

/** Offsets that put the tap between its bounds, without near-equal ones. */
function fittingOffsets(item, present, { earliest, latest }) {
  const fits = (offset) => {
    const time = timeOf(item, offset);
    return time <= latest + TOLERANCE && (earliest === null || time >= earliest - TOLERANCE);
  };
  const near = Math.abs(item.offset - present) * 1000 <= TOLERANCE;
  // The engine's clock was wrong at the tap, or wrongly in doubt: then the tap's offset was right.
  if (item.adrift) return (near ? [present] : [present, item.offset]).filter(fits);
  // After a set-back, the tap's offset is unknown unless it still holds; with a sleep too, it is larger than seen.
  if (item.shaken) return near || present > item.offset ? [present].filter(fits) : [];
  return (near ? [item.offset] : [item.offset, present]).filter(fits);
}

/** The first and last day of a campaign on which something may have been done. */
export function campaignDays({ startDate, days, zone, closing }) {
  const last = plusDays(startDate, days - 1);
  const closed = closing ? dayOf(Date.parse(closing.closedAt), zone) : last;
  return [startDate, closed < last ? closed : last];
}

function withinCampaign(from, to, campaign) {
  const [first, last] = campaignDays(campaign);
  return [from < first ? first : from, to > last ? last : to];
}
