/** The browser's properties of its device. */
export const isInstalled = () => matchMedia('(display-mode: standalone)').matches || navigator.standalone === true;

export const isIos = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1);

const APPS = /Zalo|FBAN|FBAV|FB_IAB|FBIOS|Messenger|Instagram|\bLine\/|MicroMessenger|Viber|Telegram|TikTok|musical_ly|Bytedance|Snapchat|LinkedInApp|; wv\)/;

/** Whether this is a window within an app, such as a chat's: it may forget everything when it is closed. */
export const isInApp = () => !isInstalled() && (APPS.test(navigator.userAgent)
  || (isIos() && !navigator.userAgent.includes('Safari/')));

/** Opens a link in Chrome on Android; where there is none, in what opens links otherwise. */
export function chromeLink(link) {
  const { protocol, host, pathname, hash } = new URL(link);
  return `intent://${host}${pathname}${hash}#Intent;scheme=${protocol.slice(0, -1)};package=com.android.chrome;`
    + `action=android.intent.action.VIEW;S.browser_fallback_url=${encodeURIComponent(link)};end`;
}

/** Whether the text is now on the clipboard. Some windows only let what is selected be copied: `shown` holds the text. */
export async function copied(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return document.execCommand('copy');
  }
}

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
