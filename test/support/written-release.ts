import type { Anonymization, PrivacyModel, Problem } from '../../src/transparency/anonymize/index.js';
import type { Demand, Manifest } from '../../src/transparency/verify/index.js';
import { sha256 } from './sample-release.js';
import { word } from './slow-anonymizer.js';

/** A release as rows of words, easy to spoil. Its hash is written last, and true unless a lie is told. */
export interface WrittenRelease {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly manifest: Manifest;
  /** Unit key → person, where the file cannot tell people apart. */
  readonly subjects: ReadonlyMap<string, string> | null;
  readonly sha256?: string;
}

const pseudonym = (unit: number): string => sha256(`case ${unit}`).slice(0, 16);

/** The rows of a unit as they would be published, whether or not they are. */
export function unitRows(problem: Problem, transformation: readonly number[], unit: number): string[][] {
  const rows = Array.from({ length: problem.rows }, (_, row) => row).filter(
    (row) => (problem.unit?.[row] ?? row) === unit,
  );
  return rows.map((row) => [
    pseudonym(unit),
    ...problem.quasiIdentifiers.map(({ hierarchy, codes }, j) => word(hierarchy, transformation[j]!, codes[row]!)),
    ...(problem.sensitive ?? []).map(({ hierarchy, codes }) => word(hierarchy!, 0, codes[row]!)),
  ]);
}

/** Writes what the engine decided; a writer of its own, so that engine and verifier do not agree by sharing one. */
export function writtenRelease(problem: Problem, result: Anonymization): WrittenRelease {
  const { quasiIdentifiers, sensitive = [], models = [], k, subject } = problem;
  const { transformation, keep } = result;
  const rows = [...keep.keys()].flatMap((unit) => (keep[unit] === 1 ? unitRows(problem, transformation, unit) : []));
  const columns: Manifest['columns'] = [
    { name: 'case_key', role: 'key' },
    ...quasiIdentifiers.map(({ name, hierarchy }, j) => ({
      name,
      role: 'quasi-identifier' as const,
      level: transformation[j]!,
      values: hierarchy.levels[transformation[j]!]!.labels,
    })),
    ...sensitive.map(({ name, hierarchy }) => ({
      name,
      role: 'sensitive' as const,
      values: hierarchy!.levels[0]!.labels,
    })),
  ];
  const header = columns.map(({ name }) => name);
  const manifest: Manifest = {
    dataset: 'written',
    file: { name: 'data.csv', sha256: '', rows: rows.length },
    k,
    columns,
    keys: { unit: 'case_key', subject: subject === undefined ? 'case_key' : null },
    order: header,
    input: { rows: problem.rows, units: result.units },
    suppressed: { rows: result.suppressedRows, units: result.suppressedUnits },
    forbidden: [],
    demands: models.map((model) => demandOf(model, problem)),
  };
  const people =
    subject === undefined ? null : new Map([...subject].map((who, unit) => [pseudonym(unit), `person ${who}`]));
  return { header, rows: rows.sort(byCells), manifest, subjects: people };
}

export function byCells(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((cell, i) => cell !== other[i]);
  return at < 0 ? 0 : one[at]! < (other[at] ?? '') ? -1 : 1;
}

/** The files' texts; the manifest with the hash of the first. */
export function textsOf({ header, rows, manifest, subjects, sha256: lie }: WrittenRelease) {
  const csv = [header, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
  const list =
    subjects === null ? undefined : ['case_key,subject', ...[...subjects].map((pair) => pair.join())].join('\n');
  return { csv, manifest: { ...manifest, file: { ...manifest.file, sha256: lie ?? sha256(csv) } }, subjects: list };
}

function demandOf(model: PrivacyModel, { sensitive = [], rows }: Problem): Demand {
  if (model.type !== 't-closeness' && model.type !== 'beta-likeness') return model;
  const { codes, hierarchy, order } = sensitive.find(({ name }) => name === model.attribute)!;
  const words = (list: Iterable<number>) => [...new Set(list)].map((code) => word(hierarchy!, 0, code));
  const share = (value: string) => [...codes].filter((code) => word(hierarchy!, 0, code) === value).length / rows;
  const overall = Object.fromEntries(words(codes).map((value) => [value, Math.round(share(value) * 10_000) / 10_000]));
  if (model.type === 'beta-likeness') return { ...model, overall };
  const lines = hierarchy!.levels[0]!.codes.length;
  return {
    ...model,
    overall,
    ...(model.distance === 'ordered' ? { order: words(order ?? codes) } : {}),
    ...(model.distance === 'hierarchical'
      ? {
          hierarchy: Array.from({ length: lines }, (_, base) =>
            hierarchy!.levels.map((_, g) => word(hierarchy!, g, base)),
          ),
        }
      : {}),
  };
}
