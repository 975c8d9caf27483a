/**
 * Finds codes in links and messages as chat apps and people hand them on: a code begins and ends with its own alphabet,
 * whatever was added. A code that was cut is said to be cut, never guessed.
 */
const UNSEEN = /\p{Cf}+/gu;
const DASHES = /[\u2010-\u2015\u2212]/g;
const ESCAPES = /(?:%[0-9a-f]{2})+/gi;

/** Sixteen letters and digits; people put dashes between, messages line ends. */
const CODE = /^((?:[0-9a-z][-\s]*){16})/i;
const LINKED = /(?:^|[^0-9a-z])code=\s*/i;
const GROUPS = /(?:^|[^0-9a-z-])([0-9a-z]{4}(?:-[0-9a-z]{4}){3})(?![0-9a-z])/i;
const BARE = /(?:^|[^0-9a-z])([0-9a-z]{16})(?![0-9a-z])/i;

const TICKET = /(?:^|[^0-9a-z])([a-z]{2}-\d{4,12})(?:\.((?:[\w-]\s*)*))?/i;
const SECRET = 22;

/** The text as a person would read it: escapes resolved, full-width letters plain, nothing unseen. Never throws. */
export function plain(text) {
  return text.replace(ESCAPES, unescaped).normalize('NFKC').replace(UNSEEN, '').replace(DASHES, '-');
}

/** Bytes that are no text become U+FFFD, which no code has. */
function unescaped(run) {
  const bytes = run.slice(1).split('%').map((byte) => Number.parseInt(byte, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** The enrolment code of a link, or of a text with one in it, as {code}; {cut: true} of a link that lost it; else null. */
export function enrolmentIn(text) {
  const read = plain(text);
  const linked = LINKED.exec(read);
  if (linked) {
    const found = CODE.exec(read.slice(linked.index + linked[0].length));
    return found ? { code: grouped(found[1]) } : { cut: true };
  }
  const found = GROUPS.exec(read) ?? BARE.exec(read) ?? /^\s*((?:[0-9a-z][-\s]*){16})$/i.exec(read);
  if (found) return { code: grouped(found[1]) };
  return read.includes('://') ? { cut: true } : null;
}

const grouped = (code) => code.replace(/[-\s]/g, '').toUpperCase().replace(/.{4}(?=.)/g, '$&-');

/** The ticket of a link as {code, secret}; `cut` where part of the secret is missing. Empty texts without one. */
export function ticketIn(text) {
  const found = TICKET.exec(plain(text));
  const secret = (found?.[2] ?? '').replace(/\s/g, '').slice(0, SECRET);
  const whole = secret.length === SECRET;
  return { code: found?.[1].toUpperCase() ?? '', secret: whole ? secret : '', cut: Boolean(found) && !whole };
}
