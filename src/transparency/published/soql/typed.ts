/** What a value is. `date` is a moment without a zone, as SODA's floating timestamp. */
export type SoqlType = 'text' | 'number' | 'boolean' | 'date';

/** An expression of which everything is known to be there: columns of the release, functions of our table, values of a type. */
export type Typed =
  | { readonly kind: 'column'; readonly name: string; readonly type: SoqlType }
  | { readonly kind: 'literal'; readonly value: string | null; readonly type: SoqlType }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Typed[]; readonly type: SoqlType };

export interface Output {
  readonly name: string;
  readonly expression: Typed;
}

/** A checked question. Its JSON text is the same for the same question, however it was written. */
export interface TypedQuery {
  readonly outputs: readonly Output[];
  readonly where: Typed | null;
  /** Every one of these words stands in some text column of the row. */
  readonly search: readonly string[];
  /** Rows are counted together, by `group`; all of them when that is empty. */
  readonly grouped: boolean;
  readonly group: readonly Typed[];
  readonly having: Typed | null;
  readonly order: readonly { readonly expression: Typed; readonly descending: boolean }[];
  readonly limit: number;
  readonly offset: number;
}

/** The row's own number within its release. */
export const ROW_ID = ':id';

/** The same text for the same expression: where one is grouped by, the other is known. */
export const keyOf = (expression: Typed): string => JSON.stringify(expression);

export function nodesOf(expression: Typed): number {
  if (expression.kind !== 'call') return 1;
  return expression.operands.reduce((sum, operand) => sum + nodesOf(operand), 1);
}
