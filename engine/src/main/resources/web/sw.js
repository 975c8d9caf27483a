import { pause, within } from '/js/core/patience.js';
import { Phone } from '/js/core/phone.js';

/*
 * Opens the app without a network, and sends what waits when the phone is back in one with the app closed.
 *
 * The engine fills in what it serves: {version, files: {path: base64 of its SHA-256}, onDemand: [path]}. So any change of any file
 * changes this file, which is how browsers notice a new version. Files are kept by content: an update fetches only
 * what differs, and the old version keeps its own files until it steps back.
 */
const { version, files, onDemand } = __ASSETS__;

// Pictures for the home screen are the browser's business, once.
const kept = Object.keys(files).filter((path) => !path.endsWith('.png'));

const CACHE = 'gocua-files';
const keyOf = (path) => `${path}?${encodeURIComponent(files[path])}`;

addEventListener('install', (event) => event.waitUntil(keepFiles()));
addEventListener('activate', (event) => event.waitUntil(takeOver()));
addEventListener('fetch', (event) => {
  const path = keptPath(event.request);
  if (path) event.respondWith(answer(path, event.request));
});
addEventListener('message', (event) => {
  if (event.data?.ask === 'version') event.source.postMessage({ version });
  if (event.data?.ask === 'take-over') event.waitUntil(self.skipWaiting());
});
addEventListener('sync', (event) => {
  if (event.tag === 'send') event.waitUntil(sendWhatWaits());
});

/** Few need another language than Vietnamese: its texts are kept from their first use on. */
async function keepFiles() {
  const cache = await caches.open(CACHE);
  const had = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await Promise.all(kept.filter((path) => !onDemand.includes(path) || had.has(path)).map(async (path) => {
    if (!(await cache.match(keyOf(path)))) await cache.put(keyOf(path), await fetched(path));
  }));
}

async function keepNow(path) {
  const response = await fetched(path);
  const copy = response.clone();
  caches.open(CACHE).then((cache) => cache.put(keyOf(path), copy)).catch((problem) => console.warn(problem.message));
  return response;
}

/** Uses the page's fresh load of a file if it equals the engine's; else fetches it. */
async function fetched(path) {
  const integrity = `sha256-${files[path]}`;
  try {
    return await fetch(path, { cache: 'force-cache', integrity });
  } catch {
    return fetch(path, { cache: 'reload', integrity });
  }
}

async function takeOver() {
  const cache = await caches.open(CACHE);
  const current = new Set(kept.map((path) => new URL(keyOf(path), location.origin).href));
  const old = (await cache.keys()).filter(({ url }) => !current.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
  await self.clients.claim();
}

/** The path under which the answer is kept, or null: then the network answers as if there were no worker. */
function keptPath(request) {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return null;
  const path = pathname === '/index.html' ? '/' : pathname;
  return kept.includes(path) ? path : null;
}

const LOOK_UP = 5_000;

/** A cache that does not answer must not keep the page from opening where there is a network. */
async function answer(path, request) {
  const kept = async () => (await caches.open(CACHE)).match(keyOf(path));
  const found = await within(LOOK_UP, kept(), 'the cache').catch((problem) => console.warn(problem.message));
  return found ?? (onDemand.includes(path) ? keepNow(path) : fetch(request));
}

/** The browser tries again later when this fails. */
async function sendWhatWaits() {
  const phone = await Phone.open();
  try {
    await phone.sender.kick();
    const held = await phone.queue.heldFor();
    if (held > 0) {
      await pause(held);
      await phone.sender.kick();
    }
    const { items } = await phone.queue.list();
    if (items.some((item) => item.state === 'waiting' && item.team === phone.team)) throw new Error('still waiting');
  } finally {
    phone.close();
  }
}
