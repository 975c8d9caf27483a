const WORTH_IT = 1_000;

/** `text` gzipped, or null where the browser cannot or the text is too short to gain by it. */
export async function packed(text) {
  if (text.length < WORTH_IT || typeof CompressionStream === 'undefined') return null;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
