// One import in a process of its own, so that it can be killed, and its memory is its own: prints progress, then the summary.
import '../support/typescript.mjs';
import { readFileSync } from 'node:fs';

const { runImport } = await import('./run-import.ts');
const { connections, profile, request, mostChunks = Infinity } = JSON.parse(readFileSync(0, 'utf8'));
connections.masterKey = Buffer.from(connections.masterKey, 'base64');
const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
let chunks = 0;
const onProgress = (value) => {
  print(value);
  // Whoever means to kill it may be slow: it goes no further meanwhile.
  if (++chunks >= mostChunks) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
};
print(await runImport(connections, profile, { ...request, onProgress }));
