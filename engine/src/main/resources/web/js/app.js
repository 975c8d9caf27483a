import { render } from '/lib/lit-html/lit-html.js';
import { onArrival, takeCode, takePart } from './arrival.js';
import { HELD_FOR, WAITING } from './core/items.js';
import { Phone } from './core/phone.js';
import { prepare, speak, spoken, showTimesOf } from './i18n.js';
import { App } from './model.js';
import { watchDevice } from './device.js';
import { watchWorker } from './worker.js';
import { noStorage, shell } from './view/shell.js';

/** Wires the phone's logic to the window: what comes in becomes a change of the model, every change one rendering. */
const root = document.getElementById('app');

prepare('vi');
start().catch(async (problem) => {
  console.error(problem);
  await speak('vi');
  root.replaceChildren();
  render(noStorage(), root);
});

async function start() {
  let app = null;
  const phone = await Phone.open({ language: spoken, outdated: () => app?.outdated() });
  await speak(phone.kept.language);
  root.replaceChildren();
  app = await App.open(phone, painter());
  watchDevice(app);
  watchWorker(app);
  watchNetwork(app);
  const arrive = () => {
    const part = takePart();
    if (part) app.handing.arrive(part);
    else app.arrive(takeCode());
  };
  onArrival(arrive);
  addEventListener('hashchange', () => app.turn());
  phone.addEventListener('changed', () => app.reload());
  phone.addEventListener('news', () => app.news());
  app.turn();
  arrive();
}

/** Many changes in one breath are painted once; a new page gets the focus, as a newly loaded one would. */
function painter() {
  let pending = false;
  let shown = null;
  return (app) => {
    if (pending) return;
    pending = true;
    queueMicrotask(() => {
      pending = false;
      showTimesOf(app.phone.campaign?.zone);
      render(shell(app), root);
      if (shown !== null && shown !== app.state.page) {
        scrollTo(0, 0);
        root.querySelector('h1')?.focus({ preventScroll: true });
      }
      shown = app.state.page;
    });
  };
}

const REFRESH_EVERY = 10 * 60_000;

/** A page that is looked at listens to the board and tries to send; a hidden one spares battery and data. */
function watchNetwork(app) {
  const { phone } = app;
  let refreshed = -Infinity;
  const refresh = async () => {
    if (performance.now() - refreshed < REFRESH_EVERY) return;
    await phone.refresh();
    refreshed = performance.now();
  };
  const wake = () => {
    if (document.visibilityState !== 'visible') {
      phone.hush();
      return;
    }
    phone.listen();
    phone.sender.kick();
    app.reload();
    if (phone.enrolment) refresh().catch((problem) => console.info(problem.message));
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  // What was held for an undo when the page was closed or crashed goes out by itself.
  const held = app.state.items.some((item) => item.state === WAITING && item.freeAt);
  if (held) setTimeout(() => phone.sender.kick(), HELD_FOR + 100);
  phone.tidy().catch((problem) => console.warn(problem.name));
  wake();
}
