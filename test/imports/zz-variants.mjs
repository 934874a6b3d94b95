import '../support/typescript.mjs';
import pg from 'pg'; import { readFileSync } from 'node:fs'; import { from } from 'pg-copy-streams';
const { connectionOptions } = await import('../../src/platform/postgres/connection-options.ts');
const { COLUMNS } = await import('../../src/use-of-force-report/imports/new-jersey/columns.ts');
const { copyLine } = await import('../../src/platform/bulk/copy-line.ts');
const { CsvFile } = await import('../../src/platform/bulk/csv-file.ts');
const c = new pg.Client(connectionOptions(JSON.parse(readFileSync('/tmp/redress-scratch/connections.json')).ownerUrl)); await c.connect();
const { rows: [{ pid }] } = await c.query('select pg_backend_pid() pid');
const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`,'utf8').split(' '); return (Number(f[13])+Number(f[14]))*10; };
let f=await CsvFile.open('/work/shared/data/nj-use-of-force.csv.gz'); let rows=[]; let first=true;
for await (const rs of f.records()) for (const r of rs) { if(first){first=false;continue;} rows.push(r.cells); }
rows=rows.slice(0,20000);
const obj=(cells,skip)=>{const o={}; COLUMNS.forEach((k,i)=>{ if(!skip||cells[i]!=='') o[k]=cells[i];}); return o;};
const variants={ object:['jsonb',x=>JSON.stringify(obj(x))], nonblank:['jsonb',x=>JSON.stringify(obj(x,true))], array:['jsonb',x=>JSON.stringify(x)], textobject:['text',x=>JSON.stringify(obj(x))], json:['json',x=>JSON.stringify(obj(x))], textarray:['text[]',x=>x], csvtext:['text',x=>x.join(',')]};
for (const [k,[type,fn]] of Object.entries(variants)) { const lines=rows.map(x=>copyLine([fn(x)])); 
 for (let i=0;i<2;i++) { await c.query(`drop table if exists v; create temp table v (o ${type})`); const t=cpu();
 const s=c.query(from('COPY v FROM STDIN')); for (let i=0;i<lines.length;i+=256) s.write(lines.slice(i,i+256).join('')); s.end(); await new Promise((ok,no)=>{s.on('finish',ok);s.on('error',no)});
 const t1=cpu(); await c.query(`drop table if exists w; create table w (o ${type}); `); const t2=cpu(); await c.query('insert into w select * from v'); const t3=cpu();
 if(i) console.log(k,'copy',t1-t,'insert',t3-t2, lines.reduce((a,b)=>a+b.length,0)); } }
const lines=rows.map(x=>copyLine(x)); await c.query(`create temp table raw (${COLUMNS.map((x)=>`"${x}" text`).join(',')})`);
let t=cpu(); { const s=c.query(from('COPY raw FROM STDIN')); for (let i=0;i<lines.length;i+=256) s.write(lines.slice(i,i+256).join('')); s.end(); await new Promise((ok,no)=>{s.on('finish',ok);s.on('error',no)}); }
console.log('raw copy',cpu()-t); t=cpu();
await c.query(`create table w2 as select to_jsonb(raw) from raw`); console.log('to_jsonb insert',cpu()-t); t=cpu();
await c.query(`create table w3 as select jsonb_object(ARRAY[${COLUMNS.map(x=>`'${x}'`)}], ARRAY[${COLUMNS.map(x=>`"${x}"`)}]) from raw`); console.log('jsonb_object insert',cpu()-t); 
await c.end();
