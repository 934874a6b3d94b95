/** `npm run bench -- <name>`: each prints what it measures, against what, and the ratio, from one run on one machine. */
const [name = '', ...rest] = process.argv.slice(2);
const benches: Record<string, () => Promise<{ run: (words: string[]) => Promise<void> }>> = {
  import: () => import('./import.js'),
  anonymize: () => import('./anonymize.js'),
  recode: () => import('./recode.js'),
  release: () => import('./release.js'),
  'release-formats': () => import('./release-formats.js'),
  verify: () => import('./verify.js'),
  faults: () => import('./faults.js'),
  evidence: () => import('./evidence.js'),
  pipeline: () => import('./pipeline.js'),
  'real-releases': () => import('./real-releases.js'),
  reference: () => import('./reference.js'),
  'brute-force': () => import('./brute-force.js'),
  tables: () => import('./tables.js'),
  replay: () => import('./replay.js'),
  series: () => import('./series.js'),
  'series-build': () => import('./series-build.js'),
  filing: () => import('./filing.js'),
  caselist: () => import('./caselist.js'),
  'uof-validate': () => import('./uof-validate.js'),
  canary: () => import('./canary.js'),
  'uof-bulk': () => import('./uof-bulk.js'),
  'department-reporting': () => import('./department-reporting.js'),
  'bulk-kill': () => import('./bulk-kill.js'),
  tamper: () => import('./tamper.js'),
  history: () => import('./history.js'),
  meetings: () => import('./meetings.js'),
  'meeting-kill': () => import('./meeting-kill.js'),
  'one-key': () => import('./one-key.js'),
  malformed: () => import('./malformed.js'),
  hostile: () => import('./hostile.js'),
  operations: () => import('./operations.js'),
  tenants: () => import('./tenants.js'),
  'docs-pages': () => import('./docs-pages.js'),
  contract: () => import('./contract.js'),
  'fuzz-public': () => import('./fuzz-public.js'),
  soql: () => import('./soql.js'),
  'soql-page': () => import('./soql-page.js'),
  'soql-paging': () => import('./soql-paging.js'),
  'glass-oracle': () => import('./glass-oracle.js'),
  matrix: () => import('./matrix.js'),
  reach: () => import('./reach.js'),
  publishing: () => import('./publishing.js'),
  'release-load': () => import('./release-load.js'),
  rotate: () => import('./rotate.js'),
  lighthouse: () => import('./lighthouse.js'),
  uploads: () => import('./uploads.js'),
  timing: () => import('./timing.js'),
  'sign-in-crowd': () => import('./sign-in-crowd.js'),
  'two-instances': () => import('./two-instances.js'),
  'slow-clients': () => import('./slow-clients.js'),
  flood: () => import('./flood.js'),
};

const load = benches[name];
if (!load) {
  process.stderr.write(`bench: there are ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}
const { run } = await load();
await run(rest);
