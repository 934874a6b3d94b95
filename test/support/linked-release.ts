import type { AnonymizedTable, LinkedTables } from '../../src/transparency/anonymize/index.js';
import type { Manifest } from '../../src/transparency/verify/index.js';
import { sha256, type SampleRelease } from './sample-release.js';
import { word } from './slow-anonymizer.js';
import { byCells } from './written-release.js';

/** How a table is published: its levels, and the units that are left out of it. */
export interface PublishedAs extends Pick<AnonymizedTable, 'name' | 'transformation'> {
  readonly keep: Uint8Array;
  /** Name of the file, and the key of a unit in it. */
  readonly file: string;
  readonly keyOf: (unit: number) => string;
}

export const caseKey = (unit: number): string => sha256(`linked ${unit}`).slice(0, 16);

/** Each table as a file with a manifest of its own; they say that they are linked when `linked` names their files. */
export function linkedRelease(
  { tables, k, models = [] }: LinkedTables,
  published: readonly PublishedAs[],
  linked: readonly string[] | null,
): (SampleRelease & { readonly rows: readonly (readonly string[])[] })[] {
  return tables.map(({ name, unit, quasiIdentifiers, sensitive = [] }, t) => {
    const { transformation, keep, file, keyOf } = published[t]!;
    const rows = [...unit.keys()]
      .filter((row) => keep[unit[row]!] === 1)
      .map((row) => [
        keyOf(unit[row]!),
        ...quasiIdentifiers.map(({ hierarchy, codes }, j) => word(hierarchy, transformation[j]!, codes[row]!)),
        ...sensitive.map(({ hierarchy, codes }) => word(hierarchy!, 0, codes[row]!)),
      ])
      .sort(byCells);
    const columns: Manifest['columns'] = [
      { name: 'case_key', role: 'key' },
      ...quasiIdentifiers.map(({ name: column, hierarchy }, j) => ({
        name: column,
        role: 'quasi-identifier' as const,
        level: transformation[j]!,
        values: hierarchy.levels[transformation[j]!]!.labels,
      })),
      ...sensitive.map(({ name: column, hierarchy }) => ({
        name: column,
        role: 'sensitive' as const,
        values: hierarchy!.levels[0]!.labels,
      })),
    ];
    const header = columns.map((column) => column.name);
    const csv = [header, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
    const units = new Set(unit).size;
    const kept = new Set(rows.map((row) => row[0])).size;
    const manifest: Manifest = {
      dataset: name,
      file: { name: file, sha256: sha256(csv), rows: rows.length },
      k,
      columns,
      keys: { unit: 'case_key', subject: 'case_key' },
      order: header,
      input: { rows: unit.length, units },
      suppressed: { rows: unit.length - rows.length, units: units - kept },
      forbidden: [],
      demands: models.flatMap((model) => {
        if (!('attribute' in model) || !model.attribute.startsWith(`${name}.`)) return [];
        const attribute = model.attribute.slice(name.length + 1);
        return [{ ...model, attribute, ...overallOf(sensitive.find((each) => each.name === attribute)!) }];
      }),
      ...(linked === null ? {} : { linked: { by: 'case_key', files: linked } }),
    };
    return { csv, manifest, rows };
  });
}

function overallOf({ codes, hierarchy }: NonNullable<LinkedTables['tables'][number]['sensitive']>[number]) {
  const words = [...codes].map((code) => word(hierarchy!, 0, code));
  const share = (value: string): number => words.filter((other) => other === value).length / words.length;
  return {
    overall: Object.fromEntries([...new Set(words)].map((value) => [value, Math.round(share(value) * 1e4) / 1e4])),
  };
}
