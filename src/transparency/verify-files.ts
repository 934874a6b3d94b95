import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Verification, verifyRelease } from './verify/index.js';

export interface FileVerification extends Verification {
  readonly path: string;
}

/**
 * Verifies published files where they lie, without a database or a network: each path is a release's directory or its
 * `data.csv`, with `manifest.json` beside it.
 * @throws Error when there is no manifest to hold the file against
 */
export async function verifyFiles(paths: readonly string[]): Promise<FileVerification[]> {
  const answers: FileVerification[] = [];
  for (const path of paths) {
    const directory = (await stat(path)).isDirectory() ? path : dirname(path);
    const csvPath = directory === path ? join(path, 'data.csv') : join(directory, basename(path));
    const manifest = await readManifest(join(directory, 'manifest.json'));
    answers.push({ path: csvPath, ...(await verifyRelease({ csvPath, manifest })) });
  }
  return answers;
}

/** For people: k, what was suppressed, and every violation that is listed. */
export function describeVerification(answer: FileVerification): string[] {
  const { path, ok, k, counted, rows, units, classes, suppressedRows, suppressedUnits, violations, violationCount } =
    answer;
  return [
    `${ok ? 'ok     ' : 'REFUSED'} ${path}`,
    `  k = ${k}: no description is shared by fewer ${counted}; ${classes} descriptions, ${units} units, ${rows} rows`,
    `  suppressed: ${suppressedRows} rows of ${suppressedUnits} units`,
    `  violations: ${violationCount}`,
    ...violations.map(({ code, message, line, column }) => `    ${code}${where(line, column)}: ${message}`),
  ];
}

function where(line: number | undefined, column: string | undefined): string {
  return `${line === undefined ? '' : ` line ${line}`}${column === undefined ? '' : ` column ${column}`}`;
}

/** A manifest that cannot be read is the verifier's to refuse, not ours to trip over. */
async function readManifest(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
