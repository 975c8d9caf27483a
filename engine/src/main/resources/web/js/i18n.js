import { Silent, within } from './core/patience.js';

/** Texts come from /i18n/<language>.json; Vietnamese is complete and stands in for what another language lacks. */
export const LANGUAGES = ['vi', 'en'];

let texts = {};
let fallback = {};
let language = 'vi';
let zone;
let plural = new Intl.PluralRules('vi');
let formats = new Map();

const bundles = new Map();

const ANSWER = 10_000;

/** Starts to fetch a language's texts before anybody knows whether they are wanted; what failed is fetched anew. */
export function prepare(name) {
  if (!bundles.has(name)) {
    const texts = within(ANSWER, fetch(`/i18n/${name}.json`).then((response) => response.json()), 'the network');
    bundles.set(name, texts.catch((problem) => {
      bundles.delete(name);
      throw problem instanceof Silent ? problem : new Silent('the network');
    }));
  }
  return bundles.get(name);
}

/** Speaks a language from now on; Vietnamese where the other's texts can't be had. */
export async function speak(name) {
  const asked = LANGUAGES.includes(name) ? name : 'vi';
  const [basis, other] = await Promise.all([prepare('vi'), prepare(asked).catch(() => null)]);
  const wanted = other ? asked : 'vi';
  fallback = basis;
  texts = other ?? basis;
  language = wanted;
  plural = new Intl.PluralRules(wanted);
  formats = new Map();
  document.documentElement.lang = wanted;
}

export const spoken = () => language;

/** Times are shown in the campaign's zone, wherever the phone believes to be. */
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
  if (!formats.has(name)) formats.set(name, make(language === 'vi' ? 'vi-VN' : 'en-GB'));
  return formats.get(name);
}
