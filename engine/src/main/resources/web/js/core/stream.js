/**
 * Server-sent events over `fetch`, because an EventSource cannot carry a token. Calls `hear(name, data)` for each;
 * returns when the stream ends.
 */
export async function readEvents(body, hear) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop();
    blocks.forEach((block) => tell(block, hear));
  }
}

function tell(block, hear) {
  let name = 'message';
  const data = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) name = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).trimStart());
  }
  if (data.length > 0) hear(name, data.join('\n'));
}
