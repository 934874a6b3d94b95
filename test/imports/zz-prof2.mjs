import '../support/typescript.mjs';
const { stageForm } = await import('../../src/use-of-force-report/imports/new-jersey/stage-form.ts');
const { COLUMNS } = await import('../../src/use-of-force-report/imports/new-jersey/columns.ts');
const { copyLine } = await import('../../src/platform/bulk/copy-line.ts');
const { CsvFile } = await import('../../src/platform/bulk/csv-file.ts');
console.log('rss0', process.resourceUsage().maxRSS/1024);
let t=performance.now(); let f=await CsvFile.open('/work/shared/data/nj-use-of-force.csv.gz'); let rows=[];let n=0;
for await (const r of f.records()) n+=r.length;
console.log('parse',performance.now()-t,n, process.resourceUsage().maxRSS/1024);
f=await CsvFile.open('/work/shared/data/nj-use-of-force.csv.gz'); t=performance.now(); let bytes=0;
for await (const rs of f.records()) for (const r of rs) { const row={}; COLUMNS.forEach((c,i)=>row[c]=r.cells[i]); const s=stageForm(row,'019a'); if(s.values) bytes+=copyLine([1,...s.values]).length; }
console.log('parse+stage',performance.now()-t,bytes, process.resourceUsage().maxRSS/1024);
