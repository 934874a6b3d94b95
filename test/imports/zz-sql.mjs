import '../support/typescript.mjs';
import pg from 'pg'; import { readFileSync } from 'node:fs';
const { connectionOptions } = await import('../../src/platform/postgres/connection-options.ts');
const c = new pg.Client(connectionOptions(JSON.parse(readFileSync('/tmp/redress-scratch/connections.json')).ownerUrl)); await c.connect();
for (const q of process.argv.slice(2)) { const r = await c.query(q); console.table((Array.isArray(r)?r.at(-1):r).rows); }
await c.end();
