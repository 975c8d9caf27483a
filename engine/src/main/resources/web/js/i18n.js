import { Silent, within } from './core/patience.js';

/**
 * Texts come from /i18n/<language>.json, languages from /i18n/index.json. The page's own language is complete and the
 * fallback.
 */
const FIRST = document.documentElement.lang;

let texts = {};
let fallback = {};
let known = [];
let language = FIRST;
let zone;
let plural = new Intl.PluralRules(FIRST);
let formats = new Map();

const files = new Map();

const ANSWER = 10_000;

/** Fetches a language's texts early; fetches again after a failure. */
export function prepare(name = FIRST) {
  if (!files.has(name)) {
    const file = within(ANSWER, fetch(`/i18n/${name}.json`).then((response) => response.json()), 'the network');
    files.set(name, file.catch((problem) => {
      files.delete(name);
      throw problem instanceof Silent ? problem : new Silent('the network');
    }));
  }
  return files.get(name);
}

/** Speaks a language from now on; the page's own where the other's texts can't be had. */
export async function speak(name = FIRST) {
  const [basis, index] = await Promise.all([prepare(), prepare('index').catch(() => null)]);
  known = index?.languages ?? [];
  const other = known.some(({ tag }) => tag === name) ? await prepare(name).catch(() => null) : null;
  language = other ? name : FIRST;
  fallback = basis;
  texts = other ?? basis;
  plural = new Intl.PluralRules(language);
  formats = new Map();
  document.documentElement.lang = language;
}

/** The languages: {tag, name} each. */
export const languages = () => known;

/** Whether the page's own language is shown, which the server writes too. */
export const speaksFirst = () => language === FIRST;

export const spoken = () => language;

/** Sets the zone of all times: the campaign's. */
export function showTimesOf(campaignZone) {
  if (zone === campaignZone) return;
  zone = campaignZone;
  formats = new Map();
}

/** The text of `key` with `{name}` filled in; `n` also chooses `key.one` where the language has such a form. */
export function t(key, values = {}) {
  const form = 'n' in values ? `${key}.${plural.select(values.n)}` : key;
  const text = texts[form] ?? texts[key] ?? fallback[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : (value ?? whole);
  });
}

/** Whether the chosen language has its own text for `key`. */
export const has = (key) => key in texts;

export const number = (value) => format('number', (locale) => new Intl.NumberFormat(locale)).format(value);

export const time = (instant) => format('time', (locale) =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone })).format(instant);

export const date = (instant) => format('date', (locale) =>
  new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: zone })).format(instant);

function format(name, make) {
  if (!formats.has(name)) formats.set(name, make(known.find(({ tag }) => tag === language)?.intl ?? language));
  return formats.get(name);
}
