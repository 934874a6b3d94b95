import type { ColumnReference } from '../datasets/release-spec.js';
import type { Demand, Manifest, ManifestColumn } from '../verify/index.js';
import type { BuiltTable } from './build-table.js';
import type { Choice } from './choose-levels.js';
import { manifestDemands } from './manifest-demands.js';
import type { ColumnPlan, ReleasePlan } from './release-plan.js';
import type { WrittenTable } from './write-table.js';

/** A column with everything that a reader needs to use it. */
export type ReleaseColumn = ManifestColumn & {
  readonly title: string;
  readonly type: 'text' | 'integer' | 'boolean' | 'date';
  readonly description: string;
  /** Of quasi-identifiers: the published level in words, and all that there are, finest first. */
  readonly shownAs?: string;
  readonly levels?: readonly string[];
  /** The key column of another dataset's release, of the same jurisdiction, that this one points into. */
  readonly references?: ColumnReference;
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

export interface ReleaseManifest extends TableManifest, ReleaseIdentity {
  /** Formats that this release has not, each with the reason. */
  readonly leftOut?: readonly { readonly name: string; readonly why: string }[];
  /** The version that `diff.json` and `CHANGELOG.md` compare it with; null: none was published before. */
  readonly comparedWith?: string | null;
  /** What signs this manifest once two people have approved the release and it is published. */
  readonly signature?: { readonly file: string; readonly algorithm: string; readonly key: string };
}

/** What no cell may look like: our own case numbers and ids. */
export const FORBIDDEN = [
  {
    name: 'a case number',
    pattern: '\\b[0-9]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}\\b',
  },
  { name: 'an internal id', pattern: '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}' },
];
const NOT_SHOWN = 'not shown';

/** What is said of a file besides what the file says itself. */
export interface ManifestParts {
  readonly written: WrittenTable;
  readonly demands: readonly Demand[];
  /** Quasi-identifier → level. */
  readonly levels: ReadonlyMap<string, number>;
  readonly input: Manifest['input'];
  readonly suppressed: Manifest['suppressed'];
  readonly engine: TableManifest['engine'];
  /** Of a release in a series: quasi-identifier → published word → what it is part of. */
  readonly ancestors?: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

export function tableManifest(dataset: string, plan: ReleasePlan, built: BuiltTable): TableManifest {
  const { snapshot, choice, written } = built;
  const { suppressedRows, suppressedUnits, classes, smallestClass } = choice.result;
  return manifestOf(dataset, plan, {
    ...{ written, demands: manifestDemands(plan, choice), levels: choice.levels },
    input: { rows: snapshot.rows, units: snapshot.units },
    suppressed: { rows: suppressedRows, units: suppressedUnits },
    engine: { ...engineOf(choice), classes, smallestClass },
  });
}

/** What the search says of itself. */
export function engineOf({ result, levels }: Choice): Omit<TableManifest['engine'], 'classes' | 'smallestClass'> {
  const { lowerBound, gap, optimal, checked, latticeSize, loss } = result;
  return {
    transformation: Object.fromEntries(levels),
    informationLoss: loss,
    ...{ lowerBound, gap, optimal, checked, latticeSize },
  };
}

/** @param dataset its name */
export function manifestOf(dataset: string, plan: ReleasePlan, parts: ManifestParts): TableManifest {
  const { written, demands, levels, input, suppressed, engine, ancestors } = parts;
  const { sha256, bytes, rows, values, order } = written;
  const { columns, k, unit, suppressionLimit, subject } = plan;
  return {
    ...{ dataset, k, suppressionLimit, demands },
    columns: columns.map((column, at) =>
      columnOf(column, levels.get(column.name) ?? 0, values[at] ?? [], ancestors?.get(column.name)),
    ),
    keys: { unit, subject: subject === null ? unit : null },
    order,
    file: { name: 'data.csv', sha256, bytes, rows },
    input,
    suppressed: {
      ...suppressed,
      shareOfRows: share(suppressed.rows, input.rows),
      shareOfUnits: share(suppressed.units, input.units),
    },
    forbidden: FORBIDDEN,
    engine,
  };
}

function columnOf(
  column: ColumnPlan,
  level: number,
  values: readonly string[],
  ancestors?: ReadonlyMap<string, readonly string[]>,
): ReleaseColumn {
  const { name, title, description } = column;
  if (column.role === 'key')
    return {
      ...{ name, title, type: 'text', description, role: 'key' },
      ...(column.repeats ? { repeats: true } : {}),
      ...(column.references === undefined ? {} : { references: column.references }),
    };
  if (column.role !== 'quasi-identifier') {
    const { role, type, list, dates } = column;
    const listed = list ? {} : { values };
    return { name, title, type, description, role, ...listed, ...(dates === undefined ? {} : { dates }) };
  }
  const levels = [...column.levels, NOT_SHOWN];
  const text = { name, title, type: 'text', description } as const;
  const dates = column.dates === undefined ? {} : { dates: column.dates(level) };
  const above = ancestors && { ancestors: Object.fromEntries(values.map((word) => [word, ancestors.get(word) ?? []])) };
  const shownAs = levels[level] ?? NOT_SHOWN;
  return { ...text, role: 'quasi-identifier', level, values, ...above, ...dates, shownAs, levels };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000);
