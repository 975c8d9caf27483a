const WORTH_IT = 1_000;

/** `text` gzipped, or null where the browser cannot or the text is too short to gain by it. */
export async function packed(text, least = WORTH_IT) {
  if (text.length < least || typeof CompressionStream === 'undefined') return null;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

/** The text that was gzipped; bytes that never were are taken as they are. */
export function unpacked(bytes) {
  const plain = new Blob([bytes]).stream();
  return new Response(bytes[0] === 0x1f ? plain.pipeThrough(new DecompressionStream('gzip')) : plain).text();
}
