import { render } from '/lib/lit-html/lit-html.js';
import { onArrival, takeEnrolment, takePart } from './arrival.js';
import { Silent, pause } from './core/patience.js';
import { Phone } from './core/phone.js';
import { Store } from './core/store.js';
import { prepare, speak, spoken, showTimesOf } from './i18n.js';
import { App } from './model.js';
import { watchDevice } from './device.js';
import { watchWorker } from './worker.js';
import { noStorage, shell, silentStorage } from './view/shell.js';

/** Connects the phone's logic with the window: every change of the model is rendered once. */
const TRY_AGAIN = 2_000;

const root = document.getElementById('app');

prepare().catch((problem) => console.warn(problem));
start().catch(async (problem) => {
  console.error(problem);
  await inTime(() => speak());
  show(noStorage(problem));
});

async function start() {
  let app = null;
  const store = new Store('gocua', () => app?.outdated());
  const phone = await inTime(() => Phone.open({ language: spoken, store }), showSilence);
  await inTime(() => speak(phone.kept.language));
  app = await inTime(() => App.open(phone, painter()), showSilence);
  watchDevice(app);
  watchWorker(app);
  watchNetwork(app);
  const arrive = () => {
    const part = takePart();
    if (part) app.handing.arrive(part);
    else app.enrolling.arrive(takeEnrolment());
  };
  onArrival(arrive);
  addEventListener('hashchange', () => app.turn());
  phone.addEventListener('changed', () => app.reload());
  phone.addEventListener('news', () => app.news());
  app.turn();
  arrive();
}

/** Repeats `work` until it answers: memory and network may be silent for a while. */
async function inTime(work, meanwhile = () => {}) {
  for (;;) {
    try {
      return await work();
    } catch (problem) {
      if (!(problem instanceof Silent)) throw problem;
      console.warn(problem.message);
      await meanwhile();
      await pause(TRY_AGAIN);
    }
  }
}

/** The memory is silent: shows what is known, and that the phone keeps trying. */
async function showSilence() {
  const spoke = await speak().then(() => true, () => false);
  if (spoke) show(silentStorage());
}

let opened = false;

/** What the page came with goes only when something else can be shown. */
function show(what) {
  if (!opened) root.replaceChildren();
  opened = true;
  render(what, root);
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
      show(shell(app));
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
    const known = phone.clock.rehearsing || phone.clock.certain() !== null;
    if (known && performance.now() - refreshed < REFRESH_EVERY) return;
    await phone.refresh();
    refreshed = performance.now();
    await phone.cleanUp();
  };
  const wake = async (fresh) => {
    if (document.visibilityState !== 'visible') {
      phone.hush();
      return;
    }
    app.helping.wake();
    await phone.sync().catch((problem) => console.warn(problem.name));
    phone.listen();
    phone.sender.kick({ fresh });
    app.reload().catch((problem) => console.warn(problem.name));
    if (phone.enrolment) refresh().catch((problem) => console.info(problem.message));
  };
  addEventListener('online', () => wake(true));
  document.addEventListener('visibilitychange', () => wake(false));
  phone.cleanUp().catch((problem) => console.warn(problem.name));
  wake(false);
}
