/**
 * Many made-up phones in one page: each hears the engine, sleeps, has its clock set, is closed and opened again, checks
 * in, and sends at last. Answers what stands on a day on which it was not done, as texts; where the phone would ask a
 * person, the right day must be among those it offers. Clocks are set back at any time, and set right before sending or
 * not; forward only while the page is open and awake, since else nobody can tell it from sleep.
 */
async ({ worlds, seed }) => {
  const { Clock } = await import('/js/core/clock.js');
  const { placed } = await import('/js/core/placing.js');
  const { dayOf } = await import('/js/core/days.js');
  const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Apia', 'Europe/Berlin'];
  const SECOND = 1_000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
  const random = mulberry(seed);
  const upTo = (most) => Math.floor(random() * most);
  const wrong = [];
  let asked = 0;
  let hidden = 0;

  for (let world = 0; world < worlds; world++) {
    const zone = zones[world % zones.length];
    const begin = Date.parse('2026-03-01T00:00:00Z') + upTo(240) * DAY + upTo(DAY);
    const campaign = { zone, startDate: dayOf(begin - 3 * DAY, zone), days: 45 };
    let truth = begin;
    let mono = 0;
    let error = random() < 0.3 ? upTo(400 * DAY) - 200 * DAY : 0;
    let known = null;
    const open = () => {
      mono = upTo(1_000);
      return new Clock({ now: () => truth + error, elapsed: () => mono, known, saved: (what) => (known = what) });
    };
    const before = (ms) => ({ mono: mono - ms, wall: truth + error - ms });
    const pass = (ms) => {
      truth += ms;
      mono += ms;
    };
    let clock = open();
    clock.learn(truth, before(300), mono);
    const steps = 1 + upTo(5);
    const story = [];
    let item = null;
    for (let step = 0; step <= steps; step++) {
      const at = step === steps ? 'tap' : ['pass', 'sleep', 'set back', 'hear', 'reopen', 'set on', 'sleep over'][upTo(7)];
      story.push(at);
      if (at === 'pass') pass(upTo(5 * HOUR));
      else if (at === 'sleep') truth += upTo(9 * HOUR);
      else if (at === 'set back') error -= [20 * MINUTE, 3 * HOUR, DAY, 90 * DAY, truth + error][upTo(5)];
      else if (at === 'set on') {
        error += [20 * MINUTE, 3 * HOUR, DAY, 400 * DAY][upTo(4)];
        // Somebody looks at it, and the network is there: the page hears the engine again.
        clock.learn(truth, before(0), mono + 200);
      } else if (at === 'hear') clock.learn(truth, before(0), mono + 200);
      else if (at === 'sleep over') {
        // The answer has come, and is read when the phone wakes.
        const asked = before(0);
        const said = truth;
        truth += upTo(9 * HOUR);
        clock.learn(said, asked, mono + 200);
      } else if (at === 'reopen') clock = open();
      else item = { ...clock.stamp(), made: truth };
    }
    pass(upTo(2 * HOUR));
    if (random() < 0.5) {
      story.push('right again');
      error = 0;
    }
    if (random() < 0.5) {
      story.push('reopen');
      clock = open();
    }
    pass(upTo(HOUR));
    clock.learn(truth, before(0), mono + 200);
    const change = placed(item, clock, campaign);
    const day = dayOf(item.made, zone);
    if (change.doubt) {
      asked++;
      if (day < change.doubt.from || day > change.doubt.to) wrong.push(`${story}: asks ${JSON.stringify(change.doubt)}, was ${day}`);
      continue;
    }
    const { occurredAt, offset } = { ...item, ...change };
    const said = Date.parse(occurredAt) + (offset ?? 0) * SECOND;
    const found = dayOf(said, zone);
    const close = Math.abs(said - item.made) < 5 * MINUTE;
    // A clock that was set back by less than the phone had slept looks like one that is right.
    const unseen = story.includes('set back') && !item.shaken
      && Date.parse(item.occurredAt) + item.offset * SECOND >= item.after - 2 * MINUTE;
    if (found !== day && !close && unseen) hidden++;
    else if (found !== day && !close) wrong.push(`${story}: ${found}, was ${day}`);
  }
  console.log(`asked a person ${asked} times of ${worlds}, not to be seen ${hidden} times`);
  if (hidden > worlds / 200) wrong.push(`hidden too often: ${hidden} of ${worlds}`);
  if (asked > worlds / 20) wrong.push(`asks too often: ${asked} of ${worlds}`);
  return wrong;

  function mulberry(state) {
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }
}
