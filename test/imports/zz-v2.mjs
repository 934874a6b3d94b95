import '../support/typescript.mjs';
import pg from 'pg'; import { readFileSync } from 'node:fs'; import { from } from 'pg-copy-streams';
const { connectionOptions } = await import('../../src/platform/postgres/connection-options.ts');
const { stageForm, STAGED_FORM } = await import('../../src/use-of-force-report/imports/new-jersey/stage-form.ts');
const { COLUMNS } = await import('../../src/use-of-force-report/imports/new-jersey/columns.ts');
const { copyLine } = await import('../../src/platform/bulk/copy-line.ts');
const { CsvFile } = await import('../../src/platform/bulk/csv-file.ts');
const c = new pg.Client(connectionOptions(JSON.parse(readFileSync('/tmp/redress-scratch/connections.json')).ownerUrl)); await c.connect();
const { rows: [{ pid }] } = await c.query('select pg_backend_pid() pid');
const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`,'utf8').split(' '); return (Number(f[13])+Number(f[14]))*10; };
let f=await CsvFile.open('/work/shared/data/nj-use-of-force.csv.gz'); let rows=[]; let first=true;
for await (const rs of f.records()) for (const r of rs) { if(first){first=false;continue;} if(rows.length>=20000) break; const row={}; COLUMNS.forEach((cc,i)=>row[cc]=r.cells[i]); rows.push([r.line,...stageForm(row,'x').values]); }
const types = STAGED_FORM.ddl.match(/\((.*)\)/)[1].split(', ');
async function tryit(name, keep, map=(v)=>v, ddlmap=(d)=>d) {
  const idx=types.map((d,i)=>[d,i]).filter(([d])=>keep(d)); const ddl=idx.map(([d])=>ddlmap(d)).join(', ');
  const lines=rows.map(r=>copyLine(idx.map(([d,i])=>map(r[i],d))));
  for (let k=0;k<2;k++){ await c.query(`drop table if exists v; create temp table v (${ddl})`); const t=cpu();
  const s=c.query(from('COPY v FROM STDIN')); for (let i=0;i<lines.length;i+=256) s.write(lines.slice(i,i+256).join('')); s.end(); await new Promise((ok,no)=>{s.on('finish',ok);s.on('error',no)});
  if(k) console.log(name, 'per 20k', cpu()-t); }
}
await tryit('all', ()=>true);
await tryit('no jsonb', d=>!d.endsWith('jsonb'));
await tryit('no jsonb no arrays', d=>!d.endsWith('jsonb')&&!d.endsWith('[]'));
await tryit('arrays only', d=>d.endsWith('[]'));
await tryit('arrays only as text', d=>d.endsWith('[]'), (v)=>Array.isArray(v)?v.join(' '):v, d=>d.replace('[]',''));
let t=cpu(); await c.query(`create temp table z as select ${types.filter(d=>d.endsWith('[]')).map(d=>d.split(' ')[0]).map(n=>`string_to_array(${n},' ') ${n}`)} from v`); console.log('string_to_array',cpu()-t);
t=cpu(); await c.query(`create temp table z2 as select * from v`); console.log('plain',cpu()-t);
await c.end();
