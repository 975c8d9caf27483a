import { packed, unpacked } from './gzip.js';
import { result } from './store.js';

/**
 * A backup as a series of links, each short enough for a QR code that a poor camera reads off a small screen:
 *
 *   <address>/#b=1.<crc>.<k>.<n>.<data>     part k of n; the parts' data together is the gzipped file in base64url
 *
 * `crc` is the CRC-32 of those bytes: it tells series apart and says when one is whole.
 */
const PART = /[#&]b=1\.([0-9a-f]{8})\.(\d{1,3})\.(\d{1,3})\.([A-Za-z0-9_-]{1,4000})/;
const DATA = 540;

/** Bytes of the file; a phone that has sent nothing for the whole campaign has a tenth. */
const MOST = 8 * 1024 * 1024;

export async function series(file, address) {
  const text = JSON.stringify(file);
  const bytes = new Uint8Array((await packed(text, 0)) ?? new TextEncoder().encode(text));
  const data = encoded(bytes);
  const count = Math.ceil(data.length / DATA);
  return Array.from({ length: count }, (_, i) =>
    `${address}/#b=1.${crc32(bytes)}.${i + 1}.${count}.${data.slice(i * DATA, (i + 1) * DATA)}`);
}

/** A series' link as {series, part, count, data, link}; null if it is none. */
export function partOf(link) {
  const found = PART.exec(link);
  return found && { series: `${found[1]}.${found[3]}`, part: Number(found[2]), count: Number(found[3]), data: found[4], link: found[0] };
}

export const missing = (parts, count) =>
  Array.from({ length: count }, (_, i) => i + 1).filter((k) => !parts.some(({ part }) => part === k));

/** The file that a whole series is; throws where it was read wrongly or is of a newer kind. */
export async function joined(parts) {
  const inOrder = [...parts].sort((a, b) => a.part - b.part);
  const bytes = decoded(inOrder.map(({ data }) => data).join(''));
  if (!inOrder[0].series.startsWith(crc32(bytes))) throw new Error('read wrongly');
  const file = JSON.parse(await unpacked(bytes, MOST));
  if (file.format !== 'gocua-phone-backup' || file.version !== 1) throw new Error('not a backup');
  return file;
}

function encoded(bytes) {
  let text = '';
  bytes.forEach((byte) => (text += String.fromCharCode(byte)));
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const decoded = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (~crc >>> 0).toString(16).padStart(8, '0');
}

/** The parts of another phone's backup, scanned one by one. */
export class Parts {
  #store;

  constructor(store) {
    this.#store = store;
  }

  /** Those of another series give way. */
  keep(part) {
    return this.#store.transact('readwrite', ['settings'], async (settings) => {
      const kept = (await result(settings.get('parts'))) ?? [];
      const others = kept.filter((one) => one.series === part.series && one.part !== part.part);
      settings.put([...others, part], 'parts');
    });
  }

  async all() {
    return (await this.#store.get('parts')) ?? [];
  }

  drop() {
    return this.#store.remove('parts');
  }
}
