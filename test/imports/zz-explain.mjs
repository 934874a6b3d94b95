import '../support/typescript.mjs';
import pg from 'pg'; import { readFileSync } from 'node:fs'; import { from } from 'pg-copy-streams';
const { connectionOptions } = await import('../../src/platform/postgres/connection-options.ts');
const { stageForm, STAGED_FORM } = await import('../../src/use-of-force-report/imports/new-jersey/stage-form.ts');
const { COLUMNS } = await import('../../src/use-of-force-report/imports/new-jersey/columns.ts');
const { copyLine } = await import('../../src/platform/bulk/copy-line.ts');
const { CsvFile } = await import('../../src/platform/bulk/csv-file.ts');
const store = readFileSync('src/use-of-force-report/imports/new-jersey/forms.store.ts','utf8');
const owner = new pg.Client(connectionOptions(JSON.parse(readFileSync('/tmp/redress-scratch/connections.json')).ownerUrl)); await owner.connect();
const c = new pg.Client(connectionOptions(JSON.parse(readFileSync('/tmp/redress-scratch/connections.json')).connections.appUrl)); await c.connect();
const { rows: [{ pid }] } = await c.query('select pg_backend_pid() pid');
const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`,'utf8').split(' '); return (Number(f[13])+Number(f[14]))*10; };
let jid='00000000-0000-7000-8000-'+String(Date.now()).slice(-12);
await owner.query("insert into redress.jurisdiction values ($1,$2,'x','UTC')",[jid,'j'+Date.now()]); await owner.query("insert into redress.charter(jurisdiction_id,id,version,effective_from,document) values ($1,$1,1,'1900-01-01','{}')",[jid]);
let f=await CsvFile.open('/work/shared/data/nj-use-of-force.csv.gz'); let lines=[]; let first=true;
for await (const rs of f.records()) for (const r of rs) { if(first){first=false;continue;} const row={}; COLUMNS.forEach((cc,i)=>row[cc]=r.cells[i]); const s=stageForm(row,jid); lines.push(copyLine([r.line,...s.values])); }
const explain = process.argv[2]==='explain';
const total=cpu();
for (let at=0; at<lines.length; at+=10000) {
  await c.query('BEGIN'); await c.query("select set_config('redress.jurisdiction',$1,true)",[jid]);
  const lap={}; let t0=cpu(), w0=performance.now(); const mark=(k)=>{ const t=cpu(); lap[k]=[t-t0, Math.round(performance.now()-w0)]; t0=t; w0=performance.now(); };
  await c.query(STAGED_FORM.ddl);
  const s=c.query(from('COPY staged FROM STDIN')); for (let i=at;i<Math.min(lines.length,at+10000);i+=256) s.write(lines.slice(i,Math.min(at+10000,i+256)).join('')); s.end(); await new Promise((ok,no)=>{s.on('finish',ok);s.on('error',no)});
  mark('copy');
  const sqls=[...store.matchAll(/`\s*((?:INSERT|UPDATE|DELETE)[^`]*)`/g)].map(m=>m[1]);
  for (const sql of sqls) { const n=Math.max(0,...[...sql.matchAll(/\$(\d)/g)].map(m=>+m[1])); const r=await c.query((explain?'EXPLAIN (ANALYZE, TIMING ON) ':'')+sql,[jid,jid,new Date()].slice(0,n)); mark(sql.slice(0,45).replace(/\s+/g,' ')); if(explain&&at===20000) console.log(r.rows.map(x=>x['QUERY PLAN']).join('\n')); }
  await c.query('COMMIT'); mark('commit');
  console.log(at, JSON.stringify(lap));
}
console.log('backend cpu ms', cpu()-total);
await c.end(); await owner.end();
