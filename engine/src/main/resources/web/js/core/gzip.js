const WORTH_IT = 1_000;

/** `text` gzipped, or null where the browser cannot or the text is too short to gain by it. */
export async function packed(text, least = WORTH_IT) {
  if (text.length < least || typeof CompressionStream === 'undefined') return null;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

/** The text that was gzipped; bytes that never were are taken as they are. Throws beyond so many bytes. */
export async function unpacked(bytes, most) {
  const plain = new Blob([bytes]).stream();
  const reader = (bytes[0] === 0x1f ? plain.pipeThrough(new DecompressionStream('gzip')) : plain).getReader();
  const pieces = [];
  let left = most;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    left -= piece.value.length;
    if (left < 0) {
      reader.cancel().catch(() => {});
      throw new Error('too large');
    }
    pieces.push(piece.value);
  }
  return new Blob(pieces).text();
}
