import { everythingOf, onPageStage, type PageStage } from './page-stage.js';
import { forgetPeak, peakMegabytes } from './peak-memory.js';
import { processorTime } from './processor-time.js';
import { measurePages, median, PAGE_SCENES, type PageScene, pageStatements } from './soql-page.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ROWS_OF = '/api/v1/datasets/riverton/many/rows.csv';
/** Every row has one of these: a condition that leaves nothing out, so that the file does not do. */
const EVERY_GENDER = 'complainant_gender=male&complainant_gender=female&complainant_gender=';
/** In the list of statements below. */
const GROUPS = 3;
const EVERYTHING = 4;
const CUBE_SCENES: readonly PageScene[] = [
  {
    name: 'counts by place and race, from a cube',
    query: '$select=place,complainant_race,count(*)&$group=place,complainant_race',
    ...{ nth: (at) => `$limit=${1_000 + at}`, rows: 100, bare: GROUPS, allowed: 0.2 },
  },
];
const EXPORTS = [
  { name: 'everything as CSV, the file', url: ROWS_OF },
  { name: 'everything as CSV, by a condition', url: `${ROWS_OF}?${EVERY_GENDER}` },
];
const MOST_MEGABYTES = 150;

/**
 * `publishing [rows] [rounds] [requests] [many]`: what reading a release costs in processor time of program and database,
 * against node:http and pg alone with the same statements, in turns: a page, a kept answer, counts from a cube against counts of
 * the rows, and the whole as CSV against COPY piped to HTTP; and the memory that the whole takes, also of a release of `many`
 * rows. Medians of the rounds' ratios. Takes everything down again.
 */
export async function run([
  rows = '1000000',
  rounds = '5',
  requests = '500',
  many = '5000000',
]: string[]): Promise<void> {
  await onPageStage({ rows: Number(rows), hasFile: true }, statements, async (stage) => {
    say(`${rows} rows published`);
    for (const { name, url } of EXPORTS) say(`${name}: ${await measureExport(stage, url, Number(rounds))}`);
    for (const scene of PAGE_SCENES) say(await measurePages(stage, scene, Number(rounds), Number(requests)));
    for (const scene of CUBE_SCENES) say(await measurePages(stage, scene, Number(rounds), 20));
  });
  await onPageStage({ rows: Number(many), hasFile: true, isIndexed: false }, statements, async (stage) => {
    say(`${many} rows published`);
    for (const { name, url } of EXPORTS) say(`${name}: ${await measureExport(stage, url, 1)}`);
  });
}

const statements = (table: string): string[] => [
  ...pageStatements(table),
  `SELECT place, complainant_race, count(*) FROM ${table} WHERE $1::bigint >= 0 GROUP BY 1, 2 ORDER BY 1, 2`,
  everythingOf(table),
];

async function measureExport(stage: PageStage, url: string, rounds: number): Promise<string> {
  const { ours } = stage.arms;
  const spent: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  const bytes = await downloaded(ours.address + url);
  await forgetPeak(ours.pid);
  const before = await peakMegabytes(ours.pid);
  for (let round = 0; round < rounds; round++)
    for (const arm of ['ours', 'bare'] as const) {
      const { address, pid } = stage.arms[arm];
      const before = await processorTime(pid, stage.postgres);
      const came = await downloaded(address + (arm === 'ours' ? url : `/copy/${EVERYTHING}`));
      if (came !== bytes) throw new Error(`${url}: ${came} bytes of ${arm}, and ${bytes} before`);
      spent[arm].push((await processorTime(pid, stage.postgres)) - before);
    }
  const ratio = median(spent.ours.map((each, round) => each / spent.bare[round]!));
  const seconds = (arm: 'ours' | 'bare'): string => (median(spent[arm]) / 1_000).toFixed(2);
  const peak = await peakMegabytes(ours.pid);
  return `${(bytes / 1e6).toFixed(0)} MB, ours ${seconds('ours')} s, COPY to HTTP ${seconds('bare')} s of processor, ratio ${ratio.toFixed(2)} (1.30 allowed); peak ${peak.toFixed(0)} MB (${MOST_MEGABYTES} allowed), ${before.toFixed(0)} MB of it before`;
}

async function downloaded(url: string): Promise<number> {
  const { body, status } = await fetch(url);
  if (status !== 200 || !body) throw new Error(`${url}: ${status}`);
  let bytes = 0;
  for await (const piece of body) bytes += (piece as Uint8Array).length;
  return bytes;
}
