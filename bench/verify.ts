import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyRelease, type Manifest } from '../src/transparency/verify/index.js';
import { writeGeneratedRelease } from './generated-release.js';

const ROUNDS = 5;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Verifying a written file against reading and grouping it in DuckDB, alternating in one process: `verify [rows]`.
 * DuckDB counts the distinct cases of every class; the verifier does that and all its other checks.
 */
export async function run(words: string[]): Promise<void> {
  const rows = Number(words[0] ?? 1_178_000);
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  const path = join(folder, 'data.csv');
  try {
    const manifest = writeGeneratedRelease(path, rows);
    say(`${manifest.file.rows} rows of ${rows} written, ${(statSync(path).size / 2 ** 20).toFixed(0)} MiB`);
    await compare(path, manifest);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(path: string, manifest: Manifest): Promise<void> {
  const verify = (): Promise<Cost> =>
    cost(async () => {
      const { ok, k, classes, violations } = await verifyRelease({ csvPath: path, manifest });
      return `${ok ? 'ok' : JSON.stringify(violations.slice(0, 3))}, k = ${k}, ${classes} classes`;
    });
  global.gc?.();
  await verify();
  const peak = process.resourceUsage().maxRSS / 1024;
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = async (sql: string): Promise<string> => (await duck.runAndReadAll(sql)).getRows().flat().join(', ');
  const names = manifest.columns.flatMap(({ name, role }) => (role === 'quasi-identifier' ? [`"${name}"`] : []));
  const sql = `SELECT min(n), count(*) FROM (SELECT count(DISTINCT case_key) AS n FROM read_csv('${path}', header = true) GROUP BY ${names.join()})`;
  const own: Cost[] = [];
  const theirs: Cost[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await verify());
    theirs.push(await cost(() => rows(sql)));
  }
  const threads = await rows(`SELECT current_setting('threads')`);
  describe('verify', own);
  describe(`DuckDB, ${threads} threads of ${availableParallelism()} processors`, theirs);
  const ratio = (of: keyof Cost): string => (median(own, of) / median(theirs, of)).toFixed(2);
  say(`ratio     ${ratio('wall')} × of the time (at most 1.5), ${ratio('cpu')} × of the processor`);
  say(`peak RSS  ${peak.toFixed(0)} MiB after verifying (at most 600), generator included`);
}

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly said: string;
}

async function cost(work: () => Promise<string>): Promise<Cost> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const said = await work();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1e6, said };
}

function describe(what: string, costs: readonly Cost[]): void {
  const list = (of: 'wall' | 'cpu'): string => costs.map((cost) => cost[of].toFixed(2)).join(' ');
  say(`${what}: ${list('wall')} s (processor ${list('cpu')} s); ${costs[0]?.said ?? ''}`);
}

function median(costs: readonly Cost[], of: keyof Cost): number {
  const sorted = costs.map((cost) => Number(cost[of])).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
