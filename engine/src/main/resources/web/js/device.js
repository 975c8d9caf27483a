/** The browser's properties of its device. */
export const isInstalled = () => matchMedia('(display-mode: standalone)').matches || navigator.standalone === true;

export const isIos = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1);

export function watchDevice(app) {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    app.change({ installer: event });
  });
  addEventListener('appinstalled', () => app.change({ installer: null, installed: true }));
  navigator.storage?.persisted?.()
    .then((persisted) => app.change({ persisted }))
    .catch((problem) => console.info(problem.message));
}

/** Hands a text to the person as a file. */
export function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
