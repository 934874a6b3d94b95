import { functionNamed } from './functions.js';
import { refused } from './soql-fault.js';
import { keyOf, type Typed } from './typed.js';

/**
 * Of rows that are counted together only what is equal for all of them can be shown, or a figure over them. `keys` are what
 * they are grouped by, as text. @throws SoqlFault soql-aggregate
 */
export function checkGrouping(expression: Typed, keys: ReadonlySet<string>, at: number): void {
  if (expression.kind === 'literal' || keys.has(keyOf(expression))) return;
  if (expression.kind === 'column')
    throw refused(
      'soql-aggregate',
      at,
      `\`${expression.name}\` differs from row to row: group by it, or take a figure over it, as \`count\` or \`max\`.`,
    );
  if (functionNamed(expression.name)?.aggregate === true) return;
  for (const operand of expression.operands) checkGrouping(operand, keys, at);
}
