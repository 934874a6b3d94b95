import { AnonymizationRefused } from '../anonymization-refused.js';
import { ANY, buildHierarchy, type Hierarchy } from '../hierarchy.js';
import type { Problem, QuasiIdentifier, SensitiveAttribute } from '../problem.js';
import type { LinkedTable, LinkedTables } from './linked-tables.js';

/** The base value that rows of the other tables have in a table's columns. */
export const NOT_OF_THIS_TABLE = 'not of this table';
/** The code of a row that has no value of a sensitive attribute: it is in no cell. */
const NO_VALUE = -1;

/**
 * Several tables as one problem: their rows one after the other, the first column telling whose they are, every column of
 * a table constant on the rows of the others. A unit's signature is then the multiset of its rows in all tables: what a
 * reader has who joins them by the key.
 * @throws AnonymizationRefused problem-malformed
 */
export function linkTables({ tables, models, metric, ...demands }: LinkedTables): Problem {
  const names = tables.map(({ name }) => name);
  if (tables.length === 0 || new Set(names).size < names.length)
    throw new AnonymizationRefused('problem-malformed', 'linked tables must each have a name of their own');
  for (const { name, rows, unit } of tables)
    if (unit.length !== rows)
      throw new AnonymizationRefused('problem-malformed', `table "${name}" must have a unit for every row`);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const whose = new Int32Array(rows);
  const unit = new Int32Array(rows);
  const starts = startsOf(tables);
  for (const [t, table] of tables.entries()) {
    whose.fill(t, starts[t], starts[t]! + table.rows);
    unit.set(table.unit, starts[t]);
  }
  const tag = { name: 'table', codes: whose, hierarchy: buildHierarchy('table', [names]), maxLevel: 0 };
  const columns = tables.flatMap((table, t) =>
    table.quasiIdentifiers.map((column) => spread(table, column, { start: starts[t]!, rows })),
  );
  const sensitive = tables.flatMap(({ name, sensitive: attributes = [] }, t) =>
    attributes.map((attribute) => spreadSensitive(name, attribute, { start: starts[t]!, rows })),
  );
  const weights = metric?.weights;
  return {
    ...demands,
    rows,
    unit,
    quasiIdentifiers: [tag, ...columns],
    ...(models === undefined ? {} : { models }),
    ...(sensitive.length === 0 ? {} : { sensitive }),
    ...(metric === undefined
      ? {}
      : { metric: weights === undefined ? metric : { ...metric, weights: [0, ...weights] } }),
  };
}

export function startsOf(tables: readonly LinkedTable[]): number[] {
  let start = 0;
  return tables.map(({ rows }) => (start += rows) - rows);
}

interface Place {
  readonly start: number;
  readonly rows: number;
}

function spread(table: LinkedTable, column: QuasiIdentifier, { start, rows }: Place): QuasiIdentifier {
  const { name, codes, hierarchy, minLevel, maxLevel } = column;
  if (codes.length !== table.rows)
    throw new AnonymizationRefused('problem-malformed', `"${name}" must have a code for every row`);
  const all = new Int32Array(rows).fill(hierarchy.levels[0]?.codes.length ?? 0);
  all.set(codes, start);
  return {
    name: `${table.name}.${name}`,
    codes: all,
    hierarchy: withOutsiders(hierarchy),
    minLevel: minLevel ?? 0,
    maxLevel: maxLevel ?? hierarchy.levels.length - 1,
  };
}

/**
 * The hierarchy with one more base value that stays by itself at every level; the level above the old top, where it
 * would meet the others, is there because a hierarchy must end in one group, and is never chosen.
 */
function withOutsiders({ levels }: Hierarchy): Hierarchy {
  const extended = levels.map(({ codes, labels }) => ({
    codes: Int32Array.from([...codes, labels.length]),
    labels: [...labels, NOT_OF_THIS_TABLE],
  }));
  const size = (levels[0]?.codes.length ?? 0) + 1;
  return { levels: [...extended, { codes: new Int32Array(size), labels: [ANY] }] };
}

function spreadSensitive(table: string, attribute: SensitiveAttribute, { start, rows }: Place): SensitiveAttribute {
  const codes = new Int32Array(rows).fill(NO_VALUE);
  codes.set(attribute.codes, start);
  return { ...attribute, name: `${table}.${attribute.name}`, codes };
}
