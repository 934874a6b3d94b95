import { checkCost } from '../soql/cost.js';
import { soqlType } from '../row-question.js';
import type { PublishedColumn, PublishedRelease } from '../release-descriptor.js';
import type { SoqlColumn } from '../soql/select-outputs.js';
import { SoqlFault } from '../soql/soql-fault.js';
import { typeQuery } from '../soql/type-query.js';
import type { Typed, TypedQuery } from '../soql/typed.js';
import { type Asked, SoqlRefused } from './soql-refused.js';
import { filtersOf } from './simple-filters.js';
import { readParameters, type SodaParameters } from './soda-parameters.js';
import { countOf, wordsOf } from './soda-values.js';

/** Rows in an answer unless it is said otherwise, and the most that may be asked for at once. */
export const USUAL_LIMIT = 1_000;
export const MOST_ROWS = 50_000;
const FARTHEST = 2_147_483_647;

/** @throws SoqlRefused (400), RuleBroken given-twice, unknown-parameter, unknown-column, bad-value, bad-limit (400) */
export function readQuestion(parameters: SodaParameters, release: PublishedRelease): TypedQuery {
  const columns = release.columns.map(soqlColumn);
  const { clauses, filters, askedIn } = readParameters(parameters);
  const typed = typeQuery(clauses, columns, (clause, read) => within(askedIn(clause), read));
  const query: TypedQuery = {
    ...typed,
    where: both(typed.where, filtersOf(filters, columns)),
    search: wordsOf(clauses.search),
    limit: countOf('limit', clauses.limit, USUAL_LIMIT, MOST_ROWS),
    offset: countOf('offset', clauses.offset, 0, FARTHEST),
  };
  const textColumns = columns.filter(({ type }) => type === 'text').length;
  within(askedIn('where'), () => {
    checkCost(query, release.rows, textColumns);
  });
  return query;
}

export const soqlColumn = (column: PublishedColumn): SoqlColumn => ({ name: column.name, type: soqlType(column) });

/** Reads a text; a fault in it is told with its place. @throws SoqlRefused */
export function within<T>(asked: Asked, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof SoqlFault ? new SoqlRefused(error, asked) : error;
  }
}

function both(one: Typed | null, others: readonly Typed[]): Typed | null {
  return [...(one ? [one] : []), ...others].reduce<Typed | null>(
    (left, right) => (left ? { kind: 'call', name: 'and', operands: [left, right], type: 'boolean' } : right),
    null,
  );
}
