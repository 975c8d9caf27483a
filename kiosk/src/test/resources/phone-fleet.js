/**
 * Many phones in one page: the app's own logic without its screen, each with a memory, a clock and a network of its
 * own. They live a day: they enter check-ins, lose their network for spells, are killed and opened again, take some
 * back. Answers what they entered, as {team: {made, takenBack}} by id.
 */
async ({ codes, each, seed, rehearsalMs }) => {
  const { Phone } = await import('/js/core/phone.js');
  const random = mulberry(seed);
  const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
  const activities = ['public-services', 'digital-id', 'apps', 'payments', 'commerce', 'online-safety', 'class', 'on-duty'];
  const entered = {};

  async function live(code, number) {
    const clockError = number % 5 === 0 ? (random() - 0.5) * 2 * 365 * 86_400_000 : 0;
    let reachable = true;
    const surroundings = {
      database: `fleet-${number}`,
      now: () => Date.now() + clockError,
      fetch: (...request) => (reachable ? fetch(...request) : Promise.reject(new TypeError('no network'))),
    };
    let phone = await Phone.open(surroundings);
    await untilDone(() => phone.enrol(code));
    const record = (entered[phone.team] ??= { made: [], takenBack: [] });
    for (let i = 0; i < each; i++) {
      await pause(random() * rehearsalMs / each);
      if (random() < 0.2) reachable = !reachable;
      if (random() < 0.15) {
        phone.close();
        phone = await Phone.open(surroundings);
        phone.sender.kick();
      }
      const activity = activities[Math.floor(random() * activities.length)];
      const residents = activity === 'on-duty' ? 0 : activity === 'class' ? 40 : 1 + Math.floor(random() * 4);
      const item = await phone.checkIn({ activity, residents, groups: random() < 0.4 ? ['elderly'] : [] });
      record.made.push({ id: item.id, residents });
      if (random() < 0.08) {
        await phone.voidCheckIn(item.id, 'mistake');
        record.takenBack.push(item.id);
      }
    }
    reachable = true;
    for (;;) {
      const { items } = await phone.queue.list();
      const open = items.filter((item) => item.state !== 'sent');
      if (open.length === 0) break;
      if (!phone.team) throw new Error(`shut out: ${number}`);
      const refused = open.find((item) => item.state === 'refused');
      if (refused) throw new Error(`refused: ${JSON.stringify(refused)}`);
      phone.sender.kick();
      await pause(250);
    }
    phone.close();
  }

  await Promise.all(codes.map(live));
  return JSON.stringify(entered);

  async function untilDone(work) {
    for (;;) {
      try {
        return await work();
      } catch (problem) {
        if (problem.name !== 'NoContact' && problem.status !== 429) throw problem;
        await pause(Math.max(300, problem.wait));
      }
    }
  }

  function mulberry(state) {
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }
}
