import type { Demand, Manifest, ManifestColumn } from '../verify/index.js';
import type { BuiltTable } from './build-table.js';
import { manifestDemands } from './manifest-demands.js';
import type { ColumnPlan, ReleasePlan } from './release-plan.js';

/** A column with everything that a reader needs to use it. */
export type ReleaseColumn = ManifestColumn & {
  readonly title: string;
  readonly type: 'text' | 'boolean';
  readonly description: string;
  /** Of quasi-identifiers: the published level in words, and all that there are, finest first. */
  readonly shownAs?: string;
  readonly levels?: readonly string[];
};

/** What is published beside the file of any table: the verifier's claims, and what readers need to know. */
export interface TableManifest extends Omit<Manifest, 'columns' | 'file' | 'suppressed'> {
  readonly columns: readonly ReleaseColumn[];
  readonly demands: readonly Demand[];
  readonly file: Manifest['file'] & { readonly bytes: number };
  readonly suppressionLimit: number;
  readonly suppressed: Manifest['suppressed'] & { readonly shareOfRows: number; readonly shareOfUnits: number };
  readonly engine: {
    readonly transformation: Readonly<Record<string, number>>;
    /** Counted from the finest level that may be published. */
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
  /** How officers are shown, in words, each exception with its right. */
  readonly officers: readonly string[];
}

export interface ReleaseManifest extends TableManifest, ReleaseIdentity {}

/** What no cell may look like: our own case numbers and ids. */
const FORBIDDEN = [
  {
    name: 'a case number',
    pattern: '\\b[0-9]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}\\b',
  },
  { name: 'an internal id', pattern: '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}' },
];
const NOT_SHOWN = 'not shown';

/** @param dataset its name @param forbidden more that no cell may look like */
export function tableManifest(
  dataset: string,
  plan: ReleasePlan,
  { snapshot, choice, written }: BuiltTable,
): TableManifest {
  const { suppressedRows, suppressedUnits, lowerBound, gap, optimal, classes } = choice.result;
  const { smallestClass, checked, latticeSize, loss } = choice.result;
  const { sha256, bytes, rows, values, order } = written;
  const { columns, k, unit, suppressionLimit, subject } = plan;
  return {
    dataset,
    k,
    suppressionLimit,
    demands: manifestDemands(plan, choice),
    columns: columns.map((column, at) => columnOf(column, choice.levels.get(column.name) ?? 0, values[at] ?? [])),
    keys: { unit, subject: subject === null ? unit : null },
    order,
    file: { name: 'data.csv', sha256, bytes, rows },
    input: { rows: snapshot.rows, units: snapshot.units },
    suppressed: {
      rows: suppressedRows,
      units: suppressedUnits,
      shareOfRows: share(suppressedRows, snapshot.rows),
      shareOfUnits: share(suppressedUnits, snapshot.units),
    },
    forbidden: FORBIDDEN,
    engine: {
      transformation: Object.fromEntries(choice.levels),
      informationLoss: loss,
      ...{ lowerBound, gap, optimal, classes, smallestClass, checked, latticeSize },
    },
  };
}

function columnOf(column: ColumnPlan, level: number, values: readonly string[]): ReleaseColumn {
  const { name, title, description } = column;
  if (column.role === 'key')
    return { name, title, type: 'text', description, role: 'key', ...(column.repeats ? { repeats: true } : {}) };
  if (column.role !== 'quasi-identifier') {
    const { role, type, list, dates } = column;
    const listed = list ? {} : { values };
    return { name, title, type, description, role, ...listed, ...(dates === undefined ? {} : { dates }) };
  }
  const levels = [...column.levels, NOT_SHOWN];
  const text = { name, title, type: 'text', description } as const;
  const dates = column.dates === undefined ? {} : { dates: column.dates(level) };
  return { ...text, role: 'quasi-identifier', level, values, ...dates, shownAs: levels[level] ?? NOT_SHOWN, levels };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000);
