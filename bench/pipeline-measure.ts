import { join } from 'node:path';
import pg from 'pg';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { buildHierarchy, type Hierarchy } from '../src/transparency/anonymize/index.js';
import { buildTable } from '../src/transparency/build/build-table.js';
import { DatabaseRows } from '../src/transparency/build/database-rows.js';
import { Pseudonyms } from '../src/transparency/build/pseudonyms.js';
import { tableManifest } from '../src/transparency/build/release-manifest.js';
import type { QuasiIdentifierPlan, ReleasePlan } from '../src/transparency/build/release-plan.js';
import { verifyRelease } from '../src/transparency/verify/index.js';
import { stops } from './generated-stops.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

/** Builds and verifies a release of the table `stop`; prints seconds of each step, of wall and of processor, and memory. */
export async function measure(url: string, directory: string): Promise<void> {
  const client = new pg.Client(connectionOptions(url));
  await client.connect();
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const source = new DatabaseRows(client, 'SELECT * FROM stop', 'id');
  const plan = planStops();
  const path = join(directory, 'data.csv');
  const began = { wall: performance.now(), cpu: process.cpuUsage(), rss: process.memoryUsage.rss() };
  const built = await buildTable(source, plan, { path, key: Pseudonyms.newKey() });
  await client.query('COMMIT');
  await client.end();
  const { snapshot, choice, seconds } = built;
  const builtRss = process.resourceUsage().maxRSS * 1024;
  const manifest = tableManifest('stops', plan, built);
  const verifying = performance.now();
  const proof = await verifyRelease({ csvPath: path, manifest });
  const verify = (performance.now() - verifying) / 1000;
  const { user, system } = process.cpuUsage(began.cpu);
  const steps = Object.entries({ ...seconds, verify }).map(([step, value]) => `${step} ${value.toFixed(1)} s`);
  say(steps.join(', '));
  say(
    `whole ${((performance.now() - began.wall) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor; 60 s at most)`,
  );
  say(
    `memory ${mebibytes(builtRss)} at most, ${mebibytes(began.rss)} before; ${snapshot.book.tuples.count} tuples, ` +
      `${snapshot.book.signatures.count} signatures`,
  );
  const { loss, gap, suppressedUnits, checked, latticeSize } = choice.result;
  say(
    `loss ${loss.toFixed(1)}, gap ${(gap * 100).toFixed(2)} %, ${suppressedUnits} suppressed, ${checked} of ${latticeSize} nodes; ` +
      `verified: ${proof.ok}, k = ${proof.k}, ${proof.violationCount} violations`,
  );
  if (!proof.ok) throw new Error(JSON.stringify(proof.violations.slice(0, 5)));
}

/** k = 5 and 5 % suppression, as the engine's own bench has it. */
function planStops(): ReleasePlan {
  const columns = stops(1).map(({ name, hierarchy }): QuasiIdentifierPlan => ({
    ...{ name, title: name, description: name, role: 'quasi-identifier', scope: 'row', minLevel: 0 },
    levels: [],
    hierarchy: (words) => over(name, hierarchy, words),
    ...(name === 'day' ? { dates: () => 'day' as const } : {}),
  }));
  return {
    columns: [{ name: 'id', title: 'Stop', description: 'Pseudonym.', role: 'key', repeats: false }, ...columns],
    ...{ unit: 'id', subject: null, k: 5, models: [], suppressionLimit: 0.05, budgetMs: 300_000 },
  };
}

/** The hierarchy over other words than it was made for, which it must know. */
function over(name: string, { levels }: Hierarchy, words: readonly string[]): Hierarchy {
  const base = new Map(levels[0]?.labels.map((word, code) => [word, code]));
  return buildHierarchy(
    name,
    levels.map(({ codes, labels }) => words.map((word) => labels[codes[base.get(word)!]!]!)),
  );
}
