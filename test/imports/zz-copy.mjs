import '../support/typescript.mjs';
import pg from 'pg'; import { readFileSync, createReadStream } from 'node:fs'; import { from } from 'pg-copy-streams'; import { createGunzip, gunzipSync } from 'node:zlib'; import { pipeline } from 'node:stream/promises';
const { connectionOptions } = await import('../../src/platform/postgres/connection-options.ts');
const { COLUMNS } = await import('../../src/use-of-force-report/imports/new-jersey/columns.ts');
const c = new pg.Client(connectionOptions(JSON.parse(readFileSync('/tmp/redress-scratch/connections.json')).ownerUrl)); await c.connect();
const { rows: [{ pid }] } = await c.query('select pg_backend_pid() pid');
const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`,'utf8').split(' '); return (Number(f[13])+Number(f[14]))*10; };
for (let i=0;i<3;i++) { await c.query(`drop table if exists bare; create table bare (${COLUMNS.map(x=>`"${x}" text`).join(',')})`); 
 const t=performance.now(), t0=cpu(); await pipeline(createReadStream('/work/shared/data/nj-use-of-force.csv.gz'), createGunzip({chunkSize:262144}), c.query(from('COPY bare FROM STDIN (FORMAT csv, HEADER)'))); console.log('wall',performance.now()-t,'backend cpu',cpu()-t0); }
await c.end();
