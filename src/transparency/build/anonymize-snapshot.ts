import type { CharterDocument } from '../../charter/index.js';
import { type Anonymization, anonymize, type Hierarchy, type Problem } from '../anonymize/index.js';
import { type ColumnSpec, isQuasiIdentifier, type ReleaseSpec } from '../datasets/release-spec.js';
import { finestAlike } from './finest-alike.js';
import { hierarchyOf } from './hierarchy-of.js';
import { columnAt, type Snapshot } from './read-snapshot.js';

/** How long the search may look for the optimum; after that the best found is taken, and the manifest says the gap. */
const BUDGET_MS = 120_000;

export interface AnonymizedSnapshot {
  readonly snapshot: Snapshot;
  readonly result: Anonymization;
  /** row → unit */
  readonly unitOf: Int32Array;
  /** By column name, of quasi-identifiers: the hierarchy and the chosen level. */
  readonly chosen: ReadonlyMap<string, { readonly hierarchy: Hierarchy; readonly level: number }>;
}

/** @throws AnonymizationRefused with a stable code */
export function anonymizeSnapshot(spec: ReleaseSpec, charter: CharterDocument, snapshot: Snapshot): AnonymizedSnapshot {
  const columns = spec.columns.map((column, at) => ({ column, data: columnAt(snapshot, at) }));
  const quasiIdentifiers = columns.flatMap(({ column, data }) =>
    isQuasiIdentifier(column)
      ? [{ ...pick(column), codes: data.codes, hierarchy: hierarchyOf(column, data.words, charter) }]
      : [],
  );
  const unitOf = columns.find(({ column }) => column.name === spec.unit)?.data.codes ?? new Int32Array();
  const { k, suppressionLimit } = charter.publication;
  const problem: Problem = {
    rows: snapshot.rows,
    quasiIdentifiers,
    unit: unitOf,
    k,
    suppressionLimit,
    budgetMs: BUDGET_MS,
  };
  const result = anonymize(problem);
  const chosen = quasiIdentifiers.map(
    ({ name, hierarchy, minLevel }, at) =>
      [name, { hierarchy, level: finestAlike(hierarchy, result.transformation[at] ?? 0, minLevel) }] as const,
  );
  return { snapshot, result, unitOf, chosen: new Map(chosen) };
}

function pick({ name, scope, minLevel }: Extract<ColumnSpec, { role: 'quasi-identifier' }>) {
  return { name, scope, minLevel };
}
