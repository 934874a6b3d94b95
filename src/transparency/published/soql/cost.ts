import { refused } from './soql-fault.js';
import { nodesOf, type Typed, type TypedQuery } from './typed.js';

/** Rows of the release times parts of the query that are worked out for each of them. Some seconds of one processor. */
const MOST_WORK = 200_000_000;
/** Characters of an answer, as far as can be told beforehand. */
const LARGEST_ANSWER = 100_000_000;
const USUAL_CELL = 24;

/** @throws SoqlFault soql-too-costly when the answer would cost more than everybody's share */
export function checkCost(query: TypedQuery, rows: number, textColumns: number): void {
  const { where, group, having, order, outputs, search, grouped } = query;
  const everyRow = [where, ...group, having, ...order.map(({ expression }) => expression)];
  const shown = outputs.map(({ expression }) => expression);
  const parts = sum([...everyRow.filter((each) => each !== null), ...(grouped ? shown : [])].map(nodesOf));
  const work = rows * (parts + search.length * textColumns);
  const width = sum(shown.map(widthOf)) * Math.min(query.limit, rows);
  if (work > MOST_WORK || width > LARGEST_ANSWER)
    throw refused('soql-too-costly', 0, 'This would cost more than everybody’s share: ask for less at once.');
}

function widthOf(expression: Typed): number {
  if (expression.kind === 'column') return USUAL_CELL;
  if (expression.kind === 'literal') return expression.value?.length ?? 0;
  return USUAL_CELL + sum(expression.operands.map(widthOf));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
