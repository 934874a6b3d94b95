import { checkGrouping } from './check-grouping.js';
import { outputName } from './output-name.js';
import { everyColumn, type PlacedOutput, selectOutputs, type SoqlColumn, uniquelyNamed } from './select-outputs.js';
import { refused } from './soql-fault.js';
import type { Clauses, Expression } from './syntax.js';
import { hasAggregate, type Names, typeCondition, typeExpression } from './type-expression.js';
import { keyOf, ROW_ID, type Typed, type TypedQuery } from './typed.js';

/** Runs what reads one part of the query, so that a fault in it can be told with that part's own text. */
export type InClause = <T>(clause: keyof Clauses, read: () => T) => T;
type Placed = readonly { readonly expression: Typed; readonly at: number; readonly descending: boolean }[];

const MOST_KEYS = 10;

/** Everything that is asked is there and fits together. @throws what `inClause` makes of a SoqlFault */
export function typeQuery(
  { select, where, group, having, order }: Clauses,
  columns: readonly SoqlColumn[],
  inClause: InClause,
): Omit<TypedQuery, 'search' | 'limit' | 'offset'> {
  const outputs = select && inClause('select', () => selectOutputs(select, columns, rowNames(columns)));
  const names = namesWith(columns, outputs ?? []);
  const filter = where && inClause('where', () => ofRows(typeCondition(where, names.columnsFirst), where));
  const keys = inClause('group', () =>
    few(group, 0).map((each) => ofRows(typeExpression(each, names.aliasesFirst), each)),
  );
  const kept = having && inClause('having', () => typeCondition(having, names.aliasesFirst));
  const sorted = inClause('order', () =>
    few(order, 0).map(({ expression, descending }) => ({
      expression: typeExpression(expression, names.aliasesFirst),
      at: expression.at,
      descending,
    })),
  );
  const shown = outputs ?? (keys.length > 0 ? keysAsOutputs(group, keys) : everyColumn(columns));
  const distinct = select?.distinct === true;
  const counts = [...shown, ...sorted].some(({ expression }) => hasAggregate(expression));
  const aggregated = keys.length > 0 || kept !== null || counts;
  if (distinct && aggregated) inClause('select', refuseBoth);
  const together = distinct ? shown.map(({ expression }) => expression) : keys;
  if (distinct || aggregated) checkAll({ shown, kept, having, sorted, together }, inClause);
  return {
    outputs: shown.map(({ name, expression }) => ({ name, expression })),
    where: filter,
    grouped: distinct || aggregated,
    group: together,
    having: kept,
    order: sorted.map(({ expression, descending }) => ({ expression, descending })),
  };
}

interface Grouped {
  readonly shown: readonly PlacedOutput[];
  readonly kept: Typed | null;
  readonly having: Expression | null;
  readonly sorted: Placed;
  readonly together: readonly Typed[];
}

function checkAll({ shown, kept, having, sorted, together }: Grouped, inClause: InClause): void {
  const keys = new Set(together.map(keyOf));
  inClause('select', () => {
    for (const { expression, at } of shown) checkGrouping(expression, keys, at);
  });
  inClause('having', () => {
    if (kept) checkGrouping(kept, keys, having?.at ?? 0);
  });
  inClause('order', () => {
    for (const { expression, at } of sorted) checkGrouping(expression, keys, at);
  });
}

function rowNames(columns: readonly SoqlColumn[]): Names {
  const found = new Map<string, Typed>(columns.map(({ name, type }) => [name, { kind: 'column', name, type }]));
  found.set(ROW_ID, { kind: 'column', name: ROW_ID, type: 'number' });
  return { find: (name) => found.get(name) ?? null, known: [...found.keys()] };
}

/** A condition on rows means the row's column where a name is both; whatever comes after means what is selected. */
function namesWith(columns: readonly SoqlColumn[], outputs: readonly PlacedOutput[]) {
  const rows = rowNames(columns);
  const aliases = new Map(outputs.map(({ name, expression }) => [name, expression]));
  const known = [...new Set([...rows.known, ...aliases.keys()])];
  return {
    columnsFirst: { find: (name: string) => rows.find(name) ?? aliases.get(name) ?? null, known },
    aliasesFirst: { find: (name: string) => aliases.get(name) ?? rows.find(name), known },
  };
}

/** Groups that are asked for without saying what to show of them. */
function keysAsOutputs(group: readonly Expression[], keys: readonly Typed[]): PlacedOutput[] {
  return uniquelyNamed(
    keys.map((expression, place) => ({ name: nameOf(group[place]), expression, at: group[place]?.at ?? 0 })),
  );
}

const nameOf = (expression: Expression | undefined): string => (expression ? outputName(expression) : 'value');

function ofRows(typed: Typed, { at }: Expression): Typed {
  if (hasAggregate(typed))
    throw refused('soql-aggregate', at, 'A figure over many rows cannot stand here: put it in `$having` or `$select`.');
  return typed;
}

function few<T>(items: readonly T[], at: number): readonly T[] {
  if (items.length > MOST_KEYS) throw refused('soql-too-costly', at, `Name ${MOST_KEYS} here at most.`);
  return items;
}

function refuseBoth(): never {
  throw refused('soql-aggregate', 0, '`distinct` groups by all that is selected: leave out the other grouping.');
}
