import type { CutColumn, CutRule, CutSpec, OpenSpec, RecordSpec } from '../../datasets/open-spec.js';
import type { ColumnReference } from '../../datasets/release-spec.js';
import type { ListedFile } from '../../verify/index.js';
import type { SchemaColumn } from '../../rules/next-version.js';
import { FORBIDDEN, type ReleaseIdentity, type ReleaseManifest } from '../release-manifest.js';
import type { WrittenOpen } from './write-open.js';

/** A column of a dataset that is not anonymized. */
export interface OpenManifestColumn {
  readonly name: string;
  readonly title: string;
  readonly type: 'text' | 'integer' | 'boolean' | 'date';
  readonly role: 'key' | 'quasi-identifier' | 'sensitive' | 'insensitive';
  readonly description: string;
  readonly references?: ColumnReference;
  /** Of a cut: how the cell is made of the source's */
  readonly cut?: { readonly of: string; readonly rule: CutRule; readonly ranks?: readonly string[] };
  /** As coarse as in the source */
  readonly shownAs?: string;
  readonly levels?: readonly string[];
}

export interface SourceRelease {
  readonly dataset: string;
  readonly version: string;
  readonly sha256: string;
}

/** What is published beside such a file: everything that the verifier and readers need. */
export interface OpenTable {
  readonly dataset: string;
  readonly basis: OpenSpec['basis'];
  /** Of a cut: its source's, on whose rows it rests; null: nobody is described, and there is nothing to count. */
  readonly k: number | null;
  readonly columns: readonly OpenManifestColumn[];
  readonly order: readonly string[];
  readonly key: readonly string[];
  readonly small?: RecordSpec['small'];
  readonly cut?: Pick<CutSpec, 'by' | 'each' | 'where'>;
  readonly madeOf?: SourceRelease;
  readonly file: ReleaseManifest['file'];
  /** Of a cut: its source's. */
  readonly input: ReleaseManifest['input'];
  readonly suppressed: ReleaseManifest['suppressed'];
  readonly forbidden: ReleaseManifest['forbidden'];
  readonly files?: readonly ListedFile[];
  readonly series?: undefined;
}

export interface OpenManifest extends OpenTable, ReleaseIdentity {}

const NOBODY = { rows: 0, units: 0, shareOfRows: 0, shareOfUnits: 0 };

export function recordManifest({ dataset, columns, key, order, small }: RecordSpec, written: WrittenOpen): OpenTable {
  return {
    ...{ dataset, basis: 'public-record', k: null },
    columns: columns.map((column) => ({ ...column, role: key.includes(column.name) ? 'key' : 'insensitive' })),
    ...{ key, order: [...order, ...key.filter((name) => !order.includes(name))] },
    ...(small === undefined ? {} : { small }),
    file: written,
    input: { rows: written.rows, units: written.rows },
    suppressed: NOBODY,
    forbidden: FORBIDDEN,
  };
}

/** @param columns those of the spec that the source has */
export function cutManifest(
  { dataset, by, each, where }: CutSpec,
  columns: CutSpec['columns'],
  source: ReleaseManifest,
  written: WrittenOpen,
): OpenTable {
  const names = columns.map(({ name }) => name);
  return {
    ...{ dataset, basis: 'cut', k: source.k, key: by },
    columns: columns.map((column) => cutColumn(column, source)),
    order: names,
    cut: { by, ...(each === undefined ? {} : { each }), ...(where === undefined ? {} : { where }) },
    madeOf: { dataset: source.dataset, version: source.version, sha256: source.file.sha256 },
    file: written,
    ...{ input: source.input, suppressed: source.suppressed, forbidden: source.forbidden },
  };
}

/** The columns that the cut has of this source: what is optional is there where the source has it. */
export function columnsOfCut({ columns }: CutSpec, source: Pick<ReleaseManifest, 'columns'>): CutSpec['columns'] {
  const known = new Set(source.columns.map(({ name }) => name));
  return columns.filter(({ of, optional = false }) => !optional || known.has(of));
}

const typeOf = ({ rule }: CutColumn): OpenManifestColumn['type'] => {
  if (rule === 'distinct' || rule === 'rows') return 'integer';
  return rule === 'any' ? 'boolean' : 'text';
};

/** What a program that reads the cut has to know of it. */
export function schemaOfCut(spec: CutSpec, source: Pick<ReleaseManifest, 'columns'>): SchemaColumn[] {
  return columnsOfCut(spec, source).map((column) => ({ name: column.name, type: typeOf(column) }));
}

function cutColumn(column: CutSpec['columns'][number], source: ReleaseManifest): OpenManifestColumn {
  const { name, title, description, references, of, rule, ranks } = column;
  const made = source.columns.find((each) => each.name === of);
  const isCount = rule === 'distinct' || rule === 'rows';
  const { shownAs, levels } = made ?? {};
  return {
    ...{ name, title, description },
    type: typeOf(column),
    role: isCount || made === undefined ? 'insensitive' : made.role,
    ...(references === undefined ? {} : { references }),
    cut: { of, rule, ...(ranks === undefined ? {} : { ranks }) },
    ...(isCount || shownAs === undefined || levels === undefined ? {} : { shownAs, levels }),
  };
}
