import { nearestName } from '../../rules/nearest-name.js';
import { refused } from '../row-query.js';
import { fitLiteral } from '../soql/fit-literal.js';
import type { SoqlColumn } from '../soql/select-outputs.js';
import { SoqlFault } from '../soql/soql-fault.js';
import { ROW_ID, type Typed } from '../soql/typed.js';

const MOST_VALUES = 100;
const LONGEST = 500;

/** `?race=black`: the column has that value; given twice, one of them; empty, none at all. @throws RuleBroken (400) */
export function filtersOf(
  filters: readonly (readonly [name: string, given: unknown])[],
  columns: readonly SoqlColumn[],
): Typed[] {
  return filters.map(([name, given]) => {
    const column = columnNamed(name, columns);
    const values = (Array.isArray(given) ? given : [given]).map(String);
    if (values.length > MOST_VALUES || values.some(({ length }) => length > LONGEST))
      throw refused('bad-value', `Give ${MOST_VALUES} values of ${LONGEST} characters at most.`, name);
    const present = values.filter((value) => value !== '').map((value) => literalOf(column, value));
    const own: Typed = { kind: 'column', ...column };
    const any = present.length > 0 ? [condition('in', [own, ...present])] : [];
    const none = present.length < values.length ? [condition('is null', [own])] : [];
    const [first, second] = [...any, ...none];
    return first && second ? condition('or', [first, second]) : (first ?? second ?? condition('is null', [own]));
  });
}

const condition = (name: string, operands: readonly Typed[]): Typed => ({
  kind: 'call',
  name,
  operands,
  type: 'boolean',
});

function literalOf({ name, type }: SoqlColumn, value: string): Typed {
  try {
    return fitLiteral({ kind: 'literal', value, type: 'text' }, type, 0);
  } catch (error) {
    throw error instanceof SoqlFault ? refused('bad-value', error.message, name) : error;
  }
}

function columnNamed(name: string, columns: readonly SoqlColumn[]): SoqlColumn {
  const wanted = name.toLowerCase();
  if (wanted === ROW_ID) return { name: ROW_ID, type: 'number' };
  const column = columns.find((candidate) => candidate.name === wanted);
  if (column) return column;
  const known = [...columns.map((each) => each.name), '$where', '$select', '$order', '$limit', 'release'];
  const nearest = nearestName(name, known);
  const hint = nearest === null ? `There are: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  throw refused('unknown-column', `There is no column of that name here. ${hint}`, name);
}
