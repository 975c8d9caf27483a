/** What becomes of check-ins that an engine put off because it doubted its clock. Answers what is wrong, as texts. */
async () => {
  const { Clock } = await import('/js/core/clock.js');
  const { placed } = await import('/js/core/placing.js');
  const { putOff } = await import('/js/core/records.js');
  const SECOND = 1_000, DAY = 24 * 3600 * SECOND;
  const campaign = { zone: 'Asia/Ho_Chi_Minh', startDate: '2026-03-01', days: 45 };
  const wrong = [];
  let truth = Date.parse('2026-03-12T03:00:00Z');
  let mono = 0;
  let error = -3 * DAY;
  const clock = new Clock({ now: () => truth + error, elapsed: () => mono });
  const hear = (engine) => clock.learn(engine, clock.moment(), mono);
  const say = (what, found, right) => {
    if (JSON.stringify(found) !== JSON.stringify(right)) wrong.push(`${what}: ${JSON.stringify(found)}`);
  };

  // A slow phone that the engine put off, and whose clock somebody then set right.
  hear(truth);
  const slow = putOff({ ...clock.stamp(), settled: true }, 'engine-clock');
  error = 0;
  hear(truth);
  say('set right', placed(slow, clock, campaign), { doubt: { from: '2026-03-09', to: '2026-03-12' } });

  // A right phone whose engine was slow at the tap: the two answers lie on two days as well.
  hear(truth - 3 * DAY);
  const right = putOff({ ...clock.stamp(), settled: true }, 'engine-clock');
  hear(truth);
  say('engine set right', placed(right, clock, campaign), { doubt: { from: '2026-03-09', to: '2026-03-12' } });

  // Nothing was wrong by more than the tolerance: nobody is asked.
  const fine = putOff({ ...clock.stamp(), settled: true }, 'engine-clock');
  say('nothing wrong', placed(fine, clock, campaign), { settled: true, offset: 0 });

  // Another phone's item keeps the offset that it came with.
  const another = { occurredAt: '2026-03-09T03:00:00Z', offset: 259_200, settled: true, handed: true, contact: null };
  say("another phone's", putOff(another, 'engine-clock'), another);
  return wrong;
}
