import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes after which the buffers of a stream are given back. */
const EVERY = 8 * 2 ** 20;

type Collect = (options: { type: 'minor' }) => void;
let collect: Collect | null = null;

/**
 * Passes a stream on and has the buffers that it left behind given back as it goes. They lie outside V8's heap, and V8
 * begins to look for them when 64 MiB have gathered: a large upload then grows the process by more than it may. A minor
 * collection every 8 MiB takes about a millisecond and keeps that to a few.
 */
export async function* freeingBuffers(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let passed = 0;
  for await (const chunk of stream) {
    yield chunk;
    passed += chunk.length;
    if (passed < EVERY) continue;
    passed = 0;
    minorCollection()({ type: 'minor' });
  }
}

function minorCollection(): Collect {
  if (collect !== null) return collect;
  setFlagsFromString('--expose-gc');
  collect = runInNewContext('gc') as Collect;
  return collect;
}
