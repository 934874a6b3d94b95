// One import in a process of its own, so that it can be killed, and its memory is its own: prints progress, then the summary.
import '../support/typescript.mjs';
import { readFileSync } from 'node:fs';

const { runImport } = await import('./run-import.ts');
const { connections, profile, request } = JSON.parse(readFileSync(0, 'utf8'));
connections.masterKey = Buffer.from(connections.masterKey, 'base64');
const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
print(await runImport(connections, profile, { ...request, onProgress: print }));
