import { type Cursor } from './cursor.js';
import type { PublishedColumn, PublishedRelease } from './release-descriptor.js';
import type { RowQuery } from './row-query.js';
import { checkCost } from './soql/cost.js';
import { fitLiteral } from './soql/fit-literal.js';
import { SoqlFault } from './soql/soql-fault.js';
import { type Output, ROW_ID, type SoqlType, type Typed, type TypedQuery } from './soql/typed.js';
import { refused } from './row-query.js';
import { textColumnsOf } from './release-table.js';

const ROW: Typed = { kind: 'column', name: ROW_ID, type: 'number' };
const NOTHING = { search: [], having: null, offset: 0 } as const;

export const soqlType = ({ type }: Pick<PublishedColumn, 'type'>): SoqlType => (type === 'integer' ? 'number' : type);
const own = (column: PublishedColumn): Typed => ({ kind: 'column', name: column.name, type: soqlType(column) });
const shown = (column: PublishedColumn): Output => ({ name: column.name, expression: own(column) });

/** Rows with their numbers, in an order with empty cells last; after a cursor, where there is one. @throws RuleBroken (400) */
export function rowsQuestion(
  release: PublishedRelease,
  query: RowQuery,
  limit: number,
  after: Cursor | null,
): TypedQuery {
  const ordering = release.columns.find(({ name }) => name === query.order?.name) ?? null;
  const descending = query.order?.descending === true;
  const where = all([...filters(query), ...(after ? [beyond(after, ordering, descending)] : [])]);
  const order = ordering
    ? [
        { expression: own(ordering), descending, emptyLast: true as const },
        { expression: ROW, descending: false },
      ]
    : [];
  const outputs = [{ name: 'row_number', expression: ROW }, ...release.columns.map(shown)];
  return affordable({ ...NOTHING, outputs, where, grouped: false, group: [], order, limit }, release);
}

/** The number of rows by group; by the groups' own values unless asked otherwise. @throws RuleBroken (400) */
export function groupsQuestion(release: PublishedRelease, query: RowQuery, limit: number): TypedQuery {
  const counted: Output = {
    name: 'count',
    expression: { kind: 'call', name: 'count(*)', operands: [], type: 'number' },
  };
  const outputs = [...query.group.map(shown), counted];
  const first = outputs.find(({ name }) => name === query.order?.name);
  const descending = query.order?.descending === true;
  const order = [
    ...(first ? [{ expression: first.expression, descending, emptyLast: true as const }] : []),
    ...query.group.map((column) => ({ expression: own(column), descending: false })),
  ];
  const where = all(filters(query));
  return affordable({ ...NOTHING, outputs, where, grouped: true, group: query.group.map(own), order, limit }, release);
}

function filters({ filters: given }: RowQuery): Typed[] {
  return given.map(({ column, values }) => {
    const present = values.filter((value) => value !== null).map((value) => literal(column, value));
    const any = present.length > 0 ? [call('in', own(column), ...present)] : [];
    const none = present.length < values.length ? [call('is null', own(column))] : [];
    return [...any, ...none].reduce((one, other) => call('or', one, other));
  });
}

/** Rows after the cursor, with the row's number as the tie-break. */
function beyond({ row, value }: Cursor, ordering: PublishedColumn | null, descending: boolean): Typed {
  const later = call('>', ROW, { kind: 'literal', value: String(row), type: 'number' });
  if (!ordering) return later;
  const column = own(ordering);
  if (value === null) return call('and', call('is null', column), later);
  const last = literal(ordering, value);
  const same = call('and', call('=', column, last), later);
  const further = call(descending ? '<' : '>', column, last);
  return call('or', call('or', further, same), call('is null', column));
}

const call = (name: string, ...operands: readonly Typed[]): Typed => ({
  ...{ kind: 'call', name, operands, type: 'boolean' },
});
const all = (conditions: readonly Typed[]): Typed | null =>
  conditions.reduce<Typed | null>((one, other) => (one ? call('and', one, other) : other), null);

function literal(column: PublishedColumn, value: string): Typed {
  return orRefused(column.name, 'bad-value', () =>
    fitLiteral({ kind: 'literal', value, type: 'text' }, soqlType(column), 0),
  );
}

function affordable(query: TypedQuery, release: PublishedRelease): TypedQuery {
  orRefused('limit', 'soql-too-costly', () => {
    checkCost(query, release.rows, textColumnsOf(release).length);
  });
  return query;
}

function orRefused<T>(place: string, code: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof SoqlFault ? refused(code, error.message, place) : error;
  }
}
