const CHECK_EVERY = 3_600_000;

/**
 * Registers the service worker, which opens the app offline. A new version waits for a person or a hidden app; the form
 * survives.
 */
export async function watchWorker(app) {
  const workers = navigator.serviceWorker;
  if (!workers) return app.change({ offline: 'no' });
  let controlled = Boolean(workers.controller);
  workers.addEventListener('controllerchange', () => {
    if (controlled) location.reload();
    controlled = true;
  });
  workers.addEventListener('message', ({ data }) => {
    if (data.version) app.phone.app = data.version;
    app.paint();
  });
  await quiet();
  try {
    const registration = await workers.register('/sw.js', { type: 'module', updateViaCache: 'none' });
    watchUpdates(app, registration);
    sendWhenClosed(app, registration);
    const { active } = await workers.ready;
    active.postMessage({ ask: 'version' });
    app.change({ offline: 'yes' });
  } catch (problem) {
    console.warn(problem);
    app.change({ offline: 'no' });
  }
}

/** After the page itself has everything: on a slow network the two would only delay each other. */
const quiet = () => new Promise((resolve) => {
  if (document.readyState === 'complete') resolve();
  else addEventListener('load', resolve, { once: true });
});

function watchUpdates(app, registration) {
  const offer = () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    if (document.visibilityState === 'hidden') refreshWorker(registration.waiting);
    else app.change({ update: registration.waiting });
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  let checked = performance.now();
  document.addEventListener('visibilitychange', () => {
    offer();
    if (document.visibilityState !== 'visible' || performance.now() - checked < CHECK_EVERY) return;
    checked = performance.now();
    registration.update().catch((problem) => console.info(problem.message));
  });
  offer();
}

/** Where supported, the worker sends waiting items after the app is closed. */
function sendWhenClosed(app, registration) {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || app.counts().waiting === 0) return;
    registration.sync?.register('send').catch((problem) => console.info(problem.message));
  });
}

export const refreshWorker = (worker) => worker?.postMessage({ ask: 'take-over' });
