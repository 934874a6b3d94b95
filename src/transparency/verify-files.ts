import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  checkDirectory,
  isOpenManifest,
  type OpenClaims,
  readOpenManifest,
  type ReleaseFiles,
  type Verification,
  verifyOpen,
  verifyTogether,
  type Violation,
} from './verify/index.js';

export interface FileVerification extends Verification {
  readonly path: string;
  /** In which nothing was anonymized: whether it was cut from a release, or tells of public bodies */
  readonly basis?: OpenClaims['basis'];
}

/** What only the board has: never published, and needed for some of the checks. */
export type BoardsOwn = Pick<ReleaseFiles, 'subjectsPath' | 'rosterPath' | 'rosterListPath'>;

/** What is to be held against the files besides what they say themselves. */
export interface HeldAgainst extends BoardsOwn {
  /** In PEM: who is to have signed the manifests. */
  readonly publicKey?: string;
}

interface Place {
  readonly directory: string;
  /** File name → parsed JSON. */
  readonly manifests: ReadonlyMap<string, unknown>;
  /** Data file → its manifest. */
  readonly tables: ReadonlyMap<string, unknown>;
}

/**
 * Verifies published files where they lie, without a database or a network: each path is a release's directory or a data
 * file in it. `manifest.json` describes the one table of a directory, `<name>.manifest.json` one of several: all are
 * verified together too, and a cut against what it was cut from where that is given. What there is no manifest for is refused.
 */
export async function verifyFiles(
  paths: readonly string[],
  { publicKey, ...own }: HeldAgainst = {},
): Promise<FileVerification[]> {
  const places = await Promise.all(paths.map(placeOf));
  const named = places.flatMap(({ directory, tables }) =>
    [...tables].map(([name, manifest]) => ({ csvPath: join(directory, name), manifest, ...own })),
  );
  // A file that is named twice is read once: it may share its keys with itself.
  const tables = [...new Map(named.map((table) => [table.csvPath, table])).values()];
  const anonymized = tables.filter(({ manifest }) => !isOpenManifest(manifest));
  const answers = new Map<string, Verification>();
  for (const [at, answer] of (await verifyTogether(anonymized)).entries())
    answers.set(anonymized[at]?.csvPath ?? '', answer);
  for (const { csvPath, manifest } of tables.filter((table) => isOpenManifest(table.manifest)))
    answers.set(csvPath, await verifyOpen({ csvPath, manifest, sourcePath: sourceAmong(anonymized, manifest) }));
  const beside = new Map<string, readonly Violation[]>();
  for (const { directory, manifests } of places)
    beside.set(directory, await checkDirectory(directory, manifests, publicKey));
  return named.flatMap(({ csvPath: path, manifest }) => {
    const answer = answers.get(path);
    if (answer === undefined) return [];
    const basis = readOpenManifest(manifest).claims?.basis;
    return [{ ...withMore(path, answer, beside.get(dirname(path)) ?? []), ...(basis === undefined ? {} : { basis }) }];
  });
}

/** The file that a cut says it was cut from, where it is verified beside it. */
function sourceAmong(
  tables: readonly { readonly csvPath: string; readonly manifest: unknown }[],
  manifest: unknown,
): string | undefined {
  const wanted = readOpenManifest(manifest).claims?.madeOf?.sha256;
  const hashOf = (json: unknown): unknown => (json as { file?: { sha256?: unknown } } | undefined)?.file?.sha256;
  return tables.find((table) => wanted !== undefined && hashOf(table.manifest) === wanted)?.csvPath;
}

function withMore(path: string, answer: Verification, more: readonly Violation[]): FileVerification {
  return {
    path,
    ...answer,
    ok: answer.ok && more.length === 0,
    violations: [...answer.violations, ...more],
    violationCount: answer.violationCount + more.length,
  };
}

async function placeOf(path: string): Promise<Place> {
  const isDirectory = (await stat(path)).isDirectory();
  const directory = isDirectory ? path : dirname(path);
  const named = (await readdir(directory)).filter((name) => name.endsWith('.manifest.json')).sort();
  const names = named.length > 0 ? named : ['manifest.json'];
  const manifests = new Map<string, unknown>();
  for (const name of names) manifests.set(name, await readJson(join(directory, name)));
  if (named.length === 0) {
    const data = isDirectory ? 'data.csv' : basename(path);
    return { directory, manifests, tables: new Map([[data, manifests.get('manifest.json')]]) };
  }
  const tables = named.map((name) => [name.replace(/\.manifest\.json$/u, '.csv'), manifests.get(name)] as const);
  return { directory, manifests, tables: new Map(tables) };
}

/** A manifest that is not there, or is none, is the verifier's to refuse, not ours to trip over. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    return error instanceof SyntaxError ? null : undefined;
  }
}

/** For people: k, what was suppressed, and every violation that is listed. */
export function describeVerification(answer: FileVerification): string[] {
  const { path, ok, violations, violationCount } = answer;
  return [
    `${ok ? 'ok     ' : 'REFUSED'} ${path}`,
    ...(answer.basis === undefined ? peopleIn(answer) : [OPEN[answer.basis]]),
    `  violations: ${violationCount}`,
    ...violations.map(({ code, message, line, column }) => `    ${code}${where(line, column)}: ${message}`),
  ];
}

const OPEN: Readonly<Record<OpenClaims['basis'], string>> = {
  cut: '  cut from a release: it tells nothing that the release does not tell',
  'public-record': '  facts about public bodies: whether the pages tell them cannot be seen from here',
};

function peopleIn(answer: FileVerification): string[] {
  const { k, counted, rows, units, classes, suppressedRows, suppressedUnits } = answer;
  return [
    `  k = ${k}: no description is shared by fewer ${counted}; ${classes} descriptions, ${units} units, ${rows} rows`,
    `  suppressed: ${suppressedRows} rows of ${suppressedUnits} units`,
    `  risk: ${percent(answer.risks.averageRisk)} on average, ${percent(answer.risks.highestRisk)} at most`,
  ];
}

const percent = (risk: number): string => `${(risk * 100).toFixed(2)} %`;

function where(line: number | undefined, column: string | undefined): string {
  return `${line === undefined ? '' : ` line ${line}`}${column === undefined ? '' : ` column ${column}`}`;
}
