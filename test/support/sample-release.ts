import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Anonymization, Problem } from '../../src/transparency/anonymize/index.js';
import { verifyRelease, type Manifest, type Verification } from '../../src/transparency/verify/index.js';

/** A release small enough to spoil by hand: its text and its manifest. */
export interface SampleRelease {
  readonly csv: string;
  readonly manifest: Manifest;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pseudonym = (unit: number): string => sha256(`unit ${unit}`).slice(0, 16);

/** Writes what the engine decided as a release would: whole units left out, rows in the order of a random key. */
export function sampleRelease(problem: Problem, result: Anonymization): SampleRelease {
  const { rows, quasiIdentifiers, unit } = problem;
  const lines: string[][] = [];
  for (let row = 0; row < rows; row++) {
    const u = unit?.[row] ?? row;
    if (result.keep[u] === 0) continue;
    const words = quasiIdentifiers.map(({ hierarchy, codes }, j) => {
      const level = hierarchy.levels[result.transformation[j]!]!;
      return level.labels[level.codes[codes[row]!]!]!;
    });
    lines.push([pseudonym(u), ...words, row % 3 === 0 ? 'sustained' : 'unfounded']);
  }
  const columns: Manifest['columns'] = [
    { name: 'case_key', role: 'key' },
    ...quasiIdentifiers.map(({ name, hierarchy }, j) => ({
      name,
      role: 'quasi-identifier' as const,
      level: result.transformation[j]!,
      values: hierarchy.levels[result.transformation[j]!]!.labels,
    })),
    { name: 'finding', role: 'sensitive', values: ['sustained', 'unfounded'] },
  ];
  const header = columns.map(({ name }) => name);
  const csv = [header, ...lines.sort(byCells)].map((cells) => `${cells.join(',')}\n`).join('');
  const manifest: Manifest = {
    dataset: 'sample',
    file: { name: 'sample.csv', sha256: sha256(csv), rows: lines.length },
    k: problem.k,
    columns,
    keys: { unit: 'case_key', subject: problem.subject === undefined ? 'case_key' : null },
    order: header,
    input: { rows, units: result.units },
    suppressed: { rows: result.suppressedRows, units: result.suppressedUnits },
    forbidden: [],
  };
  return { csv, manifest };
}

function byCells(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((cell, j) => cell !== b[j]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

/** Unit key → subject for every unit, as the board keeps it for itself. */
export function subjectList({ subject }: Problem, units: number): string {
  const lines = Array.from({ length: units }, (_, u) => `${pseudonym(u)},person ${subject?.[u] ?? u}\n`);
  return `case_key,subject\n${lines.join('')}`;
}

/** Files of one test in a folder of their own. */
export class TestFolder {
  private readonly path = mkdtempSync(join(tmpdir(), 'redress-release-'));

  write(name: string, text: string): string {
    const file = join(this.path, name);
    writeFileSync(file, text);
    return file;
  }

  verify({ csv, manifest }: { csv: string; manifest: unknown }, subjects?: string): Promise<Verification> {
    const csvPath = this.write('sample.csv', csv);
    if (subjects === undefined) return verifyRelease({ csvPath, manifest });
    return verifyRelease({ csvPath, manifest, subjectsPath: this.write('subjects.csv', subjects) });
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
