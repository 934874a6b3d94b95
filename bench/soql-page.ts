import { datasetId } from '../src/transparency/published/soda/dataset-id.js';
import { onPageStage, type PageStage } from './page-stage.js';
import { processorTime } from './processor-time.js';

interface Scene {
  readonly name: string;
  readonly query: string;
  /** The same for the bare server, by its place in the list of statements. */
  readonly bare: number;
  /** Asked for again and again: always the same page. */
  readonly again?: 'kept' | 'known';
  readonly allowed: number;
}

const RESOURCE = `/resource/${datasetId('riverton', 'many')}.json`;
const SCENES: Scene[] = [
  { name: 'a page of 100 rows', query: '$limit=100', bare: 0, allowed: 1.05 },
  { name: 'filtered and ordered', query: 'finding=sustained&$order=place&$limit=100', bare: 1, allowed: 1.05 },
  { name: 'the same page again', query: '$limit=100', bare: 0, again: 'kept', allowed: 0.1 },
  { name: 'the same page again, 304', query: '$limit=100', bare: 0, again: 'known', allowed: 0.1 },
];
const statements = (table: string): string[] => [
  `SELECT * FROM ${table} ORDER BY row_number LIMIT 100 OFFSET $1::bigint`,
  `SELECT * FROM ${table} WHERE finding = 'sustained' ORDER BY place, row_number LIMIT 100 OFFSET $1::bigint`,
];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `soql-page [rows] [rounds] [requests]`: pages of a release over real HTTP against the same statement over node:http and pg
 * alone, in turns. Prints the processor time of program and database together, and the median of the rounds' ratios.
 */
export async function run([rows = '1000000', rounds = '7', requests = '300']: string[]): Promise<void> {
  await onPageStage(Number(rows), statements, async (stage) => {
    say(`${rows} rows published`);
    for (const scene of SCENES) say(await measure(stage, scene, Number(rounds), Number(requests)));
  });
}

async function measure(stage: PageStage, scene: Scene, rounds: number, requests: number): Promise<string> {
  const spent: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  const { headers } = await asked(`${stage.arms.ours.address}${RESOURCE}?${scene.query}&$offset=0`, {});
  const etag = headers.get('etag') ?? '';
  for (let round = -1; round < rounds; round++)
    for (const arm of ['ours', 'bare'] as const) {
      const before = await processorTime(stage.arms[arm].pid, stage.postgres);
      for (let request = 0; request < requests; request++) {
        const offset = scene.again ? 0 : (round + 1) * requests + request;
        const url = arm === 'ours' ? `${RESOURCE}?${scene.query}&$offset=${offset}` : `/${scene.bare}?${offset}`;
        await asked(
          stage.arms[arm].address + url,
          arm === 'ours' && scene.again === 'known' ? { 'if-none-match': etag } : {},
        );
      }
      const used = (await processorTime(stage.arms[arm].pid, stage.postgres)) - before;
      if (round >= 0) spent[arm].push(used / requests);
    }
  const ratios = spent.ours.map((ours, round) => ours / spent.bare[round]!);
  const ms = (arm: 'ours' | 'bare'): string => `${median(spent[arm]).toFixed(2)} ms`;
  return `${scene.name}: ours ${ms('ours')}, bare ${ms('bare')} of processor, ratio ${median(ratios).toFixed(2)} (${scene.allowed.toFixed(2)} allowed)`;
}

async function asked(url: string, headers: Record<string, string>): Promise<Response> {
  const answer = await fetch(url, { headers });
  const body = await answer.text();
  const rows = answer.status === 304 ? 100 : (JSON.parse(body) as unknown[]).length;
  if (rows !== 100) throw new Error(`${url}: ${answer.status} ${body.slice(0, 300)}`);
  return answer;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
