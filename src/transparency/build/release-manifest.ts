import type { ColumnSpec, ReleaseSpec } from '../datasets/release-spec.js';
import type { Manifest, ManifestColumn } from '../verify/index.js';
import type { AnonymizedSnapshot } from './anonymize-snapshot.js';
import type { WrittenTable } from './write-table.js';

/** A column with everything that a reader needs to use it. */
export type ReleaseColumn = ManifestColumn & {
  readonly title: string;
  readonly type: 'text' | 'boolean';
  readonly description: string;
  /** Of quasi-identifiers: the published level in words, and all that there are, finest first. */
  readonly shownAs?: string;
  readonly levels?: readonly string[];
};

/** What is published beside the file: the verifier's claims, and what readers need to know. */
export interface ReleaseManifest extends Omit<Manifest, 'columns' | 'file' | 'suppressed'> {
  readonly title: string;
  readonly jurisdiction: { readonly slug: string; readonly name: string };
  readonly version: string;
  /** ISO date */
  readonly builtOn: string;
  readonly charterVersion: number;
  readonly specSha256: string;
  readonly oneRow: string;
  readonly unitWord: string;
  readonly caveats: readonly string[];
  readonly columns: readonly ReleaseColumn[];
  readonly file: Manifest['file'] & { readonly bytes: number };
  readonly suppressionLimit: number;
  readonly suppressed: Manifest['suppressed'] & { readonly shareOfRows: number; readonly shareOfUnits: number };
  readonly engine: {
    readonly transformation: Readonly<Record<string, number>>;
    readonly informationLoss: number;
    readonly lowerBound: number;
    readonly gap: number;
    readonly optimal: boolean;
    readonly classes: number;
    readonly smallestClass: number;
    readonly checked: number;
    readonly latticeSize: number;
  };
}

/** Which release this is. */
export interface ReleaseIdentity {
  readonly jurisdiction: { readonly slug: string; readonly name: string };
  readonly version: string;
  readonly builtOn: string;
  readonly charterVersion: number;
  readonly specSha256: string;
  readonly k: number;
  readonly suppressionLimit: number;
}

/** What no cell may look like: our own case numbers and ids. */
const FORBIDDEN = [
  {
    name: 'a case number',
    pattern: '\\b[0-9]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}\\b',
  },
  { name: 'an internal id', pattern: '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}' },
];
const NOT_SHOWN = 'not shown';

export function releaseManifest(
  spec: ReleaseSpec,
  identity: ReleaseIdentity,
  { snapshot, result, chosen }: AnonymizedSnapshot,
  { values, ...file }: WrittenTable,
): ReleaseManifest {
  const { dataset, title, oneRow, unitWord, caveats, unit, columns } = spec;
  const {
    suppressedRows,
    suppressedUnits,
    units,
    lowerBound,
    gap,
    optimal,
    classes,
    smallestClass,
    checked,
    latticeSize,
  } = result;
  const levelOf = (name: string): number => chosen.get(name)?.level ?? 0;
  return {
    dataset,
    title,
    ...identity,
    oneRow,
    unitWord,
    caveats,
    columns: columns.map((column, at) => columnOf(column, levelOf(column.name), [...(values[at] ?? [])].sort())),
    keys: { unit, subject: unit },
    order: columns.map(({ name }) => name),
    file: { name: 'data.csv', ...file },
    input: { rows: snapshot.rows, units },
    suppressed: {
      rows: suppressedRows,
      units: suppressedUnits,
      shareOfRows: share(suppressedRows, snapshot.rows),
      shareOfUnits: share(suppressedUnits, units),
    },
    forbidden: FORBIDDEN,
    engine: {
      transformation: Object.fromEntries([...chosen].map(([name, { level }]) => [name, level])),
      informationLoss: result.loss,
      ...{ lowerBound, gap, optimal, classes, smallestClass, checked, latticeSize },
    },
  };
}

function columnOf(column: ColumnSpec, level: number, values: readonly string[]): ReleaseColumn {
  const { name, title, description } = column;
  if (column.role === 'key')
    return { name, title, type: 'text', description, role: 'key', ...(column.repeats ? { repeats: true } : {}) };
  if (column.role !== 'quasi-identifier') {
    const { role, type, list } = column;
    return { name, title, type, description, role, ...(list === true ? {} : { values }) };
  }
  const levels = [...column.levels, NOT_SHOWN];
  const text = { name, title, type: 'text', description } as const;
  return { ...text, role: 'quasi-identifier', level, values, shownAs: levels[level] ?? NOT_SHOWN, levels };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000);
