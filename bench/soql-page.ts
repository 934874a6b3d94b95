import { datasetId } from '../src/transparency/published/soda/dataset-id.js';
import { onPageStage, type PageStage } from './page-stage.js';
import { processorTime } from './processor-time.js';

export interface PageScene {
  readonly name: string;
  readonly query: string;
  /** The same for the bare server, by its place in the list of statements. */
  readonly bare: number;
  /** Asked for again and again: always the same answer. */
  readonly again?: 'kept' | 'known';
  /** How the n-th question differs from the others; by its offset unless it is said. */
  readonly nth?: (at: number) => string;
  readonly rows: number;
  readonly allowed: number;
}

const RESOURCE = `/resource/${datasetId('riverton', 'many')}.json`;
const PAGE = { query: '$limit=100', rows: 100 } as const;
/** The first is the best statement that there is for such a page, the second the one that comes to mind. */
export const PAGE_SCENES: readonly PageScene[] = [
  { ...PAGE, name: 'a page of 100 rows', bare: 0, allowed: 1.05 },
  { ...PAGE, name: 'the same against OFFSET', bare: 1, nth: (at) => `$offset=${10_000 + at}`, allowed: 1.05 },
  {
    ...{ name: 'filtered and ordered', query: 'finding=sustained&$order=place&$limit=100', rows: 100 },
    ...{ bare: 2, allowed: 1.05 },
  },
  { ...PAGE, name: 'the same page again', bare: 0, again: 'kept', allowed: 0.1 },
  { ...PAGE, name: 'the same page again, 304', bare: 0, again: 'known', allowed: 0.1 },
];
export const pageStatements = (table: string): string[] => [
  `SELECT * FROM ${table} WHERE row_number > $1::bigint ORDER BY row_number LIMIT 100`,
  `SELECT * FROM ${table} ORDER BY row_number LIMIT 100 OFFSET $1::bigint`,
  `SELECT * FROM ${table} WHERE finding = 'sustained' ORDER BY place, row_number LIMIT 100 OFFSET $1::bigint`,
];
const WARM_UP = 2;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `soql-page [rows] [rounds] [requests]`: pages of a release over real HTTP against the same statement over node:http and pg
 * alone, in turns. Prints the processor time of program and database together, and the median of the rounds' ratios.
 */
export async function run([rows = '1000000', rounds = '7', requests = '500']: string[]): Promise<void> {
  await onPageStage({ rows: Number(rows) }, pageStatements, async (stage) => {
    say(`${rows} rows published`);
    for (const scene of PAGE_SCENES) say(await measurePages(stage, scene, Number(rounds), Number(requests)));
  });
}

export async function measurePages(
  stage: PageStage,
  scene: PageScene,
  rounds: number,
  requests: number,
): Promise<string> {
  const spent: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  const nth = scene.nth ?? ((at: number) => `$offset=${at}`);
  const first = await asked(`${stage.arms.ours.address}${RESOURCE}?${scene.query}&${nth(0)}`, {}, scene.rows);
  const known = scene.again === 'known' ? { 'if-none-match': first.headers.get('etag') ?? '' } : {};
  for (let round = -WARM_UP; round < rounds; round++)
    for (const arm of ['ours', 'bare'] as const) {
      const { address, pid } = stage.arms[arm];
      const before = await processorTime(pid, stage.postgres);
      for (let request = 0; request < requests; request++) {
        const at = scene.again ? 0 : (round + WARM_UP) * requests + request;
        const url = arm === 'ours' ? `${RESOURCE}?${scene.query}&${nth(at)}` : `/${scene.bare}?${at}`;
        await asked(address + url, arm === 'ours' ? known : {}, scene.rows);
      }
      const used = (await processorTime(pid, stage.postgres)) - before;
      if (round >= 0) spent[arm].push(used / requests);
    }
  const ratios = spent.ours.map((ours, round) => ours / spent.bare[round]!);
  const ms = (arm: 'ours' | 'bare'): string => `${median(spent[arm]).toFixed(3)} ms`;
  return `${scene.name}: ours ${ms('ours')}, bare ${ms('bare')} of processor, ratio ${median(ratios).toFixed(2)} (${scene.allowed.toFixed(2)} allowed)`;
}

async function asked(url: string, headers: Record<string, string>, rows: number): Promise<Response> {
  const answer = await fetch(url, { headers });
  const body = await answer.text();
  const came = answer.status === 304 ? rows : (JSON.parse(body) as unknown[]).length;
  if (came !== rows) throw new Error(`${url}: ${answer.status} ${body.slice(0, 300)}`);
  return answer;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
